"""送审登记: what is recorded in its window goes to the versions of the draft."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from assistant.files import known_file, sendings, versions
from assistant.files.draft import Draft
from assistant.files.sendings import Sending
from assistant.files.versions import Change, Version
from assistant.rounds import Round
from assistant.ui.clock import clock
from assistant.ui.dialogs.sendings import SendingsDialog, Shown
from assistant.ui.document.session import Session
from assistant.ui.panels import returned_cards

_FIELD = "送审登记"  # whose text the journal holds
_NOW = ("", "现在的材料（存为一稿）")


class SendingsWork:
    """Shows and changes the sendings of the open draft."""

    def __init__(self, session: Session, change: Callable[[Change], None], keep_now: Callable[[], str]) -> None:
        self._session, self._change, self._keep_now = session, change, keep_now

    def dialog(self, over: QWidget | None) -> SendingsDialog:
        """Make the window."""
        today = datetime.date.today()  # noqa: DTZ011  # the day where the writer sits
        made = SendingsDialog(over, today)
        made.recorded.connect(partial(self._record, made))
        made.removed.connect(partial(self._remove, made))
        made.answered.connect(partial(self._tie, made))
        made.typed.connect(self._hold)
        made.finished.connect(lambda _: self._hold(None))
        self._show(made)
        return made

    def _show(self, dialog: SendingsDialog) -> None:
        kept = self._session.content("")
        all_of_them = sendings.of(kept.extra)
        rounds = self._session.choices.decisions.rounds
        marks = {each.id: known_file.fingerprint(each.text.encode()) for each in self._session.versions}
        answers = sendings.answers(all_of_them, rounds, marks)
        shown = [
            Shown(
                each,
                tuple(
                    sendings.told(one.round, returned_cards.day(one.round.returned))
                    for one in answers
                    if one.sending == each
                ),
            )
            for each in all_of_them
        ]
        apart = [one.round.name for one in answers if not one.candidates]
        texts = [(each.id, f"{each.name}（{clock(each.time)}）") for each in self._session.versions]
        dialog.show_sendings(shown, [_NOW, *texts], apart)
        dialog.show_answers([one for one in answers if len(one.candidates) > 1])

    def _hold(self, typed: Sending | None) -> None:
        """Let the journal hold what is typed and not recorded yet, with the text as it is now where that was sent."""
        if typed is None:
            self._session.let_go(_FIELD)
            return

        now = time.time()

        def put(draft: Draft) -> Draft:
            kept = draft.extra
            held = next((each.id for each in versions.of(kept) if each.text == draft.text), "")
            version = typed.version or held or versions.next_id(kept)
            if not (typed.version or held):
                kept = versions.added(kept, Version(version, versions.SENT, now, draft.text))
            return draft._replace(extra=sendings.recorded(kept, typed._replace(version=version)))

        self._session.hold(_FIELD, put)

    def _record(self, dialog: SendingsDialog, made: Sending) -> None:
        self._hold(None)
        version = made.version or self._keep_now()
        self._change(partial(sendings.recorded, sending=made._replace(version=version)))
        self._show(dialog)

    def _tie(self, dialog: SendingsDialog, round_: Round, chosen: Sending) -> None:
        self._change(partial(sendings.tied, sha256=round_.sha256, to=chosen))
        self._show(dialog)

    def _remove(self, dialog: SendingsDialog, gone: Sending) -> None:
        self._hold(None)
        self._change(partial(sendings.removed, sending=gone))
        self._show(dialog)
