"""One thing said in many ways: themes, two subjects in a sentence, lengths, days, parts with brackets behind them."""

import pytest

from assistant.templates.notice import notice, standing
from assistant.text import canonical

HEAD = "关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n"
ASPECTS = "\n紧扣“四个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众；带头担当作为。\n"
MEMBERS = "关于召开2026年度组织生活会的通知\n各党支部：\n现将有关事项通知如下。\n"
THEME = "坚持求真务实，转变工作作风，以实干实绩服务群众"


def read(text):
    return notice.read(canonical(text))


@pytest.mark.parametrize(
    "said",
    [
        "一、会议主题\n开好会议，意义重大。本次民主生活会的主题为：{}。", "一、会议主题\n会议主题是“{}”。", "会议以“{}”为主题。",
        "民主生活会以{}为主题召开。", "一、会议主题：{}。", "一、会议主题\n{}。", "会议主题已经明确，即“{}”。", "主题确定为：“{}”。",
        "要紧紧围绕“{}”这一主题，开好会议。", "把“{}”作为本次会议主题。", "“{}”是这次民主生活会的主题。", "今年民主生活会的主题，是{}。",
        "一、主题\n（一）{}。", "一、会议主题如下：\n“{}”。", "会议主题经研究，统一为“{}”。", "【会议主题】{}", "会议围绕{}这个主题进行。",
        "会议主题（{}）。", "二、关于主题。各级要高度重视。今年的主题是：{}。", "主题就是{}。", "经研究同意，本次会议主题是：\n{}。",
        "会议主题统一为：{}；不得更改。", "问：今年的主题是什么？\n答：{}。",
    ],
)  # fmt: skip
def test_themes(said):
    (asked,) = read(HEAD + said.format(THEME) + ASPECTS).templates

    assert asked.theme.value == THEME


@pytest.mark.parametrize(
    "said",
    [
        "会议主题另行通知。", "一、会议主题\n按上级通知执行。", "一、会议主题\n开好年度民主生活会，意义重大。",
        f"党日活动主题为：{THEME}。", f"2025年度民主生活会的主题是“{THEME}”。", "要突出主题，联系实际，见人见事。",
    ],
)  # fmt: skip
def test_no_theme_is_taken_from_elsewhere(said):
    (asked,) = read(HEAD + said + ASPECTS).templates

    assert asked.theme is None


BRANCH, MEMBER = ["执行决定", "抓实主题党日", "服务职工"], ["信念坚定", "遵规守纪", "岗位奉献", "联系职工"]


@pytest.mark.parametrize(
    "said",
    [
        "支部班子从{b}等方面，党员从{m}等方面查找不足。",
        "党员从{m}等方面查找不足，支部班子从{b}等方面查找不足。",
        "支部班子重点查摆{b}三个方面，党员重点查摆{m}四个方面。",
        "支部委员会对照{b}，党员对照{m}，查摆问题。",
        "支部班子查摆：{b}；党员查摆：{m}。",
        "支委会围绕“{b}”三方面检视，党员围绕“{m}”四方面检视。",
        "查摆问题时，支部班子要从{b}等方面查找，普通党员要从{m}等方面查找。",
        "（一）支部班子。从{b}等方面查找不足。\n（二）党员。从{m}等方面查找不足。",
    ],
)
def test_two_subjects_have_each_their_aspects(said):
    read_of = read(MEMBERS + said.format(b="、".join(BRANCH), m="、".join(MEMBER))).templates

    found = {asked.subjects[0].value: [each.text for each in asked.aspects] for asked in read_of}
    assert found == {"branch": BRANCH, "member": MEMBER}


