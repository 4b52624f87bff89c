"""审改稿 and 意见 in the window: listed at their places, taken or left one by one, undone, kept in the draft."""

import datetime
import io

import docx as word
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.conftest import wish

from assistant.files import former_states, layouts, opening, references
from assistant.files.draft import Draft, DraftFile
from assistant.files.writers import docx, tracked
from assistant.reading import Comment, Reading, Said
from assistant.review import progress
from assistant.review.comparison import compare
from assistant.rounds import Answer, Reply, Verdict
from assistant.text import Edit
from assistant.ui.page.place_marks import Kind
from assistant.ui.panels import returned_cards
from assistant.ui.panels.returned_panel import ReturnedView
from assistant.ui.panels.side_panel import RETURNED

WHEN = datetime.datetime(2027, 1, 11, 9, tzinfo=datetime.timezone.utc)
SIGNED = returned_cards.day("2027-01-11T09:00:00")
WRITTEN = "自学常为事务性工作让路。10月和11月一共只有五次。批评放不开，但总体上没有影响工作。"


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.wiring.tabs.returned._soon.isActive())


@pytest.fixture
def begun(window, answers, qtbot):
    answers.wish = wish()
    window.resize(1366, 728)
    window.show()
    window.files.new()
    at = len(window.editor.text)
    window.editor.apply([Edit(at, at, f"\n{WRITTEN}")], "写")
    return window


@pytest.fixture
def back(begun, answers, tmp_path, qtbot):
    """A file that came back with two tracked changes."""
    text = begun.editor.text
    changed = text.replace("10月和11月", "四季度").replace("但总体上没有影响工作。", "说明当时没有真改。")
    path = tmp_path / "书记审后.docx"
    path.write_bytes(tracked.write(compare(text, changed), layouts.named("gb9704"), "周明达", WHEN))
    answers.earlier = path
    assert begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    return begun


def cards(window, kind="r:"):
    return [card for card in window.wiring.side.returned.view.cards if card.key.startswith(kind)]


def choose(window, qtbot, key, link):
    window.wiring.side.returned.chosen.emit(key, link)
    settle(window, qtbot)


def test_labels_at_the_edge_say_what_came_back_beside_its_line(back, qtbot):
    labels, first = back.wiring.tabs.returned._labels, cards(back)[0]
    line = back.editor.cursorRect(back.editor.textCursor())
    ((told, top), (other, below)) = labels.shown()
    assert (told, other) == ("修订", "修订")  # both in one paragraph, none over the other
    assert below >= top + labels._boxes[0][0].height()
    assert abs(labels._boxes[0][0].center().y() - line.center().y()) < 2 * line.height()
    margin = back.editor.document().documentMargin()
    assert labels.x() >= back.editor.viewport().width() - margin - 2
    choose(back, qtbot, first.key, "accepted")
    assert labels.shown()[0][0] == "✓修订"
    back.editor.document().setDocumentMargin(24)
    labels.place()
    assert [words for words, _ in labels.shown()] == ["修", "修"]
    spot = labels._boxes[1][0].center()
    QTest.mouseClick(labels, Qt.MouseButton.LeftButton, pos=spot)
    assert back.wiring.side.returned.cards.selected().key == cards(back)[1].key
    back.wiring.side.setCurrentIndex(0)
    assert labels.shown() == []


def test_changes_are_taken_or_left_one_by_one_as_steps_of_undo(back, qtbot):
    before = back.editor.text
    assert back.wiring.side.currentIndex() == RETURNED
    first, second = cards(back)
    assert (first.title, second.title[:3]) == ("“10月和11月”改为“四季度”", "“但总")
    choose(back, qtbot, first.key, "accepted")
    assert back.editor.text == before.replace("10月和11月", "四季度")
    assert back.wiring.side.returned._accept.text() == "接受其余1处"
    back.editor.apply([Edit(0, 0, "加在最前。\n")], "写")
    choose(back, qtbot, second.key, "rejected")
    changes = back.session.choices.decisions.rounds[0].changes
    assert [each.verdict for each in changes] == [Verdict.ACCEPTED, Verdict.REJECTED]
    assert "四季度" in back.editor.text
    for _ in range(3):
        back.history.undo()
    settle(back, qtbot)
    assert back.editor.text == before
    assert back.session.choices.decisions.rounds[0].open == 2
    choose(back, qtbot, second.key, "accepted")
    assert "说明当时没有真改。" in back.editor.text


