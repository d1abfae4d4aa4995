"""What a reference document lacks is filled in from the built-in one, so that everything has a look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element, fromstring

from opsreport.writers.docx.names import LIST_STYLES, NEEDED_STYLES, PARAGRAPH
from opsreport.writers.docx.package import W, w
from opsreport.writers.docx.style_names import StyleKey, ids, style_key
from opsreport.writers.docx.style_parts import levels_of_lists, list_numbers

DEEPEST_LIST = 2
"""The levels of a list, from 0, that have a sign and an indent of their own."""

_RELATIONS = ("basedOn", "next", "link")
_BEFORE_NUMBER = tuple(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
# What a body text that is set in would hand down to tables and covers, had they no word of their own.
_UPRIGHT = (
    ("ind", {"left": "0", "right": "0", "firstLine": "0", "firstLineChars": "0"}),
    ("jc", {"val": "left"}),
)
_AFTER_INDENT = ("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc")
_LAST = ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl")


@dataclass(slots=True)
class Completion:
    """The styles and lists of a reference document on their way to being all that a report needs."""

    styles: Element
    lists: Element
    missing: list[str] = field(default_factory=list)
    """The names of what was filled in, in the order in which a report asks for it."""
    _ids: dict[StyleKey, str] = field(init=False)
    _lists: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ids = ids(self.styles)

    def complete(self) -> None:
        """Fill in each style that is not there, and the list of a list style that has none."""
        lacking = [name for name in NEEDED_STYLES if style_key(*name) not in self._ids]
        self.missing += [name for _, name in lacking]
        for type_, name in lacking:
            # It may have come by now, as what another one stands on.
            if style_key(type_, name) not in self._ids:
                self._add(style_key(type_, name))
        for name in LIST_STYLES:
            key = style_key(PARAGRAPH, name)
            if not self._has_list(self._ids[key]):
                self.missing.append(name)
                self._give_list(self._ids[key], key)

    def _add(self, key: StyleKey) -> str:
        """A built-in style under an id that is free, with the styles it stands on."""
        ours = fromstring(_built_in()[key])
        known = {style.get(w("styleId"), "") for style in self.styles.iter(w("style"))}
        identity = ours.get(w("styleId"), "")
        while identity in known:
            identity += "0"
        ours.set(w("styleId"), identity)
        if any(style.get(w("default")) and style.get(w("type")) == key[0] for style in self.styles):
            ours.attrib.pop(w("default"), None)
        self._ids[key] = identity
        self.styles.append(ours)
        for relation in _RELATIONS:
            for other in ours.findall(w(relation)):
                base = _keys_by_id()[key[0], other.get(w("val"), "")]
                other.set(w("val"), self._ids.get(base) or self._add(base))
        if key[0] == PARAGRAPH:
            _set_upright(ours)
        for number in ours.iter(w("numId")):
            number.set(w("val"), self._list(number.get(w("val"), "")))
        return identity

    def _has_list(self, identity: str) -> bool:
        number = list_numbers(self.styles).get(identity)
        return set(range(DEEPEST_LIST + 1)) <= levels_of_lists(self.lists).get(number or 0, set())

    def _give_list(self, identity: str, key: StyleKey) -> None:
        number = next(fromstring(_built_in()[key]).iter(w("numId"))).get(w("val"), "")
        style = next(style for style in self.styles.iter(w("style")) if style.get(w("styleId")) == identity)
        form = style.find(w("pPr"))
        if form is None:
            form = Element(w("pPr"))
            look = style.find(w("rPr"))
            style.insert(len(style) if look is None else list(style).index(look), form)
        for old in form.findall(w("numPr")):
            form.remove(old)
        place = sum(1 for child in form if child.tag in _BEFORE_NUMBER)
        form.insert(place, fromstring(_number_xml(self._list(number))))

    def _list(self, ours: str) -> str:
        """The number under which a built-in list is, or now becomes, one of the document's."""
        if ours not in self._lists:
            kinds, numbers = self.lists.findall(w("abstractNum")), self.lists.findall(w("num"))
            kind = _free(kinds, "abstractNumId", 0)
            number = _free(numbers, "numId", 1)
            for added in _built_in_list(ours, kind, number):
                place = len(kinds) if added.tag == w("abstractNum") else len(self.lists)
                self.lists.insert(place, added)
            self._lists[ours] = number
        return self._lists[ours]


def _free(elements: list[Element], attribute: str, first: int) -> str:
    return str(max((int(one.get(w(attribute), "0")) + 1 for one in elements), default=first))


def _number_xml(number: str) -> str:
    return f'<w:numPr xmlns:w="{W}"><w:numId w:val="{number}"/></w:numPr>'


def _set_upright(style: Element) -> None:
    """Give a style its own word on indents and alignment, since what it is based on may be set in."""
    form = style.find(w("pPr"))
    if form is None or style.get(w("default")):
        return
    for name, said in _UPRIGHT:
        if form.find(w(name)) is None and not (name == "ind" and form.find(w("numPr")) is not None):
            after = {w(tag) for tag in (*_LAST, *(_AFTER_INDENT if name == "ind" else ()))}
            place = sum(1 for child in form if child.tag not in after)
            form.insert(place, Element(w(name), {w(key): value for key, value in said.items()}))


@cache
def _built_in() -> dict[StyleKey, str]:
    """The built-in styles, by what their names are compared by."""
    from opsreport.writers.docx.reference.styles import STYLES

    return {
        style_key(style.type, style.name): style.to_xml().replace("<w:style ", f'<w:style xmlns:w="{W}" ', 1)
        for style in STYLES
    }


@cache
def _keys_by_id() -> dict[tuple[str, str], StyleKey]:
    from opsreport.writers.docx.reference.styles import STYLES

    return {(style.type, style.id): style_key(style.type, style.name) for style in STYLES}


def _built_in_list(ours: str, kind: str, number: str) -> Iterator[Element]:
    """A built-in list under these numbers: its kind, and the list itself."""
    from opsreport.writers.docx.reference.lists import numbering_xml

    lists = fromstring(numbering_xml().encode())
    own = next(one for one in lists.iter(w("num")) if one.get(w("numId")) == ours)
    link = next(own.iter(w("abstractNumId")))
    for one in lists.iter(w("abstractNum")):
        if one.get(w("abstractNumId")) == link.get(w("val")):
            one.set(w("abstractNumId"), kind)
            yield one
    own.set(w("numId"), number)
    link.set(w("val"), kind)
    yield own
