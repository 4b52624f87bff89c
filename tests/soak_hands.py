"""The hands that work in the soak test: each deed is what a writer does, drawn from a shuffled deck of them.

What they write is saved and opened again in later rounds, so that drafts wander, up to some thirty thousand characters;
over that, they are cut where more is pasted. Every twentieth round the drafts in their files are again what they were at
first, a Word file of 25,000 characters among them: else the last rounds may be over longer drafts than the first, and
what a longer draft takes could not be told from what the program does not let go. Nothing else is begun anew: the window,
its panels, and what is kept in the program's own folders stay for all rounds, so that whatever grows there goes on growing.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from memory import in_use, resident
from PySide6.QtCore import (
    QAbstractAnimation,
    QAbstractItemModel,
    QEvent,
    QMessageLogContext,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from soak_windows import Windows
from ui.conftest import Answers, wish

from assistant.files import layouts
from assistant.files.writers import docx
from assistant.review.setting_aside import Way
from assistant.ui import app as program
from assistant.ui import free_memory
from assistant.ui.panels.side_panel import QUESTIONS

LETTERS = "坚持问题导向深入查摆不足带头强化政治忠诚一是二是三是对照要求本人学习落实整改XX，。；：“”（）"
LINES = ("一、存在的问题", "（一）带头固本培元、增强党性方面", "二、原因剖析", "1.学习不够深入。", "三、整改措施")
LONGEST_REST_S = 60
ROUNDS_OF_A_DRAFT = 20  # as many as are averaged, so that each average is over the same run of drafts
# Not all of QObject: of the frame of each text that is shown anew, which Qt makes and deletes itself, what Python is
# given to count it by would stay.
COUNTED = (QWidget, QLayout, QAction, QTimer, QThread, QAbstractAnimation, QAbstractItemModel, QTextDocument)
TEMPLATES = ("2025-democratic-individual", "2024-democratic-individual", "2022-organizational-member")


class Left(NamedTuple):
    """What is there while the window rests: of memory, in megabytes, and of objects of Qt, by kind.

    `memory` is what is resident, `mapped` what of that are pages of files, as of libraries; `used` is what the C library's
    own memory holds. `longest` is the longest text of the round, in characters.
    """

    done: int
    longest: int
    memory: float
    mapped: float
    used: float
    objects: int
    kinds: Counter[str]


class Hands:
    """Works in one window over several documents."""

    def __init__(self, random: Random, folder: Path) -> None:
        self.random, self.folder, self.done, self.longest = random, folder, 0, 0
        self.warnings: list[str] = []  # what Qt has said of itself
        qInstallMessageHandler(self._listen)
        self.app = program.application()
        gc.disable()  # as in the program: it collects when the hands rest
        self.answers = Answers()
        self.window = program.make_window(self.app, self.answers)
        self.window.join()
        program._Sweeper(self.window)
        self.window.show()
        self.documents = self._documents()
        self._at_first = {path: path.read_bytes() for path in self.documents}
        self._rounds = 0
        windows = Windows(self)
        self._deeds: list[tuple[int, Callable[[], object]]] = [
            (40, self.type),
            (6, self.new_line),
            (10, self.erase),
            (8, self.undo),
            (5, self.redo),
            (4, self.paste),
            (4, self.cut),
            (8, self.move),
            (4, self.switch),
            (1, self.begin),
            (1, self.exchange),
            (3, self.find),
            (1, self.replace),
            (3, self.next_finding),
            (2, self.mend),
            (2, self.set_aside),
            (2, self.save),
            (1, self.export),
            (1, self.zoom),
            (2, self.resize),
            (6, self.rest),
            *((1, deed) for deed in windows.deeds()),
        ]
        self.switch()

    def _documents(self) -> list[Path]:
        self.window.files.open_sample()
        text = self.window.editor.text
        made = []
        for number, cut in enumerate((len(text), len(text) // 2, 400)):
            path = self.folder / f"材料{number}.duizhao"
            self.answers.save_path = path
            self.window.editor.replace_all(text[:cut], "")
            self.window.files.save_as()
            made.append(path)
        word = self.folder / "旧稿.docx"
        word.write_bytes(docx.write(text * 10, layouts.named("gb9704")))
        return [*made, word]

    def _listen(self, _kind: QtMsgType, _place: QMessageLogContext, told: str) -> None:
        if not told.startswith("This plugin does not support"):  # what a screen would and the offscreen platform cannot
            self.warnings.append(told)

    def do_a_round(self, until: float) -> bool:
        """Do each thing as often as it is done, in any order; False where the time was over before that."""
        if self._rounds % ROUNDS_OF_A_DRAFT == 0 and self._rounds:
            for path, content in self._at_first.items():  # none of them is open while the window rests
                path.write_bytes(content)
        self._rounds += 1
        self.longest = 0
        deck = [deed for often, deed in self._deeds for _ in range(often)]
        self.random.shuffle(deck)
        for deed in deck:
            if time.monotonic() >= until:
                return False
            deed()
            self.done += 1
            self.longest = max(self.longest, len(self.window.editor.text))
            if self.random.random() < 0.5:  # else the window sees to it as far as there is time
                self.app.processEvents()
        return True

    def come_to_rest(self) -> Left:
        """Let all be done that waits, over the same text in the same window each time, and count what there is."""
        window = self.window
        window.history.setClean()
        window.files.open_sample()
        window.bars.clear()
        window.wiring.side.setCurrentIndex(QUESTIONS)
        window.resize(1200, 800)
        self.window.editor.set_zoom(100)
        QTest.qWait(600)  # for panels and underlines
        until = time.monotonic() + LONGEST_REST_S
        while window.wiring.analyser.slips.busy and time.monotonic() < until:
            QTest.qWait(20)  # a busy machine is long about it, and what it is done with is read in but then
        QTest.qWait(100)  # what was found is shown
        if any(not block.layout().lineCount() for block in window.editor.blocks()):
            self.warnings.append("有段落没有排出来，看不到")
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        free_memory.sweep()  # these hands never rest so long
        kinds = Counter(type(each).__name__ for kind in COUNTED for each in window.findChildren(kind))
        kinds.update(f"{type(each).__name__}*" for each in QApplication.topLevelWidgets())
        return Left(self.done, self.longest, *resident(), in_use(), sum(kinds.values()), kinds)

    def finish(self) -> None:
        """Close the window in order."""
        self.window.history.setClean()
        self.window.close()
        self.app.clipboard().clear()

    # Keys

    def _key(self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            self.app.sendEvent(self.window.editor, QKeyEvent(kind, key, held, text))

    def type(self) -> None:
        for letter in self.random.choices(LETTERS, k=self.random.randint(1, 12)):
            self._key(Qt.Key.Key_unknown, letter)

    def new_line(self) -> None:
        self._key(Qt.Key.Key_Return, "\r")
        if self.random.random() < 0.3:
            for letter in self.random.choice(LINES):
                self._key(Qt.Key.Key_unknown, letter)

    def erase(self) -> None:
        key = self.random.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
        held = self.random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        for _ in range(self.random.randint(1, 8)):
            self._key(key, "", held)

    def undo(self) -> None:
        for _ in range(self.random.randint(1, 6)):
            self.window.history.undo()

    def redo(self) -> None:
        for _ in range(self.random.randint(1, 6)):
            self.window.history.redo()

    def paste(self) -> None:
        data = QMimeData()
        lines = self.random.choices((*LINES, "", "本人" * 40), k=self.random.randint(1, 30))
        data.setText("\n".join(lines))
        self.window.editor.insertFromMimeData(data)
        if len(self.window.editor.text) > 30_000:  # a day's work, not a book
            self.window.editor.replace_all(self.window.editor.text[:5_000], "删去")

    def cut(self) -> None:
        editor = self.window.editor
        start = self._place()
        editor.go_to(start, min(start + self.random.randint(1, 400), len(editor.text)))
        editor.cut()

    def _place(self) -> int:
        return self.random.randint(0, len(self.window.editor.text))

    def move(self) -> None:
        editor = self.window.editor
        if self.random.random() < 0.5:
            editor.go_to(self._place())
        else:
            point = QPoint(self.random.randrange(50, 700), self.random.randrange(10, 700))
            QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        if self.random.random() < 0.2:
            editor.moveCursor(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
        if self.random.random() < 0.2:
            editor.cursor_at(QPointF(self.random.randrange(700), self.random.randrange(700)))

    # Documents

    def switch(self) -> None:
        """Open another document at once, whatever is still being drawn."""
        self.window.history.setClean()  # what is not saved is given up, unasked
        self.window.files.open_path(self.random.choice(self.documents))

    def begin(self) -> None:
        self.window.history.setClean()
        self.window.files.begin(wish(self.random.choice(TEMPLATES)))

    def exchange(self) -> None:
        self.answers.wish = wish(self.random.choice(TEMPLATES))
        self.window.wiring.exchange.choose()

    def save(self) -> None:
        self.answers.save_path = self.documents[self.random.randrange(3)]
        self.window.files.save()

    def export(self) -> None:
        self.answers.export_path = self.folder / "导出.docx"
        self.window.files.export()

    # Looking through

    def find(self) -> None:
        bar = self.window.wiring.find_bar
        bar.open()
        bar._find.setText(self.random.choice(("学习", "一是", "XX", "没有的")))
        self.random.choice((bar.next, bar.previous))()
        bar.put_away()

    def replace(self) -> None:
        bar = self.window.wiring.find_bar
        bar.open(replacing=True)
        bar._find.setText(self.random.choice(("学习", "XX", "本人")))
        bar._replace.setText(self.random.choice(("学习教育", "", "本人")))
        bar.replace_all()
        bar.put_away()

    def next_finding(self) -> None:
        self.window.wiring.on_page.step(self.random.choice((1, -1)))

    def mend(self) -> None:
        self.window.wiring.actions.fix_here()

    def set_aside(self) -> None:
        deciding, material = self.window.wiring.deciding, self.window.wiring.analyser.up_to_date()
        if material.findings:
            finding = self.random.choice(material.findings)
            deciding.set_aside(self.random.choice((Way.HERE, Way.ALIKE)), finding, (finding,))

    def zoom(self) -> None:
        self.window.editor.set_zoom(self.random.choice((80, 100, 125)))

    def resize(self) -> None:
        self.window.resize(self.random.randint(900, 1500), self.random.randint(500, 900))

    def rest(self) -> None:
        QTest.qWait(self.random.choice((1, 5, 20, 60, 220)))
