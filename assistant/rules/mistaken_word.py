"""容易写错的词

检查什么：同音、形近的错字，如「立杆见影」「再接再励」「布署」「民主升活会」「查白问题」，和多打了一遍的词。
为什么：错别字最容易在会上念出来，也最容易改。
怎么改：照通行写法改；引用原文的可忽略。本单位自有的名称，可加为本单位用语。
"""

from collections.abc import Iterator

from assistant.facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.rule import Example, Rule, Scope


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for hit in facts.phrases:
        if hit.rule == RULE.name:
            yield hit.finding()


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "通行辞书",
    (
        Example(
            "整改⟦立杆见影⟧，⟦再接再励⟧，但⟦布署⟧多、检查少，⟦组和监督⟧不够，成效⟦不显着⟧。",
            "整改立竿见影，再接再厉，但部署多、检查少，组合监督不够，成效不显著。",
        ),
        Example(
            "⟦查白问题⟧不深，⟦整该措施⟧不实，在⟦民主升活会⟧上⟦自我批平⟧不够，⟦自已⟧要求不严，存在⟦的的⟧差距。",
            "查摆问题不深，整改措施不实，在民主生活会上自我批评不够，自己要求不严，存在的差距。",
        ),
        Example(
            "自己有不足，公布署名结果，学习总结，礼仪和会仪式，目的的确定，立竿见影，调整该措施的时限，讲座等形式。"
        ),
    ),
)
