"""Title and name lines among all that people write about them: draft marks, notes of handling, salutations, units."""

import pytest

from assistant.structure import bylines, head_notes
from assistant.structure.parsing import parse

TITLE = "2025年度民主生活会个人对照检查材料"


def front(head):
    text = f"{head}\n根据通知要求，检查如下。\n一、存在的问题\n不够深入。\n"
    material = parse(text).materials[0]
    assert material.preface_span.of(text) == "根据通知要求，检查如下。\n"
    return material.title, material.byline_span.of(text)


@pytest.mark.parametrize(
    ("head", "title", "names"),
    [
        # the signs of a draft, alone on a line, and who is to read it
        ("（初稿）\n冯三\n2025年度民主生活会发言提纲", "2025年度民主生活会发言提纲", "冯三"),
        ("初稿\n冯三\n2025年度民主生活会\n个人发言提纲", "2025年度民主生活会个人发言提纲", "冯三"),
        (f"征求意见稿\n张书记审阅\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"二稿（2026年1月8日）\n冯三\n{TITLE}", TITLE, "冯三"),
        (f"V2.0\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"1月8日修改\n未定稿\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"呈县委组织部审定\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"县委书记　李四　阅\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"请李主任审阅　1月8日\n（第三稿）\n冯三\n{TITLE}", TITLE, "冯三"),
        (f"{TITLE}\n（征求意见稿）\n冯三", TITLE, "（征求意见稿）\n冯三"),
        ("冯三\n个人对照检查材料（送审稿）", "个人对照检查材料（送审稿）", "冯三"),
        ("冯三\n个人对照检查材料第二稿", "个人对照检查材料第二稿", "冯三"),
        # salutations
        (f"尊敬的王书记：\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"各位领导、同志们：\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"县委组织部：\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"某县纪委监委、县委组织部：\n某县水利局党组\n{TITLE}", f"某县水利局党组{TITLE}", ""),
        ("尊敬的各位领导、各位同志，\n大家好！\n2025年度民主生活会\n发言提纲\n冯三", "2025年度民主生活会发言提纲", "冯三"),
        (f"敬爱的党组织：\n\n{TITLE}\n\n冯三", TITLE, "\n冯三"),
        (f"李书记、张镇长：\n冯三\n{TITLE}", TITLE, "冯三"),
        (f"冯三\n副局长\n（初稿）\n尊敬的督导组各位领导：\n{TITLE}", TITLE, "冯三\n副局长"),
        # posts without a name
        (f"党组书记、局长 王小二\n党组书记、局长\n{TITLE}", TITLE, "党组书记、局长 王小二\n党组书记、局长"),
        (f"副县长、县公安局局长\n王小二\n{TITLE}", TITLE, "副县长、县公安局局长\n王小二"),
        (f"某县水利局党组成员、副局长王小二同志\n{TITLE}", TITLE, "某县水利局党组成员、副局长王小二同志"),
        # units
        (f"{TITLE}\n王小二\n某县水利局", TITLE, "王小二\n某县水利局"),
        (f"{TITLE}\n（王小二　2026年1月10日）\n某县水利局\n县水利局党组", TITLE, "（王小二　2026年1月10日）\n某县水利局\n县水利局党组"),
        (f"{TITLE}\n县政协\n王小二", TITLE, "县政协\n王小二"),
        (f"{TITLE}\n某县一中\n王小二", TITLE, "某县一中\n王小二"),
        (f"某县水利局党组\n王小二\n{TITLE}", TITLE, "某县水利局党组\n王小二"),
        (f"某县水利局\n（初稿）\n{TITLE}\n王小二", TITLE, "王小二"),
        (f"征求意见稿\n某县水利局\n{TITLE}\n王小二", f"某县水利局{TITLE}", "王小二"),
        # dashes, dates, labels
        (f"{TITLE}\n——某局副局长 周九", TITLE, "——某局副局长 周九"),
        (f"{TITLE}\n--某局副局长周九", TITLE, "--某局副局长周九"),
        (f"{TITLE}\n— 周九\n某县水利局 —", TITLE, "— 周九\n某县水利局 —"),
        (f"{TITLE}\n周九 2026.1.10", TITLE, "周九 2026.1.10"),
        (f"{TITLE}\n时间：2026年1月10日\n地点：局三楼会议室\n发言人：周九", TITLE, "时间：2026年1月10日\n地点：局三楼会议室\n发言人：周九"),
        (f"姓　名\n周九\n单　位\n某县水利局\n{TITLE}", TITLE, "周九\n单　位\n某县水利局"),
        (f"{TITLE}\n周九，某县水利局副局长", TITLE, "周九，某县水利局副局长"),
        (f"青石县水务局文件\n青水发〔2026〕3号\n{TITLE}\n周九", TITLE, "周九"),
        (f"呈：县委组织部\n周九\n{TITLE}", TITLE, "周九"),
        (f"送审件\n拟稿人：钱四　核稿人：李四\n{TITLE}\n周九", TITLE, "周九"),
        (f"2025年度民主生活会材料之三\n{TITLE}\n周九（青石县水务局）", TITLE, "周九（青石县水务局）"),
        (f"青石县水务局\n姓  名\t周九\n政治面貌\t中共党员\n{TITLE}", TITLE, "青石县水务局\n姓  名\t周九"),
        (f"{TITLE}\n主持人　李四\n周九", TITLE, "主持人　李四\n周九"),
        (f"附件2：\n县委组织部：\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"同志们：\n秘密\n急件\n2026年1月8日稿\n冯三\n{TITLE}", TITLE, "冯三"),
        ("v3\n对照检查材料\n对照检查人　冯三\n所在单位　县水务局", "对照检查材料", "对照检查人　冯三\n所在单位　县水务局"),
        # a line above the title that calls the text by its kind, or names the meeting too
        (f"汇报提纲\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"2025年度民主生活会材料\n审阅稿\n李四常务副县长审阅\n{TITLE}\n冯三", TITLE, "冯三"),
        (f"2025年度民主生活会汇报材料\n{TITLE}\n冯三", TITLE, "冯三"),
        # near misses: what looks like one of these and belongs to the title
        ("强化审核把关\n民主生活会对照检查材料", "强化审核把关民主生活会对照检查材料", ""),
        ("转变作风促整改\n民主生活会对照检查材料", "转变作风促整改民主生活会对照检查材料", ""),
        ("教育引导党员、干部\n对照检查材料", "教育引导党员、干部对照检查材料", ""),
        ("2025年度民主生活会发言稿\n冯三", "2025年度民主生活会发言稿", "冯三"),
        (f"{TITLE}\n（在局党组民主生活会上的发言）\n冯三", f"{TITLE}（在局党组民主生活会上的发言）", "冯三"),
        ("个人检视剖析\n材料\n冯三", "个人检视剖析材料", "冯三"),
        ("各位同志批评意见清单\n冯三", "各位同志批评意见清单", "冯三"),
        ("关于征求意见情况的报告\n冯三", "关于征求意见情况的报告", "冯三"),
    ],
)  # fmt: skip
def test_title_and_name_lines_among_others(head, title, names):
    assert front(head) == (title, names)


@pytest.mark.parametrize("greeting", ["各党支部：", "尊敬的王书记：", "同志们："])
def test_a_salutation_without_a_title_is_none(greeting):
    text = f"{greeting}\n现就有关事项汇报如下。\n一、存在的问题\n不够深入。\n"
    material = parse(text).materials[0]
    assert material.title is None
    assert material.preface_span.of(text).startswith(greeting)


@pytest.mark.parametrize(
    "line",
    ["送审稿", "（讨论稿）", "第二版", "仅供参考", "县委〔2026〕3号", "审核人：李四", "联系电话：12345", "李县长已阅"],
)
def test_notes(line):
    assert head_notes.is_note(line)
    assert not head_notes.is_salutation(line)


@pytest.mark.parametrize(
    "line",
    ["发言稿", "个人对照检查材料初稿", "整改落实", "报告", "冯三", "2026年1月8日", "姓名：冯三", "会议审议情况报告"],
)
def test_what_is_no_note(line):
    assert not head_notes.is_note(line)


@pytest.mark.parametrize("line", ["存在的问题：", "现将情况报告如下：", "学习方面：", "整改措施：", "努力方向："])
def test_what_is_no_salutation(line):
    assert not head_notes.is_salutation(line)


@pytest.mark.parametrize("line", ["全体同志", "加强理论武装、提升能力", "今年以来，认真对照", "学习、工作"])
def test_what_is_no_name_line(line):
    assert not bylines.is_byline(line)


@pytest.mark.parametrize(
    "line", ["某县卫生院护师 冯三", "某供电公司抄表工　冯三", "某收费站收费员 冯三", "造型工段工段长 冯三"]
)
def test_a_trade_before_a_name(line):
    assert bylines.is_byline(line)


def test_what_follows_a_trade_is_no_name():
    assert not bylines.is_byline("公司员工 行为规范")
