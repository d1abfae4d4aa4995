"""A Word file that is broken or would do harm is refused, each kind with its own reason."""

from pathlib import Path

import pytest

from docx_reading import REFERENCE
from hostile_word_files import HOSTILE, edited, good, hostile, leading, with_field, zipped
from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.catalogue.word_files import REFUSED_EN, REFUSED_ZH
from opsreport.inputs import is_usable_reference
from opsreport.writers.docx.foreign import read_foreign

MEMO = Path(__file__).parents[1] / "examples" / "q3.yaml"


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_own_reason_and_a_way_out(name: str) -> None:
    key, _ = HOSTILE[name]
    found = Diagnostics()
    assert not is_usable_reference(Source("my.docx", hostile(name)), found)
    (finding,) = found
    assert finding.code == "bad-reference"
    assert finding.help_key == key
    for language in Language:
        assert "my.docx" in finding.message(language)
        assert finding.help(language)


def test_every_reason_has_a_file_that_shows_it_and_words_in_both_languages() -> None:
    shown_with_headers = {"picture"}
    assert {key for key, _ in HOSTILE.values()} | shown_with_headers == set(REFUSED_ZH) == set(REFUSED_EN)


@pytest.mark.parametrize("name", ["XXE", "a .docm", "an attached template", "half a file", "a bomb"])
def test_nothing_is_built_on_it(name: str, tmp_path: Path) -> None:
    mine = tmp_path / "my.docx"
    mine.write_bytes(hostile(name))
    found = Diagnostics()
    result = build(BuildRequest(str(MEMO), "memo", reference=str(mine)), found)
    assert not result.outputs
    assert [finding.code for finding in found.errors()] == ["bad-reference"]


@pytest.mark.parametrize(
    "harmless",
    [
        lambda: leading("hyperlink", "https://example.com/手册"),
        lambda: leading("hyperlink", "mailto:a@example.com"),
        lambda: with_field(r"PAGE \* MERGEFORMAT"),
        lambda: with_field(r'HYPERLINK \l "_Toc1"'),
        lambda: with_field(r'STYLEREF "标题 1"'),
        lambda: with_field(" = 1 + 2 "),
        lambda: edited("[Content_Types].xml", r"document\.main", "template.main"),
        lambda: {**good(), "customXml/item1.xml": b"<a/>"},
    ],
)
def test_what_staff_have_in_their_files_does_not_stand_in_the_way(harmless: object) -> None:
    assert callable(harmless)
    found = Diagnostics()
    assert is_usable_reference(Source("my.docx", zipped(harmless())), found)
    assert not list(found)


def test_only_as_much_is_unpacked_as_the_directory_says() -> None:
    assert sum(map(len, read_foreign(REFERENCE).files.values())) < 1_000_000
