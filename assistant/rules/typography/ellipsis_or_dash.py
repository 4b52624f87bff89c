"""省略号、破折号的写法

检查什么：写作“...”“。。。”“…”的省略号，写作“--”“－－”“──”的破折号，只占一个字的“—”。
为什么：省略号占两个字、六个点（……），破折号占两个字（——），其他写法排版时容易断开或变窄。
怎么改：改为“……”“——”。年份、地名之间表示起止的“—”不提示。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Fix, Severity
from assistant.language.punctuation import HAN, STOPS, is_han
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_DASHES = "—-－─―–"
_BESIDE = frozenset(f"{STOPS}“”‘’（）《》")
_ELLIPSIS = Sought(
    ("...", "···", "。。。", "…"),
    r"(?:\.{3,}|·{3,})(?![0-9.·])|。{3,}|(?<!…)…+\.+|(?<!…)…(?!…)(?![0-9])|(?<!…)…{3}(?!…)(?![0-9])",
)
_DASH = Sought(
    [one + two for one in _DASHES for two in _DASHES], "(?<!邓)(?<!毛)[-－─―–][-－─―–—]+|—[-－─―–][-－─―–—]*|—{3,}"
)
# A single dash between two clauses, or beside a stop; between names of places or things it is right. What begins a
# clause and no name shows that it does not mean 「至」. Few texts have one: compiled when first wanted.
_PLACE = "[国亚洲城州市省县湖江河港岛山区带廊漠海原江津京沪渝蓉岸站]"
_ROUTE = "(?:走廊|经济带|合作|论坛|峰会|贸易|命运共同体|高铁|铁路|高速|公路|沙漠|湖泊|一线|沿线|段)"
_SINGLE = Sought(
    "—－─―–",
    rf"[—－─―–](?:(?<=[{HAN}]{{6}}.)(?<!{_PLACE}.)(?=[{HAN}“（《]{{6}})(?![^，。；]{{0,14}}{_ROUTE})|(?<=[{HAN}]{{6}}[”）].)(?=[{HAN}“（《]{{4}})"
    rf"|(?<=[{HAN}].)(?<![年月日].)(?=[，。；：！？]|$|[没也却怕是但而我这只把被]|不(?![敢能想])|要(?!素)|必须|自己"
    rf"|因为|所以|其实|尤其|特别是|包括|[比例]如)|(?<=—)(?<![^，。；：！？]—)(?=[{HAN}]))",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for pattern, is_meant, right, sort, safe in (
        (_ELLIPSIS, _is_ellipsis, "……", "省略号", True),
        (_DASH, _is_dash, "——", "破折号", True),
        (_SINGLE, bool, "——", "破折号", False),
    ):
        for match in pattern(facts):
            if not is_meant(match):
                continue
            yield RULE.finding(
                Span(*match.span()),
                f"此处的“{match[0]}”似为{sort}。",
                f"{sort}写作“{right}”。" + ("" if safe else "表示起止的可忽略。"),
                Fix(f"改为“{right}”", (Edit(*match.span(), right),), safe),
                severity=RULE.severity if safe else Severity.HINT,
            )


def _is_ellipsis(match: re.Match[str]) -> bool:
    """Tell dots in Chinese from those of a number, a path, a table of contents."""
    return match[0][0] not in ".·" or _is_beside(match.string[match.start() - 1 : match.start()])


def _is_dash(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    return _is_beside(text[start - 1 : start]) and _is_beside(text[end : end + 1])


def _is_beside(character: str) -> bool:
    return is_han(character) or character in _BESIDE


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "GB/T 15834—2011《标点符号用法》",
    (
        Example("抓学习、抓调研⟦...⟧都不够，怕⟦。。。⟧不敢说⟦…⟧", "抓学习、抓调研……都不够，怕……不敢说……"),
        Example("这件事⟦--⟧东郊的租金⟦──⟧还没有办完。", "这件事——东郊的租金——还没有办完。"),
        Example("我心里清楚自己怕得罪人⟦—⟧怕把矛盾引到自己身上，今后⟦—⟧必须改，从学习抓起⟦—⟧。"),
        Example(
            "2021—2022年，2021年—2022年，长春—珲春，建设中国—东盟命运共同体，打好河西走廊—塔克拉玛干沙漠边缘阻击战，学习—对照—整改，“等等……”。抓学习……抓调研——都不够。\n一、存在的问题...3\n二、整改措施……5\n3.5—4.0，--help"
        ),
    ),
    stage=Stage.REVIEW,
    cues=_ELLIPSIS.cues | _DASH.cues | _SINGLE.cues,
)
