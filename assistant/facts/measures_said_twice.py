"""Two clauses of the measures that arrange the same thing: 「每季度报告一次学习情况」 and 「每三个月汇报一次自己的学习」.

What is done again says how often, how many or how high once more, and of the same matter. Neither alone tells it: much is
done every month, and one matter is dealt with in many ways. So clauses are compared that have such a mark in common, by
what is left of them without times, bodies and the words of any measure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.item_likeness import FUNCTION
from assistant.facts.items import items, measures_of
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.off_the_matter import GENERAL
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.character_pairs import CharacterPairs
from assistant.language.sentences import CLAUSE, STATEMENT_STOPS
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered

_N = "(?:[0-9]+|[一二两三四五六七八九十]+)"
# How often, by one name for each
_OFTEN_WORDS = (
    "(?P<week>每(?:一?个?(?:周|星期|礼拜))|按周|周(?=调度|例会|研判|报告))"
    "|(?P<quarter>每(?:一?个?季度?|[3三]个月)|按季度?|季度(?=分析|通报|例会|会商|检查))"
    "|(?P<half>(?:每|一)?半年(?=一|1|各|向|对|与|同|组织|开展|听|[^，]{0,12}(?:一|1)次)|每[6六]个月|每年(?:两|2)次)"
    "|(?P<month>每一?个?月(?!底前)|按月|逐月|月度(?=分析|通报|例会|会商|检查|调度)|月(?=调度|例会))"
    "|(?P<year>每一?年|全年|一年|年内|(?<![上本])年度)"
    "|(?P<term>每一?(?:个)?学期)|(?P<time>每(?:一?次|逢))|(?P<day>每(?:一?[天日])|逐日)"
)
_OFTEN = compiled_later(_OFTEN_WORDS)
# How many or how high, where that is asked for; whom and what it is done to, 「14个村」, is said of many things
_HOW_MANY_WORDS = f"(?P<number>{_N}(?:[.．][0-9]+)?)(?P<unit>[%％]|人次|场次|[次场篇期份件条卷户家节]|个?百分点|小时|分钟|课时|学时|[万亿]?元|分(?![管之]))|(?P<both>[双二两]个?人)"
_HOW_MANY = compiled_later(_HOW_MANY_WORDS)
_ALIKE_NUMBERS = str.maketrans("一二两三四五六七八九", "1223456789")
_TOO_FEW = frozenset(("1次", "1场", "1篇", "1期", "1份", "1件", "1条", "1户", "1家"))  # beside any work
# To whom it is reported, by whom it is done
_WITH_WHOM_WORDS = (
    "(?:向|由|请|经|报|交)[^，。；]{0,10}?(?P<whom>支部大会|支部|党委|党组|纪委|监委|纪检监察组|办公室|部门|机关|领导|书记|委员会?|大会|[局处科股]室?|本人|我)"
    "|^(?:[0-9.、]+)?(?:[^，。；]{0,4}办公室|办公室|支部|党委|党组)"
)
_WITH_WHOM = compiled_later(_WITH_WHOM_WORDS)
_TO = "向"
# Dates, and what any measure says
_ASIDE_WORDS = (
    "20[0-9]{2}年|今年|明年|下半年|上半年|[0-9]{1,2}月(?:[0-9]{1,2}日|底|中旬|上旬|下旬)?|(?:年|月|季|周)[底末初]?之?[前内]|(?:的)?(?:上|中|下)旬|从|起|同时|并"
    "|坚持|严格(?!要求)|认真|切实|一律|都?要|定期|由我|牵头|负责|至少|不少于|不低于|以上|达到|亲自|自己的?|本人|进行|开展|作(?=，|一)|凡(?=超)|超过"
)
_LEFT_OUT = compiled_later(f"{_WITH_WHOM_WORDS}|{_OFTEN_WORDS}|{_HOW_MANY_WORDS}|{_ASIDE_WORDS}")
# Words that say the same
_ALIKE = (
    ("汇报|报告", "呈报"),
    ("签名|签字|签批", "签字"),
    ("核实|核对|核查|核验", "核对"),
    ("提高|提升|上升|增加", "提高"),
    ("检查|抽查|巡查|督查|督导|督促|自查|排查", "检查"),
    ("存档备?查?|留存备查|归档|入档", "存档"),
    ("谈话|约谈|谈心(?:谈话)?|交谈", "谈话"),
    ("调度|过问|督办", "调度"),
    ("调研|走访|走到|去到|访问|入户|上门", "走访"),
    ("现场|当场|实地", "现场"),
    ("通报|公示|公布|公开", "公布"),
    ("(?:经|上)?(?:集体研究|会议研究|党[委组]会?(?:会议)?研究|上会)", "集议"),
    ("签订?合同|签约|签订", "签约"),
    ("研究|讨论|研讨|研判|会商|议一?[议次]", "研究"),
    ("撰写|写|完成(?=[^，。；]{0,8}(?:篇|笔记|心得|体会))|提交", "写"),
    ("心得|体会|笔记", "心得"),
    ("通读|精读|研读|读完|自学|阅读", "读书"),
    ("参加|参与|出席", "参加"),
)
_SAME = compiled_later("|".join(f"({written})" for written, _ in _ALIKE))  # the number of the group is the word
_WORDS = ("", *(word for _, word in _ALIKE))
_SAID_ANYWHERE = (
    "坚持 严格 由我 我牵 牵头 负责 人员 一名 逐一 每名 至少 不低 低于 进一 一步 本人 亲自 分别 作出 给出 相关 有关 定期"
    " 今后 以后 此后 常态 机制 制度 台账 清单 专题 统一 其他 同时 继续"
)
_ANY_MEASURE = GENERAL.union(_SAID_ANYWHERE.split())
_PAIRS = CharacterPairs(f"{FUNCTION}年月周日季度半底前天每次各再起")
# Tried on clean texts, and on measures told again in other words; see tests/facts/test_measures_said_twice.py.
_LEAST_SHARED = 3  # pairs
_SHARES = 0.55, 0.45, 0.34  # of the shorter clause, where one, two or more marks are the same
_OF_A_RATE = 0.75  # where it is a rate, which many things have
_SHORT = 4  # pairs; a clause of fewer goes on with what the one before is about


class _Clause(NamedTuple):
    """A clause with a mark: its marks, what it says, and of a statement that goes on the clause before."""

    marks: frozenset[str]
    said: str
    said_before: str


class Twice(NamedTuple):
    """What was arranged, and where it is arranged again."""

    first: Span
    again: Span


def find(facts: Facts, material: MaterialFacts) -> tuple[Twice, ...]:
    """Find what the measures of a material arrange twice, at most once for each clause."""
    return facts.once(_find, material)


def _find(facts: Facts, material: MaterialFacts) -> tuple[Twice, ...]:
    if not measures_of(items(facts, material)):
        return ()
    read = facts.resumed(_read, material)
    return tuple(Twice(read.place(first), read.place(again)) for again, first in read.twice.items())


class _Read:
    """The clauses of the measures that have a mark, where they stand, and which of them arrange the same, by their numbers.

    Two clauses that stood in the text before arrange the same if they did so then: only those that are new, or have
    others around them, are compared.
    """

    def __init__(self, every: Sequence[tuple[int, Span, _Clause]], before: _Read | None) -> None:
        self._every = every
        self.clauses = [clause for _, _, clause in every]
        first, last = _unchanged(before.clauses, self.clauses) if before else (0, 0)
        past, moved = len(every) - last, len(every) - len(before.clauses) if before else 0
        self._same = before.still_same(first, past - moved, moved) if before else []
        self._compare(range(first, past))

    @property
    def twice(self) -> Mapping[int, int]:
        """The clauses that arrange again what another does, each with the first of those."""
        found: dict[int, int] = {}
        for one, other in sorted(self._same):
            found.setdefault(other, one)
        return found

    def place(self, number: int) -> Span:
        begin, span, _ = self._every[number]
        return span.shifted(begin)

    def still_same(self, first: int, past: int, moved: int) -> list[tuple[int, int]]:
        """Give those that are the same, where the clauses from one to another are gone and the ones behind have moved."""
        kept = [pair for pair in self._same if not any(first <= number < past for number in pair)]
        return [(one + moved * (one >= past), other + moved * (other >= past)) for one, other in kept]

    def _compare(self, new: range) -> None:
        """Compare some clauses with all that have a mark of theirs."""
        by_mark: Mapping[str, list[int]] = defaultdict(list)
        for number, clause in enumerate(self.clauses) if new else ():
            for mark in clause.marks:
                by_mark[mark].append(number)
        clauses, same = self.clauses, self._same
        for new_one in new:
            clause = clauses[new_one]
            for other in set(chain.from_iterable([by_mark[mark] for mark in clause.marks])):
                if other > new_one:
                    if _again(clause, clauses[other]):
                        same.append((new_one, other))
                elif other < new.start and _again(clauses[other], clause):
                    same.append((other, new_one))


def _read(facts: Facts, material: MaterialFacts, before: _Read | None) -> _Read:
    measures = measures_of(items(facts, material))
    start, end = measures[0].start, measures[-1].span.end
    every = [
        (begin, span, clause)
        for begin, clauses in facts.within(_marked, start, end)
        for span, clause in clauses
        if start <= begin + span.start and begin + span.end <= end
    ]
    return _Read(every, before)


def _unchanged(before: Sequence[_Clause], now: Sequence[_Clause]) -> tuple[int, int]:
    """Count the clauses that are the same from the beginning, and of the others from the end."""
    most = min(len(before), len(now))
    first = next((n for n in range(most) if before[n] is not now[n]), most)
    rest = most - first
    return first, next((n for n in range(rest) if before[-1 - n] is not now[-1 - n]), rest)


def _again(one: _Clause, other: _Clause) -> bool:
    """Tell whether two clauses arrange the same, and not each at another rate or time: what is done every week is not what is done every year."""
    return (one.marks <= other.marks or other.marks <= one.marks) and _same(one, other)


@remembered(4096)
def _same(one: _Clause, other: _Clause) -> bool:
    """Tell whether two clauses, the later one last, arrange the same."""
    own, again = _about(one.said), _about(other.said)
    first = _going_on(own, one)
    then = again if other.said_before == one.said else _going_on(again, other)
    if own.isdisjoint(then) or again.isdisjoint(first):
        return False
    shared, marks = first & then, one.marks & other.marks
    if own == again and len(marks) > 1:
        return True
    needed = _SHARES[min(len(marks), len(_SHARES)) - 1] if not all("%" in mark for mark in marks) else _OF_A_RATE
    return len(shared) >= max(2, _LEAST_SHARED + 1 - len(marks), needed * min(len(first), len(then)))


def _going_on(own: frozenset[str], clause: _Clause) -> frozenset[str]:
    """Give what a clause is about; a short one goes on with the clause before it."""
    return own | _about(clause.said_before) if len(own) < _SHORT else own


@cued(*"0123456789每按逐月周季双两二一三四五六年")
def _marked(paragraph: ParagraphFacts) -> tuple[tuple[Span, _Clause], ...]:
    """Give the clauses of a paragraph that have a mark, and where they are."""
    text = paragraph.text
    said = [(match.end(), mark) for match in _OFTEN.finditer(text) if (mark := match.lastgroup)]
    said += [(match.end(), mark) for match in _HOW_MANY.finditer(text) if (mark := _how_many(match))]
    if not said:
        return ()  # as half of all paragraphs
    clauses = list(CLAUSE.finditer(text))
    ends = [match.end() for match in clauses]
    marks: dict[int, set[str]] = defaultdict(set)
    for end, mark in said:
        marks[bisect_left(ends, end)].add(mark)
    return tuple([_clause(text, clauses, number, marks[number]) for number in sorted(marks)])


def _clause(text: str, clauses: Sequence[re.Match[str]], number: int, marks: set[str]) -> tuple[Span, _Clause]:
    """Give one of the clauses of a paragraph, which has these marks."""
    said = clauses[number]
    whom = filter(None, map(_with_whom, _WITH_WHOM.finditer(said[0])))
    return Span(*said.span()), _Clause(frozenset((*marks, *whom)), said[0], _before(text, clauses, number))


def _before(text: str, clauses: Sequence[re.Match[str]], number: int) -> str:
    """Give the clause before one, if it is of the same statement."""
    begin = clauses[number].start()
    return clauses[number - 1][0] if number and text[begin - 1] not in STATEMENT_STOPS + "\n" else ""


def _how_many(match: re.Match[str]) -> str:
    if match["both"]:
        return "二人"
    mark = match["number"].translate(_ALIKE_NUMBERS) + match["unit"].replace("％", "%")
    return "" if mark in _TOO_FEW else mark


def _with_whom(match: re.Match[str]) -> str:
    whom = match["whom"]
    return f"{_TO}{whom}" if whom and whom not in ("我", "本人") else ""


@remembered(256)
def _about(said: str) -> frozenset[str]:
    said = _SAME.sub(lambda match: _WORDS[match.lastindex or 0], _LEFT_OUT.sub("，", said))
    return frozenset(_PAIRS.gathered(said) - _ANY_MEASURE)
