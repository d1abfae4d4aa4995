"""What a report was made from, to tell it from another report that asks for the same name."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Provenance:
    """The bundle's path, the style (a built-in name, or a folder's path that ends in `/`), whether a draft.

    Paths lead from the current folder, and from the report's folder once they are recorded there.
    """

    bundle: str
    style: str
    draft: bool = False

    def recorded(self, folder: Path) -> "Provenance":
        """The same with paths from this folder, so that both may be moved together."""
        style = f"{_path_from(folder, self.style)}/" if _is_folder(self.style) else self.style
        return Provenance(_path_from(folder, self.bundle), style, self.draft)

    def objection(self, old: "Provenance | None", folder: Path) -> str:
        """Why a report made from this may not replace the old one: the code of a finding, or nothing.

        A report is known by its bundle and its style. One whose bundle is gone, renamed perhaps, is nobody's.
        Both are as recorded in the folder; nothing is known of what an earlier version wrote.
        """
        if old is None:
            return ""
        if os.path.exists(_place(folder, old.bundle)):
            if not _is_same(folder, old.bundle, self.bundle):
                return "other-report"
            if not self._has_style_of(old, folder) and _is_style(folder, old.style):
                return "other-report"
        return "draft-over-final" if self.draft and not old.draft else ""

    def _has_style_of(self, old: "Provenance", folder: Path) -> bool:
        if _is_folder(self.style) and _is_folder(old.style):
            return _is_same(folder, self.style, old.style)
        return self.style == old.style

    def shown(self, folder: Path) -> tuple[str, str]:
        """Bundle and style for a message: paths from the current folder where they lie below it."""
        style = _shown(folder, self.style) if _is_folder(self.style) else self.style
        return _shown(folder, self.bundle), style


def _is_folder(style: str) -> bool:
    return style.endswith(("/", os.sep))


def _is_style(folder: Path, style: str) -> bool:
    return not _is_folder(style) or os.path.isdir(_place(folder, style))


def _path_from(folder: Path, path: str) -> str:
    where, name = os.path.split(os.path.normpath(path))
    # `..` leads back from where a link on the way points; a bundle that is a link itself keeps its name.
    whole = os.path.join(os.path.realpath(where), name)
    try:
        whole = os.path.relpath(whole, os.path.realpath(folder))
    except ValueError:
        # Windows: from one drive to another there is no way but the whole path.
        return whole.replace(os.sep, "/")
    return whole.replace(os.sep, "/")


def _place(folder: Path, recorded: str) -> str:
    return os.path.join(os.path.realpath(folder), recorded)


def _is_same(folder: Path, one: str, two: str) -> bool:
    try:
        return one == two or os.path.samefile(_place(folder, one), _place(folder, two))
    except (OSError, ValueError):
        return False


def _shown(folder: Path, recorded: str) -> str:
    whole = os.path.normpath(_place(folder, recorded))
    try:
        return Path(whole).relative_to(os.path.realpath(".")).as_posix()
    except ValueError:
        return whole
