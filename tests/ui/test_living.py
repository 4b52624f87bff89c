"""Living with the findings: setting aside and back, repeats, 全部改正, stages, 只看必改, the explanations."""

import random
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTreeWidget
from ui.conftest import wish
from ui.page.test_editor import commit

from assistant.decisions import Stage
from assistant.files.draft import DraftFile
from assistant.finding import Fix
from assistant.review import setting_aside
from assistant.review.setting_aside import Way
from assistant.rules.rule import About, Group
from assistant.rules.structure import numbering_gap
from assistant.text import Edit, Span
from assistant.ui.dialogs.mending import MendingDialog
from assistant.ui.panels.panel_values import Card
from assistant.ui.work.prompts import Prompts


def put(window, *changes):
    """Put texts in the place of others, as found, and look at the result."""
    for old, new in changes:
        at = window.editor.text.index(old)
        window.editor.apply([Edit(at, at + len(old), new)], "改")
    window.editor.go_to(0)
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()
    window.wiring.side.setCurrentIndex(1)


@pytest.fixture
def blanks(sample):
    """The sample with three placeholders, two of them the same."""
    put(sample, ("9人次", "XX人次"), ("162件", "XX件"), ("共只有5次", "共只有某某次"))
    return sample


def rules_found(window):
    return [finding.rule for finding in window.wiring.analyser.up_to_date().findings]


def card_of(window, said):
    return next(card for card in window.wiring.side.cards() if said in card.title)


def click(window, card, link):
    """Click a link of a card where it is drawn."""
    cards = window.wiring.side.findings
    row = list(cards.shown()).index(card)
    cards.select(card.key)
    QApplication.processEvents()
    box, width = cards.visualRect(cards.model().index(row, 0)), cards.viewport().width()
    points = (QPoint(x, y) for y in range(box.bottom(), box.top(), -2) for x in range(box.left(), box.right(), 3))
    at = next(point for point in points if cards._delegate().link_at(card, box, point, width) == link)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)


