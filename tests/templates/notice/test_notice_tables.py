"""Tables of a notice: cells with line breaks, tasks with their due days, rows that say little of what they are."""

import pytest

from assistant.templates.notice import notice, quoted_cells
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"


def read(said):
    found = notice.read(canonical(HEAD + said))
    (asked,) = found.templates
    return asked, found


def sized(found):
    return {of.value: (each.value.least, each.value.most) for of, each in found.items()}


def days(asked):
    own = {whose.value: each.value.day for whose, each in asked.hand_in_for.items()}
    return *(day.value.day if day else None for day in (asked.hand_in, asked.meets)), own


# ---- cells with line breaks, as Excel and WPS put them on the clipboard


def test_a_cell_with_line_breaks_is_one_cell():
    said = '材料\t"字数\n要求"\t报送时间\n"班子对照\n检查材料"\t"5000字\n以内"\t1月10日前\n"个人发言提纲"\t"3000字\n以内"\t1月12日前'
    asked, found = read(said)

    assert sized(asked.lengths) == {"leadership": (0, 5000), "individual": (0, 3000)}
    assert days(asked) == (10, None, {"individual": 12})
    assert found.unread == ()


def test_items_in_a_cell_stay_apart():
    said = (
        '项目\t要求\n班子材料\t"1.5000字以内\n2.其中问题部分不少于2000字\n3.1月10日前报送"\n'
        '个人材料\t"1.3000字以内\n2.其中问题部分不少于1500字\n3.1月12日前报送"'
    )
    asked, _ = read(said)

    assert sized(asked.lengths) == {"leadership": (0, 5000), "individual": (0, 3000)}
    assert {whose.value: sized(own) for whose, own in asked.part_lengths_for.items()} == {
        "leadership": {"problems": (2000, 0)},
        "individual": {"problems": (1500, 0)},
    }
    assert days(asked) == (10, None, {"individual": 12})


def test_a_list_of_parts_in_a_cell_is_read():
    said = '项目\t要求\n材料内容\t"1.上年度整改落实情况\n2.存在的突出问题\n3.典型案例剖析\n4.原因剖析\n5.整改措施"\n字数\t"班子5000字\n个人3000字"'
    asked, _ = read(said)

    kinds = ["previous_rectification", "problems", "case_analysis", "cause", "measure"]
    assert [part.kind.value for part in asked.parts] == kinds
    assert sized(asked.lengths) == {"leadership": (4500, 5500), "individual": (2700, 3300)}


def test_marks_within_a_cell_are_kept_and_what_was_read_is_found_in_the_text():
    text = canonical(
        f'{HEAD}项目\t内容\n会议主题\t"坚定理想信念，\n勇于""担当作为""，服务发展大局"\n时间\t2027年1月20日'
    )
    (asked,) = notice.read(text).templates

    assert asked.theme.value == "坚定理想信念，勇于“担当作为”，服务发展大局"
    assert asked.theme.span.of(text) == asked.theme.said
    assert asked.meets.value.day == 20


@pytest.mark.parametrize(
    "text", ['他说"要开好\n会"。\n材料\t3000字', '"一\t二\n三\t四', 'a\t"b\nc\td', '尺寸\t5"\n材料\t6"']
)
def test_a_mark_that_opens_no_cell_joins_nothing(text):
    assert "\n".join(line for line, _ in quoted_cells.lines(text)) == text


def test_each_character_of_a_joined_cell_knows_its_place():
    text = '甲\t"乙\n丙""丁"\t戊'
    ((line, places),) = quoted_cells.lines(text)

    assert line == '甲\t乙丙"丁\t戊'
    assert [text[at] for at in places] == [*line]


# ---- tasks and their due days


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            ("序号\t工作任务\t责任单位\t完成时限\n1\t制定会议方案\t办公室\t12月25日\n2\t征求意见\t机关党委\t1月5日前\n3\t撰写班子对照检查材料\t办公室\t1月10日前\n"
            "4\t班子成员撰写发言提纲\t各班子成员\t1月12日前\n5\t召开民主生活会\t局党组\t1月20日\n6\t报送情况报告\t办公室\t2月5日"),
            (10, 20, {"individual": 12}),
        ),
        (
            "工作任务\t完成时限\t责任单位\n起草班子对照检查材料并报党组审定\t2027年1月10日\t办公室\n班子成员个人发言提纲报机关党委\t2027年1月12日\t班子成员\n民主生活会\t2027年1月20日\t党组",
            (10, 20, {"individual": 12}),
        ),
        ("序号\t事项\t时限\n1\t提交个人对照检查材料\t2027.1.12\n2\t民主生活会召开\t2027.1.20", (12, 20, {})),
        ("序号\t工作任务\t责任单位\t完成时限\n1\t撰写对照检查材料\t各单位\t1月上旬\n2\t材料审核把关\t县纪委机关、县委组织部\t1月15日前\n3\t召开民主生活会\t各单位\t1月底前", (10, 31, {})),
        ("任务\t牵头人\t完成时间\n撰写材料\t班子成员\t1月12日\n撰写材料\t班子（办公室执笔）\t1月8日", (8, None, {"individual": 12})),
        ("阶段\t内容\t时间节点\t责任人\n会前\t集中学习\t1月5日前\t各成员\n\t谈心谈话\t1月8日前\t各成员\n\t材料撰写\t1月12日前\t各成员\n会中\t开展批评\t1月20日\t全体\n会后\t制定整改方案\t2月5日前\t办公室", (12, 20, {})),
        ("时间\t内容\n1月8日前\t开展学习研讨\n1月12日前\t报送对照检查材料\n1月20日前\t召开民主生活会", (12, 20, {})),
    ],
)  # fmt: skip
def test_a_due_day_is_what_its_row_s_task_is(rows, found):
    asked, _ = read(rows)

    assert days(asked) == found


# ---- rows that name neither a subject nor a material


@pytest.mark.parametrize("said", ["材料\n对照检查\t3000字", "三、材料\n对照检查\t3000字\n班子和个人都要写。"])
def test_a_bare_row_is_told_where_several_write(said):
    asked, found = read(said)

    assert not asked.lengths
    assert [(each.value, each.said) for each in found.unread] == [("字数", "对照检查\t3000字")]


@pytest.mark.parametrize(
    "said",
    [
        "（一）班子材料\n对照检查\t5000字以内\n（二）个人材料\n对照检查\t3000字以内",
        "班子\t\n对照检查\t5000字以内\n个人\t\n对照检查\t3000字以内",
        "班子材料\n部分\t字数\n上年度整改\t500字以内\n合计\t5000字以内\n个人材料\n部分\t字数\n上年度整改\t300字以内\n合计\t3000字以内",
    ],
)
def test_a_bare_row_is_of_the_heading_above(said):
    asked, found = read(said)

    assert sized(asked.lengths) == {"leadership": (0, 5000), "individual": (0, 3000)}
    assert found.unread == ()


def test_a_bare_row_holds_where_one_alone_writes():
    asked, _ = read("班子成员要写对照检查。\n材料\n对照检查\t3000字以内")

    assert sized(asked.lengths) == {"individual": (0, 3000)}


def test_a_number_before_a_length_is_no_part_of_it():
    asked, _ = read("班子材料要求：1.5000字以内；2.1月10日前报送。")

    assert sized(asked.lengths) == {"leadership": (0, 5000)}
    assert days(asked) == (10, None, {})
