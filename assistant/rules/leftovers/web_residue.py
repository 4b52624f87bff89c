"""正文里的网页代码

检查什么：从网页粘贴时带来的代码，如##paidbegin##、&nbsp;、<br>。
为什么：代码不是正文，留在材料里会打印出来，上报前须清除。
怎么改：删去，并通读前后几句，看是否合乎本人实际。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import changed_to
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_TAGS = "br|p|div|span|strong|b|em|i|u|a|td|tr|th|table|font|img|h[1-6]|ul|ol|li|center|section|script|style"
_ENTITIES = "nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|hellip|mdash|middot|ensp|emsp|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4}"
_RESIDUE = compiled_later(
    rf"##\w+##|(?:&(?:{_ENTITIES});|&nbsp(?![A-Za-z;]))+|<!--.*?-->|</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>|\[/?(?:url|img|b|size|color)[^\]]*\]",
    re.IGNORECASE,
)
_LATIN = compiled_later("[A-Za-z0-9]")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not ("#" in text or "&" in text or "<" in text or "[" in text):
        return
    for match in _RESIDUE.finditer(text):
        start, end = match.span()
        right = ""
        if match[0][0] == "&":
            import html  # noqa: PLC0415  # with all names of characters; few texts need it

            right = html.unescape(match[0]).strip()
            if not right and _LATIN.match(text[start - 1 : start]) and _LATIN.match(text, end):
                right = " "
        yield RULE.finding(
            Span(start, end),
            f"“{match[0]}”似为网页代码。",
            "网页代码不是正文，上报前须清除。请删去或改正，并通读前后几句，看是否合乎本人实际。",
            Fix(changed_to(right) if right.strip() else "删去网页代码", (Edit(start, end, right),), safe=True),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.PARAGRAPH,
    "送审材料须清稿（审核常见意见）",
    (
        Example("⟦##paidbegin##⟧2.学得浅。⟦<br/>⟧\n⟦&nbsp;&nbsp;⟧用得少。⟦</p>⟧", "2.学得浅。\n用得少。"),
        Example(
            '⟦&ldquo;⟧四风⟦&rdquo;⟧问题，党建⟦&amp;⟧业务，用⟦<span class="a">⟧Word⟦&nbsp;⟧2016写成。',
            "“四风”问题，党建&业务，用Word 2016写成。",
        ),
        Example("## 一、存在的问题\n# 二、原因\n姓名<姓名>，a<b，R&D投入，AT&T，3<5>2，[1]，[此处填写]。"),
    ),
    cues="#&<[",
)
