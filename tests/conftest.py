"""What many tests start from: a bundle in a few lines, and a style held in memory."""

import pytest
from hypothesis import settings

from opsreport.diagnostics import Diagnostics, Source
from opsreport.document import Series
from opsreport.styles import Manifest, Style

# How long an example takes depends on who else works on the machine.
settings.register_profile("opsreport", deadline=None)
settings.load_profile("opsreport")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden", choices=["compare", "update"], default="compare", help="write the golden files anew"
    )


@pytest.fixture
def found() -> Diagnostics:
    return Diagnostics()


def source(text: str, name: str = "bundle.yaml") -> Source:
    return Source(name, text.encode())


def style_of(report: str, **others: str) -> Style:
    """A style with this template as its report, and other templates beside it."""
    templates = {"report.html.j2": report} | {f"{name}.html.j2": text for name, text in others.items()}
    manifest = Manifest("周报", "周报", (Series("part", 1, "第%部分"), Series("item", 2, "项目%")), (), ())
    files = {name: f"weekly/{name}" for name in templates}
    return Style("weekly", manifest, "report.html.j2", templates, files, (), b"")
