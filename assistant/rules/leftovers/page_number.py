"""正文中的页码

检查什么：单独占一行的页码，如“- 3 -”“第3页”“3/12”。
为什么：页码由Word自动编排，正文里留有页码会重复。
怎么改：删去这一行；前后本是一段的，连成一段。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_PAGE = compiled_later(
    r"[-—–－―─·•]+[ \u3000]?[0-9]{1,3}[ \u3000]?[-—–－―─·•]+"
    r"|第[ \u3000]?[0-9]{1,3}[ \u3000]?页(?:[ \u3000，,/／]*共[ \u3000]?[0-9]{1,3}[ \u3000]?页)?|[0-9]{1,3} ?[/／] ?[0-9]{1,3}"
)
_LONGEST = 16  # characters


def check(facts: Facts) -> Iterator[Finding]:
    for start, line in facts.where(_page):
        end = start + len(line)
        last = end == len(facts.text)
        yield RULE.finding(
            Span(start, end),
            f"“{line}”单独成行，似为页码。",
            "页码由Word自动编排，正文里不必保留。请删去，并核对前后是否本是一段。",
            Fix("删去这一行", (Edit(start - 1 if last and start else start, end + (not last), ""),), safe=True),
        )


def _page(paragraph: ParagraphFacts) -> str:
    """Give a paragraph that is the number of a page."""
    line = paragraph.text
    return line if len(line) <= _LONGEST and _PAGE.fullmatch(line) else ""


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "送审材料须清稿（审核常见意见）",
    (
        Example(
            "一、存在的问题\n⟦- 3 -⟧\n学得浅。\n⟦第3页 共12页⟧\n用得少。\n⟦4/12⟧", "一、存在的问题\n学得浅。\n用得少。"
        ),
        Example("一、存在的问题\n学得浅，见第3页。\n2025.1\n3\n- 学得浅\n"),
    ),
)
