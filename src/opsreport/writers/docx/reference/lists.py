"""The two lists of the reference document: bullets and numbers, each three levels deep."""

from opsreport.writers.docx.package import XML, W
from opsreport.writers.docx.reference.look import NAVY, SANS

# Twentieths of a point: where the words of each level stand, and how far before them their sign.
_INDENTS = ((800, 380), (1340, 540), (1720, 380))
_BULLETS = ("•", "–", "•")
_NUMBERS = (("decimal", "%1."), ("decimal", "（%2）"), ("lowerLetter", "%3."))


def _level(depth: int, sign: str, text: str) -> str:
    left, hanging = _INDENTS[depth]
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{sign}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
        f'w:hanging="{hanging}"/></w:pPr><w:rPr>{SANS}<w:color w:val="{NAVY}"/></w:rPr></w:lvl>'
    )


def _list(number: int, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A1000{number:02X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def numbering_xml() -> str:
    """The numbering part; the two list styles point to its numbers 1 and 2."""
    bullets = [_level(depth, "bullet", sign) for depth, sign in enumerate(_BULLETS)]
    numbers = [_level(depth, sign, text) for depth, (sign, text) in enumerate(_NUMBERS)]
    return (
        f'{XML}<w:numbering xmlns:w="{W}">{_list(0, bullets)}{_list(1, numbers)}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
