"""Hours of a writer's work in minutes, at random but seeded: `python3 dev.py soak MINUTES [--rounds N] [--seed N]`.

A round is a hundred and twenty deeds over one window, each kind as often as it is done, shuffled: typing, undo,
paste, switching documents, exchange of the template, find and replace, decisions, saving, export, the panels, 各稿对比,
批评意见, a folder. The process runs itself under MALLOC_PERTURB_, so that memory used after it was freed kills it at once.

After each round the window comes to rest over the same text, and what is there is counted: it depends on the deeds
done, not on the time that a busy machine needs for them. From the second round on no object of Qt may be left over.
In the warm-up all word lists are read until they are compiled, which a session comes to sooner or later, and once.
From its end the memory may grow by 5 MB: what the last twenty rounds held on average is held against the
last twenty of the warm-up, since one round differs from the next by up to 6 MB, most of it fonts (1.4 MB for each that
a text laid out anywhere still holds). Both are over the same run of drafts (soak_hands). Beside it stands what of it are
pages of files (libraries; those of fonts and of the counts for slips the program gives back as it does when the hands
rest), and what is in use of what the C library has taken: where both stay and the memory grows, it is but what lies
between the pieces.
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
from collections import deque
from pathlib import Path
from typing import NamedTuple

WARM_UP_ROUNDS = 100  # until every cache is full; ten minutes on a machine with nothing else to do
AVERAGED_ROUNDS = 20
MOST_GROWTH_MB = 5.0
MOST_OBJECTS = 25  # more than after the first round: a list of the system's own that is as long as what is in it
MARKER = "DUIZHAO_SOAK"


class Memory(NamedTuple):
    """What a round left, in megabytes; see soak_hands.Left."""

    resident: float
    mapped: float
    used: float


def main() -> int:
    """Run the work in a process of its own, whose end is told whatever killed it."""
    parser = argparse.ArgumentParser(description="长时间随机操作窗口，查崩溃和内存增长")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--rounds", type=int, default=1_000_000, help="最多做多少轮，一轮约一百二十步")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.environ.get(MARKER):
        return work(options.minutes * 60, options.rounds, options.seed)
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


def work(seconds: float, rounds: int, seed: int) -> int:
    """Do random things until the time is over or all rounds are done, and judge what is left of them."""
    faulthandler.enable()
    sys.path.insert(
        0, str(Path(__file__).resolve().parents[1])
    )  # the checkout this stands in, wherever it is called from
    import soak_hands

    hands = soak_hands.Hands(random.Random(seed), Path(os.environ["HOME"]))
    began = time.monotonic()
    first = last = settled = None  # no more of them are kept: what kinds there are takes some kB each time
    memory: deque[Memory] = deque(maxlen=AVERAGED_ROUNDS)
    count = 0
    while count < rounds and hands.do_a_round(began + seconds):
        if count == WARM_UP_ROUNDS // 2:
            read_much()
        last, count = hands.come_to_rest(), count + 1
        first = first or last
        memory.append(Memory(last.memory, last.mapped, last.used))
        settled = average(memory) if count == WARM_UP_ROUNDS else settled
        told = (
            f"{last.memory:6.1f} MB，其中文件 {last.mapped:5.1f} MB，在用 {last.used:5.1f} MB，"
            f"Qt对象 {last.objects}个，最长 {last.longest:5d}字"
        )
        print(f"{time.monotonic() - began:6.0f} 秒  {count:4d} 轮  {hands.done:7d} 步  {told}", flush=True)
    hands.finish()
    faults = [f"Qt: {told}" for told in sorted(set(hands.warnings))]
    if first and last and last.objects - first.objects > MOST_OBJECTS:
        more = [f"{name} {count:+d}" for name, count in (last.kinds - first.kinds).most_common(8)]
        faults.append(f"留下的Qt对象：{'、'.join(more)}")
    print(f"走完 {hands.done} 步，种子 {seed}")
    if settled and count >= WARM_UP_ROUNDS + AVERAGED_ROUNDS:
        growth = tell_growth(settled, average(memory), count - WARM_UP_ROUNDS)
        if growth > MOST_GROWTH_MB:
            faults.append(f"内存增长超过 {MOST_GROWTH_MB:g} MB")
    print(*faults, sep="\n")
    return int(bool(faults))


def read_much() -> None:
    """Have each list of words read as much as it waits for before it is compiled (multi_pattern): 5 MB, and once.

    The hands would bring the last of them so far only after hours: a paragraph is read for slips but once.
    """
    from assistant import paths
    from assistant.files import template_shelf
    from assistant.language import multi_pattern, slips
    from assistant.review.material import analyse
    from assistant.text import canonical
    from assistant.ui.work.files import SAMPLE

    text = canonical((paths.resources() / "samples" / f"{SAMPLE}.txt").read_text("utf-8"))
    for _ in range(2 * multi_pattern.SOON_READ // len(text)):  # some look at a part of it
        analyse(text, template_shelf.find(SAMPLE), find_slips=slips.shipped().find)


def average(rounds: deque[Memory]) -> Memory:
    """Give what some rounds left on average."""
    return Memory(*(sum(values) / len(rounds) for values in zip(*rounds, strict=True)))


def tell_growth(settled: Memory, last: Memory, rounds: int) -> float:
    """Print what each kind of memory was after the warm-up and is now; give by how many megabytes all has grown."""
    for told, before, after in (
        ("内存", settled.resident, last.resident),
        ("其中文件", settled.mapped, last.mapped),
        ("其余", settled.resident - settled.mapped, last.resident - last.mapped),
        ("在用", settled.used, last.used),
    ):
        print(f"{told} {before:.1f} → {after:.1f} MB（{after - before:+.1f}）")
    growth = last.resident - settled.resident
    print(
        f"热身以后{rounds}轮，内存增长 {growth:.1f} MB（各取{AVERAGED_ROUNDS}轮的平均），每轮 {growth / rounds * 1000:.1f} kB"
    )
    return growth


if __name__ == "__main__":
    sys.exit(main())
