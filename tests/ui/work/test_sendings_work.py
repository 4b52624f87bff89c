"""送审登记 in the window: off until it is wanted, kept in the draft, what came back beside it."""

import datetime

import pytest
from PySide6.QtCore import QPoint
from ui.conftest import wish

from assistant.files import sendings, versions
from assistant.files.draft import DraftFile
from assistant.rounds import Round
from assistant.text import Edit
from assistant.ui import asking


@pytest.fixture
def begun(window, answers, tmp_path):
    answers.wish = wish()
    window.files.new()
    answers.save_path = tmp_path / "稿.duizhao"
    window.files.save()
    return window


def switch(window, *, on):
    window.files.change_settings(sendings=on)


def action(window):
    return next(each for each in window.menus.in_bar[0].actions() if each.text() == "送审登记…")


def fill(dialog, to, back="", version=0, day=None):
    dialog._version.setCurrentIndex(version)
    dialog._to.setText(to)
    dialog._back.setText(back)
    if day:
        dialog._date.line.setText(day)


def test_it_is_off_until_it_is_switched_on(window):
    assert not action(window).isVisible()
    view = window.menus.in_bar[5]
    box = next(each for each in view.actions() if each.text() == "送审登记")
    box.trigger()
    assert action(window).isVisible()
    assert window.files.settings.sendings
    box.trigger()
    assert not action(window).isVisible()


def test_what_is_sent_is_recorded_with_the_text_as_it_is(begun, answers, qtbot):
    switch(begun, on=True)
    keeping = begun.wiring.compare.versions
    dialog = keeping.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    fill(dialog, "")
    dialog._add.click()
    assert "请填送给谁" in dialog._state.text()
    fill(dialog, "周书记", day="后天")
    dialog._add.click()
    assert "没有认出时间“后天”" in dialog._state.text()
    fill(dialog, "周书记", day="2026年12月3日")
    dialog._add.click()
    assert dialog._state.text().startswith("已登记：2026年12月3日送给“周书记”。")
    (version,) = begun.session.versions
    assert (version.name, version.text) == ("送审稿", begun.editor.text)
    qtbot.waitUntil(lambda: bool(sendings.of(DraftFile.load(answers.save_path)[1].extra)), timeout=3000)
    assert sendings.of(begun.session.content("").extra)[0][2:4] == ("周书记", datetime.date(2026, 12, 3))
    fill(dialog, "组织部", "口头说了两条")
    dialog._add.click()
    assert len(begun.session.versions) == 1  # the same text
    rows = [dialog._list.topLevelItem(n) for n in range(2)]
    assert {(row.text(1), row.text(3)) for row in rows} == {("周书记", "还没有"), ("组织部", "口头说了两条")}

    his = next(row for row in rows if row.text(1) == "周书记")
    dialog._list.setCurrentItem(his)
    dialog._back.setText("改了三处")
    dialog._change.click()
    assert {each.back for each in sendings.of(begun.session.content("").extra)} == {"改了三处", "口头说了两条"}
    dialog._list.setCurrentItem(dialog._list.topLevelItem(0))
    dialog._remove.click()
    assert dialog._list.topLevelItemCount() == 1
    assert len(begun.session.versions) == 1
    dialog._add.click()  # as it was
    assert {each.back for each in sendings.of(begun.session.content("").extra)} == {"改了三处", "口头说了两条"}


def test_a_file_that_came_back_stands_beside_it(begun, qtbot):
    keeping = begun.wiring.compare.versions
    keeping.keep_exported()
    (version,) = begun.session.versions
    dialog = keeping.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    fill(dialog, "周书记", version=1)
    dialog._add.click()
    decisions = begun.session.choices.decisions
    back = Round("回来的.docx", "a", "2026-12-05T09:00:00+08:00", version.name)
    begun.session.choices = begun.session.choices._replace(decisions=decisions._replace(rounds=(back,)))
    again = keeping.sendings().dialog(begun)
    qtbot.addWidget(again)
    assert "12月5日 09:00“回来的.docx”" in again._list.topLevelItem(0).text(3)


