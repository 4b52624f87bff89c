"""The words of lines of work in a paragraph: the longest at each place, and in a frame only what the frame holds."""

from assistant.facts import words_of_lines
from assistant.facts.paragraph_facts import ParagraphFacts, observe
from assistant.facts.sought import Sought
from assistant.facts.words_of_lines import TRADES, Frames


def _paragraph(text: str) -> ParagraphFacts:
    (found,) = observe([text])
    return found


def test_of_trades_gives_the_longest_word_at_each_place():
    text = f"看了{'、'.join(TRADES)}，又看了{'和'.join(reversed(list(TRADES)))}。"
    longest = max(map(len, TRADES))
    places = {
        at: [text[at : at + n] for n in range(longest, 0, -1) if text[at : at + n] in TRADES] for at in range(len(text))
    }

    told = [(span.start, span.of(text), line) for span, line in words_of_lines.of_trades(_paragraph(text))]

    assert told == [(at, words[0], TRADES[words[0]]) for at, words in places.items() if words]
    assert len(told) >= 2 * len(TRADES)
    assert words_of_lines.of_trades(_paragraph("每周读书一次，月底交笔记。")) == ()


def test_frames_give_the_words_in_them_alone():
    cotton, dam = list(words_of_lines.OF_LINES)[:2]
    frames = Frames(Sought(["结合"], "结合(?P<s1>[^，。]+)工作"), ["s1"], words_of_lines.OF_LINES)

    (frame,) = frames.said(_paragraph(f"去年看过{dam}，结合{cotton}工作学，结合实际工作学。"))

    assert [span.of(f"去年看过{dam}，结合{cotton}工作") for span, _ in frame.words] == [cotton]
    assert frames.lines(_paragraph(f"看过{dam}。")) == {words_of_lines.OF_LINES[dam].names[0]}
    assert frames.lines(_paragraph("每周读书一次。")) == ()
