"""A Debian 11 for ARM64 in a folder, in which this machine runs what is built for 麒麟 on 飞腾 and 鲲鹏.

    arm64.Debian().run("COMMAND", …)

The Python of old_glibc.py, PyInstaller and the program itself are run by qemu, through the kernel's binfmt_misc. Debian 11 has
glibc 2.31, as 麒麟 V10 SP1. Mounting and chroot need root; the folder, 300 MB, is made once in ~/.cache/duizhao.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import old_glibc

ROOT = Path(__file__).resolve().parent.parent
RELEASE = "bullseye"
# what PyInstaller asks with, and what Qt loads even where nothing is shown; the rest the program's own package will ask for
PACKAGES = (
    "binutils,libgl1,libegl1,libxkbcommon0,libxkbcommon-x11-0,libfontconfig1,libdbus-1-3,libglib2.0-0,libxcb-cursor0,"
    "libxcb-icccm4,libxcb-image0,libxcb-keysyms1,libxcb-randr0,libxcb-render-util0,libxcb-shape0,libxcb-sync1,libxcb-xfixes0,"
    "libxcb-xkb1,libxcb-util1,fonts-wqy-microhei"
)
_BINFMT = Path("/proc/sys/fs/binfmt_misc")
# the first 20 bytes of an ELF file for AArch64 and which of their bits count, as qemu's own qemu-binfmt-conf.sh has them; F: loaded at once, so
# that it is found from inside the folder too
_REGISTERED = (
    r":qemu-aarch64:M::\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00"
    r":\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff:/usr/bin/qemu-aarch64-static:F"
)
_TOOLS = {"qemu-aarch64-static": "qemu-user-static", "debootstrap": "debootstrap", "unshare": "util-linux"}


class Debian:
    """The folder, with the project and the cache of its Python seen inside at the places they have outside."""

    def __init__(self) -> None:
        self.folder = old_glibc.ARM.folder / RELEASE
        self._check_tools()
        self._register()
        if not (self.folder / "usr" / "bin" / "objdump").exists():
            self._make()

    def run(self, *command: str, environment: dict[str, str] | None = None) -> None:
        """Run a command inside, in the project's folder; raises CalledProcessError. What it mounts is gone when it ends."""
        seen = (ROOT, old_glibc.ARM.folder)
        for place in seen:
            self._inside(place).mkdir(parents=True, exist_ok=True)
        mounts = [f'mount --bind "{place}" "{self._inside(place)}"' for place in seen]
        mounts += [f'mount -t proc proc "{self.folder}/proc"', f'mount --bind /dev "{self.folder}/dev"']
        script = " && ".join([*mounts, f'exec chroot "{self.folder}" "$@"'])
        names = [f"{name}={value}" for name, value in {"HOME": "/root", **(environment or {})}.items()]
        path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
        inside = ["env", "-i", "LANG=C.UTF-8", path, *names, "sh", "-c", f'cd "{ROOT}" && exec "$@"', "sh", *command]
        subprocess.run(["unshare", "--mount", "sh", "-c", script, "sh", *inside], check=True)

    def _inside(self, place: Path) -> Path:
        return self.folder / place.relative_to("/")

    def _check_tools(self) -> None:
        missing = sorted({package for tool, package in _TOOLS.items() if not shutil.which(tool)})
        if missing:
            raise SystemExit(f"缺少运行ARM64程序要用的工具，请运行：sudo apt-get install -y {' '.join(missing)}")
        if os.geteuid():
            raise SystemExit("ARM64的安装包要以root身份制作（要挂载文件夹）：sudo python3 dev.py package --arm64")

    def _register(self) -> None:
        """Tell the kernel who runs programs for ARM64, if nobody has."""
        if not (_BINFMT / "register").exists():
            subprocess.run(["mount", "-t", "binfmt_misc", "none", str(_BINFMT)], check=True)
        if not (_BINFMT / "qemu-aarch64").exists():
            (_BINFMT / "register").write_text(_REGISTERED, "ascii")

    def _make(self) -> None:
        print(f"正在准备ARM64的Debian（只在第一次，约五分钟，在 {self.folder}）……", flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        command = [
            "debootstrap",
            "--arch=arm64",
            "--variant=minbase",
            f"--include={PACKAGES}",
            RELEASE,
            str(self.folder),
        ]
        with (old_glibc.ARM.folder / "debian.log").open("w", encoding="utf-8") as log:
            if subprocess.run(command, check=False, stdout=log, stderr=log).returncode:
                shutil.rmtree(self.folder, ignore_errors=True)
                raise SystemExit(f"没有做成ARM64的Debian，原因在 {log.name} 的末尾。")
