"""分段、分人的数与合计不一致

检查什么：每月、每季度一次的，与全年次数是否对得上；“全年38次，平均每月8次”一类，平均数与全年数是否对得上；“63户，31.5万元，户均5000元”一类，平均数与总数、户数人数是否相符；上半年、下半年之和是否等于全年；“每名成员联系3户，5人共联系25户”一类，合计是否相符；“每天记2次，10月……全月应记60次”“每人每季度1次，全年应随访648人次”一类，照前面的说法应有的数是否算对；“46户每户补贴1200元，共发放6.52万元”一类，单价、户数与总额是否相符。
为什么：这些数是互相推算得出的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对各处数字，改正写错的一处。
"""

from collections.abc import Iterator

from assistant.facts import reckoned_totals
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language import averages
from assistant.language.cues import known
from assistant.language.punctuation import quoted
from assistant.language.reckoned import Reckoned
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_AVERAGED = known(averages.CUES)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    yield from () if facts.cues.isdisjoint(_AVERAGED) else map(_average, averages.find(facts.text, facts.figures))
    told: list[Finding] = []
    for each in reckoned_totals.find(facts) if not facts.cues.isdisjoint(reckoned_totals.CUES) else ():
        message = f"照“{each.how}”算是{each.due:g}，此处写“{each.said}”。"
        severity = RULE.severity if each.sure else Severity.HINT
        if not any(each.span.overlaps(other.span) for other in told):
            told.append(
                RULE.finding(each.span, message, "请对照台账核对各处数字；另有增减的可忽略。", severity=severity)
            )
    yield from told


def _average(each: Reckoned) -> Finding:
    """Tell an average that its total does not come to, by how many it is of."""
    told = sorted(each.of)
    due = f"{each.due:.1f}".removesuffix(".0") if each.due >= 1 else f"{each.due:.2g}"
    message = f"照{''.join(quoted(one.written) for one in told)}算，平均约{due}{each.said.unit}，此处写{quoted(each.said.written)}。"
    return RULE.finding(Span(told[0].span.start, each.said.span.end), message, "请对照台账核对各处数字。")


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("上半年⟦9次，下半年4次，全年15次⟧；⟦每季度讲一次，全年6次⟧；⟦8处拥堵点今年打通5处，明年打通4处⟧。"),
        Example(
            "上半年9次，下半年4次，全年13次；每季度讲一次，全年4次；8处拥堵点今年打通5处，明年打通3处；每月谈一次，全年谈了11次；8处拥堵点今年打通3处，明年打通3处；每季度至少一次，全年共6次。"
        ),
        Example(
            "⟦每名成员联系3户，5人共联系25户⟧；例会改为⟦每月第一周，全年开了16次⟧；全年到包联村⟦38次，平均每月8次⟧。"
        ),
        Example("改造农田⟦3.2万亩，投入7680元，亩均2400元⟧；帮扶⟦63户，发放31.5万元，户均3000元⟧。"),
        Example("改造农田3.2万亩，投入7680万元，亩均2400元；帮扶63户，发放31.5万元，户均5000元。", shown=False),
        Example("坚持每周跟车，全年跟车52次，比2024年的31次多21次。"),
        Example("坐诊不少于⟦48次，6家卫生院每家6次⟧；坐诊不少于48次，6家卫生院每家8次。"),
        Example("要求⟦每人撰写体会6篇，5名成员应完成36篇⟧；要求每人撰写体会6篇，5名成员应完成30篇。"),
        Example(
            "冰箱温度⟦每天记2次，10月由我记，全月应记60次⟧。患者216人，按要求⟦每人每季度随访1次，全年应随访648人次⟧。⟦每月看望2位老人，全年该去26人次⟧。"
        ),
        Example(
            "对2个股室和养护站、治超站，⟦每季度各开展1次谈话，全年不少于12次⟧；年初计划⟦每月学4小时、全年40小时⟧；3名徒弟⟦每月各讲1次，全年讲30次⟧。"
        ),
        Example(
            "对2个股室和养护站、治超站，每季度各开展1次谈话，全年不少于20次；年初计划每月学4小时、全年48小时，每月不少于1次，全年不少于15次；2名徒弟每季度各谈1次，小陶多谈2次，全年谈满10次。"
        ),
        Example("要求⟦每月写1篇体会，全年只写了7篇，还差3篇⟧；要求每月写1篇体会，全年只写了7篇，还差5篇。"),
        Example("要求⟦每半年讲1次党课，全年只讲了1次，还差2次⟧。", shown=False),
        Example("研讨4次，⟦每次9名成员都要交稿，全年共32份⟧；到14个村和1个社区⟦各宣讲1场，共14场⟧。"),
        Example(
            "与书记、镇长⟦各谈心1次，与5名支委各谈心2次，共14次⟧；与书记谈心1次，与分管的宣传科、审批科2个科室负责人⟦各谈2次，共7次⟧；与5名支委⟦各谈心1次，与6名党员各谈心1次，共13人次⟧。"
        ),
        Example(
            "与书记、镇长各谈心1次，与5名支委各谈心2次，共12次；与书记谈心1次，与分管的宣传科、审批科2个科室负责人各谈2次，共5次；与5名支委各谈心1次，与6名党员各谈心1次，共11人次；班子9名成员两两各谈1次，共36次。"
        ),
        Example(
            "冰箱温度每天记2次，10月由我记，全月应记62次。患者216人，按要求每人每季度随访1次，全年应随访864人次。每月看望2位老人，全年该去24人次。研讨4次，每次9名成员都要交稿，全年共36份；到14个村和1个社区各宣讲1场，共15场。"
        ),
        Example(
            "文物37处，省级5处，按每处每季度1次的要求，全年应巡查148次。对19个村、2个社区每季度走访1次，全年应走访84次。隐患点37处，规定每处每季度查1次，全年共148次。6条河每条每月巡1次，全年应巡72次。对3个项目和养护站每季度各查1次，全年应查16次。各科室每季度自查1次，全年应查56次。参加2次学习，通读了建议；与书记、组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次。"
        ),
        Example(
            "文物37处，省级5处，按⟦每处每季度1次的要求，全年应巡查184次⟧。6条河⟦每条每月巡河1次，全年应巡河62次⟧。",
            shown=False,
        ),
        Example(
            "每名成员联系3户，5人共联系15户；每人每月走访2户，5人共走访120户；每人至少提3条，5人共提18条；例会改为每月第一周，全年开了12次；全年到包联村38次，平均每月3次。"
        ),
    ),
    cues=_AVERAGED | reckoned_totals.CUES,
)
