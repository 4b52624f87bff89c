"""Numbers that a text reckons from others it tells: 「由9张并为5张，减少4张」, 「应到108人，实到92人，缺席16人」, 「增长17.1%」.

One reader for all wordings. A number said to be a difference, or a growth is held against *every* pair of numbers
of its unit that its sentence tells before it: what any of them explains is right. Where none does, it is told only if the
nearest two are by their words surely those it is reckoned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.language import reckoned_words
from assistant.language.figures import Figure, standing_in
from assistant.language.sentences import piece_start, sentence_at
from assistant.text import Span

PERCENT = ("%", "％")
OF_PEOPLE = frozenset(("人", "名", "位"))
EVEN = 1e-6  # sums of decimals are not quite even
POINTS = "个百分点"
_YEARS = range(1900, 2100)  # what counts in 年 and lies here is a year and no number

_ABOUT = 0.1  # of what is told as 约 or 近, by which it may be off: 32 are 约30
_FAR = 34  # characters between two numbers that are reckoned with
_LONGEST, _MOST = 1_000, 16  # characters of a sentence before a number, and numbers, that it may be reckoned from


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


def became(one: Figure, between: str) -> bool:
    """Tell by what stands between a number and the next whether the one became the other: 「由9张并为5张」."""
    from_it = reckoned_words.FROM.search(one.before) and reckoned_words.BECAME.fullmatch(between)
    return bool(from_it or reckoned_words.BECAME_SURELY.fullmatch(between))


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield the differences and growths that are not what the numbers before them in their sentence come to."""
    wrong: list[Figure] = []
    may_be_undone = "未" in text or "没" in text
    for at, said in enumerate(figures[2:], 2):
        start = said.span.start
        told = start > 0 and text[start - 1] in reckoned_words.LAST
        if not (told or (may_be_undone and _is_undone(text, start))) or said.unit in PERCENT:
            continue  # which most are
        if said.is_round or said.written.startswith("一") or figures[at - 1] in wrong:
            continue
        found = _taken_up if _is_taken_up(text, said) else _difference
        for each in found(text, figures[:at], said):
            if _made_up(text, each, figures[at + 1 :]):
                continue
            wrong.append(said)
            yield each


def _made_up(text: str, three: Reckoned, behind: Sequence[Figure]) -> bool:
    """Tell whether the numbers behind a difference, in its sentence, make up what it lacks: 「延期3项，取消1项」."""
    end, total = sentence_at(text, three.said.span.start).end, three.said.value
    for each in behind:
        if each.span.start >= end or not alike(each, three.said):
            break
        total += each.value
        if total >= three.due - EVEN:
            return total <= three.due + EVEN
    return False


def _is_undone(text: str, start: int) -> bool:
    """Tell by the last characters before a number whether it can be told as what was not done."""
    near = max(0, start - reckoned_words.UNDONE_WITHIN)
    return text.find("未", near, start) >= 0 or text.find("没", near, start) >= 0


def _before(text: str, figures: Sequence[Figure], said: Figure, stops: str) -> list[Figure]:
    """Give the numbers of a sentence before one of them, years left out."""
    start = said.span.start
    told = standing_in(figures, piece_start(text, start, stops, max(0, start - _LONGEST)), start)
    return [each for each in told if not (each.unit == "年" and each.value in _YEARS) and each.unit]


