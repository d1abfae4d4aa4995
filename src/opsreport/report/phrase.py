"""One thing said about a metric: its words, and the comparison they rest on."""

from dataclasses import dataclass

from opsreport.figures.attainment import Attainment
from opsreport.figures.change import Change
from opsreport.figures.kinds import Facet
from opsreport.figures.wording import Clause


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a facet prints, with the change or the attainment behind it for cells and charts.

    `note` belongs under the text: 因四舍五入，各分项占比之和可能不等于100%.
    """

    facet: Facet
    clause: Clause
    change: Change | None = None
    attainment: Attainment | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.clause.text
