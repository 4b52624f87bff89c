"""Last year's problems with the measures that were promised, and what this year's 上年度整改 says of each.

The rows are computed, from last year's material or from its 整改清单, and never stored: this year's text stays the only
truth of what is written about them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from assistant.decisions import Decisions
from assistant.facts import links, themes
from assistant.facts.facts import Facts, MaterialFacts, gather
from assistant.facts.items import Item, ItemKind
from assistant.facts.last_year import LastYear, Row
from assistant.facts.links import Link, Links
from assistant.facts.placement import is_label
from assistant.language import placeholders
from assistant.patterns import compiled_later
from assistant.templates.template import PartKind, Template
from assistant.text import Span

NO_LIST = "没有认出整改清单。表里要有一行列名，其中有“问题”（或“意见”）和“措施”两列。"
TO_FILL = "【完成情况】"
COLUMNS = ("序号", "方面", "查摆的问题", "整改措施", "完成情况", "佐证")
NO_PROBLEM = "—"  # in a list: this measure is against no problem in particular
_NO_PROBLEM = frozenset({NO_PROBLEM, "－", "-", "/", "无"})
# Columns of lists that tell something about problems or measures: 问题来源, 问题类别, 措施落实情况.
_ABOUT_PROBLEM = "来源|类[别型]|分类|性质|编号|序号|个数|数量|提出|问题数|对象|整改意见|处理意见|审核意见"
_ABOUT_MEASURE = "落实|完成|进展|是否|成效|情况$"
_LONGEST_TITLE = 12  # characters
_KEPT = ("方面", "问题", "措施")
FEW = 8  # problems that get a paragraph each; more are told aspect by aspect


class Answered(Enum):
    """What this year's section says about a row."""

    YES = "written"  # 已写
    NO = "missing"  # 未写
    UNFINISHED = "unfinished"  # 写明未完成

    @property
    def label(self) -> str:
        return {"written": "已写", "missing": "未写", "unfinished": "写明未完成"}[self.value]


@dataclass(frozen=True, slots=True)
class Answer:
    """A row and what this year's text says about it; `span` is the paragraph that does."""

    row: Row
    state: Answered
    span: Span | None = None


_NOISE = compiled_later(
    r"[\s“”‘’\"'，。；：、（）()《》【】]|不够|不足|有待|还有|差距|存在|加强|提高|需要|问题|方面|关于|仍然|还不|不强|不深|不实|不到位|有所|一定|的|在"
)
_LONGEST = 40  # characters that name an item without a heading of its own
_SAID = 0.5  # share of a heading's pairs that a paragraph has to have to speak of it
_SURE = 0.6  # certainty from which a link may be told as a fact
_NEARLY = 0.85  # of the certainty of a problem's surest measure: another is against it as well
_PLAIN = 4.0  # weight of the themes of both ends from which these tell the matter well enough by themselves
_MEETINGS = compiled_later("(?:民主|组织)生活会")  # 「民主」 in it is no matter that a measure could be about
_UNFINISHED = compiled_later(
    "未完成|尚未|还未|没有完成|正在|持续(?:整改|推进)|还差|还没有|未能|需要?(?:长期|继续)|长期坚持|下一步"
)
ASPECT_FRAME = compiled_later("^在?(?:带头)?|(?:方面)?[。：:]?$")  # what frames the words of an aspect


def rows(last: LastYear, new: Template) -> tuple[Row, ...]:
    """List last year's problems, each with the measures promised against it, and at last the measures that stand alone.

    Of several materials in one file the one that speaks for the same as `new` is meant. A 整改清单 wins over the text.
    """
    return last.listed or every_row(last)[last.outline.materials.index(last.main(new))]


@lru_cache(maxsize=4)  # they are asked for after every key
def every_row(last: LastYear) -> tuple[tuple[Row, ...], ...]:
    """List the rows of each material in last year's file."""
    facts = gather(last.text, last.template, Decisions(headings=last.headings))
    return tuple(tuple(_rows(last.text, links.find(facts, material))) for material in facts.materials)


def _rows(text: str, found: Links) -> Iterator[Row]:
    """Yield a row for each problem; a measure that is not surely against it is left open and stands alone once."""
    measures = found.of_kind(ItemKind.MEASURE)
    promised = [link for link in found.links if link.other.kind is ItemKind.MEASURE]
    sure = [link for link in promised if _is_sure(text, link) or _alone_speaks_of_it(text, link, measures)]
    sure = [link for link in sure if link.certainty >= _NEARLY * max(_certainties(sure, link.problem))]
    for problem in found.of_kind(ItemKind.PROBLEM):
        ranked = sorted((link for link in sure if link.problem is problem), key=lambda link: -link.certainty)
        yield _row(text, problem, [link.other for link in ranked])
    linked = {link.other for link in sure}
    for measure in measures:
        if measure not in linked:  # whether it stands alone or nobody knows: it was promised
            yield _row(text, None, [measure])


