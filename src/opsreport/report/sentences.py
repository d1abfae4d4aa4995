"""Metrics in whole sentences: one with its name, or several that share what is said of them last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from opsreport.figures.kinds import Certainty, Facet, Kind
from opsreport.report.facets import Facets
from opsreport.report.phrase import Phrase

CERTAINTY_WORDS = {
    Certainty.PRELIMINARY: "初步统计",
    Certainty.ESTIMATED: "预估",
    Certainty.FORECAST: "预计",
}

_ALREADY_UNSURE = re.compile("初步|预估|估计|估算|测算|预计|预测|预期")
_CLAUSE_ENDS = re.compile("[，。；：！？\n]")
_AMOUNT = re.compile(r"[\d.,]+")
_LONGEST_CLAUSE = 200
"""As far back as a clause is looked for in the text before a figure."""

# Of these the value follows the name with 为 (毛利率为31.4%); a count or an amount follows by itself.
_WITH_COPULA = frozenset({Kind.RATE, Kind.DURATION, Kind.SCORE, Kind.POINTS, Kind.RATIO, Kind.INDEX})
# 季度GMV18640万元 would be read as one word; so it is 季度GMV为18640万元.
_RUNS_TOGETHER = re.compile(r"[0-9A-Za-z][0-9−]")

# Names that differ only after one of these share it: 人均评论数、点赞数、分享数.
_SHARED_OPENINGS = (
    "人均",
    "日均",
    "月均",
    "周均",
    "年均",
    "户均",
    "店均",
    "单均",
    "平均",
    "累计",
    "每日",
    "每月",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and the place of the bundle it comes from; joining words have no place."""

    text: str
    path: str = ""


Sentence = tuple[Piece, ...]


def words(sentence: Sentence) -> str:
    """The sentence in one piece."""
    return "".join(piece.text for piece in sentence)


def fragment(facets: Facets, say: tuple[Facet, ...] = (), *, before: str = "") -> Sentence:
    """What is said of a metric, without its name: 完成年度目标的105.4%，同比增长20.1%.

    An uncertain figure is called so unless `before`, the text that leads up to it, has done so already.
    """
    return _joined(facets, facets.phrases(say), before)


def statement(facets: Facets, say: tuple[Facet, ...] = ()) -> Sentence:
    """The same with the metric's name before it."""
    return sentence_of(facets, facets.phrases(say))


def sentence_of(facets: Facets, phrases: Sequence[Phrase], *, is_named: bool = True) -> Sentence:
    """These phrases of a metric in one sentence, its name before them unless that stands there already."""
    said = _joined(facets, phrases, "")
    return (*_named(facets, phrases), *said) if said and is_named else said


def group_statement(group: Sequence[Facets], say: tuple[Facet, ...] = ()) -> Sentence:
    """Several metrics in one sentence; what all of them end in is said once for all.

    人均评论数、点赞数、分享数环比分别增长12.7%、10.7%和8.9%.
    """
    told = _told(group, say)
    if not ends_alike(group, say):
        return _side_by_side([statement(facets, say) for facets, _ in told])
    shared = _shared([(facets, phrases[-1]) for facets, phrases in told])
    if all(len(phrases) == 1 for _, phrases in told):
        return (*_names([facets for facets, _ in told]), *shared)
    opening: list[Piece] = []
    for facets, phrases in told:
        said = _joined(facets, phrases[:-1], "")
        opening += [*_named(facets, phrases[:-1]), *said, Piece("，")]
    return (*opening, *shared)


def ends_alike(group: Sequence[Facets], say: tuple[Facet, ...] = ()) -> bool:
    """Whether several metrics end in what can be said once for all of them."""
    told = _told(group, say)
    return len(told) > 1 and _share_ending([(facets, phrases[-1]) for facets, phrases in told])


def _told(group: Sequence[Facets], say: tuple[Facet, ...]) -> list[tuple[Facets, tuple[Phrase, ...]]]:
    told = ((facets, facets.phrases(say)) for facets in group)
    return [(facets, phrases) for facets, phrases in told if phrases]


