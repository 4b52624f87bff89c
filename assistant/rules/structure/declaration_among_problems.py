"""说明事项写在了问题部分

检查什么：“有关情况说明”的事项（意识形态、巡视巡察、双重组织生活、承诺等），是否写在了查摆问题的部分。
为什么：说明事项不是查摆的问题，写在一起，方面的数目就与要求不一致，也不便审核。
怎么改：单独写成“有关情况说明”一节；通知要求写在问题部分的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        declarations, problems = material.of_kind(PartKind.DECLARATIONS), material.of_kind(PartKind.PROBLEMS)
        if not declarations or not problems:
            continue
        hosts = problems.answer.sections
        inside = [s for s in declarations.answer.sections if any(host.start < s.start < host.end for host in hosts)]
        if inside:
            yield RULE.finding(
                Span(inside[0].start, inside[0].heading_end),
                f"从此处起有{len(inside)}节似属{quoted(declarations.part.heading)}，写在了{quoted(problems.part.heading)}里。",
                "说明事项与查摆的问题分开写，更便于审核；通知要求写在问题部分的可忽略。",
                part=declarations.part.id,
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "本次要求",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n"
            "⟦（三）巡察反馈情况⟧\n反馈的两条已经整改。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            "一、有关情况说明\n巡察反馈的两条已经整改。\n二、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n"
            "（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
    ),
)
