"""同一件事，两处数字不一致

检查什么：同一个事项（如“集中学习”“谈心谈话”）在两处写的次数、人数是否相同；同一个数是否有一处写颠倒了（如86户、68户，785户、758户）。
为什么：前后数字不一致，审核时一般会问到以哪个为准。
怎么改：对照台账核对，改正写错的一处；说的不是同一时段、同一范围的，可忽略。
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from assistant.facts import stated_counts
from assistant.facts.facts import Facts
from assistant.facts.known_numbers import unit_of, word_pairs
from assistant.facts.stated_counts import Count
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

# Two counts of the same are two matters where they are of other times, or done by other bodies.
_BEFORE_MEETING = compiled_later("会前|会议前|为开好|为了开好|[这此本]次会|[0-9]{1,2}月[^，。；0-9]{0,3}以来")
_OF_A_YEAR = compiled_later("全年|一年|年内|年度|今年|20[0-9]{2}年(?![0-9一-十]*月)")
_BODIES = compiled_later(
    "中心组|党支部|支部|党小组|支委会|党总支|机关党委|党组会|党委会|工会|团委|党组|党委|班子|科室|镇里|县里|市里|派驻组"
)
# At what problems are found; what is found at one is not what is found at another
_OCCASION = compiled_later(
    "学习教育|主题教育|民主生活会|组织生活会|党史学习|巡[察视]|审计|清单|专项整治|自查|督查|读书班|测评|“[一-龥]个带头”|回头看"
)
_FOUND = compiled_later("查摆|检视|查找|剖析|检查")
_BODY_NEAR = 14  # characters before a number in which its body stands
_THIS_YEAR = compiled_later("今年|本年度?")
_OWN_NAME = compiled_later("(?<![一-龥])(?![对把给将这那向为从])[一-龥]{3,12}$")  # what stands right before a number
_LEARNING = compiled_later("(?<=[一-龥”]{2})(?:学习|研讨|宣讲|交流)$")
_STUDIED = compiled_later("全会|八项规定|条例|准则|讲话|《")
_NAME_BEFORE = 10  # characters before a number in which what it counts may be named
_OF_ANYTHING = frozenset("个件条项次份人名")  # units


def check(facts: Facts) -> Iterator[Finding]:
    telling = facts.columns.reckoned(stated_counts.numbers_by_key, stated_counts.keys_with_several_numbers)
    turned = facts.columns.reckoned(stated_counts.numbers_of_digits, stated_counts.turned_numbers)
    for material in facts.asked if telling or turned else ():
        counts, before = stated_counts.of_this_year(facts, material, telling, turned)
        for alike in _disagreeing_groups(counts, telling):
            yield from _disagreements(facts.text, alike, material.outline.preface_span)
        if turned:
            yield from _turned_round(counts, before)


def _disagreeing_groups(counts: Iterable[Count], telling: AbstractSet[tuple[str, ...]]) -> Iterator[list[Count]]:
    """Yield the counts that speak of the same in the same unit, as far as they do not all agree."""
    groups: dict[tuple[str, ...], list[Count]] = {}
    for count in counts:
        for key in count.said.keys:
            if key in telling:
                groups.setdefault(key, []).append(count)
    for group in groups.values():
        if len({count.figure.value for count in group}) > 1:
            yield group


_NONE_MISSED = ("不缺", "不落", "不漏", "不少")  # 「支部党员大会一次不缺」


def _disagreements(text: str, alike: Iterable[Count], preface: Span) -> Iterator[Finding]:
    counts = [each for each in alike if each.figure.span not in each.paragraph.kept(stated_counts.partial_counts)]
    said: set[float] = set()  # what comes again as it was is right, or told where it differs
    for number, one in enumerate(counts):
        if one.figure.value in said or one.figure.after.startswith(_NONE_MISSED):
            continue
        said.add(one.figure.value)
        before = next((other for other in counts[:number] if _differ(text, other, one, preface)), None)
        if before:
            yield RULE.finding(
                one.span,
                f"此处写{quoted(one.counted + one.figure.written)}，前面写{quoted(before.counted + before.figure.written)}。",
                "请核对以哪个为准；说的不是同一时段、同一范围的可忽略。",
            )


def _differ(text: str, one: Count, other: Count, preface: Span) -> bool:
    """Tell whether two counts of the same say it differently, in two sentences."""
    if one.figure.value == other.figure.value:
        return False
    if _of_two_times_or_bodies(text, one, other, preface):
        return False
    sentence = sentence_at(text, one.span.start)
    apart = sentence.end <= other.span.start and not _is_reckoned(sentence, one, other)
    learnt = _LEARNING.search(one.counted)
    return apart and not (learnt and _is_of_one_thing(text, one) != _is_of_one_thing(text, other))


def _of_two_times_or_bodies(text: str, one: Count, other: Count, preface: Span) -> bool:
    """Tell whether one is of the time before the meeting and the other of the year, or each names who did it.

    A preface tells of the time before the meeting, whatever it says.
    """
    said = [Span(sentence_at(text, each.span.start).start, each.span.end).of(text) for each in (one, other)]
    early, yearly = ([bool(sought.search(each)) for each in said] for sought in (_BEFORE_MEETING, _OF_A_YEAR))
    early = [told or each.span.overlaps(preface) for told, each in zip(early, (one, other), strict=True)]
    if (early[0] and yearly[1] and not early[1]) or (early[1] and yearly[0] and not early[0]):
        return True
    if _FOUND.search(one.counted) and set(_OCCASION.findall(said[0])) != set(_OCCASION.findall(said[1])):
        return True
    if _FOUND.search(one.counted) and _looked_at(one) != _looked_at(other):
        return True
    bodies = [set(_BODIES.findall(each[-_BODY_NEAR:])) for each in said]
    return all(bodies) and bodies[0].isdisjoint(bodies[1])


def _looked_at(count: Count) -> tuple[float, str] | None:
    """Give the number of what was looked at, told before what was found there: 「检查58家，发现问题21个」."""
    begin = sentence_at(count.paragraph.text, count.figure.span.start).start
    before = [each for each in count.paragraph.figures if begin <= each.span.start < count.figure.span.start]
    return (before[-1].value, before[-1].unit) if before else None


def _is_of_one_thing(text: str, count: Count) -> bool:
    """Tell whether it is said what is studied, in the sentence or the one before: 「对全会精神…。学习3次」."""
    before = sentence_at(text, max(0, sentence_at(text, count.span.start).start - 1))
    return bool(_STUDIED.search(text, before.start, count.span.start))


def _is_reckoned(sentence: Span, one: Count, other: Count) -> bool:
    """Tell whether the first's sentence, or the one after it, has the other number too: 「提出建20个。建成9个，还差11个」."""
    after = min(sentence.end - one.start + 1, len(one.paragraph.text) - 1)
    end = sentence_at(one.paragraph.text, after).end + one.start
    values = {
        each.value
        for each in one.paragraph.figures
        if each.unit == other.figure.unit and sentence.start <= one.start + each.span.start < max(end, sentence.end)
    }
    return other.figure.value in values


