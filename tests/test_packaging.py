"""What installs the program is well formed, agrees on names and suffixes, and takes the version from one place."""

import ast
import base64
import configparser
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import build_deb
import contents
import icu_data
import install_page
import old_glibc
import PySide6
import pytest
import release
import version_resource
import wheels
import windows_bench
import windows_setup
import windows_trial
from elf_files import elf_file
from lxml import html as lxml_html

from assistant import __version__
from assistant.files import kinds, licences

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
SUFFIXES = {kinds.DRAFT_SUFFIX, kinds.TEMPLATE_SUFFIX, kinds.CRITICISM_SUFFIX}
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
    (folder / "duizhao").write_bytes(elf_file({"libc.so.6": ["GLIBC_2.17", "GLIBC_2.4"], "libxcb.so.1": []}))
    (folder / "duizhao").chmod(0o700)
    (folder / "_internal" / "libpart.so").write_bytes(
        elf_file({"libc.so.6": ["GLIBC_2.28", "GLIBC_PRIVATE"], "libcups.so.2": ["X_9.9"], "libpart.so": []})
    )
    (folder / "_internal" / "材料.txt").write_text("glibc \0GLIBC_2.99\0", "utf-8")
    (folder / "_internal" / "材料.txt").chmod(0o600)
    return folder


@pytest.fixture
def package(program) -> Path:
    if not shutil.which("dpkg-deb"):
        pytest.skip("没有dpkg-deb，不能试做安装包")
    return build_deb.build(program, __version__, program.parent)


def told(*command: object) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=environment).stdout


