"""批评意见 in its window: typed, kept, saved, found again, exported; nothing of it in the material."""

import io
import os
import stat
from itertools import pairwise

import docx
import pytest
from PySide6 import QtPrintSupport
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPageLayout, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton

from assistant.files import criticism_file, kept_file, kinds, opening
from assistant.files.criticism_file import CriticismFile
from assistant.files.trouble import Unwritable
from assistant.review.criticism import COLUMNS, Criticism, Form
from assistant.ui import asking
from assistant.ui.page import table_printing
from assistant.ui.work.prompts import Closing

SAID = Criticism("王明远", "盯落实不够", "七月会商后两周才答复。", "当场定。")


@pytest.fixture
def work(window):
    window.show()
    yield window.files.criticisms
    if made := window.files.criticisms.window:
        made._may_close = lambda: True
        made.reject()


def action(window, label):
    menus = [QMenu.menuInAction(action) for action in window.menus.in_bar[2].actions() if QMenu.menuInAction(action)]
    return next(each for menu in menus for each in menu.actions() if each.text() == label)


def button(work, label):
    return next(each for each in work.window.findChildren(QPushButton) if each.text() == label)


def write(work, entry):
    """Write an entry, field by field, as an input method does."""
    form = work.window.entry
    form._to.insert(entry.to)
    for field, text in zip(form._texts.values(), entry[1:4], strict=True):
        field.insertPlainText(text)


def test_the_menu_opens_it_with_no_material_open(window, work):
    action(window, "批评意见…").trigger()
    assert work.window.isVisible()
    assert not work.modified
    assert work.window.windowTitle() == "批评意见"
    assert work.window.entry._to.hasFocus() or not work.window.isActiveWindow()


def test_it_is_written_saved_and_opened_again(window, work, answers, tmp_path):
    answers.result_path = tmp_path / "批评意见-林知远.duizhaocrit"
    work.show()
    write(work, SAID)
    assert work.window.windowTitle().startswith("*")
    assert work.window.entry.hints == ""
    button(work, "添加").click()
    write(work, Criticism("林知远", "建议多下基层"))
    assert "似为工作建议" in work.window.entry.hints
    button(work, "保存").click()

    assert work.window.said == "已保存“批评意见-林知远.duizhaocrit”。"
    assert work.window.windowTitle() == "批评意见-林知远"
    written = CriticismFile.load(answers.result_path)[1]
    assert written == Form((SAID, Criticism("林知远", "建议多下基层")))
    assert not work.modified
    assert criticism_file.unsaved() == []
    button(work, "关闭").click()
    assert work.window is None
    work.show()  # the last one
    assert work.window.form == written
    assert window.session.file is None
    assert not window.files.has_document


def test_that_it_is_saved_is_said_until_more_is_typed(work, answers, tmp_path):
    answers.result_path = tmp_path / "会上说的.duizhaocrit"
    work.show()
    write(work, SAID)
    work.save()
    assert (work.window.windowTitle(), work.window.said) == ("会上说的 — 批评意见", "已保存“会上说的.duizhaocrit”。")
    write(work, SAID)
    assert (work.window.windowTitle(), work.window.said) == ("*会上说的 — 批评意见", "")


def test_tab_goes_from_field_to_field(work):
    work.show()
    form = work.window.entry
    fields = [form._to, *form._texts.values()]
    for one, following in pairwise(fields):
        after = one.nextInFocusChain()
        while after.focusPolicy() is Qt.FocusPolicy.NoFocus or after.focusProxy():
            after = after.nextInFocusChain()
        assert after is following
    assert all(each.tabChangesFocus() for each in work.window.findChildren(QPlainTextEdit))
    named = [*work.window.findChildren(QLineEdit), *work.window.findChildren(QPlainTextEdit)]
    assert {each.accessibleName() for each in named} == {"批评对象", "问题", "具体事", "希望"}
    buddies = {label.buddy() for label in work.window.findChildren(QLabel) if label.buddy()}
    assert len(buddies) == 4


