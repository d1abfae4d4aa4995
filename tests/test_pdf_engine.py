"""The one door to WeasyPrint: what it makes, what it keeps out, and that it always makes the same."""

import ast
import ctypes.util
import gc
import hashlib
import os
import re
import subprocess
import sys
import zlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from opsreport.writers.pdf.engine import html_to_pdf
from opsreport.writers.pdf.levers import prepared_interface, quick_import
from opsreport.writers.pdf.result import Bookmark, LayoutFailedError

CSS = (
    "@page { size: A4; font-family: 'Ops Song'; @bottom-center { content: '第 ' counter(page) ' 页' } }"
    "html { font: 10.5pt 'Ops Song' } h1, h2, th { font-family: 'Ops Hei' } p { text-align: justify }"
)
MEMO = (
    "<html lang=zh-CN><head><title>三季度备忘录</title></head><body><h1>一、总体情况</h1>"
    "<p>本季度营业收入完成1280.5万元，同比增长12.5%；“优质内容”新增创作者3,241人。</p>"
    "<table><thead><tr><th>指标<th>本期</thead><tbody><tr><th scope=row>收入<td>1,280.5万元</table>"
    "<h2 style='break-before: page'>（一）增长</h2><p>新增用户来自3个渠道。</p></body></html>"
)
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def in_a_process(code: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a fresh interpreter says of some code that knows MEMO and CSS."""
    known = f"MEMO = {MEMO!r}; CSS = {CSS!r}\nfrom opsreport.writers.pdf.engine import html_to_pdf\n"
    variables = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-c", known + code],
        capture_output=True,
        text=True,
        env=variables,
        cwd=cwd,
        check=False,
    )


def inflated(pdf: bytes) -> bytes:
    """A PDF with its compressed objects readable."""
    streams = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(zlib.decompressobj().decompress(stream) for stream in streams)


def test_headings_are_bookmarks_with_their_pages() -> None:
    result = html_to_pdf(MEMO, [CSS])
    assert result.pdf.startswith(b"%PDF-1.7")
    assert result.pages == 2
    assert result.outline == (Bookmark(1, "一、总体情况", 1), Bookmark(2, "（一）增长", 2))
    assert result.fonts_used == ("Ops Hei", "Ops Song")
    assert (result.missing_glyphs, result.refused, result.complaints) == ((), (), ())


def test_tags_say_what_is_a_heading_and_which_cells_head_a_row() -> None:
    pdf = inflated(html_to_pdf(MEMO, [CSS], tagged=True).pdf)
    assert b"/S /H1" in pdf
    assert pdf.count(b"/Scope /Column") == 2
    assert pdf.count(b"/Scope /Row") == 1
    assert b"/Lang (zh-CN)" in pdf
    assert b"/StructTreeRoot" not in inflated(html_to_pdf(MEMO, [CSS]).pdf)


def test_a_name_beyond_the_usual_characters_is_printed_from_the_rest_of_gbk() -> None:
    result = html_to_pdf("<html lang=zh-CN><p style='font-family: \"Ops Song\"'>王喆與陳堃", [])
    assert result.fonts_used == ("Ops Song", "Ops Song Ext")
    assert result.missing_glyphs == ()


def test_a_family_the_machine_lacks_is_answered_by_a_shipped_one() -> None:
    for family, shipped in {"serif": "Ops Song", "宋体": "Ops Song", "sans-serif": "Ops Hei"}.items():
        assert html_to_pdf(f"<html lang=zh-CN><p style='font-family: {family}'>营", []).fonts_used == (
            shipped,
        )


def test_characters_that_no_font_has_are_named() -> None:
    assert html_to_pdf("<html lang=zh-CN><p>☑𠮷☑", [CSS]).missing_glyphs == ("☑", "𠮷")


def test_a_mistake_in_a_style_sheet_is_passed_on() -> None:
    (complaint,) = html_to_pdf(MEMO, [CSS + "p { colour: red }"]).complaints
    assert "colour" in complaint


@pytest.mark.parametrize(
    "markup",
    [
        "<img alt='' src='file:///etc/hostname'>",
        "<img alt='' src='http://127.0.0.1:1/x.png'>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<link rel=attachment href='file:///etc/hostname'>",
        "<a rel=attachment href='file:///etc/hostname'>附件</a>",
        "<style>@import 'file:///etc/hostname'</style>",
        "<style>p { background: url(file:///etc/hostname) }</style><p>甲",
        "<style>@font-face { font-family: x; src: url(file:///etc/hostname) } p { font-family: x }</style><p>甲",
        "<svg width=9 height=9><title>图</title><image href='file:///etc/hostname' width=9 height=9 /></svg>",
    ],
)
def test_nothing_outside_the_document_is_read_and_what_it_asked_for_is_known(markup: str) -> None:
    result = html_to_pdf(f"<html lang=zh-CN><body>{markup}</body>", [CSS])
    (refused,) = result.refused
    assert refused.startswith(("file:///etc/hostname", "http://127.0.0.1:1/"))
    assert b"/EmbeddedFile" not in result.pdf


def test_an_image_inside_the_document_is_printed() -> None:
    result = html_to_pdf(f"<html lang=zh-CN><img alt='印章' src='{PIXEL}'>", [CSS])
    assert result.refused == ()
    assert b"/Subtype /Image" in result.pdf


@pytest.mark.parametrize(
    "css",
    [
        "p { font-size: 1e9px }",
        "p { letter-spacing: 1e9px }",
        f"p {{ width: {'calc(' * 5000}1px{')' * 5000} }}",
        f"{':is(' * 3000}p{')' * 3000} {{ color: red }}",
        "@media print {" * 3000 + "p { color: red }" + "}" * 3000,
        "p { transform: scale(1e300) }",
        "p { border: 1e300px solid }",
    ],
    ids=["size", "spacing", "calc", "selector", "media", "scale", "border"],
)
def test_a_style_sheet_that_no_page_can_follow_is_one_kind_of_error(css: str) -> None:
    with pytest.raises(LayoutFailedError, match=r"Error: "):
        html_to_pdf(MEMO, [CSS, css])


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "zh_CN.GB18030", "LANGUAGE": "ja:ko", "SOURCE_DATE_EPOCH": "1"},
    ],
    ids=["shanghai", "new-york", "japanese"],
)
def test_equal_input_gives_equal_bytes_wherever_and_whenever(
    environment: dict[str, str], tmp_path: Path
) -> None:
    code = "import hashlib; print(hashlib.sha256(html_to_pdf(MEMO, [CSS]).pdf).hexdigest())"
    made = in_a_process(code, cwd=tmp_path, **environment, XDG_CACHE_HOME=str(tmp_path))
    assert made.stdout.strip() == hashlib.sha256(html_to_pdf(MEMO, [CSS]).pdf).hexdigest(), made.stderr


def test_a_report_comes_out_the_same_after_others() -> None:
    alone = html_to_pdf(MEMO, [CSS]).pdf
    foreign = f"@font-face {{ font-family: 'Ops Song'; src: url({PIXEL}) }} p {{ font: 30pt 'Ops Hei' }}"
    html_to_pdf(MEMO, [foreign])
    html_to_pdf("<html lang=en><p>Other", [])
    assert html_to_pdf(MEMO, [CSS]).pdf == alone


def test_the_levers_change_no_byte() -> None:
    code = "import hashlib; print(hashlib.sha256(html_to_pdf(MEMO, [CSS]).pdf).hexdigest())"
    slow = (
        "import os; from opsreport.writers.pdf.fonts import choose_fonts; choose_fonts(system_fonts=False)\n"
    )
    slow += "import weasyprint, fontTools.subset\n"
    assert in_a_process(slow + code).stdout == in_a_process(code).stdout != ""


def test_the_short_cuts_change_no_byte() -> None:
    css = (
        "h1 { float: left; margin-inline-start: 2em; margin-left: 1em; padding-block: 3pt } :root { --wide: 3em }"
        "p { direction: rtl; margin-inline: 1em 2em; text-decoration: underline; width: calc(90% - 1em) }"
        "table { page: wide; position: relative; inset-inline-start: 4pt; left: 9pt; text-indent: var(--wide) }"
        "h2 { display: inline-block; block-size: 40pt; border-inline: 2pt solid; border-left-width: 9pt }"
    )
    code = f"import hashlib; print(hashlib.sha256(html_to_pdf(MEMO, [CSS, {css!r}]).pdf).hexdigest())"
    without = "from opsreport.writers.pdf import fonts; fonts.choose_fonts(system_fonts=False)\n"
    without += "from opsreport.writers.pdf import quick_layout; quick_layout.take_short_cuts = lambda: None\n"
    assert in_a_process(without + code).stdout == in_a_process(code).stdout != ""


def test_the_levers_leave_everything_as_it_was() -> None:
    import cffi

    before = (ctypes.util.find_library, cffi.FFI, gc.isenabled(), "fontTools" in sys.modules)
    with quick_import():
        assert not gc.isenabled()
    assert (ctypes.util.find_library, cffi.FFI, gc.isenabled(), "fontTools" in sys.modules) == before


def test_fonttools_is_loaded_only_when_it_is_called() -> None:
    code = (
        "import sys; html_to_pdf(MEMO, [CSS]); print('fontTools.ttLib' in sys.modules)\n"
        "import weasyprint.pdf.fonts as fonts; fonts.subset.Options(); print('fontTools.subset' in sys.modules)"
    )
    assert in_a_process(code).stdout == "False\nTrue\n"


def test_the_prepared_declarations_are_those_of_the_weasyprint_in_use() -> None:
    spec = find_spec("weasyprint")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse((Path(spec.origin).parent / "text/ffi.py").read_text(encoding="utf-8"))
    (source,) = (
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "cdef"
        and isinstance(call.args[0], ast.Constant)
    )
    assert prepared_interface(str(source)) is not None
    assert prepared_interface("int other(void);") is None


@pytest.mark.parametrize(("lacking", "reason"), [("", "PANGO"), ("harfbuzz-subset", "HARFBUZZ_SUBSET")])
def test_a_machine_without_the_libraries_is_told_which_and_nothing_is_printed(
    lacking: str, reason: str
) -> None:
    code = f"""
import types
from opsreport.writers.pdf import declarations
from opsreport.writers.pdf.result import PdfUnavailable
known = declarations.ffi
def dlopen(name, *flags):
    if {lacking!r} in name:
        raise OSError(name)
    return known.dlopen(name, *flags)
parts = {{name: getattr(known, name) for name in dir(known)}}
declarations.ffi = types.SimpleNamespace(**{{**parts, "dlopen": dlopen}})
try:
    html_to_pdf(MEMO, [CSS])
except PdfUnavailable as unavailable:
    print(unavailable.reason.name)
"""
    told = in_a_process(code)
    assert (told.stdout, told.stderr) == (f"{reason}\n", "")
