import pytest

from assistant.review import former

BASE = "标题\n一、问题\n（一）甲方面\n有一条。\n（二）乙方面\n有两条。\n二、原因\n不深。\n三、整改措施\n常学。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BASE, "与现在的相同"),
        (BASE.replace("有一条", "有一条事"), "比现在的多1字，不同在“甲”"),
        (BASE.replace("有一", "有二"), "字数与现在的相同，不同在“甲”"),
        (BASE.replace("标题", "另一个题目"), "比现在的多3字，不同在“开头”"),
        (BASE.replace("。", "！"), "字数与现在的相同，不同在“甲”“乙”等4处"),
        ("", "比现在的少42字，不同在“开头”“问题”等6处"),
    ],
)
def test_how_a_former_text_differs(text, told):
    assert former.told(text, BASE, called="现在") == told


def test_what_was_left_unsaved_differs_somewhere():
    told = former.told(BASE, BASE, called="已保存", unsaved=True)
    assert told == "正文与已保存的相同，另有正文以外的改动没有保存（随记、意见等）"
