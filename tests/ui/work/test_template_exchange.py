"""Another template in the place of these, in a window: one step, the words kept, what was done is said."""

import random
from dataclasses import replace

import pytest
from ui.conftest import wish

from assistant.decisions import Profile
from assistant.files import draft, own_shelf, shipped_shelf, template_shelf
from assistant.review.material import analyse
from assistant.templates import own_template
from assistant.templates.template import Subject
from assistant.text import Edit
from assistant.ui.dialogs.new_material import NewMaterial

GENERAL = "general-democratic-individual"


@pytest.fixture
def begun(window, answers):
    """A window with a fresh material of the general outline."""
    answers.wish = wish(GENERAL, year=2026)
    window.files.new()
    return window


def write_below(window, heading, text):
    at = window.editor.text.index(heading) + len(heading)
    window.editor.apply([Edit(at, at, "\n" + text)], "写")


def exchange(window, answers, identifier="2025-democratic-individual"):
    answers.wish = wish(identifier)
    window.wiring.exchange.choose()


def test_the_outline_follows_as_one_step_and_what_happened_is_said(begun, answers):
    write_below(begun, "正确行使职权、担当作为方面", "一是怕难。有一件事拖了三个月。")
    before = begun.editor.text, begun.session.choices
    steps = begun.history.count()
    exchange(begun, answers)

    assert begun.history.count() == steps + 1
    assert begun.bars.messages() == [
        "已换成“2025年度民主生活会”：新列4个方面、3个部分，删去7个没有写的旧标题；写过的内容都保留。可撤销。"
    ]
    assert "一是怕难。有一件事拖了三个月。" in begun.editor.text
    assert "廉洁自律" not in begun.editor.text
    begun.history.undo()
    assert (begun.editor.text, begun.session.choices) == before
    begun.history.redo()
    assert begun.session.template.year == 2025
    assert "带头固本培元" in begun.editor.text


def test_a_written_heading_is_reworded_only_when_asked(begun, answers):
    write_below(begun, "正确行使职权、担当作为方面", "一是怕难。有一件事拖了三个月。")
    exchange(begun, answers)
    before = begun.editor.text
    begun.bars.choose("各方面标题改用新的提法")

    assert begun.editor.text == before.replace("正确行使职权、担当作为方面", "带头干事创业、担当作为方面")
    begun.history.undo()
    assert begun.editor.text == before


def test_the_caret_stays_in_its_paragraph(begun, answers):
    write_below(begun, "原因剖析", "学得不够，想得不深。")
    begun.editor.go_to(begun.editor.text.index("想得不深"))
    exchange(begun, answers)

    assert begun.editor.text[begun.editor.caret :].startswith("想得不深")


def test_finished_work_is_only_told_what_it_follows(sample, answers):
    title, text = sample.session.template.title, sample.editor.text
    exchange(sample, answers, "2022-democratic-individual")

    assert sample.editor.text == text.replace(title, sample.session.template.title, 1)
    assert sample.bars.messages() == ["已换成“2022年度民主生活会”，写过的内容都保留。可撤销。"]


@pytest.mark.parametrize("seed", range(8))
def test_one_undo_brings_back_every_byte(begun, answers, seed):
    chooser = random.Random(seed)
    typed = []
    lines = begun.editor.text.split("\n")
    for number, heading in enumerate(line for line in lines if line[:1] in "一二三四五（"):
        if heading and chooser.random() < 0.4:
            typed.append(f"{chooser.choice(('', '1.', '一是', '𠮷'))}第{number}件事没有办好。")
            write_below(begun, heading, typed[-1])
    saved = draft.encode(begun.session.content(begun.editor.text))
    for identifier in chooser.sample(["2025", "2022", "2021"], 2):
        exchange(begun, answers, f"{identifier}-democratic-individual")
        there = begun.editor.text.split("\n")
        assert [line for line in there if line in typed] == typed
        material = analyse(begun.editor.text, begun.session.template)
        assert not [each for each in material.findings if each.rule == "numbering_gap"]
    begun.history.undo()
    begun.history.undo()

    assert draft.encode(begun.session.content(begun.editor.text)) == saved


