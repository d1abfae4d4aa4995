"""Records and first places that nothing in the bundle bears out."""

import re
from collections.abc import Iterator

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.claims.clauses import is_quoted, sentence_around
from opsreport.claims.plain_text import PlainText

REACHED = "突破|超过|达到|实现|跻身|进入|转正|扭亏|盈利|超越|站上|迈上|跨过|登上|超\\d|破\\d"
RECORD = re.compile(
    r"历史新高|历[史年](?:来)?最[高好佳优低](?=水平|值|纪录|记录|点|位|$|[，。；、）)])|(?:再|屡|连|均|双双|共?同?)?创下?(?:了)?(?:历史)?新[高低]"
    r"|(?:建|成立|开业|上线|运营|有记录|有统计|公司成立)以来(?:的)?最[高好佳优低大]"
    r"|近?[0-9一二两三四五六七八九十]{1,4}年(?:来)?(?:的)?最[高好佳优低]"
    r"|(?:全国|全省|全市|全球|行业|业内|同业|同行|同类|国内|区域|全网|平台|类目|集团|同城|系统内?)(?:内)?(?:排名|排行|位列|稳居|居)?第一(?!的)"
    r"|(?:排名|位居|位列|稳居|荣居|高居|名列|跃居)(?:全国|全省|全市|行业|业内|同行|类目|集团)?(?:第一|首位|榜首)(?!的)"
    r"|居(?:全国|全省|全市|行业|同行|集团)?(?:首位|榜首|之首)"
    rf"|首次(?={REACHED})"
)
QUOTED_OR_PLANNED = re.compile(
    r"力争|争取|目标|计划|希望|有望|预计|冲击|冲刺|争创|确保|将|拟|愿景|成为|打造|若|如果"
)
SOURCED = re.compile(
    r"据|来源|数据显示|统计显示|报告显示|发布的|公布的|榜单|排行榜|白皮书|年鉴|认证|认定|第三方|评选|评估|调查|排名表|《"
)
NOT_OURS = re.compile(r"(?:客户|会员|学员|用户|同学|选手|新人|孩子|老人|居民|读者|球员|作者)(?:在|于|的)?$")


@WORDING.rule
def unproven_record(case: Case) -> Iterator[Finding]:
    """A record, a first or a first place of which the bundle holds neither a series nor a source."""
    texts = [text for text in case.texts if text.is_running and RECORD.search(text.folded)]
    if not texts:
        return
    for text in texts:
        for match in RECORD.finditer(text.folded):
            start, end = sentence_around(text.folded, match.start(), match.end())
            sentence = text.folded[start:end]
            before = text.folded[start : match.start()]
            if (
                SOURCED.search(sentence)
                or QUOTED_OR_PLANNED.search(before)
                or is_quoted(text.folded, match.start())
            ):
                continue
            if match[0].startswith("首次") and NOT_OURS.search(before):
                continue
            mentions = list(case.names.mentions(sentence))
            if any(match.start() - start < one.end and one.start < match.end() - start for one in mentions):
                continue
            metrics = [metric for one in mentions for metric in one.metrics]
            metrics += [text.owner] if isinstance(text.owner, Metric) else []
            metrics += _referred(case, text, start, end)
            if not any(metric.series or metric.source for metric in metrics):
                yield Finding(text.locate(match.start(), match.end()), {"words": match[0]})


def _referred(case: Case, text: PlainText, start: int, end: int) -> list[Metric]:
    known = case.bundle.metric_by_id
    return [
        known[one.target] for place, one in text.references if start <= place < end and one.target in known
    ]
