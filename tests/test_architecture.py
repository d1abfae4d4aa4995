"""The house's own rule: a room imports only from rooms below it, and each outside library has one door."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "opsreport"

ROOMS = [
    *("diagnostics", "figures", "document"),
    *("bundle", "readers"),
    *("claims", "checks", "report", "repairs"),
    "user_cache",
    *("styles", "charts", "writers", "starters"),
    *("files", "inputs", "build", "fix"),
    *("cli", "__main__"),
]
"""Every room from the ground up: a module may import from its own room and from those before it."""

DOORS = {
    "yaml": {"readers/yaml.py", "readers/scalar_text.py", "readers/yaml_faults.py", "readers/folding.py"},
    "csv": {"readers/csv.py", "starters/csv_folder.py"},
    "jinja2": {
        f"styles/{name}.py" for name in ("compiled", "environment", "inheritance", "limits", "unknown")
    },
    "markupsafe": {"styles/environment.py"},
    "weasyprint": {
        f"writers/pdf/{name}.py" for name in ("engine", "levers", "line_adjustment", "quick_layout")
    },
    "openpyxl": set(),
    "typer": {"cli"},
    "rich": {"cli"},
}
"""The only places that may import an outside library."""

HEAVY = ("weasyprint", "jinja2", "yaml", "lxml", "pandas", "docx", "fontTools")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_from_below(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in ROOMS, f"{own} has no floor yet"
    above = [
        name for name in imported(path) if (room := room_of(name)) and ROOMS.index(room) > ROOMS.index(own)
    ]
    assert not above


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_one_door(path: Path) -> None:
    here = path.relative_to(PACKAGE).as_posix()
    for name in imported(path):
        doors = DOORS.get(name.split(".")[0])
        if doors is not None:
            assert here in doors or here.split("/")[0] in doors, f"{here} imports {name}"


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_help_loads_no_heavy_library() -> None:
    run = "from opsreport.cli import main\nsys.argv = ['opsreport', '--help']\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert not loaded_by(run) & set(HEAVY)


def test_checking_loads_no_writer() -> None:
    bundle = PACKAGE.parent.parent / "examples" / "q3.yaml"
    run = f"from opsreport.build import check\nfrom opsreport.diagnostics import Diagnostics\ncheck({str(bundle)!r}, 'memo', Diagnostics())"
    assert not loaded_by(run) & {"weasyprint", "pandas", "docx", "lxml"}


def test_a_word_memo_is_made_without_the_pdf_engine() -> None:
    bundle = PACKAGE.parent.parent / "examples" / "q3.yaml"
    run = (
        "from opsreport.build import BuildRequest, build\nfrom opsreport.diagnostics import Diagnostics\n"
        f"assert build(BuildRequest({str(bundle)!r}), Diagnostics()).outputs"
    )
    assert not loaded_by(run) & {"weasyprint", "pandas", "docx"}


def test_the_words_nobody_can_place_name_no_module() -> None:
    vague = {"utils", "helpers", "common", "core", "base", "manager", "handler", "processor", "data", "info"}
    assert not {path.stem for path in modules()} & vague
