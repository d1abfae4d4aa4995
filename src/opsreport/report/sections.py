"""The user's own words for the parts of a report: headings, lead-ins and closings."""

from collections.abc import Mapping

from opsreport.bundle.model import Bundle
from opsreport.report.context import ChartView, SectionView
from opsreport.report.texts import TextReader

SECTION_KEYS = (
    *("groups", "metrics", "projects", "diagnosis", "framework", "stages", "outcomes", "modules", "problems"),
    *("reflections", "goals", "plans", "request", "charts", "glossary", "sources", "notes"),
)
"""The parts of a bundle that a style may print as a section of its own."""


def derive_sections(
    bundle: Bundle, charts: Mapping[str, tuple[ChartView, ...]], texts: TextReader
) -> Mapping[str, SectionView]:
    """A view for every section; where the user said nothing it is empty, and the style's words stand."""
    views = {}
    for key in SECTION_KEYS:
        section = bundle.section_by_key.get(key)
        views[key] = SectionView(
            title=texts.passage(section.title if section else None),
            intro=texts.paragraphs(section.intro if section else None),
            closing=texts.paragraphs(section.closing if section else None),
            charts=charts.get(f"sections.{key}", ()),
        )
    return views
