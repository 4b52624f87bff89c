"""What a text is: which meeting it was written for, who speaks in it, which template it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.facts import name_lines
from assistant.facts.alignment import Alignment, align
from assistant.language import years
from assistant.language.punctuation import QUOTATION
from assistant.language.sentences import CLAUSE_STOPS
from assistant.patterns import compiled_later
from assistant.structure.outline import MaterialOutline
from assistant.structure.parsing import parse
from assistant.templates.template import MeetingKind, Need, PartKind, Subject, Template
from assistant.text import solid

_MEETINGS = {"民主生活会": MeetingKind.DEMOCRATIC, "组织生活会": MeetingKind.ORGANIZATIONAL}
# 我们党, 我省, “我为群众办实事” and 自我 are not the writer himself.
_PERSONAL = compiled_later("(?<![自“])我(?![们国党省市县区州乡镇村局委办厅处院校司团部])|本人")
_LEADERSHIP = compiled_later("班子")
# A title of a branch itself, and who speaks in such a text: it seldom says 班子.
_BRANCH_TITLE = compiled_later("(?:支部|总支)(?:委员会|(?:领导)?班子)|支委会|(?:支部|总支).{0,20}(?:对照检查|检视剖析)")
_BRANCH = compiled_later("(?:支部|总支)(?!书记|委员(?!会)|党员)|支委|班子")
# The body that a title ends with: 「某局党组2025年度…」. Such a text often says 党组 throughout and never 班子.
_BODY_TITLE = compiled_later("(?:党组|党委|党工委)(?=20[0-9]{2}|年度|专题|民主|对照|检视)")
_BODY = compiled_later("党组(?!书记|成员)|党委(?!书记|委员)|党工委|班子")
# A line by itself that names a body and nobody in it: who signs where the title does not say it.
_BRANCH_SIGNS = compiled_later(r"[^，。；：:（(]{0,26}(?:党支部|党总支|支部(?:委员会|班子)|支委会)")
_BODY_SIGNS = compiled_later(
    r"[^，。；：:（(]{0,26}(?:党组|党委|党工委|(?<!支部)班子)|中共[^，。；：:（(]{2,20}(?<!支部)委员会"
)
_PERSON_TITLE = compiled_later("个人|党员(?!领导)|书记|委员(?!会)|同志")
_GENRE = compiled_later("对照检查|检视剖析|自我剖析|个人剖析")
_SPEAKS_OF_IT = compiled_later("对照检查|检视剖析|查摆|自我剖析")
# A year of which something is told since, or until, is not the material's own: 「自2024年度民主生活会以来」.
_YEAR = compiled_later(r"(?<![自上])(20[12][0-9]) ?年? ?(?:度|民主|组织|专题)(?![^，。；\n]{0,12}以来)")

# What a text shows of a template, up to 1: its aspects tell most, then its parts, its year and its name.
_ASPECTS, _PARTS = 0.6, 0.2
_YEAR_NAMED, _NO_YEAR = 0.2, 0.05  # named in title or preface; a general template fits any year, but none well
_YEAR_DIFFERS = 0.2  # taken off where another year is named
_NAME = 0.1  # the meeting is called by its whole name
_LEAST = 0.25  # below it no material of any meeting is recognised, unless title, causes and measures show one
_DATED = compiled_later("(20[12][0-9]) ?年 ?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])月")
_DAY = compiled_later(
    r"[（(]?20[0-9X×]{2}年[0-9X×一二三四五六七八九十元]{1,3}月(?:[0-9X×一二三四五六七八九十]{1,3}日)?[）)]?$"
)
_SEASON_ENDS = ("1", "2", "3", "01", "02", "03", "一", "二", "三", "元")  # the meetings of a year go on till March

_SIGNING = 4  # lines at the end among which the date and who signs stand
_LONGEST = 30  # characters of such a line

_EVIDENCE = 3  # aspects: fewer, or not half of them, may be found in the material of any year
_ASPECTS_AGAIN = 0.6  # all aspects of another year weigh more than half of the aspects and the year's name
_OPTIONAL = 0.5  # what aspects weigh that are only a proposal, where another year is named: other years have them too


def kind(text: str, material: MaterialOutline) -> tuple[MeetingKind | None, bool]:
    """Tell the meeting, from title and preface, and whether a single person speaks, from the whole text.

    The title may lie about the person: an individual's text is found under 「领导班子…」. It is believed only while
    nobody speaks: of a text that is headings alone. A branch seldom calls itself 班子, nor does a 党组, so where the title
    is its own, or the title is nobody's and it signs, 支部 or 党组 counts as well: one 「我」 that slipped in makes it
    nobody's own text.
    """
    preface = text[material.preface_span.start : material.preface_span.end]
    opening = preface or text[material.start : min(material.end, material.start + 600)]
    title = material.title or ""
    head = f"{title}\n{opening}"
    places = [(head.find(word), kind) for word, kind in _MEETINGS.items() if word in head]
    of_person = _PERSON_TITLE.search(title)
    signs = () if of_person else _signing(text, material)
    by_branch = [line for line in signs if _BRANCH_SIGNS.fullmatch(line)]
    by_body = [line for line in signs if _BODY_SIGNS.fullmatch(line)]
    branch = not of_person and bool(_BRANCH_TITLE.search(title) or by_branch)
    body = not (branch or of_person) and bool(_BODY_TITLE.search(title) or by_body)
    speaking = _BRANCH if branch else _BODY if body else _LEADERSHIP
    said = text[material.start : material.end]
    own = (
        QUOTATION.sub("“”", said) if branch or body else said
    )  # a body quotes persons; a person seldom quotes his body
    names = sum(len(speaking.findall(line)) for line in (*by_branch, *by_body))  # by which nobody speaks
    persons, bodies = len(_PERSONAL.findall(own)), len(speaking.findall(own)) - names
    personal = persons > bodies or (persons == bodies and not (branch or body) and "班子" not in head)
    if not persons and "个人" in title:
        personal = "班子" not in title
    return (min(places, key=lambda place: place[0])[1] if places else None), personal


def is_signed_by_body(text: str, material: MaterialOutline) -> bool:
    """Tell whether a branch, a party group or a leadership stands below the title or at the end, and no person."""
    return any(_BRANCH_SIGNS.fullmatch(line) or _BODY_SIGNS.fullmatch(line) for line in _signing(text, material))


def _signing(text: str, material: MaterialOutline) -> tuple[str, ...]:
    """List the short lines below the title and at the end that may say who signs; none where one says it of a person."""
    last = text[material.preface_span.end : material.end].rstrip().split("\n")[-_SIGNING:]
    below = (*material.byline_span.of(text).split("\n"), material.preface_span.of(text).strip().partition("\n")[0])
    signs: list[str] = []
    for line in (*below, *last):
        said = _DAY.sub("", solid(years.plain(line)).strip("（）()"))
        if said and len(said) <= _LONGEST and said[-1] not in CLAUSE_STOPS:
            person = name_lines.of_line(said)
            if person.name or person.post:
                return ()
            signs.append(said)
    return tuple(signs)


@dataclass(frozen=True, slots=True)
class Guess:
    """Which template a text most probably follows, from 0 to 1 how surely."""

    template: Template
    certainty: float


class _Opening(NamedTuple):
    """What a text says of itself, before its first heading as far as it has one."""

    words: str
    meeting: MeetingKind | None
    personal: bool
    years: set[int]
    signs: int  # which of meeting and kind of material are named

    def may_follow(self, template: Template) -> bool:
        """Tell whether a template is for such a meeting and for who speaks; no branch where none is named."""
        of_one = template.subject not in (Subject.LEADERSHIP, Subject.BRANCH)
        if self.meeting is None and template.subject is Subject.BRANCH and "支" not in self.words:
            return False
        return self.meeting in (None, template.meeting) and of_one is self.personal

    def names(self, template: Template) -> bool:
        """Tell whether the year of a template, or its meeting, is named."""
        return template.year in self.years or template.name in self.words


def _opening(text: str, material: MaterialOutline) -> _Opening:
    head = f"{material.title or ''}\n{text[material.preface_span.start : material.preface_span.end]}"
    words = head if len(head) > 40 else text[material.start : min(material.end, material.start + 500)]
    meeting, personal = kind(text, material)
    signs = bool(_GENRE.search(material.title or "")) + (meeting is not None)
    return _Opening(words, meeting, personal, _stated_years(text, material, head), signs)


def guess(text: str, templates: Sequence[Template]) -> Guess | None:
    """Guess the template of a text from title, year, meeting and aspects; None where it seems to be no such material.

    A material's aspects tell most, so that a year that only names last year's meeting, or was left standing in the
    title, leads nobody astray; such a guess is less sure. A year that is named nowhere is believed only of many aspects; else the
    general outline is taken.
    """
    material = parse(text).materials[0]
    opening = _opening(text, material)
    if opening.meeting is None and not _SPEAKS_OF_IT.search(opening.words):
        return None
    # The aspects of a year to come are not known, and may be like those of the last one that is.
    again = _ASPECTS_AGAIN if opening.years <= {template.year for template in templates} else 0.0
    scored: list[tuple[float, float, bool, Template]] = []
    for template in filter(opening.may_follow, templates):
        alignment = align(text, material, template)
        share = _share_of_aspects(alignment)
        few = share < 0.5 or alignment.matched_aspects < _EVIDENCE
        if template.year and few and not opening.names(template):
            continue
        score = _score(opening, template, alignment)
        again_here = again * share
        if opening.years and not opening.names(template) and _only_proposed(alignment):
            score, again_here = score - _ASPECTS * share * _OPTIONAL, 0.0
        # Title or meeting, causes and measures: only the problems, which tell the year, are still missing.
        ends = {a.part.kind for a in alignment.answers if a.sections} & {PartKind.CAUSE, PartKind.MEASURE}
        scored.append((score + again_here, score, opening.signs + len(ends) > 2, template))
    if not scored:
        return None
    _, score, shown, template = max(scored, key=lambda each: each[0])
    return Guess(template, round(min(1.0, score), 2)) if score >= _LEAST or shown else None


def _share_of_aspects(alignment: Alignment) -> float:
    frame = alignment.frame
    return alignment.matched_aspects / len(frame.aspects) if frame and frame.aspects else 0.0


def _only_proposed(alignment: Alignment) -> bool:
    """Tell whether no notice of that year asked for a template's aspects everywhere."""
    frame = alignment.frame
    return frame is not None and all(aspect.need is Need.OPTIONAL for aspect in frame.aspects)