def test_all_at_once_and_back(back, qtbot):
    before = back.editor.text
    assert back.wiring.side.returned._accept.text() == "接受全部2处"
    back.wiring.side.returned.accept_wanted.emit()
    settle(back, qtbot)
    after = before.replace("10月和11月", "四季度").replace("但总体上没有影响工作。", "说明当时没有真改。")
    assert back.editor.text == after
    assert not back.session.choices.decisions.rounds[0].open
    back.history.undo()
    settle(back, qtbot)
    assert (back.editor.text, back.session.choices.decisions.rounds[0].open) == (before, 2)
    assert back.wiring.side.returned.view.acceptable == 2


def test_the_list_is_kept_in_the_draft_with_places_that_went_along(back, answers, tmp_path, qtbot):
    answers.save_path = tmp_path / "稿.duizhao"
    at = back.editor.text.index("10月和11月")
    back.editor.apply([Edit(at, at, "我在")], "写")
    assert back.files.save()
    _, kept = DraftFile.load(answers.save_path)
    part = kept.decisions.rounds[0].changes[0].parts[0]
    assert (part.anchor.text, part.anchor.before[-2:]) == ("10月和11月", "我在")
    assert back.files.open_path(answers.save_path)
    settle(back, qtbot)
    choose(back, qtbot, cards(back)[0].key, "accepted")
    assert "我在四季度一共" in back.editor.text


def test_the_same_file_is_listed_once_and_another_text_is_asked_about(back, answers, tmp_path, qtbot):
    assert back.wiring.tabs.returned.open_file()
    assert len(back.session.choices.decisions.rounds) == 1
    answers.earlier = tmp_path / "别的.txt"
    answers.earlier.write_text("完全不同的一份东西，和这份材料没有关系，写的是食堂采购。", "utf-8")
    assert not back.wiring.tabs.returned.open_file()
    answers.earlier = answers.earlier.rename(tmp_path / "另外的.txt")
    assert not back.wiring.tabs.returned.open_file()  # the second message stands in the first one's place
    assert [each[:8] for each in back.bars.messages()] == ["“另外的.txt"]


def test_opinions_are_listed_answered_and_counted(begun, answers, qtbot):
    answers.said = "群众意见：\n1.到片区太少\n2.回电话慢"
    answers.while_asked = lambda: held.append(begun.session._with_unfinished("").decisions.opinions)
    held = []
    begun.wiring.tabs.returned.add_opinions()
    assert [each.text for each in held[0]] == ["到片区太少", "回电话慢"]
    assert not begun.session.unfinished
    settle(begun, qtbot)
    assert [(card.label, card.title) for card in cards(begun, "o:")] == [("意见1", "到片区太少"), ("意见2", "回电话慢")]
    qtbot.waitUntil(lambda: any(each.opinions for each in begun.wiring.status.unfinished))
    begun.editor.go_to(begun.editor.text.index("10月和11月"))
    choose(begun, qtbot, "o:0", "written")
    choose(begun, qtbot, "o:1", "meeting")
    with pytest.raises(ValueError, match="accepted"):
        begun.wiring.tabs.returned._choose("o:1", "accepted")
    given = begun.session.choices.decisions.opinions
    assert [each.answer for each in given] == [Answer.WRITTEN, Answer.MEETING]
    assert given[0].anchor.text.startswith("自学常为事务性工作让路。10月和11月")
    assert "自学常为事务性工作让路" in cards(begun, "o:")[0].spoken()
    qtbot.waitUntil(lambda: not any(each.opinions for each in begun.wiring.status.unfinished))
    begun.history.undo()
    assert begun.session.choices.decisions.opinions[1].answer is Answer.OPEN


