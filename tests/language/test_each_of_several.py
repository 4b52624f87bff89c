"""What talks and visits that are told group by group come to."""

import pytest

from assistant.language.each_of_several import before_total, is_open


@pytest.mark.parametrize(
    ("told", "likely", "others"),
    [
        ("与局党组书记谈1次，与其他5名成员各谈1次，与大气科、信访科、执法队3个科室负责人各谈2次，共12次", 12, {11, 6}),
        ("同村支部书记、其他4名支委和5名党员各谈1次，共10次", 10, {9}),  # where the secretary is one of the four
        ("与支部书记、小组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次", 7, {5}),
        ("同书记、镇长各谈1次，同其他成员谈心7人次，同3名所长、6名干部各谈1次，共18人次", 18, {16, 9}),
        ("与支部书记、2名支委和4名教师谈心谈话共7人次", 7, {6}),
        ("对全县12个财政所各走访3次，共36次", 36, set()),
        ("与3个科室的科长、副科长各谈1次，共6次", 4, {3, 6}),
        ("与分管的3个股室12名同志各谈1次，共12次", 3, {12, 36}),
        ("与4名副职中的3名各谈2次，与另1名谈1次，共7次", 9, {1, 7, 25}),
        ("与工会主席和团委书记、妇联主席等5名班子成员各谈1次，共6次", 7, {5, 6}),
    ],
)
def test_all_readings_of_the_groups_before_a_total(told, likely, others):
    several = before_total(told)
    assert several is not None
    assert (several.likely, several.any) == (likely, {likely, *others})


@pytest.mark.parametrize("told", ["班子9名成员两两各谈1次，共36次", "学习12次，研讨3次", "与书记谈心，共同研究3次"])
def test_what_is_no_total_of_groups(told):
    assert before_total(told) is None


@pytest.mark.parametrize(
    "told",
    [
        "每季度到联系的2个村各1次，全年共8次",
        "与班子成员各谈1次，与4名副职各谈1次，共9次",
        "一季度4次，二季度3次，三四季度各2次，共11次",
        "与4名副职各谈2次，其中1人出差只谈1次，共7次",
        "对3个项目各督查2轮，每轮2次，共12次",
        "与3名副职各谈1至2次，共5次",
        "与2名同志一季度各谈1次、二季度各谈2次，共6次",
        "与3名支委相互谈了3次，与6名党员各谈1次，共9次",
    ],
)
def test_what_is_told_in_another_way_too_comes_to_no_known_total(told):
    assert before_total(told) is None
    assert is_open(told)
