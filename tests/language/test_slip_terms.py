import pytest

from assistant.language import slip_terms
from assistant.strict_toml import DataError

GOOD = (
    'format = 1\nsource = "通行提法"\nterms = "以人民为中心的发展思想 一抓到底 忠诚干净担当"\n'
    'idioms = "拈轻怕重"\nalso = "一管到底"\nlost = "责任意识"\n'
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“以人民为中心”的发展理想", ("的发展理想", "的发展思想", "理", "思", True)),
        ("做到忠诚干净有担当。", ("忠诚干净有担当", "忠诚干净担当", "有", "", True)),
        ("做到忠诚干担当。", ("忠诚干担当", "忠诚干净担当", "", "净", True)),
        ("做到忠诚净干担当。", ("忠诚净干担当", "忠诚干净担当", "净干", "干净", True)),
        ("工作掂轻怕重。", ("掂轻怕重", "拈轻怕重", "掂", "拈", False)),
    ],
)
def test_a_term_but_for_one_character(text, told):
    (near,) = filter(None, slip_terms.parse(GOOD, "terms.toml").near(text))

    assert (near.span.of(text), near.word, near.wrong.of(text), near.right, near.inside) == told


@pytest.mark.parametrize(
    "text",
    [
        "以人民为中心的发展思想，忠诚、干净、担当，拈轻怕重。",
        "一管到底。",  # right as well
        "拈轻重。拈轻又怕重。",  # of four characters too little is left
        "忠诚，干净有担当。",
        "",
    ],
)
def test_what_is_no_slip(text):
    assert not any(slip_terms.parse(GOOD, "terms.toml").near(text))


def test_a_term_of_four_that_lost_a_character():
    terms = slip_terms.parse(GOOD, "terms.toml")
    text = "责任识不强，拈怕重，拈轻怕重，责任意识，责任意见"

    assert [(span.of(text), word) for span, word in filter(None, terms.short_of_one(text))] == [
        ("责任识", "责任意识"), ("拈怕重", "拈轻怕重"), ("责任意", "责任意识"),
    ]  # fmt: skip


def test_a_long_paragraph_is_looked_through_in_slices():
    terms = slip_terms.parse(GOOD, "terms.toml")
    text = "检查督促跟进。" * 85 + "做到忠诚干净有担当，" * 2 + "检查督促跟进。" * 200  # where the first slice ends
    told = list(terms.near(text))

    assert [near.span.start for near in told if near] == [597, 607]
    assert told.count(None) >= len(text) // 600
    assert len(list(filter(None, terms.short_of_one("责任识不强。" * 300)))) == 300


@pytest.mark.parametrize(
    "bad", [GOOD.replace("= 1", "= 2"), GOOD.replace("拈轻怕重", "拈轻"), GOOD.replace("净担", "a担")]
)
def test_a_slip_in_the_file_is_told(bad):
    with pytest.raises(DataError):
        slip_terms.parse(bad, "terms.toml")


@pytest.mark.parametrize(
    ("said", "is_frame"),
    [
        (("边查边改", "边审边改"), True),
        (("以史为镜", "以古为镜"), True),
        (("无时无刻", "无时不刻"), False),  # the frame itself is broken
        (("一抓到底", "一管到底"), False),
    ],
)
def test_a_frame_that_other_words_fill(said, is_frame):
    assert slip_terms.is_frame(*said) is is_frame
