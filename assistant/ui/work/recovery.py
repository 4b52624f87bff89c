"""找回以前保存的版本 in the window: what was left unsaved is offered, what is chosen is taken over. Nothing is removed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assistant.files import former_states, recoverable
from assistant.files.draft import Draft
from assistant.files.journals import Recovered
from assistant.files.recoverable import Former
from assistant.reading import Unreadable
from assistant.review import former
from assistant.ui.clock import clock
from assistant.ui.document import opened
from assistant.ui.document.opened import Opened
from assistant.ui.panels.bars import Lasts
from assistant.ui.waiting import GivenUp, later, result_of
from assistant.ui.work.open_document import OpenDocument

if TYPE_CHECKING:  # the dialog is loaded when it is first shown
    from assistant.ui.dialogs.recovery_list import Held

_TITLE = "找回以前保存的版本"
_KEY = "recovery"
_LOOKING = "正在查找以前保存的版本…"
_SAVED, _LAST = "已保存", "最后保存"


class Recovery(QObject):
    """Lists what there is, and shows what the writer chooses as something not saved."""

    open_wanted = Signal(Path)
    looked_through = Signal()  # all there is was shown; what was offered before may be taken by now, here or elsewhere

    def __init__(
        self, document: OpenDocument, *, may_leave: Callable[[], bool], show: Callable[[Opened], bool]
    ) -> None:
        """`may_leave` asks about the open document, `show` puts another in its place and tells whether it did."""
        super().__init__(document)
        self._document, self._may_leave, self._show_opened = document, may_leave, show
        self._editor, self._session, self._bars = document.editor, document.session, document.bars

    def unsaved(self) -> list[Former]:
        """List what was never saved, the newest first, none of it hidden."""
        return recoverable.unsaved(self._document.draft_folders())

    def offer(self) -> None:
        """Offer what was never saved in one bar, the newest by name; it stays there to be found whatever is answered."""
        later(self.told_of_unsaved, self._offer, self)

    def told_of_unsaved(self) -> str:
        """Say what was never saved; "" where there is nothing. Touches nothing of Qt."""
        found = self.unsaved()
        return self.told(found) if found else ""

    def _offer(self, message: str) -> None:
        if message:
            self._bars.show_message(message, [("查看这些内容…", self.show)], key=_KEY, close="以后再说")
        else:
            self._bars.clear(_KEY)

    def told(self, found: Sequence[Former]) -> str:
        """Say how much there is and what the newest is; what is of the open draft comes before that."""
        own = [each for each in found if each.belongs_to(self._session.path)]
        first = (own or found)[0]
        saved = recoverable.text_on_disk(first.draft)
        more = f"，{former.told(first.load().text, saved, called=_SAVED, unsaved=True)}" if saved is not None else ""
        which = "其中这份材料的是" if own else "最近一份是"
        many = f"有{len(found)}份没有来得及保存的内容，{which}" if len(found) > 1 else "有一份没有来得及保存的内容："
        return f"{many}{clock(first.time)}的“{first.name}”{more}。"

    def show(self) -> bool:
        """Show all there is and take over what is chosen; False where nothing is."""
        taken = self._show_all()
        self.looked_through.emit()
        if not taken and self._bars.has(_KEY):
            self.offer()
        return taken

    def _show_all(self) -> bool:
        path, folders = self._session.path, self._document.draft_folders()
        try:
            found = result_of(lambda: recoverable.every(path, folders), _LOOKING, self._editor.window())
        except GivenUp:
            return False
        if not found:
            self._document.prompts.tell(_TITLE, self._why_nothing())
            return False
        chosen = self._document.prompts.former(found, self._held, self._group, self._editor.theme)
        return chosen is not None and self._take(chosen)

    def has_any_of(self, path: Path) -> bool:
        """Tell whether anything of a draft can be found again."""
        return bool(self._of(path))

    def _of(self, path: Path) -> list[Former]:
        try:
            return self._document.result_of(lambda: recoverable.of_draft(path), _LOOKING)
        except GivenUp:
            return []

    def show_of(self, path: Path, *, may_leave: bool = False) -> bool:
        """Show all there is of a draft that cannot be read, and open what is chosen; the broken file is left alone.

        `may_leave`: that was asked already.
        """
        found = self._of(path)
        last = recoverable.last_readable(each for each in found if not each.unsaved)

        def held(one: Former) -> Held | None:
            from assistant.ui.dialogs.recovery_list import Held

            return Held(last[1], _LAST) if last and one != last[0] else None

        chosen = self._document.prompts.former(found, held, self._group, self._editor.theme) if found else None
        if chosen is None:
            return False
        if isinstance(chosen.kept, Recovered):
            return self.recover(chosen.kept, may_leave=may_leave)
        draft = self._loaded(chosen)
        return draft is not None and self._show_kept(draft, chosen, may_leave=may_leave)

    def _show_kept(self, draft: Draft, chosen: Former, *, may_leave: bool = False) -> bool:
        if not (may_leave or self._may_leave()) or not self._show_opened(opened.kept(draft, chosen.draft)):
            return False
        broken = "原来的草稿文件未能读取，没有改动；" if self._session.file else ""
        self._bars.show_message(f"这是{clock(chosen.time)}保存的版本。{broken}请核对后保存。", key="kept")
        return True

    def recover(self, found: Recovered, *, may_leave: bool = False) -> bool:
        """Take over what a window that died left behind; tell whether it is shown."""
        if not (may_leave or self._may_leave()):
            return False
        try:
            recovered = self._document.reading(found.journal, lambda _: opened.recovered(found))
        except GivenUp:
            return False
        if not self._show_opened(recovered):
            return False
        if self._session.keep_journal_now(self._editor.text, self._document.name):
            found.discard()
        return True

    def _loaded(self, chosen: Former) -> Draft | None:
        try:
            return chosen.load()
        except Unreadable as error:
            self._document.prompts.tell(_TITLE, str(error))
            return None

    def _take(self, chosen: Former) -> bool:
        if isinstance(chosen.kept, Recovered):
            if not self.recover(chosen.kept):
                return False
            self.offer()  # those that are left
            return True
        draft = self._loaded(chosen)
        if draft is None:
            return False
        if not chosen.belongs_to(self._session.path) and recoverable.text_on_disk(chosen.draft) is None:
            return self._show_kept(draft, chosen)
        if not chosen.belongs_to(self._session.path) and chosen.draft:
            self.open_wanted.emit(chosen.draft)
        if chosen.belongs_to(self._session.path):  # else he stayed with what he had
            self._editor.replace_all(draft.text, _TITLE)
            message = f"已换成{clock(chosen.time)}保存的版本，可撤销。"
            self._bars.show_message(message, key="read", lasts=Lasts.TEXT)
        return True

    def _held(self, one: Former) -> Held | None:
        """Give what a former text is held against: the open draft, else its file."""
        from assistant.ui.dialogs.recovery_list import Held

        if one.belongs_to(self._session.path):
            return Held(self._editor.text, "现在")
        text = recoverable.text_on_disk(one.draft)
        return Held(text, _SAVED) if text is not None else None

    def _group(self, one: Former) -> str:
        if one.unsaved:
            return "没有来得及保存的内容（断电、意外关闭）"
        return "这份材料以前保存的版本" if one.belongs_to(self._session.path) else f"“{one.name}”以前保存的版本"

    def _why_nothing(self) -> str:
        if self._session.path is None:
            return "没有以前保存的版本，也没有尚未保存的内容。材料每保存一次，这里就留一份。"
        if cause := self._session.state_cause:
            where = former_states.folder_of(self._session.path)
            return f"没有以前保存的版本：保存时未能写入存放它们的文件夹（{cause}）。\n{where}"
        return "这台电脑上没有这份材料以前保存的版本。材料可能是在其他电脑上写的，以前的版本也可能已经清理。"
