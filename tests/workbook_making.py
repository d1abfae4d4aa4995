"""Workbooks for tests, written part by part as Excel and WPS write them, faults included."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def text(reference: str, words: str) -> str:
    """A cell with a text of its own."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def number(reference: str, value: str, style: int = 0) -> str:
    """A cell with a number, in the format of this number."""
    return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'


def row(place: int, *cells: str, **attributes: str) -> str:
    """A row with its cells."""
    more = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f'<row r="{place}"{more}>{"".join(cells)}</row>'


def texts(place: int, *words: str) -> str:
    """A row of texts from the first column on; an empty one is no cell."""
    return row(place, *(text(f"{chr(65 + at)}{place}", word) for at, word in enumerate(words) if word))


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    """A sheet with its rows, and what stands before and behind them."""
    return (
        f'{XML}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheetData>{"".join(rows)}</sheetData>'
        f"{after}</worksheet>"
    )


def workbook(
    sheets: Mapping[str, str],
    *,
    formats: Sequence[str] = (),
    shared: str = "",
    states: Mapping[str, str] | None = None,
    properties: str = "",
    more: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    strict: bool = False,
) -> bytes:
    """A workbook of these sheets; cells refer to `formats` by number from 1, to `shared` items as they stand."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"'
        f"{f' state={quoteattr(states[name])}' if states and name in states else ''}/>"
        for at, name in enumerate(names, 1)
    )
    leads = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}">{leads}'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>{relations}</Relationships>',
        "xl/styles.xml": styles(formats),
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">{shared}</sst>',
    }
    parts |= {f"xl/worksheets/sheet{at}.xml": sheets[name] for at, name in enumerate(names, 1)}
    parts |= more or {}
    return archive(parts, strict=strict)


def styles(formats: Sequence[str]) -> str:
    """The cell styles: the first is General, then one for each format."""
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode={quoteattr(code)}/>' for at, code in enumerate(formats)
    )
    cells = "".join(f'<xf numFmtId="{200 + at}"/>' for at in range(len(formats)))
    return (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )


def archive(parts: Mapping[str, str | bytes], *, strict: bool = False) -> bytes:
    """The parts in an archive, in the vocabulary of the strict standard if so asked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            if strict and isinstance(content, str):
                for usual, other in STRICT.items():
                    content = content.replace(usual, other)
            file.writestr(name, content)
    return packed.getvalue()
