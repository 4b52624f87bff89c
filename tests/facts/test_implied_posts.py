"""A post that a clause about its writer implies is found where none of his is it, and nothing is said of others' posts."""

import pytest

from assistant.files import template_shelf
from assistant.review.material import analyse
from assistant.rules.registry import RULES

RULE = [rule for rule in RULES if rule.name == "post_of_another"]
TEXT = (
    "2025年度民主生活会个人对照检查材料\n{}　林知远\n按照通知要求，检查如下。\n一、存在的突出问题\n（一）政治纪律方面\n"
    "1.学得浅。{}\n（二）组织纪律方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)
DEPUTY = "枫林县水利局党组成员、副局长"
HEAD = "枫林县水利局党组书记、局长"


def told(head, said):
    text = TEXT.format(head, said)
    template = template_shelf.find("2025-democratic-individual")
    return [finding.span.of(text) for finding in analyse(text, template, rules=RULE).findings]


@pytest.mark.parametrize(
    ("head", "said", "post"),
    [
        (DEPUTY, "我这个水利局长怕接难事。", "局长"),
        (DEPUTY, "主政一县4年，自认为经验够用。", "主政一县"),
        (DEPUTY, "2021年6月主持全局工作以来松了劲。", "主持全局工作"),
        (DEPUTY, "没有扛起局长的责任。", "局长"),
        (DEPUTY, "作为班子的班长，讲得少。", "作为班子的班长"),
        (DEPUTY, "身为一局之长，讲得少。", "身为一局之长"),
        (DEPUTY, "坐在院长的位子上，图省心。", "院长"),
        (DEPUTY, "作为党建工作的第一责任人，抓得松。", "作为党建工作的第一责任人"),
        (HEAD, "会前与局长谈心1次。", "局长"),
        (DEPUTY, "过了两天才向分管副局长报告。", "分管副局长"),
        (DEPUTY, "上半年同各镇党委书记谈话9人次。", "镇党委书记"),
        (DEPUTY, "党委领导下的校长负责制落实得不好。", "校长"),
        (HEAD, "自己一个副局长抓好业务就行。", "副局长"),
        (HEAD, "作为班子副职，当好参谋不够。", "班子副职"),
        (HEAD, "到枫林县水利局任副局长，松了劲。", "副局长"),
        (DEPUTY, "自己只是支部副书记，讲得少。作为普通党员，读书少。", "支部副书记"),
        (DEPUTY, "自己是支部书记，讲党课少。会前与支部书记谈心1次。", "支部书记"),
        ("禾川农商银行青溪支行行长", "到青溪支行任副行长，松了劲。", "副行长"),
        ("澜江热力公司党支部书记、副经理", "我身为分公司经理，催得少。", "经理"),
    ],
)
def test_a_post_that_is_not_ones_own(head, said, post):
    assert told(head, said) == [post]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (DEPUTY, "我这个副局长怕接难事，没有尽到副局长的职责。"),
        (DEPUTY, "总觉得自己不是局长、拍不了板。"),
        (DEPUTY, "局长主持全局工作，我提醒少。"),
        (DEPUTY, "2016年我任镇党委副书记时，下村少。"),
        (DEPUTY, "曾在镇长任上干过6年。"),
        (DEPUTY, "没有尽到党支部书记的责任，也没有履行河长职责。"),
        (DEPUTY, "督促他们履行站长职责少。"),
        (DEPUTY, "替局长扛起担子想得少，提醒主要领导少。"),
        (DEPUTY, "我是分管领导，当参谋少。"),
        (HEAD, "与分管副局长谈心2次，村里向局长反映的事多，到学校同校长谈心1次。"),
        (DEPUTY, "自己只是支部副书记，讲得少。会前与支部书记谈心1次。"),
        (DEPUTY, "我是支部委员，讲得少。会前与支部书记谈心1次。"),
        (HEAD, "作为班子的班长，我这个局长讲得少。"),
        (HEAD, "主持全局工作以来松了劲，身为一局之长管得松。"),
        (HEAD, "分管副局长当好副手，我支持少。"),
    ],
)
def test_a_post_that_is_ones_own_or_of_others(head, said):
    assert told(head, said) == []
