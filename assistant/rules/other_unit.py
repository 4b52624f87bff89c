"""写成了别的单位

检查什么：「我局」「我镇」「我校」「我公司」这样的自称，与本单位是否相符、前后是否一致。
为什么：自称写成了别的单位，多是借用别处材料时漏改的，最易让人看出是抄来的。
怎么改：改成本单位的自称；写的是从前工作单位的，可写明单位名称。
"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.decisions import Profile
from assistant.facts import Facts
from assistant.finding import Finding, Severity
from assistant.rule import Example, Rule, Scope
from assistant.text import Span

_SELF = re.compile(
    "我(?<![自“‘]我)(?:局(?![限部面促势])|镇(?![定静住压])|乡(?![下村亲])|校(?![正对验准])|院(?![子落])|公司|集团|厅(?!堂)|街道|厂)"
)
_BODY = re.compile("(?:党委|党组|党工委|党支部|机关|领导班子)+$")
# how a unit's name ends, and what its people may call it
_OWN = (
    (re.compile("局$|分局"), {"局"}),
    (re.compile("镇(?:政府|人大)?$"), {"镇"}),
    (re.compile("乡(?:政府|人大)?$"), {"乡"}),
    (re.compile("街道(?:办事处|办)?$"), {"街道"}),
    (re.compile("(?:大学|学院|学校|小学|中学|幼儿园|党校|一中|二中|三中)$"), {"校", "院"}),
    (re.compile("(?:医院|法院|检察院|研究院|设计院|卫生院)$"), {"院"}),
    (re.compile("(?:公司|集团|厂)$"), {"公司", "集团", "厂"}),
    (re.compile("厅$"), {"厅"}),
)


def check(facts: Facts) -> Iterator[Finding]:
    found = [(match[0][1:], Span(*match.span())) for match in _SELF.finditer(facts.text)]
    if not found:
        return
    unit = facts.profile.unit.strip()
    own = next((names for pattern, names in _OWN if pattern.search(_BODY.sub("", unit))), None)
    if own:
        for name, span in found:
            if name not in own and name not in unit:
                yield _finding(span, f"本单位是{unit}，这里写「我{name}」。", Severity.ADVICE)
    elif not unit:
        usual, count = Counter(name for name, _ in found).most_common(1)[0]
        for name, span in found:
            if name != usual and {name, usual} not in ({"校", "院"}, {"公司", "集团"}, {"公司", "厂"}):
                yield _finding(span, f"这里写「我{name}」，别处{count}次写「我{usual}」。", Severity.HINT)


def _finding(span: Span, message: str, severity: Severity) -> Finding:
    advice = "请核对是否借用别处材料时漏改的；写从前单位的可忽略。"
    return Finding(RULE.name, severity, span, message, advice, RULE.basis)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "材料须写本单位、本人的事（审核常见退回情形）",
    (
        Example("今年我局办结12件。⟦我镇⟧的租金没有收齐，我市推进得快。", profile=Profile("某市住房保障局")),
        Example("今年我校开了12次会。⟦我局⟧还有3件没有办。我校已经整改。"),
        Example(
            "今年我局办结12件，“我校的学生”是家长的话，我院子里的事，省里、我市都在推。",
            profile=Profile("某市住房保障局"),
        ),
        Example("我校、我院都抓得不紧。我局限于听汇报，我镇定下来。", profile=Profile("某大学")),
    ),
)
