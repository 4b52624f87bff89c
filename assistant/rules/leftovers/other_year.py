"""年份似与本年度不一致

检查什么：标题、落款日期、前言里的会议通知、“上年度整改”一节里的会议和“截至”的时间、整改措施的时限和目标，所写年份是否与本年度（或上年度）一致。
为什么：年份与本年度不一致，审核时一般会问到。
怎么改：改为本年度（或上年度）的年份；要求选错了的，请更换本次要求。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.facts import meeting_days
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language import years
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates.template import MeetingKind, PartKind
from assistant.text import Edit, Span

_TITLE = compiled_later(r"(20[0-9]{2}) ?年?度|(20[0-9]{2}) ?年(?=民主|组织|专题)")
_DATE = compiled_later(
    r"(20[0-9]{2}) ?年(?! ?(?:0?[1-3]|[一二三元])月)(?: ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月)?"
)
# The meetings of a year go on till March of the next
_EARLY = compiled_later(r"(20[0-9]{2}) ?年 ?(?:0?[1-3]|[一二三元])月")
# The notice of this meeting, and not what was promised or found at another one.
_OF_NOTICE = (
    r"(?:(?!整改|查摆|反馈|情况|以来|承诺|会上|上年|上一年)[^，。；\n]){0,30}?(?:民主|组织)生活会(?:[和与及暨](?:开展)?民主评议党员(?:工作)?)?》?的?(?:统一|总体|有关|相关|具体)?"
    "(?:《?[^，。；\n]{0,4}通知|要求|主题|工作方案|方案|部署|安排|对照检查)"
)
_NOTICE = compiled_later(rf"(20[0-9]{{2}}) ?年(?!度){_OF_NOTICE}")  # held in that year
_NOTICE_OF_YEAR = compiled_later(rf"(20[0-9]{{2}}) ?年度{_OF_NOTICE}")
_HELD_OF_YEAR = compiled_later(
    r"(?:召开|开好|举行)(?:的|了)?(20[0-9]{2}) ?年度(?:[^，。；、\n]){0,10}?(?:民主|组织)生活会(?![^，。；]{0,4}(?:以来|后|时|上|查|整改|中|期间))"
)
# The year that a meeting is of, not that in whose first months it was held: 「2025年1月召开的2024年度民主生活会」
_MEETING = compiled_later(
    r"(20[0-9]{2}) ?年(?! ?(?:[0-9]{1,2}|[一二三元]) ?月)度?(?:(?!20[0-9]{2} ?年)[^，。；、\n]){0,14}?(?:民主|组织)生活会"
)
_DEADLINE = compiled_later(
    r"(20[0-9]{2}) ?年 ?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月|[一二三四]季度|上半年|下半年)?(?:底|末|初|中旬|上旬|下旬)?之?前"
)

_TARGET = compiled_later(r"(20[0-9]{2}) ?年度?(?:全年)?(?:[^，。；0-9]){0,10}(?:不少于|不低于|至少|不超过|力争|确保)")
# 「2025年中心组学习确需请假的，一周内补学」: of a year gone by nothing is laid down
_RULE_FOR = compiled_later(
    r"(?<=[，。；：）.．\n])(20[0-9]{2}) ?年(?!度|[0-9])[^，。；0-9]{0,16}(?:确需|一律|必须|一次不|不缺|全勤|每[月季周]|每半年|不少于|不低于|至少)"
)
# What a year is to come to: 「2025年经费压减到40万元」, 「确保2025年的12次学习全部落实」; not what was left over from it
_AIM_FOR = compiled_later(
    r"(?:(?<=[，。；：）.．\n])|(?<=确保)|(?<=力争)|(?<=争取)|(?<=保证))(20[0-9]{2}) ?年(?![度底末初以前内]|[0-9]{1,2}月|之[前内]|[上下]半年|[一二三四]季度)"
    "[^，。；没未已了过欠剩余查反发原]{0,20}?(?:(?:压减?|减少?|降低?|提高|提升|增加|控制|稳定)[到至在]|全部(?:落实|完成|到位|建成)|全覆盖)(?![^，。；]{0,8}[已了过的])"
)
# By when what the last meeting promised was done
_AS_OF = compiled_later(
    r"(?:(?<=截至)|(?<=截止)|(?<=截至到)|(?<=截止到))(20[0-9]{2}) ?年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[底末初]?[^，。；0-9]{0,2}，?[^，。；]{0,6}(?:完成|整改|落实|办结|销号)"
)

_YEAR = compiled_later("(?=20[0-9]{2} ?[年度])")  # all of these begin with one

_ADVICE = "请对照本次要求核对年份；确指该年的，可忽略。"


def check(facts: Facts) -> Iterator[Finding]:
    told: set[Span] = set()
    for finding in _found(facts):  # a year may be both that of the notice and that of the meeting held
        if finding.span not in told:
            told.add(finding.span)
            yield finding


def _found(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        year = facts.year(material)
        if year is None:
            continue
        outline, near = material.outline, (year, year + 1)
        ours = f"本次要求是{year}年度。"
        yield from _told(facts, outline.title_span, _TITLE, (year,), f"标题写{{}}年度，{ours}")
        then = f"{meeting_days.usually_held(year)}。" if meeting_days.is_usual(facts, year) else ours
        for pattern, right in ((_DATE, near), (_EARLY, (year + 1,))):
            yield from _told(facts, outline.byline_span, pattern, right, f"落款写{{date}}，{then}")
        for pattern, right in ((_NOTICE, near), (_NOTICE_OF_YEAR, (year,)), (_HELD_OF_YEAR, (year,))):
            yield from _told(facts, outline.preface_span, pattern, right, f"此处写{{}}年度的会议，{ours}")
        yield from _previous(facts, material, year)
        measures = material.of_kind(PartKind.MEASURE)
        for span in measures.spans if measures else ():
            yield from _told(facts, span, _DEADLINE, range(year, year + 100), f"整改时限写的是{{}}年，{ours}")
            of_next = f"整改措施写的是{{}}年的事，会后要做的是{year + 1}年的。"
            for pattern in (_RULE_FOR, _AIM_FOR):
                yield from _told(facts, span, pattern, range(year + 1, year + 100), of_next)
            yield from _told(facts, span, _TARGET, range(year, year + 100), f"整改目标写的是{{}}年，{ours}")


def _previous(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Look at the meeting whose measures are reported: it is last year's, or this year's other 组织生活会."""
    fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
    sections = material.previous
    organizational = facts.template is not None and facts.template.meeting is MeetingKind.ORGANIZATIONAL
    title = material.outline.title_span.of(facts.years_in_digits)
    both = organizational and f"{year}年度" not in title  # a year's only one cannot be its own last
    right = (year - 1, year) if both else (year - 1,)
    said = f"此处写{{}}年度的会议，上年度是{year - 1}年度。"
    for span in fact.spans if fact else [Span(each.start, each.end) for each in sections]:
        if not both:
            as_of = f"此处写截至{{}}年，{year - 1}年度会议的整改是会后的事，一般写到{year}年底。"
            yield from _told(facts, span, _AS_OF, range(year, year + 100), as_of)
        stated = {int(match[1]) for match in _MEETING.finditer(facts.years_in_digits, span.start, span.end)}
        if not stated & set(right):
            yield from _told(facts, span, _MEETING, right, said)
            continue
        # Of which meeting a section speaks its first sentence tells again: one of the two alone may have been changed
        heading_end = next((each.heading_end for each in sections if each.start == span.start), span.start)
        heading = Span(span.start, heading_end)
        if not {int(match[1]) for match in _matches(facts, heading, _MEETING)} & set(right):
            yield from _told(facts, heading, _MEETING, right, said)
        first = Span(heading_end, sentence_at(facts.text, heading_end + 1).end)
        named = _MEETING.search(facts.years_in_digits, *first)
        if heading_end > span.start and named and int(named[1]) not in right:
            yield from _told(facts, Span(first.start, named.end()), _MEETING, right, said)


