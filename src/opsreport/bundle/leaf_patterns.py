"""What figures, dates and the like look like, as patterns that editors and Python read alike.

They take all that the decoder takes, and stop the slips that a pattern can see: `64O`, `1e5`, `2025.13`.
"""

from collections.abc import Iterable

_DIGIT = "[0-9０-９]"
_SIGN = "[-+−–△＋－]"
_COLON = "[:：∶]"
_CURRENCY = "[¥￥$＄€£]"
_QUALIFIER = "(?:大约|约|≈|将近|接近|近|不足|不到|超过|超|逾)"
_NUMBER = rf"[.．]?{_DIGIT}(?:[,，.．\s]?{_DIGIT})*"

# A lone Latin letter is no unit; 5k and 3w mean different things to different people.
_NO_LONE_LETTER = r"(?!\s*[A-Za-zＡ-Ｚａ-ｚ]\s*$)"
_CLOCK_LETTER = r"\s*[hsd]"
_UNIT = rf"(?:{_NO_LONE_LETTER}\s*[^0-9０-９\s][^0-9０-９]{{0,24}}|{_CLOCK_LETTER})"

_FIGURES = (
    rf"(?:{_QUALIFIER}\s*)?(?:{_SIGN}\s*)?(?:{_CURRENCY}\s*)?{_NUMBER}{_UNIT}?",
    rf"[(（]{_NUMBER}[)）]{_UNIT}?",
    rf"{_NUMBER}\s*{_COLON}\s*{_NUMBER}",
    rf"{_DIGIT}+{_COLON}{_DIGIT}{{2}}{_COLON}{_DIGIT}{{2}}",
    rf"{_NUMBER}\s*[/／]\s*{_DIGIT}+\s*分?",
    rf"(?:{_NUMBER}\s*(?:天|个?小时|时|分钟|分|秒)\s*)+",
)
_NOT_APPLICABLE = ("不适用", "无", "暂无", "无可比数据", "N/A", "NA", "n/a", "—", "——")
_LEFT_OUT = ("[-−–△－]{1,2}", "/", "／", r"\\", "~", "～", "null", "Null", "NULL")
_SLOT = (
    r"(?:约|近|超|逾)?(?:[Xx×Ｘｘ]+(?:[.．:：∶][Xx×Ｘｘ]+)?(?:[%％]|‰|[万亿千百]*[\u4e00-\u9fff]{0,4})"
    r"|待[补定填确][\u4e00-\u9fff]*|TBD|TODO|[Tt]bd|[_＿]{2,}|[?？]+)"
)
_SPACED = r"\s*"


def _whole(*options: str) -> str:
    return rf"^{_SPACED}(?:{'|'.join(options)}){_SPACED}$"


FIGURE = _whole(*_FIGURES, *_NOT_APPLICABLE, *_LEFT_OUT, _SLOT, "")
"""A figure with or without its unit, 不适用, or a slot; see `figures/figure.py`."""

_YEAR, _PART = r"(?:[0-9]\s*){4}", r"(?:[0-9]\s*){1,2}"
DATE = _whole(
    rf"{_YEAR}[-/.]\s*{_PART}[-/.]\s*{_PART}",
    rf"{_YEAR}年\s*{_PART}月\s*{_PART}日",
    rf"{_YEAR}{_YEAR}",
    "",
)
"""A day in one of the three ways it may be written."""

PERIOD = r"^[\s0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四两上下前第至到全半财年度季月日周个./．／~～—–－-]*$"
"""A period: the words and signs that periods are made of, in any order."""

IDENTIFIER = r"^\s*[^\s.{}']*\s*$"
"""An id: no spaces within, no full stop, no braces, no apostrophe."""

PLAIN_TEXT = r"^(?![\s\S]*\{\{)"
"""A text that holds no references."""

WHOLE_NUMBER = r"^\s*-?[0-9]{1,9}\s*$"


def listed(words: Iterable[str]) -> str:
    """Several of these words in one value: 数值、同比."""
    one = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return rf"^[\s、;；,，]*(?:{one})(?:[\s、;；,，]+(?:{one}))*[\s、;；,，]*$"
