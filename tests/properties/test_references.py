"""Whatever becomes of a reference document, a report is built on it soundly, or it is refused."""

import random
from contextlib import suppress
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

from hypothesis import given, settings
from hypothesis import strategies as st

from hostile_word_files import Files, good, zipped
from opsreport.writers.docx import UnusableFileError, document_to_docx
from sample_memo import sample_memo

PARTS = [
    name
    for name in good()
    if "chart" not in name and name.endswith((".xml", ".rels")) and not name.startswith("docProps")
]
VALUES = ("", "-1", "0", "99999999999", "abc", "1.5", "rId1", "Normal", "heading 1", "¹", "\u2028")
TEXTS = ("x", "〔页眉左", "〔页眉左〕〔标题〕")


def spoil(tree: Element, chance: random.Random) -> None:
    """Change, lose or double one thing somewhere in a part."""
    elements = list(tree.iter())
    element = chance.choice(elements)
    match chance.randrange(6):
        case 0 if element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
        case 1 if element.attrib:
            del element.attrib[chance.choice(list(element.attrib))]
        case 2 if len(element):
            element.remove(chance.choice(list(element)))
        case 3 if len(element):
            element.append(fromstring(tostring(chance.choice(list(element)))))
        case 4:
            element.tag = chance.choice(elements).tag
        case _:
            element.text = chance.choice(TEXTS)


def spoilt(chance: random.Random) -> Files:
    files = good()
    for name in chance.choices(PARTS, k=chance.randint(1, 3)):
        try:
            tree = fromstring(files[name])
        except ParseError:
            continue
        for _ in range(chance.randint(1, 6)):
            spoil(tree, chance)
        files[name] = tostring(tree)
    return files


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_spoilt_reference_is_refused_or_serves(chance: random.Random) -> None:
    # The lint raises another error where the report is not sound.
    with suppress(UnusableFileError):
        document_to_docx(sample_memo(), zipped(spoilt(chance)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_flipped_bytes_are_refused_or_do_no_harm(place: int, new: bytes) -> None:
    content = bytearray(zipped(good()))
    at = place % (len(content) - len(new))
    content[at : at + len(new)] = new
    with suppress(UnusableFileError):
        document_to_docx(sample_memo(), bytes(content))
