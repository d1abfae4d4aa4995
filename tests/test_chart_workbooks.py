"""A chart shows what stands in its workbook, and follows when somebody changes it there.

Word reads the cells that a chart refers to as soon as its data are edited; here that is done for it.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring
from xml.sax.saxutils import escape

import openpyxl
import pypdfium2
import pytest
from openpyxl.workbook import Workbook

from docx_reading import WordFile, written
from opsreport.document import Chart
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.package import zip_files
from test_docx_charts import CHART, EVERY_KIND, WORKBOOK, C
from test_golden import EXAMPLES, build_example
from word_judges import laid_out, office

REFERENCE = re.compile(r"'(.+)'!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?")
# Within the axis, which keeps the range it was drawn with.
CHANGED = 1234

EDIT = """
Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  book.Sheets.getByIndex(0).getCellByPosition(1, 1).setValue({value})
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, form())
  book.close(True)
End Sub
"""


def referred(chart: Element) -> Iterator[tuple[Element, str]]:
    """Each copy of cells in a chart, and the address of the cells."""
    for tag in ("strRef", "numRef"):
        for reference in chart.iter(f"{C}{tag}"):
            address, copy = reference
            yield copy, address.text or ""


def cells(book: Workbook, address: str) -> list[object]:
    found = REFERENCE.fullmatch(address)
    assert found, address
    sheet, column, first, last = found.groups()
    return [book[sheet][f"{column}{row}"].value for row in range(int(first), int(last or first) + 1)]


def copied(copy: Element) -> list[object]:
    """The cells as a chart has them, empty ones as nothing."""
    size = int(copy.findall(f"{C}ptCount")[0].get("val", ""))
    shown: list[object] = [None] * size
    for point in copy.iter(f"{C}pt"):
        text = point[0].text or ""
        shown[int(point.get("idx", ""))] = float(text) if copy.tag == f"{C}numCache" else text
    return shown


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def charts_of(file: WordFile) -> Iterator[tuple[Element, Workbook]]:
    for name in file.files:
        if found := re.fullmatch(r"word/charts/chart(\d+)\.xml", name):
            book = f"word/embeddings/Microsoft_Excel_Sheet{found[1]}.xlsx"
            yield file.part(name), opened(file.files[book])


def assert_shown_as_kept(file: WordFile) -> None:
    for chart, book in charts_of(file):
        references = list(referred(chart))
        assert references
        for copy, address in references:
            assert copied(copy) == cells(book, address), address


def test_every_kind_of_chart_shows_what_its_workbook_holds() -> None:
    file = written(*EVERY_KIND)
    assert len(list(charts_of(file))) == len(EVERY_KIND)
    assert_shown_as_kept(file)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_charts_of_the_examples_show_what_their_workbooks_hold(name: str) -> None:
    assert_shown_as_kept(WordFile(build_example(name)[0].outputs["docx"]))


def edited_in_libreoffice(folder: Path, content: bytes) -> bytes:
    """A workbook after its first figure was changed and it was saved."""
    office(folder, "--terminate_after_init")
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    code = escape(EDIT.format(value=CHANGED))
    module.write_text(
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{code}</script:module>',
        "utf-8",
    )
    book, edited = folder / "book.xlsx", folder / "edited.xlsx"
    book.write_bytes(content)
    office(folder, f'macro:///Standard.Module1.Edit("{book.as_uri()}","{edited.as_uri()}")')
    return edited.read_bytes()


def read_anew(chart: bytes, book: Workbook) -> bytes:
    """A chart after Word has read its cells again."""
    tree = fromstring(chart)
    for copy, address in referred(tree):
        for place, value in enumerate(cells(book, address)):
            for point in copy.iterfind(f"{C}pt[@idx='{place}']"):
                point[0].text = str(value)
    return tostring(tree, encoding="unicode").encode()


@pytest.mark.slow
@pytest.mark.parametrize("kind", EVERY_KIND[:4], ids=lambda chart: chart.kind.value)
def test_a_figure_changed_in_the_workbook_is_shown(kind: Chart, tmp_path: Path) -> None:
    files = dict(written(kind).files)
    before = dict(files)
    files[WORKBOOK] = edited_in_libreoffice(tmp_path, files[WORKBOOK])
    files[CHART] = read_anew(files[CHART], opened(files[WORKBOOK]))
    assert faults(files) == []
    shown = {str(CHANGED), f"{CHANGED:,}"}
    for package, expected in ((before, False), (files, True)):
        report = tmp_path / f"report-{expected}.docx"
        report.write_bytes(zip_files(package))
        page = pypdfium2.PdfDocument(laid_out(tmp_path, report))[0].get_textpage().get_text_range()
        assert any(one in page for one in shown) is expected, page
