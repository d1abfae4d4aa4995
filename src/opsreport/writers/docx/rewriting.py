"""Parts of somebody else's Word file written anew, in vocabularies that are known and in one spelling.

What is not a matter of looks stays behind: traces of changes and comments, content controls around what they
hold, old versions of a drawing, and whatever another vocabulary adds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from opsreport.writers.docx.package import DRAWING, MC, PICTURE, SHAPE, XML, A, O, R, V, W, escape, w

_XML = "http://www.w3.org/XML/1998/namespace"
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_W10 = "urn:schemas-microsoft-com:office:word"
_PREFIXES = {
    W: "w",
    R: "r",
    A: "a",
    DRAWING: "wp",
    PICTURE: "pic",
    SHAPE: "wps",
    _GROUP: "wpg",
    MC: "mc",
    V: "v",
    O: "o",
    _W10: "w10",
}
_DRAWN = frozenset(("wps", "wpg"))
_TRACES = """
    altChunk bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart commentReference control customXmlPr
    del delInstrText embedBold embedBoldItalic embedItalic embedRegular endnoteReference footnoteReference
    lvlPicBulletId moveFrom moveFromRangeEnd moveFromRangeStart moveToRangeEnd moveToRangeStart movie
    numPicBullet object permEnd permStart pPrChange proofErr rPrChange rsid sdtEndPr sdtPr sectPrChange
    smartTagPr subDoc tblGridChange tblPrChange tblPrExChange tcPrChange trPrChange
"""
_LEFT_BEHIND = {
    *map(w, _TRACES.split()),
    f"{{{A}}}extLst",
    f"{{{A}}}hlinkClick",
    f"{{{A}}}hlinkHover",
    f"{{{O}}}OLEObject",
}
_UNWRAPPED = {w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")}
_NOT_TAKEN = frozenset(("src", "href", "gfxdata", "relid", "ole", "dirty"))
_NUMBERED = f"{{{DRAWING}}}docPr"
_UNDESCRIBED = "插图"
"""What those who do not see a picture are told of it where nobody has said more."""


@dataclass(slots=True)
class Rewriting:
    """Writes elements anew; `leads` has the new relationship id of each old one that is taken over."""

    leads: Mapping[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    """The new relationship ids that what was written refers to."""
    drawings: int = 0
    """The number of the last drawing; no two of a report may have the same."""

    def part(self, tree: Element) -> str:
        """A whole part; raises ValueError where something in it leads to nothing."""
        declared = "".join(f' xmlns:{prefix}="{name}"' for name, prefix in _PREFIXES.items())
        name = tree.tag.rpartition("}")[2]
        return f"{XML}<w:{name}{declared}>{self._children(tree)}</w:{name}>"

    def plain_part(self, tree: Element) -> str:
        """A whole part that uses Word's own vocabulary alone."""
        name = tree.tag.rpartition("}")[2]
        return f'{XML}<w:{name} xmlns:w="{W}">{self._children(tree)}</w:{name}>'

    def _children(self, element: Element) -> str:
        return "".join(map(self._element, element))

    def _element(self, element: Element) -> str:
        tag = element.tag
        if tag in _LEFT_BEHIND:
            return ""
        if tag in _UNWRAPPED or (tag == w("hyperlink") and self._leads_nowhere(element)):
            return self._children(element)
        if tag == f"{{{MC}}}AlternateContent":
            return self._alternative(element)
        prefix, name = _spelt(tag)
        if not prefix:
            return ""
        spelling = f"{prefix}:{name}"
        attributes = "".join(self._attributes(element))
        inside = self._children(element) or escape(element.text or "" if not len(element) else "")
        # A paragraph stays open, so that something can be put into it.
        if inside or tag == w("p"):
            return f"<{spelling}{attributes}>{inside}</{spelling}>"
        return f"<{spelling}{attributes}/>"

    def _leads_nowhere(self, link: Element) -> bool:
        return link.get(f"{{{R}}}id", "") not in self.leads

    def _alternative(self, element: Element) -> str:
        """The newest version of a drawing that every current program knows, or else the oldest."""
        for version in element:
            needed = set(version.get("Requires", "").split())
            if version.tag == f"{{{MC}}}Choice" and needed and needed <= _DRAWN:
                said = " ".join(sorted(needed))
                return (
                    f'<mc:AlternateContent><mc:Choice Requires="{said}">{self._children(version)}'
                    "</mc:Choice></mc:AlternateContent>"
                )
        oldest = element.find(f"{{{MC}}}Fallback")
        return self._children(oldest) if oldest is not None else ""

    def _attributes(self, element: Element) -> Iterator[str]:
        for key, said in element.items():
            prefix, name = _spelt(key)
            if name.startswith("rsid") or name in _NOT_TAKEN or (not prefix and key != name):
                continue
            if prefix == "r":
                yield from self._lead(name, said)
                continue
            if element.tag == _NUMBERED and key == "descr" and not said.strip():
                continue
            if element.tag == _NUMBERED and key == "id":
                self.drawings += 1
                said = str(self.drawings)
            yield f' {prefix}:{name}="{escape(said)}"' if prefix else f' {name}="{escape(said)}"'
        if element.tag == _NUMBERED and not element.get("descr", "").strip():
            yield f' descr="{escape(element.get("title", "").strip() or _UNDESCRIBED)}"'

    def _lead(self, name: str, said: str) -> Iterator[str]:
        if said:
            if said not in self.leads:
                raise ValueError(said)
            self.used.add(self.leads[said])
            yield f' r:{name}="{self.leads[said]}"'


def _spelt(key: str) -> tuple[str, str]:
    """The prefix and the local name of an element or attribute; no prefix where its vocabulary is unknown."""
    vocabulary, _, name = key.rpartition("}")
    return "xml" if vocabulary[1:] == _XML else _PREFIXES.get(vocabulary[1:], ""), name
