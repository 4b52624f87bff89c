"""Build the program and make of it what installs it; `dev.py package` runs this with the project's Python.

package.py                  for this system: a .deb where there is dpkg, setup.exe and zip on Windows
package.py --windows        for Windows, made on a Debian (windows_bench.py)
package.py --glibc 2.28     for 统信 UOS 20 and 麒麟 V10 on PCs (old_glibc.py)
package.py --arm64          for 麒麟 V10 on 飞腾 and 鲲鹏, with qemu, as root (arm64.py)
package.py --check FOLDER   holds what lies there to what is promised (built.py)
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import arm64
import build_deb
import built
import contents
import icu_data
import old_glibc
import release
import wheels
import windows_bench
import windows_setup
import windows_trial
from windows_bench import Bench, inside

from assistant import __version__

DIST, WORK = ROOT / "dist", ROOT / "build"


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for."""
    parser = argparse.ArgumentParser(prog="dev.py package", description="打成可分发的程序和安装包，放在 dist")
    parser.add_argument("--windows", action="store_true", help="在Debian上做Windows的安装程序和免安装压缩包")
    told = f"做统信UOS 20、麒麟V10能用的.deb（glibc {old_glibc.PC.told}）"
    parser.add_argument("--glibc", choices=[old_glibc.PC.told], help=told)
    told = f"做麒麟V10在飞腾、鲲鹏上能用的.deb（ARM64，glibc {old_glibc.ARM.told}），要以root运行"
    parser.add_argument("--arm64", action="store_true", help=told)
    parser.add_argument(
        "--all", action="store_true", help="在Debian上把Windows和x86-64的都做出来，连同校验值和发布说明"
    )
    parser.add_argument(
        "--check", type=Path, nargs="?", const=DIST, metavar="文件夹", help="不打包，只核对打好的（默认dist里的）"
    )
    options = parser.parse_args(arguments)
    if options.check:
        return int(built.check(options.check) > 0)
    wanted = {for_windows: options.windows, for_old_glibc: options.glibc, for_arm64: options.arm64}
    builds = [build for build, asked in wanted.items() if asked or (options.all and build is not for_arm64)]
    DIST.mkdir(exist_ok=True)
    for build in builds or [for_this_system]:
        for path in build():
            weigh(path)
    for path in release.finish(DIST, __version__):
        weigh(path)
    return 0


def for_this_system() -> list[Path]:
    """Build with this Python, let the program check itself, pack it."""
    program = DIST / ("windows" if os.name == "nt" else "linux") / "duizhao"
    _run(sys.executable, *_pyinstaller(program.parent, WORK / program.parent.name))
    slim(program)
    # on Windows the one with the window checks itself without a word: it cannot print
    for name in ("duizhao-cli.exe", "duizhao.exe") if os.name == "nt" else ("duizhao",):
        _check_itself(program / name)
    look_over(program)
    versions = {each.metadata["Name"]: each.version for each in metadata.distributions()}
    bill = release.write_bill(program, __version__, program.parent.name, versions)
    if os.name == "nt":
        return [*_pack_windows(program, WORK / "windows"), bill]
    return [*([build_deb.build(program, __version__, DIST)] if shutil.which("dpkg-deb") else []), bill]


def for_old_glibc() -> list[Path]:
    """Build with a Python for an older glibc, and prove that nothing in the program asks for a newer one."""
    python = old_glibc.prepare(old_glibc.PC)
    program = DIST / old_glibc.PC.name / "duizhao"
    _run(str(python), *_pyinstaller(program.parent, WORK / program.parent.name))
    slim(program)
    _check_itself(program / "duizhao")
    return _pack_for(old_glibc.PC, program, "amd64")


def for_arm64() -> list[Path]:
    """Build with a Python for ARM64 that qemu runs, and let the program check itself there."""
    python = old_glibc.prepare(old_glibc.ARM)
    debian = arm64.Debian()
    program = DIST / old_glibc.ARM.name / "duizhao"
    debian.run(str(python), *_pyinstaller(program.parent, WORK / program.parent.name))
    slim(program, debian.run)
    debian.run(str(program / "duizhao"), "--self-check", environment={"QT_QPA_PLATFORM": "offscreen"})
    return _pack_for(old_glibc.ARM, program, "arm64")


def _pack_for(aim: old_glibc.Aim, program: Path, architecture: str) -> list[Path]:
    """Hold a program to the glibc that was promised, and pack it."""
    look_over(program, aim)
    bill = release.write_bill(program, __version__, aim.name, wheels.versions(aim.wanted))
    return [build_deb.build(program, __version__, DIST, architecture), bill]


def for_windows() -> list[Path]:
    """Build under Wine, with the Windows bootloader, and try what was made there."""
    program = DIST / "windows" / "duizhao"
    with Bench() as bench:
        if bench.python(*_pyinstaller(program.parent, WORK / "windows", told_as=inside)):
            raise SystemExit("没有打成Windows的程序。")
        look_over(program)
        made = _pack_windows(program, WORK / "windows")
        windows_trial.run(bench, made[0], made[1], __version__)
    bill = release.write_bill(
        program, __version__, "windows", wheels.versions(wheels.pinned(windows_bench.NOT_FOR_WINDOWS))
    )
    return [*made, bill]


def _pack_windows(program: Path, work: Path) -> list[Path]:
    icon = next(work.rglob("duizhao.ico"))
    return [windows_setup.setup(program, icon, __version__), windows_setup.portable(program, __version__)]


def _pyinstaller(program: Path, work: Path, told_as: Callable[[Path], str] = str) -> list[str]:
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", told_as(program)]
    return [*command, "--workpath", told_as(work), told_as(ROOT / "packaging" / "duizhao.spec")]


def slim(program: Path, run: Callable[..., None] | None = None) -> None:
    """Take out what nothing reads: of ICU's data, and of libraries what is for a debugger, 15 MB in some Pythons.

    `run` runs the program strip where it knows the libraries' machine.
    """
    for library in program.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu_data.slim(library)
    run = run or (_run if shutil.which("strip") else None)
    if run is None:
        return
    for name, part in contents.owners(program).items():
        path = program / name
        if part in {"Python", "lxml", "rapidfuzz", "ahocorasick_rs"} and ".so" in path.name and not path.is_symlink():
            run("strip", "--strip-unneeded", str(path))


def look_over(program: Path, aim: old_glibc.Aim | None = None) -> None:
    """Hold a built program to what is promised of it; none is packed that is otherwise."""
    if faults := [*built.of_program(program), *built.over_promise(program, aim)]:
        raise SystemExit("\n".join(faults))
    print(f"{program.relative_to(ROOT)}：{built.measured(program)}，每个文件都有归属", flush=True)


def weigh(package: Path) -> None:
    """Say what was made, and hold it to its size."""
    print(f"已生成 {built.weighed(package)}", flush=True)
    if faults := [*built.too_large(package)]:
        raise SystemExit("\n".join(faults))


def _check_itself(program: Path) -> None:
    shown = os.name == "nt" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    _run(str(program), "--self-check", env=None if shown else {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, cwd=ROOT, env=env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
