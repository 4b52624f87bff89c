"""One false number, date, meeting or name at a time is put into a finished text: it is found at its place, and nothing else is."""

import re

import pytest

from assistant.decisions import Decisions, Profile
from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE

LIN = Decisions(profile=Profile("市住房保障中心", "副主任", "林知远"))

THEME = (
    "深入学习贯彻习近平新时代中国特色社会主义思想，全面贯彻落实党的二十届四中全会精神，以打攻坚战、持久战的决心和恒心，"
    "锲而不舍落实中央八项规定精神，推进作风建设常态化长效化，以优良作风凝心聚力、真抓实干"
)

# The rule that must see it; what stands in the sample, and what comes there.
FIGURES = [
    ("impossible_date", "10月和11月一共只有5次", "13月和11月一共只有5次"),
    ("impossible_date", "11月东郊片区", "11月31日东郊片区"),
    ("impossible_date", "2月底前走访完东郊86户", "2月30日前走访完东郊86户"),
    ("impossible_date", "6月底前结合", "2026年2月29日前结合"),
    ("year_out_of_sense", "4月一处应急抢修", "2052年4月一处应急抢修"),
    ("year_out_of_sense", "今年没有变化", "2205年没有变化"),
    ("year_out_of_sense", "上年度我查摆问题8个", "2062年度我查摆问题8个"),
    ("part_more_than_whole", "全年下小区14次，其中11次", "全年下小区14次，其中41次"),
    ("part_more_than_whole", "全年回访162件，其中14件", "全年回访162件，其中164件"),
    ("part_more_than_whole", "全年下小区14次，其中11次", "全年下小区14次，其中上半年11次、下半年5次"),
    ("share_above_all", "公租房投诉回访由抽查改为逐件回访", "公租房投诉回访率达到120%"),
    ("share_above_all", "10月和11月一共只有5次", "参学率提到十二成，10月和11月一共只有5次"),
    ("share_above_all", "今年没有变化", "今年下降了130%"),
    ("total_reckoned_differently", "2.应对舆情不够主动。", "2.应对舆情不够主动。每人联系2户，4人共联系11户。"),
    ("total_reckoned_differently", "2.应对舆情不够主动。", "2.应对舆情不够主动。例会每季度一次，全年共6次。"),
    ("total_reckoned_differently", "2.应对舆情不够主动。", "2.应对舆情不够主动。上半年报3次，下半年4次，全年5次。"),
    ("parts_do_not_add_up", "制定措施10条。逐条对账，已完成9条：", "制定措施10条，已完成9条，还有2条正在推进。其中："),
    ("parts_do_not_add_up", "制定措施10条。逐条对账", "制定措施10条，完成8条，其余1条没有完成。逐条对账"),
    (
        "parts_do_not_add_up",
        "学习教育中我对照查出3个问题：",
        "学习教育中我对照查出十个问题，八个已经改好，另有三个正在整改：",
    ),
    ("all_beside_exception", "逐条对账，已完成9条：", "逐条对账，已全部完成，还差1条："),
    ("all_beside_exception", "3个问题均已整改：", "均已整改到位，还有1个正在推进："),
    ("all_beside_exception", "已于9月完成整改并报送材料", "都已整改完毕，尚有1件没有办结"),
    ("counted_differently", "86户欠租的事", "68户欠租的事"),
    ("counted_differently", "东郊片区86户", "东郊片区68户"),
    ("counted_differently", "2月底前走访完东郊86户", "2月底前走访完东郊68户"),
    ("deadline_already_past", "2月底前走访完", "2025年12月底前走访完"),
    ("deadline_already_past", "3月底前试签", "力争2025年三季度末前试签"),
    ("deadline_already_past", "年底前清收到九成", "2025年底前清收到九成"),
    ("years_do_not_agree", "1.自学常为事务性工作让路。", "1.自学常为事务性工作让路。我2010年入党，入党19年，"),
    ("years_do_not_agree", "当副职时间长了，", "1999年参加工作，工龄二十年，当副职时间长了，"),
    (
        "years_do_not_agree",
        "1.自学常为事务性工作让路。",
        "1.自学常为事务性工作让路。党龄35年了，2010年6月入党时的劲头淡了。",
    ),
    ("unit_left_out", "涉及分管的维修科", "涉及维修资金37万元，核减的37万，由维修科说明"),
    ("unit_left_out", "4月一处应急抢修按规定会商后开工，", "4月一处应急抢修金额12.5万元，核销12.5万，"),
    ("unit_left_out", "零星工程全年有230多单", "零星工程全年3亿元，也就是3亿，有230多单"),
]
MEETINGS = [
    ("meeting_never_held", "四中全会公报读过两遍", "二十一届四中全会公报读过两遍"),
    ("meeting_never_held", "四中全会公报读过两遍", "党的第二十大报告读过两遍"),
    ("meeting_never_held", "四中全会公报读过两遍", "十八届八中全会公报读过两遍"),
    ("meeting_of_another_time", "四中全会公报读过两遍", "党的二十届五中全会公报读过两遍"),
    ("meeting_of_another_time", "四中全会公报读过两遍", "今年以来，十九届六中全会公报读过两遍"),
    ("meeting_of_another_time", "全年下小区14次", "10月份以来，学习十九届五中全会精神，全年下小区14次"),
    ("meeting_of_another_time", "全年下小区14次", "今年以来，按照党纪学习教育的要求，全年下小区14次"),
    ("meeting_of_another_time", "全年下小区14次", "正在开展的党史学习教育抓得不紧，全年下小区14次"),
]
SETS = [
    ("fixed_set", "现对照检查如下", "增强“五个意识”、坚定“四个自信”，现对照检查如下"),
    ("fixed_set", "没有结合自己的工作想透", "没有结合领悟“三个确立”的决定性意义想透"),
    ("fixed_set", "没有学在前面", "六项纪律（政治纪律、组织纪律、廉洁纪律、群众纪律、劳动纪律、生活纪律）没有学在前面"),
    ("fixed_set", "忘了严管就是厚爱", "忘了自我净化、自我完善、自我革命、自我提高"),
    ("fixed_set", "忘了严管就是厚爱", "忘了中央七项规定精神"),
    ("fixed_wording", "政治敏锐性有所减弱", "政治判断力、执行力、领悟力就慢慢钝了"),
    ("fixed_wording", "政治敏锐性有所减弱", "提高判断力、领悟力、执行力就慢慢松了"),
    ("fixed_wording", "《中国共产党纪律处分条例》", "《中国共产党党章》"),
]
FRAME = [
    ("frame_of_another_year", "现对照检查如下", "对照“四个带头”检查如下"),
    ("frame_of_another_year", "现对照检查如下", "从6个带头查摆，现检查如下"),
    ("frame_of_another_year", "没有结合自己的工作想透", "没有结合六个带头想透"),
    ("meeting_named_differently", "2025年度民主生活会通知要求，会前", "2025年度组织生活会通知要求，会前"),
    ("meeting_named_differently", "中心党组2025年度民主生活会通知要求", "支部召开组织生活会的部署"),
    ("meeting_named_differently", "中心党组2025年度民主生活会通知要求", "中心党组专题民主生活会的通知要求"),
    ("meeting_named_differently", "一、2024年度民主生活会整改措施", "一、主题教育专题民主生活会整改措施"),
    (
        "notice_title_garbled",
        "按照中心党组2025年度民主生活会通知要求",
        "按照《关于认真开好2025年度民主生活会关于开好的通知》",
    ),
    ("notice_title_garbled", "按照中心党组2025年度民主生活会通知要求", "按照《认真开好关于2025年度民主生活会的通知》"),
    ("notice_title_garbled", "2025年度民主生活会通知要求，会前", "2025年度民主生活会通知的通知要求，会前"),
    (
        "theme_differs_from_notice",
        "通知要求，会前",
        f"通知要求，紧扣“{THEME.replace('锲而不舍', '坚定不移')}”主题，会前",
    ),
    (
        "theme_differs_from_notice",
        "通知要求，会前",
        f"通知要求，紧扣“{THEME.replace('二十届四中全会', '二十大')}”主题，会前",
    ),
    (
        "theme_differs_from_notice",
        "通知要求，会前",
        f"通知要求，围绕“{THEME.replace('常态化长效化', '经常化')}”主题，会前",
    ),
    (
        "theme_differs_from_notice",
        "通知要求，会前",
        f"通知要求，围绕“{THEME.replace('二十届四中全会', '二十届三中、四中全会')}”主题，会前",
    ),
]
OTHERS = [
    ("post_of_another", "当时只想着先出进度", "作为县长，当时只想着先出进度"),
    ("post_of_another", "当时只想着先出进度", "作为“一把手”，当时只想着先出进度"),
    ("post_of_another", "当副职时间长了，", "身为局长时间长了，"),
    ("third_person_for_oneself", "原计划每周自学", "他在学习上原计划每周自学"),
    ("third_person_for_oneself", "我把学习当成", "其本人把学习当成"),
    ("third_person_for_oneself", "我没有及时提醒", "她没有及时提醒"),
    ("name_of_another", "副主任　林知远", "副主任　谷满仓"),
    ("name_of_another", "会前我参加集中学习", "本人谷满仓，会前参加集中学习"),
    ("name_of_another", "会前我参加集中学习", "我叫孟怀瑾，会前参加集中学习"),
    ("unit_of_another", "当时只想着先出进度", "作为清源县水务局的一名班子成员，当时只想着先出进度"),
    ("unit_of_another", "当副职时间长了，", "我在枫林乡政府工作时间长了，"),
    ("unit_of_another", "现对照检查如下", "作为市文化馆办公室的一名党员，现对照检查如下"),
    ("name_to_be_left_out", "明知维修科派单有拖延", "给孟怀瑾同志提意见时，明知派单有拖延"),
    ("name_to_be_left_out", "9月一位租户当面说", "9月租户谷满仓当面说"),
    ("name_to_be_left_out", "7月有租户反映维修班上门不守约", "7月枫桥建设有限公司反映维修班上门不守约"),
]
SUBSTANCE = [
    (
        "praise_first",
        "原计划每周自学",
        "一年来认真参加集中学习，取得较好成效。带头讲党课，得到充分肯定。但原计划每周自学",
    ),
    ("praise_first", "全年下小区14次", "坚持走访群众，圆满完成任务。认真办理来信，得到好评。可是全年下小区14次"),
    (
        "praise_first",
        "方面\n1.遇到难题绕着走",
        "方面\n一年来带头攻坚，完成全部任务。认真履职，成效明显提升。\n1.遇到难题绕着走",
    ),
    (
        "measures_without_deadline",
        "（四）批评讲真话。每季度参加一次维修科党小组会，直接点到具体的事；派单超过3天的，当周由我当面问清原因",
        "（四）批评讲真话。敢于直面矛盾，直接点到具体的事",
    ),
    (
        "measures_without_deadline",
        "（一）保证学习时间。每周三下午和周六上午自学，每月底把笔记交所在支部传看；6月底前结合保障性住房工作讲一次党课，课前先请租户代表提三个问题",
        "（一）保证学习时间。坚持读原著、学原文，把学习成果转化为工作动力",
    ),
    (
        "measures_without_deadline",
        "（三）回应走在前。群众集中反映的事，当天报告、当天发布进展说明，办结前每天更新一次；每季度学一部同分管工作有关的法规，应急工程的会商记录请法规科每季度抽查一次，结果在科务会上通报",
        "（三）回应走在前。群众集中反映的事及时报告，应急工程的会商记录逐项写全",
    ),
    (
        "problem_told_as_achievement",
        "1.自学常为事务性工作让路。原计划每周自学两个半天，翻看笔记，10月和11月一共只有5次，赶报表、接检查一忙就停，事后也没有补上。四中全会公报读过两遍，关于住房的部分只是划了线，没有结合自己的工作想透。",
        "1.自学抓得紧。坚持每周自学两个半天，取得明显成效。",
    ),
]
FAULTS = FIGURES + MEETINGS + SETS + FRAME + OTHERS + SUBSTANCE


