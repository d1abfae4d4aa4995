"""Transcripts: commands, what they print and how they end, as documents. Run as a script, it writes them anew.

A block ```` ```yaml q3.yaml ```` makes a file. A block ```` ```console ```` holds commands after `$ `, what both
streams show, and `[1]` for an exit code other than 0. All commands of a document run in one folder.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent / "cli"
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def documents() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def replayed(document: str) -> str:
    """The document with everything in it run again."""
    with tempfile.TemporaryDirectory() as folder:
        return BLOCK.sub(lambda block: _replayed_block(block, Path(folder)), document)


def _replayed_block(block: re.Match[str], folder: Path) -> str:
    if block["kind"] != "console":
        if block["name"]:
            (folder / block["name"]).write_text(block["text"], "utf-8")
        return block[0]
    commands = [line for line in block["text"].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(_run(command, folder) for command in commands) + "```"


def _run(command: str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", command.removeprefix("$ ")],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
    )
    code = f"[{done.returncode}]\n" if done.returncode else ""
    return f"{command}\n{done.stdout.replace(str(folder), '…')}{code}"


if __name__ == "__main__":
    for document in documents():
        document.write_text(replayed(document.read_text("utf-8")), "utf-8")
