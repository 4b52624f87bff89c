"""会议名称、届次似有误

检查什么：党的全国代表大会、中央全会的届次是否有误，“次”“届”“大”“会”等字是否写错；全会与它通过的文件（《决定》《建议》）是否相符；“中全会”是否写成了地方党委、纪委的全会；集中教育的名称是否写混（“正确政绩观主题教育”）。
为什么：会议名称和届次是固定的，须一字不差。
怎么改：对照公开发布的名称改正。
"""

import re
from collections.abc import Iterator

from assistant.facts import campaigns_told, congresses
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.numbering import han, value_of
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_NUMERAL = "十[一二三四五六七八九]|二十[一二]?"
_CONGRESS = Sought(("党的二十",), "党的(?P<n>二十[一二三四五])大(?!会)(?![\u4e00-\u9fff]{0,4}(?:之前|前夕|筹备))")
# How the name of a congress is mixed up, and what it reads.
_MIXED = (
    (Sought(("党的第",), f"党的第(?P<n>{_NUMERAL})大(?!会)"), "党的{n}大"),
    (Sought(("届全国代表大会",), f"第?(?P<n>{_NUMERAL})届全国代表大会"), "第{n}次全国代表大会"),
    (Sought(("次全国代表大会",), f"党的(?P<n>{_NUMERAL})次全国代表大会"), "党的第{n}次全国代表大会"),
    (Sought(("大届",), f"(?P<n>{_NUMERAL})大届(?=[一二三四五六七]中全会)"), "{n}届"),
    (
        Sought(
            ("全会", "全体会议"),
            f"(?<=党的)第?(?P<n>{_NUMERAL})(?:[届大次]第?(?P<m>[一二三四五六七])次?|(?P<m2>[一二三四五六七])次?)(?:全会|全体会议)",
        ),
        "{n}届{m}中全会",
    ),
)
# A session by its parts: the congress, 届, which one, 中全会; whatever stands in the place of one of these
_SESSION = Sought(
    ("中全", "中大会", "中会"),
    f"第?(?P<n>{_NUMERAL})(?P<how>[届大次]?第?)(?P<m>[一二三四五六七]?)(?P<late>次?)"
    "(?:(?P<end>中全会(?!议(?![程题案事定])))|(?P<wrong>中(?:全体会议|全会议|全国代表大会|全委会|全(?=精神|公报|，|。|的|召开|《)|大会|会议|会(?=精神|公报))))",
)
# 中全会 are those of the Central Committee alone: a place's and the discipline inspection's are 「十四届九次全会」
_OF_OTHERS = Sought(
    ("中全会",),
    f"(?:(?:中央|[省市县区州旗])?纪委第?(?:{_NUMERAL})届|第?(?:{_NUMERAL})届(?:中央|[省市县区州旗])?(?:中?纪委)|[省市县区州旗]委第?(?!二十届|十九届)(?:{_NUMERAL})届)第?(?P<m>[一二三四五六七八九十])(?P<wrong>中)全会",
)
# A congress has a report, a session a communiqué
_PAPER = Sought(
    ("大公报", "大的公报", "中全会报告", "中全会的报告"),
    f"党的(?:{_NUMERAL})大的?(?P<one>公报)(?!社)|届[一二三四五六七]中全会的?(?P<other>报告)(?![会厅团员])",
)
# What a session adopted, called in short right behind its name: 「二十届三中全会《决定》」.
_ADOPTED = compiled_later(
    "(?:精神)?(?:和|及|、)?(?:审议)?(?:通过)?的?《(?P<called>决定|建议|决议|意见|规划|纲要|方案|准则|条例)》"
)
_OF_THE_PEOPLE = compiled_later("人民$|人大$|[省市县区州]$")  # 第十四届全国人民代表大会 is another body's
_OF_A_PLACE = compiled_later("[省市县区州旗]委$")
_NOT_YET = compiled_later("迎接|筹备|将|拟|展望|直到|预计")
_ADVICE = "请对照公开发布的名称改正。"


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    last = congresses.latest().number
    yield from _by_number(text, last) if "中全会" in facts.cues else ()
    for match in _CONGRESS(facts):
        before = text[max(0, match.start() - 12) : match.start()]
        if value_of(match["n"]) > last and not _NOT_YET.search(before):
            message = f"此处写“{match[0]}”，最近一次全国代表大会是党的{han(last)}大。"
            yield RULE.finding(Span(*match.span()), message, _ADVICE)
    for pattern, right in _MIXED:
        for match in pattern(facts):
            if not _OF_THE_PEOPLE.search(text[: match.start()]):
                named = match.groupdict()
                yield _mixed(match, right.format(**named | {"m": named.get("m") or named.get("m2")}))
    yield from _sessions(facts)
    yield from _of_others(facts)
    for called in campaigns_told.misnamed(facts):
        right, written = called.campaign.name, called.span.of(text)
        message = f"此处写“{written}”，与集中教育的名称“{right}”不一致。"
        yield RULE.finding(called.span, message, "请核对是哪一次集中教育；另有所指的可忽略。", severity=Severity.HINT)


