"""Set up and run everything: `python3 dev.py run`, `test`, `bench`, `soak`, `fuzz`, `kills`, `sockets`, `docs`, `shots`,
`package`, `constraints`, `windows`, `slip_model`, `statement_kinds`, `prove_lists`.

Needs nothing but Python 3.10 to 3.13. Makes .venv, installs the pinned versions (packaging/constraints.txt) and, on
Debian, missing system libraries (packaging/apt-packages.txt) where it may; elsewhere it prints the one line to run.
It is read by Python 3.7 too, which UOS 20 and its like have, so that this is said there and not an error of syntax.
No "#!" line: for one with env in it, `py` on Windows may start the Microsoft Store instead of Python.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"


class Script(NamedTuple):
    """A command that is a script: it is run with the project's Python and answers --help by itself."""

    name: str
    told: str
    path: str
    extras: tuple[str, ...] = ()  # of pyproject.toml
    on_screen: bool = False  # asks of the system what Qt does
    here: bool = False  # files are named from where the user is, else from the project's folder

    def run(self, arguments: Sequence[str]) -> int:
        """Install what it needs and run it."""
        prepare(*self.extras)
        if self.on_screen:
            system_packages("run")
        return subprocess.call([PYTHON, ROOT / self.path, *arguments], cwd=None if self.here else ROOT)


SCRIPTS = (
    Script("bench", "测速，与对照程序同一轮运行", "tests/bench.py", ("test",), on_screen=True),
    Script("soak", "长时间随机操作窗口，查崩溃和内存增长（带分钟数）", "tests/soak.py", ("test",), on_screen=True),
    Script("fuzz", "用损坏的和特制的文件试各个读入口（带份数）", "tests/fuzz.py", ("test",)),
    Script("kills", "反复强行结束正在写、正在存的窗口，查丢失和残留（带次数）", "tests/kills.py", ("test",), on_screen=True),
    Script("sockets", "用strace查一天的工作里打开过哪些套接字", "tests/sockets.py", ("test",), on_screen=True),
    Script("shots", "重拍说明里的图片；带一个文件夹，则把全部窗口拍到那里（--help 看全部选项）", "tests/shots", ("test",), on_screen=True, here=True),
    Script("package", "打成可分发的程序和安装包（--help 看全部选项）", "packaging/package.py", ("package",), on_screen=True),
    Script("slip_model", "重做同音错字的计数文件，或用 --measure 测它的准确程度", "packaging/slip_model", ("model",)),
    Script("statement_kinds", "重做判断一句话讲成效、讲打算还是讲不足的权重", "packaging/statement_kinds.py"),
    Script("prove_lists", "用法规、政府工作报告检验词表，列出误报的各条", "packaging/slip_model/prove_lists.py"),
    Script("constraints", "重新写各组件的版本和校验值（加 --upgrade 换成最新的）", "packaging/constraints.py"),
)  # fmt: skip


def main() -> int:
    """Run the command given on the command line."""
    speak_utf8()
    if not (3, 10) <= sys.version_info[:2] <= (3, 13):
        other = "py -3.13 dev.py run" if os.name == "nt" else "python3.11 dev.py run"
        now = sys.version.split()[0]
        print(f"需要 Python 3.10 至 3.13，现在是 {now}。如果还装有别的版本，可以指明，例如：{other}")
        return 1
    parser = argparse.ArgumentParser(description="对照检查写作助手：安装、运行、测试")
    commands = parser.add_subparsers(dest="command", required=True)
    own = (
        (run, "打开窗口（可带一个文件）"),
        (test, "检查代码并跑全部测试（可带 pytest 的参数；先写 --qt 版本，则用安装包所带的那个Qt）"),
        (docs, "按各项检查自己的说明重写 docs/checks.md"),
        (windows, "在Debian上用Wine试Windows：后面是给Python的参数，不写就跑全部测试"),
    )
    table = {command.__name__: (command, told) for command, told in own}
    table |= {script.name: (script.run, script.told) for script in SCRIPTS}
    for name, (_, told) in table.items():
        commands.add_parser(name, help=told, add_help=False)
    options, rest = parser.parse_known_args()
    try:
        return table[options.command][0](rest)
    except subprocess.CalledProcessError as error:
        print(f"这一步没有成功：{' '.join(map(str, error.cmd))}")
        return error.returncode or 1


def run(arguments: Sequence[str]) -> int:
    """Open the window; with no display do the same job offscreen on the built-in sample."""
    prepare()
    system_packages("run")
    if has_display():
        return subprocess.call([PYTHON, "-m", "assistant", *arguments])  # files are named from where the user is
    print("没有图形界面，改为在后台用内置样例走一遍同样的流程。")
    return subprocess.call([PYTHON, "-m", "assistant.ui.demo", ROOT / "演示"], cwd=ROOT, env=offscreen())


