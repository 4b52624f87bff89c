"""Notices as offices write them: headings for each subject, parts with brackets, tables of papers, days in long sentences."""

import pytest

from assistant.templates.notice import notice
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"
MEMBERS = "关于召开2026年度组织生活会的通知\n各党支部：\n现将有关事项通知如下。\n"


def read(said, head=HEAD):
    (asked,) = notice.read(canonical(head + said)).templates
    return asked


def sized(found):
    return {of.value: (each.value.least, each.value.most) for of, each in found.items()}


def own(asked):
    return {whose.value: sized(found) for whose, found in asked.part_lengths_for.items()}


def days(asked):
    later = {whose.value: each.value.strftime("%m-%d") for whose, each in asked.hand_in_for.items()}
    return *(day.value.strftime("%m-%d") if day else "" for day in (asked.hand_in, asked.meets)), later


@pytest.mark.parametrize(
    "said",
    [
        "二、内容\n（一）支部班子\n1.对照职责，从{b}四个方面查找不足。\n（二）党员\n1.从{m}四个方面查找不足。",
        "二、检视剖析\n支部委员会重点从以下方面检视：（1）{bn[0]}；（2）{bn[1]}；（3）{bn[2]}；（4）{bn[3]}。\n党员重点从以下方面检视：（1）{mn[0]}；（2）{mn[1]}；（3）{mn[2]}；（4）{mn[3]}。",
        "（一）对照检查。\n支部班子对照以下四个方面：（1）{bn[0]}；（2）{bn[1]}；（3）{bn[2]}；（4）{bn[3]}。\n党员对照以下四个方面：（1）{mn[0]}；（2）{mn[1]}；（3）{mn[2]}；（4）{mn[3]}。",
    ],
)
def test_each_subject_has_the_aspects_below_its_heading(said):
    branch = ["执行上级决策", "严格组织生活", "教育管理党员", "联系服务群众"]
    member = ["政治信仰", "组织观念", "岗位作用", "纪律作风"]
    text = MEMBERS + said.format(b="、".join(branch), m="、".join(member), bn=branch, mn=member)

    found = {asked.subjects: [each.text for each in asked.aspects] for asked in notice.read(canonical(text)).templates}
    assert {whose[0].value: names for whose, names in found.items()} == {"branch": branch, "member": member}


def test_lengths_in_brackets_behind_parts_are_of_these():
    asked = read(
        "第一部分：上年度民主生活会整改措施落实情况（班子800字、个人500字以内）。\n第二部分：查摆的突出问题（班子不少于2500字、个人不少于1500字）。\n"
        "第三部分：典型案例剖析（个人不写，班子500字左右）。\n第四部分：原因分析（800字左右）。\n第五部分：整改措施（班子1000字、个人600字左右）。\n全文班子5500字以内，个人3500字以内。"
    )

    assert sized(asked.lengths) == {"leadership": (0, 5500), "individual": (0, 3500)}
    assert sized(asked.part_lengths) == {"cause": (720, 880)}
    assert own(asked) == {
        "leadership": {
            "previous_rectification": (0, 800),
            "problems": (2500, 0),
            "case_analysis": (450, 550),
            "measure": (900, 1100),
        },
        "individual": {"previous_rectification": (0, 500), "problems": (1500, 0), "measure": (540, 660)},
    }
    parts = [(part.kind.value, part.heading, [each.value for each in part.subjects]) for part in asked.parts]
    assert parts == [
        ("previous_rectification", "上年度民主生活会整改措施落实情况", []),
        ("problems", "查摆的突出问题", []),
        ("case_analysis", "典型案例剖析", ["leadership"]),
        ("cause", "原因分析", []),
        ("measure", "整改措施", []),
    ]
    assert asked.doubts["parts"] == "通知写“典型案例剖析（个人不写，班子500字左右）”，据此没有列入班子成员个人的材料。"