@pytest.mark.skipif(os.name != "posix", reason="只有POSIX系统有这样的权限")
def test_what_is_printed_into_a_file_is_for_the_user_alone(work, tmp_path, monkeypatch):
    into = tmp_path / "批评意见.pdf"

    class Dialog(QPrintDialog):
        def exec(self):
            self.printer().setOutputFileName(str(into))
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Dialog)
    told = []
    monkeypatch.setattr(asking, "tell", lambda _parent, *said: told.append(said))
    work.show()
    write(work, SAID)
    tmp_path.chmod(0o777)  # even in a folder for others
    work.print()
    assert into.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(into.stat().st_mode) == 0o600
    assert told == [("打印", "已存为文件“批评意见.pdf”，没有送往打印机。", f"存放位置：{tmp_path}")]


def test_a_second_form_is_offered_a_name_of_its_own(work, answers):
    answers.result_path = None
    work.show()
    first = work._suggested(kinds.CRITICISM_SUFFIX)
    first.parent.mkdir(parents=True, exist_ok=True)
    first.write_bytes(b"another form")
    write(work, SAID)
    assert not work.save()
    assert answers.told[-1] == f"{first.stem}-2{first.suffix}"
    assert first.read_bytes() == b"another form"


def test_what_is_not_saved_is_asked_about(work, answers):
    work.show()
    write(work, SAID)
    answers.closing = Closing.CANCEL
    work.window.close()
    assert work.window.isVisible()
    answers.closing, answers.result_path = Closing.SAVE, None  # and no place is chosen
    work.window.close()
    assert work.window.isVisible()
    work.keep()
    answers.closing = Closing.DISCARD
    work.window.close()
    assert work.window is None
    assert answers.told[0] == "是否保存对“批评意见”的更改？"
    work.show()
    assert work.window.form == Form()


def test_nothing_typed_is_lost_when_the_program_dies(window, work, answers, tmp_path, qtbot):
    work.show()
    write(work, SAID)
    qtbot.waitUntil(work._keeping.kept.path.exists, timeout=3000)  # half a second behind the keyboard
    work._keeping.kept.release()  # as the system does
    work._keeping = criticism_file.Keeping()
    work.window._may_close = lambda: True
    work.window.reject()

    window.files.left_forms.offer_criticisms()
    assert "上次写的批评意见没有保存（1条，提给1人），程序已留有备份。" in window.bars.messages()
    work.show()
    assert work.window.form == Form((SAID,))
    assert "没有保存的1条，提给1人" in work.window.said
    assert work.modified
    (kept,) = kept_file.folder().glob("*.criticism")
    assert kept == work._keeping.kept.path  # in our own journal now
    answers.result_path = tmp_path / "存.duizhaocrit"
    work.save()
    assert CriticismFile.load(answers.result_path)[1] == Form((SAID,))
    assert not list(kept_file.folder().glob("*.criticism"))


def test_where_it_cannot_be_kept_that_is_said(work, monkeypatch):
    def refuse(*_):
        raise Unwritable("没有保存。磁盘已满。", "磁盘已满")

    work.show()
    write(work, SAID)
    monkeypatch.setattr(work._keeping, "keep", refuse)
    work.keep()
    assert work.window.said == "断电备份未能写入（磁盘已满），请及时保存。"


def test_who_types_on_without_a_pause_is_kept_too(work, qtbot):
    work.show()
    kept = work._keeping.kept.path
    for number in range(60):
        work.window.entry._to.insert(str(number))
        qtbot.wait(100)
        if kept.exists():
            return
    pytest.fail("a pause was waited for")


def test_a_deleted_entry_comes_back_and_entries_change_places(work):
    work.show()
    write(work, SAID)
    button(work, "添加").click()
    write(work, Criticism("林知远", "听得少"))
    button(work, "上移").click()
    assert [each.to for each in work.window.form.entries] == ["林知远", "王明远"]
    button(work, "删除").click()
    assert [each.to for each in work.window.form.entries] == ["王明远"]
    button(work, "恢复删除的“林知远”").click()
    assert [each.to for each in work.window.form.entries] == ["林知远", "王明远"]