def _turned_round(counts: Iterable[Count], before: Iterable[Count]) -> Iterator[Finding]:
    """Yield a number of which two digits are exchanged against those of its unit that are written twice or more.

    What is counted in 个 or 件 may be anything: 「21个支部」 beside 「大棚12个」. Once is enough where both are of the same thing, be it in what is told `before` of last year's measures: 「37所学校」.
    """
    in_digits = [count for count in before if count.said.digits]
    written = [count for count in counts if count.said.digits]
    often = Counter(each.said.digits for each in written)
    places: dict[str, list[tuple[int, Count]]] = {}
    for at, count in enumerate(in_digits + written, -len(in_digits)):
        places.setdefault(count.said.digits, []).append((at, count))
    for at, count in enumerate(written):
        if often[count.said.digits] != 1:
            continue
        for turned in stated_counts.exchanged(count.said.digits):
            if turned not in places or _beside_each_other(count, turned):
                continue
            others = [
                other
                for place, other in places[turned]
                if not (0 <= place <= at and often[turned] == 1)
                and not (place < 0 and _THIS_YEAR.search(_sentence(count)))
            ]
            sure = often[turned] > 1 and count.figure.unit not in _OF_ANYTHING
            if others and (sure or any(_same_thing(count, other) for other in others)):
                yield RULE.finding(
                    count.span,
                    f"此处写“{count.figure.written}”，其他{max(1, often[turned])}处写“{others[0].figure.written}”，请核对数字是否写颠倒了。",
                    "可对照台账改正写错的一处；说的不是同一件事的可忽略。",
                )


