"""比率、增减的数与前面的数不一致

检查什么：“回访162件，满意146件，满意率98%”一类，比率与前面两个数是否相符；“制定措施31条。……完成28条，占93.3%”一类，占比与前面的总数是否相符；“走访26家，占全县212家的12.3%”一类也如此；“由43家增加到97家，增加44家”一类，增减的数与前后两个数是否相符；“全年12次，三分之一的8次”一类，几分之几是否相符；“占四成以上”“占三分之一”“不到总户数的六成”“砍掉一半”是否与前面的数相符；“13.8%，比10%的目标高出2.8个百分点”“计划42项，完成36项，滞后8项”“比上年的35件多6件，增长14.6%”一类，相差、增长的数是否相符。
为什么：比率、增减是算出来的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对三处数字，改正写错的一处；比率另有算法的，写明怎样算的。
"""

import re
from collections.abc import Iterator

from assistant.facts import shares_in_words
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import reckoned
from assistant.language.figures import CUES, Figure
from assistant.language.numbering import value_of
from assistant.language.sentences import piece_start, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_PERCENT = ("%", "％")
_RATE = compiled_later(
    "^[^，。；：0-9]{0,8}，(?P<name>[^，。；：0-9]{0,4})(?:率|进度|比例|占比|比重|占)[^，。；：0-9]{0,6}$"
)
_OTHER_BASE = compiled_later("同比|上年|去年|增长|增幅|提高|上升|下降|减少|平均|其中|以上|余|多|约|近|人均")
_ABOUT = compiled_later("[约近]为?$")
_SHARE = Sought(
    ("分之", "一半", "成的", "成是", "成（", "成，", "成以"),
    "(?P<whole>[0-9]+)(?P<unit>[次条件户个项名人天篇份])[^。；0-9]{0,16}，[^，。；0-9]{0,4}"
    "(?:(?P<low>[一二三四五六七八九十])分之(?P<high>[一二三四五六七八九])|(?P<half>一半)|(?P<tenths>[一二三四五六七八九])成)"
    "(?:以上)?(?:的|是|，即|（)(?P<part>[0-9]+)(?P=unit)",
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
# 「206家，空壳的18家，占了一半还多」
_OVER_HALF = compiled_later("，?(?:就?占了?|已?占)(?:一半还多|一大半|大半|半数以上|一半以上|过半)")
# 「完成28条，占93.3%」, where the whole stands further off
_OF_A_WHOLE = compiled_later("^[^，。；：0-9]{0,24}，(?:只|仅|约|就|已)?占(?:到|了|去|比)?(?:[^，。；：0-9]{0,10}的)?$")
# 「走访企业26家，只占全县212家的12.3%」, where the whole stands right before its share
_OF_WHOLE_BESIDE = compiled_later(
    "^(?![^，。；：]{0,3}[以上下内多余])[^，。；：0-9]{0,16}，?(?:只|仅|约|就|已|才)?占(?:到|了|去)?[^，。；：0-9]{0,10}$"
)
_ITS_SHARE = compiled_later("^[^，。；：0-9]{0,8}的(?:近|约|大约)?$")
_NOT_OF_IT = compiled_later("同比|上年|去年|增长|增幅|提高|上升|下降|减少|平均|人均|全[省市县区国]")
_BESIDE_EACH_OTHER = 12  # characters between them
_BY_NAME = (
    30  # characters between two that are both told by the name of the rate: 「应接种1860人，…接种1302人，接种率」
)
_WITHIN = 140  # characters before, in which the whole stands
_NEAR = 0.06  # of a share told in parts
# In points of a hundred: of what is about, told in whole points, to a place
_ROUNDING, _WHOLE, _WRITTEN_OUT = 1.5, 1.0, 0.5


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    if len(facts.figures) < 2:
        return
    in_words = list(_in_words(facts))
    yield from in_words
    for share in shares_in_words.find(facts):
        if not any(share.span.overlaps(each.span) for each in in_words):
            message = f"前面写“{share.part.written}”“{share.whole.written}”，约{share.due:.0f}%，与“{share.said}”不符。"
            yield _finding(share.span, message)
    for share in shares_in_words.changes(facts):
        due = abs(share.part.value - share.whole.value) / share.whole.value * 100
        message = f"前面由“{share.whole.written}”到“{share.part.written}”，相差约{due:.0f}%，与“{share.said}”不符。"
        yield _finding(share.span, message)
    for each in reckoned.find(facts.text, facts.figures):
        told = "".join(f"“{of.written}”" for of in each.of)
        yield _finding(each.span, f"由前面的{told}算得{each.due_written}，此处写“{each.said.written}”。")
    rated = any(unit in facts.text for unit in _PERCENT)
    rates = [(at, each) for at, each in enumerate(facts.figures) if at > 1 and each.unit in _PERCENT] if rated else ()
    for at, _ in rates:
        yield from _of_a_whole(facts, at)
        yield from _of_whole_beside(facts, *facts.figures[at - 2 : at + 1])
    for at, rate in rates:
        one, two = facts.figures[at - 2 : at]
        if one.unit == two.unit not in (*_PERCENT, ""):
            yield from _of_rate(facts, one, two, rate)


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
        if whole > of_it and abs(of_it / whole - value_of(match["tenths"]) / 10) > _NEAR:
            message = f"前面写“{match['whole']}{match['unit']}”“{match['part']}{match['unit']}”，约{100 * of_it / whole:.0f}%，与“{match['tenths']}成”不符。"
            yield _finding(Span(*match.span()), message)
    for match in _PART_OF(facts):
        whole, of_it = float(match["whole"]), float(match["part"])
        share = value_of(match["high"]) / value_of(match["low"])
        if whole > of_it and min(abs(of_it / whole - share), abs(1 - of_it / whole - share)) > _NEAR:
            message = f"前面写“{match['whole']}{match['unit']}”“{match['part']}{match['unit']}”，与“{match['low']}分之{match['high']}”不符。"
            yield _finding(Span(*match.span()), message)
    for one, three in zip(facts.figures, facts.figures[2:], strict=False) if "占" in facts.text else ():
        if one.unit == three.unit and _OVER_HALF.match(facts.text, three.span.end):
            yield from _of_half(facts.text, one, three)


def _of_rate(facts: ParagraphFacts, one: Figure, other: Figure, rate: Figure) -> Iterator[Finding]:
    """Yield a rate that no two numbers before it in its statement come to, whichever of them is the whole."""
    text = facts.text
    between, before = text[one.span.end : other.span.start], text[other.span.end : rate.span.start]
    said = _RATE.match(before)
    if said is None or one.is_round or other.is_round or not _belong(text, one, other, said["name"]):
        return
    counted = f"{one.before}{one.after}{other.before}{other.after}"
    if said["name"] and not any(each in counted for each in said["name"][-2:]):
        return  # a rate of something else: 「办结9件，满意率98%」
    about = _ABOUT.search(before)
    if _OTHER_BASE.search(between + (before.replace(about[0], "") if about else before)):
        return
    shares = list(_shares(facts, one, other))
    tolerance = _ROUNDING if about else _WRITTEN_OUT if "." in rate.written else _WHOLE
    if shares and 0 < rate.value <= 100 and all(abs(due - rate.value) > tolerance for due, *_ in shares):
        due, part, whole = min(shares[::2], key=lambda share: abs(share[0] - rate.value))
        message = f"前面写“{part.written}”“{whole.written}”，算得约{due:.1f}%，此处写“{rate.written}”。"
        yield _finding(Span(min(part.span.start, whole.span.start), rate.span.end), message)


def _shares(facts: ParagraphFacts, one: Figure, other: Figure) -> Iterator[tuple[float, Figure, Figure]]:
    """Yield what a rate of two numbers, and of those told before them in their sentence, may be, with the two it is of.

    Of each two first the share, then what it leaves over: 「超期15件，按期率93%」.
    """
    begin = sentence_at(facts.text, one.span.start).start
    told = [f for f in facts.figures if f.unit == one.unit and begin <= f.span.start < one.span.start]
    counted = [each for each in (*told[-2:], one, other) if each.value]
    for at, first in enumerate(counted):
        for second in counted[at + 1 :]:
            few, many = sorted((first, second), key=lambda each: each.value)
            yield 100 * few.value / many.value, first, second
            yield 100 * (many.value - few.value) / many.value, first, second


def _are_near(text: str, one: Figure, other: Figure) -> bool:
    """Tell whether two numbers stand beside each other in one statement."""
    between = text[one.span.end : other.span.start]
    return len(between) <= _BESIDE_EACH_OTHER and not re.search("[。；]", between)


def _belong(text: str, one: Figure, other: Figure, name: str) -> bool:
    """Tell whether two numbers are those of a rate: beside each other, or what was due and what was done by its name."""
    if _are_near(text, one, other):
        return True
    between = text[one.span.end : other.span.start]
    near = len(between) <= _BY_NAME and not re.search("[。；]", between)
    return near and len(name) > 1 and name in one.before and name in other.before and "应" in one.before


def _of_a_whole(facts: ParagraphFacts, at: int) -> Iterator[Finding]:
    """Yield a share that the number before it has in none of the wholes told further before."""
    figures = facts.figures
    part, rate = figures[at - 1], figures[at]
    between = facts.text[part.span.end : rate.span.start]
    one = figures[at - 2]
    beside = one.unit == part.unit and _are_near(facts.text, one, part) and _RATE.match(between)
    if beside and not _OTHER_BASE.search(facts.text[one.span.end : part.span.start] + between):
        return  # that is `_of_rate`'s
    if (
        not _OF_A_WHOLE.match(between)
        or not part.unit
        or part.unit in _PERCENT
        or part.is_round
        or not 0 < rate.value <= 100
    ):
        return
    wholes = [
        each
        for each in figures[: at - 1]
        if each.unit == part.unit and each.value >= part.value and part.span.start - each.span.end <= _WITHIN
    ]
    if not wholes or _NOT_OF_IT.search(facts.text, max(_begin(facts.text, part), wholes[-1].span.end), rate.span.start):
        return
    if all(abs(100 * part.value / each.value - rate.value) > _ROUNDING for each in wholes):
        whole = max(wholes, key=lambda each: each.value) if "总" in between else wholes[-1]  # 占总数的
        due = 100 * part.value / whole.value
        message = f"前面写“{whole.written}”，“{part.written}”约占{due:.1f}%，此处写“{rate.written}”。"
        yield _finding(Span(part.span.start, rate.span.end), message)


def _begin(text: str, part: Figure) -> int:
    return piece_start(text, part.span.start, "。；")


def _of_whole_beside(facts: ParagraphFacts, part: Figure, whole: Figure, rate: Figure) -> Iterator[Finding]:
    """Yield a share that the part before it has not in the whole that is told with it."""
    text = facts.text
    share = _ITS_SHARE.match(text[whole.span.end : rate.span.start])
    if share is None or not _OF_WHOLE_BESIDE.match(text[part.span.end : whole.span.start]):
        return
    if part.unit != whole.unit or part.unit in (*_PERCENT, "") or part.is_round or whole.is_round:
        return
    if not part.value or rate.value > 100 or _OTHER_BASE.search(part.before):
        return
    due = 100 * part.value / whole.value
    if abs(due - rate.value) > (
        _WRITTEN_OUT if "." in rate.written and not share[0].endswith(("近", "约")) else _ROUNDING
    ):
        message = f"前面写“{part.written}”“{whole.written}”，算得约{due:.1f}%，此处写“{rate.written}”。"
        yield _finding(Span(part.span.start, rate.span.end), message)


def _of_half(text: str, whole: Figure, part: Figure) -> Iterator[Finding]:
    """Yield what is said to be more than half of all, and is not."""
    if part.value * 2 < whole.value and "。" not in text[whole.span.end : part.span.start]:
        message = f"“{part.written}”不到“{whole.written}”的一半，此处写占了一半以上。"
        yield RULE.finding(Span(whole.span.start, part.span.end), message, "请对照台账核对各处数字。")


def _share(match: re.Match[str]) -> float:
    if match["half"]:
        return 0.5
    return value_of(match["tenths"]) / 10 if match["tenths"] else value_of(match["high"]) / value_of(match["low"])


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
        Example("一、存在的问题\n到位债券资金⟦8.6亿元，年底支出7.1亿元，支出进度86.2%⟧，排名靠后。\n", shown=False),
        Example("一、存在的问题\n到位债券资金8.6亿元，年底支出7.1亿元，支出进度82.6%，工程进度60%。\n", shown=False),
        Example("下发任务46条，按时反馈39条，逾期7条，逾期率15.2%。"),
        Example("全年回访⟦162件，满意146件，满意率98%⟧。"),
        Example("全年⟦12次学习，一半的8次⟧放在下班前；12次学习，一半的6次放在下班前；完成28条，占93.3%。", shown=False),
        Example("年度任务⟦42项，完成36项，滞后8项⟧；发文41件，比上年的⟦35件多6件，增长14.6%⟧。"),
        Example(
            "年度任务42项，完成36项，滞后6项；发文41件，比上年的35件多6件，增长17.1%；应到46人，实到40人，请假5人。"
        ),
        Example("受理⟦213件，按期办结198件，超期15件，按期办结率约为96%⟧。"),
        Example("受理213件，按期办结198件，超期15件，按期办结率约为93%。"),
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
        Example("抽查台账⟦18本，只占全镇64本的38.1%⟧；抽查台账18本，只占全镇64本的28.1%；培训18人，占去年64人的一成。"),
        Example(
            "在岗党员218名，机关96名，企业80名。按性别分，女党员⟦42名，占党员总数的29.3%⟧；机关96名，占党员总数的44%。"
        ),
        Example("全年应随访⟦864人次，我做了678人次，刚到九成⟧；应随访864人次，我做了778人次，刚到九成。"),
        Example(
            "受理投诉⟦286件，其中等候时间长118件、服务态度差97件、费用不清71件，等候时间长的投诉占六成以上⟧；培训⟦128名，缺课的29名，占四成⟧。"
        ),
        Example(
            "受理投诉286件，其中等候时间长118件、服务态度差97件、费用不清71件，等候时间长的投诉占四成以上；培训128名，缺课的29名，占两成多；减少21件，占六成；收到意见45条，其中作风方面的12条，工作方面的占三分之二。"
        ),
        Example("应接种女生⟦1860人，截至12月底完成首剂接种1302人，接种率80%⟧，支行党员⟦49名，占43名员工的44.2%⟧。"),
        Example("到去年底应收账款4.2亿元，其中两年以上的⟦1.5亿元，占53.7%⟧，催收少。"),
        Example(
            "应接种女生1860人，截至12月底完成首剂接种1302人，接种率70%，支行党员19名，占43名员工的44.2%。到去年底应收账款4.2亿元，其中两年以上的1.5亿元，占35.7%。"
        ),
        Example("合作社⟦206家，运营的88家，空壳的18家⟧，占了一半还多。"),
        Example("合作社206家，运营的88家，空壳的118家，占了一半还多。"),
        Example("满意率⟦86.5%，比平均数91.2%低5.7个百分点⟧；满意率86.5%，比平均数91.2%低4.7个百分点。"),
        Example("漏损率目标是⟦9.5%，实际为10.8%，高出1.2个百分点⟧；目标是9.5%，实际为10.8%，高出1.3个百分点。"),
        Example("漏损率⟦13.8%，比10%的目标高出2.8个百分点⟧；自学⟦15次，比计划的20次少4次⟧。"),
        Example(
            "漏损率13.8%，比10%的目标高出3.8个百分点；自学15次，比计划的20次少5次；到30次，同上年的20次比，分别多2次。"
        ),
        Example(
            "全年回访162件，满意146件，满意率90%；建档由43家增加到97家，增加54家；发文由142件减到96件，下降32%；12次学习，三分之一的4次放在下班前。"
            "投入30万元，完成12万元，同比增长20%；受理12件，办结9件，回访的满意率98%以上；由3家增加到9家，增加收入6万元。"
        ),
    ),
    cues=CUES,
)