@pytest.mark.parametrize(
    "said",
    [
        "材料包括：1.上年度整改情况；2.有关事项说明（班子材料不写）；3.存在问题；4.原因剖析；5.整改措施。班子材料和个人材料都要写。",
        "材料包括：上年度整改情况、有关事项说明（班子不写）、存在问题、原因剖析、整改措施。班子材料和个人材料都要写。",
    ],
)
def test_a_part_that_one_need_not_write_is_the_others(said):
    found = {part.kind.value: [each.value for each in part.subjects] for part in read(said).parts}

    assert found["declarations"] == ["individual"]
    assert found["cause"] == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("个人材料3000字，其中问题不少于1500字。", {"problems": (1500, 0)}),
        ("个人材料3000字，查摆问题要写够1500字。", {"problems": (1500, 0)}),
        ("个人材料3000字，原因和措施各500字左右。", {"cause": (450, 550), "measure": (450, 550)}),
    ],
)
def test_a_part_by_its_short_name(said, found):
    asked = read(said)

    assert sized(asked.part_lengths) == found
    assert sized(asked.lengths) == {"individual": (2700, 3300)}


def test_another_paper_sets_neither_a_length_nor_a_day():
    asked = read(
        "1.个人对照检查材料，3500字左右，1月12日前定稿。\n2.上年度民主生活会整改措施落实情况报告，2000字左右，1月8日前完成。\n"
        "3.征求意见情况报告，1500字左右，1月8日前完成。\n会议1月23日召开。"
    )

    assert sized(asked.lengths) == {"individual": (3150, 3850)}
    assert days(asked) == ("01-12", "01-23", {})


def test_a_table_of_papers():
    asked = read(
        "材料名称\t报送人\t字数\t报送时间\t备注\n院领导班子对照检查材料\t党委办公室\t5000字以内\t1月8日\t其中问题部分不少于2500字\n"
        "院领导班子成员对照检查材料\t各班子成员\t3500字以内\t1月11日\t其中问题部分不少于1500字\n上年度整改落实情况报告\t党委办公室\t2000字左右\t1月5日\t"
    )

    assert sized(asked.lengths) == {"leadership": (0, 5000), "individual": (0, 3500)}
    assert own(asked) == {"leadership": {"problems": (2500, 0)}, "individual": {"problems": (1500, 0)}}
    assert days(asked) == ("01-08", "", {"individual": "01-11"})


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("民主生活会2月28日前召开，各单位于召开前3天将材料报机关党委，最晚不迟于2月24日。", ("02-24", "02-28", {})),
        ("班子材料1月9日前报党群部，个人材料由本人保管，交稿时间为1月6日。", ("01-06", "", {"leadership": "01-09"})),
        ("民主生活会1月31日前召开，班子材料1月15日前、个人材料1月10日前报组织股。", ("01-10", "01-31", {"leadership": "01-15"})),
        ("班子材料1月11日前、个人材料1月13日前发党建办邮箱。", ("01-11", "", {"individual": "01-13"})),
        (
            "12月15日印发的通知中，原定1月10日前报送班子和个人对照检查材料、1月18日召开会议，现因工作冲突，材料报送时间推迟至1月17日，会议推迟至1月26日召开。",
            ("01-17", "01-26", {}),
        ),
        ("民主生活会拟于1月20日召开，经请示上级同意，改为1月23日上午召开。", ("", "01-23", {})),
    ],
)  # fmt: skip
def test_days_in_long_sentences(said, found):
    assert days(read(said)) == found


def test_of_some_of_the_members_alone():
    found = notice.read(canonical(f"{MEMBERS}发言提纲1200字左右，支委会成员1500字左右。"))

    assert sized(found.templates[0].lengths) == {"member": (1080, 1320)}
    assert [each.said for each in found.unread] == ["支委会成员1500字左右"]


def test_a_message_of_one_paragraph():
    said = (
        "各位班子成员：年度民主生活会定在1月19号（周二）下午2点半，三楼会议室。主题：强政治、优服务、严纪律。"
        "个人对照检查材料请按“三个带头”写（带头讲政治守规矩、带头转作风办实事、带头敢担当善作为），3200字上下，其中查摆问题要写够1600字，"
        "原因和措施各500字左右，去年整改情况200来字就行。1月11号前把初稿发我。班子材料由办公室写，5000字左右。2026年度的，别写错。"
    )
    asked = read(said, head="")

    assert asked.year.value == 2026
    assert [each.text for each in asked.aspects] == ["带头讲政治守规矩", "带头转作风办实事", "带头敢担当善作为"]
    assert sized(asked.lengths) == {"leadership": (4500, 5500), "individual": (2880, 3520)}
    assert own(asked) == {
        "individual": {
            "previous_rectification": (180, 220),
            "problems": (1600, 0),
            "cause": (450, 550),
            "measure": (450, 550),
        }
    }
    assert days(asked) == ("01-11", "01-19", {})