@pytest.mark.parametrize(
    ("said", "lengths"),
    [
        ("班子材料控制在五千字以内，个人材料三千至四千字。", {"leadership": (0, 5000), "individual": (3000, 4000)}),
        ("对照检查材料：班子5000字以内；个人3500字以内。", {"leadership": (0, 5000), "individual": (0, 3500)}),
        ("字数：班子5000，个人3500。", {"leadership": (4500, 5500), "individual": (3150, 3850)}),
        ("班子材料4500字上下，班子成员个人材料3k字左右。", {"leadership": (4050, 4950), "individual": (2700, 3300)}),
        ("个人材料3000字以上4000字以下，班子材料5000字以上。", {"individual": (3000, 4000), "leadership": (5000, 0)}),
        ("班子材料、个人材料分别控制在5000字、3500字以内。", {"leadership": (0, 5000), "individual": (0, 3500)}),
        ("班子材料原则上5000字，个人材料原则上3000字。", {"leadership": (4500, 5500), "individual": (2700, 3300)}),
        ("班子材料三千来字，个人发言提纲两千多字。", {"leadership": (2700, 3300), "individual": (1800, 2200)}),
        ("个人发言提纲以3000字为宜，班子材料4000字上下为好。", {"individual": (2700, 3300), "leadership": (3600, 4400)}),
        ("个人材料不少于3000字、不超过4000字，班子材料不少于4500字不超过6000字。", {"individual": (3000, 4000), "leadership": (4500, 6000)}),
        ("班子材料应在4000字以上，但不能超过5000字；个人2500字起步，3500字封顶。", {"leadership": (4000, 5000), "individual": (2500, 3500)}),
        ("个人材料下限2500字、上限3500字，班子材料上限5000字。", {"individual": (2500, 3500), "leadership": (0, 5000)}),
        ("班子材料五千字、个人材料三千字。", {"leadership": (4500, 5500), "individual": (2700, 3300)}),
        ("班子材料（5000字）、个人材料（3500字）请按时报。", {"leadership": (4500, 5500), "individual": (3150, 3850)}),
        ("班子成员每人撰写3000字发言提纲。", {"individual": (2700, 3300)}),
        ("个人材料两三千字即可，班子材料三五千字。", {"individual": (2000, 3000), "leadership": (3000, 5000)}),
        ("班子材料四千五百字以内，个人三千五。", {"leadership": (0, 4500), "individual": (3150, 3850)}),
        ("个人材料力争3000字，最多不突破4000字。", {"individual": (3000, 4000)}),
        ("个人剖析材料不要少于3000字，最多写3500字。", {"individual": (3000, 3500)}),
        ("班子材料少于4000字、个人材料不到3000字的，一律退回。", {"leadership": (4000, 0), "individual": (3000, 0)}),
        ("个人材料不足2500字的退回补充，超过4000字的请压缩。", {"individual": (2500, 4000)}),
        ("个人发言提纲三千字出头，班子材料4000字前后。", {"individual": (2700, 3300), "leadership": (3600, 4400)}),
    ],
)  # fmt: skip
def test_lengths_of_each_subject(said, lengths):
    (asked,) = read(HEAD + ASPECTS + said).templates

    assert {whose.value: (each.value.least, each.value.most) for whose, each in asked.lengths.items()} == lengths


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("班子材料不超过5000字，个人材料不超过5页。", "个人材料不超过5页"),
        ("班子材料不超过5000字。个人发言提纲篇幅适中，不宜过长。", "个人发言提纲篇幅适中"),
        ("班子成员个人材料控制在六张纸以内。", "班子成员个人材料控制在六张纸以内"),
        ("班子材料不超过5000字。去年不少个人材料不到2000字。", "去年不少个人材料不到2000字"),
    ],
)
def test_a_length_that_is_not_understood_is_told_where_it_is_missing(said, clause):
    read_of = read(HEAD + ASPECTS + said)
    row = standing.rows(read_of.templates[0])["length:individual"]

    assert [(each.value, each.said) for each in read_of.unread] == [("字数", clause)]
    assert (row.standing.value, row.doubt) == ("请核对", f"有一句没有认出：“{clause}”。")


@pytest.mark.parametrize(
    "said",
    ["字数不限。", "三、字数要求\n个人材料3000字以内。", "查摆问题的篇幅不少于三分之二。", "心得体会不超过5页。"],
)
def test_what_sets_no_length_of_the_material_is_none_unread(said):
    assert read(HEAD + ASPECTS + said).unread == ()


