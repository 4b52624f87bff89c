"""All templates (本次要求), the writer's own and the shipped ones: look, copy and correct, hand on, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.files import kinds, own_shelf, shipped_shelf, template_shelf
from assistant.files.own_shelf import OwnFile
from assistant.files.template_shelf import Entry
from assistant.files.trouble import Unwritable
from assistant.language.numbering import Style, write
from assistant.language.punctuation import quoted
from assistant.reading import Unreadable
from assistant.strict_toml import DataError
from assistant.templates import own_template, sources
from assistant.templates.template import SUBJECT_LABELS, Part, PartKind, Template, kinds_told, least_told
from assistant.ui import asking, choosing, screens, waiting
from assistant.ui.buttons import plain_button
from assistant.ui.dialogs import template_export
from assistant.ui.dialogs.notice_strip import NoticeStrip
from assistant.ui.dialogs.side_by_side import SideBySide
from assistant.ui.dialogs.template_dialog import TemplateDialog

_OWN = {"据本单位通知": "据本单位通知填写的要求", "本人修改的": "本人修改的要求"}  # origins, and what stands over them


class TemplateList(QDialog):
    """Lists all templates beside a preview of the outline and questions of the chosen one."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("全部要求")
        self._list = QTreeWidget()
        self._list.setHeaderHidden(True)
        self._list.setAccessibleName("全部要求")
        self._list.currentItemChanged.connect(self._show)
        self._preview = QTextBrowser()
        self._preview.setAccessibleName("提纲和提问")
        self.strip = NoticeStrip()
        self.strip.kept.connect(lambda kept: self._fill(kept[0].path))
        whole = QVBoxLayout(self)
        whole.addWidget(self.strip)
        columns = SideBySide(self._list, self._preview, shares=(4, 5))  # own ones stand with what tells them apart
        whole.addWidget(columns, 1)
        row = QHBoxLayout()
        self._correct = _button(row, "修改…", self._correct_chosen)
        self._copy = _button(row, "复制一份再改…", self._copy_chosen)
        self._hand_on = _button(row, "导出给同事…", self._export)
        _button(row, "导入…", self._import)
        self._delete = _button(row, "删除", self._delete_chosen)
        row.addStretch(1)
        _button(row, "关闭", self.accept)
        whole.addLayout(row)
        self._fill()
        screens.open_at(self, 960, 640)

    # Showing

    def _fill(self, wanted: Path | None = None) -> None:
        """List the template anew and go to those of a file, else to the first."""
        self._list.clear()
        chosen: QTreeWidgetItem | None = None
        groups = {origin: QTreeWidgetItem(self._list, [title]) for origin, title in _OWN.items()}
        own = own_shelf.every()
        for kept, label in zip(own, own_shelf.labels(own), strict=True):
            group = groups[own_template.origin(kept.file.sources if kept.file else ())]
            item = QTreeWidgetItem(group, [label])
            item.setToolTip(0, f"{label}\n{kept.path.name}")
            item.setData(0, Qt.ItemDataRole.UserRole, kept)
            chosen = item if kept.path == wanted else chosen
        for group in groups.values():
            group.setHidden(not group.childCount())
        years: dict[int | None, QTreeWidgetItem] = {}
        for entry in template_shelf.entries():
            if entry.own is None:
                if entry.year not in years:
                    title = f"{entry.year}年度" if entry.year else "通用提纲"
                    years[entry.year] = QTreeWidgetItem(self._list, [title])
                variant = f"（{entry.variant}）" if entry.variant else ""
                item = QTreeWidgetItem(years[entry.year], [f"{SUBJECT_LABELS[entry.subject]} · {entry.name}{variant}"])
                item.setToolTip(0, f"{entry.name}{variant}")
                item.setData(0, Qt.ItemDataRole.UserRole, entry)
        self._list.expandAll()
        if chosen is None:
            filled = (each for each in (*groups.values(), *years.values()) if each.childCount())
            chosen = next(filled).child(0)
        if chosen:
            self._list.setCurrentItem(chosen)

    def choose(self, name: str) -> None:
        """Go to the first template whose line holds a name."""
        found = self._list.findItems(name, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        self._list.setCurrentItem(next(item for item in found if item.data(0, Qt.ItemDataRole.UserRole)))

    def _chosen(self) -> Entry | OwnFile | None:
        item = self._list.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None

    def _show(self) -> None:
        chosen = self._chosen()
        own = isinstance(chosen, OwnFile)
        usable = chosen.file is not None if isinstance(chosen, OwnFile) else chosen is not None
        for button in (self._copy, self._hand_on):
            button.setEnabled(usable)
        self._correct.setEnabled(own and usable)
        self._delete.setEnabled(own)
        if isinstance(chosen, OwnFile):
            broken = (asking.broken_template("暂不能使用"), escape(chosen.problem)) if chosen.problem else ()
            self._preview.setHtml(
                "".join(f"<p>{line}</p>" for line in broken)
                + "<hr>".join(_described(template) for template in chosen.templates)
            )
        else:
            self._preview.setHtml(_described(chosen.load()) if chosen else "")

    # Doing

    def _correct_chosen(self) -> None:
        chosen = self._chosen()
        if isinstance(chosen, OwnFile) and chosen.file:
            dialog = TemplateDialog(self, [chosen.file], former=chosen)
            if asking.answered(dialog):
                self._fill(dialog.kept[0].path)

    def _copy_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        file = chosen.file if isinstance(chosen, OwnFile) else own_template.copy(shipped_shelf.read(chosen.file))
        if file is None:
            return
        dialog = TemplateDialog(self, [replace(file, id=template_shelf.free_id(f"{file.id}-copy"))])
        if asking.answered(dialog):
            self._fill(dialog.kept[0].path)

    def _export(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if isinstance(chosen, OwnFile):
            name, source = chosen.path.name, chosen.source
        else:
            file = own_template.copy(shipped_shelf.read(chosen.file))
            name, source = f"{file.name}{kinds.TEMPLATE_SUFFIX}", own_shelf.source_of(file)
        template_export.write(self, "导出本次要求", name, source)

    def _import(self) -> None:
        path = choosing.file_to_open(self, "导入本次要求", template_export.KIND, key="template")
        if path:
            self.take(path)

    def take(self, path: Path) -> bool:
        """Take over a template file from elsewhere; says what is wrong where that cannot be."""
        try:
            doing = f"正在打开{waiting.named(path.name)}…"
            kept = waiting.result_of(lambda: own_shelf.take_over(path), doing, self)
        except waiting.GivenUp:
            return False
        except DataError as error:
            asking.tell(self, "导入本次要求", asking.broken_template("没有导入"), str(error))
            return False
        except (Unreadable, Unwritable) as error:
            asking.tell(self, "导入本次要求", str(error), path.name)
            return False
        self._fill(kept.path)
        return True

    def _delete_chosen(self) -> None:
        chosen = self._chosen()
        if not isinstance(chosen, OwnFile):
            return
        item = self._list.currentItem()
        line = item.text(0) if item else chosen.path.stem
        message = f"删除{quoted(line)}？删除后不能恢复。已经按这份要求写的草稿不受影响，草稿里留有一份。"
        if asking.ask(self, "删除本次要求", message, go_on="删除", stay="取消"):
            own_shelf.forget(chosen)
            self._fill()


def _button(row: QHBoxLayout, label: str, slot: Callable[[], object]) -> QPushButton:
    button = plain_button(label, slot)
    row.addWidget(button)
    return button


def _described(template: Template) -> str:
    """Describe a template: theme, limits, outline with questions, sources."""
    lines = [f"<h3>{escape(template.label)}</h3>"]
    if template.theme:
        lines.append(f"<p>主题：{escape(template.theme.text)}（{template.theme.certainty.label}）</p>")
    if limits := _limits(template):
        lines.append(f"<p>{escape('；'.join(limits))}。</p>")
    value = 0
    for part in template.parts:
        value += part.kind is not PartKind.PREFACE
        number = "" if part.kind is PartKind.PREFACE else write(Style.HAN, value)
        lines.append(f"<p><b>{number}{escape(part.heading)}</b></p>{_questions(part)}")
        for rank, aspect in enumerate(template.aspects if part.kind is PartKind.PROBLEMS else (), 1):
            doubt = "" if aspect.certainty.sourced_twice else f"（{aspect.certainty.label}）"
            lines.append(f"<p>{write(Style.HAN_PAREN, rank)}{escape(aspect.heading)}{doubt}</p>{_questions(aspect)}")
    if template.note:
        lines.append(f"<p>{escape(template.note)}</p>")
    if source := sources.told(template.sources):
        lines.append(f"<p>{escape(source)}</p>")
    return "".join(lines)


def _questions(part: Part) -> str:
    return f"<ul>{''.join(f'<li>{escape(question.ask)}</li>' for question in part.questions)}</ul>"


def _limits(template: Template) -> Sequence[str]:
    lines: list[str] = []
    if template.length and (template.length.least or template.length.most):
        least, most = template.length.least, template.length.most
        size = f"{least}至{most}字" if least and most else f"{most}字以内" if most else f"不少于{least}字"
        lines.append(f"全文{size}（{template.length.certainty.label}）")
    if template.share:
        lines.append(f"{kinds_told(template.share.of)}不少于全文的{least_told(template.share.least)}")
    if limits := template.problem_limits:
        lines += [f"每个方面至少{limits.per_aspect}个问题"] if limits.per_aspect else []
        lines += [f"全文至少{limits.total}个问题"] if limits.total else []
        lines += ["附具体事例"] if limits.with_instances else []
    if template.dates and template.dates.hand_in:
        day = template.dates.hand_in
        lines.append(f"{day.year}年{day.month}月{day.day}日前交稿")
    return lines