def test_the_control_data_say_what_was_packed(package):
    field = {
        name: told("dpkg-deb", "-f", package, name).strip() for name in ("Package", "Version", "Depends", "Recommends")
    }

    assert field["Package"] == "duizhao"
    assert field["Version"] == __version__
    assert "libc6 (>= 2.28)" in field["Depends"]  # the newest that a program or library asks for
    assert "libxcb1" in field["Depends"]
    assert "libcups2" in field["Recommends"]  # printing works without it, into a PDF
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

    assert build_deb.build(program, __version__, program.parent).read_bytes() == first
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
    script = (PACKAGING / "windows" / "duizhao.nsi").read_text("utf-8")
    kinds = re.findall(r'!insertmacro Associate "(\.\w+)" "([\w.]+)" "(.+)"', script)
    given_back = re.findall(r'!insertmacro Dissociate "(\.\w+)" "([\w.]+)"', script)

    assert set(mime_types().values()) == SUFFIXES
    assert {suffix for suffix, _, _ in kinds} == SUFFIXES
    assert {suffix: title for suffix, _, title in kinds} == windows_trial.ASSOCIATED
    assert given_back == [(suffix, kind) for suffix, kind, _ in kinds]
    assert all(re.search("[一-鿿]", title) for _, _, title in kinds)


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统上Qt不带ICU")
def test_icu_keeps_what_chinese_needs_and_loads(tmp_path):
    (whole,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    library = tmp_path / whole.name
    shutil.copy(whole, library)
    assert icu_data.slim(library)

    assert library.stat().st_size < whole.stat().st_size / 8
    release = whole.name.rpartition(".")[2]
    table = ctypes.string_at(
        ctypes.addressof(ctypes.c_char.in_dll(ctypes.CDLL(library), f"icudt{release}_dat")), 2_000_000
    )
    assert table[12:16] == b"CmnD"
    for name, kept in (
        ("coll/zh", True),
        ("coll/root", True),
        ("coll/ucadata.icu", True),
        ("de", False),
        ("coll/ja", False),
    ):
        assert (f"icudt{release}l/{name}".encode() + (b"" if "." in name else b".res") + b"\0" in table) == kept, name
    other = tmp_path / "libother.so"
    other.write_bytes(elf_file({"libc.so.6": []}))
    assert not icu_data.slim(other)  # laid out otherwise: left as it is


@pytest.mark.parametrize(
    "name",
    [
        *("libssl-3.dll", "libcrypto.so.3", "_ssl.pyd", "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so"),
        *("PySide6/Qt6Network.dll", "PySide6/QtNetwork.abi3.so", "PySide6/plugins/tls/qopensslbackend.dll"),
        *(
            "PySide6/opengl32sw.dll",
            "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
            "PySide6/translations/qtbase_de.qm",
        ),
        *("jieba/lac_small/word.dic", "docx/templates/default-docx-template/word/styles.xml", "lxml/objectify.so"),
    ],
)
def test_what_is_not_used_does_not_ship(name):
    assert not contents.is_wanted(name)


@pytest.mark.parametrize(
    "name", ["libkrb5.so.3", "libavahi-client.so.3", "libgnutls.so.30", "libgtk-3.so.0", "libcups.so.2"]
)
def test_a_library_of_the_build_machine_does_not_ship(name):
    assert contents.is_of_the_system(name, f"/usr/lib/x86_64-linux-gnu/{name}")
    with pytest.raises(contents.Unaccounted):
        contents.is_wanted(name)


def test_python_ships_even_if_it_is_the_systems():
    assert not contents.is_of_the_system("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert contents.is_wanted("libpython3.11.so.1.0")


def test_packages_are_named_for_what_is_asked_of_the_system():
    assert contents.packages_for(["libm.so.6", "libc.so.6", "libgcc_s.so.1", "libcups.so.2"]) == (
        ["libc6", "libgcc-s1 | libgcc1"],
        ["libcups2"],
    )
    with pytest.raises(contents.Unaccounted, match="libkrb5"):
        contents.packages_for(["libkrb5.so.3"])


def test_windows_is_told_which_program_it_is():
    assert version_resource.numbers() == (*map(int, re.findall(r"\d+", __version__)), 0)
    told = version_resource.texts("duizhao-cli")
    assert told["FileVersion"] == __version__
    assert told["OriginalFilename"] == "duizhao-cli.exe"
    assert told["FileDescription"] == "对照检查写作助手（命令行）"


def test_the_zip_holds_the_program_and_its_mark(tmp_path):
    program = tmp_path / "windows" / "duizhao"
    (program / "_internal").mkdir(parents=True)
    (program / "duizhao.exe").write_bytes(b"MZ")
    (program / "_internal" / "材料.txt").write_bytes(b"x")
    made = windows_setup.portable(program, "9.8.7")

    assert made == tmp_path / "duizhao-9.8.7-portable.zip"
    with zipfile.ZipFile(made) as held:
        assert sorted(held.namelist()) == [
            f"duizhao-9.8.7/{name}" for name in ("_internal/材料.txt", "duizhao.exe", "portable.txt")
        ]
        assert "Data" in held.read("duizhao-9.8.7/portable.txt").decode("utf-8-sig")  # with a mark, for old editors
    first = made.read_bytes()
    os.utime(program / "duizhao.exe", (1, 1))
    assert windows_setup.portable(program, "9.8.7").read_bytes() == first


def test_the_bill_of_materials_lists_parts_and_files(program):
    made = release.bill(program_of_known_files(program), "9.8.7", {"PySide6_Essentials": "6.9.3", "lxml": "1.2"})

    assert (made["bomFormat"], made["specVersion"], made["metadata"]["component"]["version"]) == (
        "CycloneDX",
        "1.5",
        "9.8.7",
    )
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", made["serialNumber"])
    qt = next(each for each in made["components"] if each["name"] == "PySide6_Essentials")
    assert qt["purl"] == "pkg:pypi/pyside6-essentials@6.9.3"
    assert qt["licenses"] == [{"expression": "LGPL-3.0-only"}]
    files = {each["name"]: each["hashes"] for each in made["components"] if each["type"] == "file"}
    assert files["duizhao"] == [{"alg": "SHA-256", "content": hashlib.sha256(b"x").hexdigest()}]
    assert release.bill(program, "9.8.7", {"PySide6_Essentials": "6.9.3", "lxml": "1.2"}) == made


def program_of_known_files(program):
    shutil.rmtree(program / "_internal")
    (program / "duizhao").write_bytes(b"x")
    return program


def test_every_shipped_part_has_its_licence():
    listed = " ".join(each.name for each in licences.components())
    for part in contents._listed()["parts"]:
        assert all(word in listed for word in re.split(", |、", part["name"])), part["name"]


def test_checksums_and_notes_go_with_the_packages(tmp_path):
    (tmp_path / f"duizhao-{__version__}-setup.exe").write_bytes(b"MZ")
    (tmp_path / "duizhao-0.0.1-setup.exe").write_bytes(b"old")
    sums, notes, installing = release.finish(tmp_path, __version__)

    assert sums.read_text("utf-8") == f"{hashlib.sha256(b'MZ').hexdigest()}  duizhao-{__version__}-setup.exe\n"
    told = notes.read_text("utf-8-sig")
    assert installing.name in told
    assert f"duizhao-{__version__}-setup.exe（0.0 MB）：Windows 10" in told
    assert re.search(r"^【\S+】$", told, re.MULTILINE)  # a section of the changelog
    assert not re.search(r"^#|`|\]\(", told, re.MULTILINE)
    assert release.finish(tmp_path, __version__) == [
        sums,
        notes,
        installing,
    ]  # they are not among the packages themselves


def test_the_page_beside_the_packages_says_all_that_docs_say_and_needs_no_other_file():
    source = ROOT / "docs" / "install.md"
    markdown, page = source.read_text("utf-8"), install_page.page(source)
    tree = lxml_html.fromstring(page)
    pictures = re.findall(r"!\[.*?\]\((.+?)\)", markdown)
    shown = [base64.b64decode(each.get("src").removeprefix("data:image/png;base64,")) for each in tree.iter("img")]

    assert shown == [(source.parent / each).read_bytes() for each in pictures]
    assert len(pictures) >= 3
    plain = re.sub(r"!\[.*?\]\(.+?\)|\]\(.+?\)|^ *(?:#+|\d+\.|-) |[`\[\s]", "", markdown, flags=re.MULTILINE)
    assert re.sub(r"\s", "", tree.body.text_content()) == plain
    assert [each.text_content() for each in tree.iter("h2")] == re.findall("(?m)^## (.+)", markdown)
    assert len(tree.findall(".//ol/li")) == len(re.findall(r"(?m)^\d+\. ", markdown))
    assert not tree.xpath("//a | //link | //script | //*[@src[not(starts-with(., 'data:'))]]")


def test_what_the_page_could_not_show_is_refused(tmp_path):
    (tmp_path / "install.md").write_text("# 装\n\n| 甲 | 乙 |\n", "utf-8")
    with pytest.raises(ValueError, match="甲"):
        install_page.page(tmp_path / "install.md")


def test_a_released_version_has_notes_of_its_own():
    changelog = (
        "# 更新记录\n\n## 未发布\n- 新的\n\n## 0.2.0（2026-12-01）\n### 写作\n- `甲` [乙](丙)\n\n## 0.1.0\n- 旧的\n"
    )

    assert release._news(changelog, "0.2.0") == ["【写作】", "- 甲 乙"]
    assert release._news(changelog, "0.3.0") == ["- 新的"]


def test_other_systems_get_the_pinned_versions_but_no_tool_of_this_one():
    for wanted in (
        wheels.pinned(windows_bench.NOT_FOR_WINDOWS),
        old_glibc.ARM.wanted,
        old_glibc.PC.wanted,
    ):
        assert {"pyside6-essentials", "python-docx", "lxml", "jieba", "pyinstaller", "altgraph"} <= wanted.keys()
        assert not wanted.keys() & {"mypy", "ruff", "rjieba", "macholib"}
        for name, entry in wanted.items():
            assert re.fullmatch(rf"{name}==[\w.]+ \\\n(    --hash=sha256:[0-9a-f]{{64}}( \\\n)?)+", entry)
    assert wheels.versions(wanted)["shiboken6"] == "6.9.3"


def test_an_older_python_reads_dev_py_and_is_told_which_is_needed(monkeypatch, capsys):
    """That of UOS 20 is 3.7, that of Kylin V10 3.8; a newer one stands beside it under its own name."""
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))
    dev = loaded(ROOT / "dev.py")
    monkeypatch.setattr(dev.sys, "version_info", (3, 7, 3))
    monkeypatch.setattr(dev.sys, "version", "3.7.3 (default)")

    assert dev.main() == 1
    other = "py -3.13" if os.name == "nt" else "python3.11"
    told = f"需要 Python 3.10 至 3.13，现在是 3.7.3。如果还装有别的版本，可以指明，例如：{other} dev.py run\n"
    assert capsys.readouterr().out == told


