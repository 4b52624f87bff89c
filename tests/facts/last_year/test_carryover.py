"""Last year's text becomes this year's draft; the main thing is that nothing is lost."""

import pytest
from facts.last_year.former_texts import former_texts

from assistant.decisions import Profile
from assistant.facts.last_year import carryover, earlier_material
from assistant.facts.last_year.earlier_material import LastYear, sentences
from assistant.files import template_shelf
from assistant.review.material import analyse

KNOWN = template_shelf.known()
OLD = (
    "某县水利局李某某2024年度民主生活会个人对照检查材料\n某县水利局副局长　李某某\n（2025年1月8日）\n按照通知要求，对照检查如下。\n"
    "一、上年度整改情况\n前年的都改了。\n二、存在的突出问题\n主要有以下问题。\n"
    "（一）带头增强党性、严守纪律、砥砺作风方面：一是党性锻炼抓得松，组织生活请假多。二是去年下村走访群众少。\n"
    "（二）带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新方面\n1.遇到难题不敢担责。拖了四个月。\n2.联系群众不够。没有去困难户家里。\n"
    "三、原因剖析\n放松了学习。\n四、整改措施\n1.每周自学。\n"
)


def carried(text, template, **more):
    last = earlier_material.recognised(text, KNOWN)
    return last, carryover.revise(last, template_shelf.find(template), **more)


def lost(last, result, new):
    """List the sentences of the old text that the new one has not, but for title, name lines and headings replaced."""
    main = last.main(new)
    there = {words for _, words in sentences(result.text)}
    old_headings = {heading for heading, _ in result.replaced}
    return [
        words
        for span, words in sentences(last.text)
        if words not in there
        and words not in result.text
        and not any(words.startswith(heading) for heading in old_headings)
        and span.start >= main.byline_span.end
        and span.start >= main.title_span.end
    ]


def all_templates():
    return [entry.load() for entry in template_shelf.entries()]


def test_nothing_is_lost(finished_sample):
    signed = f"{OLD}附件：整改台账\n检查人：李某某\n"
    for text in (OLD, signed, finished_sample, *(former.text for former in former_texts())):
        for new in all_templates()[::3]:
            last = earlier_material.recognised(text, KNOWN)
            assert lost(last, carryover.revise(last, new), new) == [], new.id


def test_what_closed_the_material_closes_this_years_with_its_date_left_open(finished_sample):
    closing = "附件：1.2024年3月整改台账\n2.学习笔记\n\n某市住房保障中心　林知远\n2025年1月8日\n"
    old = finished_sample.replace("2025年度", "2024年度").replace("2026年1月", "2025年1月")
    _, result = carried(f"{old.rstrip()}\n{closing}", "2025-democratic-individual")

    assert result.text.endswith("\n附件：1.2024年3月整改台账\n2.学习笔记\n\n某市住房保障中心　林知远\n2026年X月\n")
    assert result.text.count("附件") == 1


def test_nothing_is_lost_of_real_materials(samples):
    for path in sorted((samples / "materials").glob("*.txt")):
        text = path.read_text("utf-8").strip()
        for new in all_templates()[::5]:
            last = earlier_material.recognised(text, KNOWN)
            assert lost(last, carryover.revise(last, new), new) == [], (path.name, new.id)


def test_parts_and_aspects_are_this_years(individual_2025):
    _, result = carried(OLD, "2025-democratic-individual")
    facts = analyse(result.text, individual_2025)
    headings = [section.heading for section in facts.chapters]

    assert headings == [part.heading for part in individual_2025.parts[1:]] + [carryover.UNPLACED]
    assert [fact.part.id for fact in facts.parts if fact.parent and fact.answer.sections] == [
        aspect.id for aspect in individual_2025.aspects
    ]
    assert "带头增强党性、严守纪律、砥砺作风方面" in [old for old, _ in result.replaced]
    assert "砥砺作风" not in result.text


def test_title_and_name_lines_are_this_years():
    _, result = carried(OLD, "2025-democratic-individual")

    assert result.text.split("\n")[:4] == [
        "某县水利局李某某2025年度民主生活会个人对照检查材料",
        "某县水利局副局长　李某某",
        "（2026年X月）",
        "按照通知要求，对照检查如下。",
    ]


def test_a_salutation_above_the_title_stays_and_a_drafts_marks_go():
    _, result = carried(f"尊敬的各位领导：\n征求意见稿\n{OLD}", "2025-democratic-individual")

    assert result.text.split("\n")[:2] == ["尊敬的各位领导：", "某县水利局李某某2025年度民主生活会个人对照检查材料"]
    assert "征求意见稿" not in result.text


