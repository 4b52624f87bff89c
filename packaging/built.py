"""Hold what was built to what is promised of it: `dev.py package --check FOLDER`.

Nothing is taken from what was said while it was built: a .deb and a zip are unpacked, since that is what people install, every
file of them is accounted for and weighed, and what each library asks of the system is read from the library.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import contents
import elf
import old_glibc
from windows_setup import PORTABLE

LARGEST_UNPACKED, LARGEST_PACKAGE = 120_000_000, 40_000_000  # a folder on the disk; what is sent and downloaded
_AIMS = {"amd64": old_glibc.PC, "arm64": old_glibc.ARM}


def check(folder: Path) -> int:
    """Look at all that was built into a folder, say what was measured and what is wrong; the number of what is wrong."""
    wrong = 0
    looked_at = 0
    for told, faults in _all(folder):
        looked_at += 1
        print(f"{told}：{'；'.join(faults) or '符合'}", flush=True)
        wrong += len(faults)
    if not looked_at:
        print(f"{folder} 里没有打好的程序或安装包。")
        wrong = 1
    return wrong


def _all(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what each thing is and weighs, and what is wrong with it."""
    aims = {aim.name: aim for aim in _AIMS.values()}
    for program in sorted(path for path in folder.glob("*/duizhao") if path.is_dir()):
        name = f"{program.parent.name}（{measured(program)}）"
        yield name, [*of_program(program), *over_promise(program, aims.get(program.parent.name))]
    for package in sorted(folder.glob("*.deb")):
        yield weighed(package), [*too_large(package), *_of_deb(package)]
    for package in sorted(folder.glob("*-setup.exe")):
        yield weighed(package), [*too_large(package)]
    for package in sorted(folder.glob("*-portable.zip")):
        yield weighed(package), [*_of_zip(package)]
    for sums in sorted(folder.glob("SHA256.txt")):
        yield sums.name, [*_of_sums(sums)]


def of_program(program: Path) -> Iterator[str]:
    """Yield what is wrong with a program's folder whatever it was built for: strange files, too much of them."""
    try:
        contents.owners(program)
        contents.packages_for(elf.from_the_system(program))
    except contents.Unaccounted as error:
        yield str(error)
    if contents.unpacked(program) > LARGEST_UNPACKED:
        yield f"程序文件夹超过 {LARGEST_UNPACKED / 1e6:.0f} MB"


def over_promise(program: Path, aim: old_glibc.Aim | None) -> Iterator[str]:
    """Yield each file that asks for a newer library than the systems have which the program is for, and what it asks for."""
    for prefix, promised in (aim.symbols if aim else {}).items():
        for path, needs in elf.of_folder(program).items():
            if newer := [each for each in elf.versions(needs, prefix) if each > promised]:
                told = f"{prefix}_{_dotted(max(newer))}"
                yield f"{path.relative_to(program)} 要 {told}，说好的是 {_dotted(promised)}"


def too_large(package: Path) -> Iterator[str]:
    """Yield what is wrong with the size of what people install; the zip needs no installing and may be larger."""
    if package.suffix in {".exe", ".deb"} and package.stat().st_size > LARGEST_PACKAGE:
        yield f"安装包超过 {LARGEST_PACKAGE / 1e6:.0f} MB"


def _of_deb(package: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(["dpkg-deb", "-x", str(package), name], check=True)
        program = Path(name) / "opt" / "duizhao"
        yield from of_program(program)
        yield from over_promise(program, _AIMS.get(_field(package, "Architecture")))
        asked, needed = _field(package, "Depends"), elf.newest(program, "GLIBC")
        if f"libc6 (>= {_dotted(needed)})" not in asked.split(", "):
            yield f"程序要 glibc {_dotted(needed)}，安装包的依赖里没有这样写"
        required, _ = contents.packages_for(elf.from_the_system(program))
        if missing := [each for each in required if each != "libc6" and each not in asked.split(", ")]:
            yield f"安装包的依赖里缺 {'、'.join(missing)}"


def _of_zip(package: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(package) as held:
        held.extractall(name)
        (program,) = Path(name).iterdir()  # everything lies in one folder, so that unpacking it scatters nothing
        mark = program / PORTABLE.name
        if not mark.is_file():
            yield f"没有 {PORTABLE.name}，程序会写到用户文件夹里"
        mark.unlink(missing_ok=True)
        yield from of_program(program)


def _of_sums(sums: Path) -> Iterator[str]:
    for line in sums.read_text("utf-8").splitlines():
        said, _, name = line.partition("  ")
        path = sums.parent / name
        if not path.is_file():
            yield f"没有 {name}"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != said:
            yield f"{name} 的校验值不符"


def _field(package: Path, name: str) -> str:
    asked = ["dpkg-deb", "-f", str(package), name]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def weighed(package: Path) -> str:
    """Name a package and its size."""
    return f"{package.name}（{package.stat().st_size / 1e6:.1f} MB）"


def measured(program: Path) -> str:
    """Tell how large a program's folder is and the newest that anything in it asks for."""
    newest = {prefix: elf.newest(program, prefix) for prefix in ("GLIBC", "GLIBCXX", "CXXABI")}
    told = "".join(f"，{prefix} {_dotted(each)}" for prefix, each in newest.items() if each > (0,))
    count = sum(path.is_file() for path in program.rglob("*"))
    return f"{count}个文件，{contents.unpacked(program) / 1e6:.1f} MB{told}"


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
