"""Columns that a table cannot do without: where one is not there, that is said once, and not of every row."""

from collections.abc import Collection, Iterable, Iterator

from opsreport.bundle.metric import Metric
from opsreport.bundle.schema import Key, keys_by_label, keys_of
from opsreport.diagnostics import Diagnostic, Diagnostics, Severity
from opsreport.readers.table_header import Header
from opsreport.readers.table_kinds import BREAKDOWN, METRICS, SERIES, Table

LOSSES = frozenset(
    {"missing-header", "missing-column", "csv-syntax", "too-many-columns", "ragged-row", "run-on-cell"}
)
"""Errors by which rows of a table are lost, so that what refers to them finds nothing."""

FIGURES = ("value", "change", "from", "ratio", "peak", "trough", "average", "numerator", "formula")
"""What a metric can be told by; a table with none of them, and with a name nobody knows, has misspelt one."""


def report_gaps(table: Table, header: Header, tables: Collection[Table], found: Diagnostics) -> bool:
    """Whether a table lacks a column that each of its rows needs, which is reported."""
    gaps = list(_gaps(table, header, tables))
    for key, words in gaps:
        unknown = "、".join(cell.text.strip() for cell in header.unknown)
        found.add(
            "missing-column",
            header.span,
            help_key="unknown" if unknown else "",
            table=table.words[0],
            name=table.name,
            key=key,
            column=words,
            unknown=unknown,
        )
    return bool(gaps)


def _gaps(table: Table, header: Header, tables: Collection[Table]) -> Iterator[tuple[str, str]]:
    """The columns that are not there, by their English and their Chinese names."""
    if table.part is None:
        return
    given = {str(column.steps[0]) for column in header.columns.values()}
    for key in keys_of(table.part):
        # A part of which only the share is known needs no value.
        is_share = table is BREAKDOWN and key.name == "value" and "share" in given
        if key.required and key.name not in given and not is_share:
            yield key.name, _label(key)
    one_of = getattr(table.part, "one_of", ())
    if one_of and not given.intersection(one_of):
        keys = keys_by_label(table.part)
        yield " / ".join(one_of), " 或 ".join(_label(keys[name]) for name in one_of)
    is_told_elsewhere = SERIES in tables or BREAKDOWN in tables or given.intersection(FIGURES)
    if table is METRICS and header.unknown and not is_told_elsewhere:
        yield "value", _label(keys_by_label(Metric)["value"])


def _label(key: Key) -> str:
    return key.labels[0] if key.labels else key.name


def has_lost_rows(found: Iterable[Diagnostic]) -> bool:
    """Whether rows of a table were lost, so that what refers to them cannot be judged."""
    return any(one.code in LOSSES and one.severity is Severity.ERROR for one in found)
