"""Every sentence about a metric holds before a witness who works everything out again, whatever the figures."""

import random
from collections.abc import Iterator

import pytest

from deriving import charts_of, context_of
from opsreport.diagnostics import Diagnostics
from opsreport.report.context import GroupView
from witness import Given, Witness

KINDS = {
    "money": ("元", "万元", "亿元"),
    "count": ("次", "人", "万人"),
    "rate": ("%", "‰"),
    "duration": ("秒", "分钟", "小时"),
    "score": ("分",),
    "points": ("点",),
    "index": ("",),
    "ratio": ("倍",),
}
POLARITIES = ("higher", "lower", "neutral")
BASES = ("target", "last_year", "previous", "from", "baseline", "benchmark")
IN_A_BUNDLE = 250


def metrics(seed: int, count: int) -> Iterator[Given]:
    """So many metrics of all kinds, the same for the same seed."""
    dice = random.Random(seed)
    for _ in range(count):
        kind = dice.choice(list(KINDS))
        unit = dice.choice(KINDS[kind])
        places = dice.choice((0, 0, 1, 2))
        profit = kind == "money" and dice.random() < 0.4
        names = [name for name in BASES if dice.random() < 0.4]
        if "from" in names:
            names.remove("from") if dice.random() < 0.5 else None
        value = amount(dice, kind, places, signed=profit or kind == "index")
        figures = {"value": value}
        for name in names:
            figures[name] = near(dice, value, kind, places, signed=profit or kind == "index")
        relative = kind == "rate" and dice.random() < 0.3
        yield Given(kind, unit, dice.choice(POLARITIES), figures, profit, relative)


def amount(dice: random.Random, kind: str, places: int, *, signed: bool) -> str:
    """An amount such as a report holds: mostly of middling size, now and then nought, tiny, huge or negative."""
    top = {"rate": 100, "score": 10, "points": 100}.get(kind, dice.choice((10, 1000, 99999, 9_999_999)))
    digits = 0 if dice.random() < 0.05 else dice.randint(0, top * 10**places)
    sign = "-" if signed and digits and dice.random() < 0.35 else ""
    return sign + shown(digits, places)


def near(dice: random.Random, value: str, kind: str, places: int, *, signed: bool) -> str:
    """A base: like the value, a little off, or anything."""
    if dice.random() < 0.08:
        return value
    if dice.random() < 0.5:
        digits = int(value.replace(".", "").lstrip("-") or 0)
        places_of_value = len(value.partition(".")[2])
        moved = digits + dice.randint(-max(2, digits // 20), max(2, digits // 20))
        top = {"rate": 100, "score": 10, "points": 100}.get(kind)
        moved = max(0, min(moved, top * 10**places_of_value) if top else moved)
        return ("-" if value.startswith("-") and moved else "") + shown(moved, places_of_value)
    return amount(dice, kind, places, signed=signed)


def shown(digits: int, places: int) -> str:
    text = str(digits).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}" if places else text


def as_yaml(number: int, given: Given) -> str:
    """A metric as somebody would write it."""
    fields = [f"id: m{number}", "group: g", f"name: 指标甲{number}", f"kind: {given.kind}"]
    fields.append(f"polarity: {given.polarity}")
    if given.unit:
        fields.append(f'unit: "{given.unit}"')
    if given.profit:
        fields.append("sign: profit")
    if given.relative:
        fields.append("change_style: relative")
    if given.kind == "score":
        fields.append("scale: {min: 0, max: 10}")
    if given.kind == "rate":
        fields.append("bounded: none")
    for name, figure in given.figures.items():
        label = {"baseline": ", label: 基线", "benchmark": ", label: 行业平均"}.get(name, "")
        wrapped = name in ("from", "baseline", "benchmark")
        fields.append(f"{name}: {{value: {figure}{label}}}" if wrapped else f"{name}: {figure}")
    return "  - {" + ", ".join(fields) + "}"


def group_of(given: list[Given]) -> tuple[GroupView, str]:
    """The metrics as a report shows them, and the bundle they came from."""
    lines = [as_yaml(number, one) for number, one in enumerate(given)]
    text = "\n".join(
        ["report: {period: 2025Q3, org: 甲}", "groups: [{id: g, title: 指标}]", "metrics:", *lines]
    )
    context = context_of(text, Diagnostics())
    return context.groups[0], text


def check(seed: int) -> None:
    given = list(metrics(seed, IN_A_BUNDLE))
    group, text = group_of(given)
    assert len(group.items) == len(given)
    assert group.table is not None
    columns = [column.key for column in group.table.columns]
    lines = text.splitlines()[3:]
    for one, item, row, line in zip(given, group.items, group.table.rows, lines, strict=True):
        sentence = str(item.text)
        witness = Witness(one, sentence)
        assert not witness.hear(), (line, sentence, witness.faults)
        cells = dict(zip(columns, (str(cell.text) for cell in row.cells), strict=True))
        for key, number in witness.numbers.items():
            cell = cells.get(key, "")
            if cell:
                assert cell.lstrip("减增亏+−约") == number, (line, sentence, key, cell)
        level = cells["value"].lstrip("−")
        assert level in sentence, (line, sentence, level)


@pytest.mark.parametrize("seed", range(6))
def test_a_sentence_and_its_row_hold_before_the_witness(seed: int) -> None:
    check(seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 200))
