"""Numbers, times and shares in other words than the usual: a rule sees them, and is silent on the near misses."""

import pytest

from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

HEAD = "2025年度民主生活会个人对照检查材料\n张三\n（2026年1月20日）\n"
PROBLEMS = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.学得浅。{}\n（二）带头担当作为方面\n怕得罪人。\n"
CAUSES = "二、原因剖析\n放松了学习。\n三、整改措施\n"


def told(rule: str, problems: str, measures: str = "每月自学两次。") -> list[str]:
    """Give the messages of a rule on a text with these problems and measures."""
    text = HEAD + PROBLEMS.format(problems) + CAUSES + measures + "\n"
    return [each.message for each in analyse(text, EXAMPLE_TEMPLATE).findings if each.rule == rule]


@pytest.mark.parametrize(
    "measure",
    [
        "去年年底前拿出方案。",
        "上年第四季度内修订清单。",
        "元旦前由2名未讲党课的成员补讲。",
        "本月10日前逐一登记责任人。",
        "1月10日前逐一登记责任人。",
        "2026年1月上旬补读3篇文章。",
        "赶在“十四五”收官之前配齐。",
        "上个月底前拿出方案。",
        "去年国庆节前拿出方案。",
        "2025年春节前召开1次家庭会议。",
        "2025年四季度拿出方案。",
        "把整改情况在2025年7月的党员大会上作报告。",
    ],
)
def test_deadlines_that_are_past(measure: str) -> None:
    assert told("deadline_already_past", "", f"{measure}每月自学两次。")


