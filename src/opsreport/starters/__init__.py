"""What a user starts from: a commented bundle with slots for each built-in style, as YAML or as tables.

The bundles lie beside this as YAML; the tables are made from them.
"""

from opsreport.starters.files import starter_files
from opsreport.starters.forms import FORMS, STYLES, Starter, UnclearFormError, starter_at

__all__ = ["FORMS", "STYLES", "Starter", "UnclearFormError", "starter_at", "starter_files"]
