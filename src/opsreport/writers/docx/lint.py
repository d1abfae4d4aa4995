"""What Word and WPS trip over although every schema allows it: dangling references, uneven tables, open ends.

Run on each finished package, before it is zipped.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring

from opsreport.writers.docx.lint_anchors import anchor_faults
from opsreport.writers.docx.lint_charts import WORKBOOK, chart_faults, workbook_faults
from opsreport.writers.docx.lint_footnotes import footnote_faults
from opsreport.writers.docx.lint_markup import markup_faults
from opsreport.writers.docx.lint_repeats import told_once
from opsreport.writers.docx.package import OUTSIDE, ROOT, A, C, R, relationships_name, w

_STYLES_USED = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_CHART = f"{{{C}}}"
_LINKING = (w("headerReference"), w("footerReference"), f"{_CHART}externalData")
_SHOWN = f".//{{{A}}}graphicData/{_CHART}chart"
_ID = f"{{{R}}}id"
_RELATIONS_OF_STYLES = (w("basedOn"), w("next"), w("link"))
_PICTURES = "word/media/"
_LONG = 20_000
"""Bytes from which on it pays to look at what repeats only once."""
_RUNNING = ("word/header", "word/footer")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DATES = ("{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified")


def faults(files: Mapping[str, bytes], taken_over: Collection[str] = ()) -> list[str]:
    """Everything wrong with a package, each as one line that names the part.

    Parts taken over from a reference document are their author's affair, as long as they are well-formed
    and hold what the other parts refer to.
    """
    found: list[str] = []
    trees: dict[str, Element] = {}
    for name, content in files.items():
        if name.startswith(_PICTURES):
            continue
        if name.endswith(WORKBOOK):
            found.extend(f"{name}: {fault}" for fault in workbook_faults(content))
            continue
        try:
            trees[name] = _tree(content)
        except (ParseError, UnicodeDecodeError) as problem:
            found.append(f"{name}: not well-formed, {problem}")
    if not found:
        found.extend(_package_faults(files.keys(), trees, taken_over))
    return found


def _tree(content: bytes) -> Element:
    """A part as far as it is to be judged."""
    if len(content) < _LONG:
        return fromstring(content)
    content.decode()
    return fromstring(told_once(content))


def _package_faults(
    names: Collection[str], trees: Mapping[str, Element], taken_over: Collection[str]
) -> Iterator[str]:
    yield from _content_type_faults(names, trees["[Content_Types].xml"])
    styles, lists = trees.get("word/styles.xml"), trees.get("word/numbering.xml")
    known_styles = _known_styles(styles) if styles is not None else {}
    levels = _levels(lists) if lists is not None else {}
    yield from _leads(ROOT, names, trees)[1]
    for name, tree in trees.items():
        if name.endswith(".rels"):
            continue
        leads, broken = _leads(name, names, trees)
        yield from broken
        if name.startswith(_RUNNING):
            yield from (f"{name}: no relationship {lead}" for lead in sorted(_led_to(tree) - leads))
        if name in taken_over:
            continue
        for fault in (
            *_reference_faults(tree, leads, known_styles, levels),
            *markup_faults(tree),
            *chart_faults(tree),
        ):
            yield f"{name}: {fault}"
    if styles is not None and "word/styles.xml" not in taken_over:
        yield from _style_faults(styles)
    if lists is not None:
        yield from _list_faults(lists)
    yield from _date_faults(trees)
    yield from footnote_faults(trees)
    yield from anchor_faults(trees)


def _content_type_faults(names: Collection[str], types: Element) -> Iterator[str]:
    named = {part.removeprefix("/") for entry in types if (part := entry.get("PartName"))}
    for name in names:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and name not in named:
            yield f"{name}: no content type"
    for name in sorted(named - set(names)):
        yield f"{name}: has a content type but is not there"


def _leads(name: str, names: Collection[str], trees: Mapping[str, Element]) -> tuple[set[str], list[str]]:
    """The relationship ids of a part, and what is wrong with its relationships."""
    relations = trees.get(relationships_name(name))
    ids: set[str] = set()
    broken = []
    folder = name.rpartition("/")[0]
    for lead in relations if relations is not None else ():
        identity, target = lead.get("Id", ""), lead.get("Target", "")
        if identity in ids:
            broken.append(f"{name}: relationship {identity} twice")
        ids.add(identity)
        if lead.get("TargetMode") == "External":
            if not target.lower().startswith(OUTSIDE) or not lead.get("Type", "").endswith("/hyperlink"):
                broken.append(f"{name}: leads outside to {target!r}")
        elif posixpath.normpath(posixpath.join(folder, target)) not in names:
            broken.append(f"{name}: leads to {target}, which is not there")
    return ids, broken


def _led_to(tree: Element) -> set[str]:
    """Every relationship that a part refers to: pictures, links, whatever else."""
    return {said for element in tree.iter() for key, said in element.items() if key.startswith(f"{{{R}}}")}


def _known_styles(styles: Element) -> dict[str, str]:
    return {style.get(w("styleId"), ""): style.get(w("type"), "") for style in styles.iter(w("style"))}


def _levels(lists: Element) -> dict[str, set[str]]:
    """The levels each list has, by the list's number."""
    kinds = {
        kind.get(w("abstractNumId")): {level.get(w("ilvl"), "") for level in kind.iter(w("lvl"))}
        for kind in lists.iter(w("abstractNum"))
    }
    return {
        number.get(w("numId"), ""): kinds.get(kind.get(w("val")), set())
        for number in lists.iter(w("num"))
        if (kind := number.find(w("abstractNumId"))) is not None
    }


