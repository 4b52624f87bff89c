import pytest

from assistant.facts.alignment import align
from assistant.facts.material_facts import State
from assistant.files import template_shelf
from assistant.review.material import analyse
from assistant.structure.parsing import parse


def aligned(text, template):
    """Give for each part the headings that answer it."""
    alignment = align(text, parse(text).materials[0], template)
    return {a.part.id: [s.number + s.heading for s in a.sections] for a in alignment.answers}


def chapter(*headings):
    return "一、存在的突出问题\n" + "".join(
        f"（{n}）{h}\n有的。\n" for n, h in zip("一二三四五六", headings, strict=False)
    )


FREE = ("政治忠诚不够纯粹", "党性锻炼不经常", "敬畏之心有松动", "干事创业劲头不足", "管党治党宽松软")
SHORT = ("政治忠诚方面", "固本培元方面", "敬畏人民方面", "担当作为方面", "全面从严治党责任方面")


@pytest.mark.parametrize("headings", [FREE, SHORT], ids=["free", "short"])
def test_aspects_are_matched_by_meaning(headings, individual_2025):
    answers = aligned(chapter(*headings), individual_2025)

    ids = ["loyalty", "party_spirit", "reverence", "duty", "governance"]
    assert [answers[each] for each in ids] == [[f"（{n}）{h}"] for n, h in zip("一二三四五", headings, strict=True)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("对照2024年度民主生活会查摆的“调研不深”等4个问题，均已制定措施并基本整改到位。", True),
        ("二○二四 年度民主生活会上认领的问题，已整改7个。", True),
        ("2024年度民主生活会我认领的6个问题，改了5个，还有1个没有做到。", True),
        ("2024年度民主生活会查摆的问题我没有忘记。", False),
        ("2025年度民主生活会前，边查边改，已整改2个。", False),
    ],
)
def test_last_years_report_in_the_preface_is_found_by_the_year(told, found, individual_2025):
    text = f"2025年度民主生活会个人对照检查材料\n我检查如下。{told}\n一、存在的问题\n学习少。\n"
    previous = analyse(text, individual_2025).part("previous")

    assert [span.of(text) for span in previous.answer.mentions] == ([told.rstrip("。")] if found else [])


def test_order_does_not_matter(individual_2025):
    answers = aligned(chapter("担当作为方面", "政治忠诚方面"), individual_2025)

    assert (answers["loyalty"], answers["duty"]) == (["（二）政治忠诚方面"], ["（一）担当作为方面"])


def test_an_item_does_not_take_an_aspect_from_a_heading(individual_2025):
    text = (
        "一、对照检查\n（一）站稳政治忠诚\n一是发声少。\n（二）加强党性修炼\n一是增强党性的劲头松了，党性锻炼不经常。\n"
        "（三）采购领域专项治理\n1.政治忠诚\n看得轻。\n2.党性修养\n拉不下脸。\n"
    )
    answers = aligned(text, individual_2025)

    assert answers["loyalty"] == ["（一）站稳政治忠诚"]
    assert answers["party_spirit"] == ["（二）加强党性修炼"]


def test_items_answer_where_no_heading_does(individual_2025):
    text = (
        "一、对照检查\n（一）思想方面\n1.政治忠诚\n看得轻。\n2.固本培元\n读得少。\n（二）工作方面\n1.担当作为\n怕难。\n"
    )
    answers = aligned(text, individual_2025)

    assert [answers[each] for each in ("loyalty", "party_spirit", "duty")] == [
        ["1.政治忠诚"],
        ["2.固本培元"],
        ["1.担当作为"],
    ]


