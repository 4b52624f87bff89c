import math
import random
import time
from dataclasses import replace

from assistant.decisions import NO_DECISIONS, Decisions, Ignored, Stage
from assistant.facts.material_facts import State
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review import progress
from assistant.review.material import Memo, analyse
from assistant.rules.example_template import EXAMPLE_TEMPLATE
from assistant.rules.leftovers import leftover_placeholder


def test_the_finished_sample_has_nothing_to_find(finished_sample, individual_2025):
    material = analyse(finished_sample, individual_2025)

    assert material.findings == ()
    assert {fact.state for fact in material.parts} == {State.WRITTEN}
    assert progress.unfinished(material) == ()


def test_deleting_any_section_gives_one_missing_part(finished_sample, individual_2025):
    material = analyse(finished_sample, individual_2025)
    for fact in material.parts:
        for section in fact.answer.sections:
            cut = finished_sample[: section.start] + finished_sample[section.end :]
            missing = [f for f in analyse(cut, individual_2025).findings if f.rule == "missing_part"]

            assert [f.part for f in missing] == [fact.part.id]


def test_a_memo_changes_nothing_but_the_time(finished_sample, individual_2025):
    chooser = random.Random(11)
    memo = Memo()
    text = finished_sample
    for _ in range(30):
        start = chooser.randrange(len(text))
        text = (
            text[:start]
            + chooser.choice(["X", "。", "\n", "一、", "（二）", "", "敬畏"])
            + text[start + chooser.randrange(3) :]
        )

        assert analyse(text, individual_2025, memo=memo) == analyse(text, individual_2025)


def test_after_a_key_the_findings_of_the_paragraphs_before_it_are_not_made_again(individual_2025):
    text, memo = "一、存在的突出问题\n学得少,记得少。\n今年去了些。\n去得少,问得少。\n", Memo()

    def commas(text):
        found = analyse(text, individual_2025, memo=memo).findings
        return [each for each in found if each.rule == "half_width_punctuation"]

    first, _ = commas(text)
    again, moved = commas(text.replace("去了些", "去了一些"))
    assert again is first
    assert moved.span.start == text.rindex(",") + 1


def test_an_ignored_finding_stays_ignored_wherever_it_moves(individual_2025):
    text = "一、存在的突出问题\n去年下乡XX次。\n今年下乡XX次。\n"
    first = next(f for f in analyse(text, individual_2025).findings if f.rule == "leftover_placeholder")
    decisions = Decisions(ignored=(Ignored.of(first, text),))
    moved = "补一段话。\n" + text

    left = [
        f for f in analyse(moved, individual_2025, decisions=decisions).findings if f.rule == "leftover_placeholder"
    ]
    assert [f.span.start for f in left] == [moved.rindex("XX")]


def test_a_part_answered_elsewhere_is_not_missing(finished_sample, individual_2025):
    section = analyse(finished_sample, individual_2025).part("previous").answer.sections[0]
    cut = finished_sample[: section.start] + finished_sample[section.end :]
    decisions = Decisions(answered={"previous": "已在前言说明"})

    material = analyse(cut, individual_2025, decisions=decisions)
    assert material.part("previous").state is State.WRITTEN
    assert not any(f.rule == "missing_part" for f in material.findings)


def test_an_empty_section_has_no_other_finding(individual_2025):
    text = "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n学。\n（三）带头固本培元、增强党性方面\n"
    findings = analyse(text, individual_2025).findings

    assert [f.rule for f in findings if f.span.start == text.index("（三）")] == ["empty_section"]


def test_what_to_write_in_an_empty_section_goes_by_its_part(individual_2025):
    text = (
        "一、上年度民主生活会整改措施落实情况\n二、有关情况说明\n三、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n"
        "（二）带头固本培元、增强党性方面\n学。\n四、原因剖析\n五、努力方向和整改措施\n"
    )
    told = [f.advice for f in analyse(text, individual_2025).findings if f.rule == "empty_section"]

    assert told == [
        "请逐项写明做到哪一步。",
        "请逐项如实说明；确实没有的事项，写“不涉及”即可。",
        "请对照要求写出具体问题。",
        "请对应查摆出的问题，写出原因。",
        "请对应查摆出的问题，写出措施和完成时间。",
    ]


