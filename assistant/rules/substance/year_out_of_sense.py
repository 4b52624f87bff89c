"""年份似不合理

检查什么：年份是否离本年度太远，如2062年、2205年；已经发生的事是否写到了会议之后（如2025年度的材料写“2022年至2027年，先后7次”）；“十五五”、2035年远景目标、本世纪中叶等常用的年份不提示。
为什么：年份数字写颠倒，审核时容易引起疑问。
怎么改：核对后改为实际年份；所指确是该年的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language import years
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_YEAR = compiled_later("(?P<year>[1-9](?<![0-9.．\\-—～至].)[0-9]{3}) ?年(?!级)")
# 「20225年11月」, 「220年为3204人」: a figure too many or one too few; no length of time
_MISCOUNTED = compiled_later(
    "(?P<year>20[0-9](?<![0-9.．].{3})[0-9]{2}|2[0-9](?<![0-9.．].{2})[0-9]) ?年(?=[0-9]{1,2}月|度|以来|[为是达在全我共，])"
)
# 「2022年至2027年，某某先后7次收受」: told as done
_DONE_UNTIL = Sought(
    ("先后", "多次", "累计", "收受", "虚报", "套取", "挪用", "冒领", "虚列", "侵占", "违规"),
    "20[0-9]{2}年(?:[0-9]{1,2}月)?(?:至|到|—|-)(?P<to>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?:间|期间|底|末)?，?(?:(?!规划|计划|目标|任务|方案)[^，。；“”]){0,12}?(?:先后|多次|累计|收受|虚报|套取|挪用|冒领|虚列|侵占|违规)",
)
# 「2027年5月县委巡察组开展巡察」: a time after the meeting, with nothing that looks ahead in its sentence
_TO_COME = Sought(
    [f"{figure}年" for figure in "0123456789"],
    "(?<![0-9至到—～\\-])(?<![截]至)(?P<to>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月(?:[0-9]{1,2}[日号]|[上中下]旬)?)?(?![0-9月度底末前内初至到—～\\-]|上半年|下半年|[一二三四]季度|[之以]前|起)",
)
_LOOKS_AHEAD = compiled_later(
    "计划|规划|目标|力争|将|拟|预计|预期|期限|到期|为期|任期|合同|下一|今后|未来|届时|争取|确保|要求|打算|准备|安排|谋划|设想|展望|愿景|远景|方案|工期|竣工|建成|实现|前|底|每|如果|届满|有效|五年|十五五|至20|到20|—20|-20"
)
_CLAUSES = compiled_later("[，；。]")
_TOLD_PARTS = (
    PartKind.PREFACE,
    PartKind.PREVIOUS_RECTIFICATION,
    PartKind.PROBLEMS,
    PartKind.CASE_ANALYSIS,
    PartKind.CAUSE,
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
        told = set[Span]()
        for start, match in _DONE_UNTIL.between(facts, material.outline.start, material.outline.end):
            until = int(match["to"])
            last = int(match["month"] or 12)
            if (until > year + 1 or (until == year + 1 and last > _LAST_MONTH)) and until <= year + _NEAR:
                message = f"此处写到“{until}年”的已经发生，本材料是{year}年度的。"
                told.add(Span(*match.span("to")).shifted(start))
                yield RULE.finding(Span(*match.span("to")).shifted(start), message, "请核对起止年份。")
        for span in material.answers(*_TOLD_PARTS):
            for start, match in _TO_COME.between(facts, *span):
                place = Span(*match.span("to")).shifted(start)
                if place not in told and _is_to_come(match, year):
                    message = f"此处写“{match[0]}”，似已发生的事，本材料是{year}年度的。"
                    yield RULE.finding(place, message, "请核对年份；确是以后的事，可忽略。")


def _is_to_come(match: re.Match[str], year: int) -> bool:
    """Tell whether a time lies after the year's meeting, and no word beside it looks ahead."""
    later = int(match["to"]) - year
    if not (1 < later <= _NEAR or (later == 1 and int(match["month"] or 1) > _LAST_MONTH)):
        return False
    before, after = _CLAUSES.split(match.string[: match.start()]), _CLAUSES.split(match.string[match.end() :])
    return not _LOOKS_AHEAD.search("，".join((*before[-2:], after[0])))


def _years(facts: Facts, begin: int, end: int) -> Iterator[tuple[Span, int]]:
    for start, found in facts.where(_written, begin, end):
        for span, written in found:
            yield span.shifted(start), written


@cued(*years.CUES)
def _written(paragraph: ParagraphFacts) -> tuple[tuple[Span, int], ...]:
    """Give the years that a paragraph writes, at their places in it."""
    text = years.plain(paragraph.text)
    matches = (match for pattern in (_YEAR, _MISCOUNTED) for match in pattern.finditer(text))
    return tuple((Span(*match.span("year")), int(match["year"])) for match in matches)


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
        Example(_TEXT.format("⟦20225⟧年11月、⟦220⟧年为3204人，⟦二〇四二⟧年以来没有改，⟦3022⟧年任现职。")),
        Example(
            _TEXT.format(
                "对接2027年的目标不够，合同2028年5月到期，计划2027年6月建成，用了220年的老井，到2028年还差3项。"
            )
        ),
        Example(
            f"{FIRST_ASPECT}⟦2027⟧年5月巡察组反馈3个问题。⟦2029⟧年听到过议论，没有过问。对接2027年的目标不够，合同2028年5月到期。\n{FROM_THE_SECOND_ASPECT}",
            with_template=True,
        ),
        Example("个人对照检查材料\n一、存在的问题\n2062年的事没有核对。\n"),
    ),
)
