"""Keeps what Python would compile anew at each start: regular expressions, the code of value classes, what data files hold.

`dev.py` and the build write it into one file beside the compiled modules (packaging/compile_beforehand.py). Where the
file is missing or another Python's, or a source has changed since, all is compiled as ever: the file can only be of no
use, never wrong. Of damaged code Python itself would die: so the head and each piece have a checksum, and what does not
agree with its own is not there. The file holds several megabytes, of which one start wants a part: so what is asked
for is read by itself, found by a digest of its source. What every text asks for lies together in one piece, which is
read in two thirds of the time that its 800 parts would take.

For each dataclass and NamedTuple the standard library writes some source and hands it to `exec` or `eval`, and it compiles
the annotation of each field: for the window 1,500 times, which takes 50 ms. All three functions are looked up in the
library's own modules first, where from here on they find the code that was made of the same source before. To be
imported before the first such class is made.
"""

from __future__ import annotations

import builtins
import collections
import dataclasses
import datetime
import marshal
import os
import sys
import typing
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from types import CodeType
from typing import Any, Literal, cast
from zlib import adler32  # in a third of the time that crc32 takes; no single byte changes unseen by it

try:
    from _blake2 import blake2b  # what hashlib gives too, and loads OpenSSL first
except ImportError:  # another Python's name for it
    from hashlib import blake2b

ROOT = Path(__file__).parent
KEPT = ROOT / "__pycache__" / f"beforehand.{sys.implementation.cache_tag}.bin"

Pattern = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
Module = tuple[str, int, int, bytes]  # its file in ROOT, when that was written, how long it is, and the code made of it
noted: dict[bytes, bytes] | None = None  # by its key what is to be kept, while that is being looked for
_LENGTH = 8  # bytes that tell how long the head is
_SUM = 4  # bytes of its checksum, which come next
_BEFORE_HEAD = _LENGTH + _SUM


