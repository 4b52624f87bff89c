"""What a check may say: where, what, why, by which source, and how it could be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from assistant.text import Edit, Span, apply


class Severity(Enum):
    ERROR = "error"  # 必改
    ADVICE = "advice"  # 建议
    HINT = "hint"  # 提示

    @property
    def label(self) -> str:
        return {"error": "必改", "advice": "建议", "hint": "提示"}[self.value]

    @property
    def sign(self) -> str:
        """The sign that says by its form what the color says."""
        return {"error": "■", "advice": "▲", "hint": "◇"}[self.value]


class Quoted(Enum):
    """What of a finding holds where it lies in quotation marks.

    `SAME`: all of it, as of a slip of the keyboard. `HINT`: another's words may have been so, and it is told mildly and
    mended by hand. `SPARED`: another may speak so, and nothing is told. `NEVER`: nothing in whatever is quoted, for it
    speaks of what the writer tells of himself.
    """

    SAME = "same"
    HINT = "hint"
    SPARED = "spared"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Fix:
    """A change the writer may accept, one by one. Only a `safe` one, which cannot change what is said, is part of 全部改正."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False

    def shifted(self, by: int) -> Fix:
        return Fix(self.title, tuple([Edit(e.start + by, e.end + by, e.replacement) for e in self.edits]), self.safe)

    def stretch(self, span: Span) -> Span:
        """Give the stretch that holds a span and all that the edits change; mostly the span itself."""
        return Span(min([span.start, *(e.start for e in self.edits)]), max([span.end, *(e.end for e in self.edits)]))

    def replacement(self, text: str, span: Span) -> str:
        """Give what will stand in the place of `stretch(span)` after all edits."""
        start, end = self.stretch(span)
        return apply(text[:end], self.edits)[start:]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look.

    `message` says what is seen, `advice` why it matters and what could be done, `basis` which document asks for it.
    `part` names the part of the template it is about, where it is about one. An empty span marks a place. `quoted` says
    what of it holds in quotation marks; what is shown has been held to that (rules.rule).
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    advice: str = ""
    basis: str = ""
    fix: Fix | None = None
    part: str | None = None
    quoted: Quoted = Quoted.SAME

    def shifted(self, by: int) -> Finding:
        """Give the same so many characters further on; made by hand, since `replace` takes three times as long and after a key half of all are."""
        span, fix = self.span.shifted(by), self.fix.shifted(by) if self.fix else None
        return Finding(self.rule, self.severity, span, self.message, self.advice, self.basis, fix, self.part)