def own_material(**changes):
    """Keep templates as a notice would give them, and wish for those of an individual."""
    file = own_template.copy(shipped_shelf.read("2025-democratic"))
    kept = own_shelf.keep(replace(file, id="2026-notice", year=2026, name="2026年度某会", **changes))
    template = next(each for each in kept.templates if each.subject is Subject.INDIVIDUAL)
    choice = next(each.choice() for each in template_shelf.entries() if each.id == template.id)
    return NewMaterial(template, choice, Profile("某局", "局长", "李大明"), None)


def test_layout_title_and_suggested_name_follow(begun, answers):
    assert begun.windowTitle().startswith("2026年度民主生活会个人对照检查材料-林知远")
    answers.wish = own_material(layout="fixed28", file_name="{姓名}-{年度}")
    begun.wiring.exchange.choose()

    assert begun.files.layout.id == "fixed28"
    assert begun.windowTitle().startswith("*林知远-2026")
    assert begun.files.suggested(".duizhao").name == "林知远-2026.duizhao"
    begun.files.change_settings(layout="gb9704")
    answers.wish = own_material(layout="fixed28", theme=None)
    begun.wiring.exchange.choose()
    assert begun.files.layout.id == "gb9704"  # the writer's own choice since stays


def renamed(file):
    aspects = (replace(file.aspects[0], full="带头走在前列"), *file.aspects[1:])
    return replace(file, aspects=aspects)


def test_the_drafts_own_template_are_corrected_as_one_step(begun, answers):
    answers.wish = own_material()
    begun.wiring.exchange.choose()
    (own,) = own_shelf.every()
    before = begun.editor.text, begun.session.choices
    answers.correction = renamed
    begun.wiring.exchange.correct()

    assert [each.path for each in own_shelf.every()] == [own.path]
    assert begun.session.choices.template.source == own_shelf.every()[0].source != own.source
    assert begun.session.template.subject is Subject.INDIVIDUAL
    assert "（一）带头走在前列方面\n（二）带头固本培元" in begun.editor.text
    begun.history.undo()
    assert (begun.editor.text, begun.session.choices) == before


def test_template_that_only_the_draft_has_are_corrected_too(begun, answers):
    answers.wish = own_material()
    begun.wiring.exchange.choose()
    own_shelf.forget(own_shelf.every()[0])
    answers.correction = renamed
    begun.wiring.exchange.correct()

    assert begun.session.template.aspects[0].heading == "带头走在前列方面"
    assert len(own_shelf.every()) == 1


def test_shipped_template_are_corrected_as_a_copy(begun, answers):
    answers.correction = renamed
    begun.wiring.exchange.correct()

    assert begun.session.template.name == "2026年度民主生活会"
    assert begun.session.template.year == 2026
    assert "（一）带头走在前列方面" in begun.editor.text
    assert begun.editor.text.startswith("2026年度民主生活会个人对照检查材料\n")


def test_without_template_they_can_be_chosen(window, answers, tmp_path):
    path = tmp_path / "稿.txt"
    path.write_text("几句话。", "utf-8")
    window.open_file(str(path))
    window.bars.clear()
    window.wiring.exchange.correct()
    answers.wish = wish(GENERAL, year=2026)
    window.bars.choose("选定本次要求…")

    assert window.session.template.year == 2026
    assert window.editor.text == "几句话。"


def test_what_is_corrected_on_the_shelf_is_offered_to_the_draft(begun, answers):
    answers.wish = own_material()
    begun.wiring.exchange.choose()
    begun.bars.clear()
    begun.wiring.exchange.show_all()
    assert begun.bars.messages() == []
    (own,) = own_shelf.every()
    answers.on_shelf = lambda: own_shelf.keep(renamed(own.file), own)
    begun.wiring.exchange.show_all()
    assert begun.bars.messages() == [
        "这份要求已修改，正在写的材料用的还是修改前的。是否改用修改后的？写过的内容不改动。"
    ]
    begun.bars.choose("改用修改后的要求")

    assert begun.session.template.aspects[0].heading == "带头走在前列方面"
