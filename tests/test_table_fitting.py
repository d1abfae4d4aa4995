"""A table with many columns is set so that no figure breaks, in any format."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docx_reading import written
from opsreport.document import Align, Cell, Column, Row, Table, Text, fitted, plain_words
from opsreport.document.fitting import LINE, MISSING, PADDING, SCALES
from opsreport.document.widths import line_width
from opsreport.writers.docx.package import w

UNITS = ("万元", "%", "‰", "个百分点", "万人", "元", "")


def cells(*texts: str, head: bool = False) -> Row:
    return tuple(Cell((Text(text),), head=head or not place) for place, text in enumerate(texts))


def table(head: list[str], *rows: list[str], caption: str = "", note: str = "") -> Table:
    """A table of figures beside names, its columns equally wide."""
    columns = (Column(1), *(Column(1, Align.END) for _ in head[1:]))
    body = tuple(cells(*row) for row in rows)
    words = tuple((Text(text),) if text else () for text in (caption, note))
    return Table(columns, (cells(*head, head=True),), body, words[0], words[1], role="metrics")


HEADS = ["本期", "上期", "去年同期", "起点", "目标", "完成率", "环比", "同比", "变动", "基准", "行业平均"]


def texts(row: Row) -> list[str]:
    return [plain_words(cell.children).replace(" ", "") for cell in row]


figures = st.builds(
    lambda amount, unit: f"{amount:.2f}{unit}",
    st.decimals(Decimal(-20000), Decimal(20000), allow_nan=False, places=2),
    st.sampled_from(UNITS),
)


@given(st.data(), st.integers(1, 11))
def test_every_figure_of_up_to_twelve_columns_has_room_in_its_column(data: st.DataObject, count: int) -> None:
    rows = [["线上渠道营业收入合计", *data.draw(st.lists(figures, min_size=count, max_size=count))]]
    for fit in fitted(table(["指标", *HEADS[:count]], *rows)):
        part = LINE / sum(column.width for column in fit.table.columns)
        for row in fit.table.body:
            for cell, column in zip(row[1:], fit.table.columns[1:], strict=True):
                taken = fit.scale * line_width(plain_words(cell.children)) + PADDING
                assert taken <= column.width * part + 1e-6


@given(st.integers(1, 11), figures)
def test_no_figure_is_lost_and_each_stands_once(count: int, figure: str) -> None:
    written = fitted(table(["指标", *HEADS[:count]], ["总营业收入", *[figure] * count]))
    assert [text for fit in written for text in texts(fit.table.head[0])[1:]] == HEADS[:count]
    assert all(texts(fit.table.body[0])[0] == "总营业收入" for fit in written)


def test_a_table_that_fits_stays_as_its_style_asks() -> None:
    plain = table(["指标", "本期", "同比"], ["总营业收入", "1280.5万元", "+16.2%"])
    assert [(fit.table, fit.scale) for fit in fitted(plain)] == [(plain, 1.0)]


def test_eight_columns_of_amounts_get_smaller_type_rather_than_a_second_table() -> None:
    row = ["下单转化率", *["23.6%"] * 4, "+1.6个百分点", "+0.8个百分点", "+1.7个百分点", "45.0元", "50.0元"]
    (fit,) = fitted(table(["指标", *HEADS[:4], "目标", *HEADS[5:7], *HEADS[7:9]], row))
    assert fit.scale in SCALES[1:]


def test_twelve_columns_of_amounts_become_two_tables_with_the_same_names() -> None:
    row = ["营业收入", *["12000.00万元"] * 11]
    first, second = fitted(table(["指标", *HEADS], row, caption="经营情况", note="财务口径"))
    assert (first.part, first.parts, second.part, second.parts) == (1, 2, 2, 2)
    assert plain_words(first.table.caption) == "经营情况"
    assert not first.table.note
    assert plain_words(second.table.note) == "财务口径"
    assert not second.table.caption


def test_the_second_table_leaves_out_rows_that_say_nothing_there() -> None:
    full, half = ["营业收入", *["12000.00万元"] * 11], ["净利润", *["1200.00万元"] * 4, *[MISSING] * 7]
    first, second = fitted(table(["指标", *HEADS], full, half))
    assert [texts(row)[0] for row in first.table.body] == ["营业收入", "净利润"]
    assert [texts(row)[0] for row in second.table.body] == ["营业收入"]


def test_words_alone_are_never_touched() -> None:
    columns = (Column(1), Column(30))
    plan = Table(columns, (cells("举措", "内容", head=True),), (cells("渠道换血", "淘汰末位。" * 40),))
    assert [fit.table for fit in fitted(plan)] == [plan]


def test_word_gets_the_same_tables_in_the_same_type() -> None:
    row = ["营业收入", *["12000.00万元"] * 11]
    file = written(table(["指标", *HEADS], row))
    assert len(list(file.body.iter(w("tbl")))) == 2
    sizes = {size.get(w("val")) for size in file.body.iter(w("sz"))}
    assert sizes == {str(round(18 * fitted(table(["指标", *HEADS], row))[0].scale))}
