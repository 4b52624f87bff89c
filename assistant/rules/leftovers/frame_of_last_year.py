"""上年度整改里写的会议、“几个带头”、各方面与上年度不符

检查什么：上年度整改一节里写“对照六个带头”的，数目是否与上年度的要求一致；“在……方面”列出的上年度各方面，是否有一个不是上年度的；查摆问题的是否写成“前年”“2023年度”或者另一次专题民主生活会。
为什么：这一节说的是上年度民主生活会查摆的问题；写成其他年度的，容易被看成由更早的材料改写。
怎么改：照上年度的要求和本人上年度的材料核对。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import counting, value_of
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.structure.outline import Section
from assistant.templates import year_before
from assistant.templates.template import MeetingKind
from assistant.text import Edit, Span

_LEADS = Sought(("个带头",), "(?P<n>[两二三四五六七八2-8])个带头(?!人|作用|岗)")
_OF_THE_YEAR_BEFORE = compiled_later("去年|上年|上一?年度|上次")
_OF_NOW = compiled_later("今年|本年度|这次|本次|此次|今后|下一步")
# By the standard of now it is seen what of last year's is left: 「对照“五个带头”看，上年度的问题里仍有2个」
_HELD_AGAINST = compiled_later("”?的?(?:新?要求|新?标准)?(?:来|再|回头|重新)?(?:看|衡量|审视|对标)")
_ASPECT = Sought(("方面",), "(?:(?<=[。；：，])|^)在(?P<name>[^。；：“”]{4,40}?)方面(?=，)")
_SPECIAL = Sought(
    ("专题民主生活会", "专题组织生活会"),
    "(?P<name>(?:主题教育|党史学习教育|“?不忘初心、牢记使命”?(?:主题教育)?)专题(?:民主|组织)生活会)",
)
_YEAR = Sought(
    [f"20{year}年" for year in range(15, 40)],
    "(?P<year>20(?:1[5-9]|[23][0-9]))年度?(?=我|本人|班子|支委会|(?:民主|组织)生活会|(?:对照)?查摆)",
)
_YEARS_AGO = Sought(("前年",), "前年(?=我|本人|班子|支委会|的?(?:民主|组织)生活会|(?:对照)?查摆)")
_TELLS = compiled_later("查摆|检视|对照|整改|措施|清单")
_BARE = compiled_later(r"[\s“”、，,]|带头")
_KNOWN = 2  # aspects by which a list of them is known


def check(facts: Facts) -> Iterator[Finding]:
    template = facts.template
    if template is None:
        return
    for material in facts.asked:
        year = facts.year(material)  # of a general outline the title tells it
        if year is None:
            continue
        for section in material.previous:
            yield from _leads(facts, section, template.meeting, year)
            yield from _aspects(facts, section, template.meeting, year)
            yield from _meetings(facts, material, section, year)


def _leads(facts: Facts, section: Section, meeting: MeetingKind, year: int) -> Iterator[Finding]:
    """Yield a number of 带头 that was not asked for last year."""
    for start, match in _LEADS.between(facts, section.start, section.end):
        counts = {asked.leads for asked in year_before.asked(meeting, year - 1)} - {0}
        value = value_of(match["n"])
        sentence = sentence_at(facts.text, start + match.start()).of(facts.text)
        of_last_year = _OF_THE_YEAR_BEFORE.search(sentence) or f"{year - 1}年" in sentence
        held_against = _HELD_AGAINST.match(facts.text, start + match.end())
        if not counts or value in counts or not of_last_year or _OF_NOW.search(sentence) or held_against:
            continue
        span = Span(*match.span("n")).shifted(start)
        due = min(counts)
        right = counting(due, match["n"])
        message = f"此处写“{match['n']}个带头”，{year - 1}年度的要求是{counting(due)}个带头。"
        fix = Fix(f"改为“{right}”", (Edit(span.start, span.end, right),)) if len(counts) == 1 else None
        yield RULE.finding(span, message, "请照上年度的材料核对；本单位另有要求的可忽略。", fix)


def _aspects(facts: Facts, section: Section, meeting: MeetingKind, year: int) -> Iterator[Finding]:
    """Yield the one that is not last year's, where all others are named one by one."""
    found = list(_ASPECT.between(facts, section.start, section.end))
    if len(found) <= _KNOWN:
        return
    for asked in year_before.asked(meeting, year - 1):
        due = {_bare(name): names[1] for names in asked.names for name in names}
        named = [due.get(_bare(match["name"])) for _, match in found]
        missing = [names[1] for names in asked.names if names[1] not in named]
        if len(found) == len(asked.names) and named.count(None) == 1 and len(missing) == 1:
            start, match = found[named.index(None)]
            if _shares_no_part(match["name"], missing[0]):
                message = f"此处写“{match['name']}”，{year - 1}年度要求的是“{missing[0].removeprefix('带头')}”。"
                span = Span(*match.span("name")).shifted(start)
                yield RULE.finding(span, message, "请照上年度的材料核对。", severity=Severity.HINT)


