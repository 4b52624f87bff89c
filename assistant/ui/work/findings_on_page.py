"""Findings where they stand on the page: from one to the next, what the mouse tells of them, the menu of the right button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu, QToolTip

from assistant.finding import Finding
from assistant.review.repeats import repeats
from assistant.ui.announcing import announce
from assistant.ui.panels.finding_cards import Deed, Repeated, deed_of, label_of, links, way_of
from assistant.ui.panels.panel_values import Link

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assistant.ui.page.underlining import Underlining
    from assistant.ui.panels.side_panel import SidePanel
    from assistant.ui.work.check_windows import CheckWindows
    from assistant.ui.work.workplace import Workplace

_MOST = 3  # findings told of one place


class FindingsOnPage(QObject):
    """Leads from finding to finding and tells what the one under the mouse is."""

    def __init__(
        self,
        place: Workplace,
        *,
        underlining: Underlining,
        side: SidePanel,
        windows: CheckWindows,
        editing: Callable[[], Sequence[QAction]],
        more: Callable[[int], Sequence[str]],
    ) -> None:
        super().__init__(place.actions)
        self._actions, self._analyser, self._editor = place.actions, place.analyser, place.editor
        self._deciding = place.deciding
        self._more = more  # what else is to be told of a place
        self._underlining, self._right_panel, self._windows, self._editing = underlining, side, windows, editing
        self._editor.text_edited.connect(lambda _: QToolTip.hideText())
        self._editor.menu_wanted.connect(self._show_menu)
        self._editor.tip_wanted.connect(self._show_tip)

    def step(self, step: int = 1) -> None:
        """Go to the next finding and say what it is: its card is marked, or where none is in view, a tip shows it."""
        self._underlining.leave_sentence()
        finding = self._actions.next_finding(step)
        if finding:
            announce(self._editor, f"{label_of(finding)}：{finding.message}")  # the keyboard stays on the page
        if finding and not self._right_panel.point_out(finding):
            place = self._editor.cursorRect().bottomLeft()
            place.setX(0)  # kept to the width of the page, it covers no panel
            QToolTip.showText(self._editor.viewport().mapToGlobal(place), self._tip(finding), self._editor)

    def mend_all(self) -> None:
        """全部改正: also what was withheld while it was typed."""
        self._underlining.leave_sentence()
        self._windows.mend_all()

    def _show_tip(self, position: int, point: QPoint) -> None:
        found = self._actions.findings_at(position)[:_MOST]
        hint = self._editor.cut_hint_at(QPointF(self._editor.viewport().mapFromGlobal(point)))
        others = [*self._more(position)[:_MOST], *([hint] if hint else [])]
        tips = [*map(self._tip, found), *(self._wide(escape(each)) for each in others)]
        QToolTip.showText(point, "<hr>".join(tips), self._editor)

    def _show_menu(self, position: int, point: QPoint) -> None:
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for finding in self._actions.findings_at(position)[:_MOST]:
            menu.addAction(finding.message).setDisabled(True)
            self._offer(menu, finding)
            menu.addSeparator()
        menu.addActions(list(self._editing()))
        menu.popup(point)

    def _offer(self, menu: QMenu, finding: Finding) -> None:
        """Offer what the card of a finding offers, as far as the page has not done it by showing the place."""
        material = self._analyser.up_to_date()
        alike = next(group for group in repeats(material.findings, material.text) if finding in group)
        for link in links(Repeated(alike, alike.index(finding)), material):
            deed = deed_of(link.name)
            if deed is Deed.ASIDE:
                self._offer_ways(menu.addMenu(link.label), link, finding, alike)
            elif deed is Deed.FIX:
                menu.addAction(link.label, partial(self._actions.fix, finding))
            elif deed is Deed.WHY:
                menu.addAction(link.label, partial(self._windows.explain, finding.rule))

    def _offer_ways(self, menu: QMenu, aside: Link, finding: Finding, alike: Sequence[Finding]) -> None:
        for link in aside.choices:
            if link.apart:
                menu.addSeparator()
            if way := way_of(link.name):
                action = menu.addAction(link.label, partial(self._deciding.set_aside, way, finding, alike))
                action.setEnabled(link.enabled)

    def _tip(self, finding: Finding) -> str:
        said = (finding.message, finding.advice, f"依据：{finding.basis}")
        return self._wide(f"〔{label_of(finding)}〕" + "<br>".join(map(escape, said)))

    def _wide(self, tip: str) -> str:
        width = self._editor.viewport().width() * 3 // 4
        return f'<table width="{width}"><tr><td>{tip}</td></tr></table>'
