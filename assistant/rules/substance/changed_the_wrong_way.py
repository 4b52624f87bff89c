"""增减的说法似与数字不一致

检查什么：“由70分钟缩短到34分钟”一类的话，写缩短、减少的，后面的数是否反而变大；写提高、增加的，后面的数是否反而变小；写“一次比一次低”“逐年增加”的，几个数是否依次变化。
为什么：数字写颠倒，意思就相反，审核时容易引起疑问。
怎么改：对照台账核对，两个数写颠倒的，调换过来；动词用错的，改正动词。
"""

from collections.abc import Iterator
from itertools import pairwise

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_LESS = "缩短|减少|压减|压缩|精简|降低|下降|下调|缩减|削减|合并|归并|并|降|减|缩|压|砍|裁"
_MORE = "恢复|扩充|拓展|提高|提升|增加|增长|上升|扩大|延长|增|升|上调|扩展"
_TO = "到至为成"
_STEPS = "次年月季届期轮周批"
_DIGITS = compiled_later("[0-9]+(?:[.][0-9]+)?")
_CHANGED = compiled_later(
    f"^(?:左右|多|余|以上)?(?:，)?(?:大幅|逐步|进一步|已|已经|平均)?(?:(?P<less>{_LESS})|(?P<more>{_MORE}))[{_TO}]了?(?:每[天周月年]|平均|全年)?$"
)
_FROM = compiled_later("(?:由|从)[^，。；、0-9]{0,10}$")
_MINUTES = {"分钟": 1, "小时": 60, "个小时": 60, "天": 1440}
_RANK = compiled_later("名|位|排")  # the third place is better than the fifth


# 「93分、91分、84分、76分，一次比一次低」
_STEP_BY_STEP = Sought(
    [f"一{of}比一" for of in _STEPS] + [f"逐{of}" for of in _STEPS],
    f"(?P<row>[0-9]+(?:[.][0-9]+)?(?P<unit>[^0-9，。；、]{{1,3}})(?:、[0-9]+(?:[.][0-9]+)?(?P=unit)){{2,}})[^，。；：0-9]{{0,6}}，?[^，。；：0-9]{{0,6}}(?:一(?P<step>[{_STEPS}])比一(?P=step)|逐[{_STEPS}])(?:(?P<less>低|少|差|慢|短|下降|减少|递减|走低)|(?P<more>高|多|好|长|上升|增加|增长|递增|提高))",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for row in _STEP_BY_STEP(facts):
        values = [float(each) for each in _DIGITS.findall(row["row"])]
        pairs = list(pairwise(values))
        if (
            not all(one > other for one, other in pairs)
            if row["less"]
            else not all(one < other for one, other in pairs)
        ):
            message = f"此处写“{row['row']}”，不是依次{'减少' if row['less'] else '增加'}的。"
            yield RULE.finding(Span(*row.span()), message, "请对照台账核对这几个数。")
    for before, after in zip(facts.figures, facts.figures[1:], strict=False):
        if not _comparable(before, after):
            continue
        changed = _CHANGED.match(facts.text[before.span.end : after.span.start])
        if changed is None or _RANK.search(before.before + after.unit) or not _FROM.search(before.before):
            continue
        first, last = _in_minutes(before, after)
        if (last > first) if changed["less"] else (last < first):
            verb = changed["less"] or changed["more"]
            yield RULE.finding(
                Span(before.span.start, after.span.end),
                f"此处写“{before.span.of(facts.text)}{verb}到{after.span.of(facts.text)}”，数字的变化与“{verb}”相反。",
                "请对照台账核对两个数是否写颠倒，数字、单位、动词是否写错。",
            )


def _of_time(before: Figure, after: Figure) -> bool:
    return before.unit in _MINUTES and after.unit in _MINUTES


def _in_minutes(before: Figure, after: Figure) -> tuple[float, float]:
    """Give two values, times in different units in minutes: 「由70分钟缩短到34小时」."""
    if before.unit != after.unit and _of_time(before, after):
        return before.value * _MINUTES[before.unit], after.value * _MINUTES[after.unit]
    return before.value, after.value


def _comparable(before: Figure, after: Figure) -> bool:
    """Tell whether two numbers count in the same unit; the first may be without: 「由70缩短到34分钟」."""
    return bool(after.unit) and (before.unit in (after.unit, "") or _of_time(before, after))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("到场时间由⟦70分钟缩短到34小时⟧，由2天缩短到3小时，由90分钟缩短到1小时。"),
        Example("到场时间由⟦34分钟缩短到70分钟⟧，会议材料由平均⟦5页减到11页⟧以内，满意率从⟦95%提高到89%⟧。"),
        Example("四次测验⟦93分、91分、94分、76分，一次比一次低⟧；三年到课⟦41人、36人、29人，逐年增加⟧。"),
        Example("四次测验93分、91分、84分、76分，一次比一次低；三年到课29人、36人、41人，逐年增加。"),
        Example("带教由每周⟦2次增加到每周1次⟧，夜间急诊由⟦11家恢复到6家⟧。"),
        Example(
            "到场时间由70分钟缩短到34分钟，满意率从89%提高到95%，排名由第5位提升到第2位，由3万元减少到800元，从12件增加到15件。"
        ),
    ),
    cues={f"{verb[-1]}{to}" for verb in f"{_LESS}|{_MORE}".split("|") for to in _TO} | _STEP_BY_STEP.cues,
)
