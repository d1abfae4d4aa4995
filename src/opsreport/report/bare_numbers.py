"""Numbers typed into a text although a metric holds them, with the reference that prints the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from opsreport.bundle.choice_words import CHINESE, REFERENCE_FIELDS
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.prose import Prose
from opsreport.bundle.text import REFERENCE
from opsreport.checks.family import Case
from opsreport.checks.typography.passages import HIDDEN, without_verbatim
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base
from opsreport.diagnostics import Diagnostics, Severity
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet
from opsreport.figures.options import BareNumbers
from opsreport.report.cells import field_text, quantity_of
from opsreport.report.facets import Facets

CODE = "bare-number"

COMPARED = {Base.LAST_YEAR: Facet.VS_LAST_YEAR, Base.PREVIOUS: Facet.VS_PREVIOUS}
FIELDS = {
    Base.LAST_YEAR: "last_year", Base.PREVIOUS: "previous", Base.TARGET: "target",
    Base.BENCHMARK: "benchmark",
}  # fmt: skip
DIRECTIONS = (Direction.UP, Direction.DOWN)

_ATTAINING = re.compile("完成了?(?:全年|年度|季度|月度|本年度?|既定)*(?:目标|计划)值?的$")
_UNLIKE = str.maketrans({"：": "∶", ":": "∶", ",": None, " ": None, "−": "-"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A stretch of a text that a reference can print: `name` is a facet or a field, nothing the value."""

    start: int
    end: int
    name: str = ""


def report_bare_numbers(case: Case, found: Diagnostics) -> None:
    """Note every number that could be a reference; an error where the report forbids them or is strict."""
    is_forbidden = found.is_strict or case.bundle.report.options.bare_numbers is BareNumbers.FORBID
    severity = Severity.ERROR if is_forbidden else None
    search = _Search(case.bundle)
    for claim in case.claims:
        for typed, metric in search.typed(claim):
            _report(claim, typed, metric, severity, found)


def _report(
    claim: Claim, typed: Typed, metric: Metric, severity: Severity | None, found: Diagnostics
) -> None:
    text = claim.text
    written, reference = text.text[typed.start : typed.end], reference_to(metric, typed.name)
    details = {"text": written, "metric": metric.name.text, "better": reference}
    raw = getattr(text.leaf, "raw", "")
    if raw[text.offsets[typed.start] : text.offsets[typed.end - 1] + 1] == written:
        details |= {"old": written, "new": reference}
    found.report(CODE, text.locate(typed.start, typed.end), details, severity=severity)


def reference_to(metric: Metric, name: str) -> str:
    """What to type for a metric's value, facet or field, in the language of its id."""
    words = REFERENCE_FIELDS.get(name) or CHINESE.get(Facet(name), ()) if name else ()
    said = name if metric.id.text.isascii() or not words else words[0]
    return f"{{{{ {metric.id.text}{'.' * bool(said)}{said} }}}}"


@dataclass(slots=True)
class _Search:
    """Goes through the claims of one bundle; no stretch is told of twice."""

    bundle: Bundle
    _known: dict[str, Facets] = field(default_factory=dict)
    _text: int = 0
    _taken: set[int] = field(default_factory=set)
    _visible: str = ""

    def typed(self, claim: Claim) -> Iterator[tuple[Typed, Metric]]:
        """The stretches of a claim that its metric prints in the same way."""
        metric = claim.metric
        if metric is None or claim.is_hedged or claim.is_elsewhere or claim.is_multiple:
            return
        if not isinstance(claim.text.leaf, Prose) or not REFERENCE.fullmatch(metric.id.text):
            return
        if id(claim.text) != self._text:
            self._text, self._taken = id(claim.text), set()
            self._visible = without_verbatim(claim.text.text)
        for typed in _typed(claim, self._facets(metric)):
            places = range(typed.start, typed.end)
            if (
                self._taken.isdisjoint(places)
                and HIDDEN not in self._visible[max(0, typed.start - 1) : typed.end + 1]
            ):
                self._taken.update(places)
                yield typed, metric

    def _facets(self, metric: Metric) -> Facets:
        if metric.path not in self._known:
            period = self.bundle.report.period.value if self.bundle.report.period else None
            self._known[metric.path] = Facets(metric, self.bundle.report.options, period)
        return self._known[metric.path]


def _typed(claim: Claim, facets: Facets) -> Iterator[Typed]:
    """From the longest stretch to the shortest: whole phrases, then single figures."""
    yield from _phrases(claim, facets)
    yield from _comparison(claim, facets)
    yield from _attainment(claim, facets)
    if claim.level and not claim.flat:
        yield from _figure(claim.level, claim, facets, "")
    if claim.goal:
        yield from _figure(claim.goal, claim, facets, "target")
    if claim.base_level and claim.base in FIELDS:
        yield from _figure(claim.base_level, claim, facets, FIELDS[claim.base])
    if claim.origin:
        yield from _figure(
            claim.origin, claim, facets, FIELDS.get(claim.base, "from") if claim.base else "from"
        )


