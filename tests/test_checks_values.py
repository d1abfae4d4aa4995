"""Figures that cannot be what was meant are found; small ones that are meant so are not."""

import pytest

from checking import check_family
from opsreport.diagnostics import Diagnostics, Language


@pytest.mark.parametrize(
    ("fields", "places", "meant"),
    [
        ('unit: "%", value: 0.941', ["value"], "94.1"),
        ('unit: "%", value: 0.941, last_year: 0.93, target: 1', ["value"], "94.1"),
        ('unit: "%", value: 0, last_year: 0.93', ["last_year"], "93"),
        ('unit: "%", value: 0.95, last_year: 94.1', ["value"], "95"),
        ('unit: "%", value: 94.1, target: 0.95, last_year: 92', ["target"], "95"),
        ("value: 94.1%, last_year: 0.95%", ["last_year"], "95"),
        ('unit: "%", value: 94, series: [{period: 2025-01, value: 0.93}]', ["series[0].value"], "93"),
        ('unit: "%", from: {value: 0.4}, value: 52', ["from.value"], "40"),
    ],
)
def test_a_percentage_written_as_a_fraction_is_told_its_percentage(
    fields: str, places: list[str], meant: str, found: Diagnostics
) -> None:
    expected = [("fraction-as-percent", f"metrics[0].{place}") for place in places]
    assert check_family("values", f"metrics: [{{name: 准点率, {fields}}}]", found) == expected
    assert all(meant in finding.help(Language.ZH) for finding in found)


@pytest.mark.parametrize(
    "fields",
    [
        "value: 0.3%, last_year: 0.4",
        'unit: "%", value: 0.3, last_year: 1.2',
        # Of what should not happen less than 1% is usual.
        'unit: "%", polarity: lower, value: 0.3, last_year: 0.4',
        'unit: "%", value: 0',
        'unit: "%", value: 94.1, last_year: 93',
        'unit: "%", value: 0.5, last_year: 12',
        "unit: ‰, value: 0.42, last_year: 0.5",
        "unit: 次, value: 0.86, last_year: 0.79",
        'unit: "%", value: 94.1, stated: {vs_last_year: 0.9}',
        'unit: "%", value: 不适用',
    ],
)
def test_a_small_percentage_that_is_meant_so_is_left_alone(fields: str, found: Diagnostics) -> None:
    assert check_family("values", f"metrics: [{{name: 货损率, {fields}}}]", found) == []
