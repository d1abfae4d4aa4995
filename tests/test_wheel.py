"""The wheel by itself: installed where nothing else is, it builds a report in an empty folder."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_builds_a_memo_in_an_empty_environment(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ".", cwd=ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=tmp_path)
    desk = tmp_path / "desk"
    desk.mkdir()
    shutil.copy(ROOT / "examples" / "q3.yaml", desk)
    opsreport = tmp_path / "env" / "bin" / "opsreport"
    assert run(opsreport, "build", "q3.yaml", "--to", "docx,html", cwd=desk).split() == [
        "q3-memo.docx",
        "q3-memo.html",
    ]
    assert (desk / "q3-memo.docx").read_bytes().startswith(b"PK")
    assert "memo" in run(opsreport, "styles", cwd=desk)
