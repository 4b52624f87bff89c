"""Campaigns of study (集中教育) as a text tells them: with the time at which they were on, and by their names.

Both are held against the shipped table. What was done with a campaign later (成果, 整改, 总结) has a time of its own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts import congresses
from assistant.facts.congresses import Campaign
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_PART = "(?:份|初|底|末|[上中下]旬|[0-9]{1,2}日)?"
# 「2025年3月到7月的党纪学习教育」, 「2025年上半年，支部开展了党纪学习教育」
_DATED = Sought(
    ("学习教育", "主题教育"),
    "(?<![0-9至到—～~-])(?P<year>20[0-9]{2})年(?:(?P<half>[上下])半年|(?P<first>[0-9]{1,2})月"
    f"{_PART}(?:[至到—～~-]+(?:(?P<until>20[0-9]{{2}})年)?(?P<last>[0-9]{{1,2}})月{_PART})?)?"
    "(?P<lead>(?:间|期间)?，?)(?P<said>[^，。；：0-9]{0,44}?(?:学习教育|主题教育))(?!成果|常态|长效|总结|回头看|“回头看|动员|[^，。；]{0,6}条例|领导小组|办公室|[^，。；]{0,10}整改)",
)
# What may stand between the time and the name, when it is the time of the campaign
_HELD = compiled_later(
    "(?:在|于)?(?:全[党国省市县区州旗镇乡街局院校系统行]+|[我本][们局院校县市镇区乡街行]?|本人|(?:党)?支部|党委|党组|班子|单位|上级)?"
    "(?P<verb>(?:集中|统一|深入|扎实|认真|有序|组织|部署|参加|接受|正式|全面|同步)*(?:开展|启动|进行|举行|实施)?)(?:了|过|好)?的?"
)
_KIND = "(?:学习教育|主题教育)"
_NAMED = Sought(
    ("学习教育", "主题教育"),
    f"(?P<name>[一-龥“”]{{2,24}}?)(?P<kind>{_KIND})(?!实践|活动周|基地|培训)",
)
NAME_CUES = _NAMED.cues
"""Of `misnamed`."""
_SHORTEST, _LONGEST = 8, 14  # of a name by which a miswritten one is known: a longer one names a wider thing
_SHARED = 0.6  # of the name
_REST = 4  # characters that stand in the place of the others
_LATER = datetime.timedelta(days=45)  # for which a campaign goes on here and there


class Dated(NamedTuple):
    """Where a campaign is told with a time at which it was not on, that time, and which one was on then."""

    span: Span
    campaign: Campaign
    then: str
    on_then: Campaign | None


class Misnamed(NamedTuple):
    """Where a campaign is called by a name that is not its own, in a paragraph, and which one is meant."""

    span: Span
    campaign: Campaign


def at_another_time(facts: Facts, place: Span) -> Iterator[Dated]:
    """Yield the campaigns that are told to have been held when they were not."""
    for start, match in _DATED.between(facts, *place):
        campaign, before = _named_last(match["said"])
        if campaign is None:
            continue
        held = _HELD.fullmatch(before)
        if held is None or ("，" in match["lead"] and not held["verb"]):
            continue
        begin, end = _time(match)
        if begin is None or end is None or _is_on(campaign, begin, end):
            continue
        on_then = [each for each in congresses.shipped().campaigns if _is_on(each, begin, end)]
        then = match.string[match.start() : match.start("lead")]
        yield Dated(
            Span(*match.span()).shifted(start),
            campaign,
            then,
            on_then[0] if len(on_then) == 1 and match["first"] else None,
        )


def _named_last(said: str) -> tuple[Campaign | None, str]:
    """Give the campaign whose name some words end with, and what stands before its name, however short that is."""
    for campaign in congresses.shipped().campaigns:
        for word in campaign.words:
            if said.endswith(word):
                before, lead = said.removesuffix(word), campaign.name.partition(word)[0]
                at = next(at for at in range(len(lead) + 1) if before.endswith(lead[at:]))
                return campaign, before.removesuffix(lead[at:])
    return None, ""


def _time(match: re.Match[str]) -> tuple[datetime.date, datetime.date] | tuple[None, None]:
    """Give the first and the last day that a time can mean; nothing where there is no such month."""
    year = int(match["year"])
    first, last = int(match["first"] or 1), int(match["last"] or match["first"] or 12)
    if match["half"]:
        first, last = (1, 6) if match["half"] == "上" else (7, 12)
    until = int(match["until"] or year)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None, None
    return datetime.date(year, first, 1), datetime.date(until, last, days_in(until, last))


def _is_on(campaign: Campaign, begin: datetime.date, end: datetime.date) -> bool:
    return campaign.begin <= end and begin <= campaign.end + _LATER


def misnamed(paragraph: ParagraphFacts) -> Iterator[Misnamed]:
    """Yield 「树立和践行正确权力观主题教育」: what has most of a campaign's name, or its name and another kind."""
    for match in _NAMED(paragraph):
        said = match["name"] + match["kind"]
        if congresses.campaigns_in(said):
            continue
        for campaign in congresses.shipped().campaigns:
            at = _begin_of_name(match["name"], match["kind"], campaign)
            if at is not None:
                yield Misnamed(Span(match.start() + at, match.end()), campaign)
                break


def _begin_of_name(name: str, kind: str, campaign: Campaign) -> int | None:
    """Tell where in some words before a kind the name of a campaign begins, written as it is not called."""
    own = campaign.name[: -len(kind)]
    if len(own) > _LONGEST:
        return None
    for short in (word[: -len(kind)] for word in campaign.words):
        if name.endswith(short):  # of another kind, else it would be its name
            whole = name.rfind(own)
            return whole if whole >= 0 else len(name) - len(short)
    if len(own) < _SHORTEST:
        return None
    for length in range(len(own) - 1, int(_SHARED * len(own)) - 1, -1):
        at = name.find(own[:length])
        if at >= 0:
            return at if 0 < len(name) - at - length <= _REST else None
    return None
