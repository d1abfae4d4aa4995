"""Structure and leftovers: what is missing, doubled, left over from a template or from the web."""

import re
from collections.abc import Iterator

from opsreport.bundle.choice_words import GUIDELINE_WORDS
from opsreport.bundle.header import Header
from opsreport.bundle.leaves import Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import GUIDELINE
from opsreport.bundle.parts import Budget
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.slots import SLOT
from opsreport.checks.families import STRUCTURE
from opsreport.checks.family import Case, Finding
from opsreport.checks.references import missing_references
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure, Slot
from opsreport.figures.period import Period, PeriodKind

SINGLE_BRACES = re.compile(r"(?<![{\\｛])[{｛](?P<inside>[^{}｛｝\n]+)[}｝](?![}｝])")
NOT_PRINTED = re.compile(r"\{\{.*?\}\}|\]\([^)\s]*\)")

# 点击率, 转载量 and 侵权投诉 are business of their own; what a web page leaves behind is a call or a notice.
RESIDUE = re.compile(
    r"""
      (?:如若|如需|请勿|禁止|未经[^，。；]{0,8}|欢迎)转载 | 转载(?:请|自|须|需|时请)
    | (?:如有|若有|涉嫌)侵权 | 侵权(?:必究|请|联系|即删|删)
    | 点击(?:这里|此处|下载|查看|进入|关注|链接|阅读|上方|下方|左侧|右侧|图片|领取|展开|收藏)
    | 本文由[^。；]{0,20}(?:上传|整理|提供|发布) | (?:文章|本文)来源[:：] | 责任编辑[:：]
    | 版权归[^。；]{0,12}所有
    | (?:https?://|www\.)[^\s，。；、）)]+
    """,
    re.VERBOSE,
)
ADDRESS = re.compile(r"https?:|www\.")
LISTS_WITH_IDS = (
    *("groups", "metrics", "projects", "stages", "modules"),
    *("problems", "reflections", "goals", "plans"),
)
# Of names that stand for others (XX家园), none begins with a unit that is followed by nothing of a word.
FIGURE_LEFT = re.compile(r"[XxＸ][.:：∶][XxＸ]|[XxＸ] ?[%％‰]")
UNIT_BEHIND = re.compile(r"\s?(?:[%％‰]|个?百分点|[万亿千百]?元(?![^\W\d_])|[万亿](?![^\W\d_]))")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\D|\d{2}(?:\D|$)|\d{4}(?:\D|$)|$)")
QUARTER = re.compile(r"Q([1-4])(?!\d)|第?([一二三四1-4])季", re.IGNORECASE)
HALF = re.compile(r"H([12])(?!\d)|([上下])半年", re.IGNORECASE)
ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "1": 1, "2": 2, "3": 3, "4": 4}


@STRUCTURE.rule
def missing_header_field(case: Case) -> Iterator[Finding]:
    """What the style's head cannot do without."""
    keys = keys_by_label(Header)
    for name in case.required:
        key = keys.get(name)
        if key and getattr(case.bundle.report, key.field_name) in (None, ()):
            help_key = "date" if name == "date" else ""
            details = {"key": name, "words": key.labels[0]}
            if other := _instead(case.bundle.report, name):
                help_key = "near"
                details |= other
            yield Finding(case.bundle.report.span, details, help_key)


def _instead(header: Header, name: str) -> dict[str, str]:
    """What another style calls its heading, where this one's is missing: 主题 for 标题, and the reverse."""
    other = {"title": "subject", "subject": "title"}.get(name, "")
    text = getattr(header, other, None) if other else None
    return {"other": keys_by_label(Header)[other].labels[0], "near": text.text} if text else {}


@STRUCTURE.rule
def empty_section(case: Case) -> Iterator[Finding]:
    """A part that the style expects to have content."""
    keys = keys_by_label(type(case.bundle))
    for name in case.expected:
        key = keys.get(name)
        if key and not getattr(case.bundle, key.field_name):
            yield Finding(case.bundle.span, {"key": name, "words": key.labels[0]})


@STRUCTURE.rule
def unfilled_slot(case: Case) -> Iterator[Finding]:
    """Places that somebody meant to fill in: XX, 待补, ＿＿, the A of A产品线.

    XX计划 may be a name, so that words can be waived; a figure that nobody has given is for drafts only.
    """
    for leaf in case.contents:
        if isinstance(leaf, Slot):
            yield Finding(leaf.span, {"text": leaf.text}, "figure", is_waivable=False)
    for passage, words in _passages(case):
        for match in SLOT.finditer(words):
            is_figure = FIGURE_LEFT.match(words, *match.span()) or UNIT_BEHIND.match(words, match.end())
            details = {"text": match[0]}
            place = passage.locate(*match.span())
            yield Finding(place, details, "number" * bool(is_figure), is_waivable=not is_figure)


