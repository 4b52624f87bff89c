import json
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolTip, QWidget
from ui.conftest import wish
from ui.page.test_editor import commit
from ui.watched_start import words_of_start

from assistant.facts import paper
from assistant.review.material import analyse
from assistant.review.outline_values import RowState
from assistant.text import Edit
from assistant.ui import app as program
from assistant.ui import chinese, theme
from assistant.ui.page import looks, printing
from assistant.ui.page.highlighter import look_of


def texts(window):
    return [f"{row.state.value}{row.title}" for row in window.wiring.outline.rows()]


def type_at(window, ordinal, text):
    window.editor.go_to(window.editor.text.index(ordinal) + len(ordinal))
    for character in text:
        commit(window.editor, character)


def test_the_outline_follows_the_keys(sample, qtbot):
    type_at(sample, "一共只有", "XX")
    sample.editor.go_to(0)
    qtbot.waitUntil(lambda: "◐固本培元、增强党性" in texts(sample), timeout=1000)

    assert sample.wiring.side.tabText(1) == "检查结果 1"
    assert "还差 1项：待填1处" in sample.wiring.status.told()
    assert sample.wiring.outline._count.text().endswith("已写 12／12项")  # written, though not finished


def test_underlines_wait_and_spare_the_sentence_being_typed(sample, qtbot):
    type_at(sample, "一共只有", "XX")
    block = sample.editor.document().findBlock(sample.editor.textCursor().position())
    qtbot.wait(300)
    assert look_of(block).underlines == ()
    qtbot.wait(1000)
    assert look_of(block).underlines == ()
    sample.editor.go_to(0)

    assert [
        sample.editor.text[block.position() + u.start : block.position() + u.end] for u in look_of(block).underlines
    ] == ["XX"]


def test_nothing_is_said_of_the_sentence_being_typed(sample, qtbot):
    type_at(sample, "一共只有", "x")
    qtbot.wait(1300)
    assert sample.wiring.side.tabText(1) == "检查结果"
    assert "●固本培元、增强党性" in texts(sample)
    assert "待填" not in sample.wiring.status.told()
    sample.editor.go_to(0)

    assert sample.wiring.side.tabText(1) == "检查结果 1"
    assert "◐固本培元、增强党性" in texts(sample)
    assert "待填1处" in sample.wiring.status.told()


def test_only_typing_holds_anything_back(sample, qtbot):
    """A fix, its undo and redo, a replacement or a paste leaves the other faults of its sentence in sight."""

    def marked():
        block = sample.editor.document().findBlock(sample.editor.textCursor().position())
        return len(look_of(block).underlines)

    def counted():
        sample.wiring.analyser.analyse_now()
        return sample.wiring.side.tabText(1), marked()

    at = sample.editor.text.index("一共只有")
    sample.editor.apply([Edit(at, at + 4, "XX一共XX只有XX")], "替换")
    assert counted() == ("检查结果 3", 3)
    sample.editor.apply([Edit(at, at + 2, "目前")], "改为")
    assert counted() == ("检查结果 2", 2)
    sample.history.undo()
    assert counted() == ("检查结果 3", 3)
    sample.history.redo()
    assert counted() == ("检查结果 2", 2)
    copied = QMimeData()
    copied.setText("，XX，")
    sample.editor.insertFromMimeData(copied)
    assert counted() == ("检查结果 3", 3)
    type_at(sample, "一共", "x")
    assert counted() == ("检查结果", 3)
    finding = sample.wiring.analyser.material.findings[0]
    sample.wiring.deciding.ignore(finding)
    assert sample.wiring.side.tabText(1) == "检查结果 2"  # of three


def test_what_was_withheld_is_said_on_f7_and_at_the_end_of_the_sentence(sample, qtbot):
    type_at(sample, "一共只有", "x")
    sample.wiring.on_page.step()
    assert sample.wiring.side.tabText(1) == "检查结果 1"
    sample.history.undo()
    type_at(sample, "现对照检查如下。", "已谈x人")
    qtbot.wait(300)
    assert sample.wiring.side.tabText(1) == "检查结果"
    commit(sample.editor, "。")
    qtbot.waitUntil(lambda: sample.wiring.side.tabText(1) == "检查结果 1", timeout=1000)


