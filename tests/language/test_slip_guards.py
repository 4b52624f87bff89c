"""What is told of the words tried, and from which score."""

import pytest

from assistant.language import slip_guards, slips
from assistant.language.slip_scene import Candidate
from assistant.text import Span


def tried(text, written, word):
    start = text.index(written)
    return Candidate(Span(start, start + len(written)), word, 12.0, ())


@pytest.mark.parametrize(
    ("text", "written", "word", "is_word", "scores"),
    [
        ("把稳私想之舵。", "私想", "思想", False, (1.4, 1.2)),
        ("完成老人的遗愿。", "遗愿", "意愿", True, (1.5, 1.3)),
        ("突出的题问还在。", "题问", "问题", False, (1.6, 1.4)),
        ("各唱各的曲。", "的曲", "得去", False, (4.1, 3.9)),
        ("抄完公报，抄了三本。", "抄", "超", False, (3.1, 2.9)),
        ("无时不刻在想。", "无时不刻", "无时无刻", True, (1.4, 1.2)),
    ],
)
def test_each_kind_is_told_from_its_own_score(text, written, word, is_word, scores):
    candidate = tried(text, written, word)

    assert [slip_guards.holds(text, candidate, score, is_word=is_word) for score in scores] == [True, False]


@pytest.mark.parametrize(
    ("text", "written", "word"),
    [
        ("推行“金术”管理。", "金术", "金属"),  # all that is quoted
        ("每场１人１次。", "１人", "人１"),
        ("她侄女来叫的，她没去。", "她", "他"),
    ],
)
def test_a_coinage_and_what_is_no_character_are_never_told(text, written, word):
    assert not slip_guards.holds(text, tried(text, written, word), 3.0, is_word=False)


def test_a_word_at_the_edge_of_what_is_quoted_may_be_a_slip():
    text = "坚持“私想建党”。"
    assert slip_guards.holds(text, tried(text, "私想", "思想"), 5.0, is_word=False)


@pytest.mark.parametrize(
    ("written", "word", "half"),
    [
        ("调查烟酒", "调查研究", ("烟酒", "研究")),
        ("政质纪律", "政治纪律", ("政质", "政治")),
        ("无时不刻", "无时无刻", ("不刻", "无刻")),
        ("私想", "思想", ("私想", "思想")),
        ("从言治挡", "从严治党", ("从言治挡", "从严治党")),
    ],
)
def test_only_the_half_that_differs_is_given(written, word, half):
    text = f"把{written}"
    span, meant = slip_guards.what_differs(text, tried(text, written, word))

    assert (span.of(text), meant) == half


SPOKEN = "装卸队改善伙食，喊我过去坐下吃，烟不接，{}食堂吃，刷自己的卡，馍自己掰，汤自己舀，几样咸菜端上桌。"


def newness(paragraph):
    counted = slip_guards.Newness(paragraph, slips.shipped()._counts)
    for _ in counted.count():
        pass
    return counted


def test_what_is_new_says_less_where_much_is_new():
    written = SPOKEN.format("饭回")
    span = Span(written.index("饭回"), written.index("饭回") + 2)
    plain = "对分管领域的工作督促检查不够经常，饭回意见以后没有及时跟进，抓落实的力度还需要加强。"
    strange = newness(written).strangeness(span)
    assert strange > 0.2
    assert newness(plain).strangeness(Span(plain.index("饭回"), plain.index("饭回") + 2)) == 0
    assert slip_guards.discounted(3.0, strange) < 1.0
    assert slip_guards.stands_out(9.0, 0.0)
    assert not slip_guards.stands_out(9.0, strange)


@pytest.mark.parametrize(
    "text",
    [
        "伙食改善的时候，队里喊我我就坐下吃了。",
        "厅内部审计指出的2项项目资料归档不及时，已经补齐。",
        "对三处处室提出的意见作了答复。",
        "给予批评教育并全室通报。",
        "管党治党是支部书记的事，不能满足于开开会、发发文、讲讲话。",
        "对对照检查材料逐字修改，给老人抻抻被角。",
    ],
)
def test_what_reads_like_a_slip_and_is_none(text):
    assert slips.shipped().find(text) == ()


def test_what_is_held_against_something_is_doubled_by_a_slip():
    text = "修改教案时没有主动对对照全会精神。"
    (slip,) = slips.shipped().find(text)

    assert (slip.span.of(text), slip.word) == ("对对", "对")


def test_a_long_paragraph_full_of_slips_is_counted_once(monkeypatch):
    asked = []
    counts = slips.shipped()._counts
    monkeypatch.setattr(type(counts), "triple", lambda _, *run: asked.append(run) or 0)
    paragraph = "全年只自学过五次，存再问题较多。" * 40
    counted = newness(paragraph)
    assert {counted.strangeness(Span(at, at + 2)) for at in range(0, 600, 3)} == {1 - slip_guards._USUALLY_NEW}
    assert len(asked) < len(paragraph)
    for odd in ("", "的", "存再", "abc，。"):
        assert newness(odd).strangeness(Span(0, len(odd))) == 0