def test_what_was_said_at_the_meeting_goes_into_the_list_of_what_is_put_right(begun, answers, tmp_path, qtbot):
    """It counts nowhere as undone; the list of problems and measures has it, and next year it is read again."""
    work = begun.wiring.tabs.returned
    answers.said = "1.讲话偏长\n2.对年轻同志要求不够严"
    work.add_criticisms()
    answers.said = "群众意见：\n到片区太少"
    work.add_opinions()
    settle(begun, qtbot)
    assert answers.source_of_opinions == ""
    assert [(each.text, each.source) for each in begun.session.choices.decisions.opinions] == [
        ("讲话偏长", "会上批评"),
        ("对年轻同志要求不够严", "会上批评"),
        ("到片区太少", "群众"),
    ]
    assert "会上提出，导出整改清单时列入" in cards(begun, "o:")[1].lines
    begun.wiring.analyser.analyse_now()
    assert progress.told_when_handed_on(begun.wiring.analyser.material).endswith("1条意见未答复")
    choose(begun, qtbot, "o:2", "after")
    answers.result_path = tmp_path / "整改清单.xlsx"
    begun.wiring.tabs.links.export_table()
    assert "2条会上批评意见" in begun.bars.messages()[0]
    read = references.read_list(answers.result_path).last.listed
    assert [(row.problem, row.group, row.measures) for row in read[-3:]] == [
        ("讲话偏长", "会上批评意见", ()),
        ("对年轻同志要求不够严", "会上批评意见", ()),
        ("到片区太少", "群众", ()),
    ]
    assert answers.told[-1] == "林知远2025年度整改清单.docx"
    begun.history.undo()
    begun.history.undo()
    assert len(begun.session.choices.decisions.opinions) == 2


def commented(begun, answers, tmp_path, monkeypatch):
    """Let the file that is opened next bear a comment on 批评放不开."""
    text = begun.editor.text
    at = text.index("批评放不开")
    read = Reading(text, comments=(Comment(at, at + 5, Said("周明达", "2027-01-11T09:00:00", "写到哪一次会？")),))
    answers.earlier = tmp_path / "批注.docx"
    answers.earlier.write_bytes(b"x")
    monkeypatch.setattr(opening, "read", lambda _: read)


def test_comments_are_answered(begun, answers, tmp_path, qtbot, monkeypatch):
    commented(begun, answers, tmp_path, monkeypatch)
    assert begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    (card,) = cards(begun, "c:")
    assert (card.title, card.quote[1], card.signed) == ("写到哪一次会？", "批评放不开", f"周明达 · {SIGNED}")
    choose(begun, qtbot, card.key, "in_person")
    assert begun.session.choices.decisions.rounds[0].comments[0].reply is Reply.IN_PERSON
    assert cards(begun, "c:")[0].label == "批注1 待当面请示"


def test_a_card_has_its_place_again_at_every_step_of_undo(begun, answers, tmp_path, qtbot, monkeypatch):
    """Also where what it speaks of was written over, saved and answered meanwhile."""
    commented(begun, answers, tmp_path, monkeypatch)
    begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    stands = {}

    def look():
        begun.wiring.tabs.returned.refresh()
        return begun.editor.text, cards(begun)[0].quote if cards(begun) else None, cards(begun, "c:")

    def write(old, new):
        at = begun.editor.text.index(old)
        begun.editor.apply([Edit(at, at + len(old), new)], "写")
        stands[begun.history.index()] = look()

    first = begun.history.index()
    stands[first] = look()
    write("放不开", "还放不大开")
    write("批评还放", "提意见放")
    begun.wiring.tabs.returned._keep_places()  # as on saving
    write("见放不大开，但总", "")
    choose(begun, qtbot, "c:0:0", "done")
    stands[begun.history.index()] = look()
    write("10月和11月", "四季度")
    for index in (*reversed(stands), *stands):
        while begun.history.index() != index:
            (begun.history.undo if begun.history.index() > index else begun.history.redo)()
        assert look() == stands[index]
    begun.history.setIndex(first)
    assert look() == stands[first]
    assert cards(begun, "c:")[0].quote[1] == "批评放不开"


