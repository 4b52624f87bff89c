"""整改时限已过

检查什么：整改措施里、上年度整改等情况里尚未完成的事项所写的时限（包括“去年底前”“元旦前”“本月10日前”一类），是否早于落款日期、开会日期、前言里写的会前日期，或者“截至2026年1月”一类已写到的日期；这些日期都没有的，按会议一般在当年12月至次年3月召开来判断。
为什么：措施是会后要做的；时限已过的，列入整改清单就成了逾期事项。
怎么改：改为会后的日期；已经做完的，移出整改措施，写到整改落实情况里。
"""

import datetime
import re
from collections.abc import Iterator

from assistant.facts import deadlines_in_words, meeting_days
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts, PartFact
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Quoted, Severity
from assistant.language.figures import Date, month_of
from assistant.language.punctuation import quoted
from assistant.language.sentences import clause_at, sentence_at
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_DEADLINE = compiled_later(
    "(?P<year>20[0-9]{2}) ?年 ?(?:(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九元]) ?月(?:份|(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?|(?P<quarter>[一二三四])季度|(?P<half>上半年))?"
    "(?P<end>底|末|中旬|上旬|下旬|初)?(?:之?前|以前|内)"
)
_SIGNED = compiled_later(
    "(?P<year>20[0-9]{2}) ?年 ?(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九元]) ?月(?: ?(?P<day>[0-9]{1,2}) ?日)?"
)
_BEFORE_ITS_END = compiled_later("份?(?P<end>底|末|中旬|上旬)?(?:之?前|以前)")
_OF_ANOTHER_YEAR = compiled_later("明年|次年|来年|每年|[年度月至-] ?$")  # before a month: 「到2027年3月」, 「1月至3月」
_LAST_MONTH = 4  # of those that are meant of the year in which the meeting is held
_UNDONE = compiled_later("尚未|未完成|没有完成|还没有?|其余|剩余|还差|仍在|正在推进|持续推进|需继续")
_WAS_DUE = compiled_later("原|应|要求|承诺|本来|计划|说好|答应|因|已|曾|约定|没|未")
# What is to be done, to the end of its sentence: 「6月底前补齐。」
_WILL_BE = compiled_later(
    "(?:全部|全面|力争|争取|确保|逐一)?(?:配齐|补齐|补上|补足|完成|办结|到位|建成|解决|销号|整改|装好|修好|交付|完工)[^，。；了已]{0,8}[。；]"
)
# 「设备已到位，计划5月底前通过评审；」: of a plan that failed more would be told before the sentence ends.
_PLANNED = compiled_later("(?<!原)(?:计划|预计|拟|将|力争|争取|确保)(?:在|于|到)?(?:今年)?$")
_AS_PLANNED = compiled_later("[^，。；了已没未才仍却]{2,20}[；。]")
_HAS_FAILED = compiled_later(
    "(?![一二三四五六七八九十]{1,2}是|[（(]|[0-9]+[.．、]|第)[^。；]{0,14}(?:但|因|由于|至今|实际|推迟|没|未|延)"
)  # told in the next
_OPEN_IN = (PartKind.PREVIOUS_RECTIFICATION, PartKind.DECLARATIONS, PartKind.OTHER)  # problems tell plans that failed
# By what a text tells as done by then, it is of a later day: 「截至2026年1月上旬，已兑现7项」
_AS_OF = compiled_later(
    "(?:截至|截止到?|(?P<up_to>到))(?P<year>20[0-9]{2}) ?年 ?(?:(?P<month>[0-9]{1,2}) ?月)?份?(?P<end>底|末|[上中下]旬|[0-9]{1,2}日)?"
    "(?(up_to)，?(?:已|共|只|仅|还|仍|完成|解决|实际))"
)
_LAST_OF = {"上旬": 10, "中旬": 20}


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        year = facts.year(material)
        measures = material.of_kind(PartKind.MEASURE)
        if year is None or measures is None:
            continue
        known = _known_day(facts, material)
        signed = meeting_days.signed_day(facts, material)
        known = max(known, signed) if known and signed else known
        yield from _still_open(facts, material, known, year)
        yield from _in_words(facts, material, measures, known, year)
        if not known and not meeting_days.is_usual(facts, year):
            continue  # a special meeting may be at any time
        today = known or _last_told(facts, material, None, year) or datetime.date(year, 12, 1)
        for span in measures.spans:
            for match in _DEADLINE.finditer(facts.years_in_digits, span.start, span.end):
                due = None if deadlines_in_words.is_told_as_past(facts.text, match) else _due(match)
                if int(match["year"]) >= year and due and due < today:
                    told = known or (today if due >= datetime.date(year, 12, 1) else None)
                    yield _finding(Span(*match.span()), Span(*match.span()).of(facts.text), told, year)
                elif int(match["year"]) == year and due and (told := _told_as_of(facts, material, due)):
                    yield _finding(Span(*match.span()), Span(*match.span()).of(facts.text), told, year)
        yield from _without_year(facts, material, measures, known, year)


