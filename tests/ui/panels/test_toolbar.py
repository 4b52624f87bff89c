"""The toolbar has icons and words, and gives up words before buttons."""

from PySide6.QtCore import Qt
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
    before = sample.menus._save.icon().cacheKey()
    colors.show(theme.colors("dark"), "standard")
    assert sample.menus._save.icon().cacheKey() != before
    assert ink(sample.menus._save.icon()) > 150
