"""A window whose questions are answered by the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.decisions import Profile
from assistant.files import own_shelf, references, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.own_shelf import OwnFile
from assistant.review.material import Memo, analyse
from assistant.rules.leftovers import secrecy_mark
from assistant.text import Edit
from assistant.ui import theme, waiting
from assistant.ui.appearance import Appearance
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.dialogs.new_material import NewMaterial
from assistant.ui.main_window import MainWindow
from assistant.ui.page import analyser
from assistant.ui.work.prompts import Closing


class Answers:
    """Stands in for Prompts: what it is asked is kept, what it answers is set beforehand."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.open_path: Path | None = None
        self.save_path: Path | None = None
        self.export_path: Path | None = None
        self.folder: Path | None = None
        self.asked = ""
        self.result_path: Path | None = None
        self.closing = Closing.DISCARD
        self.compared: Path | None = None
        self.name = ""
        self.proposed: list[str] = []
        self.pass_on_path: Path | None = None
        self.agreed = True
        self.wish: NewMaterial | None = None
        self.state = 0
        self.not_secret = False
        self.notice = ""
        self.said = ""
        self.earlier: Path | None = None
        self.source: Path | None = None
        self.own: OwnFile | None = None
        self.on_shelf = lambda: None
        self.while_asked = lambda: None
        self.correction = None
        self.form_kept: tuple[OwnFile, ...] = ()

    def people_list(self, _folder):
        return self.earlier

    def file_to_open(self, _folder):
        return self.open_path

    def file_to_save(self, suggested):
        self.told.append(suggested.name)
        return self.save_path

    def file_to_export(self, suggested, _is_own):
        self.told.append(suggested.name)
        return self.export_path

    def save_before_closing(self, name):
        self.told.append(f"是否保存对“{name}”的更改？")
        return self.closing

    def save_again(self, message, *, anew):
        self.told.append(message)
        self.anew = anew
        return self.closing

    def new_material(self, _profile, _current, source, notice, own):
        self.source, self.notice, self.own = source, notice, own
        return self.wish

    def file_to_compare(self, _folder):
        return self.compared

    def version_name(self, _title, names):
        self.proposed = names
        return self.name

    def file_to_pass_on(self, suggested):
        self.told.append(suggested.name)
        return self.pass_on_path

    def agrees(self, _title, question, *, go_on, stay):
        assert go_on != stay
        self.told.append(question)
        return self.agreed

    def earlier_material(self, _folder):
        return self.earlier

    def returned_file(self, _folder):
        return self.earlier

    def opinions(self, source="", writing=lambda _: None):
        self.source_of_opinions = source
        writing(self.said)
        self.while_asked()
        return self.said

    def criticism_file(self, _folder):
        return self.earlier

    def rectification_list(self, _folder):
        return self.earlier

    def templates(self):
        self.told.append("全部要求")
        self.on_shelf()

    def corrected(self, file, former):
        return own_shelf.keep(self.correction(file), former) if self.correction else None

    def form_left(self, _found):
        return self.form_kept

    def other_template(self, _current, own, notice):
        self.notice, self.own = notice, own
        return self.wish

    def mendings(self, text, planned, where):
        self.mended = [(where(each.start), each.span().of(text), each.replacement(text)) for each in planned]
        return planned

    def former(self, found, held, group, _theme):
        self.found = [(group(each), each.name, held(each)) for each in found]
        return found[self.state] if self.state is not None else None

    def folder_to_check(self, _folder):
        return self.folder

    def last_years_folder(self, _folder):
        return self.earlier

    def template_for_folder(self, labels, named):
        self.told += [named, *labels]
        return next((label for label in labels if self.asked in label), None)

    def file_for_result(self, _title, suggested, kinds):
        self.told.append(suggested.name)
        assert suggested.suffix in kinds
        return self.result_path

    def may_keep(self, name, text):
        if mark := secrecy_mark.mark_of(text):
            self.told.append(f"{name}：{mark}")
        return not mark or self.not_secret

    def tell(self, _title, message):
        self.told.append(message)


