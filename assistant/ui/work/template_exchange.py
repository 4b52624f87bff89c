"""Another 本次要求 for a begun material: chosen, corrected or from a notice; what was written stays. One step of undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from assistant.files import own_shelf, template_shelf
from assistant.files.draft import TemplateChoice
from assistant.files.own_shelf import OwnFile
from assistant.language.punctuation import quoted
from assistant.review import exchange
from assistant.review.exchange import Exchange
from assistant.strict_toml import DataError
from assistant.templates.template import Template
from assistant.ui.panels.bars import Choice
from assistant.ui.work.workplace import Workplace

_EXCHANGE = "更换本次要求"


class TemplateExchange(QObject):
    """Asks which, and lets the draft follow it."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.editor)
        self._editor, self._session, self._analyser = place.editor, place.session, place.analyser
        self._deciding, self._history, self._bars = place.deciding, place.history, place.bars
        self._files = place.files

    def choose(self, own: OwnFile | None = None, notice: str = "") -> bool:
        """Ask for another template, or take one from a notice, and put it in the place of this one.

        `own` are those proposed. False where none were chosen.
        """
        new_material = self._files.prompts.other_template(self._session.template, own, notice)
        if new_material:
            self.follow(new_material.template, new_material.choice)
        return new_material is not None

    def follow(self, template: Template, choice: TemplateChoice) -> None:
        """Put another template in the place of this one, with the headings it asks for, as one step of undo."""
        former, text, caret = self._session.template, self._editor.text, self._editor.caret
        decisions = self._session.choices.decisions
        planned = exchange.plan(text, former, template, decisions)
        carried = exchange.carried(decisions, former, template)
        after = self._session.choices._replace(decisions=carried, template=choice)
        self._history.beginMacro(_EXCHANGE)
        self._deciding.choose(after, _EXCHANGE)
        self._editor.replace_all(planned.text, _EXCHANGE)
        self._history.endMacro()
        self._go_back_to(text, caret)
        self._bars.clear("read")
        self._tell_exchanged(planned, former, template, choice)

    def correct(self) -> None:
        """Show the template that the draft carries; once it is corrected, the draft follows it."""
        choice = self._session.choices.template
        if choice is None:
            choices = [("选定本次要求…", self.choose)]
            self._bars.show_message("这份材料还没有选定本次要求。", choices, key="exchange")
            return
        try:
            file, former = template_shelf.to_correct(choice)
        except DataError as error:
            self._bars.show_message(f"未能打开草稿里的本次要求。{error}", key="exchange")
            return
        kept = self._files.prompts.corrected(file, former)
        if kept:
            self._follow_corrected(choice, kept)

    def show_all(self) -> None:
        """Show all templates; where that of the open draft is corrected there, offer to follow it."""
        choice = self._session.choices.template
        known = {own.path for own in own_shelf.every() if choice and own.source == choice.source}
        self._files.prompts.templates()
        now = next((own for own in own_shelf.every() if own.path in known and own.templates), None)
        if choice and now and now.source != choice.source:
            update = partial(self._follow_corrected, choice, now)
            message = "这份要求已修改，正在写的材料用的还是修改前的。是否改用修改后的？写过的内容不改动。"
            self._bars.show_message(message, [("改用修改后的要求", update)], key="exchange")

    def _follow_corrected(self, choice: TemplateChoice, kept: OwnFile) -> None:
        subject = self._session.template.subject if self._session.template else kept.templates[0].subject
        after = template_shelf.in_place_of(choice, kept, subject)
        template = template_shelf.chosen(after)
        if template:
            self.follow(template, after)

    def _go_back_to(self, former: str, caret: int) -> None:
        """Bring the caret back to the paragraph where it was, if that is still there."""
        start = former.rfind("\n", 0, caret) + 1
        paragraph = former[start:].partition("\n")[0]
        place = self._editor.text.find(paragraph) if paragraph else -1
        self._editor.go_to(place + caret - start if place >= 0 else caret)

    def _tell_exchanged(
        self, planned: Exchange, former: Template | None, template: Template, choice: TemplateChoice
    ) -> None:
        name = template.label.partition(" · ")[0]
        counts = ((planned.aspects, "个方面"), (planned.parts, "个部分"))
        new = "、".join(f"{count}{unit}" for count, unit in counts if count)
        done = [f"新列{new}"] if new else []
        done += [f"删去{planned.removed}个没有写的旧标题"] if planned.removed else []
        done_words = f"：{'，'.join(done)}；写过的内容都保留。" if done else "，写过的内容都保留。"
        choices: list[Choice] = []
        if former and exchange.rewordings(self._analyser.up_to_date().facts, former):
            label = "各方面标题改用通知的提法" if choice.source else "各方面标题改用新的提法"
            choices.append((label, lambda: self._reword(former, label)))
        self._bars.show_message(f"已换成{quoted(name)}{done_words}可撤销。", choices, key="exchange")

    def _reword(self, former: Template, title: str) -> None:
        self._editor.apply(exchange.rewordings(self._analyser.up_to_date().facts, former), title)
