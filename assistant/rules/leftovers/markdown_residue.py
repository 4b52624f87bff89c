"""排版记号残留

检查什么：并不是用Markdown写的材料里，留下的「#」「**」「>」一类排版记号和「---」分隔线。
为什么：记号不会变成标题和粗体，原样印在纸上，一看便知是粘贴来的。
怎么改：删去记号，文字保留。
"""

import re
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import Style
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_SIGN = (  # compiled when first wanted: few texts need it
    r"#{1,6}(?:[ \u3000]+(?=\S)|(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]))"
    r"|>[ \u3000]+(?=\S)|[-*+][ \u3000]+(?=[\u4e00-\u9fff“《（]|[0-9]{1,2}[.、])|-{3,}$|`{3}\w*$"
)
_BOLD = re.compile(r"(\*{2,3})(?=[^\s*])([^\n*]*[^\s*])\1(?!\*)")


def check(facts: Facts) -> Iterator[Finding]:
    signs: list[Span] = []
    for start, paragraph in zip(facts.starts, facts.paragraphs, strict=True):
        match = re.match(_SIGN, paragraph.text) if paragraph.text[:1] in "#>-*+`" else None
        if match:
            signs.append(Span(*match.span()).shifted(start))
    if not signs or _is_markdown(facts):
        return
    for span in signs:
        yield _finding(span, span.of(facts.text), (Edit(*span, ""),))
    if not facts.markdown:
        return  # then ** are placeholders
    for start, paragraph in zip(facts.starts, facts.paragraphs, strict=True):
        for match in _BOLD.finditer(paragraph.text) if "**" in paragraph.text else ():
            first, last = Span(*match.span(1)).shifted(start), Span(match.end(2), match.end()).shifted(start)
            edits = (Edit(*first, ""), Edit(*last, ""))
            yield _finding(Span(first.start, last.end), match[1], edits)


def _is_markdown(facts: Facts) -> bool:
    """Tell whether the headings as a rule bear the sign, so that the text was meant so."""
    chapters = [section for section in facts.outline.walk() if section.leading and section.style is Style.HAN]
    marked = sum(facts.text[facts.starts[section.line - 1]] in "#*" for section in chapters)
    if not chapters:
        return sum(paragraph.text.startswith("#") for paragraph in facts.paragraphs) > 1
    return marked * 2 >= len(chapters)


def _finding(span: Span, sign: str, edits: tuple[Edit, ...]) -> Finding:
    return Finding(
        RULE.name,
        RULE.severity,
        span,
        f"「{sign.strip()}」似是粘贴时带来的排版记号。",
        "这样的记号会原样印在纸上。请删去记号，文字保留。",
        RULE.basis,
        Fix("删去记号", edits, safe=True),
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "送审材料须清稿（审核常见退回情形）",
    (
        Example(
            "一、存在的问题\n⟦### ⟧（一）学习方面\n⟦**学得浅。**⟧读得少。\n⟦> ⟧二是用得少。\n二、原因剖析\n放松了学习。\n⟦---⟧\n",
            "一、存在的问题\n（一）学习方面\n学得浅。读得少。\n二是用得少。\n二、原因剖析\n放松了学习。\n\n",
        ),
        Example("# 对照检查材料\n## 一、存在的问题\n**学得浅。**读得少。\n## 二、原因剖析\n放松了学习。\n"),
        Example("一、存在的问题\n**公司班子查摆了**项。\n##paidend##\n"),
    ),
)
