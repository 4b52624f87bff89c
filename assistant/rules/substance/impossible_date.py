"""日历上没有的日期

检查什么：月份是否在1至12之间，日是否超出当月的天数（2月30日、4月31日、13月、每月40日）；起止日期是否写颠倒（1月25日至16日）；季度、星期、钟点是否有误（五季度、上午15点）；一年、一月、一周里的天数是否过多（全年下乡431天）。
为什么：日期有误，会议和期限就无从核对，上报后也不便更改。
怎么改：对照日程、台账改为实际日期。
"""

import datetime
import re
from collections.abc import Iterator
from itertools import chain

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.cues import known
from assistant.language.years import days_in
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_EVERY_MONTH = Sought(
    [f"{month}月{digit}" for month in "每个当次下本" for digit in "0123456789"],
    "(?:每个?月|当月|次月|下月|本月)(?P<day>[0-9]{1,2})[日号](?!均|平均)",
)
# 「每月五十日」, 「10月第四旬」: days and thirds of a month that there are not
_NO_SUCH_DAY = Sought(
    ("月三十", "月四十", "月五十", "月六十", "月七十", "月八十", "月九十", "旬"),
    "(?:每个?月|当月|次月|下月|本月)(?:三十[二三四五六七八九]|[四五六七八九]十[一二三四五六七八九]?)[日号]|月(?:份)?(?:的)?第[四五六七八九]旬",
)
# 「1月5日至46日」: the day that a stretch of one month ends on
_UNTIL = Sought(
    [f"{day}{until}" for day in "日号" for until in "至到—-"],
    "月(?P<from>[0-9]{1,2})[日号][至到—-](?P<day>[0-9]{1,2})[日号](?![均内])",
)
# 「2026年2月10日（星期日）」
_ITS_WEEKDAY = Sought(
    [f"{sign}{word}" for sign in "（(" for word in ("星期", "周", "礼拜")],
    "(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号][（(](?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])",
)
_WEEKDAYS, _LAST_DAY = "一二三四五六日", 31
_OF_MONTHS = (_EVERY_MONTH, _NO_SUCH_DAY, _UNTIL, _ITS_WEEKDAY)

_MONTHS = [
    f"{figure}{blank}月" for figure in "0123456789０１２３４５６７８９元一二三四五六七八九十" for blank in ("", " ")
]
_QUARTER = Sought(("季度",), "(?:[五六七八九]|(?<![0-9])[05-9])季度")
_WEEKDAY = Sought(("星期", "礼拜", "每周"), "(?:星期|礼拜)[七八九]|每周[七八九](?=[上下]午|晚|[，、和])")
_AT = [number + hour for number in "0123456789" for hour in "点时"]
_HOUR = Sought(
    _AT,
    "(?:上午|早上|早晨|清晨)(?:1[3-9]|2[0-9])[点时]|(?:下午|晚上|傍晚)(?:2[5-9]|[3-9][0-9])[点时](?![0-9]*个)|(?<![0-9])[0-9]{1,2}[点时][6-9][0-9]分|(?:[0-9]日|[夜晚日]里|夜间|凌晨|当[天晚])(?:2[5-9]|[3-9][0-9])[点时](?![0-9]*个|[许多])",
)
_OF_DAYS = [f"{number}天" for number in "0123456789"]
# How many days a span of time can have at most; 「全年」 in a clause with the number, nothing else counted in between.
_DAYS = (
    (Sought(_OF_DAYS, "(?:全年|一年里|一年来|一年中|今年)[^，。；、0-9]{0,12}(?P<n>[0-9]+)天"), 366, "一年最多366天"),
    (Sought(_OF_DAYS, "(?:每个?月|当月|一个月)[^，。；、0-9]{0,10}(?P<n>[0-9]+)天(?!一)"), 31, "一个月最多31天"),
    (Sought(_OF_DAYS, "(?:每周|一周)[^，。；、0-9]{0,10}(?P<n>[0-9]+)天"), 7, "一周只有7天"),
)
_OF_TIMES = known(("季度", "星期", "礼拜", "每周", *_AT, *_OF_DAYS))


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
        yield RULE.finding(date.span, message, "请对照日程、台账改为实际日期。")
    if not facts.cues.isdisjoint(_OF_TIMES):
        yield from _times(facts)
    for match in (*_EVERY_MONTH(facts), *_UNTIL(facts)):
        if not 1 <= int(match["day"]) <= _LAST_DAY:
            message = f"此处写“{match[0]}”，一个月最多31天。"
            yield RULE.finding(Span(*match.span()), message, "请对照日程、台账改为实际日期。")
    for match in _UNTIL(facts):
        if 0 < int(match["day"]) < int(match["from"]) <= _LAST_DAY:
            yield _finding(match, f"此处写“{match[0].removeprefix('月')}”，止日早于起日。")
    for match in _NO_SUCH_DAY(facts):
        yield _finding(match, f"此处写“{match[0]}”，月份里没有这样的日子。")
    yield from _weekdays(facts)


def _weekdays(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield days told with a day of the week that they are not."""
    for match in _ITS_WEEKDAY(facts):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        if not (1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            continue  # told as a day that there is not
        due = _WEEKDAYS[datetime.date(year, month, day).weekday()]
        if due != match["weekday"].replace("天", "日"):
            yield _finding(match, f"此处写“{match[0]}”，这一天是星期{due}。")


def _times(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield quarters, weekdays and hours that there are not, and more days than a time can have."""
    for match in (*_QUARTER(facts), *_WEEKDAY(facts)):
        yield _finding(match, f"此处写“{match[0]}”，没有这样的季度、星期。")
    for match in _HOUR(facts):
        yield _finding(match, f"此处写“{match[0]}”，钟点似有误。")
    for pattern, most, what in _DAYS:
        for match in pattern(facts):
            if int(match["n"]) > most:
                yield _finding(match, f"此处写“{match[0]}”，{what}。")


def _finding(match: re.Match[str], message: str) -> Finding:
    span = Span(*match.span())
    return RULE.finding(span, message, "请对照日程、台账改为实际的时间。", severity=Severity.ADVICE)


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
        Example(
            "⟦6月份31日⟧前拿出方案，⟦五季度⟧验收，⟦星期八⟧值班，⟦上午15点⟧开会，⟦9时75分⟧到场；⟦全年下乡431天⟧，⟦每月下沉40天⟧。"
        ),
        Example(
            "全年下乡31天，四季度验收，星期日值班，下午3点、15时30分到场，每月下沉4天，要求6月份31个村验收，全年第135天，耗时3个季度。"
        ),
        Example(
            "支部于⟦二月三十日⟧开会，⟦四月三十一日⟧前报送，三月三十一日、十一月三十日汇总，⟦二〇二五年二月二十九日⟧印发。"
        ),
        Example(
            "⟦每月五十日⟧调度，10⟦月第四旬⟧闭幕，1⟦月5日至46日⟧谈话，⟦2026年2月10日（星期日⟧）开会，7月18日⟦夜里25时⟧下雨，⟦每周八⟧下午自学。",
            shown=False,
        ),
        Example(
            "每月十五日调度，1月5日至26日谈话，2026年2月10日（星期二）开会，夜里23时下雨，每周八次，5日到46日均值不等。"
        ),
        Example("2024年2月29日、12月31日开会，历时13个月，3.5月牙，每月1次，每月10日学习，当月45日均值，1-3月走访。"),
    ),
    cues=(*_MONTHS, *_OF_TIMES, *chain.from_iterable(each.cues for each in _OF_MONTHS)),
)