def _in_words(
    facts: Facts, material: MaterialFacts, measures: PartFact, known: datetime.date | None, year: int
) -> Iterator[Finding]:
    """Yield deadlines in words: 「去年年底前」; in an account only those of what it tells as still undone."""
    last = _last_told(facts, material, known, year)
    today = last or datetime.date(year, 12, 1)
    for span in measures.spans:
        for place, said in deadlines_in_words.find(facts, span, year, today):
            yield _finding(place, said, last, year)
    for span in material.answers(*_OPEN_IN) if last else ():
        for place, said in deadlines_in_words.find(facts, span, year, today):
            begin = sentence_at(facts.text, place.start).start
            if _UNDONE.search(facts.text, begin, place.start) and _WILL_BE.match(facts.text, place.end):
                yield _finding(place, said, last, year)


def _still_open(facts: Facts, material: MaterialFacts, known: datetime.date | None, year: int) -> Iterator[Finding]:
    """Yield the deadline of what an account tells as still undone, where it lies before the text or the meetings."""
    today = _last_told(facts, material, known, year) or datetime.date(year, 12, 1)
    for span in material.answers(*_OPEN_IN):
        for match in _DEADLINE.finditer(facts.years_in_digits, span.start, span.end):
            due = _due(match)
            if due is None or int(match["year"]) < year or due >= today:
                continue
            sentence, clause = sentence_at(facts.text, match.start()), clause_at(facts.text, match.start())
            undone = _UNDONE.search(facts.text, sentence.start, match.start())
            if undone and _is_to_come(facts.text, clause.start, match):
                yield _finding(Span(*match.span()), Span(*match.span()).of(facts.text), None, year)


def _is_to_come(text: str, clause: int, match: re.Match[str]) -> bool:
    """Tell whether what has a deadline is still to be done then, and not what should have been done."""
    if not _WAS_DUE.search(text, clause, match.start()):
        return _WILL_BE.match(text, match.end()) is not None
    planned = _PLANNED.search(text, clause, match.start())
    ahead = _AS_PLANNED.match(text, match.end()) if planned else None
    if planned is None or ahead is None or _WAS_DUE.search(text, clause, planned.start()):
        return False
    return not _HAS_FAILED.match(text, ahead.end())


def _without_year(
    facts: Facts, material: MaterialFacts, measures: PartFact, known: datetime.date | None, year: int
) -> Iterator[Finding]:
    """Yield deadlines as 「3月15日前」 that lie before a day of the text, or the last on which the preface prepares the meeting."""
    last = _last_told(facts, material, known, year)
    if last is None or last.year != year + 1:
        return
    for span in measures.spans:
        for begin, dated in facts.within(_in_first_months, *span):
            for date, end in dated:
                place = date.span.shifted(begin)
                if place.start < span.start or place.end > span.end:
                    continue
                said = facts.text[sentence_at(facts.text, place.start).start : place.start]
                if _due_in(year + 1, date, end[0]) < last and not _OF_ANOTHER_YEAR.search(said):
                    whole = Span(place.start, begin + end[1])
                    yield _finding(whole, whole.of(facts.text), last, year)


def _last_told(facts: Facts, material: MaterialFacts, known: datetime.date | None, year: int) -> datetime.date | None:
    """Give the last day on which the preface prepares or holds the meeting, or that which is known."""
    days = [each.day for each in meeting_days.prepared(facts, material)]
    if meeting := meeting_days.held(facts, material):
        days.append(meeting.day)
    if known:
        days.append(known)
    return max((day for day in days if meeting_days.is_in_season(day, year)), default=None)


def _told_as_of(facts: Facts, material: MaterialFacts, due: datetime.date) -> datetime.date | None:
    """Give a day after, or at the end of, a deadline, by which something is told as done."""
    text = facts.years_in_digits
    for match in _AS_OF.finditer(text, material.outline.start, material.outline.end):
        month = int(match["month"] or 12)
        if 1 <= month <= 12 and not any(span.start <= match.start() < span.end for span in _measures(material)):
            end = match["end"] or "底"
            day = days_in(int(match["year"]), month) if end in ("底", "末") else 1
            if (told := datetime.date(int(match["year"]), month, day)) >= due:
                return told
    return None


def _measures(material: MaterialFacts) -> tuple[Span, ...]:
    measures = material.of_kind(PartKind.MEASURE)
    return tuple(measures.spans) if measures else ()


def _in_first_months(paragraph: ParagraphFacts) -> tuple[tuple[Date, tuple[str | None, int]], ...]:
    """Give the dates of a paragraph that could be of the months after the meeting, with how and where the deadline ends."""
    return tuple(
        [
            (date, (match["end"], match.end()))
            for date in paragraph.dates
            if date.month <= _LAST_MONTH and not date.year and date.exists
            if (match := _BEFORE_ITS_END.match(paragraph.text, date.span.end))
        ]
    )


