"""查摆的问题少于要求的个数

检查什么：通知规定了每个方面或全文查摆几个问题的，正文是否写足。没有编号的不计。
为什么：个数不足的，审核时一般会要求补写。
怎么改：补写具体的问题；已经写了、尚未编号的，加上序号。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.rules.example_material import FROM_THE_CAUSES
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind, ProblemLimits
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    limits = facts.template.problem_limits if facts.template else None
    for material in facts.materials if limits else ():
        aspects = list(material.written(PartKind.ASPECT))
        counts = [fact.problems for fact in aspects]
        few = [fact for fact in aspects if limits and fact.problems is not None and fact.problems < limits.per_aspect]
        for fact in few:
            if limits:
                yield _finding(fact, f"这一方面写了{fact.problems}个问题，要求不少于{limits.per_aspect}个。", limits)
        total = sum(count or 0 for count in counts)
        problems = material.of_kind(PartKind.PROBLEMS)
        numbered = aspects and None not in counts and problems and problems.answer.sections
        if limits and numbered and problems and not few and total < limits.total:
            yield _finding(problems, f"全文写了{total}个问题，要求不少于{limits.total}个。", limits)


def _finding(fact: PartFact, seen: str, limits: ProblemLimits) -> Finding:
    section = fact.answer.sections[0]
    return RULE.finding(
        Span(section.start, section.heading_end),
        seen,
        "可补写具体的问题；已经写了、尚未编号的，加上序号即可。",
        part=fact.part.id,
        severity=RULE.severity if limits.certainty.sourced_twice else Severity.HINT,
        basis=limits.said or f"本次要求（{limits.certainty.label}）",
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习少。\n2.用得浅。\n⟦（二）带头担当作为方面⟧\n1.怕得罪人。\n"
            + FROM_THE_CAUSES,
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习少。\n2.用得浅。\n3.问得少。\n"
            "（二）带头担当作为方面\n怕得罪人，图省事。\n" + FROM_THE_CAUSES,
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
