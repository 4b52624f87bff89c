"""会议主题与本次要求有出入

检查什么：前言里引用的会议主题，是否与本次要求的主题大部分相同、又有几处不同，或者写明是会议主题而没有一处相同（如用了另一次会议的主题）。
为什么：会议主题由本次通知统一规定；中央政治局民主生活会、往年民主生活会的主题另有表述。
怎么改：照通知的主题改正；本单位通知另有表述的，请在“本次要求”里修改。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT, FROM_THE_SECOND_ASPECT
from assistant.rules.rule import About, Example, Rule, Scope
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
_FEW = 2  # pieces of the theme that stand before its end
_LEAST = 3  # pieces of the theme from which it is recognised
_SHARED = 0.7  # of a piece's pairs of characters, from which it is the same, reworded
_OWN = compiled_later(
    "坚决做到|两个维护|奋力|谱写|开创|新局面|新篇章|本[省市县区州]|我[省市县区州]|×|XX|以下|要求|通知"
)


def check(facts: Facts) -> Iterator[Finding]:
    theme = facts.template.theme if facts.template else None
    if theme is None or not theme.certainty.sourced_twice:
        return
    for material in facts.asked:
        preface = material.outline.preface_span
        for match in _SENTENCE.finditer(facts.text, preface.start, preface.end):
            if not _CUE.search(match[0]):
                continue
            if found := _quoted(match[0], theme.text):
                span, other = found
                yield _finding(span.shifted(match.start()), other, theme.text)
            elif named := _of_another_meeting(match[0], theme.text):
                yield _finding(named.shifted(match.start()), [named.of(match[0])], theme.text)


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