@pytest.mark.parametrize(("rule", "old", "new"), FAULTS)
def test_a_single_fault_is_found_at_its_place(rule, old, new, finished_sample, individual_2025):
    assert finished_sample.count(old) == 1
    text = finished_sample.replace(old, new)
    at, end = text.index(new), text.index(new) + len(new)
    found = [f for f in analyse(text, individual_2025, decisions=LIN).findings if f.rule == rule]

    assert len(found) == 1, [f.message for f in found]
    assert found[0].span.start < end
    assert at <= found[0].span.end
    assert re.search("[\u4e00-\u9fff]", found[0].message)


def test_the_finished_sample_itself_is_left_alone(finished_sample, individual_2025):
    rules = {rule for rule, *_ in FAULTS}
    found = analyse(finished_sample, individual_2025, decisions=LIN).findings
    assert [f.message for f in found if f.rule in rules] == []


def test_every_kind_has_three_faults():
    kinds = [rule for rule, *_ in FAULTS if rule != "problem_told_as_achievement"]  # its others: test_rules
    assert {kind for kind in kinds if kinds.count(kind) < 3} == set()


def test_what_may_stand_for_a_name_fits_who_is_named():
    head = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n1.批评放不开。"
    rest = "\n二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
    said = "给张三同志提意见轻，租户谷满仓反映的事没有接，和李四科长谈得少，对枫桥机械有限公司的诉求办得慢。"
    found = [f for f in analyse(f"{head}{said}{rest}", EXAMPLE_TEMPLATE).findings if f.rule == "name_to_be_left_out"]

    assert [f.advice.split("可改成")[1].split("；")[0] for f in found] == [
        "“一位同志”",
        "“一位租户”",
        "“一位科长”",
        "“一家企业”",
    ]
