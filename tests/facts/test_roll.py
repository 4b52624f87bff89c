import pytest

from assistant.facts.roll import Person, is_called_so, of_tables, of_text

WANTED = (Person("何静宜", "办公室", "主任"), Person("陆远山", "保障科", "科长"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("何静宜\n陆远山\n秦立新", (Person("何静宜"), Person("陆远山"), Person("秦立新"))),
        ("应交材料人员名单\n1.何静宜 办公室主任\n2.陆远山 保障科科长", WANTED),
        ("序号\t单位\t姓名\t职务\n1\t办公室\t何静宜\t主任\n2\t保障科\t陆远山\t科长", WANTED),
        ("单位,姓名,职务\n办公室,何静宜,主任\n保障科,陆远山,科长", WANTED),
        ("何静宜（办公室主任）\n陆远山（保障科科长）", WANTED),
        (
            "办公室：何静宜、苏敏\n保障科：陆远山",
            (Person("何静宜", "办公室"), Person("苏敏", "办公室"), Person("陆远山", "保障科")),
        ),
        (
            "办公室\n何静宜\n苏　敏\n保障科\n陆远山",
            (Person("何静宜", "办公室"), Person("苏敏", "办公室"), Person("陆远山", "保障科")),
        ),
        (
            "领导班子\n何静宜 局长\n扎西次仁 副局长",
            (Person("领导班子"), Person("何静宜", "", "局长"), Person("扎西次仁", "", "副局长")),
        ),
        ("2025年度民主生活会个人对照检查材料\n何静宜\n学得不深。干得不实。想得不多。", ()),
        ("会议议程\n一、通报情况\n二、对照检查\n三、总结讲话", ()),
        ("", ()),
    ],
)
def test_who_is_listed(text, people):
    assert of_text(text) == people


def test_a_table_with_cells_that_stand_for_several_rows():
    table = (
        ("附件", ""),
        ("部 门", "姓 名", "备注"),
        ("办公室", "何静宜", ""),
        ("", "苏 敏", "请假"),
        ("", "合计2人", ""),
    )

    assert of_tables((table,)) == (Person("何静宜", "办公室"), Person("苏敏", "办公室"))
    assert of_tables(((("问题", "措施"), ("浅", "学")),)) == ()


def test_what_a_list_is_called():
    assert is_called_so("应交名单.xlsx")
    assert not is_called_so("张三对照检查材料.docx")