def test_aspects_below_the_part_of_the_problems():
    asked = read(
        "材料内容：\n（一）上年度整改落实情况；\n（二）有关事项说明：个人有关事项报告、审计反馈等（党组材料不写）；\n（三）存在的主要问题。围绕“三个带头”，即带头铸牢政治忠诚、带头深化综合改革、带头正风肃纪反腐，"
        "每个方面至少2个问题；\n（四）原因；\n（五）整改措施。\n党组材料5000字，党组成员个人材料4000字。",
        head="关于召开2026年度党组民主生活会的通知\n各科室：\n",
    )

    assert [each.text for each in asked.aspects] == ["带头铸牢政治忠诚", "带头深化综合改革", "带头正风肃纪反腐"]
    found = {part.kind.value: [each.value for each in part.subjects] for part in asked.parts}
    assert found["declarations"] == ["individual"]


def test_what_two_meetings_have_in_common_below_unlike_numbers():
    text = (
        "学院党委关于召开2026年度院领导班子民主生活会、二级党组织班子民主生活会和党支部组织生活会的通知\n各单位：\n一、院领导班子民主生活会\n班子材料5000字以内，1月9日前报送。\n"
        "二、二级党组织班子民主生活会\n1月25日前召开。\n三、党支部组织生活会\n党员发言提纲1500字以内。\n四、共同要求\n材料分四个部分：上年度整改情况、查摆的问题、原因剖析、整改措施。"
    )
    kinds = ["previous_rectification", "problems", "cause", "measure"]

    assert [[part.kind.value for part in asked.parts] for asked in notice.read(canonical(text)).templates] == [
        kinds
    ] * 2


@pytest.mark.parametrize(
    "said",
    [
        "问题、原因、措施比例5:2:3",
        "查摆问题、原因剖析、整改措施按5∶2∶3",
        "问题、原因和措施的篇幅按五比二比三",
        "存在问题、原因剖析、整改措施占比约为6:2:2",
        "查摆问题占五成、原因占两成、措施占三成",
    ],
)
def test_a_ratio_of_parts_is_told(said):
    found = notice.read(canonical(f"{HEAD}{said}。"))

    assert [(each.value, each.said) for each in found.unread] == [("占比", said)]


def test_an_hour_is_no_ratio():
    found = notice.read(canonical(f"{HEAD}会议时间：1月20日9:30，材料1月10日18:00前报送。"))

    assert days(found.templates[0]) == ("01-10", "01-20", {})
    assert found.unread == ()


def test_the_day_of_the_one_who_leads_is_not_everybody_s():
    said = "1、党组书记个人对照检查材料，1月8日前定稿。\n2、党组成员个人对照检查材料，1月12日前定稿。"

    assert days(read(said)) == ("01-12", "", {})


def test_problems_of_each_member():
    asked = read("党员从政治信仰、组织观念、纪律作风三个方面查找不足，每名党员不少于3条。", head=MEMBERS)

    assert asked.problems_total.value == 3


def test_the_form_of_a_material_is_told():
    found = notice.read(
        canonical(f"{MEMBERS}党员材料1000字。\n（三）格式。A4纸双面打印，一式两份，标题方正小标宋二号。")
    )

    assert [each.said for each in found.unread] == ["A4纸双面打印", "一式两份", "标题方正小标宋二号"]


def test_what_stands_in_the_next_row_says_nothing_of_a_day():
    asked = read("材料名称\t字数\t报送时间\n班子对照检查材料\t5000字\t1月8日\n上年度整改落实情况报告\t2000字\t1月5日")

    assert days(asked) == ("01-08", "", {})


def test_a_report_on_its_own_is_no_part():
    asked = read("班子对照检查材料5000字。另报上年度民主生活会整改措施落实情况报告，2000字左右。")

    assert "previous_rectification" not in [part.kind.value for part in asked.parts]


def test_parts_in_the_line_below_a_heading():
    asked = read("（三）材料内容\n上年度整改情况、存在问题、典型案例剖析、原因剖析、整改措施。")

    kinds = ["previous_rectification", "problems", "case_analysis", "cause", "measure"]
    assert [part.kind.value for part in asked.parts] == kinds
