import pytest

from assistant.language import markdown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("**一、存在的问题**\n放松。", "一、存在的问题\n放松。"),
        ("**一、存在的问题\n放松。\n## 二、原因", "一、存在的问题\n放松。\n二、原因"),
        (
            "1. **学习不深**：只学一次。\n2. **调研不多**：只去两次。",
            "1. 学习不深：只学一次。\n2. 调研不多：只去两次。",
        ),
        (
            "# 标题\n---\n### （一）学习 ###\n> 二是用得少。\n>\n> 三是慢。",
            "标题\n（一）学习\n二是用得少。\n\n三是慢。",
        ),
        ("***重点***是学习，学习**不够深入**，联系实际少。", "重点是学习，学习不够深入，联系实际少。"),
        ("- [ ] 每月自学\n- [x] 已完成\n* 走访\n+ 谈心", "每月自学\n已完成\n走访\n谈心"),
        ("| 问题 | 原因 |\n|:--|--:|\n| 浅 | 忙 |", "问题\t原因\n浅\t忙"),
        ("见[通知](http://a.com/x)和![图](a.png)。", "见通知和图。"),
        ("```\n一、问题\n```", "一、问题"),
        ("1\\. 学习`不深`，~~删去~~。", "1. 学习不深，删去。"),
        ("**学得浅；****用得少。**", "学得浅；用得少。"),
        ("__学得浅__，用得少。", "学得浅，用得少。"),
        ("**局党组：**\n*学习*不深\n#存在的问题", "局党组：\n学习不深\n存在的问题"),
        ("# 一、问题\n联系**县，到过**村，走访**次。", "一、问题\n联系**县，到过**村，走访**次。"),
        ("走访**6**次，会议**27**次，占**95%**。", "走访6次，会议27次，占95%。"),
        ("学得浅[^1] 数据来源", "学得浅数据来源"),
        ("学得浅。\n---", "学得浅。"),
        ("---\n---", ""),
    ],
)
def test_marks_go_and_words_stay(text, left):
    assert markdown.plain(text)[0] == left


@pytest.mark.parametrize(
    "text",
    [
        "联系**县，到过**村，党委**和**上级一致。",
        "**公司班子查摆了**项。",
        "同**同志谈心，向**书记报告。",
        "一是**学，二是**做，在**的带领下，完成**。",
        "**年**月**日，电话138****1234。",
        "姓名：____　职务：____，20__年",
        "- 3 -\n#1机组\n##paidend##\n5*3=15，A_B_C，>60分，-5℃",
        "*注：数据截至12月。",
        "某某[此处填写]（一）",
        "",
    ],
)
def test_what_is_to_be_filled_in_is_no_mark(text):
    assert markdown.plain(text) == (text, {})


def test_headings_stay_headings():
    text = "# 个人对照检查材料\n## 存在的问题\n**学得浅。**\n## 二、原因"

    assert markdown.plain(text)[1] == {"个人对照检查材料": 1, "存在的问题": 2, "二、原因": 2}


def test_the_edits_of_all_marks_do_not_overlap():
    text = "# **一、问题**\n---\n- [ ] **[学习](a.com)**：`浅`\n| a | b |\n|---|---|\n\\*\\*\n***"
    found = markdown.edits([(0, "", ())])
    assert found == ()
    ends = 0
    at = 0
    lines = []
    for line in text.split("\n"):
        lines.append((at, line, markdown.marks(line)))
        at += len(line) + 1
    for edit in sorted(markdown.edits(lines)):
        assert edit.start >= ends
        ends = edit.end


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("> 2025年度材料\n> 一、问题", "2025年度材料\n一、问题"),
        ("一、问题\n========\n二、原因\n--------", "一、问题\n二、原因"),
        ("1\u20e3 学得浅。\n2\u20e3 读得少。", "1.学得浅。\n2.读得少。"),
        ("✅ 学得浅。\n📌读得少。", "学得浅。\n读得少。"),
        ("学得浅【1】，读得少[2]。", "学得浅，读得少。"),
        ("学得浅[^1]，读得少。", "学得浅，读得少。"),
        ("1.*学习不够深入*，下村少。", "1.学习不够深入，下村少。"),
        # and what is none of these
        ("联系*县，包*乡，王*同志批评赵*不深。", "联系*县，包*乡，王*同志批评赵*不深。"),
        ("【1】存在的问题\n☑是□否，★★★", "【1】存在的问题\n☑是□否，★★★"),
        ("见附件[2]。气温5℃。", "见附件[2]。气温5℃。"),
    ],
)
def test_what_chat_programs_set(written, meant):
    assert markdown.plain(written)[0] == meant
