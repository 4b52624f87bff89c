import pytest

from assistant.decisions import Profile
from assistant.facts import name_lines
from assistant.structure.parsing import parse

TITLE = "2024年度民主生活会个人对照检查材料"


@pytest.mark.parametrize(
    ("line", "unit", "post", "name"),
    [
        ("市住房保障中心副主任　林知远", "市住房保障中心", "副主任", "林知远"),
        ("市住房保障中心　副主任　林知远", "市住房保障中心", "副主任", "林知远"),
        ("（县水务局党组书记、局长　周 平）", "县水务局", "党组书记、局长", "周平"),
        ("县水务局党组成员、副局长 欧阳建国", "县水务局", "党组成员、副局长", "欧阳建国"),
        ("林知远（市住房保障中心副主任）", "市住房保障中心", "副主任", "林知远"),
        ("林知远", "", "", "林知远"),
        ("市住房保障中心", "市住房保障中心", "", ""),
        ("单位：市住房保障中心　职务：副主任　姓名：林知远", "市住房保障中心", "副主任", "林知远"),
        ("汇报人：林知远", "", "", "林知远"),
        ("2024年12月20日", "", "", ""),
        ("（2024年12月20日）", "", "", ""),
        ("【姓名】【职务】", "", "", ""),
        ("局长  张三", "", "局长", "张三"),
        ("市委常委、宣传部部长 何静", "", "市委常委、宣传部部长", "何静"),
        ("青石县水务局党组成员、纪检组长  孙丽", "青石县水务局", "党组成员、纪检组长", "孙丽"),
        ("县水务局党组成员、派驻纪检监察组组长 孙丽", "县水务局", "党组成员、派驻纪检监察组组长", "孙丽"),
        ("县水务局总会计师 孙丽", "县水务局", "总会计师", "孙丽"),
        ("县水务局工会主席、四级调研员 孙丽", "县水务局", "工会主席、四级调研员", "孙丽"),
        ("县总工会主席 孙丽", "县总工会", "主席", "孙丽"),
        ("县水务局三级主任科员 孙丽", "县水务局", "三级主任科员", "孙丽"),
        ("县农业农村局总农艺师、二级高级主办 孙丽", "县农业农村局", "总农艺师、二级高级主办", "孙丽"),
        ("第二党支部 方文", "第二党支部", "", "方文"),
    ],
)
def test_the_name_line_tells_who_wrote(line, unit, post, name):
    text = f"{TITLE}\n{line}\n\n一、存在的突出问题\n学得不够。\n"
    (material,) = parse(text).materials

    assert name_lines.of(text, material) == Profile(unit, post, name)


def test_the_title_of_a_leadership_names_its_unit():
    text = "县水务局领导班子2024年度民主生活会对照检查材料\n\n一、存在的突出问题\n学得不够。\n"

    assert name_lines.of(text, parse(text).materials[0]).unit == "县水务局"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2024年度民主生活会个人对照检查材料-林知远.docx", "林知远"),
        ("市住房保障中心+林知远+发言提纲.docx", "林知远"),
        ("2024年度民主生活会-终稿.docx", ""),
        ("林知远.docx", ""),
    ],
)
def test_a_name_that_only_the_file_tells(name, found):
    text = f"{TITLE}\n\n一、存在的突出问题\n学得不够。\n"

    assert name_lines.of(text, parse(text).materials[0], name).name == found
