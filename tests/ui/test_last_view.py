"""A draft that is opened as it was left shows at once what it showed then; whatever has changed, it is read first."""

import datetime
import json
import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from ui.watched_start import words_of_start

from assistant.decisions import NO_DECISIONS, Stage
from assistant.files import former_states, kept_views, settings
from assistant.files.draft import Draft, DraftFile, TemplateChoice, encode
from assistant.text import Edit
from assistant.ui import theme, view_values
from assistant.ui.main_window import MainWindow
from assistant.ui.page.highlighter import look_of
from assistant.ui.panels import status

TEMPLATE = TemplateChoice("2025-democratic-individual")


@pytest.fixture
def draft(tmp_path, finished_sample):
    """A draft with something to be mended, of which a state is kept on this machine."""
    path = tmp_path / "稿.duizhao"
    content = Draft(finished_sample.replace("，", "，，", 2) + "\n还有XX处", TEMPLATE)
    former_states.keep_state(path, content)
    path.write_bytes(encode(content))
    return path


class Opened:
    """A window that has opened with a draft: what it showed at first, when its panels were painted, and in the end."""

    def __init__(self, qtbot, answers, path):
        self.window = window = MainWindow(theme.load(), answers)
        qtbot.addWidget(window, before_close_func=lambda w: w.history.setClean())
        window.resize(1380, 860)
        assert window.open_file(str(path))
        window.show()
        window.join(self._look)
        self.in_the_end = self.shown()

    def _look(self):
        self.read = hasattr(self.window.wiring, "analyser")
        QApplication.sendPostedEvents()
        self.window.wiring.settle()
        self.at_first = self.shown()

    def shown(self):
        window, wiring = self.window, self.window.wiring
        return {
            "rows": wiring.outline.rows(),
            "row": wiring.outline._tree.currentItem() and wiring.outline._tree.currentItem().text(0),
            "count": (wiring.outline._count.text(), wiring.outline._bar.value(), wiring.outline._bar.maximum()),
            "status": (wiring.status.told(), wiring.status.stage.text(), wiring.status._length.property("over")),
            "tabs": (wiring.side.titles(), wiring.side.tabToolTip(1), wiring.side.currentIndex()),
            "cards": list(wiring.side.questions.shown()),
            "marks": list(window.desk.marks._marks),
            "looks": [look_of(block) for block in window.editor.blocks()],
            "fonts": [[f.format.font().key() for f in b.layout().formats()] for b in window.editor.blocks()],
            "place": (window.editor.caret, window.editor.verticalScrollBar().value()),
        }

    def leave(self, at=None):
        if at is not None:
            self.window.editor.go_to(at)
        self.window.close()
        return self


@pytest.fixture
def opened(qtbot, answers, draft):
    return lambda path=draft: Opened(qtbot, answers, path)


def test_what_is_shown_at_first_is_what_reading_gives(opened, draft):
    text = DraftFile.load(draft)[1].text
    for at in (None, text.index("学习", 300), len(text)):
        opened().leave(at)
        again = opened().leave()
        assert not again.read
        assert again.at_first == again.in_the_end
        assert len(again.at_first["cards"]) > 1
        assert any(look.underlines for look in again.at_first["looks"])
        kept_views.forget()
        anew = opened().leave()
        assert anew.read
        assert anew.in_the_end == again.in_the_end


@pytest.mark.parametrize(
    ("template", "stage", "quiet"),
    [(None, Stage.DRAFT, False), (TEMPLATE, Stage.FINAL, False), (TEMPLATE, Stage.REVIEW, True)],
)
def test_so_it_is_whatever_is_asked_for(opened, draft, template, stage, quiet):
    settings.save(settings.Settings(quiet=quiet))
    content = DraftFile.load(draft)[1]
    draft.write_bytes(encode(content._replace(template=template, decisions=NO_DECISIONS._replace(stage=stage))))
    opened().leave()
    again = opened()

    assert not again.read
    assert again.at_first == again.in_the_end


