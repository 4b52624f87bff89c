"""正文里的网页代码

检查什么：从网页粘贴时带来的代码，如##paidbegin##、&nbsp;、<br>；网上范文夹在字间的符号，如“的`”。
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
_STRAY = compiled_later(
    "(?<=[的地，。；：、])[`'](?![一二两三四五六七八九十])(?=[一-龥])"
)  # what some sites strew into a text against copying


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if "`" in text or "'" in text:
        yield from _strewn(text)
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


def _strewn(text: str) -> Iterator[Finding]:
    """Tell a mark between two characters that is no half of a pair: 「自己的`工作」, not 「做到'四个坚持'」."""
    for match in _STRAY.finditer(text):
        at = match.start()
        like = sum(each == match[0] and not before.isascii() for before, each in zip(f"“{text}", text, strict=False))
        if like == 1 or (text[at - 1] == "的" and like % 2):  # the one of 「O'Neil」 does not count
            yield RULE.finding(
                Span(at, at + 1),
                f"“{match[0]}”似为从网页粘贴时带来的符号。",
                "正文不用这种符号，上报前须清除。请删去，并通读前后几句，看是否合乎本人实际。",
                Fix("删去这个符号", (Edit(at, at + 1, ""),), safe=True),
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
        Example("按自己的⟦`⟧计划学，读书的⟦'⟧时间没有保证。", "按自己的计划学，读书的时间没有保证。"),
        Example("做到'四个坚持'，学`四个意识`。\n5'6\"，O'Neil公司，'九五'的'成果'。"),
        Example("## 一、存在的问题\n# 二、原因\n姓名<姓名>，a<b，R&D投入，AT&T，3<5>2，[1]，[此处填写]。"),
    ),
    cues="#&<[`'",
)
