"""Speed and memory, each figure beside what it is compared to, in one run: `python3 dev.py bench`.

These machines are noisy: medians of interleaved rounds, and ratios, are what counts. Nothing here can fail a test.
"""

from __future__ import annotations

import gc
import io
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
BUILD = ROOT / "build"
BUILD.mkdir(exist_ok=True)
os.environ.setdefault("DUIZHAO_HOME", str(BUILD / "bench-home"))
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from assistant.language.numbering import han  # noqa: E402  # needs the path above

SAMPLE = (ROOT / "resources" / "samples" / "2025-democratic-individual.txt").read_text("utf-8").strip()


def material(characters: int) -> str:
    """Make a material of about so many characters: the sample's headings, its paragraphs said again and again."""
    lines = SAMPLE.split("\n")
    body = [line.lstrip("（一二三四五）123.") for line in lines if len(line) > 60]
    size = len(SAMPLE)
    while size < characters:
        number = len(lines)
        line = re.sub(
            "([，。；])(?=.)", rf"\1再{han(number)}", body[number % len(body)]
        )  # no two clauses are the same, as in real ones
        lines.insert(-1, line)
        size += len(line) + 1
    return "\n".join(lines)


def milliseconds(action: Callable[[], object], rounds: int = 9) -> float:
    """Give the median time of an action."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def row(what: str, ours: float, other: float | None = None, beside: str = "", goal: str = "") -> None:
    ratio = f"  {ours / other:5.2f}× {beside} {other:.1f}" if other else ""
    print(f"{what:34} {ours:8.2f} ms{ratio}   {goal}", flush=True)


BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeWidget
app = QApplication(sys.argv)
window, split = QMainWindow(), QSplitter()
tree, edit = QTreeWidget(), QTextEdit()
edit.setPlainText(open(sys.argv[1], encoding="utf-8").read())
split.addWidget(tree); split.addWidget(edit)
window.setCentralWidget(split); window.resize(1360, 860)
taken, read = [], []
"""
OURS = """
import gc, sys, time
gc.disable()  # as __main__ does
from assistant import kept_modules  # the same
from assistant.ui import first_reading
first_reading.begin(sys.argv[1])
from assistant.ui import app as program
app = program.application()
window = program.begin(app, sys.argv[1])
taken, read, join = [], [], window.join

def joined(*seen):
    def all_seen():
        seen[0]()
        show = window.wiring.show_opened  # what is seen may be a view; then the text is read after it
        window.wiring.show_opened = lambda notes: (show(notes), read.append(measured()[2]))

    made = join(*[all_seen for _ in seen])
    QTimer.singleShot(0, lambda: taken or taken.extend(measured()))
    return made

window.join = joined
"""
WATCHED = """
import resource
from PySide6.QtCore import QEvent, QObject, QTimer

def measured():
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.time() - float(sys.argv[2]), time.process_time(), memory

class Painted(QObject):
    # Sees every painted frame of the window; when nothing more changes, tells when the first and the last one were.
    # The window is asked to paint whatever changes in it, so it is looked at alone: to hand every event of the program
    # to Python took 30 ms of a bare window and 70 of ours. Only while it does what it is asked are all events seen, for
    # where layouts find that all is in its place nothing is painted, and no frame is another.
    def __init__(self):
        super().__init__()
        self.first, self.last, self.resting = (), (), False
        self.rest = QTimer(interval=700, singleShot=True)
        self.rest.timeout.connect(self.look_again)
        self.rest.start()
    def look_again(self):
        # a long piece of work may have kept frames waiting behind this very timer
        app.quit() if self.resting else self.rest.start()
        self.resting = True
    def leave(self):
        app.removeEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and watched is window:
            app.installEventFilter(self)
            QTimer.singleShot(0, self.leave)
        elif event.type() == QEvent.Type.Paint:
            self.last = measured()
            self.first = self.first or self.last
            self.resting = False
            self.rest.start()
        return False

app.setCursorFlashTime(0)  # a caret that blinks is no change
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
print(*painted.first, *painted.last, *(taken or painted.last), *(read or painted.last[2:]))
window.close()  # which keeps what it shows
"""


