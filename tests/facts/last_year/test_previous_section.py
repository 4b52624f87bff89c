import pytest

from assistant.facts.last_year import previous_section
from assistant.facts.last_year.earlier_material import Row


def test_measures_that_stand_alone_do_not_make_problems_many():
    rows = [Row(f"问题{n}", (), "作风") for n in range(6)] + [Row("", (f"措施{n}",)) for n in range(4)]

    assert len(previous_section.paragraphs(rows)) == 10


def test_a_paragraph_for_each_problem_with_what_is_to_fill(rows):
    assert previous_section.paragraphs(rows) == (
        "1.关于“理论学习不够经常”的问题。当时提出“坚持每周自学理论”。【完成情况】",
        "2.关于“走访困难群众少”的问题。当时提出“经常走访困难群众”。【完成情况】",
        "3.关于当时提出的措施“把办公楼的屋顶修好”。【完成情况】",
    )


def test_many_problems_are_told_aspect_by_aspect():
    many = [Row(f"问题{n}“甲”", ("措施",), "方面" + "甲乙"[n % 2]) for n in range(10)]
    told = previous_section.paragraphs(many)

    assert len(told) == 2
    assert told[0].startswith("1.关于“问题0‘甲’”“问题2‘甲’”")
    assert told[0].endswith("这5个问题。当时提出“措施”。【完成情况】")


@pytest.mark.parametrize(
    ("done", "ending"),
    [
        ("去了6户，还差2户", "去了6户，还差2户。"),
        ("已办结12件", "已办结12件。"),
        ("已完成", "已完成。【完成情况】"),
        ("正在推进，按期完成", "正在推进，按期完成。【完成情况】"),
        ("√", "【完成情况】"),
        ("100%", "【完成情况】"),
        ("", "【完成情况】"),
    ],
)
def test_what_the_list_tells_is_not_to_be_written_again(done, ending):
    """That something is done does not say what was; the writer does."""
    row = Row("走访少", ("每月走访一次",), done=done)

    assert previous_section.paragraphs([row]) == (f"1.关于“走访少”的问题。当时提出“每月走访一次”。{ending}",)
    assert previous_section.told([row, row]) == ("" if "【" in ending else "清单里写的完成情况已带入2项，请核对。")


def test_of_an_aspect_what_is_told_stands_before_what_is_not():
    many = [Row(f"问题{n}", ("措施",), "方面", done="去了6户" * (n == 3)) for n in range(10)]

    assert previous_section.paragraphs(many)[0].endswith("这10个问题。当时提出“措施”。去了6户。【完成情况】")
