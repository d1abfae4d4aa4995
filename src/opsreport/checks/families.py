"""The families of rules; the modules of a family's folder enter their rules here when they are imported."""

from opsreport.checks.family import Family

STRUCTURE = Family("structure")
VALUES = Family("values")
WORDING = Family("wording")
PERIODS = Family("periods")
RELATIONS = Family("relations")
TYPOGRAPHY = Family("typography")

FAMILIES = (STRUCTURE, VALUES, WORDING, PERIODS, RELATIONS, TYPOGRAPHY)
