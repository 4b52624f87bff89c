"""The pinned packages for a Python that is not the one running: fetched as wheels for its system, unpacked into its folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SOURCE_ONLY = "jieba"  # all of it Python, without a wheel on PyPI


def pinned(left_out: Collection[str], *files: str) -> dict[str, str]:
    """Give the entries of constraints.txt, version and checksums, by name, but those left out; later files win."""
    entries: dict[str, str] = {}
    for file in ("constraints.txt", *files):
        for entry in re.split(r"(?m)^(?=[A-Za-z])", (FOLDER / file).read_text("utf-8")):
            name, pinned, _ = entry.partition("==")
            if pinned and name not in left_out:
                lines = [line for line in entry.splitlines() if line and not line.startswith("#")]
                # what other systems do not need has been left out by name
                entries[name] = "\n".join([re.sub(r" ;.*?( \\)?$", r"\1", lines[0]), *lines[1:]])
    return entries


def versions(wanted: Mapping[str, str]) -> dict[str, str]:
    """Give the versions by name."""
    return {name: entry.partition("==")[2].split()[0] for name, entry in wanted.items()}


def lay(site: Path, wanted: Mapping[str, str], platforms: Sequence[str]) -> None:
    """Unpack the wheels of CPython 3.11 for these platforms into an emptied folder, if what was wanted has changed."""
    stamp, state = site / "packages.txt", "\n".join(wanted.values())
    if stamp.exists() and stamp.read_text("utf-8") == state:
        return
    print("正在下载组件……", flush=True)
    shutil.rmtree(site, ignore_errors=True)
    wheels = site.with_name("wheels")
    shutil.rmtree(wheels, ignore_errors=True)
    fetch(wheels, [entry for name, entry in wanted.items() if name != SOURCE_ONLY], platforms)
    source = required(site.with_name("source.txt"), [wanted[SOURCE_ONLY]])
    pip("wheel", "--no-deps", "--no-build-isolation", "--require-hashes", "-w", str(wheels), "-r", source)
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as held:
            held.extractall(site)
    shutil.rmtree(wheels)
    stamp.write_text(state, "utf-8")


def fetch(folder: Path, entries: Sequence[str], platforms: Sequence[str]) -> None:
    """Fetch wheels whose checksums stand in the entries."""
    kind = [
        "--only-binary=:all:",
        "--python-version",
        "3.11",
        "--implementation",
        "cp",
        "--no-deps",
        "--require-hashes",
    ]
    kind += [part for platform in platforms for part in ("--platform", platform)]
    folder.mkdir(parents=True, exist_ok=True)
    pip("download", "-d", str(folder), *kind, "-r", required(folder / "wanted.txt", entries))


def required(path: Path, entries: Sequence[str]) -> str:
    """Write a list that pip reads."""
    path.write_text("\n".join(entries) + "\n", "utf-8")
    return str(path)


def pip(*arguments: str) -> None:
    """Run this Python's pip."""
    subprocess.run(
        [sys.executable, "-m", "pip", arguments[0], "-qq", "--disable-pip-version-check", *arguments[1:]], check=True
    )
