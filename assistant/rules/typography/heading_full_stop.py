"""小标题末尾的句号

检查什么：独占一行、下面另起一段写正文的小标题，末尾是否用了句号。
为什么：独占一行的小标题末尾不用句号；同一份材料里宜统一。
怎么改：删去句号。小标题后面接着写正文的，照常用句号。
"""

from collections.abc import Iterator, Sequence

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Edit, Span

_LONGEST = 30  # characters of a heading


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.outline.materials:
        throughout: list[int] = []  # full stops of lists in which every heading has one: said once
        below = [section.children for section in material.walk() if section.children]
        for among, stops in (_list(facts, sections) for sections in (material.sections, *below)):
            if len(stops) == among > 1:
                throughout += stops
            else:
                yield from (_finding("此处小标题末尾用了句号。", [at]) for at in stops)
        if throughout:
            yield _finding(f"这{len(throughout)}个小标题末尾都用了句号。", throughout)


def _list(facts: Facts, sections: Sequence[Section]) -> tuple[int, list[int]]:
    """Give how many sections a parent has, and where headings of them end in a full stop.

    Where the first has nothing below it, they are items and no headings.
    """
    alone = [each for each in sections if each.leading and _stands_alone(facts, each) and facts.has_text_below(each)]
    if not alone:  # asked first, as of most
        return len(sections), []
    listed = any(facts.text[section.paragraph_end - 1 : section.paragraph_end] == "；" for section in sections)
    headings = not listed and facts.has_text_below(sections[0])
    return len(sections), [section.paragraph_end - 1 for section in alone if headings]


def _finding(message: str, stops: Sequence[int]) -> Finding:
    """Mark the first of these full stops, and offer to take all away."""
    edits = tuple(Edit(at, at + 1, "") for at in stops)
    return RULE.finding(
        Span(stops[0], stops[0] + 1),
        message,
        "小标题独占一行的，末尾一般不用句号。",
        Fix(f"删去这{len(stops)}处句号" if len(stops) > 1 else "删去句号", edits, safe=True),
    )


def _stands_alone(facts: Facts, section: Section) -> bool:
    """Tell whether nothing but a full stop follows the heading in its paragraph; a long one is a sentence, or an aspect."""
    if facts.text[section.heading_end : section.paragraph_end] != "。":
        return False
    return len(section.heading) <= _LONGEST or bool(section.children) or "方面" in section.heading


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公文结构层次的通行写法",
    (
        Example(
            "一、问题\n（一）学得浅⟦。⟧\n读得少。\n（二）做得虚。\n走得少。\n",
            "一、问题\n（一）学得浅\n读得少。\n（二）做得虚\n走得少。\n",
        ),
        Example(
            "一、存在的问题⟦。⟧\n（一）带头担当作为⟦。⟧\n1.怕得罪人。当面不说。\n（二）带头敬畏法纪\n2.有过将就。\n",
            "一、存在的问题\n（一）带头担当作为\n1.怕得罪人。当面不说。\n（二）带头敬畏法纪\n2.有过将就。\n",
        ),
        Example(
            "一、存在的问题\n（一）担当方面\n1.怕得罪人⟦。⟧\n当面不说。\n2.怕担责任。\n有事上交。\n（二）作风方面\n1.走得少。\n一年三次。\n2.问得少。\n没有细问。\n",
            "一、存在的问题\n（一）担当方面\n1.怕得罪人\n当面不说。\n2.怕担责任\n有事上交。\n（二）作风方面\n1.走得少\n一年三次。\n2.问得少\n没有细问。\n",
        ),
        Example(
            "一、整改措施\n（一）保证学习时间。\n（二）难事不拖延。\n（三）批评讲真话。每季度一次。\n以上措施，请同志们监督。\n"
        ),
        Example(
            "整改措施\n1.学文件\n每周一次，月底交支部看。\n2.政治学习同专业学习并重，学了什么，学到哪里，每半年请支部来抽查一次。\n以上请监督。\n"
        ),
        Example("一、存在的问题\n1.学得浅。\n2.用得少。\n总的看，是思想上放松了。\n"),
    ),
    stage=Stage.REVIEW,
)
