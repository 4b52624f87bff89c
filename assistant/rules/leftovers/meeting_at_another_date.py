"""会议、集中教育的时间似写错

检查什么：写到的中央全会、集中教育，年月是否与公开报道的一致，集中教育写明的年月是否就是它开展的时间（2025年度的材料写“2025年3月到7月的党纪学习教育”），文件是不是这次全会通过的（“9月党的二十届四中全会召开”，全会是10月召开的）；上一年的全会、集中教育，写的是不是本年度的事，而没有写明是哪一年（2025年度的材料写“党纪学习教育期间，我查摆问题6个”），往年集中教育查出的问题，是否写成本年度整改的。
为什么：全会、集中教育的时间是公开的，写错了，审核时一般会问到。
怎么改：对照公开报道改正；回顾往年的，写明是哪一年。
"""

import datetime
import re
from collections.abc import Iterator

from assistant.certainty import Certainty
from assistant.facts import campaigns_told, congresses
from assistant.facts.congresses import Campaign
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import years
from assistant.language.numbering import value_of
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Span

_DATE = "(?:(?P<year>20[0-9]{2})年|[去今]年)?(?P<month>[0-9]{1,2})月(?:份|底|初|上旬|中旬|下旬|(?P<day>[0-9]{1,2})日)?"
_NAME = "(?:党的)?(?:(?P<congress>[一二三四五六七八九十]{2,3})届)?(?P<n>[一二三四五六七])中全会"
# 「去年9月党的二十届四中全会召开后」, 「9月召开的党的二十届四中全会」, 「四中全会于9月下旬闭幕」
_HELD_AT = (
    Sought(
        ("中全会",),
        f"(?<![0-9.]){_DATE}，?(?:在北京)?{_NAME}(?=(?:胜利|隆重)?(?:召开|举行|开幕|闭幕|审议通过|通过))",
    ),
    Sought(("中全会",), f"(?<![0-9.]){_DATE}(?:在北京)?(?:胜利|隆重)?(?:召开|举行|闭幕)的{_NAME}"),
    Sought(("中全会",), f"{_NAME}[于在]?{_DATE}(?=(?:在北京)?(?:胜利|隆重)?(?:召开|举行|开幕|闭幕|审议通过))"),
)
# 「2025年7月全会闭幕后」, where one session alone is named
_THE_SESSION_AT = Sought(
    ("全会",),
    f"(?<![0-9.]){_DATE}，?(?:党的)?全会(?=(?:胜利|隆重)?(?:召开|举行|开幕|闭幕|结束|审议通过))",
)
_AFTER = compiled_later("(?:胜利)?(?:召开|闭幕|结束)(?:以后|之后|后|以来)")
# 「2024年4月至7月学习教育期间」 in a section of its own, whose heading names the campaign
_BARE = Sought(
    ("学习教育", "主题教育"),
    "(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月(?:份|底|初)?(?:[至到—-](?:20[0-9]{2}年)?[0-9]{1,2}月(?:份|底)?)?)?(?:开展的?|，)?(?:学习教育|主题教育)(?=期间|中|开展|以来|，)",
)
# 「2024年4月至7月，我照局党组部署参加学习教育」, there too
_FROM_TO = Sought(
    ("学习教育", "主题教育"),
    "(?P<year>20[0-9]{2})年[0-9]{1,2}月(?:份|初|底)?[至到—-](?:20[0-9]{2}年)?[0-9]{1,2}月(?:份|底)?(?=，[^。；]{0,24}?(?:参加|参与|开展|投入)[^，。；]{0,8}(?:学习教育|主题教育))",
)
# 「2024年4月至7月，党组集中查摆问题10个」, there too
_FOUND_FROM_TO = Sought(
    ("查摆", "查找", "检视", "对照检查"),
    "(?P<year>20[0-9]{2})年[0-9]{1,2}月(?:份|初|底)?[至到—-](?:20[0-9]{2}年)?[0-9]{1,2}月(?:份|底)?(?=，[^，。；]{0,12}?(?:查摆|查找|检视|对照检查)[^，。；]{0,16}问题)",
)
_DURING = Sought(
    ("学习教育", "主题教育"),
    "(?:学习教育|主题教育)(?:期间|中(?=，|我|查|对照|班子|支部|检视)|开展以来|集中学习)",
)
# 「党纪学习教育期间，我查摆问题4个」
_FOUND_DURING = Sought(
    ("学习教育", "主题教育"),
    "(?:学习教育|主题教育)(?:期间|中)(?=，?[^，。；]{0,24}?(?:查摆|查找|检视|对照检查|列出)(?!的)[^。；]{0,60}?(?:问题|措施))",
)
_OTHER_YEAR = compiled_later("去年|上年|上一?年度|前年|往年|当年|曾|此前|以前|20[0-9]{2}年(?!度)|回头看")
# 「去年9月学习教育期间」, after it had come to its end
_IN_MONTH = Sought(
    ("学习教育期间", "学习教育中", "主题教育期间", "主题教育中"),
    "(?P<year>20[0-9]{2}年|[去今]年)(?P<month>[0-9]{1,2})月份?(?:的|开展的?|，)?(?P<name>(?![对就围针])[一-龥“”、]{0,30}?(?:学习教育|主题教育))(?:期间|中)",
)
# 「全会《决定》」, where one session alone is named
_DOCUMENT = Sought(
    ("决定》", "建议》", "决议》"),
    "(?<!届)(?:(?P<n>[一二三四五六七])中|(?<![中员]))全会(?:审议|通过|精神|公报|[的和及、]){0,4}《(?P<called>决定|建议|决议)》",
)
# 「在主题教育专题民主生活会上」: the meeting of a year further back
_SPECIAL = Sought(("专题民主生活会", "专题组织生活会"), "(?P<kind>学习教育|主题教育)专题(?:民主|组织)生活会")
# 「以这次主题教育为契机」, where none was on in the year
_THIS_ONE = Sought(
    [this + kind for this in ("这次", "本次", "此次") for kind in ("学习教育", "主题教育")],
    "(?:这次|本次|此次)(?P<kind>学习教育|主题教育)(?!专题)",
)
_CLAUSE_END = compiled_later("[，。；：]")
_NAMED = 30  # characters before 学习教育 in which stands which one it is
_HAS_YEAR = compiled_later("去年|上年|上一?年度|前年|往年|当年|曾|此前|以前|20[0-9]{2}年|回头看|反弹|以来")
_CAMPAIGN = compiled_later("学习教育|主题教育|专题教育")
_ADVICE = "请对照公开报道核对时间。"


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        year = facts.year(material)
        if year is None:
            continue
        for pattern in _HELD_AT:
            for start, match in pattern.between(facts, material.outline.start, material.outline.end):
                yield from _held_at(start, match, year)
        former = [Span(each.start, each.end) for each in material.previous]
        dated = list(_dated_otherwise(facts, material))
        yield from dated
        for finding in (*_in_its_section(facts, material), *_in_another_month(facts, material, year)):
            if not any(finding.span.overlaps(each.span) for each in dated):
                yield finding
        accounted = list(_accounted(facts, material, year))
        yield from accounted
        yield from _the_session(facts, material)
        yield from _documents(facts, material)
        for span, said in (
            *_last_plenum(facts, material, year),
            *_last_campaign(facts, material, year),
            *_special_meeting(facts, material, year),
            *_none_on(facts, material, year),
        ):
            sentence = years.plain(sentence_at(facts.text, span.start).of(facts.text)).replace(f"{year}年", "")
            if not _HAS_YEAR.search(sentence) and not any(
                span.overlaps(each) for each in (*former, *(finding.span for finding in accounted))
            ):
                message = f"{said}，这句话没有写明是哪一年，本材料是{year}年度的。"
                advice = "请核对所指的是哪一次；回顾往年的，宜写明是哪一年。"
                yield RULE.finding(span, message, advice, severity=Severity.HINT)


