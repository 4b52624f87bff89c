"""“几个带头”与本次要求不一致

检查什么：写“对照四个带头”“对照‘六个方面’”“按照‘六个对照’的要求”的，其提法和数目是否与本次要求一致；前言里列出的各方面，是否有一个是其他年度的；写“对照‘带头……’这一条”的，是不是其他年度的方面；各方面的标题里是否有一个是往年的，或者接着往年的一截（“固本培元、增强党性、砥砺作风”）；上年度整改一节和写明其他年度的不查。
为什么：各年“带头”的数目、内容不尽相同，由往年材料改写时容易漏改。
怎么改：改为本次要求的数目，再逐条核对各方面的标题；要求选错了的，请更换本次要求。
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import counting, value_of
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT, TITLE
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates import year_before
from assistant.templates.template import Frame, MeetingKind, PartKind
from assistant.text import Edit, Span
from assistant.text_memory import remembered

_LEADS = compiled_later(  # begins with what is rarer than a number
    "个(?<=(?P<n>[两二三四五六七八2-8])个)(?:[“”]?(?P<what>带头)(?!人|作用|岗)|(?P<quoted>方面)”|(?P<frame>是否|有没有|围绕|对照|对标|聚焦|检视|查摆|查找|查一查|找一找|看一看|摆一摆|比一比)”)"
)
_BEFORE = compiled_later("去年|上年|上一?年度|往年|历年|20[0-9]{2} ?年")
_HELD_AGAINST = compiled_later("(?:对照|紧扣|按照|围绕|根据)“?.$")  # “六个方面” as the name of what is asked for
# How a sentence says that so many 带头 are what is asked for: 「通知明确的“五个带头”」, 「“五个带头”要求」
_IS_ASKED = compiled_later("(?:明确|确定|规定|提出|列出|要求|部署|聚焦|对标|从)的?“?.$")
_ASKED_BEHIND = compiled_later("”?的?(?:对照|检查|查摆|查找|要求|标准|内容|方面|逐[项一条])")
_OF_A_CAMPAIGN = compiled_later(
    "主题教育|学习教育|专题教育|专项|整治|检查组|督查|考核"
)  # they have frames of their own
_MATTER = "带头"
# An aspect that is held against, quoted or called one: 「对照“带头……”这一条」
_ONE = Sought(("带头",), "带头(?P<name>[^。；“”\n]{7,40}?)(?=”|方面|这一[条项要]|这条)")
_HEADING = compiled_later(
    "(?:在|关于|聚焦|围绕|对照)?“?(?:带头)?(?P<name>[^“”（：:。]{4,60}?)”?(?:方面[^，。；]{0,14})?$"
)
_PIECE = compiled_later("[^、，,；;]{4,}")
_FORMER_YEARS = 3  # that drafts are rewritten from
_ADVICE = "请核对是否往年的提法；要求选错了的，请更换本次要求。"
_NOT_YET_KNOWN = "本次用的是通用提纲，不是正式要求：请以本单位通知为准，通知有此提法的可忽略。"
_FRAME = 3  # aspects of a former year by which its whole frame is known
_FIRST_YEAR = 2017  # of the shipped files
_KNOWN = 2  # aspects; of so few no row is known by the others
# 「带头强化政治忠诚、提高政治能力，带头固本培元、增强党性……」
_ROW = compiled_later("(?:带头[^。；”\n带]{4,36}[，、和])+带头[^。；”\n带]{4,36}")
_LEAD = compiled_later("带头(?P<name>[^。；”\n]{4,36}?)(?=[，、和]带头|[等两三四五六]|，(?!.*带头)|方面|$)")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        yield from _aspects(facts, material)
        yield from _of_former_years(facts, material)
        frame = material.alignment.frame if material.alignment else None
        if frame is None or len(frame.aspects) < 2:
            continue
        previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
        measures = material.answers(PartKind.MEASURE)
        for match in _LEADS.finditer(facts.text, material.outline.start, material.outline.end):
            before = facts.text[max(0, match.start() - 4) : match.start()]
            held_against = _HELD_AGAINST.search(before) is not None
            is_asked = _IS_ASKED.search(before) or _ASKED_BEHIND.match(facts.text, match.end())
            if (match["quoted"] or match["frame"]) and not held_against:
                continue
            place = Span(*match.span())
            if (match["quoted"] or match["frame"]) and any(place.overlaps(each) for each in measures):
                continue  # measures follow lists of other campaigns too: 「对照“六个方面”逐项销号」
            if _of_another_time(facts, material, match) or any(place.overlaps(each) for each in previous):
                continue
            own = value_of(match["n"]) == _led(material)
            told = _finding(match, frame, held_against=(held_against or bool(is_asked)) and not own)
            if told:
                yield told


def _of_former_years(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the aspects that a year before asked for; once, where nearly the whole frame is one and no notice is known."""
    named = list(_one(facts, material))
    named += [each for each in _headings(facts, material) if not any(each.span.overlaps(one.span) for one in named)]
    if facts.template is not None and facts.template.year is None and len(named) >= _FRAME:
        first = min(named, key=lambda each: each.span.start)
        message = f"{first.message.removesuffix('。')}；这样的方面共{len(named)}处。"
        yield replace(first, message=message, advice=_NOT_YET_KNOWN)
        return
    yield from named


