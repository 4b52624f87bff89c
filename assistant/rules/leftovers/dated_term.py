"""提法与年度似不相符

检查什么：按本年度（当年1月1日至次年3月31日）看，已经过时或当时还没有的提法、会议、机构和规定。
为什么：提法、会议、机构各年不同，与年度不相符的，审核时常会问到。
怎么改：换成本年度的提法；“上年度整改”一节和回顾往年的句子不查。起止时间没有公开材料可查的，只作提示。
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.facts.facts import Facts
from assistant.facts.material_facts import MaterialFacts
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Quoted, Severity
from assistant.language import years
from assistant.language.phrase_hits import Hit
from assistant.language.punctuation import quoted
from assistant.language.sentences import clause_at, sentence_at
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope
from assistant.templates.template import PartKind, Template
from assistant.text import Span

# A sentence that tells of former times; so does one that names another year.
_NARRATIVE = compiled_later(
    "以来|期间|时期|曾|[0-9五十]年来|顶住|克服|经受|去年|上年|往年|当年|此前|以前|过去|回顾|历经|经历|圆满|那时|前几年|前些年|[0-9]年前"
)
# A plan that has just ended is still spoken of: what came of it, what it set
_PLAN = compiled_later("五”")
_ENDED = compiled_later("完成|实现|成就|来之不易|极不|不平凡|五年|回望|批复|积淀|主要目标|胜利|攻坚|冲击")
# What a measure, or whoever speaks of the session that proposed the next plan, says of a plan that ends with the year
_TO_COME = compiled_later("谋划|编制|开局|起步|新的五年|[一二三四五六七]中全会|《建议》|下一步")
# What one asks of a time to come: 「……时期公司干什么、怎么转型」, and plans right before it, whatever else is named beside
_ASKED_OF_IT = compiled_later(
    "(?:时期|期间|规划)?”?(?:时期|期间)?[^，。；]{0,8}(?:干什么|抓什么|[怎如](?:么|样|何)[一-龥]|往哪|思路|蓝图|前期|初稿|研讨|路径)"
)
_PLANNED = compiled_later("(?:谋划|编制|展望|起草|布局|描绘|制定)(?!实施|执行)[^，。；“五]{0,6}$")
_RUN_OUT = compiled_later(
    "收官|收尾|冲刺|总结|评估|末|圆满|五年来|期间|以来|以后|之后|已经|已|剩|未完|遗留|欠|结转|后几年|最后一年"
)
_LATELY = datetime.timedelta(days=366)
_LOOK_BACK = compiled_later("回顾|成就|历程|五年来")
_COMPARED = compiled_later("(?:比|较|于|过|同)$")  # 「比“十三五”末多两成」
_CAMPAIGN = compiled_later("学习教育|主题教育|专题教育")
_FORMER = compiled_later("原(?:来的?)?[省市县区州乡镇旗]?$")
_YEAR = compiled_later(r"(20[0-9]{2}) ?年")

_TOO_LATE = "属于回顾往年的，可忽略。"
_TOO_EARLY = "请核对材料的年度和所写的内容。"  # nobody looks back on what was still to come


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.materials:
        year = facts.year(material)
        if year is None:
            continue
        hits = list(_hits(facts, material))
        if not hits:
            continue  # as in most texts
        begin, end = datetime.date(year, 1, 1), datetime.date(year + 1, 3, 31)
        reports = [span for fact in material.parts for span in fact.spans if _reports(fact.part.kind)]
        reports += [Span(each.start, each.end) for each in material.outline.walk() if _LOOK_BACK.search(each.heading)]
        notice = _notice(facts.template)
        for hit, span in hits:
            if span.of(facts.text) in notice:
                continue
            if any(period.meets(begin, end) for period in hit.periods):
                if _is_to_come(facts, material, hit, span, year):
                    message = f"此处写{quoted(span.of(facts.text))}，这一时期到{year}年底结束，这句话说的似是以后的事。"
                    yield RULE.finding(span, message, "请核对所指的是哪一个五年。", severity=Severity.HINT)
                continue
            if _FORMER.search(facts.text, max(0, span.start - 5), span.start):
                continue  # 「原国土局」「原市扶贫办」 says itself that it is no more
            if _of_a_plan_just_ended(facts.text, hit, span, begin):
                continue
            early = all(period.begin > end for period in hit.periods)
            if early or not (any(span.overlaps(other) for other in reports) or _is_narrative(facts.text, span, year)):
                finding = hit.finding()
                message = finding.message.replace("本年度", f"{year}年度")
                advice = finding.advice + (_TOO_EARLY if early else _TOO_LATE)
                yield replace(finding, span=span, message=message, advice=advice, quoted=RULE.quoted)


def _is_to_come(facts: Facts, material: MaterialFacts, hit: Hit, span: Span, year: int) -> bool:
    """Tell whether a plan that ends with the year is spoken of as one to come: in a measure, or beside the next plan's session."""
    ends = any(period.end == datetime.date(year, 12, 31) for period in hit.periods)
    if not ends or not _PLAN.search(span.of(facts.text)):
        return False
    sentence = sentence_at(facts.text, span.start)
    before = facts.text[sentence.start : span.start]
    rest = before + facts.text[span.end : sentence.end]
    clause = clause_at(facts.text, span.start).of(facts.text)
    if _PLANNED.search(before) and not _RUN_OUT.search(clause):
        return True
    if _PLAN.search(rest) or _ENDED.search(rest) or _RUN_OUT.search(rest):
        return False
    planned = material.answers(PartKind.MEASURE)
    asked = _ASKED_OF_IT.match(facts.text, span.end)
    return bool(asked or _TO_COME.search(rest)) or any(span.overlaps(each) for each in planned)


