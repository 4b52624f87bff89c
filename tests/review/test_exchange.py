"""Templates are exchanged: what becomes of the headings, and that no written word is lost."""

import itertools
import random
import re
from dataclasses import replace

import pytest

from assistant.decisions import NO_DECISIONS
from assistant.facts import insertion
from assistant.files import template_shelf
from assistant.review import exchange
from assistant.review.checklist import key
from assistant.review.material import analyse
from assistant.templates.template import PartKind

DUTY = "正确行使职权、担当作为方面\n"


@pytest.fixture(scope="module")
def general():
    return template_shelf.for_year(template_shelf.find("general-democratic-individual"), 2026)


@pytest.fixture
def begun(general):
    return insertion.fresh(general, "某局副局长　李大明")


def test_an_outline_without_a_word_becomes_the_other_outline(begun, general, individual_2025):
    planned = exchange.plan(begun, general, individual_2025)

    assert planned.text == insertion.fresh(individual_2025, "某局副局长　李大明")
    assert (planned.aspects, planned.parts, planned.removed) == (5, 3, 8)


def test_what_is_written_keeps_its_heading_and_is_not_asked_for_again(begun, general, individual_2025):
    written = begun.replace(DUTY, DUTY + "一是怕难。今年有一件事拖了三个月。\n")
    planned = exchange.plan(written, general, individual_2025)
    material = analyse(planned.text, individual_2025)

    assert "（四）正确行使职权、担当作为方面\n一是怕难。今年有一件事拖了三个月。\n（五）带头坚决扛起" in planned.text
    assert not [f for f in material.findings if f.rule in ("missing_part", "numbering_gap", "part_out_of_order")]
    assert planned.aspects == 4
    (edit,) = exchange.rewordings(material.facts, general)
    assert planned.text[edit.start : edit.end] + "\n" == DUTY
    assert edit.replacement == "带头干事创业、担当作为方面"


def test_a_heading_that_nobody_asks_for_stays_where_something_is_under_it(begun, general, individual_2025):
    family = "践行社会主义核心价值观、廉洁自律和家教家风方面\n"
    written = begun.replace(family, family + "有一次没有提醒家属。\n")

    assert family + "有一次没有提醒家属。\n" in exchange.plan(written, general, individual_2025).text


def test_finished_work_is_left_alone_but_for_the_title(finished_sample, individual_2025):
    older = template_shelf.find("2022-democratic-individual")
    planned = exchange.plan(finished_sample, individual_2025, older)

    assert planned.text == finished_sample.replace(individual_2025.title, older.title, 1)
    assert (planned.aspects, planned.parts, planned.removed) == (0, 0, 0)
    other = finished_sample.replace(individual_2025.title, "我的对照检查", 1)
    assert exchange.plan(other, individual_2025, older).text == other


def test_what_the_writer_struck_out_is_not_put_in_again(begun, general, individual_2025):
    struck_out = begun.replace("三、有关情况说明\n", "").replace("四、存", "三、存")

    assert "有关情况说明" not in exchange.plan(struck_out, general, individual_2025).text


def test_a_text_without_template_is_left_alone(begun, individual_2025):
    assert exchange.plan(begun, None, individual_2025).text == begun


def test_there_and_back_is_the_same_outline(begun, general, individual_2025):
    there = exchange.plan(begun, general, individual_2025).text

    assert exchange.plan(there, individual_2025, general).text == begun


def test_notes_go_along_to_the_same_question(general, individual_2025):
    measures = individual_2025.part_of_id("measure")
    question = measures.questions[0]
    former = next(p for p in general.parts if p.kind is PartKind.MEASURE)
    moved = template_shelf.find("2025-democratic-individual")
    assert question.ask in [each.ask for each in former.questions]
    renamed = _with_id(moved, "measure", "measures_asked")
    old = NO_DECISIONS._replace(
        notes={key(former, question): "找办公室对账"}, not_applicable=frozenset({key(former, former.questions[1])})
    )
    new = exchange.carried(old, general, renamed)

    assert new.notes["measures_asked/" + question.id] == "找办公室对账"
    assert new.notes[key(former, question)] == "找办公室对账"
    assert f"measures_asked/{former.questions[1].id}" in new.not_applicable


def _with_id(template, former, new):
    parts = tuple(replace(part, id=new) if part.id == former else part for part in template.parts)
    return replace(template, parts=parts)


@pytest.mark.parametrize("seed", range(60))
def test_every_typed_paragraph_is_still_there(seed, general, individual_2025):
    """Write under some headings whatever comes, exchange for any template and back: all paragraphs, in order."""
    chooser = random.Random(seed)
    names = ("2025-democratic-individual", "2022-democratic-individual", "2021-democratic-individual")
    everything = [general, *map(template_shelf.find, names)]
    former, new = chooser.sample(everything, 2)
    lines, typed = [], []
    for line in insertion.fresh(former, "李大明").removesuffix("\n").split("\n"):
        lines.append(line)
        for _ in range(chooser.choice((0, 0, 0, 1, 2)) if line else 0):
            typed.append(_paragraph(chooser, len(typed)))
            lines.append(typed[-1])
    before = "\n".join(lines)
    once = exchange.plan(before, former, new).text
    twice = exchange.plan(once, new, chooser.choice(everything)).text

    for text in (once, twice):
        assert list(_pairs(text)) == list(_pairs(before))


def _pairs(text):
    """Yield what is typed, each with the line right above it, of whatever number; the title may be another.

    What is numbered as headings are stands for itself.
    """
    for above, line in itertools.pairwise(text.split("\n")):
        if "号事" in line:
            alone = _CHAPTER.match(line) or above.endswith("个人对照检查材料")
            yield ("" if alone else _CHAPTER.sub("", above)), _CHAPTER.sub("", line)


_CHAPTER = re.compile("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")  # counted anew


def _paragraph(chooser, number):
    openings = (
        "",
        "1.",
        "一是",
        "（1）",
        "第一，",
        "——",
        "**",
        "今年",
        "存在问题：",
        "担当作为方面，",
        "十、",
        "二、",
        "（三）",
    )
    endings = ("。", "；", "：", "", "。一是慢；二是拖。", "……")
    opening = chooser.choice(openings)
    ending = "。" if _CHAPTER.match(opening) else chooser.choice(endings)
    return f"{opening}第{number}号事{chooser.choice(('没有办好', '拖了', '家风'))}{ending}"
