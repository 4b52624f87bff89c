"""Rows of numbers that make up another: 「86个科室中，临床52个、医技16个、行政18个」, 「5人、4人、7人谈话，共16人次」.

In clean texts a row of three or more that is joined by 、 and stands right behind its whole comes to it nearly always;
of two it may well leave something over, unless they are halves by their names (上半年, 下半年).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.language import each_of_several
from assistant.language.figures import Figure, standing_in
from assistant.language.reckoned import EVEN, OF_PEOPLE, PERCENT, Reckoned, alike
from assistant.language.sentences import piece_start
from assistant.patterns import compiled_later

_DEEDS = "谈心谈话|谈心|谈话|交心|走访|慰问|座谈|家访|约谈"
_IN_ALL = compiled_later(
    "[^，。；：、0-9]{0,14}，(?:共计?|合计|总计|总共|一共|加起来)(?!分别)[^，。；：、0-9]{0,4}"  # 「…7人谈话，共18人次」
    # 「…7人谈心谈话合计18人次」
    f"|[^，。；：、0-9等]{{0,8}}(?:{_DEEDS})(?:共计?|合计|总计|总共|一共)(?!分别)"
)
# What explains why a sum is another: 「共18人次，有1人谈了两次」
_TOLD_TWICE = compiled_later("[^，。；]{0,2}[（，][^，。；）]{0,12}[0-9一二两三](?:次|遍|轮)")
_NEXT_OF_ROW = compiled_later(
    "(?:[^，。；：、0-9]{0,8}[、和及与][^，。；：、0-9]{1,14}|[^，。；：、0-9]{0,10}[、和及与])"
)
_TALKS = {"人次": OF_PEOPLE, "户次": frozenset("户"), "场次": frozenset("场")}
# What the clauses of one sentence may each tell a number of, whomever it was done with: 「与县长谈心1次，与成员谈心6人次」
_DONE_WITH = compiled_later("(?:谈心|谈话|交心|走访|慰问|家访|约谈|接访|座谈|调研)(?:了|共)?$")
# How the clause before goes on that tells of talks too: 「8名班子成员逐一谈心，同」
_TALKED_BEFORE = compiled_later(
    f"[^，。；：0-9]{{0,14}}(?:{_DEEDS}|各谈)(?:了|过|[1一]次)?，(?:并|又|还|再)?[与同和跟向对到][^，。；：、0-9]{{0,8}}"
)
_DEED = compiled_later("谈|交心|走访|慰问|座谈|家访")
_EACH_OF_THEM = compiled_later("各|逐[一个名人]|分别|每[人名位]")
_BETWEEN_NAMES = compiled_later("[、和及]|(?<!^)[与同]")
_NOTHING_ELSE = compiled_later(
    "[^，。；：、0-9]{0,4}，(?:共计?|合计|总计|总共|一共|累计|加起来)(?:是|为|有|谈心谈话|谈心?|谈话|走访)?"
)
_ONCE_EACH = {"人次": frozenset(("人次", "次", *OF_PEOPLE)), "户次": frozenset(("户次", "次", "户"))}

# What stands between a whole and the first of its row: 「86个科室中，临床」, 「15公里，其中石梁镇」
_OPENS = compiled_later(
    "[^，。；：0-9（）]{0,14}(?:，?（?其中[，：:]?|[中里]，|（|：|，(?:包括|即|有))"
    "(?P<first>(?!有)[^，。；：、0-9（）]{1,14})"
)
# 「未完成的15公里分布在4个乡镇，其中石梁镇6公里、…」
_SPREAD = compiled_later("[^，。；：、0-9]{0,6}，?(?:都|全)?(?:分布|分散|分别|散|集中|落|涉及|分属|来自|分)(?:在|于)?")
# What stands between two of a row: 「52个、医技16个」; 「上半年8次，下半年」 where there are but two
_NEXT = compiled_later("[^，。；：、0-9（）]{0,6}[、和及与](?P<name>[^，。；：、0-9（）]{1,14})")
_NEXT_HALF = compiled_later("[^，。；：、0-9（）]{0,6}[、，和及与](?P<name>[^，。；：、0-9（）]{1,14})")
_THE_REST = compiled_later("(?:还|另)有|另外|剩下|其余|余下|最后")
# What goes on after a row, so that it is not all: 「技术类30件等」
_ENDS_OPEN = compiled_later("[^，。；：0-9]{0,6}(?:等|以上|左右|[、，][^，。；]{0,6}[0-9])")
# How a sentence goes on where its row leaves something over, or where one is counted twice in it
LEAVES_OVER = compiled_later("[^。；]{0,12}(?:其余|其他|余下|剩|另有|另外|还有|尚有|没有归|未归)")
TWICE = compiled_later("[^。；]{0,12}(?:同一|各算|兼有|重复|交叉|两[样项种类处]|既|同时有|不止一)")
# What has no parts
AN_AVERAGE = compiled_later("(?:平均(?!数|值|水平)|[人户亩村月次年校]均)[^，。；0-9]{0,6}$")
# What one thing may be at the same time as the next, so that the sum says nothing.
BOTH = compiled_later(
    "已|均|(?<!安)全|满意|办结|完成|整改|又|再|还|比|占|超|最|平均|以上|以下|参加|含|每|率|增|减|新(?![建改购修装栽植招])|同比"
)
# Two names that leave nothing over
_HALVES = tuple(
    tuple(pair.split("/"))
    for line in (
        "上半年/下半年 一等/二等 第一种/第二种",
        "对班子的/成员的 领导班子/班子成员 班子的/个人的 班子/个人 班子/本人 支部/本人 集中/个人 群众提/干部提",
        "立行立改/限期整改 工作建议/思想作风 党内/政务 线上/线下 公开/不公开 新建/续建",
        "在职/退休 正式/预备 在编/聘用 处级/科级 男/女",
        "企业/个体 大型/小型 中型/小型 规模化/小型",
        "省级/市级 市级/县级 县级/乡级 县级/村级 本级/下级 城市/农村 城镇/农村 城区/乡镇 机关/基层",
    )
    for pair in line.split()
)
_NO_WHOLE = frozenset((*PERCENT, ""))
_ASPECTS = ("方面", "类")  # what is told by these is told once
_LONGEST = 600  # characters before a row in its sentence
_LEAST = 0.6  # of the whole, from which a row of three is taken for all of it


def sums(text: str, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield the totals of a row before them, as 「5人、4人、7人谈话，共18人次」; of talks there may be more than people."""
    for at, said in enumerate(figures):
        if not said.unit or at < 2 or not _IN_ALL.fullmatch(text, figures[at - 1].span.end, said.span.start):
            continue
        units = {said.unit} | _TALKS.get(said.unit, frozenset())
        row: list[Figure] = []
        for each in reversed(figures[:at]):
            between = text[each.span.end : row[0].span.start] if row else ""
            if each.unit not in units or each.is_round or (row and not _NEXT_OF_ROW.fullmatch(between)):
                break
            row.insert(0, each)
        row = _told_by_deed(text, figures[:at], said) or _with_clauses_before(text, figures[:at], row)
        due = sum(_people(text, figures, each) for each in row)
        if math.isnan(due) or any(
            abs(sum(each.value for each in row[first:]) - said.value) <= EVEN for first in range(len(row) - 1)
        ):
            continue  # whom it was done with is not counted, or what is before the last of them is told by itself
        if each_of_several.explains(text, said.span, said.value):
            continue
        if len(row) > 1 and abs(due - said.value) > EVEN * due and not _TOLD_TWICE.match(text, said.span.end):
            yield Reckoned(tuple(row), said, due, all(each.unit == said.unit for each in row) or said.value < due)