def _phrases(claim: Claim, facets: Facets) -> Iterator[Typed]:
    """What stands there word for word as a facet prints it."""
    for facet in _likely(claim):
        if facet is Facet.TO and facets.metric.from_ is None:
            # It would begin at last year's figure or the last period's, which the text may not mean.
            continue
        phrase = facets.phrase(facet)
        if phrase is None or not any(sign.isdigit() for sign in phrase.text):
            continue
        match = _pattern(phrase.text).search(claim.text.folded, claim.start, claim.end)
        if match and any(match.start() <= one.start and one.end <= match.end() for one in claim.amounts):
            yield Typed(*match.span(), facet.value)


def _likely(claim: Claim) -> Iterator[Facet]:
    """The facets that speak of such things as the claim does, the more telling first."""
    if claim.attained or claim.exceeded or claim.base is Base.TARGET:
        yield Facet.VS_TARGET
    if claim.origin and claim.level:
        yield Facet.FROM_TO
    if claim.by:
        yield from (COMPARED[claim.base],) if claim.base in COMPARED else ()
        yield from (Facet.VS_BASELINE, Facet.VS_BENCHMARK) if claim.base else ()
        yield Facet.CHANGE
    if claim.level and claim.verb:
        yield Facet.TO


def _pattern(words: str) -> re.Pattern[str]:
    """The words with or without thousands separators, the number whole."""
    signs = words.replace("−", "-")
    parts = [re.escape(sign) + (",?" if sign.isdigit() else "") for sign in signs]
    return re.compile(rf"(?<![\d.]){''.join(parts)}(?![\d.])")


def _comparison(claim: Claim, facets: Facets) -> Iterator[Typed]:
    """较上年同期上升20.1%, which 同比增长20.1% says as well."""
    verb, by, word = claim.verb, claim.by, claim.base_word
    facet = COMPARED.get(claim.base) if claim.base else None
    if facet is None or verb is None or by is None or word is None or verb.reaches:
        return
    phrase = facets.phrase(facet)
    if phrase is None or phrase.change is None or phrase.clause.tail or not phrase.clause.number:
        return
    text = claim.text.folded
    is_close = word.end == verb.start and verb.end == by.start
    is_same = verb.direction is phrase.change.direction and verb.direction in DIRECTIONS
    printed = phrase.clause.number + phrase.clause.unit
    if is_close and is_same and phrase.clause.against and _alike(text[by.start : by.end], printed):
        yield Typed(word.start, by.end, facet.value)


def _attainment(claim: Claim, facets: Facets) -> Iterator[Typed]:
    """完成全年目标的105.4%, which 完成年度目标的105.4% says as well."""
    phrase = facets.phrase(Facet.VS_TARGET) if claim.attained else None
    if claim.attained is None or phrase is None or not phrase.text.startswith("完成"):
        return
    text, amount = claim.text.folded, claim.attained
    opening = _ATTAINING.search(text, claim.start, amount.start)
    printed = phrase.text.partition("的")[2]
    if opening and _alike(text[amount.start : amount.end], printed):
        yield Typed(opening.start(), amount.end, Facet.VS_TARGET.value)


def _figure(amount: Amount, claim: Claim, facets: Facets, name: str) -> Iterator[Typed]:
    """A figure that reads the same, or is the same to the last digit in another unit (48300篇, 4.83万篇)."""
    key = name or "value"
    printed, quantity = field_text(facets, key), quantity_of(facets, key)
    if not printed or not isinstance(quantity, Figure) or (amount.unit is None and facets.notation.unit):
        return
    is_exact = (
        not amount.figure.qualifier
        and not quantity.qualifier
        and not (facets.metric.approx and not name)
        and _is_kept(quantity, facets)
        and amount.unit is not None
        and facets.notation.unit is not None
        and amount.unit.measures_like(facets.notation.unit)
        and amount.unit.plain == facets.notation.unit.plain
        and amount.figure.base_amount == _base_amount(quantity, facets)
    )
    if is_exact or _alike(claim.text.folded[amount.start : amount.end], printed):
        yield Typed(amount.start, amount.end, name)


def _is_kept(figure: Figure, facets: Facets) -> bool:
    """Whether a figure is printed to its last digit."""
    return facets.notation.shown(figure) == facets.notation.amount(figure)


def _base_amount(figure: Figure, facets: Facets) -> object:
    unit = facets.notation.unit
    return facets.notation.amount(figure) * unit.worth if unit else figure.amount


def _alike(typed: str, printed: str) -> bool:
    """Whether two figures read the same, thousands separators and spaces apart."""
    return typed.translate(_UNLIKE) == printed.translate(_UNLIKE)
