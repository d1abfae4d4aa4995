"""Each code of reading and of the checks has an example of its own, shown with the whole message a user sees."""

from pathlib import Path

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import CATALOGUE, Diagnostics, Language, Source
from opsreport.diagnostics.catalogue import FAMILIES
from opsreport.diagnostics.render import render
from opsreport.readers.yaml import read_yaml

ERRORS = Path(__file__).parent / "errors"
EXAMPLES = sorted(ERRORS.glob("*.yaml"))

JUDGED = ("reading", "structure", "values", "wording", "periods", "relations", "typography")
"""The families whose codes a bundle alone can show."""

NEEDS = {
    "missing-header-field": (("org", "subject", "date"), ()),
    "empty-section": ((), ("modules", "problems")),
    "plan-without-resources": ((), ("request",)),
}
"""What a style would ask for, where the code is about that."""

SHOWN_ELSEWHERE = {
    "file-too-large": "an example would weigh eight megabytes",
    "too-many-values": "an example would weigh megabytes",
    "unprinted-content": "it takes a style that leaves something out",
}


def findings(path: Path) -> Diagnostics:
    found = Diagnostics()
    node = read_yaml(Source(path.name, path.read_bytes()), found)
    bundle = decode_bundle(node, found) if node else None
    if bundle is not None:
        check_bundle(bundle, *NEEDS.get(path.stem, ((), ())), found)
    return found


def shown(path: Path) -> str:
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return render(findings(path).sorted(), {path.name: lines})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_shows_its_own_defect_and_no_other(path: Path) -> None:
    assert {finding.code for finding in findings(path)} == {path.stem}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_message_is_the_one_that_was_read_and_approved(
    path: Path, request: pytest.FixtureRequest
) -> None:
    expected = path.with_suffix(".txt")
    if request.config.getoption("--golden", default=None) == "update":
        expected.write_text(shown(path), encoding="utf-8")
    assert shown(path) == expected.read_text(encoding="utf-8")


def test_every_code_of_reading_and_of_the_checks_has_an_example() -> None:
    codes = {code.name for family in JUDGED for code in FAMILIES[family]}
    assert codes - {path.stem for path in EXAMPLES} == set(SHOWN_ELSEWHERE)


def test_no_message_stands_for_an_example_that_is_gone() -> None:
    assert {path.stem for path in ERRORS.glob("*.txt")} == {path.stem for path in EXAMPLES}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_reads_in_both_languages_and_says_what_to_do(path: Path, language: Language) -> None:
    for finding in findings(path):
        assert finding.message(language)
        assert finding.help(language)
        assert "{}" not in finding.message(language) + finding.help(language)


def test_the_catalogue_names_each_code_once() -> None:
    names = [code.name for codes in FAMILIES.values() for code in codes]
    assert len(names) == len(set(names))
    assert set(names) <= set(CATALOGUE)
