"""Find and replace as people expect it from Word: width and case alike, in a section, with a list of places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.page.test_editor import commit

from assistant.text import Span
from assistant.ui.page.text_search import hits


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("全年5次，又５次。", "5次", [(2, 4), (6, 8)]),
        ("用ＷＰＳ，不用wps。", "Wps", [(1, 4), (7, 10)]),
        ("一，二,三", "，", [(1, 2), (3, 4)]),
        ("哈哈哈", "哈哈", [(0, 2)]),
        ("有", "", []),
        ("𠀀5", "５", [(1, 2)]),
    ],
)
def test_what_is_found(text, word, places):
    assert list(hits(text, word)) == places


def test_only_within():
    assert list(hits("甲乙甲乙甲", "甲", Span(1, 4))) == [(2, 3)]


@pytest.fixture
def bar(sample):
    sample.show()
    sample.wiring.find_bar.open(replacing=True)
    return sample.wiring.find_bar


def listed(bar):
    return [bar._list.item(n).text() for n in range(bar._list.count())]


def test_ctrl_h_puts_the_caret_into_the_word_to_find(sample, bar):
    text = sample.editor.text
    sample.editor.go_to(text.index("自学"), text.index("自学") + 2)
    bar.open(replacing=True)
    assert sample.focusWidget() is bar._find
    assert bar._find.selectedText() == "自学"
    QTest.keyClick(bar._find, Qt.Key.Key_Tab)
    assert sample.focusWidget() is bar._replace
    assert bar._find.width() >= 14 * bar.fontMetrics().horizontalAdvance("国")


def test_the_list_leads_to_each_place_and_enter_to_the_page(sample, bar):
    bar._find.setText("自学")
    places = list(hits(sample.editor.text, "自学"))
    assert len(listed(bar)) == len(places) > 1
    assert all("自学" in line for line in listed(bar))
    QTest.keyClick(bar._find, Qt.Key.Key_Down)
    QTest.keyClick(bar._list, Qt.Key.Key_Down)
    assert sample.editor.selected == places[1]
    assert bar._told.text() == f"第2处，共{len(places)}处"
    assert sample.focusWidget() is bar._list
    QTest.keyClick(bar._list, Qt.Key.Key_Return)
    assert sample.focusWidget() is sample.editor


def test_in_the_section_only(sample, bar):
    text = sample.editor.text
    sample.editor.go_to(text.index("（二）带头固本"))
    start, end = text.index("（二）带头固本"), text.index("（三）带头敬畏")
    bar._scope.setCurrentIndex(1)
    bar._choose_scope(1)
    bar._find.setText("的")
    inside = text[start:end].count("的")
    assert 0 < len(listed(bar)) == inside < text.count("的")
    bar._replace.setText("地地")
    sample.editor.go_to(start)
    bar.next()
    bar.replace()  # the section grows with what is put into it
    bar.replace_all()
    new = sample.editor.text
    assert new[start : new.index("（三）带头敬畏")].count("的") == 0
    assert new.count("的") == text.count("的") - inside


def test_the_list_follows_what_is_typed(sample, bar, qtbot):
    bar._find.setText("独一无二")
    assert listed(bar) == []
    assert bar._told.text() == "没有找到"
    sample.editor.go_to(0)
    commit(sample.editor, "独一无二")
    qtbot.waitUntil(lambda: len(listed(bar)) == 1, timeout=2000)


def test_replacing_takes_both_widths(sample, bar):
    sample.editor.replace_all("甲5乙５丙", "改")
    bar._find.setText("5")
    bar._replace.setText("五")
    bar.replace_all()
    assert sample.editor.text == "甲五乙五丙"


def test_the_caret_goes_by_paragraphs(sample):
    editor = sample.editor
    editor.replace_all("一段\n二段\n三段", "改")
    sample.show()
    held = Qt.KeyboardModifier.ControlModifier
    places = []
    editor.go_to(4)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(editor, key, held)
        places.append(editor.caret)
    assert places == [3, 0, 3, 6, 8]
    QTest.keyClick(editor, Qt.Key.Key_Up, held | Qt.KeyboardModifier.ShiftModifier)
    assert editor.selected == (6, 8)


def test_ctrl_b_says_why_there_is_no_bold(sample):
    sample.show()
    before = sample.editor.text
    QTest.keyClick(sample.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "粗体" in sample.wiring.status._named.text()
    assert sample.editor.text == before
    sample.wiring.status.say("")
    assert "粗体" not in sample.wiring.status.told()
