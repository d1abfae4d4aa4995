"""The reference document: the look of a report in Word, built from raw parts, on a sample report.

`templates/shared/reference.docx` is what this builds; `python scripts/build_reference.py` writes it.
"""

from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import ROOT, Part, Relationship, package_files, zip_files
from opsreport.writers.docx.properties import properties_to_parts
from opsreport.writers.docx.reference.lists import numbering_xml
from opsreport.writers.docx.reference.parts import (
    document_xml,
    font_table_xml,
    footnotes_xml,
    settings_xml,
    theme_xml,
)
from opsreport.writers.docx.reference.sample import sample_pages, sample_report
from opsreport.writers.docx.reference.styles import styles_xml

__all__ = ["build_reference"]


def build_reference() -> bytes:
    """The reference document: a sample report that shows each style, with header, footer and numbering."""
    return document_to_docx(sample_report(), _bare(), sample_pages())


def _bare() -> bytes:
    """The look alone, without any text."""
    named = {
        "styles": ("word/styles.xml", styles_xml()),
        "numbering": ("word/numbering.xml", numbering_xml()),
        "settings": ("word/settings.xml", settings_xml()),
        "fontTable": ("word/fontTable.xml", font_table_xml()),
        "footnotes": ("word/footnotes.xml", footnotes_xml()),
        "theme": ("word/theme/theme1.xml", theme_xml()),
    }
    parts = [Part(name, kind, content.encode()) for kind, (name, content) in named.items()]
    parts.append(Part("word/document.xml", "document", document_xml().encode()))
    properties, leads = properties_to_parts(title="")
    return zip_files(
        package_files(
            [*parts, *properties],
            {
                ROOT: [Relationship("rId1", "officeDocument", "word/document.xml"), *leads],
                "word/document.xml": [
                    Relationship(f"rId{place}", kind, name)
                    for place, (kind, (name, _)) in enumerate(named.items(), start=1)
                ],
            },
        )
    )
