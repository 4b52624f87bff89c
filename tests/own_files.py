"""One file of each kind that the program itself keeps, and what it does with one that it finds."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from assistant import paths
from assistant.anchors import Anchor
from assistant.decisions import Decisions, Ignored, LinkChoice, Profile, Stage
from assistant.files import (
    criticism_file,
    draft,
    file_keys,
    former_states,
    journals,
    known_file,
    layouts,
    origins,
    own_shelf,
    settings,
    template_shelf,
)
from assistant.files.draft import Draft, Source, TemplateChoice
from assistant.files.settings import Settings
from assistant.reading import Unreadable
from assistant.review import criticism
from assistant.review.criticism import Criticism, Form
from assistant.review.material import analyse
from assistant.strict_toml import DataError
from assistant.ui.clock import clock
from assistant.ui.document import suggested_names

TEXT = "2025年度民主生活会\n个人对照检查材料\n一、存在的问题\n（一）带头固本培元方面。学得不深，XX次。\n二、整改措施\n每月自学两次。"


def kept_draft() -> bytes:
    decisions = Decisions(
        ignored=(Ignored("leftover_placeholder", "XX", "学得不深，", "次。"),),
        not_applicable=frozenset({"cases"}),
        answered={"previous": "前言"},
        notes={"aspect-2/1": "读了三本"},
        headings={"一、存在的问题": 1},
        stage=Stage.REVIEW,
        ignored_alike=frozenset({("stock_phrases", "不断加强")}),
        unit_words=frozenset({"住房保障"}),
        rules_off=frozenset({"ellipsis_or_dash"}),
        links=(LinkChoice(Anchor("学得不深", "", "，"), "cause", (Anchor("每月自学", "", "两次"),)),),
        profile=Profile("市住房保障中心", "副主任", "林知远"),
    )
    whole = Draft(TEXT, TemplateChoice("2025-democratic-individual", 2025, ""), decisions, "0" * 64)
    return draft.encode(whole._replace(source=Source("去年.docx", "1" * 64)))


def journal() -> bytes:
    head = {"path": "/home/user/稿.duizhao", "time": 1.8e9, "known": "2" * 64, "source": "/home/user/去年.docx"}
    return json.dumps(head).encode() + b"\n" + kept_draft()


def kept_settings() -> bytes:
    known = Settings(name="林知远", screen="DP-1").with_recent("/home/user/稿.duizhao")
    return json.dumps(
        {
            **known._asdict(),
            "places": {"DP-1": [0, 0, 900, 600]},
            "carets": {"/home/user/稿.duizhao": 5},
            "folders": {"notice": "/home/user"},
        },
        ensure_ascii=False,
    ).encode()


def kept_origins() -> bytes:
    return json.dumps(
        {file_keys.key_of(Path("稿.duizhao")): {"draft": "稿", "source": "/home/user/去年.docx"}}
    ).encode()


def criticisms() -> bytes:
    said = Criticism("王明远", "盯落实不够", "七月会商后两周才答复。", "当场定。")
    return criticism_file.encode(Form((said, Criticism("林知远", "建议多听"))))


def template() -> bytes:
    return (paths.resources() / "templates" / "2025-democratic.toml").read_bytes()


SAMPLES = {
    "draft": kept_draft,
    "journal": journal,
    "settings": kept_settings,
    "origins": kept_origins,
    "template": template,
    "criticism": criticisms,
}


def _put(name: str, data: bytes) -> Path:
    path = paths.home() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def open_draft(data: bytes) -> None:
    path = _put("稿.duizhao", data)
    with suppress(Unreadable):
        file, found = draft.DraftFile.load(path)
        analyse(found.text, template_shelf.chosen(found.template), decisions=found.decisions)
        former_states.keep_state(path, found, file)
        assert draft.decode(draft.encode(found)).text == found.text


def find_journal(data: bytes) -> None:
    _put("journals/a.journal", data)
    for found in journals.abandoned():
        assert found.name
        assert clock(found.time)
        found.path and draft.DraftFile.known_as(found.path, found.known)
        found.path and file_keys.key_of(found.path)
    other = json.dumps({"path": None, "time": 5}).encode() + b"\n" + draft.encode(Draft("好的"))
    _put("journals/b.journal", other)
    assert "好的" in [found.draft.text for found in journals.abandoned()]


def load_settings(data: bytes) -> None:
    _put("settings.json", data)
    known = settings.load()
    settings.save(known)
    assert settings.load() == (known.without_traces() if known.public else known)
    layouts.named(known.layout)
    f"{known.screen}{known.unit}{known.post}{known.name}{known.theme}{known.type_size}".encode()
    for path in known.recent:
        Path(path).parent.exists()


def recall_origin(data: bytes) -> None:
    _put("origins.json", data)
    if found := origins.recall(Path("稿.duizhao")):
        assert known_file.fingerprint_of(found) == ""
        assert not Source("去年.docx", "", found).is_at(Path("稿.duizhao"))


def take_template(data: bytes) -> None:
    path = _put("收到的.duizhaoreq", data)
    try:
        own = own_shelf.read(path)
    except (Unreadable, DataError) as error:
        assert str(error)
        return
    for each in own.templates:
        analyse(TEXT, each)
        assert suggested_names.suggested(each, Profile(), "材料").name
    if own.file:
        own_shelf.source_of(own.file)


def open_criticisms(data: bytes) -> None:
    path = _put("批评意见.duizhaocrit", data)
    try:
        _, form = criticism_file.CriticismFile.load(path)
    except Unreadable as error:
        assert str(error)
    else:
        assert criticism_file.decode(criticism_file.encode(form)) == form
        assert criticism.table(form.written) or not form.written
        for entry in form.entries:
            criticism.hints(entry)
    _put("journals/a.criticism", data)
    _put("journals/c.criticism", b'{"time": 1e999, "path": "/home/user/a"}\n' + data)
    assert all(clock(each.time) for each in criticism_file.unsaved())
    _put("journals/b.criticism", b'{"time": 5}\n' + criticism_file.encode(Form((Criticism("甲", "乙"),))))
    assert "甲" in [entry.to for each in criticism_file.unsaved() for entry in each.form.entries]


DOORS = {
    "draft": open_draft,
    "journal": find_journal,
    "settings": load_settings,
    "origins": recall_origin,
    "template": take_template,
    "criticism": open_criticisms,
}