@pytest.mark.parametrize(
    ("rows", "lengths"),
    [
        ("支部班子对照检查\t3000字左右", {"branch": (2700, 3300)}),
        ("| 支部班子对照检查 | 3000字 |\n|---|---|\n| 党员对照检查 | 1500字以内 |", {"branch": (2700, 3300), "member": (0, 1500)}),
        ("材料\t字数\n支部班子检视剖析\t3000字以内\n党员检视剖析\t1500字", {"branch": (0, 3000), "member": (1350, 1650)}),
        ("材料\t支部班子对照检查\t党员对照检查\n字数\t3000字\t1500字", {"branch": (2700, 3300), "member": (1350, 1650)}),
        ("党员对照检查\t1500字\t电子版\n支部班子对照检查\t3000字，纸质版\t", {"branch": (2700, 3300), "member": (1350, 1650)}),
    ],
)  # fmt: skip
def test_a_row_that_names_a_material_without_that_word_is_of_the_whole(rows, lengths):
    (asked,) = read(f"{MEMBERS}{rows}\n一、对照方面\n1. 政治信仰方面\n2. 党员意识方面").templates

    assert {whose.value: (each.value.least, each.value.most) for whose, each in asked.lengths.items()} == lengths
    assert not asked.part_lengths
    assert not asked.part_lengths_for


def test_the_same_name_beside_other_parts_is_of_the_part():
    rows = "部分\t支部班子\t党员\n检视剖析\t1500字\t800字\n整改措施\t500字\t300字"
    (asked,) = read(f"{MEMBERS}{rows}\n一、对照方面\n1. 政治信仰方面\n2. 党员意识方面").templates

    found = {whose.value: {kind.value: each.value.least for kind, each in own.items()} for whose, own in asked.part_lengths_for.items()}  # fmt: skip
    assert found == {"branch": {"problems": 1350, "measure": 450}, "member": {"problems": 720, "measure": 270}}
    assert not asked.lengths


@pytest.mark.parametrize(
    "named",
    [
        "局党组班子对照检查材料、主要负责同志发言提纲和班子成员发言提纲，字数分别",
        "班子材料、主要负责同志和班子成员发言提纲，篇幅原则上分别",
        "班子材料、党委书记材料、班子成员材料分别",
    ],
)
def test_in_a_row_of_lengths_those_of_one_of_them_alone_stay_unread(named):
    found = read(f"{HEAD}{ASPECTS}{named}不超过5000字、3500字和3000字。")

    lengths = {whose.value: each.value.most for whose, each in found.templates[0].lengths.items()}
    assert lengths == {"leadership": 5000, "individual": 3000}
    assert [each.said for each in found.unread] == ["3500字"]


@pytest.mark.parametrize(
    "said",
    [
        "查摆问题、剖析原因、整改措施分别约占50%、20%、30%",
        "查摆问题、剖析原因、整改措施分别占50%、20%、30%左右",
        "材料中查摆问题和原因剖析部分分别不少于一半、五分之一",
        "查摆问题要占50%",
    ],
)
def test_shares_of_several_parts_are_told_and_not_added_up(said):
    found = read(f"{HEAD}{ASPECTS}{said}。")

    assert found.templates[0].share is None
    assert [(each.value, each.said) for each in found.unread] == [("占比", said)]


PARTS = "材料分四部分：①上年度整改落实情况；②存在的问题；③原因剖析；④整改措施。"


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        (f"{PARTS}第②③部分不少于2000字，全文3500字左右。", "第②③部分不少于2000字"),
        (f"{PARTS}第二、三部分合计不少于2000字，全文3500字左右。", "第二、三部分合计不少于2000字"),
        ("问题和原因两部分合计不少于2000字，全文3500字左右。", "问题和原因两部分合计不少于2000字"),
        ("每个问题不少于150字，全文3500字左右。", "每个问题不少于150字"),
    ],
)
def test_what_cannot_be_kept_is_told_with_its_words(said, unread):
    found = read(HEAD + ASPECTS + said)

    assert [(each.value, each.said) for each in found.unread] == [("字数", unread)]
    assert f"有要求没有认出，未填写，请对照原句：“{unread}”（字数）。" in found.told
    assert {(each.value.least, each.value.most) for each in found.templates[0].lengths.values()} == {(3150, 3850)}
    assert found.templates[0].part_lengths == {}


