"""导出检查报告, 导出PDF: what is made of the open material to be handed on, beside its Word file."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from assistant.files import trouble
from assistant.files.disk import nearest_folder, replace_file
from assistant.files.trouble import Unwritable, not_done
from assistant.files.writers import report as writer
from assistant.review import progress, report
from assistant.review.material import Material
from assistant.ui.document.session import Session
from assistant.ui.panels.bars import Lasts, MessageBars
from assistant.ui.work.files import Files
from assistant.ui.work.other_programs import ways_to

KINDS = {".html": "网页", ".docx": "Word文档"}
_KEY, _PDF_KEY = "report", "export"


def export_pdf(up_to_date: Callable[[], Material], *, files: Files, session: Session, bars: MessageBars) -> None:
    """Ask where, and write the text as it is now into a PDF that bears the material's name."""
    from assistant.ui.page import printing

    suggested = files.suggested_free(".pdf")
    suggested = nearest_folder(suggested.parent) / suggested.name
    path = files.prompts.file_for_result("导出PDF", suggested, {".pdf": "PDF 文件"})
    if path is None:
        return
    material = up_to_date()
    try:
        if _is_material(session, path):
            raise trouble.is_original()
        replace_file(path, printing.pdf(material, files.layout, path.stem))
    except Unwritable as error:
        again = partial(export_pdf, up_to_date, files=files, session=session, bars=bars)
        bars.show_message(not_done(error, "导出PDF"), [("换个位置导出…", again)], key=_PDF_KEY, lasts=Lasts.DOCUMENT)
        return
    left = progress.told_when_handed_on(material)
    files.exported.emit()
    message = f"已导出“{path.name}”（{files.layout.name}）" + (f"；还有{left}。" if left else "。")
    bars.show_message(message, ways_to(path), key=_PDF_KEY)


def export_report(up_to_date: Callable[[], Material], *, files: Files, session: Session, bars: MessageBars) -> None:
    """Ask where, and write the report of the text as it is now."""
    suggested = files.suggested(".html")
    suggested = nearest_folder(suggested.parent) / f"{suggested.stem}-检查报告.html"
    path = files.prompts.file_for_result("导出检查报告", suggested, KINDS)
    if path is None:
        return
    material = up_to_date()
    today = datetime.date.today()  # noqa: DTZ011  # the day where the reader sits
    try:
        form = writer.form_of(path)
        if _is_material(session, path):
            raise Unwritable("这是材料本身的文件，程序不覆盖。请换一个文件名。")
        replace_file(path, form(report.of(material, files.name, today)))
    except Unwritable as error:
        again = partial(export_report, up_to_date, files=files, session=session, bars=bars)
        bars.show_message(not_done(error, "导出检查报告"), [("换个位置导出…", again)], key=_KEY, lasts=Lasts.DOCUMENT)
        return
    bars.show_message(f"已导出检查报告“{path.name}”。", ways_to(path), key=_KEY)


def _is_material(session: Session, path: Path) -> bool:
    """Tell whether a path is that of the file being revised, or of the Word file that saving the draft refreshes."""
    word = session.word_beside()
    if word is not None:
        with suppress(OSError):
            if path == word or path.samefile(word):
                return True
    return session.is_source(path)
