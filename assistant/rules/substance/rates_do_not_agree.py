"""比率、增减的数与前面的数不一致

检查什么：“回访162件，满意146件，满意率98%”一类，比率与前面两个数是否相符；“制定措施31条。……完成28条，占93.3%”一类，占比与前面的总数是否相符；“由43家增加到97家，增加44家”一类，增减的数与前后两个数是否相符；“全年12次，三分之一的8次”一类，几分之几是否相符；“13.8%，比10%的目标高出2.8个百分点”一类，相差的数是否相符。
为什么：比率、增减是算出来的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对三处数字，改正写错的一处；比率另有算法的，写明怎样算的。
"""

import re
from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.figures import Figure
from assistant.language.numbering import parse as number
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_PERCENT = ("%", "％")
_POINTS = ("个百分点",)
_RATE = compiled_later(
    "^[^，。；：0-9]{0,8}，(?P<name>[^，。；：0-9]{0,4})(?:率|比例|占比|比重|占)[^，。；：0-9]{0,6}$"
)
_OTHER_BASE = compiled_later("同比|上年|去年|增长|增幅|提高|上升|下降|减少|平均|其中|以上|余|多|约|近|人均")
_CHANGED = compiled_later(
    "^(?:大幅|已|已经|逐步)?(?:增加|增长|提高|提升|上升|扩大|延长|增|升|减少|下降|降低|压减|缩短|精简|缩减|压缩|减|降|压|砍|缩|省)(?:到|至|为|成)$"
)
_BY = compiled_later(
    "^[^，。；：0-9]{0,4}，(?:共|净|累计)?(?P<way>增加|增长|提高|提升|上升|增|升|多|减少|下降|降低|压减|缩短|精简|缩减|压缩|减|降|少|省下|节省|节约|省|相差)了?(?:约)?$"
)
_FROM = compiled_later("(?:由|从)[^，。；、0-9]{0,10}$")
_SHARE = Sought(
    ("分之", "一半", "成的", "成是", "成（", "成，", "成以"),
    "(?P<whole>[0-9]+)(?P<unit>[次条件户个项名人天篇份])[^。；0-9]{0,16}，[^，。；0-9]{0,4}(?:(?P<low>[一二三四五六七八九十])分之(?P<high>[一二三四五六七八九])|(?P<half>一半)|(?P<tenths>[一二三四五六七八九])成)(?:以上)?(?:的|是|，即|（)(?P<part>[0-9]+)(?P=unit)",
)
# 「安排320万元，有240万元投到了县级医院，基层只占四分之一」
_PART_OF = Sought(
    ("分之",),
    "(?P<whole>[0-9.]+)(?P<unit>万元|[次条件户个名人])，[^，。；0-9]{0,4}(?P<part>[0-9.]+)(?P=unit)[^。；，0-9]{0,16}，[^，。；0-9]{0,8}占(?P<low>[一二三四五六七八九十])分之(?P<high>[一二三四五六七八九])",
)
# 「应随访864人次，我做了778人次，刚到九成」
_TENTHS = Sought(
    [of + "成" for of in "一二三四五六七八九"],
    "(?P<whole>[0-9]+)(?P<unit>人次|户次|万元|公里|[次条件户个项名人天篇份亩吨])，[^。；，0-9]{0,8}(?P<part>[0-9]+)(?P=unit)，(?:还)?(?:刚到|刚够|只有|只占|仅占|就占|占|约占|约|大约|将近|接近|达到?)(?P<tenths>[一二三四五六七八九])成(?=[，。；]|左右|上下)",
)
# 「漏损率13.8%，比10%的目标高出3.8个百分点」, 「做了15次，比计划的20次少5次」
_BESIDE = compiled_later("^[^。；：0-9]{0,10}，?[^，。；：0-9]{0,4}[比较离距][^，。；：0-9]{0,8}$")
_APART = compiled_later("^[^，。；：0-9]{0,8}(?:高|低|多|少|差|超|增加|减少|晚|早|快|慢)[出了过]?(?:近|约)?$")
_SEVERAL = compiled_later("分别|各|同期|平均(?!数|值|水平)")
# 「206家，空壳的18家，占了一半还多」
_OVER_HALF = compiled_later("，?(?:就?占了?|已?占)(?:一半还多|一大半|大半|半数以上|一半以上|过半)")
_CUES = (
    "一半还多",
    "一大半",
    "占大半",
    "占了大半",
    "半数以上",
    "一半以上",
    "过半",
    *(of + than for of in "出高低多少差超晚早快慢" for than in ("了", *"0123456789")),
    "%",
    "％",
    "分之",
    "一半",
    "成的",
    "成是",
    "成（",
    *(verb + to for verb in "加长高升大减少低缩短简压降增砍省" for to in "到至为成"),
)
# 「完成28条，占93.3%」, where the whole stands further off
_OF_A_WHOLE = compiled_later("^[^，。；：0-9]{0,24}，(?:只|仅|约|就|已)?占(?:到|了|去|比)?(?:[^，。；：0-9]{0,10}的)?$")
_NOT_OF_IT = compiled_later("同比|上年|去年|增长|增幅|提高|上升|下降|减少|平均|人均|全[省市县区国]")
_BESIDE_EACH_OTHER = 12  # characters between them
_WITHIN = 140  # characters before, in which the whole stands
_NEAR = 0.06  # of a share told in parts
_ROUNDING = 1.5  # in points of a hundred
_POINT_ROUNDING = 0.15  # of a difference told to one place


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    if len(facts.figures) < 2:
        return
    yield from _in_words(facts)
    for at, rate in enumerate(facts.figures):
        if at > 1 and rate.unit in _PERCENT:
            yield from _of_a_whole(facts, at)
    for one, two, three in zip(facts.figures, facts.figures[1:], facts.figures[2:], strict=False):
        if one.unit == three.unit and _OVER_HALF.match(facts.text, three.span.end):
            yield from _of_half(facts.text, one, three)
        if three.unit in _PERCENT and one.unit == two.unit not in (*_PERCENT, ""):
            yield from _of_rate(facts, one, two, three)
        if two.unit and one.unit == two.unit and three.unit in (two.unit, *_POINTS):
            yield from _of_difference(facts.text, one, two, three)
        if two.unit and one.unit in (two.unit, "") and three.unit in (two.unit, *_PERCENT, *_POINTS):
            yield from _of_change(facts.text, one, two, three)


