from assistant.facts import insertion
from assistant.facts.material_facts import State
from assistant.review.material import analyse
from assistant.templates.template import PartKind
from assistant.text import apply


def test_a_deleted_section_comes_back_at_its_place(finished_sample, individual_2025):
    """Delete any section, insert it again: the headings are as before."""
    material = analyse(finished_sample, individual_2025)
    headings = [line for line in finished_sample.split("\n") if line[:1] in "一二三四五六七（"]
    for fact in material.parts:
        for section in fact.answer.sections:
            cut = finished_sample[: section.start] + finished_sample[section.end :]
            there = analyse(cut, individual_2025)
            missing = next(f for f in there.parts if f.state is State.MISSING)
            edits = insertion.edits(there.facts, there.facts.materials[0], missing)

            assert edits is not None
            again = analyse(apply(cut, edits), individual_2025)
            assert fact.part.heading in apply(cut, edits)
            assert again.part(fact.part.id).answer.sections[0].value == section.value
            assert not [f for f in again.findings if f.rule in ("missing_part", "numbering_gap", "part_out_of_order")]
    assert headings


def test_a_last_part_is_put_above_what_closes_the_material(finished_sample, individual_2025):
    closing = "附件：1.上年度整改落实情况表\n2.整改台账\n某市住房保障中心　林知远\n2026年1月8日"
    material = analyse(finished_sample, individual_2025)
    measures = next(f for f in material.parts if f.part.kind is PartKind.MEASURE)
    cut = f"{finished_sample[: measures.answer.sections[0].start]}{closing}"
    there = analyse(cut, individual_2025)
    missing = there.part(measures.part.id)
    assert missing.state is State.MISSING

    again = apply(cut, insertion.edits(there.facts, there.facts.materials[0], missing))
    assert again.endswith(closing)
    assert again.index(measures.part.heading) > again.index("原因剖析")


def test_no_heading_is_put_into_the_middle_of_a_paragraph(individual_2025):
    text = "一、存在的突出问题\n主要是：一是政治忠诚方面，学得浅；二是担当作为方面，怕得罪人。\n二、原因剖析\n有。\n"
    material = analyse(text, individual_2025)
    missing = material.part("party_spirit")

    assert missing.state is State.MISSING
    assert insertion.edits(material.facts, material.facts.materials[0], missing) is None


def test_a_markdown_heading_stays_whole(individual_2025):
    text = "## 一、存在的突出问题\n学得浅。\n## 二、整改措施\n有。\n"
    material = analyse(text, individual_2025)
    facts = material.facts
    causes = facts.materials[0].of_kind(PartKind.CAUSE)
    edits = insertion.edits(facts, facts.materials[0], causes)

    assert edits is not None
    assert "二、原因剖析\n## 三、整改措施" in apply(text, edits)


def test_a_fresh_material_has_the_name_line_it_is_given(individual_2025):
    assert insertion.fresh(individual_2025, "某局副局长　李大明").split("\n")[:3] == [
        "2025年度民主生活会个人对照检查材料",
        "某局副局长　李大明",
        "",
    ]
