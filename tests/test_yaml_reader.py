"""YAML is read as text with places: nothing guessed, nothing lost, every fault with a way out."""

import pytest
import yaml

from opsreport.diagnostics import Diagnostics, Language, Mapping, Node, Scalar, Sequence, Severity, Source
from opsreport.readers.characters import MAX_BYTES
from opsreport.readers.yaml import MAX_DEPTH, read_yaml


def read(text: str | bytes, found: Diagnostics) -> Node | None:
    return read_yaml(Source("q3.yaml", text if isinstance(text, bytes) else text.encode()), found)


def value(text: str, found: Diagnostics) -> Scalar:
    """The value of the only key."""
    node = read(text, found)
    assert isinstance(node, Mapping)
    (entry,) = node.entries
    assert isinstance(entry.value, Scalar)
    return entry.value


def codes(found: Diagnostics) -> list[str]:
    return [finding.code for finding in found]


def helps(found: Diagnostics) -> str:
    return "".join(finding.help(Language.ZH) for finding in found)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("roi: 1:4", "1:4"),
        ("roi: 1:4.5", "1:4.5"),
        ("start: 12:30", "12:30"),
        ("number: 010", "010"),
        ("number: 003", "003"),
        ("rate: 0.10", "0.10"),
        ("period: 2025", "2025"),
        ("period: 2025-11", "2025-11"),
        ("period: 2025-11-03", "2025-11-03"),
        ("owner: No", "No"),
        ("状态: on", "on"),
        ("amount: 1_000", "1_000"),
        ("amount: 1e400", "1e400"),
        ("value: .inf", ".inf"),
        ("code: 110101199003071234", "110101199003071234"),
        ("value: ~", "~"),
    ],
)
def test_a_value_stays_the_text_that_was_written(written: str, text: str, found: Diagnostics) -> None:
    assert value(written, found).text == text
    assert not codes(found)


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("unit: %", 'unit: "%"'),
        ("text: {{ x }}万起", 'text: "{{ x }}万起"'),
        ("text: {{ x }}", 'text: "{{ x }}"'),
        ("text: **重点：**内容", 'text: "**重点：**内容"'),
        ("owner: @张三", 'owner: "@张三"'),
        ("text: >90%的用户", 'text: ">90%的用户"'),
        ("text: 达成率: 96%", 'text: "达成率: 96%"'),
        ('text: "甲"乙', "text: '\"甲\"乙'"),
        ("text: [附件]见后", 'text: "[附件]见后"'),
        ("text: - 甲", 'text: "- 甲"'),
        ("text: !重要", 'text: "!重要"'),
        ("notes:\n  - `甲`", '- "`甲`"'),
        ("a: {unit: %}", 'unit: "%"'),
        ("a: {title: 甲, text: 时间: 9月}", 'text: "时间: 9月"'),
        ("a: {unit: %, value: 3}", 'unit: "%"'),
        ("a: {driver: **重点**是}", 'driver: "**重点**是"'),
        ("owners: [李四, @张三]", '"@张三"'),
    ],
)
def test_text_that_needed_quotes_is_shown_with_them(written: str, suggested: str, found: Diagnostics) -> None:
    read(written, found)
    assert codes(found) == ["yaml-syntax"]
    assert suggested in helps(found)
    assert yaml.safe_load(suggested.removeprefix("- "))


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        ("{a: x[0]}", 1, "花括号或方括号"),
        ("items:\n  - {title: 甲, text: {{ x }}的}", 2, "花括号或方括号"),
        ("a: [1, 2", 1, "花括号或方括号"),
        ("标题：三季度汇报\n组织: 甲", 1, "全角“：”"),
        ("标题：三季度汇报\n组织：甲", 1, "全角“：”"),
        ("unit:万元\nvalue: 3", 1, "要有一个空格"),
        ("- {name: 甲，value: 3}", 1, "半角逗号“,”"),
        ("- {name: 甲, value: 3， target: 4}", 1, "半角逗号“,”"),
        ("a:\n\tb: 1", 2, "制表符"),
        ("a:\n\xa0\xa0b: 1", 2, "全角空格或不换行空格"),
        ("a: 1\nb: '甲\nc: 2", 2, "没有结束"),
        ("a: 1\n  b: 2", 2, "缩进与上文对不上"),
        ("- 甲\nb: 2", 2, "缩进与上文对不上"),
        ("a: 1\n乙", 2, "没有“字段: 值”里的冒号"),
        ('a: "\\q"', 1, "\\ 后面写法不对"),
        ("三季度汇报", 1, "字段: 值"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(
    written: str, line: int, words: str, found: Diagnostics
) -> None:
    read(written, found)
    assert codes(found) == ["yaml-syntax"]
    (finding,) = found
    assert finding.primary.span.line == line
    assert words in helps(found)


def test_every_repeated_key_is_reported_with_both_places(found: Diagnostics) -> None:
    read("a: 1\nb: {c: 1, c: 2}\na: 3\n", found)
    assert codes(found) == ["duplicate-key", "duplicate-key"]
    inner, outer = found
    assert (inner.secondary[0].span.column, inner.primary.span.column) == (5, 11)
    assert (outer.secondary[0].span.line, outer.primary.span.line) == (1, 3)


@pytest.mark.parametrize(
    "written",
    [
        "a: &x 1",
        "a: *x",
        "a: !!str 1",
        "a: !甲 1",
        "<<: {a: 1}",
        "a: 1\n---\nb: 2",
        "&a a: 1",
        "a: &x {b: 1}",
    ],
)
def test_yaml_that_reads_two_ways_is_refused(written: str, found: Diagnostics) -> None:
    read(written, found)
    assert set(codes(found)) <= {"unsupported-yaml", "yaml-syntax"}
    assert codes(found)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(found: Diagnostics) -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))]
    read("\n".join(lines), found)
    assert set(codes(found)) == {"unsupported-yaml"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_ends_in_a_finding(opening: str, found: Diagnostics) -> None:
    assert read("a: " + "\n" * (opening == "- ") + opening * 100_000, found) is None
    assert codes(found) == ["nesting-too-deep"]


def test_nesting_up_to_the_limit_is_read(found: Diagnostics) -> None:
    depth = MAX_DEPTH - 1
    assert read("a: " + "[" * depth + "]" * depth, found) is not None


def test_a_file_too_large_for_a_report_is_not_parsed(found: Diagnostics) -> None:
    assert read(b"a: " + b"x" * MAX_BYTES, found) is None
    assert codes(found) == ["file-too-large"]


def test_more_values_than_any_report_has_are_refused(
    found: Diagnostics, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opsreport.readers.yaml.MAX_NODES", 10)
    assert read("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]", found) is None
    assert codes(found) == ["too-many-values"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("组织: 云溪社区".encode(), []),
        ("组织: 云溪社区".encode("utf-8-sig"), []),
        ("组织: 云溪社区".encode("utf-16"), []),
        ("\ufeff组织: 云溪社区".encode("utf-16-be"), []),
        ("组织: 云溪社区".encode("gb18030"), ["foreign-encoding"]),
        ("组织: 䶮𠮷社区".encode("gb18030"), ["foreign-encoding"]),
    ],
)
def test_every_encoding_of_an_office_is_read(content: bytes, expected: list[str], found: Diagnostics) -> None:
    node = read(content, found)
    assert isinstance(node, Mapping)
    assert node.entries[0].key.text == "组织"
    assert node.entries[0].value.span.column == 5
    assert codes(found) == expected


@pytest.mark.parametrize("content", ["组织: 甲".encode("utf-16-le"), b"a: \xff\xff\xff", b"PK\x03\x04...."])
def test_what_is_no_text_is_not_guessed(content: bytes, found: Diagnostics) -> None:
    assert read(content, found) is None
    assert codes(found) == ["unknown-encoding"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a: >-\n  三季度，内容运营部\n  围绕目标", "三季度，内容运营部围绕目标"),
        ("a: >-\n  优质文章{{ n }}、\n  视频{{ m }}", "优质文章{{ n }}、视频{{ m }}"),
        ("a: >-\n  收入\n  {{ n }}\n  增长", "收入{{ n }}增长"),
        ("a: >-\n  采用 OKR\n  管理 A/B\n  test", "采用 OKR 管理 A/B test"),
        ("a: >-\n  第一段\n  还是第一段\n\n  第二段", "第一段还是第一段\n\n第二段"),
        ("a: |\n  第一行\n  第二行\n\n  第二段\n", "第一行\n第二行\n\n第二段"),
        ("a: 三季度\n  汇报", "三季度汇报"),
        ('a: "三季度\n  汇报"', "三季度汇报"),
        ('a: "三季度\\n汇报 \\\n  完"', "三季度\n汇报 完"),
        ("a: '它''s\n  好'", "它's 好"),
        ("a: 目标 完成", "目标 完成"),
    ],
)
def test_only_the_spaces_that_breaking_a_line_made_go(written: str, text: str, found: Diagnostics) -> None:
    assert value(written, found).text == text


