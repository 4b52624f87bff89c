"""Notices, invented: cases/notice/*.txt hold a text, a line of dashes, and what must be read from it.

What must be read is one line for each value; 「无」 is a text that asks for nothing, with the reason. The two real
notices of the samples are read in every form that copying may give them.
"""

import re
import time
from pathlib import Path

import pytest

from assistant.language.numbering import Style, write
from assistant.templates.notice import notice
from assistant.templates.notice.page import Page
from assistant.templates.template import MeetingKind, PartKind, Subject
from assistant.text import canonical

CASES = sorted((Path(__file__).parents[2] / "cases" / "notice").glob("*.txt"))


def drawn(text):
    """Write down what was read, a line for each value."""
    read = notice.read(canonical(text))
    if not read.templates:
        assert len(read.told) == 1
        return [f"无 {read.told[0]}"]
    lines = []
    for asked in read.templates:
        lines.append(" ".join(["会议", asked.meeting.value, *(subject.value for subject in asked.subjects)]))
        singles = (("年度", asked.year), ("名称", asked.name), ("主题", asked.theme))
        lines += [f"{what} {found.value}" for what, found in singles if found]
        lines += [f"方面 {aspect.text}" + (f" ｜ {aspect.focus}" if aspect.focus else "") for aspect in asked.aspects]
        lines += [
            " ".join(["部分", part.kind.value, part.heading, *(f"｜{each.value}" for each in part.subjects)])
            for part in asked.parts
        ]
        ranges = [*asked.lengths.items(), *asked.part_lengths.items()]
        lines += [f"字数 {whose.value} {found.value.least}-{found.value.most}" for whose, found in ranges]
        lines += [
            f"字数 {whose.value} {kind.value} {found.value.least}-{found.value.most}"
            for whose, own in asked.part_lengths_for.items()
            for kind, found in own.items()
        ]
        if asked.share:
            share = asked.share.value
            lines.append(f"占比 {'+'.join(kind.value for kind in share.kinds)} {share.least}")
        singles = (
            ("每方面", asked.problems_per_aspect),
            ("共", asked.problems_total),
            ("事例", asked.with_instances),
            ("交稿", asked.hand_in),
            ("开会", asked.meets),
            ("文件名", asked.file_name),
            ("版式", asked.layout),
        )
        lines += [f"{what} {found.value}" for what, found in singles if found]
        lines += [f"交稿 {subject.value} {found.value}" for subject, found in asked.hand_in_for.items()]
    lines += [f"告 {line}" for line in read.told if "：读到" not in line and "未见" not in line]
    return lines


