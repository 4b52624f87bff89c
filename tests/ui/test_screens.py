"""Windows stay on their screen, each screen remembers its own place."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from assistant.files import settings
from assistant.ui import screens
from assistant.ui.screens import Place

FREE = QRect(0, 0, 1366, 728)
FRAME = QSize(16, 40)


@pytest.mark.parametrize(
    ("box", "wanted"),
    [
        (QRect(100, 100, 800, 500), QRect(100, 100, 800, 500)),  # it fits
        (QRect(0, 0, 1380, 860), QRect(8, 32, 1350, 688)),  # too large
        (QRect(1300, 600, 800, 500), QRect(558, 220, 800, 500)),  # off the right corner
        (QRect(-2000, -500, 800, 500), QRect(8, 32, 800, 500)),  # of a screen that is gone
    ],
)
def test_a_window_lies_within_its_screen(box, wanted):
    found = screens.within(box, FREE, FRAME)
    assert found == wanted
    assert FREE.contains(found.adjusted(-8, -32, 8, 8))


def test_a_small_screen_is_filled_at_first(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    screen = qapp.primaryScreen()
    assert screen.availableGeometry().width() <= 1440
    assert screens.put(window, QSize(1380, 860), None, screen)
    free = screen.availableGeometry()
    assert free.contains(window.geometry())
    assert not screens.put(window, QSize(1380, 860), Place(20, 40, 600, 500, False), screen)
    assert window.geometry() == QRect(free.left() + 20, free.top() + 40, 600, 500)
    screens.put(window, QSize(1380, 860), Place(5000, 5000, 600, 500, False), screen)
    assert free.contains(window.geometry())


def test_the_place_is_kept_by_screen(make_window, answers):
    window = make_window(answers)
    window.setGeometry(30, 50, 700, 600)
    window.close()
    kept = settings.load()
    key = screens.key_of(window.screen())
    assert kept.screen == key
    assert kept.places[key] == (30, 50, 700, 600, False)
    other = kept.with_place("other 1024×600", Place(0, 0, 900, 500, True))
    assert set(other.places) == {key, "other 1024×600"}
    again = make_window(answers)
    again._take_place()
    assert again.geometry() == QRect(30, 50, 700, 600)


@pytest.mark.parametrize("broken", [[], [1, 2], ["a", 1, 2, 3, 4], "left", None])
def test_a_broken_place_is_none(broken, make_window, answers):
    window = make_window(answers)
    settings.save(settings.load()._replace(places={screens.key_of(window.screen()): broken}, screen="gone"))
    again = make_window(answers)
    assert again.screen().availableGeometry().width() > 0
    assert screens.remembered(again.files.settings.places.get(screens.key_of(again.screen()), ())) is None