def _joined(facets: Facets, phrases: Sequence[Phrase], before: str) -> Sentence:
    pieces: list[Piece] = []
    for phrase in phrases:
        text = phrase.text
        if pieces:
            # 从3.2%提升至4.0%，相对提高25.0% after 从3.2%提升至4.0%: the ends are said already.
            text = text.removeprefix(f"{pieces[-1].text}，")
            pieces.append(Piece("，"))
        pieces.append(Piece(text, _path(facets, phrase.facet)))
    unsure = _certainty_word(facets, before)
    return (Piece(unsure), *pieces) if unsure and pieces else tuple(pieces)


def _certainty_word(facets: Facets, before: str) -> str:
    """预估, 预计 or 初步统计, unless the clause has said as much (初步测试显示…)."""
    word = CERTAINTY_WORDS.get(facets.metric.certainty.value, "")
    clause = _CLAUSE_ENDS.split(before[-_LONGEST_CLAUSE:])[-1]
    return "" if _ALREADY_UNSURE.search(clause) else word


def _named(facets: Facets, phrases: Sequence[Phrase]) -> Sentence:
    name = facets.metric.name
    named = (Piece(name.text, name.span.path),)
    if not phrases or phrases[0].facet is not Facet.VALUE or phrases[0].clause.verb:
        return named
    runs_on = f"{name.text[-1:]}{_certainty_word(facets, '')}{phrases[0].text}"
    needs_copula = facets.metric.kind.value in _WITH_COPULA or _RUNS_TOGETHER.match(runs_on)
    return (*named, Piece("为")) if needs_copula else named


def _names(group: Sequence[Facets]) -> Sentence:
    names = [facets.metric.name for facets in group]
    first = names[0].text
    opening = next((word for word in _SHARED_OPENINGS if all(n.text.startswith(word) for n in names)), "")
    pieces = [Piece(first, names[0].span.path)]
    for name in names[1:]:
        pieces += [Piece("、"), Piece(name.text.removeprefix(opening), name.span.path)]
    return tuple(pieces)


def _share_ending(ended: Sequence[tuple[Facets, Phrase]]) -> bool:
    """Whether the last phrases differ in nothing but their numbers.

    What is uncertain of one metric only (初步统计, 约) would be heard of all, so that it parts them.
    """
    shapes = {
        (
            *(one.facet, one.clause.against, one.clause.verb, one.clause.unit, one.clause.tail),
            *(_certainty_word(facets, ""), _AMOUNT.sub("", one.clause.number)),
        )
        for facets, one in ended
    }
    first = ended[0][1]
    return len(shapes) == 1 and bool(first.clause.number) and first.facet is not Facet.VALUE


def _shared(ended: Sequence[tuple[Facets, Phrase]]) -> Sentence:
    """环比分别增长12.7%、10.7%和8.9%; each number keeps its % or 万, while another unit is named once."""
    clause = ended[0][1].clause
    unsure = _certainty_word(ended[0][0], "")
    each = clause.unit if re.match("[%‰万亿]", clause.unit) else ""
    pieces = [Piece(f"{unsure}{clause.against}分别{clause.verb}")]
    for index, (facets, phrase) in enumerate(ended):
        if index:
            pieces.append(Piece("和" if index == len(ended) - 1 else "、"))
        pieces.append(Piece(phrase.clause.number + each, _path(facets, phrase.facet)))
    rest = ("" if each else clause.unit) + clause.tail
    return (*pieces, Piece(rest)) if rest else tuple(pieces)


def _side_by_side(statements: Sequence[Sentence]) -> Sentence:
    """Statements one after the other; 。-less, with ； once one of them has a comma of its own."""
    known = [one for one in statements if one]
    joint = "；" if any("，" in words(one) for one in known) else "，"
    pieces: list[Piece] = []
    for one in known:
        pieces += [Piece(joint), *one] if pieces else one
    return tuple(pieces)


def _path(facets: Facets, facet: Facet) -> str:
    return f"{facets.metric.path}.{facet.value}"
