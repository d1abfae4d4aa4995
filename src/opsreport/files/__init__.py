"""The only rooms that open files: reading bundles and styles, and writing reports whole or not at all."""

from opsreport.files.outputs import Written, write_outputs
from opsreport.files.reading import (
    packaged_templates,
    read_packaged_styles,
    read_source,
    read_style_folder,
)

__all__ = [
    "Written",
    "packaged_templates",
    "read_packaged_styles",
    "read_source",
    "read_style_folder",
    "write_outputs",
]
