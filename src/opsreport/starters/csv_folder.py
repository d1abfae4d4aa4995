"""A starter as a folder of CSV files that Chinese Excel opens as they are meant."""

import csv
import io
from collections.abc import Iterable, Mapping

from opsreport.readers.table_kinds import GUIDE
from opsreport.starters.guide import GENERAL, hints, purpose
from opsreport.starters.tables import Filled

# Without this mark Excel takes UTF-8 for the code page of the machine.
_MARK = "\ufeff"


def csv_folder(tables: Iterable[Filled]) -> Mapping[str, bytes]:
    """The tables by the names of their files, and a text on how to fill them in."""
    tables = list(tables)
    files = {f"{one.table.name}.csv": _csv(one) for one in tables}
    return files | {f"{GUIDE}.txt": _guide(tables)}


def _csv(table: Filled) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.header for column in table.columns])
    writer.writerows(table.rows)
    return (_MARK + written.getvalue()).encode()


def _guide(tables: Iterable[Filled]) -> bytes:
    lines = [GUIDE, "", *(f"{number}. {line}" for number, line in enumerate(GENERAL, 1)), ""]
    for one in tables:
        lines += [f"{one.table.name}.csv（{one.table.words[0]}）：{purpose(one)}", ""]
        lines += [f"    {header}：{told}" for header, told in hints(one)]
        lines.append("")
    return (_MARK + "\r\n".join(lines)).encode()
