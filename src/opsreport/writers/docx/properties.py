"""The document's properties: what Word and file managers show of it without opening it."""

import datetime
from collections.abc import Sequence

from opsreport.writers.docx.package import XML, Part, Relationship, escape

# A report without a date is as old as the entries of its zip: never the clock, so that builds repeat.
_NO_DATE = datetime.date(1980, 1, 1)
# Word refuses longer ones.
_LONGEST = 255


def properties_to_parts(
    title: str,
    author: str = "",
    organisation: str = "",
    subject: str = "",
    keywords: Sequence[str] = (),
    date: datetime.date | None = None,
) -> tuple[list[Part], list[Relationship]]:
    """The two property parts and the package's relationships to them."""
    moment = moment_of(date)
    stamp = 'xsi:type="dcterms:W3CDTF"'
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{_named('dc:title', title)}{_named('dc:subject', subject)}{_named('dc:creator', author)}"
        f"{_named('cp:keywords', '；'.join(keywords))}{_named('cp:lastModifiedBy', author)}"
        f"<cp:revision>1</cp:revision><dcterms:created {stamp}>{moment}</dcterms:created>"
        f"<dcterms:modified {stamp}>{moment}</dcterms:modified><dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    )
    application = (
        f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>opsreport</Application>{_named("Company", organisation)}'
        "</Properties>"
    )
    return (
        [
            Part("docProps/core.xml", "core-properties", core.encode()),
            Part("docProps/app.xml", "extended-properties", application.encode()),
        ],
        [
            Relationship("rId2", "core-properties", "docProps/core.xml"),
            Relationship("rId3", "extended-properties", "docProps/app.xml"),
        ],
    )


def moment_of(date: datetime.date | None) -> str:
    """A report's date as Word writes moments."""
    # isoformat, since strftime leaves years before 1000 short of four digits.
    return f"{(date or _NO_DATE).isoformat()}T00:00:00Z"


def _named(element: str, text: str) -> str:
    return f"<{element}>{escape(text[:_LONGEST])}</{element}>" if text else ""