def test_what_was_withheld_is_said_when_it_is_saved(sample, answers, tmp_path):
    answers.save_path = tmp_path / "稿.duizhao"
    type_at(sample, "一共只有", "x")
    sample.wiring.analyser.analyse_now()
    assert sample.wiring.side.tabText(1) == "检查结果"
    assert sample.files.save()

    assert sample.wiring.side.tabText(1) == "检查结果 1"


def test_an_underline_goes_at_once_when_it_is_edited(sample):
    sample.editor.apply([Edit(sample.editor.text.index("5次"), sample.editor.text.index("5次") + 1, "XX")], "改")
    sample.wiring.underlining.start_afresh()
    sample.wiring.analyser.analyse_now()
    start = sample.editor.text.index("XX次")
    block = sample.editor.document().findBlock(start)
    assert look_of(block).underlines
    sample.editor.go_to(start, start + 2)
    commit(sample.editor, "5")

    assert look_of(block).underlines == ()


def test_a_missing_part_is_inserted_by_a_click_and_taken_back_by_undo(sample):
    text = sample.editor.text
    start, end = text.index("（三）带头敬畏"), text.index("（四）带头干事")
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.wiring.analyser.analyse_now()
    row = next(row for row in sample.wiring.outline.rows() if row.state is RowState.MISSING)
    assert row.title == "敬畏人民、敬畏组织、敬畏法纪"
    sample.wiring.outline.row_chosen.emit(row)

    assert "（三）带头敬畏人民、敬畏组织、敬畏法纪方面\n（四）带头干事创业" in sample.editor.text
    sample.history.undo()
    sample.history.undo()
    assert sample.editor.text == text


def test_questions_follow_the_caret(sample):
    sample.editor.go_to(sample.editor.text.index("自学常为事务性工作让路"))
    cards = sample.wiring.side.cards()

    assert cards[0].title == "固本培元、增强党性"
    assert any(card.quote and card.quote[0] == "文中提到：" for card in cards)
    sample.editor.go_to(sample.editor.text.index("保证学习时间"))
    assert sample.wiring.side.cards()[0].title == "整改措施"


def test_a_note_is_kept_and_never_exported(sample, qtbot):
    sample.show()
    sample.editor.go_to(sample.editor.text.index("自学常为事务性工作让路"))
    card = sample.wiring.side.cards()[1]
    sample.wiring.side._choose(card.key, "note")
    box = sample.wiring.side._note
    assert not box.isHidden()
    QTest.keyClicks(box._edit, "private")
    close = next(button for button in box.findChildren(QPushButton) if button.text() == "保存")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert box.isHidden()
    assert sample.focusWidget() is sample.editor

    assert list(sample.session.choices.decisions.notes.values()) == ["private"]
    assert "private" not in sample.editor.text
    assert any("随记：private" in line for card in sample.wiring.side.cards() for line in card.lines)
    sample.history.undo()
    assert sample.session.choices.decisions.notes == {}


def test_f7_goes_round_the_findings(sample):
    for ordinal in ("9人次", "162件"):
        at = sample.editor.text.index(ordinal)
        sample.editor.apply([Edit(at, at + 1, "X")], "改")
    sample.editor.go_to(0)
    seen = []
    for step in (1, 1, 1, -1):
        sample.wiring.on_page.step(step)
        seen.append(sample.editor.selected[0])

    assert seen[0] < seen[1]
    assert seen[2] == seen[0]
    assert seen[3] == seen[1]


