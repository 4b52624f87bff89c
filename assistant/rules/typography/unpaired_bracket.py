"""括号或书名号不成对

检查什么：没有配对的括号（ ）[ ]【 】〔 〕和书名号《 》〈 〉，以及与其他标点交叉的括号和书名号。
为什么：括号、书名号少了一半，看不出注释或文件名称到哪里为止，校对时须改正。
怎么改：补上另一半，或删去多出的一个；交叉的，调整前后两个的位置。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import PARTNER, QUOTES, family, is_chinese, unpaired
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.columns.telling(_is_astray):
        return
    texts = [paragraph.text for paragraph in facts.paragraphs]
    for index, at, crossed in unpaired(texts):
        mark = texts[index][at]
        if family(mark) in QUOTES or (mark in "()[]" and not _in_chinese(texts[index], at)):
            continue
        what = "与其他标点交叉了" if crossed else f"没有配对的“{_other(mark)}”"
        advice = "请调整前后两个标点的位置。" if crossed else "请核对括注、名称到哪里为止，补上另一半，或删去这一个。"
        place = facts.starts[index] + at
        yield RULE.finding(Span(place, place + 1), f"此处的“{mark}”{what}。", advice)


def _is_astray(paragraph: ParagraphFacts) -> bool:
    return not paragraph.pairing.sure


def _in_chinese(text: str, at: int) -> bool:
    """Tell whether a half-width mark stands in Chinese, where it is no formula and no smiley."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return is_chinese(before) or (text[at] in "([" and is_chinese(after))


def _other(mark: str) -> str:
    """Give the partner of a bracket."""
    opening = family(mark)
    return PARTNER[opening] if mark in (opening, "(", "［") else opening


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("学习⟦《⟧中国共产党章程，参加支部（联合）活动。"),
        Example("学习《中国共产党章程》⟦》⟧，自学12次⟦（⟧有笔记。"),
        Example("学习《关于加强作风建设的意见（试行》⟦）⟧。"),
        Example("全年自学12次⟦)⟧，写了笔记。"),
        Example("学习《党章》（修订本），主要有：1）学得浅；2)用得少；（3）想得不深，见附表[2]。"),
        Example("会上放了:)的表情，f(x)=(1,2]。"),
    ),
    stage=Stage.REVIEW,
)
