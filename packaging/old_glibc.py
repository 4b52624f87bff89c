"""A CPython 3.11 that asks for glibc 2.28 only, so that what is built with it runs on 统信 UOS 20 and 麒麟 V10.

    python = old_glibc.prepare()       the interpreter, with the project's pinned packages in it

Debian 12's own Python and libraries ask for 2.36. CPython and the four libraries that its modules need are built here from
Debian's sources, whose signatures apt checks, with zig's C compiler from PyPI, which knows the symbols of every glibc. About
five minutes, once, in ~/.cache/duizhao. The packages come from PyPI as they are; of Qt the last that was built for 2.28.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

import wheels

GLIBC = (2, 28)
TARGET = "x86_64-linux-gnu.2.28"
ZIG = "ziglang"
OTHERWISE = "constraints-glibc.txt"  # newer wheels of Qt ask for glibc 2.34
NOT_NEEDED = {
    "mypy", "ruff", "lxml-stubs", "librt", "ast-serialize", "mypy-extensions", "pathspec", "rjieba", "numpy", "pypinyin", "pefile", "pywin32-ctypes", "colorama", "macholib",
}  # fmt: skip
SOURCES = ("python3.11", "zlib", "libffi", "xz-utils", "bzip2")
LIBRARIES: tuple[tuple[str, list[str], list[str], dict[str, str]], ...] = (
    ("zlib", ["--static"], ["libz.a"], {"libz.a": "lib", "zlib.h": "include", "zconf.h": "include"}),
    ("libffi", ["--disable-shared", "--enable-static", "--with-pic", "--disable-exec-static-tramp", "--host=x86_64-linux-gnu"], ["install"], {}),
    ("xz", ["--disable-shared", "--enable-static", "--with-pic", "--disable-xz", "--disable-xzdec", "--disable-lzmadec",
            "--disable-lzmainfo", "--disable-scripts", "--disable-doc", "--host=x86_64-linux-gnu"], ["install"], {}),
    ("bzip2", [], ["libbz2.a"], {"libbz2.a": "lib", "bzlib.h": "include"}),
)  # fmt: skip
FLAGS = "-O2 -fPIC -fno-sanitize=undefined"


def prepare() -> Path:
    """Build what is missing and give the interpreter; a second run takes no time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "duizhao" / "glibc-2.28"
    folder.mkdir(parents=True, exist_ok=True)
    python = folder / "python" / "bin" / "python3.11"
    log = folder / "build.log"
    if not python.exists():
        print(f"正在编译适用于glibc 2.28的Python（只在第一次，约五分钟，记录在 {log}）……", flush=True)
        with log.open("w", encoding="utf-8") as told:
            _Build(folder, told).all()
    wanted = wheels.pinned(NOT_NEEDED, OTHERWISE)
    platforms = [*(f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC[1], 4, -1)), "manylinux2014_x86_64"]
    wheels.lay(folder / "python" / "lib" / "python3.11" / "site-packages", wanted, platforms)
    return python


