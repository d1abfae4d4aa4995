"""Charts that Word draws itself, each with a workbook of its figures for whoever wants to change it."""

from dataclasses import dataclass, field

from opsreport.document import Chart, plain_words
from opsreport.writers.docx.package import DRAWING, A, C, Part, Relationship, escape

_EMU_TO_A_POINT = 12700
_TWIPS_TO_A_POINT = 20
_NAME = "图表"


@dataclass(slots=True)
class Charts:
    """The charts of one report, numbered as they are written."""

    parts: list[Part] = field(default_factory=list)
    leads: list[Relationship] = field(default_factory=list)
    """What the report's own part leads to."""
    workbooks: dict[str, list[Relationship]] = field(default_factory=dict)
    """What the part of each chart leads to."""

    def drawing(self, chart: Chart, width: int) -> str:
        """A run that holds the chart, this many twentieths of a point wide; its parts are remembered."""
        # Most reports have no chart, and need not wait for what draws one.
        from opsreport.writers.docx.charts.part import WORKBOOK_ID, chart_to_parts

        number = len(self.leads) + 1
        name, figures = (
            f"word/charts/chart{number}.xml",
            f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx",
        )
        points = width / _TWIPS_TO_A_POINT
        written, workbook, height = chart_to_parts(chart, points)
        self.parts += [Part(name, "chart", written.encode()), Part(figures, "embedded-workbook", workbook)]
        lead = Relationship(f"rIdChart{number}", "chart", name)
        self.leads.append(lead)
        self.workbooks[name] = [Relationship(WORKBOOK_ID, "package", figures)]
        return _drawing(lead.id, number, chart, points, height)


def _drawing(lead: str, number: int, chart: Chart, width: float, height: float) -> str:
    across, down = round(width * _EMU_TO_A_POINT), round(height * _EMU_TO_A_POINT)
    said = escape(chart.alt or plain_words(chart.caption) or _NAME)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{_NAME} {number}" descr="{said}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" r:id="{lead}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
