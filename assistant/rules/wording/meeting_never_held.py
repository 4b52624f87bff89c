"""会议名称、届次似有误

检查什么：党的全国代表大会、中央全会的届次是否有误，“次”“届”“大”“会”等字是否写错；全会与它通过的文件（《决定》《建议》）是否相符。
为什么：会议名称和届次是固定的，须一字不差。
怎么改：对照公开发布的名称改正。
"""

from collections.abc import Iterator

from assistant.facts import congresses
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import han, value_of
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_NUMERAL = "十[一二三四五六七八九]|二十[一二]?"
_CONGRESS = Sought(("党的二十",), "党的(?P<n>二十[一二三四五])大(?!会)(?![\u4e00-\u9fff]{0,4}(?:之前|前夕|筹备))")
_SESSIONS = "一二三四五六七"
_WRONG = ("中全体会议", "中全会议", "中会议", "中大会", "中全委会")
# How the name of a congress is mixed up, and what it reads.
_MIXED = (
    (Sought(("党的第",), f"党的第(?P<n>{_NUMERAL})大(?!会)"), "党的{n}大"),
    (Sought(("届全国代表大会",), f"第?(?P<n>{_NUMERAL})届全国代表大会"), "第{n}次全国代表大会"),
    (Sought(("次全国代表大会",), f"党的(?P<n>{_NUMERAL})次全国代表大会"), "党的第{n}次全国代表大会"),
    (
        Sought([f"大{session}中全会" for session in _SESSIONS], f"(?P<n>{_NUMERAL})大(?P<m>[{_SESSIONS}])中全会"),
        "{n}届{m}中全会",
    ),
    (Sought(("大届",), f"(?P<n>{_NUMERAL})大届(?=[{_SESSIONS}]中全会)"), "{n}届"),
    (Sought(("次中全会",), f"(?P<n>{_NUMERAL})届第?(?P<m>[{_SESSIONS}])次中全会"), "{n}届{m}中全会"),
    (
        Sought((*_WRONG, "中会"), f"(?P<n>{_NUMERAL})届(?P<m>[{_SESSIONS}])(?:{'|'.join(_WRONG)}|中会(?=精神|公报))"),
        "{n}届{m}中全会",
    ),
)
# What a session adopted, called in short right behind its name: 「二十届三中全会《决定》」.
_ADOPTED = compiled_later(
    "(?:精神)?(?:和|及|、)?(?:审议)?(?:通过)?的?《(?P<called>决定|建议|决议|意见|规划|纲要|方案|准则|条例)》"
)
_OF_THE_PEOPLE = compiled_later("人民$|人大$|[省市县区州]$")  # 第十四届全国人民代表大会 is another body's
_NOT_YET = compiled_later("迎接|筹备|将|拟|展望|直到|预计")
_ADVICE = "请对照公开发布的名称改正。"


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    last = congresses.latest().number
    for plenum in congresses.plenums(text) if "中全会" in facts.cues else ():
        written = plenum.span.of(text)
        if plenum.congress > last and not _NOT_YET.search(text[max(0, plenum.span.start - 12) : plenum.span.start]):
            message = f"此处写“{written}”，最近一次全国代表大会是党的{han(last)}大，还没有这次全会。"
            yield RULE.finding(plenum.span, message, _ADVICE, severity=Severity.ERROR)
        elif not plenum.can_exist:
            message = f"此处写“{written}”，这一届没有这次全会。"
            yield RULE.finding(plenum.span, message, _ADVICE)
        elif adopted := _adopted(text, plenum):
            yield adopted
    for match in _CONGRESS(facts):
        before = text[max(0, match.start() - 12) : match.start()]
        if value_of(match["n"]) > last and not _NOT_YET.search(before):
            message = f"此处写“{match[0]}”，最近一次全国代表大会是党的{han(last)}大。"
            yield RULE.finding(Span(*match.span()), message, _ADVICE)
    for pattern, right in _MIXED:
        for match in pattern(facts):
            if _OF_THE_PEOPLE.search(text[: match.start()]):
                continue
            to = right.format(**match.groupdict())
            span = Span(*match.span())
            fix = Fix(f"改为“{to}”", (Edit(span.start, span.end, to),))
            message = f"此处写“{match[0]}”，与通行的名称“{to}”不一致。"
            yield RULE.finding(span, message, _ADVICE, fix)


def _adopted(text: str, plenum: congresses.Plenum) -> Finding | None:
    """Tell a document, named right behind a session, that this session did not adopt."""
    match, known = _ADOPTED.match(text, plenum.span.end), congresses.documents(plenum)
    if match is None or not known or match["called"] in known:
        return None
    right = "".join(f"《{each}》" for each in known)
    message = f"此处写“{plenum.span.of(text)}”的《{match['called']}》，这次全会通过的是{right}。"
    advice = "请对照公开发布的文件核对是哪一次全会、哪一份文件。"
    span = Span(match.start("called") - 1, match.end("called") + 1)
    return RULE.finding(span, message, advice, severity=Severity.HINT, basis="公开发布的全会公报（供参考，以原文为准）")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "公开发布的会议名称（见于两处以上公开材料）",
    (
        Example("自学⟦党的二十一大⟧报告，迎接党的二十一大召开，学习党的二十大精神不深。", shown=False),
        Example("学习⟦二十一届四中全会⟧精神不深，⟦十九届八中全会⟧的公报没有读完。", shown=False),
        Example(
            "学习⟦党的第二十大⟧精神不深，⟦第二十届全国代表大会⟧的报告没有读完，⟦二十大届⟧四中全会也是，传达⟦二十届四中会议⟧、⟦二十大三中全会⟧精神慢。",
            "学习党的二十大精神不深，第二十次全国代表大会的报告没有读完，二十届四中全会也是，传达二十届四中全会、二十届三中全会精神慢。",
            shown=False,
        ),
        Example(
            "对照二十届四中全会⟦《决定》⟧、二十届三中全会《决定》、党的十九届六中全会通过的《决议》，学得浅。",
            shown=False,
        ),
        Example(
            "学习党的二十届四中全会、十一届三中全会、十三届八中全会精神，党的第二十次全国代表大会报告，第十四届全国人民代表大会。"
        ),
    ),
    cues=_CONGRESS.cues.union(("中全会",), *(pattern.cues for pattern, _ in _MIXED)),
)
