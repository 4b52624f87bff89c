"""A notice becomes a template: known aspects bring their questions along, unknown ones get general ones."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from assistant.certainty import Certainty
from assistant.facts.insertion import fresh
from assistant.files import shipped_shelf, template_shelf
from assistant.review.material import analyse
from assistant.templates import borrowed_aspect, own_template, proposal, template_file
from assistant.templates.notice import notice, written_out
from assistant.templates.template import Need, PartKind, Subject

NOTICE = """关于开好2025年度民主生活会的通知
各党支部：
一、会议主题
会议主题是：锲而不舍落实中央八项规定精神，推进作风建设常态化长效化。
二、对照检查
班子和班子成员重点从以下六个方面对照检查：
1.带头强化政治忠诚、提高政治能力；
2.带头固本培元、增强党性；
3.带头敬畏人民、敬畏组织、敬畏法纪；
4.带头干事创业、担当作为；
5.带头坚决扛起管党治党责任；
6.带头推动企业深化改革、提升核心竞争力。
材料应包括：①上年度民主生活会整改落实情况；②个人有关事项说明；③存在的突出问题；④典型案例剖析；⑤原因分析；⑥整改措施。
每个方面查摆问题不少于2个，并附具体事例。查摆问题和原因分析的篇幅不少于全文的三分之二。个人材料控制在3500字以内。
三、时间安排
1月20日前报送材料，1月25日前召开民主生活会。
中共某公司委员会
2026年1月4日
"""


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("DUIZHAO_HOME", str(tmp_path))


@pytest.fixture(scope="module")
def file():
    (asked,) = notice.read(NOTICE).templates
    return proposal.propose(asked, shipped_shelf.every(), "2025-democratic-notice")


def individual(file):
    return next(each for each in shipped_shelf.resolve(file) if each.subject is Subject.INDIVIDUAL)


def test_known_aspects_bring_their_questions_and_the_units_own_gets_general_ones(file):
    aspects = individual(file).aspects
    shipped = template_shelf.find("2025-democratic-individual").aspects

    assert [aspect.heading for aspect in aspects][:5] == [aspect.heading for aspect in shipped]
    assert [aspect.questions for aspect in aspects][:5] == [aspect.questions for aspect in shipped]
    assert aspects[5].heading == "带头推动企业深化改革、提升核心竞争力方面"
    assert len(aspects[5].questions) >= 5
    assert aspects[5].hint == "写这一方面存在的问题，联系今年的一件事写明差距。"
    assert all(aspect.said and aspect.said in NOTICE for aspect in aspects)


def test_parts_stand_as_the_notice_lists_them(file):
    parts = individual(file).parts

    assert [part.heading for part in parts] == [
        "前言",
        "上年度民主生活会整改落实情况",
        "个人有关事项说明",
        "存在的突出问题",
        "典型案例剖析",
        "原因分析",
        "整改措施",
    ]
    assert all(part.need is Need.REQUIRED for part in parts[1:])
    assert all(part.questions for part in parts)


def test_where_the_notice_names_neither_causes_nor_measures_those_of_the_year_stay():
    (asked,) = notice.read(NOTICE.replace("；⑤原因分析；⑥整改措施", "")).templates
    template = individual(proposal.propose(asked, shipped_shelf.every(), "x"))

    parts = {part.kind: part for part in template.parts}
    assert parts[PartKind.CASE_ANALYSIS].certainty is Certainty.NOTICE
    assert parts[PartKind.CAUSE].certainty is not Certainty.NOTICE
    assert parts[PartKind.MEASURE].certainty is not Certainty.NOTICE


def test_a_part_asked_of_one_subject_alone_is_not_in_the_others_material():
    more = "个人材料控制在3500字以内。个人发言提纲还要对配偶子女从业情况作出说明。"
    changed = NOTICE.replace("②个人有关事项说明；③", "②").replace("个人材料控制在3500字以内。", more)
    (asked,) = notice.read(changed.replace("④", "③").replace("⑤", "④").replace("⑥", "⑤")).templates
    body, single = shipped_shelf.resolve(proposal.propose(asked, shipped_shelf.every(), "x"))

    assert [part.heading for part in single.parts][2] == "配偶子女从业情况说明"
    assert [part.id for part in body.parts] == [part.id for part in single.parts if part.id != "declarations"]
    assert any("（只要求班子成员个人写）" in line for line in written_out.as_lines(asked))


def test_each_subject_has_the_declarations_that_are_asked_of_it():
    more = "班子材料要对巡察反馈问题整改情况作出说明；个人材料要对个人有关事项报告、谈话函询情况作出说明。"
    (asked,) = notice.read(
        f"{NOTICE[: NOTICE.index('材料应包括')]}{more}\n1月20日前报送材料。\n2026年1月4日\n"
    ).templates
    body, single = shipped_shelf.resolve(proposal.propose(asked, shipped_shelf.every(), "x"))

    made = {t.subject: [p.heading for p in t.parts if p.kind is PartKind.DECLARATIONS] for t in (body, single)}
    assert made == {
        Subject.LEADERSHIP: ["巡察反馈问题整改情况说明"],
        Subject.INDIVIDUAL: ["个人有关事项报告、谈话函询情况说明"],
    }


def test_limits_and_dates_are_those_of_the_notice(file):
    template = individual(file)

    assert (template.length.most, template.length.certainty) == (3500, Certainty.NOTICE)
    assert (template.share.least, template.share.of) == (Fraction(2, 3), (PartKind.PROBLEMS, PartKind.CAUSE))
    assert (template.problem_limits.per_aspect, template.problem_limits.with_instances) == (2, True)
    assert (template.dates.hand_in, template.dates.meeting) == (date(2026, 1, 20), date(2026, 1, 25))


def test_each_subject_has_its_own_day_to_hand_in():
    changed = NOTICE.replace("1月20日前报送材料", "班子材料1月15日前报党群部，个人发言提纲1月20日前报送")
    (asked,) = notice.read(changed).templates
    file = proposal.propose(asked, shipped_shelf.every(), "x")
    body, single = shipped_shelf.resolve(template_file.parse(template_file.write(file), "x.toml"))

    assert (body.dates.hand_in, single.dates.hand_in) == (date(2026, 1, 15), date(2026, 1, 20))
    assert single.dates.hand_in_said == "个人发言提纲1月20日前报送"
    assert body.dates.meeting == single.dates.meeting == date(2026, 1, 25)


SIZES = "班子每个方面不少于800字，个人每个方面不少于500字，第六个方面300字左右；班子和个人材料的原因分析分别不少于600字、400字"


def test_each_subject_has_its_own_lengths_of_parts_and_aspects():
    (asked,) = notice.read(NOTICE.replace("1月20日前报送材料", f"{SIZES}。1月20日前报送材料")).templates
    file = proposal.propose(asked, shipped_shelf.every(), "x")
    templates = shipped_shelf.resolve(template_file.parse(template_file.write(file), "x.toml"))

    for template, aspect, cause in zip(templates, (800, 500), (600, 400), strict=True):
        sizes = [(each.length.least, each.length.most) for each in template.aspects]
        assert sizes == [(aspect, 0)] * 5 + [(270, 330)]
        (part,) = (part for part in template.parts if part.kind is PartKind.CAUSE)
        assert (part.length.least, part.length.most, part.length.certainty) == (cause, 0, Certainty.NOTICE)
    lines = {line.strip().split("　")[0] for line in written_out.as_lines(asked)}
    assert {"领导班子每个方面字数：不少于800字", "班子成员个人原因剖析字数：不少于400字"} <= lines


@pytest.mark.parametrize("words", ["不少于500字", "不少于800字"])
def test_the_length_of_an_aspect_is_counted_in_the_review(words):
    (asked,) = notice.read(NOTICE.replace("1月20日前报送材料", f"第一个方面{words}。1月20日前报送材料")).templates
    template = individual(proposal.propose(asked, shipped_shelf.every(), "x"))
    heading = f"（一）{template.aspects[0].heading}\n"
    text = fresh(template).replace(heading, f"{heading}{'学习抓得不紧，没有学深悟透。' * 46}\n")
    told = [each.message for each in analyse(text, template).findings if each.rule == "length_out_of_range"]

    assert [each for each in told if "带头" in each or "政治" in each] == (
        ["“强化政治忠诚、提高政治能力”664字，本次要求不少于800字，少136字。"] if "800" in words else []
    )


def test_a_part_of_which_only_the_length_is_said_has_it():
    changed = f"{NOTICE[: NOTICE.index('材料应包括')]}原因剖析不少于600字，典型案例剖析300字左右。\n2026年1月4日\n"
    (asked,) = notice.read(changed.replace("2025年度", "2019年度")).templates
    template = individual(proposal.propose(replace(asked, parts=()), shipped_shelf.every(), "x"))
    sizes = {part.kind: part.length for part in template.parts}

    assert sizes[PartKind.CAUSE].least == 600
    assert sizes[PartKind.CASE_ANALYSIS].most == 330
    kinds = [part.kind for part in template.parts]
    assert kinds.index(PartKind.PROBLEMS) < kinds.index(PartKind.CASE_ANALYSIS) < kinds.index(PartKind.CAUSE)


def test_the_file_name_and_the_layout_are_those_of_the_notice():
    words = "1月20日前报送材料，文件名为“单位+姓名+发言提纲”，行距固定值28磅"
    (asked,) = notice.read(NOTICE.replace("1月20日前报送材料", words)).templates
    template = individual(proposal.propose(asked, shipped_shelf.every(), "x"))

    assert (template.file_name, template.layout) == ("{单位}{姓名}发言提纲", "fixed28")
    lines = list(written_out.as_lines(asked))
    assert any(line.startswith("  文件名：{单位}{姓名}发言提纲") for line in lines)
    assert any(line.startswith("  版式：固定值28磅") for line in lines)


def test_the_file_is_small_and_reads_the_same(file):
    source = template_file.write(file)

    assert len(source.encode()) < 6000
    assert template_file.parse(source, "x.toml") == file


def test_a_fresh_material_of_it_lacks_nothing_but_its_text(file):
    for template in shipped_shelf.resolve(file):
        assert {f.rule for f in analyse(fresh(template), template).findings} == {"empty_section"}


def test_what_the_notice_does_not_list_comes_from_that_year_with_its_own_certainty():
    short = "关于召开2025年度民主生活会的通知\n各支部：定于2026年1月25日召开2025年度民主生活会，请班子成员认真撰写个人对照检查材料。\n"
    asked = notice.read(short).templates
    template = individual(proposal.propose(asked[0], shipped_shelf.every(), "x"))

    assert [a.short for a in template.aspects] == [
        a.short for a in template_shelf.find("2025-democratic-individual").aspects
    ]
    assert {a.certainty for a in template.aspects} == {Certainty.TWO_SOURCES}


def test_a_copy_of_shipped_template_asks_for_the_same():
    for name in ("2025-democratic", "2022-organizational", "2023-democratic-1", "general-democratic"):
        shipped = shipped_shelf.read(name)
        for copied, original in zip(
            shipped_shelf.resolve(own_template.copy(shipped)), shipped_shelf.resolve(shipped), strict=True
        ):
            assert [p.heading for p, _ in copied.all_parts()] == [p.heading for p, _ in original.all_parts()]
            assert [p.questions for p, _ in copied.all_parts()] == [p.questions for p, _ in original.all_parts()]
            assert (copied.title, copied.length, copied.theme) == (original.title, original.length, original.theme)


def test_all_that_was_read_is_written_out():
    words = (
        "1月20日前报送材料，查摆问题不少于1000字，每个方面至少2个问题并附具体事例，问题总数不少于9个，不再单列案例剖析"
    )
    (asked,) = notice.read(NOTICE.replace("1月20日前报送材料", words)).templates
    lines = {line.strip().split("　")[0] for line in written_out.as_lines(asked)}

    assert {"问题字数：不少于1000字", "每个方面的问题：至少2个", "全文的问题：至少9个", "具体事例：要写"} <= lines
    assert any(line.startswith("不写：") for line in lines)


@pytest.mark.parametrize(
    ("words", "of_whom"),
    [
        ("班子成员个人材料查摆问题要附具体事例。", (Subject.INDIVIDUAL,)),
        ("领导班子和班子成员个人查摆问题都要附具体事例。", (Subject.LEADERSHIP, Subject.INDIVIDUAL)),
        ("查摆问题要附具体事例。", (Subject.LEADERSHIP, Subject.INDIVIDUAL)),
    ],
)
def test_instances_are_asked_of_those_alone_of_whom_the_notice_asks_them(words, of_whom):
    text = (
        "关于开好2025年度民主生活会的通知\n各单位：\n一、撰写材料。领导班子和班子成员都要撰写对照检查材料，重点对照以下三个方面查摆问题："
        f"1.带头强化政治忠诚；2.带头固本培元；3.带头担当作为。\n二、有关要求。{words}\n"
    )
    (asked,) = notice.read(text).templates
    file = template_file.parse(template_file.write(proposal.propose(asked, shipped_shelf.every(), "x")), "x")
    found = [each.subject for each in shipped_shelf.resolve(file) if each.problem_limits.with_instances]
    assert tuple(found) == of_whom


@pytest.mark.parametrize(
    ("words", "of_whom", "doubt"),
    [
        ("支部班子材料\t2500字\t问题部分不少于60%\n党员材料\t1000字\t", [Subject.BRANCH], ""),
        ("支部班子材料\t2500字\t问题部分不少于60%\n党员材料\t1000字\t问题部分不少于50%", [Subject.BRANCH], ""),
        ("支部班子材料\t2500字\t问题部分不少于60%\n党员材料\t1000字\t问题部分不少于60%", [Subject.MEMBER, Subject.BRANCH], ""),
        ("材料\t支部班子\t党员\n要求\t问题部分不少于60%\t1000字", [Subject.BRANCH], ""),
        ("支部班子材料的问题部分不少于60%。党员材料1000字。", [Subject.BRANCH], ""),
        ("支部班子材料2500字，问题部分不少于60%。党员材料1000字。", [Subject.MEMBER, Subject.BRANCH], "这一句只提到支部班子，占比已按各类材料填写，请对照原句。"),
        ("支部班子材料2500字，党员材料1000字，问题部分不少于60%。", [Subject.MEMBER, Subject.BRANCH], ""),
    ],
)  # fmt: skip
def test_a_share_is_asked_of_those_alone_of_whom_the_notice_asks_it(words, of_whom, doubt):
    text = f"关于召开2026年度组织生活会的通知\n支部班子、党员都要写对照检查材料。\n{words}\n一、对照方面\n1. 政治信仰方面\n2. 党员意识方面"
    (asked,) = notice.read(text).templates
    file = template_file.parse(template_file.write(proposal.propose(asked, shipped_shelf.every(), "x")), "x")

    assert {each.subject for each in shipped_shelf.resolve(file) if each.share} == {*of_whom}
    assert asked.doubts.get("share", "") == doubt
    assert any(("（只要求支部班子）" in line) is (len(of_whom) == 1) for line in written_out.as_lines(asked) if "占全文" in line)  # fmt: skip


LATER = """关于召开2026年度{meeting}的通知
{writer}围绕以下方面查摆问题：
（一）{aspect}方面；
（二）廉洁自律方面。
{writer}对照检查材料由上年度整改情况、存在的问题、原因剖析、整改措施组成。
"""
MEETINGS = (("民主生活会", "班子成员"), ("组织生活会", "党员"))


@pytest.mark.parametrize(("meeting", "writer"), MEETINGS)
@pytest.mark.parametrize("year", [2019, 2020, 2022, 2024, 2025])
def test_an_aspect_known_of_another_year_takes_nothing_that_was_that_years_alone(meeting, writer, year):
    """And whoever writes is asked something, also where the other year's questions are for others."""
    shipped = [file for file in shipped_shelf.every() if file.year == year]
    for name in dict.fromkeys(entry.short for file in shipped for entry in template_file.all_aspects(file)):
        (asked,) = notice.read(LATER.format(meeting=meeting, writer=writer, aspect=name)).templates[:1]
        made = proposal.propose(asked, shipped_shelf.every(), "later")
        for template in shipped_shelf.resolve(made):
            for aspect in template.aspects:
                assert aspect.questions, (name, template.subject)
                assert aspect.hint, (name, template.subject)
                assert not borrowed_aspect.is_of_a_year(aspect.hint), (name, aspect.hint)
                assert not any(borrowed_aspect.is_of_a_year(each.ask) for each in aspect.questions), name


def test_of_the_same_year_it_takes_all(file):
    shipped = template_file.all_aspects(next(each for each in shipped_shelf.every() if each.id == "2025-democratic"))
    asks = {each.ask for entry in shipped for each in entry.questions if borrowed_aspect.is_of_a_year(each.ask)}

    assert asks
    taken = {each.ask for made in shipped_shelf.resolve(file) for part in made.aspects for each in part.questions}
    assert asks <= taken