def found_in(asked):
    """Yield every value of a template that stands beside the words that say it."""
    yield from asked.aspects
    yield from asked.parts
    for mapping in (asked.lengths, asked.part_lengths, asked.hand_in_for, *asked.part_lengths_for.values()):
        yield from mapping.values()
    singles = [getattr(asked, name) for name in ("year", "name", "theme", "share", "hand_in", "meets", "layout")]
    singles += [asked.file_name, asked.problems_per_aspect, asked.problems_total, asked.with_instances]
    yield from (each for each in singles if each is not None)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path):
    text, _, expected = path.read_text("utf-8").partition("\n-----\n")

    assert drawn(text) == expected.rstrip("\n").split("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_is_said_in_the_notice(path):
    text = canonical(path.read_text("utf-8").partition("\n-----\n")[0])

    for asked in notice.read(text).templates:
        for found in found_in(asked):
            assert found.said
            assert found.said == text[found.span.start : found.span.end]


# ---- the two real notices, in every form that copying may give them

FULL = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.fixture(scope="module")
def bureau(samples):
    return (samples / "notices" / "notice_2025_bureau.txt").read_text("utf-8").rstrip("\n")


@pytest.fixture(scope="module")
def college(samples):
    return (samples / "notices" / "notice_2024_college.txt").read_text("utf-8").rstrip("\n")


def wrapped(text, width):
    return "\n".join(line[n : n + width] for line in text.split("\n") for n in range(0, max(len(line), 1), width))


def numbered_anew(text, style):
    """Number the five aspects of the bureau's notice in another style."""
    return re.sub(r"(?m)^([1-5])\.(?=在带头)", lambda match: write(style, int(match[1])), text)


def test_a_real_notice_of_a_bureau(bureau):
    (asked,) = notice.read(canonical(bureau)).templates

    assert asked.meeting is MeetingKind.DEMOCRATIC
    assert asked.subjects == (Subject.LEADERSHIP, Subject.INDIVIDUAL)
    assert asked.year.value == 2025
    assert asked.theme.value.startswith("深入学习贯彻")
    assert asked.theme.value.endswith("高质量发展新局面")
    assert [len(aspect.text) for aspect in asked.aspects] == [15, 11, 16, 11, 12]
    assert all(aspect.focus.endswith("等情况") for aspect in asked.aspects)
    assert [part.kind for part in asked.parts] == [
        PartKind.PREVIOUS_RECTIFICATION,
        PartKind.OTHER,
        PartKind.DECLARATIONS,
        PartKind.PROBLEMS,
        PartKind.CASE_ANALYSIS,
        PartKind.CAUSE,
        PartKind.MEASURE,
    ]
    assert {subject.value: found.value.most for subject, found in asked.lengths.items()} == {
        "leadership": 5000,
        "individual": 3500,
    }
    assert (str(asked.hand_in.value), str(asked.meets.value)) == ("2026-01-20", "2026-01-25")


def test_a_real_notice_of_a_college(college):
    democratic, organizational = notice.read(canonical(college)).templates

    assert [len(democratic.aspects), len(organizational.aspects)] == [4, 6]
    assert organizational.theme is None
    assert organizational.problems_total.value == 3
    assert organizational.lengths[Subject.MEMBER].value.most == 1500
    assert (democratic.lengths[Subject.INDIVIDUAL].value.least, len(democratic.parts)) == (2700, 6)
    assert (str(democratic.meets.value), str(organizational.meets.value)) == ("2025-02-28", "2025-03-31")


@pytest.mark.parametrize("style", [style for style in Style if style is not Style.PART], ids=lambda style: style.name)
def test_however_the_aspects_are_numbered(bureau, style):
    assert drawn(numbered_anew(bureau, style)) == drawn(bureau)


def glued(text):
    return text.replace("\n", "")


def spaced(text):
    return "\n\n".join(f"　　{line}  " for line in text.split("\n"))


def in_full_width_digits(text):
    return text.translate(FULL)


def in_half_width_marks(text):
    return text.translate(str.maketrans("，：；（）", ",:;()"))


def marked_down(text):
    return re.sub("(?m)^([一二三四]、.*)$", r"## **\1**", text)


@pytest.mark.parametrize(
    "change",
    [
        glued,
        spaced,
        in_full_width_digits,
        in_half_width_marks,
        marked_down,
        *(
            pytest.param(lambda text, width=width: wrapped(text, width), id=f"wrapped_{width}")
            for width in (24, 32, 40)
        ),
    ],
)
@pytest.mark.parametrize("name", ["bureau", "college"])
def test_however_it_was_copied(request, name, change):
    text = request.getfixturevalue(name)

    assert [norm(line) for line in drawn(change(text))] == [norm(line) for line in drawn(text)]


def norm(line):
    return re.sub("[,，:：;；(（)）]", "", line)


def test_aspects_in_another_order_and_one_more(bureau):
    lines = bureau.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("1.在带头"))
    own = "6.在带头守住工程质量安全底线方面。重点检视隐患排查、责任落实等情况。"
    aspects = [re.sub("^[0-9]", str(n), line) for n, line in enumerate(reversed(lines[first : first + 5]), 1)]
    changed = "\n".join([*lines[:first], *aspects, own, *lines[first + 5 :]]).replace("以下五个方面", "以下六个方面")

    was = [aspect.text for aspect in notice.read(canonical(bureau)).templates[0].aspects]
    (asked,) = notice.read(canonical(changed)).templates
    assert [aspect.text for aspect in asked.aspects] == [*reversed(was), "带头守住工程质量安全底线"]
    assert asked.aspects[-1].focus == "隐患排查、责任落实等情况"


def test_real_materials_are_no_notices(samples):
    for path in sorted((samples / "materials").glob("*.txt")):
        read = notice.read(canonical(path.read_text("utf-8")))
        assert read.templates == (), path.name
        assert len(read.told) == 1


def test_nothing_makes_it_fail():
    texts = [canonical(path.read_text("utf-8")) for path in CASES]
    for text in texts:
        for n in range(0, len(text), 397):
            for piece in (text[:n], text[n:], text[n : n + 60]):
                for asked in notice.read(piece).templates:
                    assert all(found.span.of(piece) == found.said for found in found_in(asked))
    assert notice.read("").told == ("没有读到通知的文字。",)
    assert notice.read("\n\n").templates == ()
    assert notice.read("通知如下主题\n民主生活会主题是").templates == ()


