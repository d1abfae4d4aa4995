"""The only rooms that open files: reading bundles and styles, and writing reports whole or not at all."""

from opsreport.files.new_files import (
    is_free,
    read_packaged_starter,
    schema_beside,
    write_new,
    write_schema,
)
from opsreport.files.outputs import Written, write_outputs
from opsreport.files.provenance import Provenance
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
from opsreport.files.trouble import keep_trouble_report

__all__ = [
    "TABLE_SUFFIXES",
    "Provenance",
    "Written",
    "is_folder",
    "is_free",
    "keep_trouble_report",
    "packaged_templates",
    "read_packaged_starter",
    "read_packaged_styles",
    "read_source",
    "read_style_folder",
    "read_table_folder",
    "report_beside",
    "schema_beside",
    "write_new",
    "write_outputs",
    "write_schema",
]
