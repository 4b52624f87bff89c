"""Dialogs that list what there is or tell of the program, each made as its window makes it, with something in it."""

from pathlib import Path

import pytest

from assistant.files import housekeeping
from assistant.review import stale
from assistant.review.beside import Kept
from assistant.text import Span
from assistant.ui.dialogs.about import AboutDialog
from assistant.ui.dialogs.clearing import ClearingDialog
from assistant.ui.dialogs.safety_page import SafetyPage
from assistant.ui.dialogs.template_list import TemplateList
from assistant.ui.dialogs.untouched_sentences import UntouchedDialog


def about(_window):
    return AboutDialog(None)


def safety(_window):
    return SafetyPage(None)


def clearing(_window):
    draft = Path("/home/lin/对照检查材料/2025年度/2025年度民主生活会个人对照检查材料-林知远.duizhao")
    kept = [housekeeping.Kept(Path(), draft, 12, 2_400_000, there) for there in (True, False)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(housekeeping, "former", lambda: kept)
        return ClearingDialog(None, ("a.duizhao", "b.duizhao"))


def untouched(window):
    text = window.editor.text
    sentences = [Span(at, text.index("。", at) + 1) for at in range(0, len(text) // 2, 90)]
    dated = stale.Stale(Span(sentences[0].start, sentences[0].start + 4), stale.Kind.YEAR, "年份是去年的")
    dialog = UntouchedDialog(None)
    dialog.show_sentences(
        window.wiring.analyser.up_to_date(), [Kept(each, (dated,)) for each in sentences], lambda _: "存在的问题"
    )
    return dialog


def template_list(_window):
    return TemplateList(None)
