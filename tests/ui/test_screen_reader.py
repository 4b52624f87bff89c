"""The window as a screen reader in another process sees it, through the system's accessibility bus."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import screen_reader
from PySide6.QtGui import QAccessible

from assistant import paths
from assistant.ui.panels.bars import MessageBars
from assistant.ui.work.files import SAMPLE

NAMED = {
    "push button",
    "check box",
    "menu item",
    "list",
    "list item",
    "tree",
    "table cell",
    "text",
    "slider",
    "page tab",
}
READABLE = sys.platform == "linux" and all(map(shutil.which, ("Xvfb", "dbus-run-session", screen_reader.SYSTEM_PYTHON)))


def has_reader():
    asked = [screen_reader.SYSTEM_PYTHON, "-c", "import pyatspi"]
    return READABLE and not subprocess.run(asked, capture_output=True, check=False).returncode


def test_the_window_as_another_process_reads_it(tmp_path):
    if not has_reader():
        pytest.skip("needs Xvfb, dbus-run-session and Debian's python3-pyatspi, at-spi2-core")
    text = (paths.resources() / "samples" / f"{SAMPLE}.txt").read_text("utf-8")
    file = tmp_path / "稿.txt"
    file.write_text(text.replace("5次", "XX次", 1), "utf-8")
    command = ["dbus-run-session", "--", sys.executable, str(Path(screen_reader.__file__)), "session", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    told = [tuple(each) for each in json.loads(done.stdout.splitlines()[-1])]

    assert [each for each in told if each[1] in NAMED and not each[2]] == []
    names = {(role, name) for _, role, name, _, _ in told}
    assert {("text", "正文"), ("list", "想一想"), ("tree", "提纲"), ("slider", "稿纸大小")} <= names
    assert ("push button", "阶段：草稿") in names
    assert any(role == "list item" and name.startswith("待填1处") for role, name in names)
    assert any(role == "table cell" and re.fullmatch("前言，[0-9]+字", name) for role, name in names)
    (page,) = [states for _, role, name, _, states in told if (role, name) == ("text", "正文")]
    assert "editable" in page
    open_rows = {
        name.partition("，")[0] for _, role, name, _, states in told if role == "table cell" and "expanded" in states
    }
    assert open_rows == {"存在的问题", "原因剖析", "整改措施"}  # and none that has nothing below it


def test_what_comes_up_elsewhere_is_announced(qtbot, sample, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    bars = MessageBars()
    qtbot.addWidget(bars)
    bars.show_message("没有保存：磁盘已满。")
    sample.editor.replace_all(sample.editor.text.replace("5次", "XX次", 1), "改")
    sample.wiring.on_page.step()
    sample.wiring.status.say("稿纸上没有粗体。")

    assert [each for each in said if each.startswith(("没有保存", "必改：", "稿纸"))] == [
        "没有保存：磁盘已满。",
        "必改：“XX次”尚未填写。",
        "稿纸上没有粗体。",
    ]
