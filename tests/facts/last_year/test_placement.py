from collections import Counter

import pytest
from facts.last_year.former_texts import former_texts

from assistant.facts.last_year import earlier_material
from assistant.facts.last_year.placement import Role
from assistant.files import template_shelf

SAME = "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n"


def placed(text, template):
    last = earlier_material.recognised(text, template_shelf.known())
    return last, last.placed(template_shelf.find(template))


def where(text, template):
    """Map the headings of the problems to the parts that they go to."""
    return {piece.section.heading: piece.part for piece in placed(text, template)[1] if piece.problem}


def test_problems_of_other_years_find_their_aspects():
    """On invented texts of eight meetings, carried to the templates of others."""
    count = Counter()
    for former in former_texts():
        for template, wanted in former.wanted.items():
            for piece in placed(former.text, template)[1]:
                if piece.problem and (
                    aspects := wanted.get(piece.span.of(former.text).split("\n")[0].lstrip("一二三四五六.123是"))
                ):
                    count["all"] += 1
                    count["right"] += piece.part in aspects
                    count["best"] += piece.part == aspects[0]

    assert count["all"] > 150
    assert count["right"] >= 0.95 * count["all"]
    assert count["best"] >= 0.8 * count["all"]


@pytest.mark.parametrize("number", range(6))
def test_pieces_are_the_whole_text(number):
    former = former_texts()[number]
    for template in ("2025-democratic-leadership", "2024-democratic-individual", "2025-organizational-member"):
        pieces = placed(former.text, template)[1]

        assert pieces[0].role is Role.PREFACE
        assert [piece.span.end for piece in pieces][:-1] == [piece.span.start for piece in pieces][1:]
        assert pieces[-1].span.end == len(former.text)


def test_the_same_aspects_keep_their_problems():
    """Who wrote a problem about study under 担当作为 a year ago has his reasons."""
    names = ["带头强化政治忠诚、提高政治能力", "带头固本培元、增强党性", "带头敬畏人民、敬畏组织、敬畏法纪"]
    names += ["带头干事创业、担当作为", "带头坚决扛起管党治党责任"]
    odd = "".join(
        f"（{'一二三四五'[n]}）{name}方面\n1.理论学习抓得不紧{n}。原著读得少。\n" for n, name in enumerate(names)
    )

    assert list(where(SAME + odd, "2025-democratic-individual").values()) == [
        "loyalty", "party_spirit", "reverence", "duty", "governance",
    ]  # fmt: skip


def test_an_aspect_is_not_left_bare_where_a_problem_fits():
    text = (
        "2021年度民主生活会领导班子对照检查材料\n一、存在的突出问题\n（一）带头深刻感悟“两个确立”的决定性意义方面\n"
        "1.政治敏锐性不强。对舆情反应慢。\n2.学用结合不够。理论学习没有联系工作实际。\n"
    )

    assert where(text, "2022-democratic-leadership") == {
        "政治敏锐性不强": "two_establishments",
        "学用结合不够": "theory",
    }


@pytest.mark.parametrize(
    ("number", "template", "problem", "part"),
    [
        (0, "2024-democratic-individual", "对身边人提醒不够", "governance"),  # 党风 would be a little likelier
        (0, "2022-democratic-individual", "从政治上看问题不够", "two_establishments"),  # 党的领导 stays bare: too far
        (
            7,
            "2022-organizational-member",
            "对来办事的人不够耐心",
            "conduct",
        ),  # 理想信念 stays bare: nothing speaks for it
    ],
)
def test_only_a_problem_that_is_near_enough_fills_a_bare_aspect(number, template, problem, part):
    assert where(former_texts()[number].text, template)[problem] == part


def test_without_prescribed_aspects_problems_stay_under_their_headings():
    """2025's 组织生活会 knows several customary sets of aspects, and prescribes none."""
    text = former_texts()[3].text

    assert set(where(text, "2025-organizational-member").values()) == {"problems"}


def test_what_tells_of_the_year_before_last_goes_nowhere():
    text = (
        "2024年度民主生活会个人对照检查材料\n一、上年度民主生活会整改措施落实情况\n都办完了。\n二、有关情况说明\n"
        "（一）上年度整改情况\n见前。\n（二）个人有关事项\n已报告。\n三、存在的突出问题\n1.学习不经常。\n四、整改措施\n1.自学。\n"
    )
    parts = {p.section.heading: p.part for p in placed(text, "2025-democratic-individual")[1] if p.role is Role.WHOLE}

    assert parts["上年度民主生活会整改措施落实情况"] is None
    assert parts["个人有关事项"] == "declarations"
    assert parts["自学"] == "measure"


def test_declarations_among_the_problems_are_no_problems():
    text = (
        "2024年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）带头履行全面从严治党政治责任方面\n1.谈话提醒少。\n"
        "（二）巡察反馈情况。县委巡察组反馈的问题都已认领。\n"
    )
    pieces = placed(text, "2025-democratic-individual")[1]

    assert [p.part for p in pieces if p.section and p.section.heading == "巡察反馈情况"] == ["declarations"]


def test_aspects_for_chapters_are_problems_too():
    text = (
        "2023年度组织生活会个人对照检查材料\n一、理论学习上有差距\n1.原著读得少。\n二、服务群众上有差距\n1.窗口态度生硬。\n"
        "三、整改措施\n1.每周自学半天。\n"
    )

    assert where(text, "2023-organizational-member") == {"原著读得少": "theory", "窗口态度生硬": "masses"}


@pytest.mark.parametrize("text", ["", "\n", "随便写的一段话。", "一、\n（一）\n1.\n", "三、整改措施\n1.自学。"])
def test_any_text_has_places(text):
    for template in template_shelf.entries():
        placed(text, template.id)


def test_what_another_campaign_found_has_no_place():
    text = (
        "2025年度民主生活会个人对照检查材料\n一、深入贯彻中央八项规定精神学习教育查摆问题整改情况\n查出的两条都改了。\n"
        "二、存在的突出问题\n1.学习不经常。\n三、整改措施\n1.自学。\n"
    )
    for template, part in (("2025-democratic-individual", "education"), ("general-democratic-individual", None)):
        pieces = placed(text, template)[1]

        told = {piece.part for piece in pieces if piece.section and piece.section.heading.startswith("深入贯彻")}

        assert told == {part}


def test_an_aspect_that_is_only_alike_lets_its_problem_go_where_it_belongs():
    """「固本培元」 alone may be last year's or another's, so each problem is looked at by itself."""
    names = ["强化政治忠诚", "固本培元", "敬畏人民、敬畏组织、敬畏法纪", "干事创业、担当作为", "坚决扛起管党治党责任"]
    texts = ["政治站位不够高。", "管党治党责任落实不够。全面从严治党抓得不紧，廉政风险排查不细。", "敬畏之心不够强。"]
    texts += ["担当不够。", "管党治党压得不实。"]
    alike = "".join(f"（{'一二三四五'[n]}）{names[n]}方面\n1.{text}\n" for n, text in enumerate(texts))

    assert where(SAME + alike, "2025-democratic-individual")["管党治党责任落实不够"] == "governance"
