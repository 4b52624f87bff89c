"""对总书记的称谓须用全称

检查什么：对总书记的称谓是否用了简称，姓名、职务里是否有错字、漏字。
为什么：正式材料里用“习近平总书记”，不用简称；姓名、职务须一字不差。
怎么改：改为全称；引用他人的话、原话如此的可忽略。
"""

from assistant.finding import Severity
from assistant.rules.rule import Example, Listed, Rule, Scope

RULE = Rule(
    __name__,
    __doc__,
    Listed(__name__),
    Severity.ERROR,
    Scope.PARAGRAPH,
    "党内正式文稿的规范称谓",
    (
        Example(
            "认真学习⟦习总书记⟧重要讲话，对⟦习总⟧强调的事抓得不紧。",
            "认真学习习近平总书记重要讲话，对习近平总书记强调的事抓得不紧。",
            shown=False,
        ),
        Example(
            "⟦学习近平⟧总书记重要讲话不深，对⟦习近平总书计⟧的要求领会不透，⟦近平总书记⟧的话没有记牢。",
            "学习习近平总书记重要讲话不深，对习近平总书记的要求领会不透，习近平总书记的话没有记牢。",
            shown=False,
        ),
        Example(
            "一位老党员对我说：“⟦习总书记⟧的话要记牢，⟦习近平总书计⟧来过。”",
            "一位老党员对我说：“习近平总书记的话要记牢，习近平总书记来过。”",
            shown=False,
        ),
        Example("学习总书记重要讲话，学习总结，深入学习习近平总书记重要讲话，实习总要有人带。", shown=False),
        Example("深入学习习近平总书记重要讲话精神，每月自学两次。"),
    ),
)
