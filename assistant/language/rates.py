"""Shares and growths that no two numbers told beside them come to: 「应交流420人，实际到岗357人，完成率95%」, 「减到36张，减少三分之一」.

One reader for all wordings, in percent and in words. What is told is a range; it is held against *every* two numbers of
one unit in its sentence and the one before: what any of them comes to is right. Where none does it is told only if the
number right before it is surely of what the share, or the growth, is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.language import reckoned, reckoned_words, shares
from assistant.language.figures import Figure, standing_in
from assistant.language.reckoned import PERCENT, POINTS, alike
from assistant.language.sentences import piece_start, sentence_at, statement_at
from assistant.language.shares import Claim
from assistant.patterns import compiled_later
from assistant.text import Span

# How a text leads up to a growth, and to a share: the last words before it
_GROWTH = compiled_later(
    "(?:增长|增加|提高|上升|提升|增幅|扩大|下降|降低|降幅|减少|减幅|压减|缩减|削减|缩短|精简|压缩|节约|节省|砍掉|砍去|减掉|省下|翻|[增升涨降减少多砍])[了出去]?(?:约|近|为|达到?|足足|整整|将近|超过|超)*$"
)
_TAKES = compiled_later(
    "(?:占(?:了|到|去|比|据)?(?:(?P<of>[^，。；：0-9占]{0,12})的)?|占(?:总数|全部|其中))(?:只有|仅|近|约|为|达|不足|大约|超过)*$"
)
_RATED = compiled_later(
    "(?P<name>[^，。；：、0-9（]{0,5})(?:率|比例|占比|比重|进度|覆盖面)(?:只有|仅有|仅为|也?只|仅|才|已|为|约为?|近|达到?|是|不足|不到|超过|大约|刚|过|还|就|有|将近)*$"
    "|^(?:只|仅|也|才)*完成(?:了|率)?(?:(?:全年|年度)?(?:计划|任务|目标)(?:数|任务)?的)?$"
)
# What stands before a share in words besides its name
_HOW = compiled_later(
    "(?:的|者|还|连|就|也|已|才|却|只|仅|刚|占|约|够|到|达|有|是|完成|不过|大约|将近|接近|我|自己|本人)*$"
)
_CHANGE = compiled_later("(?:减少|增加|下降|提高|多|少|增|减)[了出]?$")
_ENDS = compiled_later("[，。；、）]|$")
_OWN_NAME = compiled_later("(?:其中|[涉属是有和为的、者]|^)(?P<name>[一-龥]{2,8}?)(?:的|方面|类|共|有|者)?$")
# What tells a number as a share itself; the next may be one of the same whole: 「51.8亿元，占贷款的60%，小微21.6亿元，占25%」
_ITS_OWN_SHARE = compiled_later("，(?:只|仅|约)?占[^，。；：0-9]{0,14}?([0-9]*[1-9][0-9]*(?:[.][0-9]+)?)[%％]")
_THAT_MANY = compiled_later("(?:以上)?(?:的|是|，即|（|，也就是|，就是)有?")  # 「三分之一的8次」
_BESIDE_SHARE = compiled_later("[^，。；：0-9]{0,8}的(?:近|约|大约)?$")  # 「占全县212家的12.3%」
_OF_WHOLE_BEFORE_IT = compiled_later(
    "[^，。；：0-9]{0,16}，?[^，。；：0-9]{0,4}(?:占(?:到|了|去)?|(?P<fewer>不到|不足|不及|未到)|只有|仅为|仅有|只是|才是|相当于|刚到)[^，。；：0-9]{0,14}$"
)
# What makes a share another's: another time or place, an aim, a comparison
_ELSEWHERE = compiled_later(
    "同比|上年|去年|平均|人均|全[省市国县区]|目标|力争|确保|不低于|不少于|不高于|要求|规定|标准|[升降压减高控增][^，]?[到至在]|利率|税率|报销|比.{0,6}[高低]"
)
_RIGHT_BEHIND = compiled_later("[^，。；：0-9]{0,4}，有?")
_AT_LEAST = compiled_later("不少于|不低于|至少|每[^，]{0,4}$|以上")
_ANOTHER_TIME = compiled_later("同比|上年|去年|前年|平均|人均|新增")
# What names any whole, and so none
_ANY_WHOLE = compiled_later("总数|全部|总量|其中|计划|任务|预算|总投资|应|总|全|[这其]|数")
# What a rate is told of that stands behind several as one of them: 「完工6座，龙潭水库因移民受阻，工程进度只有58%」
_OF_ONE = compiled_later(
    "，(?:但|而|其中)?(?![全各其该每我本这])[一-龥]{2,5}?(?:村|镇|乡|社区|小区|街道|水库|水厂|大桥|学校|小学|中学|医院|卫生院|公司|工厂|园区|支部|标段)"
    "(?:因|由于|受|的?工程|的?进[度展]|推进|[^，。；]{2,}，)"
)
_GENERAL = compiled_later(
    "完成|覆盖|到位|到岗|支付|支出|执行|落实|进度|兑现|办结|整改|占|到会|到课|参加|出勤|参与|到场|拨付"
)
_NOT_COUNTED = frozenset((*PERCENT, "‰", "", "年", "岁", "倍", POINTS, "个月", "月", "周", "期"))
# What stands between a number and the growth to it: 「，同比」
_NO_MORE = compiled_later(
    "[^，。；：0-9]{0,8}(?:[，、（](?:同比|相比|一共|整整|足足|总共|累计|共|净|[比较](?:上年|去年|同期))*)?"
)
# What stands before what was due, or taken out of a greater number: of that a share is
_DUE_OR_TAKEN = compiled_later("计划|目标|任务|预算|概算|应|抽|回访|评查")
_ALL_DONE, _ALL = 99.0, 140.0  # of a hundred: what is aimed at, mostly; what no share can be
_NEAR, _WITHIN, _FAR = 40, 160, 34
_MOST = 20  # numbers of its sentence
_FURTHEST = 2_000  # characters of a paragraph before a share, in which it is told what that is of
_NEAR_IN_WORDS = 5.0  # by which a share in words may be more than it says


class Rate(NamedTuple):
    """A share or a growth, with the two numbers it is of, and what they come to in points of a hundred."""

    span: Span
    said: str
    part: Figure
    whole: Figure
    due: float


class _Told(NamedTuple):
    """A claim among the numbers of its paragraph, with those before it that count anything."""

    claim: Claim
    figures: Sequence[Figure]
    before: Sequence[Figure]


def find(text: str, figures: Sequence[Figure], worded: bool) -> Iterator[Rate]:
    """Yield the shares and growths that the numbers beside them do not come to; `worded` where any may stand in words."""
    counted = [each for each in figures if each.unit not in _NOT_COUNTED]
    for claim in shares.claims(text, figures, worded) if counted else ():
        start = claim.span.start
        before = [each for each in standing_in(counted, start - _FURTHEST, start) if each.span.end <= start]
        if not before:
            continue
        if claim.worded:
            yield from _that_many(text, figures, claim)
        lead = text[max(before[-1].span.end, piece_start(text, claim.span.start, "。；\n")) : claim.span.start]
        if _GROWTH.search(lead):
            yield from _growth(text, before, claim, lead)
        elif len(lead) <= _NEAR and claim.most <= _ALL:
            yield from _share(_Told(claim, figures, before), lead)


def _share(told: _Told, lead: str) -> Iterator[Rate]:
    """Yield a share that the number it is told of has in no other of its unit."""
    before, claim = told.before, told.claim
    part = before[-1]
    text = part.paragraph
    if len(before) > 1 and _BESIDE_SHARE.fullmatch(lead) and alike(before[-2], part):
        beside = _OF_WHOLE_BEFORE_IT.fullmatch(text, before[-2].span.end, part.span.start)
        if beside and not _ANOTHER_TIME.search(before[-2].before + part.before):
            if beside["fewer"]:
                told = told._replace(
                    claim=claim._replace(least=claim.least - shares.STEP, most=claim.most - _NEAR_IN_WORDS)
                )
            yield from _unmet(told, before[-2], part, "beside")
        return
    clause = lead[max(lead.rfind("，"), lead.rfind("（")) + 1 :]
    takes, rated = _TAKES.search(clause), _RATED.search(clause)
    name = clause[: takes.start()] if takes else "" if rated else _HOW.sub("", clause)
    named = _by_name(name, before) if len(name) > 1 and (takes or claim.worded) else None
    left = len(name) > 1 and bool(takes or claim.worded) and named is None
    if left and not (takes and len(before) > 1 and _RIGHT_BEHIND.fullmatch(text, before[-2].span.end, part.span.start)):
        return
    if named is None and (any(each.isdecimal() for each in lead) or "，" not in lead or "其中" in lead):
        return
    part = named or part
    whole = _whole(before, part)
    if whole is None and rated and len(before) > 1 and alike(before[-2], part):
        part, whole = before[-2], part  # 「追加投资186万元，原概算2480万元，追加比例7.5%」
    if part.is_round or whole is None or _ELSEWHERE.search(lead) or _CHANGE.search(part.before):
        return
    told_before = (each for each in reversed(before) if each.span.end <= part.span.start and alike(each, part))
    nearest = next(told_before, whole)
    if _ANOTHER_TIME.search(text, nearest.span.end, part.span.start) or _AT_LEAST.search(whole.before):
        return
    if takes:
        sure = _is_of(text, takes["of"] or "", whole, part)
    elif rated:
        aim = claim.least >= _ALL_DONE or text.startswith("的", claim.span.end) or _OF_ONE.search(lead)
        sure = not aim and _is_rate_of(rated["name"] or "", whole, part)
    else:
        sure = claim.worded and _ENDS.match(text, claim.span.end) is not None
    if sure:
        yield from _unmet(told, part, whole, "named" if named else "left" if left else _way(rated, part))


def _way(rated: re.Match[str] | None, part: Figure) -> str:
    """Tell how a share is told: a rate may be of what is left, unless the number before it bears its name."""
    if rated is None:
        return "beside"
    name = rated["name"] or ""
    return "named" if len(name) > 1 and name[-2:] in part.before else "rate"


def _by_name(name: str, before: Sequence[Figure]) -> Figure | None:
    """Give the number that has the name of which a share is told: 「等候时间长118件…，等候时间长的投诉占六成」."""
    names = [(own["name"], each) for each in before if (own := _OWN_NAME.search(each.before))]
    named = [each for own, each in names if own[:2] == name[:2]] or [
        each for own, each in names if own in name or name in own
    ]
    return named[0] if len({each.value for each in named}) == 1 else None


def _that_many(text: str, figures: Sequence[Figure], claim: Claim) -> Iterator[Rate]:
    """Yield a share with the number behind it: 「12次学习，三分之一的8次」."""
    then = next((each for each in figures if each.span.start >= claim.span.end), None)
    if then is None or not _THAT_MANY.fullmatch(text, claim.span.end, then.span.start) or then.is_round:
        return
    before = [each for each in figures if each.span.end <= claim.span.start and alike(each, then)]
    if before and "。" not in text[before[-1].span.end : claim.span.start] and then.value <= before[-1].value:
        near = before[-1]
        share, step = 100 * then.value / near.value, 100 / near.value
        if not claim.least - step <= share <= claim.most + step:
            yield Rate(Span(near.span.start, then.span.end), claim.span.of(text), then, near, share)


def _unmet(told: _Told, part: Figure, whole: Figure, way: str) -> Iterator[Rate]:
    """Yield a share of a number in another, unless two others of the place come to it; a rate may be of what is left."""
    text, claim = part.paragraph, told.claim
    begin = sentence_at(text, claim.span.start).start
    near = [each.value for each in told.before if each.span.start >= begin and alike(each, part)][-_MOST:]
    end = statement_at(text, claim.span.start).end
    of_end = standing_in(told.figures, claim.span.end, end)
    earlier = [each.value for each in told.before if each.span.start < begin and alike(each, part)]
    sums = [one + other for one, other in pairwise(earlier)]
    pairs = [(part.value, other) for other in (*near, *earlier, *sums)]
    pairs += [
        pair for each in of_end if alike(each, part) for pair in ((part.value, each.value), (each.value, part.value))
    ]
    if way == "left":
        pairs.append((whole.value - part.value, whole.value))
    if way in ("beside", "rate"):
        pairs += [(one, other) for one in near for other in near if other >= part.value]
    if way == "rate":
        pairs += [(one + next_, other) for one, next_ in pairwise(near) for other in near if other >= part.value]
    if share := _ITS_OWN_SHARE.match(text, whole.span.end, part.span.start):
        pairs.append((part.value, 100 * whole.value / float(share[1])))
    dues = [100 * one / other for one, other in pairs if other and one != other]
    if way == "rate":
        dues += [100 - due for due in dues if due < 100]
        dues += [100 * one / sum(near[-2:]) for one in near[-2:] if one]
    if whole.value not in (0, part.value) and not any(claim.least <= due <= claim.most for due in dues):
        span = Span(min(part.span.start, whole.span.start), claim.span.end)
        yield Rate(span, claim.span.of(text), part, whole, 100 * part.value / whole.value)


def _whole(before: Sequence[Figure], part: Figure) -> Figure | None:
    """Give the number of which another is most likely a part: what was due right before it, the greatest of its sentence, or the nearest."""
    wholes = [
        each
        for each in before
        if each.span.start < part.span.start
        and alike(each, part)
        and each.value >= part.value
        and part.span.start - each.span.end <= _WITHIN
    ]
    begin = sentence_at(part.paragraph, part.span.start).start
    here = [each for each in wholes if each.span.start >= begin]
    whole = max(here, key=lambda each: each.value) if here else wholes[-1] if wholes else None
    if here and _DUE_OR_TAKEN.search(here[-1].before) and part.span.start - here[-1].span.end <= _FAR:
        whole = here[-1]  # 「老旧电梯84台，计划更新40台，完成28台」
    return None if whole is None or whole.is_round else whole


def _is_of(text: str, of: str, whole: Figure, part: Figure) -> bool:
    """Tell whether a whole told by its name may be the number: 「占抽查总数的」."""
    name = _ANY_WHOLE.sub("", of)
    counted = text[max(0, whole.span.start - 14) : whole.span.end + 14] + part.after
    return not name or any(name[at : at + 2] in counted for at in range(max(1, len(name) - 1)))


def _is_rate_of(name: str, whole: Figure, part: Figure) -> bool:
    """Tell whether a rate is of two numbers: by a name that fits any, or one that their own clauses have."""
    counted = f"{whole.before}{whole.after}{part.before}{part.after}"
    last = name[-2:]
    return not name or _GENERAL.fullmatch(last) is not None or any(each in counted for each in last)


def _growth(text: str, before: Sequence[Figure], claim: Claim, lead: str) -> Iterator[Rate]:
    """Yield a growth that no two numbers of its sentence come to."""
    by = before[-1]
    begin = piece_start(text, claim.span.start, "。！？\n；")
    same = [each for each in before if each.span.start >= begin and alike(each, by)]
    if len(same) < 2 or any(each.is_round for each in same) or text.endswith(("约", "近"), 0, by.span.start):
        return
    if reckoned_words.AT_OTHER_PRICES.search(text, max(0, same[0].span.start - _FAR), claim.span.end):
        return
    base = same[-2]
    between = text[base.span.end : by.span.start]
    if len(between) > _FAR or "；" in between or reckoned_words.SEVERAL.search(between):
        return
    part, whole = by, base
    changed = _clear(base, by, between, lead)
    if changed:
        first, last = (base, by) if changed == "became" else (by, base)
        dues = [100 * abs(first.value - last.value) / first.value] if first.value else []
        part, whole = last, first
    elif _tells_difference(text, base, by) and reckoned_words.AND_THAT_IS.fullmatch(lead):
        compared = len(same) > 2 and reckoned_words.AGAINST.fullmatch(text, same[-3].span.end, base.span.start)
        apart = (by.value, abs(same[-3].value - base.value)) if compared and base.value else ()
        dues = [100 * each / base.value for each in apart] or list(_of_bases(same))
    else:
        return
    if dues and not any(claim.least <= each <= claim.most for each in dues):
        yield Rate(Span(base.span.start, claim.span.end), claim.span.of(text), part, whole, dues[0])


def _tells_difference(text: str, base: Figure, by: Figure) -> bool:
    begin = piece_start(text, by.span.start, "，。；：（、", base.span.end)
    return reckoned_words.TELLS_DIFFERENCE.fullmatch(text, begin, by.span.start) is not None


def _clear(base: Figure, by: Figure, between: str, lead: str) -> str:
    """Tell whether one number surely became the other, or is surely held against it."""
    grown = _GROWTH.search(lead)
    if grown is None or not _NO_MORE.fullmatch(lead, 0, grown.start()):
        return ""
    if reckoned.became(base, between):
        return "became"
    if reckoned_words.AGAINST.fullmatch(between) and not _tells_difference(by.paragraph, base, by):
        return "against"
    if "，" not in lead or _tells_difference(by.paragraph, base, by):
        return ""  # 「2025年开会14次，比2024年减少6次，下降30%」: of the 20 before
    return "became" if reckoned.belong(by.paragraph, base, by, between) else ""


def _of_bases(same: Sequence[Figure]) -> Iterator[float]:
    """Yield how many of a hundred the last number, a difference, may be of the others, or of what these were before."""
    *others, by = [each.value for each in same]
    for each in reversed(others):
        yield from (100 * by / base for base in (each, each - by, each + by) if base > 0)
    for one in others:
        yield from (100 * abs(one - other) / one for other in others if one > 0 and one != other)
