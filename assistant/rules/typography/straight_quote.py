"""引号用了半角

检查什么：中文里的半角引号，如"四风"、'一把手'。
为什么：公文用全角引号，双引号里面再用引号时用单引号；半角引号分不出前后。
怎么改：改为“ ”，引号里面的改为‘ ’；英文引号和英寸符号不改。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import Pair, has_han, is_chinese
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_STRAIGHT = compiled_later("[\"'＂＇]")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not _STRAIGHT.search(text):
        return
    found = facts.pairing
    for pair in found.pairs:
        written = text[pair.opening] + text[pair.closing]
        if _STRAIGHT.search(written) and _is_chinese(text, pair):
            edits = [edit for edit in _edits(pair) if text[edit.start] != edit.replacement]
            # a reversed “ or ” is told and mended as such
            edits = [e for e in edits if e.start not in found.reversed or _STRAIGHT.match(text, e.start)]
            fix = Fix("改为全角引号", tuple(edits), safe=True) if found.sure else None
            yield _finding(Span(edits[0].start, edits[-1].end), fix)
    for at in found.lone:
        if text[at] in '"＂' and (is_chinese(text[at - 1 : at]) or is_chinese(text[at + 1 : at + 2])):
            yield _finding(Span(at, at + 1), None)


def _is_chinese(text: str, pair: Pair) -> bool:
    """Tell whether a pair stands in Chinese: within it, or right outside."""
    around = text[max(0, pair.opening - 1) : pair.opening] + text[pair.closing + 1 : pair.closing + 2]
    return has_han(text, pair.opening, pair.closing) or any(map(is_chinese, around))


def _edits(pair: Pair) -> Iterator[Edit]:
    """Yield the marks that a pair should have, by what is around it."""
    for at, mark in zip((pair.opening, pair.closing), "‘’" if pair.depth % 2 else "“”", strict=True):
        yield Edit(at, at + 1, mark)


def _finding(span: Span, fix: Fix | None) -> Finding:
    return RULE.finding(
        span,
        "此处用了半角引号。",
        "公文用全角引号“ ”，引号里面再用引号时用‘ ’。" + ("" if fix else "本段引号似未成对，请先核对。"),
        fix,
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example('持续纠治⟦"四风"⟧，做到⟦"两个维护"⟧。', "持续纠治“四风”，做到“两个维护”。"),
        Example("“持续纠治⟦\"四风\"⟧、加强对⟦'一把手'⟧监督”", "“持续纠治‘四风’、加强对‘一把手’监督”"),
        Example('用⟦＂Word＂⟧起草，“双引号⟦"⟧写了一半。', "用“Word”起草，“双引号”写了一半。"),
        Example('有人说⟦"⟧这件事不归我管。'),
        Example('It\'s a "Hello" test. 会议室换了55"的屏幕，don\'t move.'),
    ),
    stage=Stage.REVIEW,
    cues="\"'＂＇",
)
