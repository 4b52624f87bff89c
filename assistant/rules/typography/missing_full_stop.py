"""段末没有句号

检查什么：成句的正文段落，末尾是否没有标点，或者停在逗号、顿号上。
为什么：成句的段落以句号收尾；段末没有句号，也可能是后面的话没有粘贴完整。
怎么改：补上句号；没有写完的，补写完整。标题、姓名、日期不提示。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import is_han
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.text import Edit, Span

_SHORTEST = 20  # characters; less is a heading, a name or a date
_OPEN_END = compiled_later('(?P<last>[^”’）》)"])[”’）》)"]*(?P<comma>[，、,]?)$')
_REMARK = compiled_later(
    "[。！？；][（(][^（）()]{1,40}[）)]$"
)  # behind the last sentence: 「当场答复。（针对第1个问题）」
_WORD = compiled_later("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ%％]")
_NUMBERED = compiled_later("[#|>-]|[一二三四五六七八九十]{1,3}[.．,，。;；:：]")  # a heading with a slip in it
_SENTENCE = compiled_later("[，。；]")
_CAPTION = compiled_later("(?:记者|通讯员)[^，。；]{2,12}$")  # below a picture
_LEADS_ON = compiled_later("(?:如下|以下|几点|几条|[个方]面|情况|问题|措施|包括|主要有)$")


def check(facts: Facts) -> Iterator[Finding]:
    found = list(_open_ends(facts))
    long = len(facts.columns.telling(_is_long)) if found else 0
    if len(found) < 4 or len(found) * 4 < long:  # else the lines are those of a page, not paragraphs
        yield from found


def _open_ends(facts: Facts) -> Iterator[Finding]:
    open_ends = list(facts.where(_open_end))
    if not open_ends:
        return
    headings = {start for material in facts.outline.materials for start in _headings(facts, material.sections)}
    front = [span for m in facts.outline.materials for span in (m.title_span, m.byline_span) if span.end > span.start]
    front += facts.outline.contents
    for start, match in open_ends:
        if start in headings or any(s.start <= start < s.end for s in front):
            continue
        text = match.string
        end = start + len(text)
        comma = len(match["comma"])
        yield RULE.finding(
            Span(end - 1, end),
            "段末停在“" + match["comma"] + "”上。" if comma else "段末没有标点。",
            "段末一般用句号；没有写完的，请补写完整。",
            Fix(
                "补上句号" if not comma else "改为句号",
                (Edit(end - comma, end, "。"),),
                safe=not (comma or _LEADS_ON.search(text)),
            ),
        )


def _is_long(paragraph: ParagraphFacts) -> bool:
    return len(paragraph.text) >= _SHORTEST


def _open_end(paragraph: ParagraphFacts) -> re.Match[str] | None:
    """Find the end of a paragraph that looks as if it were not closed."""
    text = paragraph.text
    if len(text) < _SHORTEST or text[-1] in "。；：！？…":
        return None
    if _REMARK.search(text) or _NUMBERED.match(text) or _CAPTION.search(text, len(text) - 16):
        return None
    match = _OPEN_END.search(text)
    if match is None or not (is_han(match["last"]) or _WORD.match(match["last"])):
        return None
    return match if _SENTENCE.search(text, 0, len(text) - 1) else None


def _headings(facts: Facts, sections: tuple[Section, ...]) -> Iterator[int]:
    """Yield where lines begin that are nothing but a heading; an item among sentences is none."""
    stopped = sum(facts.text[section.paragraph_end - 1] == "。" for section in sections)
    for section in sections:
        below = facts.has_text_below(section)
        item = section.level >= 3 and not below and stopped * 2 >= len(sections)
        alone = section.heading_end == section.paragraph_end and not item
        topic = below and section.level <= 2 and "。" not in facts.text[section.start : section.paragraph_end]
        listed = section.level >= 3 and not stopped and len(sections) > 1  # a list that does without
        if section.leading and (alone or topic or listed):
            yield facts.starts[section.line - 1]
        yield from _headings(facts, section.children)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公文行文的通行写法",
    (
        Example(
            "一、原因剖析\n我把学习当成可以往后挪的事，觉得凭经验也不会出大⟦错⟧\n",
            "一、原因剖析\n我把学习当成可以往后挪的事，觉得凭经验也不会出大错。\n",
        ),
        Example(
            "1.学得浅，赶报表一忙就停了下来。\n2.下小区十四次，其中十一次是事先打过招呼⟦的⟧\n3.怕得罪人，绕着走。\n"
        ),
        Example("我把学习当成可以往后挪的事，以后每月自学两次，月底交笔记。（针对第1、2个问题）\n"),
        Example("我把学习当成可以往后挪的事，觉得凭经验也不会出大错⟦，⟧\n"),
        Example(
            "一、在带头深刻领悟“两个确立”、带头担当作为，敬畏人民方面\n我学得浅。\n市住房保障中心副主任、党组成员，林知远\n"
        ),
    ),
    stage=Stage.REVIEW,
)
