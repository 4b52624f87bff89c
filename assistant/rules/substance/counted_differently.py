"""同一件事，两处数字不一致

检查什么：同一个数是否有一处写颠倒了（如86户、68户，785户、758户）；同一名称的数与前面各处只差一个数字的（前面都写“37所学校”，一处写“39所学校”）。
为什么：前后数字不一致，审核时一般会问到以哪个为准。
怎么改：对照台账核对，改正写错的一处；说的不是同一时段、同一范围的，可忽略。
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.facts import named_again, stated_counts
from assistant.facts.facts import Facts
from assistant.facts.known_numbers import unit_of, word_pairs
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.stated_counts import Count
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure, standing_in
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_THIS_YEAR = compiled_later("今年|本年度?")
_OWN_NAME = compiled_later("(?<![一-龥])(?![对把给将这那向为从])[一-龥]{3,12}$")  # what stands right before a number
_LEARNING = compiled_later("(?<=[一-龥”]{2})(?:学习|研讨|宣讲|交流)$")
_NAME_BEFORE = 10  # characters before a number in which what it counts may be named
_OF_ANYTHING = frozenset("个件条项次份人名")  # units


def check(facts: Facts) -> Iterator[Finding]:
    turned = facts.columns.reckoned(stated_counts.numbers_of_digits, stated_counts.turned_numbers)
    for material in facts.asked:
        found = list(_turned_round(*stated_counts.of_this_year(facts, material, turned))) if turned else []
        yield from found
        yield from _named_again(facts, material, [each.span for each in found])


def _named_again(facts: Facts, material: MaterialFacts, told: Sequence[Span]) -> Iterator[Finding]:
    """Yield 「查完39所学校」 where 37 are told elsewhere, as far as none of them is `told` already."""
    for each in named_again.find(facts, material):
        if each.span not in told and each.other not in told:
            where = "前面" if each.other.start < each.span.start else "后面"
            message = f"此处写“{each.span.of(facts.text)}{each.noun}”，{where}写“{each.other.of(facts.text)}”，请核对是否为同一事项。"
            yield RULE.finding(each.span, message, "可对照台账改正写错的一处；说的不是同一件事的可忽略。")


def _turned_round(written: Sequence[Count], before: Sequence[Count]) -> Iterator[Finding]:
    """Yield a number of which two digits are exchanged against those of its unit that are written twice or more.

    What is counted in 个 or 件 may be anything: 「21个支部」 beside 「大棚12个」. Once is enough where both are of the same thing, be it in what is told `before` of last year's measures: 「37所学校」.
    """
    often = Counter(each.digits for each in written)
    places: dict[str, list[tuple[int, Count]]] = {}
    for at, count in enumerate([*before, *written], -len(before)):
        places.setdefault(count.digits, []).append((at, count))
    for at, count in enumerate(written):
        if often[count.digits] != 1:
            continue
        for turned in stated_counts.exchanged(count.digits):
            if turned not in places or _beside_each_other(count, turned) or _is_reckoned(count, turned):
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


def _is_reckoned(count: Count, turned: str) -> bool:
    """Tell whether a number is what the one it looks like and another of its sentence leave: 「应教72次，教了45次，少27次」."""
    sentence = sentence_at(count.paragraph.text, count.figure.span.start)
    beside = [
        each.value
        for each in standing_in(count.paragraph.figures, *sentence)
        if each.unit == count.figure.unit and each.span != count.figure.span
    ]
    whole = [each for each in beside if f"{each:g}{unit_of(count.figure)}" == turned]
    return any(abs(one - other) == count.figure.value for one in whole for other in beside)


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
    if _is_floor(count.figure) != _is_floor(other.figure):
        return False  # 「进度分析21篇」, 「专题分析不少于12篇」
    beside = not (before[0].isdisjoint(before[1]) and after[0].isdisjoint(after[1]))
    apart = count.start != other.start or _sentence(count) != _sentence(other)
    return beside or (apart and not (before[0].isdisjoint(after[1]) and after[0].isdisjoint(before[1])))


def _is_floor(figure: Figure) -> bool:
    """Tell whether a number is the least that is aimed at, and no count."""
    return figure.before.endswith(("不少于", "不低于", "至少"))


def _named_before(figure: Figure) -> frozenset[str]:
    return word_pairs(_LEARNING.sub("", figure.before)[-_NAME_BEFORE:])


def _named_behind(figure: Figure) -> frozenset[str]:
    return word_pairs(figure.after[: stated_counts.NAMING])


_TEXT = f"{TITLE}按照通知要求，现对照检查如下。\n{FIRST_ASPECT}{{}}\n{FROM_THE_SECOND_ASPECT}"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "前后数字须一致（审核必查）",
    (
        Example(
            _TEXT.format(
                "1.遇到难题绕着走。东郊86户拖欠租金，上门的少。\n2.老办法多。对⟦68户⟧只打电话，86户的事从年头等到年尾。审结案件91件，91件里拖过20天的有19件。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "1.危旧房拖着不改。涉及危房⟦137户⟧，逾期贷款⟦352笔⟧，欠薪农民工⟦268人⟧。\n2.担当不够。173户危房里上门的少，325笔逾期贷款没有催收，286名农民工没有见过。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "1.摸底不细。男职工42人、女职工24名，一季度工单256件，二季度工单265件。\n2.办法少。新增就业1253人，比上年的1235人多18人；培训干部137人，受理投诉173件。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "1.学得零碎。“第一议题”学习27次，中心组全年集中学习72次。骨科床位42张，心内科床位24张。骨科床位共42张。应查病历72份，查了45份，少查27份，72份里回访的12份。进度分析21篇、专题分析7篇。\n2.走访少。86户中走访了68户。全年专题分析不少于12篇。",
            ),
            with_template=True,
        ),
        *(
            Example(
                _TEXT.format(
                    f"1.走访少。社区有独居老人21人，我上门的少，巡检{stations}换热站。\n2.办法少。46座换热站没有看完，这46座换热站的记录没有查，要在2月底前为{people}独居老人建卡。"
                ),
                with_template=True,
            )
            for stations, people in (("⟦48座⟧", "⟦23名⟧"), ("46座", "21名"))
        ),
        *(
            Example(
                _TEXT.format(
                    f"1.走访少。全镇建成助餐点42个，巡查37所学校。\n2.办法少。对{points}助餐点没有征求过老人意见，{schools}学校的食堂没有查完，15个结转台区、另外38所学校没有去。"
                ),
                with_template=True,
            )
            for points, schools in (("⟦46个⟧", "⟦39所⟧"), ("42个", "37所"))
        ),
    ),
)
