"""The words of findings about times that cannot be what was meant."""

from opsreport.diagnostics.catalogue.code import Code

PERIODS: tuple[Code, ...] = ()
