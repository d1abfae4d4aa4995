"""Chinese line adjustment (行内调整), which WeasyPrint lacks; it takes the place of four of its functions.

- All full lines of a justified paragraph end at the same place: every gap between hanzi gives a little, where
  WeasyPrint would stretch only the spaces between words.
- A closing mark at the end of a line takes half its width (GB/T 15834-2011, 5.1.10), so that one more
  character may find room, and an opening mark at the start of a line loses its blank half.
- Hanzi and Latin letters or figures stand a quarter em apart, without a space being put into the text.

Text is left alone unless its language is Chinese, and outside justified paragraphs keeps its line ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango

TESTED_VERSION = "70.0"

HANZI = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
FULL_WIDTH = HANZI + "\u2e80-\u2fdf\u3001-\u303f\uff01-\uff60‘’“”"
CLOSING = frozenset("，。、；：）》〉】〕」』”’！？")
OPENING = frozenset("“‘（《〈【〔「『")

# What gives when a line is stretched; and the borders where hanzi meet Latin letters or figures.
ELASTIC = re.compile(f"[{FULL_WIDTH} \u00a0]")
ELASTIC_RUN = re.compile(f"[{FULL_WIDTH} \u00a0]+")
LATIN = "0-9A-Za-zÀ-ɏΑ-ω"
# A word joiner holds a figure to its unit; it is not seen.
BEFORE_LATIN = re.compile(f"[{HANZI}](?=\u2060?[{LATIN}+−±])")
AFTER_LATIN = re.compile(f"(?:(?<=[{LATIN}%‰])|(?<=[{LATIN}%‰]\u2060))[{HANZI}]")

# In ems: the gap at a border, and how far a gap between hanzi may give before the line is left ragged.
BORDER_GAP = 0.25
STRETCH_LIMIT, SHRINK_LIMIT = 0.5, 0.04
FIRST_BREAK_WITHIN = 100

_split_first_line, _text_align = line_break.split_first_line, inline.text_align
_set_text, _get_first_line = line_break.Layout.set_text, line_break.Layout.get_first_line


def adjust_chinese_lines() -> bool:
    """Put the adjustment in place, unless this is a WeasyPrint it was never tried with."""
    if weasyprint.__version__ != TESTED_VERSION:
        return False
    inline.split_first_line, inline.text_align = split_first_line, text_align
    preferred.split_first_line = split_narrowest
    line_break.Layout.set_text, line_break.Layout.get_first_line = set_text, get_first_line
    return True


def is_chinese(style: Any) -> bool:
    """Whether text of this style is Chinese."""
    return (style["lang"] or "").startswith("zh")


def is_justified(style: Any, last: bool) -> bool:
    """Whether a line of this style fills its measure."""
    align = style["text_align_all"]
    if last and style["text_align_last"] != "auto":
        align = style["text_align_last"]
    return bool(align == "justify" and style["white_space"] in ("normal", "nowrap", "pre-line"))


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Break off a line; it may be half an em too long if that half is the blank of a closing mark."""

    def broken_at(width: float | None) -> Any:
        line = _split_first_line(text, style, context, width, spacing, is_line_start, minimum)
        if width is None or is_line_start or line[2] is None or line[3] <= width:
            return line
        # A hanzi after a figure takes more of its gap at the end of a line than Pango reckoned with; a line
        # too long by that would have all of this text moved below what stands before it.
        narrower = width - BORDER_GAP * style["font_size"] / 2
        shorter = _split_first_line(text, style, context, narrower, spacing, is_line_start, minimum)
        return shorter if shorter[3] <= width else line

    if max_width is None or minimum or style["text_align_all"] != "justify" or not is_chinese(style):
        return broken_at(max_width)
    half = style["font_size"] / 2
    layout, length, resume_at, width, height, baseline = broken_at(max_width + half)
    if width <= max_width and (resume_at is None or length):
        return layout, length, resume_at, width, height, baseline
    if resume_at is not None and width - half <= max_width and layout.text.rstrip(" ")[-1:] in CLOSING:
        layout.closing_mark_halved = True
        return layout, length, resume_at, width - half, height, baseline
    return broken_at(max_width)


