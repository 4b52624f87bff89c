"""“几个带头”与本次要求不一致

检查什么：写“对照四个带头”的，其数目是否与本次要求的方面数一致；上年度整改一节和写明其他年度的不查。
为什么：各年“带头”的数目、内容不尽相同，由往年材料改写时容易漏改。
怎么改：改为本次要求的数目，再逐条核对各方面的标题；要求选错了的，请更换本次要求。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import han
from assistant.language.numbering import parse as number
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Edit, Span

_LEADS = compiled_later("个(?<=(?P<n>[两二三四五六七八2-8])个)[“”]?带头")  # begins with what is rarer than a number
_BEFORE = compiled_later("去年|上年|上一?年度|往年|历年|20[0-9]{2} ?年")
_MATTER = "带头"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        asked = _asked(material)
        if asked < 2:
            continue
        previous = [s for f in material.parts for s in f.spans if f.part.kind is PartKind.PREVIOUS_RECTIFICATION]
        for match in _LEADS.finditer(facts.text, material.outline.start, material.outline.end):
            value = int(match["n"]) if match["n"].isdecimal() else number(match["n"].replace("两", "二"))
            span = Span(*match.span("n"))
            sentence = sentence_at(facts.text, match.start()).of(facts.text)
            year = facts.year(material)
            other = _BEFORE.search(sentence.replace(f"{year}年", "")) if year else _BEFORE.search(sentence)
            if value == asked or other or any(span.overlaps(each) for each in previous):
                continue
            right = str(asked) if match["n"].isdecimal() else _han(asked)
            fix = Fix(f"改为“{right}”", (Edit(span.start, span.end, right),))
            message = f"此处写“{match['n']}个带头”，本次要求是{_han(asked)}个带头。"
            advice = "请核对，并逐条看各方面的标题是否也是往年的；要求选错了的，请更换本次要求。"
            yield Finding(RULE.name, RULE.severity, span, message, advice, RULE.basis, fix)


def _asked(material: MaterialFacts) -> int:
    """Count the aspects that the template words as 带头."""
    frame = material.alignment.frame if material.alignment else None
    return sum(any(_MATTER in words for words in part.wordings) for part in frame.aspects) if frame else 0


def _han(value: int) -> str:
    return "两" if value == 2 else han(value)


_TEXT = (
    "2025年度民主生活会个人对照检查材料\n按照通知要求，{}查摆问题如下。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n"
    "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求所列的方面",
    (
        Example(_TEXT.format("对照“⟦四⟧个带头”"), _TEXT.format("对照“两个带头”"), with_template=True),
        Example(_TEXT.format("重点从⟦6⟧个带头"), _TEXT.format("重点从2个带头"), with_template=True),
        Example(_TEXT.format("对照“两个带头”，比去年的四个带头更实，2021年的五个带头也看了，"), with_template=True),
    ),
    about=About.OTHER_YEAR,
)