def start() -> None:
    """Time from the start of the process to the first painted frame and to the last change, a draft open in the window.

    Beside the time on the clock stands that of the processor, which other work on the machine disturbs less. The draft is
    opened as it was left, and again where nothing is known of it.
    """
    from assistant.files import former_states, kept_views
    from assistant.files.draft import Draft, TemplateChoice, encode

    path = BUILD / "bench.duizhao"
    draft = Draft(material(10_000), TemplateChoice("2025-democratic-individual"))
    path.write_bytes(encode(draft))
    former_states.keep_state(path, draft)
    scripts = {"bare": BARE, "anew": OURS, "as left": OURS}
    found: dict[str, list[list[float]]] = {name: [] for name in scripts}
    for turn in range(7):
        for name, script in scripts.items():
            if name == "anew":
                kept_views.forget()
            command = [sys.executable, "-c", script + WATCHED, str(path), str(time.time())]
            told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
            if turn:
                found[name].append([float(each) for each in told[-10:]])
    median = {name: [statistics.median(each) for each in zip(*runs, strict=True)] for name, runs in found.items()}
    bare = median.pop("bare")
    for name, ours in median.items():
        for what, at, goal in (("first frame", 0, "≤ 1.25×"), ("complete", 3, "≤ 1.6×"), ("keys are taken", 6, "")):
            row(f"{what}, 10k, {name}", ours[at] * 1000, bare[at] * 1000, "a bare PySide6 window", goal)
            row(f"{what}, 10k, {name}, processor", ours[at + 1] * 1000, bare[at + 1] * 1000, "a bare PySide6 window")
    for when, at, goal in (("the text is read", 9, "≤ 115 MB"), ("keys are taken", 8, "")):
        memory, other = median["anew"][at], bare[at]
        print(f"{f'memory when {when}, anew':34} {memory:8.1f} MB  {memory / other:5.2f}× bare {other:.1f}   {goal}")


