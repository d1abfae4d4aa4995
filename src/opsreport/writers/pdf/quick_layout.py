"""Two short cuts through WeasyPrint 70.0: every layout takes less time and memory, and comes out the same.

- A style answers most questions for a property with what it inherits or with the initial value, and need not
  go through all the cases there are for the others.
- A font's file is read out in full only when somebody wants it; what is embedded is cut from the font itself.
"""

from typing import Any

from weasyprint.css import INITIAL_VALUES, ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED
from weasyprint.pdf import fonts

LOGICAL = frozenset(
    logical(block="ttb", inline=direction)
    for logical in PHYSICAL_FUNCTIONS.values()
    for direction in ("ltr", "rtl")
)
"""What names the sides of a box by the direction of its text, and overrides what names them otherwise."""

SPECIAL = {name for name in INITIAL_VALUES if name.startswith("text_decoration_")}
SPECIAL |= {"float", "display", "position", "page"}
"""Those that depend on one another, or are handed down in ways of their own."""

PLAINLY_INHERITED = frozenset(INHERITED & INITIAL_VALUES.keys() - SPECIAL)
PLAINLY_INITIAL = frozenset(INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED - SPECIAL)

_compute, _file_content = ComputedStyle.__missing__, fonts.get_hb_object_data


def take_short_cuts() -> None:
    """Put them in place."""
    ComputedStyle.__missing__ = computed
    fonts.get_hb_object_data = Unread
    fonts.Font.file_content = property(read_out, put_off)


def computed(self: Any, key: str) -> Any:
    """The computed value of a property that a style was not asked for before."""
    cascaded = self.cascaded
    if key not in cascaded and LOGICAL.isdisjoint(cascaded):
        if key in PLAINLY_INITIAL:
            value = self[key] = INITIAL_VALUES[key]
            return value
        if key in PLAINLY_INHERITED and self.parent_style is not None:
            value = self[key] = self.parent_style[key]
            return value
    return _compute(self, key)


class Unread:
    """The bytes of a font that nobody has asked for yet; it keeps the font for them."""

    def __init__(self, face: Any) -> None:
        self.face = face


def put_off(font: Any, content: Any) -> None:
    """Take note where the bytes of a font's file are."""
    font.content = content


def read_out(font: Any) -> Any:
    """The bytes of a font's file."""
    if isinstance(font.content, Unread):
        font.content = _file_content(font.content.face)
    return font.content
