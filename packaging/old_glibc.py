"""A CPython 3.11 that asks for an older glibc, so that what is built with it runs on 统信 UOS 20 and 麒麟 V10.

    python = old_glibc.prepare(old_glibc.PC)       the interpreter, with the project's pinned packages in it

Debian 12's own Python and libraries ask for 2.36. CPython and the four libraries that its modules need are built here from
Debian's sources, whose signatures apt checks, with zig's C compiler from PyPI, which knows the symbols of every glibc and of
every machine. About five minutes, once, in ~/.cache/duizhao. The packages come from PyPI as they are; of Qt the last that was
built for that glibc.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple

import wheels

ZIG = "ziglang"
NOT_NEEDED = {
    "mypy", "ruff", "lxml-stubs", "librt", "ast-serialize", "mypy-extensions", "pathspec", "rjieba", "numpy", "pypinyin", "pefile", "pywin32-ctypes", "colorama", "macholib",
}  # fmt: skip
SOURCES = ("python3.11", "zlib", "libffi", "xz-utils", "bzip2")
LIBRARIES: tuple[tuple[str, list[str], list[str], dict[str, str]], ...] = (
    ("zlib", ["--static"], ["libz.a"], {"libz.a": "lib", "zlib.h": "include", "zconf.h": "include"}),
    ("libffi", ["--disable-shared", "--enable-static", "--with-pic", "--disable-exec-static-tramp"], ["install"], {}),
    ("xz", ["--disable-shared", "--enable-static", "--with-pic", "--disable-xz", "--disable-xzdec", "--disable-lzmadec",
            "--disable-lzmainfo", "--disable-scripts", "--disable-doc"], ["install"], {}),
    ("bzip2", [], ["libbz2.a"], {"libbz2.a": "lib", "bzlib.h": "include"}),
)  # fmt: skip
FLAGS = "-O2 -fPIC -fno-sanitize=undefined"


class Aim(NamedTuple):
    """What is built for. Newer wheels of Qt than those in `otherwise` ask for a newer glibc."""

    machine: str
    glibc: tuple[int, int]
    compiler: tuple[tuple[int, ...], tuple[int, ...]]  # GLIBCXX and CXXABI of the systems' libstdc++
    otherwise: str
    name: str  # of the folder that keeps it

    @property
    def folder(self) -> Path:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return cache / "duizhao" / self.name

    @property
    def python(self) -> Path:
        return self.folder / "python" / "bin" / "python3.11"

    @property
    def told(self) -> str:
        return ".".join(map(str, self.glibc))

    @property
    def symbols(self) -> dict[str, tuple[int, ...]]:
        """The newest versions of symbols that the systems have, by their prefix."""
        return {"GLIBC": self.glibc, "GLIBCXX": self.compiler[0], "CXXABI": self.compiler[1]}

    @property
    def wanted(self) -> dict[str, str]:
        """The packages, version and checksums by name."""
        return wheels.pinned(NOT_NEEDED, self.otherwise)


# 统信 UOS 20 is made of Debian 10: GCC 8
PC = Aim("x86_64", (2, 28), ((3, 4, 25), (1, 3, 11)), "constraints-glibc.txt", "glibc-2.28")
# 麒麟 V10 SP1 on 飞腾 and 鲲鹏, of Ubuntu 20.04: GCC 10; UOS 20 has glibc 2.28 there too
ARM = Aim("aarch64", (2, 31), ((3, 4, 28), (1, 3, 12)), "constraints-arm64.txt", "arm64")


def prepare(aim: Aim) -> Path:
    """Build what is missing and give the interpreter; a second run takes no time."""
    folder = aim.folder
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "build.log"
    if not aim.python.exists():
        builder = (
            prepare(PC) if aim is not PC else None
        )  # a Python of the same version does what the built one cannot here
        print(
            f"正在编译适用于{aim.machine}、glibc {aim.told}的Python（只在第一次，约五分钟，记录在 {log}）……", flush=True
        )
        with log.open("w", encoding="utf-8") as told:
            _Build(aim, told, builder).all()
    platforms = [f"manylinux_2_{minor}_{aim.machine}" for minor in range(aim.glibc[1], 4, -1)]
    site = folder / "python" / "lib" / "python3.11" / "site-packages"
    wheels.lay(site, aim.wanted, [*platforms, f"manylinux2014_{aim.machine}"])
    return aim.python


class _Build:
    """The building itself, in the order in which one thing needs the other."""

    def __init__(self, aim: Aim, log: IO[str], builder: Path | None) -> None:
        self.aim, self.log, self.builder = aim, log, builder
        self.folder = aim.folder
        self.target = f"{aim.machine}-linux-gnu"
        self.static = self.folder / "static"
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
exec {start} cc -target {self.target}.{self.aim.told} -Wno-date-time "${{arguments[@]}}"
"""
        for name, script in (("cc", compiler), ("ar", f'#!/bin/bash\nexec {start} ar "$@"\n')):
            path = self.folder / name
            path.write_text(script, "utf-8")
            path.chmod(0o755)
        tools = {"CC": str(self.folder / "cc"), "AR": str(self.folder / "ar"), "RANLIB": "true", "CFLAGS": FLAGS}
        self.environment |= {**tools, "CHOST": self.aim.machine}  # zlib asks it for the machine

    def sources(self) -> None:
        """Let apt fetch, check and unpack the sources of this machine's Debian."""
        apt, sources = self.folder / "apt", self.folder / "sources"
        for each in (apt / "lists" / "partial", sources):
            each.mkdir(parents=True, exist_ok=True)
        if not all(map(shutil.which, ("dpkg-source", "make", "xz", "readelf"))):
            raise SystemExit(
                "缺少编译要用的工具，请运行：sudo apt-get install -y --no-install-recommends dpkg-dev make xz-utils binutils"
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
            host = [f"--host={self.target}"] if name != "zlib" else []  # it asks CHOST
            self.run("./configure", f"--prefix={self.static}", *options, *host, cwd=source)
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
            *self._for_another_machine(),
            cwd=source,
        )
        # zig's linker cannot make libpython3.so, which nothing here uses: an empty one keeps make content
        for target in ([], ["install"]):
            (source / "libpython3.so").touch()
            self.run("make", "-j2", *target, "-o", "libpython3.so", cwd=source)

    def _for_another_machine(self) -> list[str]:
        """Answer what configure cannot try out where the program does not run."""
        if self.builder is None:
            return []
        return [
            "--build=x86_64-linux-gnu",
            f"--host={self.target}",
            f"--with-build-python={self.builder}",
            f"READELF={shutil.which('readelf')}",  # by its whole name: configure takes the bare one for another machine's
            "ac_cv_file__dev_ptmx=yes",
            "ac_cv_file__dev_ptc=no",
            "ac_cv_buggy_getaddrinfo=no",
        ]

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
