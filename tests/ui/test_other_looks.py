"""What is shown while theme or size of type change looks as what is made afterwards: no color, no size stays behind."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from ui import conftest
from ui.fitting import show_at
from ui.test_fitting import DIALOGS, folder_checked, with_findings

from assistant.certainty import Certainty
from assistant.review.material import analyse
from assistant.templates.template import Length
from assistant.ui import icons, theme
from assistant.ui.dialogs.folder_tree import COLUMNS
from assistant.ui.dialogs.lengths import LengthsDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.panels.version_list import Other

SIZE = QSize(1022, 568)
SEEN = 60  # pixels that a color covers at least


@pytest.fixture
def looking(qapp):
    with conftest.looking(qapp, "light") as made:
        yield made


def seen(widget) -> QImage:
    for _ in range(4):
        QApplication.processEvents()
    focused = widget.window().focusWidget()
    if focused:
        focused.clearFocus()  # a caret blinks
    return widget.grab().toImage()


def parted(one: QImage, other: QImage) -> str:
    """Say where two pictures begin to differ; "" where they are the same."""
    if one == other:
        return ""
    if one.size() != other.size():
        return f"{one.size().toTuple()} is not {other.size().toTuple()}"
    places = [(x, y) for y in range(one.height()) for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]
    xs, ys = zip(*places, strict=True)
    return f"{len(places)} pixels from ({min(xs)}, {min(ys)}) to ({max(xs)}, {max(ys)})"


def colors(picture: QImage) -> set[str]:
    """Give the colors of any theme that things are drawn in; those at the edges of letters are of none."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(raw.constBits()).cast("I"))
    named = {QColor(color).rgb() for each in ("light", "dark", "night") for color in theme.colors(each).values()}
    return {QColor(color).name() for color in named if counted[color] >= SEEN}


def start_page(window, folder):
    recent = [folder / f"{name}2025年度民主生活会个人对照检查材料-林知远.duizhao" for name in "甲乙丙丁戊己"]
    for path in recent:
        path.touch()
    window.files.settings = window.files.settings._replace(recent=tuple(map(str, recent)))
    window.show_start()
    show_at(window, SIZE)
    return window._start


@pytest.mark.parametrize("wanted", [("dark", "standard"), ("light", "huge"), ("night", "large")])
def test_the_start_page(looking, make_themed_window, tmp_path, qtbot, wanted):
    page = start_page(make_themed_window(looking.theme), tmp_path)
    qtbot.waitUntil(lambda: page.files.topLevelItemCount() == 4)
    page.offer_recovery("有1份没有保存的内容。")
    first = seen(page)
    looking.choose(*wanted)
    changed = seen(page)
    assert first != changed
    fresh = start_page(make_themed_window(looking.theme), tmp_path)
    qtbot.waitUntil(lambda: fresh.files.topLevelItemCount() == 4)
    fresh.offer_recovery("有1份没有保存的内容。")
    assert parted(changed, seen(fresh)) == ""


def test_the_start_page_keeps_where_one_was_and_what_was_found_out(looking, make_themed_window, tmp_path, qtbot):
    page = start_page(make_themed_window(looking.theme), tmp_path)
    qtbot.waitUntil(lambda: page.files.topLevelItemCount() == 4)
    page.offer_recovery("有1份没有保存的内容。")
    last, third = page._recent[0], page._recent[2]
    page.tell(last._replace(told="已写 3／12项"))
    page.tell(third._replace(progress="已写 5／12项"))
    page.files.setFocus()
    page.files.setCurrentItem(page.files.topLevelItem(2))
    former = page.files
    looking.choose("dark", "large")
    qtbot.waitUntil(lambda: page.files is not former)
    assert page.window().focusWidget() is page.files
    assert page.files.currentIndex().row() == 2
    assert page.files.topLevelItem(1).text(2) == "已写 5／12项"
    assert page._continue._told.text().endswith("已写 3／12项")
    assert page.recovery.told == "有1份没有保存的内容。"
    page.recovery.hide()  # 以后再说
    looking.choose("light", "large")
    QApplication.processEvents()
    assert page.recovery.isHidden()


