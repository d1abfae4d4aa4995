"""What makes the first PDF of a process quick: WeasyPrint takes longer to import than to set a short report.

None of these changes a page. Each shapes the import only and undoes itself afterwards; where WeasyPrint or
cffi is not the one known here, it leaves them their own slow way.
"""

import ctypes.util
import gc
import hashlib
import importlib
import importlib.resources
import re
import sys
import types
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple

import cffi

# WeasyPrint needs these for variable, emoji and web fonts and for machines without HarfBuzz-Subset.
FONTTOOLS = (
    "fontTools",
    "fontTools.subset",
    "fontTools.ttLib",
    "fontTools.ttLib.ttFont",
    "fontTools.ttLib.woff2",
    "fontTools.varLib",
    "fontTools.varLib.instancer",
)

# Forms, writing directions and the attributes of old HTML: reports have none of them.
UNUSED_SHEETS = ("html5_ph.css", "html5_ua_form.css")
UNUSED_RULES = re.compile(
    r"^(\[dir|dd\[dir|:is\(dir, menu, ol, ul\)\[dir|(:is\()?(button|fieldset|input|select|textarea)\b).*\}\n",
    re.MULTILINE,
)


@contextmanager
def quick_import() -> Iterator[None]:
    """Import WeasyPrint in here, and it takes a quarter of its time."""
    with ExitStack() as pulled:
        for lever in LEVERS:
            pulled.enter_context(lever())
        yield


@contextmanager
def _replaced(module: Any, name: str, stand_in: Any) -> Iterator[None]:
    """Put something of a module aside for a while."""
    original = getattr(module, name)
    setattr(module, name, stand_in)
    try:
        yield
    finally:
        setattr(module, name, original)


@contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the garbage collector from going through objects that all live until the end.

    It would do so some dozen times while a document is laid out. Between documents it works as ever, so a
    batch does not grow.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def libraries_by_full_name() -> Iterator[None]:
    """Let Linux's loader find Pango by itself.

    WeasyPrint tries several names for each library, the one that Linux knows (libpango-1.0.so.0) late; for
    each name before it ctypes runs ldconfig, gcc and ld, some fifty processes in all.
    """
    if sys.platform != "linux":
        yield
        return
    with _replaced(ctypes.util, "find_library", lambda name: None):
        yield


@contextmanager
def fonttools_on_demand() -> Iterator[None]:
    """Put off fontTools, which the shipped fonts never need, until something of it is called."""
    if "fontTools" in sys.modules:
        yield
        return
    sys.modules.update((name, _Postponed(name)) for name in FONTTOOLS)
    try:
        yield
    finally:
        for name in FONTTOOLS:
            sys.modules.pop(name, None)


class _Postponed(types.ModuleType):
    """A module whose parts are looked up when they are first used."""

    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith("Error"):
            return type(name, (Exception,), {})
        return _Part(self.__name__, name)


class _Part:
    """Something of a postponed module."""

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self._real()(*args, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> Any:
        module, name = self._place
        found = importlib.import_module(module)
        return getattr(found, name) if hasattr(found, name) else importlib.import_module(f"{module}.{name}")


@contextmanager
def sheets_in_use() -> Iterator[None]:
    """Spare WeasyPrint the rules of its own style sheets for what no report contains."""
    files = importlib.resources.files

    def pruned(anchor: Any = None) -> Any:
        folder = files(anchor)
        return _Sheets(folder) if getattr(anchor, "__name__", "") == "weasyprint.css" else folder

    with _replaced(importlib.resources, "files", pruned):
        yield


class _Sheets:
    """A folder of style sheets without the unused rules."""

    def __init__(self, folder: Any) -> None:
        self._folder = folder

    def __truediv__(self, name: str) -> Any:
        text = "" if name in UNUSED_SHEETS else (self._folder / name).read_text("utf-8")
        return _Sheet(UNUSED_RULES.sub("", text))


class _Sheet(NamedTuple):
    """One such sheet."""

    text: str

    def read_text(self, encoding: str) -> str:
        """The sheet's text."""
        return self.text


@contextmanager
def declarations_ready() -> Iterator[None]:
    """Hand cffi the C declarations of Pango and its companions parsed beforehand.

    They were parsed by scripts/build_declarations.py; where WeasyPrint declares other things, cffi parses
    them. An interface of this kind cannot search for libraries, which only Linux can do without.
    """
    if sys.platform != "linux":
        yield
        return
    with _replaced(cffi, "FFI", _Declared):
        yield


class _Declared:
    """A cffi interface that turns into the prepared one if told the declarations that one is for."""

    def cdef(self, source: str, **options: Any) -> None:
        """Take the declarations."""
        interface = prepared_interface(source)
        if interface is None:
            interface = cffi.api.FFI()
            interface.cdef(source, **options)
        # Copied, since WeasyPrint reaches for them some thousand times a page.
        vars(self).update({name: getattr(interface, name) for name in dir(interface) if name[0] != "_"})


def prepared_interface(source: str) -> Any:
    """The interface parsed beforehand, if it was parsed from these declarations."""
    from opsreport.writers.pdf import declarations

    if hashlib.sha256(source.encode()).hexdigest() != declarations.SOURCE:
        return None
    return declarations.ffi


LEVERS = (collector_resting, libraries_by_full_name, fonttools_on_demand, sheets_in_use, declarations_ready)
