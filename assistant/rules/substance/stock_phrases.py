"""概括性的话偏多

检查什么：查摆问题的部分，“不够”“有待加强”“还有差距”一类放在其他单位也适用的话，是否过多。
为什么：概括性的话过多，看不出是哪个单位、哪个人的事，审核时常要求写实。
怎么改：挑两三处换成具体表现：哪件事、做到哪一步、差在哪里。
"""

from collections import Counter
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.signs import STOCK
from assistant.rules.example_material import FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

# In concrete materials about 2 in 1,000 characters, in those sent back as empty 11 to 31.
_MANY, _PER_THOUSAND = 10, 10


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for fact in material.written(PartKind.PROBLEMS):
            places = [span for s in fact.answer.sections for span in facts.signs(STOCK, s.start, s.end)]
            if len(places) >= _MANY and len(places) * 1000 >= _PER_THOUSAND * fact.length:
                usual = Counter(span.of(facts.text) for span in places).most_common(3)
                named = "".join(f"“{phrase}”" for phrase, _ in usual)
                section = fact.answer.sections[0]
                yield RULE.finding(
                    Span(section.start, section.heading_end),
                    f"这一部分{fact.length}字里，{named}一类概括性的话有{len(places)}处。",
                    "这类话放在其他单位也适用，审核时常要求写实。可挑两三处换成具体表现；确需这样概括的可忽略。",
                    part=fact.part.id,
                )


_VAGUE = "学习不够深入，联系实际不够紧密，担当精神不强，工作标准不高，还有一定差距，有待进一步加强。"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "多地审核意见提到的“套话”“千人一面”（见于两处以上公开材料）",
    (
        Example(
            f"⟦一、存在的突出问题⟧\n（一）带头强化政治忠诚方面\n1.学得浅。{_VAGUE}\n2.用得少。{_VAGUE}\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example(
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学习不够深入。全年只写了三篇笔记，10月一次也没有学。\n"
            f"2.请示报告不够及时。电梯停运的事，第三天才向书记汇报。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
