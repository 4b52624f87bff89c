"""Characters that are left of a word whose other half was dropped."""

import pytest

from assistant.language import slip_lost, slips
from assistant.strict_toml import DataError

GOOD = 'format = 1\nsource = "分词"\ncharacters = """\n务施\n识\n"""\n'


def test_bound_characters():
    assert slip_lost.parse(GOOD, "bound.toml") == frozenset("务施识")


@pytest.mark.parametrize("bad", [GOOD.replace("= 1", "= 2"), GOOD.replace("识", "务"), GOOD.replace("识", "x")])
def test_a_slip_in_the_file_is_told(bad):
    with pytest.raises(DataError):
        slip_lost.parse(bad, "bound.toml")


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("没有从为民服务根本务的高度去看。", "没有从为民服务根本任务的高度去看。"),
        ("针对三个问题制定整改施16条。", "针对三个问题制定整改措施16条。"),
        ("先供货后上会，程序意不强。", "先供货后上会，程序意识不强。"),
        ("看了两起违反中央八项规定精神典案例。", "看了两起违反中央八项规定精神典型案例。"),
        ("每年开展1次警示育，管好身边人。", "每年开展1次警示教育，管好身边人。"),
        ("学归学、做归做，没有联系工作际。", "学归学、做归做，没有联系工作实际。"),
        # terms whose remaining half may stand alone elsewhere
        ("2025年听取党建汇2次。", "2025年听取党建汇报2次。"),
        ("同科长的廉政话只谈了两次。", "同科长的廉政谈话只谈了两次。"),
    ],
)
def test_a_dropped_half_is_proposed(text, mended):
    (slip,) = slips.shipped().find(text)

    assert text[: slip.span.start] + slip.word + text[slip.span.end :] == mended


@pytest.mark.parametrize(
    "text",
    [
        "教了三年书，断了两次电，输了官司也没有败了兴。",
        "科里把“题海”一词写进了总结，“识途”指的是老同志。",
        "他只谈了一点体会，写了两行字，话说得不多。",
        "针对专业结构调整推进慢的问题，停招了四个专业。",
        "依规调整用途，依理处置，据实上报，择优录用。",
        "街道辖14个社区，公卫科、教务处各有一名联络员。",
        "要求党员学章程、守纪律，自己却没有静下心来读。",
    ],
)
def test_what_stands_alone_rightly_is_left(text):
    assert not slips.shipped().find(text)
