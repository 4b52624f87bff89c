"""小标题末尾的句号

检查什么：独占一行、下面另起一段写正文的小标题，末尾用了句号。
为什么：独占一行的小标题末尾不用句号；有的用有的不用更显眼。
怎么改：删去句号。小标题后面接着写正文的，照常用句号。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.outline import Section
from assistant.rule import Example, Rule, Scope
from assistant.text import Edit, Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.outline.materials:
        yield from _among(facts, material.sections)


def _among(facts: Facts, sections: Sequence[Section]) -> Iterator[Finding]:
    """Look at sections of one parent: where the first has nothing below it, they are items and no headings."""
    headings = bool(sections) and _has_text_below(facts, sections[0])
    for section in sections:
        if headings and section.leading and _stands_alone(facts, section) and _has_text_below(facts, section):
            at = section.paragraph_end - 1
            yield Finding(
                RULE.name,
                RULE.severity,
                Span(at, at + 1),
                "独占一行的小标题末尾用了句号。",
                "小标题独占一行的，末尾一般不用句号。",
                RULE.basis,
                Fix("删去句号", (Edit(at, at + 1, ""),), safe=True),
            )
        yield from _among(facts, section.children)


def _stands_alone(facts: Facts, section: Section) -> bool:
    """Tell whether nothing but a full stop follows the heading in its paragraph."""
    return facts.text[section.heading_end : section.paragraph_end] == "。"


def _has_text_below(facts: Facts, section: Section) -> bool:
    return bool(facts.text[section.paragraph_end : section.end].strip())


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公文结构层次的通行写法",
    (
        Example(
            "一、存在的问题⟦。⟧\n（一）带头担当作为⟦。⟧\n1.怕得罪人。当面不说。\n（二）带头敬畏法纪\n2.有过将就。\n",
            "一、存在的问题\n（一）带头担当作为\n1.怕得罪人。当面不说。\n（二）带头敬畏法纪\n2.有过将就。\n",
        ),
        Example(
            "一、整改措施\n（一）学习挤不掉。\n（二）难事到现场。\n（三）批评讲真话。每季度一次。\n以上措施，请同志们监督。\n"
        ),
        Example("一、存在的问题\n1.学得浅。\n2.用得少。\n总的看，是思想上放松了。\n"),
    ),
    stage=Stage.REVIEW,
)
