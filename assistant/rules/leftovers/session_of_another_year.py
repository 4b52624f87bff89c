"""会前学习的全会似不是本年度的

检查什么：前言写会前学习了哪次全会的，与主题和其他各处所写的是否同一次：各处写的都是本年度召开的全会，只有前言一处写“自学了党的二十届三中全会公报”，或者只写“三中全会”而不写是哪一届的；在本年度全会之后的月份或者今后的措施里，学的却是往年全会的；两年以前的全会，写成现在才“召开后”，才来“研读文件”“贯彻部署”的；写着往年的全会，紧接着又说“2025年10月全会闭幕后”，说的却是本年度那一次的。
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
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.numbering import value_of
from assistant.language.sentences import clause_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_STUDIED = compiled_later("学|研读|通读|读了|围绕|传达")
# What a session asks of everybody now is this year's, or the one's before; so is one that has just been held
_ASKED = compiled_later(
    "^(?:的?(?:精神|公报|文件|(?:主要|重要)?(?:任务|部署|要求|安排|目标))|[对就关][^，。；]{2,20}(?:部署|要求|精神|安排|任务)"
    "|(?:胜利)?(?:召开|闭幕|结束)(?:以?后|之后|不久)|(?:作|做)出的?[^，。；]{0,8}部署|(?:审议)?通过的?(?:“|‘)?[一二三四五六]{2,3}五)"
)
_AGAIN = compiled_later("重温|回顾|历[次届]|以来|接续|再次|[前去上]年|曾|当年|当时|过去|以前|从.{2,16}到|[和与、]$")
# 「党的二十届三中全会…… 2025年10月全会闭幕后」: which one it was is told by the month
_DATED = compiled_later(
    "(?:(?P<year>20[0-9]{2})年|[去今]年)?(?P<month>[0-9]{1,2})月(?:份|底|[上中下]旬|[0-9]{1,2}日)?，?(?:党的)?(?<![中员])全会(?:胜利)?(?=召开|闭幕|举行|结束|后|一?结束)"
)

_DECIDED = compiled_later("《决[定议]》")
_NEWLY = compiled_later("新近|刚|最近|日前|不久前")
_BARE = Sought(
    ("中全会",),
    "(?<![届一二三四五六七、和与及至到次])(?P<n>[一二三四五六七])中全会(?!以来|[、和与及至到][一二三四五六七十](?:中|届))",
)
_SPIRIT = compiled_later("的?(?:精神|公报|文件)")
_MONTH = compiled_later("(?<![0-9年])(?P<month>[0-9]{1,2})月")
_TO_BE_STUDIED = compiled_later("底前|之前|每[月周季]|今后|下一步|逐[章节条]")
_YEAR = compiled_later("(20[0-9]{2})年")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        year = facts.year(material)
        if year is not None:
            yield from _studied_before(facts, material, year)


def _studied_before(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield a session of an earlier year told as this year's, where all or most else names this year's."""
    told = [
        plenum._replace(span=plenum.span.shifted(start))
        for start, found in facts.where(_plenums, material.outline.start, material.outline.end)
        for plenum in found
    ]
    now = [each for each in told if each.begin and each.begin.year == year]
    theme = facts.template.theme if facts.template and facts.template.year == year else None
    of_theme = congresses.plenums(theme.text) if theme else ()
    own = next((each for each in (*now, *of_theme) if each.begin and each.begin.year == year), None)
    if own:
        yield from _bare(facts, material, told, own)
    for plenum in told:
        in_preface = plenum.span.start < material.outline.preface_span.end
        if not (own or (in_preface and plenum.congress < congresses.of_year(year))):
            continue
        if plenum.begin is None or plenum.begin.year >= year:
            continue
        clause = clause_at(facts.text, plenum.span.start)
        if _looks_back(clause.of(facts.text), year):
            continue
        of_document = _DECIDED.search(clause.of(facts.text))  # what it decided is still carried out
        name = plenum.span.of(facts.text)
        others = [each for each in told if each is not plenum]
        studied = now and len(now) == len(others) and in_preface and _STUDIED.search(clause.of(facts.text))
        of_old = plenum.begin.year < year - 1 and _ASKED.search(facts.text[plenum.span.end : clause.end])
        old = bool(of_old) and not any(name == each.span.of(facts.text) for each in others)
        if not of_document and (studied or old):
            beside = f"其他各处写的是{now[0].span.of(facts.text)}" if now else f"本材料是{year}年度的"
            message = f"此处写“{name}”，是{plenum.begin.year}年召开的，{beside}。"
            yield RULE.finding(plenum.span, message, "请核对会前学习的是哪一次全会；重温往年全会的，宜写明。")
        elif own and len(others) == len(now) and _is_of_now(facts, material, plenum, own):
            message = f"此处写“{name}”，是{plenum.begin.year}年召开的，本年度召开的是{own.name}。"
            yield RULE.finding(plenum.span, message, "请核对学习的是哪一次全会；重温往年全会的，宜写明。")
        elif now and (dated := _told_by_month(facts, plenum, now[0], year)):
            message = f"此处写“{name}”，是{plenum.begin.year}年召开的，后面写“{dated}”，说的似是{now[0].span.of(facts.text)}。"
            yield RULE.finding(plenum.span, message, "请核对所指的是哪一次全会。")


