"""A Debian (11, if no other release is named) in a folder, in which something is run that this machine itself is too new for, or not to be changed by.

    debian_root.Root(folder, "amd64", ("xvfb",), seen=(ROOT,)).run("COMMAND", …)

Debian 11 has glibc 2.31, as 麒麟 V10 SP1. Mounting and chroot need root; the folder is made once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = "bullseye"
_TOOLS = {"debootstrap": "debootstrap", "unshare": "util-linux"}


class Root:
    """The folder, with other folders of this machine seen inside at the places they have outside."""

    def __init__(
        self, folder: Path, architecture: str, packages: Sequence[str], seen: Sequence[Path], release: str = RELEASE
    ) -> None:
        self.folder, self.seen, self.release = folder, seen, release
        self.check_tools(_TOOLS)
        if (
            not (folder / "etc" / "debian_version").exists() or (folder / "debootstrap").exists()
        ):  # the latter is taken away at the end
            self._make(architecture, packages)

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> None:
        """Run a command inside, in the project's folder; raises CalledProcessError. What it mounts and starts is gone when it ends."""
        for place in self.seen:
            self.inside(place).mkdir(parents=True, exist_ok=True)
        mounts = [f'mount --bind "{place}" "{self.inside(place)}"' for place in self.seen]
        mounts += [f'mount -t proc proc "{self.folder}/proc"', f'mount --bind /dev "{self.folder}/dev"']
        script = " && ".join([*mounts, f'exec chroot "{self.folder}" "$@"'])
        names = [f"{name}={value}" for name, value in {"HOME": "/root", **(environment or {})}.items()]
        path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
        inside = ["env", "-i", "LANG=C.UTF-8", path, *names, "sh", "-c", f'cd "{ROOT}" && exec "$@"', "sh", *command]
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        subprocess.run([*apart, "sh", "-c", script, "sh", *inside], check=True)

    def inside(self, place: Path) -> Path:
        """Give where a place of the inside lies outside."""
        return self.folder / place.relative_to("/")

    @staticmethod
    def check_tools(tools: Mapping[str, str]) -> None:
        """Stop where a tool is missing or the rights to use it."""
        missing = sorted({package for tool, package in tools.items() if not shutil.which(tool)})
        if missing:
            raise SystemExit(f"缺少要用的工具，请运行：sudo apt-get install -y {' '.join(missing)}")
        if os.geteuid():
            raise SystemExit("这一项要以root身份运行（要挂载文件夹），请在命令前加sudo。")

    def _make(self, architecture: str, packages: Sequence[str]) -> None:
        print(f"正在准备Debian（{self.release}，{architecture}，只在第一次，约五分钟，在 {self.folder}）……", flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        named = f"--include={','.join(packages)}"
        command = ["debootstrap", f"--arch={architecture}", "--variant=minbase", named, self.release, str(self.folder)]
        told = self.folder.with_name(f"{self.folder.name}.log")
        with told.open("w", encoding="utf-8") as log:
            if subprocess.run(command, check=False, stdout=log, stderr=log).returncode:
                shutil.rmtree(self.folder, ignore_errors=True)
                raise SystemExit(f"没有做成Debian，原因在 {told} 的末尾。")
