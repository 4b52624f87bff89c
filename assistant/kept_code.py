"""Keeps what Python would compile anew at each start: regular expressions, the code of value classes, what data files hold.

`dev.py` and the build write it into one file beside the compiled modules (packaging/compile_beforehand.py). Where the
file is missing or another Python's, or a source has changed since, all is compiled as ever: the file can only be of no
use, never wrong.

For each dataclass and NamedTuple the standard library writes some source and hands it to `exec` or `eval`, and it compiles
the annotation of each field: for the window 1,500 times, which takes 50 ms. All three functions are looked up in the
library's own modules first, where from here on they find the code that was made of the same source before. To be
imported before the first such class is made.
"""

from __future__ import annotations

import builtins
import collections
import dataclasses
import marshal
import sys
import typing
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, Literal, NamedTuple, cast

KEPT = Path(__file__).parent / "__pycache__" / f"beforehand.{sys.implementation.cache_tag}.bin"

Pattern = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
Source = tuple[str, Literal["exec", "eval"]]
noted: dict[Source, bytes] | None = None  # what is to be kept, while that is being looked for
_noted_tables: dict[str, bytes] = {}


class Kept(NamedTuple):
    """What was compiled by this very Python, to which alone it means something."""

    patterns: Mapping[tuple[str, int], Pattern]  # by what they are made of
    code: Mapping[Source, bytes]
    tables: bytes = b""  # TOML texts and what each says; taken apart when the first is wanted


@cache
def all_kept() -> Kept:
    """Read the file, or give nothing."""
    try:
        python, *made = marshal.loads(KEPT.read_bytes())  # noqa: S302  # as trusted as the compiled modules it lies beside
        return Kept(*made) if python == sys.version else Kept({}, {})
    except (OSError, ValueError, EOFError, TypeError):
        return Kept({}, {})


def written(patterns: Mapping[tuple[str, int], Pattern]) -> bytes:
    """Give what the file is to hold: these patterns, and what was noted."""
    return marshal.dumps((sys.version, dict(patterns), noted or {}, marshal.dumps(_noted_tables)))


def _read(data: bytes) -> Any:
    try:
        return marshal.loads(data)  # noqa: S302  # as above
    except (ValueError, EOFError, TypeError):
        return None


@cache
def _tables() -> dict[str, bytes]:
    return _read(all_kept().tables) or {}


def table(source: str) -> dict[str, Any] | None:
    """Give what a TOML text says, where that was kept; once, for nobody asks twice."""
    kept = _tables().pop(source, None) if noted is None else None
    return cast("dict[str, Any] | None", _read(kept)) if kept else None


def note_table(source: str, table: dict[str, Any]) -> None:
    """Note what a TOML text says, if that is to be kept now; dates cannot be."""
    if noted is not None:
        with suppress(ValueError):
            _noted_tables[source] = marshal.dumps(table)


def _code(source: str, mode: Literal["exec", "eval"]) -> CodeType:
    try:
        code = marshal.loads(all_kept().code[source, mode])  # noqa: S302  # as above
    except (KeyError, ValueError, EOFError, TypeError):
        code = compile(source, "<string>", mode, dont_inherit=True)
    if noted is not None:
        noted[source, mode] = marshal.dumps(code)
    return cast("CodeType", code)


def _exec(source: str, names: dict[str, Any] | None = None, local: dict[str, Any] | None = None) -> None:
    builtins.exec(_code(source, "exec"), names, local)  # noqa: S102  # what the library would run itself


def _eval(source: str, names: dict[str, Any] | None = None, local: dict[str, Any] | None = None) -> Any:
    return builtins.eval(_code(source, "eval"), names, local)  # noqa: S307  # as above


def _compile(source: str, _file: str, _mode: str) -> CodeType:
    return _code(source, "eval")


vars(dataclasses)["exec"] = _exec
vars(collections)["eval"] = _eval
vars(typing)["compile"] = _compile
