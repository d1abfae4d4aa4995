"""Reads bundles and style folders whole into memory; what cannot be read is a finding."""

import difflib
import errno
import os
import stat
from pathlib import Path

from opsreport.diagnostics import Diagnostics, Source, Span

MEGABYTE = 1024 * 1024
LARGEST_MB = 20
MANIFEST = "style.yaml"
MOST_STYLE_FILES = 200
TABLE_SUFFIXES = (".csv", ".tsv")
MOST_TABLES = 100


def read_source(path: str, found: Diagnostics) -> Source | None:
    """The file at this path, under the name the user typed; nothing and a finding where it cannot be read."""
    try:
        return Source(path, _content(Path(path)))
    except FileNotFoundError:
        _report_missing(path, found)
    except (OSError, ValueError) as fault:
        _report_unreadable(path, fault, found)
    return None


def is_folder(path: str) -> bool:
    """Whether there is a folder at this path."""
    return os.path.isdir(path)


def read_table_folder(path: str, found: Diagnostics) -> list[Source] | None:
    """The CSV files of a folder, in one order on every machine; nothing where one cannot be read."""
    names = _table_names(path, found)
    if names is None:
        return None
    sources: list[Source] = []
    for name in names:
        source = read_source(os.path.join(path, name), found)
        if source is None:
            return None
        sources.append(source)
        size = sum(len(one.content) for one in sources)
        if size > LARGEST_MB * MEGABYTE:
            found.add("file-too-large", Span(path), size=f"{size / MEGABYTE:.1f}", limit=LARGEST_MB)
            return None
    return sources


def report_beside(path: str, found: Diagnostics) -> Source | None:
    """The table `report` that lies beside a single table, if there is one."""
    folder = os.path.dirname(path)
    for name in ("report", "报告"):
        for suffix in TABLE_SUFFIXES:
            beside = os.path.join(folder, name + suffix)
            if os.path.isfile(beside):
                return read_source(beside, found)
    return None


def _table_names(path: str, found: Diagnostics) -> list[str] | None:
    """The names of the tables of a folder; of a folder without any, what it has instead is named."""
    try:
        names = sorted(name for name in os.listdir(path) if not name.startswith((".", "~$")))
    except OSError as fault:
        _report_unreadable(path, fault, found)
        return None
    tables = [name for name in names if name.lower().endswith(TABLE_SUFFIXES)]
    if not tables:
        others = {"workbook": (".xlsx", ".xlsm"), "yaml": (".yaml", ".yml")}
        kinds = ((key, name) for key, ends in others.items() for name in names if name.lower().endswith(ends))
        key, name = next(kinds, ("", ""))
        found.add("no-tables", Span(path), help_key=key, file=os.path.join(path, name))
        return None
    if len(tables) > MOST_TABLES:
        found.add("too-many-tables", Span(path), count=len(tables), limit=MOST_TABLES)
        return None
    return tables


def read_style_folder(path: str, found: Diagnostics) -> dict[str, Source] | None:
    """All files of a style's folder by their name within it; empty where there is no `style.yaml`.

    A style may come from somebody else, so links that lead out of its folder are refused.
    """
    folder = Path(path)
    files: dict[str, Source] = {}
    if not (folder / MANIFEST).exists():
        return files
    room = LARGEST_MB * MEGABYTE
    for name in _names(folder):
        if not _stays_inside(folder / name, folder):
            found.add("outside-link", Span(os.path.join(path, name)), file=name)
            return None
        source = read_source(os.path.join(path, name), found)
        if source is None:
            return None
        files[name] = source
        room -= len(source.content)
        if room < 0 or len(files) > MOST_STYLE_FILES:
            found.add("oversized-style", Span(path), file=path, limit=LARGEST_MB)
            return None
    return files


def packaged_templates() -> Path | None:
    """The folder of the built-in styles: in the installed package, or else in the checkout it runs from."""
    package = Path(__file__).parents[1]
    for folder in (package / "templates", package.parents[1] / "templates"):
        if (folder / "shared").is_dir():
            return folder
    return None


def read_packaged_styles(found: Diagnostics) -> dict[str, dict[str, Source]]:
    """The files of every built-in folder (memo, shared …), named as templates refer to them."""
    templates = packaged_templates()
    if templates is None:
        found.add("missing-templates")
        return {}
    return {
        folder.name: {
            name: Source(f"opsreport/{folder.name}/{name}", (folder / name).read_bytes())
            for name in _names(folder)
        }
        for folder in sorted(templates.iterdir())
        if folder.is_dir()
    }


def _content(path: Path) -> bytes:
    """The bytes of a regular file that is not too large; a pipe or a device might never end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EISDIR if path.is_dir() else errno.ENODEV, "")
    with path.open("rb") as file:
        content = file.read(LARGEST_MB * MEGABYTE + 1)
    if len(content) > LARGEST_MB * MEGABYTE:
        raise OSError(errno.EFBIG, "")
    return content


def _names(folder: Path) -> list[str]:
    """The names of a folder's files in one order on every machine; hidden and backup files are left out."""
    names = []
    for where, folders, files in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(where, name))]
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        names += [
            os.path.relpath(os.path.join(where, name), folder).replace(os.sep, "/")
            for name in (*files, *links)
            if not name.startswith(".") and not name.endswith("~")
        ]
        if len(names) > MOST_STYLE_FILES:
            break
    return sorted(names)


def _stays_inside(path: Path, folder: Path) -> bool:
    try:
        real = os.path.realpath(path, strict=True)
    except OSError as fault:
        if fault.errno == errno.ELOOP:
            # A link to itself leads nowhere, least of all inside.
            return False
        real = os.path.realpath(path)
    return Path(real).is_relative_to(os.path.realpath(folder))


def _report_missing(path: str, found: Diagnostics) -> None:
    where, name = os.path.split(path)
    try:
        beside = os.listdir(where or ".")
    except OSError:
        beside = []
    near = difflib.get_close_matches(name, beside, n=1, cutoff=0.7)
    found.add(
        "missing-file",
        Span(path),
        help_key="near" if near else "",
        file=path,
        folder=os.getcwd(),
        near=os.path.join(where, *near),
    )


def _report_unreadable(path: str, fault: OSError | ValueError, found: Diagnostics) -> None:
    number = fault.errno if isinstance(fault, OSError) else errno.EINVAL
    if number == errno.EFBIG:
        size = f"{os.path.getsize(path) / MEGABYTE:.1f}"
        found.add("file-too-large", Span(path), size=size, limit=LARGEST_MB)
        return
    keys = {errno.EISDIR: "folder", errno.EACCES: "permission", errno.EPERM: "permission"}
    key = "special" if number == errno.ENODEV else keys.get(number or 0, "")
    cause = os.strerror(number) if number else str(fault)
    found.add("unreadable-file", Span(path), help_key=key, file=path, cause=cause)
