"""What this year's 上年度整改 says of each of last year's problems, and the table that the office keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from assistant.facts.facts import Facts
from assistant.facts.last_year.earlier_material import Row
from assistant.facts.material_facts import MaterialFacts
from assistant.language import placeholders
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind
from assistant.text import Span

_NOISE = compiled_later(
    r"[\s“”‘’\"'，。；：、（）()《》【】]|不够|不足|有待|还有|差距|存在|加强|提高|需要|问题|方面|关于|仍然|还不|不强|不深|不实|不到位|有所|一定|的|在"
)
_SPEAKS_OF_IT = 0.5  # share of a heading's pairs that a paragraph has to have to speak of it
_NOT_DONE_YET = compiled_later(
    "未完成|尚未|还未|没有完成|正在|持续(?:整改|推进)|还差|还没有|未能|需要?(?:长期|继续)|长期坚持|下一步"
)


class Answered(Enum):
    """What this year's section says about a row."""

    YES = "written"  # 已写
    NO = "missing"  # 未写
    UNFINISHED = "unfinished"  # 已说明未完成

    @property
    def label(self) -> str:
        return {"written": "已写", "missing": "未写", "unfinished": "已说明未完成"}[self.value]


@dataclass(frozen=True, slots=True)
class Answer:
    """A row and what this year's text says about it; `span` is the paragraph that does."""

    row: Row
    state: Answered
    span: Span | None = None


def answers(facts: Facts, material: MaterialFacts, rows: Sequence[Row]) -> tuple[Answer, ...]:
    """Tell of each row what this year's 上年度整改 says: nothing, that it is done, or that it is not done yet."""
    fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
    said = [span for stretch in (fact.spans if fact else ()) for span in _paragraphs(facts.text, stretch)]
    shown = [pairs(span.of(facts.text)) for span in said]
    return tuple(_answer(facts.text, row, said, shown) for row in rows)


class Column(NamedTuple):
    """A column of the table: what stands in it beside a row that this year's text answers."""

    title: str
    of: Callable[[Answer, str], str]
    only_told: bool = False  # it is there only where last year's 整改清单 tells it of any row


COLUMNS = (
    Column("方面", lambda each, _: each.row.group),
    Column("查摆的问题", lambda each, _: each.row.problem),
    Column("整改措施", lambda each, _: "；".join(each.row.measures)),
    Column("完成时限", lambda each, _: each.row.deadline, only_told=True),
    Column("责任单位", lambda each, _: each.row.unit, only_told=True),
    Column("责任人", lambda each, _: each.row.owner, only_told=True),
    # This year's paragraph; where it tells nothing yet, what last year's 整改清单 says of it
    Column(
        "完成情况",
        lambda each, text: each.span.of(text) if each.span and each.state is not Answered.NO else each.row.done,
    ),
    Column("佐证", lambda _, __: ""),  # stays to be filled
)


class Table(NamedTuple):
    """Rows as the office keeps them, under the titles of their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def table(answers: Sequence[Answer], text: str = "") -> Table:
    """Lay rows out as the office keeps them, numbered, with those of COLUMNS that have anything to tell or are to be filled."""
    shown = [column for column in COLUMNS if not column.only_told or any(column.of(each, text) for each in answers)]
    rows = [(str(number), *(column.of(each, text) for column in shown)) for number, each in enumerate(answers, 1)]
    return Table(("序号", *(column.title for column in shown)), rows)


def _answer(text: str, row: Row, said: Sequence[Span], shown: Sequence[frozenset[str]]) -> Answer:
    wanted = [pairs(words) for words in ((row.problem,) if row.problem else row.measures)]
    wanted += [pairs(words) for words in row.measures]
    shares = [max((len(each & own) / len(each) for each in wanted if each), default=0.0) for own in shown]
    number = max(range(len(shares)), key=shares.__getitem__, default=-1)
    if number < 0 or shares[number] < _SPEAKS_OF_IT:
        return Answer(row, Answered.NO)
    span = said[number]
    if placeholders.find(span.of(text)):
        return Answer(row, Answered.NO, span)
    state = Answered.UNFINISHED if _NOT_DONE_YET.search(span.of(text)) else Answered.YES
    return Answer(row, state, span)


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the paragraphs of a stretch, without its heading."""
    start = text.find("\n", stretch.start, stretch.end) + 1 or stretch.start
    for line in text[start : stretch.end].split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def pairs(words: str) -> frozenset[str]:
    """Give the pairs of characters that stand side by side in words, without what every problem and measure says."""
    pieces = _NOISE.split(words)
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
