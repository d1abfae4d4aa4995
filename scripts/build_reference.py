"""Write the reference document that the DOCX writer takes its look from."""

from pathlib import Path

from opsreport.writers.docx.reference import build_reference

REFERENCE = Path(__file__).parents[1] / "templates" / "shared" / "reference.docx"

if __name__ == "__main__":
    REFERENCE.parent.mkdir(parents=True, exist_ok=True)
    REFERENCE.write_bytes(build_reference())
