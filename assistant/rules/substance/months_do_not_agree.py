"""月份的先后、时间的长短似不一致

检查什么：写“从3月拖到6月，压了九个月”的，月数与起止月份是否一致；写“原定10月封顶，实际到12月，推迟3个月”“10月底前要报，直到11月12日才报，晚了22天”“2022年至2024年五年间”“8月2日至6日探亲四天”的，相隔的时间是否相符；写“1月8日、15日、22日三个星期四”的，星期与日期是否相符；写“10月答应……到6月才办”“7月修订办法，5月抽查”“3月开工，1月底前完成”的，月份先后是否颠倒。
为什么：月份与时间长短不一致，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对月份和月数，改正写错的一处；跨年的写明“去年”“次年”。
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.facts import days_told, times_between
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import time_apart
from assistant.language.numbering import value_of
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_MONTHS = "[0-9]{1,2}|[一二三四五六七八九]|十[一二]?"
_LASTED = Sought(
    ("个月", "个半月"),
    f"[从自](?P<first>{_MONTHS})月(?!刊)[^，。；0-9月]{{0,10}}?[到至](?P<last>{_MONTHS})月(?![刊份])[^，。；0-9月]{{0,6}}(?P<rest>[，、][^，。；0-9月]{{0,8}}|[^，。；0-9月]{{0,4}})"
    f"(?P<months>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})个(?P<half>半)?月",
)
# 「2月就收到了意见，6月才推动，让患者多跑了四个月」, 「10月下旬闭幕，我到11月下旬才组织学习，一拖就是一个月」
_APART = Sought(
    ("个月", "个半月"),
    "(?<![0-9从自到至])(?P<first>[0-9]{1,2})月(?![刊至底])[^。；0-9月]{1,24}，[^，。；0-9月]{0,8}(?P<last>[0-9]{1,2})月(?![刊底])[^。；，0-9月]{1,20}，"
    "[^。；，0-9月]{0,8}(?:(?:跑|等|拖|压|搁|晚|误|耽搁|用|过|空|闲|停|隔|断|差)了|就是|整整|足足|前后)(?P<months>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个(?P<half>半)?月",
)
# 「6月答应“下个月亮”，到10月才亮」: in the month that was promised it would not be late.
_PROMISED = Sought(
    ("下个月", "下月"),
    "(?P<first>[0-9]{1,2})月[^，。；0-9]{0,4}(?:答应|承诺|许诺|说好|表态)[^。；，0-9]{0,4}下个?月[^。；0-9月]{0,10}，[^。；0-9]{0,6}(?P<last>[0-9]{1,2})月才",
)
# 「10月底前要报，直到11月12日才报出，晚了12天」
_DAYS_LATE = Sought(
    [
        word + number
        for word in ("晚", "晚了", "迟", "迟了", "超期", "超期了", "逾期", "逾期了")
        for number in "0123456789"
    ],
    "(?<![0-9])(?P<first>[0-9]{1,2})月(?:(?P<end>底)|(?P<by>[0-9]{1,2})日)前[^。；0-9]{1,60}(?<![0-9])(?P<last>[0-9]{1,2})月(?P<day>[0-9]{1,2})日才[^。；，0-9]{1,16}"
    "，(?:晚|迟|超期|逾期)了?(?P<days>[0-9]{1,3})天",
)
# What lasted until a month that lies back: 「从8月拖到3月」, 「10月答应…到6月才亮」, 「5月底到期，直到3月上旬督查组上门」
_UNTIL = ("直到", "拖到", "拖至", "等到", "延到", "延至", "压到", "搁到", "推到", "推至", "推迟到", "推迟至", "放到")
_UNTIL_THEN = Sought(
    ("月才", "月份才", "月底才", "月初才", "旬才", *_UNTIL),
    f"(?<![0-9一二三四五六七八九十年至到])(?P<first>{_MONTHS})月(?![刊至到]|份[至到])(?P<between>[^。；0-9]{{0,40}}?)(?:(?:{'|'.join(_UNTIL)})了?|，?到了?(?=(?:{_MONTHS})(?:月|月份|月底|月初|月[中上下]旬)才))(?P<last>{_MONTHS})月(?!刊)",
)
# What is begun and what is done by when, of one thing in one plan: 「3月开工，1月底前完成主体工程」
_BEGUN = (
    *("开工", "动工", "动土", "开建", "破土", "进场", "招标", "立项", "选址", "论证", "试行", "起草", "拟出", "拟定"),
    *("征求意见", "启动", "开展", "组织", "着手", "部署", "摸排", "排查"),
)
_BEGUN_AND_DONE = Sought(
    _BEGUN,
    f"(?<![0-9一二三四五六七八九十年])(?P<first>{_MONTHS})月(?:份|底|初|中旬|上旬|下旬)?前?[^，。；、0-9月未没]{{0,4}}(?:{'|'.join(_BEGUN)})[^，。；、0-9月未没]{{0,10}}[，、][^，。；0-9月未没原应已]{{0,6}}"
    f"(?P<last>{_MONTHS})月(?:(?:份|底|初|末|中旬|上旬|下旬)?[之以]?前[^，。；0-9月未没]{{0,6}}(?:完成|办结|总结|销号|到位|印发|出台|封顶|收官|收尾|启用)|(?:份|底|初|中旬|上旬|下旬)?前?[^，。；0-9月]{{0,6}}(?:完工|建成|竣工|通水|通车|通电|通气|投用|验收|交付|投入使用|修好|修完))",
)
# In one sentence what comes later is told later: 「7月修订了办法，5月抽查」. Hardly any right text goes back.
_GOES_BACK = Sought(
    [number + "月" for number in "0123456789"],
    "(?<![0-9一二三四五六七八九十年从自到至比—-])(?P<first>[0-9]{1,2})月(?![刊至]|份?[到至]|[0-9]{1,2}[日号]?[到至—])"
    "(?P<told>[^。；\\n0-9]{1,50}(?:[0-9]+[^。；\\n0-9月年]{1,12})?)(?=，[^，。；0-9]{0,3}(?P<last>[0-9]{1,2})月(?!刊))",
)
_BACK = (_UNTIL_THEN, _BEGUN_AND_DONE, _GOES_BACK)
_TOLD_BACK = compiled_later(
    "答应|启动|动员|以来|开始|起|[去上前明今次翌]年|第二年|[0-9]年|比|而|此前|之前|早在|等到|直到|至"
)
_DUE = compiled_later("月?(?:份|底|末|初|[上中下]旬|[0-9]{1,2} ?[日号])?[之以]?前")
_ASKED_FOR = compiled_later("(?:要求|规定|须|应当?|原定|计划|限|定于|定在|承诺|说好|约定)[^，。；]{0,6}$")
_NO_LEAP_YEAR = 2025
_LATE, _EARLY = 11, 2  # months between which a year may end
_ANOTHER_YEAR = compiled_later("去年|上年|前年|次年|翌年|第二年|来年|今年|明年|年后|[0-9]年")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    told = list(_told(facts))
    yield from told
    for each in (*times_between.find(facts), *days_told.find(facts)):
        if not any(each.span.overlaps(other.span) for other in told):
            yield _finding(each.span, each.message)


def _told(facts: ParagraphFacts) -> Iterator[Finding]:
    for years in time_apart.years(facts.text):
        yield _finding(years.span, f"此处写{years.first}到{years.last}，是{years.due}，又写“{years.said}”。")
    if facts.text.count("月") < 2:
        return  # all of this holds one month against another
    apart = tuple(time_apart.find(facts.text, facts.dates))
    for each in apart:
        message = f"此处写“{each.first}”到“{each.last}”，相隔{each.due}，又写“{each.said}”。"
        yield _finding(each.span, message)
    for match in (*_LASTED(facts), *_APART(facts)):
        first, last = value_of(match["first"]), value_of(match["last"])
        months = value_of(match["months"])
        if not (1 <= first <= 12 and 1 <= last <= 12) or "每" in match[0] or _is_elsewhen(facts.text, match):
            continue
        if any(each.span.overlaps(Span(*match.span())) for each in apart):
            continue
        due = (last - first) % 12
        if not due - 1 <= months <= due + 1:
            message = f"此处写{match['first']}月到{match['last']}月，又写“{match['months']}个月”，两处不一致。"
            yield _finding(Span(*match.span()), message)
    yield from _came_late(facts, apart)
    for match in _PROMISED(facts):
        if int(match["last"]) - int(match["first"]) == 1 and not _is_elsewhen(facts.text, match):
            message = f"此处写{match['first']}月答应下个月办，又写“{match['last']}月才”，正是答应的月份。"
            yield _finding(Span(*match.span()), message)
    for match in _each(facts, _BACK):
        goes_back = value_of(match["last"]) < value_of(match["first"])
        if goes_back and not _is_elsewhen(facts.text, match) and not _is_told_back(match):
            message = f"此处先写{match['first']}月，后写“{match['last']}月”，月份的先后似颠倒。"
            yield _finding(Span(match.start(), max(match.end(), match.end("last") + 1)), message)


def _came_late(facts: ParagraphFacts, apart: Sequence[time_apart.Apart]) -> Iterator[Finding]:
    """Yield what came so many days after the day that was set, and is said to have come others."""
    for match in _DAYS_LATE(facts):
        first, last = int(match["first"]), int(match["last"])
        if not (1 <= first <= 12 and 1 <= last <= 12):
            continue
        due = _days_late(match, first, last)
        told_already = any(each.span.overlaps(Span(*match.span())) for each in apart)
        if abs(due - int(match["days"])) > 1 and not told_already and not _ANOTHER_YEAR.search(match[0]):
            told = f"晚{due}天" if due > 0 else "没有晚"
            message = f"此处写{match['first']}月{match['end'] or match['by'] + '日'}前、{match['last']}月{match['day']}日才，算得{told}，又写“{match['days']}天”。"
            yield _finding(Span(*match.span()), message)


def _days_late(match: re.Match[str], first: int, last: int) -> int:
    """Reckon how many days a thing came late, due in the first month; of a February the 28th is the last."""
    apart = datetime.date(_NO_LEAP_YEAR + (last < first), last, 1) - datetime.date(_NO_LEAP_YEAR, first, 1)
    by = days_in(_NO_LEAP_YEAR, first) if match["end"] else int(match["by"])
    return apart.days + int(match["day"]) - by


def _each(facts: ParagraphFacts, patterns: Iterable[Sought]) -> Iterator[re.Match[str]]:
    """Yield what patterns find; one place is told once."""
    seen: set[int] = set()
    for pattern in patterns:
        for match in pattern(facts):
            if match.start("last") not in seen:
                seen.add(match.start("last"))
                yield match


def _is_elsewhen(text: str, match: re.Match[str]) -> bool:
    """Tell whether another year is named, in the place or right before it."""
    return bool(_ANOTHER_YEAR.search(text[max(0, match.start() - 8) : max(match.end(), match.end("last"))]))


def _is_told_back(match: re.Match[str]) -> bool:
    """Tell whether a sentence goes back on purpose, or may be of two years: 「8月的增幅，比7月高」.

    What was in the year that is told is mended in the next: 「4月那位老人，我2月底前上门」, 「12月报上去，1月批下来」.
    """
    due, before = _DUE.match(match.string, match.end("last")), _DUE.match(match.string, match.end("first"))
    over_new_year = value_of(match["first"]) >= _LATE and value_of(match["last"]) <= _EARLY
    if "told" not in match.re.groupindex:
        return bool(over_new_year and due)
    told_back = _TOLD_BACK.search(match.string[match.start() : match.end("last")])
    asked_for = before and not due and _ASKED_FOR.search(match.string[: match.start()])  # done some of it before then
    return over_new_year or bool(told_back or asked_for or (due and not before))


def _finding(span: Span, message: str) -> Finding:
    return RULE.finding(span, message, "请对照台账核对；跨年的请写明年份。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("柳湾村的路灯，我⟦10月答应“下个月亮”，到6月⟧才亮；这件事⟦从3月压到6月，压了九个月⟧。"),
        Example("因为拆迁难，从⟦8月拖到3月⟧才开现场会；缺口资金2月落实，⟦5月开工，3月底前通水⟧。"),
        Example(
            "我⟦2月就收到了意见，6月才推动，让患者多跑了八个月⟧；我2月就收到了意见，6月才推动，让患者多跑了四个月。"
        ),
        Example("⟦5月底到期没有催问，直到8月上旬督查组上门，养护站才把稿子补交上来，前后拖了40天⟧。"),
        Example("5月底到期没有催问，直到7月上旬督查组上门，养护站才把稿子补交上来，前后拖了40天。"),
        Example(
            "按要求2025年⟦8月底前报送台账，我没有催办，直到8月19日才报出，晚了9天⟧；⟦6月10日前交稿，7月2日才交上，晚了12天⟧。",
            shown=False,
        ),
        Example(
            "按要求8月底前报送台账，我没有催办，直到9月9日才报出，晚了9天；6月10日前交稿，7月2日才交上，晚了22天；12月底前报，1月6日才报出，晚了6天；25月底前报，28月9日才报出，晚了2天。"
        ),
        Example(
            "从11月拖到次年3月才开；3月拖到8月；5月开工，年底前通水，9月底前验收；去年11月开工，3月底前通水。县里要求10月底前接通，我8月只接了2处，12月才接完。"
        ),
        Example(
            "⟦7月修订了用车办法，5月⟧抽查38次派车；⟦5月底前签下第一位艺人，4月⟧完成验收；3月底前谈完，⟦7月底前定下方案，6月⟧底前入场。"
        ),
        Example(
            "7月修订了办法，10月抽查；11月开会，次年2月验收；9月的增幅，比8月高；3月至5月走访，4月座谈；12月查完，次年1月复查。"
        ),
        Example(
            "四中全会⟦10月下旬闭幕，我到11月下旬才组织学习，一拖就是三个月⟧；路灯我⟦9月答应“下个月亮”，到10月才⟧亮。"
        ),
        Example("四中全会10月下旬闭幕，我到11月下旬才组织学习，一拖就是一个月；路灯我6月答应“下个月亮”，到10月才亮。"),
        Example(
            "⟦3月开工，1月底前完成⟧主体工程；⟦4月起草办法，2月底前印发⟧；3月开工，10月底前完成；11月启动，2月底前完成。"
        ),
        Example("住院楼原定⟦2025年10月封顶，实际到12月封顶，推迟3个月⟧；⟦2022年至2024年五年⟧间没有轮训。"),
        Example(
            "住院楼原定2025年10月封顶，实际到12月封顶，推迟2个月；应于3月底前报送，实际5月报送，迟报1个月；2022年至2024年三年间没有轮训。"
        ),
        Example("4月那位老人，我2月底前上门赔不是；12月报上去的单子，1月批下来。"),
        Example(
            "⟦10月27日传达全会精神，由我牵头提意见。我先等细则，到12月8日才拿出初稿，相隔52天⟧；⟦6月18日接到通知书。我没有催，直到7月25日才交，整整47天⟧。",
            shown=False,
        ),
        Example(
            "10月27日传达全会精神，由我牵头提意见。我先等细则，到12月8日才拿出初稿，相隔42天。5月20日跳闸，停机3天。6月3日检修，历时2天。8月1日开工。10月30日停工，停了15天。",
            shown=False,
        ),
        Example("⟦2026年1月8日、15日、22日三个星期三⟧的晚上集中学习；⟦8月2日至6日，我到外地探亲四天⟧。", shown=False),
        Example(
            "10月11日至24日，我赴外省参加会议，返院后⟦第二天即10月15日⟧才补办手续；⟦5月7日、14日、22日三个星期三⟧值班。",
            shown=False,
        ),
        Example(
            "2026年1月8日、15日、22日三个星期四的晚上集中学习；8月2日至6日，我到外地探亲五天；10月11日至14日赴外省，第二天即10月15日补办；6月3日至9日，有3天下雨。",
            shown=False,
        ),
        Example("等配套文件⟦从三月等到四月，等了五个月⟧。"),
        Example(
            "我6月答应“下个月亮”，到10月才亮；这件事从3月压到6月，压了三个月。去年10月答应的事，到今年6月才办；从11月到2月，前后三个月。"
            "从3月到6月每周一次，3月答应，6月才办。"
        ),
    ),
    cues=_LASTED.cues.union(
        times_between.CUES,
        days_told.CUES,
        time_apart.CUES,
        time_apart.YEAR_CUES,
        _PROMISED.cues,
        *(each.cues for each in _BACK),
    ),
)
