"""Compile beforehand what Python would compile at each start, for the window and the commands to start sooner (see assistant/kept_code.py).

Run by dev.py after the sources have changed, and by the PyInstaller specification.
"""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import suppress
from pathlib import Path

import assistant
from assistant import kept_code

kept_code.noted = {}  # from here on, before any module of the program is imported


def compile_all(path: Path = kept_code.KEPT) -> Path:
    """Write the file anew, and give where it lies."""
    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # the libraries of the screen, which dev.py installs only then, may be missing
                importlib.import_module(module.name)
    patterns, registry, material = map(
        importlib.import_module, ("assistant.patterns", "assistant.rules.registry", "assistant.review.material")
    )
    for rule in registry.RULES:  # some are made of the shipped lists when a text first needs them
        for example in rule.examples:
            material.analyse(example.text, rules=[rule])
    importlib.import_module("assistant.files.layouts").every()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(kept_code.written(patterns.compiled_all()))
    return path


if __name__ == "__main__":
    compile_all()