def _looks_back(clause: str, year: int) -> bool:
    return bool(_AGAIN.search(clause)) or any(int(each) < year for each in _YEAR.findall(clause))


def _bare(facts: Facts, material: MaterialFacts, told: list[Plenum], own: Plenum) -> Iterator[Finding]:
    """Yield a session whose congress is not told, 「三中全会精神」, where this year's is another."""
    stretch = material.outline.start, material.outline.end
    year = own.begin.year if own.begin else 0
    numbers = {each.number for each in told if (each.congress, each.number) != (own.congress, own.number)}
    for start, match in _BARE.between(facts, *stretch):
        clause = clause_at(facts.text, start + match.start()).of(facts.text)
        number = value_of(match["n"])
        if _looks_back(clause, year) or (_DECIDED.search(clause) and not _NEWLY.search(clause)):
            continue
        if number != own.number and number not in numbers:
            message = f"此处写“{match[0]}”，本年度召开的是{own.name}。"
            yield RULE.finding(Span(*match.span()).shifted(start), message, "请核对所指的是哪一次全会。")


def _is_of_now(facts: Facts, material: MaterialFacts, plenum: Plenum, own: Plenum) -> bool:
    """Tell whether a clause that names an earlier session says what is studied after this year's: by a month, or in a measure."""
    clause = clause_at(facts.text, plenum.span.start)
    said = clause.of(facts.text)
    if not _STUDIED.search(said) or own.begin is None:
        return False
    if _SPIRIT.match(said, plenum.span.end - clause.start):
        return True
    month = _MONTH.search(said)
    if any(plenum.span.overlaps(each) for each in material.answers(PartKind.MEASURE)):
        return bool(_TO_BE_STUDIED.search(said))
    in_preface = plenum.span.start < material.outline.preface_span.end
    return in_preface or (month is not None and int(month["month"]) > own.begin.month)


def _told_by_month(facts: Facts, plenum: Plenum, now: Plenum, year: int) -> str:
    """Give the words behind a session, in its paragraph, that date it to the month of this year's."""
    end = facts.text.find("\n", plenum.span.end)
    following = facts.text[plenum.span.end : end if end >= 0 else len(facts.text)]
    match = _DATED.search(following)
    if match is None or now.begin is None or plenum.begin is None or "中全会" in following[: match.start()]:
        return ""
    same_month = now.begin.month <= int(match["month"]) <= now.begin.month + 1 != plenum.begin.month
    return match[0] if same_month and match["year"] in (None, str(year)) else ""


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
        Example(
            _TEXT.format(
                "学了党的二十届四中全会公报，⟦十九届四中全会⟧召开后只传达了一遍，重点研读⟦十九届六中全会⟧文件"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("学了党的二十届四中全会公报") + "贯彻⟦三中全会⟧精神的措施写好了，贯彻四中全会精神的还没有。\n",
            with_template=True,
        ),
        Example(
            _TEXT.format("学了党的二十届四中全会公报")
            + "学习⟦二十届三中全会⟧精神不紧。2025年10月全会闭幕后，我只传达了一遍。\n",
            with_template=True,
        ),
        Example(
            _TEXT.format("学了党的二十届四中全会公报")
            + "学习二十届三中全会精神不紧。2024年7月全会闭幕后，我只传达了一遍。党的十八届三中全会以来的改革举措记不全，十九届四中全会提出的13个显著优势答不上来，重温了十九届六中全会精神。\n",
            with_template=True,
        ),
        Example(_TEXT.format("学了党的二十届四中全会公报，对二十届三中全会关于改革的部署领会不深"), with_template=True),
        Example(
            _TEXT.format("学了党的二十届四中全会公报") + "⟦三中全会⟧7月闭幕，我到11月下旬才学。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("学了党的二十届四中全会公报") + "3月底前把⟦二十届三中全会⟧公报通读两遍。\n",
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("学了党的二十届四中全会公报")
            + "党的十九届三中、四中全会都学过，三中全会以来的改革举措记不全。\n",
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("重温了党的二十届三中全会公报，自学了党的二十届四中全会公报"), with_template=True),
        Example(_TEXT.format("自学了党的二十届三中、四中全会公报"), with_template=True),
    ),
    about=About.OTHER_YEAR,
)
