"""."""

from opsreport.diagnostics.catalogue.code import Code

FIGURES: tuple[Code, ...] = ()
