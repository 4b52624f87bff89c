"""会前学习的全会似不是本年度的

检查什么：前言写会前学习了哪次全会的，与主题和其他各处所写的是否同一次：各处写的都是本年度召开的全会，只有前言一处写“自学了党的二十届三中全会公报”，或者只有一处写两年以前的全会“关于能源保供的要求”的。
为什么：前言多是在往年的材料上改的，容易漏改会前学习的内容。
怎么改：改为本年度会前实际学习的；重温往年全会的，写明“重温”。
"""

from collections.abc import Iterator

from assistant.facts import congresses
from assistant.facts.congresses import Plenum
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language.sentences import clause_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope

_STUDIED = compiled_later("学|研读|通读|读了|围绕|传达")
# What a session asks of everybody now is this year's, or the one's before
_ASKED = compiled_later("关于[^，。；]{2,16}的(?:要求|部署|精神)|全会精神")
_AGAIN = compiled_later("重温|回顾|《决定》|历次|历届|以来|接续|再次|去年|上年|20[0-9]{2}年")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        year = facts.year(material)
        if year is not None:
            yield from _studied_before(facts, material, year)


def _studied_before(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield the one session of an earlier year, where all else names this year's: in the preface, or long past with what it asks."""
    told = [
        plenum._replace(span=plenum.span.shifted(start))
        for start, found in facts.where(_plenums, material.outline.start, material.outline.end)
        for plenum in found
    ]
    for plenum in told:
        others = [each for each in told if each is not plenum]
        of_this_year = bool(others) and all(each.begin and each.begin.year == year for each in others)
        if not of_this_year or plenum.begin is None or plenum.begin.year >= year:
            continue
        clause = clause_at(facts.text, plenum.span.start).of(facts.text)
        in_preface = plenum.span.start < material.outline.preface_span.end
        studied = in_preface and _STUDIED.search(clause)
        of_old = plenum.begin.year < year - 1 and _ASKED.search(clause)
        if (studied or of_old) and not _AGAIN.search(clause):
            name = plenum.span.of(facts.text)
            message = f"此处写“{name}”，是{plenum.begin.year}年召开的，其他各处写的是{others[0].span.of(facts.text)}。"
            yield RULE.finding(plenum.span, message, "请核对会前学习的是哪一次全会；重温往年全会的，宜写明。")


@cued("中全会")
def _plenums(paragraph: ParagraphFacts) -> tuple[Plenum, ...]:
    return congresses.plenums(paragraph.text)


_TEXT = (
    "2025年度民主生活会个人对照检查材料\n某局副局长　林知远\n围绕“全面贯彻落实党的二十届四中全会精神”的主题，会前{}，现检查如下。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。\n"
    "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
)

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公开发布的会议名称（见于两处以上公开材料）",
    (
        Example(_TEXT.format("自学了党的⟦二十届三中全会⟧公报"), with_template=True),
        Example(
            _TEXT.format("学了党的二十届四中全会公报，对⟦二十届二中全会⟧关于保供的要求领会不深"), with_template=True
        ),
        Example(_TEXT.format("学了党的二十届四中全会公报，对二十届三中全会关于改革的部署领会不深"), with_template=True),
        Example(_TEXT.format("重温了党的二十届三中全会公报，自学了党的二十届四中全会公报"), with_template=True),
        Example(_TEXT.format("自学了党的二十届三中、四中全会公报"), with_template=True),
    ),
    about=About.OTHER_YEAR,
)
