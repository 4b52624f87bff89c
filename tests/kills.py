"""The window killed again and again while somebody types, saves and exports: `python3 dev.py kills COUNT [--seed N]`.

After each kill the draft, the Word file and all former states are whole, what is found again is at most a second old,
and nothing half written is left once the program has been started again. Every window goes on with the same draft as a
writer would: what was not saved is taken back, then written on. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

MOST_LOST = 1.0  # seconds
LETTERS = "坚持问题导向深入查摆不足带头强化政治忠诚对照要求本人学习落实整改，。；"
PAUSES = (0.0, 0.0, 0.01, 0.03, 0.12)  # seconds between two keys


class Told(NamedTuple):
    """What a window has said of its text: when it became what it is."""

    when: float
    text: str


class Outcome(NamedTuple):
    """What was left by a window that was killed."""

    lost: float  # seconds of writing
    faults: list[str]


def main() -> int:
    """Kill a number of windows, and tell how much each has lost."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the checkout this stands in
    parser = argparse.ArgumentParser(description="反复强行结束正在写、正在存的窗口，查丢失和残留")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    folder = Path(tempfile.mkdtemp(prefix="duizhao-kills-"))
    os.environ["DUIZHAO_HOME"] = str(folder / "home")
    losses, broken = [], 0
    for number, outcome in enumerate(outcomes(folder, options.count, options.seed), 1):
        losses.append(outcome.lost)
        broken += bool(outcome.faults)
        for fault in outcome.faults:
            print(f"第{number}次：{fault}", flush=True)
        if number % 20 == 0 or number == options.count:
            late = sum(lost > MOST_LOST for lost in losses)
            print(
                f"{number:6} 次  最多丢 {max(losses):.2f} 秒  超过 {MOST_LOST:g} 秒的 {late} 次  出错 {broken}",
                flush=True,
            )
    print(f"种子 {options.seed}；现场在 {folder}")
    return int(broken > 0)


def outcomes(folder: Path, count: int, seed: int):
    """Kill one window after the other over the same draft; yield what each has left."""
    from assistant.files import draft
    from assistant.files.writers import docx  # noqa: F401
    from assistant.ui import (
        app,  # loaded once; each window is forked from here  # noqa: F401
        wiring,  # noqa: F401
    )

    chooser = random.Random(seed)
    path = folder / "材料" / "稿.duizhao"
    path.parent.mkdir()
    draft.DraftFile(path).save(draft.Draft("一、存在的问题\n开头。"))
    for _ in range(count):
        yield _one(path, folder / "said", chooser)


def _one(path: Path, said: Path, chooser: random.Random) -> Outcome:
    said.write_bytes(b"")
    seed, wanted = chooser.random(), chooser.choice((0.05, 0.3, 0.8, 1.6, 2.4)) * chooser.uniform(0.5, 1.5)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write_for_ever(path, said, random.Random(seed), lambda: os.write(writer, b"."))
        finally:
            os._exit(3)
    os.close(writer)
    ready = select.select([reader], [], [], 60)[0] and os.read(reader, 1)
    time.sleep(wanted)
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    _, status = os.waitpid(child, 0)
    os.close(reader)
    if not ready or not os.WIFSIGNALED(status):
        return Outcome(0.0, ["窗口自己结束了"])
    lines = said.read_text("utf-8").split("\n")[:-1]  # what is cut off by the kill was not said
    return look(path, [Told(*json.loads(line)) for line in lines], killed)


def look(path: Path, said: list[Told], killed: float) -> Outcome:
    """Start as the program does after a kill, and see what there is."""
    from assistant.files import draft, former_states, housekeeping, journals, opening, settings
    from assistant.reading import Unreadable

    faults: list[str] = []
    housekeeping.tidy([path.parent])
    kept = []
    try:
        kept.append(draft.DraftFile.load(path)[1].text)
    except Unreadable as error:
        faults.append(f"草稿读不出：{error}")
    kept += [found.draft.text for found in journals.abandoned([path.parent])]
    word = path.with_suffix(".docx")
    for state in former_states.saved_states(path):
        try:
            state.load()
        except Unreadable as error:
            faults.append(f"以前保存的版本读不出：{error}")
    if word.exists():
        try:
            opening.read(word)
        except Unreadable as error:
            faults.append(f"Word读不出：{error}")
    settings.load()
    left = [each for folder in (path.parent, housekeeping.paths.home()) for each in folder.rglob("*")]
    faults += [f"留下了{each.name}" for each in left if each.suffix in (".tmp", ".lock") and not _is_of_journal(each)]
    lost = _lost(kept, said, killed)
    if lost > MOST_LOST:
        faults.append(f"丢了{lost:.2f}秒")
    return Outcome(lost, faults)


def _is_of_journal(path: Path) -> bool:
    """Tell the lock of a journal that is still there to be taken back."""
    return path.suffix == ".lock" and path.with_suffix(".journal").exists()


def _lost(kept: list[str], said: list[Told], killed: float) -> float:
    """Tell how long before the kill the first letter was typed that is nowhere."""
    for at in range(len(said) - 1, -1, -1):
        if said[at].text in kept:
            return killed - said[at + 1].when if at + 1 < len(said) else 0.0
    return killed - said[0].when if said else 0.0


def write_for_ever(path: Path, said: Path, chooser: random.Random, ready) -> None:
    """Open the draft as a writer does, take back what was not saved, and go on."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtTest import QTest

    from assistant.files import housekeeping, journals
    from assistant.text import Edit
    from assistant.ui import app as program

    sys.path.insert(0, str(Path(__file__).parent))
    from ui.conftest import Answers

    gc.disable()  # as in the program
    qInstallMessageHandler(lambda *_: None)  # what a screen would and the offscreen platform cannot
    app = program.application()
    answers = Answers()
    answers.save_path, answers.export_path = path, path.with_name("送审.docx")
    window = program.make_window(app, answers)
    window.open_file(str(path))
    window.join()
    window.show()
    housekeeping.tidy([path.parent])
    for found in journals.abandoned([path.parent]):
        window.files.recovery.recover(found)
    for found in journals.abandoned([path.parent]):
        found.discard()
    record = os.open(said, os.O_WRONLY | os.O_APPEND)

    def say(*_: object) -> None:
        os.write(record, (json.dumps([time.monotonic(), window.editor.text]) + "\n").encode())

    say()
    window.editor.text_edited.connect(say)
    ready()
    mood = chooser.choice(("typing", "typing", "saving", "exporting"))
    while True:
        window.editor.apply([Edit(len(window.editor.text), len(window.editor.text), chooser.choice(LETTERS))], "写")
        if len(window.editor.text) > 3000:
            window.editor.replace_all(window.editor.text[:40], "删去")
        if mood == "saving" and chooser.random() < 0.1:
            window.files.save() or window.files.save_as()  # one that was changed by another is saved all the same
        if mood == "exporting" and chooser.random() < 0.1:
            window.files.export()
        QTest.qWait(int(1000 * chooser.choice(PAUSES)) or 1)


if __name__ == "__main__":
    sys.exit(main())
