import pytest

from assistant.facts import topics
from assistant.strict_toml import DataError

TWO = 'format = 1\n[[topics]]\nid = "a"\nname = "甲"\nwords = ["学习"]\nnear = { b = 0.5 }\n[[topics]]\nid = "b"\nname = "乙"\nwords = ["求稳", "求稳怕乱"]\nnear = {}\n'


def test_a_profile_has_length_one_or_none():
    known = topics.Topics(topics.parse(TWO, "t.toml"))

    assert known.profile("学习抓得不紧。") == (1.0, 0.0)
    assert known.profile("天气很好。") == (0.0, 0.0)
    assert sum(value * value for value in known.profile("学习时求稳怕乱")) == pytest.approx(1)


def test_topics_near_each_other_count_as_partly_the_same():
    known = topics.Topics(topics.parse(TWO, "t.toml"))
    study, caution = known.profile("学习"), known.profile("求稳")

    assert topics.likeness(study, caution) == 0
    assert 0 < topics.likeness(study, known.spread(caution)) < topics.likeness(caution, known.spread(caution))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("format = 1", "format = 2"),
        ("b = 0.5", "c = 0.5"),
        ("b = 0.5", "b = 1.5"),
        ('id = "b"', 'id = "a"'),
    ],
)
def test_a_slip_in_the_file_is_told(change, told):
    with pytest.raises(DataError, match=r"t\.toml"):
        topics.parse(TWO.replace(change, told), "t.toml")


def test_the_shipped_topics_tell_the_usual_ones_apart():
    known = topics.shipped()
    told = {
        "study": "理论学习不够系统，原著读得少。",
        "people": "走访困难群众不多，民生实事推进慢。",
        "governance": "一岗双责抓得不紧，廉政谈话少。",
        "style": "文山会海有反弹，形式主义没有根除。",
    }
    ids = ["study", "people", "governance", "style"]
    spread = {name: known.spread(known.profile(text)) for name, text in told.items()}

    for name, text in told.items():
        assert max(ids, key=lambda each: topics.likeness(known.profile(text), spread[each])) == name
