"""Totals that a sentence tells with what they are reckoned from: so often a month, so many each, two by two, half and half.

One solver for all wordings. A total is known by its own words (共, 合计, 全年), what it is reckoned from by 每, 各, 两两: how much
at a time, how often, for how many. It is held against all products that the numbers of its sentence make: what any of them
comes to is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language import each_of_several
from assistant.language.cues import known
from assistant.language.each_of_several import Several
from assistant.language.figures import Figure
from assistant.language.numbering import value_of
from assistant.language.reckoned import EVEN, OF_PEOPLE, PERCENT
from assistant.language.sentences import piece_start
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Span

_RATES = known(("每", "各", "两两"))
_HALVES = known(("上半年", "前半年", "，明年", "，次年"))
CUES = _RATES | _HALVES
_RATE = compiled_later(
    "每(?!年|当|逢)(?:一)?个?(?P<every>月|季度?|半年|周|双月|旬|天|日)"
    "|每(?:一)?(?P<of>公里|[人名户家个所位处次场期亩吨套台件份批轮村条篇])"
    "|(?P<each>各)(?![级类项地界方自])|(?P<two>两两)"
)
_ALL = compiled_later(
    "(?:共计?|合计|总计|总共|一共|累计|全年|一年|全月|当月|20[0-9]{2}年"
    "|(?<=[0-9][人名个家位])[^，。；、0-9]{0,5}?应[该当]?)(?P<lead>[^，。；、0-9]{0,10})$"
)
_A_YEAR = compiled_later("全年|一年|20[0-9]{2}年(?![0-9]*月)|年内")
_MONTH = compiled_later("(?<![0-9])(?P<month>1[0-2]|[1-9])月(?!份?底?前)")
_NO_LEAP_YEAR = 2025
_TIMES = {"月": 12, "季": 4, "季度": 4, "半年": 2, "周": 52, "双月": 6, "旬": 36}
_ONCE = compiled_later("[^，。；0-9]{0,4}(?:第[一二三四]周|[0-9]{1,2}日|月?[底初末])")
_IN_CHARACTERS = compiled_later(
    "[^，。；0-9]{0,8}?(?P<n>[一二两三四五六七八九十]{1,2})(?P<unit>人次|课时|学时|小时|[次场篇条份节期轮遍本户个人名位天讲])"
)
_LEAST = compiled_later("不[少低]于|至少|以上|不下|超过|最少|不足")
_ABOUT = compiled_later("平均|约|左右|上下|人均")
_LESS = compiled_later("[只仅才却漏误迟]|少(?!于)|实际|未|没|落|缺|欠")
# What tells that some were done besides, or are among them
_THEN = compiled_later("[^，。；、0-9]{0,6}，(?:其中|对|由|为)?[^，。；、0-9]{0,4}")
_EACH = compiled_later("[^，。；、0-9]{0,8}(?:每[家个人名户村所位处]|各)[^，。；、0-9]{0,4}")
_EACH_OF = compiled_later("每|各|平均|人均")
_GOES_ON = compiled_later("[^。；0-9]{0,6}(?:以上|左右|[、，][^，。；]{0,10}(?:其余|其他|另))")
_MADE_UP = compiled_later("另|加|增|改|互|临时|补[上做讲学开]|除|连同|包括|其中|多谈")
_SHALL = compiled_later("[应该要需]")
_LACKING = compiled_later("，(?:还|尚)?[差缺欠少]了?")
_NAMED = compiled_later("[和、及与](?![0-9一二两三四五六七八九十])[一-龥]{2,8}?(?=[和、及与，每各]|$)")
_OPEN = compiled_later("等|成员|各(?:科|村|站|股|支)")  # of whom it is not told how many they are
_TIME = frozenset(("年", "月", "日", "个月", "季度", "天", "周", "小时", "分钟", "号", "元", *PERCENT, ""))
_TALKS = frozenset(("人次", "户次", "村次", "场次", "家次"))
_WRITTEN = frozenset("份篇条")
_AT_A_TIME = frozenset("次场期")
_NEAR, _JOINED = 16, 6  # characters from a rate to its number, and to another rate of the same: 「每人每季度」
_MOST_SUMMED = 4  # of those told one behind the other: 「19个村、2个社区每处」
_LONGEST = 300  # characters before it in its sentence; of a longer list all ways would take minutes
_PLACES = 0.012  # of a sum of money, by which it may be rounded
_AT_MOST = 2  # times as much as comes out, where it is asked at least


class Total(NamedTuple):
    """A total, where it stands, what it should come to, and how that is reckoned."""

    span: Span
    said: str
    due: float
    how: str
    sure: bool = True


class _Told(NamedTuple):
    """A total with what its sentence tells before it: the numbers, and by what it is reckoned."""

    text: str
    begin: int
    before: Sequence[Figure]
    said: Figure
    lacking: Figure | None
    rates: Sequence[re.Match[str]]
    words: re.Match[str]


class _Rate(NamedTuple):
    """How much at a time, in which unit, where that stands, and for each of which it is."""

    value: float
    unit: str
    span: Span
    chain: Sequence[re.Match[str]]

    @property
    def is_for_each(self) -> bool:
        """Whether it is for each of some, and not for a time alone."""
        return any(each["of"] or each["each"] for each in self.chain)


def find(facts: ParagraphFacts) -> Iterator[Total]:
    """Yield the totals that nothing in their sentence comes to."""
    if not facts.cues.isdisjoint(_HALVES):
        yield from _halves(facts)
    for at, said in enumerate(facts.figures) if not facts.cues.isdisjoint(_RATES) else ():
        words = _ALL.search(facts.text, max(0, said.span.start - 20), said.span.start)
        yield from _each_behind(facts, said, facts.figures[at + 1 : at + 3])
        if words is None or said.unit in ("", *PERCENT) or said.is_round or said.written.startswith("一"):
            continue
        if facts.text.endswith(("比", "较"), 0, words.start()):
            continue  # 「每周跟车，全年52次，比2024年的31次」
        begin = piece_start(facts.text, said.span.start, "。；\n")
        if said.span.start - begin > _LONGEST:
            continue
        rates = list(_RATE.finditer(facts.text, begin, words.start()))
        if not rates:
            continue
        before = [each for each in facts.figures[:at] if each.span.start >= begin]
        behind = facts.figures[at + 1 : at + 2]
        short = behind and _LACKING.fullmatch(facts.text, said.span.end, behind[0].span.start)
        lacking = behind[0] if short and behind[0].unit == said.unit else None
        told = _Told(facts.text, begin, before, said, lacking, rates, words)
        if any(each["two"] for each in rates):
            yield from _two_by_two(told)
        elif any(each["each"] for each in rates) and (
            several := each_of_several.before_total(facts.text[begin : said.span.end])
        ):
            yield from _of_groups(told, several)
        else:
            yield from _of_a_rate(told)


def _each_behind(facts: ParagraphFacts, total: Figure, behind: Sequence[Figure]) -> Iterator[Total]:
    """Yield 「不少于48次，6家卫生院每家6次」: a total, and right behind it for how many so many each."""
    if len(behind) < 2 or total.unit in _TIME or total.unit != behind[1].unit or total.is_round:
        return
    many, once = behind
    text = facts.text
    if not (
        _THEN.fullmatch(text, total.span.end, many.span.start) and _EACH.fullmatch(text, many.span.end, once.span.start)
    ):
        return
    due = many.value * once.value
    goes_on = _GOES_ON.match(text, once.span.end) or many.unit in _TIME or _EACH_OF.search(total.before)
    differs = due < total.value or (due != total.value and not _LEAST.search(total.before))
    if min(many.value, once.value) > 1 and not goes_on and differs:
        told = Span(many.span.start, once.span.end)
        yield Total(Span(total.span.start, once.span.end), total.written, due, told.of(text), sure=False)


def _two_by_two(told: _Told) -> Iterator[Total]:
    """Yield 「9名成员两两谈心，共45次」, where nobody else is talked with."""
    rate = next(each for each in told.rates if each["two"])
    people = [each for each in told.before if each.unit in (*OF_PEOPLE, "个") and each.span.end <= rate.start()]
    others = [each for each in told.before if each.span.start > rate.end() and each.value != 1]
    if people and not others:
        once = people[-1].value * (people[-1].value - 1) / 2
        if told.said.value not in (once, 2 * once):
            span = Span(people[-1].span.start, told.said.span.end)
            yield Total(span, told.said.written, once, f"{people[-1].value:g}人两两各一次", sure=False)


def _of_groups(told: _Told, several: Several) -> Iterator[Total]:
    """Yield the total of talks group by group."""
    least = _LEAST.search(told.text, told.begin, told.said.span.start)
    if told.said.value not in several.any and not least:
        span = Span(told.rates[0].start(), told.said.span.end)
        yield Total(span, told.said.written, several.likely, "各项相加", sure=False)


def _of_a_rate(told: _Told) -> Iterator[Total]:
    """Yield a total that no number of those its sentence tells comes to at that rate."""
    rate = _rate(told)
    period = rate and _period(told, rate)
    if rate is None or period is None or not _is_of(rate, told.said.unit):
        return
    lead, between = told.words["lead"], told.text[rate.span.start : told.said.span.start]
    if (
        _MADE_UP.search(between)
        or _ABOUT.search(told.text, rate.span.start - 2, told.said.span.start)
        or _LEAST.search(told.text, *rate.span)
    ):
        return
    groups = [each.value for each in told.before if each.unit not in _TIME and each.value > 1]
    groups = [each for each in groups if each != rate.value or groups.count(each) > 1]
    many = _sums(told, rate, groups)
    amount = told.said.value + (told.lacking.value if told.lacking else 0)
    beside = sum(each.value for each in told.before if each.span.start >= rate.span.end and each.unit == rate.unit)
    at_once = {rate.value * period, (rate.value + beside) * period}  # 「每村配1名网格长、3名网格员」
    if _comes_to({amount, told.said.value}, told.said, at_once, many):
        return
    of_talks = told.said.unit in _TALKS and told.said.unit != rate.unit and rate.unit not in OF_PEOPLE
    if (rate.is_for_each or of_talks) and not many:
        return  # how many they are is told elsewhere
    if not many and _OPEN.search(told.text, told.begin, rate.span.start):
        return
    due = rate.value * period * (max(many) if (rate.is_for_each or of_talks) else 1)
    done_less = _LESS.search(lead) or ("了" in lead and amount < due)
    if (done_less and not told.lacking) or (_LEAST.search(lead) and due <= amount <= _AT_MOST * due):
        return
    span = Span(rate.span.start, (told.lacking or told.said).span.end)
    in_time = any(each["every"] for each in rate.chain)
    sure = told.lacking is not None or not in_time or _SHALL.search(told.words[0]) is not None
    yield Total(span, told.said.written, due, rate.span.of(told.text), sure)


def _rate(told: _Told) -> _Rate | None:
    """Give the first rate of a sentence: 「每人每季度」 are one, and the number behind it is how much."""
    chain = [told.rates[0]]
    for each in told.rates[1:]:
        counted = any(chain[-1].end() <= one.span.start < each.start() for one in told.before)
        if each.start() - chain[-1].end() <= _JOINED and not counted:
            chain.append(each)
    start, end = chain[0].start(), chain[-1].end()
    near = (each for each in told.before if end <= each.span.start <= end + _NEAR)
    one = next((each for each in near if not _A_YEAR.search(told.text, end, each.span.start)), None)
    written = _IN_CHARACTERS.match(told.text, end, told.words.start())
    if written and (one is None or written.end() <= one.span.end):
        return _Rate(float(value_of(written["n"])), written["unit"], Span(start, written.end()), chain)
    if one:
        return _Rate(one.value, one.unit, Span(start, one.span.end), chain)
    return _Rate(1.0, "次", Span(start, end), chain) if _ONCE.match(told.text, end) else None


def _period(told: _Told, rate: _Rate) -> float | None:
    """Give how often a rate comes round in what the total is of; None where that is not told."""
    times = 1.0
    for each in rate.chain:
        if each["every"] in ("天", "日"):
            months = {int(one["month"]) for one in _MONTH.finditer(told.text, told.begin, told.said.span.start)}
            if not told.words[0].startswith(("全月", "当月")) or len(months) != 1:
                return None
            times *= days_in(_NO_LEAP_YEAR, months.pop())
        elif each["every"]:
            months_told = [one.value for one in told.before if one.unit == "个月"]
            if each["every"] == "月" and months_told:
                times *= months_told[-1]
            elif _A_YEAR.search(told.text, told.begin, told.said.span.start):
                times *= _TIMES[each["every"]]
            else:
                return None
    return times


def _is_of(rate: _Rate, unit: str) -> bool:
    """Tell whether a total may be of what is told at a time: 人次 of times, 份 of people who each hand in one."""
    people = rate.unit in OF_PEOPLE or rate.unit == "人次"
    at_a_time = not _AT_A_TIME.isdisjoint(each["of"] or "" for each in rate.chain)
    return (
        rate.unit == unit
        or (unit in _TALKS and rate.unit in (*OF_PEOPLE, *"次户村场家遍轮"))
        or (people and at_a_time and unit in _WRITTEN)
    )


def _sums(told: _Told, rate: _Rate, groups: Sequence[float]) -> set[float]:
    """Give for how many it may be: each number, those that follow each other, with those that are only named."""
    runs = (groups[first : last + 1] for first in range(len(groups)) for last in range(first, len(groups)))
    sums = {sum(run) for run in runs if len(run) <= _MOST_SUMMED}
    named = len(_NAMED.findall(told.text[told.begin : rate.span.start])) if sums else 0
    products = {one * other for one, other in combinations(groups, 2)}
    return sums | products | {each + named for each in sums}


def _comes_to(amounts: set[float], said: Figure, at_once: set[float], many: set[float]) -> bool:
    off = _PLACES * said.value if said.unit == "元" else EVEN
    return any(abs(one * each - amount) <= off for one in at_once for each in (1.0, *many) for amount in amounts)


_FIRST_HALF = compiled_later("[上前]半年[^，。；0-9]{0,12}$")
_SECOND_HALF = compiled_later("^[^，。；0-9]{0,4}[，、][^，。；0-9]{0,4}[下后]半年[^，。；0-9]{0,8}$")
_THIS_YEAR = compiled_later("今年[^，。；0-9]{0,6}$")
_NEXT_YEAR = compiled_later("^，(?:明年|次年)[^，。；0-9]{0,6}$")
_IN_ALL = compiled_later("^，(?:全年|一年|共)[^，。；0-9]{0,6}$")
_BEFORE = compiled_later("^[^，。；0-9]{0,10}，?[^，。；0-9]{0,4}(?:[上前]半年|今年)[^，。；0-9]{0,8}$")


def _halves(facts: ParagraphFacts) -> Iterator[Total]:
    """Yield a whole that its two halves do not come to, or of which this year and the next do more."""
    text, figures = facts.text, facts.figures
    for at, (one, other) in enumerate(pairwise(figures)):
        between = text[one.span.end : other.span.start]
        halves = _FIRST_HALF.search(one.before) and _SECOND_HALF.match(between)
        years = _THIS_YEAR.search(one.before) and _NEXT_YEAR.match(between)
        if one.unit != other.unit or not (halves or years) or one.unit in PERCENT:
            continue
        added = one.value + other.value
        for whole in (*figures[max(0, at - 1) : at], *figures[at + 2 : at + 3]):
            first, last = (whole, one) if whole.span.start < one.span.start else (other, whole)
            joined = (_BEFORE if last is one else _IN_ALL).match(text[first.span.end : last.span.start])
            wrong = whole.value != added if halves else whole.value < added
            if joined and wrong and whole.unit == one.unit and "其中" not in joined[0]:
                span = Span(min(whole, one).span.start, max(whole, other).span.end)
                yield Total(span, whole.written, added, "前后两段相加")
