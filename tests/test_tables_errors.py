"""Each code of tables has an example of its own, a folder, shown with the whole message that a user sees."""

from pathlib import Path

import pytest

from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.catalogue.tables import TABLES
from opsreport.diagnostics.render import render
from opsreport.inputs import read_bundle

ERRORS = Path(__file__).parent / "tables" / "errors"
EXAMPLES = sorted(path.name for path in ERRORS.iterdir())

SHOWN_ELSEWHERE = {
    "too-many-columns": "an example would be one endless line",
    "too-many-tables": "an example would be a hundred files",
    "missing-report": "it takes a style, and the examples are checked without one",
    "lone-table": "it takes a file where these examples are folders",
}


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as the user typed them, so the examples are read from their own folder."""
    monkeypatch.chdir(ERRORS)


def findings(name: str) -> tuple[Diagnostics, list[Source]]:
    found = Diagnostics()
    sources: list[Source] = []
    read_bundle(name, None, sources, found)
    return found, sources


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_its_own_defect_and_no_other(name: str, request: pytest.FixtureRequest) -> None:
    found, sources = findings(name)
    assert {finding.code for finding in found} == {name}
    lines = {one.name: one.content.decode("utf-8").splitlines() for one in sources}
    shown = render(found.sorted(), lines)
    expected = ERRORS / name / "message.txt"
    if request.config.getoption("--golden") == "update":
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_says_what_to_do_in_both_languages(name: str, language: Language) -> None:
    for finding in findings(name)[0]:
        assert finding.message(language)
        assert finding.help(language)


def test_every_code_of_tables_has_an_example() -> None:
    assert {code.name for code in TABLES} - set(EXAMPLES) == set(SHOWN_ELSEWHERE)
