"""The dialog of printers: what is printed into a file is told with its place, also where nothing could be written."""

import pytest
from PySide6 import QtPrintSupport
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog

from assistant.ui import asking
from assistant.ui.page import printers


@pytest.fixture(params=["anew", "over another"])
def into(request, qapp, tmp_path):
    path = tmp_path / "表.pdf"
    if request.param == "over another":
        path.write_text("上次打印的", "utf-8")
    return path


@pytest.mark.parametrize(
    ("can_be_written", "message"),
    [
        (True, "已存为文件“表.pdf”，没有送往打印机。"),
        (False, "没有写成“表.pdf”。请换个文件夹再打印。"),
    ],
)
def test_what_is_printed_into_a_file_is_told(into, monkeypatch, can_be_written, message):
    class Dialog(QPrintDialog):
        def exec(self):
            self.printer().setOutputFileName(str(into))
            return QDialog.DialogCode.Accepted

    def draw(printer):
        if not can_be_written:
            return  # Qt would only warn, and go on
        painter = QPainter(printer)
        painter.drawText(100, 100, "表")
        painter.end()

    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Dialog)
    told = []
    monkeypatch.setattr(asking, "tell", lambda _parent, *said: told.append(said))
    printers.print_on_one(None, "表", draw)
    assert told == [("打印", message, f"存放位置：{into.parent}")]
