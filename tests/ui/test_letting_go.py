"""What was answered or closed goes: the window would keep each dialog for as long as it lives, and style it each time."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

from assistant.commands.folder_outcome import Outcome
from assistant.decisions import Profile
from assistant.files import template_shelf
from assistant.ui import asking
from assistant.ui.work.folder_results import Checked, FolderResults
from assistant.ui.work.prompts import Prompts


def test_every_dialog_goes_once_it_is_answered(sample, qapp, tmp_path, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: asked.append(type(dialog).__name__) or 0)
    prompts, opens, wiring = Prompts(sample), sample.opens, sample.wiring
    template = template_shelf.find("2025-democratic-individual")
    prompts.file_to_open(tmp_path)
    prompts.folder_to_check(tmp_path)
    prompts.file_to_save(tmp_path / "稿.duizhao")
    prompts.save_before_closing("稿")
    prompts.agrees("问", "是否继续？", go_on="继续", stay="不")
    prompts.tell("说", "好了。")
    prompts.opinions()
    prompts.other_template(template, None, "")
    prompts.new_material(Profile(), None, None, "", None)
    prompts.templates()
    prompts.mendings("", (), str)
    opens.show_keys()
    opens.show_about()
    opens.show_safety()
    opens.clean()
    wiring.text_windows.show_lengths()
    wiring.text_windows.show_notes()
    results = FolderResults(
        sample.files, sample.bars, sample.editor.theme, Checked(Path(tmp_path), (Outcome("一.docx", length=9),))
    )
    results.show(sample)
    for shown in sample.findChildren(QDialog):
        shown.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert len(asked) == 16
    assert {"QFileDialog", "QMessageBox", "QInputDialog", "NewMaterialDialog", "AboutDialog"} <= set(asked)
    assert sample.findChildren(QDialog) == []
    assert results.window is None


def test_what_was_chosen_in_it_can_still_be_asked_for(sample, monkeypatch):
    monkeypatch.setattr(QDialog, "exec", lambda _: 1)
    dialog = QDialog(sample)
    dialog.setWindowTitle("选好了")
    assert asking.answered(dialog)
    assert dialog.windowTitle() == "选好了"