class Counted(str):
    """Words that tell how many characters were copied or looked back over."""

    __slots__ = ()
    work = 0

    def __getitem__(self, key):
        piece = super().__getitem__(key)
        Counted.work += len(piece)
        return Counted(piece)

    def rfind(self, sub, start=0, end=None):
        at = super().rfind(sub, start, end)
        Counted.work += (len(self) if end is None else end) - max(at, start)
        return at


def work(words, length, monkeypatch):
    """Read one line of so many characters, and tell what work it was."""

    class CountedPage(Page):
        def __init__(self, text):
            super().__init__(text)
            self.flat = Counted(self.flat)

    monkeypatch.setattr(notice, "Page", CountedPage)
    Counted.work = 0
    notice.read(canonical(HEAD + words * (length // len(words))))
    return Counted.work


HEAD = "关于召开2026年度民主生活会的通知\n班子成员对照以下三个方面检视：1.带头学习；2.带头担当；3.带头廉洁。\n"


@pytest.mark.parametrize(
    "words",
    [
        "材料不少于3000字，",
        "班子材料4000字、个人材料3000字",
        "班子、个人分别不少于800字、500字，",
        "材料1月15日前报送，",
        "材料1月15日",
        "原定1月15日报送材料，现推迟到1月22日，",
        "每个方面不少于2个问题，",
        "要认真学习领会上级精神，",
        "班子材料4000字个人材料3000字",
        "会议、报送分别为1月15日、1月16日，",
        "问题部分占50%，",
        "上年度整改情况不再写，",
        "原因剖析（班子800字、个人500字）、",
        "撰写材料\t1月15日前\t",
    ],
)
def test_the_work_grows_no_faster_than_a_line_does(words, monkeypatch):
    short, long = (work(words, length, monkeypatch) for length in (1500, 3000))

    assert short > 1500
    assert long < 2.4 * short


@pytest.mark.parametrize("break_lines", [True, False])
def test_a_hundred_pages_do_not_hang(break_lines):
    text = (Path(__file__).parents[2] / "cases" / "notice" / "county_leading_group.txt").read_text("utf-8")
    lines = [line for line in canonical(text).split("\n") if len(line) > 60]
    long = text + "\n".join(line.replace("，", f"，第{n}回", 1) for n in range(250) for line in lines[:3])
    if not break_lines:
        long = long.replace("\n", "")
    begun = time.process_time()

    notice.read(canonical(long))

    assert len(long) > 100_000
    assert time.process_time() - begun < 5  # half a second on a machine at rest


@pytest.mark.parametrize(
    "wording",
    [
        "上年度整改落实情况→个人事项说明→存在问题→案例剖析→原因剖析→整改措施。",
        "按“上年度整改落实情况+个人事项说明+存在问题+案例剖析+原因剖析+整改措施”的结构撰写。",
        "第一部分，上年度整改落实情况；第二部分，个人事项说明；第三部分，存在问题；第四部分，案例剖析；第五部分，原因剖析；第六部分，整改措施。",
    ],
)
def test_however_the_parts_are_joined(college, wording):
    changed = re.sub("（1）上年度（主题.*整改措施。", wording, college)
    assert changed != college
    parts, wanted = (notice.read(canonical(text)).templates[0].parts for text in (changed, college))

    assert [part.kind for part in parts] == [part.kind for part in wanted]
    assert [part.heading for part in parts][1:3] == ["个人事项说明", "存在问题"]


def test_aspects_looked_at_one_by_one(college):
    six = "政治信仰、党员意识、理论学习、能力本领、作用发挥、纪律作风"
    looked = "，".join(f"{number}查{name}" for number, name in zip("一二三四五六", six.split("、"), strict=True))
    changed = college.replace(f"党员围绕{six}六个方面进行检视", f"党员重点检视：{looked}")

    assert changed != college
    assert [each.text for each in notice.read(canonical(changed)).templates[1].aspects] == six.split("、")


def test_a_list_for_others_in_the_same_sentence_is_told(college):
    six = "政治信仰、党员意识、理论学习、能力本领、作用发挥、纪律作风六个方面"
    changed = college.replace(six, f"{six}，学生党员从理想信念、学业表现、服务同学三个方面")
    told = "2024年度组织生活会：同一句里还列有“理想信念”等3个方面，没有列入本次要求，请核对。"

    assert told in notice.read(canonical(changed)).told
    assert not [line for line in notice.read(canonical(college)).told if "没有列入" in line]


def test_an_aspect_named_beside_those_that_follow(bureau):
    changed = bureau.replace("重点对照以下五个方面", "重点对照以下五个方面和“带头抓好住房安全”方面")

    assert [each.text for each in notice.read(canonical(changed)).templates[0].aspects] == [*FIVE, "带头抓好住房安全"]


# ---- the bureau's notice in other words

FIVE = (
    "带头强化政治忠诚、提高政治能力",
    "带头固本培元、增强党性",
    "带头敬畏人民、敬畏组织、敬畏法纪",
    "带头干事创业、担当作为",
    "带头坚决扛起管党治党责任",
)


@pytest.mark.parametrize(
    "wording",
    [
        "重点对照以下五个方面进行检视：一是"
        + "；二是".join(FIVE[:2])
        + "；三是"
        + "；四是".join(FIVE[2:4])
        + f"；五是{FIVE[4]}。",
        f"重点从“五个带头”进行检视，即：{'；'.join(FIVE)}。",
        f"重点从{'，'.join(FIVE)}五个方面进行检视。",
        f"重点从{'、'.join(FIVE)}等5个方面进行检视。",
        f"重点对照『{'』、『'.join(FIVE)}』等五个方面进行检视。",
        f"重点围绕“{'”“'.join(FIVE)}”五个方面查摆问题。",
        f"重点对照“五个带头”（{'，'.join(FIVE)}）查摆问题。",
        f"对照检查内容：{'方面；'.join(FIVE)}方面。",
        "要对照以下方面检视：\n" + "\n".join(f"在{aspect}方面" for aspect in FIVE),
        "要对照以下方面检视：\n" + "\n".join(f"● {aspect}" for aspect in FIVE),
        "要对照以下方面检视："
        + "".join(f"{number}{aspect}" for number, aspect in zip("①②③④⑤", FIVE, strict=True))
        + "。",
        "对照以下方面检视：\n| 序号 | 方面 |\n|---|---|\n" + "\n".join(f"| {n} | {a} |" for n, a in enumerate(FIVE, 1)),
        "对照以下方面检视：\n序号\n方面\n" + "\n".join(f"{n}\n{aspect}" for n, aspect in enumerate(FIVE, 1)),
        "查摆重点：一要"
        + "，看是否到位；二要".join(FIVE[:2])
        + "；三要"
        + "；四要".join(FIVE[2:4])
        + f"；五要{FIVE[4]}。",
    ],
)
def test_however_the_aspects_are_worded(bureau, wording):
    changed = re.sub(r"(?s)重点对照以下五个方面进行检视：\n.*?意识形态工作等情况。", wording, bureau)

    assert changed != bureau
    (asked,) = notice.read(canonical(changed)).templates
    assert tuple(aspect.text for aspect in asked.aspects) == FIVE
    assert len(asked.parts) == 7


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("是：", "为“"),
        ("这次民主生活会的主题是：", ""),
        ("这次民主生活会的主题是：", "这次民主生活会以“"),
        ("这次民主生活会的主题是：", "主题："),
        ("一、会议主题\n这次民主生活会的主题是：", "一、明确主题。"),
    ],
)
def test_however_the_theme_is_worded(bureau, before, after):
    end = {"为“": "”。", "这次民主生活会以“": "”为主题。"}.get(after, "。")
    changed = bureau.replace(before, after, 1).replace("发展新局面。", f"发展新局面{end}")

    wanted, asked = notice.read(canonical(bureau)).templates[0], notice.read(canonical(changed)).templates[0]
    assert asked.theme.value == wanted.theme.value


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("个人发言提纲800—1200字", 800, 1200),
        ("个人发言提纲3000-4000字左右", 3000, 4000),
        ("个人发言提纲不超过三千五百字", 0, 3500),
        ("个人发言提纲3千字以上", 3000, 0),
        ("个人发言提纲不少于8百字", 800, 0),
        ("个人发言提纲字数3000字", 2700, 3300),
        ("班子成员个人对照检查材料不少于２５００字", 2500, 0),
    ],
)
def test_lengths(bureau, words, least, most):
    changed = bureau.replace("个人发言提纲控制在3500字以内", words)

    found = notice.read(canonical(changed)).templates[0].lengths
    assert (found[Subject.INDIVIDUAL].value.least, found[Subject.INDIVIDUAL].value.most) == (least, most)
    assert found[Subject.LEADERSHIP].value.most == 5000


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("发言提纲请于1月20日（星期二）前提交机关党委", "2026-01-20"),
        ("1月底前报送发言提纲", "2026-01-31"),
        ("发言提纲于1月18日至20日送机关党委", "2026-01-20"),
        ("交稿时间：2026.1.20", "2026-01-20"),
        ("发言提纲请于一月二十日前送机关党委", "2026-01-20"),
        ("发言提纲请于下周五前送机关党委", None),
    ],
)
def test_hand_in(bureau, words, day):
    changed = bureau.replace("2026年1月20日前，班子成员将发言提纲送机关党委", words)

    found = notice.read(canonical(changed)).templates[0].hand_in
    assert (str(found.value) if found else None) == day