def test_what_is_typed_in_a_commented_place_is_remembered_by_steps_and_not_by_keys(
    begun, answers, tmp_path, qtbot, monkeypatch
):
    commented(begun, answers, tmp_path, monkeypatch)
    begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    anchors, index = begun.wiring.tabs.returned._anchors, begun.history.index()
    place = cards(begun, "c:")[0].quote[1]
    begun.editor.go_to(begun.editor.text.index(place) + len(place) // 2)
    for _ in range(20):
        qtbot.keyClicks(begun.editor, "abcdefghi.")
    for _ in range(40):
        qtbot.keyClick(begun.editor, Qt.Key.Key_Backspace)
    steps = begun.history.index() - index
    assert 1 <= steps < 60
    assert sum(map(len, anchors._was.values())) <= steps + 1
    typed = begun.editor.text
    begun.history.setIndex(index)
    begun.wiring.tabs.returned.refresh()
    assert cards(begun, "c:")[0].quote[1] == place
    begun.history.setIndex(index + steps)
    begun.wiring.tabs.returned.refresh()
    assert begun.editor.text == typed
    shown = cards(begun, "c:")[0].quote[1]
    assert shown.startswith(place[: len(place) // 2])


def test_a_file_that_is_listed_stays_as_it_came_back(begun, answers, tmp_path, qtbot):
    """The list is a step of undo; the file beside the draft is all there is of what somebody wrote."""
    answers.save_path = tmp_path / "稿.duizhao"
    assert begun.files.save()
    settle(begun, qtbot)
    word = tmp_path / "稿.docx"
    text = begun.editor.text
    returned = tracked.write(
        compare(text, text.replace("10月和11月", "四季度")), layouts.named("gb9704"), "周明达", WHEN
    )
    word.write_bytes(returned)
    assert begun.wiring.tabs.returned.take_in(word)
    for typed in ("一", "二"):
        begun.editor.apply([Edit(0, 0, typed)], "写")
        assert begun.files.save()
        settle(begun, qtbot)
        assert word.read_bytes() == returned
    begun.history.undo()
    begun.history.undo()
    begun.history.undo()  # the list goes
    assert not begun.session.choices.decisions.rounds
    assert begun.files.save()
    settle(begun, qtbot)

    assert word.read_bytes() == returned
    assert "是否把Word里的修改带回草稿" in begun.bars.messages()[0]


def test_a_change_whose_paragraph_is_gone_writes_nothing(begun, answers, tmp_path, qtbot):
    text = begun.editor.text
    path = tmp_path / "改.docx"
    path.write_bytes(
        tracked.write(compare(text, text.replace("10月", "全年10月")), layouts.named("gb9704"), "周明达", WHEN)
    )
    assert begun.wiring.tabs.returned.take_in(path)
    settle(begun, qtbot)
    at = text.index("10月")
    start = text.rindex("\n", 0, at)
    begun.editor.apply([Edit(start, len(text), "")], "删")
    settle(begun, qtbot)
    before = begun.editor.text
    begun.wiring.tabs.returned.accept_rest()
    settle(begun, qtbot)

    assert begun.editor.text == before
    begun.editor.apply([Edit(0, len(before), "")], "清空")
    begun.wiring.tabs.returned.accept_rest()
    assert begun.editor.text == ""


def test_the_list_takes_the_keyboard_over_a_small_page_and_gives_it_back(begun, answers, qtbot):
    answers.said = "群众意见：\n1.批评少。"
    begun.wiring.tabs.returned.add_opinions()
    begun.wiring.show_returned(shown=False)
    begun.resize(1022, 568)
    begun.activateWindow()
    qtbot.waitExposed(begun)
    begun.wiring.show_returned(shown=True)

    panel = begun.wiring.side.returned
    assert panel.isVisible()
    assert panel.isAncestorOf(begun.focusWidget())
    assert begun.focusWidget().isVisible()
    begun.wiring.show_returned(shown=False)
    assert begun.focusWidget() is begun.editor


def test_what_is_said_of_one_file_goes_with_the_next(begun, answers, tmp_path):
    same, other = tmp_path / "没有改.docx", tmp_path / "另一份.txt"
    same.write_bytes(tracked.write(compare(begun.editor.text, begun.editor.text), layouts.named("gb9704"), "甲", WHEN))
    other.write_text("会议议程。\n一、开场\n二、发言", "utf-8")
    answers.earlier = same
    begun.wiring.tabs.returned.open_file()
    assert begun.bars.messages()[0] == "“没有改.docx”没有批注和修订，文字也没有改动。"
    answers.earlier = other
    begun.wiring.tabs.returned.open_file()
    assert [told[:6] for told in begun.bars.messages() if "docx" in told or "另一份" in told] == ["“另一份.t"]
    answers.earlier = same
    begun.wiring.tabs.returned.open_file()
    begun.editor.apply([Edit(0, 0, "字")], "写")
    assert not any("没有改" in told for told in begun.bars.messages())


@pytest.mark.parametrize("is_changed", [False, True])
def test_what_a_reader_struck_through_by_hand_is_no_change_and_not_overlooked(begun, answers, tmp_path, is_changed):
    changed = begun.editor.text.replace("10月和11月", "四季度") if is_changed else begun.editor.text
    document = word.Document(
        io.BytesIO(tracked.write(compare(begun.editor.text, changed), layouts.named("gb9704"), "甲", WHEN))
    )
    paragraph = next(each for each in document.paragraphs if "批评放不开" in each.text)
    paragraph.runs[-1].font.strike = True
    answers.earlier = tmp_path / "审后.docx"
    document.save(str(answers.earlier))
    before = begun.editor.text
    assert begun.wiring.tabs.returned.open_file()

    told = "另有1处文字手工画了删除线，没有列入，请打开原文件查看。"
    said = "已列出。" if is_changed else "没有批注和修订，文字也没有改动。"
    assert begun.bars.messages()[0] == f"“审后.docx”{said}{told}"
    assert begun.editor.text == before
    assert len(begun.session.choices.decisions.rounds) == is_changed


def test_who_has_given_no_name_is_nobody():
    assert returned_cards._signed("Unknown Author", "") == "未署名"
    assert returned_cards._signed("周明达", "") == "周明达"


def test_a_date_of_another_year_shows_its_year():
    this = datetime.date.today().year  # noqa: DTZ011
    assert returned_cards.day(f"{this}-12-10T09:00:00") == "12月10日 09:00"
    assert returned_cards.day(f"{this - 1}-12-10T09:00:00") == f"{this - 1}年12月10日 09:00"
    assert returned_cards.day("0000-00-00") == ""


def test_a_change_without_a_trace_says_what_it_was_compared_with(begun, answers, tmp_path, qtbot):
    answers.earlier = tmp_path / "没留痕迹.txt"
    answers.earlier.write_text(begun.editor.text.replace("10月和11月", "四季度"), "utf-8")
    assert begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    (card,) = cards(begun)
    (head,) = cards(begun, "told:")
    assert card.signed == "与“打开时的材料”比对得出"
    assert "与“打开时的材料”比对" in head.title


def test_of_many_former_states_the_last_are_held_against_what_came_back(begun, answers, tmp_path, qtbot):
    """The Word file was written with a state that has been changed since; before it the draft was saved often."""
    text = begun.editor.text
    answers.save_path = tmp_path / "稿.duizhao"
    assert begun.files.save()
    for number in range(14):
        former_states.keep_state(answers.save_path, Draft(text.replace("五次", f"五次（{number}）")))
    handed = text.replace("五次", "五次，都没有记录")
    former_states.keep_state(answers.save_path, Draft(handed))
    path = tmp_path / "发回.docx"
    path.write_bytes(docx.write(handed.replace("但总体上没有影响工作", "说明当时没有真改"), layouts.named("gb9704")))
    answers.earlier = path
    assert begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    assert begun.session.choices.decisions.rounds[-1].version == "以前保存的一稿"
    assert {card.title for card in cards(begun)} == {
        "“但总体上没有影响工作”改为“说明当时没有真改”"
    }  # not what was written since


def test_places_are_marked_on_the_page_while_the_list_is_seen(back, qtbot):
    marks = back.wiring.tabs.returned._marks
    assert marks.marked(Kind.REMOVED) == ["10月和11月", "但总体上没有影响工作"]
    first, second = cards(back)
    assert (first.signed, first.lines) == (f"周明达 · {SIGNED}", ())  # also on a closed card
    assert first.spoken().startswith(f"修订，周明达 · {SIGNED}，“10月和11月”")
    choose(back, qtbot, first.key, "accepted")
    choose(back, qtbot, second.key, "rejected")
    assert (marks.marked(Kind.ADDED), marks.marked(Kind.SETTLED)) == (["四季度"], ["但总体上没有影响工作"])
    assert len(back.editor.extraSelections()) == 2
    back.wiring.side.setCurrentIndex(0)
    assert back.editor.extraSelections() == []


def test_a_click_on_a_mark_opens_its_card(back, qtbot):
    panel, editor = back.wiring.side.returned, back.editor
    first, second = cards(back)
    panel.cards.select(first.key)
    at = editor.text.index("总体上没有")
    editor.go_to(at, at)
    assert panel.cards.selected().key == second.key
    elsewhere = editor.text.index("自学常为")
    editor.go_to(elsewhere, elsewhere)
    assert panel.cards.selected().key == second.key  # nothing came back about this
    panel.pointed.emit(first.key)
    assert panel.cards.selected().key == second.key  # the list leads, it is not led
    told = back.wiring.tabs.returned.told_at(at)
    assert told == [f"修订，周明达 · {SIGNED}：“但总体上没有影响工作”改为“说明当时没有真改”"]


def test_what_is_to_come_between_two_characters_is_marked_at_the_one_before(begun, answers, tmp_path, qtbot):
    text = begun.editor.text
    path = tmp_path / "书记审后.docx"
    changed = text.replace("只有五次。", "只有五次，没有补上。")
    path.write_bytes(tracked.write(compare(text, changed), layouts.named("gb9704"), "周明达", WHEN))
    answers.earlier = path
    begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    assert begun.wiring.tabs.returned._marks.marked(Kind.POINT) == ["次"]


def test_a_comment_is_marked_until_it_is_answered(begun, answers, tmp_path, qtbot, monkeypatch):
    commented(begun, answers, tmp_path, monkeypatch)
    begun.wiring.tabs.returned.open_file()
    settle(begun, qtbot)
    marks = begun.wiring.tabs.returned._marks
    assert marks.marked(Kind.COMMENT) == ["批评放不开"]
    choose(begun, qtbot, "c:0:0", Reply.DONE.value)
    assert (marks.marked(Kind.COMMENT), marks.marked(Kind.SETTLED)) == ([], ["批评放不开"])


def test_what_came_back_with_a_mark_of_secrecy_is_asked_about(begun, answers, tmp_path):
    answers.earlier = tmp_path / "审改.txt"
    answers.earlier.write_text("机密\n" + begun.editor.text.replace("五次", "四次"), "utf-8")
    assert not begun.wiring.tabs.returned.open_file()
    assert answers.told == ["审改.txt：机密"]
    assert begun.session.choices.decisions.rounds == ()
    answers.not_secret = True
    assert begun.wiring.tabs.returned.open_file()


def test_the_keyboard_goes_on_to_what_came_back(back):
    """From the button that opened it; the list of choices above would lose what is seen by the next key."""
    panel = back.wiring.side.returned
    back.show()
    back.wiring.show_returned(shown=True)
    view = panel.view
    panel.show_view(ReturnedView())
    panel.take_focus()
    assert back.focusWidget().text() == "打开审改稿…"
    panel.show_view(view)
    assert back.focusWidget() is panel.cards
    back.editor.setFocus()
    panel.show_view(ReturnedView())
    assert back.focusWidget() is back.editor
