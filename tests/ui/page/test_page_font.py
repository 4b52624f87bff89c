"""The page keeps its own font whatever the widgets around it get, and is not laid out anew for it."""

from PySide6.QtCore import QCoreApplication, QEvent

from assistant.ui.fonts import page_font


def test_another_theme_leaves_the_text_as_it_is_laid_out(window):
    window.editor.insertPlainText("一、存在的问题\n学得不深。")
    before, laid_out = window.editor.font(), []
    window.editor.document().documentLayout().documentSizeChanged.connect(laid_out.append)
    for name in ("dark", "light"):
        window.files.change_settings(theme=name)
        assert window.editor.font() == window.editor.document().defaultFont() == before
    assert laid_out == []


def test_a_font_that_the_page_should_not_have_does_not_reach_the_text(window):
    before = window.editor.document().defaultFont()
    window.editor.setFont(page_font("hei", 40))
    assert window.editor.font() == window.editor.document().defaultFont() == before

    QCoreApplication.sendEvent(window.editor, QEvent(QEvent.Type.FontChange))
    assert window.editor.document().defaultFont() == before


def test_another_zoom_reaches_the_text(window):
    window.editor.set_zoom(150)
    assert window.editor.font() == window.editor.document().defaultFont()
