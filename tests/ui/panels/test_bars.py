"""What is said above the page and in boxes over it."""

import datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from ui.conftest import wish

from assistant.files import template_shelf
from assistant.ui.panels.bars import MessageBars
from assistant.ui.work.prompts import Prompts


@pytest.fixture
def bars(qtbot):
    made = MessageBars()
    qtbot.addWidget(made)
    return made


def test_two_messages_at_most_and_the_older_comes_back(bars):
    bars.show()
    for told in ("一", "二", "三"):
        bars.show_message(told)
    assert bars.messages() == ["三", "二"]
    assert [bar.isVisible() for bar in bars._bars()] == [True, True, False]
    bars.choose("知道了")
    assert bars.messages() == ["二", "一"]
    assert all(bar.isVisible() for bar in bars._bars())


def test_a_message_stays_when_what_it_offers_was_called_off(bars):
    answers = [False, None]
    bars.show_message("还没有存上。", [("另存为…", lambda: answers.pop(0))], key="unsaved")
    bars.choose("另存为…")
    assert bars.messages() == ["还没有存上。"]
    bars.choose("另存为…")
    assert bars.messages() == []


def test_an_answer_may_say_something_else_in_the_same_place(bars):
    bars.show_message("一", [("好", lambda: bars.show_message("二", key="place"))], key="place")
    bars.choose("好")
    assert bars.messages() == ["二"]


def test_the_opening_sentence_stays_until_other_template_are_chosen(window, answers, tmp_path, finished_sample):
    path = tmp_path / "今年.txt"
    season = template_shelf.season(datetime.date.today())  # noqa: DTZ011
    path.write_text(finished_sample.replace("2025年度", f"{season}年度"), "utf-8")
    window.open_file(str(path))
    read = window.bars.messages()
    assert "原文件未改" in read[0]
    window.bars.choose("换成本次要求…")  # and 取消
    assert window.bars.messages() == read
    answers.wish = wish("general-democratic-individual", year=2026)
    window.bars.choose("换成本次要求…")
    assert len(window.bars.messages()) == 1
    assert "已换成" in window.bars.messages()[0]


def test_what_is_only_told_is_put_away_in_chinese(window):
    seen = []

    def answer():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(button.text() for button in box.buttons())
        box.buttons()[0].click()

    QTimer.singleShot(50, answer)
    Prompts(window).tell("打不开这个文件", "稿.docx")
    assert seen == ["知道了"]
