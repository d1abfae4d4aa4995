"""What a build starts from: the bundle as decoded, and the style it is to be printed in."""

import datetime
import difflib
import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from opsreport import files
from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.header import Header
from opsreport.bundle.leaves import Choice
from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import keys_of
from opsreport.diagnostics import NOWHERE, Diagnostics, Node, Severity, Source, Span
from opsreport.styles import Style, assemble_style
from opsreport.styles.assemble import REFERENCE, SHARED, style_titles

MOSTLY_REQUIRED = ("title", "org", "period", "date")
"""What a report needs to be told of itself, whatever its style."""

_MOST_NAMED = 12

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".et", ".ods")


def read_bundle(
    path: str, date: datetime.date | None, sources: list[Source], found: Diagnostics
) -> Bundle | None:
    """The bundle at a path, dated as the user asks; `sources` gets its files, for messages to quote."""
    with _collector_at_rest():
        node = read_input(path, sources, found)
        bundle = decode_bundle(node, found) if node is not None else None
    if found.errors() and _has_lost_rows(found):
        # What refers to a row that was lost is no fault of its own.
        return None
    if bundle is None or date is None:
        return bundle
    return replace(bundle, report=replace(bundle.report, date=Choice(date, NOWHERE.at("report.date"))))


def _has_lost_rows(found: Diagnostics) -> bool:
    from opsreport.readers.table_gaps import has_lost_rows

    return has_lost_rows(found)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for cycles while trees are built that have none: with large tables it takes half the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_input(path: str, sources: list[Source], found: Diagnostics) -> Node | None:
    """The tree of a bundle in whichever form it is: YAML, a folder of tables, one table, a workbook."""
    if files.is_folder(path):
        folder = files.read_table_folder(path, found)
        return None if folder is None else _read_csv_tables(path, folder, sources, found)
    source = files.read_source(path, found)
    if source is None:
        return None
    suffix = os.path.splitext(path)[1].lower()
    if suffix in files.TABLE_SUFFIXES:
        return _read_lone_table(source, sources, found)
    sources.append(source)
    if suffix in WORKBOOK_SUFFIXES:
        from opsreport.readers.excel import read_workbook
        from opsreport.readers.table_places import told_place
        from opsreport.readers.tables import read_tables

        found.tell_in_tables(told_place)
        grids = read_workbook(source, found)
        return None if grids is None else read_tables(path, grids, found)
    from opsreport.readers.yaml import read_yaml

    return read_yaml(source, found)


def bundle_of(path: str, sources: Sequence[Source], found: Diagnostics) -> Bundle | None:
    """The bundle at a path made of its files as they are given, not as they lie there; no workbook."""
    if sources[0].name.lower().endswith(files.TABLE_SUFFIXES):
        from opsreport.readers.table_kinds import METRICS

        lone = "" if files.is_folder(path) else METRICS.name
        node = _read_csv_tables(path, list(sources), [], found, lone=lone)
    else:
        from opsreport.readers.yaml import read_yaml

        node = read_yaml(sources[0], found)
    return decode_bundle(node, found) if node is not None else None


def _read_lone_table(source: Source, sources: list[Source], found: Diagnostics) -> Node | None:
    """A table of metrics by itself, whatever its name; its header is in the table `report` beside it."""
    from opsreport.readers.table_kinds import METRICS, table_named

    stem = os.path.splitext(os.path.basename(source.name))[0]
    table = table_named(stem)
    if table not in (None, METRICS):
        sources.append(source)
        folder = os.path.dirname(source.name) or "."
        found.add("lone-table", Span(source.name), name=stem, folder=folder)
        return None
    report = files.report_beside(source.name, found)
    tables = [source] if report is None else [source, report]
    return _read_csv_tables(source.name, tables, sources, found, lone=METRICS.name)


def _read_csv_tables(
    path: str, tables: list[Source], sources: list[Source], found: Diagnostics, *, lone: str = ""
) -> Node | None:
    from opsreport.readers.csv import read_csv
    from opsreport.readers.table_places import told_place
    from opsreport.readers.tables import read_tables

    found.tell_in_tables(told_place)
    sources += tables
    foreign: list[str] = []
    grids = [read_csv(source, found, foreign) for source in tables]
    if foreign:
        key = "several" if len(foreign) > 1 else ""
        found.add("foreign-encoding", Span(foreign[0]), help_key=key, count=len(foreign))
    if lone and grids[0] is not None:
        grids[0] = replace(grids[0], name=lone)
    readable = [grid for grid in grids if grid is not None]
    return read_tables(path, readable, found) if len(readable) == len(grids) else None