def test(arguments: Sequence[str]) -> int:
    """Lint, type-check, and run the tests, all of them on all cores; pytest speaks last.

    `--qt VERSION` runs the tests alone, with a Qt that another package ships.
    """
    beside = [set_up("test")]
    system_packages("run", "test")
    if arguments[:1] == ["--qt"]:
        wait_for(*beside)
        other = other_qt(*arguments[1:2])
        return subprocess.call(
            [PYTHON, "-m", "pytest", *on_all_cores(arguments[2:])], cwd=ROOT, env=offscreen() | other
        )
    beside.append(rewrite_assertions())
    for step in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        print("$", *step, flush=True)
        subprocess.run([PYTHON, "-m", *step], cwd=ROOT, check=True)
    wait_for(*beside)
    return subprocess.call([PYTHON, "-m", "pytest", *on_all_cores(arguments)], cwd=ROOT, env=offscreen())


def rewrite_assertions() -> subprocess.Popen[bytes] | None:
    """Begin to have pytest rewrite the tests' assertions, where that was never done: else each of its processes would, at once."""
    if any((ROOT / "tests" / "__pycache__").glob("test_shape.*-pytest-*")):
        return None
    collecting = [str(PYTHON), "-m", "pytest", "--collect-only", "-q", "-q"]
    return subprocess.Popen(collecting, cwd=ROOT, env=offscreen(), stdout=subprocess.DEVNULL)


def wait_for(*beside: subprocess.Popen[bytes] | None) -> None:
    """Wait for what goes on beside the rest; it only saves time, so whether it succeeds does not matter."""
    for process in filter(None, beside):
        process.wait()


def on_all_cores(arguments: Sequence[str]) -> Sequence[str]:
    """Give what pytest is told: what was asked for, else to run all there are."""
    return arguments or ["-n", str(os.cpu_count() or 1), "--dist", "loadfile", "--no-loadscope-reorder"]


def other_qt(version: str = "") -> dict[str, str]:
    """Lay out another Qt and give the environment in which it is found before the usual one.

    It is one of those that the packages for older systems ship: their versions and checksums are written down.
    """
    lists = [path.read_text("utf-8") for path in sorted(CONSTRAINTS.parent.glob("constraints-*.txt"))]
    known = {version: text for text in lists for version in re.findall(r"(?m)^pyside6-essentials==(\S+)", text)}
    if version not in known:
        raise SystemExit(f"--qt 后面写 {' 或 '.join(known)}，即各安装包所带的Qt的版本。")
    folder = VENV / f"qt-{version}"
    if not folder.is_dir():
        print(f"正在安装 Qt {version}……", flush=True)
        entries = re.findall(r"(?m)^(?:pyside6-essentials|shiboken6)==.*(?:\n    --hash.*)+", known[version])
        listed = VENV / "wanted.txt"
        listed.write_text("\n".join(entries), "utf-8")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--require-hashes", "--target", str(folder), "-r", str(listed)], check=True)
    return {"PYTHONPATH": str(folder)}


def docs(_arguments: Sequence[str]) -> int:
    """Write the pages that are made from the code."""
    prepare()
    command = [str(PYTHON), "-X", "utf8", "-m", "assistant.review.explanation"]
    page = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    path = ROOT / "docs" / "checks.md"
    path.write_bytes(page.encode("utf-8"))  # the same bytes on every system
    guide = ROOT / "docs" / "guide.md"  # what the window shows, with pictures
    guide.write_bytes((ROOT / "resources" / "guide.md").read_bytes())
    print(f"已写好 {path.relative_to(ROOT)}、{guide.relative_to(ROOT)}")
    return 0


def windows(arguments: Sequence[str]) -> int:
    """Run Python with the project in a Windows made of Wine; without arguments run the tests there."""
    prepare()
    told = ["-o", "faulthandler_timeout=300"]  # where a test hangs, seconds
    arguments = arguments or ["-m", "pytest", "-v", "-p", "no:cacheprovider", *told]
    return subprocess.call([PYTHON, ROOT / "packaging" / "windows_bench.py", *arguments], cwd=ROOT)


def prepare(*extras: str) -> None:
    """Make the virtual environment and install what the project and the extras need, if anything changed."""
    wait_for(set_up(*extras))


