"""What a finding says, its reason and its advice are all true of what is found, and do not contradict each other."""

import pytest

from assistant.language import slips
from assistant.review.material import analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE
from assistant.rules.registry import RULES

HEAD = "2025年度民主生活会个人对照检查材料\n张三\n（2026年1月）\n"
TEXT = HEAD + "一、存在的突出问题\n（一）带头强化政治忠诚方面\n{}\n二、原因剖析\n放松学习。\n三、整改措施\n{}\n"


@pytest.mark.parametrize(
    ("rule", "problem", "measure", "message", "advice"),
    [
        ("other_year", "学得浅。", "2024年6月底前补上。", "整改时限写的是2024年", "请对照本次要求核对年份"),
        (
            "meeting_of_another_time",
            "二十届五中全会学得浅。",
            "每月自学。",
            "2026年10月召开",
            "请核对会议名称和届次；本材料的年度",
        ),
        ("changed_the_wrong_way", "测验93分、91分、94分，一次比一次低。", "每月自学。", "不是依次减少的", "请对照台账"),
        ("months_do_not_agree", "上午9时报告，下午3时会商，耽误了9个小时。", "每月自学。", "相隔约6小时，", "请"),
        ("months_do_not_agree", "14时10分接报，14时30分报出，用时50分钟。", "每月自学。", "相隔约20分钟，", "请"),
        ("fixed_set", "对照“七项纪律”学得浅。", "每月自学。", "是“六项纪律”", "请核对；"),
        ("fixed_set", "政治意识、大局意识、核心意识、责任意识不强。", "每月自学。", "各项是", "请照所列各项核对；"),
        # Names that are no wording in use are not shown: only what they stand for.
        (
            "fixed_set",
            "政治判断力、政治领悟力、政治思考力不强。",
            "每月自学。",
            "通行表述是“政治判断力、政治领悟力、政治执行力”",
            "核对",
        ),
        ("fixed_set", "严以修身、严以用权、严于律已不够。", "每月自学。", "中的“三严”是“严以修身、", "核对"),
        ("leftover_placeholder", "联系【待补】户。", "每月自学。", "【待补】", "请在送审前填上实际内容。"),
        ("leftover_placeholder", "联系XX户。", "每月自学。", "XX", "可先标【待补】"),
        ("likely_slip", "剖析题问的原因不深。", "每月自学。", "“问题”", "颠倒了字的次序"),
        ("likely_slip", "严守政治归矩不够。", "每月自学。", "规矩”", "用错了字"),
    ],
)
def test_advice_fits_the_message(rule, problem, measure, message, advice):
    told = analyse(
        TEXT.format(problem, measure),
        EXAMPLE_TEMPLATE,
        rules=[each for each in RULES if each.name == rule],
        find_slips=slips.shipped().find,
    ).findings
    assert [message in each.message and advice in each.advice for each in told] == [True], told
