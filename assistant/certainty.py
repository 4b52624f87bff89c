"""How well a template, a wording or a term is known."""

from __future__ import annotations

from enum import Enum


class Certainty(Enum):
    """How well something is known; only what a notice or two sources say is spoken of without reserve."""

    NOTICE = "notice"
    TWO_SOURCES = "two_sources"
    ONE_SOURCE = "one_source"
    MEMORY = "memory"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def of_wording(self) -> str:
        """The label of a wording or a term: no notice of a unit lays these down."""
        return _OF_WORDING.get(self, _LABELS[self])

    @property
    def sourced_twice(self) -> bool:
        return self in (Certainty.NOTICE, Certainty.TWO_SOURCES)

    def basis(self, source: str) -> str:
        """Name a basis: a document of the Party by its title alone, what is known in other ways with how well."""
        return source if any(mark in source for mark in _DOCUMENT) else f"{source}（{self.of_wording}）"


_DOCUMENT = ("《", "党内", "党的")
_LABELS = {
    Certainty.NOTICE: "本单位通知",
    Certainty.TWO_SOURCES: "见于两处以上公开材料",
    Certainty.ONE_SOURCE: "只见于一处公开材料，请以本单位通知为准",
    Certainty.MEMORY: "往年通行做法，请以本单位通知为准",
}
_OF_WORDING = {Certainty.ONE_SOURCE: "只见于一处公开材料，供参考", Certainty.MEMORY: "供参考"}
