"""The window of a folder that was checked: rows, filters, what goes back to a person, what was decided."""

import json
import zipfile
from dataclasses import replace

import pytest
from file_samples import with_hidden_row
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTreeWidget, QWidget

from assistant.commands import folder_no_materials, folder_owners
from assistant.commands.folder_outcome import Line, Outcome
from assistant.commands.folder_rows import Handling
from assistant.decisions import Profile
from assistant.facts.roll import Person
from assistant.files import folder_notes
from assistant.files.writers import xlsx
from assistant.finding import Severity
from assistant.ui import theme
from assistant.ui.dialogs.folder_tree import COLUMNS
from assistant.ui.dialogs.folder_window import FolderWindow, Shown
from assistant.ui.dialogs.resemblances import ResemblancesDialog
from assistant.ui.dialogs.side_or_tabs import SideOrTabs
from assistant.ui.work import folder_results
from assistant.ui.work.folder_results import Checked, FolderResults, page

PEOPLE = (Person("张三", "办公室", "主任"), Person("李四", "财务科"), Person("领导班子"))
MUST = Line("a", "一、问题", 3, "下乡走访", Severity.ERROR, "清稿", "“XX”尚未填写。", "请填写。", "", "XX")
MAY = replace(MUST, rule="b", severity=Severity.ADVICE, message="三条措施未写时间。", advice="")
OUTCOMES = (
    Outcome(
        "张三.docx",
        by=Profile(name="张三"),
        subject="班子成员个人",
        asked="要求",
        length=2460,
        findings=(MUST, MUST, MAY),
    ),
    Outcome(
        "张三第二稿.docx",
        by=Profile(name="张三"),
        subject="班子成员个人",
        asked="要求",
        length=2500,
        findings=(MUST, MAY),
    ),
    Outcome("班子.docx", subject="领导班子", of_body=True, asked="要求", length=4000),
    Outcome("座次表.xlsx", no_material=folder_no_materials.NO_MATERIAL),
)


@pytest.fixture
def shown(qtbot):
    made = FolderWindow(None, theme.load(), Shown("收到的材料", folder_owners.of(OUTCOMES, PEOPLE), {}))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_row_that_is_chosen_keeps_the_color_of_how_it_stands(shown, qapp):
    qapp.setStyleSheet(shown._tree._theme.style_sheet())
    try:
        tree, error = shown.findChild(QTreeWidget), shown._tree._theme.color("error")
        box = tree.visualItemRect(tree.topLevelItem(0))
        left, width = tree.header().sectionPosition(5), tree.header().sectionSize(5)
        drawn = tree.viewport().grab(QRect(left, box.top(), width, box.height())).toImage()
    finally:
        qapp.setStyleSheet("")

    assert tree.currentItem() is tree.topLevelItem(0)
    assert error.name() in {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}


def test_everyone_has_a_row(shown):
    rows = shown.rows()

    assert [row[2] for row in rows] == ["张三", "李四", "领导班子"]
    assert rows[0][3:9] == ["班子成员个人", "主任", "■ 有必改", "待看", "2500", "1／1"]
    assert rows[0][9].startswith("第2稿，上一稿必改2条，已改1条")
    assert rows[1][5:9] == ["○ 未交", "", "", ""]


def test_filters_and_decisions(shown, qtbot):
    assert shown.filters()[:2] == ["全部 3", "有必改 1"]
    shown.choose_filter(1)
    assert [row[2] for row in shown.rows()] == ["张三"]
    shown.choose_filter(0)
    shown.choose(1)
    with qtbot.waitSignal(shown.handled, check_params_cb=lambda number, what: (number, what) == (1, "已退回")):
        shown.letter._set(Handling.RETURNED)

    assert shown.rows()[0][6] == "已退回"
    assert "已退回 1" in shown.filters()