def _led(material: MaterialFacts) -> int:
    """Count the text's own headings with 带头: of a year whose notice is not known they may be as it asks for."""
    return sum(_MATTER in section.heading for section in material.outline.walk())


def _aspects(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield the one of a row of 带头 in the preface that is none of what is asked for, where all others are."""
    preface = material.outline.preface_span
    frame = material.alignment.frame if material.alignment else None
    if frame is None or len(frame.aspects) <= _KNOWN:
        return
    if not any(_MATTER in words for part in frame.aspects for words in part.wordings):
        yield from _row_of_former_year(facts, material)
        return
    for match in _ROW.finditer(facts.text, preface.start, preface.end):
        found = [Span(*each.span("name")) for each in _LEAD.finditer(facts.text, *match.span())]
        left = list(frame.aspects)
        odd = []
        for span in found:
            said = _plain(span.of(facts.text))
            part = next((each for each in left if any(_plain(words) == said for words in each.wordings)), None)
            if part is None:
                odd.append(span)
            else:
                left.remove(part)
        if len(found) != len(frame.aspects) or len(odd) != 1:
            continue
        (part,), (span,) = left, odd
        said, due = _plain(span.of(facts.text)), min(part.wordings[:2], key=len).removeprefix(_MATTER)
        if not any(said in _plain(words) for words in part.wordings):
            message = f"此处写“{span.of(facts.text)}”，其他各项都照要求的提法，这一项应是“{due}”。"
            fix = Fix("改为要求的提法", (Edit(span.start, span.end, due),))
            advice = "请核对是否往年的提法；要求选错了的，请更换本次要求。"
            yield RULE.finding(span, message, advice, fix, severity=Severity.HINT)


def _row_of_former_year(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield a row of 带头 in the preface that a year before asked for, where none is asked for now."""
    year, template, preface = facts.year(material), facts.template, material.outline.preface_span
    for match in _ROW.finditer(facts.text, preface.start, preface.end):
        said = [each["name"] for each in _LEAD.finditer(facts.text, *match.span())]
        sentence = sentence_at(facts.text, match.start()).of(facts.text)
        if year is None or template is None or _BEFORE.search(sentence.replace(f"{year}年", "")):
            continue
        for before in range(year - 1, year - 1 - _FORMER_YEARS, -1):
            asked = year_before.asked(template.meeting, before)
            full = [_plain(name) for each in asked for name, _ in each.names]
            if 2 * sum(any(_plain(one).startswith(words) for words in _heads(full)) for one in said) > len(said):
                message = f"此处列出的几个“带头”是{before}年度要求查摆的方面，本次要求里没有“带头”的提法。"
                yield RULE.finding(Span(*match.span()), message, _ADVICE, severity=Severity.HINT)
                break


def _heads(names: list[str]) -> set[str]:
    """Give what names begin with, up to their first mark: so they are called in short."""
    return {name.partition("、")[0] for name in names}


def _one(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield an aspect named in full that another year asked for and this one does not."""
    frame = material.alignment.frame if material.alignment else None
    template, year = facts.template, facts.year(material)
    if frame is None or template is None or year is None:
        return
    previous = material.answers(PartKind.PREVIOUS_RECTIFICATION)
    for start, match in _ONE.between(facts, material.outline.start, material.outline.end):
        span, said = Span(*match.span("name")).shifted(start), _plain(match["name"])
        own = any(said == _plain(words) for part in frame.aspects for words in part.wordings)
        if own or any(span.overlaps(each) for each in previous):
            continue
        of = _last_asked(said, year)
        sentence = sentence_at(facts.text, span.start).of(facts.text)
        if of and not _BEFORE.search(sentence.replace(f"{year}年", "")):
            message = f"此处写“带头{match['name']}”，是{of}年度要求查摆的方面，本次要求里没有。"
            yield RULE.finding(span, message, _ADVICE, severity=Severity.HINT)


def _headings(facts: Facts, material: MaterialFacts) -> Iterator[Finding]:
    """Yield what an aspect's heading has of a year before, where most of the others have nothing of that."""
    frame = material.alignment.frame if material.alignment else None
    template, year, problems = facts.template, facts.year(material), material.of_kind(PartKind.PROBLEMS)
    if frame is None or template is None or year is None or problems is None:
        return
    names = {_plain(words) for part in frame.aspects for words in part.wordings}
    own = names.union(*map(_pieces, names))
    for sections in (each.children for each in problems.answer.sections):
        odd = [each for each in sections if not _pieces(_plain(each.heading.removesuffix("方面"))) <= own]
        few = 2 * len(odd) < len(sections)
        for section in (each for each in odd if few or "、" in each.heading):
            at = facts.text.find(section.heading, section.start, section.paragraph_end)
            found = _of_former_year(section.heading, own, template.meeting, year)
            if found is None or at < 0:
                continue
            span, of, whole = found
            if whole or few:
                message = f"方面的标题里写“{span.of(section.heading)}”，是{of}年度要求的提法，本次要求里没有。"
                yield RULE.finding(span.shifted(at), message, _ADVICE, severity=Severity.HINT)


def _of_former_year(heading: str, own: set[str], meeting: MeetingKind, year: int) -> tuple[Span, int, bool] | None:
    """Give what a heading has of a former year's aspects, of which year, and whether it is one of them from end to end."""
    named = _HEADING.match(heading)
    odd = [each for each in _PIECE.finditer(heading, *named.span("name")) if each[0] not in own] if named else []
    for before in range(year - 1, year - 1 - _FORMER_YEARS, -1) if odd else ():
        asked = year_before.asked(meeting, before)
        former = {_plain(name).removeprefix("在") for each in asked for names in each.names for name in names}
        if named and _plain(named["name"]) in former:
            return Span(*named.span("name")), before, True
        pieces = set[str]().union(*map(_pieces, former))
        found = [each for each in odd if each[0] in pieces]
        if found:
            return Span(found[0].start(), found[-1].end()), before, False
    return None


def _pieces(name: str) -> set[str]:
    return set(_PIECE.findall(name))


@remembered(64)  # after a key the same names stand there
def _last_asked(said: str, before: int) -> int | None:
    """Give the last year before one whose shipped files ask for an aspect of that name."""
    for year in range(before - 1, _FIRST_YEAR - 1, -1):
        asked = (each for kind in MeetingKind for each in year_before.asked(kind, year))
        if any(said == _plain(name) for each in asked for names in each.names for name in names):
            return year
    return None


def _plain(words: str) -> str:
    return words.removeprefix(_MATTER).replace("，", "、")


def _finding(match: re.Match[str], frame: Frame, *, held_against: bool) -> Finding | None:
    """Say that a number, or the name of what it counts, is not that of the template's aspects."""
    leads = sum(any(_MATTER in words for words in part.wordings) for part in frame.aspects)
    what = match["what"] or match["quoted"] or match["frame"]
    if match["frame"]:
        return _other_frame(match, leads, len(frame.aspects))
    asked = leads if match["what"] else len(frame.aspects)
    value = value_of(match["n"])
    if asked in (value, 1) or (asked == 0 and not held_against):
        return None
    span = Span(*match.span("n"))
    advice = "请核对，并逐条看各方面的标题是否也是往年的；要求选错了的，请更换本次要求。"
    if asked == 0:
        listed = f"本次要求列的是{counting(len(frame.aspects))}个方面，没有“带头”的提法"
        message = f"此处写“{match['n']}个带头”，{listed}。"
        return RULE.finding(Span(span.start, match.end()), message, advice)
    right = counting(asked, match["n"])
    fix = Fix(f"改为“{right}”", (Edit(span.start, span.end, right),))
    message = f"此处写“{match['n']}个{what}”，本次要求是{counting(asked)}个{what}。"
    return RULE.finding(span, message, advice, fix)


def _other_frame(match: re.Match[str], leads: int, aspects: int) -> Finding:
    """Say that what is held against has another name than what is asked for."""
    asked = f"{counting(leads)}个带头" if leads else f"{counting(aspects)}个方面"
    message = f"此处写“{match['n']}个{match['frame']}”，本次要求是{asked}。"
    advice = "请核对是否往年或另一次活动的提法；要求选错了的，请更换本次要求。"
    return RULE.finding(Span(match.start("n"), match.end("frame")), message, advice, severity=Severity.HINT)


def _of_another_time(facts: Facts, material: MaterialFacts, match: re.Match[str]) -> bool:
    """Tell whether the sentence speaks of another year."""
    sentence = sentence_at(facts.text, match.start()).of(facts.text)
    year = facts.year(material)
    if match["frame"] and _OF_A_CAMPAIGN.search(sentence):
        return True
    return bool(_BEFORE.search(sentence.replace(f"{year}年", "")) if year else _BEFORE.search(sentence))


_TEXT = TITLE + "按照通知要求，{}查摆问题如下。\n" + FIRST_ASPECT + "学得浅。\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "本次要求所列的方面",
    (
        Example(_TEXT.format("对照“⟦四⟧个带头”"), _TEXT.format("对照“两个带头”"), with_template=True),
        Example(_TEXT.format("重点从⟦6⟧个带头"), _TEXT.format("重点从2个带头"), with_template=True),
        Example(_TEXT.format("对照“⟦四⟧个方面”"), _TEXT.format("对照“两个方面”"), with_template=True),
        Example(_TEXT.format("按照“⟦六个是否⟧”的要求，对照“⟦四个对照⟧”"), with_template=True),
        Example(_TEXT.format("对照主题教育“四个对照”，写下“三个有没有”，做到“三个对照”，"), with_template=True),
        Example(
            "2025年度民主生活会个人对照检查材料\n对照带头强化政治忠诚，带头担当作为，检查如下。\n"
            + FIRST_ASPECT
            + "学得浅。\n"
            + FROM_THE_SECOND_ASPECT,
            with_template=True,
        ),
        Example(_TEXT.format("对照“两个方面”，从“三个方面”谈体会，"), with_template=True),
        Example(_TEXT.format("") + "对照“六个方面”逐项整改销号。\n", with_template=True),
        Example(
            _TEXT.format("") + "对照“带头⟦在遵规守纪、清正廉洁前提下勇于担责、敢于创新⟧”这一条，差距不小。\n",
            with_template=True,
        ),
        Example(_TEXT.format("对照“三个代表”“四个对照”，发挥三个带头作用、3个带头人的作用，"), with_template=True),
        Example(_TEXT.format("对照“两个带头”，比去年的四个带头更实，2021年的五个带头也看了，"), with_template=True),
    ),
    about=About.OTHER_YEAR,
)