@pytest.mark.parametrize(
    "measure",
    [
        "对去年底前积压的申请，6月底前办完。",
        "去年年底前没有办结的6件，3月底前办完。",
        "去年12月摸底的缺口，6月底前补上。",
        "2025年四季度审计发现的问题，6月底前改完。",
        "每年春节前走访困难职工，春节前再走访一遍。",
        "本月28日前登记责任人，本月底前公示。",
        "“十五五”收官前建成2所学校。",
        "明年元旦前拿出方案。",
        "2025年12月已完成招标，今年6月底前配齐。",
    ],
)
def test_deadlines_to_come(measure: str) -> None:
    assert not told("deadline_already_past", "", f"{measure}每月自学两次。")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("rates_do_not_agree", "抽查案卷20件，有7件存在送达日期不对、理由缺项等毛病，占了一多半。"),
        ("rates_do_not_agree", "共有2458户，实际走访1770户，不到总户数的六成。"),
        ("rates_do_not_agree", "接待费由2024年的18万元降至12.6万元，砍掉了一半。"),
        ("rates_do_not_agree", "把报表由43张压减到18张，压减近八成。"),
        ("rates_do_not_agree", "会议由30次增到48次，翻了一番。"),
        ("rates_do_not_agree", "用了26天，比邻县的14天多用8天。"),
        ("months_do_not_agree", "14时10分接报，到15时50分才报出，用时2小时40分。"),
        ("months_do_not_agree", "7时30分发车，到校时已是8时25分，历时1小时55分。"),
        ("parts_do_not_add_up", "制定整改措施12条，目前已完成12条，正在推进1条。"),
        ("parts_do_not_add_up", "督办事项46件，销号40件，挂账的9件。"),
        ("total_reckoned_differently", "馆里每半年盘点一次，2025年共盘点5次。"),
        ("total_reckoned_differently", "15名班主任每人家访24户，15名班主任应家访320户。"),
        ("total_reckoned_differently", "每人每月150元，虚列4人冒领24个月，共计1.32万元。"),
        ("total_reckoned_differently", "监督抽查820批，上半年430批、下半年490批。"),
        ("total_reckoned_differently", "培训320人，支出12.8万元，人均4000元。"),
        ("total_reckoned_differently", "12个村共化解纠纷96件，村均12件。"),
        ("part_more_than_whole", "安全例会24场，我因外出培训只到场27场。"),
        ("part_more_than_whole", "更新电梯42台，其中新装18台、大修34台。"),
        ("part_more_than_whole", "计划撰写的3篇调研报告只完成11篇。"),
        ("total_reckoned_differently", "对2个股室和养护站、治超站，每季度各开展1次谈话，全年不少于36次。"),
        ("total_reckoned_differently", "对3个科室负责人每季度廉政谈话1次，全年合计谈满18人次。"),
        ("total_reckoned_differently", "每月召开一次会商会，2025年共召开4次。"),
        ("total_reckoned_differently", "班子9名成员之间两两谈心谈话各1次，共45次。"),
        ("total_reckoned_differently", "对全县12个财政所各走访3次，共32次。"),
        ("total_reckoned_differently", "开展廉政谈话8人次，上半年5人次，下半年只有1人次。"),
        ("total_reckoned_differently", "27名党员每人4学时，合计120学时。"),
        ("total_reckoned_differently", "320亩每亩补助200元，共补助8万元。"),
        ("unit_left_out", "农机购置补贴全年发放138笔、46元，我只抽查了5笔。"),
        ("unit_left_out", "村里收入7.2万元，还差2.8元。"),
        ("unit_left_out", "缴纳伙食费17次，共计510。"),
        ("unit_left_out", "3月一项480元的工程变更，没有上会。"),
        ("unit_left_out", "全年产值不低于12.5元。"),
        ("unit_left_out", "安排资金680万元，到年底只支付442万元。对未支付的238元没有列出计划。"),
    ],
)
def test_numbers_that_do_not_agree(rule: str, said: str) -> None:
    assert told(rule, said)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("months_do_not_agree", "14时10分接报，到15时50分才报出，用时1小时40分。"),
        ("months_do_not_agree", "上午9时报到，下午3时离开，其中谈话用了2个小时。"),
        ("months_do_not_agree", "23时接报，次日1时处置完毕，历时2小时。"),
        ("rates_do_not_agree", "布置任务30项，按时完成26项，延期3项，取消1项。"),
        ("parts_do_not_add_up", "查出问题17个，年底前改完15个，另有3个是会后新查出的。"),
        ("rates_do_not_agree", "抽查案卷20件，有13件存在送达日期不对、理由缺项等毛病，占了一多半。"),
        ("rates_do_not_agree", "共有2458户，实际走访1370户，不到总户数的六成。"),
        ("rates_do_not_agree", "接待费由2024年的18万元降至9.2万元，砍掉了一半。"),
        ("rates_do_not_agree", "把报表由43张压减到10张，压减近八成。"),
        ("rates_do_not_agree", "会议由24次增到48次，翻了一番。"),
        ("rates_do_not_agree", "会议由48张减到36张，一半的人没有到。"),
        ("total_reckoned_differently", "对3个科室负责人每季度廉政谈话1次，全年合计谈满12人次。"),
        ("total_reckoned_differently", "每月召开一次会商会，2025年只召开4次。"),
        ("total_reckoned_differently", "每周一次改为两周一次，全年开会20次。"),
        ("total_reckoned_differently", "每月到家属区入户不少于20户，全年不少于140户。"),
        ("total_reckoned_differently", "9名成员提意见，8人各提1条意见，共72条。"),
        ("total_reckoned_differently", "班子9名成员之间两两谈心谈话各1次，共36次。"),
        ("total_reckoned_differently", "每人每月150元，虚列4人冒领22个月，共计1.32万元。"),
        ("total_reckoned_differently", "每月至少1次，全年共15次。"),
        ("unit_left_out", "补贴发放138笔、46万元，我只抽查了5笔。"),
        ("unit_left_out", "水价由每吨2.8元调到3.2元，收水费7.2万元。"),
        ("unit_left_out", "缴纳伙食费17次，共计510元。"),
        ("unit_left_out", "开展收费检查17次，共计12人次。"),
        ("unit_left_out", "退还困难职工慰问金480元，没有公示。"),
        ("unit_left_out", "报销单据238元，差旅费238元。"),
    ],
)
def test_numbers_that_agree(rule: str, said: str) -> None:
    assert not told(rule, said)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("months_do_not_agree", "盘活方案2024年10月就已提出，先后开会4次都没有拍板，到2025年12月已经拖了4个月。"),
        ("months_do_not_agree", "5月底到期我没有催问，直到3月上旬督查组上门，才把稿子补交上来。"),
        ("months_do_not_agree", "剩余7座到10月18日才完成，离11月1日试供热还有一个多月。"),
        ("months_do_not_agree", "巡察组2025年4月至6月开展巡察，3月18日反馈问题17个。"),
        ("months_do_not_agree", "上午9时社区已经报告，下午3时才召集会商，整整耽误了9个小时。"),
        ("months_do_not_agree", "2024年3月至2024年12月，按每人每月150元冒领补贴22个月。"),
        ("years_do_not_agree", "我1997年6月入党，到今年2月党龄还不满二十年。"),
        ("years_do_not_agree", "我2003年6月入党，转眼一十二载。"),
        ("years_do_not_agree", "我2012年宣誓入党，过了今年才满十年。"),
        ("years_do_not_agree", "我1998年8月参加工作，一直在国土系统，17年来靠业务吃饭。"),
        ("all_beside_exception", "发现病害316处，已做到动态清零，其余7处列入春季养护计划。"),
        ("all_beside_exception", "计划改造小区8个，年底完工率100%，剩余2个小区拖了下来。"),
        ("all_beside_exception", "制定措施28条，28条全部完成，二期建设1条转入下年。"),
        ("all_beside_exception", "制定措施9条，已全部完成。公示由3天延长到7天。没有完成的1条是校舍修缮。"),
        ("part_more_than_whole", "通报3起典型案例，重点对照其中四起作了反思。"),
        ("part_more_than_whole", "全年到乡镇31天，泡在县城周边3个镇的就有34天。"),
        ("part_more_than_whole", "全年暗访20所学校，乡村学校占到22所。"),
        ("part_more_than_whole", "收到投诉7件，光是超期的就有9件。"),
        ("parts_do_not_add_up", "全年进村30次，看工程的有29次，专门听意见的只有8次。"),
        ("parts_do_not_add_up", "专题班5天，中途因开会请假2天，实际学习4天。"),
        ("parts_do_not_add_up", "开展提醒谈话14人次，我本人谈了4人次，都推给分管领导代谈的12人次。"),
        ("parts_do_not_add_up", "除险加固5座，完成4座，青石、黄沙、桐子湾三座一直未动工。"),
    ],
)
def test_times_and_parts_that_do_not_agree(rule: str, said: str) -> None:
    assert told(rule, said)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("months_do_not_agree", "盘活方案2024年10月就已提出，先后开会4次都没有拍板，到2025年12月已经拖了14个月。"),
        ("months_do_not_agree", "11月到期我没有催问，直到1月上旬督查组上门，才把稿子补交上来。"),
        ("months_do_not_agree", "剩余7座到10月18日才完成，离11月1日试供热已经不到半个月。"),
        ("months_do_not_agree", "巡察组2025年4月至6月开展巡察，7月18日反馈问题17个。"),
        ("months_do_not_agree", "上午9时社区已经报告，下午3时才召集会商，整整耽误了6个小时。"),
        ("months_do_not_agree", "2023年3月至2024年12月，按每人每月150元冒领补贴22个月。"),
        ("years_do_not_agree", "我1997年6月入党，到今年2月党龄还不满三十年。"),
        ("years_do_not_agree", "我2003年6月入党，转眼二十二载。"),
        ("years_do_not_agree", "我2010年任副局长，近三年来很少下乡。"),
        ("years_do_not_agree", "我1998年8月参加工作，2015年以来分管规划，10年间换了三个岗位。"),
        ("all_beside_exception", "发现病害316处，已做到动态清零，其余7处隐患也已处置到位。"),
        ("all_beside_exception", "4条全部整改；采购纳入平台，全年成交128笔。剩下的1条正在研究。"),
        ("part_more_than_whole", "通报3起典型案例，重点对照其中两起作了反思。"),
        ("part_more_than_whole", "全年到乡镇31天，泡在县城周边3个镇的就有24天。"),
        ("total_reckoned_differently", "每村配1名网格长、3名网格员，14个村共配56名。"),
        ("total_reckoned_differently", "牌子上写着每周1次，全年一个室52次，缺一次三天之内补。"),
        ("total_reckoned_differently", "每月25日前报一次，全年少报2次；平均每月下乡6次，全年共下乡75次。"),
        ("total_reckoned_differently", "5名成员两两谈心10人次，同股室负责人谈心27人次，共37人次。"),
        ("total_reckoned_differently", "27名网格员管4320户，人均管160户，月均走访48户。"),
        ("part_more_than_whole", "支部学习12次，中心组学习16次，我主持14次。"),
        ("part_more_than_whole", "支委会开了14次，我参加党小组会16次。"),
        ("part_more_than_whole", "全年进村40次，看工程的有29次，专门听意见的只有8次。"),
        ("parts_do_not_add_up", "专题班5天，中途因开会请假2天，实际学习3天。"),
        ("parts_do_not_add_up", "投放项目25个，其余3个按计划推进，本人牵头的9个都已完工。"),
        ("parts_do_not_add_up", "除险加固7座，完成4座，青石、黄沙、桐子湾三座一直未动工。"),
    ],
)
def test_times_and_parts_that_agree(rule: str, said: str) -> None:
    assert not told(rule, said)


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (
            "total_reckoned_differently",
            "3名副职各谈2次、6名科长各谈1次，共14次。",
            "3名副职各谈2次、6名科长各谈1次，共12次。",
        ),
        ("total_reckoned_differently", "连续6个月每月讲2次，共讲10次。", "连续6个月每月讲2次，共讲12次。"),
        ("unit_left_out", "安排专项资金680万元，其中自筹资金80元。", "安排专项资金680万元，其中慰问困难职工480元。"),
        ("unit_left_out", "村集体收入5元，排在全镇末位。", "村集体收入5万元，排在全镇末位。"),
        ("months_do_not_agree", "3月10日报告，3月25日才到现场，等了5天。", "3月10日报告，3月25日才到现场，等了15天。"),
        ("months_do_not_agree", "7月18日报上来，7月2日才批下去。", "7月8日报上来，7月22日才批下去。"),
        (
            "months_do_not_agree",
            "6月17日9时发帖，6月18日15时才回复，历时20小时。",
            "6月17日9时发帖，6月18日15时才回复，历时30小时。",
        ),
        (
            "months_do_not_agree",
            "30日晚上8时接报，31日上午8时报出，历时22小时。",
            "30日晚上8时接报，31日上午8时报出，历时12小时。",
        ),
        (
            "rates_do_not_agree",
            "2025年开会16次，比2024年减少4次，下降30%。",
            "2025年开会16次，比2024年减少4次，下降20%。",
        ),
        (
            "rates_do_not_agree",
            "涉农余额48亿元，占各项贷款余额的60%，小微余额24亿元，占40%。",
            "涉农余额48亿元，占各项贷款余额的60%，小微余额24亿元，占30%。",
        ),
        (
            "rates_do_not_agree",
            "计划改造15座，完工9座，工程进度只有50%。",
            "计划改造15座，完工9座，白石水库因征地受阻，工程进度只有50%。",
        ),
        (
            "parts_do_not_add_up",
            "同2名成员、3名科长和6名骨干谈心，共谈心16人次。",
            "同局长赵某和其他2名成员逐一谈心，同分管的办公室、法规股3名负责人和6名骨干谈心，共谈心12人次。",
        ),
        (
            "parts_do_not_add_up",
            "精读图书8本，读完5本，还有2本未读。",
            "精读图书8本，每2个月读完1本，先补读去年未读完的2本。",
        ),
        (
            "total_reckoned_differently",
            "15名党员值班60天，平均每人值班3天。",
            "我只报了1天，而支部15名党员平均每人值班3天。",
        ),
        (
            "total_reckoned_differently",
            "15名党员值班60天，平均每人值班3天。",
            "我值班40天，而支部15名党员平均每人值班5天。",
        ),
        (
            "part_more_than_whole",
            "发放7笔，合计420万元，平均每笔60万元，其中收回432万元。",
            "发放7笔，合计420万元，平均每笔60万元，其中收回132万元，余下288万元。",
        ),
        (
            "part_more_than_whole",
            "修复时间超限7起，其中夜间9起。",
            "修复时间比上年缩短0.6小时，其中超过8小时的仍有9起。",
        ),
        ("part_more_than_whole", "每季度演练1次，其中夜间5次。", "每季度演练1次，其中夜间演练不少于2次。"),
    ],
)
def test_the_wrong_number_alone_is_told(rule: str, wrong: str, right: str) -> None:
    assert told(rule, wrong)
    assert not told(rule, right)


