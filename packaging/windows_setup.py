"""Make of the program's folder what users of Windows get: one setup.exe, and one zip that runs from a USB stick."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "packaging" / "windows" / "duizhao.nsi"
PORTABLE = ROOT / "packaging" / "windows" / "portable.txt"


def setup(program: Path, icon: Path, version: str) -> Path:
    """Make the installer beside the program's folder."""
    compiler = makensis()
    if not compiler:
        raise SystemExit("没有找到NSIS，没有做安装程序。装好NSIS 3（nsis.sourceforge.io）后再运行一次。")
    output = program.parent.parent / f"duizhao-{version}-setup.exe"
    settings = {"VERSION": version, "ICON": str(icon.resolve()), "OUTPUT": str(output.resolve())}
    if os.name != "nt":
        settings["WIDE"] = "1"
    defined = [f"-D{name}={value}" for name, value in settings.items()]
    command = [compiler, "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)]
    subprocess.run(command, check=True, cwd=program)
    return output


def makensis() -> str | None:
    """Find NSIS's compiler; on Windows it does not put itself on the path."""
    places = (r"%ProgramFiles(x86)%\NSIS", r"%ProgramFiles%\NSIS", r"%LOCALAPPDATA%\Programs\NSIS")
    return shutil.which(
        "makensis", path=os.pathsep.join([os.environ.get("PATH", ""), *map(os.path.expandvars, places)])
    )


def portable(program: Path, version: str) -> Path:
    """Make the zip: the program and the mark beside it by which it keeps everything in its own folder Data.

    Names outside the program are plain ASCII: not every unpacking tool reads others. Every file has one time, so that the same
    program gives the same zip.
    """
    output = program.parent.parent / f"duizhao-{version}-portable.zip"
    top = f"duizhao-{version}"
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path in (PORTABLE, *sorted(path for path in program.rglob("*") if path.is_file())):
            name = path.name if path == PORTABLE else path.relative_to(program).as_posix()
            entry = zipfile.ZipInfo(f"{top}/{name}", date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, path.read_bytes(), compresslevel=9)
    return output
