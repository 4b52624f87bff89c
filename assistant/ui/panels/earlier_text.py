"""Last year's text to be read beside this year's: what answers the caret's section, copied runs marked on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from assistant.facts.last_year.copied import Run
from assistant.review.beside import Passage
from assistant.text import Span
from assistant.ui.fonts import page_font
from assistant.ui.theme import Theme

_PIXELS = 15  # of a letter, beside type of the usual size
_LEFT = " \t\u3000：:。"
_LINE_HEIGHT = 125  # per cent
_EDGE = 10  # pixels around the text


class EarlierText(QTextBrowser):
    """Shows passages of last year's text; a click on a copied run leads to where it stands this year."""

    run_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("earlier")
        self.setAccessibleName("去年的内容")
        self.setOpenLinks(False)
        self.document().setUndoRedoEnabled(False)
        self._theme = theme
        self._shown: tuple[str, tuple[Passage, ...], tuple[Span, ...]] = ("", (), ())
        self._here: dict[Span, Run] = {}
        self._title = ""
        self.anchorClicked.connect(self._choose)
        theme.changed.connect(self._draw)

    def show_passages(self, text: str, passages: Sequence[Passage], runs: Sequence[Run]) -> None:
        """Show stretches of last year's text with what of them this year's has too; the place stays where they do."""
        self._here = {run.there: run for run in reversed(runs)}  # what stands here twice leads to the first
        wanted = (text, tuple(passages), tuple(sorted(self._here)))
        if wanted == self._shown:
            return
        same = wanted[:2] == self._shown[:2]
        self._shown = wanted
        place = self.verticalScrollBar().value()
        self._draw()
        self.verticalScrollBar().setValue(place if same else 0)

    def entitle(self, title: str) -> None:
        """Say above the passages, as part of what is scrolled, what they are; "" where that stands elsewhere."""
        if title != self._title:
            self._title = title
            self._draw()

    def sizeHint(self) -> QSize:
        """Ask for two lines; it takes what room there is, and where there is none, something else is scrolled."""
        return QSize(0, self._theme.length(_PIXELS) * _LINE_HEIGHT * 2 // 100 + self._theme.length(2 * _EDGE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def whole_height(self) -> int:
        """Say how high it would be with nothing to be scrolled."""
        return round(self.document().size().height()) + 2

    def shown(self) -> str:
        return self.toPlainText()

    def _draw(self) -> None:
        text, passages, runs = self._shown
        document = self.document()
        document.clear()
        document.setDocumentMargin(self._theme.length(_EDGE))
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        first = not self._title
        if self._title:
            cursor.insertText(self._title, self._title_format())
        for passage in passages:
            near = [there for there in runs if there.overlaps(passage.span)]
            for span in _lines(text, passage.span):
                if not first:
                    cursor.insertBlock(block)
                first = False
                for piece, there in _pieces(span, near):
                    cursor.insertText(piece.of(text), self._format(there, heading=passage.heading))

    def _format(self, there: Span | None, *, heading: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        font = page_font("song", self._theme.length(_PIXELS))
        if heading:
            font.setWeight(QFont.Weight.Bold)
        style.setFont(font)
        style.setForeground(self._theme.color("page_text"))
        if there:
            style.setBackground(self._theme.color("copied"))
            style.setFontUnderline(True)
            style.setUnderlineColor(self._theme.color("page_advice"))
            style.setAnchor(True)
            style.setAnchorHref(f"run:{there.start}")
            style.setToolTip("与今年相同，点此去看")
        return style

    def _title_format(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(page_font("name", self._theme.length(_PIXELS)))
        style.setForeground(self._theme.color("page_faint"))
        return style

    def _choose(self, link: QUrl) -> None:
        run = next((each for there, each in self._here.items() if link.path() == f"{there.start}"), None)
        if run:
            self.run_chosen.emit(run)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a stretch that are not blank, without blanks at their edges and what a heading has left."""
    start = span.start
    for line in span.of(text).split("\n"):
        bare = line.rstrip().lstrip(_LEFT)
        if bare:
            begin = start + line.index(bare)
            yield Span(begin, begin + len(bare))
        start += len(line) + 1


def _pieces(span: Span, runs: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """Cut a line into what is copied, with the run it belongs to, and what is not."""
    at = span.start
    for run in runs:  # in the order of last year's text; they may overlap
        begin, end = max(run.start, at), min(run.end, span.end)
        if begin >= end:
            continue
        if begin > at:
            yield Span(at, begin), None
        yield Span(begin, end), run
        at = end
    if at < span.end:
        yield Span(at, span.end), None
