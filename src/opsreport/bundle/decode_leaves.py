"""The leaves of a bundle: texts, figures, choices, dates and periods, each read from its text as written."""

import datetime
import re
from decimal import Decimal
from typing import Any

from opsreport.bundle.choice_words import GUIDELINE_WORDS, TRUTHS, choices_of, listed_choices
from opsreport.bundle.formula import parse_formula
from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.likeness import nearest_choice
from opsreport.bundle.shapes import Shape, ShapeKind
from opsreport.bundle.text import parse_prose
from opsreport.bundle.unknown_keys import text_of_pair
from opsreport.diagnostics import Diagnostics, Node, Scalar, Span
from opsreport.figures.figure import Figure, parse_quantity
from opsreport.figures.period_reading import parse_period
from opsreport.figures.unit import PERCENT, Unit, parse_unit

LISTED = re.compile(r"[^、;；,，]+")
NOT_IN_IDS = re.compile(r"[\s.{}']")
DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))", re.ASCII)
WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
LIMITS = {"fiscal_year_start": (1, 12), "n": (0, 9999), "value_precision": (1, 10**9)}
DECIMAL_PLACES = (0, 9)


class LeafDecoding:
    """What leaves need to know of the bundle around them, and the readers of each kind."""

    def __init__(self, found: Diagnostics) -> None:
        self.found = found
        self.failed = False
        self.unit: Unit | None = None
        self.units: dict[str, Unit | None] = {"": None, "%": parse_unit("%")}
        self.sides_named = False
        self.fiscal_year_start = 1
        self.year: int | None = None

    def fault(self, code: str, span: Span, **details: Any) -> None:
        """Report what keeps the bundle from being understood."""
        self.failed = True
        self.found.add(code, span, **details)

    def leaf(self, shape: Shape, node: Node, path: str) -> Any:
        """What a leaf says; nothing where it was reported."""
        if not isinstance(node, Scalar):
            self._not_a_leaf(shape, node, path)
            return None
        written = Scalar(node.text, node.span.at(path), node.plain, node.anchors, node.places)
        match shape.kind:
            case ShapeKind.TEXT:
                return self._text(written, path)
            case ShapeKind.PROSE:
                return self._checked(parse_prose(written, self.found))
            case ShapeKind.QUANTITY:
                return self._quantity(written)
            case ShapeKind.CHOICE | ShapeKind.PLAIN_CHOICE:
                return self._choice(shape, written)
            case ShapeKind.DATE:
                return self._date(written)
            case ShapeKind.PERIOD | ShapeKind.PERIOD_OR_TEXT:
                return self._period(shape, written, path)
            case ShapeKind.UNIT:
                return self.choice_of_unit(written, path)
            case ShapeKind.FORMULA:
                return self._checked(parse_formula(written, self.found))
            case _:
                return self._plain(shape, written, path)

    def _not_a_leaf(self, shape: Shape, node: Node, path: str) -> None:
        name = path.rpartition(".")[2]
        text = text_of_pair(node) if shape.kind in (ShapeKind.TEXT, ShapeKind.PROSE) else ""
        if text and path.endswith("]"):
            self.fault("wrong-shape", node.span.at(path), help_key="colon", key=name, suggestion=f"- {text}")
        else:
            self.fault("wrong-shape", node.span.at(path), help_key="text", key=name)

    def listed(self, node: Scalar) -> tuple[Scalar, ...]:
        """The items of a list written in one value, 甲、乙；丙."""
        pieces = ((match.start(), match[0]) for match in LISTED.finditer(node.text))
        trimmed = ((start + len(text) - len(text.lstrip()), text.strip()) for start, text in pieces)
        return tuple(
            Scalar(text, node.locate(start, start + len(text)), node.plain) for start, text in trimmed if text
        )

    def choice_of_unit(self, node: Node, path: str) -> Choice[Unit] | None:
        """The unit that a leaf names."""
        if not isinstance(node, Scalar) or node.is_absent:
            return None
        unit = parse_unit(node.text)
        span = node.span.at(path)
        if unit is None:
            self.fault("not-a-unit", span, text=node.text)
            return None
        return Choice(unit, span)

    def _checked(self, value: Any) -> Any:
        """A value whose own reader reported why there is none."""
        self.failed = self.failed or value is None
        return value

    def _text(self, written: Scalar, path: str) -> Text | None:
        text = written.text.strip()
        if path.endswith(".id") and not self._is_id(text, written):
            return None
        if "{{" in text:
            start = written.text.index("{{")
            self.fault("text-syntax", written.locate(start, start + 2), help_key="no-references", text=text)
            return None
        return Text(text, written.span, written)

    def _is_id(self, text: str, written: Scalar) -> bool:
        if text in GUIDELINE_WORDS or NOT_IN_IDS.search(text):
            help_key = "taken" if text in GUIDELINE_WORDS else ""
            self.fault("bad-identifier", written.span, help_key=help_key, text=text)
            return False
        return True

    def _quantity(self, written: Scalar) -> Any:
        before = len(self.found)
        quantity = parse_quantity(written, self.found, unit=self.unit, sides_named=self.sides_named)
        self.failed = self.failed or len(self.found) > before
        return quantity

    def _choice(self, shape: Shape, written: Scalar) -> Any:
        words = choices_of(shape.type)
        text = written.text.strip()
        chosen = words.get(text.casefold())
        if chosen is None:
            near = nearest_choice(text, words)
            self.fault(
                "unknown-choice",
                written.span,
                help_key="near" if near else "",
                text=text,
                near=near,
                choices=listed_choices(shape.type),
                words=", ".join(str(one.value) for one in shape.type),
            )
            return None
        return Choice(chosen, written.span) if shape.kind is ShapeKind.CHOICE else chosen

    def _date(self, written: Scalar) -> Choice[datetime.date] | None:
        match = DATE.fullmatch("".join(written.text.split()))
        try:
            if match:
                month, day = (int(part) for part in match.groups()[1:] if part)
                return Choice(datetime.date(int(match[1]), month, day), written.span)
        except ValueError:
            pass
        self.fault("not-a-date", written.span, text=written.text)
        return None

    def _period(self, shape: Shape, written: Scalar, path: str) -> Any:
        period = parse_period(written.text, self.fiscal_year_start, year=self.year)
        if period is not None:
            return Choice(period, written.span)
        if shape.kind is ShapeKind.PERIOD_OR_TEXT:
            return self._text(written, path)
        self.fault("not-a-period", written.span, text=written.text)
        return None

    def _plain(self, shape: Shape, written: Scalar, path: str) -> Any:
        text = written.text.strip()
        match shape.kind:
            case ShapeKind.STRING:
                return text
            case ShapeKind.TRUTH if text.casefold() in TRUTHS:
                return TRUTHS[text.casefold()]
            case ShapeKind.TRUTH:
                self.fault(
                    "unknown-choice",
                    written.span,
                    text=text,
                    choices="true（是）、false（否）",
                    words="true, false",
                )
            case ShapeKind.NUMBER:
                return self._number(written)
            case _:
                return self._whole_number(written, path)
        return None

    def _number(self, written: Scalar) -> Decimal | None:
        """A number of the options, written as strictly as any figure."""
        before = len(self.found)
        figure = parse_quantity(written, self.found)
        is_plain = isinstance(figure, Figure) and not figure.qualifier and figure.unit in (None, PERCENT)
        if isinstance(figure, Figure) and is_plain and 0 <= figure.amount < 10**6:
            return figure.amount
        self.failed = True
        if len(self.found) == before:
            self.found.add("not-a-figure", written.span, text=written.text)
        return None

    def _whole_number(self, written: Scalar, path: str) -> int | None:
        text, name = written.text.strip(), path.rpartition(".")[2]
        if name == "opsreport" and text != "1":
            self.fault("unknown-version", written.span, text=text)
            return None
        least, most = LIMITS.get(name, DECIMAL_PLACES)
        if WHOLE.fullmatch(text) and least <= int(text) <= most:
            return int(text)
        self.fault("not-a-whole-number", written.span, text=text, least=least, most=most)
        return None
