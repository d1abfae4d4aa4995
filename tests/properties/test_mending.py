"""Whatever a bundle says and however it is written, repairs change what they are about and nothing else."""

import csv
import io
import json
import tempfile
from pathlib import Path
from typing import Literal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from opsreport.diagnostics import Diagnostics, Source
from opsreport.fix import Fixed, fix
from opsreport.repairs.leaves import Leaves, leaves_of

HEAD = """\
# 注释,一个字也不改：１２％
report: {org: 云溪社区, period: "2025"} # 5-8%
metrics:
  - {id: revenue, name: 营业收入, unit: 万元, value: 86420, last_year: 71950}
notes:
"""
PIECES = (
    *("甲", "收入", "增长", "，", "。", ",", ":", ";", "(", ")", "（", "）", " ", "  ", "App", "DAU"),
    *("１２％", "ＫＰＩ", "5-8%", "9～16亿", "7月-9月", "新用户-成长期", "--", "比例为3:2", "12 %", "－"),
    *(
        "营业收入86,420万元",
        "营业收入同比增长20.1%",
        "{{ revenue }}",
        "**重点,乙**",
        "[见,此](https://a.cn/b,c)",
    ),
    *("'", '"', "#", "\\", "-", "?", "～", "“", "”", "《甲,乙》", "\n"),
)
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)


def plain(text: str) -> str:
    return text.replace("\n", "\n      ")


def double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    return json.dumps(text)


def single(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\n      ") + "'"


def literal(text: str) -> str:
    return "|\n    " + text.replace("\n", "\n    ")


def folded(text: str) -> str:
    return ">-\n    " + text.replace("，", "，\n    ").replace("\n\n", "\n")


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])
LINE_ENDS = st.sampled_from(["\n", "\r\n"])
WRITTEN = st.builds(
    lambda way, text: f"  # 备注 ,甲\n  - {way(text)}\n",
    st.sampled_from([plain, double, escaped, single, literal, folded]),
    SENTENCES,
)


def outcome(content: bytes) -> Fixed | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "q3.yaml")
        path.write_bytes(content)
        return fix(str(path), [], Diagnostics())


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table of problems as some program saved it."""
    rows = draw(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=4))
    written = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if draw(st.booleans()) else csv.QUOTE_MINIMAL
    writer = csv.writer(
        written, delimiter=draw(st.sampled_from(",;\t")), lineterminator=draw(LINE_ENDS), quoting=quoting
    )
    writer.writerows([("标题", "描述", "责任人"), *((title, text, "甲,乙") for title, text in rows)])
    return written.getvalue().encode(draw(ENCODINGS))


def table_outcome(content: bytes) -> Fixed | None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "problems.csv").write_bytes(content)
        Path(folder, "report.csv").write_text("项,值\n组织,云溪社区\n", "utf-8")
        metrics = "编号,名称,单位,本期,去年同期\nrevenue,营业收入,万元,86420,71950\n"
        Path(folder, "metrics.csv").write_text(metrics, "utf-8")
        return fix(folder, [], Diagnostics())


def leaves(source: Source) -> Leaves:
    read = leaves_of(source)
    assert read is not None
    return read


@settings(max_examples=150, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=4), ENCODINGS, LINE_ENDS)
def test_repairs_leave_everything_else_as_it_was(notes: list[str], encoding: str, line_end: str) -> None:
    before = (HEAD + "".join(notes)).replace("\n", line_end).encode(encoding)
    result = outcome(before)
    assume(result is not None)
    assert result is not None
    (after,) = result.after

    again = outcome(after.content)
    assert again is not None
    assert not again.changed

    text = after.content.decode(encoding)
    assert text.startswith(HEAD.replace("\n", line_end))
    assert text.count(f"  # 备注 ,甲{line_end}") == len(notes)
    assert after.content == text.encode(encoding)

    only_repaired_leaves_differ(result)
    if not result.done:
        assert after.content == before


@settings(max_examples=100, deadline=None)
@given(tables())
def test_repairs_of_a_table_leave_every_other_cell_as_it_was(content: bytes) -> None:
    result = table_outcome(content)
    assume(result is not None)
    assert result is not None
    changed = {Path(new.name).name: new.content for _, new in result.changed}
    assert set(changed) <= {"problems.csv"}
    again = table_outcome(changed.get("problems.csv", content))
    assert again is not None
    assert not again.changed
    only_repaired_leaves_differ(result)


def only_repaired_leaves_differ(result: Fixed) -> None:
    for before, after in zip(result.before, result.after, strict=True):
        old, new = leaves(before), leaves(after)
        assert new.shape == old.shape
        done = (repair.span for repair in result.done if repair.span.file == before.name)
        touched = {old.at(span.line, span.column) for span in done}
        for number, (one, other) in enumerate(zip(old.scalars, new.scalars, strict=True)):
            assert number in touched or one.text == other.text
