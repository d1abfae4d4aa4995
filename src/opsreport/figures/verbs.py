"""Which verb a change takes: by direction and by what is measured, never praise for the adverse (C.5)."""

from dataclasses import dataclass

from opsreport.figures.kinds import Kind, Polarity


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words for going up and down: by a share of the base, by an amount, and to a level."""

    up: str
    down: str
    up_by: str
    down_by: str
    up_to: str
    down_to: str


_GROWING = Verbs("增长", "下降", "增加", "减少", "增至", "降至")
_COSTLY = Verbs("上升", "下降", "增加", "减少", "升至", "降至")
_WAITING = Verbs("延长", "缩短", "延长", "缩短", "延长至", "缩短至")
_LASTING = Verbs("增加", "减少", "增加", "减少", "增至", "减至")
_IMPROVING_RATE = Verbs("提高", "下降", "提高", "下降", "提升至", "下降至")
_IMPROVING = Verbs("提高", "下降", "提高", "下降", "提升至", "降至")
_RISING = Verbs("上升", "下降", "上升", "下降", "升至", "降至")


def verbs_for(kind: Kind, polarity: Polarity) -> Verbs:
    """The verbs of a metric; 提高 and 提升 are kept for what is good when high."""
    wanted = polarity is Polarity.HIGHER_IS_BETTER
    match kind:
        case Kind.MONEY | Kind.COUNT | Kind.PARAMETER:
            return _COSTLY if polarity is Polarity.LOWER_IS_BETTER else _GROWING
        case Kind.DURATION:
            return _LASTING if wanted else _WAITING
        case Kind.RATE:
            return _IMPROVING_RATE if wanted else _RISING
        case _:
            return _IMPROVING if wanted else _RISING
