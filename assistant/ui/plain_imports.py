"""Loads Qt without what this program never uses of its binding: to be imported before anything else of Qt.

Qt for Python looks at each module that is imported after it: it reads the whole source for the name PySide6 (and Python
keeps the lines in memory), in case the module wants its snake_case names. Nothing here does. Without the hook the start
is some 30 ms shorter and takes 6 MB less.

Its enumerations are made in less time too (quick_enums).

It also compiles, at each start, 100 kB of its own source that only tells in words what arguments a function takes, and
writes its type stubs. That is put off until somebody asks, which is when a function was called wrongly: another 30 ms.
"""

from __future__ import annotations

import builtins
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from assistant.ui import quick_enums  # noqa: F401  # before all enumerations of Qt

_PUT_OFF = {
    "shibokensupport.signature": ("mapping", "errorhandler", "layout", "parser"),
    "shibokensupport.signature.lib": ("enum_sig", "pyi_generator", "tool"),
}
_plain = builtins.__import__
IS_FIRST = "PySide6" not in sys.modules  # else all this comes too late


class _Later(ModuleType):
    """Is loaded by the first look for something in it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # whoever merely lists modules wants nothing of it
        _load(self)
        return getattr(self, name)


def _load(module: _Later) -> None:
    found: ModuleSpec = module.__dict__.pop("_found")
    known, module.__spec__ = module.__spec__, found  # it has got another name since, by which it is found no more
    module.__class__ = ModuleType  # type: ignore[assignment]  # from here on a module like others
    found.loader.exec_module(module)  # type: ignore[union-attr]
    module.__spec__ = known


def _update_mapping(module: ModuleType) -> None:
    if isinstance(module, _Later):
        _load(module)
    module.update_mapping()


def _import(
    name: str,
    globals: Mapping[str, object] | None = None,
    locals: Mapping[str, object] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    """Import as ever, but of the modules that are put off give what loads them later."""
    for each in fromlist or ():
        if each in _PUT_OFF.get(name, ()) and f"{name}.{each}" not in sys.modules:
            _put_off(name, each)
    return _plain(name, globals, locals, fromlist or (), level)


def _put_off(package: str, name: str) -> None:
    spec = importlib.util.find_spec(f"{package}.{name}")
    if spec is None or spec.loader is None:
        return  # another version of Qt for Python, which then loads what it loads
    module = importlib.util.module_from_spec(spec)
    module.__dict__["_found"] = importlib.util.spec_from_loader(spec.name, spec.loader, origin=spec.origin)
    module.__class__ = _Later
    if name == "mapping":  # compiled code looks for this one thing, and not as Python does
        module.__dict__["update_mapping"] = partial(_update_mapping, module)
    sys.modules[spec.name] = module
    setattr(sys.modules[package], name, module)


builtins.__import__ = _import
try:
    import PySide6.QtCore  # noqa: F401  # this sets the hook
finally:
    builtins.__import__ = _plain
