"""A rule: what it checks, why, how it is mended, the document it rests on, and examples that prove it.

A rule is one file in `rules/`. Its module docstring is its help, read by the user: a title, then 检查什么, 为什么, 怎么改.
`check` yields findings: of the facts of a whole text or, for `Scope.PARAGRAPH`, of one paragraph with positions in it,
so that its answers can be remembered as long as the paragraph stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from assistant.decisions import NOBODY, Decisions, Profile, Stage
from assistant.facts.cued import Standing
from assistant.facts.facts import Facts
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.paragraph_facts import ParagraphFacts
from assistant.finding import Finding, Fix, Quoted, Severity
from assistant.language import quotations
from assistant.language.cues import known
from assistant.rules.example_template import EXAMPLE_TEMPLATE
from assistant.structure.outline import Section
from assistant.templates.template import (
    Subject,
    Template,
)
from assistant.text import Span

_OF_ANOTHER = "此处引用的是他人的话，原话如此的可忽略。"


class Scope(Enum):
    """Which facts a rule reads: those of one paragraph, remembered with it, or those of the whole text."""

    PARAGRAPH = "paragraph"
    MATERIAL = "material"


class Group(Enum):
    """What the user sees as one kind of check; the value is the folder that holds its rules."""

    STRUCTURE = "structure"
    SUBSTANCE = "substance"
    VOICE = "voice"
    LEFTOVERS = "leftovers"
    WORDING = "wording"
    TYPOGRAPHY = "typography"

    @property
    def label(self) -> str:
        return _GROUP_LABELS[self]

    @property
    def judges_words(self) -> bool:
        """Whether its findings may lie in a word of the unit's own."""
        return self in (Group.LEFTOVERS, Group.WORDING)


_GROUP_LABELS = {
    Group.STRUCTURE: "结构",
    Group.SUBSTANCE: "内容",
    Group.VOICE: "人称和称谓",
    Group.LEFTOVERS: "清稿",
    Group.WORDING: "用语",
    Group.TYPOGRAPHY: "标点版面",
}


class About(Enum):
    """What the findings of a rule are about, where panels, counts and looks treat them in their own way."""

    TEXT = "text"  # what is written
    MISSING_PART = "missing_part"
    EMPTY_SECTION = "empty_section"
    UNFILLED = "unfilled"  # a place left to be filled
    OTHER_YEAR = "other_year"  # words of a year gone by
    BEFORE_ALL = "before_all"  # to be settled first: as long as it stands, nothing else is judged

    @property
    def is_unwritten(self) -> bool:
        """Whether something is not written yet, which is no fault of what is."""
        return self in (About.MISSING_PART, About.EMPTY_SECTION)


