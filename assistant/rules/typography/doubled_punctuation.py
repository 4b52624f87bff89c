"""标点连用

检查什么：连在一起的两个点号，如“，，”“。。”“，。”；引号里外重复的句号；省略号后面的句号。
为什么：同一处只用一个点号，连用不符合标点用法。
怎么改：只留一个。省略号（……）、破折号（——）、“？！”和引用他人的话里的“！！”“？？”不提示。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Quoted, Severity
from assistant.language.punctuation import HAN, follows_number
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_STOPS = "，、；：。？！,;:"
_DOUBLED = Sought(
    [
        *(one + other for one in _STOPS for other in f"{_STOPS}."),
        *(stop + mark + "。" for stop in "。？！" for mark in "”’"),
        "…。",
    ],
    rf"[，、；：](?:[，、；：。？！,;:]|[.](?![.0-9]))+|(?<=[{HAN}”’）》])[,;:]+[，、；：。]+"
    "|(?<!。)。(?:[，、；：？！,;:]+。*|[。.](?![。.]))"
    "|(?:！{2,}|？{2,})(?![？！])|[？！][，、；：。]+"
    "|[。？！][”’]。|……。(?!。)",
)
_ADVICE = {
    **dict.fromkeys("”’", "引号里面已有句末点号的，外面不再用句号。"),
    "…": "省略号后面一般不再用句号。",
}
_FULL = str.maketrans(",;:.", "，；：。")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _DOUBLED(facts):
        marks = match[0].translate(_FULL)
        start, end = match.span()
        if follows_number(facts.text, start):
            continue  # what stands after a heading's number is looked at as such
        fix = None
        if len(set(marks)) == 1:
            fix = Fix(f"只留一个“{marks[0]}”", (Edit(start, end, marks[0]),), safe=True)
        elif marks[0] in "，、；：" and marks[-1] == "。" and end == len(facts.text):
            fix = Fix("只留句号", (Edit(start, end, "。"),))
        elif marks[0] == "…":
            fix = Fix("删去句号", (Edit(end - 1, end, ""),))
        emphatic = marks[0] in "！？" and len(set(marks)) == 1  # the standard allows it of a voice raised
        yield RULE.finding(
            Span(start, end),
            f"此处“{match[0]}”连用。",
            _ADVICE.get(marks[1], "点号一般不连用，请只留一个。"),
            fix,
            severity=Severity.HINT if marks[1] in _ADVICE else RULE.severity,
            quoted=Quoted.SPARED if emphatic else None,
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("问题出在哪里⟦。？⟧怎么改⟦，？⟧都要写明。问题出在哪里？怎么改！", shown=False),
        Example("学得浅⟦，，⟧用得少⟦、、⟧想得不深⟦；；⟧做得不实⟦。。⟧", "学得浅，用得少、想得不深；做得不实。"),
        Example("学得浅⟦，,⟧用得少⟦,，⟧做得不实⟦，。⟧", "学得浅，用得少，做得不实。"),
        Example("学得浅⟦。，⟧用得少⟦、，⟧为什么没有做⟦？？⟧"),
        Example("学得浅、用得少⟦……。⟧下一步补上⟦……。⟧", "学得浅、用得少……下一步补上……"),
        Example("租户说：“灯总是亮的⟦。”。⟧"),
        Example(
            "有商户冲我喊：“又不算数！！通道呢？？”纸条上写着“先修路⟦，，⟧后开会”，我为什么没有办⟦？？⟧",
            "有商户冲我喊：“又不算数！！通道呢？？”纸条上写着“先修路，后开会”，我为什么没有办？",
        ),
        Example("为什么？！等等……——没有人说。“好。”就这样，1,000元。"),
    ),
    stage=Stage.REVIEW,
    cues=_DOUBLED.cues,
)
