"""Looks for slips of the keyboard beside the writing, a few milliseconds at a time; what was found is remembered."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.language.slip_found import MOST, Slip
from assistant.text import paragraphs

QUIET_MS = 300  # after the last analysis; who still types is left alone
_FIRST_MS = 1000  # after the first one: the window is to be complete before; what sounds alike is a long list to read
_SLICE = 0.003  # seconds at a stretch, and a step may take one or two milliseconds more
_PAUSE_MS = 1


class SlipSearch(QObject):
    """Finds the slips of the paragraphs of a text, those of the last two texts remembered."""

    found = Signal()  # more is known than before

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, tuple[Slip, ...]] = {}
        self._before: dict[str, tuple[Slip, ...]] = {}
        self._waiting: Iterator[str] = iter(())
        self._steps: Generator[None, None, tuple[Slip, ...]] | None = None
        self._paragraph = ""
        self._news = False
        self._wait = _FIRST_MS
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def known(self, paragraph: str) -> tuple[Slip, ...]:
        """Give what was found in a paragraph so far."""
        found = self._known.get(paragraph)
        return self._before.get(paragraph, ()) if found is None else found

    def begin(self, text: str) -> None:
        """Look through the paragraphs of a text that are not known yet. One too long for a material is left alone."""
        pieces = {piece for _, piece in paragraphs(text) if piece} if len(text) <= MOST else set[str]()
        if pieces != self._known.keys():
            kept = {**self._before, **self._known}
            self._before = self._known
            self._known = {piece: kept[piece] for piece in pieces if piece in kept}
        self._waiting = iter([piece for _, piece in paragraphs(text) if piece in pieces and piece not in self._known])
        self._steps = None
        self._timer.start(self._wait)

    def pause(self) -> None:
        """Stop until the next text comes."""
        self._timer.stop()

    def _work(self) -> None:
        from assistant.language import slips

        self._wait = QUIET_MS
        end = time.perf_counter() + _SLICE
        while time.perf_counter() < end:
            if self._steps is None:
                paragraph = next((each for each in self._waiting if each not in self._known), None)
                if paragraph is None:
                    self._finish()
                    return
                self._paragraph, self._steps = paragraph, slips.shipped().steps(paragraph)
            try:
                next(self._steps)
            except StopIteration as done:
                self._known[self._paragraph] = done.value
                self._news = self._news or bool(done.value)
                self._steps = None
        self._timer.start(_PAUSE_MS)

    def _finish(self) -> None:
        if self._news:
            self._news = False
            self.found.emit()
