"""What a build needs of this machine, looked at one by one."""

import ctypes
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from opsreport.files import packaged_templates
from opsreport.writers.pdf.fonts import font_folder

OLDEST_PYTHON = (3, 11)

# What WeasyPrint opens, under the names of Linux, macOS and Windows.
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz-Subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}

INSTALL = {
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "macos": "brew install pango",
    "windows": "pacman -S mingw-w64-ucrt-x86_64-pango  (MSYS2)",
}
NAMES = {"debian": "Debian, Ubuntu", "fedora": "Fedora", "macos": "macOS", "windows": "Windows"}
REINSTALL = "pip install --force-reinstall opsreport"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing builds need: what it is in both languages, whether it is there, and what to run if not."""

    zh: str
    en: str
    is_met: bool
    mend: str


def examine() -> Iterator[Need]:
    """Look at everything a build needs of this machine."""
    install = install_command()
    version = platform.python_version()
    is_new_enough = sys.version_info >= OLDEST_PYTHON
    yield Need(
        f"Python {version}（要 3.11 或更新）",
        f"Python {version} (3.11 or newer)",
        is_new_enough,
        "python.org",
    )
    has_weasyprint = find_spec("weasyprint") is not None
    yield Need(
        "WeasyPrint（排 PDF 用）", "WeasyPrint (sets the PDF)", has_weasyprint, "pip install weasyprint"
    )
    for name, files in LIBRARIES.items():
        yield Need(f"{name}（排 PDF 用）", f"{name} (sets the PDF)", can_load(files), install)
    fonts = any(font_folder().glob("*.ttf"))
    yield Need("随程序安装的字体", "fonts that come with the program", fonts, REINSTALL)
    yield Need("内置样式", "built-in styles", packaged_templates() is not None, REINSTALL)
    yield Need("可写的临时文件夹", "a writable temporary folder", _can_write(), "export TMPDIR=…")


def can_load(names: Iterable[str]) -> bool:
    """Whether the system finds a library under one of these names."""
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def install_command() -> str:
    """The command for this system, or those of all where it is not known."""
    family = _family()
    return INSTALL[family] if family else "; ".join(f"{NAMES[one]}: {INSTALL[one]}" for one in INSTALL)


def _family() -> str:
    match sys.platform:
        case "darwin":
            return "macos"
        case "win32":
            return "windows"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    relatives = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()
    if {"debian", "ubuntu"} & set(relatives):
        return "debian"
    return "fedora" if {"fedora", "rhel"} & set(relatives) else ""


def _can_write() -> bool:
    try:
        with tempfile.TemporaryFile():
            return True
    except OSError:
        return False
