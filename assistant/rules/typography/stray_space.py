"""多余的空格

检查什么：句子里汉字之间、中文标点前后的空格，和“一、”“（一）”后面的空格。
为什么：多出的空格使排版时字距不匀。
怎么改：删去。标题里有意空开的空格，两字姓名对齐用的空格（如“李 明”），汉字与英文、数字之间的空格，不提示。
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.names import SURNAMES
from assistant.language.punctuation import HAN, NUMBER, is_han
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_MARKS = frozenset("，。；：、！？“”‘’（）《》〈〉【】〔〕")
_INNER = "[ \u3000\u2000-\u200a\u202f]+"
_BLANKS = compiled_later(_INNER)
_NUMBER = compiled_later(f"(?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十]{{1,3}}[）)])({_INNER})(.)")
_NUMBERED = compiled_later(rf"(?:{NUMBER})(?:(?<=[）)])|[、.．])")
_SENTENCE = compiled_later("[，。；！？]")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not _BLANKS.search(text):
        return
    number = _NUMBER.match(text)
    begin = 0
    if number and (is_han(number[2]) or number[2] in "“《0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        yield _finding(*number.span(1))
        begin = number.end(1)
    sentence = _SENTENCE.search(text) is not None
    if not sentence and not _NUMBERED.match(text):
        return  # a title, a name line, a form
    stray = tuple(_stray(text, begin))
    kept = [match.span() for pattern in _deliberate() for match in pattern.finditer(text)] if stray else []
    for start, end in stray:
        if not any(first < start and end < past for first, past in kept):
            yield _finding(start, end, sure=sentence)


def _stray(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Yield the blanks between Chinese characters, and beside the marks of Chinese."""
    for match in _BLANKS.finditer(text, position):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before in ("#", ">", "*", "+", "-") and after in _MARKS:
            start += 1  # the blank after a list's sign is the sign's
        elif not (before in _MARKS or after in _MARKS or (is_han(before) and is_han(after))):
            continue
        if start < end < len(text):
            yield start, end


@cache
def _deliberate() -> tuple[re.Pattern[str], ...]:
    """Compile, when first wanted, what is deliberate: pairs in quotes, blanks to fill in, 「李 明」 beside 「张小红」."""
    quoted = f"(?<=[“‘《])[{HAN}]+(?:{_INNER}[{HAN}]+)+(?=[”’》])|[（(【]{_INNER}[）)】]"
    name = f"[{SURNAMES}]{_INNER}[{HAN}](?:(?![{HAN}])|(?=同志|等|和|与|任))"
    article = f"(?:^|[。；：“])第[0-9〇零一二三四五六七八九十百千]+[条章节款](?:之[一二三四五六七八九十])?{_INNER}."  # as in a law
    return re.compile(quoted), re.compile(name), re.compile(article)


def _finding(start: int, end: int, *, sure: bool = True) -> Finding:
    """Mark a blank; in a heading two clauses may be set apart on purpose."""
    return RULE.finding(
        Span(start, end),
        "此处似有多余的空格。",
        "汉字之间、中文标点前后不空格；有意空开的可忽略。",
        Fix("删去空格", (Edit(start, end, ""),), safe=sure),
        severity=RULE.severity if sure else Severity.HINT,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "公文排版的通行做法",
    (
        Example(
            "丰富经验，⟦ ⟧增强忧⟦  ⟧患意识⟦ ⟧。纠治“⟦ ⟧四风”，⟦\u3000⟧共12次。",
            "丰富经验，增强忧患意识。纠治“四风”，共12次。",
        ),
        Example("第三条 党员每年参加两次生活会，如实查摆问题。"),
        Example("一、⟦ ⟧存在的问题\n（一）⟦ ⟧学习方面，不够深。", "一、存在的问题\n（一）学习方面，不够深。"),
        Example("（二）带头固本⟦ ⟧培元、增强党性方面"),
        Example("2025年度民主生活会 个人对照检查材料"),
        Example("学习贯彻党的精神  持之以恒纠治四风\n李 明\n单位： 市局    姓名：王 五"),
        Example("谈话的有李 明、张小红、王 五同志，“学思想 强党性”，用 Word 写了 12 页，括号（  ）待填。"),
    ),
    stage=Stage.REVIEW,
    cues=" \u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f",
)
