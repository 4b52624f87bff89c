"""Lines under findings lie under their letters and tell by their form how grave each is."""

import pytest
from PySide6.QtWidgets import QApplication

from assistant.finding import Severity
from assistant.text import Edit
from assistant.ui.page import underline_drawing
from assistant.ui.page.highlighter import look_of
from assistant.ui.page.looks import Underline


@pytest.fixture
def page(sample):
    sample.resize(1366, 700)
    sample.show()
    QApplication.processEvents()
    return sample.editor


def painted_row(editor, underline, at):
    """Give the pixels along the line of an underline, as True where its color is."""
    block = editor.document().findBlock(at)
    (line,) = underline_drawing.lines(block, underline, below=4.0)
    image, scrolled = editor.viewport().grab().toImage(), editor.verticalScrollBar().value()
    color = editor._theme.color(f"page_{underline.severity.value}")
    row = round(line.y1()) - scrolled
    return [image.pixelColor(x, row) == color for x in range(round(line.x1()) + 1, round(line.x2()) - 1)]


def test_what_is_grave_is_solid_and_the_others_are_broken(page):
    at = page.text.index("按照中心党组")
    shares = []
    for severity in Severity:
        under = Underline(0, 20, severity)
        looks = [look_of(block)._replace(underlines=()) for block in page.blocks()]
        number = page.document().findBlock(at).blockNumber()
        looks[number] = looks[number]._replace(underlines=(under,))
        page.show_looks(looks)
        row = painted_row(page, under, at)
        shares.append(sum(row) / len(row))
    solid, dashed, dotted = shares
    assert solid == 1
    assert 0.5 < dashed < 0.75
    assert 0.25 < dotted < 0.5


def test_a_line_follows_its_letters_over_the_end_of_a_line(page):
    at = page.text.index("按照中心党组")
    block = page.document().findBlock(at)
    assert block.layout().lineCount() > 2
    whole = Underline(0, len(block.text()), Severity.ERROR)
    found = list(underline_drawing.lines(block, whole, below=4.0))
    assert len(found) == block.layout().lineCount()
    assert [line.y1() for line in found] == sorted({line.y1() for line in found})
    one = Underline(3, 5, Severity.ERROR)
    (short,) = underline_drawing.lines(block, one, below=4.0)
    assert short.length() == pytest.approx(2 * page._pixels, abs=2)


def test_another_finding_touches_no_letter(page, monkeypatch):
    """Lines are painted over the letters; blocks are not drawn anew for them, however many there are."""
    drawn = []
    monkeypatch.setattr(page.highlighter, "rehighlightBlock", lambda block: drawn.append(block.blockNumber()))
    looks = [look_of(block)._replace(underlines=(Underline(0, 1, Severity.HINT),)) for block in page.blocks()]
    page.highlighter.finish()
    page.show_looks(looks)
    page.highlighter.finish()
    assert drawn == []
    assert all(look_of(block).underlines for block in page.blocks())


def test_letters_outside_the_plane_count_as_one(page):
    at = page.text.index("按照中心党组")
    page.apply([Edit(at, at, "𠮷")], "")
    block = page.document().findBlock(at)
    (line,) = underline_drawing.lines(block, Underline(1, 3, Severity.ERROR), below=4.0)
    (before,) = underline_drawing.lines(block, Underline(0, 1, Severity.ERROR), below=4.0)
    assert before.x2() == pytest.approx(line.x1())
