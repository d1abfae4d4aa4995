"""."""

from opsreport.diagnostics.catalogue.code import Code

STRUCTURE: tuple[Code, ...] = ()
