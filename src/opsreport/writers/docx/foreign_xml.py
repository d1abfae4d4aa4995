"""The XML of somebody else's Word file, looked through before anything is made of it.

Word files have no document type, so none is allowed: it could expand without end or name other files.
"""

import re
from xml.parsers import expat

from opsreport.writers.docx.package import OUTSIDE

DEEPEST, MOST_ELEMENTS = 200, 1_000_000

# Fields that only show what the report itself holds, or the day.
_FIELDS = """
    = ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPANY COMPARE CREATEDATE
    DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF
    INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF
    PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE STYLEREF SUBJECT SYMBOL TA TC
    TEMPLATE TIME TITLE TOA TOC USERNAME XE
"""
_LEADING = ("src", "href")
_SWITCHES_WITH_WORDS = ("\\l", "\\o", "\\t", "\\s", "\\m", "\\n")
_WORDS = re.compile(r'"[^"]*"|\S+')
_FIELD_NAME = re.compile(r"=|[A-Za-z]+")


class UnusableFileError(Exception):
    """Why a Word file cannot be used: the key of the help line that says so, and what it is about."""

    def __init__(self, key: str, thing: str = "") -> None:
        super().__init__(f"{key}: {thing}" if thing else key)
        self.key = key
        self.thing = thing


def survey(name: str, content: bytes) -> None:
    """Look through one part; raises `UnusableFileError` at the first thing no Word file of staff has."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    looking = _Survey(name)
    parser.StartDoctypeDeclHandler = looking.doctype
    parser.StartElementHandler = looking.start
    parser.EndElementHandler = looking.end
    parser.CharacterDataHandler = looking.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise UnusableFileError("damaged", name) from fault


class _Survey:
    """What is known of a part half way through."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0
        self._elements = 0
        self._instructs = False
        self._fields: list[str] = []

    def doctype(self, *_: object) -> None:
        raise UnusableFileError("doctype", self._name)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise UnusableFileError("too-large", self._name)
        vocabulary, _, local = tag.rpartition(" ")
        if local == "instrText":
            self._instructs = True
        elif local == "fldChar":
            self._field(next((said for key, said in attributes.items() if key.endswith(" fldCharType")), ""))
        elif local == "fldSimple":
            judge_field(next((said for key, said in attributes.items() if key.endswith(" instr")), ""))
        elif local in ("altChunk", "subDoc", "OLEObject", "control"):
            raise UnusableFileError("embedded", local)
        elif "vml" in vocabulary:
            _judge_drawing(attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if tag.endswith(" instrText"):
            self._instructs = False

    def text(self, said: str) -> None:
        if self._instructs and self._fields:
            self._fields[-1] += said
        elif self._instructs:
            judge_field(said)

    def _field(self, mark: str) -> None:
        """A field's own instruction is all that stands between its first marks, fields in it left out."""
        if mark == "begin":
            self._fields.append("")
        elif self._fields and mark == "separate":
            judge_field(self._fields[-1])
        elif self._fields and mark == "end":
            judge_field(self._fields.pop())


def judge_field(instruction: str) -> None:
    """Raise where a field fetches, runs or asks for something."""
    name = _FIELD_NAME.match(instruction.strip())
    if name is None or name[0].upper() not in _FIELDS.split():
        raise UnusableFileError("field", " ".join(instruction.split())[:40])
    if name[0].upper() == "HYPERLINK":
        address = _address(instruction)
        if address and not address.lower().startswith(OUTSIDE):
            raise UnusableFileError("outside", address)


def _address(instruction: str) -> str:
    """Where a HYPERLINK field leads; empty where to a place of the document itself."""
    words = _WORDS.findall(instruction.strip())[1:]
    while words:
        word = words.pop(0)
        if word.lower() in _SWITCHES_WITH_WORDS:
            del words[:1]
        elif not word.startswith("\\") or word.startswith("\\\\"):
            return str(word.strip('"'))
    return ""


def _judge_drawing(attributes: dict[str, str]) -> None:
    """Raise where an old drawing names a file by its address, without a relationship."""
    for key, said in attributes.items():
        if key.rpartition(" ")[2] in _LEADING and said and not said.lower().startswith(("#", *OUTSIDE)):
            raise UnusableFileError("outside", said)
        if key.rpartition(" ")[2] == "src" and said:
            raise UnusableFileError("outside", said)
