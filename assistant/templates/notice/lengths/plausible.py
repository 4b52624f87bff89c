"""Which numbers of a sentence set the length of a material, and which sentences seem to set one that was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.templates.notice.aspect_names import is_aspect
from assistant.templates.notice.lengths.of_parts import is_part_name
from assistant.templates.notice.lengths.size import Bound, Size
from assistant.templates.notice.lengths.wordings import NUMBER, sizes, value
from assistant.templates.notice.nearby import REACH, asked_before, clause_after, clause_before
from assistant.templates.notice.page import Page
from assistant.templates.notice.part_kinds import kind_of
from assistant.templates.notice.subject_words import SUBJECT_WORDS, subjects_in
from assistant.templates.template import MeetingKind
from assistant.text import Span

OF_OTHER_PAPERS = re.compile(
    "情况报告|总结|简报|信息|心得|体会|方案|批评意见|意见建议|相互批评|小结|报道|读书|笔记|点评|讲话|谈话记录|会议记录|学习记录|台账"
)
OF_A_MATERIAL = re.compile("材料|提纲|发言|对照检查")
_SIZED = re.compile("写|字数|多少字|几千字|千字|百字|篇幅|材料|提纲|全文|[0-9]{3}")
_BARELY = re.compile("字数|篇幅|(?:材料|提纲|个人|班子|党员|成员|每人|全文|总)[^，。；]{0,2}$")
_BEFORE_BRACKET = re.compile("([^，。；：、（）\t\n]{2,24})（[^（）]{0,6}$")
_LEAST_OF_A_MATERIAL = 100
_MENTIONED = re.compile(  # words that may set a length, whether or not one can be read
    rf"(?P<number>{NUMBER})(?:[来多余])?(?P<unit>字(?![号体])|[页版](?!码|面设|边)|张[纸稿A])"
    "|(?:字数|篇幅|长度|长短)(?=[^，。；]{0,8}(?:适[中当]|不宜|不要|不得|精炼|精简|压缩|合理|过长|过短|参照|按))"
)


def left_over(page: Page, wanted: list[Span], meeting: MeetingKind) -> Iterator[Span]:
    """Yield the clauses that seem to set a length of the material and of which none was read."""
    for sentence in wanted:
        text = sentence.of(page.flat)
        if not _MENTIONED.search(text) or OF_OTHER_PAPERS.search(text):
            continue
        about = page.flat[page.line(sentence.start).start : sentence.start][-40:] + text
        if not (OF_A_MATERIAL.search(about) or subjects_in(about, meeting)) or _sets_share(text):
            continue
        known = plausible(page, sentence, text)
        for clause in page.clauses(*sentence):
            words = clause.of(page.flat)
            begins, ends = clause.start - sentence.start, clause.end - sentence.start
            mentioned = next((match for match in _MENTIONED.finditer(words) if not _said_of_paper(match)), None)
            if mentioned and not any(size.start < ends and begins < size.end for size in known):
                yield clause


def _said_of_paper(match: re.Match[str]) -> bool:
    return bool(match["number"]) and match["unit"] == "字" and value(match["number"]) < _LEAST_OF_A_MATERIAL


def _sets_share(text: str) -> bool:
    """Tell whether a sentence sets what part of the whole something is to fill, and says no more of length."""
    return re.search("分之|[0-9]%|[一二三四五六七八九]成|一半|占比|比例", text) is not None


def plausible(page: Page, sentence: Span, text: str) -> list[Size]:
    """Find the numbers of a sentence that set the length of a material or of a part of it."""
    if "字" not in text and "千" not in text:
        return []
    question = asked_before(page, sentence, text)
    if not _SIZED.search(question + text):
        return []
    return [
        each
        for each in sizes(text, question)
        if each.bound is not Bound.BARE or each.row or _is_of_material(text, each)
    ]


def _is_of_material(text: str, size: Size) -> bool:
    """Tell whether a bare number (「3000字」) is said of a material, and not of what it holds."""
    name = _BEFORE_BRACKET.search(text, max(0, size.start - REACH), size.start)
    if name and (is_aspect(name[1]) or kind_of(name[1])):
        return True
    clause, after = clause_before(text, size.start), clause_after(text, size.end)
    if is_part_name(clause.rpartition("（")[2]):
        return True
    named = (
        OF_A_MATERIAL.search(clause + after)
        or SUBJECT_WORDS.search(clause)
        or _BARELY.search(text[max(0, size.start - REACH) : size.start])
    )
    return bool(named or size.range.soft)
