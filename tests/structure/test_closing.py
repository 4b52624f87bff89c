import pytest

from assistant.structure.closing import ClosingLine, Role, read

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
