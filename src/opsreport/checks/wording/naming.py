"""Names that change within one report, and abbreviations that nobody explains."""

import re
from collections.abc import Collection, Iterator, Sequence

from opsreport.bundle.model import Bundle
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.claims.clauses import is_quoted
from opsreport.claims.plain_text import PlainText
from opsreport.diagnostics import Label

SPELLINGS = (
    ("运营", re.compile(r"营运(?!资[金本]|能力|现金|车|里程|线路|收入|成本|指标|天数|费用)")),
    ("账户", re.compile(r"帐户")),
    ("账号", re.compile(r"帐号")),
    (
        "登录",
        re.compile(
            r"登陆(?!艇|作战|战|[^，。；]{0,4}(?:市场|上市|海|岛|港股|A股|科创板|创业板|纳斯达克|交易所|卫视|院线))"
        ),
    ),
    ("其他", re.compile(r"其它")),
    ("截至", re.compile(r"截止(?=[0-9]|目前|期末|年末|月末|本)")),
)
"""Two ways to write one word; the second is only named where the first stands in the report too."""

ORDER = frozenset("东南西北中上下左右前后新老大小一二三四五六七八九十甲乙丙丁总分内外男女")
GENERAL_END = ("中心", "部", "处", "科", "组", "局", "委", "室")
NO_SISTER = "(?![\u4e00-\u9fff]{0,4}(?:公司|集团|中心|厂|店|学院|协会))"
"""A company that is named in full is another one."""

SHORTEST = 4

NAMES_OF_PEOPLE = frozenset({"org", "department", "author", "to", "owner", "team"})
"""Keys of departments, teams, organisations and whoever answers for something."""

ABBREVIATION = re.compile(r"(?<![A-Za-z0-9_./&+#@-])[A-Z][A-Z&/]*[A-Z](?![A-Za-z0-9_./&+#@-])")
KNOWN = frozenset((
    "AI", "AB", "APP", "IP", "PC", "VIP", "SVIP", "ID", "IT", "CEO", "CFO", "COO", "CTO", "CIO",
    "CMO", "HR", "TV", "USB", "GPS", "WIFI", "PDF", "PPT", "LED", "LCD", "SMS", "QQ", "OK", "NO",
    "GDP", "CPI", "VR", "AR", "CPU", "GPU", "CBD", "ISO", "IPO", "PK", "ATM", "SUV", "DIY", "UFO",
    "TOP", "CAD", "OS", "UI", "URL", "MBA", "EMBA", "PHD", "EMS", "CCTV", "CBA", "NBA", "FIFA",
    "UN", "EU", "US", "USA", "UK", "WTO", "WHO", "II", "III", "IV", "VI", "VII", "VIII", "IX",
    "XI", "XII", "BBS", "DVD", "CD", "FAQ", "DJ", "MC", "LOGO", "CN", "RMB", "CNY", "USD", "HKD",
    "EUR", "A/B", "AA", "AAA", "BBB", "NFC", "SIM", "KTV", "MV", "BGM", "PS", "XX", "XXX", "SQL",
    "API",
))  # fmt: skip
"""What everybody knows, or what is no abbreviation."""

NAMED_IN = re.compile(
    r"[（(]\s*(?:以?下?简称|英文|即|也称|又称)?[：:]?[“”\"]?([A-Z][A-Za-z&/]*)[“”\"]?\s*[)）]"
)
EXPLAINED = re.compile(
    r"([A-Z][A-Z&/]{0,30}[A-Z])\s{0,4}[（(](?=[^（()）]*[\u4e00-\u9fffa-z])[^（()）]*[)）]"
)


@WORDING.rule
def inconsistent_names(case: Case) -> Iterator[Finding]:
    """One thing under two names: 运营 and 营运, the organisation or a metric written in another way."""
    # A department or a team is called what it is called: 营运部 beside 运营.
    said = [text for text in case.texts if text.key not in NAMES_OF_PEOPLE]
    named = {text.folded for text in case.texts if text.key in NAMES_OF_PEOPLE}
    for usual, other in SPELLINGS:
        first = next((text for text in said if usual in text.folded), None)
        if first is not None:
            start = first.folded.index(usual)
            labels = (Label(first.locate(start, start + len(usual))),)
            yield from _others(said, other, usual, named, labels)
    org = case.bundle.report.org
    if org is not None and _is_distinctive(org.text):
        yield from _others(case.texts, _nearly(org.text), org.text)
    yield from _shuffled(case)


