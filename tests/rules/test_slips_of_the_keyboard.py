"""Rules that tell slips of the keyboard: who is exempt, and that commands and window tell the same."""

import json
import zipfile

import pytest

from assistant.commands import cli
from assistant.decisions import Decisions, Profile
from assistant.language import doubled_words, phrases, slips
from assistant.review.material import analyse
from assistant.text import apply

TEXT = "一、存在的问题\n1.把稳私想之舵不够，深入基层调查烟酒不够。\n"


def told(text, **decisions):
    found = analyse(text, decisions=Decisions(**decisions), find_slips=slips.shipped().find).findings
    return [finding.span.of(text) for finding in found if finding.rule == "likely_slip"]


def test_a_hint_with_a_suggestion():
    found = [f for f in analyse(TEXT, find_slips=slips.shipped().find).findings if f.rule == "likely_slip"]

    assert [finding.severity.value for finding in found] == ["hint", "hint"]
    assert apply(TEXT, [edit for f in found for edit in f.fix.edits]) == TEXT.replace("私想", "思想").replace(
        "烟酒", "研究"
    )
    assert not any(f.fix.safe for f in found)


def test_without_a_finder_there_are_none():
    assert not [f for f in analyse(TEXT).findings if f.rule == "likely_slip"]


def test_the_writers_own_words_are_exempt():
    assert told(TEXT, unit_words=frozenset({"私想"})) == ["烟酒"]
    assert told(TEXT, profile=Profile(name="烟酒")) == ["私想"]
    assert told(TEXT, rules_off=frozenset({"likely_slip"})) == []
    assert told(TEXT + "把稳私想之舵。\n") == ["烟酒"]  # written so twice: a habit


def test_check_tells_slips_and_batch_when_asked(tmp_path, capsys):
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, "utf-8")
    cli.main(["check", str(path), "--json"])
    rules = [each["rule"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert rules.count("likely_slip") == 2

    told = []
    for asked in ([], ["--slips"]):
        cli.main(["batch", str(tmp_path), "-o", str(tmp_path / "结果.xlsx"), *asked])
        capsys.readouterr()
        with zipfile.ZipFile(tmp_path / "结果.xlsx") as table:
            told.append(any("“思想”" in table.read(each).decode("utf-8") for each in table.namelist()))
    assert told == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "参加基层党组织组织生活会",
        "由党组织组织开展学习",
        "这件事再研究研究",
        "一步一步推进、一个问题一个问题解决",
        "充分运用信用信息",
        "同意政府的意见的意见",
        "某某某某局",
        "哈哈哈哈",
        "执法大队大队长",
        "支部支部书记",
        "第三网格网格员",
        "办公室办公室副主任",
        "社区社区干部",
        "小学小学校长",
    ],
)
def test_what_is_rightly_said_twice_is_silent(text):
    assert list(doubled_words.find(text)) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("截止2025年12月底", "截至2025年12月底"),
        ("截止目前已整改8项", "截至目前已整改8项"),
        ("截止年末完成8项，截止发稿", "截至年末完成8项，截至发稿"),
        ("截止十二月底，截止今年6月，截止到现在", "截至十二月底，截至今年6月，截至到现在"),
        ("群众反应强烈的问题", "群众反映强烈的问题"),
        ("及时向组织反应情况", "及时向组织反映情况"),
        ("这反应出自己学习不深", "这反映出自己学习不深"),
        ("必需引以为戒", "必须引以为戒"),
        ("手中的权利", "手中的权力"),
        ("规范权利运行", "规范权力运行"),
        ("保障党员民主权力", "保障党员民主权利"),
        ("对照检察材料", "对照检查材料"),
        ("在大事大非面前", "在大是大非面前"),
        ("深刻析原因", "深刻剖析原因"),
    ],
)
def test_near_words_are_told_by_their_company(wrong, right):
    fixes = [hit.fix for hit in phrases.shipped().find(wrong) if hit.rule == "mistaken_word" and hit.fix]

    assert apply(wrong, [edit for fix in fixes for edit in fix.edits]) == right


@pytest.mark.parametrize(
    "text",
    [
        "报名于5月1日截止。截止日期、截止时间、截止期限、截止年龄、截止年份，截止日前一天",
        "化学反应、应急反应、社会反应、反应迅速、反应堆",
        "生活必需品，所必需的条件，必需的经费",
        "公民权利和义务，权利人，民主权利，行使权利",
        "人民检察院检察建议、检察监督工作",
    ],
)
def test_near_words_rightly_used_are_silent(text):
    assert not [hit for hit in phrases.shipped().find(text) if hit.rule == "mistaken_word"]
