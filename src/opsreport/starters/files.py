"""The files of a starter: the YAML as it lies in the package, or the tables made from it."""

from collections.abc import Mapping

from opsreport.diagnostics import Source
from opsreport.starters.forms import Starter


def starter_files(starter: Starter, bundle: Source) -> Mapping[str, bytes]:
    """The content of each file by its name in the starter's folder; one file alone has no name."""
    return {"": bundle.content}
