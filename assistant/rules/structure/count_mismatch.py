"""所写数目与实有数目不同

检查什么：前言、问题部分写的“5个方面15个问题”“其中……3个”，和“主要有以下四点”一类的话，和结尾“对查摆出的15个问题”一类的话，与正文实有的条数是否一致。
为什么：审核时要逐项核对数字，前后不一致的容易引起疑问。
怎么改：按实有的数目改正；或者逐条核对序号、内容是否有遗漏、重复。
"""

from collections.abc import Iterator

from assistant.facts import counts
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit


def check(facts: Facts) -> Iterator[Finding]:
    for tally in counts.mismatches(facts):
        span = tally.claim.span
        yield RULE.finding(
            span,
            f"{tally.where}写{quoted(tally.claim.phrase)}，{tally.told}。",
            "可改为实有的数目，或逐条核对序号、内容是否有遗漏、重复。",
            Fix(f"改为“{tally.right}”", (Edit(span.start, span.end, tally.right),)),
            severity=RULE.severity if tally.firm else Severity.ADVICE,
        )


_PROBLEMS = FIRST_ASPECT + "1.学得浅。\n2.用得少。\n（二）带头担当作为方面\n1.怕得罪人。\n"
_CAUSES = "二、原因剖析\n（一）放松学习。\n（二）怕得罪人。\n"
_MEASURES = "三、整改措施\n（一）每月自学。\n（二）每季度下基层。\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example(
            f"查摆形成2个方面⟦5⟧个具体问题。\n{_PROBLEMS}二、原因剖析\n主要有以下⟦三⟧点：\n1.放松学习。\n2.怕得罪人。\n{_MEASURES}",
            f"查摆形成2个方面3个具体问题。\n{_PROBLEMS}二、原因剖析\n主要有以下两点：\n1.放松学习。\n2.怕得罪人。\n{_MEASURES}",
            with_template=True,
        ),
        Example(
            f"对照《通知》明确的5个方面，查摆了问题。\n{_PROBLEMS}（三）巡察反馈情况\n反馈四个方面问题，其余15项已整改。\n"
            "二、原因剖析\n放松学习。\n三、整改措施\n从“四个意识”做起。\n",
            with_template=True,
        ),
        Example(
            "会前一是集中学习。二是征求意见12条。对照“四个带头”查摆问题3个，其中强化政治忠诚方面 ⟦1⟧ 个，担当作为方面1个。"
            f"\n{_PROBLEMS}{_CAUSES}{_MEASURES}",
            with_template=True,
        ),
        Example(f"对照“两个带头”查摆问题⟦5⟧项。\n{_PROBLEMS}{_CAUSES}{_MEASURES}", with_template=True),
        Example(
            f"经审计，存在问题9项。班子成员查摆问题20个。查摆出两个方面的问题，立行立改问题2个。\n{_PROBLEMS}{_CAUSES}{_MEASURES}",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}{_CAUSES}{_MEASURES}\n以上不足之处请批评。对查摆出的⟦5⟧个问题，我将改一项销一项。",
            with_template=True,
        ),
        Example(
            f"{_PROBLEMS}{_CAUSES}{_MEASURES}\n以上不足之处请批评。对查摆出的3个问题，我将改一项销一项。",
            with_template=True,
        ),
        Example(f"从4个方面剖析了⟦三⟧条原因，制定整改措施⟦5⟧条。\n{_PROBLEMS}{_CAUSES}{_MEASURES}", with_template=True),
        Example(
            "一、问题\n学习抓得不紧，主要表现在⟦两⟧个方面：一是浅。二是少。三是散。\n",
            "一、问题\n学习抓得不紧，主要表现在三个方面：一是浅。二是少。三是散。\n",
        ),
        Example(
            f"查摆3个问题，其中立行立改1个，征求到5个方面意见，去年制定整改措施9条，已完成整改措施8条。\n{_PROBLEMS}{_CAUSES}{_MEASURES}",
            with_template=True,
        ),
        Example(
            "一、问题\n主要表现在四个方面：一是浅。二是少。三要看到散。四要看到慢。\n二、整改\n巡察反馈三个问题：一是浅。二是少。\n"
        ),
    ),
)
