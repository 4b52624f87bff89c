"""年份似不合理

检查什么：年份是否离本年度太远，如2062年、2205年；已经发生的事是否写到了会议之后（如2025年度的材料写“2022年至2027年，先后7次”）；“十五五”、2035年远景目标、本世纪中叶等常用的年份不提示。
为什么：年份数字写颠倒，审核时容易引起疑问。
怎么改：核对后改为实际年份；所指确是该年的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_YEAR = compiled_later("(?P<year>[12](?<![0-9.．\\-—～至].)[0-9]{3}) ?年(?!级)")
# 「2022年至2027年，某某先后7次收受」: told as done
_DONE_UNTIL = Sought(
    ("先后", "多次", "累计", "收受", "虚报", "套取", "挪用", "冒领", "虚列", "侵占", "违规"),
    "20[0-9]{2}年(?:[0-9]{1,2}月)?(?:至|到|—|-)(?P<to>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?:间|期间|底|末)?，?(?:(?!规划|计划|目标|任务|方案)[^，。；“”]){0,12}?(?:先后|多次|累计|收受|虚报|套取|挪用|冒领|虚列|侵占|违规)",
)
_LAST_MONTH = 3  # of the year after, in which the meeting may still be
_AIMED_AT = frozenset({2027, 2030, 2035, 2049, 2050, 2060})  # of plans and long-range goals
_NEAR = 6  # years ahead that plans speak of
_FIRST = 1840  # before that history is told


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        year = facts.year(material)
        if year is None:
            continue
        for span, written in _years(facts, material.outline.start, material.outline.end):
            if written in _AIMED_AT or _FIRST <= written <= year + _NEAR:
                continue
            message = f"此处写“{written}年”，本材料是{year}年度的。"
            yield RULE.finding(span, message, "请核对数字；所指确是该年的可忽略。")
        for start, match in _DONE_UNTIL.between(facts, material.outline.start, material.outline.end):
            until = int(match["to"])
            last = int(match["month"] or 12)
            if (until > year + 1 or (until == year + 1 and last > _LAST_MONTH)) and until <= year + _NEAR:
                message = f"此处写到“{until}年”的已经发生，本材料是{year}年度的。"
                yield RULE.finding(Span(*match.span("to")).shifted(start), message, "请核对起止年份。")


def _years(facts: Facts, begin: int, end: int) -> Iterator[tuple[Span, int]]:
    for start, found in facts.where(_written, begin, end):
        for span, written in found:
            yield span.shifted(start), written


@cued(*(f"{figure}{blank}年" for figure in "0123456789" for blank in ("", " ")))
def _written(paragraph: ParagraphFacts) -> tuple[tuple[Span, int], ...]:
    """Give the years that a paragraph writes, at their places in it."""
    return tuple((Span(*match.span("year")), int(match["year"])) for match in _YEAR.finditer(paragraph.text))


_TEXT = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n{}\n"

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "数字须准确、前后一致（审核必查）",
    (
        Example(_TEXT.format("⟦2062⟧年1月的台账没有核对，⟦2205⟧年度的两件事拖了半年，⟦1025⟧年以来也没有回头看。")),
        Example(_TEXT.format("对接2035年远景目标不够，到2030年前的规划谋划少，1998年以来的档案没有理清。")),
        Example(_TEXT.format("2022年至⟦2026⟧年，贺某先后7次收受礼金；2021年至2025年，累计开会12次。")),
        Example(
            _TEXT.format("2024年3月至2026年1月，先后开会9次；2024年至2026年的规划累计12条，2022年至2024年违规3次。")
        ),
        Example("个人对照检查材料\n一、存在的问题\n2062年的事没有核对。\n"),
    ),
)
