"""Totals that a sentence tells with what they are reckoned from, in open wording: so often a month, so many each, two by two.

The total is held against everything that the numbers of its sentence can come to: what one of them explains is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.language import each_of_several
from assistant.language.figures import Figure
from assistant.language.numbering import value_of
from assistant.language.reckoned import PERCENT
from assistant.language.sentences import piece_start, sentence_at
from assistant.patterns import compiled_later
from assistant.text import Span

_N = "[0-9]+|[一二两三四五六七八九十]{1,2}"
_TIMES = "人次|户次|场次|课时|学时|小时|[次场篇条份节期轮遍本户个人名位天讲]"
_ALL = "(?:共|共计|合计|总计|总共|一共|累计|计)"
_FEW = "(?:全年|一年|20[0-9]{2}年)"
# 「每季度廉政谈话1次，全年合计谈满18人次」
_A_YEAR = Sought(
    ("每月", "每个月", "每季", "每个季", "每半年", "每周", "每双月", "每旬"),
    f"每(?:个)?(?P<every>月|季度?|半年|周|双月|旬)(?!度?[^，。；0-9]{{0,16}}(?:不|至少|最少))[^，。；0-9一两二三]{{0,16}}?(?P<each>{_N})(?P<unit>{_TIMES})[^。；0-9]{{0,16}}?[，、（]"
    f"(?P<lead>(?:我|班子|支部)?{_FEW}(?P<only>[^，。；0-9]{{0,8}}?)(?:{_ALL}|应当?|该|要|需)?[^，。；0-9只仅才却实]{{0,6}}?)(?<![0-9])(?P<all>[0-9]+)(?P<sum>{_TIMES})(?![0-9])",
)
_TIMES_A_YEAR = {"月": 12, "季": 4, "季度": 4, "半年": 2, "周": 52, "双月": 6, "旬": 36}
_LEAST = compiled_later("不少于|不低于|至少|以上|不下|超过|最少")
_DONE_LESS = compiled_later("[只仅才却]|实际|未|没|落|缺")
_MADE_UP = compiled_later("另|加|增|改|两两|互|临时|补[上做讲学开]|除|连同|包括|其中")
# 「对12个财政所各走访3次，共32次」, 「12名成员每人联系3户，共联系40户」
_OF_EACH = Sought(
    ("各", "每人", "每名", "每户", "每家", "每个", "每所", "每位", "每村", "每处", "每次", "每场", "每期"),
    f"(?<![0-9.和及与第])(?P<n>[0-9]+|[二两三四五六七八九十]{{1,2}})(?P<of>[个名户家所位处村人次场期])(?P<named>[^，。；0-9和及与]{{0,14}}?)[，、]?(?:每(?:人|名|户|家|个|所|位|村|处|次|场|期)[^，。；0-9各]{{0,8}}?|各)"
    f"(?!不|至少|最少|约|平均)[^，。；0-9一两二三四五六七八九十]{{0,8}}?(?P<each>{_N})(?P<unit>{_TIMES})[^，。；0-9]{{0,8}}[，、（](?:全年|一年)?[^，。；0-9]{{0,4}}?{_ALL}[^，。；0-9]{{0,6}}(?P<all>[0-9]+)(?P=unit)(?![0-9])",
)
# 「与书记、镇长各谈1次，与6名干部各谈2次，共14次」
_OF_GROUPS = Sought(
    ("各",),
    f"各(?![级类项地界方])[^。；]{{1,160}}?{_ALL}[^，。；、0-9]{{0,6}}(?P<all>[0-9]+)(?P<unit>人次|户次|村次|[次场遍轮])(?![0-9])",
)
# 「班子9名成员之间两两谈心谈话各1次，共45次」
_TWO_BY_TWO = Sought(
    ("两两",),
    "(?<![0-9])(?P<n>[0-9]{1,2})[名位个人][^，。；0-9]{0,12}两两[^，。；0-9]{0,12}(?:各?[1一]次)?，?(?:共|共计|合计)?[^，。；0-9]{0,6}(?P<all>[0-9]+)(?P<unit>人次|[次对场])(?![0-9])",
)
# 「开展廉政谈话8人次，上半年5人次，下半年只有1人次」
_HALVES = Sought(
    ("上半年", "前半年"),
    "(?<![0-9])(?P<all>[0-9]+)(?P<unit>人次|户次|万元|[次场篇条份件户天])，(?!其中)[^，。；0-9]{0,4}[上前]半年[^，。；0-9]{0,6}(?P<n>[0-9]+)(?P=unit)[^，。；0-9]{0,4}[，、][^，。；0-9]{0,4}[下后]半年[^，。；0-9]{0,6}(?P<each>[0-9]+)(?P=unit)",
)

_A_GROUP = compiled_later(
    "(?<![0-9])(?P<n>[0-9]+)(?:名|位|人|户|家|所|个(?=[^，。；0-9]{0,6}(?:负责|书记|主任|成员|干部|单位|股|科|站|所|部门|村|支部|社区|班组|队|处|中心|企业|学校|乡镇)))"
)
_GROUP_WITHIN = 60  # characters before in which stands how many they are


# Whatever is told for each: 「32户每户补助800元，共发放2.4万元」
_FOR_EACH = Sought(
    [f"每{of}" for of in (*"人名户家个所位处次场期亩吨天月套台件份批轮村周", "季度", "公里")],
    f"(?<![0-9])每(?P<of>个月|季度|公里|[人名户家个所位处次场期亩吨天月套台件份批轮村周])[^，。；0-9]{{0,10}}?(?P<each>[0-9]+(?:[.][0-9]+)?)(?P<unit>万元|元|{_TIMES}|亩|公里)(?!以)"
    f"[^。；]{{0,40}}?(?:{_ALL})[^，。；0-9每]{{0,8}}(?P<all>[0-9]+(?:[.][0-9]+)?)(?P<sum>万元|元|人次|户次|村次|(?P=unit))(?![0-9])",
)
CUES = _A_YEAR.cues | _OF_GROUPS.cues | _OF_EACH.cues | _TWO_BY_TWO.cues | _HALVES.cues | _FOR_EACH.cues
_SAME_OF = {"人": "人名位", "名": "人名位", "位": "人名位", "个月": "个月", "月": "个月", "户": "户家", "家": "家户"}
_PERIODS = {"个月": 12, "月": 12, "季度": 4, "周": 52}
# 「按每处每季度1次」, 「各村每月」: it is done for each; what of is a unit
_ON_EACH = compiled_later("(?:每(?!年|月|季|周|天|日|次|半)(?P<of>[一-龥])|各|逐)[^，。；、0-9每]{0,8}$")
_NAMED_BESIDE = compiled_later("[和、及与](?![0-9一二两三四五六七八九十])[一-龥]")  # one that no number counts
_TIME = frozenset(("年", "月", "日", "个月", "季度", "天", "周", "小时", "分钟", "号", *PERCENT, ""))
_MOST_SUMMED = 4  # of those told one behind the other, 「19个村、2个社区每处」
_EVERY = compiled_later("每(?:个?月|个?季|半年|周|旬|年)")
_PLACES = 0.012  # of a sum, by which it may be rounded


class Total(NamedTuple):
    """A total, where it stands, what it may come to, and how that is reckoned."""

    span: Span
    said: str
    due: tuple[int, ...]
    how: str


def times_over(facts: ParagraphFacts, begin: int, behind: str = "") -> tuple[int, ...] | None:
    """Give how often what is told from `begin` on may have to be done, once for each of those told before in the paragraph.

    () where nobody says that it is done for each, before or `behind` how often; None where it is, and how many they are
    is not told.
    """
    each = _ON_EACH.search(facts.text, piece_start(facts.text, begin, "，。；：、（\n"), begin)
    if each is None and "各" not in behind:
        return ()
    if each is None and _NAMED_BESIDE.search(facts.text, piece_start(facts.text, begin, "。；\n"), begin):
        return None
    of = (each and each["of"]) or ""
    start = 0 if of else sentence_at(facts.text, begin).start  # 「各科室」 may be any of those told further up
    before = [figure for figure in facts.figures if start <= figure.span.start < begin and figure.unit not in _TIME]
    same = [figure for figure in before if not of or figure.unit in _SAME_OF.get(of, of)]
    return _sums(same or (before if of not in _SAME_OF else [])) or None


def _sums(figures: Sequence[Figure]) -> tuple[int, ...]:
    """Give some numbers and what those come to that follow each other."""
    values = [round(figure.value) for figure in figures]
    runs = (values[first : last + 1] for first in range(len(values)) for last in range(first, len(values)))
    return tuple(dict.fromkeys(sum(run) for run in runs if len(run) <= _MOST_SUMMED))


def may_be_over(facts: ParagraphFacts, begin: int, times: int) -> bool:
    """Tell whether any number told before in the sentence, or several together, may be those it is done with so often."""
    start = sentence_at(facts.text, begin).start
    return times in _sums(
        [each for each in facts.figures if start <= each.span.start < begin and each.unit not in _TIME]
    )


def find(facts: ParagraphFacts) -> Iterator[Total]:
    """Yield the totals that nothing in their sentence comes to."""
    yield from _a_year(facts)
    for match in _OF_GROUPS(facts):
        begin = piece_start(facts.text, match.start(), "。；\n")
        several = each_of_several.before_total(facts.text[begin : match.end()])
        if several and int(match["all"]) not in several.any and not _LEAST.search(match[0]):
            yield _total(match, (several.likely,), "各项相加", "unit")
    for match in _OF_EACH(facts):
        number, each = value_of(match["n"]), value_of(match["each"])
        begin = max(facts.text.rfind(stop, 0, match.start()) for stop in "。；") + 1
        told = facts.text[begin : match.end()]
        if each_of_several.is_open(told) or each_of_several.before_total(told):
            continue
        more, left = divmod(int(match["all"]), number * each or 1)
        by_more = left == 0 and any(
            figure.value in (more, more + 1) for figure in facts.figures if figure.span.end <= match.start()
        )
        if int(match["all"]) != number * each and not by_more and not _MADE_UP.search(match[0]):
            yield _total(match, (number * each,), f"{match['n']}×{match['each']}", "unit")
    yield from _products(facts)
    for match in _TWO_BY_TWO(facts):
        number = int(match["n"])
        once = number * (number - 1) // 2
        if int(match["all"]) not in (once, 2 * once):
            yield _total(match, (once,), f"{number}人两两各一次", "unit")
    for match in _HALVES(facts):
        if int(match["n"]) + int(match["each"]) != int(match["all"]):
            yield _total(match, (int(match["n"]) + int(match["each"]),), "前后两个半年相加", "unit")


def _products(facts: ParagraphFacts) -> Iterator[Total]:
    """Yield a total of what is told for each, that no number of those in its sentence comes to."""
    for match in _FOR_EACH(facts):
        if _LEAST.search(match[0]) or _MADE_UP.search(match[0]) or "平均" in match[0]:
            continue
        if _EVERY.search(match.string, match.end("of"), match.start("each")):
            continue  # so often a month for each, which is reckoned by the year
        sentence = sentence_at(facts.text, match.start())
        if each_of_several.explains(facts.text, Span(match.start("all"), match.end()), int(float(match["all"]))):
            continue
        of = _SAME_OF.get(match["of"], match["of"])
        others = [
            each.value
            for each in facts.figures
            if sentence.start <= each.span.start < sentence.end
            and not match.start("each") <= each.span.start < match.end("each")
            and not match.start("all") <= each.span.start < match.end("all")
            and each.value > 1
            and not each.is_round
        ]
        known = [
            each.value
            for each in facts.figures
            if sentence.start <= each.span.start < match.start("all")
            and each.unit
            and each.unit in of
            and each.value > 1
        ]
        scale = {"万元": 10_000.0}
        one = float(match["each"]) * scale.get(match["unit"], 1.0)
        said = float(match["all"]) * scale.get(match["sum"], 1.0)
        times = [*others, *(first * second for first in others for second in others), *_in_a_year(match, others)]
        if not known or any(abs(one * each - said) <= _PLACES * said for each in (*times, sum(known))):
            continue
        yield _total(match, (round(one * known[-1]),), f"每{match['of']}{match['each']}{match['unit']}", "sum")


def _in_a_year(match: re.Match[str], others: list[float]) -> Iterator[float]:
    """Yield how often in a year, by itself and for each of some."""
    if match["of"] in _PERIODS:
        yield _PERIODS[match["of"]]
        yield from (_PERIODS[match["of"]] * each for each in others)


def _a_year(facts: ParagraphFacts) -> Iterator[Total]:
    """Yield what so often a month comes to in a year, for one or for each of those named before."""
    for match in _A_YEAR(facts):
        if _DONE_LESS.search(match["lead"]) or _MADE_UP.search(match[0]):
            continue
        if match["sum"] not in (match["unit"], f"人{match['unit']}", f"户{match['unit']}", "人次"):
            continue
        said, once = int(match["all"]), _TIMES_A_YEAR[match["every"]] * value_of(match["each"])
        begin = max(sentence_at(facts.text, match.start()).start, match.start() - _GROUP_WITHIN)
        groups = [int(each["n"]) for each in _A_GROUP.finditer(facts.text, begin, match.start("each"))]
        over = times_over(facts, match.start(), match.string[match.start() : match.start("each")])
        if over is None:
            continue
        alone = match["sum"] == match["unit"] and over == ()
        groups += over
        if not alone and max(groups, default=1) == 1:
            continue  # how many they are is told elsewhere
        due = tuple(dict.fromkeys(once * number for number in (*groups, *((1,) if alone else ()))))
        least = _LEAST.search(match["lead"])
        done = "了" in match["lead"] and said < min(due)
        if done or said in due or sum(groups) * once == said or (least and said > min(due)):
            continue
        yield _total(match, due, f"每{match['every']}{match['each']}{match['unit']}", "sum")


def _total(match: re.Match[str], due: tuple[int, ...], how: str, unit: str) -> Total:
    return Total(Span(*match.span()), match["all"] + match[unit], due, how)
