"""原因只讲了客观

检查什么：原因剖析的某一条里，是否只写了疫情、人手、时间、任务重一类的客观原因。
为什么：剖析不深不透、只讲客观，是审核退回的常见情形。
怎么改：客观原因可以提，再往自己身上问一层：当时怎么想的，放松了什么。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts import Facts
from assistant.finding import Finding, Severity
from assistant.outline import Section
from assistant.rule import Example, Rule, Scope
from assistant.signs import Sign
from assistant.template import PartKind
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        problems = material.of_kind(PartKind.PROBLEMS)
        hosts = problems.answer.sections if problems else ()
        for fact in material.written(PartKind.CAUSE):
            sections = [section for section in fact.answer.sections if section not in hosts]
            items = [item for section in sections for item in section.children or (section,)]
            outside = [
                item for item in items if facts.shows(Sign.EXTERNAL, item) and not facts.shows(Sign.INTERNAL, item)
            ]
            for item in outside:
                yield _finding(facts, item, RULE.severity if len(outside) == len(items) else Severity.HINT)


def _finding(facts: Facts, item: Section, severity: Severity) -> Finding:
    named = next(facts.signs(Sign.EXTERNAL, item.start, item.end)).of(facts.text)
    return Finding(
        RULE.name,
        severity,
        Span(item.start, item.heading_end),
        f"这一条讲的是「{named}」一类的客观原因，暂未见到自身的原因。",
        "客观原因可以提，审核更看重主观上的：当时怎么想，放松了什么，可再往自己身上问一层。",
        RULE.basis,
    )


_PROBLEMS = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
_END = "三、整改措施\n每月自学两次。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "中央2013年通知关于审阅材料的要求；多地审核意见（两源互证）",
    (
        Example(
            f"{_PROBLEMS}二、原因剖析\n⟦（一）事多人少⟧。全科只有三名同志，任务重、人手紧，常常顾此失彼。\n"
            f"（二）标准有所降低。总觉得过得去就行，遇到难处先找退路。\n{_END}",
            asked=True,
        ),
        Example(
            f"{_PROBLEMS}二、原因剖析\n（一）事多人少只是表面。任务重是实情，根子上还是自己分不清轻重，把学习当成软任务。\n{_END}",
            asked=True,
        ),
    ),
    Stage.REVIEW,
)
