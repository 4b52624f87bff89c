"""会议、集中教育与年度似不相符

检查什么：写到的中央全会是否在本年度之后才召开（如2025年度的材料写二十届五中全会）；几年前的全会、集中教育是否写成了“今年”的事。
为什么：会议、集中教育与年度不相符的，审核时常会问到。
怎么改：换成本年度的会议、集中教育；回顾往年的，写明是哪一年。
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from assistant.facts import congresses
from assistant.facts.congresses import Campaign, Plenum
from assistant.facts.cued import cued
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Quoted, Severity
from assistant.language import years
from assistant.language.cues import known_later
from assistant.language.numbering import value_of
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_THIS_YEAR = compiled_later(
    "今年|本年度|一年来|近一年|(?<![0-9])[0-9]{1,2}月份?以来|近期|前不久|刚刚|正在开展|正在进行"
)
_YEAR = compiled_later("(20[0-9]{2}) ?年")
_PAST = compiled_later(
    "去年|上年|上一?年度|前年|往年|当年|曾|成果|常态化|长效|条例|中查|中检视|中发现|中提出|查出|查摆|期间|时|后|结束|自[^，。]{0,12}以来[^，。]{0,6}(?:，|$)"
)
_HELD = compiled_later("(?:今年|本年度)(?:[0-9]{1,2}月份?)?(?:召开|举行)的?(?:党的)?$")
_BEFORE = compiled_later("去年|上年|上一?年度|前年|往年")
_CAMPAIGN = compiled_later("(?!开展|参加|贯彻落实)[\u4e00-\u9fff“”]{4,}(?:学习教育|主题教育|专题教育)")
_WITH_THE_MEETING = compiled_later("生活会[和与及暨](?:学习教育|主题教育|专题教育)$")  # two in one heading
_LEAD = compiled_later("[（(]?[一二三四五0-9]{1,2}[）)、.．]?[^。，；]{6,36}(?:情况|落实|整改)(?=[。：])")
_OTHER_KIND = compiled_later("主题教育(?=中|期间|以来|查摆|检视|开展)")
_BARE = compiled_later("(?<![届一二三四五六七、])(?P<n>[一二三四五六七])中全会")
_OF_ONE_ROW = 16  # characters in which sessions of one congress are named one after the other
_COMING = compiled_later("迎接|即将|将于|筹备|预计")
_ADVICE = "请核对所指的是哪一次；回顾往年的，宜写明是哪一年。"
_LATER = "请核对会议名称和届次；本材料的年度有误的，请一并改正。"


def check(facts: Facts) -> Iterator[Finding]:
    named = frozenset[str]().union(*(found for _, found in facts.where(_campaigns)))
    for material in facts.materials:
        year = facts.year(material)
        if year is None:
            continue
        previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
        for start, found in facts.where(_plenums, material.outline.start, material.outline.end):
            for plenum in found:
                yield from _plenum(facts, plenum._replace(span=plenum.span.shifted(start)), year)
        for start, bare in facts.where(_bare_plenums, material.outline.start, material.outline.end):
            for number, span in bare:
                yield from _bare(facts, number, span.shifted(start), year)
        yield from _headings(facts, material)
        yield from _leads(facts, material)
        yield from _unknown_campaign(material, facts.text)
        for campaign in congresses.shipped().campaigns if material.alignment else ():
            if not named.isdisjoint(campaign.words) and campaign.end.year - (campaign.end.month < 2) < year:
                yield from _campaign(facts, material, campaign, year, previous)


@cued("中全会")
def _plenums(paragraph: ParagraphFacts) -> tuple[Plenum, ...]:
    return congresses.plenums(paragraph.text)


@cued("中全会")
def _bare_plenums(paragraph: ParagraphFacts) -> tuple[tuple[int, Span], ...]:
    """Give the sessions whose congress is not told: 「四中全会公报」."""
    return tuple(
        (value_of(match["n"]), Span(*match.span()))
        for match in _BARE.finditer(paragraph.text)
        if "届" not in paragraph.text[max(0, match.start() - _OF_ONE_ROW) : match.start()]
    )


def _bare(facts: Facts, number: int, span: Span, year: int) -> Iterator[Finding]:
    """Judge a session whose congress is not told: it is of the one whose term the year belongs to."""
    plenum = congresses.plenum(congresses.of_year(year), number, span)
    late = plenum.begin is None or plenum.begin > datetime.date(year + 1, 3, 31)
    if late:
        yield from _plenum(facts, plenum, year)


def _campaigns(paragraph: ParagraphFacts) -> frozenset[str]:
    """Give the words for campaigns that a paragraph has."""
    return paragraph.cues & _words()


_words = known_later(lambda: (word for campaign in congresses.shipped().campaigns for word in campaign.words))


def _plenum(facts: Facts, plenum: Plenum, year: int) -> Iterator[Finding]:
    """Judge a session: not before the meetings of the year are over, or long ago and told as this year's."""
    name = plenum.span.of(facts.text)
    if plenum.begin is None or plenum.end is None:
        if _is_yet_to_come(plenum, year) and not _COMING.search(
            facts.text[max(0, plenum.span.start - 12) : plenum.span.start]
        ):
            yield _finding(plenum.span, f"未查到{name}召开的公开日期，本材料是{year}年度的。", _LATER)
        return
    when = f"{name}于{plenum.begin.year}年{plenum.begin.month}月召开"
    before = facts.text[max(0, plenum.span.start - 12) : plenum.span.start]
    if plenum.begin > datetime.date(year + 1, 3, 31):
        if not _COMING.search(before):
            yield _finding(plenum.span, f"{when}，本材料是{year}年度的。", _LATER)
        return
    if plenum.end.year >= year:
        return
    sentence = sentence_at(facts.text, plenum.span.start).of(facts.text)
    old = plenum.congress < congresses.of_year(year)
    held = _HELD.search(before)
    this_year = _THIS_YEAR.search(sentence) and not _tells_of_before(sentence, year)
    if held or (old and this_year):
        yield _finding(plenum.span, f"{when}，这句话说的是{year}年度的事。")


