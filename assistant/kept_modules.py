"""Takes the program's own modules out of the one file that holds what was compiled beforehand (see kept_code).

The window loads 450 of them. Python looks for each in its folder, opens a file for it and reads that, and where a
scanner for viruses looks at every file that is opened, it looks at all of these. A module whose source has changed since is left
to Python, as are all where the file is missing. To be imported before the other modules; the built program has its
modules in one file already, and finds nothing here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from assistant import kept_code

_FOLDER = f"{kept_code.ROOT}{os.sep}"
_TAG = sys.implementation.cache_tag


class _Loader(SourceFileLoader):
    """Loads a module as Python does, but for where its code lies."""

    def __init__(self, name: str, path: str, place: Sequence[object]) -> None:
        super().__init__(name, path)
        self._place = place

    def get_code(self, fullname: str) -> CodeType | None:
        code = kept_code.all_kept().once(*self._place)
        return code if isinstance(code, CodeType) else super().get_code(fullname)


class _Finder:
    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell how a module is loaded; None where it is not kept, or is no longer what it was."""
        try:
            inside, time, size, *place = kept_code.all_kept().modules[name]
            file = os.stat(path := _FOLDER + inside)  # noqa: PTH116  # 450 times
        except (KeyError, TypeError, ValueError, OSError):
            return None
        if (file.st_mtime_ns, file.st_size) != (time, size):
            return None
        folder, _, last = path.rpartition(os.sep)
        is_package = last == "__init__.py"
        spec = ModuleSpec(name, _Loader(name, path, place), origin=path, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [folder]
        spec.has_location = True
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{last.removesuffix('.py')}.{_TAG}.pyc"
        return spec


sys.meta_path.insert(0, _Finder)