def _others(
    texts: Sequence[PlainText],
    other: re.Pattern[str],
    usual: str,
    named: Collection[str] = (),
    labels: tuple[Label, ...] = (),
) -> Iterator[Finding]:
    """The first place where the other way is written, but for the names of departments and people."""
    for text in texts:
        for match in other.finditer(text.folded):
            if match[0] != usual and not is_quoted(text.folded, match.start()):
                if any(_is_part(name, text.folded, match) for name in named):
                    continue
                details = {"name": match[0], "usual": usual}
                yield Finding(text.locate(match.start(), match.end()), details, secondary=labels)
                return


def _is_part(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether a word stands within a name that is written there in full."""
    start = name.find(match[0])
    return start >= 0 and text.startswith(name, match.start() - start) and match.start() >= start


def _is_distinctive(name: str) -> bool:
    return (
        len(name) >= SHORTEST
        and not name.endswith(GENERAL_END)
        and re.fullmatch("[\u4e00-\u9fff]+", name) is not None
    )


def _nearly(name: str) -> re.Pattern[str]:
    """The name with one of its signs, but not the first, another; signs that tell sisters apart stay."""
    ways = [
        f"{re.escape(name[:place])}(?!{sign})[\u4e00-\u9fff]{re.escape(name[place + 1 :])}"
        for place, sign in enumerate(name)
        if place and sign not in ORDER
    ]
    ordinary = "".join(sorted(ORDER))
    pattern = "|".join(ways).replace("[\u4e00-\u9fff]", f"(?![{ordinary}，。、；：])[\u4e00-\u9fff]")
    return re.compile(f"(?:{pattern}){NO_SISTER}" if pattern else r"(?!)")


def _shuffled(case: Case) -> Iterator[Finding]:
    """A metric's name with its signs in another order: 营业总收入 for 总营业收入."""
    by_sum: dict[tuple[int, int], list[str]] = {}
    names = {metric.name.text for metric in case.bundle.metrics}
    for name in names:
        if len(name) >= SHORTEST and re.fullmatch("[\u4e00-\u9fff]+", name):
            by_sum.setdefault((len(name), sum(map(ord, name))), []).append(name)
    lengths = sorted({length for length, _ in by_sum})
    seen: set[str] = set()
    for text in case.texts if by_sum else ():
        if not text.is_running:
            continue
        for length in lengths:
            for start, found in _windows(text.folded, length, by_sum):
                usual = next(
                    (name for name in found if sorted(name) == sorted(text.folded[start : start + length])),
                    "",
                )
                said = text.folded[start : start + length]
                if usual and said not in names and said not in seen and _is_another_order(usual, said):
                    seen.add(said)
                    yield Finding(text.locate(start, start + length), {"name": said, "usual": usual})


def _windows(
    text: str, length: int, by_sum: dict[tuple[int, int], list[str]]
) -> Iterator[tuple[int, list[str]]]:
    """Where a stretch of this length has the signs of a name, by the sum of their codes."""
    if len(text) < length:
        return
    total = sum(map(ord, text[:length]))
    for start in range(len(text) - length + 1):
        if start:
            total += ord(text[start + length - 1]) - ord(text[start - 1])
        found = by_sum.get((length, total))
        if found:
            yield start, found


def _is_another_order(usual: str, said: str) -> bool:
    """Whether it ends as the name does, and so is no stretch across two names."""
    return said[-1] == usual[-1] and said != usual


@WORDING.rule
def unexpanded_abbreviation(case: Case) -> Iterator[Finding]:
    """An abbreviation that neither its first use nor the glossary nor a metric's name explains."""
    explained = _explained(case.bundle, case.texts)
    for text in case.texts:
        if not text.is_running:
            continue
        for match in ABBREVIATION.finditer(text.folded):
            word = match[0]
            if word in explained or is_quoted(text.folded, match.start()):
                continue
            explained.add(word)
            yield Finding(text.locate(match.start(), match.end()), {"word": word})


def _explained(bundle: Bundle, texts: Sequence[PlainText]) -> set[str]:
    """What needs no explanation, or has one in the glossary, in brackets or in a definition."""
    found = set(KNOWN)
    for entry in bundle.glossary:
        found.update((entry.term.text, *_in(entry.term.text)))
    for metric in bundle.metrics:
        if metric.definition:
            found.update(_in(metric.name.text))
    for text in texts:
        if text.key in ("name", "codename", "org", "department", "number", "name_en", "id", "model", "term"):
            found.update(_in(BRACKETS.sub("", text.folded)) if text.key == "name" else _in(text.folded))
        for inside in NAMED_IN.findall(text.folded):
            found.update(_in(inside))
        found.update(word for said in EXPLAINED.findall(text.folded) for word in (said, *_in(said)))
    return found


BRACKETS = re.compile(r"[（(][^（()）]*[)）]")


def _in(text: str) -> list[str]:
    return [match[0] for match in ABBREVIATION.finditer(text)]
