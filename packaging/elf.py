"""What a program or library for Linux asks of the system: other libraries, and versions of their symbols.

Read from the file itself (System V ABI, chapter 5: dynamic section, and the symbol version needs of the GNU tools), so that no
tool has to be there and a text that merely mentions a version is not taken for a need.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOAD, _DYNAMIC = 1, 2  # kinds of program headers
_NEEDED, _STRINGS, _VERSIONS, _VERSION_COUNT = 1, 5, 0x6FFFFFFE, 0x6FFFFFFF  # kinds of dynamic entries


class Needs(NamedTuple):
    """What one file asks for."""

    libraries: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]  # (library, version of its symbols)


def read(path: Path) -> Needs | None:
    """Read a file's needs; None if it is no 64-bit little-endian ELF file, static programs and scripts included."""
    data = path.read_bytes()
    if data[:6] != b"\x7fELF\x02\x01":
        return None
    place, size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
    headers = [struct.unpack_from("<IIQQQQ", data, place + each * size) for each in range(count)]
    loaded = [(address, offset, length) for kind, _, offset, address, _, length in headers if kind == LOAD]
    dynamic = next(((offset, length) for kind, _, offset, _, _, length in headers if kind == _DYNAMIC), None)
    if dynamic is None:
        return None

    def where(address: int) -> int:
        return next(
            int(offset + address - start) for start, offset, length in loaded if start <= address < start + length
        )

    entries = list(struct.iter_unpack("<qQ", data[dynamic[0] : dynamic[0] + dynamic[1] // 16 * 16]))
    first: dict[int, int] = dict(reversed(entries))
    strings = where(first[_STRINGS])

    def text(offset: int) -> str:
        return data[strings + offset : data.index(b"\0", strings + offset)].decode("ascii")

    libraries = tuple(text(value) for kind, value in entries if kind == _NEEDED)
    if _VERSIONS not in first:
        return Needs(libraries, ())
    versions = _versions(data, where(first[_VERSIONS]), first[_VERSION_COUNT])
    return Needs(libraries, tuple((text(library), text(version)) for library, version in versions))


def _versions(data: bytes, place: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield where the names of the libraries and versions stand."""
    for _ in range(count):
        _, held, library, version, onward = struct.unpack_from("<HHIII", data, place)
        at = place + version
        for _ in range(held):
            name, onward_here = struct.unpack_from("<II", data, at + 8)
            yield library, name
            at += onward_here
        place += onward


def of_folder(program: Path) -> dict[Path, Needs]:
    """Read all programs and libraries of a folder."""
    found = ((path, read(path)) for path in sorted(program.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path: needs for path, needs in found if needs}


def versions(needs: Needs, prefix: str) -> list[tuple[int, ...]]:
    """List the versions with this prefix, such as GLIBC or GLIBCXX, that one file asks for."""
    found = (re.fullmatch(rf"{prefix}_(\d+(?:\.\d+)*)", version) for _, version in needs.versions)
    return [tuple(map(int, each[1].split("."))) for each in found if each]


def newest(program: Path, prefix: str) -> tuple[int, ...]:
    """Give the newest version with this prefix that anything in a folder asks for; (0,) for none."""
    return max((each for needs in of_folder(program).values() for each in versions(needs, prefix)), default=(0,))


def from_the_system(program: Path) -> set[str]:
    """List the libraries that files of a folder ask for and that it does not hold itself."""
    own = {path.name for path in program.rglob("*")}
    return {library for needs in of_folder(program).values() for library in needs.libraries} - own