def _held_at(start: int, match: re.Match[str], year: int) -> Iterator[Finding]:
    """Yield a session told at another month, day or year than that of the table."""
    congress = value_of(match["congress"]) if match["congress"] else congresses.of_year(year)
    plenum = congresses.plenum(congress, value_of(match["n"]), Span(*match.span()).shifted(start))
    if plenum.begin is None or plenum.end is None:
        return
    stated, month, day = match["year"], int(match["month"]), match["day"]
    right_year = stated is None or plenum.begin.year <= int(stated) <= plenum.end.year
    right_day = day is None or plenum.begin.day <= int(day) <= plenum.end.day
    if not (right_year and plenum.begin.month <= month <= plenum.end.month and right_day):
        yield RULE.finding(plenum.span, f"此处写“{match[0]}”，{_when(plenum.begin, plenum.end)}。", _ADVICE)


def _the_session(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the one session that a text names, told at another time without its name: 「2025年7月全会闭幕后」."""
    outline = material.outline
    for start, match in _THE_SESSION_AT.between(facts, outline.start, outline.end):
        congress, session = _only_session(facts, material)
        plenum = (
            congresses.plenum(value_of(congress), value_of(session), Span(*match.span()).shifted(start))
            if session
            else None
        )
        if plenum is None or plenum.begin is None or plenum.end is None:
            continue
        stated, month = match["year"], int(match["month"])
        if stated not in (None, str(plenum.begin.year)) or not plenum.begin.month <= month <= plenum.end.month:
            message = f"此处写“{match[0]}”，文中写到的{_when(plenum.begin, plenum.end, plenum.name)}。"
            yield RULE.finding(plenum.span, message, _ADVICE, severity=Severity.HINT)


def _only_session(facts: Facts, material: MaterialFacts) -> tuple[str, str]:
    """Give the numbers of the session that a text names, if it names one alone."""
    outline = material.outline
    named = {(each["congress"], each["n"]) for _, each in _plenums.between(facts, outline.start, outline.end)}
    return next(iter(named)) if len(named) == 1 else ("", "")


def _when(begin: datetime.date, end: datetime.date, called: str = "这次全会") -> str:
    return f"{called}是{begin.year}年{begin.month}月{begin.day}日至{end.day}日召开的"


def _in_its_section(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield a campaign dated to a year that was not its own, in the section whose heading names it."""
    for section in material.outline.walk():
        named = congresses.campaigns_in(section.heading)
        if len(named) != 1:
            continue
        inside = [
            each.start for each in section.walk() if each is not section and congresses.campaigns_in(each.heading)
        ]
        for start, match in _dated(facts, section, min(inside, default=section.end)):
            if not named[0].begin.year <= int(match["year"]) <= named[0].end.year:
                message = f"此处写“{match[0]}”，{_told(named[0])}。"
                yield RULE.finding(Span(*match.span()).shifted(start), message, _ADVICE)


def _dated(facts: Facts, section: Section, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where a section tells, up to a place, when a campaign was, without its name."""
    for pattern in (_BARE, _FROM_TO, _FOUND_FROM_TO):
        yield from pattern.between(facts, section.start, end)


def _told(campaign: Campaign) -> str:
    begin, end = campaign.begin, campaign.end
    until = f"{end.month}月" if begin.year == end.year else f"{end.year}年{end.month}月"
    return f"{campaign.name}{begin.year}年{begin.month}月至{until}开展"


def _dated_otherwise(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield a campaign told with a year, or months, in which it was not on: 「2025年3月到7月的党纪学习教育」."""
    for each in campaigns_told.at_another_time(facts, Span(material.outline.front_end, material.outline.end)):
        on_then = f"；{each.then}开展的是{each.on_then.name}" if each.on_then else ""
        message = f"此处写“{each.span.of(facts.text)}”，{_told(each.campaign)}{on_then}。"
        known = each.campaign.certainty is not Certainty.MEMORY
        yield RULE.finding(each.span, message, _ADVICE, severity=RULE.severity if known else Severity.HINT)


def _in_another_month(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield a campaign told in a month in which it was not on; one without a name is that of the year."""
    of_the_year = [each for each in congresses.shipped().campaigns if each.begin.year == each.end.year == year]
    for start, match in _IN_MONTH.between(facts, material.outline.start, material.outline.end):
        campaigns = congresses.campaigns_in(match[0]) or (tuple(of_the_year) if len(match["name"]) == 4 else ())
        stated = int(match["year"][:4]) if match["year"][0] == "2" else None
        for campaign in campaigns if len(campaigns) == 1 else ():
            begin, end = campaign.begin, campaign.end
            if begin.year != end.year or (stated is None and begin.year != year):
                continue
            if not begin.month <= int(match["month"]) <= end.month or stated not in (None, begin.year):
                span = Span(match.start(), match.end("name")).shifted(start)
                yield RULE.finding(span, f"此处写“{span.of(facts.text)}”，{_told(campaign)}。", _ADVICE)


def _documents(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield what the session adopted, told without its name, where the one session that is named adopted another."""
    outline = material.outline
    for start, match in _DOCUMENT.between(facts, outline.start, outline.end):
        congress, session = _only_session(facts, material)
        known = (
            congresses.documents(congresses.plenum(value_of(congress), value_of(session), Span(0, 0)))
            if session
            else ()
        )
        if known and match["called"] not in known and match["n"] in (None, session):
            right = "".join(f"《{each}》" for each in known)
            message = f"此处写“{match[0]}”，{congress}届{session}中全会通过的是{right}。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, _ADVICE, severity=Severity.HINT)


def _special_meeting(facts: Facts, material: MaterialFacts, year: int) -> Iterator[tuple[Span, str]]:
    """Yield the special meeting of a campaign that was on before last year's meeting, and no year says so."""
    for start, match in _SPECIAL.between(facts, material.outline.front_end, material.outline.end):
        said = _with_its_name(match)
        named = congresses.campaigns_in(said) or [
            each
            for each in congresses.shipped().campaigns
            if each.name.endswith(match["kind"]) and each.begin.year <= year
        ]
        latest = max(named, key=lambda each: each.begin, default=None)
        if latest and latest.begin.year < year - 1:
            word = next((word for word in latest.words if word in said), match["kind"])
            yield Span(match.end() - len(said) + said.rfind(word), match.end()).shifted(start), _told(latest)


def _last_plenum(facts: Facts, material: MaterialFacts, year: int) -> Iterator[tuple[Span, str]]:
    """Yield a session of the year before after which something was done, and no year says that it is gone by."""
    for start, found in facts.where(_plenums, material.outline.start, material.outline.end):
        for match in found:
            congress = value_of(match["congress"])
            plenum = congresses.plenum(congress, value_of(match["n"]), Span(*match.span()).shifted(start))
            begin, end = plenum.begin, plenum.end
            if begin and end and end.year == year - 1 and _AFTER.match(facts.text, plenum.span.end):
                yield plenum.span, _when(begin, end)


_plenums = Sought(("中全会",), "(?P<congress>[一二三四五六七八九十]{2,3})届(?P<n>[一二三四五六七])中全会")


def _last_campaign(facts: Facts, material: MaterialFacts, year: int) -> Iterator[tuple[Span, str]]:
    """Yield a campaign of the year before, or the next, in which something was done, and no other year is told."""
    asked = {campaign for fact in material.parts for campaign in congresses.campaigns_in(fact.part.heading)}
    for start, match in _DURING.between(facts, material.outline.start, material.outline.end):
        said = _with_its_name(match)
        for campaign in (each for each in dict.fromkeys(congresses.campaigns_in(said)) if each not in asked):
            word = next(word for word in campaign.words if word in said)
            at = start + match.end() - len(said) + said.rfind(word)
            sentence = sentence_at(facts.text, at)
            rest = facts.text[sentence.start : at] + facts.text[at + len(word) : sentence.end]
            # What ended in January was the year before's; two told of in one breath are a look back
            near = campaign.end.year - (campaign.end.month < 2) == year - 1 or campaign.begin.year == year + 1
            if near and not _CAMPAIGN.search(rest):
                yield Span(at, at + len(word)), _told(campaign)


def _accounted(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield another year's campaign where what was found in it is told as put right in this one, or this year's is nowhere told.

    That is the account of this year's campaign with the name of another: 「党纪学习教育期间，我查摆问题4个，2025年7月底前整改到位」.
    """
    outline = material.outline
    for start, match in _FOUND_DURING.between(facts, outline.start, outline.end):
        said = _with_its_name(match)
        campaign = next(iter(congresses.campaigns_in(said)), None)
        if campaign is None or campaign.begin.year <= year <= campaign.end.year:
            continue
        at = start + match.end() - len(said)
        told = years.plain(facts.text[at : sentence_at(facts.text, at).end].partition("；")[0])
        this_year = f"{year}年" in told
        if _OTHER_YEAR.search(told.replace(f"{year}年", "")) or not (this_year or _untold(facts, material, year)):
            continue
        word = next(word for word in campaign.words if word in said)
        span = Span(at + said.rfind(word), at + said.rfind(word) + len(word))
        why = f"这句话说的是{year}年的整改" if this_year else f"文中未见{year}年开展的集中教育"
        advice = "请核对所指的是哪一次；回顾往年的，宜写明是哪一年。"
        yield RULE.finding(span, f"{_told(campaign)}，{why}。", advice, severity=Severity.HINT)


def _untold(facts: Facts, material: MaterialFacts, year: int) -> bool:
    """Tell whether the campaign of the year, which the template asks for, is named nowhere in a text."""
    asked = {each for fact in material.parts for each in congresses.campaigns_in(fact.part.heading)}
    own = [each for each in asked if each.begin.year <= year <= each.end.year]
    text = facts.text[material.outline.start : material.outline.end]
    return bool(own) and not any(word in text for each in own for word in each.words)


def _none_on(facts: Facts, material: MaterialFacts, year: int) -> Iterator[tuple[Span, str]]:
    """Yield 「这次主题教育」 where the campaign of the year was of the other kind."""
    for start, match in _THIS_ONE.between(facts, material.outline.front_end, material.outline.end):
        alike = [each for each in congresses.shipped().campaigns if each.name.endswith(match["kind"])]
        before = [each for each in alike if each.begin.year <= year]
        if before and not any(each.begin.year <= year <= each.end.year for each in alike):
            yield Span(*match.span()).shifted(start), _told(before[-1])


def _with_its_name(match: re.Match[str]) -> str:
    """Give what is found with the words of its clause before it: 「深入贯彻中央八项规定精神学习教育期间」."""
    return _CLAUSE_END.split(match.string[max(0, match.start() - _NAMED) : match.end()])[-1]


_TEXT = TITLE + "张三\n" + FIRST_ASPECT + "学得浅。{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公开报道的会议召开、集中教育起止日期",
    (
        Example(
            _TEXT.format(
                "⟦去年9月党的二十届四中全会⟧召开后，我只学了一遍；⟦四中全会于11月⟧闭幕；⟦2024年10月召开的党的二十届四中全会⟧。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("⟦二十届三中全会⟧召开后，我到村里宣讲。⟦党纪学习教育⟧期间，我查摆问题6个。"),
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、深入贯彻中央八项规定精神学习教育查摆问题整改情况\n⟦2024年4月至7月学习教育⟧期间，我查摆问题5个。2025年3月至7月学习教育期间，我又查了一遍。⟦2024年4月至7月⟧，我照局党委的安排参加学习教育。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "⟦去年9月学习教育⟧期间查摆问题6个。在⟦主题教育专题民主生活会⟧上提意见8条。以⟦这次主题教育⟧为契机改。学二十届四中全会精神，⟦全会《决定》⟧没有细读，全会《建议》读过两遍。去年5月学习教育期间写过体会。"
            ),
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、2024年度民主生活会整改情况\n查摆的问题6个都已整改。⟦党史学习教育⟧期间，我对照查摆问题4个，到2025年7月底整改完毕，至今没有反弹。党纪学习教育期间，我查摆问题3个，2024年底全部整改。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n党的二十届四中全会开过，我学得浅，⟦2025年7月全会⟧闭幕后只传达了一次，10月全会召开后又学了一次。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、上年度整改情况\n（一）整改情况。问题6个都已整改。\n（二）深入贯彻中央八项规定精神学习教育查摆问题整改情况。⟦2024年4月至7月⟧，班子集中查摆问题10个。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "去年10月党的二十届四中全会召开后，我只学了一遍；9月学习党的二十届三中全会精神。2024年7月二十届三中全会召开后，我到村里宣讲。2024年党纪学习教育期间查出的问题又有反弹，党纪学习教育成果没有守住。"
            ),
            with_template=True,
        ),
    ),
    about=About.OTHER_YEAR,
)
