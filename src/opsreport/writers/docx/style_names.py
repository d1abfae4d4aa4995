"""How the names of styles are compared: as Word and WPS show them in Chinese, and as they stand in files."""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from opsreport.writers.docx.names import PARAGRAPH
from opsreport.writers.docx.package import w

# What the Chinese Word and WPS call the styles that a file names in English.
_IN_CHINESE = {
    "正文": "normal",
    "标题": "heading",
    "目录": "toc",
    "wpsoffice手动目录": "toc",
    "页眉": "header",
    "页脚": "footer",
    "题注": "caption",
    "超链接": "hyperlink",
    "超级链接": "hyperlink",
    "默认段落字体": "defaultparagraphfont",
    "普通表格": "normaltable",
    "网格型": "tablegrid",
}
_PARTS = re.compile(r"(\D+)(\d*)")
_NUMBERED_STYLES = ("heading", "toc")

StyleKey = tuple[str, str]
"""The type of a style and its name as names are compared."""


@lru_cache(maxsize=1024)
def style_key(type_: str, name: str) -> StyleKey:
    """What two spellings of one style's name have in common: 标题 1 is heading 1, whatever the spaces."""
    folded = "".join(name.split()).casefold()
    if parts := _PARTS.fullmatch(folded):
        known = _IN_CHINESE.get(parts[1], "")
        # 标题 without a number is Word's Title, another style.
        if known and bool(parts[2]) == (known in _NUMBERED_STYLES):
            return type_, known + parts[2]
    return type_, folded


def ids(styles: Element) -> dict[StyleKey, str]:
    """Style ids by type and name; a style's own name goes before the other names it has."""
    own: dict[StyleKey, str] = {}
    other: dict[StyleKey, str] = {}
    for style in styles.iter(w("style")):
        identity, type_ = style.get(w("styleId"), ""), style.get(w("type"), PARAGRAPH)
        name = _said(style, "name")
        literal = (type_, "".join(name.split()).casefold())
        (own if literal == style_key(type_, name) else other).setdefault(style_key(type_, name), identity)
        for alias in _said(style, "aliases").split(","):
            if alias.strip():
                other.setdefault(style_key(type_, alias), identity)
    return {**other, **own}


def _said(style: Element, child: str) -> str:
    found = style.find(w(child))
    return "" if found is None else found.get(w("val"), "")
