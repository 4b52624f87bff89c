import pytest

from assistant.language import slip_shapes
from assistant.strict_toml import DataError

GOOD = 'format = 1\nsource = "常用字"\ngroups = """\n己已巳 遂逐\n"""\n'


def test_groups():
    assert slip_shapes.parse(GOOD, "shapes.toml") == {"己": "已巳", "已": "己巳", "巳": "己已", "遂": "逐", "逐": "遂"}


def test_what_is_near_one_need_not_be_near_what_else_is():
    shapes = slip_shapes.parse(f'{GOOD}near = "原愿厚 导异"\n', "shapes.toml")
    assert (shapes["原"], shapes["愿"], shapes["厚"]) == ("愿厚", "原", "原")  # either may be taken for the other
    with pytest.raises(DataError):
        slip_shapes.parse(f'{GOOD}near = "原原"\n', "shapes.toml")


@pytest.mark.parametrize("bad", [GOOD.replace("= 1", "= 2"), GOOD.replace("遂逐", "遂"), GOOD.replace("遂逐", "遂遂")])
def test_a_slip_in_the_file_is_told(bad):
    with pytest.raises(DataError):
        slip_shapes.parse(bad, "shapes.toml")


def test_alike():
    assert set(slip_shapes.alike("暇疵")) >= {"瑕疵", "遐疵"}
    assert "逐件" in slip_shapes.alike("遂件")
    assert not list(slip_shapes.alike("，。"))