class _Build:
    """The building itself, in the order in which one thing needs the other."""

    def __init__(self, folder: Path, log: IO[str]) -> None:
        self.folder, self.log = folder, log
        self.static = folder / "static"
        self.environment = dict(os.environ)

    def all(self) -> None:
        self.compilers()
        self.sources()
        for library in LIBRARIES:
            self.library(*library)
        self.cpython()

    def compilers(self) -> None:
        """Lay out zig and put it behind the names that configure scripts call."""
        zig = self.folder / "zig"
        if not (zig / "bin" / "python").exists():
            self.run(sys.executable, "-m", "venv", str(zig))
        wanted = wheels.required(self.folder / "zig.txt", [wheels.pinned((), "constraints-tools.txt")[ZIG]])
        pip = [str(zig / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        self.run(*pip, "--no-deps", "--require-hashes", "-r", wanted)
        start = f'"{zig / "bin" / "python"}" -m ziglang'
        # its linker wants -soname spelled out, and this machine's own headers and libraries must not come in
        compiler = f"""#!/bin/bash
arguments=()
for each in "$@"; do
    case "$each" in
        -Wl,-h*) arguments+=("-Wl,-soname,${{each#-Wl,-h}}") ;;
        -I/usr/* | -L/usr/*) ;;
        *) arguments+=("$each") ;;
    esac
done
exec {start} cc -target {TARGET} -Wno-date-time "${{arguments[@]}}"
"""
        for name, script in (("cc", compiler), ("ar", f'#!/bin/bash\nexec {start} ar "$@"\n')):
            path = self.folder / name
            path.write_text(script, "utf-8")
            path.chmod(0o755)
        tools = {"CC": str(self.folder / "cc"), "AR": str(self.folder / "ar"), "RANLIB": "true", "CFLAGS": FLAGS}
        self.environment |= {**tools, "CHOST": "x86_64"}  # zlib asks it for the machine

    def sources(self) -> None:
        """Let apt fetch, check and unpack the sources of this machine's Debian."""
        apt, sources = self.folder / "apt", self.folder / "sources"
        for each in (apt / "lists" / "partial", sources):
            each.mkdir(parents=True, exist_ok=True)
        if not all(map(shutil.which, ("dpkg-source", "make", "xz"))):
            raise SystemExit(
                "缺少编译要用的工具，请运行：sudo apt-get install -y --no-install-recommends dpkg-dev make xz-utils"
            )
        (apt / "sources.list").write_text(_source_line(), "utf-8")
        settings = {
            "Dir::Etc::SourceList": apt / "sources.list",
            "Dir::Etc::SourceParts": "/dev/null",
            "Dir::State::Lists": apt / "lists",
            "Dir::Cache::pkgcache": apt / "packages.bin",
            "Dir::Cache::srcpkgcache": apt / "sources.bin",
            "APT::Sandbox::User": "root",
        }
        options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
        self.run("apt-get", *options, "update", "-qq")
        self.run("apt-get", *options, "source", "-qq", "--download-only", *SOURCES, cwd=sources)
        for archive in sources.glob("*.orig.tar.*"):
            if archive.suffix != ".asc":
                self.run("tar", "xf", archive.name, cwd=sources)

    def library(self, name: str, options: list[str], targets: list[str], copied: dict[str, str]) -> None:
        """Build one library to be linked in whole."""
        source = next(path for path in (self.folder / "sources").glob(f"{name}-*") if path.is_dir())
        if options:
            self.run("./configure", f"--prefix={self.static}", *options, cwd=source)
        tools = [f"{tool}={self.environment[tool]}" for tool in ("CC", "AR", "RANLIB", "CFLAGS")] if not options else []
        self.run("make", "-j2", *tools, *targets, cwd=source)
        for file, place in copied.items():
            (self.static / place).mkdir(parents=True, exist_ok=True)
            shutil.copy(source / file, self.static / place)

    def cpython(self) -> None:
        """Build Python with a shared library, which PyInstaller needs."""
        source = next(path for path in (self.folder / "sources").glob("Python-3.11*") if path.is_dir())
        self.environment["LIBFFI_INCLUDEDIR"] = str(self.static / "include")
        self.environment["PKG_CONFIG_PATH"] = str(self.static / "lib" / "pkgconfig")
        # SSL is not looked for: nothing here may speak to the network
        self.run(
            "./configure",
            f"--prefix={self.folder / 'python'}",
            *(
                "--enable-shared",
                "--without-ensurepip",
                "--with-system-ffi",
                "--disable-test-modules",
                "--without-readline",
            ),
            f"LDFLAGS=-L{self.static / 'lib'} -Wl,-rpath,'$$ORIGIN/../lib'",
            f"CPPFLAGS=-I{self.static / 'include'}",
            "ax_cv_c_float_words_bigendian=no",
            cwd=source,
        )
        # zig's linker cannot make libpython3.so, which nothing here uses: an empty one keeps make content
        for target in ([], ["install"]):
            (source / "libpython3.so").touch()
            self.run("make", "-j2", *target, "-o", "libpython3.so", cwd=source)

    def run(self, *command: str, cwd: Path | None = None) -> None:
        try:
            subprocess.run(command, check=True, cwd=cwd, env=self.environment, stdout=self.log, stderr=self.log)
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"编译没有成功，原因在 {self.folder / 'build.log'} 的末尾。") from error


def _source_line() -> str:
    """Give the place where this machine gets its Debian from, for sources."""
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(SITE) $(CODENAME)"], check=True, capture_output=True, text=True
    )
    for line in told.stdout.splitlines():
        site, _, codename = line.partition(" ")
        if codename == "bookworm":
            return f"deb-src {site} bookworm main\n"
    raise SystemExit("没有找到Debian 12（bookworm）的软件源，不能取得源代码。")