class Example(NamedTuple):
    """A text that proves a rule. ⟦…⟧ enclose exactly what must be underlined; none: the rule must stay silent.

    `fixed` is the text after all fixes, where there is one to offer. `with_template` reads the text against EXAMPLE_TEMPLATE,
    as the material of `subject`, written by `profile`; `last_year` is the text of the year before, where there is one.
    One that is not `shown` only proves the rule: names of leaders and of central meetings are nowhere printed in a
    wrong form.
    """

    marked: str
    fixed: str | None = None
    with_template: bool = False
    subject: Subject = Subject.INDIVIDUAL
    profile: Profile = NOBODY
    last_year: str = ""
    shown: bool = True

    @property
    def last(self) -> LastYear | None:
        return LastYear(self.last_year, (replace(EXAMPLE_TEMPLATE, year=2024),)) if self.last_year else None

    @property
    def template(self) -> Template | None:
        return replace(EXAMPLE_TEMPLATE, subject=self.subject) if self.with_template else None

    @property
    def decisions(self) -> Decisions:
        return Decisions(profile=self.profile)

    @property
    def text(self) -> str:
        return re.sub("[⟦⟧]", "", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked stretches as positions in `text`."""
        spans: list[Span] = []
        for number, match in enumerate(re.finditer("⟦([^⟧]*)⟧", self.marked)):
            start = match.start() - 2 * number
            spans.append(Span(start, start + len(match[1])))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule file declares.

    `severity` is the usual one; a finding may carry a milder one. Before the writer has come to `stage` it is silent.
    `cues` are words (or characters, if it is one string) of which one stands in each paragraph of which a rule for
    paragraphs speaks: it is not asked about the others. Without any it is asked about all. One that is `off` is silent
    until the writer switches it on. `quoted` says what of its findings holds in quotation marks, unless one says so itself.
    """

    module: str
    doc: str | None
    check: Callable[[Facts], Iterable[Finding]] | Callable[[ParagraphFacts], Iterable[Finding]]
    severity: Severity
    scope: Scope
    basis: str
    examples: tuple[Example, ...]
    stage: Stage = Stage.DRAFT
    about: About = About.TEXT
    cues: Collection[str] = ()
    off: bool = False
    quoted: Quoted = Quoted.SAME
    name: str = field(init=False)  # the file's name; it says what is wrong

    def __post_init__(self) -> None:
        object.__setattr__(self, "cues", known(self.cues))
        object.__setattr__(self, "name", self.module.rpartition(".")[2])

    def finding(
        self,
        span: Span,
        message: str,
        advice: str,
        fix: Fix | None = None,
        *,
        part: str | None = None,
        severity: Severity | None = None,
        basis: str = "",
        quoted: Quoted | None = None,
    ) -> Finding:
        """Make a finding of this rule, as grave as usual and by its usual source unless told otherwise."""
        severity, basis, quoted = severity or self.severity, basis or self.basis, quoted or self.quoted
        return Finding(self.name, severity, span, message, advice, basis, fix, part, quoted)

    def is_on(self, decisions: Decisions) -> bool:
        """Tell whether a material is checked by it: as the writer has switched it, else as it is at first."""
        return self.name in decisions.rules_on if self.off else self.name not in decisions.rules_off

    def switched(self, decisions: Decisions, *, on: bool) -> Decisions:
        """Switch it on or off in a material."""
        if self.off:
            named = decisions.rules_on | {self.name} if on else decisions.rules_on - {self.name}
            return decisions._replace(rules_on=named)
        named = decisions.rules_off - {self.name} if on else decisions.rules_off | {self.name}
        return decisions._replace(rules_off=named)

    @property
    def group(self) -> Group:
        """The folder in which the file lies."""
        return Group(self.module.split(".")[-2])

    @property
    def title(self) -> str:
        return (self.doc or "").strip().partition("\n")[0]

    @property
    def help(self) -> str:
        """The text under the title: what is checked, why, and how to mend it."""
        return (self.doc or "").strip().partition("\n")[2].strip()


class Listed:
    """The check of a rule that is only words: it says what the wording lists that name it have found."""

    def __init__(self, module: str) -> None:
        self._name = module.rpartition(".")[2]

    def __call__(self, facts: ParagraphFacts) -> Iterator[Finding]:
        for hit in facts.phrases:
            if hit.rule == self._name:
                yield hit.finding()


def run(rules: Iterable[Rule], facts: Facts) -> Iterator[Finding]:
    """Run the rules over a whole text; the others are passed over."""
    for rule in rules:
        if rule.scope is Scope.MATERIAL:
            for finding in rule.check(facts):  # type: ignore[arg-type]  # the scope says which facts the rule reads
                if finding.quoted is Quoted.SAME:
                    yield finding
                    continue
                index = facts.paragraph_at(finding.span.start)
                yield from _as_quoted(finding, facts.paragraphs[index].text, facts.starts[index])


def _as_quoted(finding: Finding, paragraph: str, start: int = 0) -> Iterator[Finding]:
    """Yield what of a finding holds by the quotation marks in its paragraph, which begins at `start`: all, a hint, or nothing.

    The one place where quotations are spared; a rule says how by `quoted`.
    """
    at = finding.span.start - start
    spared = quotations.is_quoted if finding.quoted is Quoted.NEVER else quotations.is_of_another
    if not spared(paragraph, at):
        yield finding
    elif finding.quoted is Quoted.HINT:
        fix = replace(finding.fix, safe=False) if finding.fix else None
        yield replace(finding, severity=Severity.HINT, advice=finding.advice + _OF_ANOTHER, fix=fix)


def in_section(
    facts: Facts, find: Callable[..., Iterable[Finding]], section: Section, *about: Hashable
) -> Iterator[Finding]:
    """Yield what a function of these facts, a section, and whatever else it is asked about finds in the section.

    It is remembered while the section stays the same, so the function reads nothing else of the text (`Facts.of_section`).
    """
    for finding in facts.of_section(_relative, section, find, *about):
        yield finding.shifted(section.start)


def _relative(
    facts: Facts, section: Section, find: Callable[..., Iterable[Finding]], *about: Hashable
) -> tuple[Finding, ...]:
    return tuple(finding.shifted(-section.start) for finding in find(facts, section, *about))


class ParagraphRules:
    """The rules that read one paragraph, in their order."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.scope is Scope.PARAGRAPH]

    def run(self, paragraphs: Sequence[ParagraphFacts], standing: Standing) -> list[list[Finding]]:
        """Give what they find in each of some paragraphs, of which it is known where cues stand.

        Rule by rule, not paragraph by paragraph: what a rule looks for then stays in the processor's memory, and all
        together takes a quarter less.
        """
        by_paragraph: list[list[Finding]] = [[] for _ in paragraphs]
        written = [index for index, paragraph in enumerate(paragraphs) if paragraph.text]
        listed = [index for index in written if paragraphs[index].phrases]
        for rule in self._rules:
            everywhere = listed if isinstance(rule.check, Listed) else written
            for index in standing.of(rule.cues) if rule.cues else everywhere:
                for finding in rule.check(paragraphs[index]):  # type: ignore[arg-type]  # they all read a paragraph
                    if finding.quoted is Quoted.SAME:
                        by_paragraph[index].append(finding)
                    else:
                        by_paragraph[index].extend(_as_quoted(finding, paragraphs[index].text))
        return by_paragraph
