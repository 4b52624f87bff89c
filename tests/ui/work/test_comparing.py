"""对比 and 另存一稿 in the window: what differs, what is taken over, what is kept, and what is handed on."""

import io
import json
import weakref
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistant.files import housekeeping
from assistant.files.draft import DraftFile
from assistant.files.kinds import DRAFT_SUFFIX
from assistant.review.comparison import Kind, Piece
from assistant.review.listed_changes import FoldedSame, ListedChange, State
from assistant.text import Edit
from assistant.ui.panels.change_drawing import buttons_of

ONE = "标题\n一、问题\n（一）学习方面\n集中学习少，全年自学12次。\n下乡只去过两次，没有进户看。\n二、措施\n每月学一次。"
TWO = "标题\n一、问题\n（一）学习方面\n集中学习少，全年自学15次。\n请假不报备有一回，已补报。\n二、措施\n每月学一次。\n下乡只去过两次，没有进户看。"


def choose(window, label):
    """Choose an entry of the menus, as a click would."""
    for menu in window.menus.in_bar:
        for action in menu.actions():
            if action.text().split("\t")[0] == label:
                action.trigger()
                return
    raise AssertionError(label)


@pytest.fixture
def written(window, answers, tmp_path):
    """A draft that is saved."""
    window.files.open_sample()
    window.editor.replace_all(ONE, "写")
    answers.save_path = tmp_path / f"稿{DRAFT_SUFFIX}"
    assert window.files.save()
    return window


@pytest.fixture
def compared(written, answers, tmp_path):
    """The draft beside another file."""
    answers.compared = tmp_path / "书记改的.txt"
    answers.compared.write_text(TWO, "utf-8")
    choose(written, "各稿对比")
    written.wiring.compare.work.open_other()
    return written


def changes(window):
    return {(each.kind, each.where): each for each in window.wiring.compare.work.entries()}


def press(window, kind, button):
    (entry,) = [each for each in window.wiring.compare.work.entries() if each.kind is kind]
    window.wiring.compare.view.changes.pressed_button.emit(entry.key, button)


def kept_on_disk(path):
    return [each["name"] for each in json.loads(path.read_bytes())["versions"]]


# Versions


def test_where_there_is_nothing_to_compare_with_it_says_so(window):
    window.files.open_sample()
    window.wiring.compare.toggle(on=True)

    (told,) = window.wiring.compare.view.versions.rows()
    assert told.startswith("还没有可以对比的版本。可以另存一稿")


def test_a_version_is_kept_by_name_and_survives(written, answers, qtbot):
    path = written.session.path
    answers.name = "初稿"
    choose(written, "另存一稿…")
    qtbot.waitUntil(lambda: not written.files.modified)

    assert answers.proposed[:2] == ["初稿", "送审稿"]
    assert kept_on_disk(path) == ["初稿"]
    written.editor.apply([Edit(0, 0, "改")], "改")
    answers.name = "书记审后"
    choose(written, "另存一稿…")
    assert answers.proposed[-1] == "初稿"  # what has its version already comes last
    assert kept_on_disk(path) == ["初稿"]  # what is not saved stays so, the version with it
    assert written.files.modified
    written.files.save()
    assert kept_on_disk(path) == ["初稿", "书记审后"]

    housekeeping.clear_all()
    written.files.open_sample()
    written.files.open_path(path)
    assert [(each.name, each.text) for each in written.session.versions] == [("书记审后", f"改{ONE}"), ("初稿", ONE)]
    written.history.undo()  # no step of undo takes a version away
    assert len(written.session.versions) == 2


def test_nothing_is_kept_where_no_name_is_given(written, answers):
    answers.name = ""
    choose(written, "另存一稿…")

    assert written.session.versions == ()
    assert not written.files.modified


def test_versions_are_renamed_and_removed(written, answers):
    answers.name = "初稿"
    choose(written, "另存一稿…")
    choose(written, "各稿对比")
    view = written.wiring.compare.view
    view.versions.choose("初稿")
    answers.name = "一稿"
    view.versions._rename.click()
    assert [each.name for each in written.session.versions] == ["一稿"]
    answers.agreed = False
    view.versions._remove.click()
    assert [each.name for each in written.session.versions] == ["一稿"]
    answers.agreed = True
    view.versions._remove.click()

    assert written.session.versions == ()
    assert "不能恢复" in answers.told[-1]


def test_each_export_keeps_what_was_handed_out(written, answers, tmp_path, qtbot):
    answers.export_path = tmp_path / "送审.docx"
    written.files.export()
    written.files.export()  # the same once more
    (version,) = written.session.versions

    assert (version.automatic, version.text) == (True, ONE)
    assert version.name.endswith("导出的")
    qtbot.waitUntil(lambda: not written.files.modified)
    assert kept_on_disk(written.session.path) == [version.name]


