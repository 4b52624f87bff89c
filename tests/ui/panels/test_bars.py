"""What is said above the page and in boxes over it."""

import ast
import datetime
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from ui.conftest import wish

from assistant import paths
from assistant import ui as program
from assistant.decisions import Stage
from assistant.files import settings
from assistant.review import beside
from assistant.templates import seasons
from assistant.text import Edit
from assistant.ui import app as program_start
from assistant.ui import chinese, fonts
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.panels.bars import LASTS, Lasts, MessageBars
from assistant.ui.work.files import SAMPLE
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
    season = seasons.of_day(datetime.date.today())  # noqa: DTZ011
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


def test_what_is_no_longer_true_goes(bars):
    bars.show_message("一直在。", key="batch")
    bars.show_message("读到12节。", key="read")
    bars.show_message("已导出。", key="export")
    bars.show_message("没有导出。", key="report", lasts=Lasts.DOCUMENT)
    bars.leave_text()
    assert bars.messages() == ["没有导出。", "读到12节。", "一直在。"]
    bars.leave_document()
    assert bars.messages() == ["一直在。"]


def known_names(tree):
    """Give what a module's own names stand for, as `_KEY` for the key of its messages."""
    known = {}
    for each in tree.body:
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            known[each.targets[0].id] = each.value
        elif isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Tuple):
            names, values = each.targets[0].elts, getattr(each.value, "elts", ())
            known |= {name.id: value for name, value in zip(names, values, strict=False)}
    return known