def _is_yet_to_come(plenum: Plenum, year: int) -> bool:
    """Tell whether a session comes after the last one of the table, and that one is of the year under review or later."""
    last = congresses.latest()
    after = plenum.congress == last.number and plenum.number > len(last.plenums)
    return after and plenum.can_exist and int(last.plenums[-1][:4]) >= year


def _campaign(
    facts: Facts, material: MaterialFacts, campaign: Campaign, year: int, previous: Sequence[Span]
) -> Iterator[Finding]:
    """Yield where a campaign of a year gone by is told as this year's, or in the section of this year's own."""
    own = list(_sections_of_others(material, campaign))
    paragraphs = list(facts.where(_campaigns, material.outline.start, material.outline.end))
    for word in campaign.words:
        for at in _places(facts, word, [start for start, words in paragraphs if word in words]):
            span = Span(at, at + len(word))
            sentence = sentence_at(facts.text, at).of(facts.text)
            after = facts.text[span.end : span.end + 8]
            this_year = _THIS_YEAR.search(sentence) and not _PAST.search(after)
            if (
                (this_year or any(other.start <= at < other.end for other in own))
                and not _tells_of_before(sentence, year)
                and not any(span.overlaps(other) for other in previous)
            ):
                ended = (
                    f"{campaign.name}{campaign.begin.year}年开展，{campaign.end.year}年{campaign.end.month}月基本结束"
                )
                yield _finding(span, f"{ended}，这句话说的是{year}年度的事。")


def _places(facts: Facts, word: str, starts: Iterable[int]) -> Iterator[int]:
    """Yield where a word stands in the paragraphs that begin at some places."""
    for start in starts:
        end = start + len(facts.paragraphs[facts.paragraph_at(start)].text)
        at = facts.text.find(word, start, end)
        while at >= 0:
            yield at
            at = facts.text.find(word, at + len(word), end)


