"""通知的标题似有重复、颠倒或遗漏

检查什么：“关于……关于”“通知的通知”“认真开好关于”“年度年度”一类，通知的标题里是否有字词重复、颠倒、遗漏：“关于”“开好”“年度”“生活会”“通知”各出现一次，先后有序；写成“民主生活的通知”“年度生活会的通知”的。
为什么：前言开头一般要引用通知，引用的标题须与原文一致。
怎么改：照通知的标题改正；转发、印发的通知可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_FORWARDED = compiled_later("转发|印发|批转|翻印|转印")
_HELD = "(?:组织)?(?:开好|召开|做好)"
# A title as it is quoted, from its first word or its mark to the last of the words that end it
_ENDS = ("通知", "安排", "部署", "方案", "要求", "精神")
_TITLE = Sought(
    ("民主生活会", "组织生活会"),
    f"(?:(?:{_HELD}(?:20[0-9]{{2}}年?度?)?)?关于|《(?=(?:认真|切实)?{_HELD})|20[0-9]{{2}}年?度)[^，。；《》〈〉\n]{{0,60}}?(?:民主|组织)生活会"
    f"(?:[^，。；、《》〈〉\n]{{0,12}}?(?:{'|'.join(_ENDS[:4])})|召开)?(?:的?(?:{'|'.join(_ENDS)})(?:关于)?)*",
)
_SHORT = Sought(
    ("关于开好", "关于认真", "关于切实", "关于召开", "关于做好", "关于组织"),
    f"关于(?:认真|切实)?{_HELD}[^，。；《》〈〉\n]{{0,24}}?(?P<at>(?:民主|组织)(?:生活|会)(?!会)|(?<!民主)(?<!组织)生活会)(?:召开)?的?(?:通知|安排|部署)",
)
_OF_TWO = compiled_later("(?:通知|意见|部署|要求|安排|方案|规定|决定|精神|生活会)[和与及、并]")
# Each stands once in a title, the first of them in this order
_PLACES = (
    compiled_later("关于"),
    compiled_later("认真|切实"),
    compiled_later(_HELD),
    compiled_later("(?:20[0-9]{2}年?)?年度|20[0-9]{2}年"),
    compiled_later("(?:民主|组织)生活会"),
    *(compiled_later(end) for end in _ENDS),
)
_EVER_FIRST = 3  # of these that stand before the year


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _TITLE(facts):
        if _FORWARDED.search(facts.text[max(0, match.start() - 12) : match.end()]):
            continue
        start = max((each.end() for each in _OF_TWO.finditer(facts.text, *match.span())), default=match.start())
        again = _again(facts.text, start, match.end())
        if wrong := again or _too_late(facts.text, start, match.end()):
            message = f"{quoted(facts.text[start : match.end()][:24])}里，“{wrong[0]}”似重复或位置不当。"
            advice = "请照通知的标题核对；转发、印发的通知可忽略。"
            severity = RULE.severity if again else Severity.HINT
            yield RULE.finding(Span(*wrong.span()), message, advice, severity=severity)
            return
    for match in _SHORT(facts):
        message = f"{quoted(match[0])}里，“{match['at']}”似不完整，应为“民主生活会”或者“组织生活会”。"
        yield RULE.finding(Span(*match.span("at")), message, "请照通知的标题核对。")


def _again(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give what stands in a title a second time."""
    for place in _PLACES:
        found = list(place.finditer(text, start, end))
        if len(found) > 1:
            return found[1]
    return None


def _too_late(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give what stands behind something that it should stand before."""
    found = [place.search(text, start, end) for place in _PLACES]
    for number, first in enumerate(found):
        later = [each for each in found[number + 1 :] if each]
        if first and number < _EVER_FIRST and any(each.start() < first.start() for each in later):
            return first
    return None


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
        Example("根据关于2025年度民主生活会的通知的⟦通知⟧要求。", shown=False),
        Example("根据支部关于召开2025年度⟦年度⟧组织生活会的安排。", shown=False),
        Example("根据县委关于认真开好⟦认真⟧组织2025年度民主生活会的通知要求。"),
        Example("根据支部关于召开2025年度组织生活会⟦召开⟧的安排。", shown=False),
        Example("根据县委关于开好2025年度⟦民主生活⟧的通知。", shown=False),
        Example("根据县委《关于认真开好2025年度民主生活会的通知》《关于转发〈关于开好民主生活会的通知〉的通知》要求。"),
    ),
    cues=_TITLE.cues | _SHORT.cues,
)
