"""What the work of every panel at the right has in common: when it looks at the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assistant.ui.work.workplace import Workplace


class PanelWork(QObject):
    """Fills a panel that is looked at now and then, and does what is chosen there.

    It looks at the text when the hands rest, and only while the panel is seen: it costs milliseconds that no key shall
    wait for.
    """

    def __init__(self, place: Workplace, panel: QWidget) -> None:
        super().__init__(place.actions)
        self._actions, self._analyser, self._editor = place.actions, place.analyser, place.editor
        self._deciding = place.deciding
        self._session, self._files, self._bars, self._history = place.session, place.files, place.bars, place.history
        self._watched = panel
        self._soon = QTimer(self)  # after the panels that one always sees
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._analyser.material_ready.connect(lambda _: self._follow())

    @property
    def busy(self) -> bool:
        """Whether a look at the text is still to come."""
        return self._soon.isActive()

    @property
    def wanted(self) -> bool:
        """Whether anybody sees what would be shown."""
        return self._watched.isVisible()

    def _follow(self) -> None:
        if self.wanted:
            self._soon.start(0)

    def look_now(self) -> None:
        """Show at once what a look that is still to come would show."""
        if self.wanted:
            self._soon.stop()
            self.refresh()

    def refresh(self) -> None:
        """Look at the text and show what is found."""
        raise NotImplementedError
