"""有的方面未见写出不足

检查什么：查摆的每个方面里，是否写了不足；只写做法和成绩的会提示。
为什么：对照检查以查摆问题为主，只谈成绩的方面，审核时常会要求补写。
怎么改：写出这一方面存在的一个具体问题；确实不涉及的，写明“不涉及”。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.signs import PRAISE, SHORTCOMING
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

# What lacked, as one says it at the table: 「问起来我就哑巴了」, 「学文件走神」
_LACKED = compiled_later(
    "哑巴|哑口|臊|走神|打盹|瞌睡|愣[住了在]|丢人|露怯|心虚|脸红|红了脸|看成了|当成了|答非|说梦话|低头刷"
)
_ANSWERS = ("不涉及", "无此类", "没有此类", "没有发现", "未发现")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for fact in material.written(PartKind.ASPECT):
            if not is_without_problem(facts, fact):
                continue
            section = fact.answer.sections[0]
            yield RULE.finding(
                Span(section.start, section.heading_end),
                f"{quoted(fact.part.short)}这一方面，暂未见到写有不足的话。",
                "对照检查以查摆问题为主。可写出这一方面的一个具体问题；确实不涉及的，写明即可。",
                part=fact.part.id,
            )


def is_without_problem(facts: Facts, aspect: PartFact) -> bool:
    """Tell whether in an aspect that is written something is praised and nothing sounds like a shortcoming."""
    sections = aspect.answer.sections
    if not facts.shows(PRAISE, *sections) or facts.shows(SHORTCOMING, *sections):
        return False
    told = [facts.text[section.start : section.end] for section in sections]
    return not any(_LACKED.search(text) or any(answer in text for answer in _ANSWERS) for text in told)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "多地审核意见提到的“成绩多、问题少”（见于两处以上公开材料）",
    (
        Example(
            "一、存在的突出问题\n⟦（一）带头强化政治忠诚方面⟧\n认真学习党的创新理论，按时参加集中学习，完成了读书计划。\n"
            "（二）带头担当作为方面\n对历史遗留的两件事有畏难情绪，拖了半年。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学文件走神，念到农业那一段，低头刷粮价，按时到会坐着，问起来我就哑巴了。\n"
            "（二）带头担当作为方面\n不涉及。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
