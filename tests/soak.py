"""Hours of a writer's work in minutes, at random but seeded: `python3 dev.py soak MINUTES [--seed N]`.

Typing, undo, paste, switching documents, exchange of the template, find and replace, decisions, saving, export, over
one window. The process runs itself under MALLOC_PERTURB_, so that memory used after it was freed kills it at once. It
prints the memory every ten seconds of work and fails if that grows by more than 5 MB after the first ten minutes.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WARM_UP_SECONDS = 600.0  # until every cache is full
MOST_GROWTH_MB = 5.0
MARKER = "DUIZHAO_SOAK"


def main() -> int:
    """Run the work in a process of its own, whose end is told whatever killed it."""
    parser = argparse.ArgumentParser(description="长时间随机操作窗口，查崩溃和内存增长")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.environ.get(MARKER):
        return work(options.minutes * 60, options.seed)
    with tempfile.TemporaryDirectory() as home:
        poisoned = {
            **os.environ,
            MARKER: "1",
            "DUIZHAO_HOME": str(Path(home, "home")),
            "HOME": home,  # where documents are suggested
            "MALLOC_PERTURB_": "165",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "qt.qpa.*=false",
        }
        code = subprocess.run([sys.executable, *sys.argv], env=poisoned, check=False).returncode
    if code:
        print(f"没有走完，退出码 {code}；重现：dev.py soak {options.minutes:g} --seed {options.seed}")
    return code


def work(seconds: float, seed: int) -> int:
    """Do random things until the time is over, and judge the memory."""
    faulthandler.enable()
    sys.path.insert(
        0, str(Path(__file__).resolve().parents[1])
    )  # the checkout this stands in, wherever it is called from
    import soak_hands

    hands = soak_hands.Hands(random.Random(seed), Path(os.environ["HOME"]))
    began = shown = time.monotonic()
    settled: float | None = None
    while (now := time.monotonic()) - began < seconds:
        hands.do_something()
        if settled is None and now - began >= WARM_UP_SECONDS:
            settled = memory_mb()
        if now - shown >= 10:
            shown = now
            print(f"{now - began:6.0f} 秒  {hands.done:7d} 步  {memory_mb():6.1f} MB", flush=True)
    hands.finish()
    growth = memory_mb() - settled if settled is not None else 0.0
    print(f"走完 {hands.done} 步，种子 {seed}；热身以后内存增长 {growth:.1f} MB")
    for told in sorted(set(hands.warnings)):
        print(f"Qt: {told}")
    return int(growth > MOST_GROWTH_MB or bool(hands.warnings))


def memory_mb() -> float:
    """Give the resident memory of this process once the hands have rested; 0 where the system does not tell."""
    from assistant.ui import app

    app.sweep()  # these hands never rest so long
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
