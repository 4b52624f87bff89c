"""The draft file (.duizhao): the text and the writer's decisions, as JSON.

    {"format": 1, "text": …, "template": {"id": …, "year": …, "frame": …}, "decisions": {…},
     "exported": …, "source": {"name": …, "sha256": …},
     "references": [{"id", "name", "kind", "template", "sha256"}], "versions": […],
     "rounds": […], "opinions": […]}  (see draft_rounds)

Keys that this version does not know survive a save. A file that was changed on disk since it was read is not
overwritten; the file that was opened to be revised is no draft and is never written.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from assistant.decisions import NO_DECISIONS, Decisions, Ignored, LinkChoice, Profile, Stage
from assistant.files import draft_rounds
from assistant.files.disk import load_bytes
from assistant.files.known_file import content_of, fingerprint, fingerprint_of, write_known
from assistant.files.naming import is_path, resolved
from assistant.reading import Unreadable
from assistant.text import canonical

FORMAT = 1
_BROKEN = "草稿文件已损坏，未能读取。请在“文件—找回以前保存的版本”里选一份，或打开同名的Word文件。"
_NEVER_READ = b"\0"  # which no draft holds
_NEWER = "这份草稿是用更新版本的程序保存的。请用新版程序打开，或打开同名的Word文件。"


class TemplateChoice(NamedTuple):
    """Which template a draft follows: a template's id, the year for one without a year, the frame chosen.

    `source` is the whole text of a template that is not shipped, so that a draft is complete on any machine.
    """

    id: str
    year: int | None = None
    frame: str = ""
    source: str = ""


class Source(NamedTuple):
    """The file that a draft was begun from, which is never written; known by its content where it was moved.

    Where it lies is no matter for whoever gets the draft: `path` is not written into it (see files/origins).
    """

    name: str
    sha256: str = ""
    path: Path | None = None

    def is_at(self, path: Path) -> bool:
        """Tell whether a path leads to this file."""
        if self.path and _whole(path) == _whole(self.path):
            return True
        return bool(self.sha256) and fingerprint_of(path) == self.sha256


MATERIAL, LIST = "material", "list"  # kinds of references; one that a later version has is kept and not used


class Reference(NamedTuple):
    """The writer's own earlier material, or last year's 整改清单, that a draft is held against (去年).

    Its text does not stand in the draft but in the program's own folder, by its fingerprint (references). `name` is the
    file's, `template` what it was written for, `headings` are the lines that its Word file styled as headings.
    """

    id: str
    name: str
    kind: str
    template: TemplateChoice | None
    sha256: str
    headings: Mapping[str, int] = MappingProxyType({})
    extra: Mapping[str, Any] = MappingProxyType({})


class Draft(NamedTuple):
    """All that a draft file holds.

    `exported` is the SHA-256 of the Word file that was last written beside it, so that one changed elsewhere is
    recognised; `extra` are unknown keys.
    """

    text: str
    template: TemplateChoice | None = None
    decisions: Decisions = NO_DECISIONS
    exported: str = ""
    extra: Mapping[str, Any] = MappingProxyType({})
    source: Source | None = None
    references: tuple[Reference, ...] = ()


def encode(draft: Draft) -> bytes:
    """Write a draft as JSON, readable by people too."""
    decisions = draft.decisions
    unknown = dict(draft.extra.get("decisions", {}))
    profile = {"unit": decisions.profile.unit, "post": decisions.profile.post, "name": decisions.profile.name}
    content: dict[str, Any] = {
        "format": FORMAT,
        "text": canonical(draft.text),
        "template": {**_choice_table(draft.template), **draft.extra.get("template", {})} if draft.template else None,
        "decisions": {
            "ignored": [[each.rule, each.text, each.before, each.after] for each in decisions.ignored],
            "not_applicable": sorted(decisions.not_applicable),
            "answered": dict(decisions.answered),
            "notes": dict(decisions.notes),
            "headings": dict(decisions.headings),
            "stage": decisions.stage.value,
            "ignored_alike": sorted(map(list, decisions.ignored_alike)),
            "unit_words": sorted(decisions.unit_words),
            "rules_off": sorted(decisions.rules_off),
            "rules_on": sorted(decisions.rules_on),
            "links": [[list(each.item), each.kind, list(map(list, each.others))] for each in decisions.links],
            "profile": {**profile, **unknown.pop("profile", {})},
            **unknown,
        },
        "exported": draft.exported,
        "references": [_reference_table(each) for each in draft.references],
        "versions": draft.extra.get("versions", []),
        "rounds": draft_rounds.round_tables(decisions.rounds),
        "opinions": draft_rounds.opinion_tables(decisions.opinions),
    }
    if draft.source:
        content["source"] = {"name": draft.source.name, "sha256": draft.source.sha256}
    content.update((key, value) for key, value in draft.extra.items() if key not in content)
    # half a character in a note must not stop every save
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _choice_table(choice: TemplateChoice) -> dict[str, Any]:
    source = {"source": choice.source} if choice.source else {}
    return {"id": choice.id, "year": choice.year, "frame": choice.frame, **source}


def _reference_table(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.id,
        "name": reference.name,
        "kind": reference.kind,
        "template": _choice_table(reference.template) if reference.template else None,
        "sha256": reference.sha256,
        "headings": dict(reference.headings),
        **reference.extra,
    }


def decode(data: bytes) -> Draft:
    """Read a draft from JSON. Raises Unreadable."""
    try:
        content = json.loads(data.decode("utf-8"))
        if not isinstance(content, dict):
            raise Unreadable(_BROKEN)
        return _draft(cast("dict[str, Any]", content))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Unreadable(_BROKEN) from None


def _draft(content: dict[str, Any]) -> Draft:
    if int(content["format"]) > FORMAT:
        raise Unreadable(_NEWER)
    kept = dict(content.get("decisions") or {})
    profile = dict(kept.pop("profile", None) or {})
    decisions = Decisions(
        ignored=tuple(Ignored(*map(str, each)) for each in kept.pop("ignored", [])),
        not_applicable=frozenset(map(str, kept.pop("not_applicable", []))),
        answered=_texts(kept.pop("answered", {})),
        notes=_texts(kept.pop("notes", {})),
        headings={str(line): int(level) for line, level in dict(kept.pop("headings", {})).items()},
        stage=Stage(kept.pop("stage", Stage.DRAFT.value)),
        ignored_alike=frozenset((str(rule), str(text)) for rule, text in kept.pop("ignored_alike", [])),
        unit_words=frozenset(map(str, kept.pop("unit_words", []))),
        rules_off=frozenset(map(str, kept.pop("rules_off", []))),
        rules_on=frozenset(map(str, kept.pop("rules_on", []))),
        links=tuple(
            LinkChoice(draft_rounds.anchor(item), str(kind), tuple(map(draft_rounds.anchor, others)))
            for item, kind, others in kept.pop("links", [])
        ),
        profile=Profile(*(str(profile.get(key, "")) for key in ("unit", "post", "name"))),
        rounds=draft_rounds.rounds(content.get("rounds") or ()),
        opinions=draft_rounds.opinions(content.get("opinions") or ()),
    )
    if rest := _without(profile, "unit", "post", "name"):
        kept["profile"] = rest
    table = content.get("template")
    origin = content.get("source")
    known = ("format", "text", "template", "decisions", "exported", "source", "references", "rounds", "opinions")
    extra = {**_without(content, *known), "decisions": kept}
    if table and (rest := _without(table, *TemplateChoice._fields)):
        extra["template"] = rest
    return Draft(
        text=canonical(str(content["text"])),
        template=_choice(table) if table else None,
        decisions=decisions,
        exported=str(content.get("exported", "")),
        extra=extra,
        source=_source(origin) if origin else None,
        references=tuple(map(_reference, content.get("references") or ())),
    )


def _reference(table: Mapping[str, Any]) -> Reference:
    choice = table.get("template")
    return Reference(
        id=str(table["id"]),
        name=str(table["name"]),
        kind=str(table["kind"]),
        template=_choice(choice) if choice else None,
        sha256=str(table["sha256"]),
        headings={str(line): int(level) for line, level in dict(table.get("headings") or {}).items()},
        extra=_without(table, *Reference._fields),
    )


def _source(table: Mapping[str, Any]) -> Source:
    path = str(table.get("path", ""))  # where a draft of an earlier version tells it
    name = str(table.get("name", "")) or re.split(r"[\\/]", path)[-1]
    return Source(name, str(table.get("sha256", "")), Path(path) if is_path(path) else None)


def _whole(path: Path) -> str:
    return os.path.normcase(resolved(path))


def _choice(table: Mapping[str, Any]) -> TemplateChoice:
    year = table.get("year")
    frame, source = str(table.get("frame", "")), str(table.get("source", ""))
    return TemplateChoice(str(table["id"]), None if year is None else int(year), frame, source)


def _without(table: Mapping[str, Any], *known: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in known}


def _texts(table: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}


class DraftFile(NamedTuple):
    """A draft on disk: where, and what was in it when it was last read or saved; nothing: it is not there yet.

    `whole`: it was put there in one step, so that a power cut breaks nothing. `damaged` is where what it held was put
    when it was last saved, as that could not be read.
    """

    path: Path
    known: bytes = b""
    whole: bool = True
    damaged: Path | None = None

    @staticmethod
    def load(path: Path) -> tuple[DraftFile, Draft]:
        """Read a draft file. Raises Unreadable."""
        data = load_bytes(path)
        return DraftFile(path, data), decode(data)

    @staticmethod
    def now(path: Path) -> DraftFile:
        """Take a file as it is on disk, whatever is in it."""
        return DraftFile(path, content_of(path))

    @staticmethod
    def unread(path: Path) -> DraftFile:
        """Take a file that could not be read: whatever is in it, saving asks before it is written over."""
        return DraftFile(path, _NEVER_READ)

    @staticmethod
    def known_as(path: Path, sha256: str) -> DraftFile:
        """Take a file that was known by a fingerprint; if it is another by now, saving finds it changed."""
        file = DraftFile.now(path)
        return file if not sha256 or fingerprint(file.known) == sha256 else DraftFile.unread(path)

    def holds(self, draft: Draft) -> bool:
        """Tell whether what was last read or saved is this draft, whichever program wrote it."""
        try:
            return encode(decode(self.known)) == encode(draft)
        except Unreadable:
            return False

    def save(self, draft: Draft, *, insisting: bool = False, anew: bool = False) -> DraftFile:
        """Write the draft whole; a read-only one if the user is `insisting`, one that is gone, emptied or damaged only `anew`.

        Raises ChangedOnDisk, DamagedOnDisk, EmptiedOnDisk, GoneFromDisk, Unwritable.
        """
        data = encode(draft)
        written = write_known(self.path, self.known, data, insisting=insisting, anew=anew)
        return self._replace(known=data, whole=written.whole, damaged=written.damaged)
