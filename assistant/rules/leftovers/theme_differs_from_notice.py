"""会议主题与本次要求有出入

检查什么：前言里引用的会议主题，是否与本次要求的主题大部分相同、又有几处不同，或者写明是会议主题而没有一处相同（如用了另一次会议的主题）；围绕的是否往年的集中教育（2026年度的材料写“围绕巩固深化党纪学习教育成果”），本年度主题尚未见到的，所写的主题是否往年的。
为什么：会议主题由本次通知统一规定；中央政治局民主生活会、往年民主生活会的主题另有表述。
怎么改：照通知的主题改正；本单位通知另有表述的，请在“本次要求”里修改。
"""

from collections.abc import Iterator

from assistant.facts import congresses
from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.language.sentences import sentence_at
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates import year_before
from assistant.templates.template import MeetingKind
from assistant.text import Span
from assistant.text_memory import remembered

_CUE = compiled_later("主题|紧扣|围绕")
_SENTENCE = compiled_later("[^。\n]+")
_PIECE = compiled_later(
    "(?:[^，、。；“”\\s]|(?<=[一二三四五六七八九]中)、(?=[一二三四五六七八九]中)){4,}"
)  # 三中、四中全会
# What is called the theme in so many words: 「紧扣“……”这一会议主题」, 「会议的主题是“……”」
_CALLED = compiled_later(
    "“(?P<before>[^”\n]{8,})”(?:这一|这个|的|为|作为)*(?:本次|这次|年度)?(?:民主生活会|组织生活会|会议|生活会)?的?主题"
    "|(?:生活会|会议|本次)的?主题(?:是|为|：|——)+“?(?P<behind>[^”。\n]{8,})"
)
# Where a theme that is quoted, with marks or without, comes to its end
_ENDS = compiled_later("(?:”(?:这一|的)?|(?<=[一-龥])(?:这一|这个))(?:会议)?主题")
# What the meeting is said to turn about, up to the campaign named in it
_TURNS_ABOUT = Sought(
    ("学习教育", "主题教育"),
    "(?:紧扣|围绕|聚焦|紧紧围绕|着眼|以|主题是|主题为)(?:“|‘)?(?P<what>[^，。；：“”0-9]{0,16}?(?:学习教育|主题教育)(?:的?成果)?)(?!中|期间|以来|查|整改|问题|回头看|“回头看|集中学习|专题)",
)
_LOOKS_BACK = compiled_later("去年|上年|上一?年度|往年|前年|重温|回顾|20[0-9]{2}年")
_FORMER = "请核对是否往年的提法；本单位通知有此要求的可忽略。"
_FORMER_YEARS = 3  # that drafts are rewritten from
_TELLING = 10  # characters of a theme's piece from which it tells of which year it is
_FEW = 2  # pieces of the theme that stand before its end
_LEAST = 3  # pieces of the theme from which it is recognised
_SHARED = 0.7  # of a piece's pairs of characters, from which it is the same, reworded
_OWN = compiled_later(
    "坚决做到|两个维护|奋力|谱写|开创|新局面|新篇章|本[省市县区州]|我[省市县区州]|×|XX|以下|要求|通知"
)


def check(facts: Facts) -> Iterator[Finding]:
    theme = facts.template.theme if facts.template else None
    for material in facts.asked:
        known = theme is not None and theme.certainty.sourced_twice
        quoted_so = list(_as_notice_says(facts, material, theme.text)) if theme and known else []
        yield from quoted_so
        year = facts.year(material)
        if year and facts.template:
            for finding in _former_campaign(facts, material, year):
                if not any(finding.span.overlaps(each.span) for each in quoted_so):
                    yield finding
            if theme is None:
                yield from _former_theme(facts, material, facts.template.meeting, year)


def _as_notice_says(facts: Facts, material: MaterialFacts, theme: str) -> Iterator[Finding]:
    """Yield where the preface quotes the theme of the notice with something else in it, or calls another one the theme."""
    preface = material.outline.preface_span
    for match in _SENTENCE.finditer(facts.text, preface.start, preface.end):
        if not _CUE.search(match[0]):
            continue
        if found := _quoted(match[0], theme):
            span, other = found
            yield _finding(span.shifted(match.start()), other, theme)
        elif named := _of_another_meeting(match[0], theme):
            yield _finding(named.shifted(match.start()), [named.of(match[0])], theme)


def _former_campaign(facts: Facts, material: MaterialFacts, year: int) -> Iterator[Finding]:
    """Yield a campaign of a year gone by that the preface tells as what all turns about: 「围绕巩固深化党纪学习教育成果」."""
    preface = material.outline.preface_span
    for start, match in _TURNS_ABOUT.between(facts, preface.start, preface.end):
        told = sentence_at(match.string, match.start()).of(match.string)
        named = [each for each in congresses.campaigns_in(match["what"]) if each.end.year - (each.end.month < 2) < year]
        if len(named) == 1 and not _LOOKS_BACK.search(told.replace(f"{year}年", "")):
            begin = named[0].begin.year
            message = f"此处写“{match['what']}”，{named[0].name}是{begin}年开展的，本材料是{year}年度的。"
            yield RULE.finding(Span(*match.span("what")).shifted(start), message, _FORMER)


