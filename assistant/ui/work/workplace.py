"""What all work in the window is done with: the text, what is known of it, and where it is kept and told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from assistant.ui.document.session import Session
    from assistant.ui.page.analyser import Analyser
    from assistant.ui.page.editor import Editor
    from assistant.ui.panels.bars import MessageBars
    from assistant.ui.work.actions import Actions
    from assistant.ui.work.deciding import Deciding
    from assistant.ui.work.files import Files


class Workplace(NamedTuple):
    """Handed whole to whoever works on the text, so that nobody has to pass its parts on."""

    actions: Actions
    deciding: Deciding
    analyser: Analyser
    editor: Editor
    session: Session
    files: Files
    bars: MessageBars
    history: QUndoStack