def _reference_faults(
    tree: Element, leads: set[str], styles: Mapping[str, str], levels: Mapping[str, set[str]]
) -> Iterator[str]:
    for tag, type_ in _STYLES_USED.items():
        for style in sorted({use.get(w("val"), "") for use in tree.iter(tag)}):
            if styles.get(style) != type_:
                yield f"no {type_} style {style}"
    links = {link.get(_ID, "") for tag in _LINKING for link in tree.iter(tag)}
    links |= {chart.get(_ID, "") for chart in tree.iterfind(_SHOWN)}
    links |= {link.get(_ID, "") for link in tree.iter(w("hyperlink")) if link.get(w("anchor")) is None}
    for lead in sorted(links - leads):
        yield f"no relationship {lead}"
    for number, level in sorted({_number(properties) for properties in tree.iter(w("numPr"))}):
        if number != "0" and level not in levels.get(number, set()):
            yield f"no list {number} with a level {level}"


def _number(properties: Element) -> tuple[str, str]:
    values = {child.tag: child.get(w("val"), "") for child in properties}
    return values.get(w("numId"), "0"), values.get(w("ilvl"), "0")


def _style_faults(styles: Element) -> Iterator[str]:
    known: set[str] = set()
    for style in styles.iter(w("style")):
        identity = style.get(w("styleId"), "")
        if identity in known:
            yield f"word/styles.xml: style {identity} twice"
        known.add(identity)
    for style in styles.iter(w("style")):
        for relation in style:
            if relation.tag in _RELATIONS_OF_STYLES and relation.get(w("val")) not in known:
                yield f"word/styles.xml: {style.get(w('styleId'))} builds on {relation.get(w('val'))}"


def _list_faults(lists: Element) -> Iterator[str]:
    kinds: set[str | None] = set()
    numbers: set[str | None] = set()
    for child in lists:
        if child.tag == w("abstractNum"):
            identity = child.get(w("abstractNumId"))
            if numbers:
                yield f"word/numbering.xml: kind {identity} stands after a list"
            if identity in kinds:
                yield f"word/numbering.xml: kind {identity} twice"
            kinds.add(identity)
        elif child.tag == w("num"):
            identity, kind = child.get(w("numId")), child.find(w("abstractNumId"))
            if identity in numbers:
                yield f"word/numbering.xml: list {identity} twice"
            numbers.add(identity)
            if kind is None or kind.get(w("val")) not in kinds:
                yield f"word/numbering.xml: list {identity} of no kind"


def _date_faults(trees: Mapping[str, Element]) -> Iterator[str]:
    core = trees.get("docProps/core.xml")
    for date in core if core is not None else ():
        if date.tag in _DATES and not _MOMENT.fullmatch(date.text or ""):
            yield f"docProps/core.xml: {date.text!r} is no moment"
