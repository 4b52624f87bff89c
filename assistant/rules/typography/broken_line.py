"""句子中间似有断行

检查什么：从PDF、图片识别软件粘贴来的文字，一句话是否在行末断开、分成几行。
为什么：断开处会被程序当成分段，标题识别不全，其他检查也不准确，所以先提示这一条。
怎么改：点“断行接成整段”，可以一步撤销；不该接的，把光标移到应分段处按回车即可。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.structure import line_breaks
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    edits = line_breaks.joins(facts.text) if line_breaks.may_be_broken(facts.each(_look)) else ()
    if not edits:
        return
    at = edits[0].start
    yield RULE.finding(
        Span(max(facts.text.rfind("\n", 0, at) + 1, at - _SHOWN), at),
        f"文中有{len(edits)}处似在句子中间断了行，可一并接成整段。",
        "从PDF粘贴的文字常有这种情况。接成整段后再作其他检查；有意分行的可忽略，仍按原样检查。",
        Fix("断行接成整段", edits),
    )


def _look(paragraph: ParagraphFacts) -> line_breaks.Look:
    return line_breaks.look(paragraph.text)


_SHOWN = 6  # characters before the first break that are underlined

_BROKEN = (
    "2025年度民主生活会领导⟦班子对照检查⟧\n材料\n根据县委关于召开2025年度民主生活\n会的统一部署，班子认真查摆了问题，\n"
    "开展谈心谈话30余人次，征求到意见\n45条。现将情况报告如下。\n一、存在的主要问题\n（一）强化政治忠诚方面\n"
    "理论武装抓得不深，联系实际用得也\n不够，全年只开过2次专题研讨，笔记\n没有交流过。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公文排版的通行做法",
    (
        Example(
            _BROKEN,
            "2025年度民主生活会领导班子对照检查材料\n根据县委关于召开2025年度民主生活会的统一部署，班子认真查摆了问题，"
            "开展谈心谈话30余人次，征求到意见45条。现将情况报告如下。\n一、存在的主要问题\n（一）强化政治忠诚方面\n"
            "理论武装抓得不深，联系实际用得也不够，全年只开过2次专题研讨，笔记没有交流过。\n",
        ),
        Example(
            "个人对照检查材料\n我检查如下。\n存在的突出问题\n在带头强化政治忠诚、提高政治能力方面\n学得浅，读得少。\n"
            "在带头敬畏人民、敬畏组织、敬畏法纪方面\n下村少，走访少。\n在带头干事创业、担当作为方面\n怕得罪人，绕着走。\n"
            "原因剖析\n放松了学习，看得不远\n整改措施\n每月自学两次。\n"
        ),
    ),
    about=About.BEFORE_ALL,
)
