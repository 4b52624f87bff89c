import dataclasses
import typing
from datetime import date
from enum import Enum
from fractions import Fraction

import pytest

from assistant.strict_toml import DataError
from assistant.templates import key_meanings, resolving, template_file
from assistant.templates.template import Need, PartKind, kinds_told, least_told
from assistant.templates.template_file import TemplateFile

BASE = """
format = 1
id = "base"
abstract = true
meeting = "democratic"
[titles]
individual = "{name}个人对照检查材料"
[[parts]]
id = "previous"
kind = "previous_rectification"
heading = "{previous}整改情况"
need = "usual"
[[parts]]
id = "problems"
kind = "problems"
heading = "存在的问题"
"""
YEAR = """
format = 1
id = "2030-democratic"
base = "base"
meeting = "democratic"
year = 2030
name = "2030年度民主生活会"
previous = "2029年度民主生活会"
subjects = ["individual"]
[[parts]]
id = "problems"
short = "问题"
[[parts]]
id = "case"
after = "previous"
kind = "case_analysis"
heading = "案例剖析"
[[aspects]]
id = "study"
full = "带头学习"
short = "学习"
certainty = "notice"
  [[aspects.questions]]
  id = "book"
  ask = "读完的是哪一本？"
  roles = ["leadership"]
"""


def resolve(year=YEAR, base=BASE):
    base_file = template_file.parse(base, "base.toml")
    return resolving.resolve(template_file.parse(year, "2030-democratic.toml"), {"base": base_file})


def test_a_year_builds_on_its_base():
    (resolved,) = resolve()

    assert resolved.id == "2030-democratic-individual"
    assert resolved.title == "2030年度民主生活会个人对照检查材料"
    assert [(p.id, p.heading, p.short, p.need) for p, _ in resolved.all_parts()] == [
        ("previous", "2029年度民主生活会整改情况", "2029年度民主生活会整改情况", Need.USUAL),
        ("case", "案例剖析", "案例剖析", Need.REQUIRED),
        ("problems", "存在的问题", "问题", Need.REQUIRED),
        ("study", "带头学习方面", "学习", Need.REQUIRED),
    ]
    assert [parent.id for _, parent in resolved.all_parts() if parent] == ["problems"]


def test_questions_for_others_are_left_out():
    assert resolve()[0].aspects[0].questions == ()


def test_a_file_without_aspects_has_those_of_its_base():
    own = """
format = 1
id = "own"
base = "2030-democratic"
meeting = "democratic"
name = "2030年度民主生活会"
subjects = ["individual"]
[problem_limits]
per_aspect = 2
"""
    year = YEAR.replace("[[parts]]", 'aspect_form = "{short}上"\n[[parts]]', 1) + (
        '[[frames]]\nname = "另一套"\n[[frames.aspects]]\nid = "other"\nfull = "带头调研"\nshort = "调研"\ncertainty = "notice"\n'
    )
    others = {
        "base": template_file.parse(BASE, "base.toml"),
        "2030-democratic": template_file.parse(year, "year.toml"),
    }
    listed = '[[aspects]]\nid = "mine"\nfull = "带头落实"\nshort = "落实"\ncertainty = "notice"\n'

    def aspects(source):
        (resolved,) = resolving.resolve(template_file.parse(source, "own.toml"), others)
        return [(frame.name, [part.heading for part in frame.aspects]) for frame in resolved.frames]

    assert aspects(own) == [("2030年度民主生活会", ["学习上"]), ("另一套", ["调研上"])]
    assert aspects(own + listed) == [("2030年度民主生活会", ["带头落实方面"])]


def test_a_base_is_no_meeting():
    assert resolving.resolve(template_file.parse(BASE, "base.toml"), {}) == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("year = 2030", "yaer = 2030"), "yaer"),
        (("year = 2030", 'year = "2030"'), "year（年度）：应为整数"),
        (('meeting = "democratic"', 'meeting = "democratik"'), "democratik"),
        (('id = "case"', 'id = "study"'), "study 出现了两次"),
        (('after = "previous"', 'after = "nowhere"'), "nowhere"),
        (('base = "base"', 'base = "none"'), "none"),
        (('kind = "case_analysis"', ""), "kind"),
        (("format = 1", "format = 2"), "format"),
        (("[[aspects]]", "[aspects"), "TOML"),
        (('full = "带头学习"', ""), "缺少 full"),
    ],
)
def test_a_slip_is_refused_with_file_and_key(change, expected):
    with pytest.raises(DataError, match=expected) as caught:
        resolve(YEAR.replace(*change))

    assert "2030-democratic" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('full = "带头学习"', ""), "year.toml.aspects（查摆的方面）第1项：缺少 full（全称）"),
        (("year = 2030", 'year = "2030"'), "year.toml.year（年度）：应为整数，现为 '2030'"),
        (
            ('subjects = ["individual"]', 'subjects = "individual"'),
            "year.toml.subjects（材料类别）：应为列表，现为 'individual'",
        ),
        (
            ('meeting = "democratic"', 'meeting = "short"'),
            "year.toml.meeting（会议）：'short' 不在可用的值之内：democratic（民主生活会）、organizational（组织生活会）",
        ),
        (("year = 2030", "year = = 2030"), "year.toml：不是有效的TOML，'year = = 2030' 这一行写法不对"),
        (
            ("year = 2030", "year = 2030\nyear = 2031"),
            "year.toml：不是有效的TOML，'year = 2031' 这一行同一个键写了两次",
        ),
        (("year = 2030", 'year = 2030\nname = """'), "year.toml：不是有效的TOML，到末尾还没有写完"),
    ],
)
def test_what_a_key_means_is_said_beside_it(change, told):
    with pytest.raises(DataError) as caught:
        template_file.parse(YEAR.replace(*change), "year.toml")
    assert str(caught.value).startswith(told)


