"""What a notice asks for → a template (本次要求) that the writer corrects and keeps.

Aspects and parts that some year's shipped templates know bring their cues and questions along by reference. What
the notice does not say is taken from the shipped templates of that meeting, with their own certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.certainty import Certainty
from assistant.strict_toml import FORMAT
from assistant.templates.aspect_likeness import likeness
from assistant.templates.notice.notice import Found, LengthRange, NoticeAspect, NoticeTemplate
from assistant.templates.own_template import MEETING_NAMES, NOTICE, of_model, short_form, without_lead
from assistant.templates.proposed_parts import length_entry, lengths_of, parts_of, plain
from assistant.templates.template import (
    Dates,
    Frame,
    Part,
    PartKind,
    ProblemLimits,
    Share,
    Theme,
)
from assistant.templates.template_file import AspectEntry, TemplateFile

_SAME = 0.6  # likeness from which an aspect is one of that year's; headings are held to the same
_SAME_OF_ANOTHER_YEAR = 0.8
_LONGEST_HINT = 60
_COMPLETE = ("情况", "问题", "方面")


def propose(asked: NoticeTemplate, known: Iterable[TemplateFile], identifier: str) -> TemplateFile:
    """Make a template of what a notice asks for one meeting.

    `known` are shipped files, read as far as they are needed: the bases first, then those of the same year and
    meeting, then the rest, the newest first.
    """
    files = _Known(known, asked)
    model = files.model(asked)
    year = asked.year.value if asked.year else None
    aspects = tuple(_aspect(each, number, files, model, asked) for number, each in enumerate(asked.aspects, 1))
    order, parts = parts_of(asked, files, model)
    return TemplateFile(
        format=FORMAT,
        id=identifier,
        base=model.id,
        meeting=asked.meeting,
        year=year,
        name=plain(asked.name.value) if asked.name else f"{year or ''}{MEETING_NAMES[asked.meeting]}",
        previous=model.previous,
        subjects=asked.subjects,
        aspect_form=_aspect_form(asked, model),
        theme=Theme(asked.theme.value, Certainty.NOTICE, asked.theme.said) if asked.theme else model.theme,
        lengths={subject.value: length_entry(found) for subject, found in asked.lengths.items()} or None,
        share=Share(
            asked.share.value.kinds, asked.share.value.least, Certainty.NOTICE, asked.share.said, asked.share_of
        )
        if asked.share
        else None,
        problem_limits=_problem_limits(asked),
        dates=_dates(asked),
        dates_for={
            subject.value: Dates(found.value, hand_in_said=found.said) for subject, found in asked.hand_in_for.items()
        }
        or None,
        layout=asked.layout.value if asked.layout else "",
        file_name=asked.file_name.value if asked.file_name else "",
        order=order,
        parts=parts,
        aspects=aspects or tuple(_sized(of_model(each, model), None, asked) for each in model.aspects),
        note="据本单位通知整理。",
        sources=(NOTICE,),
    )


class _Known:
    """The shipped files, read one after the other until what is looked for is found."""

    def __init__(self, known: Iterable[TemplateFile], asked: NoticeTemplate) -> None:
        self._coming = iter(known)
        self._meeting = asked.meeting
        self._read: list[TemplateFile] = []

    def __iter__(self) -> Iterator[TemplateFile]:
        """Yield the files of the meeting, then those of other meetings."""
        yield from self._read
        for file in self._coming:
            self._read.append(file)
            yield file

    def model(self, asked: NoticeTemplate) -> TemplateFile:
        """Find what the template builds on: the file of that year with most of the aspects, else the base."""
        base: TemplateFile | None = None
        fitting: list[TemplateFile] = []
        year = asked.year.value if asked.year else None
        for file in self:
            if file.meeting is asked.meeting and file.abstract:
                base = file
            elif file.meeting is asked.meeting and file.year == year is not None:
                fitting.append(file)
            elif not file.abstract and (file.year or 0) < (year or 9999):
                break  # the newest come first
        if fitting:
            return max(fitting, key=lambda file: sum(bool(_alike(each, file, _SAME)) for each in asked.aspects))
        assert base is not None
        return base


def _aspect(
    each: NoticeAspect, number: int, files: Iterable[TemplateFile], model: TemplateFile, asked: NoticeTemplate
) -> AspectEntry:
    known, file = _alike(each, model, _SAME), model
    if known is None:
        for file in files:
            if known := _alike(each, file, _SAME_OF_ANOTHER_YEAR):
                break
    same = known and without_lead(known.full) == without_lead(each.text)
    entry = AspectEntry(
        id=known.id if known and file is model else f"aspect{number}",
        full=plain(each.text),
        short=plain(known.short if known and same else short_form(each.text)),
        certainty=Certainty.NOTICE,
        like=f"{file.id}/{known.id}" if known else "",
        hint=_shortened(f"通知要求重点检视：{each.focus}") if each.focus else "",
        said=each.said,
    )
    return _sized(entry, each.length, asked)


def _sized(entry: AspectEntry, own: Found[LengthRange] | None, asked: NoticeTemplate) -> AspectEntry:
    """Give an aspect the length that the notice sets for it alone, else the one it sets for each."""
    if own:
        return replace(entry, length=length_entry(own))
    of_each, of_subjects = lengths_of(asked, PartKind.ASPECT)
    return replace(entry, length=of_each or entry.length, length_for=of_subjects or entry.length_for)


def _alike(each: NoticeAspect, file: TemplateFile, threshold: float) -> AspectEntry | None:
    """Find the aspect of a file that a notice's wording means."""
    entries = (*file.aspects, *(entry for frame in file.frames for entry in frame.aspects))
    frame = Frame(
        file.id,
        tuple(
            Part(
                entry.id,
                PartKind.ASPECT,
                entry.full,
                entry.short,
                wordings=(entry.full, entry.short, *entry.rewordings),
            )
            for entry in entries
        ),
    )
    scored = [(likeness(frame, each.text, number), -number) for number in range(len(entries))]
    best = max(scored, default=(0.0, 0))
    return entries[-best[1]] if best[0] >= threshold else None


def _problem_limits(asked: NoticeTemplate) -> ProblemLimits | None:
    found = [each for each in (asked.problems_per_aspect, asked.problems_total, asked.with_instances) if each]
    if not found:
        return None
    return ProblemLimits(
        _value(asked.problems_per_aspect),
        _value(asked.problems_total),
        bool(asked.with_instances),
        Certainty.NOTICE,
        "；".join(dict.fromkeys(each.said for each in found)),
        asked.instances_of,
    )


def _value(found: Found[int] | None) -> int:
    return found.value if found else 0


def _dates(asked: NoticeTemplate) -> Dates | None:
    hand_in, meets = asked.hand_in, asked.meets
    if not hand_in and not meets:
        return None
    return Dates(
        hand_in.value if hand_in else None,
        meets.value if meets else None,
        hand_in.said if hand_in else "",
        meets.said if meets else "",
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_HINT else f"{text[:_LONGEST_HINT]}…"


def _aspect_form(asked: NoticeTemplate, model: TemplateFile) -> str:
    """Give how an aspect becomes a heading: as in other years, but no 「…情况方面」 and no 「对照…方面」."""
    complete = any(each.text.endswith(_COMPLETE) or each.text.startswith("对照") for each in asked.aspects)
    return "{full}" if complete else model.aspect_form
