"""How each value stands to the notice that it was read from."""

import pytest

from assistant.templates.notice import notice, standing
from assistant.templates.notice.lengths.size import TOLERANCE
from assistant.templates.notice.standing import Standing

HEAD = "关于开好2026年度民主生活会的通知\n各党支部：\n"
LISTED = "重点对照三个方面进行检视：1.带头强化政治忠诚；2.带头固本培元；3.带头干事创业。"
WRITTEN = "班子成员个人材料应包括：①存在的问题；②原因剖析；③整改措施。"


def rows(text):
    (asked,) = notice.read(HEAD + text).templates
    return standing.rows(asked)


def test_what_is_written_plainly_is_read_and_the_rest_is_not_written():
    found = rows(
        f"会议主题是：认真学习，真抓实干，以优良作风推动发展。\n{LISTED}{WRITTEN}全文不超过3500字。2027年1月20日前报送材料。"
    )
    read = {name for name, row in found.items() if row.standing is Standing.READ}

    assert read == {
        "meeting",
        "subjects",
        "year",
        "name",
        "theme",
        "aspects",
        "parts",
        "hand_in",
        "length:individual",
    }
    assert {row.standing for name, row in found.items() if name not in read} == {Standing.UNSAID}
    assert found["hand_in"].said == "2027年1月20日前报送材料。"
    assert [name for name, row in found.items() if row.was_read and name not in read] == []


def test_lists_that_the_notice_does_not_give_follow_the_general_outline():
    found = rows("班子成员个人材料不超过3500字。")

    assert found["aspects"].standing is found["parts"].standing is Standing.OUTLINE
    assert not found["aspects"].was_read


@pytest.mark.parametrize(
    ("text", "name", "doubt"),
    [
        (
            f"{LISTED}班子成员个人材料一般不超过3500字。",
            "length:individual",
            "通知写“一般”，是否作硬性要求，请选定。",
        ),
        (f"{LISTED}班子成员个人材料3500字左右。", "length:individual", f"通知写“左右”，已按上下浮动{TOLERANCE}%填写。"),
        (f"{LISTED}班子成员个人材料2027年1月上旬报送。", "hand_in", "通知写“1月上旬”，暂记1月10日。"),
        (f"{LISTED}会议于2027年1月下旬召开。", "meets", "通知写“1月下旬”，暂记1月31日。"),
        (f"{LISTED}个人材料下周五前报党办。", "hand_in", "通知写“下周五前”，没有写明日期，可先不填。"),
        (f"{LISTED}请于25日前报送个人对照检查材料。", "hand_in", "通知写“25日前”，没有写明日期，可先不填。"),
        (f"{LISTED}个人对照检查材料于次月5日前报送。", "hand_in", "通知写“次月5日前”，没有写明日期，可先不填。"),
        (f"{LISTED}个人对照检查材料于春节前7天报送。", "hand_in", "通知写“春节前7天”，没有写明日期，可先不填。"),
        (LISTED, "subjects", "通知没有写明是班子还是个人的材料，已按班子和班子成员个人分别列出。"),
        (LISTED.replace("三个", "四个"), "aspects", "通知写“四个方面”，从中读到3个。"),
        (
            "班子成员个人要紧扣“五个带头”查摆问题，不超过3500字。",
            "aspects",
            "通知写“五个带头”，没有逐条列出，已按通用提纲列出。",
        ),
        (
            f"{LISTED}班子成员个人材料应包括：①上年度整改情况；②存在的问题；③整改措施。",
            "parts",
            "通知中未见原因剖析，一般要写。",
        ),
        (
            f"{LISTED}{WRITTEN}材料第一、二部分合计2000字左右。",
            "length:individual",
            "有一句没有认出：“材料第一、二部分合计2000字左右”。",
        ),
    ],
)
def test_what_is_read_with_a_doubt_is_to_be_checked(text, name, doubt):
    row = rows(text)[name]

    assert (row.standing, row.doubt) == (Standing.CHECK, doubt)


@pytest.mark.parametrize(
    ("said", "soft"),
    [
        ("班子材料一般不超过5000字，个人材料不超过3500字。", "leadership"),
        ("原则上要联系实际，班子材料不超过5000字、个人材料3500字左右。", "individual"),
        ("原则上班子材料5000字以内、个人材料3500字以内。", "leadership individual"),
        ("原则上，班子材料5000字以内，个人材料3500字以内。", "leadership"),
        ("班子材料约5000字；个人材料一般应突出问题，3500字以内。", "leadership"),
    ],
)
def test_only_a_word_of_its_own_clause_softens_a_length(said, soft):
    found = rows(LISTED + said)

    assert [n for n in ("leadership", "individual") if found[f"length:{n}"].standing is Standing.CHECK] == soft.split()


def test_a_usual_thing_said_of_something_else_is_no_doubt():
    found = rows(f"会议一般在党员活动室召开。{LISTED}班子成员个人材料不超过3500字。")

    assert found["length:individual"].standing is Standing.READ