def test_a_file_that_was_only_looked_at_is_not_made_unsaved_by_an_export(window, answers, tmp_path):
    window.files.open_sample()
    answers.export_path = tmp_path / "样例.docx"
    window.files.export()

    assert window.session.versions == ()
    assert not window.files.modified


# Comparing


def test_what_differs_is_listed_side_by_side(compared):
    assert list(changes(compared)) == [
        (Kind.CHANGED, "（一）学习方面　第1段"),
        (Kind.ADDED, "（一）学习方面　第2段"),
        (Kind.MOVED, "（一）学习方面　第2段 → 二、措施　第2段"),
    ]
    view = compared.wiring.compare.view
    assert view.told().startswith("共3处不同，均未处理。")
    assert view._place.text() == "第1处，共3处"
    view.step(1)
    view.step(1)
    view.step(1)
    assert view._place.text() == "第1处，共3处"  # round and round
    view.step(-1)
    assert view._place.text() == "第3处，共3处"
    view.show_kind(Kind.ADDED)
    assert [each.kind for each in view.changes.entries()] == [Kind.ADDED]
    view.show_kind(None)
    assert sum(isinstance(each, FoldedSame) for each in view.changes.entries()) == 2
    needed = view.minimumSizeHint().width()
    view._place.setText("第1000处，共1000处")
    assert view.minimumSizeHint().width() == needed  # whatever the font, where one is makes no window wider


def test_a_change_is_accepted_and_taken_back(compared):
    press(compared, Kind.CHANGED, "take")
    assert "自学15次" in compared.editor.text
    assert changes(compared)[Kind.CHANGED, "（一）学习方面　第1段"].state is State.TAKEN
    press(compared, Kind.MOVED, "take")
    assert compared.editor.text.endswith("每月学一次。\n下乡只去过两次，没有进户看。")
    press(compared, Kind.ADDED, "keep")
    assert compared.wiring.compare.view.told().startswith("共3处不同，已接受2处，已拒绝1处。")

    press(compared, Kind.CHANGED, "back")
    press(compared, Kind.ADDED, "back")
    assert "自学12次" in compared.editor.text
    press(compared, Kind.MOVED, "back")
    assert compared.editor.text == ONE
    assert {each.state for each in changes(compared).values()} == {State.OPEN}


def test_what_is_left_is_called_the_rest_only_once_something_was_decided(compared, answers):
    press(compared, Kind.MOVED, "take")
    assert compared.wiring.compare.view._rest.text() == "接受其余各处…"
    compared.wiring.compare.view._rest.click()
    assert answers.told[-1] == "是否接受其余2处改动？接受后可以一步撤销。"


def test_each_acceptance_is_one_step_of_undo_which_the_view_follows(compared, answers):
    press(compared, Kind.MOVED, "take")
    compared.history.undo()
    compared.wiring.compare.work.refresh()
    assert compared.editor.text == ONE
    assert {each.state for each in changes(compared).values()} == {State.OPEN}

    assert compared.wiring.compare.view._rest.text() == "接受全部各处…"
    compared.wiring.compare.view._rest.click()
    assert compared.editor.text == TWO
    assert answers.told[-1] == "是否接受全部3处改动？接受后可以一步撤销。"
    compared.history.undo()
    assert compared.editor.text == ONE
    answers.agreed = False
    compared.wiring.compare.view._rest.click()
    assert compared.editor.text == ONE


def test_undo_and_redo_bring_back_what_was_decided_at_every_step(compared, answers):
    work, history = compared.wiring.compare.work, compared.history
    stands = {}

    def look():
        work.refresh()
        return compared.editor.text, [(each.key, each.state) for each in work.entries()]

    press(compared, Kind.ADDED, "keep")  # changes no text and is no step
    first = history.index()
    for kind, button in ((None, ""), (Kind.CHANGED, "take"), (Kind.MOVED, "take"), (Kind.CHANGED, "back")):
        if kind:
            press(compared, kind, button)
        stands[history.index()] = look()
    compared.editor.apply([Edit(0, 0, "新")], "写")
    stands[history.index()] = look()
    press(compared, Kind.ADDED, "back")
    press(compared, Kind.ADDED, "keep")
    compared.wiring.compare.view._rest.click()
    stands[history.index()] = look()
    assert {state for _, state in stands[history.index()][1]} == {State.TAKEN, State.KEPT}
    assert len(stands) == history.index() - first + 1 == 6
    for index in (first, *stands, *reversed(stands), first + 3, first + 1):
        history.setIndex(index)
        assert look() == stands[index]


