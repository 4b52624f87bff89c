"""What a check may say: where, what, why, by which source, and how it could be mended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from assistant.text import Edit, Span


class Severity(Enum):
    ERROR = "error"  # 必改
    ADVICE = "advice"  # 建议
    HINT = "hint"  # 提示

    @property
    def label(self) -> str:
        return {"error": "必改", "advice": "建议", "hint": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Fix:
    """A change the writer may accept, one by one. Only a `safe` one, which cannot change what is said, is part of 全部修正."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False

    def shifted(self, by: int) -> Fix:
        return replace(self, edits=tuple(Edit(e.start + by, e.end + by, e.replacement) for e in self.edits))

    def replacement(self, text: str, span: Span) -> str:
        """Give what would stand in the place of a span, as far as the edits touch it."""
        result, at = "", span.start
        for edit in sorted(self.edits, key=lambda edit: edit.start):
            if span.start <= edit.start and edit.end <= span.end:
                result += text[at : edit.start] + edit.replacement
                at = edit.end
        return result + text[at : span.end]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look.

    `message` says what is seen, `advice` why it matters and what could be done, `basis` which document asks for it.
    `part` names the part of the template it is about, where it is about one. An empty span marks a place.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    advice: str = ""
    basis: str = ""
    fix: Fix | None = None
    part: str | None = None

    def shifted(self, by: int) -> Finding:
        fix = self.fix.shifted(by) if self.fix else None
        return replace(self, span=self.span.shifted(by), fix=fix)
