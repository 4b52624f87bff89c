"""The page on the screen has the characters and the line pitch of the layout that Word gets."""

from PySide6.QtGui import QTextBlockFormat

from assistant.files import layouts


def first_line(editor):
    """Give how many characters stand on the first line of a long paragraph."""
    layout = editor.document().findBlock(editor.document().characterCount() // 2).layout()
    return layout.lineAt(1).textLength()


def shown(window):
    window.show()
    window.resize(1600, 900)
    window.editor.load("一、存在的问题\n" + "国" * 400 + "\n")
    window.editor.set_zoom(100)
    return window.editor


def test_a_line_holds_what_the_layout_says(window):
    editor = shown(window)
    for identifier in ("gb9704", "fixed28"):
        window.files.change_settings(layout=identifier)
        layout = layouts.named(identifier)

        assert first_line(editor) == layout.characters_per_line, identifier
        pitch = editor.document().findBlock(10).blockFormat()
        assert pitch.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
        expected = layout.line_twips / 20 / layout.body.size_pt
        assert abs(pitch.lineHeight() / editor.fontInfo().pixelSize() - expected) < 0.06