def test_what_is_only_remembered_is_never_an_error():
    """Templates known from memory give hints only."""
    for template in template_shelf.shipped():
        for part, _ in template.all_parts():
            if part.certainty.value != "memory":
                continue
            text = "一、存在的突出问题\n有的。\n二、原因剖析\n有的。\n三、整改措施\n有的。\n"
            for finding in analyse(text, template).findings:
                assert finding.part != part.id or finding.severity is Severity.HINT


def test_nothing_makes_it_fail(individual_2025):
    chooser = random.Random(5)
    pieces = [
        "一、",
        "（一）",
        "1.",
        "一是",
        "第一，",
        "①",
        "“",
        "”",
        "**",
        "##",
        "目录",
        "XX",
        "。",
        "：",
        "\n",
        "带头",
        "敬畏人民",
        "以下三点：",
        "5个方面15个问题",
    ]
    for _ in range(400):
        text = "".join(chooser.choices(pieces, k=chooser.randrange(40)))

        assert analyse(text, individual_2025).text == text


def test_one_slip_is_told_once_though_one_rule_speaks_of_the_whole_name():
    material = analyse("学习习近平新世代中国特色社会主义思想不够，跟得慢。", None)

    assert [finding.rule for finding in material.findings] == ["fixed_wording"]


def test_what_is_set_aside_is_left_out():
    """The same text in this material, the unit's own words, a rule switched off; each by itself."""
    text = "一、问题\n到××县三次，联系××镇，推行××化改革。\n"

    def left(**changes):
        return len(analyse(text, decisions=Decisions(**changes)).findings)

    everything = left()
    assert everything >= 2
    assert left(ignored_alike=frozenset({("leftover_placeholder", "××")})) == 0
    assert left(unit_words=frozenset({"××县"})) == everything - 1
    assert left(rules_off=frozenset({"leftover_placeholder"})) == 0


def test_a_rule_that_is_off_at_first_is_switched_by_the_writer():
    """And one that is on at first; either way back leads to where it was."""
    off = replace(leftover_placeholder.RULE, off=True)

    def found(rule, decisions):
        return len(analyse("缺××。", decisions=decisions, rules=[rule]).findings)

    switched_on = off.switched(NO_DECISIONS, on=True)
    switched_off = leftover_placeholder.RULE.switched(NO_DECISIONS, on=False)
    assert (found(off, NO_DECISIONS), found(off, switched_on)) == (0, 1)
    assert off.switched(switched_on, on=False) == NO_DECISIONS
    assert found(leftover_placeholder.RULE, switched_off) == 0
    assert leftover_placeholder.RULE.switched(switched_off, on=True) == NO_DECISIONS


def test_a_rule_waits_for_its_stage():
    late = replace(leftover_placeholder.RULE, stage=Stage.REVIEW)
    counts = [len(analyse("缺××。", decisions=Decisions(stage=stage), rules=[late]).findings) for stage in Stage]

    assert counts == [0, 1, 1]


def test_lists_of_chapter_numbers_are_counted_as_problems():
    text = (
        "查摆形成2个方面5个具体问题。\n一、存在的突出问题\n（一）带头强化政治忠诚方面\n一、学得浅。\n二、用得少。\n"
        "（二）带头担当作为方面：一、怕得罪人。二、图省事。\n二、原因剖析\n放松学习。\n三、整改措施\n每月自学。\n"
    )

    def told(written):
        return [f.message for f in analyse(written, EXAMPLE_TEMPLATE).findings if f.rule == "count_mismatch"]

    assert told(text) == ["前言写“5个具体问题”，正文实有4个（各方面2、2）。"]
    assert told(text.replace("5个具体", "4个具体")) == []
    ordinal = "4个具体问题，提得最多的意见已对照写进查摆问题的第三个方面。"
    assert told(text.replace("5个具体问题。", ordinal)) == []


def test_a_text_of_nothing_but_headings_takes_no_longer_than_its_length():
    def seconds(count):
        kinds = ("（一）带头固本培元方面\n", "一、存在的问题\n", "2023年度个人对照检查材料\n1.学习不深\n")
        text = "".join(kinds[at % 2] if count % 7 else kinds[2] for at in range(count))
        best = math.inf
        for _ in range(3):  # the others of this machine may be busy meanwhile
            began = time.thread_time()
            analyse(text, EXAMPLE_TEMPLATE)
            best = min(best, time.thread_time() - began)
        return best

    for less in (201, 210):
        assert seconds(8 * less) < 30 * seconds(less)  # 64 times where each is held against every other
