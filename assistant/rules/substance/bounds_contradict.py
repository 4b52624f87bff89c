"""“不足”“近”与“余”“多”连用，约数自相矛盾

检查什么：一个数前后的约数词是否相反，如“不足10余次”“近20多户”“超过15件以内”“约30余人”。
为什么：“不足”“近”说的是不到这个数，“余”“多”说的是超过这个数，连用时看不出究竟是多少。
怎么改：对照台账留一个，写成“不足10次”或“10余次”；有准数的，写准数。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_UNIT = "(?:[个名位户家次条件项场份篇所天年月亩字页人元]|人次|公里|万元|小时|分钟)"
_NUMBER = "(?:[0-9]+[百千万亿]*|[0-9]+[.][0-9]+[百千万亿]*|[一二两三四五六七八九十百千万]+)"
_CUES = [
    *(number + more for number in "0123456789一二两三四五六七八九十百千万亿" for more in "多余"),
    "以内",
    "以下",
    "之内",
]
_BOTH = Sought(
    _CUES,
    f"(?P<low>不足|不到|少于|低于|未满|将近|接近|至多|最多|不超过|不多于|约|大约|大概)(?P<n>{_NUMBER})(?P<high>[多余])(?={_UNIT})"
    f"|(?P<near>近)(?P<m>{_NUMBER})(?P<over>[多余])(?={_UNIT})"
    f"|(?P<more>超过|多于|高于|大于|不少于|不低于|至少)(?P<k>{_NUMBER}){_UNIT}?(?P<less>以内|以下|之内)",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _BOTH(facts):
        one = match["low"] or match["near"] or match["more"]
        other = match["high"] or match["over"] or match["less"]
        message = f"此处写“{match[0]}”，“{one}”与“{other}”说法不一。"
        span = Span(*match.span())
        yield RULE.finding(span, message, "请核对，两个词留一个；有准数的宜写准数。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "数字须准确（审核必查）",
    (
        Example("全年去过⟦不足10余⟧次，走访⟦近20多⟧户，座谈⟦超过15件以内⟧，参加⟦约30余⟧人。"),
        Example(
            "全年去过不足10次，走访近20户，10余次、三十多户，超过15件，不超过3页，约30人，最近多次，附近三个多月，不少于3次。"
        ),
    ),
    cues=_CUES,
)