def test_a_place_inside_a_folded_text_is_the_one_in_the_file(found: Diagnostics) -> None:
    lines = ["a:", "  b: >-  # 摘要", "    三季度，内容运营部", "    围绕{{ x }}三项目标"]
    node = read("\r\n".join(lines), found)
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0].value, Mapping)
    text = node.entries[0].value.entries[0].value
    assert isinstance(text, Scalar)
    start = text.text.index("{{")
    span = text.locate(start, start + 7)
    assert (span.line, span.column, span.end_line, span.end_column) == (4, 7, 4, 14)
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == "{{ x }}"


@pytest.mark.parametrize(
    ("written", "word", "place"),
    [
        ('😀: "甲 \\"乙\\" 丙"', "丙", (1, 13)),
        ("a: '甲''乙'", "乙", (1, 8)),
        ("a: |\n\n   甲\n     乙\n   丙\n", "乙", (4, 6)),
        ("a: 甲\n\n  乙", "乙", (3, 3)),
        ('a: "\\u4e2d乙"', "乙", (1, 11)),
    ],
)
def test_places_count_characters_through_quotes_and_escapes(
    written: str, word: str, place: tuple[int, int], found: Diagnostics
) -> None:
    text = value(written, found)
    span = text.locate(text.text.index(word), text.text.index(word) + 1)
    assert (span.line, span.column) == place


