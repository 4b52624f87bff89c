"""Where a private note to a question is written (记一笔). It stays in the draft and never leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from assistant.ui.buttons import link_button

if TYPE_CHECKING:
    from assistant.review.checklist import Item


class NoteBox(QWidget):
    """A field that opens below the questions and folds away when the hands go elsewhere."""

    writing = Signal(str, str)  # question's key, what stands in the box: not kept yet
    written = Signal(str, str)  # question's key, note
    into_text = Signal(str, str)  # part, what was noted: it is to stand in the text
    folded = Signal()  # by the writer's own hand

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._part = ""
        self._before = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._edit = QPlainTextEdit()
        self._edit.setObjectName("note")
        self._edit.setAccessibleName("记一笔")
        self._edit.setPlaceholderText("只留在草稿里，不导出。")
        self._edit.setMaximumHeight(4 * self._edit.fontMetrics().lineSpacing() + 16)
        self._edit.setTabChangesFocus(True)
        self._edit.installEventFilter(self)
        self._edit.textChanged.connect(self._tell_writing)
        save, insert = link_button("保存"), link_button("写进正文")
        save.setToolTip("存在草稿里，不写进正文；也可以按Esc")
        insert.setToolTip("加在这一部分的末尾，可撤销；随记仍保留")
        save.clicked.connect(self._fold)
        insert.clicked.connect(self._put_into_text)
        for button in (save, insert):
            button.installEventFilter(self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(insert)
        foot.addWidget(save)
        head = QHBoxLayout()
        head.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self._edit)
        layout.addLayout(foot)
        self.hide()

    def open(self, item: Item) -> None:
        """Write the note of a question."""
        self.close_note()
        self._label.setText(f"记一笔：{item.question.ask}")
        self._edit.setPlainText(item.note)
        self._key, self._part, self._before = item.key, item.part.id, item.note
        self.show()
        self._edit.setFocus()

    def _tell_writing(self) -> None:
        if self._key:
            self.writing.emit(self._key, self._edit.toPlainText().strip())

    def keep(self) -> None:
        """Keep what was written so far; a save in the middle of a note must not lose it."""
        note = self._edit.toPlainText().strip()
        if self._key and note != self._before:
            self._before = note
            self.written.emit(self._key, note)

    def close_note(self) -> None:
        """Keep what was written and fold the box away."""
        self.keep()
        self._key = ""
        self.hide()

    def _fold(self) -> None:
        self.close_note()
        self.folded.emit()

    def _put_into_text(self) -> None:
        """Keep the note and let it stand in the text as well."""
        note, part = self._edit.toPlainText().strip(), self._part
        self.close_note()
        if note:
            self.into_text.emit(part, note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            to = QApplication.focusWidget()
            if to is not None and self.isAncestorOf(to):
                self.keep()  # to a button of the box
            elif event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self.keep()  # a menu or another program: he comes back
            else:
                self.close_note()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            done = event.key() == Qt.Key.Key_Escape or (
                event.key() == Qt.Key.Key_Return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            )
            if done:
                self._fold()
                return True
        return super().eventFilter(watched, event)