def read_style(
    asked: str | None,
    bundle: Bundle,
    sources: list[Source],
    found: Diagnostics,
    *,
    unknown: Severity | None = None,
) -> Style | None:
    """The style asked for, or else the one the bundle names; a path in a bundle is relative to it.

    A built-in style is asked for by its name or by its title: memo, 备忘录.
    `unknown` is how bad it is that there is no such style, where that is not an error.
    """
    written = bundle.report.style
    name, span = (asked, NOWHERE) if asked else (written.text, written.span) if written else ("", NOWHERE)
    builtin = files.read_packaged_styles(found)
    if not builtin:
        return None
    if known := _builtin_name(name, builtin):
        name, own = known, builtin[known]
    else:
        folder = name if asked else os.path.normpath(os.path.join(os.path.dirname(span.file), name))
        read = files.read_style_folder(folder, found) if name else {}
        if read is None:
            return None
        own = read
    if not own and not name and lacks_report(bundle):
        report_missing_report(bundle, ("style", *MOSTLY_REQUIRED), found)
        return None
    if not own:
        key = "folder" if name and files.is_folder(folder) else ""
        _report_unknown(name, span if name else Span(bundle.span.file), builtin, found, unknown, key)
        return None
    for folder_files in (own, *builtin.values()):
        sources += [one for one in folder_files.values() if one.name.endswith((".j2", ".yaml", ".css"))]
    style = assemble_style(name, own, builtin, found)
    if style is not None and lacks_report(bundle) and style.manifest.requires:
        report_missing_report(bundle, style.manifest.requires, found)
        return None
    if style is None or (REFERENCE in own and not is_usable_reference(own[REFERENCE], found)):
        return None
    return style


def read_named_style(asked: str, found: Diagnostics) -> Style | None:
    """The built-in style of this name or title, or the one in the folder at this path, for no bundle yet."""
    builtin = files.read_packaged_styles(found)
    if not builtin:
        return None
    known = _builtin_name(asked, builtin)
    own = builtin[known] if known else files.read_style_folder(asked, found)
    if own is None:
        return None
    if not own:
        key = "folder" if files.is_folder(asked) else ""
        _report_unknown(asked, NOWHERE, builtin, found, None, key)
        return None
    return assemble_style(known or asked, own, builtin, found)


def with_reference(style: Style, path: str, found: Diagnostics) -> Style | None:
    """The style with the look in Word that the document at this path has; nothing where that is unusable."""
    reference = files.read_source(path, found)
    if reference is None or not is_usable_reference(reference, found):
        return None
    return replace(style, reference=reference.content)


def with_skeleton(style: Style, path: str, found: Diagnostics) -> Style | None:
    """The style with the Word file at this path to put reports into; nothing where that is unusable."""
    from opsreport.writers.docx import UnusableFileError
    from opsreport.writers.docx.skeleton import read_skeleton
    from opsreport.writers.docx.stylesheet import read_stylesheet

    skeleton = files.read_source(path, found)
    if skeleton is None:
        return None
    try:
        read_stylesheet(skeleton.content)
        read_skeleton(skeleton.content)
    except UnusableFileError as fault:
        name = skeleton.name
        found.add("bad-skeleton", Span(name), help_key=fault.key, file=name, thing=fault.thing)
        return None
    return replace(style, skeleton=skeleton)


def lacks_report(bundle: Bundle) -> bool:
    """Whether a bundle is written as tables, and the one that says what the report is called is not there."""
    # Where a bundle is made of tables there is no line that it begins on.
    return not bundle.span.line and bundle.report.span.at("") == bundle.span.at("")


def report_missing_report(bundle: Bundle, needed: tuple[str, ...], found: Diagnostics) -> None:
    """Say that there is no table `report`, and what to put into it."""
    path = bundle.span.file
    is_workbook = path.lower().endswith(WORKBOOK_SUFFIXES)
    folder = path if files.is_folder(path) else os.path.dirname(path)
    labels = {key.name: key.labels[0] if key.labels else key.name for key in keys_of(Header)}
    found.add(
        "missing-report",
        Span(path),
        help_key="sheet" if is_workbook else "",
        file=os.path.join(folder, "report.csv"),
        words="、".join(labels[name] for name in needed if name in labels),
        names=", ".join(needed),
    )


def _builtin_name(asked: str, builtin: Mapping[str, Mapping[str, Source]]) -> str:
    """The name of the built-in style of this name or title; empty where there is none."""
    if asked in builtin and asked != SHARED:
        return asked
    titles = style_titles(builtin) if asked and not asked.isascii() else {}
    return next((name for name, title in titles.items() if title == asked), "")


def is_usable_reference(reference: Source, found: Diagnostics) -> bool:
    """Whether a reference document of the user's own can be used; what it lacks is named.

    What is missing from it has the built-in look.
    """
    from opsreport.writers.docx import UnusableFileError, missing_styles

    span = Span(reference.name)
    try:
        missing = missing_styles(reference.content)
    except UnusableFileError as fault:
        found.add("bad-reference", span, help_key=fault.key, file=reference.name, thing=fault.thing)
        return False
    if missing:
        styles = "、".join(missing[:_MOST_NAMED]) + "……" * (len(missing) > _MOST_NAMED)
        found.add("missing-styles", span, file=reference.name, count=len(missing), styles=styles)
    return True


def _report_unknown(
    name: str,
    span: Span,
    builtin: Mapping[str, Mapping[str, Source]],
    found: Diagnostics,
    severity: Severity | None,
    key: str,
) -> None:
    titles = style_titles(builtin)
    known = {said: f"{own}（{title}）" for own, title in titles.items() for said in (own, title)}
    # A few hanzi say as much as many letters: 专题报告 is near 生命周期专题.
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6 if name.isascii() else 0.4)
    key = key or ("near" if near else "" if name else "none-given")
    found.add(
        "unknown-style",
        span,
        severity=severity,
        help_key=key,
        name=name,
        known="、".join(dict.fromkeys(known.values())),
        near="".join(known[one] for one in near),
    )
