"""The ways in which a notice is given."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
)
from templates.test_proposal import NOTICE
from word_files import with_hidden

from assistant import paths
from assistant.files import template_shelf
from assistant.review.checklist import Item
from assistant.text import Span
from assistant.ui import theme
from assistant.ui.dialogs.notice_strip import NoticeStrip
from assistant.ui.dialogs.template_list import TemplateList
from assistant.ui.panels import question_cards
from assistant.ui.panels.start_page import StartPage


def test_the_strip_says_what_to_do_instead(qtbot, said):
    shelf = TemplateList(None)
    qtbot.addWidget(shelf)
    QApplication.clipboard().setText(" ")
    shelf.strip.paste()
    assert said.told == ["剪贴板里没有文字。请先在通知里全选、复制，再点“粘贴通知”。"]
    shelf.strip.read_text(next(iter(paths.shipped("samples", "*.txt"))).read_text("utf-8"))
    assert "要在这份材料的基础上修改的，请在“新建材料”的“以往的材料”里选它。" in said.told[1]


HIDDEN = "隐藏文字未带入（1处）"


def test_what_was_left_out_of_a_notice_is_told_above_what_was_read(qtbot, tmp_path, monkeypatch, said):
    shown = []
    monkeypatch.setattr(NoticeStrip, "correct", lambda *_, **rest: shown.append(rest["intro"]))
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    path = tmp_path / "通知.docx"
    path.write_bytes(with_hidden(NOTICE))
    strip.read_file(path)
    assert shown == [f"{HIDDEN}。"]
    path.write_bytes(with_hidden("今天天气好。"))
    strip.read_file(path)
    assert said.told[-1].startswith(HIDDEN)


MARKED = "秘密★1年\n关于开好2026年度民主生活会的通知\n一、会议主题。主题是：真抓实干。\n二、撰写材料。3500字以内。"


@pytest.mark.parametrize("way", ["file", "paste", "opened"])
def test_a_notice_with_a_mark_of_secrecy_is_asked_about_as_a_material_is(qtbot, tmp_path, monkeypatch, way):
    asked, shown = [], []
    monkeypatch.setattr("assistant.ui.asking.ask", lambda _parent, title, told, **_: asked.append((title, told)))
    monkeypatch.setattr(NoticeStrip, "correct", lambda *_, **rest: shown.append(rest))
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    if way == "file":
        path = tmp_path / "通知.txt"
        path.write_text(MARKED, "utf-8")
        strip.read_file(path)
    elif way == "paste":
        QApplication.clipboard().setText(MARKED)
        strip.paste()
    else:
        strip.read_text(MARKED, asked=True)  # it was, when it was opened in the window
    name = {"file": "“通知.txt”", "paste": "这份通知"}
    if way == "opened":
        assert (asked, len(shown)) == ([], 1)
    else:
        ((title, told),) = asked
        assert title == "请先核对是否涉密"
        assert told.startswith(f"{name[way]}里似有密级标志“秘密★1年”。")
        assert "程序会在本机留存按通知建好的本次要求" in told
        assert shown == []
        monkeypatch.setattr("assistant.ui.asking.ask", lambda *_, **__: True)
        strip.read_text(MARKED)
        assert len(shown) == 1


def test_the_start_page_names_the_ways_a_notice_is_given(qtbot):
    page = StartPage(theme.load())
    qtbot.addWidget(page)

    tile = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "收到通知，新建")
    assert tile.accessibleDescription() == "粘贴、打开通知，读出要求，核对后列出提纲"


def test_what_begins_with_a_quote_is_not_quoted_twice():
    part = template_shelf.find("2025-democratic-individual").aspects[0]
    text = "“老办法”用得多。"
    card = question_cards.question(
        "q", Item(part, part.questions[0], Span(0, len(text)), "", not_applicable=False), text
    )

    assert card.quote == ("文中提到：", "“老办法”用得多。", "")
    assert not card.peek
    noted = question_cards.question(
        "q", Item(part, part.questions[0], None, "三月\n读书会", not_applicable=False), text
    )
    assert (noted.lines, noted.peek) == (("随记：三月\n读书会",), True)  # seen on the closed card, too
