"""引号用了半角

检查什么：中文里的半角引号，如"四风"、'一把手'。
为什么：公文用全角引号，双引号里面再用引号时用单引号；半角引号多是切换输入法或粘贴时带来的。
怎么改：改为“ ”，引号里面的改为‘ ’；英文和英寸不改。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.punctuation import HAN, Pair, is_chinese, pairing
from assistant.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_STRAIGHT = re.compile("[\"'＂＇]")
_HAN = re.compile(f"[{HAN}]")


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not _STRAIGHT.search(text):
        return
    found = pairing(text)
    for pair in found.pairs:
        places = [at for at in (pair.opening, pair.closing) if text[at] in "\"'＂＇"]
        if places and _is_chinese(text, pair):
            fix = Fix("改为全角引号", tuple(_edit(pair, at) for at in places), safe=True) if found.sure else None
            yield _finding(Span(places[0], places[-1] + 1), fix)
    for at in found.lone:
        if text[at] in '"＂' and (is_chinese(text[at - 1 : at]) or is_chinese(text[at + 1 : at + 2])):
            yield _finding(Span(at, at + 1), None)


def _is_chinese(text: str, pair: Pair) -> bool:
    """Tell whether a pair stands in Chinese: within it, or right outside."""
    around = text[max(0, pair.opening - 1) : pair.opening] + text[pair.closing + 1 : pair.closing + 2]
    return bool(_HAN.search(text, pair.opening, pair.closing)) or any(map(is_chinese, around))


def _edit(pair: Pair, at: int) -> Edit:
    marks = "“”" if pair.depth % 2 == 0 else "‘’"
    return Edit(at, at + 1, marks[at == pair.closing])


def _finding(span: Span, fix: Fix | None) -> Finding:
    return Finding(
        RULE.name,
        RULE.severity,
        span,
        "这里用了半角引号。",
        "公文用全角引号“ ”，引号里面再用引号时用‘ ’。" + ("" if fix else "本段引号似未成对，请先核对。"),
        RULE.basis,
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
)
