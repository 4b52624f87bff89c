"""括号用了半角

检查什么：中文里的半角括号，如(试行)，和一边全角一边半角的括号。
为什么：公文用全角括号；一边全角一边半角，排版后高低宽窄不一。
怎么改：改为（ ）。英文、算式里的不改。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import Pair, has_han, is_chinese
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_PIECES = compiled_later("[0-9]+篇")  # 「(2篇)」 is left from a web page and not to be mended


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if "(" not in text and ")" not in text:
        return
    for pair in facts.pairing.pairs:
        places = [at for at in (pair.opening, pair.closing) if text[at] in "()"]
        inside = text[pair.opening + 1 : pair.closing]
        if _PIECES.fullmatch(inside):
            continue
        if pair.family == "（" and places and (len(places) == 1 or _is_chinese(text, pair)):
            edits = tuple(Edit(at, at + 1, "（）"[at == pair.closing]) for at in places)
            yield RULE.finding(
                Span(places[0], places[-1] + 1),
                "此处用了半角括号。" if len(places) == 2 else "此处括号一边全角、一边半角。",
                "公文用全角括号（ ）。",
                Fix("改为全角括号", edits, safe=True),
            )


def _is_chinese(text: str, pair: Pair) -> bool:
    """Tell whether a pair stands in Chinese: within it, before it, or at the start of a Chinese line."""
    before = text[max(0, pair.opening - 1) : pair.opening]
    after = text[pair.closing + 1 : pair.closing + 2]
    return has_han(text, pair.opening, pair.closing) or is_chinese(before or after)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("⟦(一)⟧学习《意见⟦(试行)⟧》", "（一）学习《意见（试行）》"),
        Example("全年自学⟦(12次)⟧，做了笔记（共3本⟦)⟧。", "全年自学（12次），做了笔记（共3本）。"),
        Example("⟦(1)⟧学得浅，用的是办公软件⟦(Word)⟧。", "（1）学得浅，用的是办公软件（Word）。"),
        Example("面积f(x)=2(a+b)，主要有：1)学得浅；2)用得少。（三）好。"),
    ),
    stage=Stage.REVIEW,
    cues="()",
)
