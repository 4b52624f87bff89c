"""What is shown of a text, as JSON and back."""

import dataclasses
import json
import subprocess
import sys
from datetime import date

import pytest

from assistant.finding import Severity
from assistant.review.outline_values import Row, RowState
from assistant.ui import view_values
from assistant.ui.page.looks import FaceSpan, Kind, Look, Underline
from assistant.ui.panels.panel_values import Card, Link, ScrollMark, StatusTexts
from assistant.ui.view_values import View

CHILD = Row("带头", RowState.MISSING, "缺", 7, 7, "party_spirit")
CARD = Card(
    "f:rule:文",
    "一句",
    "▲",
    "建议",
    "advice",
    ("甲", "乙"),
    (Link("aside", "忽略", (Link("one", "这一处", (), enabled=False, apart=True),)), Link("go", "去看")),
    quote=("…前", "文", "后"),
    peek=True,
    signed="某人",
)
SHOWN = View(
    (Row("一", RowState.FINDINGS, "12字", 0, 9, None, (CHILD,), over=True),),
    (1, 3),
    (4, 8),
    StatusTexts("草稿", "还差 2项", "前言 · 带头", "12／10字，超2字", True, "约1页", date(2027, 1, 20)),
    "检查结果 1",
    "文中有1处",
    (CARD, Card("none", "都已写", heading=True, told=True, count="3项")),
    (ScrollMark(4, Severity.ERROR, "必改：一句"),),
    (Look(Kind.TITLE), Look(Kind.BODY, (Underline(0, 2, Severity.HINT),), faded=True, hint="想一想")),
    ((FaceSpan(0, 2, "title"),), ()),
)


def test_a_view_is_read_as_it_was_written():
    assert view_values.decoded(view_values.encoded(SHOWN)) == SHOWN


def test_every_field_of_what_is_kept_has_its_kind():
    for kind, fields in view_values._FIELDS.items():
        names = [each.name for each in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else kind._fields
        assert len(fields) == len(names), kind


def places(plain, path=()):
    """Give the way to every value in nested lists."""
    yield path
    if isinstance(plain, list):
        for number, each in enumerate(plain):
            yield from places(each, (*path, number))


@pytest.mark.parametrize("wrong", [7.5, {}, ["a", 1.5], 1 << 31, -1 << 63])
def test_what_has_a_wrong_kind_anywhere_is_no_view(wrong):
    whole = json.loads(view_values.encoded(SHOWN))
    for path in places(whole):
        changed = json.loads(view_values.encoded(SHOWN))
        inside = changed
        for at in path[:-1]:
            inside = inside[at]
        if path:
            inside[path[-1]] = wrong
        else:
            changed = wrong
        assert view_values.decoded(json.dumps(changed).encode()) is None, path


@pytest.mark.parametrize("data", [b"", b"\xff", b"null", b"[" * 100_000, b'"' + b"a" * 100])
def test_what_is_no_json_is_no_view(data):
    assert view_values.decoded(data) is None


def test_a_view_is_made_where_there_is_no_window():
    script = "import sys; from assistant.ui import view_making; print(any('PySide6' in name for name in sys.modules))"
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert told.split() == ["False"]
