"""清理: what the program has left on this machine, with its size, and the way to clear it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.files import criticism_file, folder_notes, form_journal, housekeeping, kept_views
from assistant.files.criticism_file import Unsaved
from assistant.files.form_journal import FormLeft
from assistant.files.housekeeping import Kept
from assistant.files.journals import Recovered
from assistant.files.naming import shown_name
from assistant.ui import asking, screens
from assistant.ui.clock import clock

_RECENT = "recent"
_REFERENCES = "references"
_VIEWS = "views"
_WHAT = Qt.ItemDataRole.UserRole
_TOLD = (
    "程序在本机另外留存以下内容，都在本人账户的文件夹里。勾选不再需要的，再点“清除勾选的内容”。"
    "草稿和Word文件不在其内，不会改动。"
)
_ASKED = "清除后不能恢复：清除的版本不能再用“找回以前保存的版本”找回，断电备份里尚未保存的内容也会丢失；清除去年的材料后，对照时要重新选原文件；清除收交记录后，其中各人都回到“待看”，修改过的退回意见也一并清除。草稿和Word文件不受影响。"


def amount(size: int) -> str:
    """Write a size as people read it."""
    return f"{size / 1e6:.1f}兆" if size >= 100_000 else "不到0.1兆"


class ClearingDialog(QDialog):
    """Lists former states, journals left behind, texts of earlier materials, what was decided of folders, what drafts showed, and the recent files; clears what is ticked, after asking."""

    recent_cleared = Signal()

    def __init__(self, parent: QWidget | None, recent: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("清理本机留存的内容")
        screens.open_at(self, 660, 420)
        intro = QLabel(_TOLD)
        intro.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("本机留存的内容")
        self._tree.setHeaderLabels(["内容", "数量", "大小"])
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end says whether the draft is still there
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.itemChanged.connect(lambda *_: self._enable())
        self._clear = QPushButton("清除勾选的内容…")
        self._clear.clicked.connect(self._ask)
        buttons = QDialogButtonBox()
        buttons.addButton(self._clear, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (intro, self._tree, buttons):
            layout.addWidget(widget)
        self._recent = recent
        self._list()

    def _list(self) -> None:
        self._tree.clear()
        former = housekeeping.former()
        states = self._group(
            "以前保存的版本", f"{sum(kept.number for kept in former)}份", sum(kept.size for kept in former)
        )
        for kept in former:
            self._row(states, _name(kept), f"{kept.number}份", amount(kept.size), kept)
        left = housekeeping.left_journals()
        forms = criticism_file.unsaved()
        asked = form_journal.left()
        every: list[Recovered | Unsaved | FormLeft] = [*left, *forms, *asked]
        whole = sum(map(_size, every))
        journals = self._group("断电备份（没有正常关闭时留下的）", f"{len(every)}份", whole)
        for found in left:
            self._row(journals, f"{found.name}　{clock(found.time)}", "1份", amount(_size(found)), found)
        for form in forms:
            name = shown_name(form.file.path.with_suffix("")) if form.file else "批评意见"
            self._row(journals, f"{name}　{clock(form.time)}", "1份", amount(_size(form)), form)
        for one in asked:
            self._row(journals, f"{one.name}　{clock(one.time)}", "1份", amount(_size(one)), one)
        earlier = housekeeping.references()
        size = sum(map(housekeeping.size_of, earlier))
        self._group("去年的材料（对照用的文字）", f"{len(earlier)}份", size, what=_REFERENCES if earlier else None)
        folders = folder_notes.kept()
        notes = self._group(
            "文件夹的收交记录（已退回、已收等）",
            f"{sum(each.number for each in folders)}人",
            sum(each.size for each in folders),
        )
        for each in folders:
            named = (
                f"{shown_name(each.folder)}（{each.folder.parent}）"
                if each.folder
                else "未能读取，未能判断是哪个文件夹"
            )
            self._row(notes, named, f"{each.number}人", amount(each.size), each)
        views = kept_views.kept()
        size = sum(map(housekeeping.size_of, views))
        self._group("上次的检查结果（打开草稿时先显示）", f"{len(views)}份", size, what=_VIEWS if views else None)
        self._group("最近的文件", f"{len(self._recent)}个", 0, what=_RECENT if self._recent else None)
        self._tree.expandAll()
        self._enable()

    def _group(self, label: str, number: str, size: int, what: object = None) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._tree, [label, number, amount(size) if size else ""])
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
        item.setFlags(flags)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setData(0, _WHAT, what)
        return item

    def _row(self, group: QTreeWidgetItem, label: str, number: str, size: str, what: object) -> None:
        item = QTreeWidgetItem(group, [label, number, size])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setData(0, _WHAT, what)
        item.setToolTip(0, label)

    def rows(self) -> list[tuple[str, str, str]]:
        """List what is shown."""
        return [(item.text(0), item.text(1), item.text(2)) for item in self._items()]

    def tick(self, label: str) -> None:
        """Tick the rows whose label begins so."""
        for item in self._items():
            if item.text(0).startswith(label):
                item.setCheckState(0, Qt.CheckState.Checked)

    def _items(self) -> list[QTreeWidgetItem]:
        items: list[QTreeWidgetItem] = []
        for n in range(self._tree.topLevelItemCount()):
            if top := self._tree.topLevelItem(n):
                items += [top, *(child for m in range(top.childCount()) if (child := top.child(m)))]
        return items

    def _ticked(self) -> list[object]:
        chosen = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return [what for item in chosen if (what := item.data(0, _WHAT)) is not None]

    def _enable(self) -> None:
        self._clear.setEnabled(bool(self._ticked()))

    def _ask(self) -> None:
        if asking.ask(self, "清理", _ASKED, go_on="清除", stay="不清除"):
            self.clear_ticked()

    def clear_ticked(self) -> None:
        """Clear what is ticked, for ever."""
        ticked = self._ticked()
        housekeeping.clear_former([each.folder for each in ticked if isinstance(each, Kept)])
        for each in ticked:
            if isinstance(each, (Recovered, Unsaved, FormLeft)):
                each.discard()
        folder_notes.forget([each for each in ticked if isinstance(each, folder_notes.Known)])
        if _REFERENCES in ticked:
            housekeeping.clear_references()
        if _VIEWS in ticked:
            kept_views.forget()
        if _RECENT in ticked:
            self._recent = ()
            self.recent_cleared.emit()
        self._list()


def _name(kept: Kept) -> str:
    if kept.draft is None:
        return "早期版本的程序留存的（未能判断属于哪份草稿）"
    where = f"{shown_name(kept.draft)}（{kept.draft.parent}）"
    return where if kept.there else f"{where}　草稿已不在原处"


def _size(found: Recovered | Unsaved | FormLeft) -> int:
    return housekeeping.size_of(found.journal)
