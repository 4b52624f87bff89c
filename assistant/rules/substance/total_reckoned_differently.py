"""分段、分人的数与合计不一致

检查什么：每月、每季度一次的，与全年次数是否对得上；“全年38次，平均每月8次”一类，平均数与全年数是否对得上；上半年、下半年之和是否等于全年；“每名成员联系3户，5人共联系25户”一类，合计是否相符。
为什么：这些数是互相推算得出的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对各处数字，改正写错的一处。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# 「上半年9次，下半年4次，全年15次」
_OF_HALVES = Sought(
    ("上半年",),
    "上半年[^，。；0-9]{0,12}(?P<first>[0-9]+)(?P<unit>人次|[次条件户场项个])，下半年[^，。；0-9]{0,8}(?P<second>[0-9]+)(?P=unit)，(?:全年|一年)[^，。；0-9]{0,6}(?P<all>[0-9]+)(?P=unit)",
)
# 「8处拥堵点今年打通5处，明年打通4处」
_OVER_YEARS = Sought(
    ("，明年", "，次年"),
    "(?<![0-9.])(?P<all>[0-9]+)(?P<unit>公里|[条件户场项个处所家栋村名])[^，。；0-9]{0,10}今年[^，。；0-9]{0,6}(?P<first>[0-9]+)(?P=unit)，(?:明年|次年)[^，。；0-9]{0,6}(?P<second>[0-9]+)(?P=unit)",
)
# 「每名成员联系3户，5人共联系25户」
_EACH = Sought(
    ("每名", "每个", "每人", "每位", "每家"),
    "每[名个人位家](?![^，。；0-9]*(?:每|至少|最少|不[少低]于|平均|约))[^，。；0-9]{0,10}(?P<each>[0-9]+)(?P<unit>[户次条件项篇天份本名人])，(?P<n>[0-9]+)[人名个家位](?:一?共|合计)[^，。；0-9]{0,6}(?P<all>[0-9]+)(?P=unit)",
)
_AVERAGE = Sought(
    ("平均每",),
    "(?:全年|一年)[^，。；0-9]{0,10}(?P<all>[0-9]+)(?P<unit>人次|[次条件户场天篇份])，平均每个?(?P<every>月|季度|周)(?:约|近)?(?P<each>[0-9]+)(?P=unit)",
)
# 「改为每月第一周，全年开了16次」
_EVERY = Sought(
    ("每月", "每个月", "每季度", "每个季度", "每周", "每个周"),
    "每个?(?P<every>月|季度|周)(?:第[一二三四]周|(?!至少|最少|不[少低]于)[^，。；0-9]{0,4}[一1]次|[0-9]{1,2}日|月?[底初末])[^，。；0-9]{0,4}，[^，。；0-9]{0,4}(?:全年|一年)(?:(?P<planned>共?)|[^，。；0-9]{1,8})(?P<all>[0-9]+)次",
)
_TIMES = {"月": 12, "季度": 4, "周": 52}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _AVERAGE(facts):
        due = int(match["all"]) / _TIMES[match["every"]]
        stated = int(match["each"])
        if abs(due - stated) > max(1.0, 0.3 * stated):
            message = f"全年{match['all']}{match['unit']}，平均每{match['every']}约{due:.1f}{match['unit']}，此处写“{stated}{match['unit']}”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对两处数字。")
    for match in _EACH(facts):
        due = int(match["each"]) * int(match["n"])
        if due != int(match["all"]):
            message = f"{match['each']}×{match['n']}＝{due}{match['unit']}，此处写“{match['all']}{match['unit']}”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")
    for match in _OF_HALVES(facts):
        if int(match["first"]) + int(match["second"]) != int(match["all"]):
            yield _of_two(match)
    for match in _OVER_YEARS(facts):
        if int(match["first"]) + int(match["second"]) > int(match["all"]):
            yield _of_two(match)  # what they leave over may be another year's
    for match in _EVERY(facts):
        most, every = int(match["all"]), _TIMES[match["every"]]
        if (most > every and most % every) or (match["planned"] is not None and most < every):
            message = f"前面写每{match['every']}一次，全年{every}次，此处写“{most}次”。"
            yield RULE.finding(Span(*match.span()), message, "请对照台账核对两处数字。", severity=Severity.HINT)


def _of_two(match: re.Match[str]) -> Finding:
    added = int(match["first"]) + int(match["second"])
    message = f"前后两段相加为{added}{match['unit']}，总数写{match['all']}{match['unit']}。"
    return RULE.finding(Span(*match.span()), message, "请对照台账核对各处数字。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("⟦上半年9次，下半年4次，全年15次⟧；⟦每季度讲一次，全年6次⟧；⟦8处拥堵点今年打通5处，明年打通4处⟧。"),
        Example(
            "上半年9次，下半年4次，全年13次；每季度讲一次，全年4次；8处拥堵点今年打通5处，明年打通3处；每月谈一次，全年谈了11次；8处拥堵点今年打通3处，明年打通3处；每季度至少一次，全年共6次。"
        ),
        Example(
            "⟦每名成员联系3户，5人共联系25户⟧；例会改为⟦每月第一周，全年开了16次⟧；⟦全年到包联村38次，平均每月8次⟧。"
        ),
        Example(
            "每名成员联系3户，5人共联系15户；每人每月走访2户，5人共走访120户；每人至少提3条，5人共提18条；例会改为每月第一周，全年开了12次；全年到包联村38次，平均每月3次。"
        ),
    ),
    cues=_OF_HALVES.cues | _OVER_YEARS.cues | _EACH.cues | _AVERAGE.cues | _EVERY.cues,
)
