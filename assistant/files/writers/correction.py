"""A correction sheet → Word: the text to one person, below it what he may look at besides."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from assistant.files.writers import docx_frame, report

TITLE = "对照检查材料修改单"
BESIDES = "以下供参考，是否修改由本人决定："


def write(letter: str, besides: Sequence[str] = ()) -> bytes:
    """Give the bytes of the Word file; the letter's lines stand as they are."""
    document = docx.Document(io.BytesIO(docx_frame.empty(report.PAPER)))
    report.styled(document, TITLE, docx_frame.TITLE)
    for line in letter.split("\n"):
        report.add_line(document, line)
    if besides:
        report.add_line(document, "")
        report.add_line(document, BESIDES)
        for number, each in enumerate(besides, 1):
            report.add_line(document, f"{number}. {each}")
    return docx_frame.saved(document)
