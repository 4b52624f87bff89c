"""A new material beside an earlier one: written anew against it, or made of it."""

import datetime
from dataclasses import replace

import pytest
from ui.conftest import wish

from assistant.decisions import Profile
from assistant.facts.last_year import promises
from assistant.files import draft, references
from assistant.files.journals import Recovered
from assistant.files.writers import xlsx
from assistant.templates import seasons
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.document import opened

LAST = (
    "县水务局2024年度民主生活会个人对照检查材料\n县水务局副局长　周平\n（2025年1月8日）\n按照通知要求，对照检查如下。\n"
    "一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n1.理论学习不够经常。全年自学只有五次，读原著少。\n"
    "（二）带头履行全面从严治党政治责任方面\n1.廉政提醒不够及时。一年只谈了两次。\n二、原因剖析\n放松了学习的要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n四、读书心得\n今年读了一本讲治水的旧书。"
)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "2024年度材料-周平.txt"
    path.write_text(LAST, "utf-8")
    return path


def test_written_anew_against_last_year(window, answers, old):
    answers.wish = wish(source=old)
    window.files.new()
    text = window.editor.text

    assert text.startswith("县水务局2025年度民主生活会个人对照检查材料\n市住房保障中心副主任　林知远\n\n")
    assert "1.关于“理论学习不够经常”的问题。当时提出“坚持每周自学理论”。【完成情况】" in text
    assert "全年自学只有五次" not in text
    assert window.session.last.text == LAST
    assert "【完成情况】" in window.bars.messages()[0]
    assert window.windowTitle().startswith("*2025年度民主生活会个人对照检查材料-林知远")


def test_made_of_last_years_text(window, answers, old):
    answers.wish = wish(source=old, way=Way.REVISE)
    window.files.new()
    text = window.editor.text

    assert all(
        words in text for words in ("全年自学只有五次，读原著少。", "一年只谈了两次。", "今年读了一本讲治水的旧书。")
    )
    assert "去年原句" in window.bars.messages()[0]
    assert "放在文末的1处" in window.bars.messages()[0]
    assert window.session.template.id == "2025-democratic-individual"


@pytest.mark.parametrize("way", list(Way))
def test_the_draft_keeps_what_it_is_held_against(window, answers, old, tmp_path, way):
    """Saved and opened again it is there; where the text is gone the draft works without; the old file stays unwritten."""
    answers.wish, answers.save_path = wish(source=old, way=way), tmp_path / "今年.duizhao"
    window.files.new()
    assert window.files.save()
    kept = draft.decode(answers.save_path.read_bytes())
    assert [each.name for each in kept.references] == [old.name]
    assert "全年自学只有五次" not in answers.save_path.read_text("utf-8") or way is Way.REVISE
    assert window.open_file(str(answers.save_path))
    assert window.session.last.text == LAST
    assert window.session.is_source(old)
    references._place(kept.references[0].sha256).unlink()

    assert window.open_file(str(answers.save_path))
    assert (window.session.last, len(window.session.held.missing)) == (None, 1)
    assert window.session.is_source(old)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "清单.xlsx"
    path.write_bytes(xlsx.write([xlsx.Sheet("清单", (("问题", 9), ("措施", 9)), [("讲话长", "不超过十分钟")])]))
    return path


def test_the_offices_list_fills_the_report_on_last_year(window, answers, old, listed):
    answers.wish = wish(source=old, listed=listed)
    window.files.new()
    assert "1.关于“讲话长”的问题。当时提出“不超过十分钟”。【完成情况】\n二、" in window.editor.text

    answers.wish = wish(listed=listed)
    window.files.new()
    assert "1.关于“讲话长”的问题。" in window.editor.text
    assert window.session.last.text == ""


def test_undo_and_recovery_keep_them_too(window, answers, old):
    answers.wish = wish(source=old)
    window.files.new()
    window.wiring.deciding.mark_not_applicable("a/b")
    window.history.undo()
    recovered = opened.recovered(_lost(window))

    assert len(window.session.choices.references) == 1
    assert recovered.choices.references == window.session.choices.references
    assert recovered.origin.name == old.name


def _lost(window):
    content = draft.decode(draft.encode(window.session.content(window.editor.text)))
    return Recovered(content, None, 0.0, None)


def test_a_file_of_last_year_leads_there(window, answers, old):
    """Opened or dropped, it is shown as it is; one choice in a bar begins this year's beside it."""
    assert window.open_file(str(old))
    told = window.bars.messages()[0]
    assert told.startswith("这是2024年度的材料，读到4节、2个问题；")
    assert "原文件未改。" in told
    answers.wish = wish(source=old)
    window.bars.choose(f"写{season()}年度的材料…")

    assert answers.source == old
    assert window.session.last.text == LAST


def test_a_file_of_last_year_comes_beside_the_open_draft(window, answers, old):
    """The draft stays open; the file can stand beside it, or be opened all the same."""
    answers.wish = replace(wish(), profile=Profile("县水务局", "副局长", "周平"))
    window.files.new()
    text = window.editor.text
    assert not window.open_file(str(old))
    assert window.bars.messages()[0] == "“2024年度材料-周平.txt”：这是2024年度的材料。正在写的材料没有变动。"
    window.bars.choose("放到“去年”一栏")

    assert (window.session.last.text, window.editor.text) == (LAST, text)
    window.history.undo()
    assert window.session.last is None
    window.open_file(str(old))
    window.bars.choose("打开这份材料")
    assert window.editor.text == LAST


def test_a_list_that_is_dropped_comes_beside_the_open_draft(window, answers, listed):
    answers.wish = wish()
    window.files.new()
    window.open_file(str(listed))

    assert [row.problem for row in window.session.last.listed] == ["讲话长"]


def season():
    return seasons.of_day(datetime.date.today())  # noqa: DTZ011


def test_problems_that_nothing_numbers_are_counted_on_opening_as_beside_a_new_material(window, tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(
        "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n学习有时让位于事务。\n"
        "（二）带头固本培元、增强党性方面\n1.自学少。\n只学了两次。\n2.用得浅。\n没有联系工作。\n二、整改措施\n每月自学两次。\n",
        "utf-8",
    )
    window.open_file(str(path))
    rows = promises.every_row(references.read(path).last)

    assert sum(bool(row.problem) for each in rows for row in each) == 3
    assert any("、3个问题" in message for message in window.bars.messages())
