"""The Word files of the examples as others see them: valid to the Open XML SDK, and laid out page by page."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest

from opsreport.writers.docx.package import zip_files
from test_docx_planted_faults import report, review
from test_golden import EXAMPLES, build_example
from word_judges import laid_out, sdk_faults

pytestmark = pytest.mark.slow

PAGES = {"q3.memo": 5, "annual-2025.annual-review": 9, "lifecycle.lifecycle-topic": 5, "q3.house-style": 5}


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word file of an example."""
    result, _ = build_example(request.param, formats=("docx",))
    file = tmp_path_factory.mktemp("word") / f"{request.param}.docx"
    file.write_bytes(result.outputs["docx"])
    return file


def test_the_open_xml_sdk_finds_nothing_wrong(example: Path) -> None:
    assert sdk_faults(example) == []


@pytest.mark.parametrize("files", [report, review])
def test_the_open_xml_sdk_finds_nothing_wrong_with_any_feature(
    files: Callable[[], Mapping[str, bytes]], tmp_path: Path
) -> None:
    file = tmp_path / "whole.docx"
    file.write_bytes(zip_files(files()))
    assert sdk_faults(file) == []


def test_the_open_xml_sdk_finds_nothing_wrong_with_the_workbooks_of_charts(
    example: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(example) as package:
        books = [name for name in package.namelist() if name.endswith(".xlsx")]
        for name in books:
            book = tmp_path / Path(name).name
            book.write_bytes(package.read(name))
            assert sdk_faults(book) == []


def test_the_open_xml_sdk_would_say_what_is_wrong(example: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(example) as package:
        files = {name: package.read(name) for name in package.namelist()}
    wrong = files["word/document.xml"].replace(b'<w:pgSz w:w="11906"', b'<w:pgSz w:w="wide"')
    file = tmp_path / "wrong.docx"
    file.write_bytes(zip_files({**files, "word/document.xml": wrong}))
    assert any("'wide'" in fault for fault in sdk_faults(file))


def test_libreoffice_lays_out_as_many_pages_as_before(example: Path, tmp_path: Path) -> None:
    assert len(pypdfium2.PdfDocument(laid_out(tmp_path, example))) == PAGES[example.stem]