def test_a_section_is_taken_over_at_once(compared):
    view = compared.wiring.compare.view
    view._section.click()

    assert "自学15次。\n下乡只去过两次，没有进户看。\n请假不报备有一回，已补报。" in compared.editor.text
    assert "每月学一次。\n下乡" not in compared.editor.text
    compared.history.undo()
    assert compared.editor.text == ONE


def test_a_version_is_taken_back_whole_in_one_step(written, answers):
    answers.name = "初稿"
    choose(written, "另存一稿…")
    written.editor.replace_all(TWO, "改")
    choose(written, "各稿对比")
    view = written.wiring.compare.view
    view.versions.choose("初稿")
    assert view.versions._whole.isEnabled()
    view.versions._whole.click()

    assert written.editor.text == ONE
    written.bars.choose("撤销")
    assert written.editor.text == TWO


def test_keys_alone_are_enough(compared, qtbot):
    view = compared.wiring.compare.view
    view.changes.setFocus()
    view.changes.select(next(each.key for each in view.changes.entries() if isinstance(each, ListedChange)))
    qtbot.keyClick(view.changes, Qt.Key.Key_Right)
    qtbot.keyClick(view.changes, Qt.Key.Key_Return)
    assert "自学15次" in compared.editor.text
    qtbot.keyClick(view.changes, Qt.Key.Key_Right)
    qtbot.keyClick(view.changes, Qt.Key.Key_Right)
    qtbot.keyClick(view.changes, Qt.Key.Key_Return)
    assert view.told().startswith("共3处不同，未处理1处，已接受1处，已拒绝1处。")
    same = next(each for each in view.changes.entries() if isinstance(each, FoldedSame))
    view.changes.select(same.key)
    qtbot.keyClick(view.changes, Qt.Key.Key_Return)
    assert view.changes.unfolded == {same.key}
    qtbot.keyClick(view.changes, Qt.Key.Key_Escape)
    assert not compared.wiring.compare.shown


def test_buttons_answer_the_mouse(compared, qtbot):
    list_ = compared.wiring.compare.view.changes
    compared.show()
    QApplication.processEvents()
    entry = list_.current()
    box = list_._delegate.frame(list_.visualRect(list_.currentIndex()), entry)
    button = next(each for each in list_._delegate.drawn(entry).buttons if each.name == "take")
    point = button.box.translated(box.topLeft()).center()
    qtbot.mouseMove(list_.viewport(), point)
    qtbot.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert "自学15次" in compared.editor.text
    assert not list_.grab().isNull()


def test_enter_leads_to_the_place_on_the_page(compared, qtbot):
    view = compared.wiring.compare.view
    qtbot.keyClick(view.changes, Qt.Key.Key_Return)

    assert not compared.wiring.compare.shown
    assert compared.editor.selected == (ONE.index("集中学习"), ONE.index("\n下乡"))


def test_what_is_done_on_the_page_leads_back_to_it(compared):
    choose(compared, "查找…")
    assert not compared.wiring.compare.shown
    choose(compared, "各稿对比")
    assert compared.wiring.compare.shown
    compared.files.open_sample()
    assert not compared.wiring.compare.shown
    choose(compared, "各稿对比")
    assert compared.wiring.compare.work.entries() == []  # another draft: nothing of the former one
    assert "请在左边选一份" in compared.wiring.compare.view.told()


def test_a_saved_state_and_last_years_file_can_be_compared(written, answers, tmp_path):
    written.editor.apply([Edit(0, 0, "新")], "改")
    written.files.save()
    answers.earlier = tmp_path / "去年的.txt"
    answers.earlier.write_text(TWO, "utf-8")
    written.wiring.tabs.beside.choose_file()
    choose(written, "各稿对比")
    view = written.wiring.compare.view
    rows = view.versions.rows()

    assert [row for row in rows if "\n" not in row] == ["以前保存的版本", "参考的材料"]
    view.versions.choose("去年的.txt")
    assert changes(written)
    assert not view.versions._whole.isEnabled()  # last year's is no earlier state of this one
    view.versions.choose("state:1")
    assert [(each.kind, each.pieces[0]) for each in written.wiring.compare.work.entries()] == [
        (Kind.CHANGED, Piece("", "新"))  # written since then
    ]


