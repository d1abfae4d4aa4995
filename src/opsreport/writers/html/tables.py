"""Tables as HTML: columns with their shares, heads that name their columns and rows."""

from collections.abc import Iterator
from html import escape

from opsreport.document import Align, Cell, Column, FittedTable, Row, Table, caption_label, fitted, is_figure
from opsreport.document.banding import is_banded
from opsreport.document.fitting import LINE, SCALES
from opsreport.document.grid import grid
from opsreport.writers.html.lines import Line, captioned_line

# A table this short moves to the next page rather than leave half of itself behind.
ROWS_KEPT_WHOLE = 12

# The class of each size of type.
SIZES = dict(zip(SCALES, ("", " small", " smallest"), strict=True))


def table_to_html(table: Table, line: Line, width: float = LINE) -> str:
    """A table that fits a page whose line holds so many ems, or the several that it takes."""
    return "\n".join(_framed(fit, line) for fit in fitted(table, width))


def _framed(fit: FittedTable, line: Line) -> str:
    """A table in a frame of its own, so that on a narrow screen it scrolls and the page does not."""
    table = fit.table
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width:{100 * column.width / total:.4g}%">' for column in table.columns)
    words = captioned_line(caption_label(table, fit.part), table.caption, line)
    caption = f"<caption>{words}</caption>\n" if words else ""
    note = f'\n<p class="note">{line(table.note)}</p>' if table.note else ""
    head = "\n".join(_rows(table.head, table.columns, line, scope="col"))
    body = "\n".join(_rows(table.body, table.columns, line, scope="row"))
    frame = "table-frame" + (" further" if fit.part > 1 else "")
    frame += " whole" if len(table.body) <= ROWS_KEPT_WHOLE else ""
    anchor = f' id="{escape(table.anchor)}"' if table.anchor and fit.part == 1 else ""
    role = escape(table.role) + SIZES[fit.scale] + (" banded" if is_banded(table) else "")
    return (
        f'<div class="{frame}"{anchor}>\n<table class="{role}">\n'
        + f"{caption}<colgroup>{widths}</colgroup>\n"
        + (f"<thead>\n{head}\n</thead>\n" if head else "")
        + f"<tbody>\n{body}\n</tbody>\n</table>{note}\n</div>"
    )


def _rows(rows: tuple[Row, ...], columns: tuple[Column, ...], line: Line, *, scope: str) -> Iterator[str]:
    """Each row, every cell standing as its column does although cells above may reach down into the row."""
    for slots in grid(rows):
        cells = (
            _cell(slot.cell, columns[slot.column], line, scope) for slot in slots if not slot.begun_above
        )
        yield f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, line: Line, scope: str) -> str:
    """A cell; every worded cell of the head rows names its column, a head cell in the body its row."""
    words = line(cell.children)
    names = bool(words) and (scope == "col" or cell.head)
    align = "" if column.align is Align.START else column.align.value
    long = " long" if column.align is Align.END and not is_figure(cell, column) else ""
    attributes = {
        "scope": scope if names else "",
        "colspan": str(cell.columns) if cell.columns > 1 else "",
        "rowspan": str(cell.rows) if cell.rows > 1 else "",
        "class": f"{cell.role} {align}{long}".strip(),
    }
    written = "".join(f' {name}="{escape(said)}"' for name, said in attributes.items() if said)
    tag = "th" if names else "td"
    return f"<{tag}{written}>{words}</{tag}>"