def test_the_writers_own_name_line_goes_before_the_old_one():
    _, result = carried(OLD, "2025-democratic-individual", profile=Profile("某县农业局", "局长", "王某"))

    assert result.text.split("\n")[1] == "某县农业局局长　王某"


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("2024年度民主生活会领导班子对照检查材料", "2025年度民主生活会个人对照检查材料"),
        ("领导班子领悟“两个确立”对照检查材料", "2025年度民主生活会个人对照检查材料"),
        ("我的检查", "2025年度民主生活会个人对照检查材料"),
    ],
)
def test_another_kind_of_title_is_written_anew(title, made):
    _, result = carried(
        f"{title}\n一、存在的突出问题\n1.我学习不经常。\n二、整改措施\n我每周自学。\n", "2025-democratic-individual"
    )

    assert result.text.split("\n")[0] == made


def test_items_are_counted_anew_where_they_come_together():
    _, result = carried(OLD, "2025-democratic-individual")

    assert (
        "（三）带头敬畏人民、敬畏组织、敬畏法纪方面\n一是去年下村走访群众少。\n二是联系群众不够。没有去困难户家里。\n"
        in result.text
    )
    assert "1.遇到难题不敢担责。拖了四个月。\n" in result.text
    assert "主要有以下问题。\n（一）" in result.text


def test_what_ran_on_in_one_paragraph_still_does():
    text = OLD.replace("二是去年下村走访群众少。", "二是批评别人讲情面，组织生活会上不提意见。三是去年下村走访群众少。")

    assert "一是党性锻炼抓得松，组织生活请假多。二是批评别人讲情面，组织生活会上不提意见。\n" in (
        carried(text, "2025-democratic-individual")[1].text
    )


def test_what_has_no_place_is_kept_at_the_end_and_stops_the_draft():
    last, result = carried(OLD, "2025-democratic-individual")
    end = result.text[result.text.index(carryover.UNPLACED) :]

    assert [piece.section.heading for piece in result.unplaced] == ["上年度整改情况"]
    assert end.split("\n")[2:4] == ["上年度整改情况", "前年的都改了。"]
    found = analyse(result.text, template_shelf.find("2025-democratic-individual")).findings
    assert any(finding.rule == "leftover_placeholder" and finding.span.of(result.text)[0] == "【" for finding in found)
    assert "previous" not in {piece.part for piece in last.placed(template_shelf.find("2025-democratic-individual"))}


def test_a_heading_of_the_writers_own_is_no_label_and_stays():
    text = "2024年度民主生活会个人对照检查材料\n一、存在的突出问题\n（一）学习抓得不紧，只在开会前翻一翻。\n1.原著读得少。\n2.笔记抄得多。\n二、整改措施\n自学。\n"

    assert "学习抓得不紧，只在开会前翻一翻。" in carried(text, "2025-democratic-individual")[1].text


def test_another_material_of_the_file_follows_as_it_is():
    second = "2024年度民主生活会领导班子对照检查材料\n领导班子对照检查如下。\n一、存在的突出问题\n班子抓得不紧。\n二、整改措施\n班子每季研究。\n"
    _, result = carried(OLD + second, "2025-democratic-individual")

    assert result.text.endswith(second)


def test_beginning_anew_gives_the_headings_and_last_years_promises(individual_2025):
    text = carryover.begin(individual_2025, previous=("1.关于“学习少”的问题。【完成情况】",))

    assert "一、2024年度民主生活会整改措施落实情况\n1.关于“学习少”的问题。【完成情况】\n二、" in text
    assert carryover.begin(individual_2025) == text.replace("1.关于“学习少”的问题。【完成情况】\n", "")


@pytest.mark.parametrize("text", ["", "\n\n", "一段话", "一、\n二、\n", "（一）\n1.\n一是"])
def test_any_text_can_be_carried(text):
    for new in all_templates()[::4]:
        carryover.revise(LastYear(text), new)


def test_a_preface_that_tells_item_by_item_stays_whole():
    told = "会前我作了准备，一是学，自学了5个晚上；二是听，收到意见13条。"
    text = f"2024年度民主生活会个人对照检查材料\n{told}\n一、存在的问题\n学得不深。\n二、整改措施\n多学。\n"
    _, result = carried(text, "2025-democratic-individual")
    assert told in result.text
    assert carryover.UNPLACED not in result.text
