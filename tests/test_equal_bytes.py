"""Equal input gives equal bytes: whatever the hash seed, the time zone, the language, the folder and the hour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from test_golden import EXAMPLES, ROOT

pytestmark = pytest.mark.slow

OPSREPORT = Path(sys.executable).with_name("opsreport")
FORMATS = "docx,pdf,html"
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"},
    {
        "PYTHONHASHSEED": "4294967295",
        "TZ": "America/Adak",
        "LANG": "C",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
    },
)


def built(name: str, folder: Path, surroundings: dict[str, str], *options: str) -> dict[str, bytes]:
    """Every file that a build writes, by its name, the command given in a folder of its own."""
    desk, out = folder / "desk", folder / "out"
    desk.mkdir(parents=True)
    bundle, style = EXAMPLES[name]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    command: list[str | Path] = [
        OPSREPORT,
        "build",
        ROOT / bundle,
        "--style",
        style,
        "--to",
        FORMATS,
        "-o",
        f"{out}/",
        *options,
    ]
    done = subprocess.run(
        command, cwd=desk, env=kept | surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {file.name: file.read_bytes() for file in out.iterdir() if file.is_file()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_is_the_same_to_the_byte_wherever_it_is_made(name: str, tmp_path: Path) -> None:
    here, there = (
        built(name, tmp_path / str(place), surroundings) for place, surroundings in enumerate(SURROUNDINGS)
    )
    assert len(here) == len(FORMATS.split(","))
    assert here == there


@pytest.mark.parametrize("profile", ["edit", "review"])
def test_so_is_a_file_to_edit_or_to_check(profile: str, tmp_path: Path) -> None:
    here, there = (
        built("annual-2025.annual-review", tmp_path / str(place), surroundings, "--profile", profile)
        for place, surroundings in enumerate(SURROUNDINGS)
    )
    assert here == there
