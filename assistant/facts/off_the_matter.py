"""The one statement of the measures that has nothing in common with what stands before them.

A measure takes up words of the problem that it answers: its object, its place, its number. Where nearly every statement of
a text does so, one that shares no word with problems, causes and last year's account speaks of something else: fitness
equipment among drinking water and flood control. Words that any work needs (times, units, who does it) do not count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from re import Match
from sys import intern
from typing import NamedTuple

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.item_likeness import FUNCTION
from assistant.facts.items import items, measures_of
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.language.character_pairs import CharacterPairs
from assistant.language.sentences import STATEMENT
from assistant.patterns import compiled_later
from assistant.text import Span
from assistant.text_memory import remembered

# Pairs that any measure may share with any problem: times, numbers, and what all work is called.
_TIMES = "年月周日季度半底前天每次各"
GENERAL_CHARACTERS = frozenset(f"0123456789{_TIMES}")  # whatever they stand beside
_ANY_WORK = (
    "不少 少于 以上 一次 工作 问题 会后 党组 党委 党支 支部 班子 同志 干部 领导 开展 进行 加强 提高 完成 落实 要求 我的 自己 起来 先请 逐条 逐项 逐个 逐件"
    " 方面 情况 报告 通报 材料 全部 所有 时间 当面 办法 责任 书面 说明 办理 规定 机关 一律 组织 参加 结果 意见 建议 制定 建立 做到 重点 主动 成员 所在 方式 单位 局机 局党 部门"
)
GENERAL = frozenset(_ANY_WORK.split())
# What can be done about so many faults that no word of theirs need come again: study, talks, going there.
FOR_MANY = compiled_later(
    "学|读|看书|批评|谈|廉|纪律|听|走访|入户|进户|群众|党课|笔记|报送|请示|汇报|苗头|提醒|回访|调研|下乡|监督|作风|担当|理论|自律|规矩|值班|活动(?!室|中心|场)|党日|请假|缺席|到会|考勤"
)
# More of both, as single statements use them: who does it and where, and what is asked of others or said of oneself
_ANY_STATEMENT = (
    "全县 全市 全区 全镇 全乡 全局 全村 全省 全院 全校 全厂 全站 职工 群众 居民 村民 牵头 做好 建成 电子 到期 提前 到位 更新 统一 检查 科室 办公 公室 活动 办好 内部 经济 给每 乡镇"
    " 镇里 村里 县里 局里 院里 厂里 站里 镇上 村上 社区 中心 人员 年轻 今年 由我 我牵 增加 安排 推广 示范 增收 宣传 登记 及时 更换 专人 带动 利用 打造 制作 提供 发放 为每 新建 组建 青年 坏了 农家"
    " 退休 门口 上的 两次 三次 一份 一场 一期 一台 一套 老同 管理 安全 服务 专题 全体 需要 或者 过去 现在 平时 开始 必须 应当 可以 能够 没有 不能 不再 不得 其他 另外 再次 继续 重新 共同 主要"
    " 重要 基本 实际 具体 有关 相关"
)
_ANY_GENERAL = GENERAL.union(_ANY_STATEMENT.split())
_FOR_MANY_TOO = compiled_later(
    "上门|登门|敲门|见面|见一次|看望|慰问|责任人|牵头$|负责$|确需|因故|确因|特殊情况|顺延|补足|补齐|补上|[请望]同志|请大家|指正|讲|说|问|想|自己|反省|检讨"
)
CONCRETE = compiled_later("[0-9]|一(?:季度?|月|周|年|天|日)一|每[周月季年天日]|年底|节前|逐|上半年|下半年|月底|年内")
# A number with what is counted, as it was told: 「独居的19户」; of times and days there are too many.
_COUNTED = compiled_later("(?<![0-9])[0-9]+(?:[.．][0-9]+)?(?![年月日次天分小个%％岁点0-9.．])[一-鿿]")
_PAIRS = CharacterPairs(f"{FUNCTION}{_TIMES}")
_LEAST = 5  # pairs that say what a statement is about
_LINKED = 6  # statements that show the way


class _Statement(NamedTuple):
    """A statement of a paragraph, with the pairs that could be those of a problem, and the counted things.

    A counted thing that is a pair as well, 「3户」, stands among the pairs: these are looked for inside others too.
    """

    span: Span
    words: frozenset[str]
    counted: frozenset[str]


def statements(paragraph: ParagraphFacts) -> tuple[_Statement, ...]:
    """Cut a paragraph into statements, with what each is about."""
    return tuple([_statement(match, telling_pairs(match[0])) for match in STATEMENT.finditer(paragraph.text)])


def judged(paragraph: ParagraphFacts) -> tuple[_Statement, ...]:
    """Give those statements that are concrete enough to be held against what stands before."""
    return tuple(
        [
            _statement(match, words)
            for match in STATEMENT.finditer(paragraph.text)
            if CONCRETE.search(match[0])
            and not (FOR_MANY.search(match[0]) or _FOR_MANY_TOO.search(match[0]))
            and len(words := telling_pairs(match[0])) >= _LEAST
        ]
    )


def _statement(match: Match[str], words: frozenset[str]) -> _Statement:
    counted = frozenset(_COUNTED.findall(match[0]))
    pairs = [each for each in counted if len(each) == 2 and each[1] not in FUNCTION]
    return _Statement(Span(*match.span()), words.union(pairs), counted.difference(pairs))


def telling_pairs(text: str) -> frozenset[str]:
    """Give the pairs of a text that could be those of a problem."""
    return frozenset(_PAIRS.gathered(text) - _ANY_GENERAL)


def told(text: str) -> frozenset[str]:
    """Give both of any text, the pairs that could be those of a problem and the counted things, each one string for all texts."""
    lines = list(told_in_lines(text))
    return lines[0] if len(lines) == 1 else frozenset[str]().union(*lines)


def told_in_lines(text: str) -> Iterator[frozenset[str]]:
    """Yield the same of each line, which after a key is what it was: neither a pair nor a counted thing goes on behind it."""
    return map(_told_in_line, text.split("\n"))


def shared_with(problem: str, said: Iterable[frozenset[str]], enough: int) -> int:
    """Count what is told that a problem tells too, up to as much as is enough: after that nothing more is looked for."""
    found: set[str] = set()
    for words in said:
        for word in words:
            if word in problem:
                found.add(word)
                if len(found) == enough:
                    return enough
    return len(found)


@remembered(256)
def _told_in_line(line: str) -> frozenset[str]:
    found = _PAIRS.gathered(line) - _ANY_GENERAL
    found.update(_COUNTED.findall(line))
    return frozenset(map(intern, found))


@cued(*"0123456789")
def _counted(paragraph: ParagraphFacts) -> tuple[str, ...]:
    return tuple(_COUNTED.findall(paragraph.text))


class _Told:
    """What the paragraphs before the measures tell, and of what was asked for, which of them tells it.

    All pairs of a text are not gathered: that takes longer than to look for those of its measures. After a key nearly
    each of these stands where it stood.
    """

    def __init__(self, told: Sequence[str], counted: frozenset[str], last: _Told | None) -> None:
        """Take these paragraphs, the things counted there, and what was told in the text before."""
        self._text = "\n".join(told)
        self.paragraphs = frozenset(told)
        self.counted = counted
        self.places: dict[frozenset[str], str] = {}
        self._before = last.places if last else {}
        self._new = self.paragraphs - last.paragraphs if last else frozenset()

    def alone(self, paragraph: ParagraphFacts) -> tuple[_Statement, ...]:
        """Give the statements of a paragraph of the measures that share nothing with them, nor with those beside."""
        judged_here = paragraph.kept(judged)
        return tuple([each for each in judged_here if not self.links(each) and not _shared_beside(each, paragraph)])

    def links(self, statement: _Statement) -> bool:
        """Tell whether a statement shares anything with them."""
        words = statement.words
        if words not in self.places:
            self.places[words] = self._where(words)
        return bool(self.places[words]) or not self.counted.isdisjoint(statement.counted)

    def _where(self, words: frozenset[str]) -> str:
        """Give a paragraph in which one of some pairs stands; empty if there is none."""
        known = self._before.get(words)
        if known and known in self.paragraphs:
            return known
        if known == "":
            return next((each for each in self._new if any(word in each for word in words)), "")
        found = map(self._text.find, words)
        at = next((at for at in found if at >= 0), None)
        if at is None:
            return ""
        end = self._text.find("\n", at)
        return self._text[self._text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]


def _told(facts: Facts, material: MaterialFacts, last: _Told | None) -> _Told:
    """Give what is told before the measures; the same as of the text before, if nothing of it changed."""
    start, end = material.outline.start, min(item.start for item in measures_of(items(facts, material)))
    told = [paragraph.text for _, paragraph in facts.paragraphs_from(start, end)]
    counted = frozenset(chain.from_iterable([each for _, each in facts.where(_counted, start, end)]))
    same = last and last.counted == counted and last.paragraphs == frozenset(told)
    return last if last and same else _Told(told, counted, last)


def statement_off_the_matter(facts: Facts, material: MaterialFacts) -> Span | None:
    """Find the only statement of the measures that shares nothing with what stands before, where several others do."""
    measures = measures_of(items(facts, material))
    if not measures:
        return None
    begin, end = min(item.start for item in measures), max(item.span.end for item in measures)
    told = facts.resumed(_told, material)
    first, past = (bisect_left(facts.starts, place) for place in (begin, end))
    found = facts.columns.telling_in(told.alone, first, past)
    alone = list(islice((each.span.shifted(facts.starts[index]) for index, those in found for each in those), 2))
    if len(alone) > 1:
        return None
    if not alone:  # asked first, since it is rare: what the other statements are about need not be known
        return None
    every = (each for _, paragraph in facts.paragraphs_from(begin, end) for each in paragraph.kept(statements))
    return alone[0] if sum(1 for _ in islice(filter(told.links, every), _LINKED)) == _LINKED else None


def _shared_beside(statement: _Statement, paragraph: ParagraphFacts) -> bool:
    """Tell whether a statement shares anything with the others of its paragraph."""
    return any(
        not (statement.words.isdisjoint(each.words) and statement.counted.isdisjoint(each.counted))
        for each in paragraph.kept(statements)
        if each.span != statement.span
    )