def _with_clauses_before(text: str, figures: Sequence[Figure], row: list[Figure]) -> list[Figure]:
    """Give a row with those of the clauses right before it that tell of talks too: 「同8名成员逐一谈心，同21名书记、5名所长谈话」.

    Nothing where talks are told before it in another way, of which it is not known how many they were.
    """
    if not row:
        return []
    start = row[0].span.start
    begin = piece_start(text, start, "。；：\n", max(0, start - _LONGEST))
    before = [each for each in standing_in(figures, begin, start) if (each.unit, each.value) != ("次", 1)]
    further, alone = False, not before
    while before and before[-1].unit in OF_PEOPLE:
        one = before.pop()
        between = text[one.span.end : row[0].span.start]
        if one.is_round or not (_TALKED_BEFORE.fullmatch(between) or (further and _NEXT_OF_ROW.fullmatch(between))):
            break
        row, further = [one, *row], True
    told = None if further else _DEED.search(text, begin, row[0].span.start)
    return row if alone or not told else []


def _people(text: str, figures: Sequence[Figure], each: Figure) -> float:
    """Give how many a number of talks makes, 「与3名党员、2名同事各谈心1次」; nan where some of them are only named."""
    begin = piece_start(text, each.span.start, "，。；：（\n")
    if each.unit not in ("次", "遍") or not _EACH_OF_THEM.search(text, begin, each.span.start):
        return each.value
    counted = [one for one in standing_in(figures, begin, each.span.start) if one.unit in OF_PEOPLE]
    named = [part for part in _BETWEEN_NAMES.split(text[begin : each.span.start]) if not any(map(str.isdigit, part))]
    return math.nan if named else each.value * sum(one.value for one in counted)


