"""What is left of a whole beside what was done of it, and does not add up: 「考察干部64名，其中测评41名，占64.1%，其余32名」.

One solver for all wordings. The numbers of one unit are held against each other: what is left must be a whole told before
it without some of what else is told, in its sentence or the one before. Any whole and any choice of parts that come to it
explain it, and it is right. Where none do it is told in two cases. By their nearest words (`left_words`) the last two are
what is left and what was done. Or, whatever the words, the three stand clause by clause and are but a slip of one digit
from adding up: of such three in clean text all but one or two in a hundred do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile
from typing import NamedTuple

from assistant.language import left_words as words
from assistant.language.figures import Figure, is_slip, standing_in
from assistant.language.reckoned import EVEN, OF_PEOPLE, PERCENT, Reckoned
from assistant.language.sentences import clause_at, piece_start, sentence_at, statement_at
from assistant.patterns import compiled_later
from assistant.text import Span

_JOINED = compiled_later("[^。；！？]*，[^。；！？]*$")  # between a whole and a part of it, in one statement
_NEXT_CLAUSE = compiled_later("[^。；！？，]*，[^。；！？，]*$")  # between that and the other part
_CLAUSES = 22  # characters between two of three that come near each other
_SHORT = 10  # between two kinds that are told side by side
_OFF = 0.3  # of the whole, by which these three may be off
_FEW = 2  # … at most
_NO_WHOLE = frozenset((*PERCENT, "", "年", "个百分点", "倍", "岁", "个月"))
_MOST, _MOST_BEHIND = 6, 3  # numbers before what is left, and behind it, that are tried in all ways
_FAR = 90  # characters between a whole and what is left of it
_BESIDE = 40  # between what is done and what is left
_NEAR = 30  # between what is owed and what is done of it …
_FURTHER = 240  # … after which what is left may still be told: each of the done is named first
_OWED_UNITS = frozenset("条项个件")
_WORDS = 14  # characters before a number that tell what it is


class _Told(NamedTuple):
    """A number that may be what is left, and those of its unit before and behind it in its paragraph."""

    text: str
    before: Sequence[Figure]
    said: Figure
    behind: Sequence[Figure]

    @property
    def between(self) -> str:
        """What stands between what was done and it."""
        return self.text[self.before[-1].span.end : self.said.span.start]

    @property
    def surely(self) -> bool:
        """Whether it is said to be all the rest."""
        start = self.said.span.start
        return words.ALL_THE_REST.search(self.text, max(0, start - _WORDS), start) is not None


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield what does not add up: the whole, what is done of it, what is left; not `sure` where no words say so."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in figures if len(figures) > 2 else ():
        if not figure.written.startswith("一"):  # which mostly counts nothing: 「没有积压过一份」
            by_unit.setdefault("人" if figure.unit in OF_PEOPLE else figure.unit, []).append(figure)
    for unit, alike in by_unit.items():
        for at in range(2, len(alike)) if unit not in _NO_WHOLE else ():
            yield from _unexplained(_Told(text, alike[:at], alike[at], alike[at + 1 :]))


def _unexplained(told: _Told) -> Iterator[Reckoned]:
    """Yield a number with the one before it and their whole, if they are of it and nothing explains them."""
    other, surely = told.before[-1], told.surely
    by_words = _are_done_and_left(told.text, other, told.said, surely)
    if not by_words and not _come_near(told.text, told.before[-2], other, told.said):
        return  # which nearly all are
    whole = None if _is_otherwise(told) else _whole(told, surely)
    if whole is None or whole.after.startswith("方面") or words.OTHERWISE.search(whole.before):
        return
    plain = not any(each.is_round or words.OPEN.match(told.text, each.span.end) for each in (whole, other, told.said))
    if plain and not _is_explained(told, whole, surely):
        yield Reckoned((whole, other), told.said, whole.value - other.value, by_words)


def _are_done_and_left(text: str, one: Figure, other: Figure, surely: bool) -> bool:
    """Tell whether two numbers are by their words what is done of a whole and what is left of it, in whichever order."""
    first_left = words.LEFT.search(one.before)
    if surely:
        return not first_left and not words.ALL_THE_REST.search(one.before)  # not 「还缺8种，另外缺12种」
    if not _is(text, other, words.LEFT, words.LEFT_BEHIND):
        return bool(first_left and words.CAME.fullmatch(text, one.span.end, other.span.start))
    return not first_left and _is(text, one, words.DONE, words.DONE_BEHIND)


def _is(text: str, figure: Figure, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    start = figure.span.start
    return bool(before.search(text, max(0, start - _WORDS), start) or behind.match(text, figure.span.end))


def _come_near(text: str, whole: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether two numbers, each in its clause behind a greater one, are a slip away from making that up."""
    first, second = text[whole.span.end : one.span.start], text[one.span.end : other.span.start]
    if max(len(first), len(second)) > _CLAUSES or max(one.value, other.value) >= whole.value:
        return False
    if not _JOINED.match(first) or not _NEXT_CLAUSE.match(second):
        return False
    if words.NO_PART.search(second) or words.NO_PART.search(first[first.rfind("，") :].removeprefix("，其中")):
        return False
    if words.SOME.search(second) and not words.LACKS.search(text, other.span.end, clause_at(text, other.span.end).end):
        return False
    if words.OF_A_KIND.search(second) and not words.LACKS.search(second):
        # not 「外包的5项」, but 「留下来的52人，走掉的23人」
        return bool(words.OF_A_KIND.search(first)) and len(second) < _SHORT and _is_slip_away(whole, one, other)
    return _is_slip_away(whole, one, other)