def test_a_soft_return_pasted_from_word_is_a_line_break(found: Diagnostics) -> None:
    text = value("a: 甲\x0b乙\u2028丙", found)
    assert text.text == "甲\n乙\n丙"
    assert text.locate(4, 5).column == 8
    assert not codes(found)


def test_invisible_marks_go_with_a_warning_also_from_keys(found: Diagnostics) -> None:
    node = read("组\u200b织: \u202e云溪\ufeff社区", found)
    assert isinstance(node, Mapping)
    assert node.entries[0].key.text == "组织"
    assert isinstance(node.entries[0].value, Scalar)
    assert node.entries[0].value.text == "云溪社区"
    assert codes(found) == ["invisible-character", "invisible-character"]


@pytest.mark.parametrize("written", ["a: 甲\x07乙", 'a: "甲\\x07乙"', "a: 甲\x00乙", "a: 甲\x7f乙"])
def test_a_control_character_is_an_error_with_its_place(written: str, found: Diagnostics) -> None:
    read(written, found)
    (finding,) = found
    assert finding.code == "control-character"
    assert finding.primary.span.column == (6 if '"' in written else 5)


@pytest.mark.parametrize(
    ("written", "warned"),
    [
        ("a: 参与 #话题# 的人", True),
        ("a: 增长 #1 渠道", True),
        ("a: {b: 甲 #乙\n  }", True),
        ("a: 甲 # 这是注释", False),
        ("a: 甲   #这是注释", False),
        ("a: 12.5 #注释", False),
        ("a: '参与 #话题# 的人'", False),
        ("a: |\n  参与 #话题# 的人", False),
    ],
)
def test_text_cut_at_a_hash_is_reported(written: str, warned: bool, found: Diagnostics) -> None:
    read(written, found)
    assert codes(found) == ["mangled-value"] * warned


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("notes:\n  - #双节保供#话题上线\n  - 乙", '- "#双节保供#话题上线"'),
        ("目标: #双节#保供", '目标: "#双节#保供"'),
        ("a:\n  - 目标:   #双节#保供\n    b: 1", '- 目标: "#双节#保供"'),
    ],
)
def test_a_topic_that_stands_for_a_whole_value_is_not_swallowed_silently(
    written: str, suggested: str, found: Diagnostics
) -> None:
    read(written, found)
    (finding,) = found
    assert (finding.code, finding.severity) == ("mangled-value", Severity.WARNING)
    assert suggested in finding.help(Language.ZH)


@pytest.mark.parametrize(
    "written",
    [
        "metrics:  # 指标\n  - a",
        "metrics: #指标\n  - a",
        "a:\n  #- 乙\n  - 甲",
        "target: # 待定\nb: 1",
        "target: #\nb: 1",
    ],
)
def test_a_comment_beside_an_empty_key_stays_a_comment(written: str, found: Diagnostics) -> None:
    read(written, found)
    assert not codes(found)


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("{title: 甲, text: 上线,试运行}", "上线,试运行"),
        ("{title: 甲, text: 上线, 试运行 ,目标}", "上线,试运行,目标"),
        ("{本期: 1,280.5万, 目标: 900}", "1,280.5万"),
        ("{\n  本期: 1,280,000\n}", "1,280,000"),
    ],
)
def test_a_value_that_a_comma_split_is_put_together_and_reported_once(
    written: str, whole: str, found: Diagnostics
) -> None:
    node = read(written, found)
    assert codes(found) == ["mangled-value"]
    assert f'"{whole}"' in helps(found)
    assert isinstance(node, Mapping)
    assert whole in [entry.value.text for entry in node if isinstance(entry.value, Scalar)]


@pytest.mark.parametrize("written", ["{a: 甲, b: }", "{a: 甲, b: , c: 1}", "{a: 甲, b:\n}", "{a: 甲, }"])
def test_a_key_with_its_colon_may_be_left_empty(written: str, found: Diagnostics) -> None:
    read(written, found)
    assert not codes(found)


def test_keys_of_any_kind_are_text(found: Diagnostics) -> None:
    node = read("1: a\ntrue: b\n2025-01-01: c\n? d\n: e\n", found)
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node] == ["1", "true", "2025-01-01", "d"]


def test_an_empty_file_is_reported(found: Diagnostics) -> None:
    assert read("# 还没写\n", found) is None
    assert codes(found) == ["empty-file"]


def test_the_parser_in_python_gives_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: >-\n  甲\n  乙\nb: {c: [1, 'x''y']}\nd: \"\\u4e2d\"\n"
    fast, slow = Diagnostics(), Diagnostics()
    expected = read(text, fast)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read(text, slow) == expected
    assert isinstance(expected, Mapping)
    assert isinstance(expected.entries[1].value, Mapping)
    assert isinstance(expected.entries[1].value.entries[0].value, Sequence)
