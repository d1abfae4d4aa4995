"""."""

from opsreport.diagnostics.catalogue.code import Code

READING: tuple[Code, ...] = ()