def _score(opening: _Opening, template: Template, alignment: Alignment) -> float:
    """Weigh what a text shows of a template: its aspects, its parts, its year and its name."""
    asked = [a for a in alignment.answers if a.parent is None and a.part.need is not Need.OPTIONAL]
    parts = sum(bool(a.sections) for a in asked) / max(1, len(asked))
    score = _ASPECTS * _share_of_aspects(alignment) + _PARTS * parts
    if template.year is None:
        score += _NO_YEAR
    elif opening.names(template):
        score += _YEAR_NAMED
    elif opening.years:
        score -= _YEAR_DIFFERS
    return score + (_NAME if template.name in opening.words else 0.0)


def title_meeting(text: str) -> MeetingKind | None:
    """Tell which of the two meetings a text's title names; None where it names neither, or both."""
    return named_meeting(parse(text).materials[0].title or "")


def named_meeting(words: str) -> MeetingKind | None:
    """Tell which of the two meetings some words name; None for neither and for both."""
    named = [kind for word, kind in _MEETINGS.items() if word in words]
    return named[0] if len(named) == 1 else None


def title_year(text: str) -> int | None:
    """Tell the year that a text says of itself in its title, else by the date below it; None where it names none, or several."""
    material = parse(text).materials[0]
    stated = _stated_years(text, material, material.title or "")
    return stated.pop() if len(stated) == 1 else None


def _stated_years(text: str, material: MaterialOutline, head: str) -> set[int]:
    """Give the years that title and preface name, else the one that the date below the title belongs to."""
    if named := {int(year) for year in _YEAR.findall(years.plain(head))}:
        return named
    dates = _DATED.findall(years.plain(material.byline_span.of(text)))
    return {int(year) - (month in _SEASON_ENDS) for year, month in dates}
