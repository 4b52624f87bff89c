"""意思重复的说法

检查什么：“约20次左右”“超过100多次”“近30余次”“大约15次上下”一类的约数，和“等等……”一类的省略。
为什么：前后意思相同，保留一个即可。
怎么改：保留一个，去掉另一个。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_AMOUNT = "(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千]+)[百千万亿]*[个次名人件条项户家篇份场天年元％%万亿吨亩字分钟公里小时]{0,4}"
# each: words of which one is there, what is said twice, and the group that may go
_TWICE = (
    (("左右", "上下"), compiled_later(f"(?:大约|大概|约)[为有]?{_AMOUNT}(?P<gone>左右|上下)")),
    (
        ("超过", "多于", "不止"),
        compiled_later(
            "(?:超过|多于|不止)[了]?(?:[0-9]+|[一二两三四五六七八九十百千]+)(?P<gone>多|余)(?=[万亿]?[个次名人件条项户家篇份场天元单亩吨公起处批页辆台间])"
        ),
    ),
    (
        ("近",),
        compiled_later(
            "(?P<gone>近)(?:[0-9]+|[一二两三四五六七八九十百千]+)[多余](?=[万亿]?[个次名人件条项户家篇份场天元单亩吨公起处批页辆台间])"
        ),
    ),
    (
        ("约",),
        compiled_later(
            "(?P<gone>大约|约)[为有]?(?:[0-9]+|[一二两三四五六七八九十百千]+)[余多](?=[万亿]?[个次名人件条项户家篇份场天元单亩吨公起处批页辆台间])"
        ),
    ),
    (("等等",), compiled_later("等等(?P<gone>…+)")),
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for cues, pattern in _TWICE:
        for match in pattern.finditer(facts.text) if any(cue in facts.text for cue in cues) else ():
            gone = Span(*match.span("gone"))
            written = match[0] if len(match[0]) <= _LONGEST else match["gone"]
            yield Finding(
                RULE.name,
                RULE.severity,
                Span(*match.span()),
                f"“{written}”前后意思重复。",
                f"可去掉“{match['gone']}”。",
                RULE.basis,
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
            "全年下乡⟦约20次左右⟧，走访⟦超过100多⟧户，谈话⟦近30余⟧次，⟦大约15天左右⟧办完，学习、调研⟦等等……⟧，征求意见⟦约20余⟧条",
            "全年下乡约20次，走访超过100户，谈话30余次，大约15天办完，学习、调研等等，征求意见20余条",
        ),
        Example("约20次，20次左右，超过100户，近30次，30余次，学习、调研等等。约谈3名干部，左右为难。"),
    ),
    stage=Stage.REVIEW,
    cues="右下超于止近约等",
)
