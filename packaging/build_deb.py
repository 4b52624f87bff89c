"""Make a Debian package of the built program, for 统信UOS, 麒麟 and Debian: the last step of `dev.py package`.

The program goes to /opt/duizhao and its entries to /usr/share, which every desktop reads. The UOS store wants
/opt/apps/ID/files instead, with the entries beside it; other desktops do not look there, and an ID is a domain name of
one's own, which this project has not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import contents
import elf

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging" / "debian"
ICON = ROOT / "resources" / "icons" / "duizhao.svg"


def build(program: Path, version: str, folder: Path, architecture: str = "") -> Path:
    """Pack the program's folder into a package in another folder, for this machine's architecture if none is named.

    The times in it are those of the program at the latest, so that the same program gives the same package.
    """
    architecture = architecture or _told("dpkg", "--print-architecture")
    package = folder / f"duizhao_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as work:
        tree = Path(work) / "tree"
        _fill(tree, program)
        _write_control(tree, version, architecture)
        _set_modes(tree)
        built = str(int((program / "duizhao").stat().st_mtime))
        # files belong to root without being it; zstd, which newer dpkg prefers, cannot be read by dpkg of UOS 20
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)]
        subprocess.run(command, check=True, env={"SOURCE_DATE_EPOCH": built, **os.environ}, stdout=subprocess.DEVNULL)
    return package


def _fill(tree: Path, program: Path) -> None:
    shutil.copytree(program, tree / "opt" / "duizhao", symlinks=True)
    share = tree / "usr" / "share"
    for source, place in (
        (SOURCE / "duizhao.desktop", "applications/duizhao.desktop"),
        (SOURCE / "duizhao.xml", "mime/packages/duizhao.xml"),
        (ICON, "icons/hicolor/scalable/apps/duizhao.svg"),
        (ROOT / "LICENSE", "doc/duizhao/copyright"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / place)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "duizhao").symlink_to("../../opt/duizhao/duizhao")


def _write_control(tree: Path, version: str, architecture: str) -> None:
    kilobytes = sum(-(-path.lstat().st_size // 1024) for path in tree.rglob("*"))
    program = tree / "opt" / "duizhao"
    required, wished = contents.packages_for(elf.from_the_system(program))
    # an older system must refuse the package, not let the program crash
    glibc = ".".join(map(str, elf.newest(program, "GLIBC")))
    values = {
        "version": version,
        "architecture": architecture,
        "kilobytes": kilobytes,
        "depends": ", ".join([f"libc6 (>= {glibc})", *(name for name in required if name != "libc6")]),
        "recommends": ", ".join(["fonts-noto-cjk | fonts-wqy-microhei", *wished]),
    }
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text((SOURCE / "control").read_text("utf-8").format(**values), "utf-8")
    shutil.copy(SOURCE / "postinst", control)
    (control / "postinst").chmod(0o755)


def _set_modes(tree: Path) -> None:
    """Give files the modes of an installed program, whatever the umask of who builds."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
