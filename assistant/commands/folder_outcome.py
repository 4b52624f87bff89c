"""What came of one file of a folder: who, what is missing, what to look at, as plain values for tables and letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.certainty import Certainty
from assistant.commands.checking import Checked, other_year
from assistant.decisions import NOBODY, Profile
from assistant.facts import identify, name_lines
from assistant.facts.facts import Facts
from assistant.facts.material_facts import State
from assistant.files import kinds, naming, template_shelf
from assistant.finding import Finding, Severity
from assistant.review import report
from assistant.review.material import Material
from assistant.rules.registry import about, named
from assistant.rules.rule import About
from assistant.templates.template import MEETING_LABELS, SUBJECT_LABELS, Need, PartKind, Subject
from assistant.text import paragraph_of

NOT_ASKED = "没有认出本次要求，请核对是否为对照检查材料"
NOT_LIKE_ONE = "似不是对照检查材料"
_BODIES = (Subject.LEADERSHIP, Subject.BRANCH)
_FAR_BELOW = 0.5  # of what is asked for at least, or a quarter of what is asked for at most


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in the table; `rule`, `quote` and `begins`, the sentence's beginning, know it again in the next draft."""

    rule: str
    section: str
    line: int
    begins: str
    severity: Severity
    group: str
    message: str
    advice: str
    basis: str
    quote: str
    of_heading: bool = False  # what begins so is a title or a heading and no sentence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file; where `problem` says why it could not be read, or `no_material` why it is no material, the rest is empty.

    `by` is who wrote it, as far as its name lines or its name tell, `signers` whom those lines name where they are several
    persons; `subject` for whom it speaks (对象); `modified` when
    the file was last written, in seconds.

    The lengths of problems, causes and measures are None where nobody asks for such a part, and where the file holds
    several materials, whose lengths would say nothing together; `examined` is that of problems and causes together,
    which may share a section. `doubt` says why the template may not be meant for the text, `short` that it is
    far from the length asked for, `notes` what could not be taken over from the file.
    """

    file: str
    problem: str = ""
    no_material: str = ""
    is_blank: bool = False  # there is nothing at all in it
    by: Profile = NOBODY
    signers: tuple[str, ...] = ()
    subject: str = ""
    of_body: bool = False
    modified: float = 0.0
    title: str = ""
    asked: str = ""
    guessed: bool = False
    doubt: str = ""
    year: int | None = None
    short: str = ""
    materials: int = 1
    notes: tuple[str, ...] = ()
    length: int = 0
    missing: tuple[str, ...] = ()
    empty: int = 0
    placeholders: int = 0
    problems: int | None = None
    causes: int | None = None
    measures: int | None = None
    examined: int | None = None
    findings: tuple[Line, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(line.severity is severity for line in self.findings)

    @property
    def called(self) -> str:
        """How people call the file; `file` is how the system does, which may be no UTF-8."""
        return naming.shown_path(Path(self.file))

    @property
    def told(self) -> str:
        counts = "，".join(f"{severity.label}{self.count(severity)}处" for severity in Severity)
        return self.problem or "；".join([self.no_material or counts, *self.remarks])

    @property
    def is_read(self) -> bool:
        """Whether it was checked."""
        return not self.problem and not self.no_material

    @property
    def remarks(self) -> list[str]:
        """List what whoever reads the numbers must know first."""
        several = f"一个文件里有{self.materials}份材料，没有计算各部分字数和占比" if self.materials > 1 else ""
        unasked = NOT_ASKED if self.is_read and not self.asked else ""
        return [each for each in (self.doubt, self.short, unasked, several, *self.notes) if each]


def of(name: str, checked: Checked) -> Outcome:
    """Tell what came of a file that was checked."""
    material = checked.material
    facts = material.facts
    columns = ((PartKind.PROBLEMS,), (PartKind.CAUSE,), (PartKind.MEASURE,), (PartKind.PROBLEMS, PartKind.CAUSE))
    lengths = [_length_of_parts(material, each) if len(facts.materials) == 1 else None for each in columns]
    template = material.template
    of_body, unlike = _speaker(material)
    signers = () if of_body else _signers(material)
    return Outcome(
        file=name,
        by=_writer(checked),
        signers=signers,
        subject=SUBJECT_LABELS[template.subject] if template else "",
        of_body=of_body,
        title="；".join(each.title or "（无标题）" for each in facts.outline.materials),
        asked=report.asked(material, guessed=checked.guessed) if material.template else "",
        guessed=checked.guessed,
        doubt="；".join(filter(None, (_told_of_signers(signers), unlike, _doubt(checked)))),
        year=template.year if template else None,
        short=_short(checked.material),
        materials=len(facts.materials),
        notes=checked.notes,
        length=material.length,
        missing=_missing(facts),
        empty=sum(
            about(each) is About.EMPTY_SECTION and each.severity is not Severity.HINT for each in material.findings
        ),
        placeholders=len(facts.placeholders),
        problems=lengths[0],
        causes=lengths[1],
        measures=lengths[2],
        examined=lengths[3],
        findings=tuple(_line(material, finding) for finding in material.findings),
    )


def _line(material: Material, finding: Finding) -> Line:
    rule = named(finding.rule)
    return Line(
        finding.rule,
        report.where(material, finding),
        paragraph_of(material.text, finding.span.start),
        report.beginning(material.text, finding),
        finding.severity,
        rule.group.label if rule else "",
        finding.message,
        finding.advice,
        finding.basis,
        report.shortened(finding.span.of(material.text)),
        _is_of_heading(material.facts, finding.span.start),
    )


def _writer(checked: Checked) -> Profile:
    """Tell who wrote a material: what the draft says, else its name lines, else the file's name."""
    read = name_lines.of(
        checked.material.text, checked.material.facts.outline.materials[0], naming.shown_name(checked.path)
    )
    said = checked.material.decisions.profile
    return Profile(said.unit or read.unit, said.post or read.post, said.name or read.name)


