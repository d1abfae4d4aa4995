"""What a workbook says beside its sheets: their names, its calendar, its number formats, its shared texts."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from opsreport.readers.excel_package import Package, UnusableWorkbookError, read_xml

MOST_TEXTS = 1_000_000

# Excel writes what XML cannot hold as _x000D_, and a text that looks like that as _x005F_x000D_.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;[Red]¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;[Red]¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"', 59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%",
}  # fmt: skip
"""Formats that a file names by number only, as the Chinese Excel shows them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    kind: str
    is_hidden: bool


@dataclass(slots=True)
class Workbook:
    """What the workbook's own part says."""

    part: str
    sheets: list[Sheet] = field(default_factory=list)
    since_1904: bool = False
    needs_calculation: bool = False
    """A program wrote it and left the results of formulas to be worked out by whoever opens it."""

    kinds: frozenset[str] = frozenset()
    """What else the workbook leads to: macros, other workbooks."""

    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)


def read_parts(package: Package) -> Workbook:
    """The workbook without the rows of its sheets; raises `UnusableWorkbookError`."""
    starts = package.relations("")
    part = next((one.part for one in starts.values() if one.kind == "officeDocument"), "")
    if not part:
        raise UnusableWorkbookError("not-a-workbook", "archive")
    workbook = Workbook(part)
    relations = package.relations(part)
    workbook.kinds = frozenset(one.kind for one in relations.values())

    def start(name: str, attributes: dict[str, str]) -> None:
        match name:
            case "workbookPr":
                workbook.since_1904 = is_true(attributes.get("date1904"))
            case "calcPr":
                workbook.needs_calculation = is_true(attributes.get("fullCalcOnLoad"))
            case "sheet":
                leads_to = next((value for key, value in attributes.items() if key.endswith(" id")), "")
                if leads_to not in relations:
                    raise UnusableWorkbookError("broken-workbook", "part", part=attributes.get("name", ""))
                target = relations[leads_to]
                is_hidden = attributes.get("state", "visible") != "visible"
                workbook.sheets.append(Sheet(attributes.get("name", ""), target.part, target.kind, is_hidden))

    read_xml(package.pieces(part), part, start)
    for relation in relations.values():
        if relation.kind == "sharedStrings" and relation.part in package:
            workbook.texts = _texts(package, relation.part)
        elif relation.kind == "styles" and relation.part in package:
            workbook.formats = _formats(package, relation.part)
    return workbook


def _texts(package: Package, part: str) -> list[str]:
    """The texts that cells refer to by number."""
    texts: list[str] = []
    gathering = Gathering()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            gathering.clear()
            if len(texts) >= MOST_TEXTS:
                raise UnusableWorkbookError("oversized-workbook", "texts", part=part, limit=MOST_TEXTS)
        gathering.start(name)

    def end(name: str) -> None:
        gathering.end(name)
        if name == "si":
            texts.append(gathering.text)

    read_xml(package.pieces(part), part, start, end, gathering.add)
    return texts


class Gathering:
    """The words of a text that may be set in several runs; how they are pronounced is not part of it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_open = False
        self._aside = 0
        self.add: Callable[[str], None] = self._add

    @property
    def text(self) -> str:
        """What was gathered, as it was typed."""
        return as_typed("".join(self._pieces))

    def clear(self) -> None:
        """Begin a new text."""
        self._pieces.clear()
        self._is_open = False
        self._aside = 0

    def start(self, name: str) -> None:
        """An element begins."""
        if name == "rPh":
            self._aside += 1
        elif name == "t":
            self._is_open = not self._aside

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "rPh":
            self._aside -= 1
        elif name == "t":
            self._is_open = False

    def _add(self, text: str) -> None:
        if self._is_open:
            self._pieces.append(text)


def as_typed(text: str) -> str:
    """A text of the file without the escapes that XML needs, its lines ended in one way."""
    if "_x" in text:
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _formats(package: Package, part: str) -> list[str]:
    """The number format of each cell style, by the number that cells refer to."""
    codes = dict(BUILT_IN)
    numbers: list[int] = []
    inside = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt" and (number := whole(attributes.get("numFmtId"))) is not None:
            codes[number] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "dxfs"):
            inside = name
        elif name == "xf" and inside == "cellXfs":
            numbers.append(whole(attributes.get("numFmtId")) or 0)

    read_xml(package.pieces(part), part, start)
    return [codes.get(number, "General") for number in numbers]


def is_true(written: str | None) -> bool:
    """A truth value as XML writes it."""
    return written in ("1", "true", "on")


def whole(written: str | None) -> int | None:
    """A count as XML writes it; nothing where it is none."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 10 else None