def test_findings_alike_are_one_card_that_quotes_what_stands_around_each(sample):
    for ordinal in ("9人次", "162件"):
        at = sample.editor.text.index(ordinal)
        sample.editor.apply([Edit(at, at + len(ordinal) - 1, "X")], "改")
    sample.editor.go_to(0)
    sample.wiring.analyser.analyse_now()
    side = sample.wiring.side
    side.setCurrentIndex(1)
    (card,) = (card for card in side.cards() if "尚未填写" in card.title)
    assert (card.lines[0], card.quote) == ("同类2处，这是第1处，在“前言”", ("…责人谈心谈话", "X", "次，征求到意…"))
    assert side.tabText(1) == "检查结果 2"
    side.findings.chosen.emit(card.key, "next")
    (card,) = (card for card in side.cards() if "尚未填写" in card.title)

    assert (card.lines[0], card.quote) == ("同类2处，这是第2处，在“上年度整改”", ("…访，全年回访", "X", "件，其中14…"))
    assert sample.editor.selected[0] == sample.editor.text.index("X件")


def test_where_findings_alike_stand_in_one_section_its_heading_says_so(sample):
    at = sample.editor.text.index("已完成9条")
    sample.editor.apply([Edit(at, at + 5, "已完成X条，还有X条")], "改")
    sample.editor.go_to(0)
    sample.wiring.analyser.analyse_now()
    side = sample.wiring.side
    side.setCurrentIndex(1)
    (card,) = (card for card in side.cards() if "尚未填写" in card.title)

    assert card.lines[0] == "同类2处，这是第1处"
    assert next(each.title for each in side.cards() if each.heading) == "上年度整改"


def without_a_part(window):
    """Take an aspect out of the text, so that it is missing."""
    text = window.editor.text
    window.editor.apply([Edit(text.index("（三）带头敬畏"), text.index("（四）带头干事"), "")], "删")
    window.editor.go_to(0)


def test_typing_after_f7_to_a_missing_part_spoils_no_heading(sample, qtbot):
    without_a_part(sample)
    sample.wiring.on_page.step()
    assert sample.editor.waiting
    qtbot.keyClicks(sample.editor, "x")

    assert "\nx\n（四）带头干事" in sample.editor.text


def test_typing_after_f7_to_a_wrong_number_spoils_no_heading(sample, qtbot):
    text = sample.editor.text
    at = text.index("（二）宗旨意识")
    sample.editor.apply([Edit(at, at + 3, "（四）")], "改")
    sample.editor.go_to(0)
    finding = sample.wiring.actions.next_finding()
    assert finding.rule == "numbering_gap"
    heading = sample.editor.text[at : sample.editor.text.index("\n", at)]
    qtbot.keyClicks(sample.editor, "x")
    assert f"{heading}\nx\n" in sample.editor.text
    sample.editor.go_to(0)
    sample.wiring.on_page.step()
    sample.wiring.actions.fix_here()

    assert "（二）宗旨意识" in sample.editor.text


def test_after_f7_a_missing_part_can_be_inserted_by_keys(sample):
    without_a_part(sample)
    sample.wiring.on_page.step()
    sample.wiring.actions.fix_here()

    assert "（三）带头敬畏人民、敬畏组织、敬畏法纪方面\n（四）" in sample.editor.text


def test_f7_marks_the_card_and_says_what_it_says(sample, monkeypatch):
    tips = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, told, *_: tips.append(told))
    sample.show()
    without_a_part(sample)
    sample.wiring.side.setCurrentIndex(1)
    sample.wiring.on_page.step()
    card = sample.wiring.side.findings.selected()
    assert card is not None
    assert (card.sign, card.label, card.title) == ("✚", "缺", "未找到“敬畏人民、敬畏组织、敬畏法纪”。")
    assert tips == []
    sample.wiring.leave_only_page(only=True)
    sample.editor.go_to(0)
    sample.wiring.on_page.step()

    assert "〔缺〕未找到“敬畏人民、敬畏组织、敬畏法纪”。" in tips[0]


