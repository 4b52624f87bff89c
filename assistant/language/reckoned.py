"""Numbers that a text reckons from others it tells: 「由9张并为5张，减少4张」, 「应到108人，实到92人，缺席16人」, 「增长17.1%」.

One reader for all wordings. A number said to be a difference, or a growth is held against *every* pair of numbers
of its unit that its sentence tells before it: what any of them explains is right. Where none does, it is told only if the
nearest two are by their words surely those it is reckoned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.language.figures import Figure
from assistant.patterns import compiled_later
from assistant.text import Span

PERCENT = ("%", "％")
OF_PEOPLE = frozenset(("人", "名", "位"))
EVEN = 1e-6  # sums of decimals are not quite even
POINTS = "个百分点"
_YEARS = range(1900, 2100)  # what counts in 年 and lies here is a year and no number

_MORE = "增加|增长|提高|提升|上升|净增|增|升|多出|多用|多|超额|超出|超|扩大|延长|提前|早|快|高出|高"
_LESS = (
    "减少|下降|降低|压减|缩短|精简|缩减|压缩|净减|减|降|少用|少|省下|节省|节约|省|相差|差|欠|缺席|缺勤|缺课|缺额|缺口|缺|短|滞后|落后|推迟|延误|慢|晚|低"
    "|逾期|超期|超时|延期|保留|未[一-龥]{1,4}|没有?[一-龥]{1,4}|漏|落下|结余|剩余|剩下|剩|余下|余|腾退|腾出|砍掉|裁撤|撤并|取消|精减"
)
# The clause before a number that is said to be a difference: nothing but that, and what says how surely.
_DIFFERENCE = compiled_later(
    f"(?:共计?|净|累计|相比|一共|总共|合计|又|还|尚|仍|有|足足|整整|已经?|只|仅|却|就|前后|等于|也就是|即|便|另|其余|其中|人均|两年|两者)*(?:{_MORE}|{_LESS})(?:[讲去跑交签考读学写开谈查看办到走用接][学谈到课]?)?(?:了|出|过|的)?(?:约|近|整)?"
)
_COMPARED = compiled_later(
    "[^，。；：0-9]{0,8}(?:高|低|多|少|差|超|增加|减少|晚|早|快|慢|短|长|缺|欠)[出了过]?(?:近|约)?"
)
_AND_THAT_IS = compiled_later(
    "[^，。；：、0-9]{0,6}[，（](?:同比|相比|折合|相当于|比上年|较上年|比去年|较去年|即|也就是)?(?:增长|增幅|增加|上升|提高|下降|降幅|减少|减幅|压减|降低|精简|缩减|缩短|压缩|多|少)(?:了|为|达到?|约|近)*"
)
_TELLS_DIFFERENCE = compiled_later(f"[^，。；：]{{0,10}}(?:{_MORE}|{_LESS})[了出过]?(?:约|近)?")

# What such a clause ends with; most numbers stand behind something else, and nothing more is asked of them.
_LAST = frozenset(
    "".join(way[-1] for way in f"{_MORE}|{_LESS}".split("|")) + "了出过的约近整讲去跑交签考读学写开谈查看办到走用接课加"
)
_UNDONE_WITHIN = 8  # characters in which 未 or 没 begins what was not done: 「未采纳35条」

# How the second of two numbers is told as what became of the first: 「由9张并为5张」, 「286件减到231件」.
_FROM = compiled_later("(?:由|从|原来|原先|过去|上年|去年|往年|以前|之前|年初|期初)的?[^，。；、0-9]{0,10}$")
_BECAME = compiled_later(
    "[^，。；：、0-9]{0,4}，?[^，。；：、0-9]{1,8}(?:到|至|为|成|剩)了?(?:现在|目前|今年|如今|年底)?的?"
)
_BECAME_SURELY = compiled_later("(?:大幅|逐步|已经?|再)*(?:[增减压缩降升扩砍裁并合精提归调][一-龥]?)[到至为成]了?")
# How two numbers are told as what was due and what was done: 「计划24个，完成18个」.
_DUE = compiled_later(
    "应[^急用对]?|计划|原定|预定|拟|目标|任务|要求|规定|须|需|承诺|定了|定下|年初|总数|合计|共|编制|核定|安排|下达|分配|交办|全年|每年|承担|承办|登记|认领|受理|收到|立案|列入|规划|原有|预算|经费|收入"
)
_DONE = compiled_later(
    "实际|实到|实有|完成|办结|做到|参加|到岗|到会|到场|到位|收回|获批|落实|只|仅|才|现有|在岗|建成|兑现|采纳|合格|达标|解决|整改|支出|使用|答复|剩|按时|按期|审结|[到去读谈讲写查走办做修来治换装拆补配清回接][了过成完好]?$"
)
_NOT_DUE = compiled_later("每个?[月周季天日半]|其中|分别|平均|人均|同比|上年|去年|今年|新|又|另|比|较")
# How two numbers are told of two years: 「2024年开会126次、2025年94次」.
_OF_A_YEAR = compiled_later("(?:20[0-9]{2}年度?|去年|上年|前年|今年|本年度?)[^，。；0-9]{0,10}$")
# How two are held against each other: 「41件，比2024年的35件多6件」.
_AGAINST = compiled_later("[^。；：0-9]{0,10}，?[^，。；：0-9]{0,4}[比较离距](?:20[0-9]{2}年度?)?[^，。；：0-9]{0,8}")
_TOO_LATE, _IN_TIME = compiled_later("逾期|超期|超时|延期"), compiled_later("按时|按期|如期")
_FIXED = compiled_later("目标|指标|要求|任务|计划|标准|控制|红线|上限|下限|承诺")
_SEVERAL = compiled_later("分别|各|同期|平均(?!数|值|水平)")

_AT_OTHER_PRICES = compiled_later("生产总值|增加值|可比|不变价|GDP")  # grows by another rate than its amounts

_FAR = 34  # characters between two numbers that are reckoned with


# What a sentence takes up of a change told in the one before: 「减到19张，年底又涨回26张。增加的7张中」
_TAKEN_UP = compiled_later(
    "[。；，](?:[这其]中)?(?:新|净)?(?P<word>增加|多出|多出来|增|涨|减少|减掉|压减|少)(?:出来)?(?:了)?的?这?"
)
_CHANGED_TO = compiled_later(
    "[^。；、0-9]{0,4}，?[^。；、0-9]{0,10}(?:[到至为]|[涨升增弹加降减落]回)了?(?:现在的?|目前的?)?"
)


class Reckoned(NamedTuple):
    """A number that the others do not come to: what they are, what it should be, whether that is certain."""

    of: tuple[Figure, ...]
    said: Figure
    due: float
    sure: bool = True

    @property
    def span(self) -> Span:
        """From the first that it is reckoned from."""
        return Span(self.of[0].span.start, self.said.span.end)

    @property
    def due_written(self) -> str:
        """What it should read, in the unit in which it is said."""
        digits, unit = _digits(self.said), self.said.written.lstrip("0123456789.,．")
        due = self.due / (self.said.value / float(digits)) if float(digits) and self.said.value else self.due
        return f"{due:.1f}".removesuffix(".0") + unit if self.said.unit in PERCENT else f"{due:g}{unit}"


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers count the same: 人, 名 and 位 do."""
    return one.unit == other.unit or (one.unit in OF_PEOPLE and other.unit in OF_PEOPLE)


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield the differences and growths that are not what the numbers before them in their sentence come to."""
    wrong: list[Figure] = []
    may_be_undone = "未" in text or "没" in text
    for at, said in enumerate(figures[2:], 2):
        start = said.span.start
        told = start > 0 and text[start - 1] in _LAST
        if not (told or said.unit in PERCENT or (may_be_undone and _is_undone(text, start))):
            continue  # which most are
        if said.is_round or figures[at - 1] in wrong:
            continue
        found = _growth if said.unit in PERCENT else _taken_up if _is_taken_up(text, said) else _difference
        for each in found(text, figures[:at], said):
            wrong.append(said)
            yield each


def _is_undone(text: str, start: int) -> bool:
    """Tell by the last characters before a number whether it can be told as what was not done."""
    near = max(0, start - _UNDONE_WITHIN)
    return text.find("未", near, start) >= 0 or text.find("没", near, start) >= 0


def _before(text: str, figures: Sequence[Figure], said: Figure, stops: str) -> list[Figure]:
    """Give the numbers of a sentence before one of them, years left out."""
    begin = max(text.rfind(stop, 0, said.span.start) for stop in stops) + 1
    return [
        each
        for each in figures
        if each.span.start >= begin and not (each.unit == "年" and each.value in _YEARS) and each.unit
    ]


def _clause(text: str, begin: int, said: Figure) -> str:
    """Give what stands between a number and the one before it, from the last comma on."""
    between = text[begin : said.span.start]
    return between[max(between.rfind(stop) for stop in "，。；：（、") + 1 :]


def _difference(text: str, figures: Sequence[Figure], said: Figure) -> Iterator[Reckoned]:
    """Yield a difference that no two numbers before it have."""
    unit_of = PERCENT if said.unit == POINTS else None
    told = _before(text, figures, said, "。！？\n")
    same = [each for each in told if (each.unit in unit_of if unit_of else alike(each, said))]
    if len(same) < 2:
        return
    one, other = same[-2:]
    after = text[other.span.end : said.span.start]
    if one.is_round or other.is_round or len(after) > _FAR or "；" in text[one.span.start : said.span.start]:
        return
    between = text[one.span.end : other.span.start]
    against = _AGAINST.fullmatch(between) and _COMPARED.fullmatch(after)
    clause = _clause(text, figures[-1].span.end, said)
    if not against and (not _DIFFERENCE.fullmatch(clause) or not any(stop in after for stop in "，（、")):
        return
    if _SEVERAL.search(between + after) or not (against or _belong(text, one, other, between)):
        return
    if _TOO_LATE.search(clause) and not _IN_TIME.search(other.before):
        return  # what was done may have been done too late
    due = abs(one.value - other.value)
    if not _comes_to(same, said, _tolerance(text, one, other, said)):
        yield Reckoned((one, other), said, round(due, 6))


def _is_taken_up(text: str, said: Figure) -> bool:
    """Tell whether a number begins a clause as that of the change told before: 「增加的7张中」."""
    end = said.span.start
    if text[end - 1] not in "的这":
        return False
    begin = max(text.rfind(stop, 0, end) for stop in "。；，")
    return begin >= 0 and _TAKEN_UP.fullmatch(text, begin, end) is not None


def _taken_up(text: str, figures: Sequence[Figure], said: Figure) -> Iterator[Reckoned]:
    """Yield the number of a change that no two numbers before it, told as from and to, are apart."""
    same = [each for each in figures if each.unit == said.unit]
    if len(same) < 2 or any(each.is_round for each in same[-2:]):
        return
    one, other = same[-2:]
    near = text.count("。", other.span.end, said.span.start) <= 1 and said.span.start - other.span.end <= _FAR
    if not near or not _CHANGED_TO.fullmatch(text, one.span.end, other.span.start):
        return
    if not _comes_to(same, said, EVEN):
        yield Reckoned((one, other), said, abs(one.value - other.value))


def _comes_to(same: Sequence[Figure], said: Figure, tolerance: float) -> bool:
    """Tell whether any two of some numbers are so much apart, or leave so much over after a third."""
    values = [each.value for each in same]
    for one in values:
        for other in values:
            apart = one - other
            if apart >= 0 and abs(apart - said.value) <= tolerance:
                return True
            if apart > 0 and any(abs(apart - third - said.value) <= tolerance for third in values if third != other):
                return True
    return False


def _belong(text: str, one: Figure, other: Figure, between: str) -> bool:
    """Tell whether two numbers are told as before and after, as due and done, or of two years."""
    if len(between) > _FAR or "。" in between:
        return False
    if (_FROM.search(one.before) and _BECAME.fullmatch(between)) or _BECAME_SURELY.fullmatch(between):
        return True
    begin = text[max(0, one.span.start - 14) : one.span.start]
    if _OF_A_YEAR.search(begin) and _OF_A_YEAR.search(between):
        return True
    first, second = one.before + one.after, other.before
    if _NOT_DUE.search(first + between):
        return False
    done_first = _DONE.search(one.before) and _DUE.search(second)
    return bool((_DUE.search(first) and _DONE.search(second)) or done_first)


def _growth(text: str, figures: Sequence[Figure], said: Figure) -> Iterator[Reckoned]:
    """Yield a growth in percent that is none of the numbers before it."""
    by = figures[-1]
    same = [each for each in _before(text, figures, said, "。！？\n；") if alike(each, by)]
    if by.unit in (*PERCENT, POINTS) or len(same) < 2 or any(each.is_round for each in same):
        return
    words = text[by.span.end : said.span.start]
    if not _AND_THAT_IS.fullmatch(words) or _AT_OTHER_PRICES.search(
        text, max(0, same[0].span.start - _FAR), said.span.end
    ):
        return
    base = same[-2]
    between = text[base.span.end : by.span.start]
    if len(between) > _FAR or "；" in between or _SEVERAL.search(between):
        return
    if _TELLS_DIFFERENCE.fullmatch(_clause(text, base.span.end, by)):
        rates = list(_shares_of_base(text, same))
    elif _belong(text, base, by, between):
        rates = [100 * abs(base.value - by.value) / base.value] if base.value else []
    else:
        return
    tolerance = _percent_tolerance(said, words)
    if rates and all(abs(rate - said.value) > tolerance for rate in rates):
        yield Reckoned((base, by), said, rates[0])


def _shares_of_base(text: str, same: Sequence[Figure]) -> Iterator[float]:
    """Yield how many of a hundred the last number, a difference, may be: of what is compared with, of what there was before."""
    *others, by = same
    last = others[-1]
    if len(others) > 1 and _AGAINST.fullmatch(text, others[-2].span.end, last.span.start):
        yield 100 * by.value / last.value if last.value else 0
        return
    if len(others) > 1 and _belong(text, others[-2], last, text[others[-2].span.end : last.span.start]):
        first = others[-2]
        yield 100 * by.value / first.value if first.value else 0
        return
    for each in reversed(others):
        for base in (each.value - by.value, each.value + by.value):
            if base > 0:
                yield 100 * by.value / base
    for one in others:
        for other in others:
            if one.value > 0 and one is not other:
                yield 100 * abs(one.value - other.value) / one.value


def _percent_tolerance(said: Figure, words: str) -> float:
    if "约" in words or "近" in words:
        return 1.5
    return 0.3 if "." in said.written else 1.0


def _tolerance(text: str, one: Figure, other: Figure, said: Figure) -> float:
    """Give how far a difference may be off: nothing between whole numbers, a step of the last place between others."""
    broken = [each for each in (one, other, said) if "." in each.written]
    if text[said.span.start - 1] in "约近":
        return 0.05 * max(said.value, 1)
    fixed = said.unit == POINTS and _FIXED.search(one.before + other.before + other.after)
    if fixed and len(set(map(_step, broken))) == 1:
        return EVEN  # a rate that was laid down is not rounded
    return 1.01 * max(map(_step, (*broken, said))) if broken else EVEN


def _step(figure: Figure) -> float:
    """Give what one more in the last place of a number is worth."""
    digits = _digits(figure)
    places = len(digits.partition(".")[2])
    return abs(figure.value / float(digits)) * 10.0**-places if float(digits) else 1.0


def _digits(figure: Figure) -> str:
    written = figure.written.replace(",", "").replace("．", ".")
    return "".join(each for each in written if each in "0123456789.").rstrip(".") or "0"
