"""What is said above the page and in boxes over it."""

import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from ui.conftest import wish

from assistant.files import template_shelf
from assistant.ui.panels.bars import MessageBars
from assistant.ui.work.prompts import Prompts


@pytest.fixture
def bars(qtbot):
    made = MessageBars()
    qtbot.addWidget(made)
    return made


def shown(bars):
    return [bar.findChild(QLabel).text() for bar in bars._bars() if bar.isVisible()]


def test_one_message_at_a_time_and_the_older_comes_back(bars):
    bars.show()
    for told in ("一", "二", "三"):
        bars.show_message(told)
    assert shown(bars) == ["三"]
    bars.choose("还有2条")  # the next one; the first waits behind it
    assert bars.messages() == ["二", "一", "三"]
    assert shown(bars) == ["二"]
    bars.choose("知道了")
    bars.choose("知道了")
    assert shown(bars) == ["三"]
    assert not any(button.text().startswith("还有") and button.isVisible() for button in bars.findChildren(QPushButton))


def test_what_asks_for_nothing_waits_behind_all_others(bars):
    bars.show()
    bars.show_message("有一份没有保存的内容。")
    bars.show_message("本机没有这种字体。", quiet=True)
    assert shown(bars) == ["有一份没有保存的内容。"]
    bars.show_message("已导出。")
    assert bars.messages() == ["已导出。", "有一份没有保存的内容。", "本机没有这种字体。"]


def test_a_message_is_reached_answered_and_left_by_keys(sample, qtbot):
    sample.show()
    done = []
    sample.bars.show_message("可以改。", [("改", lambda: done.append(1))], key="a")
    action = next(each for each in sample.findChildren(QAction) if each.text() == "到上方的提示")
    action.trigger()
    button = sample.focusWidget()
    assert button.text() == "改"
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert sample.focusWidget() is sample.editor
    assert sample.bars.messages() == ["可以改。"]
    action.trigger()
    qtbot.keyClick(sample.focusWidget(), Qt.Key.Key_Space)
    assert done == [1]
    assert sample.bars.messages() == []
    assert sample.focusWidget() is sample.editor


def test_a_message_stays_when_what_it_offers_was_called_off(bars):
    answers = [False, None]
    bars.show_message("还没有保存。", [("另存为…", lambda: answers.pop(0))], key="unsaved")
    bars.choose("另存为…")
    assert bars.messages() == ["还没有保存。"]
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
    window.bars.choose("选定本次要求…")  # and 取消
    assert window.bars.messages() == read
    answers.wish = wish("general-democratic-individual", year=2026)
    window.bars.choose("选定本次要求…")
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
    Prompts(window).tell("未能打开文件", "稿.docx")
    assert seen == ["知道了"]