def _is_slip_away(whole: Figure, one: Figure, other: Figure) -> bool:
    due = ((whole.value - one.value, other), (whole.value - other.value, one), (one.value + other.value, whole))
    near = abs(one.value + other.value - whole.value) <= max(_OFF * whole.value, _FEW)
    return near and any(is_slip(each, figure.value) for each, figure in due)


def _is_otherwise(told: _Told) -> bool:
    """Tell whether the last two are of two times or things, or one is among the other."""
    text, other, said, between = told.text, told.before[-1], told.said, told.between
    if "其中" in between[piece_start(between, len(between), "。；：") :] or words.OF_THEM.match(between):
        return True
    if any(
        words.AT_A_TIME.search(text, clause_at(text, each.span.start).start, each.span.start) for each in (other, said)
    ):
        return True
    if words.OTHERWISE.search(other.before) or words.OTHERWISE.search(said.before):
        return True
    later = "。" in between and words.LATER.search(between, piece_start(between, len(between), "，。；"))
    return bool(later or words.EARLIER.search(other.before + said.before) or words.BESIDES.match(text, said.span.end))


def _whole(told: _Told, surely: bool) -> Figure | None:
    """Give the whole that is told before what is done and what is left: near, or further up where it is of what is owed."""
    done, last, said = told.before[-1], told.before[-2], told.said
    apart = said.span.start - done.span.end
    all_done = words.THERE_ARE.search(said.before)  # 「计划6次，完成6次，还有2次是合办的」
    enough = (
        each
        for each in reversed(told.before[:-1])
        if each.value > done.value or (each.value == done.value and not all_done)
    )
    whole = next(enough, last if surely else None)
    if whole and words.NEXT_ITEM.search(told.text, whole.span.end, done.span.start):
        return None  # what follows is told of something else
    near = whole is not None and apart <= _BESIDE and said.span.start - whole.span.end <= _FAR
    if whole and near and whole.span.start >= _sentence_before(told.text, said):
        return whole if whole.value > said.value or surely else None
    more = last.value < done.value and is_slip(
        done.value, last.value - said.value
    )  # 「措施14条，已完成15条，1条正在推进」
    near = (
        done.span.start - last.span.end <= _NEAR and apart <= _FURTHER and (surely or last.value >= done.value or more)
    )
    owed = near and said.unit in _OWED_UNITS and words.OWED.search(last.before + last.after[:4])
    return last if owed and not words.NEXT_ITEM.search(told.text, last.span.end, done.span.start) else None


