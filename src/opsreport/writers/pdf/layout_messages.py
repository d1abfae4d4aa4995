"""What a process and its layout process say to each other: messages of a head in JSON and a body of bytes."""

import json
import struct
from typing import IO, Any

from opsreport.writers.pdf.result import (
    Bookmark,
    CutShort,
    LayoutCrashedError,
    LayoutFailedError,
    LayoutUnfinishedError,
    MissingLibrary,
    PdfResult,
    PdfUnavailable,
)

Head = dict[str, Any]
Message = tuple[Head, bytes]

TOLD_AS_LISTS = ("fonts_used", "missing_glyphs", "refused", "complaints")

LENGTHS = struct.Struct(">QQ")

# YAML can write half a character (a lone surrogate); it has to arrive as it was.
ENCODING = ("utf-8", "surrogatepass")


def send(pipe: IO[bytes], head: Head, body: bytes = b"") -> None:
    """Say one message; raises OSError where nobody listens any more."""
    text = json.dumps(head).encode("ascii")
    rest = memoryview(LENGTHS.pack(len(text), len(body)) + text + body)
    while rest:
        rest = rest[pipe.write(rest) :]


def receive(pipe: IO[bytes]) -> Message | None:
    """The next message, or None where the other side has ended, if only in the middle of one."""
    lengths = _read(pipe, LENGTHS.size)
    if lengths is None:
        return None
    head, body = (_read(pipe, length) for length in LENGTHS.unpack(lengths))
    return None if head is None or body is None else (json.loads(head), body)


def _read(pipe: IO[bytes], length: int) -> bytes | None:
    """So many bytes, which a pipe may give in pieces."""
    pieces = []
    while length:
        piece = pipe.read(length)
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def told_result(result: PdfResult) -> Message:
    """A result as a message."""
    outline = [(mark.level, mark.title, mark.page) for mark in result.outline]
    lists = {name: getattr(result, name) for name in TOLD_AS_LISTS}
    told = {"pages": result.pages, "outline": outline, "anchors": dict(result.anchors), **lists}
    return {"result": told}, result.pdf


def told_fault(fault: BaseException, particulars: str) -> Message:
    """What kept a document from being laid out; `particulars` are told of a fault that nobody expects."""
    match fault:
        case PdfUnavailable():
            return {"unavailable": fault.reason.value}, b""
        case LayoutFailedError():
            return {"failed": str(fault)}, b""
        case MemoryError():
            return {"out_of_memory": True}, b""
        case _:
            return {"crashed": particulars}, b""


def heard_result(message: Message) -> PdfResult:
    """The result that a message tells of, or the fault, raised."""
    head, body = message
    match head:
        case {"result": told}:
            return PdfResult(
                pdf=body,
                pages=told["pages"],
                outline=tuple(Bookmark(*mark) for mark in told["outline"]),
                anchors=told["anchors"],
                **{name: tuple(told[name]) for name in TOLD_AS_LISTS},
            )
        case {"unavailable": reason}:
            raise PdfUnavailable(MissingLibrary(reason))
        case {"failed": cause}:
            raise LayoutFailedError(cause)
        case {"out_of_memory": _}:
            raise LayoutUnfinishedError(CutShort.MEMORY, "MemoryError")
        case _:
            raise LayoutCrashedError(head.get("crashed"))
