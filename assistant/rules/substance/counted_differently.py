"""同一件事，两处数字不一致

检查什么：同一个事项（如“集中学习”“谈心谈话”）在两处写的次数、人数是否相同；同一个数是否有一处写颠倒了（如86户、68户）。
为什么：前后数字不一致，审核时一般会问到以哪个为准。
怎么改：对照台账核对，改正写错的一处；说的不是同一时段、同一范围的，可忽略。
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_TELLING = 4  # characters before a number that say what is counted
_NAMING = 6  # characters after a number that name what is counted: 「7个吃水最难的村」
_NAMED = compiled_later(f"[\u4e00-\u9fff“”]{{{_NAMING}}}")
_COUNTED = frozenset((*"次条件户场名人家份篇个项亩元所栋村间台封张", "人次", "场次", "户次", "公里", "万元"))
# What makes two counts two matters: another time, another part of the whole, a comparison.
_PART = compiled_later(
    "上半年|下半年|去年|上年|上一?年度|前年|季度|月|每|其中|只有|仅|最多|最少|人均|平均|由|从|到|至|超过|不足|近|以上|以下|原|计划|力争|确保|达到|不少于|不低于|再|又|另|有的|分别|各|第|以前|此前|增加|减少|多|少"
)
_TWO_DIGITS = compiled_later("(?P<first>[1-9])(?P<second>[1-9])(?P<unit>[^0-9].*)$", re.DOTALL)
_LEARNING = compiled_later("(?<=[一-龥”]{2})(?:学习|研讨|宣讲|交流)$")
_STUDIED = compiled_later("全会|八项规定|条例|准则|讲话|《")
_OF_ANYTHING = frozenset("个件条项次份人名")  # units
_VERBS = "了着过有共计是为达约出到"
_TOTALS = ("累计", "一共", "总共", "合计", "全年", "先后")


class _Stated(NamedTuple):
    """A figure of a paragraph, what is counted, and a number of two digits that could be turned round.

    `keys`: counts that have one in common are of the same; by what stands before the number, and by what it names.
    """

    figure: Figure
    counted: str
    keys: tuple[tuple[str, ...], ...]
    digits: re.Match[str] | None


class _Count(NamedTuple):
    """What a paragraph says, where that begins in the text, and the paragraph."""

    start: int
    said: _Stated
    paragraph: ParagraphFacts

    @property
    def figure(self) -> Figure:
        return self.said.figure

    @property
    def counted(self) -> str:
        return self.said.counted

    @property
    def span(self) -> Span:
        return self.said.figure.span.shifted(self.start)


def check(facts: Facts) -> Iterator[Finding]:
    telling = facts.columns.reckoned(_numbers_by_key, _keys_with_several_numbers)
    turned = facts.columns.reckoned(_two_digit_numbers, _turned_numbers)
    for material in facts.asked if telling or turned else ():
        counts, before = _counts_of_this_year(facts, material, telling, turned)
        for alike in _disagreeing_groups(counts, telling):
            yield from _disagreements(facts.text, alike)
        if turned:
            yield from _turned_round(counts, before)


def _keys_with_several_numbers(counted: AbstractSet[tuple[tuple[str, ...], float]]) -> frozenset[tuple[str, ...]]:
    """Give what is counted with different numbers anywhere in the text: of all else nothing need be put side by side."""
    values: dict[tuple[str, ...], float] = {}
    return frozenset(key for key, value in counted if values.setdefault(key, value) != value)


def _turned_numbers(written: AbstractSet[str]) -> frozenset[str]:
    """Give the numbers of two digits that stand the other way round too."""
    return frozenset(each for each in written if each[0] != each[1] and f"{each[1]}{each[0]}{each[2:]}" in written)


def _disagreeing_groups(counts: Iterable[_Count], telling: AbstractSet[tuple[str, ...]]) -> Iterator[list[_Count]]:
    """Yield the counts that speak of the same in the same unit, as far as they do not all agree."""
    groups: dict[tuple[str, ...], list[_Count]] = {}
    for count in counts:
        for key in count.said.keys:
            if key in telling:
                groups.setdefault(key, []).append(count)
    for group in groups.values():
        if len({count.figure.value for count in group}) > 1:
            yield group


def _disagreements(text: str, alike: Iterable[_Count]) -> Iterator[Finding]:
    counts = [each for each in alike if each.figure.span not in each.paragraph.kept(_partial_counts)]
    for number, one in enumerate(counts):
        before = next((other for other in counts[:number] if _differ(text, other, one)), None)
        if before:
            yield RULE.finding(
                one.span,
                f"此处写{quoted(one.counted + one.figure.written)}，前面写{quoted(before.counted + before.figure.written)}。",
                "请核对以哪个为准；说的不是同一时段、同一范围的可忽略。",
            )


def _counts_of_this_year(
    facts: Facts, material: MaterialFacts, telling: frozenset[tuple[str, ...]], turned: frozenset[str]
) -> tuple[list[_Count], list[_Count]]:
    """Give what is counted this year, as far as it can differ, and what the report on last year's measures counts."""
    of_this_year: list[_Count] = []
    of_last: list[_Count] = []
    previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
    begin = facts.starts[facts.paragraph_at(material.outline.start)]
    for start, held in facts.where(_held(telling, turned), begin, material.outline.end):
        paragraph = facts.paragraphs[facts.paragraph_at(start)]
        here = Span(start, start + len(paragraph.text))
        near = [span for span in previous if span.overlaps(here)]
        for said in held:
            reported = any(said.figure.span.shifted(start).overlaps(other) for other in near)
            (of_last if reported else of_this_year).append(_Count(start, said, paragraph))
    return of_this_year, of_last


