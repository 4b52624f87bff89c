import pytest

from assistant.facts.last_year.earlier_material import LastYear, recognised, sentences, untouched
from assistant.facts.last_year.written_year import written_year
from assistant.files import template_shelf

OLD = (
    "2024年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）带头增强党性、严守纪律、砥砺作风方面：一是学习抓得不紧。"
    "全年自学只有五次。二是下基层少。\n二、整改措施\n1.每周三晚上自学。\n"
)


def test_sentences_are_told_without_number_and_final_mark():
    assert [
        words
        for _, words in sentences("1.学习抓得不紧。全年自学只有五次！\n（一）学习方面：一是下基层走访少；二是怕难。")
    ] == [
        "学习抓得不紧",
        "全年自学只有五次",
        "下基层走访少",
    ]


def test_a_sentence_counts_as_last_years_until_it_is_touched(individual_2025):
    last = LastYear(OLD)
    new = "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n（二）带头干事创业、担当作为方面\n3.学习抓得不紧。今年自学只有三次。\n"

    assert [span.of(new) for span in untouched(new, last, individual_2025)] == ["学习抓得不紧。"]
    assert untouched(new.replace("抓得不紧", "抓得还不紧"), last, individual_2025) == ()


def test_what_the_template_words_so_is_nobodys_sentence(individual_2025):
    text = "一、存在的突出问题\n（一）带头干事创业、担当作为方面\n"

    assert untouched(text, LastYear(text), individual_2025) == ()


def test_each_material_of_a_file_is_recognised_by_itself():
    """A leadership's and a member's text in one file: that of the one who writes now is meant."""
    other = (
        "2022年度组织生活会个人对照检查材料\n本人对照检查如下。\n一、存在的主要问题\n（一）政治信仰方面\n我学得浅。\n（二）党员意识方面\n我请假多。\n"
        "二、整改措施\n我每周自学。\n"
    )
    body = (
        "2022年度民主生活会领导班子对照检查材料\n领导班子对照检查如下。\n一、存在的突出问题\n（一）带头坚持和加强党的全面领导方面\n班子抓党建少。\n"
        "二、整改措施\n班子每季研究一次。\n"
    )
    last = recognised(body + other, template_shelf.known())
    member = template_shelf.find("2023-organizational-member")

    assert [template.id for template in last.templates] == ["2022-democratic-leadership", "2022-organizational-member"]
    assert last.main(member).start == len(body)
    assert last.year == 2022
    assert last.called == "2022年的材料"


@pytest.mark.parametrize(
    ("head", "year", "told"),
    [
        ("2024年度民主生活会个人对照检查材料", 2025, ""),
        ("2023年度民主生活会个人对照检查材料", 2025, "2023"),
        ("2025年度民主生活会个人对照检查材料", 2025, "2025"),
        ("２０２３年度民主生活会个人对照检查材料", 2025, "2023"),
        ("民主生活会个人对照检查材料\n县水务局　周平\n（2024年1月8日）", 2025, "2023"),
        ("民主生活会个人对照检查材料\n县水务局　周平\n2025年2月", 2025, ""),
        ("民主生活会个人对照检查材料\n县水务局　周平\n2024年12月20日", 2025, ""),
        ("民主生活会个人对照检查材料\n县水务局　周平", 2025, ""),
    ],
)
def test_a_material_of_another_year_is_told(head, year, told):
    last = LastYear(f"{head}\n\n一、存在的突出问题\n学得不够。\n")
    wanted = f"这是{told}年度的材料，不是上一年度（{year - 1}年度）的，请核对所选是否正确。" if told else ""

    assert last.doubt(year) == wanted


@pytest.mark.parametrize(
    ("title", "name", "asked", "told"),
    [
        ("2024年度民主生活会个人对照检查材料", "2025年稿", 2025, "这是2024年度的材料"),
        ("个人对照检查材料", "2025年沈怀谷对照检查材料", 2026, "按文件名，这是2025年度的材料"),
        ("个人对照检查材料", "２０２４年度材料-沈怀谷", None, "按文件名，这是2024年度的材料"),
        ("个人对照检查材料", "2025年民主生活会材料", 2024, "按文件名，这是2024年度的材料"),  # the meeting of January
        ("2025年个人对照检查材料", "2023年的", 2026, "这是2025年度的材料"),
        ("个人对照检查材料", "2026年1月修改", 2025, "材料没有写明年度，从查摆的方面看似为2025年度的"),
        ("个人对照检查材料", "定稿", 2026, "材料没有写明年度，从查摆的方面看似为2026年度的"),
    ],
)
def test_the_year_is_told_by_the_title_then_the_file_then_the_aspects(title, name, asked, told):
    written = written_year(title, name, asked)
    assert written
    assert written.told == told
