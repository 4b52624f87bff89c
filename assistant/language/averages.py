"""Averages that no total and no count of their sentence come to: 「改造3.2万亩，投入7680万元，亩均2400元」.

An average says by its own words what it is of (人均, 户均, 平均每月). It is held against every total of its unit by every
count of what it is of, in its statement: what any of them comes to is right. A total that lost its 万 is
seen by it as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.language.figures import Figure
from assistant.language.reckoned import OF_PEOPLE, Reckoned
from assistant.language.sentences import piece_start, statement_at
from assistant.patterns import compiled_later

CUES = frozenset(f"{of}均" for of in "人户亩村月次周年天日校") | {"平均每", "月平均", "季平均", "度平均", "周平均"}
_AVERAGE = compiled_later(
    "(?:(?P<by>[人户亩村月次周年天日校])均|平均每一?个?(?P<each>[人名户家亩村月季周天日次场所校年组件])|每一?个?(?P<turned>[月季周])度?平均|平均每一?个(?P<named>[\u4e00-\u9fff]{2}))"
    "(?![^，。；0-9]*(?:增|减|[多少](?:了)?$|提高|下降|收入|纯收|产值|可支配|不[少低足超]|至少|以上))[^，。；0-9]{0,10}$"
)
_COUNTED = {
    "人": OF_PEOPLE,
    "名": OF_PEOPLE,
    "户": frozenset("户家"),
    "家": frozenset("户家"),
    "亩": frozenset("亩"),
    "村": frozenset("个"),
    "组": frozenset("个"),
    "所": frozenset("所"),
    "校": frozenset("所"),
    "件": frozenset("件"),
    "次": frozenset(("次", "场")),
    "场": frozenset(("次", "场")),
    "天": frozenset("天"),
    "日": frozenset("天"),
}
_IN_A_YEAR = {"月": 12, "季": 4, "周": 52}
_A_YEAR = compiled_later("全年|一年|20[0-9]{2}年(?![0-9一二三四五六七八九十度]*月)|年内")
# A part of the year, or a comparison, that the average is told of in its own clause
_OF_ANOTHER = compiled_later("[前第][一二三四]个?季度|[一二三四]季度|[上下]半年|[0-9]月|月份|其中|最|[比较]")
_BUT = compiled_later("，而(?!且)")
_OFF = 0.08  # of an average, by which it may be rounded
_AND_ONE = 0.6  # by which a small one may, told in whole numbers: 38 by 12 are 3
_LONGEST = 300  # characters before it in its statement; what is longer is a list
_MOST = 4  # numbers that may be the total


def find(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield each average with the total and, but for so many months, the count it should come from."""
    for said in figures:
        average = (
            _AVERAGE.search(text, max(0, said.span.start - 20), said.span.start) if said.value and said.unit else None
        )
        if average is None or said.is_round:
            continue
        if _OF_ANOTHER.search(text, piece_start(text, average.start(), "，。；：（"), average.start()):
            continue
        begin = statement_at(text, said.span.start).start
        if said.span.start - begin > _LONGEST:
            continue
        told = [
            each
            for each in figures
            if begin <= each.span.start < said.span.start and each.value > 0 and not each.is_round
        ]
        of = average["by"] or average["each"] or average["turned"] or ""
        totals = [each for each in told if _same(each, said) and not _is_another(text, each, said)]
        counts: list[tuple[float, Figure | None]] = [
            (each.value, each) for each in told if each.unit in _COUNTED.get(of, frozenset())
        ]
        if noun := average["named"]:
            counts = [(each.value, each) for each in told if each.unit == "个" and text.startswith(noun, each.span.end)]
        if of in _IN_A_YEAR and _A_YEAR.search(text, begin, said.span.start):
            counts = [(_IN_A_YEAR[of], None)]
        pairs = [(total, count, by) for total in totals for count, by in counts if total is not by]
        if not pairs or len(totals) > _MOST or any(_comes_to(total, count, said) for total, count, _ in pairs):
            continue
        total, count, by = next(each for each in pairs if each[0] is pairs[-1][0])  # by the whole, not its parts
        yield Reckoned((total, by) if by else (total,), said, total.value / count)


def _is_another(text: str, total: Figure, said: Figure) -> bool:
    """Tell whether a number is set against the average and no total of it: 「我只报了1天，而15名党员平均每人3天」.

    Less than the average itself is no total, unless money lost its 万.
    """
    set_against = _BUT.search(text, total.span.end, said.span.start) is not None
    return set_against or (said.unit != "元" and total.value < said.value)


def _same(one: Figure, other: Figure) -> bool:
    return (
        one.unit == other.unit or {one.unit, other.unit} <= {"次", "人次", "场"} or {one.unit, other.unit} <= OF_PEOPLE
    )


def _comes_to(total: Figure, count: float, said: Figure) -> bool:
    due = total.value / count
    return abs(due - said.value) <= max(_OFF * said.value, _AND_ONE if said.unit != "元" else 0)
