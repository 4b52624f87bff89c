"""Build the program and make of it what installs it; `dev.py package` runs this with the project's Python.

package.py                  for this system: a .deb where there is dpkg, setup.exe and zip on Windows
package.py --windows        for Windows, made on a Debian (windows_bench.py)
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import build_deb
import contents
import windows_setup
import windows_trial
from windows_bench import DRIVE, Bench

from assistant import __version__

DIST, WORK = ROOT / "dist", ROOT / "build"
LARGEST_UNPACKED, LARGEST_PACKAGE = 120_000_000, 40_000_000  # a folder on the disk; what is sent and downloaded


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for."""
    parser = argparse.ArgumentParser(prog="dev.py package", description="打成可分发的程序和安装包，放在 dist")
    parser.add_argument("--windows", action="store_true", help="在Debian上做Windows的安装程序和免安装压缩包")
    options = parser.parse_args(arguments)
    made = for_windows() if options.windows else for_this_system()
    for path in made:
        told(path)
    return 0


def for_this_system() -> list[Path]:
    """Build with this Python, let the program check itself, pack it."""
    program = DIST / ("windows" if os.name == "nt" else "linux") / "duizhao"
    _run(sys.executable, *_pyinstaller(program.parent, WORK / program.parent.name))
    strip(program)
    # on Windows the one with the window checks itself without a word: it cannot print
    for name in ("duizhao-cli.exe", "duizhao.exe") if os.name == "nt" else ("duizhao",):
        _run(
            str(program / name),
            "--self-check",
            env=None if _has_display() else {**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
    look_over(program)
    if os.name == "nt":
        return _pack_windows(program, WORK / "windows")
    return [build_deb.build(program, __version__, DIST)] if shutil.which("dpkg-deb") else []


def for_windows() -> list[Path]:
    """Build under Wine, with the Windows bootloader, and try what was made there."""
    program = DIST / "windows" / "duizhao"
    with Bench() as bench:
        build = _pyinstaller(Path(f"{DRIVE}/dist/windows"), Path(f"{DRIVE}/build/windows"), Path(f"{DRIVE}/packaging"))
        if bench.python(*build):
            raise SystemExit("没有打成Windows的程序。")
        look_over(program)
        made = _pack_windows(program, WORK / "windows")
        windows_trial.run(bench, made[0], made[1], __version__)
    return made


def _pack_windows(program: Path, work: Path) -> list[Path]:
    icon = next(work.rglob("duizhao.ico"))
    return [windows_setup.setup(program, icon, __version__), windows_setup.portable(program, __version__)]


def _pyinstaller(program: Path, work: Path, packaging: Path = ROOT / "packaging") -> list[str]:
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    return [*command, "--distpath", str(program), "--workpath", str(work), str(packaging / "duizhao.spec")]


def strip(program: Path) -> None:
    """Take out of Python's own libraries what only a debugger reads; some Pythons are built with 15 MB of it."""
    if not shutil.which("strip"):
        return
    for name, part in contents.owners(program).items():
        path = program / name
        if part == "Python" and ".so" in path.name and not path.is_symlink():
            _run("strip", "--strip-unneeded", str(path))


def look_over(program: Path) -> None:
    """Account for every file of a built program and hold it to its size."""
    held = contents.owners(program)
    size = contents.unpacked(program)
    print(f"{program.relative_to(ROOT)}：{len(held)}个文件，{size / 1e6:.0f} MB，每个文件都有归属", flush=True)
    if size > LARGEST_UNPACKED:
        raise SystemExit(f"程序文件夹超过 {LARGEST_UNPACKED / 1e6:.0f} MB。")


def told(package: Path) -> None:
    """Say what was made."""
    size = package.stat().st_size
    print(f"已生成 {package.relative_to(ROOT)}（{size / 1e6:.1f} MB）", flush=True)
    if size > LARGEST_PACKAGE and package.suffix != ".zip":
        raise SystemExit(f"安装包超过 {LARGEST_PACKAGE / 1e6:.0f} MB。")


def _has_display() -> bool:
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, cwd=ROOT, env=env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