def test_twenty_five_thousand_sentences_hold_before_the_witness(seed: int) -> None:
    check(seed)


def test_a_chart_is_labelled_with_the_figures_of_the_table() -> None:
    amounts = [one for one in metrics(7, 400) if one.kind == "money" and one.unit == "万元"]
    given = [one for one in amounts if one.has("last_year") and "-" not in "".join(one.figures.values())][:4]
    _, text = group_of(given)
    ids = ", ".join(f"m{number}" for number in range(len(given)))
    chart = f"charts: [{{kind: bar, metrics: [{ids}], of: comparison}}]"
    context = context_of(f"{text}\n{chart}", Diagnostics())
    (drawn,) = charts_of(context)
    table = context.groups[0].table
    assert table is not None
    shown = [tuple(str(cell.text) for cell in row.cells) for row in table.rows]
    labels = [str(point.label) for series in drawn.series for point in series.points if point]
    assert len(labels) >= len(given)
    assert all(any(label in row for row in shown) for label in labels)


LIES = [
    ({"value": "1280", "last_year": "1120"}, "money", "1280万元，同比增长18.6%"),
    ({"value": "1280", "last_year": "1120"}, "money", "1280万元，同比下降14.3%"),
    ({"value": "1280", "last_year": "1120"}, "money", "1280万元"),
    ({"value": "1280", "last_year": "1120"}, "money", "1280万元，同比增长-14.3%"),
    ({"value": "1280", "last_year": "-5"}, "money", "1280万元，同比增长99.9%"),
    ({"value": "50.6", "last_year": "44.7"}, "rate", "50.6%，同比提高13.2%"),
    ({"value": "50.6", "last_year": "44.7"}, "rate", "50.6%，同比提高5.8个百分点"),
    ({"value": "1280", "target": "1120"}, "money", "1280万元，完成季度目标的114.2%"),
    ({"value": "1280", "last_year": "1120"}, "money", "1280万元，与上年同期基本持平"),
    ({"value": "1280", "last_year": "160"}, "money", "1280万元，约为上年同期的9倍"),
    ({"value": "1280"}, "money", "1290万元"),
]


@pytest.mark.parametrize(("figures", "kind", "sentence"), LIES)
def test_the_witness_lets_no_lie_pass(figures: dict[str, str], kind: str, sentence: str) -> None:
    unit = "%" if kind == "rate" else "万元"
    assert Witness(Given(kind, unit, "higher", figures), sentence).hear()


def test_praise_for_what_should_fall_is_a_lie() -> None:
    assert Witness(
        Given("rate", "%", "lower", {"value": "3", "last_year": "2"}), "3%，同比提高1个百分点"
    ).hear()