def _signers(material: Material) -> tuple[str, ...]:
    """List the persons whom the name lines name where they are several, whatever the draft says of its writer."""
    names = name_lines.signers(material.text, material.facts.outline.materials[0])
    return names if len(names) > 1 else ()


def _told_of_signers(signers: Sequence[str]) -> str:
    return f"署名不一致（{'、'.join(signers)}），请核对是谁的材料" if signers else ""


def _speaker(material: Material) -> tuple[bool, str]:
    """Tell whether a body speaks, and say so where the only template that there was is not for who does.

    What is asked of one is believed, but not against title and text together.
    """
    template, outline = material.template, material.facts.outline.materials[0]
    asked, title = template is not None and template.subject in _BODIES, outline.title or ""
    _, personal = identify.kind(material.text, outline)
    if template and asked and personal and "个人" in title and "班子" not in title:
        return False, f"内容是个人材料，检查时用的是{SUBJECT_LABELS[template.subject]}的要求"
    body = not personal and ("班子" in title or identify.is_signed_by_body(material.text, outline))
    if template and body and not asked:
        return True, f"内容是班子材料，检查时用的是{SUBJECT_LABELS[template.subject]}的要求"
    return asked, ""


def _doubt(checked: Checked) -> str:
    """Say that a text looks like another meeting's or year's than that of the template somebody chose, or like no material."""
    text, template = checked.material.text, checked.material.template
    if template is None or checked.guessed:
        return ""
    meeting = identify.title_meeting(text)
    if meeting and meeting is not template.meeting:
        asked, said = MEETING_LABELS[template.meeting], MEETING_LABELS[meeting]
        return f"标题写的是{said}，检查时用的是{asked}的要求"
    year = other_year(text, template)
    if template.year is None or year is None:
        strange = checked.path.suffix.lower() != kinds.DRAFT_SUFFIX and not identify.guess(text, template_shelf.known())
        return NOT_LIKE_ONE if strange else ""
    return f"疑为{year}年度的材料"


def _short(material: Material) -> str:
    """Say that a text is far from the length that a notice asks for: what was handed in is hardly the whole."""
    asked = material.template.length if material.template else None
    if asked is None or asked.certainty is Certainty.MEMORY or len(material.facts.materials) > 1:
        return ""
    wanted = asked.least or asked.most / 2
    if material.length >= wanted * _FAR_BELOW:
        return ""
    return f"全文只有{material.length}字，" + (f"本次要求不少于{asked.least}字" if asked.least else "似尚未写完")


def _is_of_heading(facts: Facts, position: int) -> bool:
    return any(
        (outline.title and outline.title_span.start <= position < outline.title_span.end)
        or any(section.start <= position < section.heading_end for section in outline.walk())
        for outline in facts.outline.materials
    )


def _missing(facts: Facts) -> tuple[str, ...]:
    """Name the parts that are asked for and missing; where the problems are missing whole, not each aspect."""
    names: list[str] = []
    for material in facts.materials:
        whole = material.of_kind(PartKind.PROBLEMS)
        for fact in material.parts:
            if fact.state is not State.MISSING or fact.part.need is Need.OPTIONAL:
                continue
            if facts.template and facts.template.unasked(fact.part):
                continue  # the notice says nothing of it: it may be left out
            if fact.parent is None or whole is None or whole.state is not State.MISSING:
                names.append(fact.part.short)
    return tuple(dict.fromkeys(names))


def _length_of_parts(material: Material, of_kinds: Sequence[PartKind]) -> int | None:
    """Count the 字数 of all that answers parts of these kinds, what answers several of them once."""
    asked = [fact for fact in material.parts if fact.part.kind in of_kinds]
    if not asked:
        return None
    total, counted = 0, 0
    for span in sorted(span for fact in asked for span in fact.spans):
        total += material.facts.length(max(span.start, counted), span.end)
        counted = max(counted, span.end)
    return total
