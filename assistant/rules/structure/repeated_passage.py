"""同样的话写了两遍

检查什么：同一份材料里，是否有两处二十个字以上的话完全相同，或者整段重复。规定标题、固定表述不计。
为什么：整段重复的，看不出以哪一处为准；同样的话在问题、原因、措施里各写一遍的，看不出各部分的区别。
怎么改：留一处，另一处换成具体的事；整段重复的，删去一段。
"""

from collections.abc import Iterator, Sequence

from assistant.facts import repeated_passages
from assistant.facts.facts import Facts
from assistant.facts.repeated_passages import Repeat
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import quoted
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Edit

_PARAGRAPH = 30  # characters


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        headings = [section for section in material.outline.walk() if section.level <= 2 and section.heading]
        for repeat in repeated_passages.repeats(facts, material):
            yield _finding(facts, headings, repeat)


def _finding(facts: Facts, headings: Sequence[Section], repeat: Repeat) -> Finding:
    whole = repeat.whole and repeat.length >= _PARAGRAPH
    place = _place(headings, repeat.first.start)
    opening = repeat.first.of(facts.text)[:16]
    seen = f"这一段与{place}的一段几乎相同" if whole else f"此处有{repeat.length}字与{place}的话相同"
    return RULE.finding(
        repeat.second,
        f"{seen}：{quoted(opening + '……')}。",
        "两段内容重复，可删去一段。" if whole else "可留一处，另一处换成具体的事；有意呼应的可忽略。",
        _removal(facts, repeat) if whole else None,
        severity=RULE.severity if whole else Severity.HINT,
    )


def _place(headings: Sequence[Section], position: int) -> str:
    """Say where the first place is: under which heading."""
    around = [section for section in headings if section.start <= position < section.end]
    return f"{quoted(around[-1].heading[:16])}里" if around else "前面"


def _removal(facts: Facts, repeat: Repeat) -> Fix | None:
    """Take a paragraph out that says nothing of its own and bears no number."""
    one, two = (facts.paragraph_at(span.start) for span in (repeat.first, repeat.second))
    if facts.paragraphs[one].text != facts.paragraphs[two].text or facts.paragraphs[two].marks:
        return None
    start = facts.starts[two]
    return Fix("删去这一段", (Edit(start - 1, start + len(facts.paragraphs[two].text), ""),))


_SAID = "办理投诉时习惯看时限是否达标，很少再问群众满意不满意，回访成了走程序、填表格。"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "多地审核意见提到的“套话”“凑字数”（见于两处以上公开材料）",
    (
        Example(
            f"一、问题\n（一）作风方面\n{_SAID}\n（二）担当方面\n有畏难情绪。\n⟦{_SAID[:-1]}⟧。\n",
            f"一、问题\n（一）作风方面\n{_SAID}\n（二）担当方面\n有畏难情绪。\n",
        ),
        Example(
            f"一、问题\n（一）作风不实。{_SAID}去年有三次没有回访。\n二、原因\n（一）标准不高。总觉得按时办完就行，"
            "⟦很少再问群众满意不满意，回访成了走程序、填表格⟧，心里没有群众这杆秤。\n",
        ),
        Example(
            "一、问题\n（一）学习不深。对习近平新时代中国特色社会主义思想学得不系统，增强“四个意识”、坚定“四个自信”、做到“两个维护”不够自觉。\n"
            "二、措施\n（一）深学细悟。学习习近平新时代中国特色社会主义思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n",
        ),
        Example("一、说明\n（一）函询情况\n不涉及以上情况。\n（二）处分情况\n不涉及以上情况。\n"),
    ),
)