def _headings(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield a heading that names a campaign of a year gone by where the template's part names this year's."""
    campaigns = congresses.shipped().campaigns
    for fact in material.parts:
        own = congresses.campaigns_in(fact.part.heading)
        for section in fact.answer.sections if own else ():
            for campaign in campaigns:
                word = next((word for word in campaign.words if word in section.heading), "")
                if word and campaign not in own and not any(w in section.heading for each in own for w in each.words):
                    at = facts.text.find(word, section.start, section.end)
                    message = f"这一节要写的是{own[0].name}的情况，标题写的是“{word}”。"
                    yield _finding(Span(at, at + len(word)), message, "请核对标题和这一节的内容。")


def _leads(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the same where what answers the part begins in one line with its heading: 「（二）……整改情况。3月至7月……」."""
    campaigns = congresses.shipped().campaigns
    for fact in material.parts:
        own = congresses.campaigns_in(fact.part.heading)
        for span in fact.spans if own and not fact.answer.sections else ():
            number = facts.paragraph_at(span.start)
            lead = _LEAD.match(facts.paragraphs[number].text)
            if lead is None or any(campaign in own for campaign in congresses.campaigns_in(lead[0])):
                continue
            word = next((word for each in campaigns for word in each.words if word in lead[0]), "")
            if word:
                at = facts.starts[number] + lead[0].index(word)
                message = f"这一段要写的是{own[0].name}的情况，标题写的是“{word}”。"
                yield _finding(Span(at, at + len(word)), message, "请核对标题和这一段的内容。")


def _unknown_campaign(material: MaterialFacts, text: str) -> Iterator[Finding]:
    """Yield a heading with a campaign that there was not, where the template's part names this year's: 「…精神学习教育」."""
    campaigns = congresses.shipped().campaigns
    for fact in material.parts:
        own = congresses.campaigns_in(fact.part.heading)
        for section in fact.answer.sections if own else ():
            named = _CAMPAIGN.search(section.heading)
            if (
                named
                and not _WITH_THE_MEETING.search(named[0])
                and not any(word in section.heading for each in campaigns for word in each.words)
            ):
                at = text.find(named[0], section.start, section.end)
                message = f"这一节要写的是{own[0].name}的情况，标题写的是“{named[0]}”。"
                yield _finding(Span(at, at + len(named[0])), message, "请核对标题里集中教育的名称。")
            if any("主题教育" in each.name for each in own):
                continue
            for match in _OTHER_KIND.finditer(text, section.heading_end, section.end):
                message = f"这一节写的是{own[0].name}，此处写“{match[0]}”。"
                yield _finding(Span(*match.span()), message, "请核对是哪一次集中教育。")


def _sections_of_others(material: MaterialFacts, campaign: Campaign) -> Iterator[Span]:
    """Yield the text below a heading that names another campaign and not this one."""
    others = [word for each in congresses.shipped().campaigns if each != campaign for word in each.words]
    for section in material.outline.sections:
        named = any(word in section.heading for word in others)
        if named and not any(word in section.heading for word in campaign.words):
            yield Span(section.heading_end, section.end)


def _tells_of_before(sentence: str, year: int) -> bool:
    return bool(_BEFORE.search(sentence)) or any(int(y) < year for y in _YEAR.findall(years.plain(sentence)))


def _finding(span: Span, message: str, advice: str = _ADVICE) -> Finding:
    return RULE.finding(span, message, advice)


_TEXT = "{}年度民主生活会个人对照检查材料\n一、存在的问题\n{}\n"
_ASKED = FIRST_ASPECT + "{}\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "公开报道的会议召开、集中教育起止日期",
    (
        Example(
            _TEXT.format(
                2025,
                "学习⟦二十届五中全会⟧精神不深，⟦二十届六中全会⟧公报也是。今年以来，对⟦十九届六中全会⟧精神学得少，党纪学习教育读书班请过假。",
            )
        ),
        Example(
            _TEXT.format(2025, "10月份以来，学习⟦十九届六中全会⟧公报不够。今年10月召开的⟦二十届三中全会⟧，传达慢了。")
        ),
        Example(
            _TEXT.format(
                2025,
                "今年以来，学习二十届三中全会、四中全会精神不深。2021年十九届六中全会后写过一篇体会，今年没有再写。今年巩固党纪学习教育成果不够。",
            )
        ),
        Example(
            _TEXT.format(2025, "⟦五中全会⟧精神传达走过场，四中全会公报读过两遍，学习二十届三中全会、四中全会精神不深。")
        ),
        Example(_TEXT.format(2026, "今年以来，学习二十届五中全会精神不深，政绩观学习教育查出的问题改得慢。")),
        Example(
            _ASKED.format("今年以来，⟦党纪学习教育⟧的读书班请过假，正在开展的⟦党史学习教育⟧没有跟上。"),
            with_template=True,
        ),
        Example(
            _ASKED.format("今年以来，巩固党纪学习教育成果不够。2024年党纪学习教育查出的问题，今年又有。"),
            with_template=True,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、深入贯彻中央八项规定精神学习教育查摆问题整改情况\n⟦党纪学习教育⟧中对照查出3个问题。\n"
            "二、存在的突出问题\n（一）带头强化政治忠诚方面\n学得浅。\n（二）带头担当作为方面\n怕得罪人。\n三、原因剖析\n放松了学习。\n四、整改措施\n每月自学两次。\n",
            with_template=True,
        ),
        Example("个人对照检查材料\n一、存在的问题\n今年以来学习十九届六中全会精神不深。\n"),
    ),
    about=About.OTHER_YEAR,
    quoted=Quoted.HINT,
)