def _beside_each_other(count: Count, turned: str) -> bool:
    """Tell whether a sentence tells both, each behind the name of its own: 「骨科床位42张，心内科床位24张」."""
    begin = sentence_at(count.paragraph.text, count.figure.span.start).start
    said = _sentence(count)
    at = said.find(turned.removesuffix(unit_of(count.figure)))
    if at < 0:
        return False
    names = (_OWN_NAME.search(said, 0, place) for place in (at, count.figure.span.start - begin))
    one, other = (name[0] if name else "" for name in names)
    return bool(one and other) and one != other


def _sentence(count: Count) -> str:
    return sentence_at(count.paragraph.text, count.figure.span.start).of(count.paragraph.text)


def _same_thing(count: Count, other: Count) -> bool:
    """Tell whether two counts are of what has a word of its name in common: 公里铸铁管网, 公里管网; 居民612户, 户居民.

    What stands between two of one sentence names nothing: 「86户中走访了68户」.
    """
    before, after = ([words(each.figure) for each in (count, other)] for words in (_named_before, _named_behind))
    beside = not (before[0].isdisjoint(before[1]) and after[0].isdisjoint(after[1]))
    apart = count.start != other.start or _sentence(count) != _sentence(other)
    return beside or (apart and not (before[0].isdisjoint(after[1]) and after[0].isdisjoint(before[1])))


def _named_before(figure: Figure) -> frozenset[str]:
    return word_pairs(_LEARNING.sub("", figure.before)[-_NAME_BEFORE:])


def _named_behind(figure: Figure) -> frozenset[str]:
    return word_pairs(figure.after[: stated_counts.NAMING])


_TEXT = TITLE + "按照通知要求，{}现对照检查如下。\n" + FIRST_ASPECT + "{}\n" + FROM_THE_SECOND_ASPECT

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
                "",
                "1.危旧房拖着不改。涉及危房⟦137户⟧，逾期贷款⟦352笔⟧，欠薪农民工⟦268人⟧。\n2.担当不够。173户危房里上门的少，325笔逾期贷款没有催收，286名农民工没有见过。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "",
                "1.摸底不细。男职工42人、女职工24名，一季度工单256件，二季度工单265件。\n2.办法少。新增就业1253人，比上年的1235人多18人；培训干部137人，受理投诉173件。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "2026年1月以来，集中学习4次，征求意见建议26条。",
                "1.学得零碎。一年里集中学习12次，党委中心组研讨10次，党支部研讨24次。全年主题党日12次，我参加9次。\n2.主题党日9次里有4次早退。主题党日12次都有记录。骨科床位42张，心内科床位24张。骨科床位共42张。对班子的意见建议8条。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "会前谈心谈话31人次，征求意见建议26条。",
                "1.谈得不深。2024年度生活会上，我查摆问题7个。学习教育期间，我对照下发的清单查摆问题4个。年初提出建设20个交邮融合站点，建成9个，还差11个。11个交邮融合站点都在山区。上半年谈心谈话11人次，下半年谈心谈话3人次。\n2.同科室谈话4次，廉政谈话12次，86户中走访了68户。“第一议题”学习27次，中心组全年集中学习72次。",
            ),
            with_template=True,
        ),
    ),
)