@lru_cache(maxsize=4)  # so it stays the same function, of which is remembered what it gives of each paragraph
def _held(
    telling: frozenset[tuple[str, ...]], turned: frozenset[str]
) -> Callable[[ParagraphFacts], tuple[_Stated, ...]]:
    """Give what gives what a paragraph counts, as far as it can differ from other counts."""

    def held(paragraph: ParagraphFacts) -> tuple[_Stated, ...]:
        return tuple(
            said
            for said in paragraph.kept(_stated_in)
            if not telling.isdisjoint(said.keys) or (said.digits and said.digits[0] in turned)
        )

    return held


def _numbers_by_key(paragraph: ParagraphFacts) -> tuple[tuple[tuple[str, ...], float], ...]:
    return tuple([(key, said.figure.value) for said in paragraph.kept(_stated_in) for key in said.keys])


def _two_digit_numbers(paragraph: ParagraphFacts) -> tuple[str, ...]:
    return tuple([said.digits[0] for said in paragraph.kept(_stated_in) if said.digits])


def _stated_in(paragraph: ParagraphFacts) -> tuple[_Stated, ...]:
    """Give what a paragraph counts, as far as it could be held against another count: most numbers could not."""
    counted = [each for each in paragraph.figures if each.unit in _COUNTED and not each.is_round]
    return tuple([said for each in counted if (said := _stated_by(each))])


def _stated_by(figure: Figure) -> _Stated | None:
    keys: list[tuple[str, ...]] = []
    counted = _without_verb(_without_verb(figure.before))
    if len(counted) >= _TELLING:
        keys.append((figure.unit, counted[-_TELLING:]))
    if after := _NAMED.match(figure.paragraph, figure.span.end):
        keys.append((figure.unit, "", after[0]))
    digits = _TWO_DIGITS.match(figure.written) if len(figure.written) > 2 else None
    return _Stated(figure, counted, tuple(keys), digits) if keys or digits else None


def _without_verb(before: str) -> str:
    """Take off the verb, or the word for a total, that stands right before a number."""
    return before[:-2] if before.endswith(_TOTALS) else before.rstrip(_VERBS)


def _partial_counts(paragraph: ParagraphFacts) -> frozenset[Span]:
    """Give the figures whose clause counts only a part, or at another time, so that they agree with no other count."""
    return frozenset(said.figure.span for said in paragraph.kept(_stated_in) if _is_part(paragraph.text, said.figure))


def _is_part(text: str, figure: Figure) -> bool:
    sentence = sentence_at(text, figure.span.start)
    begin = max(text.rfind(mark, sentence.start, figure.span.start) for mark in "，；：、")
    clause = text[max(begin + 1, sentence.start) : figure.span.end] + figure.after[:2]
    return bool(_PART.search(clause))


