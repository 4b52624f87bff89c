"""“的、地、得”的用法

检查什么：把握大的几种写法，如「很好的贯彻」「抓的不实」「学习的不全面」「认真得学习」「存在地问题」。
为什么：状语后用“地”，补语前用“得”，名词前用“的”，校对时常改。
怎么改：照提示改一个字；本意不同的可忽略。
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
    Severity.HINT,
    Scope.PARAGRAPH,
    "现代汉语通行用法",
    (
        Example(
            "没能⟦很好的运用⟧到工作中，党建⟦抓的不实⟧，精神⟦学习的不全面⟧，⟦真心实意的改⟧，⟦认真得学习⟧，⟦存在地问题⟧不少。",
            "没能很好地运用到工作中，党建抓得不实，精神学习得不全面，真心实意地改，认真地学习，存在的问题不少。",
        ),
        Example(
            "要点⟦体会的不深⟧、⟦讲的不够透⟧，发条⟦拧的不紧⟧，⟦认真的学习了⟧文件，应⟦扎实的做好⟧工作，⟦不断的提高⟧本领。",
            "要点体会得不深、讲得不够透，发条拧得不紧，认真地学习了文件，应扎实地做好工作，不断地提高本领。",
        ),
        Example(
            "真正触及思想的不多，联想的不多，落实的不少，缺乏系统的学习，得到有效的解决，在不断的学习中，很好的发挥作用的平台。"
        ),
        Example(
            "得到很好的贯彻落实，提供更好的服务，做的事不多，抓得不实，实实在在的成效，存在的不足，坚定不移的决心，所做的很少有人知道。"
        ),
    ),
)