def split_narrowest(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Break off the narrowest line that is possible, from the first characters if they have a break.

    WeasyPrint asks for it line by line in cells and beside floats, and would set the whole text each time.
    """
    start = text[:FIRST_BREAK_WITHIN]
    if max_width == 0 and len(start) < len(text):
        line = _split_first_line(start, style, context, max_width, spacing, is_line_start, minimum)
        if line[2] is not None:
            return line
    return _split_first_line(text, style, context, max_width, spacing, is_line_start, minimum)


@dataclass(frozen=True, slots=True)
class Filling:
    """What opens up a line: `stretch` at each elastic character, `gaps` before single pieces."""

    context: Any
    stretch: float
    pieces: list[Any]
    gaps: dict[int, float]


def text_align(context: Any, line: Any, available_width: float, last: bool) -> Any:
    """Fill a Chinese line, and say how far it is to be moved to the right."""
    if not is_chinese(line.style):
        return _text_align(context, line, available_width, last)
    pieces = list(pieces_of(line))
    gaps = border_gaps(pieces)
    if line.style["text_align_all"] == "justify":
        draw_in_opening_mark(line, pieces)
    room = available_width - line.width
    if not is_justified(line.style, last):
        if gaps and sum(gaps.values()) <= room:
            fill(line, Filling(context, 0, pieces, gaps))
        return _text_align(context, line, available_width, last)
    room += overhang(pieces)
    for wanted in (gaps, {}):
        stretch = stretch_to_fill(line.style, pieces, room - sum(wanted.values()))
        if stretch is not None:
            fill(line, Filling(context, stretch, pieces, wanted))
            break
    return 0


def pieces_of(box: Any) -> Iterator[Any]:
    """The texts and the images of a line in their order."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if child.text:
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from pieces_of(child)
        elif child.is_in_normal_flow():
            yield child


def border_gaps(pieces: list[Any]) -> dict[int, float]:
    """The gaps wanted before the pieces that begin with Latin after hanzi, or the reverse."""
    return {
        id(after): BORDER_GAP * after.style["font_size"]
        for before, after in pairwise(pieces)
        if isinstance(before, boxes.TextBox)
        and isinstance(after, boxes.TextBox)
        and is_border(before.text[-1] + after.text[0])
    }


def is_border(text: str) -> bool:
    """Whether hanzi and Latin meet in a text."""
    return BEFORE_LATIN.search(text) is not None or AFTER_LATIN.search(text) is not None


def draw_in_opening_mark(line: Any, pieces: list[Any]) -> None:
    """Move a line that begins with an opening mark to the left by the mark's blank half."""
    head = pieces[0] if pieces else None
    if not isinstance(head, boxes.TextBox) or head.text[0] not in OPENING or line.text_indent:
        return
    half = head.style["font_size"] / 2
    for child in line.children:
        child.translate(-half, 0)
    line.width -= half


def overhang(pieces: list[Any]) -> float:
    """How far a closing mark at the end reaches beyond the measure with its blank half."""
    if not pieces or not isinstance(pieces[-1], boxes.TextBox):
        return 0
    end = pieces[-1]
    if end.text.rstrip(" ")[-1:] not in CLOSING or getattr(end.pango_layout, "closing_mark_halved", False):
        return 0
    return float(end.style["font_size"]) / 2


def stretch_to_fill(style: Any, pieces: list[Any], room: float) -> float | None:
    """What each gap must give for a line to fill its measure, or None if it would look torn or cramped."""
    texts = [piece.text for piece in pieces if isinstance(piece, boxes.TextBox)]
    elastic = sum(len(ELASTIC.findall(text)) for text in texts)
    # Pango leaves out the half before the first character of a line and the half after its last.
    gaps = elastic - 0.5 * sum(
        bool(texts and texts[end] and ELASTIC.match(texts[end][end])) for end in (0, -1)
    )
    if gaps <= 0:
        return None
    stretch = room / gaps
    limit = float("inf") if style["text_align_last"] == "justify" else STRETCH_LIMIT * style["font_size"]
    return stretch if -SHRINK_LIMIT * style["font_size"] <= stretch <= limit else None


def fill(box: Any, filling: Filling, moved: float = 0) -> float:
    """Open up a box that has moved so far to the right, and say how far its end has."""
    if isinstance(box, boxes.TextBox):
        return fill_text(box, filling, moved)
    if not isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    end = moved
    for child in box.children:
        if child.is_in_normal_flow():
            end = fill(child, filling, end)
    box.width += end - moved
    return end


def fill_text(text: Any, filling: Filling, moved: float) -> float:
    """Open up one text: half a gap on each side of an elastic character, and none at the line's edges."""
    if not text.text:
        text.position_x += moved
        return moved
    stretch = filling.stretch
    leads, trails = (ELASTIC.match(text.text[end]) is not None for end in (0, -1))
    moved += filling.gaps.get(id(text), 0)
    if leads and text is not filling.pieces[0]:
        moved += stretch / 2
    text.position_x += moved
    if stretch:
        grown = stretch * (len(ELASTIC.findall(text.text)) - (leads + trails) / 2)
        text.justification_spacing = stretch
        text.pango_layout = line_break.create_layout(text.text, text.style, filling.context, None, stretch)
        text.pango_layout.deactivate()
        text.width += grown
        moved += grown
    return moved + stretch / 2 if trails and text is not filling.pieces[-1] else moved


def set_text(self: Any, text: str, justify: bool = False) -> None:
    """Give a layout its text, with the gaps at borders, and when drawn also with what fills the line."""
    if not is_chinese(self.style):
        _set_text(self, text, justify)
        return
    if getattr(self, "was_spaced", False):
        # A layout gets shorter texts while a line is broken, and would keep the spacing of the longer ones.
        space_letters(self, [Spaced(0, len(self.text), 0)])
    spacing, self.justification_spacing = self.justification_spacing, 0
    _set_text(self, text, justify)
    self.justification_spacing = spacing
    base = 0 if self.style["letter_spacing"] == "normal" else self.style["letter_spacing"]
    stretch = spacing if justify else 0
    runs = [match.span() for match in ELASTIC_RUN.finditer(self.text)] if stretch else []
    spaced = [Spaced(start, end, base + stretch) for start, end in runs]
    spaced += bordering_hanzi(self.text, base + stretch, BORDER_GAP * self.style["font_size"])
    self.was_spaced = bool(spaced)
    space_letters(self, spaced)
    self.nudges = {offset_of(self, at.start): at.nudge for at in spaced if at.nudge} if justify else {}


@dataclass(frozen=True, slots=True)
class Spaced:
    """Characters from `start` to `end` with so much letter spacing; drawn, they are nudged to the right."""

    start: int
    end: int
    spacing: float
    nudge: float = 0


def bordering_hanzi(text: str, spacing: float, gap: float) -> Iterator[Spaced]:
    """The hanzi beside Latin letters or figures, with the gap in their letter spacing.

    Pango lays half of that on either side, and none at the edges of a layout; so the hanzi is nudged away
    from the border, or given double.
    """
    before = {match.start() for match in BEFORE_LATIN.finditer(text)}
    after = {match.start() for match in AFTER_LATIN.finditer(text)}
    for at in before | after:
        at_edge = at in (0, len(text) - 1)
        borders = (at in before) + (at in after)
        # An odd unit more, or Pango takes two such hanzi in a row for one stretch.
        own = gap * borders * (2 if at_edge else 1) + (at % 2) * FROM_UNITS
        nudge = gap / 2 * ((at in after) - (at in before))
        yield Spaced(at, at + 1, spacing + own, 0 if at_edge else nudge)


def space_letters(layout: Any, spaced: list[Spaced]) -> None:
    """Hand letter spacing to Pango; later entries override earlier ones."""
    if not spaced:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for at in spaced:
        attribute = pango.pango_attr_letter_spacing_new(int(at.spacing * TO_UNITS))
        attribute.start_index, attribute.end_index = offset_of(layout, at.start), offset_of(layout, at.end)
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def offset_of(layout: Any, at: int) -> int:
    """Where a character of a layout's text begins, as Pango counts."""
    return len(layout.text[:at].encode())


def get_first_line(self: Any) -> Any:
    """The first line of a layout, its hanzi nudged towards or away from the borders."""
    line, next_start = _get_first_line(self)
    nudges, self.nudges = getattr(self, "nudges", {}), {}
    run = line.runs if nudges else ffi.NULL
    while run != ffi.NULL:
        if nudge := nudges.get(run.data.item.offset):
            run.data.glyphs.glyphs[0].geometry.x_offset += int(nudge * TO_UNITS)
        run = run.next
    return line, next_start