def typing(characters: int) -> None:
    """Time from a key to the painted page, with the edited paragraph checked."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTextEdit

    from assistant.ui import app as program

    gc.disable()  # as __main__ does
    app = program.application()
    window = program.make_window(app)
    text = material(characters)
    path = BUILD / "bench.txt"
    path.write_text(text, "utf-8")
    window.open_file(str(path))
    window.join()
    window.show()
    bare = QTextEdit()
    bare.setPlainText(text)
    bare.resize(700, 800)
    bare.show()
    for _ in range(5):
        app.processEvents()
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for place in (0.02, 0.5, 0.98):
        for edit in (window.editor, bare):
            cursor = edit.textCursor()
            cursor.setPosition(int(len(text) * place))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            edit.setTextCursor(cursor)
            edit.ensureCursorVisible()
        app.processEvents()
        for _ in range(60):
            for name, edit in (("ours", window.editor), ("bare", bare)):
                begun = time.perf_counter()
                QTest.keyClick(edit, Qt.Key.Key_A)
                edit.viewport().repaint()
                times[name].append((time.perf_counter() - begun) * 1000)
    for each in times.values():
        each.sort()
    for label, share in (("median", 0.5), ("p95", 0.95)):
        ours, other = (times[name][int(len(times[name]) * share)] for name in ("ours", "bare"))
        row(f"key → painted, {characters // 1000}k, {label}", ours, other, "bare QTextEdit", "p95 ≤ 16.7 ms")
    stalls = []
    for _ in range(9):
        QTest.keyClick(window.editor, Qt.Key.Key_A)
        begun = time.perf_counter()
        window.wiring.analyser.analyse_now()
        stalls.append((time.perf_counter() - begun) * 1000)
        app.processEvents()
    row(f"panels after a pause, {characters // 1000}k, longest", max(stalls), goal="no stall > 30 ms")
    gc.enable()
    window.history.setClean()
    window.close()
    bare.close()


def findings_shown(count: int) -> None:
    """Time the panels where there are hundreds of findings, half of them alike: opening the list, a key, setting aside."""
    from assistant.text import Edit
    from assistant.ui import app as program

    app = program.application()
    window = program.make_window(app)
    window.files.open_sample()
    window.show()
    guide, editor = window.join(), window.editor
    places = [n for n, mark in enumerate(material(10_000)) if mark == "，"][:count]
    blanks = [Edit(at, at, f"【待补第{n}处】" if n % 2 else "XX") for n, at in enumerate(places)]
    editor.replace_all(material(10_000), "")
    editor.apply(blanks, "")
    guide.underlining.start_afresh()
    guide.analyser.analyse_now()
    app.processEvents()

    def timed(action: Callable[[], object]) -> float:
        begun = time.perf_counter()
        action()
        taken = (time.perf_counter() - begun) * 1000
        app.processEvents()
        return taken

    found = len(guide.analyser.material.findings)
    row(f"list of {found} findings opened", timed(lambda: guide.side.setCurrentIndex(1)), goal="≤ 30 ms")
    while guide.side.findings.model().rowCount() < len(guide.side.cards()):
        app.processEvents()
    times: dict[str, list[float]] = {"key": [], "aside": []}
    for _ in range(9):
        at = editor.text.index("。", len(editor.text) // 2)
        editor.apply([Edit(at, at, "a")], "")
        guide.underlining.start_afresh()
        times["key"].append(timed(guide.analyser.analyse_now))
        times["aside"].append(timed(lambda: guide.deciding.ignore(guide.analyser.up_to_date().findings[40])))
    row("a key among them, panels follow", statistics.median(times["key"]), goal="≤ 30 ms")
    row("one of them ignored, panels follow", statistics.median(times["aside"]), goal="≤ 30 ms")
    window.history.setClean()
    window.close()


def themes() -> None:
    """Time another theme, a text of 50,000 characters open."""
    from assistant.ui import app as program

    app = program.application()
    window = program.make_window(app)
    window.files.open_sample()
    window.show()
    window.join()
    window.editor.replace_all(material(50_000), "")
    app.processEvents()

    def choose(name: str) -> None:
        window.files.change_settings(theme=name)
        app.processEvents()

    slowest = max(milliseconds(lambda name=name: choose(name), 1) for name in ("dark", "night", "contrast", "light"))
    row("another theme at 50k", slowest, goal="≤ 100 ms")
    window.history.setClean()
    window.close()


def analysis() -> None:
    from assistant.files import template_shelf
    from assistant.review.material import Memo, analyse

    template = template_shelf.find("2025-democratic-individual")
    for characters in (10_000, 50_000):
        text = material(characters)
        row(
            f"analyse, {characters // 1000}k, cold",
            milliseconds(lambda text=text: analyse(text, template)),
            goal="10k ≤ 20 ms",
        )
        memo = Memo()
        analyse(text, template, memo=memo)
        times = []
        for n in range(40):
            at = len(text) // 2 + n
            text = text[:at] + "字" + text[at:]
            begun = time.perf_counter()
            analyse(text, template, memo=memo)
            times.append((time.perf_counter() - begun) * 1000)
        row(f"analyse, {characters // 1000}k, after a key", statistics.median(times), goal="10k ≤ 3 ms, 50k ≤ 8 ms")


MEMORY = """
import sys, threading, time
def memory():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6
from assistant import strict_toml
from assistant.templates import template
before, begun = memory(), time.perf_counter()
if sys.argv[1] == "ours":
    from assistant.language.words import Words
    Words().load()
else:
    import logging, tempfile, jieba
    jieba.setLogLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        jieba.dt.tmp_dir = folder
        jieba.initialize()
