"""The language of a report's words, which spelling checks, voices and the fonts of a theme go by."""

from xml.etree.ElementTree import Element, SubElement

from opsreport.writers.docx.package import w

_CHINESE = "zh-CN"
_AFTER = tuple(w(name) for name in ("eastAsianLayout", "specVanish", "oMath"))


def say_chinese(styles: Element, settings: Element) -> None:
    """Let hanzi be Chinese where a document says something else or nothing: it may come from another country.

    A theme would set them in its Japanese font, for one.
    """
    look = _default_look(styles)
    language = look.find(w("lang"))
    if language is None:
        language = Element(w("lang"))
        look.insert(sum(one.tag not in _AFTER for one in look), language)
    _set(language)
    for theme in settings.iter(w("themeFontLang")):
        _set(theme)


def _default_look(styles: Element) -> Element:
    """The look that all words have unless a style says otherwise."""
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = Element(w("docDefaults"))
        styles.insert(0, defaults)
    runs = defaults.find(w("rPrDefault"))
    if runs is None:
        runs = Element(w("rPrDefault"))
        defaults.insert(0, runs)
    look = runs.find(w("rPr"))
    return SubElement(runs, w("rPr")) if look is None else look


def _set(language: Element) -> None:
    if not language.get(w("eastAsia"), "").startswith("zh"):
        language.set(w("eastAsia"), _CHINESE)
