"""A comparison → Word with tracked changes, which Word and WPS accept or reject one by one.

Accepting all gives the new text, rejecting all the old one, to the letter. A moved paragraph is deleted in one place
and inserted in the other, as WPS writes it too.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import count

import docx
from docx.oxml.ns import qn
from lxml import etree

from assistant.files.writers import docx_frame
from assistant.files.writers.docx import add_text, remember_blank_lines, styles_of
from assistant.review.comparison import Comparison, Kind, Piece, Row
from assistant.templates.layout import Layout

_P, _PPR, _PSTYLE, _RPR = (qn(f"w:{name}") for name in ("p", "pPr", "pStyle", "rPr"))
_INS, _DEL, _VAL = qn("w:ins"), qn("w:del"), qn("w:val")
_ID, _AUTHOR, _DATE = qn("w:id"), qn("w:author"), qn("w:date")
_GONE = (Kind.REMOVED, Kind.MOVED_AWAY)
_COME = (Kind.ADDED, Kind.MOVED)
_NOBODY = "各稿对比"  # who has made the changes, where nobody is named


def write(comparison: Comparison, layout: Layout, author: str, when: datetime.datetime) -> bytes:
    """Lay out both texts as one Word file and give its bytes. `when` stands with every change, and `author` where there is one."""
    document = docx.Document(io.BytesIO(docx_frame.empty(layout)))
    body = document.element.body
    end = body[-1]
    body.remove(end)
    revisions = _Revisions(author or _NOBODY, when)
    rows = _closed(comparison.rows)
    styles = styles_of(comparison.new)
    marks = list(_marks(rows))
    shown = [styles.get(row.new.start, docx_frame.BODY) if row.new else docx_frame.BODY for row in rows]
    spared = _blank_lines(rows, marks, shown)
    waiting = 0
    for number, row in enumerate(rows):
        if number in spared:
            waiting += 1
            continue
        paragraph = _add(body, row, shown[number], marks[number], revisions)
        remember_blank_lines(paragraph, before=waiting)
        waiting = 0
    body.append(end)
    return docx_frame.saved(document)


class _Revisions:
    """Makes the elements of tracked changes, each with a number of its own."""

    def __init__(self, author: str, when: datetime.datetime) -> None:
        self._author, self._when = author, when.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._numbers = count(1)

    def put(self, parent: etree._Element, tag: str) -> etree._Element:
        element = etree.SubElement(parent, tag)
        element.set(_ID, str(next(self._numbers)))
        element.set(_AUTHOR, self._author)
        element.set(_DATE, self._when)
        return element


def _closed(rows: Sequence[Row]) -> list[Row]:
    """Let the text not end with something gone beside something new: both stand in its last paragraph then.

    The mark of the last paragraph of a Word file can be neither deleted nor inserted.
    """
    kept = list(rows)
    at = len(kept)
    while at and kept[at - 1].kind in (*_GONE, *_COME):
        at -= 1
    gone = [number for number in range(at, len(kept)) if kept[number].kind in _GONE]
    come = [number for number in range(at, len(kept)) if kept[number].kind in _COME]
    if gone and come:
        one, other = kept[gone[-1]], kept[come[-1]]
        pieces = (Piece(_old(one), ""), Piece("", _new(other)))
        joined = Row(Kind.CHANGED, one.old, other.new, pieces)
        kept = [row for number, row in enumerate(kept) if number not in (gone[-1], come[-1])] + [joined]
    return kept


def _old(row: Row) -> str:
    return "".join(piece.old for piece in row.pieces)


def _new(row: Row) -> str:
    return "".join(piece.new for piece in row.pieces)


def _marks(rows: Sequence[Row]) -> Iterator[str]:
    """Tell for each paragraph whether its mark is deleted, inserted, or neither.

    At the end of the text it is the mark before that is: the last one has to stay.
    """
    own = [_DEL if row.kind in _GONE else _INS if row.kind in _COME else "" for row in rows]
    last = len(own)
    while last and own[last - 1]:
        last -= 1
    if last and last < len(own):
        own = [*own[: last - 1], *own[last:], ""]
    elif own:
        own[-1] = ""
    yield from own


def _blank_lines(rows: Sequence[Row], marks: Sequence[str], styles: Sequence[str]) -> set[int]:
    """Find the blank lines of both texts that need no room on the page: the paragraph they stand before stays in both.

    One below title and name lines is shown, as where a text is written alone.
    """
    spared: set[int] = set()
    above = docx_frame.BODY  # the style of the last paragraph with words
    run: list[int] = []
    for number, row in enumerate(rows):
        if row.kind is Kind.SAME and not _new(row):
            run.append(number)
            continue
        front = (docx_frame.TITLE, docx_frame.BYLINE)
        below_front = above in front and styles[number] not in front
        if row.kind in (Kind.SAME, Kind.CHANGED) and not any(marks[at] for at in (*run, number)):
            spared.update(run[1:] if below_front else run)
        above, run = styles[number], []
    return spared


def _add(body: etree._Element, row: Row, style: str, mark: str, revisions: _Revisions) -> etree._Element:
    paragraph = etree.SubElement(body, _P)
    if mark or style != docx_frame.BODY:
        properties = etree.SubElement(paragraph, _PPR)
        if style != docx_frame.BODY:
            etree.SubElement(properties, _PSTYLE).set(_VAL, style)
        if mark:
            revisions.put(etree.SubElement(properties, _RPR), mark)
    for piece in row.pieces:
        if row.kind in _COME:
            _inserted(paragraph, piece.new, revisions)
        elif piece.same:
            add_text(paragraph, piece.new)
        else:
            _deleted(paragraph, piece.old, revisions)
            _inserted(paragraph, piece.new, revisions)
    return paragraph


def _inserted(paragraph: etree._Element, text: str, revisions: _Revisions) -> None:
    if text:
        add_text(revisions.put(paragraph, _INS), text)


def _deleted(paragraph: etree._Element, text: str, revisions: _Revisions) -> None:
    if text:
        add_text(revisions.put(paragraph, _DEL), text, deleted=True)
