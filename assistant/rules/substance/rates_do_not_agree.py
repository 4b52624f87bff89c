"""比率、增减的数与前面的数不一致

检查什么：“回访162件，满意146件，满意率98%”一类，比率与前面两个数是否相符；“制定措施31条。……完成28条，占93.3%”一类，占比与前面的总数是否相符；“走访26家，占全县212家的12.3%”一类也如此；“由43家增加到97家，增加44家”一类，增减的数与前后两个数是否相符；“全年12次，三分之一的8次”一类，几分之几是否相符；“占四成以上”“占三分之一”“不到总户数的六成”“砍掉一半”是否与前面的数相符；“13.8%，比10%的目标高出2.8个百分点”“计划42项，完成36项，滞后8项”“比上年的35件多6件，增长14.6%”一类，相差、增长的数是否相符。
为什么：比率、增减是算出来的，算不拢，审核时容易连带对其他数字提出疑问。
怎么改：对照台账核对三处数字，改正写错的一处；比率另有算法的，写明怎样算的。
"""

from collections.abc import Iterator

from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Severity
from assistant.language import rates, reckoned, shares
from assistant.language.cues import known
from assistant.language.figures import CUES
from assistant.rules.rule import Example, Rule, Scope
from assistant.text import Span

_IN_WORDS = known(shares.WORDED_CUES)


def check(facts: ParagraphFacts) -> Iterator[Finding]:
    if len(facts.figures) < 2:
        return
    for each in reckoned.find(facts.text, facts.figures):
        told = "".join(f"“{of.written}”" for of in each.of)
        yield _finding(each.span, f"由前面的{told}算得{each.due_written}，此处写“{each.said.written}”。")
    in_words = not _IN_WORDS.isdisjoint(facts.cues)
    if not in_words and not any(unit in facts.text for unit in reckoned.PERCENT):
        return
    for rate in rates.find(facts.text, facts.figures, in_words):
        told = "".join(f"“{of.written}”" for of in sorted((rate.part, rate.whole)))
        yield _finding(rate.span, f"由前面的{told}算得约{rate.due:.1f}%，此处写“{rate.said}”。")


