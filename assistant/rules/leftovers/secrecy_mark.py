"""材料里的密级标志

检查什么：材料里的密级标志，如“秘密★1年”、单独一行的“机密”。
为什么：涉密材料有专门的起草、存放和流转要求，不能在一般电脑上处理；误带的标志也会影响流转。
怎么改：请先核对是否涉密。涉密的，请按保密规定办理；误带的，删去。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_MARK = compiled_later(
    r"(?:绝密|机密|秘密|绝 密|机 密|秘 密)[ \u3000]?(?:[★☆][ \u3000]?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月)|长期)?)"
)
_CLASSIFIED = ("绝", "机", "秘")
_LINE = compiled_later(r"(?:密级[ \u3000]?[:：][ \u3000]?)?(?:绝密|机密|秘密|绝 密|机 密|秘 密|内部资料|内部文件)")


def mark_of(text: str) -> str:
    """Give the first mark of secrecy in a whole text, "" where it bears none; 内部资料 is none."""
    for line in map(str.strip, text.split("\n") if "密" in text else ()):
        match = _LINE.fullmatch(line) or _MARK.search(line)
        if match and any(sign in match[0] for sign in _CLASSIFIED):
            return match[0]
    return ""


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if "密" not in text and "内部" not in text:
        return
    match = _LINE.fullmatch(text) or _MARK.search(text)
    if match:
        yield RULE.finding(
            Span(*match.span()),
            f"此处似有密级标志“{match[0]}”。",
            "请核对材料是否涉密：涉密的，请按保密规定办理，不在一般电脑上处理；误带的，请删去。",
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "保密工作的通行要求",
    (
        Example("⟦秘密★1年⟧\n个人对照检查材料\n⟦机密⟧\n一、存在的问题\n"),
        Example("机密文件管理不严。\n商业秘密保护得不够，保密意识不强。\n内部管理\n"),
    ),
    cues="密内",
)
