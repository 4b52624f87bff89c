"""百分号用了全角

检查什么：写作“5.6％”的百分号。
为什么：数字用半角，百分号也用半角，排版后才匀称。
怎么改：一并改为“%”。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_PERCENT = compiled_later("(?<=[0-9０-９])％")


def check(facts: Facts) -> Iterator[Finding]:
    places = [match.start() for match in _PERCENT.finditer(facts.text)] if "％" in facts.text else []
    if places:  # a habit of the whole text: told once
        yield RULE.finding(
            Span(places[0], places[0] + 1),
            f"百分号写作“％”，全文共{len(places)}处。",
            "公文里的数字和百分号一般用半角。",
            Fix("百分号都改为“%”", tuple(Edit(at, at + 1, "%") for at in places), safe=True),
        )


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公文排版的通行做法",
    (
        Example("增长了5.6⟦％⟧，占30％。\n下降了1％。", "增长了5.6%，占30%。\n下降了1%。"),
        Example("增长了5.6%，百分号％单独写。"),
    ),
    stage=Stage.REVIEW,
)
