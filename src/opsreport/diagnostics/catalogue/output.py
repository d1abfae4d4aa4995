"""."""

from opsreport.diagnostics.catalogue.code import Code

OUTPUT: tuple[Code, ...] = ()
