"""A row of 带头 in the preface is held against the aspects of the year, all at once."""

from assistant.files import template_shelf
from assistant.review.material import analyse
from assistant.rules.leftovers import frame_of_another_year

ASPECTS = (
    "带头强化政治忠诚、提高政治能力",
    "带头固本培元、增强党性",
    "带头敬畏人民、敬畏组织、敬畏法纪",
    "带头干事创业、担当作为",
    "带头坚决扛起管党治党责任",
)


def said(*aspects):
    problems = "".join(
        f"（{number}）{name}方面\n1.学得浅。\n" for number, name in zip("一二三四五", ASPECTS, strict=True)
    )
    text = (
        "2025年度民主生活会个人对照检查材料\n某局副局长　林知远\n"
        f"我对照{'，'.join(aspects)}五个方面，认真查摆。\n一、存在的突出问题\n{problems}"
        "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
    )
    material = analyse(text, template_shelf.find("2025-democratic-individual"), rules=[frame_of_another_year.RULE])
    return [each.span.of(text) for each in material.findings]


def test_the_one_of_another_year():
    """All others agree with what is asked for, so it is no other way to say the same."""
    assert said(*ASPECTS) == []
    assert said(ASPECTS[0], "带头增强党性、严守纪律、砥砺作风", *ASPECTS[2:]) == ["增强党性、严守纪律、砥砺作风"]
    assert said(*ASPECTS[:2], "带头敬畏人民、敬畏权力、敬畏法纪", *ASPECTS[3:]) == ["敬畏人民、敬畏权力、敬畏法纪"]
    assert said(*ASPECTS[:4], "带头履行全面从严治党政治责任") == ["履行全面从严治党政治责任"]


def test_shortened_and_several_in_other_words():
    """What only leaves out a half, and a row in other words of one's own, are let be."""
    assert said(ASPECTS[0], "带头增强党性", *ASPECTS[2:]) == []
    assert said(*ASPECTS[:3], "带头真抓实干", "带头从严治党") == []
    assert said(*ASPECTS[:3]) == []
