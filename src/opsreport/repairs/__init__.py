"""What may be mended in a bundle's files without asking, and the files with it, all else untouched."""

from opsreport.repairs.mending import Mended, mend
from opsreport.repairs.repair import SAFE, Repair, repairs_in

__all__ = ["SAFE", "Mended", "Repair", "mend", "repairs_in"]