def _bare(name: str) -> str:
    return _BARE.sub("", name).removeprefix("在")


def _shares_no_part(written: str, due: str) -> bool:
    """Tell whether a name is no short form of the one that is due: 「增强党性、砥砺作风」 is one."""
    return not all(part in due for part in re.split("[、，]", written))


def _meetings(facts: Facts, material: MaterialFacts, section: Section, year: int) -> Iterator[Finding]:
    """Yield where what was found at another meeting than last year's is reported on."""
    heading = next((fact.part.heading for fact in material.parts if section in fact.answer.sections), section.heading)
    before = year - 1
    for sought in (_SPECIAL, _YEARS_AGO, _YEAR):
        for start, match in sought.between(facts, section.heading_end, section.end):
            span = Span(*match.span("name" if sought is _SPECIAL else 0)).shifted(start)
            sentence = sentence_at(facts.text, span.start)
            said = sentence.of(facts.text)
            opens = not facts.text[sentence.start : span.start].strip()  # what a sentence goes on with may be older
            if sought is _SPECIAL and (f"{before}年度" not in heading or not opens):
                continue
            if sought is _YEAR and not before - 3 < int(match["year"]) < before:
                continue
            if _TELLS.search(facts.text, span.end, sentence.end) and f"{before}年" not in said:
                message = f"这一节要写的是{before}年度查摆问题的整改，此处写“{span.of(facts.text)}”。"
                advice = "请核对是哪一次会议查摆的；写的是更早的问题、接着整改的可忽略，宜写明。"
                yield RULE.finding(span, message, advice, severity=Severity.HINT)


_TEXT = (
    "2025年度民主生活会个人对照检查材料\n按照通知要求，检查如下。\n一、上年度整改措施落实情况\n{}\n二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n"
    "（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "上年度的要求",
    (
        Example(
            _TEXT.format("上年度我对照“⟦六⟧个带头”查摆问题8个，都已整改。"),
            _TEXT.format("上年度我对照“四个带头”查摆问题8个，都已整改。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "在严守政治纪律和政治规矩方面，改了2条。在增强党性、严守纪律、砥砺作风方面，改了3条。在⟦履职尽责、担当作为⟧方面，改了1条。在履行全面从严治党政治责任方面，改了2条。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("⟦2023年度⟧我查摆问题8个，⟦前年⟧查摆的2个也已整改。"),
            with_template=True,
        ),
        Example(
            _TEXT.format(
                "上年度我对照“四个带头”查摆问题8个，已改7个。2024年度查摆的问题里，2023年度查摆后没有改完的1个也改了。今年我对照“五个带头”查。"
                "对照“五个带头”看，上年度的8个问题里仍有2个需要深化。在严守政治纪律和政治规矩方面，改了2条。在增强党性、砥砺作风方面，改了3条。在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面，改了1条。"
            ),
            with_template=True,
        ),
    ),
    about=About.OTHER_YEAR,
)
