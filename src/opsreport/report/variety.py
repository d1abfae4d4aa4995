"""Sentences of one list that do not all open alike, by rule and never by chance.

A sentence that would open as the one before it did gives its level last instead of first (同比增长20.1%，达
86420万元), or its two ends after 由 instead of 从. The figures and what they are set against stay the same.
What the user ordered by `say` or `verb` is left as it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from opsreport.figures.change import BaseCase, Direction
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet, Polarity
from opsreport.report.facets import Facets
from opsreport.report.phrase import Phrase

PAST = (Facet.VS_LAST_YEAR, Facet.VS_PREVIOUS)
FROM, OUT_OF = "从", "由"

Phrases = tuple[Phrase, ...]


class Variety:
    """The sentences of one list as they are said, one after the other."""

    def __init__(self) -> None:
        self._opening = ""

    def phrases(self, facets: Facets, say: tuple[Facet, ...]) -> Phrases:
        """What is said of the next metric of the list, in the order that goes with what was said before."""
        natural = facets.phrases(say)
        is_fixed = bool(say or facets.metric.say or facets.metric.verb)
        said = natural
        if natural and not is_fixed and _opening(natural) == self._opening:
            said = _turned(facets, natural) or natural
        self._opening = _opening(said)
        return said

    def interrupt(self) -> None:
        """Something else was said: the next sentence has nothing to differ from."""
        self._opening = ""


def _opening(phrases: Sequence[Phrase]) -> str:
    """What a sentence opens with: a level, a comparison, two ends after 从."""
    if not phrases:
        return ""
    first = phrases[0]
    start = first.text[:1] if first.facet is Facet.FROM_TO else ""
    return first.facet.value + start


def _turned(facets: Facets, phrases: Phrases) -> Phrases | None:
    """The same in the other order; nothing where that order would say something else."""
    first, *rest = phrases
    match first.facet:
        case Facet.FROM_TO if first.clause.verb.startswith(FROM):
            turned = replace(first.clause, verb=OUT_OF + first.clause.verb.removeprefix(FROM))
            return (replace(first, clause=turned), *rest)
        case Facet.VALUE:
            moved = next((one for one in rest if one.facet in PAST), None)
            level = _level_after(facets, first, moved) if moved else None
            if moved is None or level is None:
                return None
            return (moved, level, *(one for one in rest if one is not moved))
    return None


def _level_after(facets: Facets, level: Phrase, moved: Phrase) -> Phrase | None:
    """A level as it follows a plain move, 达86420万元; 达 is kept for a rise that is good."""
    change, value = moved.change, facets.metric.value
    is_plain = (
        change is not None
        and change.case is BaseCase.USUAL
        and not change.is_flat
        and not change.is_approximate
        and bool(moved.clause.number)
        and not moved.clause.tail
    )
    if change is None or not is_plain or level.clause.verb or not isinstance(value, Figure):
        return None
    if value.amount <= 0 or value.qualifier is not None:
        return None
    rose = change.direction is Direction.UP
    is_good = rose and facets.metric.polarity.value is Polarity.HIGHER_IS_BETTER
    return replace(level, clause=replace(level.clause, verb="达" if is_good else "为"))
