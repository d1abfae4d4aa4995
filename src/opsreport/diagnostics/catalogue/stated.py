"""The words of findings about stated comparisons against the data."""

from opsreport.diagnostics.catalogue.code import Code

STATED: tuple[Code, ...] = ()