@pytest.mark.parametrize(
    ("words", "share"),
    [("占全文篇幅的比例不低于60%", "3/5"), ("应占全文2/3以上", "2/3"), ("不少于全文的一半", "1/2"), ("应当充实", None)],
)
def test_share(bureau, words, share):
    found = notice.read(canonical(bureau.replace("不少于全文的三分之二", words))).templates[0].share

    assert (str(found.value.least) if found else None) == share


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("拟于2027年1月中旬召开", ["开会时间写“1月中旬”，暂记1月20日，请核对。"]),
        ("拟于2027年1月上旬召开", ["开会时间写“1月上旬”，暂记1月10日，请核对。"]),
        ("拟于2027年1月底召开", ["开会时间写“1月底”，暂记1月31日，请核对。"]),
        ("拟于2027年1月20日至25日召开", ["开会时间写“1月20日至25日”，暂记1月25日，请核对。"]),
        ("拟于2027年1月20日召开", []),
    ],
)
def test_what_is_no_one_day_is_told_not_silently_made_a_day(words, told):
    text = (
        f"关于召开2026年度民主生活会的通知\n{words}2026年度民主生活会。班子成员个人材料3000字左右。\n2026年11月18日\n"
    )

    lines = notice.read(text).told
    assert [line.partition("：")[2] for line in lines if "暂记" in line] == told


