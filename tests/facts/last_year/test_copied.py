"""What a text shares with last year's: copied, lightly reworded and honest new ones are told apart."""

import random
import re

import pytest
from facts.last_year.former_texts import former_texts

from assistant.decisions import Decisions, Stage
from assistant.facts.gathering import gather
from assistant.facts.last_year import copied, earlier_material
from assistant.facts.last_year.copied import CopyFinder
from assistant.facts.last_year.earlier_material import LastYear
from assistant.files import template_shelf
from assistant.finding import Severity
from assistant.review.material import analyse
from assistant.text import Span

OLD = "1.灌区改线牵涉三个部门，自己不愿牵头，四月该定的方案拖到八月。\n2.走访困难群众少，全年只去了三户。"


def compared(old, new, template=None):
    return CopyFinder(LastYear(old), template).of(new)


def reworded(text, share, seed=1):
    """Exchange a share of the words of two characters and more."""
    chance = random.Random(seed)
    pairs = re.findall("[一-龥]{2}", text)  # as good as words here

    def other(match):
        return chance.choice(pairs) if chance.random() < share else match[0]

    return re.sub("[一-龥]{2}", other, text)


def test_a_run_is_told_with_both_places():
    new = "3.去年灌区改线牵涉三个部门，自己不愿牵头，今年定下来了。"
    (run,) = compared(OLD, new).runs

    assert run.here.of(new) == run.there.of(OLD) == "灌区改线牵涉三个部门，自己不愿牵头，"
    assert run.length == len(run.here.of(new))
    assert compared(OLD, new).told == "相同1处18字"


@pytest.mark.parametrize(
    "new",
    [
        "自己不愿牵头，四月定了。",  # short runs are everybody's
        "学习习近平新时代中国特色社会主义思想不够，“全面从严治党主体责任”落实不力。",
        "",
        "全然不同的一段话，说的是另外的事，没有一处相同。",
    ],
)
def test_what_everybody_says_is_not_counted(new):
    old = OLD + "\n学习习近平新时代中国特色社会主义思想不深，“全面从严治党主体责任”落实不紧。"

    assert compared(old, new).copied == 0


def test_headings_and_the_theme_are_not_counted(individual_2025):
    headings = "\n".join(f"（一）{aspect.heading}" for aspect in individual_2025.aspects)
    theme = f"围绕“主题”，{individual_2025.theme.text}。"
    text = f"{headings}\n{theme}"

    assert compared(text, text.replace("围绕", "紧扣"), individual_2025).copied == 0


def test_a_line_that_stands_there_whole_counts_however_short():
    assert compared("一是怕事。\n二是拖。", "二是拖。").share == 1


def test_sentences_with_some_words_exchanged_are_reworded():
    found = compared(OLD, "2.走访困难群众比较少，全年一共只去了三户。")

    assert found.copied == 0
    assert [each.there.of(OLD) for each in found.reworded] == ["走访困难群众少，全年只去了三户。"]


def test_copied_reworded_and_new_are_told_apart(finished_sample):
    texts = [finished_sample, *(former.text for former in former_texts())]
    last = LastYear(finished_sample)
    same = CopyFinder(last, None).of(finished_sample)
    light = [CopyFinder(last, None).of(reworded(finished_sample, 1 / 3, seed)) for seed in range(3)]
    new = [CopyFinder(last, None).of(text) for text in texts[1:]]

    assert same.share > 0.99
    assert all(0.2 < each.share < 0.7 and each.reworded_share > 0.55 for each in light)
    assert all(each.copied < 40 and each.reworded_share < 0.12 for each in new)


def test_real_materials_share_next_to_nothing(samples):
    texts = [path.read_text("utf-8") for path in sorted((samples / "materials").glob("0*.txt"))]
    for one in texts:
        for other in texts:
            assert one is other or compared(one, other).share < 0.02


def test_parts_of_one_paragraph_are_counted_apart(individual_2025):
    old = "（一）带头干事创业方面：一是灌区改线牵涉三个部门，自己不愿牵头。二是走访群众少。"
    new = old.replace("走访群众少", "下乡的路上想得多")
    at = new.index("二是")
    known = CopyFinder(LastYear(old), individual_2025)

    assert known.within(new, (Span(0, at),)).copied >= 18
    assert known.within(new, (Span(at, len(new)),)).copied == 0


def test_after_a_key_only_the_edited_paragraph_is_compared(finished_sample, monkeypatch):
    known = CopyFinder(LastYear(finished_sample), None)
    known.of(finished_sample)
    seen = []
    compare = known._compare
    monkeypatch.setattr(known, "_compare", lambda paragraph: seen.append(paragraph) or compare(paragraph))
    edited = finished_sample.replace("集中学习3次", "集中学习4次", 1)

    assert known.of(edited) == CopyFinder(LastYear(finished_sample), None).of(edited)
    assert len(seen) == 1


def test_a_material_is_told_part_by_part(finished_sample, individual_2025):
    last = earlier_material.recognised(finished_sample, template_shelf.known())
    edited = finished_sample.replace("二、", "二、", 1)
    facts = gather(edited, individual_2025, last=last)
    found = copied.of_material(facts, facts.materials[0])

    assert found.whole.share > 0.99
    assert {fact.part.id for fact, _ in found.parts} >= {"loyalty", "duty", "cause", "measure"}
    assert "problems" not in {fact.part.id for fact, _ in found.parts}
    assert copied.of_material(gather(edited, individual_2025), facts.materials[0]) is None


@pytest.mark.parametrize("text", ["", "\n\n", "字", "一、\n（一）\n", "甲" * 3000, "一是" * 500])
def test_any_text_can_be_compared(text):
    compared(text, text)
    compared(OLD, text)
    compared(text, OLD)


def test_what_is_told_agrees_with_the_length_that_is_told_everywhere(finished_sample, individual_2025):
    """The text has so many 字数, and what is counted of them is named: a part of these, of which a part is the same."""
    found = analyse(
        finished_sample, individual_2025, last=LastYear(finished_sample), decisions=Decisions(stage=Stage.FINAL)
    )
    (told,) = (each for each in found.findings if each.rule == "copied_from_last_year")
    whole, counted, same, runs = map(int, re.findall("[0-9]+(?=字|处)", told.message))
    assert whole == found.length > counted >= same > counted * 0.95
    assert runs == len(copied.of_material(found.facts, found.facts.materials[0]).whole.runs)
    assert told.severity is Severity.ADVICE  # asked by one place's notice only
    assert "扣除规定标题、引文和固定表述" in told.message
    assert "一处公开材料" not in told.basis
