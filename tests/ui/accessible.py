"""What a screen reader is told of a window: its tree of names and roles, as lines to read and to test."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QTableView, QTreeView, QWidget

Role = QAccessible.Role
# What is worked with: of each a reader must be able to say what it is for.
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.ButtonDropGrid, Role.CheckBox, Role.RadioButton, Role.ComboBox,
    Role.EditableText, Role.SpinBox, Role.Slider, Role.ScrollBar, Role.List, Role.ListItem, Role.Tree, Role.TreeItem,
    Role.Table, Role.Cell, Role.ColumnHeader, Role.PageTab, Role.MenuItem, Role.Link, Role.HotkeyField,
}  # fmt: skip
_MOST = 4000  # of one window; a list of thousands of rows is all alike


class Told(NamedTuple):
    """One thing of the tree."""

    depth: int
    role: QAccessible.Role
    name: str
    description: str
    value: str
    states: QAccessible.State
    widget: QWidget | None
    heads_row: bool  # the first cell of its row, or no cell

    def line(self) -> str:
        """Write it as a reader would say it."""
        said = "，".join(filter(None, (self.name, self.value, self.description)))
        return f"{'  ' * self.depth}{self.role.name}  {said}"


def tree(window: QWidget) -> list[Told]:
    """Walk through all that a window shows."""
    found: list[Told] = []
    top = QAccessible.queryAccessibleInterface(window)
    for each in _walk(top, 0):
        found.append(each)
        if len(found) == _MOST:
            break
    return found


def _walk(interface: QAccessibleInterface, depth: int, *, heads_row: bool = True) -> Iterator[Told]:
    states = interface.state()
    if states.invisible:
        return
    text = QAccessible.Text
    widget = interface.object()
    yield Told(
        depth,
        interface.role(),
        interface.text(text.Name).strip(),
        interface.text(text.Description).strip(),
        interface.text(text.Value).strip(),
        states,
        widget if isinstance(widget, QWidget) else None,
        heads_row,
    )
    columns = max(widget.model().columnCount(), 1) if isinstance(widget, QTreeView | QTableView) else 1
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _walk(child, depth + 1, heads_row=number % columns == 0)


def unnamed(window: QWidget) -> list[str]:
    """List the controls of a window that have no name, each with what stands above it."""
    above: list[Told] = []
    found = []
    for each in tree(window):
        del above[each.depth :]
        above.append(each)
        # of a row one cell must say something; the bars beside what scrolls are passed over by every reader
        if each.role in CONTROLS and not each.name and each.heads_row and each.role is not Role.ScrollBar:
            found.append(" › ".join(f"{one.role.name} {one.name}" for one in above[-4:]))
    return found
