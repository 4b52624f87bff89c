"""The shipped lines of work: each pattern is one, each name stands once, and a unit is found by its name."""

import re

import pytest

from assistant.facts import lines_of_work


def test_each_name_stands_once_and_each_pattern_is_one():
    lines = lines_of_work.shipped()
    names = [name for line in lines for name in line.names]

    assert len(names) == len(set(names)) > 20
    assert [line.names for line in lines if re.search(line.units, "") or re.search(line.words, "")] == []


@pytest.mark.parametrize(
    ("unit", "name"), [("青河县水利局", "水利"), ("青河县人民医院", "卫生"), ("青河县某办公室", None)]
)
def test_a_unit_stands_in_the_line_that_its_name_tells(unit, name):
    assert [name in line.names for line in lines_of_work.of_unit(unit)] == [True] * (name is not None)


def test_each_word_is_of_one_line_alone():
    for words in (lambda line: line.marks, lambda line: (*line.held, *line.callings)):
        every = [word for line in lines_of_work.shipped() for word in words(line)]
        assert len(every) == len(set(every)) == len(lines_of_work.whose(words)) > 10
