"""对比: the draft is held against a version of it, a saved state, last year's material or any file, and takes over from it
what the writer accepts. Each acceptance is one step of undo; the other text is only read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from assistant.files import disk, layouts, opening, trouble
from assistant.files.trouble import Unwritable, not_done
from assistant.language.punctuation import quoted
from assistant.reading import Unreadable
from assistant.review import adoption, listed_changes
from assistant.review.adoption import Taken
from assistant.review.comparison import Comparison, compare
from assistant.review.listed_changes import ListedChange, State
from assistant.text import length
from assistant.ui.document import file_places
from assistant.ui.panels.bars import Choice, Lasts
from assistant.ui.panels.change_drawing import BACK, KEEP, LEFT, RIGHT, TAKE
from assistant.ui.panels.compare_view import CompareView
from assistant.ui.panels.version_list import Other
from assistant.ui.waiting import GivenUp
from assistant.ui.work.compared_texts import ComparedTexts, OtherText
from assistant.ui.work.taking_over import TakingOver

if TYPE_CHECKING:
    from assistant.language.words import Words
    from assistant.ui.work.workplace import Workplace

_KEY = "compare"  # of bars


class Comparing(QObject):
    """Fills the view and does what is chosen there."""

    def __init__(self, place: Workplace, view: CompareView, words: Words, leave: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._words, self._leave = view, words, leave
        self._actions, self._editor, self._session = place.actions, place.editor, place.session
        self._files, self._bars, self._history = place.files, place.bars, place.history
        self._texts = ComparedTexts(place.session)
        self._other: OtherText | None = None
        self._found: Comparison | None = None
        self._over = TakingOver(place.editor, place.history)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.versions.chosen.connect(self._choose)
        view.versions.open_wanted.connect(self.open_other)
        view.versions.whole_wanted.connect(self.take_whole)
        view.changes.pressed_button.connect(self._press)
        view.changes.place_wanted.connect(self._go_to)
        view.section_wanted.connect(self.take_section)
        view.rest_wanted.connect(self.take_rest)
        view.export_wanted.connect(self.export)
        view.back_wanted.connect(self._leave)
        self._session.versions_changed.connect(self.list_others)
        self._editor.text_edited.connect(lambda _: self._soon.start(0) if view.isVisible() else None)

    def start_afresh(self) -> None:
        """Forget what was compared: another document is open."""
        self._texts = ComparedTexts(self._session)
        self._other = self._found = None
        self._over.forget()
        self._view.show_entries((), "")

    def show(self) -> None:
        """Show the view as it was left, else the draft beside the newest of its versions."""
        others = self.list_others()
        if self._other is None and others:
            self._choose(others[0].key)
            self.list_others()
        self.refresh()
        (self._view.changes if self._other else self._view.versions).setFocus()

    # What there is to compare with

    def list_others(self) -> list[Other]:
        """List what the draft can be held against."""
        found = self._texts.others()
        self._view.versions.show_others(found, self._other.key if self._other else "")
        return found

    def _choose(self, key: str) -> None:
        if self._other and key == self._other.key:
            return
        try:
            other = self._texts.read(key)
        except Unreadable as error:
            self._bars.show_message(str(error), key=_KEY)
            return
        if other:
            self._other = other
            self._view.changes.unfolded.clear()
            self.refresh()

    def open_other(self) -> None:
        """Ask for any file and hold the draft against it."""
        near = self._session.path or self._session.source
        folder = near.parent if near else file_places.folder(self._session.template)
        path = self._files.prompts.file_to_compare(self._files.near(folder))
        if path:
            self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Hold the draft against a file."""
        try:
            reading = self._files.reading(path, lambda path: opening.open_file(path, guessing=False)).reading
        except GivenUp:
            return
        except Unreadable as error:
            self._files.prompts.tell("未能打开文件", f"{path.name}\n{error}")
            return
        self._choose(self._texts.open(path, reading.text))
        self.list_others()
        if reading.notes:
            self._bars.show_message(f"“{path.name}”：" + "；".join(reading.notes) + "。", key=_KEY)

    # Showing

    def refresh(self) -> None:
        """Compare the text as it is now."""
        self._soon.stop()
        text = self._editor.text
        self._view.show_texts(*self._titles(f"现在的材料　{length(text)}字"))
        if self._other is None:
            self._view.show_entries((), "请在左边选一份进行对比，或打开其他文件。")
            return
        segment = self._words.segment if self._words.loaded else None
        self._found = compare(text, self._other.text, segment)
        entries, nothing = listed_changes.of(self._found, self._taken(), self._over.kept(self._other))
        back = self._other.earlier
        if back:
            entries = tuple(listed_changes.told_from_before(e) if isinstance(e, ListedChange) else e for e in entries)
        self._view.show_entries(entries, nothing, back=back)

    def _taken(self) -> list[Taken]:
        """List what was taken over and still stands: it may have been changed by hand since then."""
        if self._found is None or self._other is None:
            return []
        found = self._found
        return [each for each in self._over.taken(self._other) if adoption.is_there(found, each)]

    def _titles(self, now: str) -> tuple[str, str]:
        """Say what stands on which side: the earlier text on the left, so that the differences read from old to new."""
        if self._other is None:
            return f"左：{now}", "右：还没有选"
        other = f"{self._other.name}　{self._other.told}"
        return (f"左：{other}", f"右：{now}") if self._other.earlier else (f"左：{now}", f"右：{other}")

    def entries(self) -> list[ListedChange]:
        """List the changes as they are shown."""
        return [each for each in self._view.changes.entries() if isinstance(each, ListedChange)]

    # Deciding

    def _press(self, key: str, name: str) -> None:
        entry = next((each for each in self.entries() if each.key == key), None)
        if entry is None or self._other is None:
            return
        kept = self._over.kept(self._other)
        if name == TAKE:
            self._take(
                [entry], f"{quoted(entry.where)}改回以前的写法" if entry.back else f"接受{quoted(entry.where)}的改动"
            )
        elif name == KEEP:
            kept.add(entry.key)
            self.refresh()
        elif name == BACK and entry.state is State.KEPT:
            kept.discard(entry.key)
            self.refresh()
        elif name == BACK:
            self._give_back(entry)
        if name in (TAKE, KEEP):
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next change that is open, if there is one."""
        entries = self.entries()
        current = self._view.changes.current()
        at = entries.index(current) if isinstance(current, ListedChange) and current in entries else 0
        following = next((e for e in (*entries[at:], *entries[:at]) if e.state is State.OPEN), None)
        if following:
            self._view.changes.select(following.key)

    def _take(self, entries: list[ListedChange], title: str) -> None:
        """Take changes over as one step of undo."""
        found = self._found
        rows = [each.row for each in entries if each.row is not None and each.state is State.OPEN]
        if self._other is None or found is None or found.old != self._editor.text or not rows:
            return
        taken = [*self._taken(), *(adoption.snapshot(found, row) for row in rows)]
        self._over.step(self._other, taken, adoption.adopted(found, rows), title)
        self.refresh()

    def _give_back(self, entry: ListedChange) -> None:
        taken = self._taken()
        chosen = next((each for each in taken if listed_changes.key_of_taken(each) == entry.key), None)
        found = self._found
        if chosen is None or self._other is None or found is None or found.old != self._editor.text:
            return
        taken.remove(chosen)
        self._over.step(self._other, taken, adoption.given_back(found, chosen), f"{quoted(entry.where)}恢复为未处理")
        self.refresh()

    def take_section(self, section: int) -> None:
        """Take over all that is open in a section, as one step of undo."""
        title = "本节改回以前的写法" if self._other and self._other.earlier else "接受本节的改动"
        self._take([each for each in self.entries() if each.section == section], title)

    def take_rest(self) -> None:
        """Take over all that is open, as one step of undo, after asking."""
        every = self._all()
        rest = [each for each in every if each.state is State.OPEN]
        back = self._other is not None and self._other.earlier
        which = "全部" if len(rest) == len(every) else "其余"
        asked = (
            f"{which}{len(rest)}处是否都改回{LEFT}的写法？改后可以一步撤销。"
            if back
            else f"是否接受{which}{len(rest)}处改动？接受后可以一步撤销。"
        )
        go_on, stay, title = (
            (f"改回{which}各处", "取消", f"{which}改回以前的写法")
            if back
            else (f"接受{which}改动", "取消", f"接受{which}的改动")
        )
        if rest and self._files.prompts.agrees("对比", asked, go_on=go_on, stay=stay):
            self._take(rest, title)

    def _all(self) -> list[ListedChange]:
        if self._found is None or self._other is None:
            return []
        listing = listed_changes.of(self._found, self._taken(), self._over.kept(self._other))
        return [each for each in listing.rows if isinstance(each, ListedChange)]

    def take_whole(self) -> None:
        """Put an earlier text of the draft in the place of this one, as one step of undo."""
        other = self._other
        if other is None or not other.own or other.text == self._editor.text:
            return
        self._over.step(other, (), other.text, f"改回“{other.name}”")
        self.refresh()
        undo: list[Choice] = [("撤销", self._history.undo)]
        self._bars.show_message(f"已换成“{other.name}”，可撤销；随记和忽略的提示均已保留。", undo, key=_KEY)

    def _go_to(self, key: str) -> None:
        entry = next((each for each in self.entries() if each.key == key), None)
        if entry and entry.old:
            self._leave()
            self._actions.go_to(*entry.old)

    def export(self) -> None:
        """Write both texts as one Word file with tracked changes: accepting all gives the later one, on the right."""
        from assistant.files.writers import tracked

        if self._found is None or self._other is None:
            return
        near = self._files.suggested("")
        suggested = disk.nearest_folder(near.parent) / f"{near.name}-与{Path(self._other.name).stem}对比.docx"
        path = self._files.prompts.file_for_result("导出修订稿", suggested, {".docx": "Word文档"})
        if path is None:
            return
        layout = layouts.named(self._files.settings.layout)
        author = self._session.choices.decisions.profile.name
        try:
            if self._session.is_source(path):
                raise trouble.is_original()
            now = datetime.datetime.now(datetime.timezone.utc)
            found = self._found
            if self._other.earlier:
                found = compare(found.new, found.old, self._words.segment if self._words.loaded else None)
            disk.replace_file(path, tracked.write(found, layout, author, now))
        except Unwritable as error:
            again: list[Choice] = [("换个位置导出…", self.export)]
            self._bars.show_message(not_done(error, "导出"), again, key=_KEY, lasts=Lasts.DOCUMENT)
            return
        message = f"已导出“{path.name}”。在Word、WPS里全部接受修订，就是{RIGHT}的一份；全部拒绝，就是{LEFT}的一份。"
        self._bars.show_message(message, key=_KEY)
