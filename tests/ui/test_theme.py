"""Colors that can be read, sizes that everything follows, and changing both without touching the text."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QStatusBar, QTreeWidget, QTreeWidgetItem
from ui import conftest
from ui.conftest import wide

from assistant.ui import appearance, fonts, theme
from assistant.ui.page import underline_drawing
from assistant.ui.page.highlighter import look_of

SURFACES, LETTERS, PAGES, ON_PAGE = (
    [role for role, kind in theme.kinds().items() if kind == wanted]
    for wanted in ("surface", "letters", "page", "page_letters")
)


def black_on_yellow():
    palette, roles = QPalette(), QPalette.ColorRole
    for role in (roles.Window, roles.Base, roles.HighlightedText):
        palette.setColor(role, QColor("yellow"))
    for role in (roles.WindowText, roles.Text):
        palette.setColor(role, QColor("black"))
    palette.setColor(roles.Highlight, QColor("darkblue"))
    return palette


SCHEMES = {
    "light": lambda: theme.colors("light"),
    "dark": lambda: theme.colors("dark"),
    "night": lambda: theme.colors("night"),
    "of a high contrast system": lambda: theme.colors_of_palette(black_on_yellow()),
    "of an ordinary palette": lambda: theme.colors_of_palette(QPalette()),  # whose highlight would be too pale
}


@pytest.mark.parametrize("name", SCHEMES)
def test_all_that_is_written_can_be_read(qapp, name):
    colors = SCHEMES[name]()
    pairs = [(one, other) for one in (*LETTERS, "accent") for other in SURFACES] + [(each, "page") for each in ON_PAGE]
    pairs += [("page_text", each) for each in PAGES] + [("page_on_selected", "page_selected")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover")]
    read = {pair: theme.contrast(*(QColor(colors[role]) for role in pair)) for pair in pairs}
    assert not {pair: round(found, 2) for pair, found in read.items() if found < 4.5}
    seen = {each: theme.contrast(QColor(colors["strong"]), QColor(colors[each])) for each in SURFACES}
    assert not {each: round(found, 2) for each, found in seen.items() if found < 3}


def test_contrast_is_that_of_wcag(qapp):
    assert theme.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert theme.contrast(QColor("#b3741a"), QColor("white")) == pytest.approx(3.87, abs=0.01)


def test_every_theme_names_the_same_roles(qapp):
    roles = [set(colors()) for colors in SCHEMES.values()]
    assert all(each == roles[0] for each in roles)


def test_the_style_sheet_is_complete(qapp):
    """Qt says nothing of a sheet it cannot read; a role that is missing is a KeyError."""
    for size in theme.SIZES:
        made = theme.Theme(theme.colors("dark"), size)
        assert "$" not in made.style_sheet().split("*/", 1)[1]
        assert made.style_sheet().count("{") == made.style_sheet().count("}")
        assert made.sizes.small >= 9.5


@pytest.fixture
def looking(qapp):
    with conftest.looking(qapp, "light") as made:
        yield made


def test_another_theme_touches_no_text(looking, make_themed_window, answers, finished_sample):
    window = make_themed_window(looking.theme)
    window.files.open_sample()
    while len(window.editor.text) < 20_000:
        window.editor.apply([wide(window.editor.text, finished_sample)], "")
    window.history.setClean()
    window.show()
    before, revision = window.editor.text, window.editor.document().revision()
    for name in ("dark", "night", "contrast", "light"):
        looking.choose(name, "standard")
        assert window.palette().color(QPalette.ColorRole.WindowText) == looking.theme.color("text")

    assert window.editor.text == before
    assert window.editor.document().revision() == revision
    assert window.history.isClean()


def test_a_dark_page_has_its_own_underlines(looking, make_themed_window):
    window = make_themed_window(looking.theme)
    window.files.open_sample()
    start = window.editor.text.index("5次")
    window.show()
    window.editor.go_to(start, start + 1)
    window.editor.textCursor().insertText("XX")
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()

    def underline():
        block = window.editor.document().findBlock(window.editor.text.index("XX"))
        (found,) = look_of(block).underlines
        (line,) = underline_drawing.lines(block, found, 4.0)
        painted = window.editor.viewport().grab().toImage()
        middle = line.center() - QPointF(0, window.editor.verticalScrollBar().value())
        return painted.pixelColor(middle.toPoint()).name()

    assert underline() == theme.colors("light")["error"]
    looking.choose("dark", "standard")
    assert underline() == theme.colors("light")["error"]  # the page stays paper
    looking.choose("night", "standard")
    assert underline() == theme.colors("dark")["error"]


def test_the_type_of_everything_grows(looking, qapp):
    for size, points in (("small", 10), ("standard", 10.5), ("large", 12), ("huge", 14)):
        looking.choose("light", size)
        for kind in (QMenu, QMessageBox, QStatusBar, QTreeWidget):
            made = kind()
            assert made.font().pointSizeF() == points, kind
            made.deleteLater()


def test_a_font_of_the_system_for_menus_does_not_stay(looking, qapp):
    """Windows gives menus, boxes and lists fonts of their own again with each change of its colors."""
    qapp.setFont(fonts.interface_font(9), "QMenu")
    looking._follow_system()
    assert QMenu().font().pointSizeF() == 10.5


def test_the_choice_is_in_the_menu_and_is_kept(window):
    view = next(QMenu.menuInAction(action) for action in window.menuBar().actions() if action.text().startswith("查看"))
    for title, label, setting in (("外观", "深色", "theme"), ("界面字号", "特大", "type_size")):
        menu = next(QMenu.menuInAction(action) for action in view.actions() if action.text() == title)
        action = next(each for each in menu.actions() if each.text().startswith(label))
        assert not action.isChecked()
        action.trigger()
        assert action.isChecked()
        assert getattr(window.files.settings, setting) in ("dark", "huge")
        assert sum(each.isChecked() for each in menu.actions()) == 1


def test_an_unknown_choice_follows_the_system(qapp):
    assert set(appearance.CHOICES) == {"system", "light", "dark", "night", "contrast"}
    with conftest.looking(qapp, "purple", "giant") as made:
        assert made._wanted == "system"
        assert made.theme.sizes.body == 10.5


@pytest.mark.parametrize("size", ["huge", "large", "small", "standard"])
def test_a_type_size_is_in_force_at_once_everywhere(looking, make_themed_window, size):
    window = make_themed_window(looking.theme)
    window.show()
    looking.choose("light", size)

    for widget in (window.menuBar(), window.join().side, window.join().outline, window.join().status):
        assert widget.font().pointSizeF() == pytest.approx(looking.theme.sizes.body, abs=0.3), widget


@pytest.mark.parametrize("name", ["light", "dark"])
def test_where_the_keys_are_in_a_list_is_framed_in_a_color_of_the_theme(looking, qtbot, name):
    """Qt's own style would lay a gray button over the cell; a list that is tabbed to has no row that is chosen."""
    looking.choose(name, "standard")
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setRootIsDecorated(False)
    tree.setHeaderHidden(True)
    QTreeWidgetItem(tree, [""])
    tree.show()
    tree.activateWindow()
    QApplication.processEvents()
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert tree.currentItem() is not None
    assert tree.selectedItems() == []
    picture = tree.viewport().grab(tree.visualItemRect(tree.topLevelItem(0))).toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert seen == {theme.colors(name)["accent"], theme.colors(name)["field"]}
