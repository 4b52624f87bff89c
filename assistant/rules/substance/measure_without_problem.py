"""措施前面未见相应的问题

检查什么：整改措施的每一条，前面查摆的问题里是否有一条说到同一类事。
为什么：措施是为前面的问题写的；与哪一条都不相应的，审核时常会问到是否漏写了问题，或是把工作安排写进了整改措施。
怎么改：有这方面问题的，在前面补上；属日常工作安排的，可移到别处；本意如此的，可忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts import links
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in links.find(facts, material).without_problem:
            if item.kind is ItemKind.MEASURE:
                yield Finding(
                    RULE.name,
                    RULE.severity,
                    item.heading_span,
                    f"{quoted(item.section.heading)}这一条措施，前面暂未见到与它相应的问题。",
                    "审核时常会问到针对哪一条问题。有这方面问题的可在前面补上；属工作安排的可移到别处；本意如此的可忽略。",
                    RULE.basis,
                )


_BEFORE = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.理论学习不够深入。读原著浅尝辄止，学用脱节，理论联系实际不够紧密，学习计划打了折扣。\n"
    "（二）带头担当作为方面\n1.担当精神不强。遇到难题绕着走，怕得罪人，攻坚的劲头不足，满足于过得去。\n"
    "二、原因剖析\n（一）理论武装不够。学习抓得不紧，自学少。\n三、整改措施\n"
    "（一）加强理论学习。每周自学原著，带头研讨，做好学习笔记，学用结合，指导实践。\n"
    "（二）强化担当作为。敢于直面矛盾，啃硬骨头，对难题一抓到底，不做老好人。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(
            f"{_BEFORE}⟦（三）加强队伍建设⟧。抓好干部培养，发现骨干，开展业务培训和岗位练兵，提升队伍素质，储备年轻干部人才。\n",
            with_template=True,
        ),
        Example(_BEFORE, with_template=True),
        Example(f"{_BEFORE}（三）按时报送。月底前把清单报党组。\n", with_template=True),
    ),
    Stage.REVIEW,
)
