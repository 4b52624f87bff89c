"""What causes and measures take up of the numbers told before: which are held against them, and which are new."""

import pytest

from assistant.facts import taken_up
from assistant.facts.identify import guess
from assistant.files import template_shelf
from assistant.review.material import analyse

TEXT = (
    "2025年度民主生活会个人对照检查材料\n按照通知要求，现对照检查如下。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n学得不深。\n"
    "（二）带头担当作为方面\n{}\n二、原因剖析\n放松了学习。\n三、整改措施\n（一）{}\n"
)

CASES = [
    ("42个计量点位只装好19个，下井少。", "6月底前装好剩余32个计量点位。", "32个"),
    ("42个计量点位只装好19个，下井少。", "6月底前装好剩余23个计量点位。", ""),
    ("没有人送学上门，6名老党员到12月还没有拿到学习本。", "给9名老党员送学上门，由支委轮流包人。", "9名"),
    ("没有人送学上门，6名老党员到12月还没有拿到学习本。", "给6名老党员送学上门，由支委轮流包人。", ""),
    ("11家卫生院只有4家用得起远程影像。", "走完没有用起来的9家卫生院，6月底前全部开通远程影像。", "9家"),
    ("11家卫生院只有4家用得起远程影像。", "走完没有用起来的7家卫生院，6月底前全部开通远程影像。", ""),
    ("宅基地纠纷积了11件，最难的两件压到了年底。", "宅基地纠纷三件，明年3月底前办结。", "三件"),
    ("6个监管所中有2个没有食堂，吃饭靠泡面。", "3个监管所的食堂会后一个月内办好。", "3个"),
    ("涉及驾驶员130人，签约的91人，没签的39人。", "没有签约的49名驾驶员3月底前逐人谈完。", "49名"),
    ("客运站改造到位1200万元，还有600万元缺口。", "客运站800万元缺口6月底前落实。", "800万元"),
    ("全城9600盏老路灯，去年换4600盏，今年应换5000盏，还有1800盏没有换。", "剩下的2800盏路灯6月底前换完。", "2800盏"),
    ("全城9600盏老路灯，去年换4600盏，今年应换5000盏，还有1800盏没有换。", "剩下的1800盏路灯6月底前换完。", ""),
    ("交邮融合站点只建了9个。", "11个交邮融合站点分两批建设，6月底前建成5个，年底前建成其余6个。", ""),
    ("5件未结案里，立案最早的一件拖了一年。", "老汉的案子2月底前宣判；其余4件未结案一季度审结。", ""),
    ("5件未结案里，立案最早的一件拖了一年。", "老汉的案子2月底前宣判；其余8件未结案一季度审结。", "8件"),
    ("接件32件，办成27件，没有办成的5件中有2件是旧房确权件。", "没有办成的2件旧房确权件6月底前办结。", ""),
    ("接件32件，办成27件，没有办成的5件中有2件是旧房确权件。", "没有办成的3件旧房确权件6月底前办结。", ""),
    ("接件32件，办成27件，没有办成的5件中有2件是旧房确权件。", "没有办成的4件旧房确权件6月底前办结。", "4件"),
    ("联系67名学生，谈心29名，还有38名没有单独谈过。", "与尚未谈过的48名学生全部谈一遍。", "48名"),
    ("联系67名学生，谈心29名，还有38名没有单独谈过。", "与尚未谈过的38名学生全部谈一遍。", ""),
    ("独居老人86名，还有34名没有探访。", "3月底前对尚未探访的43名老人上门。", "43名"),
    ("独居老人86名，还有34名没有探访。低保户走访少。", "对尚未走访的12名低保户上门。", ""),
    ("引进博士11人，已有4人离职，引进人才重使用轻培养。", "制定引进人才培养方案，为在院的9名博士确定导师。", "9名"),
    ("引进博士11人，已有4人离职，引进人才重使用轻培养。", "制定引进人才培养方案，为在院的7名博士确定导师。", ""),
    # a measure may aim at a new number, or speak of something else
    ("科里开展胃镜下治疗，我学了一年才做了15例。", "6月底前独立做完50例胃镜下治疗。", ""),
    ("去年完成营造林341万亩，管护跟不上。", "完成营造林260万亩。", ""),
    ("分管的4个部门中，廉政谈话记录齐全的只有2个。", "每季度同不少于6个部门谈话，抽查廉政谈话记录。", ""),
    ("全年组织暗访4次，都是发单子了事。", "暗访每两个月一回，暗访中同一问题出现两次的倒查责任。", ""),
    (
        "沉淀资金年初为4160万元，年底还有1285万元，其中920万元是停建项目的。",
        "1285万元沉淀资金中，920万元3月底前核销，其余365万元6月底前统筹使用。",
        "",
    ),
    ("骨科床位42张，心内科床位24张，平均等床6天。", "骨科床位调给老年科6张，3月底前到位。", ""),
    ("东郊86户拖欠租金。", "给9名老党员送学上门。", ""),
]


def places(text):
    template = guess(text, template_shelf.known())
    facts = analyse(text, template.template if template else None).facts
    return [taken.span.of(text) for material in facts.asked for taken in taken_up.find(facts, material)]


@pytest.mark.parametrize(("told", "measure", "found"), CASES)
def test_taken_up(told, measure, found):
    assert places(TEXT.format(told, measure)) == [found] * bool(found)


@pytest.mark.parametrize(
    ("cause", "found"),
    [
        ("6处拥堵点看着难就绕", ["6处"]),
        ("8处拥堵点看着难就绕", []),
        ("2处也没有去看", []),
        ("9处拥堵点看着难就绕", ["9处"]),
    ],
)
def test_causes_aim_at_nothing(cause, found):
    """What stands in a cause has been told, so that its number need not be marked as one that is taken up."""
    text = TEXT.format("城区12处拥堵点，只打通了4处，另外8处停在图上。", "每月自学两次。")
    assert places(text.replace("放松了学习", cause)) == found


def test_what_is_too_long_for_a_material_is_passed_over(monkeypatch):
    monkeypatch.setattr(taken_up, "_MOST", 0)
    test_taken_up(*CASES[0][:2], "")


@pytest.mark.parametrize(
    ("cause", "expected"), [("三个带头作用没有发挥好。", []), ("三个点位没有带头装好。", ["三个"])]
)
def test_a_number_in_the_name_of_a_set_takes_up_nothing(cause, expected):
    problem = "对照五个带头要求，带头作用发挥不够。五个点位没有带头装好，点位少。"
    assert places(TEXT.format(problem, "每月自学两次。").replace("放松了学习。", cause)) == expected