def _finding(span: Span, message: str) -> Finding:
    advice = "请对照台账核对各处数字；另有算法的可忽略。"
    return RULE.finding(span, message, advice)


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.PARAGRAPH,
    "数字须准确、前后一致（审核必查）",
    (
        Example("一、存在的问题\n到位债券资金⟦8.6亿元，年底支出7.1亿元，支出进度86.2%⟧，排名靠后。\n", shown=False),
        Example("一、存在的问题\n到位债券资金8.6亿元，年底支出7.1亿元，支出进度82.6%，工程进度60%。\n", shown=False),
        Example("下发任务46条，按时反馈39条，逾期7条，逾期率15.2%。"),
        Example("辅导⟦19次，离计划20次差5次⟧；应轮岗⟦420人，实际到岗357人，完成率95%⟧。", shown=False),
        Example("全年回访⟦162件，满意146件，满意率98%⟧。"),
        Example("全年⟦12次学习，一半的8次⟧放在下班前；12次学习，一半的6次放在下班前；完成28条，占93.3%。", shown=False),
        Example("年度任务⟦42项，完成36项，滞后8项⟧；发文41件，比上年的⟦35件多6件，增长14.6%⟧。"),
        Example(
            "年度任务42项，完成36项，滞后6项；发文41件，比上年的35件多6件，增长17.1%；应到46人，实到40人，请假5人。"
        ),
        Example("受理⟦213件，按期办结198件，超期15件，按期办结率约为96%⟧。"),
        Example("受理213件，按期办结198件，超期15件，按期办结率约为93%。"),
        Example(
            "建档由⟦43家增加到97家，增加44家⟧；发文由⟦142件减到96件，下降50%⟧；全年⟦12次学习，三分之一的8次⟧放在下班前。"
        ),
        Example("安排资金⟦320万元，有240万元投到了县级医院，基层只占三分之一⟧。"),
        Example("安排资金320万元，有240万元投到了县级医院，基层只占四分之一。"),
        Example("办结率由⟦88%提高到96%，提高18个百分点⟧；由88%提高到96%，提高8个百分点。"),
        Example(
            "制定措施⟦31条。到年底，完成28条，占93.3%⟧；抽查案卷⟦30份，发现6份存在告知程序不规范的问题，占抽查总数的25%⟧。"
        ),
        Example(
            "制定措施31条。到年底，完成28条，占90.3%；抽查案卷30份，发现6份存在告知程序不规范的问题，占抽查总数的20%；完成12条，占四成。"
        ),
        Example("抽查台账⟦18本，只占全镇64本的38.1%⟧；抽查台账18本，只占全镇64本的28.1%；培训18人，占去年64人的一成。"),
        Example(
            "在岗党员218名，机关96名，企业⟦80名。按性别分，女党员42名，占党员总数的29.3%⟧；机关96名，占党员总数的44%。"
        ),
        Example("全年应随访⟦864人次，我做了678人次，刚到九成⟧；应随访864人次，我做了778人次，刚到九成。"),
        Example(
            "受理投诉⟦286件，其中等候时间长118件、服务态度差97件、费用不清71件，等候时间长的投诉占六成以上⟧；培训⟦128名，缺课的29名，占四成⟧。"
        ),
        Example(
            "受理投诉286件，其中等候时间长118件、服务态度差97件、费用不清71件，等候时间长的投诉占四成以上；培训128名，缺课的29名，占两成多；减少21件，占六成；收到意见45条，其中作风方面的12条，工作方面的占三分之二。"
        ),
        Example("应接种女生⟦1860人，截至12月底完成首剂接种1302人，接种率80%⟧，支行党员⟦49名，占43名员工的44.2%⟧。"),
        Example("到去年底应收账款⟦4.2亿元，其中两年以上的1.5亿元，占53.7%⟧，催收少。"),
        Example(
            "应接种女生1860人，截至12月底完成首剂接种1302人，接种率70%，支行党员19名，占43名员工的44.2%。到去年底应收账款4.2亿元，其中两年以上的1.5亿元，占35.7%。"
        ),
        Example("合作社⟦206家，运营的88家，空壳的18家，占了一半还多⟧。"),
        Example("合作社206家，运营的88家，空壳的118家，占了一半还多。"),
        Example("满意率⟦86.5%，比平均数91.2%低5.7个百分点⟧；满意率86.5%，比平均数91.2%低4.7个百分点。"),
        Example("漏损率目标是⟦9.5%，实际为10.8%，高出1.2个百分点⟧；目标是9.5%，实际为10.8%，高出1.3个百分点。"),
        Example("老旧电梯84台，计划更新⟦40台，完成28台，完成率72%⟧；计划坐诊⟦48次，派出36次，完成77%⟧。", shown=False),
        Example("受理诉求3200件，但抽取⟦500件回访，有45件不满意，占12%⟧。", shown=False),
        Example(
            "老旧电梯84台，计划更新40台，完成28台，完成率70%；受理诉求3200件，但抽取500件回访，有45件不满意，占9%。"
        ),
        Example(
            "平均住院日由⟦8.9天降到8.4天，缩短0.6天⟧；平均住院日由8.9天降到8.4天，缩短0.5天；讨论22次，我主讲4次，没有一次看案卷。"
        ),
        Example("漏损率⟦13.8%，比10%的目标高出2.8个百分点⟧；自学⟦15次，比计划的20次少4次⟧。"),
        Example(
            "漏损率13.8%，比10%的目标高出3.8个百分点；自学15次，比计划的20次少5次；到30次，同上年的20次比，分别多2次。"
        ),
        Example(
            "全年回访162件，满意146件，满意率90%；建档由43家增加到97家，增加54家；发文由142件减到96件，下降32%；12次学习，三分之一的4次放在下班前。"
            "投入30万元，完成12万元，同比增长20%；受理12件，办结9件，回访的满意率98%以上；由3家增加到9家，增加收入6万元。"
        ),
    ),
    cues=CUES,
)
