"""Try what users of 统信, 麒麟 and Debian get, in a Debian of its own: install, check, upgrade over an older one, remove.

    sudo python3 packaging/debian_trial.py PACKAGE.deb [RELEASE]      bullseye (Debian 11) if none is named, or trixie

What the writer has made must be there afterwards, whatever is done to the program.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import debian_root
import old_glibc

_DESKTOP = (
    "xvfb",
    "openbox",
    "xdotool",
    "imagemagick",
    "dbus",
    "dbus-x11",
    "procps",
    "fonts-wqy-microhei",
    "ca-certificates",
)
_PROGRAM, _SHARE = Path("/opt/duizhao"), Path("/usr/share")
_ENTRIES = (
    _SHARE / "applications/duizhao.desktop",
    _SHARE / "mime/packages/duizhao.xml",
    _SHARE / "icons/hicolor/scalable/apps/duizhao.svg",
)
_HOME = Path("/root/试用")
_KEPT = (
    _HOME / "文档/我的稿子.duizhao",
    _HOME / ".local/share/duizhao/backups/稿子",
    _PROGRAM / "我的稿子.duizhao",
)


def desktop(*seen: Path, release: str = debian_root.RELEASE) -> debian_root.Root:
    """Have a Debian with what a desktop has; the program's package brings the rest."""
    folder = old_glibc.PC.folder.parent / f"desktop-{release}"
    debian = debian_root.Root(folder, "amd64", _DESKTOP, (debian_root.ROOT, *seen), release)
    debian.run("apt-get", "-qq", "update")
    return debian


def apt(debian: debian_root.Root, *arguments: str) -> None:
    """Install or remove, without a word as long as that is done."""
    quiet = ("apt-get", "-qq", "-y", "--allow-downgrades", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0")
    script = '"$@" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }'
    debian.run("sh", "-c", script, "sh", *quiet, *arguments, environment={"DEBIAN_FRONTEND": "noninteractive"})


def main(arguments: Sequence[str]) -> int:
    """Do all of it; stop at the first thing that is not as promised."""
    if not arguments or not arguments[0].endswith(".deb"):
        print(__doc__)
        return 2
    release = arguments[1] if len(arguments) > 1 else debian_root.RELEASE
    package = Path(arguments[0]).resolve()
    with tempfile.TemporaryDirectory() as name:
        older = _older(package, Path(name))
        debian = desktop(package.parent, older.parent, release=release)
        debian.run("sh", "-c", "! dpkg -s duizhao >/dev/null 2>&1 || dpkg --purge duizhao >/dev/null")
        apt(debian, "install", str(older))
        kept = _write(debian)
        _upgrades(debian, package, kept)
        _removes(debian, kept)
    return 0


def _upgrades(debian: debian_root.Root, package: Path, kept: list[str]) -> None:
    apt(debian, "install", str(package))
    _expect(not debian.inside(_PROGRAM / "old.so").exists(), "旧版的文件还在")
    _expect(_held(debian) == kept, "升级动了稿子")
    debian.run("duizhao", "--self-check", environment={"HOME": str(_HOME), "QT_QPA_PLATFORM": "offscreen"})
    gone = [str(entry) for entry in _ENTRIES if not debian.inside(entry).is_file()]
    _expect(not gone, f"没有{gone}")
    print("从旧版升级到新版，程序自查通过；旧版多出的文件没有了，稿子都在", flush=True)


def _removes(debian: debian_root.Root, kept: list[str]) -> None:
    apt(debian, "purge", "duizhao")
    _expect(_held(debian) == kept, "卸载动了稿子")
    left = [str(each) for each in (_PROGRAM / "duizhao", *_ENTRIES) if debian.inside(each).exists()]
    _expect(not left, f"卸载以后还有：{left}")
    print("卸载后程序、菜单里的入口没有了，稿子都在", flush=True)


def _older(package: Path, folder: Path) -> Path:
    """Make of a package one of an older version with a file that the new one has not."""
    tree = folder / "tree"
    subprocess.run(["dpkg-deb", "-R", str(package), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text("utf-8").splitlines()
    control.write_text(
        "\n".join("Version: 0.0.1" if line.startswith("Version:") else line for line in lines) + "\n", "utf-8"
    )
    (tree / "opt/duizhao/old.so").write_bytes(b"")
    made = folder / "old" / "duizhao_0.0.1_amd64.deb"
    made.parent.mkdir()
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "-b", str(tree), str(made)], check=True, stdout=subprocess.DEVNULL
    )
    return made


def _write(debian: debian_root.Root) -> list[str]:
    """Leave in the user's folders, and in the program's own, what nobody may touch."""
    for path in _KEPT:
        place = debian.inside(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"稿子：{path}", "utf-8")
    return _held(debian)


def _held(debian: debian_root.Root) -> list[str]:
    return [
        hashlib.sha256(debian.inside(path).read_bytes()).hexdigest() if debian.inside(path).is_file() else ""
        for path in _KEPT
    ]


def _expect(right: bool, told: str) -> None:
    if not right:
        raise SystemExit(f"试用不对：{told}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
