"""上年度整改只有一句话

检查什么：“上年度整改措施落实情况”是否只说“均已完成”，没有列出是哪几项、做到哪一步。举了具体数字的不提示。
为什么：这一部分要让人看到去年查摆的问题改得怎样；只有一句，看不出改到哪一步。
怎么改：照去年的整改清单逐项写：做了什么、做到哪一步、还差什么。已在会前另作通报的可忽略。
"""

from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.material_facts import PartFact
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import Example, Rule, Scope
from assistant.templates.template import PartKind
from assistant.text import Span

_LEAST = 120  # 字 with the heading; two measures told in earnest take more
_ALL_DONE = compiled_later("(?:均|全部|都|悉数)已?经?(?:按[^，。；]{1,6})?(?:整改|落实|完成|办结|销号|到位|得到整改)")

_COUNTS = compiled_later(  # 「5个方面15个问题，制定措施20条」 says how many, not what
    "[0-9]+ ?个?方面|[0-9]+ ?[个条项](?:具体|突出|主要|整改)*(?:问题|措施)|(?:问题|措施|任务)[0-9]+ ?[个条项]"
)
_FIGURE = compiled_later(r"[0-9][0-9.,]*(?! ?[年月日0-9.,])|[一二两三四五六七八九十]+[户处件次人万亩](?!问题)")
_MANY = 2  # figures; who gives them tells what was done
_LISTED = compiled_later("一是|其一|第一[，,、]|（[1一]）|[:：]1[.．、]")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        fact = material.of_kind(PartKind.PREVIOUS_RECTIFICATION)
        if fact and fact.answer.sections and fact.length <= _LEAST and (span := _all_done(facts.text, fact)):
            yield RULE.finding(
                span,
                f"{quoted(fact.part.heading)}共{fact.length}字，只写{quoted(span.of(facts.text))}，未写明是哪几项、做到哪一步。",
                "可照去年的整改清单逐项写：做了什么、做到哪一步、还差什么。已在会前另作通报的可忽略。",
            )


def _all_done(text: str, fact: PartFact) -> Span | None:
    for section in fact.answer.sections:
        match = None if section.children else _ALL_DONE.search(text, section.heading_end, section.end)
        own = text[section.heading_end : section.end]
        if match and not _LISTED.search(own) and len(_FIGURE.findall(_COUNTS.sub("", own))) < _MANY:
            return Span(*match.span())
    return None


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "公开的审核意见提到的“整改情况不具体”，请以本单位通知为准",
    (
        Example(
            "一、上年度整改措施落实情况\n2024年查摆5个方面14个问题，制定措施20条，⟦均已整改⟧完毕。\n二、存在的突出问题\n学得浅。\n",
            with_template=True,
        ),
        Example(
            "一、上年度整改措施落实情况\n去年查摆的问题均已整改：清退资金118万元，补办手续7处，走访126户。\n二、存在的突出问题\n学得浅。\n",
            with_template=True,
        ),
        Example(
            "一、上年度整改措施落实情况\n去年查摆2个问题。学习不经常，今年定了每周五下午，全年学了41次；下基层少，今年去了18次，"
            "带回的6件事办结5件，还有一件等资金，打算明年3月前办完。两项都已落实，其中学习这一项还要接着做，"
            "不能停，每月由支部记一次，年底在支部会上报告，请大家监督。\n二、存在的突出问题\n学得浅。\n",
            with_template=True,
        ),
    ),
    stage=Stage.REVIEW,
)
