"""What the hands of the soak test do beside the page: panels, 各稿对比, 批评意见, a folder, windows that are looked into."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from assistant.files import layouts
from assistant.files.writers import tracked
from assistant.review.comparison import compare
from assistant.ui.dialogs.folder_window import FolderWindow
from assistant.ui.panels.side_panel import LAST_YEAR, LINKS, QUESTIONS
from assistant.ui.work.prompts import Prompts

if TYPE_CHECKING:
    from soak_hands import Hands

LAST = (
    "2024年度民主生活会个人对照检查材料\n按照通知要求，对照检查如下。\n一、存在的突出问题\n"
    "（一）带头增强党性、严守纪律、砥砺作风方面\n1.理论学习不够经常。全年自学只有五次，书目上的三本书读完一本。\n"
    "（二）带头履行全面从严治党政治责任方面\n1.廉政提醒不够及时。一年只谈了两次。\n二、原因剖析\n放松了学习的要求。\n"
    "三、整改措施\n1.坚持每周自学理论。读完两本原著。\n2.按季度开展廉政提醒。"
)
COPIED = "全年自学只有五次，书目上的三本书读完一本。"
OPINIONS = "群众意见：\n1.下基层少。\n2.答复慢。\n服务对象：\n3.学习不够深入。"
WHEN = datetime.datetime(2027, 1, 11, 9, tzinfo=datetime.timezone.utc)


class Windows:
    """Opens them and works in them."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.random, self.folder = hands, hands.random, hands.folder
        self.window, self.answers = hands.window, hands.answers
        self._last = self.folder / "去年.txt"
        self._last.write_text(LAST, "utf-8")
        self._batch = self.folder / "收到的"
        self._batch.mkdir()
        for number, name in enumerate(("林知远", "张三", "李四")):
            (self._batch / f"{name}.txt").write_text(f"{LAST}\n{name}补充{number}条。", "utf-8")

    def deeds(self) -> tuple[Callable[[], object], ...]:
        """List what is done."""
        return (
            self.last_year,
            self.links,
            self.returned,
            self.opinions,
            self.compare,
            self.criticism,
            self.check_folder,
            self.pdf,
            self.look_into_windows,
        )

    def _shorten(self) -> str:
        """Give the text, cut to the length of a material: what is compared whole takes its time."""
        editor = self.window.editor
        if len(editor.text) > 5_000:
            editor.replace_all(editor.text[:4_000], "删去")
        return editor.text

    def last_year(self) -> None:
        tabs, editor = self.window.wiring.tabs, self.window.editor
        tabs.beside.add(self._last)
        editor.go_to(self.random.randint(0, len(editor.text)))
        editor.insertPlainText(COPIED)
        tabs.show(LAST_YEAR, shown=True)
        QTest.qWait(250)
        self.window.wiring.side.last_year.show_whole()
        tabs.last_year.fill_in()
        tabs.last_year.go_to_unfilled()
        tabs.last_year.untouched.list()
        dialog = tabs.last_year.untouched.dialog
        assert dialog
        dialog.reject()
        self.answers.result_path = self.folder / "整改情况.xlsx"
        tabs.last_year.export_table()
        if self.random.random() < 0.7:  # else it is still seen in what comes next
            tabs.show(LAST_YEAR, shown=False)

    def links(self) -> None:
        tabs = self.window.wiring.tabs
        tabs.show(LINKS, shown=True)
        QTest.qWait(250)
        self.answers.result_path = self.folder / "整改清单.docx"
        tabs.links.export_table()
        tabs.show(LINKS, shown=False)

    def returned(self) -> None:
        """Take or leave what a file that came back changes, one by one or all."""
        work, text = self.window.wiring.tabs.returned, self._shorten()
        path = self.folder / "书记审后.docx"
        words = self.random.choice(("学习", "问题", "一是"))
        changed = compare(text, text.replace(words, "调研", 3) + "请再核实。")
        path.write_bytes(tracked.write(changed, layouts.named("gb9704"), "周明达", WHEN))
        if not work.take_in(path):
            self.window.bars.choose("仍然列出")
        QTest.qWait(50)
        panel = self.window.wiring.side.returned
        for card in [each for each in panel.view.cards if each.key.startswith("r:")][:2]:
            panel.chosen.emit(card.key, self.random.choice(("accepted", "rejected", "go")))
        self.window.history.undo()
        panel.accept_wanted.emit()
        self.window.wiring.side.setCurrentIndex(QUESTIONS)

    def opinions(self) -> None:
        panel = self.window.wiring.side.returned
        self.answers.said = OPINIONS
        self.window.wiring.tabs.returned.add_opinions()
        QTest.qWait(50)
        for link in ("written", "reopen", "measure", "remove"):
            if any(each.key == "o:0" for each in panel.view.cards):
                panel.chosen.emit("o:0", link)
        self.window.wiring.side.setCurrentIndex(QUESTIONS)

    def compare(self) -> None:
        """Hold the text against a version or another file, and take some of it over; of versions but a few stay."""
        page = self.window.wiring.compare
        self._shorten()
        self.answers.name = self.random.choice(("初稿", "送审稿", ""))
        page.versions.save_version()
        page.toggle(on=True)
        if self.random.random() < 0.3:
            self.answers.compared = self._last
            page.work.open_other()
        others = page.work.list_others()
        if others:
            page.view.versions.choose(self.random.choice(others).key)
        for entry in page.work.entries()[:3]:
            page.view.changes.pressed_button.emit(entry.key, self.random.choice(("take", "keep", "back")))
        QApplication.processEvents()
        page.leave()
        for each in self.window.session.versions[3:]:
            page.versions.remove(f"version:{each.id}")

    def criticism(self) -> None:
        """Open 批评意见, write one more, or take one away, save and close."""
        work = self.window.files.criticisms
        self.answers.result_path = self.folder / "批评意见.duizhaocrit"
        work.show()
        window = work.window
        for _ in range(len(window.form.entries) - 3):
            window.choose(0)
            window._remove()
        window.add()
        window.entry._to.insert("王明远")
        for field in window.entry._texts.values():
            field.insertPlainText(self.random.choice(("盯落实不够。", "建议多下基层。", "七月会商后两周才答复。")))
        if self.random.random() < 0.5:
            work.save()
            self.answers.result_path = self.folder / "批评意见.docx"
            work.export()
        window.reject()

    def check_folder(self) -> None:
        """Check a folder to the end, look at the table, decide on a row."""
        window, bars = self.window, self.window.bars
        self.answers.folder = self._batch
        window.opens.check_folder()
        for _ in range(600):
            if any("结果已存为" in each for each in bars.messages()):
                break
            QTest.qWait(20)
        bars.choose("查看检查结果…")
        (shown,) = [each for each in window.findChildren(FolderWindow) if each.isVisible()]
        shown.choose_filter(1)
        shown.choose_filter(0)
        shown.choose(self.random.randrange(3))
        shown.close()
        for made in self._batch.glob("*.xlsx"):
            made.unlink()

    def pdf(self) -> None:
        self._shorten()
        self.answers.result_path = self.folder / "导出.pdf"
        self.window.opens.export_pdf(self.window.wiring.analyser.up_to_date)

    def look_into_windows(self) -> None:
        """Open windows that stand before the page, and close each."""
        prompts, opens, wiring = Prompts(self.window), self.window.opens, self.window.wiring
        asked: tuple[Callable[[], object], ...] = (
            opens.show_keys,
            opens.show_about,
            opens.show_safety,
            wiring.text_windows.show_lengths,
            prompts.templates,
            lambda: prompts.file_to_open(self.folder),
            lambda: prompts.other_template(None, None, ""),
        )
        for ask in self.random.sample(asked, 3):
            QTimer.singleShot(0, _close_what_asks)
            ask()
        wiring.text_windows.show_notes()
        _close_what_asks()


def _close_what_asks() -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.close()