def test_every_key_and_value_of_a_template_file_has_a_meaning():
    seen, left = set(), [TemplateFile]
    while left:
        kind = left.pop()
        if dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            seen |= hints.keys()
            left += hints.values()
        elif isinstance(kind, type) and issubclass(kind, Enum):
            assert {each.value for each in kind} <= key_meanings.VALUES.keys()
        else:
            left += [each for each in typing.get_args(kind) if each is not Ellipsis]
    assert seen == key_meanings.KEYS.keys()


def test_the_head_tells_what_a_file_is_without_reading_it():
    head = template_file.parse_head(YEAR, "2030-democratic.toml")

    assert (head.year, head.name, head.aspects) == (2030, "2030年度民主生活会", ())


def test_part_kinds_are_found():
    parts = [part.id for part in resolve()[0].parts if part.kind is PartKind.CASE_ANALYSIS]

    assert parts == ["case"]


# A file made from a notice: what it asks for, by reference to what is shipped.
OWN = """
format = 1
id = "own"
base = "base"
meeting = "democratic"
year = 2030
name = "2030年度民主生活会"
subjects = ["individual"]
order = ["problems", "case", "previous"]
layout = "fixed28"
file_name = "{标题}-{姓名}"
unit_words = ["智慧住建"]
[share]
of = ["problems", "cause"]
least = "2/3"
certainty = "notice"
said = "问题和原因不少于三分之二"
[problem_limits]
per_aspect = 2
with_instances = true
[dates]
hand_in = 2031-01-20
hand_in_said = "1月20日前报送"
[[parts]]
id = "case"
like = "2030-democratic/case"
heading = "以案促改剖析"
[[aspects]]
id = "first"
full = "带头学习好"
short = "学习好"
certainty = "notice"
like = "2030-democratic/study"
[[aspects]]
id = "second"
full = "带头改革"
short = "改革"
certainty = "notice"
like = "2031-democratic/unknown"
"""


def resolve_own(source=OWN):
    others = {"base": template_file.parse(BASE, "base.toml"), "2030-democratic": template_file.parse(YEAR, "year.toml")}
    return resolving.resolve(template_file.parse(source, "own.toml"), others)[0]


def test_a_file_takes_over_what_it_is_like_in_its_own_order():
    own = resolve_own()

    assert [(part.id, part.heading) for part in own.parts] == [
        ("problems", "存在的问题"),
        ("case", "以案促改剖析"),
        ("previous", "上年度民主生活会整改情况"),
    ]
    assert own.part_of_id("case").kind is PartKind.CASE_ANALYSIS
    assert [aspect.wordings for aspect in own.aspects] == [
        ("带头学习好", "学习好", "带头学习", "学习"),
        ("带头改革", "改革"),
    ]


@pytest.mark.parametrize(
    ("kinds", "least", "told"),
    [
        ((PartKind.PROBLEMS, PartKind.CAUSE), Fraction(2, 3), "问题和原因剖析合计不少于全文的三分之二"),
        ((PartKind.PROBLEMS,), Fraction(3, 5), "问题不少于全文的五分之三"),
        ((PartKind.PROBLEMS,), Fraction(7, 10), "问题不少于全文的70%"),
    ],
)
def test_a_share_is_told_in_words(kinds, least, told):
    assert f"{kinds_told(kinds)}不少于全文的{least_told(least)}" == told


def test_limits_and_dates_are_read():
    own = resolve_own()

    assert (own.share.least, own.share.of) == (Fraction(2, 3), (PartKind.PROBLEMS, PartKind.CAUSE))
    assert (own.problem_limits.per_aspect, own.problem_limits.with_instances) == (2, True)
    assert own.dates.hand_in == date(2031, 1, 20)
    assert (own.layout, own.file_name, own.unit_words) == ("fixed28", "{标题}-{姓名}", ("智慧住建",))


def test_what_is_written_reads_the_same():
    for source in (OWN, YEAR, BASE):
        file = template_file.parse(source, "x.toml")
        assert template_file.parse(template_file.write(file), "x.toml") == file


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('"2/3"', '"3/2"'), "share（占比）.least（最少）：应为不大于1的分数"),
        (("hand_in = 2031-01-20", 'hand_in = "明天"'), "dates（日期）.hand_in（交稿日期）：应为日期"),
        (('order = ["problems",', 'order = ["problem",'), "problem"),
        (("以案促改剖析", "{xx}剖析"), "花括号"),
    ],
)
def test_a_slip_in_the_new_keys_is_refused(change, expected):
    with pytest.raises(DataError, match=expected):
        resolve_own(OWN.replace(*change))


@pytest.mark.parametrize(
    ("full", "form", "heading"),
    [
        ("学用新思想方面", "{full}方面", "学用新思想方面"),
        ("学用新思想", "{full}方面", "学用新思想方面"),
        ("学用新思想方面", "{full}方面存在的问题", "学用新思想方面存在的问题"),
        ("对照党章", "{full}", "对照党章"),
    ],
)
def test_an_aspect_worded_as_its_heading_says_nothing_twice(full, form, heading):
    year = YEAR.replace("带头学习", full).replace("[[parts]]", f'aspect_form = "{form}"\n[[parts]]', 1)
    assert resolve(year)[0].aspects[0].heading == heading
