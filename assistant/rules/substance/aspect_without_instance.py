"""有的方面暂未见到具体的事

检查什么：查摆的每个方面里，是否有一处时间、地点、数字或具体的事。按方面看，不逐条看；“不够”“有差距”一类概括性的话很少的不提示。
为什么：联系实际不够、没有具体事例，是审核时常见的意见。
怎么改：写今年的一件具体的事即可；讲真实想法的，不必有数字，可忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.signs import INSTANCE, STOCK
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.rules.substance.aspect_without_problem import is_without_problem
from assistant.templates.template import PartKind, ProblemLimits
from assistant.text import Span

_ENOUGH = 30  # characters; less is hardly begun
# A thing may be told without a date, a number or a name: only where phrases stand that fit everybody is there none.
_STOCK, _STOCK_ASKED = 2, 1
_LONG, _MANY = 80, 4
_VAGUE = compiled_later("有所|缺乏|停留|满足于|浮于|流于|现象|情绪|不[深实强高]")


def check(facts: Facts) -> Iterator[Finding]:
    limits = facts.template.problem_limits if facts.template else None
    asked = limits if limits and limits.with_instances else None
    for material in facts.materials:
        for fact in material.written(PartKind.ASPECT):
            sections = fact.answer.sections
            size = sum(section.end - section.heading_end for section in sections)
            if size >= _ENOUGH and not (facts.shows(INSTANCE, *sections) or is_without_problem(facts, fact)):
                stock = sum(1 for section in sections for _ in facts.signs(STOCK, section.heading_end, section.end))
                vague = sum(len(_VAGUE.findall(facts.text, section.heading_end, section.end)) for section in sections)
                if stock >= (_STOCK_ASKED if asked else _STOCK) or (size >= _LONG and stock + vague >= _MANY):
                    yield _finding(fact, asked)


def _finding(fact: PartFact, asked: ProblemLimits | None) -> Finding:
    section = fact.answer.sections[0]
    of_a_thing = next((each.ask for each in fact.part.questions if "哪一件" in each.ask), "")
    ask = f"可想一想：{of_a_thing}写一件即可" if of_a_thing else "可写今年的一件具体的事"
    return RULE.finding(
        Span(section.start, section.heading_end),
        f"{quoted(fact.part.short)}这一方面，暂未见到具体的事。",
        f"审核看重见人见事见思想。{ask}，不点他人姓名，不写不宜公开的内容。",
        part=fact.part.id,
        severity=Severity.ADVICE if asked else RULE.severity,
        basis=(asked.said or "本次要求") if asked else RULE.basis,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "2013年党的群众路线教育实践活动专题民主生活会通知关于审阅材料的要求；多地审核意见（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n⟦（一）带头强化政治忠诚方面⟧\n1.学习不够深入。对理论的理解停留在表面，联系实际不够，学用脱节的现象仍然存在。\n"
            "（二）带头担当作为方面\n对历史遗留的事有畏难情绪，信访积案压了半年才去协调，见面时群众已经跑了四趟。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n⟦（一）带头强化政治忠诚方面⟧\n1.思想上有所松懈，工作中满足于完成任务，缺乏攻坚的韧劲。联系群众浮于表面，为民的情怀有所减退，"
            "对新情况研究停留在纸上，办法老套，推进工作的节奏偏慢，缺乏闯劲，遇事顾虑多，勇气常常提不起来。\n"
            "（二）带头担当作为方面\n信访积案压了半年才去协调。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.功课做得不够经常。临到开会才翻书，翻开的总是卷了边的那两页，后面的从来没有翻到过。\n"
            "（二）带头担当作为方面\n对廉洁风险警觉不足、认识不够。采购一台设备，条件写得偏，被供货的人质疑后才改，谈廉洁的话占不到两成。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。比如，读原著多是翻一翻、划划线，没有对着手里的工作想一想。\n"
            "（二）带头担当作为方面\n自己年龄偏大，总想着这是最后一站，遇到难事能让就让，劲头不如从前。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