def _is_sure(text: str, link: Link) -> bool:
    """Tell whether a link may be written down as what was promised against a problem.

    What is written of a measure are the few words that name it, so these have to answer the problem. Where both ends
    speak plainly of their matter either that or a certain link is enough, as a measure may be named in general words;
    plain facts, which are told by words that may be shared by chance, need both.
    """
    if link.chosen:
        return True
    named_so, told = named(text, link.other), links.said(link.problem, text)
    ends = (f"{link.problem.section.heading}。{told}", f"{link.other.section.heading}。{links.said(link.other, text)}")
    certain = link.certainty >= _SURE
    answers = bool(_pairs(named_so) & _pairs(_MEETINGS.sub("，", told)) or themes.of(named_so).keys() & themes.of(told))
    plain = min(sum(themes.of(end).values()) for end in ends) >= _PLAIN
    return certain or answers if plain else certain and answers


def _certainties(found: Sequence[Link], problem: Item) -> list[float]:
    return [link.certainty for link in found if link.problem is problem]


def _alone_speaks_of_it(text: str, link: Link, measures: Sequence[Item]) -> bool:
    """Tell whether a measure, whatever its own name, is the only one about the matter that the problem's name gives.

    Only of matters that stand apart (意识形态): others are named in passing too.
    """
    matter = themes.of(named(text, link.problem))
    first = max(matter, key=matter.__getitem__, default="")
    if first not in themes.shipped().apart:
        return False
    speaking = [each for each in measures if first in themes.of(f"{each.section.heading}。{links.said(each, text)}")]
    return speaking == [link.other]


def _row(text: str, problem: Item | None, measures: Sequence[Item]) -> Row:
    return Row(
        named(text, problem) if problem else "",
        tuple(named(text, measure) for measure in measures),
        ASPECT_FRAME.sub("", re.split("[，,]", problem.aspect)[0]) if problem else "",
        problem.span if problem else None,
        tuple(measure.span for measure in measures),
    )


def named(text: str, item: Item) -> str:
    """Say in a few words what an item is: its heading or, where that only names an aspect or a chapter, what follows it."""
    section = item.section
    if section.level > 2 or not is_label(section.heading):
        return section.heading
    body = text[section.heading_end : section.end].lstrip("。：；:;，、 \n")
    return re.split("[。；！？\n]", body)[0][:_LONGEST] or section.heading


