"""日历上没有的日期

检查什么：月份是否在1至12之间，日是否超出当月的天数（2月30日、4月31日、13月、每月40日）。
为什么：日期有误，会议和期限就无从核对，上报后也不便更改。
怎么改：对照日程、台账改为实际日期。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_EVERY_MONTH = Sought(
    ("每月", "个月", "当月", "次月", "下月", "本月"),
    "(?:每个?月|当月|次月|下月|本月)(?P<day>[0-9]{1,2})[日号](?!均|平均)",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for date in facts.dates:
        if date.exists:
            continue
        written = date.span.of(facts.text)
        if not 1 <= date.month <= 12:
            message = f"此处写“{written}”，月份只有1至12。"
        else:
            year = f"{date.year}年" if date.year and date.month == 2 else ""
            message = f"此处写“{written}”，{year}{date.month}月没有这一天。"
        yield Finding(RULE.name, RULE.severity, date.span, message, "请对照日程、台账改为实际日期。", RULE.basis)
    for match in _EVERY_MONTH(facts):
        if not 1 <= int(match["day"]) <= 31:
            message = f"此处写“{match[0]}”，一个月最多31天。"
            yield Finding(
                RULE.name, RULE.severity, Span(*match.span()), message, "请对照日程、台账改为实际日期。", RULE.basis
            )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.PARAGRAPH,
    "公历",
    (
        Example(
            "支部于⟦2月30日⟧开会，⟦4月31日⟧前报送，⟦2025年2月29日⟧汇总，⟦13月⟧印发，⟦6月0日⟧完成，⟦每月40日⟧学习。"
        ),
        Example("2024年2月29日、12月31日开会，历时13个月，3.5月牙，每月1次，每月10日学习，当月45日均值，1-3月走访。"),
    ),
    cues="月",
)
