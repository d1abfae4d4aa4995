"""Sentences as operations staff write them: the right ones pass in silence, the wrong ones get their code."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.leaves import Text
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Project, Result
from opsreport.bundle.prose import Prose
from opsreport.bundle.text import parse_prose
from opsreport.checks.check import RULES
from opsreport.checks.families import PERIODS, VALUES, WORDING
from opsreport.checks.family import Case
from opsreport.diagnostics import NOWHERE, Diagnostics, Scalar, Source
from opsreport.diagnostics.catalogue.phrasing import PHRASING
from opsreport.diagnostics.catalogue.wording import WORDING as CODES
from opsreport.readers.yaml import read_yaml

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted((CORPUS / "wording").glob("*.yaml"))
MIXED = CORPUS / "mixed.yaml"
AT_LEAST = 15
"""How many sentences of either kind each check is shown."""


class Said(NamedTuple):
    bundle: str
    place: str
    sentence: str


def said(path: Path, kind: str) -> Iterator[Said]:
    for block in yaml.safe_load(path.read_text(encoding="utf-8")):
        for sentence in block.get(kind, ()):
            yield Said(block["bundle"], block.get("at", "notes"), sentence)


@cache
def bundle_of(name: str) -> Bundle:
    found = Diagnostics()
    path = CORPUS / "bundles" / f"{name}.yaml"
    node = read_yaml(Source(path.name, path.read_bytes()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None
    assert not list(found)
    return bundle


def with_sentence(one: Said) -> Bundle:
    """The bundle with the sentence among its notes, as a result of a project, or as a metric's driver."""
    bundle, found = bundle_of(one.bundle), Diagnostics()
    prose = parse_prose(Scalar(one.sentence, NOWHERE), found)
    assert isinstance(prose, Prose), one.sentence
    place, _, metric = one.place.partition(" ")
    match place:
        case "notes":
            return replace(bundle, notes=(prose,))
        case "results":
            return replace(bundle, projects=(Project(name=Text("仓网优化"), results=(Result(text=prose),)),))
        case _:
            metrics = (replace(m, driver=prose) if m.id.text == metric else m for m in bundle.metrics)
            return replace(bundle, metrics=tuple(metrics))


def codes_of(bundle: Bundle) -> set[str]:
    assert RULES
    case = Case(bundle)
    rules = {**VALUES.rules, **WORDING.rules, **PERIODS.rules}
    return {code for code, rule in rules.items() for _ in rule(case)}


@pytest.mark.parametrize("name", sorted(path.stem for path in (CORPUS / "bundles").glob("*.yaml")))
def test_a_bundle_of_the_corpus_has_no_finding_of_its_own(name: str) -> None:
    assert codes_of(bundle_of(name)) == set()


@pytest.mark.parametrize("path", [*FILES, MIXED], ids=lambda path: path.stem)
def test_a_right_sentence_passes_in_silence(path: Path) -> None:
    heard = {one.sentence: codes for one in said(path, "correct") if (codes := codes_of(with_sentence(one)))}
    assert heard == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_wrong_sentence_gets_its_code_and_no_other_of_wording(path: Path) -> None:
    missed = {}
    for one in said(path, "wrong"):
        codes = codes_of(with_sentence(one)) & set(WORDING.rules)
        if codes != {path.stem}:
            missed[one.sentence] = codes
    assert missed == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_check_is_shown_enough_sentences_and_none_twice(path: Path) -> None:
    for kind in ("correct", "wrong"):
        sentences = [one.sentence for one in said(path, kind)]
        assert len(sentences) >= AT_LEAST
        assert len(sentences) == len(set(sentences))


def test_every_check_of_wording_has_its_sentences() -> None:
    codes = {code.name for code in (*CODES, *PHRASING)} | {"wrong-comparison-period"}
    assert {path.stem for path in FILES} >= codes


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    for kind in ("correct", "wrong"):
        assert sum(1 for path in FILES for _ in said(path, kind)) >= 400
