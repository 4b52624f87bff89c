"""From keys to a Material: at once for the structure, a moment after the last key for everything.

Nothing is analysed while an input method composes, nor when the text did not change.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.files import layouts
from assistant.files.settings import AnalysisSettings
from assistant.review.material import Material, Memo, analyse
from assistant.rules.wording import likely_slip
from assistant.templates.layout import Layout
from assistant.text import Edit
from assistant.ui.document.session import Session
from assistant.ui.page import looks
from assistant.ui.page.editor import Editor
from assistant.ui.page.looks import FaceSpan, Kind
from assistant.ui.page.slip_search import SlipSearch

PAUSE_MS = 200  # after the last key; panels follow within 250 ms


class Analyser(QObject):
    """Keeps the Material of the open document."""

    material_ready = Signal(Material)

    def __init__(self, editor: Editor, session: Session, settings: AnalysisSettings) -> None:
        super().__init__(editor)
        self._editor = editor
        self._session = session
        self._memo = Memo()
        self._settings = settings
        self.material = analyse("")
        self.slips = SlipSearch(self)
        self.slips.found.connect(self._tell_slips)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.analyse_now)

    def spans(self, paragraph: str, kind: Kind) -> Sequence[FaceSpan]:
        """Give a paragraph's fonts, remembering what else was seen in it for the next analysis."""
        return looks.spans(paragraph, self._memo.look([paragraph])[0].marks, kind)

    def follow(self, edit: Edit) -> None:
        """Take notice of an edit: a paragraph more or less shows at once, letters after a pause.

        A document that is being opened has its template and its decisions still to come; it is analysed once, after that.
        """
        self.slips.pause()
        if self._editor.loading:
            return
        if "\n" in edit.replacement or self._editor.text.count("\n") != self.material.text.count("\n"):
            self.analyse_now()
        else:
            self._pause.start()

    def analyse_now(self) -> None:
        """Analyse the text as it is."""
        if self._editor.composing:
            self._pause.start()
            return
        self._pause.stop()
        self.material = self.look_at(self._editor.text)
        if likely_slip.RULE.is_on(self._session.choices.decisions):
            self.slips.begin(self._editor.text)
        self.material_ready.emit(self.material)

    def _tell_slips(self) -> None:
        """Show what the search has found meanwhile; whoever has begun to type sees it after the next pause."""
        if not (self._pause.isActive() or self._editor.composing):
            self.material = self.look_at(self._editor.text)
            self.material_ready.emit(self.material)

    def as_opened(self) -> Material:
        """Analyse the text as it will be when it is opened again: slips are looked for only later."""
        return self.look_at(self._editor.text, with_slips=False)

    def look_at(self, text: str, *, with_slips: bool = True) -> Material:
        """Analyse any text as if it were the open one: what a change would lead to is looked at before it is made."""
        session = self._session
        material = analyse(
            text,
            session.template,
            decisions=session.choices.decisions,
            memo=self._memo,
            last=session.last,
            find_slips=self.slips.known if with_slips else None,
        )
        return material.quietly() if self._settings.quiet else material

    @property
    def layout(self) -> Layout:
        """The layout in which the text's pages are counted."""
        return layouts.named(self._settings.layout)

    def follow_settings(self, settings: AnalysisSettings) -> None:
        """Analyse the text anew where what decides is set otherwise, as 只看必改."""
        if settings != self._settings:
            self._settings = settings
            self.analyse_now()

    def up_to_date(self) -> Material:
        """Give the Material of the text as it is now, for an action that must not act on an older one."""
        if self.material.text != self._editor.text:
            self.analyse_now()
        return self.material
