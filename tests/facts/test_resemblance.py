"""Which materials resemble each other: runs word for word, without what nobody has written himself."""

import random

import pytest

from assistant.facts import resemblance
from assistant.facts.nobodys_words import NobodysWords
from assistant.facts.resemblance import LEAST_RUN, Prepared
from assistant.files import template_shelf
from assistant.text import canonical

HAN = [chr(code) for code in range(0x4E00, 0x9FA0)]
STARTS = (10, 17, 25, 31)
HASHES = (239304259, 718368027, 599051317, 389460274)


@pytest.fixture(scope="module")
def fixed():
    return NobodysWords(template_shelf.known())


def strange(seed, length):
    """Make a text that shares nothing with another."""
    chooser = random.Random(seed)
    return "".join(chooser.choice(HAN) for _ in range(length))


def found(texts, fixed, former=()):
    return list(resemblance.pairs([Prepared(each, fixed) for each in texts], [Prepared(e, fixed) for e in former]))


def test_what_two_share_is_found_with_its_places(fixed):
    shared, other = strange(1, 150), strange(2, 40)
    one = f"{strange(3, 300)}\n{shared}\n{strange(4, 50)}{other}"
    two = f"{strange(5, 20)}{other}{strange(6, 500)}，{shared}。"
    (pair,) = found([one, strange(7, 600), two], fixed)

    assert (pair.first, pair.second, pair.length) == (0, 2, 190)
    assert [run.first.of(one) for run in pair.runs] == [shared, other]
    assert [run.second.of(two) for run in pair.runs] == [shared, other]
    assert pair.share == pytest.approx(190 / 540)


def test_no_run_of_the_least_length_is_missed(fixed, monkeypatch):
    monkeypatch.setattr(resemblance, "LEAST", 1)
    monkeypatch.setattr(resemblance, "SHARE", 0.0)
    for seed in range(60):
        shared = strange(seed, LEAST_RUN)
        texts = [strange(1000 + seed, 37) + shared + strange(2000 + seed, 30), shared + strange(3000 + seed, 40)]
        (pair,) = found(texts, fixed)
        assert pair.runs[0].first.of(texts[0]) == shared


def test_what_stands_twice_is_found_at_both_places(fixed):
    """The same whichever of its pieces is met first."""
    for seed in range(40):
        twice = strange(seed, 55) * 2
        texts = [strange(500 + seed, 60) + twice, strange(900 + seed, 47) + twice + strange(700 + seed, 20)]
        (pair,) = found(texts, fixed)
        assert pair.length == 110


def test_the_same_pieces_are_chosen_in_every_process(fixed):
    """Which depends on no seed of the process: what is alike must not depend on who looks."""
    known = Prepared("值班表是照着上一季度抄的，有一天排错了人，节假日没有人接电话，群众反映以后才改过来。", fixed)

    assert known.starts == STARTS
    assert known.hashes == HASHES


def test_two_that_are_nearly_the_same_share_all_but_what_was_changed(fixed):
    """A hundred runs are found as one is, and the characters between them are not counted."""
    one = strange(1, 6000)
    places = range(30, 6000, 60)
    other = "".join("\n" if at in places else character for at, character in enumerate(one))
    (pair,) = found([one, other], fixed)

    assert pair.length == 6000 - len(places)
    assert len(pair.runs) == len(places) + 1
    assert all(run.first == run.second for run in pair.runs)


def test_prescribed_titles_themes_and_formulations_do_not_count(individual_2025, fixed):
    worded = "\n".join(
        f"（{n}）{aspect.heading}方面"
        for n, aspect in zip("一二三四五", individual_2025.frames[0].aspects, strict=False)
    )
    formulas = "以习近平同志为核心的党中央权威和集中统一领导，" * 9 + individual_2025.theme.text
    texts = [f"{worded}\n{formulas}\n{strange(seed, 60)}" for seed in range(2)]

    assert found(texts, fixed) == []


def test_honest_samples_do_not_resemble_each_other(samples, fixed):
    texts = [canonical(path.read_text("utf-8")) for path in sorted((samples / "materials").glob("*.txt"))]
    assert found(texts, fixed) == []


def test_last_years_texts_are_held_against_this_years_and_not_against_each_other(fixed):
    same = strange(1, 400)
    (pair,) = found([strange(2, 300), same], fixed, [same, strange(3, 300)])

    assert (pair.first, pair.second, pair.length, pair.share) == (1, 0, 400, 1.0)


@pytest.mark.parametrize("text", ["", "\n", "国", "国" * 500, "\U00020bb7" * 30])
def test_any_text_can_be_prepared(text, fixed):
    assert Prepared(text, fixed).length == len(text.strip())
    assert [pair.length for pair in found([text, text], fixed)] in ([], [len(text)])
