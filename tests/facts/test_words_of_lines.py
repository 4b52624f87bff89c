"""The words of lines of work in a paragraph: the longest at each place, and in a frame only what the frame holds."""

from assistant.facts import lines_of_work, words_of_lines
from assistant.facts.gathering import gather
from assistant.facts.paragraph_facts import ParagraphFacts, observe
from assistant.facts.sought import Sought
from assistant.facts.words_of_lines import TRADES, Frames, Standing
from assistant.text import Span, canonical


def _paragraph(text: str) -> ParagraphFacts:
    (found,) = observe([text])
    return found


def test_standing_words_are_the_longest_at_each_place_and_none_inside_another():
    text = f"看了{'、'.join(TRADES)}，又看了{'和'.join(reversed(list(TRADES)))}。"
    told = [(span.of(text), line) for span, line in words_of_lines.of_trades(_paragraph(text))]

    assert told == [(word, TRADES[word]) for word in (*TRADES, *reversed(list(TRADES)))]
    assert words_of_lines.of_trades(_paragraph("每周读书一次，月底交笔记。")) == ()


def test_standing_words_between_two_places():
    fishing, textiles = (lines_of_work.named(name) for name in ("渔业", "纺织服装"))
    text = canonical("问过渔民，\n看过织机，\n又见渔民。\n")
    words = Standing({"渔民": fishing, "织机": textiles})

    assert list(words.between(gather(text, None), 3, len(text) - 3)) == [(Span(8, 10), textiles)]


def test_frames_give_the_words_in_them_alone():
    cotton, dam = list(words_of_lines.OF_LINES)[:2]
    frames = Frames(Sought(["结合"], "结合(?P<s1>[^，。]+)工作"), ["s1"], words_of_lines.OF_LINES)

    (frame,) = frames.said(_paragraph(f"去年看过{dam}，结合{cotton}工作学，结合实际工作学。"))

    assert [span.of(f"去年看过{dam}，结合{cotton}工作") for span, _ in frame.words] == [cotton]
    assert frames.lines(_paragraph(f"看过{dam}。")) == {words_of_lines.OF_LINES[dam].names[0]}
    assert frames.lines(_paragraph("每周读书一次。")) == ()