@pytest.mark.parametrize(
    "said",
    [
        "清收5000万元，四个季度依次为1200万元、1400万元、1200万元、1500万元。",
        "剩余的26处隐患按1月6处、2月8处、3月10处整改。",
        "三年投入900万元，三年依次为200万元、300万元、600万元。",
        "意见一共9条：公卫工作4条，工作作风3条，还有1条说我脾气急。",
    ],
)
def test_rows_by_period_that_are_not_their_whole(said: str) -> None:
    assert told("part_more_than_whole", said)


@pytest.mark.parametrize(
    "said",
    [
        "清收5000万元，四个季度依次为1200万元、1400万元、1200万元、1200万元。",
        "植树8000株，3月、4月分别植2000株、3000株。",
        "培训24次，前两个季度分别培训6次、8次。",
        "发现线索9条，四个季度分别移送1条、2条、1条、1条，其余4条了结。",
        "意见一共8条：公卫工作4条，工作作风3条，还有1条说我脾气急。",
    ],
)
def test_rows_that_leave_something_over(said: str) -> None:
    assert not told("part_more_than_whole", said)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("全年接访36批，每月平均4批。", True),
        ("8个团队共3432人，平均每个团队389人。", True),
        ("8个团队共3432人，平均每个团队429人。", False),
        ("全年召开会议96次，比上年平均每月少3次。", False),
        ("2025年收到投诉120件，前三季度平均每月11件，四季度明显下降。", False),
    ],
)
def test_averages_of_named_groups_and_of_a_part_of_the_year(said: str, wrong: bool) -> None:
    assert bool(told("total_reckoned_differently", said)) is wrong


@pytest.mark.parametrize(
    ("said", "most"), [("每月谈话1次，全年共13次，", 25), ("走访9户，共30件，户均5件，", 22), ("共3户，人均2件，", 0)]
)
def test_of_a_list_without_end_only_its_beginning_is_reckoned(said: str, most: int) -> None:
    """All ways to come to a number of a thousand before it would take minutes."""
    assert len(told("total_reckoned_differently", said * 400)) <= most
    assert bool(told("total_reckoned_differently", said)) is bool(most)