def _told_by_deed(text: str, figures: Sequence[Figure], said: Figure) -> list[Figure]:
    """Give the numbers of a total's sentence that stand behind one and the same deed, clause by clause; the last is one.

    What else is counted in these clauses is whom it was done with: 「与5个部门负责人谈心5人次」.
    """
    units = _ONCE_EACH.get(said.unit)
    last = figures[-1]
    deed = _DONE_WITH.search(last.before) if units else None
    if units is None or deed is None or not _NOTHING_ELSE.fullmatch(text, last.span.end, said.span.start):
        return []
    begin = piece_start(text, said.span.start, "。；：\n")
    row = [each for each in standing_in(figures, begin, said.span.start) if each.before.endswith(deed[0])]
    apart = any("，" in text[one.span.end + 1 : other.span.start] for one, other in pairwise(row))
    whole = not apart and all(each.unit in units and not each.is_round for each in row)
    said_first = row[0].value >= said.value
    return row if len(row) > 1 and whole and not said_first else []


def are_halves(one: str, other: str) -> bool:
    """Tell whether two names leave nothing over: 在职 and 退休, 上半年 and 下半年."""
    return any((a in one and b in other) or (b in one and a in other) for a, b in _HALVES)


def unequal(figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield wholes whose parts, told right behind them, come to another number; `sure` where they come to more."""
    for at, (whole, first) in enumerate(pairwise(figures[:-1])):
        spread = first.unit == "个" and alike(whole, figures[at + 2]) and not alike(whole, first)
        if (not spread and not alike(whole, first)) or whole.unit in _NO_WHOLE or whole.is_round:
            continue  # which nearly all are
        text = whole.paragraph
        if spread and not _SPREAD.fullmatch(text, whole.span.end, first.span.start):
            continue
        after, behind = (first, figures[at + 2 :]) if spread else (whole, figures[at + 1 :])
        opens = _OPENS.fullmatch(text, after.span.end, behind[0].span.start)
        if opens is None or AN_AVERAGE.search(whole.before):
            continue
        row, names = _row(behind, opens["first"], listed=text.startswith("：", opens.start("first") - 1))
        by_aspect = len(row) > 2 and all(name.endswith(_ASPECTS) for name in names)
        due = sum(each.value for each in row)
        misplaced = len(row) > 1 and _is_misplaced(whole.value, due)
        if (
            len(row) < 2
            or (not by_aspect and any(BOTH.search(_THE_REST.sub("", name)) for name in names))
            or (_ENDS_OPEN.match(text, row[-1].span.end) and not misplaced)
        ):
            continue
        halves = (len(row) == 2 and are_halves(*names)) or (spread and len(row) == first.value)
        more = due > whole.value * (1 + EVEN)
        fewer = due < whole.value * (1 - EVEN) and (
            halves or (len(row) > 2 and due >= _LEAST * whole.value) or misplaced
        )
        said_why = (TWICE if more else LEAVES_OVER).match(text, row[-1].span.end) or _goes_on(whole, due, row, figures)
        if (more or fewer) and not said_why:
            yield Reckoned((whole, *row[:-1]), row[-1], due, more)


def _is_misplaced(whole: float, due: float) -> bool:
    """Tell whether a whole is what its row comes to, in another unit: 「4.86亿元，其中3400万元、1460万元」."""
    return any(abs(whole - due * times) <= EVEN * whole for times in (10, 100, 1_000, 10_000))


def _goes_on(whole: Figure, due: float, row: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Tell whether what a row leaves over is told behind it in its sentence, in whatever words."""
    text = whole.paragraph
    for each in figures:
        if each.span.start >= row[-1].span.end and alike(whole, each) and due < whole.value:
            if "。" in text[row[-1].span.end : each.span.start]:
                return False
            due += each.value
    return abs(due - whole.value) <= EVEN * due


def _row(figures: Sequence[Figure], name: str, *, listed: bool) -> tuple[list[Figure], list[str]]:
    """Give the numbers of a row from its first on, with what stands before each.

    Of a row that is `listed` behind a colon the numbers may stand in clauses of their own, if the last is told as the rest.
    """
    row, names = [figures[0]], [name]
    joints = set[str]()
    for each in figures[1:]:
        last = row[-1]
        joined = (_NEXT if len(row) > 1 and not listed else _NEXT_HALF).fullmatch(
            each.paragraph, last.span.end, each.span.start
        )
        if joined is None or not alike(last, each):
            break
        joints.add(each.paragraph[joined.start("name") - 1])
        row.append(each)
        names.append(joined["name"])
    apart = "，" in joints and len(row) > 2 and not (listed and _THE_REST.match(names[-1]))
    return ([], []) if apart else (row, names)
