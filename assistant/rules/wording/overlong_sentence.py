"""句子过长

检查什么：一句话是否超过120字；句中有分号的，以分号为界分开计算。
为什么：句子过长，读稿时不好断句，听的人也不易跟上。
怎么改：在意思转折的地方断开，改用句号。没有勾选时不检查，需要的请在“检查项目说明”里勾选。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.sentences import STATEMENT
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span, length

_MOST = 120  # 字, in three lines of a page: who reads aloud takes no longer breath


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    if len(facts.text) <= _MOST:
        return
    for match in STATEMENT.finditer(facts.text):
        counted = length(match[0]) if match.end() - match.start() > _MOST else 0  # a character counts as one at most
        if counted > _MOST:
            yield RULE.finding(Span(*match.span()), f"这一句有{counted}字。", "如意思较多，可断为两句。")


_LONG = (
    "全年到联系的三个村走访二十次，每次都同村干部一起走完当年的工地，看水渠修到了哪里，问农户误工补贴领到没有，"
    "回来以后把群众说的事一件一件记在本子上，能当场办的当场办，要几个部门一起办的列成清单报到县里，"
    "但对列进清单的事问得不够勤，有六件过了答应的日子才去催办，群众等了两个多月"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "没有统一规定，120字的界限由本程序设定，仅供通读时参考",
    (
        Example(f"⟦{_LONG}⟧。"),
        Example(f"{_LONG.replace('，但', '。但')}。"),
        Example(f"{_LONG.replace('，但', '；但')}。"),
    ),
    stage=Stage.REVIEW,
    off=True,
)