def wide(text, more):
    """Give an edit that puts more text below a text."""
    return Edit(len(text), len(text), "\n" + more)


def wish(identifier="2025-democratic-individual", *, year=None, source=None, listed=None, way=Way.ANEW):
    template = template_shelf.find(identifier)
    if year:
        template = template_shelf.for_year(template, year)
    profile = Profile("市住房保障中心", "副主任", "林知远")
    earlier = references.read(source) if source else None
    rows = references.read_list(listed) if listed else None
    return NewMaterial(template, TemplateChoice(identifier, year), profile, source, earlier, rows, way)


@pytest.fixture(scope="session", autouse=True)
def _what_was_analysed_is_known():
    """Hand on what one window found in a text, with its memo: most tests open the same, and few change much of it."""
    known = {}

    def analysed(text, template=None, *, memo=None, last=None, find_slips=None, **others):
        memo = memo or Memo()
        slips = [find_slips(each) for each in text.split("\n")] if find_slips else None
        key = text, id(template), id(last), repr((others, slips))
        if key not in known:
            material = analyse(text, template, memo=memo, last=last, find_slips=find_slips, **others)
            known[key] = material, copied(memo), last  # kept, so that no other has its number meanwhile
        known[key] = known.pop(key)  # the last is the one asked for last
        if len(known) > 100:
            del known[next(iter(known))]
        vars(memo).update(vars(copied(known[key][1])))
        return known[key][0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyser, "analyse", analysed)
        yield


def copied(memo):
    return SimpleNamespace(**{name: copy(value) for name, value in vars(memo).items()})


@pytest.fixture(scope="session", autouse=True)
def _leave_nothing_to_paste(qapp):
    """Empty the clipboard in the end: Qt would free what Python put there after Python itself is gone, and crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _delete_what_is_closed(qapp):
    """Let closed windows go now; what only waits to be deleted is still styled, and slows down all tests that follow."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def looking(qapp: QApplication, name: str, size: str = "standard") -> Iterator[Appearance]:
    """The application in the program's own looks; what the other tests see stays as it was."""
    style, font = qapp.style().objectName(), qapp.font()
    made = Appearance(qapp, name, size)
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._follow_system)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setStyle(style)
    qapp.setFont(font)  # of all classes, too
    made.deleteLater()


@pytest.fixture(autouse=True)
def _let_go_of_the_mouse(qapp):
    """Release what a test pressed, as in half a double click: Qt remembers it from one window to the next."""
    yield
    held = qapp.mouseButtons()
    for button in (each for each in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) if held & each):
        QTest.mouseRelease(QWidget(), button)
    assert not qapp.mouseButtons()


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """On a busy machine too, what is quick is done at once."""
    monkeypatch.setattr(waiting, "AT_ONCE", 20)


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def make_themed_window(qtbot, qapp: QApplication, tmp_path, monkeypatch, answers):
    """Make windows drawn with a theme; each is closed in the end, whatever the test did."""
    monkeypatch.setattr(
        "PySide6.QtCore.QStandardPaths.writableLocation", lambda *_: str(tmp_path / "文档"), raising=False
    )

    def make(colors, prompts=answers):
        window = MainWindow(colors, prompts)
        qtbot.addWidget(window, before_close_func=lambda w: w.history.setClean())
        window.join()
        window.resize(1380, 860)  # on a screen of usual size; the one without a screen has but 800 pixels
        return window

    return make


@pytest.fixture
def make_window(make_themed_window):
    colors = theme.load()
    return lambda prompts: make_themed_window(colors, prompts)


@pytest.fixture
def window(make_window, answers):
    return make_window(answers)


@pytest.fixture
def sample(window):
    """A window with the finished sample open."""
    window.files.open_sample()
    return window
