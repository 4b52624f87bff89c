"""What installs the program is well formed, agrees on names and suffixes, and takes the version from one place."""

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant import __version__
from assistant.files import draft

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
SUFFIXES = {draft.SUFFIX, ".duizhaoreq"}
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def loaded(path: Path):
    """Import a script that lies in no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mime_types() -> dict[str, str]:
    """Give the suffix of each type that the package declares."""
    tree = ElementTree.parse(PACKAGING / "debian" / "duizhao.xml")
    types: dict[str, str] = {}
    for kind in tree.getroot().iter(f"{MIME}mime-type"):
        pattern = kind.find(f"{MIME}glob").get("pattern")
        assert pattern.startswith("*.")
        assert re.search("[一-鿿]", kind.findtext(f"{MIME}comment"))
        types[kind.get("type")] = pattern.removeprefix("*")
    return types


@pytest.fixture
def program(tmp_path) -> Path:
    """Make a folder that looks like a built program, with modes as a careful umask leaves them."""
    folder = tmp_path / "dist" / "duizhao"
    (folder / "_internal").mkdir(parents=True, mode=0o700)
    (folder / "duizhao").write_bytes(b"\x7fELF\0GLIBC_2.17\0GLIBC_2.4\0")
    (folder / "duizhao").chmod(0o700)
    (folder / "_internal" / "libpart.so").write_bytes(b"\x7fELF\0GLIBC_2.28\0GLIBC_2.28\0")
    (folder / "_internal" / "材料.txt").write_text("glibc \0GLIBC_2.99\0", "utf-8")
    (folder / "_internal" / "材料.txt").chmod(0o600)
    return folder


@pytest.fixture
def package(program) -> Path:
    if not shutil.which("dpkg-deb"):
        pytest.skip("没有dpkg-deb，不能试做安装包")
    return loaded(PACKAGING / "build_deb.py").build(program, __version__)


def told(*command: object) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=environment).stdout


def test_the_control_data_say_what_was_packed(package):
    field = {name: told("dpkg-deb", "-f", package, name).strip() for name in ("Package", "Version", "Depends")}

    assert field["Package"] == "duizhao"
    assert field["Version"] == __version__
    assert "libc6 (>= 2.28)" in field["Depends"]  # the newest that a program or library asks for
    assert package.name == f"duizhao_{__version__}_{told('dpkg', '--print-architecture').strip()}.deb"


def test_the_package_holds_what_its_entries_name(package, tmp_path):
    told("dpkg-deb", "-R", package, tmp_path / "root")
    root = tmp_path / "root"
    link = root / "usr" / "bin" / "duizhao"

    assert link.resolve() == root / "opt" / "duizhao" / "duizhao"
    assert {path.name for path in (root / "DEBIAN").iterdir()} == {"control", "postinst"}  # a postrm leaves traces
    told("sh", "-n", root / "DEBIAN" / "postinst")
    assert (root / "opt/duizhao/_internal/材料.txt").is_file()
    for place in (
        "applications/duizhao.desktop",
        "mime/packages/duizhao.xml",
        "icons/hicolor/scalable/apps/duizhao.svg",
    ):
        assert (root / "usr" / "share" / place).is_file()


def test_the_package_belongs_to_root_and_all_may_read_it(package):
    lines = told("dpkg-deb", "-c", package).splitlines()

    assert {line.split()[1] for line in lines} == {"root/root"}
    assert {line.split()[0] for line in lines} == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx"}


def test_the_same_program_gives_the_same_package(program, package):
    first = package.read_bytes()
    os.utime(program / "_internal" / "libpart.so", (1, 1))
    os.utime(program / "_internal" / "libpart.so")

    assert loaded(PACKAGING / "build_deb.py").build(program, __version__).read_bytes() == first
    assert sorted(path.name for path in program.parent.iterdir()) == ["duizhao", package.name]


def test_the_desktop_entry_names_program_icon_and_types():
    entries = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entries.optionxform = str
    entries.read(PACKAGING / "debian" / "duizhao.desktop", "utf-8")
    entry = entries["Desktop Entry"]

    assert entry["Name"] == "对照检查写作助手"
    assert entry["Exec"] == "/usr/bin/duizhao %f"
    assert entry["Icon"] == "duizhao"
    assert ElementTree.parse(ROOT / "resources" / "icons" / "duizhao.svg").getroot().tag.endswith("svg")
    assert entry["MimeType"].endswith(";")
    assert set(entry["MimeType"].split(";")) - {""} == set(mime_types())


def test_linux_and_windows_know_the_same_suffixes():
    script = (PACKAGING / "duizhao.iss").read_bytes()
    assert script.startswith(b"\xef\xbb\xbf")  # without it the compiler takes the Chinese for the system's code page
    kinds = dict(re.findall(r'"Software\\Classes\\(\.\w+)"; ValueType: string; ValueData: "([\w.]+)"', script.decode()))

    assert set(mime_types().values()) == SUFFIXES
    assert set(kinds) == SUFFIXES
    for kind in kinds.values():
        assert rf'"Software\Classes\{kind}\shell\open\command"'.encode() in script


def test_the_version_is_written_in_one_place():
    for path in [ROOT / "pyproject.toml", ROOT / "dev.py", *PACKAGING.rglob("*")]:
        if path.is_file() and path.name != "constraints.txt" and path.suffix != ".pyc":
            assert f"ersion={__version__}" not in path.read_text("utf-8"), path
            assert not re.search(rf"(?im)^version\W+{re.escape(__version__)}", path.read_text("utf-8")), path


@pytest.mark.skipif(os.name == "nt", reason="仿制的编译器是个shell脚本")
def test_the_line_for_the_windows_installer_is_told(tmp_path, monkeypatch, capsys):
    dev = loaded(ROOT / "dev.py")
    monkeypatch.setenv("PATH", str(tmp_path))
    dev.tell_installer()
    assert capsys.readouterr().out == ""
    (tmp_path / "iscc").write_text("#!/bin/sh\n")
    (tmp_path / "iscc").chmod(0o755)
    dev.tell_installer()

    assert f"iscc /DVersion={__version__} {PACKAGING / 'duizhao.iss'}" in capsys.readouterr().out


def test_dev_py_speaks_chinese_into_a_western_pipe():
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, ROOT / "dev.py", "--help"], capture_output=True, check=True, env=environment)

    assert "安装、运行、测试" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["templates"], 0), (["check"], 2), (["check", "无此文件.txt"], 2)]
)
def test_a_windowed_program_without_streams_does_not_fall_over(arguments, code):
    script = f"import sys; sys.stdout = sys.stderr = None; sys.argv[1:] = {arguments!r}\n"
    script += "from assistant.__main__ import main; sys.exit(main())"

    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT).returncode == code


@pytest.mark.parametrize("streams", [True, False])
def test_a_window_that_cannot_open_says_so_or_lets_it_be_shown(streams):
    script = f"import sys; sys.modules['assistant.ui'] = None; sys.argv[1:] = []\nif not {streams}: sys.stderr = None\n"
    script += "from assistant.__main__ import main\ntry: code = main()\nexcept ImportError: code = 7\nsys.exit(code)"
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT, capture_output=True)

    assert done.returncode == (2 if streams else 7)
    assert ("打不开窗口" in done.stderr.decode()) == streams
