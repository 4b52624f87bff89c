"""How cards are drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from assistant.ui import theme
from assistant.ui.panels.card_model import Card
from assistant.ui.panels.cards import CardList


@pytest.fixture
def cards(qtbot):
    shown = CardList(theme.load(), "试")
    qtbot.addWidget(shown)
    shown.resize(320, 400)
    return shown


def test_what_is_meant_in_a_quote_is_bold_and_nothing_is_put_into_it(cards):
    card = Card("k", "尚未填写", "■ 必改", lines=("请填实际日期",), quote=("（三）<b>谈话", "XX", "人次"))
    document = cards._delegate().document(card, 320)
    assert "（三）<b>谈话XX人次" in document.toPlainText()
    assert document.find("XX").charFormat().fontWeight() == QFont.Weight.Bold
    assert document.find("谈话").charFormat().fontWeight() == QFont.Weight.Normal
    assert card.spoken() == "■ 必改，尚未填写，（三）<b>谈话XX人次，请填实际日期"


@pytest.mark.parametrize("width", [220, 320, 500])
def test_a_long_heading_takes_two_lines_and_its_tip_tells_the_rest(cards, width):
    title = "带头固本培元、增强党性方面存在的问题，" * 8
    delegate = cards._delegate()
    one = delegate.document(Card("a", "前言", heading=True), width).size().height()
    assert delegate.document(Card("b", title, heading=True), width).size().height() == pytest.approx(2 * one)
    assert "…" in delegate.document(Card("b", title, heading=True), width).toPlainText()
    cards.show_cards([Card("b", title, heading=True)])
    assert cards.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == title
