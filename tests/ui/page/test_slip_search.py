"""Slips are looked for beside the writing: they come by themselves, and what is known is not looked for again."""

from assistant.language import slips
from assistant.ui.page import slip_search
from assistant.ui.page.slip_search import SlipSearch

TEXT = "把稳私想之舵，补足精神之钙。\n学习抓得紧。\n"


def test_slips_come_by_themselves_and_are_remembered(qtbot, monkeypatch):
    search = SlipSearch(None)
    with qtbot.waitSignal(search.found, timeout=10_000):
        search.begin(TEXT)
    assert [slip.word for slip in search.known("把稳私想之舵，补足精神之钙。")] == ["思想"]

    monkeypatch.setattr(slips, "shipped", None)  # nobody asks again
    search.begin(TEXT)
    qtbot.waitUntil(lambda: not search.busy, timeout=10_000)
    search.begin("学习抓得紧。")
    search.begin(TEXT)  # an undo brings the paragraph back
    qtbot.waitUntil(lambda: not search.busy, timeout=10_000)
    assert search.known("把稳私想之舵，补足精神之钙。")


def test_a_text_too_long_for_a_material_is_left_alone(qtbot, monkeypatch):
    monkeypatch.setattr(slip_search, "MOST", 10)
    search = SlipSearch(None)
    search.begin(TEXT)
    qtbot.waitUntil(lambda: not search.busy, timeout=10_000)
    assert search.known("把稳私想之舵，补足精神之钙。") == ()


def test_the_window_shows_them(window, qtbot):
    window.editor.insertPlainText(TEXT)
    told = lambda: [f for f in window.join().analyser.material.findings if f.rule == "likely_slip"]  # noqa: E731
    qtbot.waitUntil(lambda: len(told()) == 1, timeout=15_000)
    assert told()[0].fix.edits[0].replacement == "思想"
