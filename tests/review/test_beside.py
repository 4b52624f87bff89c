"""What stands beside a text that is held against last year's."""

from assistant.facts.last_year import earlier_material
from assistant.facts.last_year.answering import Answered
from assistant.files import template_shelf
from assistant.review import beside
from assistant.review.material import analyse

LAST = (
    "2024年度民主生活会个人对照检查材料\n我对照检查如下。\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
    "1.理论学习不够经常。今年全年自学只有五次，书目上的三本书读完一本，读原著少。\n（二）带头履行全面从严治党政治责任方面\n1.廉政提醒不够及时。一年只谈了两次。\n"
    "二、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.按季度开展廉政提醒。\n"
)
NEW = (
    "2025年度民主生活会个人对照检查材料\n一、2024年度民主生活会整改措施落实情况\n"
    "1.关于“理论学习不够经常”的问题。当时提出“坚持每周自学理论”。今年自学41次，还差一本没有读完。\n二、存在的突出问题\n（一）带头固本培元、增强党性方面\n"
    "1.理论学习有欠账。今年全年自学只有五次，书目上的三本书读完一本，读原著少。\n（二）带头坚决扛起管党治党责任方面\n1.提醒谈话少。\n"
)


def looked_at(text=NEW):
    last = earlier_material.recognised(LAST, template_shelf.known())
    return analyse(text, template_shelf.find("2025-democratic-individual"), last=last)


def part(material, words):
    return next(fact.part.id for fact in material.parts if words in fact.part.short)


def test_what_a_section_and_the_whole_share():
    material = looked_at()
    found = beside.of(material)

    assert found.shared(part(material, "固本培元")).told == "相同1处29字"
    assert found.shared(part(material, "管党治党")).told == "没有相同的长句"
    assert found.copied.whole.copied == 29
    assert [each.state for each in found.answers] == [Answered.UNFINISHED, Answered.NO]
    assert beside.said(NEW, found.answers[0]) == "今年自学41次，还差一本没有读完。"
    assert beside.said(NEW, found.answers[1]) == ""


def test_last_years_sections_stand_beside_those_they_answer():
    material = looked_at()

    def shown(words):
        found = beside.passages(material.facts.last, material.template, part(material, words))
        return [("#" if each.heading else "") + each.span.of(LAST).strip() for each in found]

    assert shown("固本培元") == [
        "#（一）带头增强党性、严守纪律、砥砺作风方面",
        "1.理论学习不够经常。今年全年自学只有五次，书目上的三本书读完一本，读原著少。",
    ]
    assert shown("上年度整改")[0] == "#二、整改措施"
    assert len(shown("存在的问题")) == 5
    assert shown("学习教育") == []


def test_what_nobody_has_touched_with_what_is_of_another_year():
    kept = beside.untouched(looked_at())

    assert [each.span.of(NEW) for each in kept] == ["今年全年自学只有五次，书目上的三本书读完一本，读原著少。"]
    assert [each.span.of(NEW) for each in kept[0].stale] == ["今年"]


def test_without_last_year_there_is_nothing_beside():
    material = analyse(NEW, template_shelf.find("2025-democratic-individual"))

    assert (beside.of(material), beside.untouched(material)) == (None, ())
