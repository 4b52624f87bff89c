"""标题的层次序号跳级

检查什么：“（一）”之前是否缺“一、”，“一、”“（一）”之下是否直接用了“（1）”“①”。“一、”之下用“1.”是常见写法，不提示。
为什么：公文的层次序数依次为“一、”“（一）”“1.”“（1）”，跳级容易被看成漏了一层。
怎么改：补上漏写的一层，或把序号改成相应的写法。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import Style, write
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import MaterialOutline, Section
from assistant.text import Edit, Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        if headless := _headless(material.outline):
            yield _finding(headless, f"“{headless.number}”之前未见“一、”。", None)
        skipped = {found.section.start for found in material.misnumberings}
        for section in material.outline.walk():
            first = section.children[0] if section.children else None
            if first and first.leading and first.start not in skipped and _skips(section, first):
                row = [child for child in section.children if child.style is first.style and child.leading]
                edits = [Edit(c.start, c.start + len(c.number), write(Style.DIGIT, c.value)) for c in row]
                seen = f"“{section.number}”之下直接用了“{first.number}”。"
                yield _finding(first, seen, Fix("序号改为“1.”一级", tuple(edits)))


def _headless(outline: MaterialOutline) -> Section | None:
    """Find a （一） that stands before the first 一、."""
    first = outline.sections[0] if outline.sections else None
    later = [section for section in outline.sections if section.style is Style.HAN]
    starts = first and first.style is Style.HAN_PAREN and first.leading and first.value == 1
    return first if starts and later and later[0].value == 1 else None


def _skips(section: Section, first: Section) -> bool:
    low = first.style in (Style.DIGIT_PAREN, Style.CIRCLED)
    high = section.style is Style.HAN or (section.style is Style.HAN_PAREN and first.style is Style.CIRCLED)
    return low and high and section.leading


def _finding(section: Section, seen: str, fix: Fix | None) -> Finding:
    return RULE.finding(
        Span(section.start, section.start + len(section.number)),
        seen,
        "公文的层次序数依次为“一、”“（一）”“1.”“（1）”。请核对是否漏了一层；本单位另有惯例的可忽略。",
        fix,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "GB/T 9704—2012 结构层次序数",
    (
        Example(
            "⟦（一）⟧学习情况\n学了三次。\n（二）谈心情况\n谈了五次。\n一、存在的问题\n学习少。\n二、原因剖析\n放松了。\n"
        ),
        Example(
            "一、问题\n⟦（1）⟧学习少。\n（2）调研少。\n二、原因\n放松了。\n",
            "一、问题\n1.学习少。\n2.调研少。\n二、原因\n放松了。\n",
        ),
        Example("一、问题\n1.学习少。\n2.调研少。\n二、原因\n（一）放松了。\n1.怕苦。\n（1）怕累。\n（2）怕难。\n"),
        Example("一、问题\n主要是：（1）学习少；（2）调研少。\n二、原因\n放松了。\n"),
        Example("（一）学习少。\n（二）调研少。\n"),
    ),
)