def of_table(table: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单: columns whose titles name the problem and the measures; others are passed over.

    The title row is the first that names both; a problem cell left empty, as merged cells are read, goes on with the one
    above; a dash in it says that the measure is against no problem in particular. Gives nothing where no such row is found.
    """
    problem_at = measure_at = group_at = -1
    found: list[Row] = []
    for cells in table:
        texts = [re.sub(r"\s+", "", cell) for cell in cells]
        if problem_at < 0 or measure_at < 0:
            problem_at = _column(texts, "问题|意见", but=_ABOUT_PROBLEM)
            measure_at = _column(texts, "措施|打算|办法", but=_ABOUT_MEASURE)
            group_at = _column(texts, "方面|类别|来源")
            continue
        if problem_at >= len(texts) or len(texts) == 1:
            continue  # a note below the list; a row whose last cells are empty is shorter in Excel files
        texts += [""] * (measure_at + 1 - len(texts))
        problem, measure = texts[problem_at], texts[measure_at]
        group = texts[group_at] if 0 <= group_at < len(texts) else ""
        measures = (measure,) if measure else ()
        if problem in _NO_PROBLEM and measures:
            found.append(Row("", measures, "" if group in _NO_PROBLEM else group))
        elif found and measures and problem in ("", found[-1].problem):
            found[-1] = Row(found[-1].problem, found[-1].measures + measures, found[-1].group)
        elif problem:
            found.append(Row(problem, measures, group))
    return tuple(found)


def of_tables(tables: Iterable[Iterable[Sequence[str]]]) -> tuple[Row, ...]:
    """Read the rows of a 整改清单 that may stand in any of some tables: those of a file's sheets."""
    return tuple(row for table in tables for row in of_table(table))


def of_pasted(text: str) -> tuple[Row, ...]:
    """Read the rows of a 整改清单 copied from Excel, WPS or Word, with its row of titles; nothing where that is not found.

    Excel puts a cell of several lines in quotation marks; Word does not, so a line goes on with the row
    before until that has as many cells as the titles, and so does one that is no row itself.
    """
    if '"' in text:
        with suppress(csv.Error):
            quoted = tuple(csv.reader(io.StringIO(text), "excel-tab", strict=True))
            if found := of_table(quoted):
                return found
    joined: list[list[str]] = []
    width = 0
    for line in text.splitlines():
        cells = line.split("\t")
        if width and (len(joined[-1]) < width or len(cells) == 1):
            joined[-1] = [*joined[-1][:-1], joined[-1][-1] + cells[0], *cells[1:]]
            continue
        joined.append(cells)
        width = width or (len(cells) if of_table([cells, ["甲"] * len(cells)]) else 0)
    return of_table(joined)


def listing(rows: Iterable[Row]) -> str:
    """Write rows as lines of a table that `of_pasted` reads again."""
    lines = ["\t".join(_KEPT)]
    for row in rows:
        lines += [f"{row.group}\t{row.problem or NO_PROBLEM}\t{each}" for each in row.measures or ("",)]
    return "\n".join(lines) + "\n"


def _column(titles: Sequence[str], named: str, but: str = "(?!)") -> int:
    """Give the first column that is called so and not something about it; -1 where none is."""
    called = (at for at, title in enumerate(titles) if re.search(named, title) and not re.search(but, title))
    return next((at for at in called if len(titles[at]) <= _LONGEST_TITLE), -1)


def paragraphs(rows: Sequence[Row]) -> tuple[str, ...]:
    """Write the paragraphs that this year's 上年度整改 begins with: one for a problem, or for an aspect where there are many.

    What was done is left to the writer: each ends in 【完成情况】.
    """
    groups: dict[str, list[Row]] = {}
    many = sum(bool(row.problem) for row in rows) > FEW
    for number, row in enumerate(rows):
        groups.setdefault(row.group if many and row.problem and row.group else f"{number}", []).append(row)
    return tuple(f"{number}.{_paragraph(group)}" for number, group in enumerate(groups.values(), 1))


def _paragraph(group: Sequence[Row]) -> str:
    problems = "".join(f"“{_quotable(row.problem)}”" for row in group if row.problem)
    measures = "".join(f"“{_quotable(each)}”" for each in dict.fromkeys(m for row in group for m in row.measures))
    promised = f"去年提出{measures}。" if measures else ""
    if not problems:
        return f"关于去年提出的{measures}。{TO_FILL}"
    counted = f"这{len(group)}个问题" if len(group) > 1 else "的问题"
    return f"关于{problems}{counted}。{promised}{TO_FILL}"


def _quotable(words: str) -> str:
    return words.translate(str.maketrans("“”", "‘’")).rstrip("。；，")


def answers(facts: Facts, material: MaterialFacts, rows: Sequence[Row]) -> tuple[Answer, ...]:
    """Tell of each row what this year's 上年度整改 says: nothing, that it is done, or that it is not done yet."""
    fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
    told = [span for stretch in (fact.spans if fact else ()) for span in _told(facts.text, stretch)]
    pairs = [_pairs(span.of(facts.text)) for span in told]
    return tuple(_answer(facts.text, row, told, pairs) for row in rows)


def table(answers: Sequence[Answer], text: str = "") -> list[tuple[str, ...]]:
    """Lay rows out as the office keeps them, under COLUMNS; what was done is this year's paragraph, 佐证 stays to be filled."""
    return [
        (
            str(number),
            each.row.group,
            each.row.problem,
            "；".join(each.row.measures),
            each.span.of(text) if each.span and each.state is not Answered.NO else "",
            "",
        )
        for number, each in enumerate(answers, 1)
    ]


def _answer(text: str, row: Row, told: Sequence[Span], pairs: Sequence[frozenset[str]]) -> Answer:
    wanted = [_pairs(words) for words in ((row.problem,) if row.problem else row.measures)]
    wanted += [_pairs(words) for words in row.measures]
    shares = [max((len(each & own) / len(each) for each in wanted if each), default=0.0) for own in pairs]
    number = max(range(len(shares)), key=shares.__getitem__, default=-1)
    if number < 0 or shares[number] < _SAID:
        return Answer(row, Answered.NO)
    span = told[number]
    if placeholders.find(span.of(text)):
        return Answer(row, Answered.NO, span)
    state = Answered.UNFINISHED if _UNFINISHED.search(span.of(text)) else Answered.YES
    return Answer(row, state, span)


def _told(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the paragraphs of a stretch, without its heading."""
    start = text.find("\n", stretch.start, stretch.end) + 1 or stretch.start
    for line in text[start : stretch.end].split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _pairs(words: str) -> frozenset[str]:
    pieces = _NOISE.split(words)
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
