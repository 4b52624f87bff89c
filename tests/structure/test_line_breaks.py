from pathlib import Path

import pytest

from assistant.decisions import Decisions, Ignored
from assistant.review.material import analyse
from assistant.structure import line_breaks
from assistant.structure.parsing import parse
from assistant.text import apply, canonical

CASES = Path(__file__).parents[1] / "cases"
CLEAN = sorted((CASES / "clean").glob("*.txt"))


def broken(text, width):
    """Break the lines of a text as a page does whose lines hold so many characters."""
    lines = []
    for paragraph in filter(None, text.split("\n")):
        line = ""
        room = width - 2.0  # the indent
        for character in paragraph:
            wide = 1.0 if ord(character) > 0x2E7F or character in "“”—…" else 0.5
            if room < wide and character not in "，。；：、！？”）》":
                lines.append(line)
                line, room = "", width
            line += character
            room -= wide
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [24, 28, 36])
@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_broken_lines_are_joined_and_no_paragraphs(path, width):
    text = canonical(path.read_text("utf-8"))
    whole = [line for line in text.split("\n") if line]
    joined = apply(now := broken(text, width), line_breaks.joins(now)).split("\n")

    starts = {"".join(whole[:n]) for n in range(len(whole))}
    kept = {"".join(joined[:n]) for n in range(len(joined))}
    assert starts <= kept  # every paragraph still begins a line
    # nothing shows where a sentence ends at the page's edge; every fifth line at most
    assert len(kept - starts) <= max(2, (now.count("\n") - len(whole)) // 5)
    assert parse("\n".join(joined)).materials[0].title == parse(text).materials[0].title


@pytest.mark.parametrize("path", [*CLEAN, *sorted((CASES / "outline").glob("*.txt"))], ids=lambda path: path.stem)
def test_whole_text_is_left_alone(path):
    assert line_breaks.joins(canonical(path.read_text("utf-8"))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "只有一行",
        "存在的问题\n学习不深\n联系实际少\n调查研究不多\n担当精神不强\n怕得罪人\n原因\n放松了学习",
        "市局办公室\n张三\n李四\n王五\n赵六\n孙七\n周八\n吴九",
        "在带头强化政治忠诚、提高政治能力方面\n学得浅。\n" * 8,
    ],
)
def test_lists_and_headings_are_no_broken_lines(text):
    assert line_breaks.joins(text) == ()


def test_latin_words_keep_their_blank(finished_sample):
    text = broken(finished_sample, 30).replace("租金催缴仍靠", "租金催缴用Microsoft\nExcel登记，仍靠", 1)

    assert "租金催缴用Microsoft Excel登记" in apply(text, line_breaks.joins(text))


def test_nothing_is_judged_before_the_lines_are_whole(finished_sample):
    text = broken(finished_sample.replace("说了一句，", "说了一句，，"), 28)
    material = analyse(text)
    (finding,) = material.findings
    ignoring = Decisions(ignored=(Ignored.of(finding, text),))

    assert finding.rule == "broken_line"
    assert not finding.fix.safe
    after = analyse(apply(text, finding.fix.edits))
    assert "broken_line" not in {each.rule for each in after.findings}
    assert "doubled_punctuation" in {each.rule for each in after.findings}
    assert "doubled_punctuation" in {each.rule for each in analyse(text, decisions=ignoring).findings}