def test_only_what_was_found_is_said(bureau):
    def summary(text):
        return notice.read(canonical(text)).told[0]

    assert "篇幅占比要求" in summary(bureau)
    assert "条数" not in summary(bureau)
    assert "占比" not in summary(bureau.replace("不少于全文的三分之二", "应当充实"))


def test_two_lists_for_two_subjects_are_told_apart():
    text = (CASES[0].parent / "two_lists_by_subject.txt").read_text("utf-8").partition("\n-----\n")[0]
    read = notice.read(canonical(text))

    missing = [line.partition("：")[0] for line in read.told if "可自行填写" in line]
    assert len(read.templates) == len(missing) == len(set(missing)) == 2


def test_a_notice_that_names_nobody_says_so():
    text = "关于召开2025年度民主生活会的通知\n定于2026年1月25日召开2025年度民主生活会，{}要联系实际查摆问题，主题为学习贯彻全会精神。\n"
    unnamed = "2025年度民主生活会：通知没有写明是班子还是个人的材料，已按班子和班子成员个人分别列出，请核对。"

    assert unnamed in notice.read(text.format("")).told
    assert unnamed not in notice.read(text.format("班子成员")).told


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("着重写清存在问题、原因分析、整改措施，于1月20日前交组织委员。", ["problems", "cause", "measure"]),
        (
            "要写明上年度整改落实情况、存在的主要问题、产生问题的原因和整改措施，1月20日前交。",
            ["previous_rectification", "problems", "cause", "measure"],
        ),
        ("受到问责的要作出说明，剖析原因。", ["declarations", "problems", "cause"]),
        ("被谈话函询的，须在材料中如实说明。", ["declarations", "problems"]),
        ("每条问题要写清具体表现、危害和影响。", ["problems"]),
    ],
)
def test_parts_named_in_a_sentence(words, kinds):
    text = f"关于召开2025年度组织生活会的通知\n党员要对照政治信仰、作用发挥、纪律作风三个方面查摆问题。\n党员个人对照检查材料1500字左右，{words}\n2026年1月4日\n"
    (asked,) = notice.read(text).templates

    assert [part.kind.value for part in asked.parts] == kinds


