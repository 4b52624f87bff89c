import pytest

from assistant.structure.closing import ClosingLine, Role, read
from assistant.structure.parsing import parse

BODY = "以上检查，请同志们批评指正。"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((BODY, "林知远", "2026年1月8日"), ((1, Role.SIGNATURE), (2, Role.DATE))),
        ((BODY, "中共青河县水务局党组", "二〇二六年一月八日"), ((1, Role.SIGNATURE), (2, Role.DATE))),
        (
            (BODY, "", "青河县水务局", "林知远", "", "2026年1月8日", ""),
            ((2, Role.SIGNATURE), (3, Role.SIGNATURE), (5, Role.DATE)),
        ),
        ((BODY, "检查人：林知远"), ((1, Role.SIGNATURE),)),
        *(((BODY, f"{label}：林知远"), ((1, Role.SIGNATURE),)) for label in ("剖析人", "检视人", "自查人", "本人签字")),
        ((BODY, "2026年1月"), ((1, Role.DATE),)),
        (
            (BODY, "附件：1.整改台账", "2.学习笔记", "林知远", "2026年1月8日"),
            ((1, Role.ATTACHMENT), (2, Role.ATTACHED), (3, Role.SIGNATURE), (4, Role.DATE)),
        ),
        ((BODY, "附件：整改台账"), ((1, Role.ATTACHMENT),)),
        ((BODY, "每月下乡两次"), ()),  # a sentence without its stop
        ((BODY, "每月下乡两次", "2026年1月8日"), ((2, Role.DATE),)),
        ((BODY, "1.整改台账", "2.学习笔记"), ()),
        (("林知远", "2026年1月8日"), ((1, Role.DATE),)),
        ((), ()),
    ],
)
def test_what_closes_a_material(lines, found):
    assert tuple((each.number, each.role) for each in read(lines)) == found


def test_what_an_attachment_is_labelled_with():
    assert read((BODY, "附件：1.整改台账", "2.学习笔记")) == (
        ClosingLine(1, Role.ATTACHMENT, "附件：1."),
        ClosingLine(2, Role.ATTACHED, "2."),
    )


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (("（一）强化理论武装（责任人：张三）", "（二）改进工作作风（责任人：张三）", "2026年1月5日"), 3),
        (("附件：整改清单", "1.加强学习，每周自学不少于两小时。", "2.深入基层，每月调研一次。"), None),
        (("附件：整改清单", "1.加强学习", "2.深入基层"), None),
        (("附件1：整改措施", "1、加强学习，6月底前完成。"), None),
        (("加强学习", "做一名合格的党员", "争当一名好干部", "2026年1月5日"), 4),
        (("党支部 每月检查一次学习情况", "时间：每周五下午", "2026年12月"), 3),
        (("加强学习。", "（以上措施长期坚持）", "2026年1月"), 3),
        (("责任人：张三", "完成时间", "2026年6月30日"), 3),
        (("改进作风", "2026年1月5日"), 2),
        (("每周学一次。", "检查人：党支部书记，每月一次。"), None),
        (("每周学一次。", "检查人：由张三每月检查一次"), None),
        (("【此处补写整改时限】", "2026年1月5日"), 2),
        (("每周学一次。", "扎西次仁", "2026年1月5日"), 2),
        (("每周学一次。", "县水务局", "扎西次仁", "2026年1月5日"), 2),
        (("每周学一次。", "县水务局党组书记、局长　林知远", "2026年1月5日"), 2),
        (
            (
                "每周学一次。",
                *(f"附件：{n}.台账" if n == 1 else f"{n}.台账" for n in range(1, 14)),
                "林知远",
                "2026年1月",
            ),
            2,
        ),
    ],
)
def test_only_what_closes_a_material_is_taken_out_of_its_last_section(lines, first):
    """Whatever stands in no section is neither checked, nor counted, nor moved."""
    text = "\n".join(("对照检查材料", "一、存在的问题", "学得浅。", "二、整改措施", *lines))
    (material,) = parse(text).materials
    assert [each.number for each in material.closing][:1] == ([3 + first] if first else [])


def test_a_heading_of_a_word_file_signs_nothing():
    text = "对照检查材料\n一、问题\n学得浅。\n李改作\n2026年1月5日"
    assert len(parse(text).materials[0].closing) == 2
    assert [each.role for each in parse(text, headings={"李改作": 1}).materials[0].closing] == [Role.DATE]