def test_it_is_opened_from_the_files_and_dropped(window, work, answers, tmp_path):
    path = tmp_path / "批评意见.duizhaocrit"
    CriticismFile(path).save(Form((SAID,)))
    window.files.open_sample()
    text = window.editor.text
    assert not window.files.open_path(path)
    assert work.window.form == Form((SAID,))
    assert window.editor.text == text
    other = tmp_path / "另一份.duizhaocrit"
    CriticismFile(other).save(Form((Criticism("甲", "乙"),)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    work.window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    assert work.window.form.entries[0].to == "甲"
    work.window.dropped.emit(str(tmp_path / "材料.docx"))
    assert "不是批评意见文件" in work.window.said
    other.write_bytes(b"{}")
    assert not window.files.open_path(other)
    assert "已损坏" in answers.told[-1]


def test_it_is_exported_as_a_list(work, answers, tmp_path):
    answers.result_path = tmp_path / "批评意见.docx"
    work.show()
    button(work, "导出Word…").click()
    assert "没有可导出" in work.window.said
    write(work, SAID)
    button(work, "导出Word…").click()
    document = docx.Document(io.BytesIO(answers.result_path.read_bytes()))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(COLUMNS), ["1", *SAID[:4]]]
    assert document.paragraphs[0].text == "批评意见"
    answers.result_path = tmp_path / "批评意见.xlsx"
    button(work, "导出Word…").click()
    assert opening.read_tables(answers.result_path).found == ((COLUMNS, ("1", *SAID[:4])),)
    answers.result_path = tmp_path / "批评意见.odt"
    button(work, "导出Word…").click()
    assert "没有导出" in work.window.said


def test_a_file_that_was_changed_elsewhere_is_not_written_over(work, answers, tmp_path):
    path = answers.result_path = tmp_path / "批评意见.duizhaocrit"
    work.show()
    write(work, SAID)
    assert work.save()
    CriticismFile(path).save(Form((Criticism("别人", "写的"),)))
    write(work, Criticism("", "再写"))
    answers.result_path = None
    assert not work.save()
    assert "没有覆盖" in work.window.said
    assert CriticismFile.load(path)[1].entries[0].to == "别人"


@pytest.mark.parametrize("left", [40, 0])
def test_a_file_that_was_cut_or_emptied_is_written_again_where_that_is_wanted(work, answers, tmp_path, left):
    path = answers.result_path = tmp_path / "批评意见.duizhaocrit"
    work.show()
    write(work, SAID)
    assert work.save()
    path.write_bytes(damaged := path.read_bytes()[:left])
    write(work, Criticism("", "再写"))
    answers.agreed = False
    assert not work.save()
    assert ("截断或改坏" if left else "清空（0字节）") in answers.told[-1]
    assert path.read_bytes() == damaged
    answers.agreed = True
    assert work.save()
    assert "再写" in CriticismFile.load(path)[1].entries[0].problem
    assert [each.read_bytes() for each in tmp_path.glob("批评意见-受损*")] == [damaged] * bool(left)
    assert ("批评意见-受损.duizhaocrit" in work.window.said) == bool(left)


@pytest.mark.parametrize(("count", "pages"), [(3, 1), (9, 1), (20, None)])
def test_it_is_printed_on_one_page_as_long_as_it_can_be_read(tmp_path, qapp, count, pages):
    device = QPdfWriter(str(tmp_path / "单.pdf"))
    rows = [(str(n), "王明远", SAID.problem * 4, SAID.instance * 3, SAID.wish * 4) for n in range(1, count + 1)]
    printed = table_printing.print_to(device, "批评意见", COLUMNS, rows)
    assert printed == pages if pages else printed > 1


def test_a_printed_table_gives_each_column_the_width_of_its_words(tmp_path, qapp):
    """Headings stand in one line, and what is short is not broken beside a column that is half empty."""
    device = QPdfWriter(str(tmp_path / "单.pdf"))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    rows = [("1", "周明达", "主持会议开得长，讨论不充分", "十月例会开了三个半小时，只有两人发言", "希望会前发材料")]
    document = table_printing.laid_out("批评意见", COLUMNS, rows, 14, device)
    block = document.begin()
    broken = []
    while block.isValid():
        document.documentLayout().blockBoundingRect(block)  # lays it out
        broken += [block.text()] if block.layout().lineCount() > 1 else []
        block = block.next()
    assert broken == []
