"""The pinned packages for a Python that is not the one running: fetched as wheels for its system, unpacked into its folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parent / "constraints.txt"
SOURCE_ONLY = "jieba"  # all of it Python, without a wheel on PyPI


def pinned(left_out: Collection[str], otherwise: Mapping[str, str] | None = None) -> list[str]:
    """List the versions of constraints.txt but those left out; some may have another version there."""
    lines = CONSTRAINTS.read_text("utf-8").splitlines()
    found = [match.groups() for line in lines if (match := re.match(r"([\w.-]+)==([\w.]+)", line))]
    wanted = ((name.lower().replace("_", "-"), name, version) for name, version in found)
    return [f"{name}=={(otherwise or {}).get(key, version)}" for key, name, version in wanted if key not in left_out]


def lay(site: Path, wanted: Sequence[str], platforms: Sequence[str]) -> None:
    """Unpack the wheels of CPython 3.11 for these platforms into an emptied folder, if what was wanted has changed."""
    stamp = site / "packages.txt"
    if stamp.exists() and stamp.read_text("utf-8").split() == list(wanted):
        return
    print("正在下载组件……", flush=True)
    shutil.rmtree(site, ignore_errors=True)
    wheels = site.with_name("wheels")
    shutil.rmtree(wheels, ignore_errors=True)
    kind = ["--only-binary=:all:", "--python-version", "3.11", "--implementation", "cp"]
    kind += [part for platform in platforms for part in ("--platform", platform)]
    compiled = [each for each in wanted if not each.startswith(f"{SOURCE_ONLY}==")]
    pip("download", "--no-deps", "-d", str(wheels), *kind, *compiled)
    pip("wheel", "--no-deps", "-w", str(wheels), *(each for each in wanted if each not in compiled))
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as held:
            held.extractall(site)
    shutil.rmtree(wheels)
    stamp.write_text("\n".join(wanted), "utf-8")


def pip(*arguments: str) -> None:
    """Run this Python's pip."""
    subprocess.run(
        [sys.executable, "-m", "pip", arguments[0], "-qq", "--disable-pip-version-check", *arguments[1:]], check=True
    )
