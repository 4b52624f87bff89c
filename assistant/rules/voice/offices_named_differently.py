"""内设机构的称呼与其他各处不一致

检查什么：全文写的都是“股室”、只有一处写成“科室”的（“处室”也一样）。
为什么：内设机构的称呼一个单位只有一种，个别一处不同的，多是从别人的材料里移来时漏改的。
怎么改：改为本单位的称呼；写的是上级、其他单位的，写明是哪里。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_OFFICES = Sought(("科室", "股室", "处室"), "(?P<said>科室|股室|处室)")
_OFTEN = 4  # times: how a unit calls its offices
# Whose offices they are where they are not one's own
_OF_OTHERS = compiled_later(
    "[省市县区州厅]局|医院|学校|上级|对口|直属?(?:机关|部门|单位)|兄弟|县直|市直|院|派驻|业务|各级|部门"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        found = list(_OFFICES.between(facts, material.outline.start, material.outline.end))
        counts = Counter(match["said"] for _, match in found)
        if len(counts) != 2:
            continue
        (usual, often), (odd, once) = counts.most_common()
        if once != 1 or often < _OFTEN:
            continue
        start, match = next(each for each in found if each[1]["said"] == odd)
        span = Span(*match.span()).shifted(start)
        before = Span(clause_at(facts.text, span.start).start, span.start).of(facts.text)
        if not _OF_OTHERS.search(before):
            message = f"此处写“{odd}”，其他{often}处写“{usual}”。"
            yield RULE.finding(span, message, "请核对本单位内设机构的称呼；写的是其他单位的可忽略。")


_TEXT = (
    TITLE
    + "某县水务局副局长　林知远\n按照县委通知要求，检查如下。\n"
    + FIRST_ASPECT
    + "1.学得浅。{}\n"
    + FROM_THE_SECOND_ASPECT
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "行文前后一致（审核经验，供参考）",
    (
        Example(
            _TEXT.format("分管股室报表多，股室发文多，到股室少。4个⟦科室⟧的责任书签得晚，股室负责人没有谈。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("分管股室报表多，股室发文多，到股室少。向市局科室请示得少，股室负责人没有谈。"),
            with_template=True,
        ),
        Example(_TEXT.format("分管股室报表多，到股室少。4个科室、2个科室的责任书签得晚，股室。"), with_template=True),
    ),
)
