"""What a Word file shows by its looks alone, and no text can carry: bold words in a paragraph, paragraphs set apart.

Only counted, so that it can be said. Headings, title and closing lines do not count: they get their looks from what
they are.
"""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_RUN = re.compile(rb"<w:r[ >](.*?)</w:r>", re.DOTALL)
_BOLD = re.compile(rb'<w:b(?:/>| w:val="(?:1|true|on)")')
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SET_APART = re.compile(rb'<w:jc w:val="(?:right|end|center)"')
_STYLED = re.compile(rb"<w:pStyle ")
_BODY_BYTES = 120  # of a paragraph that is no title: some 40 characters
_CLOSING = 4  # paragraphs at the end that may be signature and date


def dropped(data: bytes) -> tuple[int, int]:
    """Count in a document's XML the stretches of bold text amid plain text, and the paragraphs centred or set right."""
    bold = apart = 0
    begun = False
    # What stands in tables is read as rows, and its looks with it.
    paragraphs = [each[0] for each in _PARAGRAPH.finditer(re.sub(rb"<w:tbl>.*?</w:tbl>", b"", data, flags=re.DOTALL))]
    for number, paragraph in enumerate(paragraphs):
        runs = [(b"".join(_TEXT.findall(run)), bool(_BOLD.search(run))) for run in _RUN.findall(paragraph)]
        runs = [(text, is_bold) for text, is_bold in runs if text.strip()]
        length = sum(len(text) for text, _ in runs)
        begun = begun or length > _BODY_BYTES
        if not runs or not begun or _STYLED.search(paragraph):
            continue
        if length > _BODY_BYTES:
            bold += sum(is_bold and not (at and runs[at - 1][1]) for at, (_, is_bold) in enumerate(runs))
        if _SET_APART.search(paragraph) and number < len(paragraphs) - _CLOSING:
            apart += 1
    return bold, apart