def test_files_that_are_in_no_row_are_listed_with_the_reason(shown, qtbot):
    assert shown.filters()[6] == "与同批相同 0"
    assert shown.filters()[-1] == "其他文件 1"
    shown._show_others()
    assert [row[0] for row in shown.rows()] == [f"座次表.xlsx：{folder_no_materials.NO_MATERIAL}"]
    assert (shown.letter.text(), shown.letter.isEnabled()) == ("", False)
    with qtbot.waitSignal(shown.file_wanted, check_params_cb=lambda name: name == "座次表.xlsx"):
        shown._open()
    shown.choose_filter(0)
    assert [row[2] for row in shown.rows()] == ["张三", "李四", "领导班子"]
    assert (shown._tree.row.person.name, shown.letter.isEnabled()) == ("张三", True)


def lines(tree, item):
    return round(tree.visualItemRect(item).height() / tree.fontMetrics().lineSpacing())


@pytest.mark.parametrize("people", [3, 60])
def test_what_is_missing_is_told_whole_where_all_rows_have_room(qtbot, people):
    """In as many lines as it needs; where there are many rows each has one line, and the tip tells the rest."""
    told = replace(MUST, message="“学习教育”一节未见写到具体的事、时间和本人做了什么。" * 6)
    outcome = replace(OUTCOMES[0], findings=(told,))
    roll = (PEOPLE[0], *(Person(f"李{number}", "财务科") for number in range(people - 1)))
    made = FolderWindow(None, theme.load(), Shown("材料", folder_owners.of([outcome, OUTCOMES[-1]], roll), {}))
    qtbot.addWidget(made)
    made.show()
    tree, last = made._tree, len(COLUMNS) - 1
    first, second = tree.topLevelItem(0), tree.topLevelItem(1)
    QApplication.processEvents()

    assert (lines(tree, first) > 1) is (people == 3)
    assert lines(tree, second) == (2 if people == 3 else 1)  # with what is left free between rows
    needed = tree.fontMetrics().boundingRect(
        QRect(0, 0, tree.columnWidth(last) - 8, 10_000), int(Qt.TextFlag.TextWrapAnywhere), first.text(last)
    )
    assert (tree.visualItemRect(first).height() >= needed.height()) is (people == 3)
    assert first.toolTip(last) == first.text(last)


def test_where_not_all_is_told_whole_each_row_has_as_many_lines_as_fit(qtbot):
    told = replace(MUST, message="“学习教育”一节未见写到具体的事、时间和本人做了什么。" * 6)
    names = [f"周小{number}" for number in "一二三四五六七八"]
    outcomes = [replace(OUTCOMES[0], file=f"{name}.docx", by=Profile(name=name), findings=(told,)) for name in names]
    made = FolderWindow(None, theme.load(), Shown("材料", folder_owners.of(outcomes, [*map(Person, names)]), {}))
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    tree = made._tree
    heights = [tree.visualItemRect(tree.topLevelItem(number)).height() for number in range(8)]

    assert len(set(heights)) == 1
    assert heights[0] > 2 * tree.fontMetrics().lineSpacing()
    assert sum(heights) <= tree.viewport().height() < sum(heights) + 8 * tree.fontMetrics().lineSpacing()


def test_where_it_is_narrow_one_part_has_all_the_room(qtbot):
    first, second = QWidget(), QWidget()
    parts = SideOrTabs((("各人", first), ("退回意见", second)), shares=(5, 2))
    qtbot.addWidget(parts)
    seen = []
    for width in (1240, 400):
        parts.resize(width, 300)
        parts.show()
        QApplication.processEvents()
        seen.append((first.isVisible(), second.isVisible(), parts.tabs.isVisible()))
    parts.tabs.setCurrentIndex(1)
    QApplication.processEvents()

    assert seen == [(True, True, False), (True, False, True)]
    assert (first.isVisible(), second.isVisible(), second.width()) == (False, True, 400)


