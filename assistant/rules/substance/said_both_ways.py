"""同一件事，前后两种说法

检查什么：一句话里先说多了、增加了，接着又说下降、减少的；先写去过几次，又写一次也没有去的；写没有完成、实际数却达到目标的；写明条件不全，接着又写“一律签字”“一律支付”的；写“享受任何优惠”一类，似漏了“不”字的。
为什么：前后相反，看不出实情，审核时一般会问到。
怎么改：对照台账留下属实的一种说法。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.facts.sought import Sought
from assistant.finding import Finding, Severity
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_AGO = "(?:比|较)(?:上年|去年|上一年|往年|前年|上年同期|去年同期)|同比"
_AMOUNT = "了?(?:[0-9.]+[％%个名户家次条件项倍万成]|[一二两三四五六七八九十]+(?:倍|成|半|个|次|件|户))"
_MORE, _LESS = "多|增加|增长|上升|上涨|提高", "少|减少|下降|降低|下滑|回落|压减"
_THAN = ("同比", *(than + year for than in "比较" for year in ("上年", "去年", "上一", "往年", "前年")))
_UP_AND_DOWN = Sought(
    _THAN,
    f"(?:{_AGO})[^，。；]{{0,4}}(?:(?:{_MORE}){_AMOUNT}[^，。；]{{0,4}}，(?:同比|比上年|较上年)?(?:{_LESS}){_AMOUNT}"
    f"|(?:{_LESS}){_AMOUNT}[^，。；]{{0,4}}，(?:同比|比上年|较上年)?(?:{_MORE}){_AMOUNT})",
)
_VERB = "[去到开办查谈学看来做讲读写走问管抓]"
_NEVER = [
    f"{never}{word}" for never in (*(f"一{time}" for time in "次回遍趟场天"), "从来", "从") for word in "也都没未"
]
_NEVER_YET_OFTEN = Sought(
    _NEVER,
    f"(?P<v>{_VERB})(?:了|过)?[0-9一二两三四五六七八九十]+[次回遍趟场][^。；0-9]{{0,8}}，[^，。；]{{0,6}}(?:一[次回遍趟场天]|从来|从)也?都?(?:没有?|未)(?P=v)"
    f"|(?:一[次回遍趟场]|从来|从)也?都?(?:没有?|未)(?P<w>{_VERB})过?，[^，。；]{{0,4}}(?P=w)(?:了|过)[0-9一二两三四五六七八九十]+[次回遍趟场]",
)
_AIM = ("目标", "计划", "任务")
_SHORT_YET_MET = Sought(
    _AIM,
    "(?:未|没有|没)(?:完成|达到|实现|办结|改好)[^。；]{0,24}(?:目标|计划|任务)[^，。；0-9]{0,4}(?P<plan>[0-9]+(?:[.][0-9]+)?)(?P<unit>[％%次条件户个家名项人]|人次|公里|万元|亩)，"
    "(?:实际|只|仅|才)[^，。；0-9]{0,6}(?P<done>[0-9]+(?:[.][0-9]+)?)(?P=unit)",
)
# 「凡没有审核意见的，一律签字」: what is lacking is no reason to let pass.
_LET_PASS = Sought(
    ("一律",),
    "(?:没有|未经|未|缺少|无(?![须需论]))"
    # what lacks
    "(?:[^，。；：]{0,12}?(?:审核|审批|审查|(?:书|评|核|律|查)[面审]?意见|手续|程序|票据|材料|论证|研究|批准|登记|公示|上会|验收|资质|预算))"
    # and what is done all the same
    "[^，。；：]{0,8}，?[^，。；：]{0,6}?一律(?:先|当场)?"
    "(?P<deed>签字|签批|批准|拨付|支付|付款|报销|放行|进场|开工|盖章|签订|签约|入库|录用|带入|发放|通过)(?=[，。；：]|$)",
)
# 「在服务对象处享受任何优惠」: of 任何 nothing is taken but where it is forbidden.
_AGAINST = "[不没未无勿莫拒退禁杜避免防停绝止别少违]|查处|严查|上交|登记|报告|追究|处理|处分|问责"
_TAKES_ANY = Sought(
    [f"{verb}任何" for verb in ("受", "收", "取", "加", "要", "绍", "销", "出", "手", "预", "用")],
    f"(?:^|(?<=[。；：]))(?:(?!{_AGAINST})[^。；：\n“”])*?"
    f"(?P<at>(?:接受|享受|收受|收取|谋取|索取|参加|介绍|推销|插手|干预|利用|占用|索要|提出)任何)"
    f"(?!(?:时|情况|人|一|同志|单位|地方|场合))(?!(?:(?!{_AGAINST})[^。；\n])*(?:{_AGAINST}))",
)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    for match in _SHORT_YET_MET(facts):
        if float(match["done"]) >= float(match["plan"]):
            message = f"此处写没有完成，目标是{match['plan']}{match['unit']}，实际写“{match['done']}{match['unit']}”，已达到目标。"
            advice = "请对照台账核对两个数；指标越低越好的可忽略。"
            yield RULE.finding(Span(*match.span()), message, advice)
    for match in _LET_PASS(facts):
        message = f"此处写“{match[0]}”，似漏了“不”字，意思正相反。"
        yield RULE.finding(Span(*match.span()), message, "请核对：条件不全的，本意应为不予办理。")
    for match in _TAKES_ANY(facts):
        message = f"此处写“{match['at']}”，前面似漏了“不”字，意思正相反。"
        yield RULE.finding(Span(*match.span("at")), message, "请对照原意核对；本意如此的可忽略。")
    for match in (*_UP_AND_DOWN(facts), *_NEVER_YET_OFTEN(facts)):
        message = f"此处写“{match[0]}”，前后的说法相反。"
        advice = "请对照台账核对；说的是两件事的，请写明白。"
        yield RULE.finding(Span(*match.span()), message, advice)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后说法须一致（审核必查）",
    (
        Example("投诉全年267件，⟦比上年多了一倍，下降50%⟧；最远的枫林乡⟦去了3次，一次也没有去⟧。"),
        Example("⟦没有完成的1条是下转率，目标15%，实际19.6%⟧；没有完成的1条是下转率，目标15%，实际9.6%。"),
        Example("⟦没有审核意见的合同，我一律签字⟧；没有审核意见的合同一律不签字；没有上会的一律补上会。"),
        Example("逢年过节在辖区门店⟦享受任何⟧折扣，每季度自查一次。八小时以外，⟦参加任何⟧由服务对象安排的活动。"),
        Example(
            "不在辖区门店享受任何折扣。严禁吃请，收受任何礼品。接受任何监督都要诚恳，不护短。收取任何费用均须公示，没有票据的拒绝。任何人不得插手。参加任何一次会议都提前到。要求任何同志按时到会。"
        ),
        Example(
            "投诉比上年多了一倍，办结率下降50%；去了3次，一次也没有带记者；从来没有去过，今年去了；比上年减少3件，满意率提高5%。"
        ),
    ),
    cues=(*_THAN, *_NEVER, *_AIM, *_LET_PASS.cues, *_TAKES_ANY.cues),
)