def _former_theme(facts: Facts, material: MaterialFacts, meeting: MeetingKind, year: int) -> Iterator[Finding]:
    """Yield what the preface of a year whose theme is not known calls the theme, and is a former year's."""
    preface = material.outline.preface_span
    for match in _SENTENCE.finditer(facts.text, preface.start, preface.end):
        if "主题" not in match[0] or _LOOKS_BACK.search(match[0].replace(f"{year}年", "")):
            continue
        for former in range(year - 1, year - 1 - _FORMER_YEARS, -1):
            pieces = {each for asked in year_before.asked(meeting, former) for each in _PIECE.findall(asked.theme)}
            found = [each for each in pieces if len(each) >= _TELLING and "习近平" not in each and each in match[0]]
            if found:
                begin = min(map(match[0].index, found))
                end = max(match[0].index(each) + len(each) for each in found)
                message = f"此处写“{match[0][begin:end]}”，与{former}年度会议主题的提法相同，本材料是{year}年度的。"
                yield RULE.finding(Span(begin, end).shifted(match.start()), message, _FORMER)
                break


@remembered(64)  # after a key nearly all sentences are what they were
def _quoted(sentence: str, theme: str) -> tuple[Span, list[str]] | None:
    """Give the stretch that quotes the theme and its pieces that are not the theme's; None where it agrees or is none."""
    pieces = _PIECE.findall(theme)
    clauses = [(m[0], Span(*m.span())) for m in _PIECE.finditer(sentence)]
    like = [n for n, (piece, _) in enumerate(clauses) if any(_alike(piece, each) for each in pieces)]
    end = _ENDS.search(sentence)
    if end and len([n for n in like if clauses[n][1].start < end.start()]) >= _FEW:
        before = [n for n, (_, span) in enumerate(clauses) if span.start < end.start()]
        inside = clauses[like[0] : before[-1] + 1]
        inside[-1] = (inside[-1][0].removesuffix("主题").removesuffix("这一").removesuffix("这个"), inside[-1][1])
    elif len(like) < _LEAST:
        return None
    else:
        inside = clauses[like[0] : like[-1] + 1]
    other = [
        piece
        for piece, _ in inside
        if piece.removesuffix("的主题") not in pieces and not _part(piece, pieces) and not _OWN.search(piece)
    ]
    if not other or len(other) > len(inside) * 2 // 3:
        return None
    return Span(inside[0][1].start, inside[-1][1].end), other


@remembered(64)
def _of_another_meeting(sentence: str, theme: str) -> Span | None:
    """Give what is called the theme and has no piece of it; None where it has, or none is told."""
    match = _CALLED.search(sentence)
    if match is None:
        return None
    span = Span(*match.span("before" if match["before"] else "behind"))
    pieces, said = _PIECE.findall(theme), _PIECE.findall(span.of(sentence))
    if any(_alike(one, other) or one in other for one in said for other in pieces):
        return None
    return None if any(_OWN.search(each) for each in said) else span


def _part(piece: str, pieces: list[str]) -> bool:
    """Tell whether a piece only leaves something of the theme out, or puts a verb before it."""
    return any(piece in each or each in piece for each in pieces)


def _alike(one: str, other: str) -> bool:
    ours, theirs = _pairs(one), _pairs(other)
    return len(ours & theirs) >= _SHARED * min(len(ours), len(theirs))


def _pairs(piece: str) -> set[str]:
    return {piece[at : at + 2] for at in range(len(piece) - 1)}


def _finding(span: Span, other: list[str], theme: str) -> Finding:
    named = "".join(quoted(piece.replace("“", "‘").replace("”", "’")) for piece in other[:3])
    message = f"前言所引的主题里，{named}与本次要求的不同。"
    shown = theme.replace("“", "‘").replace("”", "’")
    advice = (
        f"本次要求的主题是{quoted(shown)}。请核对是否引了另一次会议的主题；本单位通知另有表述的，请在“本次要求”里修改。"
    )
    return RULE.finding(span, message, advice)


_TEXT = "{}\n" + FIRST_ASPECT + "学得浅。\n" + FROM_THE_SECOND_ASPECT

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "会议主题须与本次通知一致（审核必查）",
    (
        Example(
            _TEXT.format(
                "按照通知要求，紧扣“⟦坚持实干为先，树牢为民情怀，不忘初心使命，勇于担当作为⟧”的主题，检查如下。"
            ),
            with_template=True,
        ),
        Example(
            _TEXT.format("按照通知要求，紧扣“坚持实干为先，树牢为民情怀，勇于担当作为，走好新的路”的主题，检查如下。"),
            with_template=True,
        ),
        Example(
            _TEXT.format("按照通知要求，我紧扣“⟦巩固深化党纪学习教育成果⟧”这一会议主题，检查如下。"), with_template=True
        ),
        Example(
            _TEXT.format("⟦我紧扣树牢为民情怀、勇于担当作为、巩固深化党纪学习教育成果这一主题⟧，认真做好准备。"),
            with_template=True,
            shown=False,
        ),
        Example(
            _TEXT.format("我紧扣树牢为民情怀、勇于担当作为这一主题，认真做好准备，巩固深化党纪学习教育成果。"),
            with_template=True,
            shown=False,
        ),
        Example(_TEXT.format("这次会议的主题是“⟦锤炼过硬作风、建设清廉机关⟧”，我检查如下。"), with_template=True),
        Example(_TEXT.format("按照通知要求，围绕“勇于担当作为”这一会议主题，检查如下。"), with_template=True),
        Example(_TEXT.format("按照通知要求，围绕主题，勇于担当作为，检查如下。"), with_template=True),
    ),
    about=About.OTHER_YEAR,
)