def _due_in(year: int, date: Date, end: str | None) -> datetime.date:
    """Give the last day that a deadline without a year can mean."""
    last = days_in(year, date.month)
    return datetime.date(year, date.month, min(date.day or _LAST_OF.get(end or "", last), last))


def _known_day(facts: Facts, material: MaterialFacts) -> datetime.date | None:
    """Give the first day that the text can be of: that of its name lines, or the meeting's."""
    signed = _SIGNED.search(material.outline.byline_span.of(facts.years_in_digits))
    month = month_of(signed["month"]) if signed else 0
    if signed and 1 <= month <= 12:
        return datetime.date(int(signed["year"]), month, 1)
    dates = facts.template.dates if facts.template else None
    if dates and dates.meeting:
        return dates.meeting
    return None


def _due(match: re.Match[str]) -> datetime.date | None:
    """Give the last day that a deadline can mean."""
    year = int(match["year"])
    month = 12
    if match["month"]:
        month = month_of(match["month"])
    elif match["quarter"]:
        month = 3 * ("一二三四".index(match["quarter"]) + 1)
    elif match["half"]:
        month = 6
    if not 1 <= month <= 12:
        return None
    last = days_in(year, month)
    day = month_of(match["day"]) if match["day"] else last
    return datetime.date(year, month, day if 1 <= day <= last else last)


def _finding(span: Span, said: str, known: datetime.date | None, year: int) -> Finding:
    if known:
        message = f"整改时限写{quoted(said)}，材料的日期是{known.year}年{known.month}月，时限已过。"
    else:
        message = f"整改时限写{quoted(said)}，{meeting_days.usually_held(year)}，届时时限已过。"
    advice = "可改为会后的日期；已经做完的，移出整改措施，写到整改落实情况里。"
    return RULE.finding(span, message, advice)


_TEXT = (
    TITLE
    + "张三\n{}"
    + FIRST_ASPECT
    + "学得浅。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n{}\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "会后列整改清单的需要（往年通行做法，请以本单位通知为准）",
    (
        Example(_TEXT.format("（2026年1月）\n", "力争⟦2025年12月底前⟧办结，2026年6月底前回头看。"), with_template=True),
        Example(
            _TEXT.format("", "⟦2025年10月底前⟧办结，⟦2025年三季度末前⟧开一次会，2025年底前补上。"), with_template=True
        ),
        Example(
            _TEXT.format("（二○二六年一月）\n", "力争⟦二○二五年十二月底前⟧办结，二O二六年六月底前回头看。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("（2026年1月）\n", "⟦2025年上半年内⟧补上，2026年上半年内再看，2025年13月底前办结。"),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("（2026年1月）\n", "欠的2025年12月底前已补上，2026年1月底前办结。"), with_template=True),
        Example(
            _TEXT.format(
                "查摆问题后，形成材料，提交1月28日召开的民主生活会。\n", "⟦2025年12月底前⟧合并报表，2026年3月底前办结。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "截至2026年1月上旬，已兑现7项。现检查如下。\n", "⟦2025年12月底前⟧合并报表，2026年3月底前办结。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("截至2025年11月底，已兑现7项。现检查如下。\n", "2025年12月底前合并报表，2026年3月底前办结。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("2月3日，我同支部书记谈心。现检查如下。\n", "⟦1月底前⟧办结，2月底前回头看，明年1月底前再看。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "二月三日，我同支部书记谈心。现检查如下。\n",
                "⟦1月底前⟧办结，⟦一月二十日前⟧补上，二月底前回头看，三月前后再看。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "2月3日，召开2025年度民主生活会。\n",
                "⟦一月底前⟧办结，历时一月前后补上，2月至3月底前、每年一月底前回头看。",
            ),
            with_template=True,
        ),
        Example(_TEXT.format("（二〇二六年二月）\n", "⟦元月底前⟧办结，2月底前回头看。"), with_template=True),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n一、上年度民主生活会整改措施落实情况\n其余2个所尚未配齐，由我负责，⟦2025年6月底前⟧配齐。"
            "还有1项未完成，原定2025年6月底前办结；尚未完成的3项，2026年5月底前完成。仍在推进的2条，一是检测室扩项，计划⟦2025年5月底前⟧通过评审；二是检测车没有更新，计划⟦2025年4月底前⟧购置。三是没有插手工程；四是办公用房，原计划2025年3月底前腾退。其余1处，计划2025年9月底前搬迁。因资金不到位，没有搬成。2025年6月底前完成4项，其余已办结。\n"
            + _TEXT.format("", "每月自学两次。").split("\n", 2)[2],
            with_template=True,
        ),
    ),
    quoted=Quoted.NEVER,
)
