"""章节还没有写

检查什么：有标题、没有正文的章节。
为什么：空着的章节等于没有回答通知的要求。
怎么改：写上本人的实际情况；确实没有的事项，写「不涉及」也是回答。
"""

from collections.abc import Iterator

from assistant.facts import Facts, MaterialFacts
from assistant.finding import Finding, Severity
from assistant.outline import Section
from assistant.rule import Example, Rule, Scope
from assistant.template import Need
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        yield from _empty(facts, material, material.outline.sections)


def _empty(facts: Facts, material: MaterialFacts, sections: tuple[Section, ...]) -> Iterator[Finding]:
    """Report the outermost empty headings; what has written siblings only counts where it stands alone on its line."""
    for section in sections:
        blank = section.level <= 2 and facts.is_blank(section)
        asked = [fact for fact in material.parts if section in fact.answer.sections] if blank else []
        heading_alone = section.heading_end >= section.paragraph_end - 1 and section.leading
        if blank and (asked or heading_alone):
            if any(fact.elsewhere for fact in asked) or not (asked or _siblings_written(facts, section, sections)):
                continue
            if section.children:
                yield from _empty(facts, material, section.children)
            else:
                yield _finding(section, required=any(fact.part.need is Need.REQUIRED for fact in asked))
        else:
            yield from _empty(facts, material, section.children)


def _siblings_written(facts: Facts, section: Section, sections: tuple[Section, ...]) -> bool:
    """Tell an empty section, a bare heading among written ones, from a list of bare phrases （一）…（二）…."""
    return section.level == 1 or any(facts.body(other) for other in sections if other.level == section.level)


def _finding(section: Section, *, required: bool) -> Finding:
    return Finding(
        RULE.name,
        Severity.ERROR if required else Severity.ADVICE,
        Span(section.start, section.heading_end),
        f"「{_short(section.heading)}」还没有写。",
        "请写上本人的实际情况；确实没有的事项，写「不涉及」即可。",
        RULE.basis,
    )


def _short(heading: str) -> str:
    return heading if len(heading) <= 20 else f"{heading[:20]}…"


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.SECTION,
    "本次要求列出的部分须逐一回答",
    (
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n⟦（二）带头担当作为方面⟧\n"
            "二、原因剖析\n放松了学习。\n⟦三、整改措施⟧\n",
            asked=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n不涉及。\n"
            "二、原因剖析\n放松了学习。\n三、整改措施\n（一）每月自学两次。\n（二）每季度下基层一次。\n",
            asked=True,
        ),
    ),
)
