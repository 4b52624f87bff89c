"""Write anew which version of every package is installed, with the checksum of each of its files; what `dev.py constraints` runs.

    constraints.py              keep the versions there are, add what pyproject.toml asks for since
    constraints.py --upgrade    take the newest of all

constraints.txt is for everybody: groups named after what needs them (run, build, and the extras of pyproject.toml), for every system and every
Python in use. constraints-glibc.txt and constraints-arm64.txt have the older Qt for UOS 20 and Kylin V10, constraints-tools.txt
what builds for other systems. dev.py installs nothing whose checksum does not stand there.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
UV = "uv==0.13.9"
OLDEST_PYTHON = "3.10"
HEAD = """\
# Exact versions for everybody, with the checksums of their files: dev.py, CI and the packaged program install these.
# Made by `python3 dev.py constraints`; do not edit by hand.
"""
# Qt's last versions for glibc 2.28 on PCs and 2.31 on ARM64; a CPython for Windows; a C compiler that knows every glibc
GLIBC = ("PySide6-Essentials==6.9.3",)
ARM64 = ("PySide6-Essentials==6.8.0.2",)
TOOLS = ("panda3d==1.10.16", "ziglang==0.17.1")


def main(arguments: Sequence[str]) -> int:
    """Write all four files."""
    parser = argparse.ArgumentParser(prog="dev.py constraints", description="重新写各组件的版本和校验值")
    parser.add_argument("--upgrade", action="store_true", help="都换成最新的版本；不写就保留现在的版本")
    kept = None if parser.parse_args(arguments).upgrade else FOLDER / "constraints.txt"
    uv = _uv()
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    backend = re.findall(r'"([^"]+)"', re.search(r"(?m)^requires = \[(.*)\]", project)[1])  # type: ignore[index]
    extras = re.findall(r"(?m)^(\w+) = \[", project.partition("[project.optional-dependencies]")[2].partition("\n[")[0])
    own = str(ROOT / "pyproject.toml")
    parts = {
        "run": _resolved(uv, [own], kept=kept),
        "build": _resolved(uv, ["-"], backend, kept=kept),
        **{extra: _resolved(uv, [own, "--extra", extra], kept=kept) for extra in extras},
    }
    (FOLDER / "constraints.txt").write_text(HEAD + _grouped(parts), "utf-8", newline="\n")
    others = {"constraints-glibc.txt": GLIBC, "constraints-arm64.txt": ARM64, "constraints-tools.txt": TOOLS}
    for file, asked in others.items():
        entries = _resolved(uv, ["-"], asked)
        wanted = [entries[key] for key in sorted(entries)]
        (FOLDER / file).write_text(HEAD + "\n" + "\n".join(wanted) + "\n", "utf-8", newline="\n")
    print("已写好 packaging/constraints*.txt")
    return 0


def _grouped(parts: Mapping[str, Mapping[str, str]]) -> str:
    """Write each entry once, under the names of all parts that need it; what the program needs is needed by all."""
    entries = {name: entry for part in parts.values() for name, entry in part.items()}
    groups: dict[str, list[str]] = {}
    for name in sorted(entries):
        needing = [part for part in parts if name in parts[part]]
        groups.setdefault("run" if "run" in needing else " ".join(needing), []).append(entries[name])
    return "".join(f"\n# {head}\n" + "\n".join(lines) + "\n" for head, lines in sorted(groups.items()))


def _resolved(uv: Path, asked: Sequence[str], lines: Iterable[str] = (), *, kept: Path | None = None) -> dict[str, str]:
    """Let uv find all that is needed, for every system and Python; give the entries by name."""
    command = [
        str(uv),
        "pip",
        "compile",
        "--universal",
        "--python-version",
        OLDEST_PYTHON,
        "--generate-hashes",
        "--fork-strategy",
        "fewest",
    ]
    command += ["--no-annotate", "--no-header", "--quiet", *asked, *(["--constraints", str(kept)] if kept else [])]
    told = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, input="\n".join(lines), encoding="utf-8", cwd=ROOT
    )
    entries = re.split(r"(?m)^(?=[A-Za-z])", told.stdout.replace("\r\n", "\n"))
    return {entry.partition("==")[0]: entry.rstrip() for entry in entries if "==" in entry}


def _uv() -> Path:
    """Have uv apart from the project's own packages."""
    folder = ROOT / "build" / "uv"
    found = shutil.which("uv", path=str(folder / "bin"))
    if not found:
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--target",
            str(folder),
            UV,
        ]
        subprocess.run(pip, check=True)
        found = shutil.which("uv", path=str(folder / "bin"))
    assert found
    return Path(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
