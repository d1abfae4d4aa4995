"""Rendered markup as elements with their lines, read by a strict XML parser."""

from dataclasses import dataclass, field
from xml.parsers import expat

MAX_DEPTH = 64


class MarkupError(Exception):
    """The markup cannot be a report: what is wrong, and the line of the rendered text."""

    def __init__(self, problem: str, line: int, **details: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.details = details


@dataclass(slots=True)
class Element:
    """One tag with what stands between its ends."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element | str"] = field(default_factory=list)

    def elements(self) -> list["Element"]:
        """The elements directly inside; text between them must be blank."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found.append(child)
            elif child.strip():
                raise MarkupError("stray-text", self.line, tag=self.tag, text=child.strip()[:20])
        return found


def read_elements(markup: str) -> Element:
    """The root element of well-formed markup; raises `MarkupError` with the line of the first fault."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    root = Element("", {}, 0)
    open_elements = [root]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > MAX_DEPTH:
            raise MarkupError("too-deep", parser.CurrentLineNumber, tag=tag)
        element = Element(tag, attributes, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(tag: str) -> None:
        open_elements.pop()

    def refuse_doctype(*_: object) -> None:
        raise MarkupError("doctype", parser.CurrentLineNumber)

    def refuse_encoding(version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            raise MarkupError("encoding", parser.CurrentLineNumber, encoding=encoding)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: open_elements[-1].children.append(text)
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.XmlDeclHandler = refuse_encoding
    try:
        parser.Parse(markup.strip().encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise MarkupError("not-well-formed", error.lineno, reason=expat.ErrorString(error.code)) from error
    return root.elements()[0]