def _in_words(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield shares told in words that the numbers do not come to: 「12次，三分之一的8次」."""
    for match in _SHARE(facts):
        share = _share(match)
        due, part = int(match["whole"]) * share, int(match["part"])
        if abs(due - part) > max(1.0, 0.15 * due):
            message = f"前面写“{match['whole']}{match['unit']}”，照此处的说法约{due:g}{match['unit']}，写的是“{part}{match['unit']}”。"
            yield _finding(Span(*match.span()), message)
    for match in _TENTHS(facts):
        whole, of_it = float(match["whole"]), float(match["part"])
        if whole > of_it and abs(of_it / whole - number(match["tenths"]) / 10) > _NEAR:
            message = f"前面写“{match['whole']}{match['unit']}”“{match['part']}{match['unit']}”，约{100 * of_it / whole:.0f}%，与“{match['tenths']}成”不符。"
            yield _finding(Span(*match.span()), message)
    for match in _PART_OF(facts):
        whole, of_it = float(match["whole"]), float(match["part"])
        share = number(match["high"]) / number(match["low"])
        if whole > of_it and min(abs(of_it / whole - share), abs(1 - of_it / whole - share)) > _NEAR:
            message = f"前面写“{match['whole']}{match['unit']}”“{match['part']}{match['unit']}”，与“{match['low']}分之{match['high']}”不符。"
            yield _finding(Span(*match.span()), message)


def _of_rate(facts: ParagraphFacts, part: Figure, whole: Figure, rate: Figure) -> Iterator[Finding]:
    """Yield a rate that the two numbers before it do not come to, whichever of them is the whole."""
    text = facts.text
    between, before = text[part.span.end : whole.span.start], text[whole.span.end : rate.span.start]
    said = _RATE.match(before)
    if said is None or part.is_round or whole.is_round or not _are_near(text, part, whole) or not part.value:
        return
    counted = f"{part.before}{part.after}{whole.before}{whole.after}"
    if said["name"] and not any(each in counted for each in said["name"][-2:]):
        return  # a rate of something else: 「办结9件，满意率98%」
    if _OTHER_BASE.search(between + before):
        return
    few, many = sorted((part.value, whole.value))
    due = 100 * few / many if many else 0
    if 0 < rate.value <= 100 and abs(due - rate.value) > _ROUNDING and not _is_of_total(facts, part, whole, rate):
        message = f"前面写“{part.written}”“{whole.written}”，算得约{due:.1f}%，此处写“{rate.written}”。"
        yield _finding(Span(part.span.start, rate.span.end), message)


def _is_of_total(facts: ParagraphFacts, part: Figure, other: Figure, rate: Figure) -> bool:
    """Tell whether a rate is of what was told before its two parts: 「46件，按时39件，逾期7件，逾期率15.2%」."""
    begin = sentence_at(facts.text, part.span.start).start
    totals = [f for f in facts.figures if f.unit == part.unit and begin <= f.span.start < part.span.start and f.value]
    return any(
        abs(100 * each.value / total.value - rate.value) <= _ROUNDING for total in totals for each in (part, other)
    )


def _are_near(text: str, one: Figure, other: Figure) -> bool:
    """Tell whether two numbers stand beside each other in one statement."""
    between = text[one.span.end : other.span.start]
    return len(between) <= _BESIDE_EACH_OTHER and not re.search("[。；]", between)


def _of_a_whole(facts: ParagraphFacts, at: int) -> Iterator[Finding]:
    """Yield a share that the number before it has in none of the wholes told further before."""
    figures = facts.figures
    part, rate = figures[at - 1], figures[at]
    between = facts.text[part.span.end : rate.span.start]
    if figures[at - 2].unit == part.unit and _are_near(facts.text, figures[at - 2], part) and _RATE.match(between):
        return  # that is `_of_rate`'s
    if (
        not _OF_A_WHOLE.match(between)
        or not part.unit
        or part.unit in _PERCENT
        or part.is_round
        or not 0 < rate.value <= 100
    ):
        return
    clause = facts.text[max(facts.text.rfind(stop, 0, part.span.start) for stop in "。；") + 1 : rate.span.start]
    wholes = [
        each
        for each in figures[: at - 1]
        if each.unit == part.unit and each.value >= part.value and part.span.start - each.span.end <= _WITHIN
    ]
    if not wholes or _NOT_OF_IT.search(clause):
        return
    if all(abs(100 * part.value / each.value - rate.value) > _ROUNDING for each in wholes):
        whole = wholes[-1]
        due = 100 * part.value / whole.value
        message = f"前面写“{whole.written}”，“{part.written}”约占{due:.1f}%，此处写“{rate.written}”。"
        yield _finding(Span(part.span.start, rate.span.end), message)


def _of_change(text: str, first: Figure, last: Figure, by: Figure) -> Iterator[Finding]:
    """Yield a change that is not the difference of the two numbers before it."""
    way = _BY.match(text[last.span.end : by.span.start])
    if way is None or not _CHANGED.match(text[first.span.end : last.span.start]) or not _FROM.search(first.before):
        return
    if first.is_round or last.is_round or by.is_round or not first.value:
        return
    change = abs(last.value - first.value)
    if by.unit in _POINTS and last.unit not in _PERCENT:
        return
    due = 100 * change / first.value if by.unit in _PERCENT else change
    if abs(due - by.value) > (_ROUNDING if by.unit in _PERCENT else 0.01 * max(first.value, last.value)):
        unit = "%" if by.unit in _PERCENT else by.unit
        message = f"由{first.written}到{last.written}，相差{due:.1f}{unit}，此处写“{by.written}”。".replace(".0", "")
        yield _finding(Span(first.span.start, by.span.end), message)


def _of_difference(text: str, one: Figure, other: Figure, apart: Figure) -> Iterator[Finding]:
    """Yield a difference that is not that of the two numbers before it, of which the one is compared with the other."""
    in_percent = one.unit in _PERCENT
    between, before = text[one.span.end : other.span.start], text[other.span.end : apart.span.start]
    if in_percent != (apart.unit in _POINTS) or one.is_round or other.is_round or apart.is_round:
        return
    if not _BESIDE.match(between) or not _APART.match(before) or _SEVERAL.search(between + before):
        return
    due = abs(one.value - other.value)
    if abs(due - apart.value) > (_POINT_ROUNDING if in_percent else 0.01 * max(one.value, other.value)):
        message = f"“{one.written}”与“{other.written}”相差{due:g}，此处写“{apart.written}”。"
        yield _finding(Span(one.span.start, apart.span.end), message)


def _of_half(text: str, whole: Figure, part: Figure) -> Iterator[Finding]:
    """Yield what is said to be more than half of all, and is not."""
    if part.value * 2 < whole.value and "。" not in text[whole.span.end : part.span.start]:
        message = f"“{part.written}”不到“{whole.written}”的一半，此处写占了一半以上。"
        yield RULE.finding(Span(whole.span.start, part.span.end), message, "请对照台账核对各处数字。")


def _share(match: re.Match[str]) -> float:
    if match["half"]:
        return 0.5
    return number(match["tenths"]) / 10 if match["tenths"] else number(match["high"]) / number(match["low"])


def _finding(span: Span, message: str) -> Finding:
    advice = "请对照台账核对各处数字；另有算法的可忽略。"
    return RULE.finding(span, message, advice)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "数字须准确、前后一致（审核必查）",
    (
        Example("下发任务46条，按时反馈39条，逾期7条，逾期率15.2%。"),
        Example("全年回访⟦162件，满意146件，满意率98%⟧。"),
        Example(
            "建档由⟦43家增加到97家，增加44家⟧；发文由⟦142件减到96件，下降50%⟧；全年⟦12次学习，三分之一的8次⟧放在下班前。"
        ),
        Example("安排资金⟦320万元，有240万元投到了县级医院，基层只占三分之一⟧。"),
        Example("安排资金320万元，有240万元投到了县级医院，基层只占四分之一。"),
        Example("办结率由⟦88%提高到96%，提高18个百分点⟧；由88%提高到96%，提高8个百分点。"),
        Example(
            "制定措施31条。到年底，完成⟦28条，占93.3%⟧；抽查案卷30份，发现⟦6份存在告知程序不规范的问题，占抽查总数的25%⟧。"
        ),
        Example(
            "制定措施31条。到年底，完成28条，占90.3%；抽查案卷30份，发现6份存在告知程序不规范的问题，占抽查总数的20%；完成12条，占四成。"
        ),
        Example("全年应随访⟦864人次，我做了678人次，刚到九成⟧；应随访864人次，我做了778人次，刚到九成。"),
        Example("合作社⟦206家，运营的88家，空壳的18家⟧，占了一半还多。"),
        Example("合作社206家，运营的88家，空壳的118家，占了一半还多。"),
        Example("满意率⟦86.5%，比平均数91.2%低5.7个百分点⟧；满意率86.5%，比平均数91.2%低4.7个百分点。"),
        Example("漏损率⟦13.8%，比10%的目标高出2.8个百分点⟧；自学⟦15次，比计划的20次少4次⟧。"),
        Example(
            "漏损率13.8%，比10%的目标高出3.8个百分点；自学15次，比计划的20次少5次；到30次，同上年的20次比，分别多2次。"
        ),
        Example(
            "全年回访162件，满意146件，满意率90%；建档由43家增加到97家，增加54家；发文由142件减到96件，下降32%；12次学习，三分之一的4次放在下班前。"
            "投入30万元，完成12万元，同比增长20%；受理12件，办结9件，回访的满意率98%以上；由3家增加到9家，增加收入6万元。"
        ),
    ),
    cues=(*_CUES, *_TENTHS.cues),
)
