"""Every code with its words; a stage may only report what stands here."""

from opsreport.diagnostics.catalogue.claimed import CLAIMED
from opsreport.diagnostics.catalogue.code import Code, Language, Severity, Words
from opsreport.diagnostics.catalogue.figures import FIGURES
from opsreport.diagnostics.catalogue.mending import MENDING
from opsreport.diagnostics.catalogue.numbers import NUMBERS
from opsreport.diagnostics.catalogue.output import OUTPUT
from opsreport.diagnostics.catalogue.pages import PAGES
from opsreport.diagnostics.catalogue.periods import PERIODS
from opsreport.diagnostics.catalogue.phrasing import PHRASING
from opsreport.diagnostics.catalogue.reading import READING
from opsreport.diagnostics.catalogue.relations import RELATIONS
from opsreport.diagnostics.catalogue.remedies import REMEDIES
from opsreport.diagnostics.catalogue.skeletons import SKELETONS
from opsreport.diagnostics.catalogue.stated import STATED
from opsreport.diagnostics.catalogue.structure import STRUCTURE
from opsreport.diagnostics.catalogue.style import STYLE
from opsreport.diagnostics.catalogue.tables import TABLES
from opsreport.diagnostics.catalogue.typography import TYPOGRAPHY
from opsreport.diagnostics.catalogue.values import VALUES
from opsreport.diagnostics.catalogue.wording import WORDING
from opsreport.diagnostics.catalogue.workbook import WORKBOOK

FAMILIES: dict[str, tuple[Code, ...]] = {
    "reading": READING,
    "tables": TABLES,
    "workbook": WORKBOOK,
    "structure": STRUCTURE,
    "values": (*STATED, *VALUES, *CLAIMED),
    "wording": (*WORDING, *PHRASING),
    "periods": PERIODS,
    "relations": (*RELATIONS, *REMEDIES),
    "typography": (*TYPOGRAPHY, *NUMBERS),
    "figures": FIGURES,
    "style": STYLE,
    "pages": PAGES,
    "output": (*OUTPUT, *MENDING, *SKELETONS),
}

CATALOGUE: dict[str, Code] = {code.name: code for codes in FAMILIES.values() for code in codes}

__all__ = ["CATALOGUE", "FAMILIES", "Code", "Language", "Severity", "Words"]