def test_a_numbered_part_has_its_length():
    (asked,) = read(HEAD + ASPECTS + PARTS + "第二部分不少于1500字。").templates

    assert {kind.value: each.value.least for kind, each in asked.part_lengths.items()} == {"problems": 1500}
    assert asked.lengths == {}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("对照检查材料请于元月8日前报督导组。", "2027-01-08"), ("对照检查材料1.8前报办公室。", "2027-01-08"),
        ("个人材料1月8日前报审，1月19日前定稿。", "2027-01-08"), ("对照检查材料1月19日前定稿。", "2027-01-19"),
        ("材料于1/8下班前发我邮箱。", "2027-01-08"), ("请各位于1-8前交对照检查材料。", "2027-01-08"),
        ("个人材料十二月二十五日前交。", "2026-12-25"), ("材料1月8号（周五）下班前交办公室。", "2027-01-08"),
        ("发言提纲务于1月8日12时前反馈党办。", "2027-01-08"), ("对照检查材料（一月八日前）交办公室。", "2027-01-08"),
        ("材料二O二七年元月八日前报送。", "2027-01-08"), ("材料2027.1.8前交。", "2027-01-08"),
        ("对照检查材料8号前交。", None), ("材料春节前交。", None), ("材料下周五前交。", None),
    ],
)  # fmt: skip
def test_days_to_hand_in(said, day):
    found = read(HEAD + ASPECTS + said)
    handed = found.templates[0].hand_in

    assert (str(handed.value) if handed else None) == day
    assert any("没有写明日期" in line for line in found.told) == (day is None)


@pytest.mark.parametrize(
    ("said", "handed", "held"),
    [
        ("个人材料于本月25日前报送党办。", "2026-12-25", None), ("请于本月廿五前报材料。", None, None),
        ("材料下个月五号前交。", "2027-01-05", None), ("材料本月底前报送。", "2026-12-31", None),
        ("材料报送时间：本月25日。", "2026-12-25", None), ("材料于本月28日至下月3日报送。", "2027-01-03", None),
        ("材料本月20日前报送，会议拟于下月上旬召开。", "2026-12-20", "2027-01-10"),
        ("材料于12月30日前报送，现提前至本月18日。", "2026-12-18", None), ("材料于本月32日前报送。", None, None),
        ("本月3日召开的党组会议已作部署，材料于1月20日前报送。", "2027-01-20", None),
        ("各支部于本月10日前完成谈心谈话，本月18日前报送对照检查材料。", "2026-12-18", None),
    ],
)  # fmt: skip
def test_the_notices_own_day_tells_which_month_is_meant(said, handed, held):
    found = read(HEAD + ASPECTS + said + "\n某局党组\n2026年12月6日")
    asked = found.templates[0]

    assert [str(each.value) if each else None for each in (asked.hand_in, asked.meets)] == [handed, held]
    doubts = [standing.rows(asked)[name].doubt for name in ("hand_in", "meets")]
    for doubt, day in zip(doubts, (handed, held), strict=True):
        if day and day != "2027-01-20":
            assert doubt.startswith("通知写“")
            assert f"月{int(day[-2:])}日。" in doubt
    assert (read(HEAD + ASPECTS + said).templates[0].hand_in is None) == ("1月20日" not in said)


def test_a_day_of_this_month_in_a_notice_without_its_day_is_told_once():
    found = read(HEAD + ASPECTS + "个人材料于本月25日前报送党办。")

    assert [line for line in found.told if "本月25日" in line] == ["交稿时间“本月25日前”没有写明日期，未填写。"]