def test_a_file_that_may_answer_two_is_asked_about_and_stands_beside_one(begun, qtbot):
    keeping = begun.wiring.compare.versions
    keeping.keep_exported()
    (version,) = begun.session.versions
    dialog = keeping.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    assert dialog._tie.isHidden()
    for to in ("周书记", "组织部"):
        fill(dialog, to, version=1, day="2026年12月3日")
        dialog._add.click()
    decisions = begun.session.choices.decisions
    back = Round("回来的.docx", "a", "2026-12-05T09:00:00+08:00", version.name)
    begun.session.choices = begun.session.choices._replace(decisions=decisions._replace(rounds=(back,)))
    again = keeping.sendings().dialog(begun)
    qtbot.addWidget(again)

    def beside(to):
        rows = [again._list.topLevelItem(n) for n in range(2)]
        return next(row.text(3) for row in rows if row.text(1) == to)

    assert "有1份审改稿未能判断属于哪一次送审" in again._asked.text()
    assert beside("周书记") == beside("组织部") == "还没有"
    again._settle()
    assert "请先选" in again._state.text()
    for to, other in (("组织部", "周书记"), ("周书记", "组织部")):  # and changed once more
        names = [again._answers.itemText(n) for n in range(again._answers.count())]
        again._answers.setCurrentIndex(names.index(f"2026年12月3日送给“{to}”的"))
        again._settle()
        assert "回来的.docx" in beside(to)
        assert beside(other) == "还没有"
        assert "改列" in again._asked.text()


def test_a_file_is_compared_with_a_version_by_its_name(begun, answers, tmp_path):
    begun.wiring.compare.versions.keep_exported()
    answers.earlier = tmp_path / "改过.txt"
    answers.earlier.write_text(begun.editor.text + "\n再写一段。", "utf-8")
    assert begun.wiring.tabs.returned.open_file()
    assert begun.session.choices.decisions.rounds[0].version == begun.session.versions[0].name


def test_what_is_said_moves_no_field(begun, qtbot):
    dialog = begun.wiring.compare.versions.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog._to
    before = dialog._to.mapTo(dialog, QPoint())
    dialog._add.click()
    assert "请填送给谁" in dialog._state.text()
    dialog.layout().activate()
    assert dialog._to.mapTo(dialog, QPoint()) == before


def test_a_file_that_came_back_before_it_was_recorded_stands_beside_it_too(begun, answers, tmp_path, qtbot):
    answers.earlier = tmp_path / "改过.txt"
    answers.earlier.write_text(begun.editor.text + "\n再写一段。", "utf-8")
    assert begun.wiring.tabs.returned.open_file()
    (round_,) = begun.session.choices.decisions.rounds
    assert round_.version == "打开时的材料"
    dialog = begun.wiring.compare.versions.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    fill(dialog, "周书记")
    dialog._add.click()  # the text as it is, kept just now
    assert "“改过.txt”" in dialog._list.topLevelItem(0).text(3)
    assert "没有列入" not in dialog._told.text()
    begun.editor.apply([Edit(0, 0, "改了。\n")], "写")
    dialog._list.setCurrentItem(dialog._list.topLevelItem(0))
    dialog._remove.click()
    fill(dialog, "周书记")
    dialog._add.click()  # another text
    assert dialog._list.topLevelItem(0).text(3) == "还没有"
    assert dialog._told.text().endswith("“改过.txt”比对的不是下面各稿，没有列入。")


def test_a_version_that_was_sent_says_so_before_it_goes(begun, answers, qtbot):
    keeping = begun.wiring.compare.versions
    answers.name = "初稿"
    keeping.save_version()
    dialog = keeping.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    fill(dialog, "周书记", version=1)
    dialog._add.click()
    answers.agreed = False
    keeping.remove(f"version:{begun.session.versions[0].id}")
    assert "1次送审登记" in answers.told[-1]
    assert versions.of(begun.session.content("").extra)


def test_what_is_typed_and_not_recorded_is_held_and_not_dropped_unasked(begun, qtbot, monkeypatch):
    dialog = begun.wiring.compare.versions.sendings().dialog(begun)
    qtbot.addWidget(dialog)
    fill(dialog, "周书记", "当面提了三条", day="2026年12月3日")
    assert begun.files.modified
    (held,) = sendings.of(begun.session._with_unfinished(begun.editor.text).extra)
    assert (held.name, held.to, held.back) == ("送审稿", "周书记", "当面提了三条")
    assert sendings.of(begun.session.content("").extra) == ()
    answers = iter((False, True))
    monkeypatch.setattr(asking, "ask", lambda *_, **__: next(answers))
    for left in (False, True):
        dialog.show()
        dialog.reject()
        assert dialog.isHidden() is left
    assert not begun.session.unfinished
