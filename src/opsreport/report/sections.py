"""The user's own words for the parts of a report: headings, lead-ins and closings."""

from collections.abc import Mapping

from opsreport.bundle.model import Bundle
from opsreport.report.context import SectionView
from opsreport.report.texts import TextReader

SECTION_KEYS = (
    *("groups", "metrics", "projects", "diagnosis", "framework", "stages", "outcomes", "modules", "problems"),
    *("reflections", "goals", "plans", "request", "charts", "glossary", "sources", "notes"),
)
"""The parts of a bundle that a style may print as a section of its own."""


def derive_sections(bundle: Bundle, texts: TextReader) -> Mapping[str, SectionView]:
    """A view for every section; where the user said nothing it is empty, and the style's words stand."""
    views = dict.fromkeys(SECTION_KEYS, SectionView())
    for section in bundle.sections:
        if section.key.text in views:
            views[section.key.text] = SectionView(
                title=texts.passage(section.title),
                intro=texts.paragraphs(section.intro),
                closing=texts.paragraphs(section.closing),
            )
    return views
