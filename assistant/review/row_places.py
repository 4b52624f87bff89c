"""Where a row of a comparison stands, named as a reader would: by the heading, and which paragraph below it."""

from __future__ import annotations

from assistant.review.comparison import Comparison, Kind

_LONGEST = 26  # characters of a heading that a place is named by
TO = " → "  # between the two places of what was moved


def below(comparison: Comparison, number: int) -> int:
    """Give where the first paragraph of the new text begins that stands below a row."""
    rows = comparison.rows[number + 1 :]
    return next((row.new.start for row in rows if row.new), len(comparison.new) + 1)


class Places:
    """Names the places of a comparison's rows; `sections` are the numbers of the sections they stand in."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self.sections: dict[int, int] = {}  # of rows, by number
        self._headings: list[str] = []
        self._numbers: dict[int, int] = {}
        for index, section in enumerate(comparison.sections()):
            self._headings.append(section.heading.strip(" \u3000。：") or "开头")
            # Of the new text and of the old one, whose paragraphs that are gone are counted in it
            counts = {True: 0, False: 0}
            for number in section.rows:
                row = comparison.rows[number]
                side = row.new is not None
                self.sections[number] = index
                self._numbers[number] = counts[side] if section.heading else counts[side] + 1
                if self.text(number).strip():
                    counts[True] += row.new is not None
                    counts[False] += row.old is not None and row.kind is not Kind.MOVED

    def text(self, number: int) -> str:
        """Give the paragraph of a row, as the new text has it where it is in that."""
        row = self._comparison.rows[number]
        return row.new.of(self._comparison.new) if row.new else row.old.of(self._comparison.old) if row.old else ""

    def heading(self, number: int) -> str:
        """Give the heading that a row stands below, shortened; 开头 where none is above it."""
        whole = self._headings[self.sections[number]]
        return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"

    def _one(self, number: int) -> str:
        paragraph = self._numbers[number]
        return f"{self.heading(number)}　" + (f"第{paragraph}段" if paragraph else "标题段")

    def where(self, number: int) -> str:
        """Name the place of a row; of what was moved, both places."""
        row = self._comparison.rows[number]
        if row.kind is Kind.MOVED and row.partner is not None:
            return f"{self._one(row.partner)}{TO}{self._one(number)}"
        return self._one(number)
