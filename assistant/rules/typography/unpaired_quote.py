"""引号不成对

检查什么：没有配对的引号，和方向写反的引号（如“四风“）。
为什么：引号少了一半，看不出引用的话到哪里为止。
怎么改：补上另一半，或删去多出的一个；方向写反的，改正过来。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import PARTNER, family, pairing, quoted, unpaired
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_CURLY = frozenset("“”‘’")
_TERMS = "十[三四五六]五|四风|一岗双责|三会一课|两个(?:确立|维护|责任)|四个(?:意识|自信|全面)|一把手|三重一大|国之大者|五位一体"
_CALLED = {"“": "前引号", "”": "后引号", "‘": "前单引号", "’": "后单引号"}
_BOTH = "引用的话前面用前引号，后面用后引号。"
_INNER = compiled_later(f"”({_TERMS})“")  # “为实现”十五五“良好开局”


def check(facts: Facts) -> Iterator[Finding]:
    for start, paragraph in facts.where(_with_quotes_turned):
        yield from _turned(start, paragraph.text)
    if not facts.columns.telling(_is_astray):
        return
    texts = [paragraph.text for paragraph in facts.paragraphs]
    for index, at, crossed in unpaired(texts):
        mark = texts[index][at]
        if mark in _CURLY:
            what = "与其他标点交叉了" if crossed else f"没有配对的{_CALLED[_other(mark)]}"
            advice = "请调整前后两个标点的位置。" if crossed else "请核对引用的话到哪里为止，补上另一半，或删去这一个。"
            yield _finding(facts.starts[index] + at, f"此处的{_CALLED[mark]}{what}。", advice, None)


def _with_quotes_turned(paragraph: ParagraphFacts) -> ParagraphFacts | None:
    text = paragraph.text
    if "”" not in text and "‘" not in text and "’" not in text and "“" not in text:
        return None
    return paragraph if paragraph.pairing.reversed or ("”" in text and _INNER.search(text)) else None


def _is_astray(paragraph: ParagraphFacts) -> bool:
    return not paragraph.pairing.sure


def _turned(start: int, text: str) -> Iterator[Finding]:
    """Yield the quotes of a paragraph that look the wrong way."""
    turned = [at for at in pairing(text).reversed if text[at] in _CURLY]
    edits = [Edit(start + at, start + at + 1, _other(text[at])) for at in turned]
    if len(turned) > 2:  # one alone set right would seem to be the wrong one
        fix = Fix("改正这一段的引号", tuple(edits), safe=True)
        yield _finding(start + turned[0], f"这一段的{len(turned)}个引号方向似都写反了。", _BOTH, fix)
        return
    for at, edit in zip(turned, edits, strict=True):
        fix = Fix(f"改为{_CALLED[edit.replacement]}", (edit,), safe=True)
        yield _finding(start + at, f"此处的{_CALLED[text[at]]}方向似写反了。", _BOTH, fix)
    for match in _INNER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if before.count("“") == before.count("”") + 1 and "”" in after.partition("“")[0]:
            inner = (
                Edit(start + match.start(), start + match.start() + 1, "‘"),
                Edit(start + match.end() - 1, start + match.end(), "’"),
            )
            message = f"{quoted(match[1])}两边的引号方向似写反了，外面还有一层引号。"
            yield _finding(start + match.start(), message, "引号里面再用引号，写作‘ ’。", Fix("改为单引号", inner))


def _other(mark: str) -> str:
    """Give the partner of a quote."""
    opening = family(mark)
    return PARTNER[opening] if mark == opening else opening


def _finding(at: int, message: str, advice: str, fix: Fix | None) -> Finding:
    return RULE.finding(Span(at, at + 1), message, advice, fix)


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
        Example("纠治⟦”⟧四风“问题，落实”一岗双责“。", "纠治“四风”问题，落实“一岗双责”。"),
        Example(
            "紧扣“落实规定精神，为实现⟦”⟧十五五“良好开局奠定基础”这一主题，增强“四个意识”。",
            "紧扣“落实规定精神，为实现‘十五五’良好开局奠定基础”这一主题，增强“四个意识”。",
        ),
        Example("要求“纠治⟦‘⟧四风，落实一岗双责”。"),
        Example("他当面说：“灯只开一半。\n你们来的时候都是亮的。”我很脸红。"),
        Example("要求“纠治‘四风’，落实《准则》”，并说“don’t wait”。"),
    ),
    stage=Stage.REVIEW,
)
