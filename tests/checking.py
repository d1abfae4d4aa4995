"""A bundle in a few lines, judged by every rule."""

from opsreport.bundle.decode import decode_bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.catalogue import FAMILIES
from opsreport.readers.yaml import read_yaml


def check(
    text: str, found: Diagnostics, required: tuple[str, ...] = (), expected: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The codes found and their places in the bundle."""
    text = text if text.startswith(("report", "lint")) else f"report: {{org: 甲}}\n{text}"
    node = read_yaml(Source("q3.yaml", text.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None, [finding.message(Language.ZH) for finding in found]
    check_bundle(bundle, required, expected, found)
    return [(finding.code, finding.primary.span.path) for finding in found]


def check_family(
    family: str, text: str, found: Diagnostics, required: tuple[str, ...] = (), expected: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The same of one family alone, for bundles too small to please the others."""
    codes = {code.name for code in FAMILIES[family]}
    every = Diagnostics()
    places = check(text, every, required, expected)
    for one in every:
        if one.code in codes:
            found.report(
                one.code,
                one.primary.span,
                dict(one.details),
                secondary=one.secondary,
                help_key=one.help_key,
                severity=one.severity,
            )
    return [(code, path) for code, path in places if code in codes]
