"""的, 地 and 得 one for another: 「执法程序把地不严」, 「存在得问题」, 「慢慢得凉了」.

They sound the same and stand everywhere, so that the finder of other slips is not asked of them. Here each is tried in the
place of the other two: where the counts say that one of these makes the place very much likelier, or less so where its
neighbours leave no choice: before an adjective that ends a clause stands 得, not 地; before 是 stands 的; behind 慢慢 stands
地. From where on each exchange is told was set on a quarter of a million characters of materials that were not counted.
Where 地 or 得 stands for 的, also beside a number or a mark, more is weighed (slip_particle_signs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.language.slip_found import Slip
from assistant.language.slip_guards import Newness, discounted
from assistant.patterns import compiled_later
from assistant.text import Span

_PARTICLE = compiled_later(
    "(?<=[一-龥0-9”》%])(?<![的地得])(?:[的地]|得(?!如何|怎么?样|怎么|实惠|民心|人心|[票奖分益利罪]))(?=[一-龥0-9“《])(?![的地得])"
)
_AT_ONCE = 10  # tried in a slice
# 「损害得却是」, though 害得 is a word; but 「胆子大得不是地方」
_NO_VERB = compiled_later(
    "(?<![值显觉懂记晓认获取使免变舍懒落说大小多少高低长短都也就还又总可须非])得(?:[却就都也才正还不]|正好)?是(?![非否])"
)
# By how much likelier a place must become, by what is written and what is tried
_LEAST = {"的得": 8.0, "得的": 8.5, "地的": 11.5, "地得": 7.0, "得地": 7.5, "的地": 12.0}
_ADJECTIVE = "严浅慢紧松深实透细粗快晚早高低好差少多软硬散乱重轻准牢死勤懒偏薄厚满空急远近稳活"
# Where the neighbours leave no choice, and from which gain on that is told
_NO_CHOICE = (
    (
        "地得",
        0.0,
        compiled_later(
            f"(?<=[一-龥])(?<![{_ADJECTIVE}])地(?:还|也)?(?:不够|不太|不|很|太|过于|较|比较)?[{_ADJECTIVE}](?=[，。；、）”]|$)"
        ),
    ),
    ("得的", 2.0, _NO_VERB),
    (
        "得地",
        -1.0,
        compiled_later(
            "(?:(?<=慢慢)|(?<=渐渐)|(?<=悄悄)|(?<=默默)|(?<=好好)|(?<=常常)|(?<=深深)|(?<=牢牢)|(?<=狠狠)|(?<=匆匆)|(?<=草草)|(?<=轻轻)|(?<=偷偷)|(?<=稳稳)|(?<=早早)|(?<=紧紧)|(?<=死死)|(?<=静静))得"
        ),
    ),
    (
        "的地",
        -3.0,
        compiled_later(
            "的(?=[抓办做改管查补建练干落走学守用讲写盯扛担压兑解听问说想][好完到实清牢紧透细起住准](?![的事人话处]))"
        ),
    ),
)
_IN_FULL = compiled_later(r"(?:([一-龥])\1([一-龥])\2|一([一-龥])一\3)$")  # 「扎扎实实」, 「一项一项」
_WORD = (-1, 1), (0, 2), (-1, 2), (-2, 1)  # where a word would lie that the character is a part of


def find(
    paragraph: str,
    is_word: Callable[[str], bool],
    gain: Callable[[str, Span, str], float],
    newness: Newness,
    more_for: Callable[[str, int, float], float],
) -> Iterator[Slip | None]:
    """Yield the particles that should be one of the other two, in order, with their neighbours; None after so many tried.

    Those whose neighbours leave no choice are told whatever else the counts do not know there; all others where so much
    likelier a place stands out in its paragraph. `more_for` tells of a place and what 的 would gain there by how much it
    is surer than must be.
    """
    for number, match in enumerate(_PARTICLE.finditer(paragraph), 1):
        if number % _AT_ONCE == 0:
            yield None
        at, written = match.start(), match[0]
        inside = _is_han(paragraph, at - 1) and _is_han(paragraph, at + 1)
        if not inside and written == "的":
            continue
        place, span = Span(at, at + 1), Span(at - 1, at + 2)
        told = None
        if inside and (_NO_VERB.match(paragraph, at) or not _is_in_word(paragraph, at, is_word)):
            told = _exchanged(paragraph, at, gain, newness)
        if not told and written != "的":
            gained = gain(paragraph, place, "的")
            more = discounted(more_for(paragraph, at, gained), newness.strangeness(span))
            told = ("的", more, gained) if more > 0 else None
        if told:
            right, more, gained = told
            yield Slip(span, paragraph[at - 1] + right + paragraph[at + 1], more, gained)


def _exchanged(
    paragraph: str, at: int, gain: Callable[[str, Span, str], float], newness: Newness
) -> tuple[str, float, float] | None:
    """Give which of the other two makes a place so much likelier that it is told, by how much more than it must, and all."""
    written = paragraph[at]
    gains = {each: gain(paragraph, Span(at, at + 1), each) for each in "的地得" if each != written}
    more, right = max((gains[each] - _least(paragraph, at, written + each), each) for each in gains)
    no_choice = _least(paragraph, at, written + right) != _LEAST[written + right]
    told = no_choice or newness.stands_out(Span(at - 1, at + 2), gains[right])
    return (right, more, gains[right]) if more > 0 and told else None


def places(paragraph: str) -> list[int]:
    """Give where one of the three stands."""
    return [match.start() for match in _PARTICLE.finditer(paragraph)]


def _is_in_word(paragraph: str, at: int, is_word: Callable[[str], bool]) -> bool:
    return any(is_word(paragraph[max(0, at + start) : at + end]) for start, end in _WORD)


def _is_han(paragraph: str, at: int) -> bool:
    return "一" <= paragraph[at : at + 1] <= "龥" if at >= 0 else False


def _least(paragraph: str, at: int, exchange: str) -> float:
    """Tell from which gain on an exchange is told at a place."""
    for known, least, shape in _NO_CHOICE:
        if known == exchange and shape.match(paragraph, at) and (known != "的地" or _IN_FULL.search(paragraph[:at])):
            return least
    return _LEAST[exchange]
