"""The words of findings about punctuation, spacing and signs."""

from opsreport.diagnostics.catalogue.code import Code

TYPOGRAPHY: tuple[Code, ...] = ()
