"""Every window and dialog at 1024×600, in all four sizes of type: nothing off the screen, nothing cut."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTreeWidget,
    QWidget,
)
from ui import conftest
from ui.conftest import wish
from ui.fitting import faults, show_at
from ui.lists_and_pages import about, clearing, safety, template_list, untouched
from ui.page.test_editor import commit

from assistant import paths
from assistant.commands import folder_owners
from assistant.commands.folder_outcome import Line, Outcome
from assistant.commands.resemblances import Alike, Found
from assistant.decisions import Profile, Stage
from assistant.facts.roll import Person
from assistant.files import shipped_shelf
from assistant.files.draft import Draft
from assistant.files.former_states import SavedState
from assistant.files.journals import Recovered
from assistant.files.recoverable import Former
from assistant.files.sendings import Answer, Sending
from assistant.finding import Severity
from assistant.review import mending, setting_aside
from assistant.review.correspondence import MEASURE
from assistant.review.criticism import Criticism, Form
from assistant.rounds import Round
from assistant.templates import proposal
from assistant.templates.notice import notice
from assistant.ui import theme
from assistant.ui.dialogs.checks import ChecksDialog
from assistant.ui.dialogs.criticism_window import CriticismWindow
from assistant.ui.dialogs.folder_window import FolderWindow
from assistant.ui.dialogs.folder_window import Shown as FolderShown
from assistant.ui.dialogs.form_fields import Remark, Year, length
from assistant.ui.dialogs.guide import GuideDialog
from assistant.ui.dialogs.keys_page import KeysPage
from assistant.ui.dialogs.lengths import LengthsDialog
from assistant.ui.dialogs.mending import MendingDialog
from assistant.ui.dialogs.new_material import NewMaterialDialog
from assistant.ui.dialogs.notes import NotesDialog
from assistant.ui.dialogs.recovery_list import Held, RecoveryDialog
from assistant.ui.dialogs.resemblances import ResemblancesDialog
from assistant.ui.dialogs.sendings import Shown
from assistant.ui.dialogs.set_aside import SetAsideDialog
from assistant.ui.dialogs.template_dialog import TemplateDialog
from assistant.ui.panels.side_panel import LAST_YEAR, LINKS, RETURNED
from assistant.ui.waiting import WaitingBox, named
from assistant.ui.work.files import SAMPLE

SCREEN = QSize(1024, 600)
INSIDE = QSize(1024 - 2, 600 - 32)  # what the system leaves inside a frame
TODAY = datetime.date(2026, 11, 20)
NOTICE = """关于认真开好2026年度民主生活会的通知
各党支部：
一、会议主题。这次会议的主题是：认真学习，真抓实干，以优良作风推动高质量发展。
二、撰写材料。重点对照以下五个方面进行检视：1.带头强化政治忠诚、提高政治能力；2.带头固本培元、增强党性；
3.带头敬畏人民、敬畏组织、敬畏法纪；4.带头干事创业、担当作为；5.带头坚决扛起管党治党责任。
材料应包括：①上年度整改情况；②存在的问题；③原因剖析；④整改措施。个人材料一般不超过3500字，第三、四部分合计2000字左右。
三、时间安排。2027年1月20日前报送材料，1月下旬召开民主生活会。
"""


@pytest.fixture(scope="module", params=theme.SIZES)
def looks(request, qapp):
    """The application in its own looks and one size of type."""
    with conftest.looking(qapp, "light", request.param) as made:
        yield made


def with_findings(window):
    """Open the sample with something to see of every kind."""
    window.files.open_sample()
    text = window.editor.text
    changed = text.replace("5次", "XX次", 1).replace("（二）宗旨意识", "（四）宗旨意识").replace("，", ",", 3)
    start, end = changed.index("（三）带头敬畏"), changed.index("（四）带头干事")
    window.wiring.deciding.set_stage(Stage.REVIEW)
    window.editor.replace_all(changed[:start] + changed[end:], "改")
    window.wiring.underlining.start_afresh()
    window.wiring.analyser.analyse_now()
    return window


@pytest.mark.parametrize("tab", [0, 1])
def test_the_window(looks, make_themed_window, tab):
    window = with_findings(make_themed_window(looks.theme))
    show_at(window, INSIDE)
    assert faults(window, INSIDE) == []
    assert window.wiring.sides.right_fold.folded  # there is room for the page instead
    window.wiring.find_bar.open(replacing=True)
    window.wiring.sides.right_fold._open(tab)
    window.bars.show_message(
        "导出的Word在14:20被改过，没有覆盖。是否把Word里的修改带回草稿？", [("带回修改", list), ("另存Word…", list)]
    )
    show_at(window, INSIDE)
    assert window.wiring.side.isVisible()
    assert faults(window, INSIDE) == []
    commit(window.editor, "字")  # one letter more must not make it wider
    window.wiring.analyser.analyse_now()
    show_at(window, INSIDE)
    assert window.size() == INSIDE


def test_menus_are_not_higher_than_a_small_screen(looks, make_themed_window):
    """In the usual type; in the largest they go on in a second column."""
    window = make_themed_window(looks.theme)
    window.join()
    menus = [QMenu.menuInAction(action) for action in window.menuBar().actions()]
    heights = {menu.title(): menu.sizeHint().height() for menu in menus}
    assert looks.theme.sizes.scale > 1 or max(heights.values()) < SCREEN.height(), heights


def test_the_window_beside_last_year(looks, make_themed_window, answers, tmp_path):
    """Its panel stands over the page here; what does not fit is scrolled."""
    last = (paths.resources() / "samples" / f"{SAMPLE}.txt").read_text("utf-8").replace("2025年度", "2024年度")
    (tmp_path / "去年.txt").write_text(last, "utf-8")
    answers.wish = wish(source=tmp_path / "去年.txt")
    window = make_themed_window(looks.theme)
    window.files.new()
    window.wiring.sides.right_fold._open(LAST_YEAR)
    show_at(window, INSIDE)
    window.wiring.tabs.last_year.refresh()
    QApplication.processEvents()
    panel = window.wiring.side.last_year
    assert panel.isVisible()
    assert faults(window, INSIDE) == []
    page = panel._pages.currentWidget()
    assert not page.verticalScrollBar().isVisible()  # its parts are scrolled, it is not
    row = panel.rows.answers.visualItemRect(panel.rows.answers.item(0))
    assert panel.rows.answers.viewport().rect().contains(row)
    assert page.viewport().rect().contains(panel.rows.fill.mapTo(page.viewport(), panel.rows.fill.rect().bottomRight()))


def test_the_window_while_texts_are_compared(looks, make_themed_window, answers, tmp_path):
    window = with_findings(make_themed_window(looks.theme))
    answers.name = "书记审后"
    window.wiring.compare.versions.save_version()
    window.editor.replace_all(window.editor.text.replace("次", "回").replace("\n一是", "\n再有，一是"), "改")
    window.bars.clear()
    window.wiring.compare.toggle(on=True)
    show_at(window, INSIDE)
    assert window.wiring.compare.view.changes.entries()
    assert faults(window, INSIDE) == []


def test_the_table_of_problems_and_measures(looks, make_themed_window):
    window = with_findings(make_themed_window(looks.theme))
    show_at(window, INSIDE)
    window.wiring.sides.right_fold._open(LINKS)
    show_at(window, INSIDE)
    panel, work = window.wiring.side.links, window.wiring.tabs.links
    work.refresh()
    panel.take_focus()
    line = panel.table.current_line
    work.choose(line.item, MEASURE, work._found.of_kind(MEASURE))  # as long as can be
    work.refresh()
    show_at(window, INSIDE)
    assert panel.isVisible()
    assert faults(window, INSIDE) == []


def test_the_window_with_what_came_back(looks, make_themed_window, answers):
    """First without anything, then with a long list of opinions, of which one card is open."""
    answers.wish = wish()
    window = make_themed_window(looks.theme)
    window.files.new()
    window.wiring.sides.right_fold._open(RETURNED)
    show_at(window, INSIDE)
    assert window.wiring.side.returned.isVisible()
    assert faults(window, INSIDE) == []
    answers.said = "群众意见：\n" + "\n".join(f"{n}.联系群众不够经常，到基层调研提前打招呼的多。" for n in range(1, 30))
    window.wiring.tabs.returned.add_opinions()
    window.wiring.tabs.returned.refresh()
    window.wiring.side.returned.cards.select("o:0")
    QApplication.processEvents()
    assert faults(window, INSIDE) == []


def test_the_start_page(looks, make_themed_window, tmp_path):
    window = make_themed_window(looks.theme)
    recent = [tmp_path / f"{name}2025年度民主生活会个人对照检查材料-林知远.duizhao" for name in "甲乙丙丁戊己"]
    for path in recent:
        path.touch()
    window.files.settings = window.files.settings._replace(recent=tuple(map(str, recent)))
    window.show_start()
    show_at(window, INSIDE)
    assert faults(window, INSIDE) == []


def templates(_window):
    found = notice.read(NOTICE)
    shipped = shipped_shelf.every
    files = [proposal.propose(each, shipped(), f"2026-{n}") for n, each in enumerate(found.templates)]
    return TemplateDialog(None, files, text=NOTICE, reading=found, today=TODAY)


def new_material(_window):
    profile = Profile("市住房保障和城乡建设管理中心", "党组成员、副主任", "林知远")
    return NewMaterialDialog(None, TODAY, profile)


def beside_last_year(window):
    made = new_material(window)
    made._earlier.open(paths.resources() / "samples" / f"{SAMPLE}.txt", "林知远")
    return made


def exchange(_window):
    return NewMaterialDialog(None, TODAY, Profile(), current=wish().template, exchange=True)


def mendings(window):
    actions = window.wiring.actions
    planned = mending.plan(window.editor.text, actions._findings)
    assert planned
    return MendingDialog(None, window.editor.text, planned, lambda _: "存在的问题 · 固本培元、增强党性")


def set_aside(window):
    deciding = window.wiring.deciding
    for _ in range(2):
        deciding.ignore(window.wiring.analyser.up_to_date().findings[0])
    dialog = SetAsideDialog(None)
    dialog.show_entries(setting_aside.entries(window.session.choices.decisions, window.session.template))
    return dialog


def notes(window):
    return NotesDialog(None, window.wiring.analyser.up_to_date())


def former(window):
    states = [SavedState(paths.resources() / "samples" / f"{SAMPLE}.txt", 1.79e9, n) for n in (3, 2, 1)]
    names = ("2025年度民主生活会个人对照检查材料-林知远", "稿")
    found = [
        Former(names[0], None, 1.8e9, Recovered(Draft(window.editor.text), None, 1.8e9, Path("没有"))),
        *(Former(names[1], Path("稿.duizhao"), state.time, state) for state in states),
    ]
    held = Held(window.editor.text.replace("自学", "学习"), "已保存")
    return RecoveryDialog(None, window.editor.theme, found, lambda _: held, lambda each: each.name)


def lengths(window):
    return LengthsDialog(None, window.editor.theme, window.wiring.analyser.up_to_date(), window.files.layout, "选中的")


def keys(window):
    return KeysPage(None, window.menuBar())


def checks(window):
    return ChecksDialog(None, window.editor.theme)


def guide(_window):
    return GuideDialog(None)


def criticisms(_window):
    said = Criticism("市住房保障和城乡建设管理中心党组书记、主任", "建议工作认真", wish="希望盯到底。" * 30)
    dialog = CriticismWindow(None)
    dialog.show_form(Form((said, said._replace(to="", problem=""), *(said,) * 30)))
    dialog._remove()
    dialog.choose(1)
    dialog.say("批评意见文件已被其他程序改动，这次没有覆盖。请换一个文件名保存，再核对两份的内容。")
    return dialog


def sendings(window):
    window.wiring.compare.versions.keep_exported()
    dialog = window.wiring.compare.versions.sendings().dialog(None)
    sent = Sending("1", "12月4日09:30导出的", "市委组织部干部监督科周明达", TODAY, "口头说了三条，都记在随记里。" * 5)
    dialog.show_sendings(
        [Shown(sent, ("12月5日“材料-周.docx”：批注3处、修订5处，未处理2处",))] * 20, [("1", sent.name * 4)]
    )
    came = Round("2026年度民主生活会个人对照检查材料-林知远（周审）.docx", "a", "2026-12-05T09:00:00", sent.name)
    dialog.show_answers([Answer(came, (sent, sent), None)])
    dialog.say("没有认出时间“后天”，请写成2026年12月30日。")
    return dialog


def message(_window):
    box = QMessageBox()
    box.setText(
        "这份“本次要求”文件不完整，或者内容已被改动，暂不能使用。由同事发来的，请对方重新发送；自行改过的，请删除后照通知重新填写。"
        * 2
    )
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    return box


def waiting(_window):
    return WaitingBox(f"正在打开{named('2025年度民主生活会个人对照检查材料-林知远' * 9)}…", None)


def alike(window):
    pair = Alike(
        "财务科-李四2025年度个人对照检查材料.docx",
        "办公室-张三.docx",
        False,
        1612,
        0.31,
        ("学习不深" * 30,),
        (),
        (5200, 6100),
    )
    return ResemblancesDialog(None, window.editor.theme, Found(14, (pair,), (("坏.docx", "打不开。"),)))


def folder_checked(window):
    people = tuple(Person(name, "住房和城乡建设局住房保障中心", "科长") for name in ("张三", "李四", "王小明"))
    line = Line("a", "一、问题", 3, "下乡走访", Severity.ERROR, "清稿", "“XX”尚未填写。" * 8, "请填写。", "", "XX")
    outcome = Outcome(
        "张三.docx", by=Profile(name="张三"), subject="班子成员个人", asked="要求", length=9, findings=(line,)
    )
    other = Outcome("座次表.xlsx", no_material="这不是材料，是Excel表格")
    shown = FolderShown("收到的材料", folder_owners.of([outcome, other], people), {})
    return FolderWindow(None, window.editor.theme, shown)


DIALOGS = (
    alike,
    waiting,
    templates,
    new_material,
    beside_last_year,
    exchange,
    mendings,
    set_aside,
    notes,
    former,
    lengths,
    checks,
    guide,
    keys,
    criticisms,
    sendings,
    message,
    about,
    safety,
    clearing,
    untouched,
    template_list,
)


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_a_dialog(looks, make_themed_window, qtbot, make, request):
    """`dev.py test --long` tries all sizes of type, else the usual and the largest."""
    if not request.getfixturevalue("long") and request.node.callspec.params["looks"] not in ("standard", "huge"):
        pytest.skip("其余字号用 dev.py test --long")
    dialog = make(with_findings(make_themed_window(looks.theme)))
    assert isinstance(dialog, QDialog)
    qtbot.addWidget(dialog)
    if not isinstance(dialog, QMessageBox):
        assert dialog.width() > 300
        show_at(dialog, INSIDE)
    else:
        dialog.show()
    assert faults(dialog, INSIDE) == []


def test_a_remark_leaves_no_empty_line(qtbot):
    """A plain label does, on Windows under other texts than here."""
    form = QWidget()
    qtbot.addWidget(form)
    rows = QFormLayout(form)
    remarks = [Remark("按通知核对" * times) for times in (2, 3, 5, 9, 30)]
    for remark in remarks:
        rows.addRow("", remark)
    form.resize(700, 500)
    form.show()
    QApplication.processEvents()

    assert [each.height() for each in remarks] == [each.heightForWidth(each.width()) for each in remarks]
    assert remarks[-1].height() > remarks[0].height()


def test_fields_of_a_form_begin_at_one_edge(looks, qtbot):
    form = QWidget()
    qtbot.addWidget(form)
    rows = QFormLayout(form)
    fields = [Year(2026, 2026), QLineEdit("2026年度民主生活会"), length(3500)]
    for field in fields:
        rows.addRow("字段", field)
    form.resize(500, 200)
    form.show()
    QApplication.processEvents()
    lines = [field if isinstance(field, QLineEdit) else field.lineEdit() for field in fields]
    for line in lines:
        line.home(False)
    begins = [line.mapTo(form, line.cursorRect().center()).x() for line in lines]

    assert max(begins) - min(begins) <= 3
    assert max(each.height() for each in fields) - min(each.height() for each in fields) <= 3


def test_a_folder_that_was_checked(looks, make_themed_window, qtbot):
    dialog = folder_checked(make_themed_window(looks.theme))
    qtbot.addWidget(dialog)
    show_at(dialog, INSIDE)
    assert faults(dialog, INSIDE) == []
    tree = dialog.findChild(QTreeWidget)
    assert tree.wraps
    assert tree.viewport().height() >= tree.visualItemRect(tree.topLevelItem(2)).bottom()
    assert tree.viewport().height() >= 6 * (tree.fontMetrics().height() + 4)  # six rows of one line
    dialog.parts.tabs.setCurrentIndex(1)
    show_at(dialog, INSIDE)
    assert faults(dialog, INSIDE) == []


@pytest.mark.parametrize("count", [2, 7, 10])
def test_a_list_that_is_opened_shows_its_rows_whole(looks, qtbot, count):
    """Below its field, so that this still tells what is chosen; of more than ten rows the rest is scrolled."""
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"{year}年度民主生活会" for year in range(2017, 2017 + count)])
    box.show()
    box.showPopup()
    view = box.view()

    assert view.viewport().height() >= view.visualRect(view.model().index(count - 1, 0)).bottom() + 1
    assert view.window().y() >= box.mapToGlobal(box.rect().bottomLeft()).y()
