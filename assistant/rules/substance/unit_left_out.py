"""同一个数，一处有“元”，一处没有

检查什么：同一笔钱，是否一处写“37万元”、另一处写“37万”。
为什么：单位前后不一，容易被看成两个数。
怎么改：补上“元”，全文一致；说的不是钱的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.rules.rule import Example, Rule, Scope

_MONEY = ("元", "万元", "亿元", "千元")


def check(facts: Facts) -> Iterator[Finding]:
    sums = frozenset[str]().union(*(found for _, found in facts.where(_sums)))
    for start, bare in facts.where(_bare) if sums else ():
        for figure in bare:
            if figure.written in sums and not figure.after:
                yield Finding(
                    RULE.name,
                    RULE.severity,
                    figure.span.shifted(start),
                    f"此处写“{figure.written}”，另一处写“{figure.written}元”。",
                    "单位宜前后一致；说的不是钱的可忽略。",
                    RULE.basis,
                )


@cued("元")
def _sums(paragraph: ParagraphFacts) -> frozenset[str]:
    return frozenset(figure.written.removesuffix("元") for figure in paragraph.figures if figure.unit in _MONEY)


@cued("万", "亿")
def _bare(paragraph: ParagraphFacts) -> tuple[Figure, ...]:
    return tuple(figure for figure in paragraph.figures if not figure.unit and figure.written[-1] in "万亿")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example("一、存在的问题\n办公用品超支37万元。\n二、整改措施\n把超支的⟦37万⟧，逐笔核清。\n"),
        Example("一、存在的问题\n办公用品超支37万元，惠及群众37万人，图书37万册，另有12万。\n"),
    ),
)
