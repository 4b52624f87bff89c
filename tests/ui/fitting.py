"""Whether a window can be used at a size: it fits, its buttons are in sight, no text is cut without an ellipsis."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QTreeView,
    QTreeWidget,
    QWidget,
)

from assistant.ui.eliding import ElidedLabel

LEAST = 24  # pixels that a hand can hit


def show_at(window: QWidget, size: QSize) -> None:
    """Show a window in a size; its layout may take what it must."""
    window.resize(size)
    window.show()
    for _ in range(4):
        QApplication.processEvents()
    window.resize(size)
    QApplication.processEvents()


def faults(window: QWidget, size: QSize) -> list[str]:
    """List what is wrong with a window shown in a size."""
    found = []
    if window.width() > size.width() or window.height() > size.height():
        found.append(f"needs {window.width()}×{window.height()}")
    found += [f"cut: {_said(each)}" for each in _shown(window) if _is_cut(each)]
    found += [
        f"out of sight: {_said(each)}" for each in _shown(window) if _must_be_seen(each) and not _seen(each, window)
    ]
    found += [f"heading cut: {each}" for each in _cut_headings(window)]
    found += [f"heading beside its numbers: {each}" for each in _uneven_headings(window)]
    found += [f"too small to hit: {_said(each)}" for each in _shown(window) if _is_small(each)]
    found += [f"row too low: {each}" for each in _low_rows(window)]
    return found


def _shown(window: QWidget) -> Iterator[QWidget]:
    return (each for each in window.findChildren(QWidget) if each.isVisibleTo(window) and each.window() is window)


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    box = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return f"{type(widget).__name__} “{text}” {box.getRect()} wants {widget.sizeHint().toTuple()}"


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel) or not (isinstance(widget, QLabel | QAbstractButton) and widget.text()):
        return False
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        return widget.sizeHint().width() > widget.width() or widget.sizeHint().height() > widget.height() + 4
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False
    return isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton) and (
        widget.sizeHint().width() > widget.width()
    )


def _cut_headings(window: QWidget) -> Iterator[str]:
    """List the columns that are narrower than their headings; what is in them may be elided, it has a tip."""
    for view in _shown(window):
        header = view.header() if isinstance(view, QTreeView) else None
        if header is None or header.isHidden():
            continue
        for column in range(header.count()):
            title = str(view.model().headerData(column, Qt.Orientation.Horizontal))
            needed = header.fontMetrics().horizontalAdvance(title)
            if not header.isSectionHidden(column) and header.sectionSize(column) < needed + 2:
                yield f"{view.accessibleName()} {title} {header.sectionSize(column)}"


def _uneven_headings(window: QWidget) -> Iterator[str]:
    """List the columns whose cells stand to the right and whose headings do not."""
    for view in _shown(window):
        item = view.topLevelItem(0) if isinstance(view, QTreeWidget) else None
        for column in range(view.columnCount()) if item else ():
            to_right = [each.textAlignment(column) & Qt.AlignmentFlag.AlignRight for each in (item, view.headerItem())]
            if to_right[0] and not to_right[1]:
                yield f"{view.accessibleName()} {column}"


def _low_rows(window: QWidget) -> Iterator[str]:
    """List the lists whose first rows a hand can hardly hit."""
    for view in _shown(window):
        first = view.indexAt(view.viewport().rect().topLeft()) if isinstance(view, QTreeView) else QModelIndex()
        if first.isValid() and (height := view.visualRect(first).height()) < LEAST:
            yield f"{view.accessibleName()} {height}"


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget can be scrolled into sight."""
    at = widget.parentWidget()
    while at is not None and at is not window:
        if isinstance(at, QAbstractScrollArea):
            return True
        at = at.parentWidget()
    return False


def _must_be_seen(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and not _scrolls(widget, widget.window())


def _seen(widget: QWidget, window: QWidget) -> bool:
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.rect().contains(box)


def _is_small(widget: QWidget) -> bool:
    own = type(widget).__module__ == "PySide6.QtWidgets" and isinstance(widget, QPushButton | QCheckBox | QRadioButton)
    return own and (widget.height() < LEAST or widget.width() < LEAST)
