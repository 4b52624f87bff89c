"""Damaged and crafted files of all kinds that the program reads, its own included: `python3 dev.py fuzz COUNT [--seed N]`.

Whatever is in a file, there comes out a result or a message: no traceback, within five seconds of work and 500 MB. What
breaks that is kept in a folder that is named, with the traceback.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

SECONDS = 5
ROOM = 500_000_000  # bytes beyond what the program takes by itself
_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**9,
    10**400,
    float("nan"),
    float("inf"),
    1e300,
    "",
    "\0",
    "\ud800",
    "名" * 300,
    "x" * 200_000,
    "../" * 50,
    [],
    {},
    [[]],
    {"": None},
)
_ODD_TOML = (
    "9" * 5000,
    "0x" + "f" * 5000,
    "-1",
    "1000000000",
    "nan",
    "inf",
    '""',
    '"\\u0000"',
    '"' + "名" * 3000 + '"',
    "[" * 3000 + "]" * 3000,
    "{a = " * 2000 + "1" + "}" * 2000,
    "2026-02-30",
    "9999-12-31",
    "0001-01-01",
    "true",
    "[]",
    '["a", "a"]',
    "'''",
)


def crafted(data: bytes, chooser: random.Random) -> bytes:
    """Put something odd in the place of a value in JSON, after a first line that is kept where it is a journal's."""
    head, found, body = data.partition(b"\n{") if data.startswith(b'{"path"') else (b"", b"", data)
    if found and chooser.random() < 0.5:
        return json.dumps(_odd_somewhere(json.loads(head), chooser)).encode() + found + body
    whole = json.loads(b"{" + body if found else body)
    return (head + b"\n" if found else b"") + json.dumps(_odd_somewhere(whole, chooser)).encode()


def _odd_somewhere(value: Any, chooser: random.Random) -> Any:
    if isinstance(value, dict) and value and chooser.random() < 0.85:
        key = chooser.choice(list(value))
        return {**value, key: _odd_somewhere(value[key], chooser)}
    if isinstance(value, list) and value and chooser.random() < 0.7:
        at = chooser.randrange(len(value))
        return [*value[:at], _odd_somewhere(value[at], chooser), *value[at + 1 :]]
    odd = chooser.choice(_ODD)
    for _ in range(chooser.choice((0, 0, 0, 900))):
        odd = [odd]
    return odd


def crafted_toml(data: bytes, chooser: random.Random) -> bytes:
    """Put something odd in the place of a value in TOML, or a line in another place."""
    lines = data.decode("utf-8").split("\n")
    with_value = [number for number, line in enumerate(lines) if "=" in line] or [0]
    at = chooser.choice(with_value)
    match chooser.randrange(4):
        case 0:
            lines.insert(chooser.randrange(len(lines)), lines[at])
        case 1:
            del lines[at]
        case _:
            lines[at] = lines[at].partition("=")[0] + "= " + chooser.choice(_ODD_TOML)
    return "\n".join(lines).encode()


def mutants(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """Yield damaged files of a kind, of our own ones crafted ones too."""
    import file_samples
    import own_files

    if made := {**file_samples.SAMPLES, **file_samples.TABLES}.get(kind):
        yield from file_samples.mutants(made(), count, seed)
        return
    chooser, data = random.Random(seed), own_files.SAMPLES[kind]()
    damaged = file_samples.mutants(data, count, seed)
    craft = crafted_toml if kind == "template" else crafted
    for _ in range(count):
        yield craft(data, chooser) if chooser.random() < 0.8 else next(damaged)


def door(kind: str) -> Callable[[bytes], object]:
    """Give what the program does with files of a kind."""
    import file_samples
    import own_files

    if kind in file_samples.TABLES:
        return partial(file_samples.rows, own_files.paths.home() / "清单")
    return own_files.DOORS.get(kind, file_samples.outcome)


def kinds() -> list[str]:
    import file_samples
    import own_files

    return [*own_files.SAMPLES, *file_samples.SAMPLES, *file_samples.TABLES]


class TooLong(BaseException):
    """A file that takes longer than anybody waits; no door may swallow it."""


def strike(kind: str, mutant: bytes) -> float:
    """Let a mutant in by its door; give the seconds it took. Raises whatever the door raises, and TooLong."""
    began = process_time()
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        door(kind)(mutant)
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)
    return process_time() - began


def main() -> int:
    """Let in a number of mutants, the kinds by turns."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the checkout this stands in
    parser = argparse.ArgumentParser(description="用损坏的和特制的文件试各个读入口")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="duizhao-fuzz-"))
    os.environ["DUIZHAO_HOME"] = str(folder / "home")
    (folder / "home").mkdir()  # where tables are put to be read; no kind of our own may have come before
    watch()
    chosen = [options.kind] if options.kind else kinds()
    failures = 0
    for kind in chosen:
        slowest, broken = 0.0, 0
        for number, mutant in enumerate(mutants(kind, -(-options.count // len(chosen)), options.seed)):
            try:
                slowest = max(slowest, strike(kind, mutant))
            except (Exception, TooLong):
                broken += 1
                (folder / f"{kind}-{number}").write_bytes(mutant)
                (folder / f"{kind}-{number}.txt").write_text(traceback.format_exc(), "utf-8")
        failures += broken
        print(f"{kind:10} {number + 1:6} 份  最慢 {slowest:.2f} 秒  出错 {broken}", flush=True)
    print(
        f"种子 {options.seed}，内存峰值 {peak_mb():.0f} MB" + (f"；出错的文件在 {folder}" if failures else "，没有出错")
    )
    return int(failures > 0)


def watch() -> None:
    """Limit time and room where the system can."""
    if hasattr(signal, "setitimer"):

        def stop(_number: int, _frame: object) -> None:
            raise TooLong

        signal.signal(signal.SIGPROF, stop)
    if sys.platform == "linux":
        import resource

        now = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + 2 * ROOM, resource.RLIM_INFINITY))  # address space, not memory


def peak_mb() -> float:
    """Give the most memory that this process has taken; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    sys.exit(main())
