"""The toolbar has icons and words, and gives up words before buttons."""

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtWidgets import QApplication

from assistant.ui import icons, theme


def words(window):
    bar = window.menus.toolbar
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return [
        "" if bar.widgetForAction(action).toolButtonStyle() == icon_only else action.iconText()
        for action in bar.actions()
        if not action.isSeparator()
    ]


def test_words_go_before_buttons(sample):
    sample.show()
    assert words(sample) == ["新建", "打开", "保存", "撤销", "查找", "去年", "审改稿", "导出Word"]
    sample.menus.toolbar.setMaximumWidth(sample.menus.toolbar.sizeHint().width() - 20)
    QApplication.processEvents()
    assert words(sample)[:3] == ["新建", "打开", "保存"]
    assert words(sample)[3:] == ["", "查找", "去年", "审改稿", "导出Word"]


def test_every_button_has_its_picture_in_the_colors_in_force(sample):
    colors = sample._theme
    for action in sample.menus.toolbar.actions():
        assert action.isSeparator() or not action.icon().isNull()

    def ink(icon):
        image = icon.pixmap(18, 18).toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return max((image.pixelColor(*at) for at in points), key=lambda color: color.alpha()).lightness()

    assert ink(icons.icon(colors, "save")) < 100
    before = sample.menus.save.icon().cacheKey()
    colors.take(theme.colors("dark"), "standard")
    colors.changed.emit()
    assert sample.menus.save.icon().cacheKey() != before
    assert ink(sample.menus.save.icon()) > 150


def test_a_button_listens_to_its_action_once_however_often_that_changes(sample):
    undo, bar = sample.menus.undo, sample.menus.toolbar
    button, heard = bar.widgetForAction(undo), undo.receivers(SIGNAL("changed()"))
    for number in range(50):
        undo.setEnabled(number % 2 == 0)

    assert undo.receivers(SIGNAL("changed()")) == heard
    undo.setEnabled(True)
    assert button.isEnabled()
    undo.setIconText("撤")
    assert button.text() == "撤"