def set_up(*extras: str) -> subprocess.Popen[bytes] | None:
    """Do what `prepare` does, and give what is still being compiled in the end: nothing has to wait for that."""
    if not PYTHON.exists():
        print("正在建立运行环境 .venv（只在第一次）……", flush=True)
        make_environment()
    stamp = VENV / f"installed-{','.join(extras) or 'run'}"
    sources = (ROOT / "pyproject.toml", CONSTRAINTS)
    state = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    # the window opens a third faster from compiled files, which some environments forbid Python to write by itself
    compile_all = [str(PYTHON), "-m", "compileall", "-q", str(ROOT / "assistant")]
    subprocess.run(compile_all, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""})
    if not stamp.exists() or stamp.read_text() != state:
        install_pinned(*extras)
        stamp.write_text(state)
    return compile_beforehand()


def install_pinned(*extras: str) -> None:
    """Install the pinned versions, and the project itself.

    No file is taken whose checksum is not written down. What builds comes first: some come as source. Of the rest half
    the time goes into looking through what there is, on one core: so one process takes the libraries and one the tools.
    """
    # Qt brings paths of 150 characters; Windows takes 259 in all unless it was told otherwise
    if os.name == "nt" and len(str(ROOT)) > 80:
        print("本文件夹的路径较长，组件可能装不全。如果下面出错，请移到较短的路径下，例如 D:\\duizhao。", flush=True)
    print("正在安装所需的组件……", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    pip = [str(PYTHON), "-m", "pip", "install", *options]
    for step in ([["build"]], [["run"], list(extras)]):
        installing = []
        for kinds in filter(None, step):
            listed = VENV / f"wanted-{kinds[0]}.txt"
            listed.write_text(pinned(kinds), "utf-8")
            command = [*pip, "--require-hashes", "--requirement", str(listed)]
            installing.append(subprocess.Popen(command, cwd=ROOT))
        for process in installing:
            if process.wait():
                raise subprocess.CalledProcessError(process.returncode, process.args)
    subprocess.run([*pip, "--no-index", "--editable", "."], cwd=ROOT, check=True)


def compile_beforehand() -> subprocess.Popen[bytes] | None:
    """Begin to compile regular expressions and value classes too, where a module has changed since: the window opens 140 ms sooner.

    Where that does not succeed the window opens without it.
    """
    kept = ROOT / "assistant" / "__pycache__" / f"beforehand.{sys.implementation.cache_tag}.bin"
    script = ROOT / "packaging" / "compile_beforehand.py"
    newest = max(path.stat().st_mtime for path in (script, *(ROOT / "assistant").rglob("*.py")))
    if kept.exists() and kept.stat().st_mtime >= newest:
        return None
    return subprocess.Popen([PYTHON, script], cwd=ROOT, stderr=subprocess.DEVNULL)


def pinned(kinds: Sequence[str]) -> str:
    """Take the groups of constraints.txt that one of these needs."""
    groups = re.findall(r"(?ms)^# ([a-z ]+)\n(.*?)(?=^# |\Z)", CONSTRAINTS.read_text("utf-8"))
    return "".join(entries for needing, entries in groups if set(needing.split()) & set(kinds))


def make_environment() -> None:
    """Create .venv; Debian ships Python without the module that puts pip into it."""
    try:
        venv.create(VENV, with_pip=True)
    except (subprocess.CalledProcessError, ImportError):
        shutil.rmtree(VENV, ignore_errors=True)
        if not shutil.which("apt-get"):
            raise
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install([version])
        venv.create(VENV, with_pip=True)


def system_packages(*kinds: str) -> None:
    """Install the Debian packages of these kinds that are missing; elsewhere do nothing."""
    if not shutil.which("dpkg-query"):
        return
    wanted: list[str] = []
    for line in (ROOT / "packaging" / "apt-packages.txt").read_text("utf-8").splitlines():
        kind, colon, names = line.partition(":")
        if colon and kind in kinds:
            wanted += names.split()
    missing = [name for name in wanted if not is_installed(name)]
    if missing:
        install(missing)


def is_installed(name: str) -> bool:
    """Ask dpkg; newer releases may have a library under its name with t64 behind it."""
    for candidate in (name, f"{name}t64"):
        asked = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", candidate]
        if subprocess.run(asked, capture_output=True, text=True, check=False).stdout == "installed":
            return True
    return False


def install(names: Sequence[str]) -> None:
    """Install Debian packages if that is allowed, else say how."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"正在安装系统组件：{' '.join(names)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        done = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode == 0:
            return
    print(f"缺少系统组件，请运行：sudo {' '.join(command)}", flush=True)


def speak_utf8() -> None:
    """Write UTF-8, as the program does: into a file or pipe, Windows would write its old code page and fail on Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if os.name == "nt":
        # pip, pytest and the rest write to the same place
        os.environ.setdefault("PYTHONIOENCODING", "utf-8")


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """Give an environment in which Qt draws without a screen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main())