print((time.perf_counter() - begun) * 1000, memory() - before)
"""


def words() -> None:
    """Load the list of words and cut a text, beside jieba alone and, where it is there, its compiled twin."""
    from assistant.language.words import Words

    found: dict[str, list[tuple[float, float]]] = {"jieba": [], "ours": []}
    for turn in range(4):
        for name, each in found.items():
            command = [sys.executable, "-W", "ignore", "-c", MEMORY, name]
            told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
            if turn:
                each.append((float(told[0]), float(told[1])))
    ours, other = (statistics.median(each[0] for each in found[name]) for name in ("ours", "jieba"))
    row("words: load, no pauses", ours, other, "jieba.initialize()")
    ours, other = (statistics.median(each[1] for each in found[name]) for name in ("ours", "jieba"))
    print(f"{'words: memory':34} {ours:8.1f} MB  {ours / other:5.2f}× jieba {other:.1f}")

    loaded = Words()
    loaded.load()
    text = material(10_000)
    bare = type(loaded._tokenizer)()
    with bare.get_dict_file() as file:
        bare.FREQ, bare.total = bare.gen_pfdict(file)
    bare.initialized = True
    ours, other = milliseconds(lambda: loaded.segment(text)), milliseconds(lambda: bare.lcut(text))
    row("words: cut 10k characters", ours, other, "jieba")
    try:
        import rjieba
    except ImportError:
        return
    row("words: cut 10k, rjieba", milliseconds(lambda: rjieba.cut(text)), ours, "ours")


def typing_while_words_load() -> None:
    """Time from a key to the painted page while a thread loads words: the first time in this process, and twice more."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from assistant.ui import app as program

    gc.disable()  # as __main__ does
    app = program.application()
    window = program.make_window(app)
    path = BUILD / "bench.txt"
    path.write_text(material(10_000), "utf-8")
    window.open_file(str(path))
    steps = window.join().word_steps
    window.show()

    def key() -> float:
        begun = time.perf_counter()
        QTest.keyClick(window.editor, Qt.Key.Key_A)
        window.editor.viewport().repaint()
        app.processEvents()
        return (time.perf_counter() - begun) * 1000

    for _ in range(20):
        key()
    beside, took = [], []
    for _ in range(3):
        steps.words = type(steps.words)()
        begun = time.perf_counter()
        steps.load()
        while not steps.words.loaded:
            beside.append(key())
        took.append((time.perf_counter() - begun) * 1000)
    alone = sorted(key() for _ in beside)
    beside.sort()
    for label, share in (("median", 0.5), ("p99", 0.99), ("longest", 1.0)):
        at = min(int(len(beside) * share), len(beside) - 1)
        row(f"key while words load, {label}", beside[at], alone[at], "nothing loading", "≤ 30 ms")
    row("words: load beside steady typing", statistics.median(took), goal=f"{len(beside)} keys")
    gc.enable()
    window.history.setClean()
    window.close()


ZHLINT = """
const text = require('fs').readFileSync(0, 'utf8'), { run } = require('zhlint'), times = []
for (let round = 0; round < 5; round++) {
  const begun = process.hrtime.bigint()
  run(text, { rules: { preset: 'default' } })
  times.push(Number(process.hrtime.bigint() - begun) / 1e6)
}
console.log(times.sort((a, b) => a - b)[2])
"""


def peers(text: str) -> Iterator[tuple[str, float]]:
    """Time the Chinese linters that are there: autocorrect-py, and zhlint where NODE_PATH leads to it."""
    try:
        import autocorrect_py
    except ImportError:
        print("autocorrect-py is not there: pip install autocorrect-py")
    else:
        yield "autocorrect-py", milliseconds(lambda: autocorrect_py.lint_for(text, "text"))
    try:
        told = subprocess.run(["node", "-e", ZHLINT], input=text, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        print("zhlint is not there: npm install zhlint, and NODE_PATH to its node_modules")
    else:
        yield "zhlint", float(told)


FIRST = """
import gc, time
gc.disable()  # as __main__ does
from assistant import kept_modules  # as __main__ does
from assistant.rules import rule
from assistant.facts import facts
from assistant import strict_toml
from assistant.templates import template_file
begun = time.perf_counter()
from assistant.language import phrases
from assistant.rules.registry import RULES
phrases.shipped()
print((time.perf_counter() - begun) * 1000)
"""


def checks() -> None:
    """All rules on, beside the linters of others on the same text."""
    from assistant.files import template_shelf
    from assistant.review.material import analyse

    template = template_shelf.find("2025-democratic-individual")
    gc.set_threshold(20_000, 20, 20)  # as __main__ does for commands
    text = material(10_000)
    analyse(text, template)  # patterns are compiled once
    ours = milliseconds(lambda: analyse(text, template))
    row("all checks, 10k cold", ours, goal="goal 10")
    long = material(100_000)
    ours = milliseconds(lambda: analyse(long, template), 5)
    row("all checks, 100k", ours)
    for name, theirs in peers(long):
        row(f"  {name}, 100k", theirs, ours, "ours", "" if name != "zhlint" else "goal ≥ 4 × ours")
    for characters in (350_000, 3_500_000):
        long = material(characters)
        row(
            f"all checks, {characters // 1000}k",
            milliseconds(lambda t=long: analyse(t, template), 1),
            goal="3.5M ≤ 3,000, linear",
        )
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(BUILD / "pyc")}  # as installed programs have it
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    keyboard_slips(text)
    told = [
        subprocess.run(
            [sys.executable, "-c", FIRST], check=True, capture_output=True, text=True, cwd=ROOT, env=compiled
        ).stdout
        for _ in range(6)
    ][1:]
    row("loading rules and lists", statistics.median(map(float, told)), goal="goal 50")


