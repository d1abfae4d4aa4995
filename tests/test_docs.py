"""What the manuals say is what the program does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import CATALOGUE, Diagnostics, Language
from opsreport.diagnostics.catalogue import FAMILIES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "templates" / "README.md"])


def test_the_generated_tables_are_up_to_date() -> None:
    script = [sys.executable, "scripts/write_docs.py", "--check"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), "make docs"


def test_each_code_stands_in_one_family_only() -> None:
    names = [code.name for codes in FAMILIES.values() for code in codes]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", CATALOGUE.values(), ids=lambda code: code.name)
def test_a_code_speaks_both_languages(code: object) -> None:
    for language in Language:
        words = code.words(language)  # type: ignore[attr-defined]
        assert words.message
        assert words.explanation
    zh, en = (code.words(language) for language in (Language.ZH, Language.EN))  # type: ignore[attr-defined]
    assert set(zh.help_for) == set(en.help_for)
    assert not re.search(r"[\u4e00-\u9fff][,;:!?](?=[\u4e00-\u9fff])", zh.message + zh.help + zh.explanation)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in (
        "init",
        "build",
        "check",
        "fix",
        "schema",
        "explain",
        "styles",
        "doctor",
        "make demo",
        "make test",
    ):
        assert command in readme


def test_the_readme_examples_use_options_that_exist() -> None:
    listed = "".join(
        subprocess.run(
            [sys.executable, "-m", "opsreport", command, "--help"], capture_output=True, text=True, check=True
        ).stdout
        for command in ("build", "fix")
    )
    for option in set(re.findall(r"(?<=\s)--[a-z-]+", (ROOT / "README.md").read_text("utf-8"))):
        if option not in ("--no-install-recommends",):
            assert option in listed, option


def test_the_project_speaks_of_itself_alone() -> None:
    """No page of the project carries a path of one machine."""
    for page in PAGES:
        assert not re.search(r"/(?:work|root|home/\w+)/", page.read_text("utf-8"))


def test_the_readmes_bundle_builds_and_prints_what_the_readme_says(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    bundle = tmp_path / "q3.yaml"
    bundle.write_text(re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)[1], "utf-8")  # type: ignore[index]
    found = Diagnostics()
    result = build(BuildRequest(str(bundle), stop_after="context"), found)
    assert not list(found)
    said = re.search(r"它印出“(.*?)”", readme)
    assert said is not None
    assert said[1] in json.loads(result.intermediate or "")["report"]["abstract"][0]
