"""序号写作“1、”

检查什么：阿拉伯数字的序号后是否用了顿号，如“1、”。
为什么：阿拉伯数字序号后用圆点（1.），顿号用在汉字数字后（一、）；同一份材料里宜统一。
怎么改：一并改为“1.”。本单位惯用“1、”的可忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import Style
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_MORE = compiled_later("[、.．]")
_COMMA = compiled_later(" ?、$")


def check(facts: Facts) -> Iterator[Finding]:
    places: list[Span] = []
    dots = 0
    for section in facts.outline.walk():
        if section.style is Style.DIGIT:
            comma = _COMMA.search(section.number)
            if comma and _MORE.match(facts.text, section.start + comma.end()):
                continue  # more than one mark, which is told elsewhere
            if comma:
                places.append(Span(section.start + comma.start(), section.start + comma.end()))
            else:
                dots += 1
    if places:
        first = places[0]
        message = f"全文有{len(places)}处阿拉伯数字的序号后用了顿号" + (f"，另有{dots}处用圆点" if dots else "")
        yield RULE.finding(
            first,
            f"{message}。",
            "这类序号后一般用圆点，写作“1.”；本单位另有惯例的可忽略。",
            Fix("序号后都改为圆点", tuple(Edit(*place, ".") for place in places), safe=True),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "GB/T 9704—2012 结构层次序数的写法",
    (
        Example("一、存在的问题\n1⟦、⟧学得浅。\n2、用得少。\n", "一、存在的问题\n1.学得浅。\n2.用得少。\n"),
        Example("1.学得浅。\n2⟦、⟧用得少。\n3.想得不深。\n", "1.学得浅。\n2.用得少。\n3.想得不深。\n"),
        Example("1.学得浅，1、2月没有补上。\n2.用得少。\n"),
    ),
    stage=Stage.REVIEW,
)
