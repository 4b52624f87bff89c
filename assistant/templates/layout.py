"""How a material looks on paper: page, fonts, line pitch. Read from resources/layouts/*.toml.

Sizes carry their unit in their name: mm, points (pt), or twips (1/20 pt).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from assistant import strict_toml
from assistant.strict_toml import DataError

_NUMBER = "{}"  # of a page, in a form


class Side(Enum):
    """Where on the foot of a page its number stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class NumberPlace(Enum):
    """Where page numbers stand throughout: `OUTER` is right on odd pages and left on even ones, one character in."""

    OUTER = "outer"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Page:
    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    footer_mm: float  # from the page's edge to the foot of the page number


@dataclass(frozen=True, slots=True)
class Face:
    """A font by the name that the file gives it; `fallback` is what Word may show where it is not installed."""

    font: str
    fallback: str
    size_pt: float


@dataclass(frozen=True, slots=True)
class Layout:
    format: int
    id: str
    name: str
    description: str
    line_twips: int
    spacing_twips: int  # between characters; negative is narrower
    grid: bool
    page: Page
    title: Face
    byline: Face
    level1: Face
    level2: Face
    body: Face
    page_number: Face
    page_number_place: NumberPlace = NumberPlace.OUTER
    page_number_form: str = "— {} —"  # with one {}, where the number stands

    @property
    def line_height(self) -> float:
        """The pitch of lines, in characters of the body."""
        return self.line_twips / 20 / self.body.size_pt

    @property
    def lines_per_page(self) -> int:
        """How many lines the height that the margins leave has room for."""
        page = self.page
        return _fitting(page.height_mm - page.top_mm - page.bottom_mm, self.line_twips)

    @property
    def characters_per_line(self) -> int:
        """How many characters of the body the width that the margins leave has room for."""
        page = self.page
        return _fitting(page.width_mm - page.left_mm - page.right_mm, self.body.size_pt * 20 + self.spacing_twips)

    @property
    def margin_characters(self) -> float:
        """The margins of left and right, evened out, in characters of the body."""
        return (self.page.left_mm + self.page.right_mm) / 2 / 25.4 * 72 / self.body.size_pt

    def number_side(self, number: int) -> Side:
        """Tell where the number of a page stands, in Word, in print and in PDF alike."""
        if self.page_number_place is NumberPlace.CENTER:
            return Side.CENTER
        return Side.RIGHT if number % 2 else Side.LEFT

    @property
    def around_number(self) -> tuple[str, str]:
        """What stands before the number of a page and behind it, in Word, in print and in PDF alike."""
        before, _, after = self.page_number_form.partition(_NUMBER)
        return before, after

    def lines(self, width: int) -> int:
        """Estimate how many lines a paragraph of so many characters fills; every one is indented by two."""
        return 1 + (width + 1) // self.characters_per_line


def _fitting(room_mm: float, each_twips: float) -> int:
    return int(room_mm / 25.4 * 1440 / each_twips)


def parse(source: str, name: str) -> Layout:
    """Read the text of a layout file. Raises DataError."""
    layout = strict_toml.load(Layout, source, name)
    if layout.page_number_form.count(_NUMBER) != 1:
        raise DataError(
            f"{name}.page_number_form：要有一处 {_NUMBER}，是页码的位置，如 “— {_NUMBER} —”，现为 “{layout.page_number_form}”"
        )
    return layout
