"""A problem that says no word of the matter of its aspect, where the others of that aspect say several."""

from __future__ import annotations

import pytest

from assistant.files import template_shelf
from assistant.review.material import analyse

_ASPECTS = (
    ("带头强化政治忠诚、提高政治能力", "政治站位不高。对上级决策部署学得浅，舆情两天后才看到"),
    ("带头固本培元、增强党性", "理论学习时紧时松。读原著少，笔记欠了三篇"),
    ("带头敬畏人民、敬畏组织、敬畏法纪", "办件慢。群众来问过三次，答复超期"),
    ("带头干事创业、担当作为", "遇难题绕着走。占道的事拖了半年"),
    ("带头坚决扛起管党治党责任", "一岗双责不够实。廉政谈话少，对干部提醒不够"),
)


def _found(aspect, problem):
    text = "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n"
    for number, (name, told) in enumerate(_ASPECTS):
        text += f"（{'一二三四五'[number]}）{name}方面\n1.{told}。\n"
        text += f"2.{problem}。\n" if number == aspect else ""
    text += "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次，年底前办结两件难事。\n"
    found = analyse(text, template_shelf.find("2025-democratic-individual")).findings
    return [each.span.of(text) for each in found if each.rule == "item_of_another_aspect"]


@pytest.mark.parametrize(
    ("aspect", "problem"),
    [
        (0, "场馆维修跟踪不紧。3处漏水拖到11月才补上"),
        (0, "冷链车调度粗。4趟空跑，油耗高出一成"),
        (0, "苗木验收不细。栽下的树死了两成"),
        (1, "招商线索跟得慢。外出招商只有3次，2条线索断了"),
        (1, "水质化验不及时。6个点位晚测了三天"),
        (1, "设备消缺率偏低。全年缺陷120处，消除96处"),
        (1, "冷库租赁拖沓。两间空着，租金少收8万元"),
        (4, "机耕路修得慢。5公里剩了2公里"),
        (4, "数据报送有差错。7张表错了11处"),
    ],
)
def test_a_problem_of_other_business(aspect, problem):
    assert _found(aspect, problem) == ["2." + problem.split("。")[0]]


@pytest.mark.parametrize(
    ("aspect", "problem"),
    [
        (0, "遇事请示慢。停水两小时才报到县里"),
        (0, "全会精神落得不实。两项任务拖到12月"),
        (1, "党费交得晚。有两个月是补交的"),
        (1, "志愿服务挑着去。10场去了4场"),
        (1, "面对职级晋升心里不平。例会推迟了一次"),
        (1, "下乡少了。年轻时的那股热情淡了"),
        (3, "招商线索跟得慢。外出招商只有3次"),
        (4, "采购把关松。两笔先送货后签字"),
        (4, "吃饭小节不在意。供应商抢着付了58元"),
    ],
)
def test_a_problem_of_the_matter(aspect, problem):
    assert _found(aspect, problem) == []


def test_where_the_others_say_little_of_it_nothing_is_said():
    assert _found(2, "机耕路修得慢。5公里剩了2公里") == []
