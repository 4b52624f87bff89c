"""A Debian 11 for ARM64 in a folder, in which this machine runs what is built for 麒麟 on 飞腾 and 鲲鹏.

    arm64.Debian().run("COMMAND", …)

The Python of old_glibc.py, PyInstaller and the program itself are run by qemu, through the kernel's binfmt_misc. The folder,
300 MB, is made once in ~/.cache/duizhao.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import debian_root
import old_glibc

# what PyInstaller asks with, and what Qt loads even where nothing is shown; the rest the program's own package will ask for
PACKAGES = (
    "binutils", "libgl1", "libegl1", "libxkbcommon0", "libxkbcommon-x11-0", "libfontconfig1", "libdbus-1-3", "libglib2.0-0", "libxcb-cursor0",
    "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0",
    "libxcb-xkb1", "libxcb-util1", "fonts-wqy-microhei",
)  # fmt: skip
_BINFMT = Path("/proc/sys/fs/binfmt_misc")
# the first 20 bytes of an ELF file for AArch64 and which of their bits count, as qemu's own qemu-binfmt-conf.sh has them; F: loaded at once, so
# that it is found from inside the folder too
_REGISTERED = (
    r":qemu-aarch64:M::\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00"
    r":\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff:/usr/bin/qemu-aarch64-static:F"
)


class Debian(debian_root.Root):
    """The folder, with the project and the cache of its Python seen inside at the places they have outside."""

    def __init__(self) -> None:
        self.check_tools({"qemu-aarch64-static": "qemu-user-static"})
        self._register()
        aim = old_glibc.ARM
        super().__init__(aim.folder / debian_root.RELEASE, "arm64", PACKAGES, seen=(debian_root.ROOT, aim.folder))

    def _register(self) -> None:
        """Tell the kernel who runs programs for ARM64, if nobody has."""
        if not (_BINFMT / "register").exists():
            subprocess.run(["mount", "-t", "binfmt_misc", "none", str(_BINFMT)], check=True)
        if not (_BINFMT / "qemu-aarch64").exists():
            (_BINFMT / "register").write_text(_REGISTERED, "ascii")