def _passages(case: Case) -> Iterator[tuple[Text | Prose, str]]:
    """Every text with its words; references and addresses are blanked out, so that places stay right."""
    for leaf in case.contents:
        if isinstance(leaf, Text):
            yield leaf, leaf.text
        elif isinstance(leaf, Prose):
            yield leaf, NOT_PRINTED.sub(lambda hidden: " " * len(hidden[0]), leaf.raw)


@STRUCTURE.rule
def duplicate_id(case: Case) -> Iterator[Finding]:
    """Two things of one list under one id."""
    for name in LISTS_WITH_IDS:
        seen: dict[str, Text] = {}
        for part in getattr(case.bundle, name):
            if part.id is None:
                continue
            first = seen.setdefault(part.id.text, part.id)
            if first is not part.id:
                details = {"text": part.id.text, "line": first.span.line, "place": first.span.path}
                # A metric without an id has its name for one.
                is_named = isinstance(part, Metric) and part.id.span == part.name.span
                yield Finding(part.id.span, details, "name" * is_named, secondary=(Label(first.span),))


@STRUCTURE.rule
def unknown_reference(case: Case) -> Iterator[Finding]:
    """An id, a facet or a field that nothing answers to."""
    yield from missing_references(case)


@STRUCTURE.rule
def single_braces(case: Case) -> Iterator[Finding]:
    """A reference that lacks its second pair of braces."""
    ids = {metric.name.text: metric.id.text for metric in case.bundle.metrics}
    ids |= {metric_id: metric_id for metric_id in case.bundle.metric_by_id}
    ids |= dict.fromkeys(GUIDELINE_WORDS, GUIDELINE)
    for prose in case.contents:
        if not isinstance(prose, Prose):
            continue
        for match in SINGLE_BRACES.finditer(prose.raw):
            target, _, facet = (part.strip() for part in match["inside"].partition("."))
            if target in ids:
                meant = f"{{{{ {ids[target]}{'.' * bool(facet)}{facet} }}}}"
                yield Finding(prose.locate(*match.span()), {"text": match[0], "meant": meant})


@STRUCTURE.rule
def document_number(case: Case) -> Iterator[Finding]:
    """A number (编号) that does not say its period, or says another one."""
    report = case.bundle.report
    if report.number is None or report.period is None:
        return
    text, period = report.number.text, report.period.value
    issued = report.date.value.year if report.date else period.end.year
    years = {int(year) for year in YEAR.findall(text)}
    details = {"text": text, "period": period.label}
    if not years and not QUARTER.search(text) and not HALF.search(text):
        yield Finding(report.number.span, details, "none")
        return
    right_year = not years or years & {period.year, period.start.year, period.end.year, issued}
    if not right_year or not _names_part(text, period):
        yield Finding(report.number.span, details, "other")


def _names_part(text: str, period: Period) -> bool:
    """Whether the quarter or half that a number names, if it names any, is the reported one or holds it."""
    if period.kind not in (PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH):
        return True
    month = (period.start.month - period.first_month) % 12
    for pattern, months in ((QUARTER, 3), (HALF, 6)):
        match = pattern.search(text)
        if match and period.months <= months:
            named = match[1] or match[2]
            return ORDINALS.get(named) == month // months + 1
    return True


@STRUCTURE.rule
def web_residue(case: Case) -> Iterator[Finding]:
    """Notices and addresses that came in with text copied from the web."""
    for passage, words in _passages(case):
        if passage.span.path.endswith((".style", ".source")) or passage.span.path.startswith("sources["):
            continue
        for match in RESIDUE.finditer(words):
            help_key = "url" if ADDRESS.match(match[0]) else ""
            yield Finding(passage.locate(*match.span()), {"text": match[0]}, help_key)


@STRUCTURE.rule
def mixed_currencies(case: Case) -> Iterator[Finding]:
    """Amounts of several currencies that are put into one sum or quotient."""
    metrics = case.bundle.metric_by_id
    for metric in case.bundle.metrics:
        if metric.formula is None:
            continue
        units = [
            metrics[operand.metric].unit
            for operand in (metric.formula.left, metric.formula.right)
            if operand.metric in metrics
        ]
        money = [unit.value for unit in units if unit and unit.value.currency]
        if len({unit.currency for unit in money}) > 1:
            symbols = "、".join(unit.symbol for unit in money)
            yield Finding(metric.formula.span, {"currencies": symbols})
    budgets = [part for part in case.contents if isinstance(part, Budget)]
    yield from _mixed_budgets(budgets)


def _mixed_budgets(budgets: list[Budget]) -> Iterator[Finding]:
    first: Figure | None = None
    for budget in budgets:
        amount = budget.amount
        if not isinstance(amount, Figure) or amount.unit is None or amount.unit.currency is None:
            continue
        first = first or amount
        if first.unit and amount.unit.currency != first.unit.currency:
            currencies = f"{first.unit}、{amount.unit}"
            yield Finding(amount.span, {"currencies": currencies}, "budget", secondary=(Label(first.span),))
