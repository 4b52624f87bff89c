"""分项之和与总数不一致

检查什么：先写总数，再写已完成多少、其余多少的，加起来是否等于总数；分写在几句话里的也查；未完成的逐个写出名称的（“5个村已完成3个，东岭村、沙埠村仍在施工”），个数是否相符；“还有3个没有完工。这4个小区”一类，接着说的数是否就是前面的数；不论怎样措辞，一句里逐项写的三个数（“检修57项，按期34项，延误21项”）只差一个数字就加得拢的，提示核对。
为什么：分项之和与总数不一致，审核时常会问到。
怎么改：对照台账核对三处数字，改正写错的一处；另有未列出的，补写清楚。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language import left_over, rows_of_figures, these
from assistant.language.cues import known
from assistant.language.figures import CUES
from assistant.language.reckoned import Reckoned
from assistant.rules.rule import Example, Rule, Scope

_IN_ALL = (
    "，共",
    "共计",
    "合计",
    "总计",
    "总共",
    "一共",
    "加起来",
    "谈话共",
    "谈心共",
    "交心共",
    "走访共",
    "慰问共",
    "座谈共",
    "家访共",
    "约谈共",
    "话合计",
    "心合计",
    "访合计",
    "话总",
    "话一共",
)
_SUMMED = known(_IN_ALL)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    figures = facts.figures
    for named in left_over.by_name(facts.text, figures):
        names, unit = "、".join(named.names), named.whole.unit
        message = f"总数写“{named.whole.written}”，已完成{named.done.value:g}{unit}，后面列出未完成的{len(named.names)}{unit}（{names}），与总数不一致。"
        yield RULE.finding(named.span, message, "请对照台账核对；所列另有所指的可忽略。", severity=Severity.HINT)
    for each in these.find(facts.text, figures) if "这" in facts.text else ():
        told = "＋".join(f"{one.value:g}" for one in each.of)
        message = f"前面写的是{told}{'＝' + f'{each.due:g}' if len(each.of) > 1 else each.said.unit}，此处写“这{each.said.written}”。"
        yield RULE.finding(each.span, message, "请对照台账核对；另有所指的可忽略。", severity=Severity.HINT)
    if len(figures) < 3:
        return  # whatever their units: people and talks are summed too
    yield from () if facts.cues.isdisjoint(_SUMMED) else _together(facts)
    yield from map(_finding, left_over.find(facts.text, figures))


def _together(facts: ParagraphFacts) -> Iterator[Finding]:
    """Yield 「党员37名、居民代表52名，共99名」: a row, and a sum that is another; hints where somebody may count twice."""
    for each in rows_of_figures.sums(facts.text, facts.figures):
        added = "＋".join(f"{one.value:g}" for one in each.of)
        plainly = sum(one.value for one in each.of) == each.due  # 「与5名支委各谈1次」 are five
        reckoned = f"相加为{added}＝{each.due:g}" if plainly else f"合计为{each.due:g}"
        message = f"前面各项{reckoned}，此处写“{each.said.written}”，两处不一致。"
        advice = "请对照台账核对各处数字。" if each.sure else "请对照台账核对各处数字；有的谈了几次的可忽略。"
        yield RULE.finding(each.span, message, advice, severity=RULE.severity if each.sure else Severity.HINT)


def _finding(rest: Reckoned) -> Finding:
    whole, done = rest.of
    added = f"{done.value:g}＋{rest.said.value:g}＝{done.value + rest.said.value:g}"
    message = f"总数写{whole.value:g}{whole.unit}，后面{added}，与总数不一致。"
    if not all(each.written.startswith(f"{each.value:g}") for each in (whole, done, rest.said)):
        message = f"总数写“{whole.written}”，后面写“{done.written}”和“{rest.said.written}”，相加与总数不一致。"
    advice = "请对照台账核对三处数字；另有未列出的，请补写清楚。"
    return RULE.finding(rest.span, message, advice, severity=RULE.severity if rest.sure else Severity.HINT)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.ADVICE,
    Scope.PARAGRAPH,
    "前后数字须一致（审核必查）",
    (
        Example("还有⟦3个没有完工，涉及居民612户。这4个⟧小区卡在拆违上；党员大会⟦4次、党课4次，这9次⟧活动我去得少。"),
        Example("还有3个没有完工，涉及居民612户。这3个小区卡在拆违上；党员大会4次、党课4次，这8次活动我去得少。"),
        Example("布置学习任务24项，我按时学完17项，拖到月底才补的5项，还有2项到年底也没补上。"),
        Example(
            "制定整改措施⟦14条。到年底，已完成15条，1条⟧正在推进；提出整改措施⟦17条，已完成13条，2条⟧需要长期坚持。"
        ),
        Example(
            "制定整改措施14条。到年底，已完成13条，1条正在推进；廉政谈话11次，其中8次集中在12月，前11个月只有3次。"
        ),
        Example("廉政谈话⟦13次，其中8次集中在12月，前11个月只有3次⟧。"),
        Example("全镇⟦17个村建起来11个，还有8个⟧村没有落实；17个村建起来11个，还有6个村没有落实。"),
        Example("受理工单⟦418件，按期办结412件，超期16件⟧；受理工单418件，按期办结402件，超期16件。"),
        Example("去年制定措施⟦8条，已完成7条，2条⟧正在推进。"),
        Example(
            "县委巡察组反馈问题⟦19条，已整改17条，其余3条⟧按计划推进；查摆问题⟦十二个，十个已经整改到位，还有三个⟧没有完成。"
        ),
        Example(
            "去年制定措施⟦10条。逐条对账，已完成8条：学习例会每月一次，逐件回访全年162件。还差1条⟧，列入今年措施。"
        ),
        Example("报名值守的党员⟦31名，坚持下来的19名，支部没有问一问另外22名⟧难在哪里。"),
        Example("全年⟦40次的自学计划，实际完成31次，落下的11次⟧里有8次是因为下乡。"),
        Example("全年40次的自学计划，实际完成29次，落下的11次里有8次是因为下乡。"),
        Example("高风险作业⟦41次，支委到场36次，有3次⟧只打了电话。作业41次，支委到场38次，有3次只打了电话。"),
        Example("年度检修⟦57项，按期34项，延误21项⟧；学习⟦12次，9次照本宣科，真正讨论起来的只有5次⟧。"),
        Example("应参加12次，实际参加9次，有2次请假，1次忘了；例会⟦12次，我参加9次，有2次⟧请假。"),
        Example(
            "查出病害⟦312处，修复289处，余下14处⟧；总投资⟦1800万元，到位1100万元，还有600万元⟧缺口；涉及驾驶员⟦130人，签约的81人，没签的39人⟧。"
        ),
        Example("城区⟦12处拥堵点，方案定了3年，只打通了6处，另外8处⟧停在图上。"),
        Example(
            "查出病害312处，修复298处，余下14处；总投资1800万元，到位1200万元，还有600万元缺口；12处拥堵点，方案定了3年，只打通了4处，另外8处停在图上；"
            "驾驶员130人，签约的91人，没签的39人。"
        ),
        Example(
            "查摆出⟦7个问题，6个当年改完，另2个⟧正在改；要求拆除⟦2.6万平方米，到期只拆了1.9万平方米，缺口7万平方米⟧。"
        ),
        Example(
            "查摆出7个问题，6个当年改完，另1个正在改；要求拆除2.6万平方米，到期只拆了1.9万平方米，缺口0.7万平方米。"
        ),
        Example("撂荒地排查出⟦3860亩，复耕2170亩，尚有1150亩⟧没有动。"),
        Example(
            "撂荒地排查出3860亩，复耕2710亩，尚有1150亩没有动；编制64人，在岗51人，缺13人；涉及金额21.6万元，追回15.6万元，6万元至今没有追回。"
        ),
        Example(
            "整改台账36项，到年底完成31项，另有4项提前谋划的也做了；组织生活7次，我请过3次假，另外迟到2次；巡察反馈28个，立行立改9个，整改完成26个，其余2个明年办完。"
        ),
        Example("教师编制由138个核到116个，班额却还有3个超限；欠缴4600万元，收回1900万元，又新欠800万元。"),
        Example("计划换⟦2.4万只，实际换了1.9万只，还差5万只⟧。"),
        Example("计划换2.4万只，实际换了1.9万只，还差0.5万只。"),
        Example("考察干部⟦64名，其中测评41名，占64.1%，其余32名⟧简化了程序；承诺⟦8项。已兑现5项，正在落实1项⟧。"),
        Example("列入计划的⟦5个村已完成4个，东岭村、沙埠村⟧仍在施工；措施⟦14条，13条按期完成，2条⟧仍需继续推进。"),
        Example(
            "考察干部64名，其中测评41名，占64.1%，其余23名简化了程序；承诺8项。已兑现7项，正在落实1项；案件5件，老窦的2月宣判，其余4件一季度审结；"
            "列入计划的5个村已完成3个，东岭村、沙埠村仍在施工；5个村已完成3个，东岭村由驻村干部、沙埠村由我负责。"
        ),
        Example("反馈问题19个，已整改15个，还有3个正在整改，1个需长期坚持。"),
        Example("计划修⟦8栋，已修好5栋，其余4栋⟧列入今年；计划修8栋，已修好5栋，其余3栋列入今年。"),
        Example("与班子成员⟦5人、分管股室负责人4人、职工代表7人谈心谈话，共18人次⟧。"),
        Example("与支部委员⟦3人、班组党员5人、用户代表3人谈心谈话共12人次⟧。"),
        Example(
            "与支部委员3人、班组党员5人、用户代表3人谈心谈话共13人次（其中2人谈了2次），与委员3人、党员5人等谈心谈话共15人次。"
        ),
        Example(
            "同⟦8名班子成员、7名科室负责人、9名社区党委书记谈心谈话，共21人次⟧；同8名成员、7名科室负责人、6名社区党委书记谈心谈话，共21人次。"
        ),
        Example(
            "与书记、组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次；同8名成员逐一谈心，同21名书记、5名所长谈心谈话，共34人次；同8名成员各谈1次，同7名科长、5名职工谈心谈话，共20人次。"
        ),
        Example(
            "同⟦8名成员逐一谈心，同21名书记、5名所长谈心谈话，共43人次⟧。",
            shown=False,
        ),
        Example(
            "查摆问题9个，制定措施14条。截至2025年12月31日，完成11条，占78.6%，正在推进2条，移交1条。一是对每名书记点评2个问题。二是做在日常。4月底前完成5个项目的整改，对科研项目抽查2个。"
        ),
        Example("走访党员⟦37名、居民代表52名，共99名⟧；谈心谈话12人次、15人次，共计27人次，共5个村。"),
        Example("报名值守的党员31名，坚持下来的19名，支部没有问一问另外12名难在哪里；辅导19次，离计划24次差5次。"),
        Example("制定整改措施⟦22条，完成21条。供水抢修由口头派单改为限时派单；两条⟧尚未完成的，列入今年措施。"),
        Example(
            "制定措施10条，已完成8条：学习例会每月一次，基本完成1条，还差1条。反馈问题19条，已整改17条。今年另有3条意见没有办。"
        ),
        Example(
            "反馈问题19条，已整改17条，其余2条按计划推进。去年制定措施8条，完成7条。走访86户，其中7户困难，还有20户观望。"
        ),
        Example("全年立案12件，连同上年结转的已办结20件，还有3件正在办理。查摆5个方面，已整改12个，还有3个正在推进。"),
    ),
    cues=CUES,
)
