import pytest

from assistant.language.numbering import Style, counting, han, ordinals, renumber, rewrite, value_of, write


def found(paragraph):
    return [(ordinal.raw, ordinal.value) for ordinal in ordinals(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("一、存在的问题", [("一、", 1)]),
        ("十二．其他", [("十二．", 12)]),
        ("（一）带头", [("（一）", 1)]),
        ("(三)带头", [("(三)", 3)]),
        ("1.学习", [("1.", 1)]),
        ("１．学习", [("１．", 1)]),
        ("2、学习", [("2、", 2)]),
        ("（1）学习", [("（1）", 1)]),
        ("3）学习", [("3）", 3)]),
        ("⑤学习", [("⑤", 5)]),
        ("第一，学习", [("第一，", 1)]),
        ("第二部分　原因", [("第二部分", 2)]),
        ("第二部分：原因", [("第二部分：", 2)]),
        ("第二部分", [("第二部分", 2)]),
        ("⑴学习", [("⑴", 1)]),
        ("⒓学习", [("⒓", 12)]),
        ("㈢学习", [("㈢", 3)]),
        ("1.2026年1月20日前报送", [("1.", 1)]),
        ("##paidbegin##2.政治嗅觉", [("2.", 2)]),
        ("## **一、学习体会**", [("一、", 1)]),
        ("方面：一是理解。二是政治；三是学用", [("一是", 1), ("二是", 2), ("三是", 3)]),
        ("**一是学习。**有时松。**二是担当。**", [("一是", 1), ("二是", 2)]),
        ("以下几点：（一）认识不足", [("（一）", 1)]),
        ("1、2024年任务没完成", [("1、", 1)]),
        ("2、3个项目没开工", [("2、", 2)]),
        ("1 、政治学习", [("1 、", 1)]),
        ("对照要求，第一、学习", [("第一、", 1)]),
        ("要求，一是政治；二是党性", [("一是", 1), ("二是", 2)]),
    ],
)
def test_numbers_are_found(paragraph, expected):
    assert found(paragraph) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "增长0.05个百分点",
        "0.05亿元",
        "2021年3月",
        "三个坚持",
        "5G基站",
        "1.5亿元",
        "5、6月份",
        "第一时间到场。第一责任人",
        "说一是一，说二是二",
        "“一是学习；二是担当”",
        "统一是关键",
        "做事，一是一、二是二",
        "三严三实",
        "第一部分是问题",
        "写好了。第一部分：问题",
    ],
)
def test_what_is_no_number(paragraph):
    assert found(paragraph) == []


def test_numerals_read_back_as_written():
    assert [value_of(han(value)) for value in range(1, 100)] == list(range(1, 100))
    assert (han(0), han(100)) == ("0", "100")
    assert (value_of("两"), value_of("20"), value_of("百"), value_of("十十")) == (2, 20, 0, 0)
    assert (value_of("①"), value_of("⑵"), value_of("㈩"), value_of("①②"), value_of("")) == (1, 2, 10, 0, 0)


def test_what_counts_things_is_written_as_people_say_it_or_in_digits():
    assert [counting(2), counting(3), counting(12), counting(22)] == ["两", "三", "十二", "二十二"]
    assert [counting(2, "5"), counting(2, "五")] == ["2", "两"]


def test_a_number_keeps_its_form_when_it_changes():
    assert [
        rewrite(raw, style, 12) for raw, style in (("(三)", Style.HAN_PAREN), ("３．", Style.DIGIT), ("一是", Style.IS))
    ] == [
        "(十二)",
        "１２．",
        "十二是",
    ]
    assert [
        rewrite(raw, style, 3) for raw, style in (("⑴", Style.DIGIT_PAREN), ("⒈", Style.DIGIT), ("㈠", Style.HAN_PAREN))
    ] == ["⑶", "⒊", "㈢"]
    assert (rewrite("㈠", Style.HAN_PAREN, 11), rewrite("⒈", Style.DIGIT, 21), rewrite("①", Style.CIRCLED, 21)) == (
        "（十一）",
        "21.",
        "（21）",
    )
    assert rewrite("第一部分：", Style.PART, 2) == "第二部分："
    assert [write(style, 2) for style in Style] == [
        "第二部分　",
        "二、",
        "（二）",
        "二、",
        "2.",
        "二是",
        "第二，",
        "（2）",
        "②",
    ]


def test_renumbering_touches_only_what_is_wrong():
    edits = renumber([(0, "一、", Style.HAN, 1), (9, "三、", Style.HAN, 2)])

    assert [(edit.start, edit.end, edit.replacement) for edit in edits] == [(9, 11, "二、")]