def _clause(text: str, begin: int, said: Figure) -> str:
    """Give what stands between a number and the one before it, from the last comma on."""
    return text[piece_start(text, said.span.start, "，。；：（、", begin) : said.span.start]


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
    first = text[one.span.end : other.span.start]
    against = reckoned_words.AGAINST.fullmatch(first) and reckoned_words.COMPARED.fullmatch(after)
    last = figures[-1]
    in_time = last.unit in ("年", "个月", "天")  # 「5年减少1068人」
    if (
        last is not other
        and not in_time
        and not any(stop in text[last.span.end : said.span.start] for stop in "，；：（、")
    ):
        return  # it is told of what stands in its own clause: 「由1820人减到1460人，却还有3个班超50人」
    clause = _clause(text, last.span.end, said)
    if not against and (not reckoned_words.DIFFERENCE.fullmatch(clause) or not any(stop in after for stop in "，（、")):
        return
    if reckoned_words.SEVERAL.search(first + after) or not (against or belong(text, one, other, first)):
        return
    if reckoned_words.TOO_LATE.search(clause) and not reckoned_words.IN_TIME.search(other.before):
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
    return begin >= 0 and reckoned_words.TAKEN_UP.fullmatch(text, begin, end) is not None


def _taken_up(text: str, figures: Sequence[Figure], said: Figure) -> Iterator[Reckoned]:
    """Yield the number of a change that no two numbers before it, told as from and to, are apart."""
    same = [each for each in figures if each.unit == said.unit]
    if len(same) < 2 or any(each.is_round for each in same[-2:]):
        return
    one, other = same[-2:]
    near = text.count("。", other.span.end, said.span.start) <= 1 and said.span.start - other.span.end <= _FAR
    if not near or not reckoned_words.CHANGED_TO.fullmatch(text, one.span.end, other.span.start):
        return
    if not _comes_to(same, said, EVEN):
        yield Reckoned((one, other), said, abs(one.value - other.value))


def _comes_to(same: Sequence[Figure], said: Figure, tolerance: float) -> bool:
    """Tell whether any two of some numbers are so much apart, or leave so much over after a third."""
    values = list(dict.fromkeys(each.value for each in same[-_MOST:]))
    for one in values:
        for other in values:
            apart = one - other
            if apart >= 0 and abs(apart - said.value) <= tolerance:
                return True
            if apart > 0 and any(abs(apart - third - said.value) <= tolerance for third in values if third != other):
                return True
    return False


def belong(text: str, one: Figure, other: Figure, between: str) -> bool:
    """Tell whether two numbers are told as before and after, as due and done, or of two years."""
    if len(between) > _FAR or "。" in between:
        return False
    if became(one, between):
        return True
    begin = text[max(0, one.span.start - 14) : one.span.start]
    if reckoned_words.OF_A_YEAR.search(begin) and reckoned_words.OF_A_YEAR.search(between):
        return True
    first, second = one.before + one.after, other.before
    if reckoned_words.NOT_DUE.search(first + between):
        return False
    done_first = reckoned_words.DONE.search(one.before) and reckoned_words.DUE.search(second)
    return bool((reckoned_words.DUE.search(first) and reckoned_words.DONE.search(second)) or done_first)


def _tolerance(text: str, one: Figure, other: Figure, said: Figure) -> float:
    """Give how far a difference may be off: nothing between whole numbers, a step of the last place between others."""
    broken = [each for each in (one, other, said) if "." in each.written]
    if _is_about(text, said):
        return _ABOUT * max(said.value, 1)
    fixed = said.unit == POINTS and reckoned_words.FIXED.search(one.before + other.before + other.after)
    if fixed and len(set(map(_step, broken))) == 1:
        return EVEN  # a rate that was laid down is not rounded
    if len(set(map(_step, broken))) == 1:
        return EVEN  # told to the same place
    return 1.01 * max(map(_step, (*broken, said))) if broken else EVEN


def _is_about(text: str, figure: Figure) -> bool:
    """Tell whether a number is told as 约 or 近."""
    return text.endswith(("约", "近"), 0, figure.span.start)


def _step(figure: Figure) -> float:
    """Give what one more in the last place of a number is worth."""
    digits = _digits(figure)
    places = len(digits.partition(".")[2])
    return abs(figure.value / float(digits)) * 10.0**-places if float(digits) else 1.0


def _digits(figure: Figure) -> str:
    written = figure.written.replace(",", "").replace("．", ".")
    return "".join(each for each in written if each in "0123456789.").rstrip(".") or "0"