def _differ(text: str, one: _Count, other: _Count) -> bool:
    """Tell whether two counts of the same say it differently, in two sentences."""
    if one.figure.value == other.figure.value:
        return False
    sentence = sentence_at(text, one.span.start)
    apart = sentence.end <= other.span.start and not _is_reckoned(sentence, one, other)
    learnt = _LEARNING.search(one.counted)
    return apart and not (learnt and _is_of_one_thing(text, one) != _is_of_one_thing(text, other))


def _is_of_one_thing(text: str, count: _Count) -> bool:
    """Tell whether it is said what is studied, in the sentence or the one before: 「对全会精神…。学习3次」."""
    before = sentence_at(text, max(0, sentence_at(text, count.span.start).start - 1))
    return bool(_STUDIED.search(text, before.start, count.span.start))


def _is_reckoned(sentence: Span, one: _Count, other: _Count) -> bool:
    """Tell whether the first's sentence, or the one after it, has the other number too: 「提出建20个。建成9个，还差11个」."""
    after = min(sentence.end - one.start + 1, len(one.paragraph.text) - 1)
    end = sentence_at(one.paragraph.text, after).end + one.start
    values = {
        each.value
        for each in one.paragraph.figures
        if each.unit == other.figure.unit and sentence.start <= one.start + each.span.start < max(end, sentence.end)
    }
    return other.figure.value in values


def _turned_round(counts: Iterable[_Count], before: Iterable[_Count]) -> Iterator[Finding]:
    """Yield a number whose digits stand the other way round than those of its unit that are written twice or more.

    What is counted in 个 or 件 may be anything: 「21个支部」 beside 「大棚12个」. Once is enough where both are of the same thing, be it in what is told `before` of last year's measures: 「37所学校」.
    """
    in_digits = [(match, count) for count in before if (match := count.said.digits)]
    written = [(match, count) for count in counts if (match := count.said.digits)]
    often = Counter(match[0] for match, _ in written)
    places: dict[str, list[tuple[int, _Count]]] = {}
    for at, (match, count) in enumerate(in_digits + written, -len(in_digits)):
        places.setdefault(match[0], []).append((at, count))
    for at, (match, count) in enumerate(written):
        turned = f"{match['second']}{match['first']}{match['unit']}"
        if match["first"] == match["second"] or often[match[0]] != 1:
            continue
        if (often[turned] > 1 and match["unit"] not in _OF_ANYTHING) or any(
            _same_thing(count, other) for place, other in places.get(turned, ()) if not 0 <= place <= at
        ):
            yield RULE.finding(
                count.span,
                f"此处写“{match[0]}”，其他{max(1, often[turned])}处写“{turned}”，请核对数字是否写颠倒了。",
                "可对照台账改正写错的一处；说的不是同一件事的可忽略。",
            )


def _same_thing(count: _Count, other: _Count) -> bool:
    """Tell whether two counts are of what has two characters of its name in common: 公里铸铁管网, 公里管网; 办件37件."""
    return any(
        own[at : at + 2] in others
        for own, others in (
            (count.figure.after[:_NAMING], other.figure.after[:_NAMING]),
            (_LEARNING.sub("", count.counted)[-_TELLING:], _LEARNING.sub("", other.counted)[-_TELLING:]),
        )
        for at in range(len(own) - 1)
    )


_TEXT = (
    "2025年度民主生活会个人对照检查材料\n按照通知要求，{}现对照检查如下。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n{}\n"
    "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example(
            _TEXT.format("会前集中学习4次，查摆问题。", "1.学全会精神缺少抓手。集中学习3次，用得少。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("会前谈心谈话31人次，征求意见建议26条。", "1.谈得不深。谈心谈话⟦28人次⟧，谈思想的少。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "",
                "1.遇到难题绕着走。东郊86户拖欠租金，上门的少。\n2.老办法多。对⟦68户⟧只打电话，86户的事从年头等到年尾。审结案件91件，91件里拖过20天的有19件。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "会前谈心谈话31人次，征求意见建议26条。",
                "1.谈得不深。年初提出建设20个交邮融合站点，建成9个，还差11个。11个交邮融合站点都在山区。上半年谈心谈话11人次，下半年谈心谈话3人次。\n2.同科室谈话4次，廉政谈话12次，86户中走访了68户。“第一议题”学习27次，中心组全年集中学习72次。",
            ),
            with_template=True,
        ),
    ),
)