def test_free_rewording_of_the_first_aspect_of_2021():
    template = template_shelf.find("2021-democratic-individual")
    answers = aligned(chapter("深刻感悟“两个确立”、树牢党史观情况", "心系“国之大者”履职情况"), template)

    assert answers["two_affirmations"] == ["（一）深刻感悟“两个确立”、树牢党史观情况"]
    assert answers["top_priorities"] == ["（二）心系“国之大者”履职情况"]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("对照检查找出的问题", "problems"),
        ("深刻检视存在的问题", "problems"),
        ("存在的主要问题及表现", "problems"),
        ("问题产生的主要原因", "cause"),
        ("产生问题原因分析", "cause"),
        ("存在问题剖析", "cause"),
        ("为什么会这样", "cause"),
        ("怎么改", "measure"),
        ("努力方向和整改措施", "measure"),
        ("今后的改进措施", "measure"),
        ("下一步的整改措施", "measure"),
        ("上年度民主生活会整改落实情况", "previous"),
        ("2024年度民主生活会整改措施落实情况", "previous"),
        ("有关情况的说明", "declarations"),
        ("个人有关事项报告情况", "declarations"),
        ("重点事项说明", "declarations"),
        ("个人重大事项报告情况", "declarations"),
        ("应说明的情况", "declarations"),
        ("组织要求说明的事项", "declarations"),
        ("需作出说明的事项", "declarations"),
        ("2024年度问题整改回头看", "previous"),
        ("深入贯彻中央八项规定精神学习教育查摆问题整改情况", "education"),
        ("学习教育集中整治情况", "education"),
        ("反面典型案例剖析", "case"),
        ("对典型案件的剖析", "case"),
    ],
)
def test_chapters_are_known_by_their_words(heading, part, individual_2025):
    answers = aligned(f"一、{heading}\n有的。\n", individual_2025)

    assert [part_id for part_id, found in answers.items() if found] == [part]


def test_one_section_may_answer_two_parts(individual_2025):
    answers = aligned("一、存在的问题及原因剖析\n有的。\n二、整改措施\n有的。\n", individual_2025)

    assert answers["problems"] == answers["cause"] == ["一、存在的问题及原因剖析"]


def test_own_sections_stay_the_writers_own(individual_2025):
    answers = aligned(chapter("政治忠诚方面", "食堂管理方面") + "二、致谢\n有的。\n", individual_2025)

    assert not any("食堂" in heading or "致谢" in heading for found in answers.values() for heading in found)


def test_aspects_may_be_chapters_of_their_own(individual_2025):
    text = (
        "".join(f"{n}、{h}\n有的。\n" for n, h in zip("一二三四五", SHORT, strict=True))
        + "六、原因剖析\n有的。\n七、整改措施\n有的。\n"
    )
    answers = aligned(text, individual_2025)

    assert answers["duty"] == ["四、担当作为方面"]
    assert answers["problems"] == [f"{n}、{h}" for n, h in zip("一二三四五", SHORT, strict=True)]


def test_a_part_may_stand_inside_another(individual_2025):
    text = "一、有关情况的说明\n（一）上一年度民主生活会整改措施落实情况\n已完成。\n（二）巡视巡察反馈情况\n不涉及。\n"

    assert aligned(text, individual_2025)["previous"] == ["（一）上一年度民主生活会整改措施落实情况"]


def test_an_aspect_named_in_running_text_is_answered(individual_2025):
    text = "一、存在的突出问题\n在强化政治忠诚、提高政治能力方面，学得浅。在固本培元、增强党性方面，松了劲。\n"
    material = analyse(text, individual_2025)

    assert [f.part.id for f in material.parts if f.parent and f.state is not State.MISSING] == [
        "loyalty",
        "party_spirit",
    ]


def test_a_report_in_the_preface_answers_last_years_measures(individual_2025):
    text = "按照通知要求，我作了准备。上年度民主生活会整改措施已全部完成并通报。\n一、存在的突出问题\n有。\n"

    fact = analyse(text, individual_2025).part("previous")
    assert fact
    assert fact.state is State.WRITTEN


@pytest.mark.parametrize(
    ("line", "mention"),
    [
        ("上年度整改情况。提出9项，已经完成7项，还有2项。", ...),
        ("先说一句，上年度整改情况。提出9项，已经完成7项。", "上年度整改情况。提出9项，已经完成7项。"),
        ("我先说" + "各项" * 30 + "上年度民主生活会整改情况。已经完成7项，还有2项。", "各项" * 14 + "上年度民主生活会整改情况。已经完成7项，还有2项。"),
        ("说。上年度整改情况：提出9项，已经完成7项。", "上年度整改情况：提出9项，已经完成7项。"),
    ],
    ids=["at once", "behind a comma", "a long one", "behind a short sentence"],
)  # fmt: skip
def test_a_report_in_the_preface_is_known_by_the_label_before_it(line, mention, individual_2025):
    text = f"2025年度民主生活会个人对照检查材料\n我检查如下。\n{line}\n一、存在的问题\n学习少。\n"
    previous = analyse(text, individual_2025).part("previous")

    assert [span.of(text) for span in previous.answer.mentions][:1] == [line if mention is ... else mention]


