"""Deadlines that are told in words and lie before the text: 「去年年底前」, 「元旦前」, 「“十四五”收官前」, 「本月10日前」, 「于2025年7月作报告」.

Each is held against the day on which its text was written, as far as that is known. A deadline is something by which one
will act: what is only named by its time (「去年年底前积压的9件」) or told as past is none.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.language.figures import month_of
from assistant.language.numbering import value_of
from assistant.language.sentences import clause_at
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_BEFORE = "(?:之前|以前|前|以内|之内|内)"
_MONTH = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九元]"
_FEASTS = {
    "元旦": (1, 1),
    "清明": (4, 5),
    "五一": (5, 1),
    "端午": (6, 25),
    "暑假": (8, 31),
    "国庆": (10, 1),
    "中秋": (10, 6),
    "秋季学期": (12, 31),
}
_FEAST = f"“?(?:{'|'.join(_FEASTS)})”?(?:节|假期|开学|结束|放假)?"
_PERIOD = f"(?:年)?(?:(?:{_MONTH})月份?(?:[0-9]{{1,2}}[日号])?|{_FEAST}|第?[一二三四]季度|[上下]半年|年)?(?:底|末|初|[上中下]旬)?"
# A deadline that was kept, or that somebody set: 「已于2025年12月底前办结」, 「2025年12月底前已经补上」, 「县里要求2025年10月底前建好的」
_DONE_BY_THEN = compiled_later("，?[一-龥]{0,4}?已(?!知)")
_WAS_SET = compiled_later("(?:已经?|早已)(?:于|在)?$|[里级委府局]要求(?:于|在)?$")
_SOUGHT = Sought(
    (
        *(f"{figure}年{feast}" for figure in "0123456789" for feast in (*_FEASTS, "春节")),
        "去年",
        "上年",
        "上一年",
        "前年",
        "元旦",
        "新年",
        "春节",
        "五”",
        "本月",
        "十二五",
        "十三五",
        "十四五",
        "十五五",
        *(f"{figure}年“" for figure in "0123456789"),
    ),
    f"(?P<last>(?:去年|上一?年度?|前年){_PERIOD}{_BEFORE})"
    f"|(?P<given>20[0-9]{{2}})年(?P<feast>{_FEAST}|春节(?:假期|放假)?){_BEFORE}"
    f"|(?P<new>(?:元旦|新年)(?:假期|放假|到来)?{_BEFORE}|(?:元旦|新年)(?:假期|放假)?(?:期间|当天)(?=[^，。；]{{0,8}}[完办拿补清改]))"
    f"|(?P<spring>(?:春节|农历新年)(?:假期|放假|到来)?{_BEFORE})"
    f"|(?P<plan>“?十(?P<plan_number>[二三四五])五”?(?:规划)?(?:期)?(?:收官|收尾|末|期末|结束|期满)(?:之年)?(?:年底)?{_BEFORE}|“十(?P<within>[二三四五])五”期间?内)"
    f"|(?P<month>本月(?:(?P<day>[0-9]{{1,2}})[日号]|(?P<third>[上中]旬)){_BEFORE})",
)
_SPRING = {
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
    2031: (1, 23),
    2032: (2, 11),
}
# A month in which something will be done: 「并把整改情况在2025年7月的支部党员大会上作报告」, 「1月上旬补读」
_WILL = Sought(
    ("月", "季度", "上半年", "下半年", "年底"),
    "(?:^|(?<=[，。；：]))(?P<before>(?:(?:并|再|同时)?[把将对就由我力争取拟计划][^，。；：0-9]{0,16}?)?(?:在|于|到|赶在)?)"
    "(?:(?P<year>20[0-9]{2})年)?(?P<when>(?P<number>[0-9]{1,2}|元)月份?(?P<end>底|末|初|[上中下]旬|(?P<day>[0-9]{1,2})日)?|第?(?P<quarter>[一二三四])季度|上半年|下半年|年底)"
    "(?P<after>(?!前|[之以]?[前内]|[至到—]|底|末|初|份|[上中下]旬|[0-9])[^，。；：]{2,24})(?=[，。；]|$)",
)
# 「力争去年补齐」, 「由我上月逐一登记」
_MEANT = Sought(
    ("去年", "上年", "上个月", "上月", "上周", "上季度", "上个季度", "上星期", "上个星期", "上个周", "昨天"),
    f"(?:力争|争取|确保|由[^，。；、0-9]{{1,6}}|我将|我要|务必|计划|拟|(?:^|(?<=[，。；：])))(?:在|于|赶在)?(?P<when>(?:去年|上年){_PERIOD}|上个?(?:月|季度|周|星期)[一二三四五六日底初末]?(?:[0-9]{{1,2}}日)?|昨天){_BEFORE}?(?P<after>[^，。；：]{{2,24}})(?=[，。；]|$)",
)
_TO_DO = compiled_later(
    "(?:作|做)(?:出)?(?:报告|汇报|通报)|(?:报告|汇报|通报|公开|公示)(?:一次|结果|情况|进展)?$"
    "|(?:补[齐上足读学讲交看办报考谈课]|配齐|办结|销号|整改到位|完成|拿出|修订|登记|建成|出台)完?[^，。；的]{0,10}$"
    "|^(?:起|前|内)?(?:由[^，。；]{1,6})?(?:(?:逐[一件个项]|全部|全面|集中|再|组织|开展|召开|完成|补|整改|建成|建立|修订|出台|制定|拿出|配齐|清理|办结|销号|启动|开工|复查|回头看|上门|讲|报|开|带队)(?![^，。；]{0,2}的))"
)
_TOLD = compiled_later(
    "[已了过曾尚原应]|没有|没能|未(?![^，。；]{1,6}的)|发现|查出|反馈|指出|遗留|积压|拖欠|欠下|形成|[印签]发的|签订的|以来|至今|[针比]|(?<![0-9])至"
)
_NAMED_BY_IT = compiled_later(
    "^[^，。；]{0,16}(?:[已了过曾尚]|应[当该]|积压|遗留|拖欠|欠下|没有?|未(?![^，。；]{1,6}的))"
    "|^的|^(?:发现|查出|反馈|形成|签订|下达|交办|登记|受理|建成|投用|入职|购置|开工|上报|立项|完成|招录|印发|出台)[^，。；]{0,8}的"
)
_BY_NAME = compiled_later(
    "(?:[对把给针按照从自比较与同和、]|截至|截止|每年|逐年|各年|历年|明年|次年|来年|下一?年|原定|原计划|本应|本该)[^，。；]{0,6}$"
)
_GOES_ON = compiled_later("，[^，。；]{0,2}(?:今年|还|但|剩|其余|仍|现|目前|效果|反响|已)")
_WAS_DUE = compiled_later("[了过原应]|本来|答应|承诺")
_LAST_EARLY = 4  # the last month that is meant of the year of the meeting
_THIRDS = {"上旬": 10, "中旬": 20, "初": 10}


def is_told_as_past(text: str, match: re.Match[str]) -> bool:
    """Tell whether a deadline is told as one that was kept, or was once set: 「2025年12月底前已经补上」, 「区里要求…前建好的台账」."""
    begin = clause_at(text, match.start()).start
    return bool(_DONE_BY_THEN.match(text, match.end()) or _WAS_SET.search(text, begin, match.start()))


def find(facts: Facts, place: Span, year: int, today: datetime.date) -> Iterator[tuple[Span, str]]:
    """Yield the deadlines in words in a stretch of text that lie before a day, of a text about a year."""
    for begin, match in _SOUGHT.between(facts, *place):
        span = Span(*match.span()).shifted(begin)
        due = _due(match, year, today)
        said = match.string  # its paragraph
        clause = clause_at(said, match.start())
        ahead = said[match.end() : clause.end]
        if due is None or due >= today or _BY_NAME.search(said, clause.start, match.start()):
            continue
        if not _NAMED_BY_IT.search(ahead) and not _WAS_DUE.search(said, clause.start, match.start()):
            yield span, match[0]
    for begin, match in _WILL.between(facts, *place):
        due = _of_date(match, year)
        if due is None or due >= today:
            continue
        if _TO_DO.search(match["after"]) and not _TOLD.search(match["before"] + match["after"]):
            at = match.start("year") if match["year"] else match.start("when")
            yield Span(at, match.end("when")).shifted(begin), match.string[at : match.end("when")]
    for begin, match in _MEANT.between(facts, *place):
        if (
            "的" not in match["after"]
            and _TO_DO.search(match["after"])
            and not _TOLD.search(match["after"])
            and not _GOES_ON.match(match.string, match.end())
        ):
            yield Span(*match.span("when")).shifted(begin), match["when"]


def _due(match: re.Match[str], year: int, today: datetime.date) -> datetime.date | None:
    """Give the last day that a deadline in words means in a text about a year; nothing where that is open."""
    if match["last"]:
        return datetime.date(today.year - 1, 12, 31)
    if match["given"]:
        return _feast(match["feast"], int(match["given"])) if int(match["given"]) >= year else None
    if match["new"]:
        return datetime.date(year, 12, 31)
    if match["spring"]:
        return _feast("春节", year + 1)
    if match["plan"]:
        number = 10 + value_of(match["plan_number"] or match["within"])
        return datetime.date(1955 + 5 * number, 12, 31)
    day = int(match["day"] or {"上旬": 10, "中旬": 20}[match["third"]])
    return today.replace(day=day) if 1 <= day <= days_in(today.year, today.month) else None


def _feast(name: str, year: int) -> datetime.date | None:
    """Give the day of a feast in a year; nothing where the table of the lunar new year does not reach so far."""
    if "春节" in name:
        return datetime.date(year, *_SPRING[year]) if year in _SPRING else None
    return datetime.date(year, *next(day for feast, day in _FEASTS.items() if feast in name))


def _of_date(match: re.Match[str], about: int) -> datetime.date | None:
    """Give the last day of a month or a quarter; without a year those of the months in which the meeting is held."""
    month = 12
    if match["number"]:
        month = month_of(match["number"])
    elif match["quarter"]:
        month = 3 * value_of(match["quarter"])
    elif match["when"] == "上半年":
        month = 6
    if not 1 <= month <= 12 or (match["year"] is None and (month > _LAST_EARLY or not match["number"])):
        return None
    year = int(match["year"] or about + 1)
    if year < about:
        return None
    last = days_in(year, month)
    return datetime.date(year, month, min(int(match["day"] or _THIRDS.get(match["end"] or "", last)) or last, last))
