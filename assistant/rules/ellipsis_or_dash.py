"""省略号、破折号写法

检查什么：写作「...」「。。。」「…」的省略号，写作「--」「－－」「──」的破折号，单独一个的「—」。
为什么：省略号占两个字、六个点（……），破折号占两个字（——），其他写法排版时会断开或变窄。
怎么改：改为「……」「——」。年份、地名之间的「—」表示起止，不算。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts import ParagraphFacts
from assistant.finding import Finding, Fix, Severity
from assistant.punctuation import HAN
from assistant.rule import Example, Rule, Scope
from assistant.text import Edit, Span

_SIGNS = ("...", "。。。", "···", "…", "—", "-", "－", "─", "―", "–")
_SIDE = f"[{HAN}，。；：、！？“”‘’（）《》]"
_ELLIPSIS = re.compile(
    rf"(?<={_SIDE})(?:\.{{3,}}|·{{3,}})(?![0-9.·])|(?:。{{3,}}|…+\.+)"
    "|(?<!…)…(?!…)(?![0-9])|(?<!…)…{3}(?!…)(?![0-9])"
)
_DASH = re.compile(rf"(?<={_SIDE})(?:[-－─―–][-－─―–—]+|—[-－─―–][-－─―–—]*|—{{3,}})(?={_SIDE})")
# a single one between two clauses; between names of places or things it is right
_SINGLE = re.compile(
    f"(?<=[{HAN}]{{6}}[”）])[—－─―–](?=[{HAN}“（《]{{4}})|(?<=[{HAN}]{{6}})[—－─―–](?=[{HAN}“（《]{{6}})"
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    text = facts.text
    if not any(sign in text for sign in _SIGNS):
        return
    for pattern, right, sort, safe in (
        (_ELLIPSIS, "……", "省略号", True),
        (_DASH, "——", "破折号", True),
        (_SINGLE, "——", "破折号", False),
    ):
        for match in pattern.finditer(text):
            yield Finding(
                RULE.name,
                RULE.severity if safe else Severity.HINT,
                Span(*match.span()),
                f"这里似是{sort}，写作「{match[0]}」。",
                f"{sort}写作「{right}」。" + ("" if safe else "表示起止的可忽略。"),
                RULE.basis,
                Fix(f"改为「{right}」", (Edit(*match.span(), right),), safe),
            )


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
        Example("我心里清楚自己怕得罪人⟦—⟧怕把矛盾引到自己身上。"),
        Example(
            "2021—2022年，长春—珲春，抓学习……抓调研——都不够。\n一、存在的问题...3\n二、整改措施……5\n3.5—4.0，--help"
        ),
    ),
    stage=Stage.REVIEW,
)
