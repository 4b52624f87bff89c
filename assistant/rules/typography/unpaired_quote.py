"""引号不成对

检查什么：没有配对的引号，和方向写反的引号（如“四风“）。
为什么：少半个引号，引的话到哪里为止就看不出来，校对时常被退回。
怎么改：补上另一半，或删去多出的；方向反了的改正。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import PARTNER, family, pairing, unpaired
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_CURLY = frozenset("“”‘’")


def check(facts: Facts) -> Iterator[Finding]:
    texts = [paragraph.text for paragraph in facts.paragraphs]
    for start, text in zip(facts.starts, texts, strict=True):
        for at in pairing(text).reversed if text else ():
            if text[at] in _CURLY:
                right = _other(text[at])
                fix = Fix(f"改为「{right}」", (Edit(start + at, start + at + 1, right),), safe=True)
                yield _finding(start + at, f"引号「{text[at]}」的方向似写反了。", "前半用“，后半用”。", fix)
    for index, at, crossed in unpaired(texts):
        mark = texts[index][at]
        if mark in _CURLY:
            told = "与别的标点交叉了" if crossed else f"没有配对的「{_other(mark)}」"
            advice = "请调整前后两个标点的位置。" if crossed else "请看引的话到哪里为止，补上另一半，或删去这一个。"
            yield _finding(facts.starts[index] + at, f"这个「{mark}」{told}。", advice, None)


def _other(mark: str) -> str:
    """Give the partner of a quote."""
    opening = family(mark)
    return PARTNER[opening] if mark == opening else opening


def _finding(at: int, message: str, advice: str, fix: Fix | None) -> Finding:
    return Finding(RULE.name, RULE.severity, Span(at, at + 1), message, advice, RULE.basis, fix)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("大家体会到：⟦“⟧发现问题是能力，解决问题是水平。为此，要抓紧整改。"),
        Example("纠治⟦“⟧四风，落实“一岗双责”。"),
        Example("纠治“四风”，落实一岗双责⟦”⟧，抓好“两个责任”。"),
        Example("纠治“四风⟦“⟧，落实“一岗双责”。", "纠治“四风”，落实“一岗双责”。"),
        Example("纠治“四风”，落实⟦”⟧一岗双责”。", "纠治“四风”，落实“一岗双责”。"),
        Example("落实⟦”⟧一岗双责⟦“⟧。", "落实“一岗双责”。"),
        Example("要求“纠治⟦‘⟧四风，落实一岗双责”。"),
        Example("他当面说：“灯只开一半。\n你们来的时候都是亮的。”我很脸红。"),
        Example("要求“纠治‘四风’，落实《准则》”，并说“don’t wait”。"),
    ),
    stage=Stage.REVIEW,
)
