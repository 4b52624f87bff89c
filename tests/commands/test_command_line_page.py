"""docs/command-line.md is written by hand: what it repeats of the program's numbers and titles is the program's."""

import re
from pathlib import Path

from assistant.commands import folder_table
from assistant.facts import resemblance
from assistant.facts.last_year import list_table
from assistant.templates.notice.lengths.size import TOLERANCE

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")


def line(begins):
    (found,) = (each for each in PAGE.splitlines() if each.startswith(begins))
    return found


def test_how_far_a_length_may_be_off():
    assert f"按上下浮动{TOLERANCE}%计算" in line("| `lengths`、`part_lengths` |")


def test_the_columns_of_the_main_table_in_their_order():
    told = line("| 总表 |").partition("：")[2]
    columns = re.sub("（[^（）]*）", "", told).rstrip(" |").split("，")

    assert columns == [column.title for column in folder_table.ON_PAPER]


def test_by_which_titles_a_list_is_known():
    told = re.search("列名里要有(.+?)，还要有(.+?)）", line("`--list L`"))

    assert re.findall("“(.+?)”", told[1]) == list_table._PROBLEM.split("|")
    assert re.findall("“(.+?)”", told[2]) == list_table._MEASURE.split("|")


def test_from_how_much_on_two_materials_are_told():
    told = line("`--all`")

    assert f"连续{resemblance.LEAST_RUN}字以上" in told
    assert f"满{resemblance.LEAST}字，并占较短一份{resemblance.SHARE:.0%}以上" in told
