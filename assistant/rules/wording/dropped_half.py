"""句子似不完整

检查什么：搭配不完整的句子，如“带头伟大建党精神”缺少动词，“在……的能力有欠缺”缺少“上”，“因为……。”缺少后半句。
为什么：删改时容易漏掉半句，读起来不通。
怎么改：补全，或重新断句；本意如此的可忽略。
"""

from assistant.finding import Severity
from assistant.rules.rule import Example, Listed, Rule, Scope

RULE = Rule(
    __name__,
    __doc__,
    Listed(__name__),
    Severity.HINT,
    Scope.PARAGRAPH,
    "文字通顺（审核经验，供参考）",
    (
        Example(
            "⟦带头伟大建党精神⟧，永葆本色。⟦在运用理论指导实践的能力还有欠缺⟧。⟦由于平时忙于事务性工作。⟧",
        ),
        Example("⟦在攻坚克难的本领不强⟧，进取心弱。", "在攻坚克难的本领上不强，进取心弱。"),
        Example("带头弘扬伟大建党精神，在工作中能力不足，在指导实践的能力上有欠缺，攻坚克难的本领不强。"),
        Example("为什么学得少？因为忙于事务。由于平时事多，学习时间少。因为抓得紧，所以见效快。"),
    ),
)