def test_nothing_is_installed_without_its_checksum():
    """Each group of constraints.txt is what pip takes with --require-hashes; together they are all that is asked for."""
    dev = loaded(ROOT / "dev.py")
    listed = {}
    for needing in (["run"], ["build"], ["run", "test"], ["run", "package"]):
        entries = re.split(r"(?m)^(?=[a-z])", dev.pinned(needing).strip())
        for entry in filter(None, entries):
            assert re.match(
                r"[\w.-]+==[\w.]+(?: ; .+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|\n*$))+", entry
            ), entry
        listed[tuple(needing)] = {entry.partition("==")[0] for entry in entries}
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    asked = re.findall(r'(?m)^  "([A-Za-z][\w-]*)[><=]', project.partition("[project.optional")[0])
    assert len(asked) >= 6
    assert {name.lower().replace("_", "-") for name in asked} <= listed["run",]
    assert "setuptools" in listed["build",]
    assert {"pytest", "mypy"} <= listed["run", "test"]
    assert {"pyinstaller", "packaging"} <= listed["run", "package"]
    assert not listed["run", "package"] & {"mypy", "pytest"}


def test_the_tests_run_with_every_qt_that_a_package_ships(tmp_path, monkeypatch):
    dev = loaded(ROOT / "dev.py")
    shipped = {wheels.versions(aim.wanted)["pyside6-essentials"] for aim in (old_glibc.PC, old_glibc.ARM)}
    monkeypatch.setattr(dev, "VENV", tmp_path)
    with pytest.raises(SystemExit, match="6") as refused:
        dev.other_qt("5.15")
    asked = []
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: asked.append((command, dev.VENV / "wanted.txt")))

    for version in shipped:
        assert version in str(refused.value)
        assert dev.other_qt(version) == {"PYTHONPATH": str(tmp_path / f"qt-{version}")}
        listed = (tmp_path / "wanted.txt").read_text("utf-8")
        assert re.findall(r"(?m)^[\w.-]+==[\w.]+", listed) == [
            f"pyside6-essentials=={version}",
            f"shiboken6=={version}",
        ]
        assert all("--hash=sha256:" in each for each in re.split(r"(?m)^(?=[a-z])", listed) if each)
    assert len(asked) == len(shipped) == 2


