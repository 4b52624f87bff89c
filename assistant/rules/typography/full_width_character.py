"""数字、字母用了全角

检查什么：全角的数字和字母，如２０２５年、Ｗord。
为什么：公文里的阿拉伯数字和字母用半角；用全角的，排版后间距过宽，检索和字数统计也受影响。
怎么改：改为半角。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_RUN = compiled_later("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９Ａ-Ｚａ-ｚ]*)*")
_PLACEHOLDER = compiled_later("[Ｘｘ]+$")
_HALF = {**{code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}, 0xFF0E: 0x2E}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _RUN.finditer(facts.text):
        if _PLACEHOLDER.match(match[0]):
            continue
        half = match[0].translate(_HALF)
        yield RULE.finding(
            Span(*match.span()),
            f"“{match[0]}”是全角字符。",
            "公文里的阿拉伯数字和字母一般用半角。",
            Fix(f"改为“{half}”", (Edit(*match.span(), half),), safe=True),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "公文排版的通行做法",
    (
        Example("⟦１．⟧全年自学⟦１２⟧次，占⟦３．５⟧%，用⟦Ｗ⟧ord写成。", "1.全年自学12次，占3.5%，用Word写成。"),
        Example("（⟦１⟧）学得浅。", "（1）学得浅。"),
        Example("原ＸＸＸ局，2025年自学12次。"),
    ),
    stage=Stage.REVIEW,
    cues="".join(map(chr, _HALF)),
)
