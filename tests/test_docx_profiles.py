"""Word files for three uses: a clean one to send, one to edit, one to check figure by figure."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from typer.testing import CliRunner

from deriving import said
from docx_reading import WordFile, text_of, value
from opsreport.build import BuildRequest, build
from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.checks.check import apply_rules
from opsreport.checks.families import FAMILIES
from opsreport.cli import app
from opsreport.diagnostics import Diagnostics, Origin, Source
from opsreport.readers.yaml import read_yaml
from opsreport.report.passed_checks import CHECKS
from opsreport.report.remarks import Remarks
from opsreport.writers.docx.anchors import LONGEST_TAG, tag_of
from opsreport.writers.docx.package import w

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("q3.yaml", "annual-2025", "lifecycle.yaml")

BUNDLE = """
opsreport: 1
report:
  {style: memo, org: 云溪社区, to: 管理层, from: 运营部, subject: 季报, number: A-1, period: 2025Q3, date: 2025-10-14,
   abstract: "收入{{ revenue.vs_last_year }}。"}
metrics:
  - {id: revenue, name: 营业收入, kind: money, unit: 万元, value: 86420, last_year: 71950, target: 82000,
     say: [vs_target, vs_last_year], stated: {vs_last_year: 20.1%}}
  - {id: margin, name: 毛利率, kind: rate, unit: "%", value: 31.4, target: 31.2, say: [vs_target]}
  - {id: wait, name: 平均等待时长, kind: duration, unit: 秒, polarity: lower, value: 34, previous: 40, say: [vs_previous],
     change_style: relative}
modules:
  - {id: m1, name: 内容生产, goal: 扩大供给。, results: [{metric: revenue}, {metric: margin}, {metric: wait}]}
"""


@cache
def made(name: str, profile: str) -> WordFile:
    found = Diagnostics()
    result = build(BuildRequest(str(EXAMPLES / name), profile=profile), found)
    assert not found.errors(), said(found)
    return WordFile(result.outputs["docx"])


def report_of(text: str, profile: str, folder: Path) -> WordFile:
    path = folder / "q3.yaml"
    path.write_text(text, "utf-8")
    found = Diagnostics()
    result = build(BuildRequest(str(path), profile=profile, draft=True), found)
    assert not found.errors(Origin.READING), said(found)
    return WordFile(result.outputs["docx"])


def bundle_of(text: str, found: Diagnostics) -> Bundle:
    node = read_yaml(Source("reports/q3.yaml", text.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None, said(found)
    apply_rules(bundle, (), (), found)
    return bundle


def everything_in(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every part of a package as text, the parts of workbooks in it as well."""
    for name, content in files.items():
        yield name, ""
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as inner:
                yield from everything_in({part: inner.read(part) for part in inner.namelist()})
        else:
            yield name, content.decode("utf-8", "replace")


def controls(file: WordFile) -> list[Element]:
    return [control for control in file.body.iter(w("sdt")) if value(control, "sdtPr", "tag")]


# The file that is sent

