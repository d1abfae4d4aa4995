"""What findings about names offer instead: ids for namesakes, the subject where a title is missing."""

from checking import check
from opsreport.diagnostics import Diagnostics, Language


def test_two_metrics_of_one_name_are_told_to_take_ids(found: Diagnostics) -> None:
    check("metrics: [{name: 活跃用户, value: 1}, {name: 活跃用户, value: 2}]", found)
    (finding,) = found
    assert (finding.code, "各写一个 id" in finding.help(Language.ZH)) == ("duplicate-id", True)


def test_a_report_without_a_title_is_offered_its_subject(found: Diagnostics) -> None:
    check("report: {subject: 三季度工作汇报}", found, required=("title", "org"))
    helps = [finding.help(Language.ZH) for finding in found]
    assert helps == [
        "请在 report 下补上 title: …；如就用现有的“主题”，可写 title: 三季度工作汇报",
        "请在 report 下补上 org: …",
    ]
