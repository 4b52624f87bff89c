"""对总书记的称谓

检查什么：「习总书记」「习总」一类的简称，和姓名、职务里打错、漏打的字。
为什么：正式材料里用「习近平总书记」，简称、错字最不应有。
怎么改：改为全称；引用原文的可忽略。
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
    Severity.ERROR,
    Scope.PARAGRAPH,
    "正式文稿称谓用“习近平总书记”（见于两处以上公开材料）",
    (
        Example(
            "认真学习⟦习总书记⟧重要讲话，对⟦习总⟧强调的事抓得不紧。",
            "认真学习习近平总书记重要讲话，对习近平总书记强调的事抓得不紧。",
        ),
        Example(
            "⟦学习近平⟧总书记重要讲话不深，对⟦习近平总书计⟧的要求领会不透，⟦近平总书记⟧的话没有记牢。",
            "学习习近平总书记重要讲话不深，对习近平总书记的要求领会不透，习近平总书记的话没有记牢。",
        ),
        Example("学习总书记重要讲话，学习总结，深入学习习近平总书记重要讲话，实习总要有人带。"),
    ),
)
