"""Work with files that may take long, done beside the window: it never freezes, and what is quick is done at once.

A thread does the work and touches nothing of Qt. Whoever asked waits for a moment, in which the small files of every
day are done; only after that the window goes on, with a box that can be cancelled, or without one.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable
from threading import Lock, Thread
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

AT_ONCE = 0.3  # seconds; what takes no longer is never seen to take time
_LOOK_MS = 30  # how often it is looked whether the work is done
_MOST_IN_THE_NAME = 60  # characters

T = TypeVar("T")


class GivenUp(Exception):
    """The writer would not wait any longer. What the work still comes to is thrown away."""


class Errand(Generic[T]):
    """Work that is going on in a thread of its own; one that hangs does not keep the program from ending.

    `undo` is what gives back what the work has taken, where nobody wants its result any more.
    """

    def __init__(self, work: Callable[[], T], undo: Callable[[T], object] | None = None) -> None:
        self._work, self._undo = work, undo
        self._result: T | None = None
        self._error: BaseException | None = None
        self._ended = self._given_up = False
        self._turn = Lock()  # between the end of the work and its being given up
        _collector.hold()
        self._thread = Thread(target=self._run, name="errand", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:  # whoever takes the result is told
            self._error = error
        with self._turn:
            self._ended = True
            if self._given_up:
                self._throw_away()
        _collector.let_go()

    def is_done(self, seconds: float = 0.0) -> bool:
        """Wait so long at most; tell whether the work is done."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> T:
        """Give what the work came to. Raises what it raised."""
        if self._error:
            raise self._error
        return cast("T", self._result)

    def give_up(self) -> None:
        """Want the result no more, whenever it comes."""
        with self._turn:
            self._given_up = True
            if self._ended:
                self._throw_away()

    def _throw_away(self) -> None:
        if self._undo and self._error is None:
            self._undo(cast("T", self._result))
        self._result = None


def result_of(work: Callable[[], T], doing: str, parent: QWidget | None) -> T:
    """Do work beside the window; after a moment a box with `doing` lets the writer give up.

    Raises GivenUp, and what the work raises.
    """
    errand = Errand(work)
    if not errand.is_done(AT_ONCE):
        try:
            wait_for(errand, doing, parent)
        except GivenUp:
            errand.give_up()
            raise
    return errand.result()


def wait_for(errand: Errand[T], doing: str, parent: QWidget | None) -> None:
    """Wait for work that is going on, with a box to wait no longer. Raises GivenUp."""
    box = WaitingBox(doing, parent)
    look = QTimer(box)
    look.setInterval(_LOOK_MS)
    look.timeout.connect(lambda: box.accept() if errand.is_done() else None)
    look.start()
    box.exec()
    look.stop()
    box.deleteLater()
    if not errand.is_done():
        raise GivenUp


def later(work: Callable[[], T], then: Callable[[T], object], parent: QObject) -> None:
    """Do work beside the window and call `then` with what it came to: at once if it takes but a moment, else whenever it is done.

    Work that fails is raised then.
    """
    errand = Errand(work)
    if errand.is_done(AT_ONCE):
        then(errand.result())
        return
    look = QTimer(parent)
    look.setInterval(_LOOK_MS)

    def see() -> None:
        if errand.is_done():
            look.stop()
            look.deleteLater()
            then(errand.result())

    look.timeout.connect(see)
    look.start()


class Turns(QObject):
    """Errands one after the other, in the order in which they were asked for."""

    slow = Signal()  # one is not done at once

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: deque[tuple[Callable[[], Errand[Any]], Callable[[Errand[Any]], object]]] = deque()
        self._going: tuple[Errand[Any], Callable[[Errand[Any]], object]] | None = None
        self.begun = 0  # how many have been
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._see)

    @property
    def busy(self) -> bool:
        return self._going is not None

    def add(self, begin: Callable[[], Errand[T]], then: Callable[[Errand[T]], object]) -> None:
        """Begin an errand when its turn has come, and call `then` with it once it is done; what is quick is done at once."""
        self._asked.append((begin, then))
        if self._going is None:
            self._begin_next()
        else:
            self.slow.emit()

    def _begin_next(self) -> None:
        while self._asked and self._going is None:
            begin, then = self._asked.popleft()
            errand = begin()
            self._going = (errand, then)
            self.begun += 1
            if errand.is_done(AT_ONCE):
                self._end()
            else:
                self._look.start()
                self.slow.emit()

    def _see(self) -> None:
        if self._going and self._going[0].is_done():
            self._end()
            self._begin_next()

    def _end(self) -> None:
        assert self._going
        errand, then = self._going
        self._going = None
        self._look.stop()
        then(errand)

    def wait(self, doing: str, parent: QWidget | None) -> bool:
        """Wait until all is done, with a box to wait no longer; False where the writer chose that, and all goes on."""
        while self._going:
            errand = self._going[0]
            if not errand.is_done():
                try:
                    wait_for(errand, doing, parent)
                except GivenUp:
                    return False
            self._see()
        return True

    def abandon(self) -> None:
        """Wait for nothing more: what was asked for and not begun is not done, of what is going on nobody is told."""
        if self._going:
            self._going[0].give_up()
        self._going = None
        self._asked.clear()
        self._look.stop()


class _Collector:
    """Keeps the garbage collector off while threads are at work: what belongs to Qt may not be taken apart there.

    The program has it off anyway and collects when the hands rest.
    """

    def __init__(self) -> None:
        self._lock, self._holding, self._was_on = Lock(), 0, False

    def hold(self) -> None:
        with self._lock:
            if not self._holding:
                self._was_on = gc.isenabled()
                gc.disable()
            self._holding += 1

    def let_go(self) -> None:
        with self._lock:
            self._holding -= 1
            if not self._holding and self._was_on:
                gc.enable()


_collector = _Collector()


class WaitingBox(QDialog):
    """Says what is being waited for, and lets the writer stop waiting."""

    def __init__(self, doing: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("请稍候")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        label = QLabel(doing)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>
        label.setWordWrap(True)
        label.setMinimumWidth(label.fontMetrics().averageCharWidth() * 50)
        bar = QProgressBar()
        bar.setRange(0, 0)  # nobody knows how long
        bar.setTextVisible(False)
        bar.setAccessibleName(doing)
        buttons = QDialogButtonBox()
        cancel = buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)  # the Enter of whoever was typing cancels nothing
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(bar)
        column.addWidget(buttons)


def named(name: str) -> str:
    """Put the name of a file into a sentence; a long one gives way in the middle."""
    if len(name) > _MOST_IN_THE_NAME:
        name = f"{name[: _MOST_IN_THE_NAME // 2]}…{name[-_MOST_IN_THE_NAME // 2 :]}"
    return f"“{name}”"