def test_the_status_line_leads_to_a_missing_part_as_f7_does(sample):
    without_a_part(sample)
    sample.wiring.analyser.analyse_now()
    status = sample.wiring.status
    status._fill_unfinished()
    assert [action.text() for action in status._count.menu().actions()] == [each.label for each in status.unfinished]
    status._count.menu().actions()[0].trigger()

    assert sample.editor.waiting


def test_fix_and_ignore_at_the_caret(sample):
    text = sample.editor.text
    at = text.index("（二）宗旨意识")
    sample.editor.apply([Edit(at, at + 3, "（四）")], "改")
    sample.editor.go_to(at + 1)
    sample.wiring.actions.fix_here()
    assert "（二）宗旨意识" in sample.editor.text
    sample.history.undo()
    finding = next(f for f in sample.wiring.analyser.up_to_date().findings if f.rule == "numbering_gap")
    sample.wiring.deciding.ignore(finding)

    assert not [f for f in sample.wiring.analyser.material.findings if f.rule == "numbering_gap"]
    sample.wiring.deciding.take_all_back()
    assert [f for f in sample.wiring.analyser.material.findings if f.rule == "numbering_gap"]


def test_template_are_exchanged_without_loss(sample, answers):
    text = sample.editor.text
    answers.wish = wish("2022-democratic-individual")
    sample.wiring.exchange.choose()
    assert sample.session.template.year == 2022
    assert sample.editor.text == text.replace("2025年度民主生活会", "2022年度民主生活会", 1)  # the title
    sample.history.undo()

    assert sample.editor.text == text
    assert sample.session.template.year == 2025
    assert sample.wiring.analyser.material.findings == ()


def test_a_part_can_be_said_to_be_elsewhere(sample):
    text = sample.editor.text
    sample.editor.apply([Edit(text.index("一、2024"), text.index("二、深入"), "")], "删")
    sample.wiring.deciding.answer_elsewhere("previous")

    assert not [f for f in sample.wiring.analyser.up_to_date().findings if f.part == "previous"]


def test_find_and_replace(sample):
    bar = sample.wiring.find_bar
    bar.open(replacing=True)
    bar._find.setText("东郊")
    count = sample.editor.text.count("东郊")
    bar._replace.setText("西郊")
    bar.next()
    first = sample.editor.selected
    bar.next()
    assert sample.editor.selected > first
    bar.previous()
    assert sample.editor.selected == first
    bar.replace_all()
    assert sample.editor.text.count("西郊") == count
    assert "东郊" not in sample.editor.text
    sample.history.undo()
    assert sample.editor.text.count("东郊") == count


def test_every_menu_entry_does_something(sample):
    """No tab, button or menu entry before it works; every action has a Chinese name."""
    for menu in sample.menuBar().actions():
        for action in QMenu.menuInAction(menu).actions():
            if action.isSeparator() or QMenu.menuInAction(action):
                continue
            assert action.receivers("2triggered(bool)") or action.receivers("2toggled(bool)"), action.text()
            assert any("\u4e00" <= c <= "\u9fff" for c in action.text())


def test_keys_are_those_the_hands_know(sample):
    keys = {
        shortcut.toString(): action.text() for action in sample.findChildren(QAction) for shortcut in action.shortcuts()
    }

    for key in (
        "Ctrl+S",
        "F12",
        "Ctrl+H",
        "Ctrl+G",
        "Ctrl+P",
        "Ctrl+Y",
        "Ctrl+Z",
        "F7",
        "Shift+F7",
        "Alt+Return",
        "F11",
    ):
        assert key in keys, key
    assert "F8" not in keys
    assert "Tab" not in keys


def test_focus_leaves_nothing_but_the_page(sample):
    sample.show()
    focus = next(a for a in sample.findChildren(QAction) if a.text() == "只看正文")
    put_away = (sample.wiring.sides.left_fold, sample.wiring.sides.right_fold, sample.menus.toolbar)
    focus.trigger()
    assert all(widget.isHidden() for widget in put_away)
    back = next(b for b in sample.wiring.status.findChildren(QPushButton) if b.text() == "退出只看正文（F11）")
    assert back.isVisible()
    back.click()
    assert not any(widget.isHidden() for widget in put_away)
    assert not focus.isChecked()
    assert not back.isVisible()


