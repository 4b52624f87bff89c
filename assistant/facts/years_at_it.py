"""For how long one has been in the Party, at work or at a post, told right behind the year in which that began, in open wording.

「我1997年6月入党，到今年2月党龄还不满二十年」, 「2003年6月入党，转眼一十二载」, 「1998年8月参加工作，17年来靠业务吃饭」
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.sought import Sought
from assistant.language.numbering import value_of
from assistant.language.sentences import clause_at
from assistant.patterns import compiled_later
from assistant.text import Span

_N = "[0-9]{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TOLD = Sought(
    ("19", "20"),
    "(?P<since>(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[^，。；0-9]{0,14}?(?P<what>入党|加入[^，。；0-9]{0,4}党(?:组织)?|参加[^，。；0-9]{0,4}工作|参军|入伍|入职|入行|从警|从教|从医|任教|转正|[任当][^，。；0-9]{0,10}(?:长|书记|主任|主席|经理)|毕业|到[^，。；0-9]{1,8}(?:工作|任职|上班)))"
    "[^，。；0-9]{0,4}，(?P<between>[^。；]{0,36}?)(?P<about>还不满|还不到|还不足|不满|不到|不足|未满|才满|刚满|刚过|刚刚|已满|满|超过|将近|快)?"
    f"(?<![0-9第前近后每一二三四五六七八九十])(?P<years>{_N})(?P<more>多|余|来)?个?(?P<unit>年头|年|载|春秋|寒暑)(?![0-9级初底度代月制]|以[上内前来])",
)
_NUMBER = "[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
# No longer than since one has begun to work, or is grown up, can one have been at anything: 「在财政系统干了40年」
WITHIN_WORK = Sought(
    ["从事"]
    + [
        what + begin
        for what in ("从警", "从教", "从医", "工作", "干", "打", "待")
        for begin in "了已就有近将快满整0123456789一二三四五六七八九十"
    ],
    f"(?P<what>从警|从教|从医|从事[^，。；0-9]{{2,8}}|(?:在[^，。；0-9]{{2,12}}?|我|一)(?:工作|干|摸爬滚打|待))(?:了|已经?|就是|有|近|将近|快|满|整整)*(?P<years>{_NUMBER})(?P<more>多|余)?年(?![0-9月级底初以代])",
)
"""For how long one has been at something, as he tells."""
# For how long one has worked in all: 「参加工作17年」
_WORKED = Sought(
    ("参加工作", "工龄"),
    f"(?:^|(?<=[，。；：]))(?:我|本人)?(?:参加工作|工龄)(?:了|已经?|至今|已有|有|近|将近|快|满|整整)*(?P<years>{_NUMBER})多?年(?![0-9月级底初以])",
)
OF_ANOTHER = compiled_later("[父母他她]|师傅|徒弟|同事|老[一-龥]|同志|有的|有人|前辈|职工|干部")
"""What tells in a clause that it is another's work."""
# What says that the years are those since then
_SINCE_THEN = compiled_later(
    "至今|到(?:现在|今|如今|202[0-9])|转眼|算来|算起|一晃|掐指|[党工警教军]龄|如今|屈指|过了|前后|迄今|已(?:有|经)?$|[干过走]了?$|时间$"
)
_AT_A_PLACE = compiled_later("在[^，。；]{1,12}(?:工作|干|任职|待|摸爬滚打)了?$")
_BEHIND = compiled_later("来|里|间|了|的?[党工警教军]龄|，")
_OTHER = compiled_later("[他她]|父亲|母亲|师傅|徒弟|每|计划|规划|后来|之前|此前|期间|任期|近[0-9一二三四五六七八九十]")
_BEFORE_WORK = 3  # years that one may count to his work before it began, at school or in the army
_FEWER = ("还不满", "还不到", "还不足", "不满", "不到", "不足", "未满", "将近", "快")


class AtIt(NamedTuple):
    """Where it is told, since when, for how long, and for how long it is."""

    span: Span
    since: str
    said: str
    due: int


def find(facts: Facts, place: Span, year: int) -> Iterator[AtIt]:
    """Yield the years at something, of a text about a year, that are not those since the year told before them."""
    for begin, match in _TOLD.between(facts, *place):
        between, after = match["between"], match.string[match.end() : match.end() + 3]
        bare = not between and match["unit"] in ("载", "年头", "春秋", "寒暑")
        if _OTHER.search(between) or not (
            bare or _SINCE_THEN.search(between) or _BEHIND.match(after) or match["about"]
        ):
            continue
        years, due = value_of(match["years"]), year - int(match["year"])
        if years < due and _AT_A_PLACE.search(between):
            continue  # of all those years so many: 「1998年参加工作，在乡镇工作17年」
        least, most = due - 1, due + 2
        if match["about"] in _FEWER:
            most += 3
        if match["about"] == "超过" or match["more"]:
            least -= 3
        if due <= 0 or least <= years <= most:
            continue
        said = f"{match['about'] or ''}{match['years']}{match['more'] or ''}{match['unit']}"
        yield AtIt(Span(*match.span()).shifted(begin), match["since"], said, due)


def longer_than_worked(facts: Facts, place: Span) -> Iterator[AtIt]:
    """Yield 「参加工作17年，在机关待了21年」: nothing is done for longer than one has worked.

    Where there are two of these told, of whom the other is, is not known.
    """
    worked = {value_of(match["years"]): match[0] for _, match in _WORKED.between(facts, *place)}
    if len(worked) != 1:
        return
    ((years, said),) = worked.items()
    for start, match in WITHIN_WORK.between(facts, *place):
        at = start + match.start()
        if value_of(match["years"]) > years + _BEFORE_WORK and not OF_ANOTHER.search(
            facts.text, clause_at(facts.text, at).start, at
        ):
            yield AtIt(Span(*match.span()).shifted(start), said, match[0], years)
