"""A part's markup with what repeats told once, so that looking for faults takes a fraction of the time.

Whether properties are in order, or a style is there, does not depend on where they stand or how often.
"""

import re

# Signs that are well-formed beyond doubt; words with others stay, for the parser to judge.
_PLAIN = rb"(?:[ -%'-;=?-~\x80-\xee\xf0-\xf4]+|\xef[\x80-\xbe]|&(?:amp|lt|gt|quot);)*"
_WORDS = re.compile(rb'<w:t(?: xml:space="preserve")?>%s</w:t>' % _PLAIN)
_RUN = re.compile(rb"<w:r>(?:<w:rPr>(?:<w:[^<>]*/>)*</w:rPr>)?<w:t/></w:r>")
_PROPERTIES = re.compile(rb"<w:pPr>(?:<w:[^<>]*/>|</?w:(?:numPr|rPr|tabs|pBdr)>)*</w:pPr>")
# What may be in a file only once, or has to do with the rows around it.
_ALONE = re.compile(rb'id="|<w:fldChar|<w:vMerge')
_TABLE, _ROW, _ROW_END, _MERGED, _DELETED = b"<w:tbl>", b"<w:tr>", b"</w:tr>", b"<w:vMerge", b"<w:del "


def told_once(content: bytes) -> bytes:
    """Markup in UTF-8 without its words; of equal rows, runs and properties, the first alone is whole.

    A run or the properties of a paragraph leave an empty element where they stood, and a row leaves nothing.
    What goes is plain, or like something that stays: so the text is well-formed if this is.
    """
    bare = _without_rows(_WORDS.sub(b"<w:t/>", content))
    bare = _first_alone(_PROPERTIES, bare, b"<w:pPr/>")
    # In a deletion it matters what a run holds.
    return bare if _DELETED in bare else _first_alone(_RUN, bare, b"<w:r/>")


def _without_rows(content: bytes) -> bytes:
    """The markup without each row that is like one above it in its table and stands by itself.

    A cell that goes on from above is judged by the row before, so rows next to such cells stay.
    """
    kept: list[bytes] = []
    seen: set[bytes] = set()
    for piece in content.split(_ROW_END):
        if piece in seen and _MERGED not in kept[-1]:
            continue
        if not piece.startswith(_ROW) or _TABLE in piece:
            seen = set()
        elif not _ALONE.search(piece):
            seen.add(piece)
        kept.append(piece)
    return _ROW_END.join(kept)


def _first_alone(pattern: re.Pattern[bytes], content: bytes, instead: bytes) -> bytes:
    seen: set[bytes] = set()

    def told(found: re.Match[bytes]) -> bytes:
        if found[0] in seen:
            return instead
        seen.add(found[0])
        return found[0]

    return pattern.sub(told, content)
