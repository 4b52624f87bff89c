import pytest

from assistant.facts import insertion
from assistant.facts.identify import guess, kind
from assistant.files import template_shelf
from assistant.structure.parsing import parse
from assistant.templates.template import MeetingKind, Subject


@pytest.mark.parametrize(
    ("opening", "heading", "expected"),
    [
        (
            "按照2025年度民主生活会通知要求，我检查如下。",
            "带头强化政治忠诚、提高政治能力方面",
            "2025-democratic-individual",
        ),
        (
            "按照2024年度民主生活会要求，领导班子检查如下。",
            "带头严守政治纪律和政治规矩，维护党的团结统一方面",
            "2024-democratic-leadership",
        ),
        ("根据2022年度组织生活会要求，本人检查如下。", "党员意识方面", "2022-organizational-member"),
        ("按照民主生活会要求，我检查如下。", "廉洁自律和家风方面", "general-democratic-individual"),
    ],
)
def test_the_template_is_guessed(opening, heading, expected):
    text = f"{opening}\n一、存在的问题\n（一）{heading}\n有的。\n二、原因剖析\n有的。\n三、整改措施\n有的。\n"
    found = guess(text, template_shelf.shipped())

    assert found
    assert found.template.id == expected


def test_the_year_of_the_last_meeting_leads_nobody_astray(individual_2025):
    preface = "个人对照检查材料\n自2024年度民主生活会以来，本人认真整改，现将对照检查情况报告如下。\n"
    found = guess(preface + insertion.fresh(individual_2025).partition("\n")[2], template_shelf.shipped())

    assert found
    assert found.template.id == individual_2025.id


@pytest.mark.parametrize("title", [2024, 2022])
def test_the_aspects_outweigh_a_year_left_standing_in_the_title(title, individual_2025):
    text = insertion.fresh(individual_2025)
    right, stale = (
        guess(each, template_shelf.shipped()) for each in (text, text.replace("2025年度", f"{title}年度", 1))
    )

    assert right.template.id == stale.template.id == individual_2025.id
    assert stale.certainty < right.certainty


@pytest.mark.parametrize(
    "aspects",
    [["理论学习不够"], ["担当作为方面"], ["政治纪律方面"], ["思想政治方面", "精神状态方面"], ["思想上", "作风上"]],
)
@pytest.mark.parametrize("meeting", ["民主生活会", "组织生活会"])
def test_no_year_is_guessed_from_a_heading_or_two(meeting, aspects):
    problems = "".join(f"（{'一二'[n]}）{each}\n我学习少。\n1.强化理论武装方面。\n" for n, each in enumerate(aspects))
    text = f"{meeting}个人对照检查材料\n我检查如下。\n一、存在的问题\n{problems}二、原因剖析\n有的。\n三、整改措施\n有的。\n"
    found = guess(text, template_shelf.shipped())

    assert found
    assert found.template.year is None


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("二○二四年度民主生活会个人对照检查材料", "", 2024),
        ("二O二四年度民主生活会个人对照检查材料", "", 2024),
        ("２０２４ 年度民主生活会个人对照检查材料", "", 2024),
        ("民主生活会个人对照检查材料", "（2026年1月）", 2025),
        ("民主生活会个人对照检查材料", "二〇二四年十二月", 2024),
        ("民主生活会个人对照检查材料", "（2025年元月8日）", 2024),
    ],
)
def test_the_year_is_read_in_every_writing(title, date, expected):
    text = f"{title}\n张三\n{date}\n我检查如下。\n一、存在的问题\n（一）学习方面\n我学习少。\n二、原因剖析\n有的。\n三、整改措施\n有的。\n"
    found = guess(text, template_shelf.shipped())

    assert found
    assert found.template.year == expected


def test_a_material_is_known_without_its_problems():
    text = "个人对照检查材料\n我检查如下。\n一、原因剖析\n有的。\n二、整改措施\n有的。\n"
    found = guess(text, template_shelf.shipped())

    assert found
    assert found.template.year is None


@pytest.mark.parametrize(
    ("title", "said", "personal"),
    [
        ("某社区党支部委员会组织生活会对照检查材料", "支部学习少，支部走访少，我也走访不多。", False),
        ("某社区党支部班子组织生活会对照检查材料", "支部学习少，本人走访不多。", False),
        ("某局机关党支部2023年度组织生活会对照检查材料", "党支部学习少，支委走访少，本人走访不多，我来改。", False),
        ("某局机关党支部组织生活会对照检查材料", "我学习少，我走访不多，我对支部的事过问少。", True),
        ("某局机关党支部组织生活会个人对照检查材料", "支部提醒过，支部也帮过，我学习少。", True),
        ("某局机关党支部党员组织生活会对照检查材料", "支部提醒过，支部也帮过，我学习少。", True),
        ("领导班子组织生活会对照检查材料", "我学习少，我走访不多，班子帮过我。", True),
    ],
)
def test_a_branch_is_told_from_its_members(title, said, personal):
    text = f"{title}\n按照要求，检查如下。\n一、存在的问题\n{said}\n二、原因剖析\n放松了。\n三、整改措施\n多学。\n"

    assert kind(text, parse(text).materials[0]) == (MeetingKind.ORGANIZATIONAL, personal)


