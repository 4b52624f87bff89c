"""Characters that make no word with what stands beside them, and would with another."""

import pytest

from assistant.language import slips


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("贪图省事的念头有所兹长。", "兹长", "滋长"),
        ("办事没有从政治上惦量轻重。", "惦量", "掂量"),
        ("今年3月，支部组积警示教育4次。", "组积", "组织"),
        ("对年轻干部的培羊不够。", "培羊", "培养"),
        ("对作风漂孚的查得少，整改没有落石到位。", "漂孚", "漂浮"),
        ("考核制度形同虚没。", "虚没", "虚设"),
    ],
)
def test_what_is_no_word_is_told_with_the_word_meant(text, written, meant):
    found = {slip.span.of(text): slip.word for slip in slips.shipped().find(text)}

    assert found.get(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "粳稻两仓，一仓已满；递过申请书的2名，外人不得在厂内停车。",
        "青石岭隧道出现涌水，改为随机抽站、直插现场。",
        "泊禾县信访局，站长汪丽，“魂在组织部”。",
        "推行“金术”管理。",
        "副局长　沈砚平，委员　祁望川。",
        "",
    ],
)
def test_right_text_is_left_alone(text):
    assert slips.shipped().find(text) == ()


def test_a_long_stretch_is_cut_in_slices():
    finder = slips.shipped()
    told = list(finder._non_words.tried("学习抓得不紧" * 200, finder._others))

    assert told.count(None) >= 6
    assert not any(told)