def test_each_subjects_day_of_this_month_is_to_be_checked():
    said = "班子材料本月二十日前交，个人材料本月25日前交。\n某局党组\n2026年12月6日"
    found = standing.rows(read(HEAD + ASPECTS + said).templates[0])

    assert found["hand_in"].doubt == "通知写“本月二十日”，暂记12月20日。"
    assert found["hand_in:individual"].doubt == "通知写“本月25日”，暂记12月25日。"


def test_a_weekday_tells_the_year_where_one_alone_has_it():
    message = "民主生活会对照检查材料请{}前交办公室，3000字左右。"
    weekday, none = read(message.format("周五（1月8日）")), read(message.format("1月8日"))

    assert str(weekday.templates[0].hand_in.value) == "2027-01-08"
    assert none.templates[0].hand_in is None
    assert [each.value for each in none.unread] == ["时间"]


@pytest.mark.parametrize(
    "said",
    [
        "材料结构：\n一、上年度整改情况（逐条说明，见人见事）\n二、本年度查摆的问题（每个方面不少于2个，有具体事例）\n三、原因剖析\n四、整改措施（明确时限；责任到人）\n",
        "材料一般包括：（一）上年度整改情况（500字左右）；（二）本年度查摆的问题（每个方面2-3个问题，要有事例）；（三）原因剖析（从思想上找）；（四）整改措施。",
        "材料框架为：①上年度整改情况（只写未完成的，简要说明）②本年度查摆的问题（重点，占三分之二）③原因剖析④整改措施",
    ],
)
def test_what_brackets_ask_is_no_part_of_a_heading(said):
    (asked,) = read(HEAD + ASPECTS + said).templates

    assert [part.heading for part in asked.parts] == ["上年度整改情况", "本年度查摆的问题", "原因剖析", "整改措施"]


@pytest.mark.parametrize(
    "message",
    [
        "今天下午召开了2026年度民主生活会，会上大家逐一作了对照检查，效果很好。",
        "民主生活会材料：我查摆的问题如下，一是学习不深，二是联系群众不够。",
        "民主生活会个人对照检查材料，模板大全，欢迎下载。",
        "民主生活会材料已收到，辛苦了。",
    ],
)
def test_other_messages_ask_for_nothing(message):
    assert read(message).templates == ()


@pytest.mark.parametrize(
    ("said", "headings"),
    [
        (
            "要对上年度民主生活会查摆问题整改情况进行说明，对巡察反馈、个人有关事项报告等需要说明的情况作出说明",
            ["上年度民主生活会查摆问题整改情况", "巡察反馈、个人有关事项报告情况说明"],
        ),
        (
            "要对上年度民主生活会整改措施落实情况逐项说明，对个人有关事项作出说明",
            ["上年度民主生活会整改措施落实情况", "个人有关事项说明"],
        ),
        (
            "对去年民主生活会整改措施落实情况予以说明；对个人重大事项、受问责情况逐一说明",
            ["去年民主生活会整改措施落实情况", "个人重大事项、受问责情况说明"],
        ),
        (
            "要对上年度民主生活会整改情况和个人有关事项作出说明",
            ["上年度民主生活会整改情况", "个人有关事项说明"],
        ),
        ("要对上年度民主生活会查摆问题和整改情况进行说明", ["上年度民主生活会查摆问题和整改情况"]),
    ],
)  # fmt: skip
def test_what_is_said_of_last_year_is_no_declaration_too(said, headings):
    (asked,) = read(f"{HEAD}撰写对照检查材料。{said}。{ASPECTS}").templates

    assert [part.heading for part in asked.parts if part.heading != "存在的问题"] == headings


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        ("每个方面至少列举1个具体事例", None),
        ("每个方面附具体事例不少于1个", None),
        ("每个方面至少查摆2个问题，每个问题至少举1个实例", 2),
        ("结合具体事例，每个方面查摆不少于3个问题", 3),
    ],
)
def test_instances_are_not_counted_as_problems(said, problems):
    (asked,) = read(f"{HEAD}撰写对照检查材料。{said}。{ASPECTS}").templates

    assert (asked.problems_per_aspect.value if asked.problems_per_aspect else None) == problems
    assert asked.problems_total is None
    assert asked.with_instances.value