def test_each_thing_that_could_be_told_is_shown_whole(shown):
    """Beside a scroll bar too; else the last line of a row is cut off."""
    shown.choose(1)
    shown.resize(1000, 560)
    QApplication.processEvents()
    items = shown.letter._items
    items.item(0).setText("■ 必改　" + "“下乡走访”一句：“XX次”尚未填写。请填上实际内容，一时定不下来的可先标出。" * 4)
    QApplication.processEvents()
    row, option = items.visualItemRect(items.item(0)), QStyleOptionViewItem()
    items.itemDelegate().initStyleOption(option, items.indexFromItem(items.item(0)))
    option.rect = QRect(0, 0, items.viewport().width(), 9999)
    beside_tick = items.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, items)
    width = beside_tick.width() - 2 * (items.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    wanted = items.fontMetrics().boundingRect(0, 0, width, 9999, Qt.TextFlag.TextWordWrap, items.item(0).text())

    assert row.height() >= wanted.height()


def test_what_goes_back_may_be_ticked_edited_and_copied(shown):
    shown.choose(1)
    assert (
        shown.letter.text()
        == "张三同志：\n材料收悉，请按下列意见补充、修改后重新报送：\n1. “下乡走访”一句：“XX”尚未填写。请填写。"
    )
    shown.letter.tick(1, on=True)
    assert shown.letter.text().endswith("2. “下乡走访”一句：三条措施未写时间。")
    shown.choose(2)
    assert shown.letter.text() == "李四同志：\n还没有收到您的材料。"
    shown._copy_missing()
    assert QGuiApplication.clipboard().text() == "李四（财务科）"


@pytest.fixture
def checked_as(window, tmp_path):
    """Show what was found in a folder, now and again after it has changed."""
    folder = tmp_path / "收到"
    folder.mkdir()

    def show(outcomes=OUTCOMES):
        results = FolderResults(window.files, window.bars, theme.load(), Checked(folder, outcomes, PEOPLE))
        results.show(None)
        results.window.choose(1)
        return results.window

    show.folder = folder
    return show


def kept_letters(folder):
    return {who: [each.text for each in letters] for who, letters in folder_notes.letters(folder).items()}


def test_a_letter_changed_by_hand_is_kept_and_stands_there_again(checked_as):
    first = checked_as()
    first.letter.tick(1, on=True)
    first.letter._text.insertPlainText("另请附表。")
    first.letter.keep()  # as half a second behind the keyboard
    assert kept_letters(checked_as.folder) == {"办公室｜张三": [first.letter.text()]}
    assert first.letter.text().endswith("2. “下乡走访”一句：三条措施未写时间。另请附表。")
    first.choose(2)
    first.letter._text.insertPlainText("快交。")  # and no time to keep it but when the window closes
    first.close()
    second = checked_as()
    assert second.letter.text().endswith("另请附表。")
    assert second.letter._items.item(1).checkState() is Qt.CheckState.Checked
    second.choose(2)
    assert second.letter.text().startswith("快交。")
    assert folder_notes.kept()[0].number == 2


def later(message):
    """A later text of the first writer, of which other things are told."""
    return (replace(OUTCOMES[1], findings=(replace(MUST, message=message),)), *OUTCOMES[2:])


def test_a_letter_of_an_earlier_text_is_offered_and_never_forgotten(checked_as):
    first = checked_as()
    first.letter._text.insertPlainText("张三同志好。")
    one = first.letter.text()
    first.close()
    second = checked_as(later("“某月”尚未填写。"))
    assert second.letter.text() != one
    assert second.letter._former.isVisibleTo(second.letter)
    second.letter._text.insertPlainText("改")
    second.letter.keep()
    second.letter._text.undo()
    second.letter.keep()
    assert kept_letters(checked_as.folder)["办公室｜张三"] == [one]  # what is only offered is not forgotten
    second.letter._former.click()
    assert second.letter.text() == one
    second.letter._text.undo()
    second.letter._text.insertPlainText("第二次：")
    two = second.letter.text()
    second.close()
    assert kept_letters(checked_as.folder)["办公室｜张三"] == [two, one]

    third = checked_as(later("“某日”尚未填写。"))
    third.letter._text.insertPlainText("第三次：")
    three = third.letter.text()
    seen = []
    for _ in range(4):
        third.letter._former.click()
        seen.append(third.letter.text())
    assert seen == [two, one, three, two]
    third.close()
    assert sorted(kept_letters(checked_as.folder)["办公室｜张三"]) == sorted([one, two, three])
    assert checked_as().letter.text() == one  # the first text is there again


def test_what_another_tick_writes_over_can_be_put_back_later_too(checked_as):
    first = checked_as()
    plain = first.letter.text()
    assert first.letter._former.isHidden()
    first.letter._text.insertPlainText("张三同志好。")
    typed = first.letter.text()
    first.letter.tick(1, on=True)
    assert not first.letter._former.isHidden()
    first.letter.tick(1, on=False)
    first.close()
    second = checked_as()
    assert second.letter.text() == plain  # as it was left
    second.letter._former.click()
    assert second.letter.text() == typed
    second.close()
    assert checked_as().letter.text() == typed


def test_letters_that_an_earlier_version_has_kept_are_read(checked_as):
    first = checked_as()
    first.letter._text.insertPlainText("张三同志好。")
    first.close()
    (known,) = folder_notes.kept()
    held = json.loads(known.file.read_bytes())
    held["letters"] = {who: each[0] for who, each in held["letters"].items()}
    known.file.write_text(json.dumps(held), "utf-8")
    assert checked_as().letter.text().startswith("张三同志好。")


def test_a_letter_that_is_typed_without_a_pause_is_kept_too(shown, qtbot):
    shown.choose(1)
    kept = []
    shown.letter.changed.connect(lambda *told: kept.append(told))
    for number in range(60):
        shown.letter._text.insertPlainText(str(number))
        qtbot.wait(100)
        if kept:
            return
    pytest.fail("a pause was waited for")


def test_a_double_click_opens_the_last_draft(shown, qtbot):
    shown.choose(1)
    with qtbot.waitSignal(shown.file_wanted, check_params_cb=lambda name: name == "张三第二稿.docx"):
        shown._open()


def test_what_was_decided_is_kept_in_our_own_folder_and_everything_is_written(window, answers, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(folder_results, "open_outside", opened.append)
    folder = tmp_path / "收到"
    folder.mkdir()
    results = FolderResults(window.files, window.bars, theme.load(), Checked(folder, OUTCOMES, PEOPLE))
    results.show(None)
    results.window.handled.emit(1, "已收")
    assert folder_notes.load(folder) == {"办公室｜张三": "已收"}
    assert list(folder.iterdir()) == []
    results.show(None)
    assert results.window.rows()[0][6] == "已收"

    answers.result_path = tmp_path / "总表.xlsx"
    results.window.table_wanted.emit()
    assert answers.result_path.read_bytes().startswith(b"PK")
    answers.result_path = tmp_path / "张三.docx"
    results.window.word_wanted.emit(1, "张三同志：\n请改。")
    assert answers.result_path.read_bytes().startswith(b"PK")
    results.window.sheets_wanted.emit()
    assert [each.name for each in (tmp_path / "收到-修改单").iterdir()] == ["修改单-1-办公室-张三.docx"]
    answers.earlier = tmp_path / "名单.txt"
    answers.earlier.write_text("何静宜\n陆远山\n秦立新\n", "utf-8")
    results.window.list_wanted.emit()
    assert [row[2] for row in results.window.rows()][:3] == ["何静宜", "陆远山", "秦立新"]
    answers.earlier = tmp_path / "名单.xlsx"
    people = [("何静宜",), ("陆远山",), ("秦立新",), ("周平",)]
    answers.earlier.write_bytes(with_hidden_row(xlsx.write([xlsx.Sheet("名单", (("姓名", 9),), people)]), 5))
    results.window.list_wanted.emit()
    assert "读到3人。隐藏或筛选掉的行未带入（1处）。" in answers.told
    folder_notes.forget()
    assert folder_notes.load(folder) == {}
    results.window.close()


def test_on_paper_whatever_a_name_holds_is_shown(tmp_path):
    made = folder_owners.of(OUTCOMES, (Person("<b>张"), *PEOPLE))

    told = page("夹", made, {})
    assert "&lt;b&gt;张" in told
    assert "应交3人和班子1份：有必改1份，未见必改1份，未交2人" in told
    assert f"未列入表中的文件1个：<br>座次表.xlsx：{folder_no_materials.NO_MATERIAL}" in told
    assert "有必改（已退回）" in page("夹", made, {2: Handling.RETURNED})


@pytest.mark.parametrize("width", [1240, 1008])
def test_what_is_missing_has_room_and_what_gives_way_is_in_the_tip(shown, width):
    shown.resize(width, 560)
    QApplication.processEvents()
    tree = shown._tree
    last = len(COLUMNS) - 1

    assert tree.header().sectionViewportPosition(last) + tree.columnWidth(last) <= tree.viewport().width()
    assert tree.columnWidth(last) >= 230
    assert not tree.horizontalScrollBar().isVisible()
    item = tree.topLevelItem(0)
    assert item.toolTip(2).split("\n") == ["1", "办公室", "张三", "班子成员个人", "主任"]
    assert item.toolTip(last) == item.text(last)
    for column in (2, 5, 6, 7, 8):
        assert not tree.isColumnHidden(column)
        assert tree.columnWidth(column) >= tree.sizeHintForColumn(column)


def test_columns_drawn_by_hand_stay(shown):
    header = shown._tree.header()
    edge = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 1, header.height() // 2)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(30, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(30, 0))
    drawn = shown._tree.columnWidth(2)
    shown.resize(1100, 560)
    QApplication.processEvents()

    assert shown._tree._drawn
    assert shown._tree.columnWidth(2) == drawn


def test_columns_made_wider_by_qt_are_not_drawn_by_hand(shown):
    usual = shown._tree.columnWidth(2)
    shown._tree.header().resizeSection(2, 111)  # as where its heading gets another style
    shown.resize(1100, 560)
    QApplication.processEvents()

    assert shown._tree.columnWidth(2) == usual


def test_the_rows_are_at_hand_first(shown):
    shown.activateWindow()
    assert shown.focusWidget() is shown._tree


def test_last_years_folder_is_held_against_from_the_window(window, answers, tmp_path, monkeypatch):
    folder, last = tmp_path / "收到", tmp_path / "去年"
    for each in (folder, last):
        each.mkdir()
    said = "去年十月下乡两次，一次只到了村委会，没有进户，低保户老周家的房顶漏雨是后来从简报上看到的，当月没有处理。"
    (folder / "张三.txt").write_text(f"一、问题\n{said * 3}", "utf-8")
    (last / "李四.txt").write_text(f"一、不足\n{said * 3}", "utf-8")
    (last / "坏.docx").write_bytes(b"PK\3\4 broken")
    outcomes = [replace(OUTCOMES[0], file="张三.txt")]
    results = FolderResults(window.files, window.bars, theme.load(), Checked(folder, outcomes, PEOPLE))
    results.show(None)
    seen = []

    def look(dialog):
        seen.append((dialog.told(), dialog.rows()))
        answers.earlier = folder
        dialog.last_wanted.emit()
        answers.earlier = last
        dialog.last_wanted.emit()
        seen.append((dialog.told(), dialog.rows()))

    monkeypatch.setattr(ResemblancesDialog, "exec", look)
    results.window.alike_wanted.emit()

    assert seen[0] == ("比较了1份：没有发现大段相同的材料。", [])
    assert answers.told == ["所选的去年文件夹与要比较的文件夹是同一个。请另选去年的文件夹。"]
    told, (row,) = seen[1]
    assert told == "比较了1份：与去年的材料有大段相同的1对。另有1份未能读取。"
    assert row[:5] == ["张三.txt", "去年：李四.txt", "156字", "100%", "1"]
    assert results.window.rows()[0][9].startswith(
        "“XX”尚未填写（2处）；与去年的材料有1处相同（156字，占扣除规定标题、固定表述后156字的100%）"
    )
    answers.result_path = tmp_path / "总表.xlsx"
    results.window.table_wanted.emit()
    sheets = zipfile.ZipFile(answers.result_path).read("xl/sharedStrings.xml").decode()
    assert "去年：李四.txt" in sheets
    results.window.close()