def _matches(facts: Facts, place: Span, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in a place: it is tried where a year stands, and these are known."""
    past = place.start
    for begin, found in facts.where(_years_in, facts.starts[facts.paragraph_at(past)], place.end):
        for at in found:
            match = pattern.match(facts.years_in_digits, begin + at, place.end) if begin + at >= past else None
            if match:
                past = match.end()
                yield match


@cued(*years.CUES, *(f"{last}{blank}度" for last in "0123456789" for blank in ("", " ")))
def _years_in(paragraph: ParagraphFacts) -> tuple[int, ...]:
    return tuple(match.start() for match in _YEAR.finditer(years.plain(paragraph.text)))


def _told(facts: Facts, place: Span, pattern: re.Pattern[str], right: Sequence[int], message: str) -> Iterator[Finding]:
    """Yield the years in a place that are none of the right ones; the first of these is what it could become."""
    for match in _matches(facts, place, pattern):
        span = Span(*match.span(match.lastindex or 0))
        if int(span.of(facts.years_in_digits)) not in right:
            wanted = years.written_like(span.of(facts.text), right[0])
            fix = Fix(f"改为“{wanted}”", (Edit(*span, wanted),))
            date = Span(*match.span()).of(facts.text).replace(" ", "")
            filled = message.format(span.of(facts.text), date=date)
            known = pattern in (_TITLE, _NOTICE, _HELD_OF_YEAR, _MEETING)
            advice = "此处应为上年度的年份，请核对。" if pattern is _MEETING else _ADVICE
            severity = RULE.severity if known else Severity.HINT
            yield RULE.finding(span, filled, advice, fix if known else None, severity=severity)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "年份须与本次要求相符（审核必查）",
    (
        Example(
            "⟦2024⟧年度民主生活会个人对照检查材料\n张三\n（⟦2024⟧年1月）\n按照关于开好⟦2024⟧年度民主生活会的统一部署，现对照检查如下。\n"
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n二、原因剖析\n放松学习。\n三、整改措施\n⟦2024⟧年6月底前补上，⟦2024⟧年自学不少于40次。\n",
            with_template=True,
        ),
        Example(
            "⟦二○二四⟧年度民主生活会个人对照检查材料\n张三\n（⟦二○二四⟧年一月）\n按照二O二五年度民主生活会通知要求，现对照检查如下。\n"
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n二、原因剖析\n放松学习。\n三、整改措施\n⟦二〇二四⟧年六月底前补上，二零二六年底前再看。\n",
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n（2026年1月）\n按照2025年度民主生活会通知要求，对照2024年度民主生活会整改情况，查摆如下。\n"
            "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.2023年以来学得浅。\n二、原因剖析\n放松学习。\n三、整改措施\n2026年6月底前补上。\n",
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n一、上年度民主生活会整改措施落实情况\n2024年度民主生活会上我认领问题5个，截至⟦2024⟧年底已完成4个。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n三、原因剖析\n放松学习。\n四、整改措施\n⟦2025⟧年会议经费压减到10万元，确保⟦2025⟧年12次学习全部落实。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n一、上年度民主生活会整改措施落实情况\n2024年度民主生活会上我认领问题5个，截至2025年底已完成4个。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n三、原因剖析\n放松学习。\n四、整改措施\n针对2025年会议经费增加到12万元的情况，2026年压减到10万元；2025年没有完成的全部补上。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n一、上年度民主生活会整改措施落实情况\n2023年1月召开的⟦2022⟧年度民主生活会上我认领问题5个，改了4个。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n三、原因剖析\n放松学习。\n四、整改措施\n⟦2025⟧年中心组学习确需请假的，一周内补学。\n",
            with_template=True,
        ),
    ),
    about=About.OTHER_YEAR,
)
