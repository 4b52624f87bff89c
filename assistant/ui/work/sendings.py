"""送审登记: what is recorded in its window goes to the versions of the draft."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from assistant.files import known_file, sending
from assistant.files.sending import Sending
from assistant.files.versions import Change
from assistant.rounds import Round
from assistant.ui.dialogs.sendings import SendingsDialog, Shown
from assistant.ui.document import places
from assistant.ui.document.session import Session
from assistant.ui.panels import returned_cards

_NOW = ("", "现在的材料（存为一稿）")


class Sendings:
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
        self._show(made)
        return made

    def _show(self, dialog: SendingsDialog) -> None:
        kept = self._session.content("")
        all_of_them = sending.of(kept.extra)
        rounds = self._session.choices.decisions.rounds
        marks = {each.id: known_file.fingerprint(each.text.encode()) for each in self._session.versions}
        answers = sending.answers(all_of_them, rounds, marks)
        shown = [
            Shown(
                each,
                tuple(
                    sending.told(one.round, returned_cards.day(one.round.returned))
                    for one in answers
                    if one.sending == each
                ),
            )
            for each in all_of_them
        ]
        apart = [one.round.name for one in answers if not one.candidates]
        texts = [(each.id, f"{each.name}（{places.clock(each.time)}）") for each in self._session.versions]
        dialog.show_sendings(shown, [_NOW, *texts], apart)
        dialog.show_answers([one for one in answers if len(one.candidates) > 1])

    def _record(self, dialog: SendingsDialog, made: Sending) -> None:
        version = made.version or self._keep_now()
        self._change(partial(sending.recorded, sending=made._replace(version=version)))
        self._show(dialog)

    def _tie(self, dialog: SendingsDialog, round_: Round, chosen: Sending) -> None:
        self._change(partial(sending.tied, sha256=round_.sha256, to=chosen))
        self._show(dialog)

    def _remove(self, dialog: SendingsDialog, gone: Sending) -> None:
        self._change(partial(sending.removed, sending=gone))
        self._show(dialog)
