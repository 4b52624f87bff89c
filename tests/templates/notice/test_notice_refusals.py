"""What a notice says need not be written is not asked for; what it forbids to leave out is."""

import pytest

from assistant.files import shipped_shelf
from assistant.templates import proposal
from assistant.templates.notice import notice
from assistant.templates.template import PartKind
from assistant.text import canonical

HEAD = "中共某局党组关于召开2026年度民主生活会的通知\n各单位：\n现将有关事项通知如下。\n"
ASPECTS = "\n紧扣“三个带头”查摆问题：带头学深悟透；带头严守规矩；带头服务群众。\n"


def parts_of(said):
    (asked,) = notice.read(canonical(HEAD + said + ASPECTS)).templates
    kinds = [part.kind.value for part in asked.parts if part.kind is not PartKind.PROBLEMS]
    return asked, " ".join(kinds), " ".join(part.kind.value for part in asked.refused)


@pytest.mark.parametrize(
    ("said", "asked", "refused"),
    [
        ("材料要剖析原因、提出整改措施，上年度整改情况不再单列。", "cause measure", "previous_rectification"),
        ("不再单列上年度整改措施落实情况，案例剖析不作要求。", "", "previous_rectification case_analysis"),
        ("无需单独撰写典型案例剖析，要深刻剖析原因。", "cause", "case_analysis"),
        ("对照检查材料可不写个人有关事项说明。", "", "declarations"),
        ("学习教育查摆问题整改情况不必另附报告。", "", "other"),
        ("今年不要求对个人有关事项作出说明。", "", "declarations"),
        ("材料应包括：存在的问题、原因剖析、整改措施；上年度整改情况、案例剖析今年不作要求。", "cause measure", "previous_rectification case_analysis"),
        ("材料包括：①存在的问题；②原因剖析；③整改措施；④典型案例剖析（可不写）。", "cause measure", "case_analysis"),
        ("材料不再包括上年度整改落实情况、个人有关事项说明、典型案例剖析。", "", "previous_rectification declarations case_analysis"),
        ("原因可并入问题一起写，不再另起一部分。", "", "cause"),
        ("上年度民主生活会整改措施落实情况由办公室统一通报，个人材料不再报告。", "", "previous_rectification"),
        ("上年度问题整改落实情况已在专题会上通报，此次材料中无须重复撰写。", "", "previous_rectification"),
        ("个人有关事项说明：不作统一要求，由本人视情况填写。", "", "declarations"),
        ("材料由存在问题、原因剖析、改进措施三部分组成，省去上年度整改情况。", "cause measure", "previous_rectification"),
        ("取消“上年度整改情况”部分，其余照旧。", "", "previous_rectification"),
        ("不要求每名同志都作案例剖析。", "", "case_analysis"),
        ("典型案例剖析一项，免写。", "", "case_analysis"),
        ("材料（可不含上年度整改情况）应写清问题、原因和措施三部分。", "cause measure", "previous_rectification"),
        ("问：典型案例剖析还写不写？\n答：不写。", "", "case_analysis"),
        # not refused: how it is written, what depends on something, what may not be left out
        ("对照检查材料要写明上年度民主生活会整改情况，但无需逐条说明。", "previous_rectification", ""),
        ("没有需要说明的事项的，可不写说明。", "", ""),
        ("材料包括：①存在的问题；②原因剖析；③整改措施；④有关事项说明（没有的可不写）。", "cause measure declarations", ""),
        ("对照检查材料不得只查摆问题、不剖析原因。", "cause", ""),
        ("不能以不写原因剖析、不提整改措施来应付。", "cause", ""),
        ("个人对照检查材料要聚焦问题，成绩不写，深刻剖析原因。", "cause", ""),
    ],
)  # fmt: skip
def test_refusals(said, asked, refused):
    assert parts_of(said)[1:] == (asked, refused)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("班子材料须剖析典型案例，个人材料不作要求。", PartKind.CASE_ANALYSIS),
        ("案例剖析由班子材料统一写，班子成员不再写。", PartKind.CASE_ANALYSIS),
        ("个人材料可以不写整改措施，班子材料必须写明整改措施。", PartKind.MEASURE),
    ],
)
def test_what_some_need_not_write_is_asked_of_the_others(said, kind):
    asked, _, _ = parts_of(said)

    assert [part.subjects for part in asked.parts if part.kind is kind] == [(asked.subjects[0],)]


def test_a_refusal_is_told_and_takes_the_part_out_of_the_usual_ones():
    asked, _, _ = parts_of("案例剖析不作要求，整改措施不再单列。")
    template = shipped_shelf.resolve(proposal.propose(asked, shipped_shelf.every(), "x"))[0]

    assert asked.doubts["parts"].startswith("通知写“案例剖析不作要求”“整改措施不再单列”，据此没有列入要写的部分。")
    assert "整改措施" not in asked.doubts["parts"].partition("通知中未见")[2]
    kinds = {part.kind for part in template.parts}
    assert PartKind.CAUSE in kinds
    assert not {PartKind.MEASURE, PartKind.CASE_ANALYSIS} & kinds


def test_what_is_refused_in_one_place_and_asked_for_in_another_is_told():
    asked, _, _ = parts_of("材料应包括存在的问题、原因剖析、整改措施。原因剖析不作要求。")

    assert "通知写“原因剖析不作要求”，另一处又要求写，请核对。" in asked.doubts["parts"]