def keys_said():
    """Yield the keys of all messages that the program's code says."""
    for path in sorted(Path(program.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        known = known_names(tree)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "show_message":
                key = next((word.value for word in call.keywords if word.arg == "key"), None)
                value = known.get(key.id) if isinstance(key, ast.Name) else key
                assert isinstance(value, ast.Constant), f"{path.name}:{call.lineno}: 没有写明 key"
                yield value.value


def test_of_every_message_it_is_known_when_it_goes():
    assert set(keys_said()) == set(LASTS)


def keys_asked():
    """Yield the keys under which messages are taken back, changed or looked for."""
    for path in sorted(Path(program.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        known = known_names(tree)
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or not re.search(
                r"bars\.(clear|has|change_message)$", ast.unparse(call.func)
            ):
                continue
            for key in (*call.args[:1], *(word.value for word in call.keywords if word.arg == "key")):
                value = known.get(key.id) if isinstance(key, ast.Name) else key
                if isinstance(value, ast.Constant):
                    yield value.value


def test_what_is_taken_back_or_looked_for_is_said_somewhere():
    """A key stands in several modules: one that is written otherwise would take nothing back, and nobody would see it."""
    assert {"word", "next", "recovery", "untouched"} <= set(keys_asked()) <= set(LASTS)


def test_missing_fonts_are_told_until_that_was_seen(window, make_window, answers, qapp, monkeypatch):
    """It waits behind all else: whoever closes the window before it is seen is told at the next start."""
    monkeypatch.setattr(program_start, "_Sweeper", lambda _: None)  # this process has other tests' garbage
    monkeypatch.setattr(chinese, "speak", lambda _: None)
    monkeypatch.setattr(fonts, "missing_fonts", lambda: ("方正小标宋",))

    def told(started):
        program_start._look_around(qapp, started)
        qapp.processEvents()
        return [message for message in started.bars.messages() if "方正小标宋" in message]

    window.bars.show_message("已打开。", key="read")
    assert len(told(window)) == 1
    assert not settings.load().fonts_told
    next_start = make_window(answers)
    next_start.bars.show_message("已打开。", key="read")
    assert len(told(next_start)) == 1
    next_start.bars.choose("知道了")  # of what stands before it
    qapp.processEvents()
    assert settings.load().fonts_told
    assert len(next_start.bars.messages()) == 1  # as long as it is not put away
    assert told(make_window(answers)) == []


def test_what_another_message_covers_at_once_was_not_seen(bars, qapp):
    """As of the fonts where the input method, too, is told of: both are said before anything is painted."""
    told = []
    bars.show_message("缺字体。", key="fonts", seen=lambda: told.append("缺字体。"), quiet=True)
    bars.show_message("输入法连不上。", key="input", quiet=True)
    qapp.processEvents()
    assert told == []
    bars.choose("知道了")
    qapp.processEvents()
    assert told == ["缺字体。"]


def write(window, text="字"):
    window.editor.apply([Edit(0, 0, text)], "写")


def test_that_it_was_exported_is_true_of_that_text_only(sample, answers, tmp_path):
    answers.export_path = tmp_path / "材料.docx"
    sample.files.export()
    assert any(told.startswith("已导出“材料.docx”") for told in sample.bars.messages())
    write(sample)
    assert not any("已导出“" in told for told in sample.bars.messages())
    sample.files.export()
    sample.history.setClean()
    sample.files.open_sample()
    assert not any("已导出“" in told for told in sample.bars.messages())
    blocked = tmp_path / "文件"
    blocked.write_bytes(b"")
    answers.export_path = blocked / "这里.docx"
    sample.files.export()
    (refused,) = (told for told in sample.bars.messages() if "没有导出" in told)
    write(sample)
    assert refused in sample.bars.messages()  # it is still to be exported


def test_that_nothing_is_to_be_seen_goes_with_the_next_decision(window, answers):
    answers.wish = wish()
    window.files.new()
    window.editor.replace_all("一", "写")
    window.wiring.deciding.set_stage(Stage.DRAFT)
    window.bars.show_message("目前没有要看的地方。", key="next")
    window.wiring.deciding.set_stage(Stage.REVIEW)
    assert "目前没有要看的地方。" not in window.bars.messages()


def test_what_was_said_of_other_requirements_goes_when_they_do(sample, answers):
    answers.wish = wish("general-democratic-individual", year=2026)
    sample.wiring.exchange.choose()
    assert any("已换成" in told for told in sample.bars.messages())
    write(sample)
    assert any("已换成" in told for told in sample.bars.messages())  # its offer is still good
    sample.history.undo()
    sample.history.undo()
    assert not any("已换成" in told for told in sample.bars.messages())


def test_how_many_sentences_are_last_years_is_true_while_one_writes(window, answers, qtbot):
    answers.wish = wish(source=paths.resources() / "samples" / f"{SAMPLE}.txt", way=Way.REVISE)
    window.files.new()
    window.wiring.deciding.set_stage(Stage.REVIEW)
    qtbot.waitUntil(lambda: window.bars.has("untouched"))
    (before,) = (told for told in window.bars.messages() if told.startswith("送审前请看"))
    kept = beside.untouched(window.wiring.analyser.up_to_date())
    at = kept[0].span.start + 3
    window.editor.apply([Edit(at, at + 3, "另一件事")], "改")
    window.wiring.analyser.analyse_now()
    (now,) = (told for told in window.bars.messages() if told.startswith("送审前请看"))
    assert (before, now) == tuple(
        f"送审前请看：还有{count}句与去年的材料一字不差。" for count in (len(kept), len(kept) - 1)
    )
    window.wiring.deciding.set_stage(Stage.DRAFT)
    assert not window.bars.has("untouched")


@pytest.mark.parametrize(("width", "beside"), [(1300, True), (560, False)])
def test_a_long_message_stands_above_its_buttons_where_that_is_lower(bars, width, beside):
    """Beside them it would be five lines high in a narrow window."""
    bars.show_message(
        "检查完毕，应交40人：有必改5份，未见必改28份，需核对3份，未交4人。" * 2,
        [("查看检查结果…", list), ("打开文件", list), ("打开所在文件夹", list)],
    )
    bars.resize(width, 300)
    bars.show()
    QApplication.processEvents()
    label = bars.findChild(QLabel)
    buttons = [each for each in bars.findChildren(QPushButton) if each.isVisible()]

    assert (label.geometry().right() <= buttons[0].geometry().left()) is beside
    assert (label.geometry().bottom() <= buttons[0].geometry().top()) is not beside
    assert label.height() >= label.heightForWidth(label.width())
    assert bars.heightForWidth(width) <= 4 * buttons[0].height()
    bars.resize(1300, 300)
    QApplication.processEvents()
    assert label.geometry().right() <= buttons[0].geometry().left()
