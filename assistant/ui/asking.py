"""What a dialog tells or asks over itself; the buttons are Chinese on every machine. And how dialogs are shown: each goes once it is answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from assistant.files import naming
from assistant.ui.dismissing import dismiss


def answered(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; tell whether that was yes.

    It goes when the event is over, so that what was chosen in it can still be asked for. Its window would keep it for
    as long as it lives itself, and style and measure it each time.
    """
    try:
        return bool(dialog.exec())
    finally:
        dismiss(dialog)


def tell(parent: QWidget | None, title: str, message: str, details: str = "") -> None:
    """Tell something that needs no answer; `details` stand below it for whoever is asked about it."""
    box = box_of(parent, title, message, details)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    answered(box)


def ask(parent: QWidget, title: str, message: str, *, go_on: str, stay: str) -> bool:
    """Ask whether to go on; Enter and Esc stay."""
    box = box_of(parent, title, message)
    box.setIcon(QMessageBox.Icon.Question)
    wanted = box.addButton(go_on, QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    answered(box)
    return box.clickedButton() is wanted


def may_keep(parent: QWidget, name: str, text: str, *, kept: str = "断电备份和以前保存的版本") -> bool:
    """Ask before anything is `kept` on this machine of a text with a mark of secrecy; True for one without.

    The one question of all doors: files to be revised, last year's, notices, what came back.
    """
    from assistant.rules.leftovers import secrecy_mark

    mark = secrecy_mark.mark_of(text)
    message = (
        f"{name}里似有密级标志“{mark}”。涉密的请按保密规定办理，不要在本机处理。\n"
        f"确认不涉密、只是误带标志的，可以继续；继续后，程序会在本机留存{kept}。"
    )
    return not mark or ask(parent, "请先核对是否涉密", message, go_on="不涉密，继续", stay="不打开")


def broken_template(outcome: str) -> str:
    """Say of a template file (本次要求) that it cannot be used; what exactly is wrong goes below, as details."""
    return (
        f"这份“本次要求”文件不完整，或者内容已被改动，{outcome}。"
        "由同事发来的，请对方重新发送；自行改过的，请删除后照通知重新填写。"
    )


def box_of(parent: QWidget | None, title: str, message: str, details: str = "") -> QMessageBox:
    """Make a box that shows a message as it is, names of files in it as people read them; its buttons are yet to come."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>
    box.setText(naming.readable(message))
    box.setInformativeText(naming.readable(details))
    return box