def test_a_fresh_page_is_read_since_the_caret_is_yet_to_be_put(opened, tmp_path, answers):
    path = tmp_path / "新.duizhao"
    content = Draft("标题\n一、存在的问题\n", TEMPLATE)
    former_states.keep_state(path, content)
    path.write_bytes(encode(content))
    opened(path).leave(0)

    assert opened(path).read


def rewrite(draft, change):
    content = DraftFile.load(draft)[1]
    draft.write_bytes(encode(change(content)))


def known(**changes):
    settings.save(settings.load()._replace(**changes))


CHANGES = {
    "the text": lambda draft, _: rewrite(draft, lambda old: old._replace(text=old.text + "。")),
    "a decision": lambda draft, _: rewrite(draft, lambda old: old._replace(decisions=old.decisions._replace(stage=Stage.REVIEW))),
    "the template": lambda draft, _: rewrite(draft, lambda old: old._replace(template=TemplateChoice("2024-democratic-individual"))),
    "only what must be changed": lambda *_: known(quiet=True),
    "the paper": lambda *_: known(layout="fixed28"),
    "the caret": lambda draft, _: known(carets={str(draft): 5}),
    "the version": lambda _, patch: patch.setattr(view_values, "__version__", "99"),
    "the build": lambda _, patch: patch.setattr(view_values.kept_code, "all_kept", lambda: SimpleNamespace(mark=-1)),
    "the form": lambda _, patch: patch.setattr(view_values, "FORMAT", view_values.FORMAT + 1),
    "a public machine": lambda *_: known(public=True),
}  # fmt: skip


@pytest.mark.parametrize("setting", settings.AnalysisSettings._fields)
def test_a_view_is_right_only_with_all_that_the_analysis_is_told_of_the_settings(opened, setting):
    view = opened().window.wiring._last
    before = view._about(0)
    view._files.settings = view._files.settings._replace(**{setting: "another"})
    assert view._about(0) != before
    view._files.settings = settings.Settings(zoom=70)
    assert view._about(0) == before


@pytest.mark.parametrize("what", CHANGES)
def test_what_has_changed_since_is_read_first(opened, draft, monkeypatch, what):
    opened().leave()
    CHANGES[what](draft, monkeypatch)
    anew = opened()

    assert anew.read
    assert anew.at_first["rows"]


def test_a_damaged_file_and_that_of_another_draft_are_not_there(opened, draft, tmp_path):
    opened().leave()
    (file,) = kept_views.kept()
    other = tmp_path / "另一份.duizhao"
    shutil.copy(draft, other)
    rewrite(other, lambda old: old._replace(text="别的"))
    shutil.copy(file, kept_views._file(other))
    assert opened(other).read
    file.write_bytes(file.read_bytes()[:-9])
    assert opened().read


def test_where_reading_shows_otherwise_that_stands(opened, draft):
    """As it may where a requirement of the writer's own was changed, or last year's text is no longer at hand."""
    last = opened().leave().window.wiring._last
    about = last._about(last.place)
    right = view_values.decoded(kept_views.read(draft, about))
    wrong = right._replace(
        rows=right.rows[1:],
        findings="检查结果 99",
        cards=right.cards[:1],
        marks=(),
        looks=tuple(look._replace(underlines=()) for look in right.looks),
        spans=tuple(() for _ in right.spans),
        status=right.status._replace(length="1字", over=True),
        completed=(0, 99),
    )
    kept_views.keep(draft, about, view_values.encoded(wrong))
    again = opened()

    assert not again.read
    assert again.at_first["tabs"][0][1] == "检查结果 99"
    again.window.editor.highlighter.finish()
    in_the_end = again.shown()
    again.leave()
    kept_views.forget()
    assert in_the_end == opened().in_the_end