def too_long(window):
    material = window.wiring.analyser.up_to_date()
    asked = replace(material.template, length=Length(0, 100, Certainty.NOTICE))
    return LengthsDialog(None, window.editor.theme, analyse(window.editor.text, asked), window.files.layout)


def main_window(window, tab):
    window.join()
    with_findings(window)
    window.wiring.sides.right_fold._open(tab)
    window.bars.show_message("导出的Word在14:20被改过，没有覆盖。", [("带回修改", list)])
    window.wiring.find_bar.open(replacing=True)
    window.wiring.tabs.last_year.refresh()
    show_at(window, QSize(1600, 860))
    return window


@pytest.mark.parametrize("tab", range(5))
def test_the_window(looking, make_themed_window, tab):
    window = main_window(make_themed_window(looking.theme), tab)
    looking.choose("night", "huge")
    changed = colors(seen(window))
    window.hide()
    assert changed == colors(seen(main_window(make_themed_window(looking.theme), tab)))


@pytest.mark.parametrize("make", [*DIALOGS, folder_checked, too_long], ids=lambda make: make.__name__)
def test_a_dialog(looking, make_themed_window, qtbot, make, long):
    if not long and make in DIALOGS and DIALOGS.index(make) % 3:
        pytest.skip("其余的用 dev.py test --long")

    def opened():
        dialog = make(with_findings(make_themed_window(looking.theme)))
        assert isinstance(dialog, QDialog)
        qtbot.addWidget(dialog)
        if isinstance(dialog, QMessageBox):
            dialog.show()
        else:
            show_at(dialog, SIZE)
        return dialog

    dialog = opened()
    looking.choose("night", "standard")
    changed = colors(seen(dialog))
    dialog.hide()
    assert changed == colors(seen(opened()))


def texts_compared(window):
    window.join()
    with_findings(window)
    window.wiring.compare.toggle(on=True)
    versions = window.wiring.compare.view.versions
    versions.show_others([Other("a", "送审稿" * 9, "12月4日 · 2212字", "各稿", own=True)], "a")
    show_at(window, QSize(1360, 700))
    return lambda: (versions.width(), versions.rows(), versions._list.sizeHintForRow(1))


def problems_and_measures(window):
    main_window(window, 3)
    return lambda: window.wiring.tabs.links._panel._normal.fontMetrics().height()


def beside_last_year(window):
    main_window(window, 2)
    return lambda: window.wiring.tabs.last_year._panel._excluded.fontMetrics().height()


def folder(window):
    dialog = folder_checked(with_findings(window))
    dialog.setParent(window, Qt.WindowType.Window)
    show_at(dialog, SIZE)
    return lambda: [dialog._tree.columnWidth(column) for column in range(len(COLUMNS) - 1)]


@pytest.mark.parametrize("make", [texts_compared, problems_and_measures, beside_last_year, folder])
@pytest.mark.parametrize("size", ["huge", "small"])
def test_what_is_measured_by_hand_is_measured_in_the_fonts_in_force(looking, make_themed_window, make, size, long):
    """Whatever hears of another size of type measures letters; those of before would cut what is written."""
    if size == "small" and not long:
        pytest.skip("最小的字号用 dev.py test --long")
    measured = make(make_themed_window(looking.theme))
    looking.choose("light", size)
    for _ in range(4):
        QApplication.processEvents()
    assert measured() == make(make_themed_window(looking.theme))()


def test_what_is_made_before_all_is_joined_follows_too(looking, qtbot, answers):
    """The system may tell that it is dark while the window is being made."""
    window = MainWindow(looking.theme, answers)
    qtbot.addWidget(window)
    told = []
    window.join(lambda: told.append(looking.choose("night", "standard")))
    assert told
    zoom = window.wiring.status.zoom
    wanted = icons.icon(looking.theme, "plus").pixmap(18, 18).toImage()
    assert zoom._more.icon().pixmap(18, 18).toImage() == wanted
