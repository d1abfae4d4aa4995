"""Draws the pictures of the README: pages of the examples as PDF, and as LibreOffice shows the Word files."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = set(re.findall(r"docs/pictures/([a-z0-9-]+)\.png", README))
EXAMPLES = {"memo": "q3.yaml", "topic": "lifecycle.yaml", "annual": "annual-2025"}
SCALE = 1.1
COLOURS = 48

# Stand-ins for the fonts of Chinese Windows, which a Linux machine does not have.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{aliases}</fontconfig>"""
STAND_INS = {"宋体": "Noto Serif CJK SC", "黑体": "Noto Sans CJK SC", "Calibri": "Noto Sans CJK SC",
             "Times New Roman": "Noto Serif CJK SC"}  # fmt: skip


def draw(pdf: bytes, name: str) -> None:
    """Each page that is shown, as a small PNG."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        if f"{name}-{number}" not in SHOWN:
            continue
        picture = page.render(scale=SCALE).to_pil().convert("RGB").quantize(COLOURS)
        picture.save(PICTURES / f"{name}-{number}.png", optimize=True)


def word_as_pdf(content: bytes) -> bytes:
    """The Word file as LibreOffice lays it out."""
    with tempfile.TemporaryDirectory() as folder:
        aliases = "".join(
            f'<match target="pattern"><test name="family"><string>{asked}</string></test>'
            f'<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>'
            for asked, given in STAND_INS.items()
        )
        settings = Path(folder, "fonts.conf")
        settings.write_text(FONTS.format(aliases=aliases), "utf-8")
        source = Path(folder, "memo.docx")
        source.write_bytes(content)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        environment = {"FONTCONFIG_FILE": str(settings), "HOME": folder, "PATH": "/usr/bin:/bin"}
        subprocess.run(
            [*command, "--outdir", folder, source], check=True, env=environment, capture_output=True
        )
        return source.with_suffix(".pdf").read_bytes()


def main() -> int:
    """Draw the pages that the README shows; those in Word only where LibreOffice is installed."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name, bundle in EXAMPLES.items():
        request = BuildRequest(str(ROOT / "examples" / bundle), formats=("docx", "pdf"))
        outputs = build(request, Diagnostics()).outputs
        draw(outputs["pdf"], f"{name}-pdf")
        if shutil.which("soffice"):
            draw(word_as_pdf(outputs["docx"]), f"{name}-word")
    return 0


if __name__ == "__main__":
    sys.exit(main())