def _by_number(text: str, last: int) -> Iterator[Finding]:
    """Yield the sessions that there is none of by their numbers, and documents that a session did not adopt."""
    for plenum in congresses.plenums(text):
        if _OF_A_PLACE.search(text, 0, plenum.span.start):
            continue
        written = plenum.span.of(text)
        if plenum.congress > last and not _NOT_YET.search(text[max(0, plenum.span.start - 12) : plenum.span.start]):
            message = f"此处写“{written}”，最近一次全国代表大会是党的{han(last)}大，还没有这次全会。"
            yield RULE.finding(plenum.span, message, _ADVICE, severity=Severity.ERROR)
        elif not plenum.can_exist:
            message = f"此处写“{written}”，这一届没有这次全会。"
            yield RULE.finding(plenum.span, message, _ADVICE)
        elif adopted := _adopted(text, plenum):
            yield adopted


def _of_others(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield what is said of other bodies' sessions, or of a congress, as of the Central Committee's."""
    for match in _OF_OTHERS(facts):
        span = Span(match.start("wrong"), match.end())
        message = f"此处写“{match[0]}”，“中全会”只用于党的中央全会，地方党委和纪委的全会写作“次全会”。"
        yield RULE.finding(span, message, _ADVICE, Fix("改为“次全会”", (Edit(span.start, span.end, "次全会"),)))
    for match in _PAPER(facts):
        group, right = ("one", "报告") if match["one"] else ("other", "公报")
        message = f"此处写“{match[0]}”，公开发布的是这次会议的{right}。"
        yield RULE.finding(Span(*match.span(group)), message, _ADVICE, severity=Severity.HINT)


def _sessions(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield the names of sessions one of whose parts is missing or another: 「二十大四中全会」, 「二十四中全会」, 「二十届中全会」."""
    for match in _SESSION(facts):
        of_the_party = facts.text.endswith("党的", 0, match.start())
        if match["end"] and match["how"] == "届" and match["m"] and not match["late"]:
            continue  # as it should be
        if not match["how"] and not (match["m"] and (of_the_party or match["end"])):
            continue  # 二十中全体师生
        if not match["m"]:
            message = f"此处写“{match[0]}”，没有写是第几次全会。"
            yield RULE.finding(Span(*match.span()), message, _ADVICE)
        elif not _OF_A_PLACE.search(facts.text, 0, match.start()):
            yield _mixed(match, f"{match['n']}届{match['m']}中全会")


def _mixed(match: re.Match[str], right: str) -> Finding:
    span = Span(*match.span())
    fix = Fix(f"改为“{right}”", (Edit(span.start, span.end, right),))
    message = f"此处写“{match[0]}”，与通行的名称“{right}”不一致。"
    return RULE.finding(span, message, _ADVICE, fix)


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
            "学习党的⟦第二十次四中全会⟧公报，⟦二十届四中全国代表大会⟧召开后，党的⟦二十四中全会⟧，党的⟦二十届四次全会⟧，党的⟦二十届四中全⟧精神，⟦二十届中全会⟧公报。",
            "学习党的二十届四中全会公报，二十届四中全会召开后，党的二十届四中全会，党的二十届四中全会，党的二十届四中全会精神，二十届中全会公报。",
            shown=False,
        ),
        Example(
            "县委十四届九⟦中全会⟧，二十届中央纪委四⟦中全会⟧精神，党的二十大⟦公报⟧，二十届四中全会⟦报告⟧没有读完。",
            "县委十四届九次全会，二十届中央纪委四次全会精神，党的二十大公报，二十届四中全会报告没有读完。",
            shown=False,
        ),
        Example(
            "第二十一中全体师生，县委十四届九次全会，二十届中央纪委四次全会，二十届中央委员会第四次全体会议，二十届四中全会议程，党的十九届四、五中全会。",
            shown=False,
        ),
        Example(
            "对照二十届四中全会⟦《决定》⟧、二十届三中全会《决定》、党的十九届六中全会通过的《决议》，学得浅。",
            shown=False,
        ),
        Example(
            "在⟦树立和践行正确权力观主题教育⟧中，⟦政绩观主题教育⟧期间，树立和践行正确政绩观学习教育期间查出2个问题。",
            shown=False,
        ),
        Example(
            "学习党的二十届四中全会、十一届三中全会、十三届八中全会精神，党的第二十次全国代表大会报告，第十四届全国人民代表大会。"
        ),
    ),
    cues=_CONGRESS.cues.union(
        ("中全会",), campaigns_told.NAME_CUES, _SESSION.cues, _PAPER.cues, *(pattern.cues for pattern, _ in _MIXED)
    ),
)
