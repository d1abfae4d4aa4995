"""Any text at all can be said, and none is ever anything but words, references, weight, links and breaks."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from opsreport.bundle.prose import Inline, LineBreak, Link, ParagraphBreak, Reference, Strong, Words
from opsreport.bundle.text import parse_prose
from opsreport.diagnostics import Diagnostics, Scalar, Span

SIGNS = st.text(st.sampled_from("甲a，.*[](){}|%#\\\n :/ht{}[]**"), max_size=40)


def words(parts: tuple[Inline, ...]) -> str:
    text = ""
    for part in parts:
        match part:
            case Words():
                text += part.text
            case Reference():
                text += part.target + part.facet
            case Strong() | Link():
                text += words(part.parts)
            case LineBreak():
                text += "\n"
            case ParagraphBreak():
                text += "\n\n"
    return text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_a_text_with_every_sign_escaped_comes_out_as_it_was(text: str) -> None:
    written = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text).replace("｛", "").replace("｝", "")
    parsed = parse_prose(Scalar(written, Span("q3.yaml", 1, 1)), Diagnostics())
    assert parsed is not None
    assert words(parsed.parts) == text.replace("｛", "").replace("｝", "").strip()


@settings(max_examples=500)
@given(SIGNS)
def test_a_text_is_parsed_or_its_faults_are_told(text: str) -> None:
    found = Diagnostics()
    parsed = parse_prose(Scalar(text, Span("q3.yaml", 1, 1)), found)
    assert (parsed is None) == bool(found.errors())


@settings(max_examples=500)
@given(SIGNS)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    parsed = parse_prose(Scalar(text, Span("q3.yaml", 1, 1)), Diagnostics())
    if parsed is not None and not parsed.references and "](" not in text:
        assert words(parsed.parts).count("甲") == text.count("甲")
        assert words(parsed.parts).count("a") == text.count("a")


@settings(max_examples=500)
@given(SIGNS)
def test_no_paragraph_ends_within_weight_or_a_link(text: str) -> None:
    parsed = parse_prose(Scalar(text, Span("q3.yaml", 1, 1)), Diagnostics())
    for part in parsed.parts if parsed else ():
        if isinstance(part, Strong | Link):
            assert not any(isinstance(inner, ParagraphBreak) for inner in part.parts)
