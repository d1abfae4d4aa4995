"""Which formats are made, and where they go: what `--to`, `-o` and `--date` say."""

import datetime
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import typer

FORMATS = ("docx", "pdf", "html")

# The same ways of writing a day as in a bundle.
DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))", re.ASCII)


@dataclass(frozen=True, slots=True)
class Destination:
    """A folder, and the name of the one file in it where the user gave one."""

    formats: tuple[str, ...]
    folder: str
    name: str
    bundle: str
    profile: str = "final"

    def file_name(self, style: str, output_format: str) -> str:
        """The name given, or else one of the bundle, the style and the format: `q3-memo.docx`.

        A Word file that is not to be sent says so: `q3-memo-review.docx`.
        """
        if self.name:
            return self.name
        use = f"-{self.profile}" if output_format == "docx" and self.profile != "final" else ""
        return f"{self._bundle_name()}-{os.path.basename(os.path.abspath(style))}{use}.{output_format}"

    def _bundle_name(self) -> str:
        """What the bundle is called: a file without its suffix, a folder with all of its name."""
        if os.path.isdir(self.bundle):
            return os.path.basename(os.path.abspath(self.bundle))
        return Path(self.bundle).stem


def destination_of(
    bundle: str,
    to: str | None,
    output: str | None,
    *,
    intermediate: str | None = None,
    profile: str = "final",
) -> Destination:
    """Where a build goes: `-o` with a known suffix is a file, otherwise a folder.

    An intermediate result has no format: `-o` is its file.
    """
    made = _destination(bundle, to, output, intermediate=intermediate)
    if profile != "final" and not intermediate and "docx" not in made.formats:
        _refuse("--profile", f"“{profile}”只用于 Word 文件；请在 --to 里加上 docx，或去掉 --profile")
    return replace(made, profile=profile)


def _destination(bundle: str, to: str | None, output: str | None, *, intermediate: str | None) -> Destination:
    formats = _formats(to)
    if output is None:
        return Destination(formats or ("docx",), "", "", bundle)
    if intermediate:
        return Destination(formats or ("docx",), *os.path.split(output), bundle)
    suffix = Path(output).suffix[1:].lower()
    if _is_folder(output):
        return Destination(formats or ("docx",), output, "", bundle)
    if suffix not in FORMATS:
        _refuse("-o", f"“{output}”的后缀不认识；可写 .docx、.pdf 或 .html，文件夹请在末尾加 /")
    if formats and formats != (suffix,):
        _refuse("-o", f"“{output}”是一个 {suffix} 文件，而 --to 要的是 {to}；多种格式时 -o 写文件夹")
    return Destination((suffix,), *os.path.split(output), bundle)


def refuse_skeleton(skeleton: str | None, reference: str | None, destination: Destination) -> None:
    """Refuse a skeleton where no Word file is made, or where the look of that would come from two files."""
    if skeleton is None:
        return
    if "docx" not in destination.formats:
        _refuse("--skeleton", "骨架只用于 Word 文件；请在 --to 里加上 docx，或去掉 --skeleton")
    if reference is not None:
        _refuse("--skeleton", "骨架自带样式，不能与 --reference 同用；请去掉其中一个")


def parse_date(text: str | None) -> datetime.date | None:
    """The day given with `--date`."""
    if text is None:
        return None
    written = DAY.fullmatch("".join(text.split()))
    if written is None:
        _refuse("--date", f"“{text}”不是日期；请写成 2025-10-15")
    try:
        return datetime.date(*(int(part) for part in written.groups() if part))
    except ValueError:
        _refuse("--date", f"没有“{text}”这一天")


def _formats(to: str | None) -> tuple[str, ...]:
    if to is None:
        return ()
    wanted = tuple(dict.fromkeys(word.strip().lower() for word in re.split("[,，、]", to)))
    for word in wanted:
        if word not in FORMATS:
            _refuse("--to", f"没有“{word}”这种格式；可选：{'、'.join(FORMATS)}，多种格式用逗号分开")
    return wanted


def _is_folder(output: str) -> bool:
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        return True
    # `-o 2025.Q3` is a folder; `-o q3.doc` is a slip.
    return not re.fullmatch(r"\.[A-Za-z]{2,5}", Path(output).suffix)


def _refuse(option: str, why: str) -> NoReturn:
    raise typer.BadParameter(why, param_hint=option)
