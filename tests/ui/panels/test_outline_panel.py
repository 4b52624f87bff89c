"""The outline beside the page."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from assistant.certainty import Certainty
from assistant.finding import Severity
from assistant.review import outline_rows
from assistant.review.material import analyse
from assistant.review.outline_values import RowState
from assistant.templates.template import Length, PartKind
from assistant.ui import drawn_signs, theme
from assistant.ui.dialogs.lengths import LengthsDialog
from assistant.ui.panels import outline_drawing, status_texts
from assistant.ui.panels.outline_panel import OutlinePanel


def test_rows_that_are_gone_leave_nothing_in_memory(qtbot):
    def items():
        gc.collect()
        return sum(isinstance(each, QTreeWidgetItem) for each in gc.get_objects())

    panel = OutlinePanel(theme.load())
    qtbot.addWidget(panel)
    rows = outline_rows.rows(analyse("标题\n" + "\n".join(f"一、问题{n}\n（一）学习{n}\n正文" for n in range(50))))
    before = items()
    for _ in range(3):
        panel.show_rows(rows, (1, 2))
        assert len(panel.rows()) == 100
        panel.show_rows(rows[:1], (0, 1))

    assert items() - before <= 2


def test_every_state_of_a_row_and_every_severity_has_a_drawn_sign():
    """One that was added without would stop the painting, or be a letter of whatever font there is."""
    assert list(outline_drawing._ROLES) == list(RowState)
    assert {state.value for state in RowState} <= set(drawn_signs._FORMS)
    assert {severity.sign for severity in Severity} <= set(drawn_signs._FORMS)


@pytest.fixture
def drop(sample, monkeypatch):
    """Drop a row of the outline above or below another, as a hand would."""
    sample.show()
    QApplication.processEvents()
    tree = sample.wiring.outline._tree

    def dropped(title, beside, *, below):
        items = {item.text(0): item for item in sample.wiring.outline._items()}
        tree.setCurrentItem(items[title])
        box = tree.visualItemRect(items[beside])
        point = QPointF(box.center().x(), box.bottom() - 1 if below else box.top() + 1)

        def drag(made, action):
            data, held = made.mimeData(), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            tree.dragEnterEvent(QDragEnterEvent(point.toPoint(), action, data, *held))
            tree.dragMoveEvent(QDragMoveEvent(point.toPoint(), action, data, *held))
            tree.dropEvent(QDropEvent(point, action, data, *held))
            return action

        monkeypatch.setattr(QDrag, "exec", drag)
        tree.startDrag(Qt.DropAction.MoveAction)

    return dropped


def titles(window):
    return [item.text(0) for item in window.wiring.outline._items()]


def test_a_row_that_is_dragged_takes_its_text_along_as_one_step(sample, drop):
    before, rows = sample.editor.text, titles(sample)
    drop("干事创业、担当作为", "固本培元、增强党性", below=False)
    text = sample.editor.text
    assert "（二）带头干事创业、担当作为" in text
    assert "（三）带头固本培元、增强党性" in text
    assert "（四）带头敬畏人民" in text
    sample.wiring.analyser.analyse_now()
    now = titles(sample)
    assert now.index("干事创业、担当作为") == now.index("固本培元、增强党性") - 1
    assert sorted(now) == sorted(rows)
    assert sample.history.undoText() == "移动“干事创业、担当作为”"
    sample.history.undo()
    assert sample.editor.text == before


def test_a_row_stays_where_it_cannot_go(sample, drop):
    before = sample.editor.text
    drop("固本培元、增强党性", "原因剖析", below=True)
    assert sample.editor.text == before
    assert "同级" in sample.bars.messages()[0]


def test_the_section_of_the_caret_moves_by_keys(sample):
    text = sample.editor.text
    sample.editor.go_to(text.index("（三）带头敬畏") + 3)
    action = next(each for each in sample.findChildren(QAction) if each.text() == "上移这一节")
    assert action.shortcut().toString() == "Alt+Shift+Up"
    action.trigger()
    assert "（二）带头敬畏" in sample.editor.text
    action.trigger()
    assert "（一）带头敬畏" in sample.editor.text
    now = sample.editor.text
    action.trigger()  # it is the first
    assert sample.editor.text == now


def test_what_is_longer_than_asked_for_says_by_how_much(sample):
    template = sample.session.template
    part = next(each for each in template.parts if each.kind is PartKind.CASE_ANALYSIS)
    asked = replace(part, length=Length(0, 100, Certainty.NOTICE))
    parts = tuple(asked if each is part else each for each in template.parts)
    whole = replace(template, parts=parts, length=Length(0, 2000, Certainty.NOTICE))
    material = analyse(sample.editor.text, whole, decisions=sample.session.choices.decisions)
    row = next(each for each in outline_rows.rows(material) if each.part == part.id)
    assert row.over
    own, size = material.part(part.id).length, material.length
    assert row.detail.startswith(f"{own}／100字，超{own - 100}字")
    sample.wiring.status.show_texts(status_texts.of(material, sample.files.layout, ()))
    assert f"{size}／2000字，超{size - 2000}字" in sample.wiring.status.told()
    assert sample.wiring.status._length.property("over")
    between = replace(whole, length=Length(2700, 3300, Certainty.NOTICE))
    sample.wiring.status.show_texts(status_texts.of(replace(material, template=between), sample.files.layout, ()))
    assert f"{size}／2700至3300字" in sample.wiring.status.told()
    dialog = LengthsDialog(sample, sample.editor.theme, material, sample.files.layout, "选中三字")
    rows = dialog.rows()
    assert rows[0][:3] == ("全文", f"{size}", f"不超过2000字，超{size - 2000}字")
    assert rows[1][:2] == ("选中的文字", "4")
    assert next(each for each in rows if each[0] == part.short)[1:3] == (f"{own}", f"不超过100字，超{own - 100}字")
    usual = replace(whole, length=Length(1000, 2000, Certainty.MEMORY))  # nobody has asked for it
    dialog = LengthsDialog(sample, sample.editor.theme, analyse(sample.editor.text, usual), sample.files.layout)
    assert dialog.rows()[0][2] == "一般1000至2000字"


def test_the_window_of_lengths_opens_from_the_menu(sample, monkeypatch):
    seen = []
    monkeypatch.setattr(LengthsDialog, "exec", lambda dialog: seen.append(dialog.rows()))
    sample.editor.go_to(0, 5)
    next(each for each in sample.findChildren(QAction) if each.text() == "字数统计…").trigger()
    assert seen[0][0][1] == f"{sample.wiring.analyser.material.length}"
    assert seen[0][1][0] == "选中的文字"


def test_what_is_folded_stays_so_when_other_rows_come(qtbot):
    panel = OutlinePanel(theme.load())
    qtbot.addWidget(panel)
    text = "标题\n一、问题\n（一）学习\n正文\n二、原因\n（一）主观\n正文\n三、措施\n（一）学习\n正文"

    def unfolded():
        return [item.text(0) for item in panel._items() if item.isExpanded()]

    panel.show_rows(outline_rows.rows(analyse(text)), (1, 2))
    assert unfolded() == ["问题", "原因", "措施"]
    for item in panel._items():
        item.setExpanded(item.text(0) == "原因")
    panel.show_rows(outline_rows.rows(analyse(text.replace("（一）主观", "（一）自身\n正文\n（二）管理"))), (1, 2))
    assert unfolded() == ["原因"]
    panel.show_rows(outline_rows.rows(analyse(f"{text}\n四、结语\n（一）今后\n正文")), (1, 2))
    assert unfolded() == ["原因", "结语"]
