"""What is promised of a built program is read from the program, and what breaks the promise is named."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import built
import contents
import elf
import old_glibc
import PySide6
import pytest
from elf_files import elf_file
from lxml import etree

DIST = Path(__file__).resolve().parents[1] / "dist"
PROGRAMS = {path.parent.name: path for path in DIST.glob("*/duizhao") if path.is_dir()}
MODULE = "_internal/python3.11/lib-dynload/_x.so"  # which contents.toml has as a part of Python


@pytest.fixture
def program(tmp_path) -> Path:
    """Make a folder that looks like a program built for UOS 20."""
    folder = tmp_path / "glibc-2.28" / "duizhao"
    (folder / MODULE).parent.mkdir(parents=True)
    (folder / "duizhao").write_bytes(elf_file({"libc.so.6": ["GLIBC_2.17", "GLIBC_2.4"], "libxcb.so.1": []}))
    wanted = {"libc.so.6": ["GLIBC_2.28", "GLIBC_PRIVATE"], "libstdc++.so.6": ["GLIBCXX_3.4.21", "CXXABI_1.3.9"]}
    (folder / MODULE).write_bytes(elf_file({**wanted, "libcups.so.2": ["X_9.9"]}))
    return folder


def test_needs_are_read_from_the_file_itself(program):
    assert elf.read(program / "duizhao") == elf.Needs(
        ("libc.so.6", "libxcb.so.1"), (("libc.so.6", "GLIBC_2.17"), ("libc.so.6", "GLIBC_2.4"))
    )
    (program / "材料.txt").write_text("glibc \0GLIBC_2.99\0", "utf-8")
    assert elf.read(program / "材料.txt") is None
    assert elf.newest(program, "GLIBC") == (2, 28)  # not 2.99, which a text mentions
    assert elf.newest(program, "GLIBCXX") == (3, 4, 21)
    assert elf.newest(program, "GCC") == (0,)
    assert elf.from_the_system(program) == {"libc.so.6", "libxcb.so.1", "libcups.so.2", "libstdc++.so.6"}


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("readelf"), reason="要有readelf作对照")
def test_needs_of_a_real_library_are_those_that_readelf_lists():
    listed = ["readelf", "-d", "-V", etree.__file__]
    seen = subprocess.run(listed, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout
    needs = elf.read(Path(etree.__file__))

    assert list(needs.libraries) == re.findall(r"\(NEEDED\).*\[(.+)\]", seen)
    assert sorted(version for _, version in needs.versions) == sorted(re.findall(r"Name: (\S+)  Flags", seen))


def test_every_built_file_is_accounted_for(tmp_path):
    internal = tmp_path / "duizhao" / "_internal"
    (internal / "PySide6").mkdir(parents=True)
    (internal / "PySide6" / "Qt6Core.dll").write_bytes(b"12345")
    (tmp_path / "duizhao" / "duizhao.exe").write_bytes(b"123")

    assert contents.owners(tmp_path / "duizhao") == {
        "_internal/PySide6/Qt6Core.dll": "Qt",
        "duizhao.exe": "对照检查写作助手",
    }
    assert contents.unpacked(tmp_path / "duizhao") == 8
    (internal / "surprise.dll").write_bytes(b"")
    with pytest.raises(contents.Unaccounted, match=r"surprise\.dll"):
        contents.owners(tmp_path / "duizhao")


def test_a_file_that_asks_for_too_new_a_system_is_named(program, capsys):
    assert [*built.of_program(program), *built.over_promise(program, old_glibc.PC)] == []
    assert built.check(program.parent.parent) == 0
    (program / MODULE).write_bytes(
        elf_file({"libc.so.6": ["GLIBC_2.9", "GLIBC_2.29"], "libstdc++.so.6": ["GLIBCXX_3.4.26", "CXXABI_1.3.11"]})
    )

    assert [*built.over_promise(program, old_glibc.PC)] == [
        f"{MODULE} 要 GLIBC_2.29，说好的是 2.28",
        f"{MODULE} 要 GLIBCXX_3.4.26，说好的是 3.4.25",
    ]
    assert [*built.over_promise(program, old_glibc.ARM)] == []
    assert [*built.over_promise(program, None)] == []  # built for this system alone
    assert built.check(program.parent.parent) == 2
    assert "GLIBC 2.29" in capsys.readouterr().out


def test_strange_files_libraries_and_weight_are_named(program, monkeypatch):
    (program / "_internal" / "_ssl.pyd").write_bytes(b"")
    (program / "duizhao").write_bytes(elf_file({"libgtk-3.so.0": []}))
    monkeypatch.setattr(built, "LARGEST_UNPACKED", 100)
    told = [*built.of_program(program)]
    assert len(told) == 2
    assert "_ssl.pyd" in told[0]
    assert "超过" in told[1]
    (program / "_internal" / "_ssl.pyd").unlink()
    assert "libgtk-3.so.0" in next(built.of_program(program))


def test_what_is_sent_is_unpacked_and_looked_at(tmp_path, monkeypatch, capsys):
    assert built.check(tmp_path) == 1  # nothing is no success
    setup = tmp_path / "duizhao-1-setup.exe"
    setup.write_bytes(b"MZ" * 10)
    zipped = tmp_path / "duizhao-1-portable.zip"
    with zipfile.ZipFile(zipped, "w") as made:
        made.writestr("duizhao-1/duizhao.exe", b"MZ")
        made.writestr("duizhao-1/portable.txt", b"")
    (tmp_path / "SHA256.txt").write_text(f"{'0' * 64}  {setup.name}\n{'0' * 64}  gone.deb\n", "utf-8")
    assert built.check(tmp_path) == 2
    with zipfile.ZipFile(zipped, "w") as made:
        made.writestr("duizhao-1/_internal/_ssl.pyd", b"")
    monkeypatch.setattr(built, "LARGEST_PACKAGE", 10)
    assert built.check(tmp_path) == 5
    shown = capsys.readouterr().out
    for told in ("校验值不符", "没有 gone.deb", "没有 portable.txt", "_ssl.pyd", "安装包超过"):
        assert told in shown


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="没有dpkg-deb")
def test_a_package_says_what_the_program_in_it_needs(program, tmp_path):
    tree = tmp_path / "tree"
    shutil.copytree(program, tree / "opt" / "duizhao")
    (tree / "DEBIAN").mkdir()
    package = tmp_path / "out" / "duizhao_1_amd64.deb"
    package.parent.mkdir()

    def faults(depends: str) -> list[str]:
        control = (
            f"Package: duizhao\nVersion: 1\nArchitecture: amd64\nMaintainer: x\nDepends: {depends}\nDescription: x\n"
        )
        (tree / "DEBIAN" / "control").write_text(control, "utf-8")
        subprocess.run(["dpkg-deb", "-b", tree, package], check=True, capture_output=True)
        return [*built._of_deb(package)]

    assert faults("libc6 (>= 2.28), libstdc++6, libxcb1") == []
    assert faults("libc6 (>= 2.27), libxcb1") == [
        "程序要 glibc 2.28，安装包的依赖里没有这样写",
        "安装包的依赖里缺 libstdc++6",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="这里读的是Linux的库")
def test_qt_asks_for_no_more_than_its_wheel_promises():
    """What is always there to be read: the files of pip's tag manylinux_2_34_x86_64 may ask for glibc 2.34."""
    tags = metadata.distribution("PySide6_Essentials").read_text("WHEEL") or ""
    promised = [(2, int(minor)) for minor in re.findall(r"manylinux_2_(\d+)_", tags)]
    if not promised:
        pytest.skip("这里的Qt不是PyPI上的那一种")
    newest = elf.newest(Path(PySide6.__file__).parent / "Qt" / "lib", "GLIBC")

    assert (2, 4) < newest <= max(promised)


@pytest.mark.skipif(not PROGRAMS, reason="dist里没有打好的程序")
@pytest.mark.parametrize("name", PROGRAMS)
def test_the_programs_in_dist_are_as_promised(name):
    aim = next((aim for aim in (old_glibc.PC, old_glibc.ARM) if aim.name == name), None)

    assert [*built.of_program(PROGRAMS[name]), *built.over_promise(PROGRAMS[name], aim)] == []