def test_qt_speaks_chinese(qapp):
    app = program.application()
    chinese.speak(app)

    assert app.translate("QPlatformTheme", "Cancel") == "取消"


def test_no_mark_of_markdown_is_printed(sample):
    material = analyse("# 个人对照检查材料\n## 一、问题\n**学得浅。**读得少，联系**县，到过**村。\n---\n二是慢。")
    printed = printing.laid_out(printing.without_markdown(material), sample.files.layout).toPlainText()

    assert printed == "个人对照检查材料\n一、问题\n学得浅。读得少，联系**县，到过**村。\n二是慢。"


def test_printing_lays_out_as_word_does(sample, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    material = sample.wiring.analyser.up_to_date()
    printing.print_to(printer, material, sample.files.layout)

    assert (tmp_path / "打印.pdf").read_bytes().startswith(b"%PDF")
    pages = printing.laid_out(material, sample.files.layout).pageCount()
    assert pages == paper.pages(material.facts, sample.files.layout)


@pytest.mark.parametrize("role", ['["whit", "surface"]', '["white", "surfac"]', '"white"'])
def test_a_theme_with_a_wrong_color_or_kind_is_refused(monkeypatch, tmp_path, role):
    folder = tmp_path / "themes"
    folder.mkdir()
    (folder / "light.json").write_text(f'{{"base": {{"white": "#ffffff"}}, "role": {{"window": {role}}}}}')
    monkeypatch.setattr("assistant.paths.resources", lambda: tmp_path)

    with pytest.raises(theme.BadTheme, match="window"):
        theme.load()


def test_dropping_a_file_opens_it(window, tmp_path, finished_sample):
    path = tmp_path / "去年.txt"
    path.write_text(finished_sample, "utf-8")
    window.editor.file_dropped.emit(QUrl.fromLocalFile(str(path)).toLocalFile())

    assert window.editor.text == finished_sample


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path, finished_sample):
    path = tmp_path / "稿.txt"
    path.write_text(finished_sample, "utf-8")
    script = f"""
        import sys
        from assistant.ui import app as program
        app = program.application()
        window = program.make_window(app)
        window.open_file({str(path)!r})
        window.show()
        app.processEvents()
        heavy = {{"docx", "hashlib", "lxml", "jieba", "socket", "PySide6.QtNetwork", "assistant.rules.registry"}}
        print(sorted(set(sys.modules) & heavy))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"


def test_the_panels_are_painted_once_before_what_nobody_sees_is_made_and_not_again(tmp_path, finished_sample):
    path = tmp_path / "稿.txt"
    path.write_text(finished_sample, "utf-8")
    joined = """
        before = painted.frames
        seen()
        unseen = {"last_year_panel", "returned_panel", "find_bar", "right_tabs", "wiring_unseen"}
        unseen |= {"moving", "difflib", "calendar", "pkgutil"}  # nor is this needed to show a text
        told.append({name.rpartition(".")[2] for name in sys.modules} & unseen)
        told.append(painted.frames - before)
        told.append(bool(window.wiring.outline.rows()))
    """

    assert words_of_start(path, joined) == ["set()", "1", "True", "0"]


class Frames(QObject):
    """Counts the frames of a widget."""

    count = 0

    def eventFilter(self, _, event):  # noqa: N802  # as Qt calls it
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize("hidden", [False, True])
def test_a_window_that_painting_was_held_back_of_paints_again(qtbot, hidden):
    widget, frames = QWidget(), Frames()
    qtbot.addWidget(widget)
    widget.installEventFilter(frames)
    widget.show()
    qtbot.waitUntil(lambda: frames.count > 0)
    held, before = program._Held(widget), frames.count
    widget.update()
    qtbot.wait(30)
    while_held = frames.count - before
    widget.setHidden(hidden)
    held.paint()
    at_once = frames.count - before
    widget.show()
    qtbot.waitUntil(lambda: frames.count > before)
    again = frames.count
    widget.update()
    qtbot.waitUntil(lambda: frames.count > again)

    assert (while_held, at_once) == (0, 0 if hidden else 1)


def test_looks_of_the_sample(sample):
    kinds = [look_of(block).kind for block in sample.editor.blocks()]

    assert kinds[:5] == [looks.Kind.TITLE, looks.Kind.BYLINE, looks.Kind.BYLINE, looks.Kind.BODY, looks.Kind.BODY]


def test_a_list_of_chapter_numbers_does_not_look_like_chapters(sample):
    text = sample.editor.text
    at = text.index("（二）带头固本")
    sample.editor.apply([Edit(at, at, "一、还有一处。\n二、又有一处。\n")], "添")
    sample.wiring.analyser.analyse_now()
    shown = {block.text(): look_of(block).kind for block in sample.editor.blocks()}

    assert shown["二、又有一处。"] is looks.Kind.CONTENTS
    assert shown["一、2024年度民主生活会整改措施落实情况"] is looks.Kind.BODY


def test_a_fresh_page_begins_below_the_title(window, qtbot, answers):
    answers.wish = wish()
    window.files.new()
    assert window.wiring
    title, byline = window.editor.text.splitlines()[:2]
    assert "　标题 " in window.wiring.status.told()
    qtbot.keyClicks(window.editor, "x")
    assert window.editor.text.splitlines()[:3] == [title, byline, "x"]
    window.wiring.analyser.analyse_now()
    assert "标题 " not in window.wiring.status.told()


def test_saving_keeps_the_note_that_is_being_written(sample, answers, tmp_path, qtbot):
    sample.show()
    side = sample.wiring.side
    answers.save_path = tmp_path / "稿.duizhao"
    sample.editor.go_to(sample.editor.text.index("（二）带头固本"))
    side._note.open(next(iter(side._cards.items.values())))
    side._note._edit.setPlainText("三月读书会")
    assert sample.files.save()
    assert "三月读书会" in sample.session.choices.decisions.notes.values()


def test_the_journal_holds_a_note_as_it_stands_in_the_box(sample, qtbot):
    """Killed in the middle of a note, with no key that keeps it: title and status say that it is not saved."""
    sample.show()
    side, session = sample.wiring.side, sample.session
    sample.editor.go_to(sample.editor.text.index("（二）带头固本"))
    key = next(iter(side._cards.items))
    steps = sample.history.count()
    side._note.open(side._cards.items[key])
    assert not sample.files.modified
    qtbot.keyClicks(side._note._edit, "march")
    assert sample.files.modified
    assert sample.windowTitle().startswith("*")
    assert "有未保存的更改" in sample.wiring.status.told()
    sample.files.keep_journal()
    qtbot.waitUntil(lambda: session._written is not None)
    held = json.loads(session._journal.kept.path.read_bytes().split(b"\n", 1)[1])
    assert list(held["decisions"]["notes"].values()) == ["march"]
    assert sample.history.count() == steps
    for _ in range(5):
        qtbot.keyClick(side._note._edit, Qt.Key.Key_Backspace)
    assert not sample.files.modified
    qtbot.keyClicks(side._note._edit, "may")
    side._note.close_note()
    assert (sample.history.count(), session.unfinished) == (steps + 1, False)


def test_nothing_can_be_cut_or_copied_where_nothing_is_selected(sample):
    menus, editor = sample.menus, sample.editor
    *_, cut, copy, paste, _ = menus.editing

    def offered():
        return [each.isEnabled() for each in (cut, copy, paste)]

    assert offered() == [False, False, True]
    editor.go_to(3, 5)
    assert offered() == [True, True, True]
    cut.trigger()
    assert offered() == [False, False, True]
    editor.selectAll()
    editor.load("另一份")
    assert offered() == [False, False, True]
