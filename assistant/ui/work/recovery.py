"""找回以前保存的版本 in the window: what was left unsaved is offered, what is chosen is taken over. Nothing is removed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assistant.files import former_states, recovery
from assistant.files.draft import Draft
from assistant.files.recovery import Former
from assistant.reading import Unreadable
from assistant.review import former
from assistant.ui.clock import clock
from assistant.ui.document.session import Session
from assistant.ui.page.editor import Editor
from assistant.ui.panels.bars import Lasts, MessageBars
from assistant.ui.waiting import GivenUp, later, result_of

if TYPE_CHECKING:  # the dialog is loaded when it is first shown
    from assistant.ui.dialogs.recovery import Held
    from assistant.ui.work.prompts import Prompts

_TITLE = "找回以前保存的版本"
_KEY = "recovery"
_SAVED, _LAST = "已保存", "最后保存"


class Recovery(QObject):
    """Lists what there is, and tells what the writer chooses."""

    recover_wanted = Signal(object)  # what a window that died left (Recovered)
    kept_wanted = Signal(object, object)  # a kept state whose file cannot be opened (Draft, Former)
    open_wanted = Signal(Path)

    def __init__(
        self,
        editor: Editor,
        session: Session,
        bars: MessageBars,
        *,
        prompts: Callable[[], Prompts],
        folders: Callable[[], Iterable[Path]],
    ) -> None:
        super().__init__(editor)
        self._editor, self._session, self._bars = editor, session, bars
        self._prompts, self._folders = prompts, folders

    def unsaved(self) -> list[Former]:
        """List what was never saved, the newest first, none of it hidden."""
        return recovery.unsaved(self._folders())

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
        saved = recovery.text_on_disk(first.draft)
        more = f"，{former.told(first.load().text, saved, called=_SAVED, unsaved=True)}" if saved is not None else ""
        which = "其中这份材料的是" if own else "最近一份是"
        many = f"有{len(found)}份没有来得及保存的内容，{which}" if len(found) > 1 else "有一份没有来得及保存的内容："
        return f"{many}{clock(first.time)}的“{first.name}”{more}。"

    def show(self) -> bool:
        """Show all there is and take over what is chosen; False where nothing is."""
        path, folders = self._session.path, list(self._folders())
        try:
            found = result_of(lambda: recovery.every(path, folders), "正在查找以前保存的版本…", self._editor.window())
        except GivenUp:
            return False
        if not found:
            self._prompts().tell(_TITLE, self._why_nothing())
            return False
        chosen = self._prompts().former(found, self._held, self._group, self._editor.theme)
        return chosen is not None and self._take(chosen)

    def has_saved(self, path: Path) -> bool:
        """Tell whether a state of a draft was kept when it was saved."""
        return bool(recovery.saved(path))

    def show_of(self, path: Path) -> tuple[Draft, Former] | None:
        """Let one of the kept states of a draft be chosen whose file cannot be read; the broken file is left alone."""
        found = recovery.saved(path)
        last = recovery.last_readable(found)

        def held(one: Former) -> Held | None:
            from assistant.ui.dialogs.recovery import Held

            return Held(last[1], _LAST) if last and one != last[0] else None

        chosen = self._prompts().former(found, held, self._group, self._editor.theme) if found else None
        draft = self._loaded(chosen) if chosen else None
        return (draft, chosen) if draft and chosen else None

    def _loaded(self, chosen: Former) -> Draft | None:
        try:
            return chosen.load()
        except Unreadable as error:
            self._prompts().tell(_TITLE, str(error))
            return None

    def _take(self, chosen: Former) -> bool:
        if chosen.unsaved:
            self.recover_wanted.emit(chosen.kept)
            self.offer()  # those that are left
            return True
        draft = self._loaded(chosen)
        if draft is None:
            return False
        if not chosen.belongs_to(self._session.path) and recovery.text_on_disk(chosen.draft) is None:
            self.kept_wanted.emit(draft, chosen)
            return True
        if not chosen.belongs_to(self._session.path) and chosen.draft:
            self.open_wanted.emit(chosen.draft)
        if chosen.belongs_to(self._session.path):  # else he stayed with what he had
            self._editor.replace_all(draft.text, _TITLE)
            message = f"已换成{clock(chosen.time)}保存的版本，可撤销。"
            self._bars.show_message(message, key="read", lasts=Lasts.TEXT)
        return True

    def _held(self, one: Former) -> Held | None:
        """Give what a former text is held against: the open draft, else its file."""
        from assistant.ui.dialogs.recovery import Held

        if one.belongs_to(self._session.path):
            return Held(self._editor.text, "现在")
        text = recovery.text_on_disk(one.draft)
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
