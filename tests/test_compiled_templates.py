"""Templates are compiled once and kept, and nothing of that is to be seen in a report."""

from pathlib import Path

import jinja2
import pytest

from conftest import style_of
from opsreport.diagnostics import Diagnostics
from opsreport.styles import compiled
from opsreport.styles.environment import template_environment

HOME = "XDG_CACHE_HOME"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where templates are kept for this test alone."""
    monkeypatch.setenv(HOME, str(tmp_path))
    return tmp_path / "opsreport" / "templates"


def printed(template: str) -> str:
    return template_environment(style_of(template)).get_template("report.html.j2").render()


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    names: list[str] = []
    compile_source = jinja2.Environment._compile

    def counted(self: jinja2.Environment, source: str, filename: str) -> object:
        names.append(filename)
        return compile_source(self, source, filename)

    monkeypatch.setattr(jinja2.Environment, "_compile", counted)
    return names


def test_a_template_is_compiled_for_the_first_report_only(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = compilations(monkeypatch)
    assert [printed("<p>周报</p>"), printed("<p>周报</p>")] == ["<p>周报</p>"] * 2
    assert names == ["weekly/report.html.j2"]
    assert len(list(kept.iterdir())) == 1


def test_a_template_that_was_changed_is_compiled_anew(kept: Path) -> None:
    assert printed("<p>周报</p>") == "<p>周报</p>"
    assert printed("<p>月报</p>") == "<p>月报</p>"


def test_templates_are_compiled_anew_when_the_rules_for_them_change(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed("<p>周报</p>")
    names = compilations(monkeypatch)
    monkeypatch.setattr(compiled, "_rules", lambda: b"stricter")
    assert printed("<p>周报</p>") == "<p>周报</p>"
    assert names


@pytest.mark.parametrize("damage", [b"", b"j2", b"\0" * 400], ids=["empty", "cut short", "overwritten"])
def test_a_damaged_file_is_as_good_as_none(kept: Path, damage: bytes) -> None:
    printed("<p>周报</p>")
    (file,) = kept.iterdir()
    file.write_bytes(damage)
    assert printed("<p>周报</p>") == "<p>周报</p>"
    whole = file.read_bytes()
    file.write_bytes(whole[:60])
    assert printed("<p>周报</p>") == "<p>周报</p>"
    assert file.read_bytes() == whole


def test_a_machine_that_keeps_nothing_prints_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, "/dev/null/none")
    assert printed("<p>周报</p>") == "<p>周报</p>"


def test_a_fault_is_told_with_its_line_by_a_kept_template_too(kept: Path, found: Diagnostics) -> None:
    from opsreport.styles.environment import render_markup
    from test_templates import CONTEXT

    for _ in range(2):
        again = Diagnostics()
        render_markup(CONTEXT, style_of("<p>一</p>\n<p>二</p>\n<p>{{ 无此名 }}</p>"), again)
        (fault,) = again.errors()
        assert (fault.code, fault.primary.span.line) == ("undefined-name", 3)
