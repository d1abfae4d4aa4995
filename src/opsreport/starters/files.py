"""The files of a starter: the YAML as it lies in the package, or the tables made from it."""

from collections.abc import Mapping

from opsreport.diagnostics import Diagnostics, Source
from opsreport.starters.forms import Starter


def starter_files(starter: Starter, bundle: Source) -> Mapping[str, bytes]:
    """The content of each file by its name in the starter's folder; one file alone has no name."""
    if starter.form == "yaml":
        return {"": bundle.content}
    from opsreport.readers.yaml import read_yaml
    from opsreport.starters.csv_folder import csv_folder
    from opsreport.starters.tables import tables_of
    from opsreport.starters.workbook import workbook

    node = read_yaml(bundle, Diagnostics())
    tables = tables_of(node) if node is not None else ()
    return csv_folder(tables) if starter.form == "csv" else {"": workbook(tables)}