def _of_a_plan_just_ended(text: str, hit: Hit, span: Span, begin: datetime.date) -> bool:
    """Tell whether a sentence says what came of a plan that ended in the year before."""
    ended = any(period.end and begin - _LATELY <= period.end < begin for period in hit.periods)
    return ended and bool(_PLAN.search(span.of(text)) and _ENDED.search(sentence_at(text, span.start).of(text)))


def _reports(kind: PartKind) -> bool:
    return kind is PartKind.PREVIOUS_RECTIFICATION


@lru_cache(maxsize=4)
def _notice(template: Template | None) -> str:
    """Join what the notice itself says: it is not for this program to call it dated."""
    if template is None:
        return ""
    words = [word for part, _ in template.all_parts() for word in (part.heading, *part.wordings)]
    return "\n".join([template.name, template.theme.text if template.theme else "", *words])


def _hits(facts: Facts, material: MaterialFacts) -> Iterator[tuple[Hit, Span]]:
    for start, hits in facts.where(_dated, material.outline.start, material.outline.end):
        for hit in hits:
            yield hit, hit.span.shifted(start)


def _dated(paragraph: ParagraphFacts) -> tuple[Hit, ...]:
    return tuple(hit for hit in paragraph.phrases if hit.rule == RULE.name)


def _is_narrative(text: str, span: Span, year: int) -> bool:
    whole = sentence_at(text, span.start)
    # “十三五”时期 does not tell of itself
    sentence = years.plain(text[whole.start : span.start] + text[span.end : whole.end])
    if _PLAN.search(span.of(text)) and _COMPARED.search(text, max(whole.start, span.start - 1), span.start):
        return True
    if _CAMPAIGN.search(span.of(text)) and _CAMPAIGN.search(sentence):
        return True  # several told of in one breath are a look back
    return bool(_NARRATIVE.search(sentence)) or any(int(stated) < year for stated in _YEAR.findall(sentence))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.MATERIAL,
    "提法的起止时间",
    (
        Example("2024年度民主生活会个人对照检查材料\n一、存在的问题\n抓⟦新冠肺炎⟧防治不够，⟦动态清零⟧落实慢。"),
        Example("2020年度民主生活会个人对照检查材料\n一、存在的问题\n领悟⟦“两个确立”⟧不深，谋划⟦“十五五”规划⟧不够。"),
        Example(
            "2024年度民主生活会个人对照检查材料\n一、存在的问题\n自新冠肺炎疫情以来，基层任务重。2021年抓新冠肺炎防治时也这样。"
        ),
        Example("2021年度民主生活会个人对照检查材料\n一、存在的问题\n抓新冠肺炎疫情防控不够，领悟“两个确立”不深。"),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、存在的问题\n⟦“十三五”规划⟧收官不紧，学习⟦党的十九届五中全会精神⟧不深，对接⟦国土局⟧少。"
        ),
        Example(
            "2026年度民主生活会个人对照检查材料\n一、存在的问题\n“十四五”主要目标任务完成后松了劲。⟦“十四五”规划⟧抓得不紧。顶住世纪疫情防控压力的劲头没有保持。",
            shown=False,
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、存在的问题\n同⟦建档立卡贫困户⟧谈心少，请教县⟦监察局⟧、县政府⟦法制办⟧少，⟦《合同法》⟧没有学，⟦扶贫领域⟧检查少。脱贫户、市生态环境监察支队的意见听得少，原县农业局移交的事没有办完。",
            shown=False,
        ),
        Example("个人对照检查材料\n一、存在的问题\n抓新冠肺炎疫情防控不够，巩固拓展脱贫攻坚成果。"),
        Example(
            "2025年度民主生活会个人对照检查材料\n一、存在的问题\n对火灾隐患动态清零抓得不实。欠薪案件没有做到动态清零。"
            "登革热疫情防控、流感疫情防控抓得慢。人均收入比“十三五”末多两成。扎实开展党史学习教育、党纪学习教育的成果没有守住。原国土局、原市扶贫办移交的事没有办完。⟦疫情防控⟧抓得不紧。"
            "落实⟦动态清零⟧总方针走样。"
        ),
        Example(
            "2025年度民主生活会个人对照检查材料\n张三\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。四中全会学习会上，书记问⟦“十四五”时期⟧的目标跟咱们有什么关系，我答不上来。“十四五”规划收官抓得不紧，《建议》里“十五五”时期的目标比“十四五”时期高。\n"
            "（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松学习。\n三、整改措施\n3月底前围绕⟦“十四五”时期⟧供水保障写一篇调研报告。“十四五”规划没有完成的两件6月底前办结。对接四中全会通过的“十五五”规划建议，谋划⟦“十四五”时期⟧的水网。对⟦“十四五”时期⟧公司干什么想得少。\n",
            with_template=True,
        ),
    ),
    about=About.OTHER_YEAR,
    quoted=Quoted.HINT,
)
