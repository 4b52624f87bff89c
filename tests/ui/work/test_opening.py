"""Opening in the window: what cannot be opened is said, and nothing changes."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from ui.conftest import Answers, wish
from ui.work.conftest import add, press

from assistant import paths
from assistant.decisions import Decisions
from assistant.files import former_states, journals, opening, too_large
from assistant.files.disk import nearest_folder
from assistant.files.draft import Draft, DraftFile
from assistant.text_memory import remembered
from assistant.ui.dialogs.earlier_file import Way
from assistant.ui.dialogs.recovery_list import Held
from assistant.ui.document import file_places
from assistant.ui.page.analyser import Analyser
from assistant.ui.work.prompts import Prompts


def test_unreadable_files_are_told_and_nothing_changes(sample, answers, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04")
    text = sample.editor.text

    assert not sample.open_file(str(broken))
    assert "损坏" in answers.told[-1]
    assert sample.editor.text == text


def test_a_draft_open_elsewhere_is_not_opened_twice(window, make_window, tmp_path):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    window.open_file(str(path))
    others = Answers()

    assert not make_window(others).open_file(str(path))
    assert "另一个窗口" in others.told[-1]


def test_last_years_decisions_are_not_carried_over(window, answers, tmp_path):
    path = tmp_path / "去年.duizhao"
    DraftFile(path).save(Draft("前言", None, Decisions(answered={"a": "b"}, notes={"c": "d"}, headings={"前言": 1})))
    answers.wish = wish(source=path, way=Way.REVISE)
    window.files.new()

    decisions = window.session.choices.decisions
    assert (decisions.answered, decisions.notes, decisions.headings) == ({}, {}, {"前言": 1})


def test_a_file_is_read_before_anything_is_asked(sample, answers, tmp_path):
    add(sample, "改")
    sample.open_file(str(tmp_path / "没有.txt"))

    assert not any("是否保存" in told for told in answers.told)


def test_a_broken_draft_offers_its_kept_states(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("存过的"))
    path.write_bytes(b"broken")

    answers.agreed = False
    assert not window.open_file(str(path))
    assert "已损坏" in answers.told[-1]
    answers.agreed = True
    assert window.open_file(str(path))
    assert (window.editor.text, window.files.modified, window.session.path) == ("存过的", True, path)
    assert "保存的版本。原来的草稿文件未能读取，没有改动" in window.bars.messages()[0]
    assert path.read_bytes() == b"broken"
    assert not window.files.save()
    assert "截断或改坏" in window.bars.messages()[0]
    press(window, "按原名保存")
    assert DraftFile.load(path)[1].text == "存过的"
    assert (tmp_path / "稿-受损.duizhao").read_bytes() == b"broken"


def test_the_word_file_of_a_broken_draft_is_ours_still(window, answers, tmp_path):
    path = answers.save_path = tmp_path / "稿.duizhao"
    window.files.open_sample()
    for text in ("第一次。", "第二次。"):
        add(window, text)
        assert window.files.save()
    window.files.open_sample()
    path.write_bytes(path.read_bytes()[:200])
    answers.state = 0
    assert window.open_file(str(path))
    assert not window.files.save()
    press(window, "按原名保存")
    assert [told[:5] for told in window.bars.messages()] == ["草稿已保存"]  # nobody has changed the Word file
    add(window, "第三次。")
    assert window.files.save()
    assert opening.read(path.with_suffix(".docx")).text.endswith("第三次。")


def test_a_kept_state_beside_a_file_that_may_be_somebodys_work_is_saved_elsewhere(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("存过的"))
    path.write_text('{"format": 99}', "utf-8")  # of a later version
    assert window.open_file(str(path))
    assert window.editor.text == "存过的"
    assert not window.files.save()
    assert "已被其他程序改动" in window.bars.messages()[0]
    answers.save_path = tmp_path / "另存.duizhao"
    press(window, "另存为…")
    assert DraftFile.load(answers.save_path)[1].text == "存过的"
    assert path.read_text("utf-8") == '{"format": 99}'


def test_what_was_never_saved_of_a_broken_draft_leads_among_its_states(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    former_states.keep_state(path, Draft("存过的"))
    journal = journals.Journal()
    journal.keep(Draft("存过的，断电前写的"), DraftFile(path).save(Draft("存过的")))
    journal.kept.release()
    other = journals.Journal()
    other.keep(Draft("别的稿"), None)
    other.kept.release()
    path.write_bytes(path.read_bytes()[:60])
    answers.state = 0
    assert window.open_file(str(path))
    assert [held for _, _, held in answers.found] == [Held("存过的", "最后保存"), None]
    assert (window.editor.text, window.session.path, window.files.modified) == ("存过的，断电前写的", path, True)
    assert not window.files.save()
    press(window, "按原名保存")
    assert DraftFile.load(path)[1].text == "存过的，断电前写的"
    assert len(list(tmp_path.glob("稿-受损*"))) == 1


def test_the_states_of_a_broken_draft_are_held_against_the_last(window, answers, tmp_path):
    path = tmp_path / "稿.duizhao"
    for text in ("一稿", "二稿", "三稿"):
        former_states.keep_state(path, Draft(text))
    former_states.saved_states(path)[0].path.write_bytes(b"broken too")
    path.write_bytes(b"broken")
    answers.state = 2
    assert window.open_file(str(path))
    assert [held for _, _, held in answers.found] == [Held("二稿", "最后保存"), None, Held("二稿", "最后保存")]
    assert window.editor.text == "一稿"


def test_the_open_draft_that_broke_asks_once_when_it_is_opened_again(window, answers, tmp_path):
    path = answers.save_path = tmp_path / "稿.duizhao"
    window.files.open_sample()
    assert window.files.save()
    add(window, "没存的一句。")
    path.write_bytes(b"broken")
    answers.told.clear()
    assert window.open_file(str(path))
    assert [each[:4] for each in answers.told] == ["是否保存", "稿.du"[:4]]
    assert not window.editor.text.endswith("没存的一句。")  # that was answered with 不保存


def test_relative_paths_do_not_lock_the_window_out(window, tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("一稿"))
    monkeypatch.chdir(tmp_path)

    assert window.open_file("稿.duizhao")
    assert window.open_file(str(path))


def test_a_drive_that_is_gone_suggests_home(monkeypatch):
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert nearest_folder(Path("/gone/away")) == Path.home()


def test_a_reopened_draft_is_shown_where_it_was_left(make_window, answers, tmp_path, finished_sample):
    answers.save_path = tmp_path / "稿.duizhao"
    window = make_window(answers)
    window.files.open_sample()
    place = finished_sample.index("整改")
    window.editor.go_to(place)
    window.files.save()
    window.files.open_sample()
    assert window.editor.caret == 0
    window.open_file(str(answers.save_path))
    assert window.editor.caret == place
    window.editor.go_to(place + 90)
    window.close()
    other = make_window(answers)
    other.open_file(str(answers.save_path))

    assert other.editor.caret == place + 90
    assert not other.files.modified


class _Mapped(type(Path())):
    """A path on a drive that stands for a folder of a server."""

    drive = "Z:"

    def absolute(self):
        return self

    def resolve(self):
        return Path("/server/share/稿子.duizhao")


def test_a_network_drive_keeps_its_letter():
    path = _Mapped("/Z/稿子.duizhao")

    assert file_places.whole(path) == path


def test_before_a_copy_of_a_marked_file_is_kept_it_is_asked(window, answers, tmp_path):
    path = tmp_path / "带标志的.txt"
    path.write_text("秘密★1年\n个人对照检查材料\n一、存在的问题\n学得少。", "utf-8")
    assert not window.open_file(str(path))
    assert answers.told == ["带标志的.txt：秘密★1年"]
    assert not window.working
    assert str(path) not in window.files.settings.recent
    window.files.keep_journal()
    assert not list(paths.home().rglob("*.journal"))
    answers.not_secret = True
    assert window.open_file(str(path))


def test_last_years_marked_file_is_not_kept_beside_the_draft(sample, answers, tmp_path):
    answers.earlier = tmp_path / "去年.txt"
    answers.earlier.write_text("机密\n2024年度民主生活会个人对照检查材料\n一、存在的问题\n学得少。", "utf-8")
    sample.wiring.tabs.beside.choose_file()
    assert sample.session.choices.references == ()
    assert not list(paths.home().rglob("references/*.txt"))


def test_the_question_about_a_mark_is_asked_only_where_there_is_one(window, monkeypatch):
    asked = []
    monkeypatch.setattr("assistant.ui.asking.ask", lambda *told, **_: asked.append(told[2]))
    prompts = Prompts(window)
    assert prompts.may_keep("稿", "机密文件管理不严。\n商业秘密保护不够。\n内部资料")
    assert asked == []
    assert not prompts.may_keep("稿", "正文\n密级：机密\n正文")
    assert "密级：机密" in asked[0]


def test_a_text_longer_than_can_be_worked_on_is_refused(window, answers, tmp_path, monkeypatch):
    monkeypatch.setattr(too_large, "MOST_CHARACTERS", 40_000)
    path = tmp_path / "全区.txt"
    path.write_text("一、存在的问题\n学得不深。\n" * 4_000, "utf-8")
    assert not window.files.open_path(path)
    assert "约5万字" in answers.told[0]
    assert "检查一批文件" in answers.told[0]

    window.files.open_sample()
    sample = window.editor.text
    QApplication.clipboard().setText(path.read_text("utf-8"))
    window.editor.paste()
    assert window.editor.text == sample
    assert any("没有粘贴" in told for told in window.bars.messages())

    long = DraftFile(tmp_path / "长.duizhao")
    long.save(Draft("学得不深。\n" * 10_000))
    assert window.files.open_path(long.path)  # what one has written himself opens


def test_what_is_opened_is_looked_at_once(window, last_year, monkeypatch):
    window.files.open_sample()
    looked = []
    look_at = Analyser.look_at
    monkeypatch.setattr(Analyser, "look_at", lambda self, text: looked.append(text) or look_at(self, text))
    assert window.files.open_path(last_year)
    assert set(looked) == {window.editor.text}
    assert len(looked) <= 2  # again where it turns out to answer another template
    assert window.wiring.analyser.material.text == window.editor.text


def test_a_name_with_nul_is_told_and_not_stumbled_over(window, answers, tmp_path):
    assert not window.files.open_path(Path("/tmp/a\0b.docx"))
    assert "系统不允许" in answers.told[0]


def test_nothing_is_remembered_of_a_text_that_went(sample, tmp_path):
    """It would come to some megabytes in a day."""
    asked = []

    @remembered(8)
    def length(text):
        asked.append(text)
        return len(text)

    length("学习")
    sample.editor.insertPlainText("学")
    length("学习")
    assert asked == ["学习"]

    sample.files.open_sample()
    length("学习")
    assert asked == ["学习", "学习"]
