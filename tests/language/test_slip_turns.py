"""Turns of plain speech in which nothing was mistyped."""

import pytest

from assistant.language import slips


@pytest.mark.parametrize(
    "text",
    [
        "改善伙食那回，喊我我就坐下吃，烟不接，饭回食堂吃，刷自己的卡。",
        "漏1次我在室务会上作说明，不补签、不倒签，要表先过关。",
        "对老同事抹不开面子，想等反映来了再谈，谈话成了善后。",
        "意识形态工作责任制落实情况，已单独向区委宣传部报告。",
        "传得快，化得慢，报喜不漏忧，拿规矩换自己的人缘。",
    ],
)
def test_plain_speech_is_no_slip(text):
    assert slips.shipped().find(text) == ()
