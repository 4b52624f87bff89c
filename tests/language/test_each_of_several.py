"""What talks and visits that are told group by group come to."""

import pytest

from assistant.language.each_of_several import before_total


@pytest.mark.parametrize(
    ("told", "likely", "others"),
    [
        ("与局党组书记谈1次，与其他5名成员各谈1次，与大气科、信访科、执法队3个科室负责人各谈2次，共12次", 12, {11, 6}),
        ("同村支部书记、其他4名支委和5名党员各谈1次，共10次", 10, {9}),  # where the secretary is one of the four
        ("与支部书记、小组长各谈心1次，与3名党员、2名同事各谈心1次，共7人次", 7, {5}),
        ("同书记、镇长各谈1次，同其他成员谈心7人次，同3名所长、6名干部各谈1次，共18人次", 18, {16, 9}),
        ("与支部书记、2名支委和4名教师谈心谈话共7人次", 7, {6}),
        ("对全县12个财政所各走访3次，共36次", 36, set()),
    ],
)
def test_all_readings_of_the_groups_before_a_total(told, likely, others):
    several = before_total(told)
    assert several is not None
    assert (several.likely, several.any) == (likely, {likely, *others})


@pytest.mark.parametrize("told", ["班子9名成员两两各谈1次，共36次", "学习12次，研讨3次", "与书记谈心，共同研究3次"])
def test_what_is_no_total_of_groups(told):
    assert before_total(told) is None
