"""批评意见: what the writer will say to others at the meeting. A form of its own, never part of his material.

What is told of an entry is told gently and to the writer alone: he decides what he says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from assistant.language.punctuation import quoted
from assistant.language.signs import INSTANCE, PRAISE, SHORTCOMING
from assistant.patterns import compiled_later

TITLE = "批评意见"
# By the names of an entry's fields
FIELDS = {
    "to": "批评对象",
    "problem": "问题",
    "instance": "具体事",
    "wish": "希望",
}
COLUMNS = ("序号", *FIELDS.values())

# Words that a suggestion begins with, whatever follows; and those that begin one only where nothing is found lacking.
_SUGGESTS = compiled_later(r"(?:我)?(?:建议|希望|盼望|期望|望|请(?!示|假|教|销|客|托)|能否|可否|是否可以|不妨|最好)")
_URGES = compiled_later(
    r"(?:今后|以后|下一步|平时)?[，,]?(?:要(?!求|么|害|点|强)|应(?!付|酬|对|急|急处置)(?:该|当)?|需要?(?!求)|可以|进一步|继续|加强|加大|加快|提高|"
    r"多(?:到|去|下|听|走|抽|花|关心|学习|沟通|交流|参加|深入)|再(?:主动|大胆|细致|深入|多)|更加)"
)
# Praise that only looks like a shortcoming. Found anywhere in what is called the problem.
_PRAISE = compiled_later(
    r"对(?:自己|自身)(?:的)?(?:要求|标准)?(?:太|过于|过)(?:严|苛|高)[格求刻]?"
    r"|(?:工作|干事|干活|做事)(?:起来)?(?:上)?(?:太|过于|过分|过)(?:拼命?|投入|认真|敬业|辛苦|操心|努力|卖力|较真)"
    r"|(?:太|过于|过分)(?:敬业|辛苦|操劳|拼命|谦虚|勤奋|追求完美|为别人着想|为他人着想)"
    r"|(?:不太?|不够|没有?|很少|忽视|忽略|不大|不怎么)(?:注意|顾及?|照顾|爱惜|重视|保重)(?:到|好)?(?:自己|自身|个人|本人)?的?(?:身体|休息|健康|家庭|家人|劳逸结合)"
    r"|带病(?:工作|坚持|上班)|忘我工作|劳逸结合|陪(?:伴)?家人(?:的)?(?:时间)?(?:太|较|比较|很)?少|加班(?:加点)?(?:太|过)多"
)
_NO_SHORTCOMING = compiled_later("年轻|减轻|问题|短板|弱项|疏导|疏通")  # where something is to be done about it
_EDGES = " 　。；;，,、\n"
_BETWEEN_PEOPLE = compiled_later("[、，,；;/／\n]+")


class Criticism(NamedTuple):
    """One thing that is said to one person; `extra` are keys of a later version."""

    to: str = ""
    problem: str = ""
    instance: str = ""
    wish: str = ""
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def is_blank(self) -> bool:
        return not any(getattr(self, name).strip() for name in FIELDS)


class Form(NamedTuple):
    """All that one file holds."""

    entries: tuple[Criticism, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def written(self) -> tuple[Criticism, ...]:
        """The entries in which anything stands."""
        return tuple(each for each in self.entries if not each.is_blank)


def hints(entry: Criticism) -> tuple[str, ...]:
    """Say what could be looked at in an entry; nothing of one that is still blank."""
    return () if entry.is_blank else tuple(_hints(entry))


def _hints(entry: Criticism) -> Iterator[str]:
    problem = entry.problem.strip(_EDGES)
    if not entry.to.strip():
        yield "还没有写批评对象。会上要当面说给本人听，请填姓名或职务。"
    elif len(_people(entry)) > 1:
        yield f"批评对象一栏写有{len(_people(entry))}人。批评意见是当面说给一个人听的，请每人各写一条。"
    if not problem:
        yield "还没有写问题。批评意见先写看到的不足，再写希望，请先用一两句话写明问题。"
    elif begun := _suggestion(problem):
        yield (
            f"问题一栏以{quoted(begun)}开头，似为工作建议。审核时常会问到是否以工作建议代替批评，"
            "可先写看到的不足，原来的建议移到“希望”一栏。"
        )
    elif praised := _PRAISE.search(problem):
        yield f"{quoted(praised[0])}读起来似为表扬。批评意见是为了帮助对方改进，可另写一件希望对方改进的事。"
    elif PRAISE.find(problem) and not SHORTCOMING.find(problem):
        yield "问题一栏暂未写出不足，所写似为成绩。批评意见一般直接写不足，可写一件希望对方改进的事。"
    if not entry.instance.strip() and not INSTANCE.find(problem):
        if problem:
            yield "还没有写具体的事。只说问题，对方不容易知道指的是哪一件，可补写一件本人看到的事。"
        elif entry.wish.strip():
            yield "只写了希望，没有写具体的事。请补写一件本人看到的事，便于对方知道从哪里改起。"


def _people(entry: Criticism) -> list[str]:
    """List whom an entry is said to: one, where it is written as it should be."""
    return [name for each in _BETWEEN_PEOPLE.split(entry.to) if (name := each.strip())]


def _suggestion(problem: str) -> str:
    """Give the words by which a problem is begun as a suggestion (工作建议), "" where it is none."""
    if begun := _SUGGESTS.match(problem):
        return begun[0]
    begun = _URGES.match(problem)
    lacking = SHORTCOMING.find(_NO_SHORTCOMING.sub("", problem))
    return begun[0].strip(_EDGES) if begun and not lacking else ""


def table(entries: Iterable[Criticism]) -> list[tuple[str, ...]]:
    """Lay entries out under COLUMNS, those to one person together, in the order in which people first come."""
    people: dict[str, list[Criticism]] = {}
    for entry in entries:
        people.setdefault(entry.to.strip(), []).append(entry)
    ordered = [entry for each in people.values() for entry in each]
    return [
        (str(number), *(getattr(entry, name).strip() for name in FIELDS)) for number, entry in enumerate(ordered, 1)
    ]


def told(form: Form) -> str:
    """Say how much there is: 3条，提给2人."""
    written = form.written
    people = len({name for each in written for name in _people(each)})
    return f"{len(written)}条" + (f"，提给{people}人" if people else "") if written else "还没有写"
