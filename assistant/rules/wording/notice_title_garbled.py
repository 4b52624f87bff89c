"""通知的标题似有重复或颠倒

检查什么：“关于……关于”“通知的通知”“认真开好关于”一类，通知的标题里是否有字词重复、颠倒。
为什么：前言开头一般要引用通知，引用的标题须与原文一致。
怎么改：照通知的标题改正；转发、印发的通知可忽略。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_FORWARDED = compiled_later("转发|印发|批转|翻印|转印")
_OPENED = ("开好", "召开", "做好", "组织开好")
_OPEN = f"(?:认真|切实)?(?:{'|'.join(_OPENED)})"
_FIRST = ("认真", "切实", *_OPENED)
_GARBLED = (
    Sought(["关于" + first for first in _FIRST], f"关于[^，。；《》〈〉]{{0,24}}?(?P<at>关于)(?={_OPEN})"),
    Sought(["关于" + first for first in _FIRST], f"关于{_OPEN}[^，。；《》〈〉]{{0,24}}?(?P<at>关于)"),
    Sought(["《" + first for first in _FIRST], f"《{_OPEN}(?P<at>关于)[^，。；《》]{{0,30}}(?:民主|组织)生活会"),
    Sought(("通知通知", "通知的通知"), "(?:民主|组织)生活会(?:的)?通知(?P<at>的?通知)"),
    Sought(
        [opened + again for opened in _OPENED for again in ("认真", "切实", "开好", "召开")],
        f"(?P<at>{_OPEN})(?:认真|切实)?(?:开好|召开)[^，。；]{{0,20}}(?:民主|组织)生活会",
    ),
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for pattern in _GARBLED if "生活会" in facts.text else ():
        for match in pattern(facts):
            if not _FORWARDED.search(facts.text[max(0, match.start() - 12) : match.end()]):
                message = f"{quoted(match[0][:24])}里，“{match['at']}”似重复或位置不当。"
                advice = "请照通知的标题核对；转发、印发的通知可忽略。"
                yield RULE.finding(Span(*match.span("at")), message, advice)
                return


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "引用文件的标题须与原文一致",
    (
        Example("根据《关于认真开好2025年度民主生活会⟦关于⟧开好的通知》要求。"),
        Example("根据《认真开好⟦关于⟧2025年度民主生活会的通知》要求。"),
        Example("根据关于2025年度民主生活会的通知⟦的通知⟧要求。"),
        Example("根据县委《关于认真开好2025年度民主生活会的通知》《关于转发〈关于开好民主生活会的通知〉的通知》要求。"),
    ),
    cues=frozenset().union(*(pattern.cues for pattern in _GARBLED)),
)
