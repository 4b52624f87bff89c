"""Every rule is proved by its own examples, and explains itself."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.facts import insertion
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.language import slips
from assistant.review.material import analyse
from assistant.rules import registry
from assistant.rules.registry import RULES
from assistant.rules.rule import Group
from assistant.rules.wording import likely_slip
from assistant.structure import sequence
from assistant.text import apply

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def analysed(rule, text, example):
    """Read a text by one rule alone: where several stumble over the same characters, only one speaks."""
    return analyse(
        text,
        example.template,
        decisions=rule.switched(example.decisions, on=True),
        rules=[rule],
        last=example.last,
        find_slips=slips.shipped().find if rule is likely_slip.RULE else None,  # the one that speaks of them
    )


def _speaks_as_it_should(finding):
    """对事不对人: no blame, no exclamation mark, and every finding says what, why and by which source."""
    assert finding.message.endswith("。")
    assert finding.advice
    assert finding.basis
    assert not re.search("！|错误|缺乏|不合格", finding.message + finding.advice)


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None) or value.marked[:20]
)
def test_example(rule, example):
    """A rule fires exactly at the marks, is silent elsewhere, and its fixes give the text they should."""
    findings = [f for f in analysed(rule, example.text, example).findings if f.rule == rule.name]
    for finding in findings:
        _speaks_as_it_should(finding)

    assert [(f.span.start, f.span.end) for f in findings] == [(s.start, s.end) for s in example.spans]
    if example.fixed is not None:
        text = example.text
        while fixes := [f.fix for f in analysed(rule, text, example).findings if f.rule == rule.name and f.fix]:
            text = apply(text, fixes[0].edits)
        assert text == example.fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_explains_itself(rule):
    assert rule.title
    assert re.findall(r"^(检查什么|为什么|怎么改)：\S", rule.help, re.MULTILINE) == ["检查什么", "为什么", "怎么改"]
    assert rule.basis
    assert any(example.spans for example in rule.examples)
    assert any(not example.spans for example in rule.examples)
    assert not re.match("no_|check_|avoid_", rule.name)


def test_every_file_in_a_group_is_a_rule_of_that_group():
    files = [
        (path.parent.name, path.stem)
        for path in Path(registry.__file__).parent.glob("*/*.py")
        if path.stem != "__init__"
    ]

    assert sorted((rule.group.value, rule.name) for rule in RULES) == sorted(files)
    assert len({rule.name for rule in RULES}) == len(RULES)  # drafts know a rule by its name alone


def test_where_there_are_no_files_the_same_rules_are_found(monkeypatch):
    """A built program has its modules elsewhere."""
    folders = {group: f"{registry.rules.__path__[0]}/{group.value}" for group in Group}
    files = {group: set(registry._modules_in(folder)) for group, folder in folders.items()}
    monkeypatch.setattr(registry, "os", SimpleNamespace(listdir=lambda _: ["names.txt", "__init__.py"]))
    assert {group: set(registry._modules_in(folder)) for group, folder in folders.items()} == files
    assert all(files.values())


def test_a_group_is_a_folder_and_has_the_gravest_first():
    assert {path.name for path in Path(registry.__file__).parent.iterdir() if (path / "__init__.py").exists()} == {
        group.value for group in Group
    }
    for rules in registry.GROUPS.values():
        assert [rule.severity for rule in rules] == sorted((rule.severity for rule in rules), key=list(Severity).index)


@pytest.mark.parametrize(
    ("year", "said", "end"),
    [
        (2020, "领悟“两个确立”不深。", "请核对材料的年度和所写的内容。"),
        (2024, "抓新冠肺炎防治不够。", "属于回顾往年的，可忽略。"),
    ],
)
def test_nobody_looks_back_on_what_was_still_to_come(year, said, end):
    text = f"{year}年度民主生活会个人对照检查材料\n一、存在的问题\n{said}"
    (finding,) = (each for each in analyse(text).findings if each.rule == "dated_term")
    assert finding.advice.endswith(end)


def test_most_aspects_missing_is_advice_for_another_notice_may_hold():
    template = template_shelf.find("2025-democratic-individual")
    head = "2025年度民主生活会个人对照检查材料\n一、存在的突出问题\n"
    written = [f"（{'一二三四五'[i]}）{part.heading}\n1.有一件事没办好。\n" for i, part in enumerate(template.aspects)]
    severities = []
    for kept in (1, 4):
        findings = analyse(head + "".join(written[:kept]), template).findings
        aspects = {part.id for part in template.aspects}
        severities.append({f.severity for f in findings if f.rule == "missing_part" and f.part in aspects})
    assert severities == [{Severity.ADVICE}, {Severity.ERROR}]


def test_a_leadership_is_only_reminded_of_what_persons_declare():
    severities = {}
    for subject in ("individual", "leadership"):
        template = template_shelf.find(f"2025-democratic-{subject}")
        text = "".join(
            f"{n}、{h}\n有。\n" for n, h in zip("一二三", ("存在的问题", "原因剖析", "整改措施"), strict=True)
        )
        missing = {f.part: f.severity for f in analyse(text, template).findings if f.rule == "missing_part"}
        severities[subject] = missing["declarations"]
    assert severities == {"individual": Severity.ADVICE, "leadership": Severity.HINT}


@pytest.mark.parametrize(
    ("heading", "written", "asked"),
    [
        ("敬畏人民、敬畏法纪方面", "敬畏人民、敬畏法纪", "敬畏人民、敬畏组织、敬畏法纪"),
        ("带头敬畏人民、敬畏组织、敬畏法律", "敬畏法律", "敬畏法纪"),
        ("聚焦“带头敬畏人民、敬畏组识、敬畏法纪”查摆的问题", "敬畏组识", "敬畏组织"),
        ("带头敬畏人民敬畏组织、敬畏法纪方面", "敬畏人民敬畏组织", "敬畏人民、敬畏组织"),
        ("聚焦“带头敬畏人民、敬畏组织、敬畏法纪”查摆的问题", None, None),
        ("敬畏之心方面", None, None),
    ],
)
def test_a_heading_that_differs_is_told_in_whole_words(heading, written, asked, finished_sample, individual_2025):
    text = finished_sample.replace("带头敬畏人民、敬畏组织、敬畏法纪方面", heading)
    told = [f.message for f in analyse(text, individual_2025).findings if f.rule.startswith("aspect_heading")]

    assert told == ([f"此处写“{written}”，要求的提法是“{asked}”。"] if written else [])


def test_a_general_outline_asks_for_no_wording():
    template = template_shelf.find("general-democratic-individual")
    text = insertion.fresh(template).replace("行使职权、担当作为方面", "行使职仅、担当作为方面\n1.学得少。")

    assert "行使职仅" in text
    assert not [f for f in analyse(text, template).findings if f.rule == "aspect_heading_differs"]


def test_a_text_is_looked_through_once_for_what_it_says_of_its_numbers(monkeypatch):
    """Once for each number that is there twice takes minutes in a file made for it."""
    asked, really = [], sequence.is_referred_to
    monkeypatch.setattr(sequence, "is_referred_to", lambda text: asked.append(text) or really(text))
    found = analyse("一、存在的问题，学得不深，抓落实不够有力。\n" * 200).all_findings

    assert sum(finding.rule == "numbering_repeated" for finding in found) > 50
    assert len(asked) == 1


def test_what_official_texts_do_is_not_told():
    """Found in statutes and government reports by tests/false_alarms.py."""

    def told(text, rule):
        return [each.message for each in analyse(text).findings if each.rule == rule]

    listed = "一、材料\n（一）申请书；\n说明。\n（二）证明；\n（三）其他情形。\n其余另报。"
    assert told(listed, "heading_full_stop") == []
    assert (
        told("本报讯\n一、工作\n图为某某同志在会上作工作报告，代表们认真审议。本报记者林知远摄", "missing_full_stop")
        == []
    )
    assert told("第二章　规划\n有。\n第三章　建设\n有。", "numbering_gap") == ["从“第二章”开始，未见“第一章”。"]
    assert told("一、责任\n落实党政同责、一岗双责。", "fixed_wording") == []
    assert told("一、责任\n一岗双责抓得松。", "fixed_wording") == ["“一岗双责”没有加引号。"]


def test_in_a_text_longer_than_any_material_short_repeats_are_usual():
    said = "坚持以经济建设为中心，牢牢把握高质量发展这个首要任务"
    filling = "".join(f"第{n}件事办得扎实，群众说好{n * 7}次。" for n in range(900))

    assert [each.rule for each in analyse(f"一、甲\n{said}。\n二、乙\n要{said}。").findings] == ["repeated_passage"]
    assert "repeated_passage" not in {
        each.rule for each in analyse(f"一、甲\n{said}。\n{filling}\n二、乙\n要{said}。").findings
    }


def test_what_only_a_general_outline_asks_for_need_not_be_mended():
    text = "个人对照检查材料\n一、存在的问题\n学习少。\n二、整改措施\n每月自学两次。"

    def severity(template):
        found = analyse(text, template_shelf.find(template)).findings
        return next(each.severity for each in found if each.rule == "missing_part" and "原因" in each.message)

    assert severity("2025-democratic-individual") is Severity.ERROR
    assert severity("general-democratic-individual") is Severity.ADVICE


def test_parts_that_are_columns_of_a_table_are_hints():
    table = "方面\t存在问题\t原因剖析\t整改措施\n政治忠诚\t学习少。\t放松了。\t每月自学。"
    last_year = "问题\t原因\t整改措施\t完成情况\n学习少\t放松了\t每月自学\t已完成"

    def severities(body):
        found = analyse(
            f"2025年度民主生活会个人对照检查材料\n{body}", template_shelf.find("2025-democratic-individual")
        )
        parts = {"problems", "cause", "measure"}
        return {each.severity for each in found.findings if each.rule == "missing_part" and each.part in parts}

    assert severities(table) == {Severity.HINT}
    assert severities(last_year) == {Severity.ERROR}


@pytest.mark.parametrize("begun", ["（二）", "（二）。", "2.；", "二是"])
def test_a_heading_of_which_only_the_number_is_written_stops_no_rule(begun, finished_sample, individual_2025):
    """Whoever begins an item has written just that when the text is looked through."""
    text = f"\n{begun}\n采购有时先供货后上会。\n".join(finished_sample.split("\n"))
    assert analyse(text, individual_2025).text == text


def test_who_signs_and_what_is_attached_are_nothing_that_a_section_says(finished_sample, individual_2025):
    text = f"{finished_sample}\n附件：1.上年度整改落实情况表\n剖析人：林知远"
    material = analyse(text, individual_2025)
    assert material.findings == analyse(finished_sample, individual_2025).findings
    mentioned = [item.mention.of(text) for fact in material.parts for item in material.items(fact) if item.mention]
    assert mentioned
    assert not [each for each in mentioned if "附件" in each]