def test_what_pip_installs_has_every_folder_and_every_kind_of_file():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.findall(r'(?m)^  "(assistant[\w.]*)",$', project)
    suffixes = re.findall(r'"\*([.]\w+)"', project.partition("[tool.setuptools.package-data]")[2].partition("\n[")[0])
    code = {path.parent.relative_to(ROOT) for path in (ROOT / "assistant").rglob("*.py")}
    data = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()]

    folders = {*code, *(Path("assistant", path.parent) for path in data)}
    assert sorted(listed) == sorted(".".join(folder.parts) for folder in folders)
    assert {path.suffix for path in data} <= set(suffixes)


def test_every_script_of_dev_py_is_there():
    dev = loaded(ROOT / "dev.py")

    assert [script.name for script in dev.SCRIPTS if not (ROOT / script.path).exists()] == []
    assert [script.name for script in dev.SCRIPTS if f"`{script.name}`" not in dev.__doc__] == []


def test_the_version_is_written_in_one_place():
    for path in [ROOT / "pyproject.toml", ROOT / "dev.py", *PACKAGING.rglob("*")]:
        if path.is_file() and not path.name.startswith("constraints") and path.suffix != ".pyc":
            assert f"ersion={__version__}" not in path.read_text("utf-8"), path
            assert not re.search(rf"(?im)^version\W+{re.escape(__version__)}", path.read_text("utf-8")), path


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
    assert ("未能打开窗口" in done.stderr.decode()) == streams
