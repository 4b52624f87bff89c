from dataclasses import replace

from assistant.decisions import Decisions
from assistant.material import analyse
from assistant.template import Question


def test_a_text_speaks_to_a_question_where_one_sentence_has_all_its_words(individual_2025):
    part = individual_2025.aspects[0]
    asked = replace(part, questions=(Question("a", "？", ("自学 挤",)), Question("b", "？", ("党费", "志愿"))))
    frame = replace(individual_2025.frames[0], aspects=(asked, *individual_2025.aspects[1:]))
    template = replace(individual_2025, frames=(frame,))
    text = "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n自学少。常被会挤掉。自学时间被会挤掉。\n"
    decisions = Decisions(notes={"loyalty/b": "想起来了"}, not_applicable=frozenset({"loyalty/b"}))
    material = analyse(text, template, decisions=decisions)
    fact = material.part("loyalty")
    assert fact
    first, second = material.items(fact)

    assert first.mention
    assert first.mention.of(text) == "自学时间被会挤掉"
    assert (second.mention, second.note, second.not_applicable) == (None, "想起来了", True)


def test_a_heading_speaks_to_nothing(individual_2025):
    text = "一、存在的突出问题\n（一）带头敬畏人民、敬畏组织、敬畏法纪，信访投诉接待审计监督方面\n"
    fact = analyse(text, individual_2025).part("reverence")
    assert fact

    assert [item.mention for item in analyse(text, individual_2025).items(fact)] == [None] * 8
