"""The words of findings about sentences whose words do not fit their figures."""

from opsreport.diagnostics.catalogue.code import Code

WORDING: tuple[Code, ...] = ()