def test_beside_an_earlier_text_what_was_written_since_is_what_was_added(written, answers, tmp_path):
    answers.name = "初稿"
    choose(written, "另存一稿…")
    later = TWO.replace("每月学一次", "每月学两次")
    written.editor.replace_all(later, "改")
    choose(written, "各稿对比")
    view = written.wiring.compare.view

    assert view._left.text().startswith("左：初稿")
    assert view._right.text().startswith("右：现在的材料")
    told = {each.kind: "".join(piece.new for piece in each.pieces) for each in written.wiring.compare.work.entries()}
    assert told[Kind.ADDED] == "请假不报备有一回，已补报。"
    assert Kind.REMOVED not in told
    assert (Kind.MOVED, "（一）学习方面　第2段 → 二、措施　第2段") in changes(written)
    added = next(each for each in written.wiring.compare.work.entries() if each.kind is Kind.ADDED)
    assert buttons_of(added) == (("take", "删去这一段"), ("keep", "保留现在的文字"))
    press(written, Kind.ADDED, "take")
    assert "请假不报备" not in written.editor.text
    press(written, Kind.ADDED, "back")
    assert written.editor.text == later
    view._rest.click()
    assert answers.told[-1].endswith("处是否都改回左边的写法？改后可以一步撤销。")
    assert written.editor.text == ONE
    written.history.undo()
    assert written.editor.text == later


def test_the_tracked_file_beside_an_earlier_text_leads_to_the_text_as_it_is_now(written, answers, tmp_path):
    answers.name = "初稿"
    choose(written, "另存一稿…")
    written.editor.replace_all(f"{ONE}\n每季度走访一次。", "改")
    choose(written, "各稿对比")
    answers.result_path = tmp_path / "修订.docx"
    written.wiring.compare.view._export.click()
    xml = zipfile.ZipFile(io.BytesIO(answers.result_path.read_bytes())).read("word/document.xml").decode()

    assert "<w:ins " in xml
    assert "<w:del " not in xml


def test_the_tracked_file_is_written_and_what_went_wrong_is_told(compared, answers, tmp_path):
    answers.result_path = tmp_path / "修订.docx"
    compared.wiring.compare.view._export.click()
    xml = zipfile.ZipFile(io.BytesIO(answers.result_path.read_bytes())).read("word/document.xml").decode()

    assert answers.told[-1] == "稿-与书记改的对比.docx"
    assert xml.count("<w:ins ") > 1
    assert xml.count("<w:del ") > 1
    answers.result_path = tmp_path / "没有的" / "深" / "修订.docx"
    (tmp_path / "没有的").write_text("", "utf-8")
    compared.wiring.compare.view._export.click()
    assert compared.bars.messages()[0].startswith("没有找到存放“修订.docx”的位置，没有导出。")


def test_a_file_that_cannot_be_read_is_told(written, answers, tmp_path):
    answers.compared = tmp_path / "坏.docx"
    answers.compared.write_bytes(b"PK\3\4")
    choose(written, "各稿对比")
    written.wiring.compare.work.open_other()

    assert answers.told[-1].startswith("坏.docx\n")
    assert written.wiring.compare.work.entries() == []


def test_the_other_text_can_be_read_through(compared):
    view = compared.wiring.compare.view
    view.whole.click()
    assert view.changes.unfolded == {each.key for each in view.changes.entries() if isinstance(each, FoldedSame)}
    press(compared, Kind.CHANGED, "take")
    assert {e.key for e in view.changes.entries() if isinstance(e, FoldedSame)} <= view.changes.unfolded
    view.whole.click()
    assert view.changes.unfolded == set()


def test_what_is_not_looked_at_any_more_is_not_kept(compared, qapp):
    changes = compared.wiring.compare.view.changes
    compared.show()
    qapp.processEvents()
    layout = weakref.ref(changes._delegate.drawn(compared.wiring.compare.work.entries()[0]).columns[0].layout)
    assert layout()

    compared.wiring.compare.leave()
    assert layout() is None
    choose(compared, "各稿对比")
    assert changes.entries()

    compared.files.open_sample()
    assert changes.entries() == ()


# Handing on


def test_what_is_handed_on_has_nothing_private(written, answers, tmp_path):
    answers.name = "初稿"
    choose(written, "另存一稿…")
    written.wiring.deciding.write_note("loyalty/plenum", "只给自己看的话")
    answers.pass_on_path = tmp_path / f"传阅{DRAFT_SUFFIX}"
    choose(written, "另存一份可传阅的草稿…")
    _, copy = DraftFile.load(answers.pass_on_path)

    assert answers.told[-1] == f"稿-传阅{DRAFT_SUFFIX}"
    assert (copy.text, copy.decisions.notes, copy.extra["versions"]) == (ONE, {}, [])
    assert "只给自己看的话" not in answers.pass_on_path.read_text("utf-8")
    assert "没有随记" in written.bars.messages()[0]
    assert written.session.path != answers.pass_on_path  # one goes on in one's own


def test_the_draft_itself_is_never_replaced_by_the_copy(written, answers):
    before = written.session.path.read_bytes()
    answers.pass_on_path = written.session.path
    choose(written, "另存一份可传阅的草稿…")

    assert written.session.path.read_bytes() == before
    assert "请换一个文件名" in written.bars.messages()[0]
