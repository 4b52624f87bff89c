"""The right panel follows the caret, is never empty, and keeps step with F7; the parts are reached by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.conftest import wish

from assistant.decisions import Stage
from assistant.finding import Severity
from assistant.text import Edit
from assistant.ui.panels.outline_drawing import GRAVE


@pytest.fixture
def faulty(sample):
    """The sample with two placeholders and a number that jumps, shown."""
    for old, new in (("9人次", "XX人次"), ("162件", "某某件"), ("（二）宗旨意识", "（四）宗旨意识")):
        at = sample.editor.text.index(old)
        sample.editor.apply([Edit(at, at + len(old), new)], "")
    sample.editor.go_to(0)
    sample.wiring.underlining.start_afresh()
    sample.wiring.analyser.analyse_now()
    sample.show()
    sample.wiring.side.setCurrentIndex(1)
    return sample


def choose(window, label):
    next(action for action in window.findChildren(QAction) if action.text() == label).trigger()


def test_in_the_title_the_panel_shows_what_the_whole_lacks(window, answers):
    answers.wish = wish()
    window.files.new()
    window.editor.go_to(0)
    side = window.wiring.side
    side.setCurrentIndex(0)
    head, *cards = side.cards()
    left = window.wiring.status.unfinished
    assert (head.title, head.count) == ("全文还差", f"{len(left)}项")
    assert [card.title for card in cards] == [each.label for each in left]
    with pytest.raises(ValueError, match="go_"):
        side._choose(cards[2].key, "go_")
    side.questions.chosen.emit(cards[2].key, "go")
    assert window.editor.caret >= left[2].start
    assert side.cards()[0].title != "全文还差"  # the caret is in a part now


def test_a_fresh_page_begins_with_the_questions_of_its_first_part(window, answers):
    """The caret waits in an empty line of the preface, which is its part although nothing is written yet."""
    answers.wish = wish()
    window.files.new()
    window.wiring.side.setCurrentIndex(0)
    assert window.wiring.side.cards()[0].title == "前言"
    with pytest.raises(ValueError, match="notes"):
        window.wiring.side._choose(window.wiring.side.cards()[1].key, "notes")
    assert window.wiring.outline._tree.currentItem().text(0) == "前言"


def test_an_empty_page_has_no_number(window, answers):
    answers.wish = wish()
    window.files.new()
    assert window.wiring.analyser.material.findings
    assert window.wiring.side.tabText(1) == "检查结果"
    window.wiring.side.setCurrentIndex(1)
    assert window.wiring.side.cards()  # what is not written is listed all the same, in grey


def test_without_a_template_one_is_offered(window, tmp_path, answers):
    path = tmp_path / "稿.txt"
    path.write_text("工作总结\n一、学习\n学了很多。\n", "utf-8")
    window.open_file(str(path))
    side = window.wiring.side
    side.setCurrentIndex(0)
    answers.wish = wish()
    assert side.cards()[-1].links[0].label == "选定本次要求…"
    side.questions.chosen.emit(side.cards()[-1].key, "choose")
    assert window.session.template.year == 2025


def test_where_a_draft_has_nothing_to_look_at_what_comes_later_is_told(sample):
    sample.wiring.side.setCurrentIndex(1)
    told = [card.title for card in sample.wiring.side.cards()]
    assert told == ["目前没有要看的地方。标点、篇幅等，阶段改为“送审”后再列出。"]


def test_findings_are_sifted_by_how_grave_they_are(faulty):
    results, side = faulty.wiring.side.results, faulty.wiring.side
    counts = [button.text() for button in results.filter._group.buttons()]
    assert [text.split()[-1] for text in counts] == ["3", "2", "1", "0"]
    results.filter.choose(Severity.ADVICE)
    assert [card.label for card in side.cards() if not card.heading] == ["建议"]
    results.filter.choose(Severity.HINT)
    assert [card.title for card in side.cards()] == ["这一类没有要看的地方。点“全部”，可列出其他各类。"]
    results.filter.choose(None)
    assert sum(not card.heading for card in side.cards()) == 3


def test_the_card_follows_the_caret_and_f7(faulty):
    side, editor = faulty.wiring.side, faulty.editor
    editor.go_to(editor.text.index("XX人次") + 1)
    assert side.findings.selected().quote[1] == "XX"
    faulty.wiring.on_page.step()
    assert side.findings.selected().quote[1] == "某某"
    faulty.wiring.on_page.step(-1)
    assert side.findings.selected().quote[1] == "XX"


def test_the_page_follows_the_card_and_the_keyboard_stays(faulty):
    side, editor = faulty.wiring.side, faulty.editor
    choose(faulty, "转到“检查结果”")
    first = side.findings.selected().key
    QTest.keyClick(side.findings, Qt.Key.Key_Down)
    assert side.findings.selected().key != first
    QTest.keyClick(side.findings, Qt.Key.Key_Up)
    assert side.findings.selected().key == first
    assert editor.text[slice(*editor.selected)] == "XX"
    assert faulty.focusWidget() is side.findings
    faulty.wiring.on_page.step()  # F7 goes on from the card
    assert editor.selected[0] > editor.text.index("XX人次")
    assert faulty.focusWidget() is editor


def test_what_is_set_aside_and_can_be_mended_is_counted(faulty):
    results = faulty.wiring.side.results
    assert results._aside.isHidden()
    faulty.wiring.deciding.ignore(faulty.wiring.analyser.material.findings[0])
    assert results._aside.text() == "已忽略1处"
    results.aside_wanted.emit()
    assert faulty.wiring.windows.aside.isVisible()
    faulty.wiring.windows.aside.close()
    faulty.wiring.deciding.set_stage(Stage.REVIEW)
    at = faulty.editor.text.index("，")
    faulty.editor.apply([Edit(at, at + 1, ",")], "")
    faulty.wiring.underlining.start_afresh()
    faulty.wiring.analyser.analyse_now()
    assert results._mend.text() == "全部改正1处…"


def test_f6_goes_from_part_to_part(faulty):
    faulty.editor.setFocus()
    parts = []
    for label in ("到下一栏", "到下一栏", "到下一栏", "到下一栏", "到上一栏"):
        choose(faulty, label)
        parts.append(faulty.focusWidget())
    side, status = faulty.wiring.side.findings, faulty.wiring.status
    assert parts[0] is side
    assert status.isAncestorOf(parts[1])
    assert faulty.wiring.outline.isAncestorOf(parts[2])
    assert parts[3] is faulty.editor
    assert parts[4] is parts[2]


def test_a_folded_panel_is_reached_by_its_key(faulty):
    faulty.resize(790, 600)
    QApplication.processEvents()
    assert not faulty.wiring.side.isVisible()
    choose(faulty, "转到“想一想”")
    assert faulty.wiring.side.isVisible()
    assert faulty.focusWidget() is faulty.wiring.side.questions
    QTest.keyClick(faulty.wiring.side.questions, Qt.Key.Key_Escape)
    assert faulty.focusWidget() is faulty.editor
    assert not faulty.wiring.side.isVisible()


def test_a_row_of_the_outline_tells_that_something_must_be_changed(faulty):
    marked = {item.text(0) for item in faulty.wiring.outline._items() if item.data(0, GRAVE)}
    assert len(marked) == 2
    assert "存在的问题" not in marked


def test_the_three_numbers_agree_or_say_what_they_count(window, answers):
    """已写, 还差, 检查结果, on a page where one part has been begun."""
    answers.wish = wish()
    window.files.new()
    text = window.editor.text
    heading = "（二）带头固本培元、增强党性方面"
    at = text.index(heading) + len(heading)
    window.editor.apply([Edit(at, at, "\n1.自学不够，10月只有XX次。")], "写")
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()
    side = window.wiring.side

    assert window.wiring.outline._count.text() == "已写 1／12项"
    assert window.wiring.status.told().startswith("还差 12项：未写11个部分，待填1处 · ")
    assert side.tabText(1) == "检查结果 1"
    assert side.tabToolTip(1) == "文中有1处要看的地方；未写的部分另计在“还差”里"
    side.setCurrentIndex(1)
    headings = [(card.title, card.count) for card in side.cards() if card.heading and card.count]
    assert headings[-1] == ("未写的部分", "11个部分，计入“还差”")
    assert sum(int(count.partition("处")[0]) for title, count in headings[:-1]) == 1


def test_a_button_does_its_deed_and_one_that_no_card_has_does_nothing(faulty, qtbot):
    side = faulty.wiring.side
    side.setCurrentIndex(1)
    card = next(card for card in side.cards() if card.links)
    with qtbot.waitSignal(side.explanation_chosen):
        side.findings.chosen.emit(card.key, "why")
    for link in ("go", ""):
        with qtbot.waitSignal(side.finding_chosen):
            side.findings.chosen.emit(card.key, link)
    with qtbot.assertNotEmitted(side.finding_chosen), pytest.raises(ValueError, match="elsewhere_"):
        side._choose(card.key, "elsewhere_")
