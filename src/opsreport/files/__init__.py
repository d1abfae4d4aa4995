"""The only rooms that open files: reading bundles and styles, and writing reports whole or not at all.

What reads is here for the asking. What writes (`outputs`, `new_files`, `trouble`) is taken from its module by
those who have something to write.
"""

from opsreport.files.reading import (
    TABLE_SUFFIXES,
    is_folder,
    packaged_templates,
    read_packaged_styles,
    read_source,
    read_style_folder,
    read_table_folder,
    report_beside,
)

__all__ = [
    "TABLE_SUFFIXES",
    "is_folder",
    "packaged_templates",
    "read_packaged_styles",
    "read_source",
    "read_style_folder",
    "read_table_folder",
    "report_beside",
]
