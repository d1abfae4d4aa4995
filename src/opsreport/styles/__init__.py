"""What a report looks and reads like: a style's files, its templates, and the markup they print."""

from opsreport.styles.assemble import assemble_style
from opsreport.styles.style import CONTRACT, Manifest, Style

__all__ = ["CONTRACT", "Manifest", "Style", "assemble_style"]
