"""序号重复

检查什么：同一层的序号是否重复或倒退，如“（一）（二）（二）”。
为什么：序号重复或倒退，引用、计数都容易出错。
怎么改：点“从此处起重新编号”，后面的序号一并重排；内容也重复的，请删去一条。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure import sequence, worded_numbers
from assistant.structure.sequence import Kind


def check(facts: Facts) -> Iterator[Finding]:
    referred: bool | None = None  # the whole text is looked through once, and only where it matters
    for material in facts.materials:
        for found in material.misnumberings:
            if found.kind is not Kind.REPEAT or found.before is None or worded_numbers.stand(facts.text, found):
                continue
            if referred is None:
                referred = sequence.is_referred_to(facts.text)
            safe = found.settled and not referred
            yield RULE.finding(
                found.span,
                f"“{found.before.number}”之后又是“{found.section.number}”，此处应是“{found.due}”。",
                "可从此处起重新编号；内容也重复的，请删去一条。",
                Fix("从此处起重新编号", found.edits, safe=safe) if found.edits else None,
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 9704—2012 结构层次序数",
    (
        Example(
            "一、问题\n（一）学习不够。\n（二）担当不够。\n⟦（二）⟧作风不实。\n（三）自律不严。\n",
            "一、问题\n（一）学习不够。\n（二）担当不够。\n（三）作风不实。\n（四）自律不严。\n",
        ),
        Example(
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n⟦二、⟧措施\n每月自学两次。\n",
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n三、措施\n每月自学两次。\n",
        ),
        Example(
            "一、问题\n1.学习不够。\n2.担当不够。\n⟦2.⟧作风不实。\n4.自律不严。\n",
            "一、问题\n1.学习不够。\n2.担当不够。\n3.作风不实。\n4.自律不严。\n",
        ),
        Example("（一）甲。\n⟦（一）⟧乙。\n（二）丙。\n", "（一）甲。\n（二）乙。\n（三）丙。\n"),
        Example("学习方面：一是浅。二是少。⟦二是⟧散。\n", "学习方面：一是浅。二是少。三是散。\n"),
        Example("一是工业有起色。在谈的有2家：一是药厂；二是轮胎厂。二是农业有规模。三是旅游开了头。\n"),
        Example("一、问题\n1.学习不够。\n2.担当不够。\n二、措施\n1.自学。\n2.下基层。\n"),
        Example("我有三条不足：第一，浅。第二，少。第三，散。今后，首先读原文。第二，下基层。\n"),
        Example("第一，浅。首先是读得少。第二，散。⟦第二，⟧拖。\n", "第一，浅。首先是读得少。第二，散。第三，拖。\n"),
        Example("一、问题\n原因一是浅，二是少。\n表现一是怕，二是拖。\n"),
        Example("（一）甲。\n（二）乙。\n（四）丙。\n（三）丁。\n"),
    ),
)
