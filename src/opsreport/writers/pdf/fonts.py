"""The fonts shipped with opsreport, and the set-up under which Pango sees them and no others."""

import atexit
import os
import shutil
import tempfile
from bisect import bisect_right
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from opsreport.user_cache import kept_folder

SETTINGS = "FONTCONFIG_FILE"
SONG, HEI = "Ops Song", "Ops Hei"

# Names a style may ask for, and the shipped family that answers where the machine has none of that name.
STAND_INS = {
    "serif": SONG,
    "SimSun": SONG,
    "宋体": SONG,
    "sans-serif": HEI,
    "monospace": HEI,
    "SimHei": HEI,
    "黑体": HEI,
}

# Drawn as nothing, so no font needs them: controls, joiners, direction marks, variation selectors.
INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0x00, 0x1F),
        (0xAD, 0xAD),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x2064),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)


def font_folder() -> Path:
    """The folder of the shipped fonts, their licence and the list of their characters."""
    return Path(__file__).parent / "fonts"


def covered(char: str) -> bool:
    """Whether the shipped fonts can print a character."""
    starts, ends = _ranges()
    at = bisect_right(starts, ord(char)) - 1
    return char in INVISIBLE or (at >= 0 and ord(char) <= ends[at])


def missing_characters(text: str) -> list[str]:
    """The characters of a text that would come out as empty boxes, each once, in the order met."""
    return [char for char in dict.fromkeys(text) if not covered(char)]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    lines = (font_folder() / "coverage.txt").read_text(encoding="ascii").split()
    starts, ends = zip(*(line.split("-") for line in lines), strict=True)
    return [int(code, 16) for code in starts], [int(code, 16) for code in ends]


def choose_fonts(*, system_fonts: bool) -> None:
    """Let Pango see the shipped fonts, and the machine's own on request: with those, pages differ by machine.

    fontconfig reads its settings from the file named in the environment whenever a document is begun.
    """
    os.environ[SETTINGS] = str(settings_file(system_fonts=system_fonts))


def settings_file(*, system_fonts: bool) -> Path:
    """The settings under which fontconfig finds these fonts; they last at least as long as this process."""
    wanted = _settings(_cache_folder(), system_fonts)
    # Named after its content: another installation writes another file.
    settings = _cache_folder() / f"{sha256(wanted.encode()).hexdigest()[:16]}.conf"
    if not settings.exists():
        unfinished = settings.with_suffix(f".{os.getpid()}")
        unfinished.write_text(wanted, encoding="utf-8")
        unfinished.replace(settings)
    return settings


@cache
def _cache_folder() -> Path:
    """A folder that outlives the process, so that fonts are scanned once, or else a temporary one."""
    kept = kept_folder("fontconfig")
    if kept is not None:
        return kept
    folder = Path(tempfile.mkdtemp(prefix="opsreport-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _settings(cache_folder: Path, system_fonts: bool) -> str:
    """A fontconfig file; the Ext family follows its main family wherever that is asked for."""
    folders = [font_folder(), *(_system_folders() if system_fonts else [])]
    families = {**STAND_INS, SONG: f"{SONG} Ext", HEI: f"{HEI} Ext"}
    return "\n".join(
        [
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            f"<cachedir>{escape(str(cache_folder))}</cachedir>",
            *(_alias(family, stand_in) for family, stand_in in families.items()),
            "</fontconfig>\n",
        ]
    )


def _alias(family: str, stand_in: str) -> str:
    return (
        f'<alias binding="same"><family>{family}</family><accept><family>{stand_in}</family></accept></alias>'
    )


def _system_folders() -> list[Path]:
    """Where fonts are installed on Linux, macOS and Windows."""
    usual = ["/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"]
    usual += ["/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts"]
    return [folder for folder in map(Path, map(os.path.expanduser, usual)) if folder.is_dir()]
