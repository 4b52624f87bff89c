"""序号写法不一

检查什么：同一层的序号是否换了写法，如“（一）（二）三、”“一是、第二”；只是点号、括号写法不同的，在“标点版面”一类里提示。
为什么：同层序号写法一致，层次才清楚；换了写法，容易被看成另起一层。
怎么改：点“统一序号写法”，照同层多数的写法改。
"""

from collections.abc import Iterator, Mapping

from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure import worded_numbers
from assistant.structure.sequence import Kind, Misnumbering

_SEEN: Mapping[Kind, str] = {
    Kind.STYLE: "“{number}”与同层“{model}”的写法不同，依次应是“{due}”。",
    Kind.COUSIN: "这一节用“{number}”，前后各节用“{due}”。",
}


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        for found in material.misnumberings:
            if found.kind in _SEEN and not worded_numbers.stand(facts.text, found):
                yield _finding(found)


def _finding(found: Misnumbering) -> Finding:
    model = found.before.number if found.before else found.due
    return RULE.finding(
        found.span,
        _SEEN[found.kind].format(
            number=found.section.number.strip("，,"), model=model.strip("，,"), due=found.due.strip("，,")
        ),
        "同一层宜用同一种序号。可照同层的写法统一序号；有意另分一层的可忽略。",
        Fix("统一序号写法", found.edits),
        severity=Severity.ADVICE if found.kind is Kind.STYLE else Severity.HINT,
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
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n⟦3.⟧措施\n每月自学两次。\n",
            "一、问题\n学得浅。\n二、原因\n放松了学习。\n三、措施\n每月自学两次。\n",
        ),
        Example(
            "一、问题\n（一）浅。\n（二）少。\n⟦三、⟧散漫。开会迟到。\n二、原因\n放松了学习。\n三、措施\n每月自学两次。\n",
            "一、问题\n（一）浅。\n（二）少。\n（三）散漫。开会迟到。\n二、原因\n放松了学习。\n三、措施\n每月自学两次。\n",
        ),
        Example("表现：一是浅。⟦第二，⟧少。三是散。\n", "表现：一是浅。二是少。三是散。\n"),
        Example("一、问题\n1.浅。\n2、少。\n（一）散。\n(二)慢。\n"),
        Example(
            "一、问题\n（一）学习\n1.浅。\n2.少。\n（二）作风\n⟦（1）⟧散。\n（2）慢。\n（三）担当\n1.怕。\n2.拖。\n",
            "一、问题\n（一）学习\n1.浅。\n2.少。\n（二）作风\n1.散。\n2.慢。\n（三）担当\n1.怕。\n2.拖。\n",
        ),
        Example("一、问题\n（一）浅。\n（二）少。\n二、原因\n1.散。\n2.慢。\n三、措施\n一是学。二是干。\n"),
        Example("一、问题：1、学得浅，读原文少。\n2、下得少，不摸实情。\n3、催得松，不问结果。\n"),
        Example("一、问题\n学得浅。\n二、原因\n3.散。\n三、措施\n每月自学两次。\n"),
        Example("一、问题\n（一）浅。\n（二）少。\n三、原因\n（一）散。\n（二）慢。\n"),
    ),
)
