"""Codes that take a style, a layout or a whole report to show: each has an example with the message a user sees.

An example is a folder of `tests/errors/whole`: its bundle, often a style, and the message that was approved.
"""

from pathlib import Path

import pytest

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.catalogue.figures import FIGURES
from opsreport.diagnostics.catalogue.pages import PAGES
from opsreport.diagnostics.catalogue.style import STYLE
from opsreport.diagnostics.render import render

ERRORS = Path(__file__).parent / "errors"
EXAMPLES = sorted(path for path in (ERRORS / "whole").iterdir() if path.is_dir())
READ_ELSEWHERE = {path.stem for path in ERRORS.glob("*.yaml")}


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as the user typed them, so the examples are built from their own folders."""
    monkeypatch.chdir(ERRORS / "whole")


def findings(path: Path) -> tuple[Diagnostics, list[Source]]:
    found = Diagnostics()
    result = build(BuildRequest(f"{path.name}/bundle.yaml", formats=("pdf",)), found)
    return found, result.sources


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_shows_its_own_defect_and_no_other(path: Path, request: pytest.FixtureRequest) -> None:
    found, sources = findings(path)
    assert {finding.code for finding in found} == {path.name}
    lines = {one.name: one.content.decode("utf-8", "replace").splitlines() for one in sources}
    shown = render(found.sorted(), lines)
    expected = path / "message.txt"
    if request.config.getoption("--golden") == "update":
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")
    for finding in found:
        assert finding.help(Language.EN)


def test_every_code_of_styles_pages_and_figures_has_an_example() -> None:
    codes = {code.name for code in (*STYLE, *PAGES, *FIGURES)} | {"unprinted-content"}
    assert codes - READ_ELSEWHERE == {path.name for path in EXAMPLES}
