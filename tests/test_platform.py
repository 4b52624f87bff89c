import os
import sys

import pytest
from PySide6 import __version__
from PySide6.QtWidgets import QLabel

from assistant.ui import app, input_method


def test_qt_keeps_its_references_to_none(qtbot):
    """PySide6 6.12.0 loses a reference to None at each call that returns nothing, and kills Python 3.11 after a while."""
    if sys.version_info >= (3, 12):
        pytest.skip("Python 3.12起None不再计数，这个毛病看不出来")
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))

    assert sys.getrefcount(None) - before > -100, __version__


@pytest.mark.parametrize(("asked", "spoken"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", "")])
def test_fcitx_is_reached_by_the_door_that_pyside6_has(monkeypatch, asked, spoken):
    monkeypatch.setenv("QT_IM_MODULE", asked)
    monkeypatch.setenv("XMODIFIERS", "")
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)
    input_method.reach_fcitx()
    assert os.environ["QT_IM_MODULE"] == spoken
    assert ("IBUS_USE_PORTAL" in os.environ) == ("fcitx" in asked)


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统没有fcitx")
@pytest.mark.parametrize(
    ("running", "out_of_reach"),
    [(["fcitx", "bash"], True), (["fcitx5"], False), (["fcitx", "fcitx5"], False), (["bash"], False), (None, False)],
)
def test_fcitx_4_is_told_to_be_out_of_reach(monkeypatch, tmp_path, running, out_of_reach):
    monkeypatch.setenv("IBUS_USE_PORTAL", "1")
    for number, name in enumerate(running or ()):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "comm").write_text(f"{name}\n")
    (tmp_path / "meminfo").write_text("")
    processes = tmp_path if running else tmp_path / "没有"

    assert input_method.is_out_of_reach(processes) == out_of_reach
    monkeypatch.delenv("IBUS_USE_PORTAL")
    assert not input_method.is_out_of_reach(processes)  # nobody wanted fcitx


def test_the_window_has_an_icon(qapp):
    assert not app.application().windowIcon().pixmap(32).isNull()
