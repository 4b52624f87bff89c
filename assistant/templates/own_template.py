"""A template (本次要求) of the writer's own: begun by hand, copied from a shipped one, revised for another year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.certainty import Certainty
from assistant.strict_toml import FORMAT
from assistant.templates.template import MeetingKind, Subject
from assistant.templates.template_file import AspectEntry, LengthEntry, TemplateFile

MEETING_NAMES = {MeetingKind.DEMOCRATIC: "年度民主生活会", MeetingKind.ORGANIZATIONAL: "年度组织生活会"}
NOTICE = "本单位通知"  # what `sources` say of a template that was made of a notice


def by_hand(identifier: str, year: int, previous: str) -> TemplateFile:
    """Make a template that is still to be filled in, for a notice that cannot be read.

    It asks for no length, whoever it is for: what the notice does not say is not put there by the base.
    """
    meeting = MeetingKind.DEMOCRATIC
    return TemplateFile(
        FORMAT,
        identifier,
        meeting,
        f"{year}{MEETING_NAMES[meeting]}",
        base=meeting.value,
        year=year,
        previous=previous,
        subjects=subjects_of(meeting),
        lengths={subject.value: LengthEntry(Certainty.NOTICE) for subject in Subject},
        note="照本单位通知填写。",
        sources=(NOTICE,),
    )


def origin(sources: Sequence[str]) -> str:
    """Tell where own templates come from, as they are filed."""
    return "据本单位通知" if NOTICE in sources else "本人修改的"


def revised(file: TemplateFile, former: TemplateFile) -> TemplateFile:
    """Let a template of another year say what it was made of: the former's note and sources speak of its year."""
    if former.year in (file.year, None) or NOTICE in former.sources:
        return file
    note = f"在{former.name}要求的基础上修改，主题、方面和各部分请与本单位通知核对。"
    return replace(file, note=note, sources=(f"{former.name}的要求",))


def copy(file: TemplateFile) -> TemplateFile:
    """Make of a shipped file one of the writer's own: small, as it refers to the shipped one for all it has from it."""
    return replace(
        file,
        base=file.id,
        parts=(),
        aspects=tuple(of_model(each, file) for each in file.aspects),
        frames=tuple(replace(frame, aspects=tuple(of_model(a, file) for a in frame.aspects)) for frame in file.frames),
        titles=None,
        lengths=None,
    )


def without_lead(text: str) -> str:
    return text.removeprefix("带头").removesuffix("方面")


def short_form(text: str) -> str:
    """Shorten an aspect for the outline panel: without 带头, and no more than its first clause where it is long."""
    whole = without_lead(text)
    return whole if len(whole) <= 20 else whole.replace(",", "，").partition("，")[0][:24]


def of_model(entry: AspectEntry, model: TemplateFile) -> AspectEntry:
    """Take an aspect over with its own certainty: the notice does not name it."""
    return replace(entry, like=f"{model.id}/{entry.id}", rewordings=(), hint="", questions=())


def subjects_of(meeting: MeetingKind) -> tuple[Subject, ...]:
    """List who examines himself at a meeting."""
    if meeting is MeetingKind.DEMOCRATIC:
        return (Subject.LEADERSHIP, Subject.INDIVIDUAL)
    return (Subject.MEMBER, Subject.BRANCH)
