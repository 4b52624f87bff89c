"""Words no list has, one character of which shares a part with that of a common word: 「陪训」, 「强列」, 「承若」.

The counts of language/slips doubt a run of three or four; where a word of the field is rare in what was counted
(「涣散」, 「承诺」), they say too little for the finder's weights. Here the two characters by themselves must be unheard of:
no word, never seen together, and neither a word with the neighbour on its other side. Then the one word that a character
of the same family would make is proposed, if it makes the place much more likely; or that one of the same sound or a like
shape would (「登集」), where the counts also know that word beside a neighbour it has here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assistant import paths, strict_toml
from assistant.language.names import SURNAMES
from assistant.language.slip_counts import Counts
from assistant.language.slip_found import Slip
from assistant.language.slip_marks import FIRST_HAN, numbers
from assistant.language.slip_words import LONGEST, Lexicon
from assistant.strict_toml import DataError
from assistant.text import Span

_COMMON = 5  # of a word, as the list counts, that may have been meant
_USUAL = 7  # of one that sounds or looks alike
_GAIN = 8.0  # how much more likely the paragraph must become
_BOUND_GAIN = 5.0  # where neither character is often a word by itself
FREE = (  # what is often a word by itself
    "一二三四五六七八九十百千万两几半每各全本该某这那哪此其另别只才就都也还又再更最太很不没未无非是为有在当像如若即则而且或和与跟同及"
    "的了着过地得把被让叫使给对向从到往由于以按照依因用大小老少高低长短多轻快重慢早晚新旧好坏真假远近深浅厚薄冷热干湿软硬粗细满空"
    "紧松强弱难易贵贱明暗香臭甜苦上下前后里外中内左右东西南北人事家国省市县区镇乡村岭山河江湖水火土石木林田路桥站车船楼房屋门"
    "来去进出回走跑站坐立睡吃喝看听说讲读写念想问找拿放做干打开关买卖送收交换借还办管抓查改建拆修补加减分合争抢比学教练考批评"
    "谈叫喊哭笑怕爱恨愿肯敢要会能该应须可请让派带领跟靠等待留住居搬迁逃躲藏挂贴摆排插拔推拉提举抬抱背扛挑担捡扔丢逐倒转翻滚"
    "红黄蓝绿白黑灰青零整存取人们我你他她它谁啥咋呢吗吧啊钱饭菜茶酒烟药书报笔纸信票证章印线点面层段组队班级届期次遍趟回场份份件条张台个之仍"
)
_SCORE = 4.0  # so that it goes before what is told hardly surely of the same place: 「强列」 is 强烈, not 前列
_AT_ONCE = 500  # characters looked at in a slice
_OPENING, _CLOSING = "“‘", "”’"


@dataclass(frozen=True, slots=True)
class FamilyFile:
    """`families`: characters that share a part, a blank or a line between two families; one may be in several."""

    format: int
    source: str
    families: str


def parse(source: str, name: str) -> Mapping[str, frozenset[str]]:
    """Read families: to each character all others. `name` is how messages call the file. Raises DataError."""
    found: dict[str, set[str]] = {}
    for family in strict_toml.load(FamilyFile, source, name).families.split():
        if len(family) < 2 or len(set(family)) < len(family):
            raise DataError(f"{name}：“{family}”应为两个以上不同的字")
        for each in family:
            found.setdefault(each, set()).update(family.replace(each, ""))
    return {each: frozenset(others) for each, others in found.items()}


@cache
def shipped() -> Mapping[str, frozenset[str]]:
    """Read the shipped families, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("slips", "families.toml")
    return parse(path.read_text("utf-8"), path.name)


def find(
    paragraph: str,
    counts: Counts,
    lexicon: Lexicon,
    gain: Callable[[str, Span, str], float],
    alike: Callable[[str], Iterable[str]],
) -> Iterator[Slip | None]:
    """Find such words, in order; None after each place that took a while. `alike`: what sounds or looks like a word."""
    ids = numbers(paragraph)

    def is_word(start: int, end: int) -> bool:
        return start >= 0 and end <= len(ids) and lexicon.frequency(ids[start:end]) > 0

    for at in range(len(ids) - 1):
        if at % _AT_ONCE == _AT_ONCE - 1:
            yield None
        one, other = ids[at : at + 2]
        if min(one, other) < FIRST_HAN or one == other or counts.pair(one, other) or is_word(at, at + 2):
            continue
        meant = [word for word in _kindred(paragraph[at : at + 2]) if lexicon.frequency(numbers(word)) >= _COMMON]
        may_sound = not any(each in FREE for each in paragraph[at : at + 2])
        if not (meant or may_sound) or _is_in_a_word(at, is_word) or is_own(paragraph, at, is_word):
            continue
        if may_sound:
            meant += [word for word in alike(paragraph[at : at + 2]) if _is_beside(ids, at, word, counts, lexicon)]
        if not meant:
            continue
        span = Span(at, at + 2)
        gained, word = max((gain(paragraph, span, each), each) for each in meant)
        if gained > (_GAIN if any(each in FREE for each in span.of(paragraph)) else _BOUND_GAIN):
            yield Slip(span, word, _SCORE, gained)
        yield None


def _is_beside(ids: list[int], at: int, word: str, counts: Counts, lexicon: Lexicon) -> bool:
    """Tell whether a usual word, one character of which stands at a place, is known beside the neighbour it has there."""
    pair = numbers(word)
    if sum(map(int.__eq__, pair, ids[at : at + 2])) != 1 or lexicon.frequency(pair) < _USUAL:
        return False
    before, after = [*ids[max(0, at - 1) : at], *pair], [*pair, *ids[at + 2 : at + 3]]
    return any(len(run) > 2 and min(run) >= FIRST_HAN and counts.triple(*run) for run in (before, after))


def _kindred(pair: str) -> Iterator[str]:
    """Yield what a pair reads with one of its characters changed for another of its family."""
    families = shipped()
    for each in families.get(pair[0], ()):
        yield each + pair[1]
    for each in families.get(pair[1], ()):
        yield pair[0] + each


def _is_in_a_word(at: int, is_word: Callable[[int, int], bool]) -> bool:
    """Tell whether either of two characters belongs to a word with what stands beside them."""
    if is_word(at - 1, at + 1) or is_word(at + 1, at + 3):
        return True
    return any(is_word(start, start + size) for size in range(3, LONGEST + 1) for start in range(at - size + 1, at + 2))


def is_own(paragraph: str, at: int, is_word: Callable[[int, int], bool]) -> bool:
    """Tell whether two characters are a coinage in quotation marks, or a given name: 「“陪训”」, 「张强列」."""
    before, after = paragraph[max(0, at - 1) : at], paragraph[at + 2 : at + 3]
    if before and after and before in _OPENING and after in _CLOSING:
        return True
    return bool(before) and before in SURNAMES and not is_word(at - 2, at) and not is_word(at - 3, at)
