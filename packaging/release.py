"""What goes with the packages: the bill of materials of each program (CycloneDX), the checksums, what is new (发布说明), 安装说明."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import contents
import install_page

from assistant.files import licences

ROOT = Path(__file__).resolve().parent.parent
SUMS, NOTES, INSTALLING = "SHA256.txt", "发布说明.txt", "安装说明.html"


def bill(program: Path, version: str, versions: Mapping[str, str]) -> dict[str, Any]:
    """List the parts of a built program, with their licences, and its files, with their checksums, in CycloneDX 1.5.

    `versions` are those of the packages that it was built with, by name; the same program gives the same bill.
    """
    known = {_key(name): number for name, number in versions.items()}
    own, *others = licences.components()
    parts = []
    for each in others:
        for name in each.packages or [each.name]:
            entry: dict[str, Any] = {"type": "library", "name": name, "licenses": [{"expression": each.licence}]}
            if number := known.get(_key(name)):
                entry |= {"version": number, "purl": f"pkg:pypi/{_key(name)}@{number}"}
            parts.append(entry)
    files = [
        {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": _sum(program / name)}]}
        for name in contents.owners(program)
        if not (program / name).is_symlink()
    ]
    whole = hashlib.sha256(json.dumps(files).encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, whole)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": own.name,
                "version": version,
                "licenses": [{"expression": own.licence}],
            }
        },
        "components": [*parts, *files],
    }


def write_bill(program: Path, version: str, system: str, versions: Mapping[str, str]) -> Path:
    """Write the bill of materials beside the packages."""
    path = program.parent.parent / f"duizhao-{version}-{system}.cdx.json"
    path.write_text(
        json.dumps(bill(program, version, versions), ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n"
    )
    return path


def finish(folder: Path, version: str) -> list[Path]:
    """Write checksums and notes for all packages of this version that lie in a folder."""
    made = sorted(path for path in folder.iterdir() if path.is_file() and f"{version}" in path.name)
    sums = folder / SUMS
    sums.write_text("".join(f"{_sum(path)}  {path.name}\n" for path in made), "utf-8", newline="\n")
    notes = folder / NOTES
    notes.write_text(_notes(version, made), "utf-8-sig", newline="\r\n")  # as old editors on Windows read it
    installing = folder / INSTALLING
    installing.write_text(install_page.page(ROOT / "docs" / "install.md"), "utf-8", newline="\n")
    for earlier in ("怎么装.txt", "安装说明.txt"):  # as this page was called once
        (folder / earlier).unlink(missing_ok=True)
    return [sums, notes, installing]


_FOR = (
    ("-setup.exe", "Windows 10（1703）以后，安装程序"),
    ("-portable.zip", "Windows 10（1703）以后，免安装，可以放在U盘里"),
    ("_amd64.deb", "统信UOS、麒麟、Debian一类系统，x86-64"),
    ("_arm64.deb", "麒麟V10一类系统，ARM64（飞腾、鲲鹏）"),
    (".deb", "统信UOS、麒麟、Debian一类系统"),
    (".cdx.json", "组件和文件清单（CycloneDX）"),
)


def _notes(version: str, made: Sequence[Path]) -> str:
    lines = [f"对照检查写作助手 {version}", "", "文件"]
    for path in made:
        told = next((told for end, told in _FOR if path.name.endswith(end)), "")
        lines.append(f"  {path.name}（{path.stat().st_size / 1e6:.1f} MB）：{told}")
    lines += [f"  校验值在 {SUMS}；怎样安装、杀毒软件提示时怎么办，见“{INSTALLING}”。", "", "更新"]
    return "\n".join([*lines, *_news((ROOT / "CHANGELOG.md").read_text("utf-8"), version)]) + "\n"


def _news(changelog: str, version: str) -> list[str]:
    """Take the section of a version, or of what is not released yet, and turn it into plain text."""
    sections = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", changelog))
    section = next((text for head, text in sections.items() if head.startswith(version)), sections.get("未发布", ""))
    return _plain(section)


def _plain(page: str) -> list[str]:
    """Turn Markdown into lines of plain text; pictures stay in docs."""
    plain = re.sub(r"!\[[^\]]*\]\([^)]+\)\n*", "", page)
    plain = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", plain).replace("`", "").replace("**", "")
    return [re.sub(r"^#+ (.*)", r"【\1】", line) for line in plain.strip().splitlines()]


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
