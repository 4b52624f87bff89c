"""意思重复的说法

检查什么：“约20次左右”“超过100多次”“近30余次”“大约15次上下”一类的约数，和“等等……”一类的省略。
为什么：前后意思相同，保留一个即可。
怎么改：保留一个，去掉另一个。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_AMOUNT = "(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千]+)[百千万亿]*[个次名人件条项户家篇份场天年元％%万亿吨亩字分钟公里小时]{0,4}"
_NUMBER = "(?:[0-9]+|[一二两三四五六七八九十百千]+)"
_COUNTED = "(?=[万亿]?[个次名人件条项户家篇份场天元单亩吨公起处批页辆台间])"
_FIGURES = "0123456789一二两三四五六七八九十百千"
# What is said twice; the group may go.
_TWICE = (
    Sought(("左右", "上下", "有余", "出头"), f"(?:大约|大概|约|将?近)[为有]?{_AMOUNT}(?P<gone>左右|上下|有余|出头)"),
    Sought(("以上", "左右", "上下"), f"(?:超过|多于|不止)[了]?{_AMOUNT}(?P<gone>以上|左右|上下)"),
    Sought(("以上", "左右"), f"(?:至少|不少于|不低于|不下)[有]?{_AMOUNT}(?P<gone>以上|左右)"),
    Sought(("以内", "以下", "左右"), f"(?:至多|最多|不超过|不多于|不高于)[有]?{_AMOUNT}(?P<gone>以内|以下|左右)"),
    Sought(("超过", "多于", "不止"), f"(?:超过|多于|不止)[了]?{_NUMBER}(?P<gone>多|余){_COUNTED}"),
    Sought([f"近{figure}" for figure in _FIGURES], f"(?P<gone>近){_NUMBER}[多余]{_COUNTED}"),
    Sought([f"约{next_}" for next_ in f"为有{_FIGURES}"], f"(?P<gone>大约|约)[为有]?{_NUMBER}[余多]{_COUNTED}"),
    Sought(("等等",), "等等(?P<gone>…+)"),
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for pattern in _TWICE:
        for match in pattern(facts):
            gone = Span(*match.span("gone"))
            written = match[0] if len(match[0]) <= _LONGEST else match["gone"]
            yield RULE.finding(
                Span(*match.span()),
                f"“{written}”前后意思重复。",
                f"可去掉“{match['gone']}”。",
                Fix(f"去掉“{match['gone']}”", (Edit(*gone, ""),)),
            )


_LONGEST = 16  # characters that a message quotes

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "现代汉语的通行用法",
    (
        Example(
            "全年下乡⟦约20次左右⟧，走访⟦超过100多⟧户，谈话⟦近30余⟧次，⟦大约15天左右⟧办完，学习、调研⟦等等……⟧，征求意见⟦约20余⟧条，工作⟦约24年有余⟧，⟦将近40人左右⟧，⟦超过30户以上⟧，每月⟦不少于2次以上⟧，⟦不超过5天以内⟧办结",
            "全年下乡约20次，走访超过100户，谈话30余次，大约15天办完，学习、调研等等，征求意见20余条，工作约24年，将近40人，超过30户，每月不少于2次，不超过5天办结",
        ),
        Example(
            "约20次，20次左右，超过100户，近30次，30余次，学习、调研等等。约谈3名干部，左右为难。办结率不低于95%，科级以上干部至少到2个村，超过3天以内的时限，已有24年有余。"
        ),
    ),
    stage=Stage.REVIEW,
    cues=frozenset().union(*(pattern.cues for pattern in _TWICE)),
)