SLIPS = """
import resource, sys, time
from assistant.language import slips
text = open(sys.argv[1], encoding="utf-8").read()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.perf_counter()
slips.shipped().find("学习抓得不紧。")
loaded = time.perf_counter()
longest = 0.0
for paragraph in text.splitlines():
    steps, step = slips.shipped().steps(paragraph), time.thread_time()
    for _ in steps:
        longest, step = max(longest, time.thread_time() - step), time.thread_time()  # others stall this machine
    longest = max(longest, time.thread_time() - step)  # to the end
done = time.perf_counter()
print((loaded - begun) * 1000, (done - loaded) * 1000, longest * 1000)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024)
"""


def keyboard_slips(text: str) -> None:
    """Slips of the keyboard, which are looked for beside the writing; the sample is known text, so slips are put in."""
    path = BUILD / "bench-slips.txt"
    path.write_text(re.sub("学习|工作", lambda found: found[0][::-1], text, count=40), "utf-8")
    command = [sys.executable, "-c", SLIPS, str(path)]
    told = [
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split() for _ in range(3)
    ]
    loading, whole, step, memory = (statistics.median(float(each[place]) for each in told) for place in range(4))
    row("slips, loading", loading, goal="goal 300")
    row("slips, 10k whole", whole, goal="goal 2,500, in the background")
    row("slips, longest step", step, goal="goal 4")
    print(f"{'slips, memory':34} {memory:8.1f} MB  goal 40")


NOTICE = """关于认真开好2026年度民主生活会的通知
各党支部：
一、会议主题。这次会议的主题是：认真学习，真抓实干，以优良作风推动高质量发展。
二、撰写材料。重点对照以下五个方面进行检视：
1.带头强化政治忠诚、提高政治能力；2.带头固本培元、增强党性；3.带头敬畏人民、敬畏组织、敬畏法纪；
4.带头干事创业、担当作为；5.带头坚决扛起管党治党责任。
材料应包括：①上年度整改情况；②存在的问题；③原因剖析；④整改措施。个人材料控制在3500字以内。
三、时间安排。2027年1月20日前报送材料，1月25日前召开民主生活会。
"""