def open_menu(window):
    """Give the menu that stands open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def press(menu, label):
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()


# Setting aside


def test_a_card_offers_the_ways_that_make_sense_and_each_is_one_step(blanks):
    blanks.show()
    steps = blanks.history.index()
    for label, left in (("忽略这一处", 2), ("本材料不再提示同样的词句", 1), ("本材料不再检查“XX、××等待填处”", 0)):
        click(blanks, card_of(blanks, "XX"), "aside")
        menu = open_menu(blanks)
        shown = [(action.text(), action.isEnabled()) for action in menu.actions()]
        assert shown == [
            ("忽略这一处", True),
            ("本材料不再提示同样的词句", True),
            ("加入本单位用语", False),  # a placeholder is no word
            ("", True),
            ("本材料不再检查“XX、××等待填处”", True),
        ]
        press(menu, label)
        assert rules_found(blanks).count("leftover_placeholder") == left
        assert blanks.history.index() == steps + 1
        assert blanks.history.undoText() == (label if left else "不再检查这一项")
        blanks.history.undo()
        assert rules_found(blanks).count("leftover_placeholder") == 3


def test_a_check_switched_off_is_told_with_the_way_back(blanks):
    deciding, bars = blanks.wiring.deciding, blanks.bars

    def switch_off():
        finding = next(f for f in blanks.wiring.analyser.material.findings if f.rule == "leftover_placeholder")
        deciding.set_aside(Way.RULE, finding, (finding,))
        assert bars.messages() == ["本材料不再检查“XX、××等待填处”，少提示3处。"]

    step = blanks.history.index()
    switch_off()
    bars.choose("撤销")
    assert (bars.messages(), blanks.history.index()) == ([], step)
    assert rules_found(blanks).count("leftover_placeholder") == 3
    switch_off()
    blanks.history.undo()
    assert bars.messages() == []  # nothing is switched off any more
    switch_off()
    put(blanks, ("带头", "带头去"))
    bars.choose("撤销")  # of this, not of what was done since
    assert blanks.editor.text.count("带头去") == 1
    assert rules_found(blanks).count("leftover_placeholder") == 3


def test_the_list_stays_where_it_is_when_cards_above_and_below_go(blanks):
    blanks.show()
    blanks.resize(1200, 500)
    cards = blanks.wiring.side.findings
    wanted = [Card(f"k{n}", f"第{n}张卡片，说的是一件不长的事" * (1 + n % 3)) for n in range(40)]
    cards.show_cards(wanted)
    QTest.qWait(50)
    bar = cards.verticalScrollBar()
    bar.setValue(900)
    key, top = next((key, top) for key, top in cards._places() if int(key[1:]) % 4)
    cards.show_cards([card for n, card in enumerate(wanted) if n % 4])
    row = [card.key for card in cards.shown()].index(key)
    QTest.qWait(50)

    assert bar.value() > 0
    assert cards.visualRect(cards.model().index(row, 0)).top() == top


def test_a_word_of_the_unit_is_offered_where_words_are_judged(blanks, monkeypatch):
    monkeypatch.setattr(Group, "judges_words", property(lambda group: group is Group.STRUCTURE))
    put(blanks, ("（二）宗旨意识", "（四）宗旨意识"))
    window = blanks
    gap = next(f for f in window.wiring.analyser.material.findings if f.rule == "numbering_gap")
    material = window.wiring.analyser.material
    assert Way.WORD not in setting_aside.ways(gap, (gap,), material)  # 「（四）」 is none
    at = material.text.index("东郊片区")
    word = replace(gap, span=Span(at, at + 4))
    assert Way.WORD in setting_aside.ways(word, (word,), material)


def test_the_menu_key_shows_the_same(blanks):
    blanks.show()
    cards = blanks.wiring.side.findings
    cards.select(card_of(blanks, "XX").key)
    cards.setFocus()
    QTest.qWait(20)
    QApplication.sendEvent(cards.viewport(), menu_key(cards))
    aside = next(QMenu.menuInAction(action) for action in open_menu(blanks).actions() if QMenu.menuInAction(action))
    names = [action.text() for action in aside.actions() if action.isEnabled() and not action.isSeparator()]
    assert names == ["忽略这一处", "本材料不再提示同样的词句", "本材料不再检查“XX、××等待填处”"]
    press(aside, "本材料不再提示同样的词句")
    open_menu(blanks).close() if QApplication.activePopupWidget() else None

    assert rules_found(blanks).count("leftover_placeholder") == 1


def menu_key(widget):
    place = widget.viewport().rect().center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))


def test_the_list_is_reached_and_left_by_keys(blanks):
    blanks.show()
    blanks.wiring.side.setCurrentIndex(0)
    assert action(blanks, "转到“检查结果”").shortcut().toString() == "Ctrl+F7"
    action(blanks, "转到“检查结果”").trigger()
    cards = blanks.wiring.side.findings
    assert blanks.focusWidget() is cards
    assert cards.selected() == next(card for card in cards.shown() if not card.heading)
    QTest.keyClick(cards, Qt.Key.Key_Escape)
    assert blanks.focusWidget() is blanks.editor
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Return)

    assert blanks.focusWidget() is blanks.editor
    assert blanks.editor.selected[0] == blanks.editor.text.index("XX")


def test_the_page_offers_the_same(blanks):
    blanks.show()
    at = blanks.editor.text.index("XX件")
    blanks.editor.menu_wanted.emit(at + 1, blanks.mapToGlobal(QPoint(300, 300)))
    menu = open_menu(blanks)
    labels = [action.text() for action in menu.actions()]
    assert labels[:3] == ["“XX件”尚未填写。", "忽略", "为什么"]
    press(next(QMenu.menuInAction(action) for action in menu.actions() if QMenu.menuInAction(action)), "忽略这一处")
    menu.close()

    found = blanks.wiring.analyser.up_to_date().findings
    assert [f.span.start for f in found if f.rule == "leftover_placeholder"] != []
    assert at not in [f.span.start for f in found]


def test_all_that_is_set_aside_is_listed_and_comes_back(blanks):
    blanks.show()
    deciding = blanks.wiring.deciding
    found = [f for f in blanks.wiring.analyser.up_to_date().findings if f.rule == "leftover_placeholder"]
    deciding.set_aside(Way.HERE, found[0], found)
    deciding.set_aside(Way.ALIKE, found[2], found[2:])
    deciding.switch_rule("count_mismatch", on=False)
    deciding.set_aside(Way.WORD, found[1], found)
    deciding.answer_elsewhere("previous")
    assert rules_found(blanks) == []
    blanks.wiring.windows.list_aside()
    listed = blanks.wiring.windows.aside
    assert [entry.title for entry in entries_of(listed)] == [
        "…责人谈心谈话▸XX◂人次，征求到…",
        "某某",
        "XX",
        "所写数目与实有数目不同",
        "上年度整改",
    ]
    tree = listed.findChild(QTreeWidget)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return)  # the first
    assert len(entries_of(listed)) == 4
    blanks.history.undo()
    assert len(entries_of(listed)) == 5
    QTest.mouseClick(button(listed, "全部重新提示"), Qt.MouseButton.LeftButton)
    assert entries_of(listed) == []
    assert rules_found(blanks).count("leftover_placeholder") == 3
    blanks.history.undo()
    assert len(entries_of(listed)) == 5
    for left in range(4, -1, -1):
        QTest.mouseClick(button(listed, "重新提示这一条"), Qt.MouseButton.LeftButton)
        assert len(entries_of(listed)) == left
    assert not button(listed, "重新提示这一条").isEnabled()
    listed.close()


def entries_of(dialog):
    return [item.data(0, Qt.ItemDataRole.UserRole) for item in dialog._rows()]


def button(dialog, label):
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == label)


@pytest.mark.parametrize("seed", range(3))
def test_an_ignored_finding_stays_ignored_after_edits_elsewhere_saving_and_reopening(blanks, answers, tmp_path, seed):
    chooser = random.Random(seed)
    deciding, editor = blanks.wiring.deciding, blanks.editor
    found = [f for f in blanks.wiring.analyser.up_to_date().findings if f.rule == "leftover_placeholder"]
    deciding.ignore(chooser.choice(found))
    place = blanks.session.choices.decisions.ignored[0]
    kept = place.before + place.text + place.after
    for _ in range(70):
        start, end = editor.text.index(kept), editor.text.index(kept) + len(kept)
        at = chooser.choice([chooser.randrange(start + 1), chooser.randrange(end, len(editor.text) + 1)])
        past = min(at + chooser.randrange(4), start if at <= start else len(editor.text))
        new = chooser.choice(["", "X", "XX", "某某", "。\n", "（三）", "学习", place.before + place.text])
        editor.apply([Edit(at, past, new)], "改")
    at = editor.text.index(kept) + len(place.before)
    assert at not in placeholders(blanks)
    answers.save_path = tmp_path / "稿.duizhao"
    assert blanks.files.save()
    assert blanks.open_file(str(answers.save_path))
    assert at not in placeholders(blanks)
    blanks.wiring.deciding.take_all_back()
    assert at in placeholders(blanks)


def placeholders(window):
    found = window.wiring.analyser.up_to_date().findings
    return [f.span.start for f in found if f.rule == "leftover_placeholder"]


# Repeats


def test_f7_turns_the_card_to_the_place_it_leads_to(blanks):
    blanks.show()
    for place in ("第1处", "第2处"):
        blanks.wiring.on_page.step()
        assert place in blanks.wiring.side.findings.selected().lines[0]


def test_all_alike_are_mended_as_one_step(sample, monkeypatch):
    safe(monkeypatch)
    put(
        sample,
        ("（二）宗旨意识", "（四）宗旨意识"),
        ("（三）担当精神", "（五）担当精神"),
        ("（四）纪律之弦", "（六）纪律之弦"),
    )
    put(
        sample,
        ("（二）带头固本", "（四）带头固本"),
        ("（三）带头敬畏", "（五）带头敬畏"),
        ("（四）带头干事", "（六）带头干事"),
        ("（五）带头坚决", "（七）带头坚决"),
    )
    before, steps = sample.editor.text, sample.history.index()
    sample.show()
    click(sample, card_of(sample, "未见"), "fix_all")

    assert "numbering_gap" not in rules_found(sample)
    assert sample.history.index() == steps + 1
    sample.history.undo()
    assert sample.editor.text == before


# 全部改正


def safe(monkeypatch):
    """Take closing a gap for a change that needs no thought."""
    monkeypatch.setattr(numbering_gap, "Fix", partial(Fix, safe=True))


@pytest.fixture
def gaps(sample, monkeypatch):
    safe(monkeypatch)
    put(sample, ("（二）宗旨意识", "（四）宗旨意识"), ("（二）带头固本", "（三）带头固本"))
    return sample


def action(window, label):
    return next(each for each in window.findChildren(QAction) if each.text() == label)


def test_all_safe_changes_are_shown_made_as_one_step_and_none_is_left(gaps, answers):
    before, steps = gaps.editor.text, gaps.history.index()
    assert action(gaps, "全部改正…").isEnabled()
    gaps.editor.go_to(before.index("东郊片区"))
    gaps.wiring.on_page.mend_all()
    assert gaps.editor.caret == gaps.editor.text.index("东郊片区")
    assert [where for where, _, _ in answers.mended] == ["固本培元、增强党性", "宗旨意识有所淡化"]
    assert gaps.history.index() == steps + 1
    mended = gaps.editor.text
    assert "numbering_gap" not in rules_found(gaps)
    assert not action(gaps, "全部改正…").isEnabled()
    gaps.wiring.on_page.mend_all()
    assert gaps.bars.messages()[0] == "目前没有可以一并改正的地方。"
    assert gaps.editor.text == mended
    gaps.history.undo()

    assert gaps.editor.text.encode() == before.encode()
    assert gaps.editor.caret == before.index("东郊片区")
    gaps.history.redo()
    assert gaps.editor.text == mended


def test_the_key_opens_the_preview_and_what_is_unticked_stays(gaps, monkeypatch, qtbot):
    gaps.show()
    gaps.activateWindow()
    qtbot.waitExposed(gaps)
    gaps.editor.setFocus()
    monkeypatch.setattr(gaps.files, "_prompts", Prompts(gaps))
    seen = []

    def untick_and_accept():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MendingDialog)
        tree = dialog.findChild(QTreeWidget)
        seen.extend((item.text(0), item.text(1), item.text(2)) for item in dialog._items())
        QTest.keyClick(tree, Qt.Key.Key_Down)
        QTest.keyClick(tree, Qt.Key.Key_Space)  # the first one's tick goes
        assert "1处" in dialog._accept.text()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, lambda: QTimer.singleShot(50, untick_and_accept))
    action(gaps, "全部改正…").trigger()

    assert [texts[1:] for texts in seen][1] == ("▸（四）◂宗旨意识有所淡化…", "▸（二）◂宗旨意识有所淡化…")
    assert "（三）带头固本" in gaps.editor.text
    assert "（二）宗旨意识" in gaps.editor.text
    assert action(gaps, "全部改正…").shortcut().toString() == "Alt+Shift+Return"


def test_its_key_breaks_no_line_where_there_is_nothing_to_mend(sample):
    sample.show()
    text = sample.editor.text
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(sample.editor, Qt.Key.Key_Return, keys)

    assert not action(sample, "全部改正…").isEnabled()
    assert sample.editor.text == text


# Stages


def test_the_stage_is_chosen_kept_and_taken_back(blanks, answers, tmp_path):
    status, stages = blanks.wiring.status, blanks.wiring.stages
    assert status.stage.text() == "草稿阶段"
    assert status.stage.menu() is stages.menu
    stages.actions[Stage.REVIEW].trigger()
    assert status.stage.text() == "送审阶段"
    assert stages.actions[Stage.REVIEW].isChecked()
    answers.save_path = tmp_path / "稿.duizhao"
    blanks.files.save()
    assert DraftFile.load(answers.save_path)[1].decisions.stage is Stage.REVIEW
    blanks.history.undo()

    assert status.stage.text() == "草稿阶段"
    assert stages.actions[Stage.DRAFT].isChecked()


def test_choosing_the_stage_leaves_the_keyboard_with_the_page(blanks):
    blanks.show()
    blanks.activateWindow()
    blanks.editor.setFocus()
    button = blanks.wiring.status.stage
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = open_menu(blanks)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert blanks.session.choices.decisions.stage is Stage.REVIEW
    assert blanks.focusWidget() is blanks.editor
    button.setFocus()
    blanks.wiring.stages.actions[Stage.FINAL].trigger()
    assert blanks.focusWidget() is blanks.editor


def test_a_new_material_is_a_draft_and_what_is_not_written_is_grey_only_then(window, answers):
    answers.wish = wish()
    window.files.new()
    window.wiring.side.setCurrentIndex(1)
    unwritten = [card for card in window.wiring.side.cards() if card.label == "未写"]
    assert {card.role for card in unwritten} == {"faint"}
    window.wiring.deciding.set_stage(Stage.REVIEW)
    severe = [card for card in window.wiring.side.cards() if card.label == "未写"]

    assert len(severe) == len(unwritten)
    assert "faint" not in {card.role for card in severe}


def offers(window):
    QApplication.processEvents()
    return [message for message in window.bars.messages() if "草稿阶段" in message]


def test_the_next_stage_is_offered_once_when_all_is_written(sample):
    text = sample.editor.text
    start, end = text.index("（三）带头敬畏"), text.index("（四）带头干事")
    assert offers(sample) == []  # it was finished when it was opened
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.wiring.analyser.analyse_now()
    assert offers(sample) == []
    heading, body = text[start:end].split("\n")[:2]
    sample.editor.apply([Edit(start, start, f"{heading}\n\n")], "插入")
    sample.editor.go_to(start + len(heading) + 1)
    commit(sample.editor, body)
    sample.wiring.analyser.analyse_now()
    assert offers(sample) == []  # the sentence may not be done
    sample.editor.go_to(0)
    assert len(offers(sample)) == 1
    sample.bars.choose("按送审稿检查")
    assert sample.session.choices.decisions.stage is Stage.REVIEW
    assert offers(sample) == []
    sample.history.undo()
    sample.editor.apply([Edit(start, end, "")], "删")
    sample.editor.apply([Edit(start, start, text[start:end])], "写")
    sample.wiring.underlining.leave_sentence()
    assert offers(sample) == []


def test_the_next_stage_is_offered_once_on_export(sample, answers, tmp_path):
    answers.export_path = tmp_path / "材料.docx"
    sample.files.export()
    assert len(offers(sample)) == 1
    assert any("已导出“材料.docx”" in message for message in sample.bars.messages())
    sample.bars.clear()
    sample.files.export()
    assert offers(sample) == []
    sample.files.open_sample()
    sample.wiring.deciding.set_stage(Stage.FINAL)
    sample.files.export()
    assert offers(sample) == []


# 只看必改


def test_quiet_shows_only_what_has_to_be_changed_and_says_how_much_more(blanks, make_window, answers):
    put(blanks, ("（二）宗旨意识", "（四）宗旨意识"))
    side = blanks.wiring.side
    assert side.tabText(1) == "检查结果 4"
    action(blanks, "只看必改").trigger()
    assert side.tabText(1) == "检查结果 3"
    assert "另有1处没有列出" in side.cards()[-1].title
    assert "numbering_gap" not in rules_found(blanks)
    at = blanks.editor.text.index("（四）宗旨")
    assert blanks.wiring.actions.findings_at(at + 1) == []
    other = make_window(answers)
    assert other.files.settings.analysis.quiet
    assert action(other, "只看必改").isChecked()
    action(blanks, "只看必改").trigger()

    assert side.tabText(1) == "检查结果 4"


def test_pages_are_counted_anew_where_another_layout_is_chosen(window):
    window.editor.apply(
        [Edit(0, 0, "\n".join(["国" * 25 + "。"] * 30))], "写"
    )  # with its indent a line of 28 characters, or two of 27
    window.files.change_settings(layout="gb9704")
    window.wiring.analyser.analyse_now()
    assert "约2页" in window.wiring.status.told()
    window.files.change_settings(layout="fixed28")

    assert "约3页" in window.wiring.status.told()


# Explanations


def test_why_leads_from_a_card_to_the_explanation(blanks):
    blanks.show()
    click(blanks, card_of(blanks, "XX"), "why")
    checks = blanks.wiring.windows.checks
    assert checks.isVisible()
    told = checks.told()
    for label in ("检查什么", "为什么", "怎么改", "依据", "示例（会提示）", "示例（不提示）"):
        assert label in told
    assert told.startswith("XX、××等待填处")
    assert "⟦" not in told
    checks.close()


def test_checks_are_searched_and_switched_by_keys(blanks):
    blanks.show()
    blanks.wiring.windows.explain()
    checks = blanks.wiring.windows.checks
    QTest.keyClicks(checks._search, "GB/T 9704")
    assert "序号不连续" in checks.listed()
    assert "XX、××等待填处" not in checks.listed()
    assert "GB/T 9704" in checks.told()
    checks._search.setText("等待填处")
    tree = checks._tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert rules_found(blanks) == []
    assert blanks.history.undoText() == "不再检查这一项"
    blanks.history.undo()
    assert rules_found(blanks).count("leftover_placeholder") == 3
    assert tree.currentItem().checkState(0) is Qt.CheckState.Checked
    checks._search.setText("没有这样的词")
    assert checks.listed() == []
    assert "没有找到" in checks.told()
    checks.close()


def test_without_a_material_nothing_can_be_switched(window):
    window.wiring.windows.explain()
    checks = window.wiring.windows.checks
    assert not any(item.flags() & Qt.ItemFlag.ItemIsUserCheckable for item in checks._items())
    checks.close()


# Last year's file


def test_what_is_dated_is_counted_when_last_years_file_is_opened(window, tmp_path, finished_sample, monkeypatch):
    path = tmp_path / "去年.txt"
    path.write_text(finished_sample.replace("9人次", "XX人次"), "utf-8")
    window.open_file(str(path))
    assert "待更新" not in window.bars.messages()[0]
    monkeypatch.setattr(
        "assistant.ui.work.read_message.about",
        lambda finding: About.OTHER_YEAR if "XX" in finding.message else About.TEXT,
    )
    window.open_file(str(path))

    assert "；1处年份和提法待更新；原文件未改。" in window.bars.messages()[0]