TRACES = {
    "a tag or a title": re.compile(r"<w:(tag|alias|lock|dataBinding)\b"),
    "a comment": re.compile(r"<w:comment|comments\.xml|/comments\b"),
    "data for programs": re.compile("customXml"),
    "a bookmark of a place": re.compile('w:name="ops_'),
    "a place in the bundle": re.compile(
        r"\b(metrics|modules|problems|plans|projects|stages|goals|charts|groups|reflections)\[\d+\]|report\.[a-z]"
    ),
    "a file": re.compile(r"\b[\w-]+\.(ya?ml|csv|xlsx:|j2)\b|examples/|/work/|/home/"),
    "a formula": re.compile(r"÷|<f>|\{\{|\{%"),
    "who checked": re.compile("已核对|出处："),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_sent_holds_no_trace_of_how_it_was_made(name: str) -> None:
    for part, content in everything_in(dict(made(name, "final").files)):
        inner = content.replace("word/embeddings/Microsoft_Excel", "")
        for trace, pattern in TRACES.items():
            match = pattern.search(part) or pattern.search(inner)
            assert match is None, f"{part}: {trace}: {match and match[0]}"


@pytest.mark.parametrize(
    "trace", ["a tag or a title", "a comment", "a bookmark of a place", "a place in the bundle"]
)
def test_the_traces_looked_for_are_those_a_file_to_be_checked_holds(trace: str) -> None:
    parts = everything_in(dict(made("annual-2025", "review").files))
    assert any(TRACES[trace].search(content) for _, content in parts)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", ["edit", "review"])
def test_all_three_read_alike(name: str, profile: str) -> None:
    final, other = made(name, "final"), made(name, profile)
    assert text_of(other.body) == text_of(final.body)
    assert len(other.paragraphs()) == len(final.paragraphs())


@pytest.mark.parametrize("profile", ["edit", "review"])
def test_the_same_bundle_gives_the_same_bytes_from_any_folder(profile: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    there = report_of(BUNDLE, profile, tmp_path / "elsewhere")
    assert report_of(BUNDLE, profile, tmp_path).content == there.content


# The file that is edited


def test_each_text_of_the_bundle_stands_in_a_control_tagged_with_its_place(tmp_path: Path) -> None:
    file = report_of(BUNDLE, "edit", tmp_path)
    said_at = {value(one, "sdtPr", "tag"): text_of(one) for one in controls(file)}
    assert said_at["modules[0].goal"] == "扩大供给。"
    assert said_at["report.abstract"] == "收入同比增长20.1%。"
    assert said_at["metrics[0].name"] == "营业收入"


def test_a_text_may_be_changed_and_a_figure_in_it_may_not(tmp_path: Path) -> None:
    file = report_of(BUNDLE, "edit", tmp_path)
    abstract = next(one for one in controls(file) if value(one, "sdtPr", "tag") == "report.abstract")
    inner = [one for one in controls(file) if one in list(abstract.iter()) and one is not abstract]
    assert [value(one, "sdtPr", "tag") for one in inner] == ["metrics[0].vs_last_year"]
    properties = abstract.find(w("sdtPr"))
    assert properties is not None
    assert properties.find(w("lock")) is None
    assert value(inner[0], "sdtPr", "lock") == "sdtContentLocked"


@pytest.mark.parametrize("place", ["metrics[0].value", "report.date", "report.period"])
def test_what_the_report_words_itself_is_locked(place: str, tmp_path: Path) -> None:
    found = [
        one for one in controls(report_of(BUNDLE, "edit", tmp_path)) if value(one, "sdtPr", "tag") == place
    ]
    assert found
    assert {value(one, "sdtPr", "lock") for one in found} == {"sdtContentLocked"}


def test_a_term_that_a_text_refers_to_is_changed_where_it_is_written(tmp_path: Path) -> None:
    text = BUNDLE.replace('abstract: "', 'guideline: [提质量], abstract: "围绕{{ guideline }}，')
    file = report_of(text, "edit", tmp_path)
    term = next(one for one in controls(file) if value(one, "sdtPr", "tag") == "report.guideline[0]")
    assert value(term, "sdtPr", "lock") == "sdtContentLocked"


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_its_number_and_a_bookmark_around_it(name: str) -> None:
    file = made(name, "edit")
    numbers = Counter(value(one, "sdtPr", "id") for one in file.body.iter(w("sdt")))
    assert set(numbers.values()) == {1}
    parents = {child: parent for parent in file.body.iter() for child in parent}
    for control in controls(file):
        siblings = list(parents[control])
        before = siblings[siblings.index(control) - 1]
        assert before.tag == w("bookmarkStart")
        assert before.get(w("name"), "").startswith("ops_")


def test_the_title_of_a_control_says_where_and_how() -> None:
    titles = {
        value(one, "sdtPr", "tag"): value(one, "sdtPr", "alias") for one in controls(made("q3.yaml", "edit"))
    }
    assert titles["modules[0].goal"] == "q3.yaml:61"
    assert titles["metrics[9].vs_previous"] == "q3.yaml:29 · (48300 − 44100) ÷ 44100 = 9.5%"
    assert all(len(title) <= LONGEST_TAG for title in titles.values())


def test_an_edited_text_leaves_the_other_controls_their_numbers(tmp_path: Path) -> None:
    def numbers(text: str) -> dict[str, str]:
        file = report_of(text, "edit", tmp_path)
        return {value(one, "sdtPr", "tag"): value(one, "sdtPr", "id") for one in reversed(controls(file))}

    assert numbers(BUNDLE.replace("扩大供给。", "扩大供给，提高质量。")) == numbers(BUNDLE)


def test_a_place_too_long_for_a_tag_has_a_short_one_of_its_own() -> None:
    deep, deeper = "plans[0]." + "resources." * 8 + "a", "plans[0]." + "resources." * 8 + "b"
    assert tag_of("plans[0].goal") == "plans[0].goal"
    assert tag_of(deep).startswith("ops#")
    assert len(tag_of(deep)) <= LONGEST_TAG
    assert tag_of(deep) != tag_of(deeper)


def test_a_file_to_be_edited_has_no_comments() -> None:
    assert "word/comments.xml" not in made("q3.yaml", "edit").files


# The file that is checked


def comments(file: WordFile) -> dict[str, list[str]]:
    part = file.part("word/comments.xml")
    return {
        one.get(w("id"), ""): [text_of(line) for line in one.iter(w("p"))] for one in part.iter(w("comment"))
    }


def test_a_comment_tells_where_a_figure_is_from_how_it_was_reckoned_and_what_was_checked(
    tmp_path: Path,
) -> None:
    file = report_of(BUNDLE, "review", tmp_path)
    assert [
        "出处：q3.yaml:7　metrics[0].vs_last_year",
        "依据：本期 86420万元（q3.yaml:7）；去年同期 71950万元（q3.yaml:7）",
        "算式：(86420 − 71950) ÷ 71950 = 20.1%",
        "已核对：与各期相比没有差出整数位（unit-slip）；已写的同比与数据相符（stated-vs-last-year）；"
        "没有不利的变动，或已在问题里说明（adverse-move-unexplained）",
    ] in comments(file).values()


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_of_a_metric_has_its_comment(name: str) -> None:
    file = made(name, "review")
    parents = {child: parent for parent in file.body.iter() for child in parent}
    figures = [
        one
        for one in controls(file)
        if re.fullmatch(r"metrics\[\d+\]\.(value|vs_\w+|change|from_to|previous|last_year|target)",
                        value(one, "sdtPr", "tag"))
    ]  # fmt: skip
    assert figures
    for figure in figures:
        siblings = list(parents[figure])
        after = siblings[siblings.index(figure) + 2]
        assert after.tag == w("commentRangeEnd"), value(figure, "sdtPr", "tag")
        number = after.get(w("id"), "")
        assert f"　{value(figure, 'sdtPr', 'tag')}" in comments(file)[number][0]


def test_comments_are_as_old_as_the_report() -> None:
    part = made("q3.yaml", "review").part("word/comments.xml")
    assert {one.get(w("date")) for one in part} == {"2025-10-14T00:00:00Z"}


@pytest.mark.parametrize(
    ("place", "sums"),
    [
        ("metrics[0].vs_last_year", ("(86420 − 71950) ÷ 71950 = 20.1%",)),
        ("metrics[0].vs_target", ("86420 ÷ 82000 = 105.4%",)),
        ("metrics[1].vs_target", ("31.4 − 31.2 = 0.2个百分点",)),
        ("metrics[2].vs_previous", ("(34 − 40) ÷ 40 = −15.0%",)),
        ("metrics[0].value", ()),
    ],
)
def test_a_sum_comes_to_what_the_report_prints(place: str, sums: tuple[str, ...]) -> None:
    found = Diagnostics()
    assert Remarks(bundle_of(BUNDLE, found), found)(place).sums == sums


@pytest.mark.parametrize(
    ("metric", "key", "sums"),
    [
        ("kind: money, unit: 万元, sign: profit, value: -900, last_year: -1200", "vs_last_year",
         ("(−900 − (−1200)) ÷ 1200 = 25.0%",)),
        ("kind: rate, unit: '%', value: 4.0, from: 3.2, say: [change], change_style: relative", "change",
         ("(4.0 − 3.2) ÷ 3.2 = 25.0%", "4.0 − 3.2 = 0.8个百分点")),
        ("kind: count, unit: 家, value: 600, last_year: 100", "vs_last_year", ("600 ÷ 100 = 6倍",)),
        ("kind: money, unit: 亿元, value: 8.642, last_year: 71950万元", "vs_last_year",
         ("(8.642 − 7.195) ÷ 7.195 = 20.1%",)),
        ("kind: count, unit: 家, value: 5, last_year: 0", "vs_last_year", ("5 − 0 = 5家",)),
        ("kind: rate, unit: '%', value: 25, numerator: 1, denominator: 4", "value", ("1 ÷ 4 = 25%",)),
        ("kind: count, unit: 家, change: 5", "change", ()),
    ],
)  # fmt: skip
def test_each_kind_of_comparison_has_its_own_sum(metric: str, key: str, sums: tuple[str, ...]) -> None:
    found = Diagnostics()
    bundle = bundle_of(f"report: {{period: 2025Q3}}\nmetrics:\n  - {{id: a, name: 甲, {metric}}}\n", found)
    assert Remarks(bundle, found)(f"metrics[0].{key}").sums == sums


def lines(text: str, place: str = "metrics[0].vs_last_year") -> str:
    found = Diagnostics()
    return "\n".join(Remarks(bundle_of(text, found), found)(place).lines)


def test_a_check_that_found_something_is_not_passed_and_says_what() -> None:
    told = lines(BUNDLE.replace("20.1%}", "12.1%}"))
    assert "stated-vs-last-year" not in told
    assert "提示：" in told
    assert "12.1%" in told


def test_a_check_that_was_waived_is_not_passed() -> None:
    waived = "lint: {ignore: [{code: stated-vs-last-year, why: 口径不同}]}, stated"
    assert "stated-vs-last-year" not in lines(BUNDLE.replace("stated", waived))


def test_a_check_that_has_nothing_to_judge_is_not_named() -> None:
    assert "stated-vs-last-year" not in lines(BUNDLE.replace(", stated: {vs_last_year: 20.1%}", ""))


def test_every_check_named_is_one_of_the_rules() -> None:
    rules = {code for family in FAMILIES for code in family.rules}
    assert {check.code for check in CHECKS} <= rules


# On the command line


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q3.yaml").write_text(BUNDLE, "utf-8")
    return "q3.yaml"


def test_a_file_that_is_not_to_be_sent_says_so_in_its_name(bundle: str) -> None:
    written = CliRunner().invoke(
        app, ["build", bundle, "--to", "docx,html", "--draft", "--profile", "review"]
    )
    assert written.stdout.split() == ["q3-memo-review.docx", "q3-memo.html"], written.output


def test_a_profile_without_a_word_file_is_refused(bundle: str) -> None:
    result = CliRunner().invoke(app, ["build", bundle, "--to", "pdf", "--profile", "edit"])
    assert result.exit_code == 2
    assert "只用于 Word 文件" in result.stderr


def test_an_unknown_profile_is_refused_with_the_known_ones(bundle: str) -> None:
    result = CliRunner().invoke(app, ["build", bundle, "--profile", "reviews"])
    assert result.exit_code == 2
    assert "review" in result.stderr
