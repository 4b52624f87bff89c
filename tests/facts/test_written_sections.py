"""Which numbered line says it all by itself, and which is a heading that still wants its text."""

import pytest

from assistant.review.material import analyse

BEFORE, AFTER = (
    "2026年度民主生活会个人对照检查材料\n一、整改措施\n（一）每周学习两个晚上，并做笔记。\n（二）",
    "\n（三）接待单当天审核。",
)


def written_and_blank(line):
    material = analyse(BEFORE + line + AFTER)
    section = next(each for each in material.facts.outline.walk() if each.start == len(BEFORE) - len("（二）"))
    return material.facts.is_written(section), material.facts.is_blank(section)


@pytest.mark.parametrize(
    "line",
    [
        "重点工程每月调度一次，误期的当面说明。",
        "每月到村两次，当面解决群众反映强烈的问题。",
        "每季度向支部报告一次学习情况。",
        "三个工作日内回复，逐件写明办理情况。",
        "少发一份文件，多解决一个问题。",
        "带头每月参加一次支部学习。",
        "围绕管网改造每周到现场一次。",
        "理论武装不够。",
    ],
)
def test_a_sentence_is_what_is_to_be_written(line):
    assert written_and_blank(line) == (True, False)


@pytest.mark.parametrize(
    "line",
    [
        "担当作为方面。",
        "贯彻民主集中制，维护班子团结方面。",
        "带头固本培元、增强党性。",
        "对照党章党规，找差距。",
        "学习教育查摆问题整改情况。",
        "存在的突出问题。",
        "个人有关事项说明。",
        "重点工程每月调度一次",
    ],
)
def test_a_topic_wants_its_text(line):
    assert written_and_blank(line) == (False, True)
