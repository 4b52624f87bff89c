"""The keyboard: in every window Tab goes on as one reads, and where it stands can be seen."""

from functools import partial

import pytest
from PySide6.QtCore import QMetaMethod, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget
from ui import conftest
from ui.test_fitting import DIALOGS, folder_checked, waiting, with_findings
from ui.test_other_looks import main_window, start_page

SIZE_OF_ROW = 12  # pixels by which what stands in one row may differ in height


@pytest.fixture(scope="module", params=["light", "night"])
def looks(request, qapp):
    with conftest.looking(qapp, request.param) as made:
        yield made


def chain(window):
    """List the widgets that Tab goes through, in its order, beginning where the window does."""
    found, at = [], window.nextInFocusChain()
    while at is not window:
        if (
            at.window() is window
            and at.focusPolicy() & Qt.FocusPolicy.TabFocus
            and at.isVisibleTo(window)
            and at.isEnabled()
        ):
            proxy = at.focusProxy()
            if proxy is None:
                found.append(at)
        at = at.nextInFocusChain()
    return found


def top_left(widget, window):
    return widget.mapTo(window, QPoint(0, 0))


def goes_back(before, after):
    """Tell whether what comes next stands above, or to the left in the same row, within the same frame."""
    shared = before.parentWidget()
    while not shared.isAncestorOf(after):
        shared = shared.parentWidget()
    one, other = (branch(each, shared) for each in (before, after))
    a, b = top_left(one, shared), top_left(other, shared)
    side_by_side = min(a.y() + one.height(), b.y() + other.height()) - max(a.y(), b.y()) > SIZE_OF_ROW
    return b.x() < a.x() if side_by_side else b.y() < a.y()


def branch(widget, above):
    """Give the child of `above` in which a widget stands."""
    while widget.parentWidget() is not above:
        widget = widget.parentWidget()
    return widget


def wrong_steps(window):
    order = chain(window)
    # the chain is a ring; it may begin anywhere
    steps = [(a, b) for a, b in zip(order, [*order[1:], order[0]], strict=True) if len(order) > 1 and goes_back(a, b)]
    return [f"{told(a)} → {told(b)}" for a, b in steps]


def told(widget):
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"


def unseen(window):
    """List the widgets that look with the keyboard as without it; that of the page is its caret, which blinks."""
    found, order = [], [each for each in chain(window) if each.objectName() != "page"]
    for widget in order:
        other = next((each for each in order if each is not widget), None)
        if other is None or not widget.isEnabled():  # 下一项 has nowhere to go once all has been gone through
            continue
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus() or widget.grab().toImage() == before:
            found.append(told(widget))
    return found


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_a_dialog(looks, make_themed_window, qtbot, make, request):
    if not request.getfixturevalue("long") and DIALOGS.index(make) % 2 == (
        request.node.callspec.params["looks"] == "night"
    ):
        pytest.skip("另一半与另一主题用 dev.py test --long")
    dialog = make(with_findings(make_themed_window(looks.theme)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    first = dialog.focusWidget()
    assert first is not None  # else Tab would lead nowhere
    assert first.isVisible()
    assert len(wrong_steps(dialog)) <= 1, wrong_steps(dialog)  # from the last to the first
    assert unseen(dialog) == []


def with_return(window):
    """List the buttons that Return may press, as Tab reaches them; one with a menu opens that."""
    shown = [each for each in chain(window) if isinstance(each, QPushButton | QToolButton)]
    return [each for each in shown if not each.menu()]


def not_pressed_by_return(window):
    """Go to one button after the other and press Return; tell what is pressed instead, none of which does anything."""
    pressed, wrong = [], []
    for each in window.findChildren(QAbstractButton):
        if each.isSignalConnected(QMetaMethod.fromSignal(each.clicked)):
            each.clicked.disconnect()
        each.clicked.connect(partial(pressed.append, each))
    for number, each in enumerate(with_return(window)):
        pressed.clear()
        each.setFocus()
        QTest.keyClick(each, (Qt.Key.Key_Return, Qt.Key.Key_Enter)[number % 2])
        if pressed != [each]:
            wrong.append(f"{told(each)}: {list(map(told, pressed))}")
    return wrong


@pytest.mark.parametrize("make", [*(make for make in DIALOGS if make is not waiting), folder_checked])
def test_return_presses_the_button_that_has_the_keyboard(window, qtbot, make):
    """And not the dialog's default: whoever goes to 取消 and presses Return keeps nothing."""
    dialog = make(with_findings(window))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    assert not_pressed_by_return(dialog) == []


@pytest.mark.parametrize("tab", range(5))
def test_return_presses_buttons_of_the_window_as_the_space_bar_does(window, tab):
    shown = main_window(window, tab)
    shown.activateWindow()
    assert not_pressed_by_return(shown) == []


def test_return_presses_buttons_of_the_start_page(window, tmp_path):
    page = start_page(window, tmp_path)
    page.offer_recovery("有1份没有保存的内容。")
    page.window().activateWindow()
    assert not_pressed_by_return(page.window()) == []


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_the_window(looks, make_themed_window, tab):
    window = with_findings(make_themed_window(looks.theme))
    window.show()
    window.wiring.side.setCurrentIndex(tab)
    window.wiring.find_bar.open(replacing=True)
    QApplication.processEvents()
    typed = ("QLineEdit 替换为", "QListWidget 找到的各处")  # word, Tab, other word, Tab, places: as the hand wants it
    steps = [step for step in wrong_steps(window) if not step.startswith(typed)]
    assert len(steps) <= 1, steps
    assert unseen(window) == []


def test_the_start_page(looks, make_themed_window):
    window = make_themed_window(looks.theme)
    window.show_start()
    window.show()
    QApplication.processEvents()
    assert len(wrong_steps(window)) <= 1, wrong_steps(window)
    assert unseen(window) == []


def test_what_goes_back_or_is_not_seen_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [QPushButton(name, window) for name in "乙甲丙"]
    for button, y in zip(buttons, (40, 0, 80), strict=True):
        button.move(0, y)
        button.setStyleSheet("QPushButton, QPushButton:focus { border: none; outline: none; }")
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    assert wrong_steps(window) == ["QPushButton 乙 → QPushButton 甲", "QPushButton 丙 → QPushButton 乙"]
    assert len(unseen(window)) == 3