@pytest.mark.parametrize("text", ["", "关于放假的通知\n国庆放假七天。", "学习心得\n一、体会\n很深。"])
def test_other_texts_are_no_such_material(text):
    assert guess(text, template_shelf.shipped()) is None


def test_the_year_outweighs_aspects_that_no_notice_asked_for():
    aspects = ("发挥政治引领作用", "贯彻落实上级党组织工作部署", "定期开展党的组织生活", "联系服务群众", "改进工作作风")
    headings = "".join(f"（{'一二三四五'[n]}）{aspect}方面\n支部做得少。\n" for n, aspect in enumerate(aspects))
    rest = "二、原因剖析\n支部放松了。\n三、整改措施\n支部多学。\n"
    text = (
        "某小学党支部2022年度组织生活会对照检查材料\n按照关于召开2022年度组织生活会的通知，支部检查如下。\n"
        f"一、存在的问题\n{headings}{rest}"
    )
    named, unnamed = (guess(each, template_shelf.shipped()) for each in (text, text.replace("2022年度", "")))

    assert named
    assert unnamed
    assert named.template.id == "2022-organizational-branch"
    assert unnamed.template.id == "2020-organizational-branch"


@pytest.mark.parametrize(
    ("title", "said", "personal"),
    [
        (
            "某局党组2024年度民主生活会对照检查材料",
            "党组调研少，企业主说“你们是来帮我还是来查我”，党组脸上发烧。",
            False,
        ),
        ("某局党组成员2024年度民主生活会对照检查材料", "党组会上我发言少，我调研也少。", True),
        ("某局党组2024年度民主生活会对照检查材料", "我调研少，我发言少，我对党组的决定落实慢。", True),
        ("某局党组书记2024年度民主生活会个人对照检查材料", "党组会开得少，党组意见听得少，我有责任。", True),
    ],
)
def test_a_party_group_is_told_from_its_members(title, said, personal):
    text = f"{title}\n按照要求，检查如下。\n一、存在的问题\n{said}\n二、原因剖析\n放松了。\n三、整改措施\n多学。\n"

    assert kind(text, parse(text).materials[0]) == (MeetingKind.DEMOCRATIC, personal)


def test_a_leadership_that_names_no_meeting_is_not_taken_for_a_branch():
    text = (
        "某县政府办领导班子对照检查材料\n按照部署，班子对照检查如下。\n一、存在的问题\n（一）形式主义方面\n班子开会多。\n"
        "二、原因剖析\n班子放松了。\n三、整改措施\n班子多学。\n"
    )
    found = guess(text, template_shelf.shipped())

    assert found
    assert found.template.id == "general-democratic-leadership"


ORGANIZATIONAL, DEMOCRATIC = "2025年度组织生活会对照检查材料", "2025年度民主生活会对照检查材料"


@pytest.mark.parametrize(
    ("title", "below", "said", "signed", "personal"),
    [
        # the title is nobody's, and who signs tells it
        (ORGANIZATIONAL, "某局机关党支部", "支部学习少，支部走访也少。", "", False),
        (ORGANIZATIONAL, "（某局机关党支部）", "学习少，走访少。", "", False),
        (ORGANIZATIONAL, "", "支部学习少，支部走访也少。", "中共某局机关支部委员会\n2026年1月12日", False),
        (ORGANIZATIONAL, "", "支部学习少，我来改。", "某村党总支\n二〇二六年一月", False),
        (ORGANIZATIONAL, "某社区 党支部 2026年1月", "支部学习少。", "", False),
        (DEMOCRATIC, "某局党组", "党组调研少，党组抓得不紧。", "", False),
        (DEMOCRATIC, "", "镇党委调研少，抓得不紧。", "中共某镇委员会\n2026年1月12日", False),
        (DEMOCRATIC, "某局领导班子", "调研少，抓得不紧。", "", False),
        # it is a person's all the same
        (ORGANIZATIONAL, "某局机关党支部", "我学习少，我走访也少，支部提醒过。", "", True),
        (ORGANIZATIONAL, "某局机关党支部 张三", "支部学习少，支部提醒过。", "", True),
        (ORGANIZATIONAL, "某局机关党支部\n张三", "支部学习少，支部提醒过。", "", True),
        (ORGANIZATIONAL, "所在支部：某局机关党支部", "支部学习少，支部提醒过。", "", True),
        (ORGANIZATIONAL, "某局机关党支部", "支部学习少，支部提醒过。", "支部委员：张三\n2026年1月12日", True),
        (ORGANIZATIONAL, "某局机关党支部书记", "支部学习少，支部提醒过。", "", True),
        ("2025年度组织生活会个人对照检查材料", "某局机关党支部", "支部学习少，支部提醒过。", "", True),
        (DEMOCRATIC, "某局党组成员", "党组调研少，党组提醒过。", "", True),
    ],
)
def test_who_signs_tells_a_body_where_the_title_does_not(title, below, said, signed, personal):
    text = f"{title}\n{below}\n按照要求，检查如下。\n一、存在的问题\n{said}\n二、原因剖析\n放松了。\n三、整改措施\n多学。\n{signed}"
    material = parse(text).materials[0]
    assert kind(text, material)[1] is personal
    found = guess(text, template_shelf.shipped())
    assert found
    assert (found.template.subject in (Subject.BRANCH, Subject.LEADERSHIP)) is not personal
