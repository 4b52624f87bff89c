"""小标题与上文连在一起

检查什么：同一层的小标题大多另起一段的，是否有一个连在上文后面。
为什么：连在上文后面的小标题不醒目，导出Word时也不会排成标题。
怎么改：点“标题另起一段”。
"""

from collections.abc import Iterator, Sequence

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import Style
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Edit, Span

_HEADINGS = (Style.HAN, Style.HAN_PAREN)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        yield from _among(material.outline.sections)
        for section in material.outline.walk():
            if section.level <= 1:
                yield from _among(section.children)


def _among(siblings: Sequence[Section]) -> Iterator[Finding]:
    row = [section for section in siblings if section.style in _HEADINGS and not _is_named(section)]
    inside = [section for section in row if not section.leading]
    if not inside or len(row) - len(inside) < 2 or len(inside) * 2 > len(row):
        return
    for section in inside:
        yield RULE.finding(
            Span(section.start, section.start + len(section.number)),
            f"“{section.number}”连在上文后面，同层的其他标题都另起一段。",
            "可另起一段；有意连排的可忽略。",
            Fix("标题另起一段", (Edit(section.start, section.start, "\n"),)),
        )


def _is_named(section: Section) -> bool:
    """Tell whether a number is only referred to: 「第（二）、（三）项」."""
    return not section.leading and (section.number[-1:] == "、" or section.heading[:1] in ("项", "款", "条", "点"))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "GB/T 9704—2012 结构层次；同层标题排法一致",
    (
        Example(
            "一、原因\n主要有以下三点：⟦（一）⟧放松了学习。读书少。\n（二）怕得罪人。遇事绕。\n（三）标准降低。图省事。\n",
            "一、原因\n主要有以下三点：\n（一）放松了学习。读书少。\n（二）怕得罪人。遇事绕。\n（三）标准降低。图省事。\n",
        ),
        Example("一、原因\n主要有以下三点：（一）放松了学习。（二）怕得罪人。（三）标准降低。\n二、措施\n自学。\n"),
        Example(
            "一、原因\n（一）放松了学习。违反第（一）、（二）项的已改，另见第（三）项。\n（二）怕得罪人。遇事绕。\n（三）标准降低。图省事。\n"
        ),
        Example("一、原因\n（一）放松了学习。一是读书少；二是笔记少。\n（二）怕得罪人。\n"),
    ),
)