def template_and_notice() -> None:
    from assistant.files import shipped_shelf, template_shelf
    from assistant.templates import template_file
    from assistant.templates.notice import notice

    def fresh_list() -> None:
        for remembered in (shipped_shelf.heads, template_shelf._shipped_entries):
            remembered.cache_clear()
        template_shelf.entries()

    row("requirements: list all", milliseconds(fresh_list), goal="goal 20")

    def load() -> None:
        shipped_shelf.read.cache_clear()
        shipped_shelf.resolved.cache_clear()
        template_shelf.find("2025-democratic-individual")

    template_shelf.entries()
    row("requirements: load one", milliseconds(load), goal="goal 5")
    line = "（四）广泛征求意见。通过座谈、走访等方式，听取党员群众的意见建议，原汁原味反馈本人，于会前整理归档备查。\n"
    text = NOTICE.replace("二、撰写", line * ((10_000 - len(NOTICE)) // len(line)) + "二、撰写")
    assert notice.read(text).templates
    row("notice: read 10k characters", milliseconds(lambda: notice.read(text)), goal="goal 50")
    (asked,) = notice.read(text).templates
    from assistant.templates import proposal

    file = proposal.propose(asked, shipped_shelf.every(), "x")
    row("notice: write its requirements", milliseconds(lambda: template_file.write(file)))


def word() -> None:
    import docx as python_docx

    from assistant.files import layouts
    from assistant.files.readers import docx as reader
    from assistant.files.writers import docx as writer

    layout = layouts.named("gb9704")

    def naive(text: str) -> bytes:
        document = python_docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line, "Normal")
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    for characters in (10_000, 100_000, 1_000_000):
        text = material(characters)
        rounds = 7 if characters < 1_000_000 else 1
        ours, other = (
            milliseconds(lambda t=text: writer.write(t, layout), rounds),
            milliseconds(lambda t=text: naive(t), rounds),
        )
        row(f"Word out, {characters // 1000}k", ours, other, "add_paragraph", "10k ≤ 80 ms, linear")
        data = writer.write(text, layout)

        def read_naively(data: bytes = data) -> str:
            return "\n".join(p.text for p in python_docx.Document(io.BytesIO(data)).paragraphs)

        ours, other = milliseconds(lambda d=data: reader.read(d), rounds), milliseconds(read_naively, rounds)
        row(f"Word in, {characters // 1000}k", ours, other, "python-docx", "10k ≤ 40 ms, linear")


def folder() -> None:
    """Time to check a folder of Word files, no two of them alike, with starting and the table."""
    import tempfile

    from assistant.files import layouts
    from assistant.files.writers import docx as writer

    text, layout = material(6_000), layouts.named("gb9704")
    with tempfile.TemporaryDirectory() as place:
        for number in range(200):
            varied = text.replace("，", f"，第{number}份", 40).replace("方面\n", f"方面第{number}次\n")
            Path(place, f"{number}.docx").write_bytes(writer.write(varied, layout))
        command = [sys.executable, "-m", "assistant", "batch", place, "-o", str(Path(place, "a.xlsx"))]
        took = milliseconds(lambda: subprocess.run(command, check=False, capture_output=True, cwd=ROOT), 3)
    row("a folder of 200, 6k each", took, goal="≤ 5,000 ms")


def last_year() -> None:
    """Time to hold 10k characters against 10k of last year's, at first and after a key."""
    from assistant.facts.last_year import earlier_material as earlier
    from assistant.facts.last_year.copied import CopyFinder
    from assistant.files import template_shelf

    text, template = material(10_000), template_shelf.find("2025-democratic-individual")
    last = earlier.LastYear(material(9_000).replace("我", "本人").replace("再", "又"), (template,))
    row("last year: overlap, 10k and 10k", milliseconds(lambda: CopyFinder(last, template).of(text)), goal="≤ 15 ms")
    known, edited = CopyFinder(last, template), text
    known.of(text)

    def key() -> None:
        nonlocal edited
        edited = edited[: len(edited) // 2] + "学" + edited[len(edited) // 2 :]
        known.of(edited)

    row("last year: overlap after a key", milliseconds(key), goal="≤ 3 ms")
    row("last year: every piece's place", milliseconds(lambda: last.placed(template)))


def resemblances() -> None:
    """Time to hold 200 materials of 6k characters against each other: each its own but for a passage, and all nearly the same in two ways."""
    from assistant.facts import resemblance
    from assistant.facts.nobodys_words import NobodysWords
    from assistant.files import template_shelf

    base, chooser, templates = material(6_000), random.Random(5), template_shelf.known()
    own = ["".join(chooser.sample(base, 5_000)) + base[number * 20 : number * 20 + 1_000] for number in range(200)]
    same = [base.replace("，", f"，第{number}份", 40) for number in range(200)]
    strewn = ["".join("改" if chooser.random() < 0.005 else each for each in base) for _ in range(200)]
    for told, texts in (("each its own", own), ("all the same", same), ("the same but for 30 characters", strewn)):

        def every_pair(texts: Sequence[str] = texts) -> None:
            fixed = NobodysWords(templates)
            list(resemblance.pairs([resemblance.Prepared(text, fixed) for text in texts]))

        row(f"200 against 200, 6k, {told}", milliseconds(every_pair, 3), goal="≤ 10,000 ms")


def comparison() -> None:
    """Time to compare two texts of 10k characters, the old one cut, moved and reworded in places."""
    from difflib import SequenceMatcher

    from assistant.language.words import Words
    from assistant.review.comparison import compare

    words = Words()
    words.load()
    old = material(10_000)
    lines = old.split("\n")
    new = "\n".join([*lines[:5], *lines[9:20], *(line.replace("学习", "研学") for line in lines[20:]), *lines[5:9]])
    plain = milliseconds(lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes(), rounds=3)
    strange = "\n".join(line[::-1] for line in material(10_000).split("\n"))
    row("compare: 10k and 10k of another", milliseconds(lambda: compare(old, strange, words.segment)))
    row("compare: 10k and 10k", milliseconds(lambda: compare(old, new, words.segment)), plain, "difflib", "≤ 60 ms")


def main() -> None:
    """Measure all, or only what is named: `dev.py bench start word`."""
    if sys.argv[1:]:
        for name in sys.argv[1:]:
            globals()[name]()
        return
    analysis()
    last_year()
    resemblances()
    comparison()
    checks()
    template_and_notice()
    typing_while_words_load()
    words()
    folder()
    word()
    start()
    findings_shown(400)
    themes()
    for characters in (10_000, 50_000):
        typing(characters)


if __name__ == "__main__":
    main()
