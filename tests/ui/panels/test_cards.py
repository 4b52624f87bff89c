"""How cards are laid out, opened, and used by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.ui import theme
from assistant.ui.panels.cards import CardList
from assistant.ui.panels.panel_values import Card, Link

LINKS = (
    Link("fix", "改为“三是”"),
    Link("go", "去看"),
    Link("aside", "忽略", (Link("here", "这一处"),)),
    Link("why", "为什么"),
)


def card(key, title="“二是”之后未见“三是”", **more):
    return Card(key, title, "▲", "建议", "advice", ("请看是否漏了一条。", "依据：GB/T 9704"), LINKS, **more)


@pytest.fixture
def cards(qtbot):
    shown = CardList(theme.load(), "试")
    qtbot.addWidget(shown)
    shown.resize(344, 500)
    shown.show()
    return shown


def drawn(cards, key):
    width = cards.viewport().width()
    each = next(card for card in cards.shown() if card.key == key)
    current = cards.selected()
    return cards._delegate().drawn(each, width, opened=current is not None and current.key == key)


def box_of(cards, key):
    row = next(n for n, each in enumerate(cards.shown()) if each.key == key)
    return cards.visualRect(cards.model().index(row, 0))


def press(cards, key, name):
    """Press a button of an open card where it is drawn."""
    side = cards._delegate()._frame(box_of(cards, key), drawn(cards, key)).topLeft()
    button = next(each for each in drawn(cards, key).buttons if each.link.name == name)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=side + button.box.center())


def test_only_the_current_card_is_open_and_has_one_primary_button(cards):
    cards.show_cards([card("a"), card("b"), card("c")])
    assert [len(drawn(cards, key).buttons) for key in "abc"] == [0, 0, 0]
    cards.select("b")
    assert [len(drawn(cards, key).buttons) for key in "abc"] == [0, 4, 0]
    assert [button.primary for button in drawn(cards, "b").buttons] == [True, False, False, False]
    assert box_of(cards, "b").height() > box_of(cards, "a").height() == box_of(cards, "c").height()
    assert all(button.box.height() >= 24 and button.box.width() >= 24 for button in drawn(cards, "b").buttons)
    texts = [text.text for text in drawn(cards, "b").texts]
    assert "请看是否漏了一条。" in texts
    assert "请看是否漏了一条。" not in [text.text for text in drawn(cards, "a").texts]


@pytest.mark.parametrize("width", [220, 344, 500])
@pytest.mark.parametrize("size", theme.SIZES)
def test_all_that_a_card_says_lies_within_it(cards, width, size):
    cards._delegate()._theme.take(theme.colors("light"), size)
    cards._delegate()._theme.changed.emit()
    cards.resize(width, 500)
    cards.show_cards([card("a", "很长的题目" * 12, quote=("…谈心谈话", "XX", "人次，征求到的意见有若干条，其中…"))])
    for opened in (False, True):
        if opened:
            cards.select("a")
        QApplication.processEvents()
        found = drawn(cards, "a")
        inside = cards.viewport().width() - 24 * cards._delegate()._theme.sizes.scale
        for each in (*found.texts, *found.buttons):
            assert each.box.left() >= 0
            assert each.box.right() <= inside + 1
            assert each.box.bottom() <= found.height


def test_a_closed_title_takes_two_lines_and_is_cut_with_an_ellipsis(cards):
    cards.show_cards([card("a", "短"), card("b", "很长的题目，" * 30)])
    one, two = (drawn(cards, key) for key in "ab")
    title = next(text for text in two.texts if text.text.startswith("很长"))
    assert title.text.endswith("…")
    line = cards.fontMetrics().lineSpacing()
    assert two.height - one.height == pytest.approx(line, abs=1)
    cards.select("b")
    assert any(text.text == "很长的题目，" * 30 for text in drawn(cards, "b").texts)


def test_what_is_meant_in_a_quote_is_underlined_and_nothing_is_put_into_it(cards):
    quoted = card("a", quote=("（三）<b>谈话", "XX", "人次"))
    cards.show_cards([quoted])
    parts = [text for text in drawn(cards, "a").texts if text.small]
    assert "".join(part.text for part in parts) == "（三）<b>谈话XX人次"
    assert [part.underlined for part in parts] == [False, True, False]
    assert quoted.spoken().startswith("建议，“二是”之后未见“三是”，（三）<b>谈话XX人次，请看")
    assert quoted.offered() == "改为“三是”、去看、忽略、为什么"


def test_a_heading_says_how_many_and_its_tip_tells_the_whole(cards):
    title = "带头固本培元、增强党性方面存在的问题，" * 8
    cards.show_cards([Card("h", title, heading=True, count="3处")])
    assert [text.text for text in drawn(cards, "h").texts][1] == "3处"
    assert "…" in drawn(cards, "h").texts[0].text
    assert cards.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == title


def test_a_click_opens_a_card_and_does_nothing_else(cards, qtbot):
    cards.show_cards([card(key) for key in "abc"])
    cards.select("a")
    chosen, pointed = [], []
    cards.chosen.connect(lambda *what: chosen.append(what))
    cards.pointed.connect(pointed.append)
    QApplication.processEvents()
    before = box_of(cards, "b")
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=before.center())
    assert (pointed, chosen) == (["b"], [])
    QApplication.processEvents()
    press(cards, "b", "go")
    assert chosen == [("b", "go")]


def test_the_card_that_opens_stays_under_the_hand(cards):
    cards.show_cards([card(f"k{n}") for n in range(30)])
    cards.select("k29")  # all of them are laid out
    cards.select("k4")
    cards.verticalScrollBar().setValue(150)
    QApplication.processEvents()
    top = box_of(cards, "k6").top()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, top + 12))
    assert box_of(cards, "k6").top() == pytest.approx(top, abs=1)


def test_cards_by_keys(cards):
    cards.show_cards([Card("h", "一节", heading=True), card("a"), card("b")])
    chosen, pointed, left = [], [], []
    cards.chosen.connect(lambda *what: chosen.append(what))
    cards.pointed.connect(pointed.append)
    cards.left.connect(lambda: left.append(True))
    cards.take_focus()
    assert cards.selected().key == "a"  # a heading is none
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert (cards.selected().key, pointed) == ("b", ["b"])
    QTest.keyClick(cards, Qt.Key.Key_Return)
    QTest.keyClick(cards, Qt.Key.Key_Right)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    QTest.keyClick(cards, Qt.Key.Key_Right)
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert chosen == [("b", ""), ("b", "fix"), ("b", "go")]
    QTest.keyClick(cards, Qt.Key.Key_Escape)
    assert left


def test_the_bar_is_seen_only_where_there_is_something_to_scroll(cards, qtbot):
    def shades():
        QApplication.processEvents()
        shot = cards.verticalScrollBar().grab().toImage()
        return len({shot.pixel(x, y) for x in range(shot.width()) for y in range(shot.height())})

    few = [card(str(n)) for n in range(2)]
    cards.show_cards(few)
    width = cards.viewport().width()
    assert shades() == 1
    cards.show_cards([*few, *(card(f"更多{n}") for n in range(30))])
    qtbot.waitUntil(lambda: shades() > 1)
    assert cards.viewport().width() == width  # the cards are as wide as before


def test_what_is_no_longer_shown_does_not_stay_in_memory(cards):
    for at in range(0, 1200, 12):
        cards.show_cards([card(f"{number}", f"第{number}处未见“三是”") for number in range(at, at + 12)])
        QApplication.processEvents()
        cards.grab()
    assert len(cards._delegate()._known) < 300
