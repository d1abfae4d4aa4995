"""."""

from opsreport.diagnostics.catalogue.code import Code

STYLE: tuple[Code, ...] = ()