def _is_explained(told: _Told, whole: Figure, surely: bool) -> bool:
    """Tell whether what is left is told itself before, or is what any whole leaves without some of what is told beside it."""
    text, left, done = told.text, told.said.value, told.before[-1].value
    statement = statement_at(text, told.said.span.start).start
    begin = min(whole.span.start, statement if whole.span.start >= statement else _sentence_before(text, told.said))
    before = [*standing_in(told.before, begin, told.said.span.start)]
    if len(before) > _MOST:
        before = [whole, *(each for each in before[-_MOST:] if each is not whole)]
    behind = _behind(told, whole)
    if words.AND_THE_REST.match(text, told.said.span.end) or any(abs(done - left - each) <= EVEN for each in behind):
        return True  # 「建成76座，投产52座，闲置24座」: two parts of what is done
    for at, one in enumerate(before[:-1]):
        parts = [*(each.value for each in before[at + 1 :]), *behind]
        leaves = [one.value - sum(some) for count in range(len(parts) + 1) for some in combinations(parts, count)]
        if words.ONE_BY_NAME.search(text, one.span.end, told.said.span.start):
            leaves += [each - 1 for each in leaves]
        elif surely:
            leaves.append(one.value - 1)  # one is told by its name, or is the writer: 「其余4件」 of five
        if not words.OWED.search(one.before):
            leaves.append(done - one.value)  # 「化解17件，离20件的目标差3件」
        if any(abs(each - left) <= EVEN * one.value for each in leaves):
            return True
    return False


def _behind(told: _Told, whole: Figure) -> list[float]:
    """Give the numbers behind what is left in its sentence, up to another whole, or to what is among it."""
    start = told.said.span.start
    end, among = sentence_at(told.text, start).end, told.text.find("其中", start)
    end = min(end, among) if among >= 0 else end
    values = (each.value for each in told.behind[:_MOST_BEHIND] if each.span.start < end)
    return list(takewhile(lambda value: value < whole.value, values))


def _sentence_before(text: str, figure: Figure) -> int:
    """Give where the sentence before that of a number begins."""
    sentence = sentence_at(text, figure.span.start)
    return sentence_at(text, sentence.start - 1).start if sentence.start else 0


_DONE_AT_PLACES = compiled_later(
    "(?:已|建成|建好|完成|改造|加固|上线|接入|接通|开通|落实|拆除|修复|搬迁|签约|覆盖|配齐|通过)[^，。；：、0-9]{0,7}$"
)
_ONE_STATEMENT = compiled_later("[^。；：0-9]{1,20}")
_PLACE = "[\u4e00-\u9fff]{1,6}?(?P<end>村|镇|乡|社区|小区|街道|所|站|中心|中学|小学|学校|医院|卫生院|水库|桥|厂|支部|科|股|班组)"
_NAMES = compiled_later(
    "，(?:[还只仅]?[有剩]|其余的?|剩下的?|余下的?)?(?P<names>(?:[\u4e00-\u9fff]{2,8}[、和及与])*"
    f"{_PLACE})(?:[0-9一两二三四五六七八九十]{{1,2}}[个所家])?(?:还|仍|尚|至今|正在|因|由于|未|没)"
)


class ByName(NamedTuple):
    """A whole, what is done of it, and the names of what is not, which are more or fewer than are left."""

    whole: Figure
    done: Figure
    names: tuple[str, ...]
    span: Span


def by_name(text: str, figures: Sequence[Figure]) -> Iterator[ByName]:
    """Yield 「5个村已完成4个，东岭村、沙埠村仍在施工」: what is left is told by its names, with the noun of the whole."""
    for whole, done in pairwise(figures):
        if whole.unit != done.unit or whole.value <= done.value or whole.is_round or done.is_round:
            continue
        between = text[whole.span.end : done.span.start]
        if not _DONE_AT_PLACES.search(between) or not _ONE_STATEMENT.fullmatch(between):
            continue
        told = _NAMES.match(text, done.span.end)
        names = tuple(re.split("[、和及与]", told["names"])) if told else ()
        if told is None or not names[-1].endswith(told["end"]) or told["end"][-1] not in between + whole.before:
            continue
        if any(not each.endswith(told["end"]) for each in names) or len(names) == whole.value - done.value:
            continue
        yield ByName(whole, done, names, Span(whole.span.start, told.end("names")))