def test_what_nearly_all_write_and_the_notice_does_not_name_is_told(bureau):
    def unseen(text):
        return [line for line in notice.read(canonical(text)).told if "一般要写" in line]

    half = bureau.replace("，提出今后努力方向和改进措施", "")
    neither = re.sub("，从理想信念[^，]*剖析原因", "", half)
    name = "2025年度民主生活会"
    assert unseen(bureau) == []
    assert unseen(half) == [f"{name}：通知中未见整改措施，一般要写，请核对。"]
    assert unseen(neither) == [f"{name}：通知中未见原因剖析、整改措施，一般要写，请核对。"]


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("文件名格式为“单位+姓名+2025年度民主生活会发言提纲”", "{单位}{姓名}2025年度民主生活会发言提纲"),
        ("文件名：姓名+个人对照检查材料", "{姓名}个人对照检查材料"),
        ("文件名统一为“单位名称-姓名-对照检查材料”", "{单位}-{姓名}-对照检查材料"),
        ("电子版以“姓名+职务+发言提纲”命名", "{姓名}{职务}发言提纲"),
        ("电子版文件请按“所在支部_姓名”格式命名", "{单位}_{姓名}"),
        ("文件命名为：姓名＋材料标题", "{姓名}{标题}"),
        ("电子版以单位加姓名命名", "{单位}{姓名}"),
        ("文件名格式为“姓名+日期+发言提纲”", None),
        ("会议命名为专题民主生活会", None),
        ("文件名要写清楚", None),
        ("。整改方案会后报送，文件名为“单位+整改方案稿”", None),
    ],
)
def test_how_the_file_is_called(bureau, words, pattern):
    found = notice.read(canonical(bureau.replace("将发言提纲送机关党委", f"将发言提纲送机关党委，{words}"))).templates[
        0
    ]

    assert (found.file_name.value if found.file_name else None) == pattern


@pytest.mark.parametrize(
    ("words", "layout"),
    [
        ("材料正文用仿宋三号，行距固定值28磅。", "fixed28"),
        ("正文用三号仿宋_GB2312，行间距为固定值 28 磅，其余按公文格式。", "fixed28"),
        ("材料按照党政机关公文格式（GB/T 9704）排版。", "gb9704"),
        ("对照检查材料按公文格式打印。", "gb9704"),
        ("正文行距固定值30磅，其余按公文格式。", None),
        ("会后整改情况报告按公文格式报送。", None),
    ],
)
def test_layout(bureau, words, layout):
    found = notice.read(canonical(bureau.replace("三、时间安排", f"{words}\n三、时间安排"))).templates[0].layout

    assert (found.value if found else None) == layout


@pytest.mark.parametrize(
    ("issued", "year"),
    [("2026年1月4日", 2025), ("2025年12月30日", 2025), ("2026年3月2日", 2025), ("2026年7月2日", None)],
)
def test_the_year_by_the_season(bureau, issued, year):
    text = re.sub("(?:2025年度|20[0-9]{2}年)", "", bureau.rsplit("\n", 1)[0]) + f"\n{issued}"

    found = notice.read(canonical(text)).templates[0].year
    assert (found.value if found else None) == year


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("同时，结合我市实际，增加“带头守牢工程质量安全底线”方面的检视。", ["带头守牢工程质量安全底线"]),
        ("除上述方面外，还要对照“带头推动国企改革、防范经营风险”方面进行检视。", ["带头推动国企改革、防范经营风险"]),
        ("此外，还要对照检视统筹发展和安全方面的情况。", ["统筹发展和安全"]),
        ("各单位可结合实际增加1个方面：带头落实意识形态工作责任制。", ["带头落实意识形态工作责任制"]),
        ("还要增加“带头推动城市更新”“带头保障住房安全”两个方面。", ["带头推动城市更新", "带头保障住房安全"]),
        ("另外，各单位可结合实际增加1—2个方面内容。", []),
        ("班子成员还要结合“一把手”监督情况进行对照检查。", []),
        ("要增加对“一把手”监督情况的检视。", []),
        ("同时要防止在个人问题方面避重就轻，认真对照检查。", []),
        ("要从理想信念、党性修养、宗旨意识等方面深挖根源。", []),
        ("去年从学习、作风、纪律三个方面查摆了问题。", []),
        ("要从政治、思想、作风三个方面征求意见。", []),
    ],
)
def test_aspects_the_unit_adds_itself(bureau, sentence, more):
    changed = bureau.replace("对照检查材料要报告", f"{sentence}\n对照检查材料要报告")

    (asked,) = notice.read(canonical(changed)).templates
    assert [aspect.text for aspect in asked.aspects] == [*FIVE, *more]
