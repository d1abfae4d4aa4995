"""Reading what a text claims, clause by clause; a figure that may be another's is tied to no metric."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.claims.amounts import Amount, AmountReader
from opsreport.claims.claim import Claim
from opsreport.claims.clause_reader import ClauseReader, Memory, Token
from opsreport.claims.clauses import clauses_of, quoted_in, sentences_of
from opsreport.claims.names import Mention, Names
from opsreport.claims.periods import base_words, own_words
from opsreport.claims.plain_text import REFERENCE_SIGN, PlainText
from opsreport.claims.words import AGAINST, Base, Role, Word, words_in

LIGHT = (
    "的", "了", "也", "均", "都", "则", "已", "又", "再", "累计", "共计", "合计", "实现", "继续",
    "持续", "进一步", "大幅", "小幅", "大幅度", "明显", "显著", "略有", "略", "有所", "稳步", "快速",
    "较快", "约", "为", "是", "达", "达到", "并", "且", "同时", "平均", "共", "总体", "整体", "全年",
    "全季", "全月", "公司", "集团", "部门", "本部门", "平台", "全公司", "我司", "我们", "仅", "只",
    "还", "更", "最终", "实际", "目前", "当前", "截至期末", "期末", "期内", "报告期内", "另外", "此外",
    "一是", "二是", "三是", "其", "该", "该指标", "指标", "数据显示", "带动", "推动", "促进", "使",
    "使得", "让", "令", "把", "总", "水平", "规模", "数据", "表现", "情况", "方面", "成功", "顺利", "如期",
    "有", "均值", "平均值", "而", "但", "完成", "高达", "仍", "依然", "逐步", "逐月", "逐季", "双双", "同步",
    "相应", "随之", "首次", "历史性", "再创新高", "创", "至",
)  # fmt: skip
"""Words that may stand between a metric, what is said of it and its figure without changing whose it is."""

MOVED_SINCE = (
    r"\s|[，,0-9+-]|$|[约近增提降减回缩多少明略有显均又再继持扩收攀走改节压延环进基仅净累实翻]"
    "|上[升涨扬浮调]|下[降滑跌调]|[大小]幅|高(?!峰)|低(?!谷)"
)
"""What follows 较二季度 where that period is meant as a whole, not its end, its peak or its campaign."""


class Reader:
    """Reads the texts of one bundle."""

    def __init__(self, bundle: Bundle) -> None:
        self._names = Names(bundle.metrics)
        self._amounts = AmountReader(tuple({metric.unit.value for metric in bundle.metrics if metric.unit}))
        report = bundle.report
        period = report.period.value if report.period else None
        named = [text.text for text in (report.org, report.department) if text]
        light = sorted({*LIGHT, *named, *own_words(period)}, key=len, reverse=True)
        self._light = re.compile(rf"(?:{'|'.join(map(re.escape, light))}|\s|{REFERENCE_SIGN})*+")
        self._bases = base_words(period)
        before = "|".join(sorted(map(re.escape, self._bases), key=len, reverse=True)) or r"(?!)"
        self._start = re.compile(rf"(?P<time>{before})(?=的|约|[0-9])")
        self._against = re.compile(rf"{AGAINST}(?P<time>{before})(?:相比)?(?={MOVED_SINCE})")
        own = sorted(own_words(period), key=len, reverse=True)
        self._own_period = re.compile("|".join(map(re.escape, own)) or r"(?!)")

    def claims(self, text: PlainText) -> list[Claim]:
        """What a text claims, in order."""
        folded = text.folded
        mentions = list(self._names.mentions(folded))
        # The digits of a name (5G用户数) are no amount.
        ends = [mention.end for mention in mentions]
        amounts = [
            amount
            for amount in self._amounts.amounts(folded, after=set(ends))
            if (at := bisect_right(ends, amount.start)) == len(mentions) or mentions[at].start >= amount.end
        ]
        tokens: list[Mention | Amount] = sorted([*mentions, *amounts], key=lambda token: token.start)
        starts = [token.start for token in tokens]
        found: list[Claim] = []
        for start, end in sentences_of(folded):
            held = tokens[bisect_left(starts, start) : bisect_left(starts, end)]
            # Without a name or a figure there is nothing that the data could confirm or contradict.
            if held:
                found += self._sentence(text, start, end, held)
        quoted = quoted_in(folded)
        found = [claim for claim in found if not _is_within(claim, quoted)] if quoted else found
        return found if text.tells_of_period else [replace(claim, is_elsewhere=True) for claim in found]

    def _sentence(
        self, text: PlainText, start: int, end: int, held: Sequence[Mention | Amount]
    ) -> Iterator[Claim]:
        owner = text.owner if isinstance(text.owner, Metric) and text.key == "driver" else None
        memory = Memory((owner,) if owner and not text.folded[:start].strip() else (), is_own=bool(owner))
        whole = [(token.start, token.end) for token in held]
        starts = [token.start for token in held]
        for first, last, opening in clauses_of(text.folded, start, end, whole):
            inside = held[bisect_left(starts, first) : bisect_left(starts, last)]
            clause = ClauseReader(text, first, last, opening, self._light, memory, (start, end))
            if self._own_period.search(text.folded, first, last):
                clause.is_own_time, memory.is_elsewhere = True, False
            for token in self._with_words(text.folded, first, last, inside):
                clause.take(token)
            yield from clause.finish()

    def _with_words(
        self, folded: str, start: int, end: int, held: Sequence[Mention | Amount]
    ) -> Iterator[Token]:
        position = start
        for token in held:
            yield from self._words(folded, position, token.start)
            yield token
            position = token.end
        yield from self._words(folded, position, end)

    def _words(self, folded: str, start: int, end: int) -> Iterator[Word]:
        position = start
        for word in words_in(folded, start, end):
            if word.start < position:
                continue
            own = self._own_period.match(folded, word.start)
            if not (word.role is Role.ELSEWHERE and own and own.end() >= word.end):
                based = self._with_base(word, folded)
                position = based.end
                yield based

    def _with_base(self, word: Word, folded: str) -> Word:
        """A word for another time with the figure that it means, if that is the metric's last or last year's.

        In a report on a third quarter 较二季度 is set against the period before, 由2024年三季度的 comes from
        the year before.
        """
        if word.role is Role.ELSEWHERE:
            named = self._start.match(folded, word.start)
        else:
            named = self._against.match(folded, word.start) if word.base is Base.OTHER else None
        if named is None or named.end() < word.end:
            return word
        return replace(word, end=named.end(), text=named[0], base=self._bases[named["time"]])


def _is_within(claim: Claim, stretches: Sequence[tuple[int, int]]) -> bool:
    said = (claim.verb, claim.flat, *claim.amounts)
    return any(_holds(stretches, part.start) for part in said if part)


def _holds(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether one of some stretches, which are in order and apart, holds a place."""
    at = bisect_right(stretches, place, key=lambda one: one[0]) - 1
    return at >= 0 and place < stretches[at][1]
