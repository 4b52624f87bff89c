from dataclasses import replace

import mention_rate
import pytest

from assistant.decisions import Decisions
from assistant.review.material import analyse
from assistant.templates.template import Part, PartKind, Question, Template

HEADINGS = "一、存在的突出问题\n（一）带头强化政治忠诚、提高政治能力方面\n"


def asking(template: Template, part: Part, *questions: Question) -> Template:
    """Give a template one of whose parts asks only these questions."""
    asked = replace(part, questions=questions)
    if part.kind is not PartKind.ASPECT:
        return replace(template, parts=tuple(asked if each is part else each for each in template.parts))
    frame = template.frames[0]
    aspects = tuple(asked if each is part else each for each in frame.aspects)
    return replace(template, frames=(replace(frame, aspects=aspects),))


def mention(template: Template, *words: str, body: str) -> str | None:
    """Tell what a text under an aspect's heading is told to mention."""
    part = template.aspects[0]
    material = analyse(HEADINGS + body, asking(template, part, Question("a", "？", words)))
    fact = material.part(part.id)
    assert fact
    span = material.items(fact)[0].mention
    return span and span.of(material.facts.text)


def test_a_text_speaks_to_a_question_where_one_sentence_has_all_its_words(individual_2025):
    part = individual_2025.aspects[0]
    template = asking(individual_2025, part, Question("a", "？", ("自学 挤",)), Question("b", "？", ("党费", "志愿")))
    decisions = Decisions(notes={"loyalty/b": "想起来了"}, not_applicable=frozenset({"loyalty/b"}))
    material = analyse(f"{HEADINGS}自学少。常被会挤掉。自学时间被会挤掉。\n", template, decisions=decisions)
    fact = material.part("loyalty")
    assert fact
    first, second = material.items(fact)

    assert first.mention
    assert first.mention.of(material.facts.text) == "自学时间被会挤掉"
    assert (second.mention, second.note, second.not_applicable) == (None, "想起来了", True)


def test_the_words_must_stand_close(individual_2025):
    apart = "征求的意见不少，我在会上也作了回应，逐条都想过，后来没有再问整改。"

    assert mention(individual_2025, "意见 整改", body=apart) is None
    assert mention(individual_2025, "意见 整改", body="意见提了，整改没跟上。") == "意见提了，整改没跟上"


def test_a_word_after_a_minus_sign_must_not_occur(individual_2025):
    words = "打招呼 -不打招呼"

    assert mention(individual_2025, words, body="下去调研不打招呼的少。") is None
    assert mention(individual_2025, words, body="有人打招呼，我含糊过去了。") == "有人打招呼，我含糊过去了"
    assert mention(individual_2025, "", " ", "-", "-打招呼", body="有人打招呼，我含糊过去了。") is None


def test_the_sentence_where_most_entries_meet_is_shown_and_better_one_that_tells_of_something(individual_2025):
    more = "下基层少。\n下基层走马观花。\n"
    told = "下基层不够。\n下基层的3次都有人陪。\n"

    assert mention(individual_2025, "下基层", "走马观花", body=more) == "下基层走马观花"
    assert mention(individual_2025, "下基层", body=told) == "下基层的3次都有人陪"
    assert mention(individual_2025, "下基层", body="下基层少。\n下基层也浅。\n") == "下基层少"


def test_a_sentence_is_shown_without_its_number(individual_2025):
    body = "1.第一议题学完就放下，全年十二次里自己领到任务的只有两次，其余都没有下文。"

    assert mention(individual_2025, "第一议题", body=body) == body[2:-1]


def test_a_heading_speaks_to_nothing(individual_2025):
    text = "一、存在的突出问题\n（一）带头敬畏人民、敬畏组织、敬畏法纪，信访投诉接待审计监督方面\n"
    fact = analyse(text, individual_2025).part("reverence")
    assert fact

    assert [item.mention for item in analyse(text, individual_2025).items(fact)] == [None] * 8
    assert mention(individual_2025, "第一议题", body="1.“第一议题”抓得不紧。学完就放下。") is None


def test_what_happened_under_the_heading_of_an_item_is_said_of_it(individual_2025):
    body = "1.请示报告不够及时。11月那次停运，我第三天才向书记汇报。"

    assert mention(individual_2025, "请示报告", body=body) == "11月那次停运，我第三天才向书记汇报"


def test_a_vow_under_the_problems_speaks_to_nothing(individual_2025):
    assert mention(individual_2025, "错误言论", body="始终坚决反对一切错误言论。") is None
    assert mention(individual_2025, "错误言论", body="始终反对错误言论，但当面顶得少。")
    assert mention(individual_2025, "报表", body="要过的报表堆了一柜。")


def test_what_is_declared_under_the_heading_of_a_matter_is_said_of_it(individual_2025):
    part = individual_2025.part_of_id("declarations")
    assert part
    text = "一、有关情况说明\n（一）巡视巡察、审计反馈情况\n不涉及以上情况。\n（二）个人有关事项\n已如实报告。\n"
    material = analyse(
        text, asking(individual_2025, part, Question("a", "？", ("审计",)), Question("b", "？", ("函询",)))
    )
    fact = material.part("declarations")
    assert fact
    first, second = material.items(fact)

    assert first.mention
    assert first.mention.of(text) == "不涉及以上情况"
    assert second.mention is None


@pytest.mark.parametrize("name", sorted(path.stem for path in mention_rate.CASES.glob("*.txt")))
def test_mentions_are_right(name):
    """A wrong pointer costs more than none; docs/questions.md records the figures."""
    tried = list(mention_rate.cases(name))

    assert [(case.place, case.unknown) for case in tried if case.unknown] == []
    assert len(tried) >= 30
    assert mention_rate.precision(tried) >= 0.9
    assert mention_rate.recall(tried) >= 0.6


def test_in_real_materials_sentences_are_mentioned_and_no_headings(samples):
    asked = touched = 0
    for name, material in mention_rate.samples(samples / "materials"):
        text = material.facts.text
        told = [item for fact in material.parts for item in material.items(fact)]
        mentions = [item.mention for item in told if item.mention]
        asked, touched = asked + len(told), touched + len(mentions)
        headings = {section.heading for section in material.facts.outline.walk() if section.level <= 2}
        for span in mentions:
            assert "\n" not in span.of(text), name
            assert span.of(text) not in headings, name
    assert 0.2 < touched / asked < 0.5
