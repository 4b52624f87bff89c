"""The shipped lines of work: each pattern is one, each name stands once, and a unit is found by its name."""

import re
from collections import Counter

import pytest

from assistant.facts import lines_of_work


def test_each_name_stands_once_and_each_pattern_is_one():
    lines = lines_of_work.shipped()
    names = [name for line in lines for name in line.names]

    assert len(names) == len(set(names)) > 20
    patterns = [each for line in lines for each in (line.units, line.words, line.own) if each]
    assert [each for each in patterns if re.search(each, "")] == []
    assert all(bool(line.units) is bool(line.words) and (line.units or line.own) for line in lines)


@pytest.mark.parametrize(
    ("unit", "name"), [("青河县水利局", "水利"), ("青河县人民医院", "卫生"), ("青河县某办公室", None)]
)
def test_a_unit_stands_in_the_line_that_its_name_tells(unit, name):
    assert [name in line.names for line in lines_of_work.of_unit(unit)] == [True] * (name is not None)


def test_each_word_is_of_one_line_alone():
    for words in (lambda line: line.marks, lambda line: (*line.held, *line.callings)):
        every = [word for line in lines_of_work.shipped() for word in words(line)]
        assert len(every) == len(set(every)) == len(lines_of_work.whose(words)) > 10


def test_a_word_of_people_tools_or_work_is_of_one_line():
    told = Counter(word for line in lines_of_work.shipped() for word in (*line.inside, *line.served))
    assert [word for word, times in told.items() if times > 1] == []
    assert min(map(len, told)) > 1


def test_a_line_is_known_by_units_and_words():
    by_word = lines_of_work.whose(lambda line: (*line.inside, *line.served))
    fishing, textiles = by_word["渔民"], by_word["织机"]
    assert lines_of_work.has_to_do_with(fishing, "某县农业农村局")
    assert not lines_of_work.has_to_do_with(textiles, "某县统计局")
    assert lines_of_work.is_told_of(textiles, "到服装厂去过一次")
    assert not lines_of_work.is_told_of(textiles, "组织学习一次")  # one character tells units alone
