"""引号写成直角引号

检查什么：写作「」『』的引号。
为什么：公文横排用“ ”‘ ’，不用直角引号。
怎么改：一并改为“ ”‘ ’。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_RIGHT = dict(zip("「」『』", "“”‘’", strict=True))


def check(facts: Facts) -> Iterator[Finding]:
    if not any(mark in facts.text for mark in _RIGHT):
        return
    edits = tuple(Edit(at, at + 1, _RIGHT[mark]) for at, mark in enumerate(facts.text) if mark in _RIGHT)
    if any(facts.text.count(a) != facts.text.count(b) for a, b in ("「」", "『』")):
        return
    yield RULE.finding(
        Span(edits[0].start, edits[0].end),
        f"此处引号写作{facts.text[edits[0].start]}，全文共{len(edits)}个。",
        "公文横排用“ ”和‘ ’。",
        Fix("引号都改为“ ”‘ ’", edits, safe=True),
    )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("⟦「⟧四风」问题抓得不严。\n落实「一岗双责」不够。", "“四风”问题抓得不严。\n落实“一岗双责”不够。"),
        Example("“四风”问题抓得不严。"),
    ),
    stage=Stage.REVIEW,
)
