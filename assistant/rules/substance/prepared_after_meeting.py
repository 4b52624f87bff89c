"""会前的事与开会的日子不一致

检查什么：前言里写成会前已经办了的事（学习、谈心、征求意见、讨论修改），日期是否晚于写明的开会日期、落款日期；是否比本年度的会议早了或晚了大半年。
为什么：会前的事不会在会后才办，两处日期必有一处写错。
怎么改：对照会议通知和台账核对两处日期；还没有办的，改写为打算。
"""

import datetime
from collections.abc import Iterator

from assistant.facts import meeting_days
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.meeting_days import Told
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope

_CLOSE = datetime.timedelta(days=31)
_FOR_A_MEETING = compiled_later("谈心|谈了?心|谈话|征求|意见表|座谈会|听取?意见")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        year = facts.year(material)
        if year is not None:
            yield from _after(facts, material, year)
            yield from _out_of_season(facts, material, year)


def _after(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    meeting, signed = meeting_days.held(facts, material), meeting_days.signed(facts, material)
    if meeting and meeting_days.is_usual(facts, year) and not meeting_days.is_in_season(meeting.day, year):
        message = f"此处写“{meeting.span.of(facts.text)}”开会，{meeting_days.usually_held(year)}。"
        yield RULE.finding(meeting.span, message, "请核对年份。")
        return
    known = [(each, what) for each, what in ((meeting and meeting.day, "开会"), (signed, "落款")) if each]
    if not known:
        return
    last, what = min(known)
    for told in meeting_days.prepared(facts, material):
        if not last < told.day <= last + _CLOSE and "年" not in told.span.of(facts.text):
            continue  # a day without a year may be of the year before
        if told.day > last and (meeting_days.is_in_season(told.day, year) or not meeting_days.is_usual(facts, year)):
            written = told.span.of(facts.text)
            message = f"此处写“{written}”已办，{what}日期写的是{last.year}年{last.month}月{last.day}日。"
            yield RULE.finding(told.span, message, "请对照会议通知和台账核对两处日期。")


def _out_of_season(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield talks of a year's meeting that were held long before or after it: the year is another's."""
    if not meeting_days.is_usual(facts, year):
        return
    for told in meeting_days.prepared(facts, material):
        if not meeting_days.is_in_season(told.day, year) and _is_for_meeting(facts, told):
            written = told.span.of(facts.text)
            message = f"此处写“{written}”谈心谈话、听取意见，{meeting_days.usually_held(year)}。"
            yield RULE.finding(told.span, message, "请核对年份。")


def _is_for_meeting(facts: Facts, told: Told) -> bool:
    return bool(_FOR_A_MEETING.search(facts.text, told.span.end, told.sentence.end))


_TEXT = TITLE + "张三\n{}\n{}下面作对照检查。\n" + FIRST_ASPECT + "学得浅。\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "日期须前后一致（审核必查）",
    (
        Example(
            _TEXT.format("（2026年1月15日）", "会前学习两次，一次是1月8日，一次是⟦1月21日⟧，学党章。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("", "支部通知1月16日召开2025年度民主生活会。我⟦1月19日⟧同支部书记谈了心。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("", "⟦2025年1月13日⟧至17日，我同其他班子成员逐一谈了心，发征求意见表20份。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("", "局党组于⟦2025年2月5日⟧召开2025年度民主生活会，1月29日学习。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "（2026年1月15日）",
                "支部通知1月16日召开2025年度民主生活会。12月24日同支部书记谈了心，1月9日学习，1月底前公示，1月20日将报送。2025年3月开展学习教育，听取意见。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("", "⟦1月27日⟧集中学习党章，1月9日同支部书记谈了心，3月16日参加读书班。")
            + "以上检查，请批评指正。\n2026年1月20日\n",
            with_template=True,
        ),
    ),
)
