"""Compile beforehand what Python would compile at each start, for the window and the commands to start sooner (see assistant/kept_code.py).

Run by dev.py after the sources have changed, and by the PyInstaller specification.
"""

from __future__ import annotations

import importlib
import marshal
import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import assistant
from assistant import kept_code

kept_code.noted = {}  # from here on, before any module of the program is imported


def compile_all(path: Path = kept_code.KEPT, *, with_modules: bool = True) -> Path:
    """Write the file anew, and give where it lies.

    A program that is open reads on in the file that it has opened, so another takes its place; on Windows none can, and
    the old one stays.
    """
    together = _read_along()
    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # the libraries of the screen, which dev.py installs only then, may be missing
                importlib.import_module(module.name)
    _look_at_texts()
    importlib.import_module("assistant.patterns").compile_all()
    made = kept_code.written(dict(map(_module, kept_code.ROOT.rglob("*.py") if with_modules else ())), together)
    path.parent.mkdir(exist_ok=True)
    anew = path.with_suffix(f".{os.getpid()}")
    anew.write_bytes(made)
    with suppress(PermissionError):
        anew.replace(path)
    anew.unlink(missing_ok=True)
    return path


def _read_along() -> set[str | bytes]:
    """Load what the window loads to read a text; tell what that asks for, and neither its page nor its panels did before."""
    for name in ("assistant.ui.app", "assistant.ui.wiring"):
        with suppress(ImportError):
            importlib.import_module(name)
    before = _known()
    for name in ("assistant.review.material", "assistant.ui.panel_feed"):
        with suppress(ImportError):
            importlib.import_module(name)
    return _known() - before


def _known() -> set[str | bytes]:
    assert kept_code.noted is not None
    return {*kept_code.noted, *(name for name in sys.modules if name.startswith(f"{assistant.__name__}."))}


def _imported(*names: str) -> Iterator[ModuleType]:
    """Import what must not be before `noted` is set."""
    return map(importlib.import_module, names)


def _look_at_texts() -> None:
    """Ask for the shipped lists, which are read when a text first needs them, and some patterns are made of them."""
    registry, material, slips, shelf, samples = _imported(
        "assistant.rules.registry",
        "assistant.review.material",
        "assistant.language.slips",
        "assistant.files.shipped_shelf",
        "assistant.paths",
    )
    for rule in registry.RULES:
        for example in rule.examples:
            material.analyse(example.text, rules=[rule])
    text = next(samples.shipped("samples", "*.txt")).read_text("utf-8").strip()
    for identifier in shelf.files():
        for template in shelf.resolved(identifier):
            material.analyse(text, template)
    slips.shipped().find(text)
    importlib.import_module("assistant.files.layouts").every()


def _module(path: Path) -> tuple[str, kept_code.Module]:
    inside = path.relative_to(kept_code.ROOT)
    name = ".".join((assistant.__name__, *inside.with_suffix("").parts)).removesuffix(".__init__")
    state, code = path.stat(), SourceFileLoader(name, str(path)).get_code(name)
    return name, (str(inside), state.st_mtime_ns, state.st_size, marshal.dumps(code))


if __name__ == "__main__":
    compile_all()
