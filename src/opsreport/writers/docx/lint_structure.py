"""Things that stand where Word does not look for them, or that are not there where it does."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from opsreport.writers.docx.package import W, w

_MARKS = """bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart moveFromRangeEnd
    moveToRangeStart moveToRangeEnd proofErr permStart permEnd ins del moveFrom moveTo customXml sdt"""
_BLOCKS = f"p tbl altChunk {_MARKS}"
_IN_LINE = f"r hyperlink fldSimple smartTag subDoc dir bdo {_MARKS}"

_HELD = {
    w(parent): (tuple(map(w, first.split())), frozenset(map(w, others.split())))
    for parent, first, others in (
        ("document", "", "background body"),
        ("body", "", f"{_BLOCKS} sectPr"),
        ("hdr", "", _BLOCKS),
        ("ftr", "", _BLOCKS),
        ("footnote", "", _BLOCKS),
        ("comment", "", _BLOCKS),
        ("txbxContent", "", _BLOCKS),
        ("tbl", "tblPr tblGrid", f"tr {_MARKS}"),
        ("tr", "tblPrEx trPr", f"tc {_MARKS}"),
        ("tc", "tcPr", _BLOCKS),
        ("p", "pPr", _IN_LINE),
        ("hyperlink", "", _IN_LINE),
        ("sdt", "sdtPr sdtEndPr sdtContent", "bookmarkStart bookmarkEnd"),
        (
            "r",
            "rPr",
            """t tab br cr sym noBreakHyphen softHyphen pgNum ptab fldChar instrText delText delInstrText
            drawing pict object footnoteReference footnoteRef endnoteReference endnoteRef separator
            continuationSeparator commentReference annotationRef lastRenderedPageBreak dayShort monthShort
            yearShort dayLong monthLong yearLong ruby contentPart""",
        ),
        ("t", "", ""),
        ("pStyle", "", ""),
    )
}
"""What each thing of ours may hold: what must come first, in this order, and what may follow."""

_NEEDED = {
    w("tbl"): (w("tblPr"), w("tblGrid"), w("tr")),
    w("tr"): (w("tc"),),
    w("tc"): (w("p"),),
    w("sdt"): (w("sdtContent"),),
}
_BLOCK_ENDS = frozenset((w("tc"), w("hdr"), w("ftr"), w("footnote"), w("comment"), w("txbxContent")))
_PARAGRAPH, _SECTION = w("p"), w("sectPr")
_OURS = f"{{{W}}}"


def structure_faults(tree: Element) -> Iterator[str]:
    """What is wrong with the way the things of one part stand in each other."""
    shapes = {(one.tag, *(child.tag for child in one)) for one in tree.iter() if one.tag in _HELD}
    for parent, *held in sorted(shapes):
        yield from (f"{_name(parent)} {fault}" for fault in _held_faults(parent, held))
    for deletion in tree.iter(w("del")):
        if next(deletion.iter(w("t")), None) is not None:
            yield "a deletion holds words as if they stood"


def _held_faults(parent: str, held: Sequence[str]) -> Iterator[str]:
    first, others = _HELD[parent]
    opening = [tag for tag in held if tag in first]
    if opening != [tag for tag in first if tag in opening] or list(held[: len(opening)]) != opening:
        yield f"holds {' '.join(map(_name, opening))}, not where it belongs"
    for tag in sorted(set(held)):
        if tag.startswith(_OURS) and tag not in others and tag not in first:
            yield f"holds {_name(tag)}"
    yield from (f"without {_name(tag)}" for tag in _NEEDED.get(parent, ()) if tag not in held)
    if parent in _BLOCK_ENDS and held and held[-1] != _PARAGRAPH:
        yield "does not end in a paragraph"
    if _SECTION in held[:-1]:
        yield "goes on after its last section"


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
