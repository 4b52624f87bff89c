"""The whole job without a screen: open the sample, revise it, check it, export Word, take a picture of the window."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from assistant.files import layouts
from assistant.files.disk import replace_file
from assistant.files.writers import docx
from assistant.text import Edit
from assistant.ui import app as program
from assistant.ui.main_window import MainWindow

_NO_SCREEN = "This plugin does not support "  # of what only a screen could do


def main(folder: Path) -> int:
    """Leave 对照检查样例.docx and 窗口.png in a folder, and say what was found on the way."""
    kept = tempfile.TemporaryDirectory()
    os.environ["DUIZHAO_HOME"] = kept.name  # the writer's own settings are not touched
    qInstallMessageHandler(_tell)
    app = program.application()
    window = program.make_window(app)
    window.resize(1360, 860)
    window.files.open_sample()
    window.show()
    _revise(window)
    app.processEvents()
    material = window.join().analyser.up_to_date()
    for finding in material.findings:
        print(f"〔{finding.severity.label}〕{finding.message}")
    print(window.join().status.told())
    folder.mkdir(parents=True, exist_ok=True)
    picture, word = folder / "窗口.png", folder / "对照检查样例.docx"
    window.join().side.setCurrentIndex(0)
    window.join().actions.go_to(material.text.index("批评放不开"), material.text.index("批评放不开"))
    _settle(app, window)
    window.grab().save(str(picture))
    replace_file(word, docx.write(material.text, layouts.named("gb9704")))
    window.history.setClean()
    window.close()
    kept.cleanup()
    print(f"已导出 {word}\n已保存窗口截图 {picture}")
    return 0


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt has to say, but for what is as it should be."""
    if not message.startswith(_NO_SCREEN):
        print(message, file=sys.stderr)


def _revise(window: MainWindow) -> None:
    """Do to the finished sample what a writer in the middle of his work would have left open."""
    text = window.editor.text
    number = text.index("共只有5次") + len("共只有")
    start = text.index("（三）带头敬畏")
    end = text.index("（四）带头干事创业")
    heading = text[start : text.index("\n", start) + 1]
    window.editor.apply([Edit(number, number + 1, "XX")], "留下待填处")
    window.editor.apply([Edit(start + 1, end + 1, heading)], "留下未写的一节")
    text = window.editor.text
    start = text.index("（五）带头坚决")
    window.editor.apply([Edit(start, text.index("五、反面典型"), "")], "缺一节")


def _settle(app: QApplication, window: MainWindow) -> None:
    """Show everything as if the hands had rested."""
    window.join().underlining.start_afresh()
    window.join().analyser.analyse_now()
    window.editor.highlighter.finish()
    for _ in range(5):
        app.processEvents()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
