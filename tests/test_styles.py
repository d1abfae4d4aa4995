"""A style's folder, put together: what it says, what it inherits, and what is wrong with it."""

import io
import zipfile
from pathlib import Path

import pytest

from opsreport import files
from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.inputs import is_usable_reference
from opsreport.styles import Style, assemble_style
from opsreport.writers.docx.reference import build_reference

MANIFEST = "contract: 1\ntitle: 周报\nextends: memo\n"
MEMO = Path(__file__).parent.parent / "examples" / "q3.yaml"
REPORT = '{% extends "opsreport/memo/report.html.j2" %}'


def assembled(found: Diagnostics, **own: str) -> Style | None:
    builtin = files.read_packaged_styles(found)
    names = {"manifest": "style.yaml", "report": "report.html.j2", "css": "print.css"}
    sources = {names[key]: Source(f"weekly/{names[key]}", text.encode()) for key, text in own.items()}
    return assemble_style("weekly", sources, builtin, found)


def test_a_style_that_extends_another_has_all_that_it_does_not_say_itself(found: Diagnostics) -> None:
    style = assembled(found, manifest=MANIFEST, report=REPORT, css="p { color: red }")
    assert style is not None
    assert style.manifest.title == "周报"
    assert [one.name for one in style.manifest.numbering] == ["part", "module", "plan", "section", "project"]
    assert "subject" in style.manifest.requires
    assert style.css[-1] == "p { color: red }"
    assert len(style.css) > 1
    assert style.reference


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        ("title: 周报\n", "context-version"),
        ("contract: 2\ntitle: 周报\n", "context-version"),
        ("contract: 1\n", "bad-style"),
        ("contract: 1\ntitle: 周报\nextends: nobody\n", "bad-style"),
        ("contract: 1\ntitle: 周报\ncolour: red\n", "bad-style"),
        ("contract: 1\ntitle: [a]\n", "bad-style"),
        ("contract: 1\ntitle: 周报\nrequires: org\n", "bad-style"),
        ("contract: 1\ntitle: 周报\nnumbering: [{name: part, level: 9, pattern: 第%部分}]\n", "bad-style"),
        ("contract: 1\ntitle: 周报\nnumbering: [{name: part, level: 1, pattern: 部分}]\n", "bad-style"),
        ("- 1\n", "bad-style"),
    ],
)
def test_a_fault_in_a_manifest_is_named_at_its_line(manifest: str, code: str, found: Diagnostics) -> None:
    assembled(found, manifest=manifest, report=REPORT)
    assert code in {one.code for one in found}
    for finding in found:
        assert finding.primary.span.file == "weekly/style.yaml"
        assert finding.primary.span.line
        assert finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("manifest", "parent"),
    [
        (MANIFEST, "memo"),
        ("contract: 1\ntitle: 年报\nextends: annual-review\n", "annual-review"),
        ("contract: 1\ntitle: 周报\n", "memo"),
    ],
)
def test_a_folder_without_a_template_is_told_which_file_to_write_and_what_into_it(
    manifest: str, parent: str, found: Diagnostics
) -> None:
    assert assembled(found, manifest=manifest) is None
    (finding,) = found
    assert finding.code == "template-not-found"
    assert "report.html.j2" in finding.message(Language.ZH)
    for language in Language:
        assert f'{{% extends "opsreport/{parent}/report.html.j2" %}}' in finding.help(language)


def test_a_folder_without_a_manifest_is_told_what_to_write_into_one(
    found: Diagnostics, tmp_path: Path
) -> None:
    (tmp_path / "print.css").write_text("p { color: red }", "utf-8")
    build(BuildRequest(str(MEMO), style=str(tmp_path)), found)
    (finding,) = found
    assert finding.code == "unknown-style"
    for language in Language:
        assert "contract: 1" in finding.help(language)


def word_file(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def test_the_shipped_reference_has_every_style_a_report_needs(found: Diagnostics) -> None:
    assert is_usable_reference(Source("reference.docx", build_reference()), found)
    assert not list(found)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "reference.docx"),
        (b"no zip at all", "reference.docx"),
        (word_file(a=b"x"), "reference.docx"),
        (word_file(bomb=b"\0" * (51 * 1024 * 1024)), "50 MB"),
        (build_reference().replace(b"PK", b"KP", 1), "reference.docx"),
    ],
)
def test_a_reference_document_that_is_none_is_refused(content: bytes, said: str, found: Diagnostics) -> None:
    assert not is_usable_reference(Source("reference.docx", content), found)
    (finding,) = found
    assert finding.code == "bad-reference"
    assert said in finding.message(Language.ZH) + finding.help(Language.ZH)


def test_a_reference_document_without_our_styles_is_used_and_they_are_named(found: Diagnostics) -> None:
    with zipfile.ZipFile(io.BytesIO(build_reference())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("报告正文".encode(), "别的样式".encode())
    assert is_usable_reference(Source("reference.docx", word_file(**parts)), found)
    (finding,) = found
    assert finding.code == "missing-styles"
    assert "报告正文" in finding.message(Language.ZH)
