"""The names of a material's parts are known wherever they are read (language/part_names)."""

import pytest

from assistant.facts import items
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind
from assistant.facts.part_cues import part_named
from assistant.files import template_shelf
from assistant.files.readers import table_rows
from assistant.language.part_names import CAUSES, MEASURES, PROBLEMS
from assistant.review.material import analyse
from assistant.structure import unnumbered
from assistant.templates.notice import notice
from assistant.templates.notice.aspect_names import NOT_EXAMINING, PARTS
from assistant.templates.notice.lengths.of_parts import parts_named
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.template import PartKind

NAMES = [
    *((name, "causes", PartKind.CAUSE) for name in CAUSES.split("|")),
    *((name, "measures", PartKind.MEASURE) for name in MEASURES.split("|")),
]
each_name = pytest.mark.parametrize(("name", "chapter", "kind"), NAMES, ids=[name for name, _, _ in NAMES])


@each_name
def test_a_heading_is_known_by_it(name, chapter, kind):
    assert unnumbered.chapter(name) == chapter
    for template in template_shelf.known():
        named = part_named(template, name)
        assert named is None or named.kind is kind
        assert named or not any(part.kind is kind for part in template.parts), template.id


@each_name
def test_a_chapter_holds_what_it_says(name, chapter, kind):
    text = f"标题\n一、存在的问题\n（一）学习少。自学抓得松。\n（二）下基层少。\n二、{name}\n（一）每周学两次。\n（二）每月住村一天。"
    facts: Facts = analyse(text).facts
    found = items.items(facts, facts.materials[0])
    held = ItemKind.CAUSE if kind is PartKind.CAUSE else ItemKind.MEASURE
    assert [each.kind for each in found] == [ItemKind.PROBLEM, ItemKind.PROBLEM, held, held]


@each_name
def test_a_form_labels_a_part_with_it(name, chapter, kind):
    lines, labels = table_rows.rows([[["姓名"], ["林知远"]], [[name], ["放松了学习。", "怕得罪人。"]]])
    assert (name, 1) in labels
    assert lines[-3:] == [name, "放松了学习。", "怕得罪人。"]


@each_name
def test_a_notice_names_a_part_with_it(name, chapter, kind):
    assert kind_of(name) is kind
    assert parts_named(f"{name}部分不少于") == [kind]
    assert NOT_EXAMINING.search(name)
    assert PARTS.search(name)
    verb = "深挖" if kind is PartKind.CAUSE else "提出"
    text = (
        "关于开好2026年度民主生活会的通知\n各党支部：\n一、撰写对照检查材料。要对照以下三个方面查摆问题，"
        f"{verb}{name}：（一）政治忠诚方面；（二）担当作为方面；（三）廉洁自律方面。\n二、材料于1月10日前报机关党委。\n"
    )
    asked = notice.read(text).templates[0]
    assert kind in [part.kind for part in asked.parts]


@pytest.mark.parametrize("name", PROBLEMS.split("|"))
def test_problems_are_known_by_it(name):
    assert unnumbered.chapter(f"存在的主要{name}") == "problems"
    text = f"标题\n一、{name}\n（一）学习少。自学抓得松。\n（二）下基层少。\n"
    facts = analyse(text).facts
    assert [each.kind for each in items.items(facts, facts.materials[0])] == [ItemKind.PROBLEM] * 2