class Kept:
    """The file, held open; one that is missing, another Python's or none at all holds nothing."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._file = -1
        self._begins = 0  # where the contents do, after the head
        self._places: dict[Any, Any] = {}
        self._shared: Any = None  # where the piece lies that holds many things
        self.modules: dict[Any, Any] = {}
        self.mark = 0  # another one for any other program; none where the file is missing
        with suppress(OSError):
            self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            before = self._bytes(0, _BEFORE_HEAD)
            length = int.from_bytes(before[:_LENGTH], "little")
            self.mark = int.from_bytes(before[_LENGTH:], "little")
            if length < os.fstat(self._file).st_size:
                self._begins = _BEFORE_HEAD + length
                self._take(_loaded(self._bytes(_BEFORE_HEAD, length), self.mark))

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        if self._file >= 0:
            close(self._file)

    def _take(self, head: Any) -> None:
        if isinstance(head, tuple) and len(head) == 5 and head[0] == sys.version:
            root, self._shared, places, modules = head[1:]
            if isinstance(places, dict) and isinstance(modules, dict):
                self._places = places
                self.modules = modules if root == str(ROOT) else {}  # their code names the files it is of

    def _bytes(self, start: int, length: int) -> bytes:
        if sys.platform != "win32":
            return os.pread(self._file, length, start)
        with self._lock:
            os.lseek(self._file, start, os.SEEK_SET)
            return os.read(self._file, length)

    def at(self, *place: Any) -> Any:
        """Give what lies there; None where that is of no use, or no longer what was written.

        A place is where a piece begins, its length and its checksum; or which part it is of the one that is shared.
        """
        try:
            if len(place) == 1:
                return self._parts[place[0]]
            start, length, checksum = place
            return _loaded(self._bytes(self._begins + start, length), checksum)
        except (OSError, TypeError, ValueError, OverflowError, IndexError):
            return None

    def once(self, *place: Any) -> Any:
        """Give what lies there, and keep nothing of it: it is asked for once."""
        made = self.at(*place)
        if len(place) == 1 and made is not None:
            self._parts[place[0]] = None
        return made

    @cached_property
    def _parts(self) -> Any:
        """The parts of the piece that is shared."""
        return (self.at(*self._shared) if isinstance(self._shared, tuple) else None) or []

    def get(self, kind: str, source: str) -> Any:
        """Give what was made of a source; None where that was not kept, or is of no use."""
        place = self._places.get(_key(kind, source)) if self._places else None
        return self.at(*place) if isinstance(place, tuple) else None


@cache
def all_kept() -> Kept:
    """Open the file."""
    return Kept(KEPT)


def _key(kind: str, source: str) -> bytes:
    return digest(f"{kind} {source}".encode("utf-8", "surrogatepass"))


def digest(data: bytes) -> bytes:
    """Give 16 bytes by which anything is known again."""
    return blake2b(data, digest_size=16).digest()


def _loaded(data: bytes, checksum: Any) -> Any:
    if adler32(data) != checksum:
        return None
    try:
        return marshal.loads(data)  # noqa: S302  # as trusted as the compiled modules it lies beside
    except (ValueError, EOFError, TypeError, MemoryError):
        return None


def written(modules: Mapping[str, Module], together: Collection[str | bytes] = ()) -> bytes:
    """Give what the file is to hold: what was noted, and the code of these modules of the program.

    `together`: the names of modules, and the keys of what was noted, that lie in one piece.
    """
    contents, parts = bytearray(), list[Any]()

    def placed(each: bytes) -> tuple[int, int, int]:
        contents.extend(each)
        return len(contents) - len(each), len(each), adler32(each)

    def put(known_as: str | bytes, each: bytes) -> tuple[int, ...]:
        if known_as not in together:
            return placed(each)
        parts.append(marshal.loads(each))  # noqa: S302  # was made just now
        return (len(parts) - 1,)

    listed = {name: (*about, *put(name, code)) for name, (*about, code) in modules.items()}
    places = {key: put(key, each) for key, each in (noted or {}).items()}
    head = marshal.dumps((sys.version, str(ROOT), placed(marshal.dumps(parts)), places, listed))
    return len(head).to_bytes(_LENGTH, "little") + adler32(head).to_bytes(_SUM, "little") + head + contents


def _note(kind: str, source: str, made: Any) -> None:
    if noted is not None:
        noted[_key(kind, source)] = marshal.dumps(made)


def pattern(source: str, flags: int) -> Pattern | None:
    """Give what the compiler made of a regular expression, where that was kept."""
    made = all_kept().get(f"pattern {flags}", source)
    return cast("Pattern", made) if isinstance(made, tuple) and len(made) == 5 else None


def note_pattern(source: str, flags: int, made: Pattern) -> None:
    """Note what the compiler made of a regular expression, if that is to be kept now."""
    _note(f"pattern {flags}", source, made)


def table(source: str) -> dict[str, Any] | None:
    """Give what a TOML text says, where that was kept."""
    made = all_kept().get("table", source) if noted is None else None
    if isinstance(made, tuple) and len(made) == 2 and isinstance(made[0], dict):
        return cast("dict[str, Any]", _with_days(made[0]) if made[1] else made[0])
    return None


def note_table(source: str, table: dict[str, Any]) -> None:
    """Note what a TOML text says, if that is to be kept now; times of day cannot be."""
    with suppress(ValueError):
        plain = _without_days(table)
        _note("table", source, (plain, plain != table))


def _without_days(value: Any) -> Any:
    """Put bytes, which TOML has none of, in the place of dates, which cannot be kept as they are."""
    if isinstance(value, dict):
        return {name: _without_days(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_days(each) for each in value]
    return value.isoformat().encode() if type(value) is datetime.date else value


def _with_days(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_days(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_days(each) for each in value]
    return datetime.date.fromisoformat(value.decode()) if isinstance(value, bytes) else value


def _code(source: str, mode: Literal["exec", "eval"]) -> CodeType:
    code = all_kept().get(mode, source)
    if not isinstance(code, CodeType):
        code = compile(source, "<string>", mode, dont_inherit=True)
    _note(mode, source, code)
    return code


def _exec(source: str, names: dict[str, Any] | None = None, local: dict[str, Any] | None = None) -> None:
    builtins.exec(_code(source, "exec"), names, local)  # noqa: S102  # what the library would run itself


def _eval(source: str, names: dict[str, Any] | None = None, local: dict[str, Any] | None = None) -> Any:
    return builtins.eval(_code(source, "eval"), names, local)  # noqa: S307  # as above


@cache  # most annotations are some few words
def _compile(source: str, _file: str, _mode: str) -> CodeType:
    return _code(source, "eval")


def type_of(annotation: str, names: dict[str, Any]) -> Any:
    """Give the type that an annotation names, by the names of its module: `typing.get_type_hints` takes five times as long."""
    return builtins.eval(_compile(annotation, "", ""), names)  # noqa: S307  # as above


vars(dataclasses)["exec"] = _exec
vars(collections)["eval"] = _eval
vars(typing)["compile"] = _compile
