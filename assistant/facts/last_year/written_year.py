"""The year a material was written for: what its title says, then its file's name, then what it answers, then its date."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from assistant.language import years
from assistant.patterns import compiled_later
from assistant.templates.seasons import under_review

_OF_YEAR = compiled_later("(?P<year>20[0-9]{2}) ?年度")
_YEAR = compiled_later("(?P<year>20[0-9]{2}) ?年(?! ?[0-9]{1,2} ?月)")
_DATED = compiled_later("(?P<year>20[0-9]{2}) ?[年.] ?(?P<month>1[0-2]|0?[1-9])(?![0-9])")


class By(Enum):
    """What tells the year."""

    TITLE = "这是{year}年度的材料"  # or its date, or whoever knows
    NAME = "按文件名，这是{year}年度的材料"
    LIKENESS = "材料没有写明年度，从查摆的方面看似为{year}年度的"  # another year may ask the same


class WrittenYear(NamedTuple):
    year: int
    by: By = By.TITLE

    @property
    def told(self) -> str:
        """Say it as sure as it is."""
        return self.by.value.format(year=self.year)


def written_year(
    title: str, name: str, asked: int | None, *, sure: bool = False, dated: str = ""
) -> WrittenYear | None:
    """Tell the year of a material by its title, its file's `name`, the year `asked` of it, and where it is `dated`.

    A plain 「2025年」 may be that of the meeting, which is held in January: it gives way to the template of the year
    before. `sure`: what is asked of it is known, and not guessed from its aspects.
    """
    said = [(years.plain(title), By.TITLE), (years.plain(name), By.NAME)]
    for each, by in said:
        if stated := _OF_YEAR.search(each):
            return WrittenYear(int(stated["year"]), by)
    for each, by in said:
        if stated := _YEAR.search(each):
            year = int(stated["year"])
            return WrittenYear(year - 1 if asked == year - 1 else year, by)
    if asked:
        return WrittenYear(asked, By.TITLE if sure else By.LIKENESS)
    day = _DATED.search(years.plain(dated))
    season = under_review(int(day["year"]), int(day["month"])) if day else None
    return WrittenYear(season) if season else None