def test_the_frame_that_fits_is_chosen():
    template = template_shelf.find("2022-organizational-member")
    text = chapter(
        "深刻领悟“两个确立”、坚决做到“两个维护”方面",
        "牢记“国之大者”、对党忠诚方面",
        "坚持人民至上、解决群众急难愁盼问题方面",
    )
    alignment = align(text, parse(text).materials[0], template)

    assert alignment.frame
    assert alignment.frame.name == "六个是否"
    assert alignment.matched_aspects == 3


@pytest.mark.parametrize(
    ("heading", "told", "missing"),
    [
        (
            "上年度民主生活会和学习教育查摆问题整改情况",
            "2024年度民主生活会查摆13个问题，已完成12个。深入贯彻中央八项规定精神学习教育查摆的9个问题全部整改。",
            [],
        ),
        (
            "上年度查摆问题整改情况",
            "去年查摆7个问题，已改好6个。中央八项规定精神学习教育中查出的加油卡一人保管，5月已改为双人管理。",
            [],
        ),
        (
            "学习教育和有关事项说明",
            "深入贯彻中央八项规定精神学习教育中查摆问题8个，7月底前整改7个，剩余的11月整改到位，全部销号。2024年度民主生活会查摆的问题已整改10个。",
            [],
        ),
        (
            "上年度查摆问题整改情况",
            "去年查摆7个问题，已改好6个。\n中央八项规定精神学习教育期间，又查摆问题4个。其中3个6月底前完成整改，1个12月改到位。",
            [],
        ),
        ("上年度查摆问题整改情况", "去年查摆7个问题，已改好6个。", ["education"]),
        ("上年度查摆问题整改情况", "去年查摆7个问题，已改好6个。中央八项规定精神学习教育查摆问题4个。", ["education"]),
        ("学习教育查摆问题整改情况", "查摆的9个问题全部整改。", ["previous"]),
    ],
)
def test_what_was_mended_of_two_meetings_may_stand_under_one_heading(heading, told, missing, individual_2025):
    text = f"2025年度民主生活会个人对照检查材料\n我检查如下。\n一、{heading}\n{told}\n二、存在的问题\n学习少。\n"
    material = analyse(text, individual_2025)

    both = {part: material.part(part).state for part in ("previous", "education")}
    assert [part for part, state in both.items() if state is State.MISSING] == missing
    assert "meeting_of_another_time" not in [finding.rule for finding in material.findings]


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        (
            "\n会前，局里通报了一名原站长虚报工程量案。他起初只是多签了一张单子。对照此案，我签字不看附件，起头是一样的。",
            False,
        ),
        ("\n支部观看了警示教育片。片中人收第一张卡时也说下不为例，联系自己，我收过一盒茶叶没有退。", False),
        ("\n会前，局里通报了一名原站长虚报工程量案。案件还在审理。", True),
        ("\n2.警示教育走过场。局里通报了虚报工程量案，我没有对照自己查一查。", True),
    ],
)
def test_a_case_may_be_told_among_the_problems(told, missing, individual_2025):
    text = (
        "2025年度民主生活会个人对照检查材料\n我检查如下。\n一、存在的问题\n（一）带头强化政治忠诚方面\n"
        f"1.学习少。全年只读了两本书。{told}\n二、原因剖析\n劲松了。\n三、整改措施\n每月读一本书。\n"
    )
    assert (analyse(text, individual_2025).part("case").state is State.MISSING) is missing


def test_one_aspect_found_by_chance_is_none():
    template = template_shelf.find("2025-organizational-member")
    text = (
        "2025年度组织生活会个人对照检查材料\n我检查如下。\n一、存在的问题\n1.读书应付。心得是赶出来的。\n2.组织观念淡。请假多。\n"
        "3.耐心不够。说话急。\n二、原因剖析\n劲松了。\n三、整改措施\n每月读完一篇原文。\n"
    )
    told = [f.message for f in analyse(text, template).findings if f.rule == "missing_part"]

    assert told == ["未见按本次要求的6个方面分写。"]


def test_what_was_decided_may_be_of_any_matter():
    template = template_shelf.find("2023-organizational-branch")
    text = (
        "2023年度组织生活会支部班子对照检查材料\n支部检查如下。\n一、存在的问题\n（一）执行上级组织决定方面\n1.推动慢。充电棚4月布置，居民反对，群众和小区老人意见大。\n"
        "（二）联系服务群众方面\n1.走访少。独居老人每周上门的只有30户，支部做得不够。\n二、原因剖析\n支部劲松了。\n三、整改措施\n每月走访。\n"
    )
    assert "item_of_another_aspect" not in [finding.rule for finding in analyse(text, template).findings]
