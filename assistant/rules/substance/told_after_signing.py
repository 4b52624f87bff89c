"""写成已经办的事，日期晚于落款

检查什么：正文里写成已经办了的事（“直到今年1月28日才书面报告”），日期是否晚于落款日期（2026年1月15日）。
为什么：落款之后的事不会已经办了，两处日期必有一处写错。
怎么改：对照台账核对两处日期；还没有办的，改写为打算，移到整改措施里。
"""

import datetime
import re
from collections.abc import Iterator

from assistant.facts import meeting_days
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_TOLD = Sought(
    ("今年", "本年", *(f"{last}年" for last in "0123456789")),
    "(?:(?P<this>[今本]年)|(?P<year>20[0-9]{2})年)(?:(?P<month>[0-9]{1,2})月(?:份|(?P<day>[0-9]{1,2})[日号])?|(?=底))(?P<what>[^，。；\n]{0,20})",
)
_DONE = compiled_later("^底?(?:已|均|共)?完成[0-9]|^[^才]{0,6}才|已经?[^，。；]|[^为不极](?:了|(?<!通)过)(?:$|[^解])")
# A year further on than the meeting's needs no 「已」: 「巡察组2027年6月反馈问题26条」
_DONE_THEN = compiled_later(
    "^[^前起底将拟]{0,10}?(?:反馈|印发|下发|召开|开展|部署|查出|发现|受理|接到|完成|投诉|反映|通报|查摆|检查|抽查|调整|任职|入党|参加|组织)(?!时限|目标|期限)"
)
_LAST_MONTH = 12  # 「2026年底」
_NOT_YET = compiled_later("前|起|将|拟|计划|打算|准备|力争|要|待|之后|以后|开始|才能|再")
# Words before a day that was only set: 「原定2026年6月通过验收」
_WAS_SET = compiled_later(
    "原定|定于|定在|计划|规划|拟|将|预计|预期|打算|准备|力争|说好|约定|承诺|答应|要|要求|到期|期限"
)


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        signed = meeting_days.signed(facts, material)
        if signed:
            yield from _later(facts, material, signed)


def _later(facts: Facts, material: MaterialFacts, signed: datetime.date) -> Iterator[Finding]:
    planned = material.answers(PartKind.MEASURE)
    for start, match in _TOLD.between(facts, material.outline.front_end, material.outline.end):
        span = Span(*match.span()).shifted(start)
        day = _first_day(match, signed)
        if day is None or day <= signed or any(span.overlaps(each) for each in planned):
            continue
        before = clause_at(facts.text, span.start)
        was_set = _WAS_SET.search(facts.text, before.start, span.start)
        far = match["year"] and int(match["year"]) > signed.year
        done = _DONE.search(match["what"]) or (far and _DONE_THEN.search(match["what"]))
        if not was_set and done and not _NOT_YET.search(match["what"]):
            told = match[0][: len(match[0]) - len(match["what"])]
            message = f"此处写“{told}”已办，落款日期不晚于{signed.year}年{signed.month}月{signed.day}日。"
            yield RULE.finding(span, message, "请对照台账核对两处日期。")


def _first_day(match: re.Match[str], signed: datetime.date) -> datetime.date | None:
    """Give the first day that is meant; 今年 may still be the year before, so it tells only within the month of signing."""
    month, day = int(match["month"] or _LAST_MONTH), int(match["day"] or 1)
    if match["this"] and (month != signed.month or not match["day"]):
        return None
    year = signed.year if match["this"] else int(match["year"])
    exists = 1 <= month <= 12 and 1 <= day <= days_in(year, month)
    return datetime.date(year, month, day) if exists else None


_TEXT = (
    TITLE
    + "张三\n（2026年1月15日）\n"
    + FIRST_ASPECT
    + "{}\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n2026年3月办完了的，回头看一遍。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "日期须前后一致（审核必查）",
    (
        Example(_TEXT.format("亲属的事，直到⟦今年1月28日才书面报告⟧；⟦2026年3月办结了两件⟧。"), with_template=True),
        Example(
            _TEXT.format("县委巡察组⟦2027年6月反馈问题26条⟧；市里2027年6月底前完成验收，规划到2027年6月完成三期。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "亲属的事，直到今年1月8日才书面报告；今年11月查完了，2026年3月前办结，2025年12月办结了两件。原定2026年6月完成了再报告，项目要到2026年6月才能验收。"
            ),
            with_template=True,
        ),
    ),
)
