"""地名与另一处只差一个字，或者同一件事写成了另一个地方

检查什么：前面写“柳坪镇财政所”、后面写“柳林镇财政所”，前面写“锦和苑小区”、后面写“锦华苑小区”一类，同是镇、村、社区、小区、支行、水库，名称只差一个字，又没有写在一起的；前面写“白茅村17户农户反映”、后面写“对青石村17户农户的损失”，数字和所写的人都相同、地名不同的。
为什么：写的多是同一个地方，前后不一，一般会问到是哪里。
怎么改：确是同一个地方的，改成一致；确是两个地方的，可忽略。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Quoted, Severity
from assistant.language.sentences import clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_SORTS = "镇|乡|村|社区|街道|小区|花园|支行|派出所|卫生院|中学|小学|水库|灌区|泵站|水厂|换热站|工业园|大桥|煤矿|林场"
_NAMED = Sought(
    _SORTS.split("|"),
    "(?:^|(?<=[，。；：、.．）年月日次份前后的在到从把对向由经与和同给及或被于了是有为去往赴将让请如查“（县市区镇乡]))"
    f"(?P<name>(?![和与同及或在对把由给等但从向到为是有不未没被将让去往赴请如查的了])[一-龥]{{2,3}}?)(?P<sort>{_SORTS})(?![一-龥]?化)",
)
# What is no name: 「全镇」 「联系镇」 「对社区」 「重点镇」 「城关镇」 of any county
_NO_NAME = compiled_later(
    "^[和与同及或在对把由给等但从向到为有不未没被将让]|[全各每某该本我你他这那其的了是个些户名年月日所]"
    "|联系|包联|帮扶|示范|重点|中心|试点|结对|挂点|驻点|基层|农村|乡镇|城镇|建制|行政|自然|老旧|住宅|安置|城关|集镇|县直|周边|附近|下辖|辖区|第[一二三四五六七八九十]|[0-9]"
)
_OPPOSITE = frozenset("上下东西南北前后大小新老旧左右内外高低一二三四五六七八九十甲乙丙")  # 「上河村、下河村」 are two
# What a place is told with: 「17户农户」; smaller numbers are alike by chance
_FIGURE = compiled_later(
    "[1-9][0-9]+(?:\\.[0-9]+)?(?:户|名|人|位|亩|座|条|处|家|件|头|口|盏|公里|万元|吨|起|个|间|栋)[一-龥]{2}"
)
_MANY = 8  # names of one sort, among which two are alike by chance


class _Place(NamedTuple):
    span: Span
    name: str
    sort: str


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        places = _places(facts, material)
        for sort in dict.fromkeys(place.sort for place in places):
            of_sort = [place for place in places if place.sort == sort]
            few = len({place.name for place in of_sort}) <= _MANY
            found = [*_alike(facts, of_sort)] if few else []
            told = {each.span for each in found}
            found += [each for each in _of_one_story(facts, of_sort) if each.span not in told]
            yield from sorted(found, key=lambda each: each.span)


def _places(facts: Facts, material: MaterialFacts) -> list[_Place]:
    outline = material.outline
    cases = material.answers(PartKind.CASE_ANALYSIS)
    found = []
    for start, match in _NAMED.between(facts, outline.start, outline.end):
        span = Span(*match.span()).shifted(start)
        if not _NO_NAME.search(match["name"]) and not any(span.overlaps(each) for each in cases):
            found.append(_Place(span, match["name"], match["sort"]))
    return found


def _alike(facts: Facts, places: Sequence[_Place]) -> Iterator[Finding]:
    """Yield the place that is named once and differs by a character from one that is named before, or more often."""
    times = Counter(place.name for place in places)
    firsts = {place.name: place for place in reversed(places)}
    for place in places:
        if times[place.name] > 1:
            continue
        for other, often in times.items():
            first = firsts[other]
            if not (often > 1 or first.span < place.span) or not _differ_by_one(place.name, other, often):
                continue
            if sentence_at(facts.text, first.span.start) != sentence_at(facts.text, place.span.start):
                said = f"{other}{place.sort}"
                message = f"此处写“{place.span.of(facts.text)}”，另有{often}处写“{said}”，只差一个字。"
                yield RULE.finding(place.span, message, "请核对是否同一个地方；确是两个地方的可忽略。")


def _of_one_story(facts: Facts, places: Sequence[_Place]) -> Iterator[Finding]:
    """Yield the place that is named once, with just what another was told with before: so many, and of whom."""
    times = Counter(place.name for place in places)
    figures = [set(_FIGURE.findall(clause_at(facts.text, place.span.start).of(facts.text))) for place in places]
    for index, place in enumerate(places):
        if times[place.name] > 1 or not figures[index]:
            continue
        for other in range(index):
            shared = figures[other] & figures[index]
            sentence = sentence_at(facts.text, place.span.start)
            if shared and not sentence.overlaps(places[other].span):
                said = f"{places[other].name}{place.sort}"
                message = f"此处写“{place.span.of(facts.text)}”的“{min(shared)}”，前面写的是“{said}”。"
                yield RULE.finding(place.span, message, "请核对是否同一件事；确是两个地方的可忽略。")
                break


def _differ_by_one(one: str, other: str, often: int) -> bool:
    """Tell whether two names differ by a character; where they begin differently one of them must be known well."""
    if len(one) != len(other):
        return False
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    if len(apart) != 1 or one[apart[0]] in _OPPOSITE or other[apart[0]] in _OPPOSITE:
        return False
    return apart[0] > 0 or often > 1


_TEXT = TITLE + "{}　林知远\n按照县委通知要求，检查如下。\n" + FIRST_ASPECT + "1.{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "行文前后一致（审核经验，供参考）",
    (
        Example(
            _TEXT.format(
                "枫林县财政局副局长", "对松坪镇财政所的请示拖了9天。没有及时向⟦松岭镇⟧财政所答复，到锦和苑小区少。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县财政局副局长",
                "对松坪镇、松岭镇的请示拖了9天。上河村去得多。下河村去得少，全镇、各镇、重点镇去得少，对社区、把社区没有分清。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县水务局副局长",
                "白茅村17户农户反映水压低。没有到场。2.对⟦青石村⟧17户农户的损失没有赔。桃花村26户村民、柳岗村26户村民都来反映。",
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "枫林县水务局副局长",
                "白茅村17户农户反映水压低。没有到场。2.青石村19户农户、6户村民断水。桃花村6户村民等得久。",
            ),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format(
                "枫林县白鹭镇副镇长", "对白鹭镇的家底不清。在⟦白鹤镇⟧机关坐得多，到桃花村、石桥村都少，柳花村也少。"
            ),
            with_template=True,
            shown=False,
        ),
    ),
    quoted=Quoted.NEVER,
)
