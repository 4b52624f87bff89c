"""序号后面的标点

检查什么：“一.”“（一）、”“1。”“第一.”“①、”一类序号后的标点。
为什么：公文的序号写作“一、”“（一）”“1.”“（1）”，“第一”后用逗号；全文宜统一。
怎么改：按上述写法改；带括号、带圈的序号后不加标点。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import is_han
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BLANK_AND_YEAR = compiled_later(" ?20[0-9][0-9]年")
_CASES = tuple(
    (compiled_later(rf"(?:##\w+##|#+ ?|\*+)?({number})({wrong})"), right)
    for number, wrong, right in (
        (_NUMERAL, r"[.．,，。;；:：]|、[.．，,。、]", "、"),
        (rf"[（(](?:{_NUMERAL}|[0-9]{{1,2}})[）)]|[①-⑳]", "[、.．，,。;；]+", ""),
        ("[1-9][0-9]?", r"[。，,;；:：]|\.[、，。]|、[.．]", "."),
        (f"第{_NUMERAL}", r"[.．。;；]", "，"),
    )
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    if not facts.text or facts.text[0] not in "一二三四五六七八九十第0123456789#*（(①②③④⑤⑥⑦⑧⑨⑩":
        return
    for pattern, right in _CASES:
        match = pattern.match(facts.text)
        if match and _goes_on(facts.text, match.end()):
            number = match[1]
            yield RULE.finding(
                Span(match.start(1), match.end(2)),
                f"序号写作“{number}{match[2]}”。",
                f"公文的序号一般写作“{number}{right}”。",
                Fix(f"改为“{number}{right}”", (Edit(*match.span(2), right),), safe=True),
            )
            return


def _goes_on(text: str, position: int) -> bool:
    """Tell whether words or a year follow, be it after a blank."""
    following = text[position : position + 2].removeprefix(" ")[:1]
    return is_han(following) or following in ("“", "《") or _BLANK_AND_YEAR.match(text, position) is not None


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 9704—2012 结构层次序数的写法",
    (
        Example(
            "⟦一.⟧存在的问题\n⟦（一）、⟧学习方面\n⟦1。⟧学得浅。\n⟦（1）、⟧读得少。",
            "一、存在的问题\n（一）学习方面\n1.学得浅。\n（1）读得少。",
        ),
        Example("⟦第一.⟧抓学习。\n⟦二，⟧原因剖析\n⟦①、⟧读得少。", "第一，抓学习。\n二、原因剖析\n①读得少。"),
        Example(
            "一、存在的问题\n（一）学习方面\n1.学得浅。\n1、学得浅。\n（1）读得少。\n第一，抓学习。\n2.5万元到账。\n10，000元。"
        ),
    ),
    stage=Stage.REVIEW,
)
