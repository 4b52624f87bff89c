"""标点位置似不当

检查什么：段首的逗号、句号等；紧接在前引号、前括号之后，或紧挨在后括号、后书名号之前的逗号、句号等；里面没有内容的引号、括号。
为什么：标点位置不当，句子容易读错。
怎么改：删去，或把断开的两段连成一段；空着的引号、括号，补上内容或者删去。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_FIRST = compiled_later("[，。、；：！？]+")
_INSIDE = Sought(
    [
        *(mark + stop for mark in "“‘（《〈【〔" for stop in "，。、；：！"),
        *(stop + mark for stop in "，、；：" for mark in "）》〉】〕"),
        *("“”", "‘’", "（）", "《》", "〈〉", "【】"),
    ],
    "[“‘（《〈【〔](?P<after>[，。、；：！]+)|(?P<before>[，、；：]+)[）》〉】〕]|“”|‘’|（）|《》|〈〉|【】",
)

_NAMES = {"“”": "引号", "‘’": "引号", "（）": "括号", "【】": "括号", "《》": "书名号", "〈〉": "书名号"}


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    first = _FIRST.match(text)
    if first:
        advice = "请核对是否与上一段本是一句；不是的，请删去。"
        yield _finding(Span(*first.span()), f"段首有“{first[0]}”。", advice)
    for match in _INSIDE(facts):
        if match.lastgroup:
            span = Span(*match.span(match.lastgroup))
            yield _finding(span, f"此处的“{span.of(text)}”紧挨着引号或括号。", "请核对是否多了标点，或前后漏了字。")
        else:
            yield _finding(Span(*match.span()), f"此处的{_NAMES[match[0]]}里面没有内容。", "请补上内容，或删去。")


def _finding(span: Span, message: str, advice: str) -> Finding:
    return RULE.finding(span, message, advice)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("⟦，⟧学得浅，“⟦，⟧四风”问题（含隐形变异⟦，⟧）抓得松，学习⟦《》⟧。"),
        Example("学得浅，“四风”问题（含隐形变异）抓得松。\n“做了，”他说，“没有做好。”\n……\n——学得浅。"),
    ),
    stage=Stage.REVIEW,
)