def test_the_days_that_are_left_are_those_of_today(opened, draft, monkeypatch):
    def on(day):
        class Day(datetime.date):
            @classmethod
            def today(cls):
                return datetime.date(2027, 1, day)

        monkeypatch.setattr(status, "datetime", SimpleNamespace(date=Day))

    last = opened().leave().window.wiring._last
    about = last._about(last.place)
    right = view_values.decoded(kept_views.read(draft, about))
    dated = right._replace(status=right.status._replace(hand_in=datetime.date(2027, 1, 20)))
    kept_views.keep(draft, about, view_values.encoded(dated))
    for day, told in ((14, "距交稿还有6天"), (15, "距交稿还有5天"), (20, "今天交稿")):
        on(day)
        again = opened()
        assert told in again.at_first["status"][0]
        again.window.close()
        kept_views.keep(draft, about, view_values.encoded(dated))


def test_nothing_is_kept_of_what_is_not_on_the_disk_or_was_never_saved_here(opened, draft, tmp_path):
    window = opened().window
    window.editor.apply([Edit(0, 0, "添")], "")
    window.close()
    assert kept_views.kept() == []
    visiting = tmp_path / "别人的.duizhao"
    shutil.copy(draft, visiting)
    opened(visiting).leave()
    assert kept_views.kept() == []
    known(public=True)
    opened().leave()
    assert kept_views.kept() == []


OTHER = {
    "a text": lambda window: window.editor.apply([Edit(0, 0, "添")], ""),
    "a decision": lambda window: window.session.show_choices(
        window.session.choices._replace(decisions=NO_DECISIONS._replace(stage=Stage.REVIEW))
    ),
    "a template": lambda window: window.session.show_choices(window.session.choices._replace(template=None)),
}


@pytest.mark.parametrize("what", OTHER)
def test_nothing_is_kept_of_what_only_counts_as_saved(opened, what):
    window = opened().window
    OTHER[what](window)
    window.history.setClean()
    window.close()

    assert kept_views.kept() == []


def test_nothing_is_shown_to_a_text_that_counts_as_unsaved(opened, draft):
    opened().leave()
    window = opened().window
    assert window.wiring._last.show()
    window.history.resetClean()
    assert not window.wiring._last.show()


def test_a_draft_that_was_written_otherwise_is_shown_at_once_too(opened, draft):
    """As one that another program, or an older one of ours, has written."""
    table = json.loads(draft.read_bytes())
    del table["versions"]
    draft.write_bytes(json.dumps(dict(sorted(table.items()))).encode())
    opened().leave()

    assert not opened().read


def test_it_is_kept_too_where_another_document_takes_its_place(opened, draft):
    window = opened().window
    window.files.open_sample()

    assert len(kept_views.kept()) == 1
    window.close()
    assert not opened().read


def test_a_saved_change_is_kept(opened, draft):
    window = opened().window
    window.editor.apply([Edit(0, 0, "再")], "")
    window.files.save()
    window.close()
    again = opened()

    assert not again.read
    assert again.window.editor.text.startswith("再")
    assert again.at_first == again.in_the_end


@pytest.mark.parametrize("at", [0, 900])
def test_nothing_that_reads_is_loaded_first_and_nothing_painted_after(draft, at, long):
    if not (at or long):
        pytest.skip("从文首打开的用 dev.py test --long")
    joined = """
        seen()
        rooms = ("assistant.facts.", "assistant.rules.", "assistant.structure.", "assistant.review.material")
        told.append(sum(name.startswith(rooms) for name in sys.modules))
        told.append("_parts" in vars(sys.modules["assistant.kept_code"].all_kept()))
        told.append(len(window.wiring.outline.rows()))
    """
    left = f"""
        window.editor.go_to({at})
        window.close()
    """
    runs = [words_of_start(draft, joined, left) for _ in range(3)]
    (loaded, *_, rows, _), _, (first, piece, same, frames) = runs

    assert int(loaded) > 100
    assert (first, piece, same, frames) == ("0", "False", rows, "0")  # nor is what it is kept in, if it was compiled
    assert kept_views.kept() == [kept_views._file(draft)]
