"""XX、××等待填处

检查什么：正文里还没有填的地方，如X、XX、××、**、某某、____、20XX、【待补】、[此处填写]。
为什么：定稿还有待填处的，材料不完整，审核一般会退回。
怎么改：填上实际内容；一时不能确定的，可先标【待补】，程序在送审前统一提醒。引用他人的话里有意隐去名称的，可忽略。
"""

from collections.abc import Iterator

from assistant.facts.facts import Facts
from assistant.finding import Finding, Quoted, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.rule import About, Example, Rule, Scope

_ADVICE = "定稿还有待填处的，审核一般会退回。请填上实际内容；一时不能确定的可先标【待补】，程序在送审前统一提醒。"
_MARKED = "定稿还有待填处的，审核一般会退回。请在送审前填上实际内容。"  # has the mark that _ADVICE would have
_IN_CASE = "案例中有意隐去名称的，可忽略；尚未填写的，请填上实际内容。"
# Of a case: 「某某县原局长」
_ANONYMOUS = compiled_later(
    "(?:[XxＸ×]{2,}|[某○●△]{2,})(?![年月日时个次项条件家户万亿元%％])"
)  # what a speaker is not to name
_HIDDEN = compiled_later("某某(?:[省市县区镇乡村局厅院校]|公司|集团|企业|单位|部门|医院)")


def check(facts: Facts) -> Iterator[Finding]:
    for span in facts.placeholders:
        hidden = facts.in_case(span.start) and _HIDDEN.match(facts.text, span.start)
        yield RULE.finding(
            span,
            f"{quoted(_shown(facts.text, span.start, span.end))}尚未填写。",
            _IN_CASE if hidden else _MARKED if "待补" in span.of(facts.text) else _ADVICE,
            severity=Severity.HINT if hidden else RULE.severity,
            quoted=Quoted.HINT if _ANONYMOUS.match(facts.text, span.start) else None,
        )


def _shown(text: str, start: int, end: int) -> str:
    """Show a placeholder with its measure word, so that one knows which is meant: 「X月」「XX个」."""
    after = text[end : end + 1]
    return text[start:end] + (after if after in _MEASURES else "")


_MEASURES = frozenset("年月日时次个项条名件套人户元万亿岁届市县区局镇乡村")

RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ERROR,
    Scope.MATERIAL,
    "送审材料须填写完整（审核常见退回情形）",
    (
        Example("去年查摆出⟦X⟧方面⟦XX⟧个问题，2021年⟦X⟧月⟦XX⟧日反馈。"),
        Example("⟦**⟧公司领导班子认真查摆，会上梳理⟦××⟧项。"),
        Example("联系人：⟦某某⟧，职务：⟦____⟧，⟦20XX⟧年⟦【待补】⟧。"),
        Example("原⟦x⟧同志在⟦ＸＸＸ⟧局任职，[1]为出处，⟦[此处填写时间]⟧。"),
        Example("派出⟦N⟧名干部解决⟦Ｎ⟧项难题，⟦A⟧同志和⟦B⟧同志到⟦△△⟧镇、⟦●●⟧村，原因如下：⟦（略）⟧。"),
        Example(
            "推行“1+N”模式、1+N项制度，“N条服务线”，第N次，KN95口罩，B超，ABC同志会，PLAN项目，此处从略，△为实测。"
        ),
        Example("身份证11010519491231002X，11010519491231003x，⟦X⟧名，3⟦XX⟧名。"),
        Example("# 标题\n联系⟦**⟧县，到过⟦**⟧村，电话138⟦****⟧1234，⟦20__⟧年。"),
        Example(
            "1+X证书、2+X模式、1+N+X、“双X”、维生素X、X型血，价格×1.5倍，乘以×2，【2024】5号，《某某》一书，《关于印发〈某某办法（试行）〉的通知》。"
        ),
        Example("推行X+党建、“X+党建”、“支部＋X”，“数据要素×”行动，“415X”集群，谨防去XX化，第Ⅹ卷、Ⅹ类、ⅩⅡ级。"),
        Example("⟦XX⟧+党建，去⟦XX⟧化工厂，⟦Ⅹ⟧月⟦ⅩⅩ⟧日，⟦X⟧个加⟦X⟧个，⟦XX⟧化解。"),
        Example(
            "一、存在的问题\n王某某同志案、李××案的教训没有吸取。没有帮⟦××⟧村，同张⟦××⟧谈过心，由于⟦某某⟧原因，到⟦某某⟧村少。\n"
            "二、典型案例剖析\n原站长李某某、会计赵XX、欧阳××收了好处，⟦某某⟧县查清，共⟦××⟧万元，⟦某某⟧也在其中。"
        ),
        Example("有同志提出：“⟦XX⟧股材料收了三回，⟦XX⟧月还要再收。”我到⟦XX⟧村去得少。"),
        Example("个人对照检查材料\n市某局副局长　张⟦某某⟧\n（2026年1月）\n按照要求，检查如下。"),
        Example("影响五万（用户×小时）以上的，五万户。"),
        Example(
            "办结率95%⟦（待确认）⟧，走访⟦（数字待查）⟧户，第二项⟦（待进一步核对）⟧；有3项待确认，尚有2项（有待核准），另1项（待确认后付款）。"
        ),
        Example("⟦〔...〕⟧县⟦〔……〕⟧街道的问题没有改完，国办发〔2025〕3号。"),
        Example("《关于修改<党员教育办法>的决定》已印发，展板长30厘米×30厘米。"),
        Example("# 标题\n会上点名的**三件事**都已办结，场地3×5米，长×宽另算，PPT和Xbox不计。"),
    ),
    about=About.UNFILLED,
)
