"""A Windows to build and test on, made on Debian 12: Wine, a genuine CPython 3.11 for Windows, the pinned wheels.

    with windows_bench.Bench() as bench: bench.python("-m", "assistant", "templates")
    python3 dev.py windows -m pytest -q …     the same by hand

All comes by package name from Debian and PyPI; about two minutes and 1.5 GB, once, in ~/.cache/duizhao. CPython's library and
modules are those of python.org, signed by the Python Software Foundation, as the panda3d wheel carries them; the part of it
that is Python code is taken from this machine's Python 3.11. What Wine lacks (an input method, printers, OneDrive,
SmartScreen, file associations of one user) is for a real Windows to show.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import wheels

if TYPE_CHECKING:
    from typing_extensions import Self

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "packaging" / "windows"
DEBIAN_PACKAGES = (
    "wine", "wine64", "xvfb", "xauth", "gcc-mingw-w64-x86-64-posix", "nsis", "locales", "fonts-noto-cjk", "unzip",
)  # fmt: skip
CARRIER = "panda3d"
# of 3.11.9, as python.org gave it out: another file under this name is not what has been tried
PYTHON_SHA256 = "0817a2a657a24c0d5fbb60df56960f42fc66b3039d522ec952dab83e2d869364"
# tools that are for this machine alone
NOT_FOR_WINDOWS = {
    "rjieba", "mypy", "ruff", "lxml-stubs", "librt", "ast-serialize", "mypy-extensions", "pathspec", "macholib", "numpy", "pypinyin",
}  # fmt: skip
FONTS = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts"


class Bench:
    """A Wine prefix with Python and the project's packages in it."""

    def __init__(self, folder: Path | None = None) -> None:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        self.folder = folder or cache / "duizhao" / "windows"
        self.drive_c = self.folder / "prefix" / "drive_c"
        self.home = self.drive_c / "Python311"
        self._open = contextlib.ExitStack()
        self._display = ""

    def __enter__(self) -> Self:
        """Make what is missing and open a screen for all that will run: programs of one Wine share one."""
        self.install_tools()
        self._display = self._open.enter_context(screen())
        self.prepare()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):  # Wine's own processes go when nobody needs them
            subprocess.run(["wineserver", "-w"], check=False, env=self.environment(), timeout=20)
        self._open.close()

    def install_tools(self) -> None:
        """Install what Debian has of it."""
        if sys.version_info[:2] != (3, 11):
            raise SystemExit("在这里做Windows安装包需要本机的Python 3.11（Debian 12自带），请用 python3.11 dev.py。")
        if not all(map(shutil.which, ("wine", "Xvfb", "makensis", "x86_64-w64-mingw32-gcc"))):
            _install_debian_packages()

    def prepare(self) -> None:
        """Make what is missing; a second run takes no time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8"], check=False, capture_output=True)
        if not (self.drive_c / "windows").is_dir():
            print("正在建立Wine环境（只在第一次）……", flush=True)
            self.wine("wineboot", "-i")
            self.wine("winecfg", "-v", "win10")
            self._part_from_this_machine()
        if not (self.home / "python311.dll").exists():
            self._lay_python()
        wheels.lay(self.home / "Lib" / "site-packages", wheels.pinned(NOT_FOR_WINDOWS), ["win_amd64"])
        shutil.copy(SOURCES / "sitecustomize.py", self.home / "Lib" / "site-packages")
        self._lay_offscreen_fonts()

    def python(self, *arguments: str, **more: str) -> int:
        """Run Python inside and give its exit code."""
        return self.wine(r"C:\Python311\python.exe", *arguments, told=True, **more)

    def wine(self, *command: str, told: bool = False, **more: str) -> int:
        """Run a program inside, with `more` in its environment.

        What it prints goes through a pipe: with a file for stdout, Python in Wine dies. Variables of Qt are handed on
        under a name that says that they are meant for what runs in Wine.
        """
        more = {f"WINE{name}" if name.startswith("QT_") else name: value for name, value in more.items()}
        running = subprocess.Popen(
            ["wine", *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**self.environment(), **more},
        )
        with running:
            assert running.stdout
            for line in running.stdout:
                if told:
                    sys.stdout.buffer.write(line)
                    sys.stdout.flush()
        return running.returncode

    def environment(self) -> dict[str, str]:
        """Give what Wine reads."""
        return {
            **os.environ,
            "DISPLAY": self._display,
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            "LC_ALL": "zh_CN.UTF-8",  # code page 936
            "PYTHONPATH": inside(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def _part_from_this_machine(self) -> None:
        """Give the user inside folders of his own: Wine makes links to the home folder of whoever runs it."""
        for each in (self.drive_c / "users").glob("*/*"):
            if each.is_symlink():
                each.unlink()
                each.mkdir()
        fonts = self.drive_c / "windows" / "Fonts"
        fonts.mkdir(exist_ok=True)
        for each in _noto_fonts():
            shutil.copy(each, fonts)
            # Qt finds by this list, which Wine makes of the fonts that are no collections
            self.wine("reg", "add", FONTS, "/v", f"{each.stem} (TrueType)", "/d", each.name, "/f")

    def _lay_offscreen_fonts(self) -> None:
        """Give Qt's offscreen platform, which knows collections by no name of theirs, the fonts under another."""
        fonts = self.home / "fonts"  # as sitecustomize.py tells it
        fonts.mkdir(exist_ok=True)
        for each in _noto_fonts():
            link = fonts / f"{each.stem}.otf"
            if not link.exists():
                link.unlink(missing_ok=True)
                link.symlink_to(each)

    def _lay_python(self) -> None:
        print("正在下载Windows版的Python……", flush=True)
        wheels.fetch(self.folder / "carrier", [wheels.pinned((), "constraints-tools.txt")[CARRIER]], ["win_amd64"])
        wheel = next((self.folder / "carrier").glob("panda3d*.whl"))
        (self.home / "DLLs").mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(wheel) as held:
            for name in held.namelist():
                base = name.rpartition("/")[2]
                if re.fullmatch(r"deploy_libs/(\w+\.pyd|libffi-8\.dll|sqlite3\.dll)", name):
                    (self.home / "DLLs" / base).write_bytes(held.read(name))
                elif base in {"VCRUNTIME140.dll", "MSVCP140.dll"} or name == "deploy_libs/python311.dll":
                    (self.home / base).write_bytes(held.read(name))
        library = self.home / "python311.dll"
        found = hashlib.sha256(library.read_bytes()).hexdigest()
        if found != PYTHON_SHA256:
            library.unlink()
            raise SystemExit(f"下载的 python311.dll 不是试过的那一份：{found}")
        left_out = shutil.ignore_patterns(
            "test", "lib-dynload", "idlelib", "site-packages", "dist-packages", "config-3*", "__pycache__"
        )
        shutil.copytree(sysconfig.get_path("stdlib"), self.home / "Lib", ignore=left_out, dirs_exist_ok=True)
        self._compile()

    def _compile(self) -> None:
        """Make the programs and libraries that neither the wheel nor Wine has."""
        compiler, resources, dump = (f"x86_64-w64-mingw32-{tool}" for tool in ("gcc", "windres", "objdump"))
        work = self.folder / "compiled"
        work.mkdir(exist_ok=True)
        manifest, names = work / "python.o", work / "python3.def"
        _run(resources, "python.rc", str(manifest), cwd=SOURCES)
        for target, more in (("python.exe", ()), ("pythonw.exe", ("-mwindows", "-DWINDOWED"))):
            command = [
                compiler,
                "-municode",
                "-O2",
                *more,
                "-o",
                str(self.home / target),
                str(SOURCES / "python.c"),
                str(manifest),
            ]
            _run(*command, "-lshell32")
        told = subprocess.run(
            [dump, "-p", self.home / "python311.dll"], check=True, capture_output=True, text=True
        ).stdout
        table = told.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
        exported = re.findall(r"(?m)\] (?:\+base\[ *\d+\] +[\da-f]+ )?(\w+)$", table)
        lines = ["LIBRARY python3.dll", "EXPORTS", *(f"{name}=python311.{name}" for name in exported)]
        names.write_text("\n".join(lines) + "\n", "ascii")
        bare = ["-shared", "-nostdlib", "-nostartfiles", "-e", "DllMainCRTStartup"]
        _run(compiler, *bare, "-o", str(self.home / "python3.dll"), str(SOURCES / "library.c"), str(names))
        system = self.drive_c / "windows" / "system32"
        _run(compiler, *bare, "-o", str(system / "icuuc.dll"), str(SOURCES / "icuuc.c"))


def inside(path: Path) -> str:
    """Give the name under which Wine's programs see a file of this machine."""
    return "Z:" + str(path).replace("/", "\\")


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Have a screen of its own, whatever the machine has: a window that opens disturbs nobody."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _noto_fonts() -> list[Path]:
    found = Path("/usr/share/fonts/opentype/noto").glob("Noto*CJK-*.ttc")
    return [each for each in found if each.stem.endswith(("-Regular", "-Bold"))]


def _run(*command: str, cwd: Path | None = None) -> None:
    subprocess.run(command, check=True, cwd=cwd)


def _install_debian_packages() -> None:
    command = ["apt-get", "install", "-y", "--no-install-recommends", *DEBIAN_PACKAGES]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(f"缺少做Windows安装包的工具，请运行：sudo {' '.join(command)}")
    print("正在安装Wine和编译工具（只在第一次）……", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def main(arguments: Sequence[str]) -> int:
    """Run Python on the bench."""
    with Bench() as bench:
        return bench.python(*arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
