"""How the characters of rich text look, by the words before them: what hides, strikes or revises them."""

from __future__ import annotations

from typing import NamedTuple

from assistant.files.readers.rtf_words import STRIKES


class State(NamedTuple):
    """What holds inside a group and ends with it."""

    font: int
    unicode_skip: int = 1
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    struck: int = 0  # by one line 1, by two lines 2
    author: int = 0
    time: int = 0
    destination: str = ""

    def after(self, word: str, number: int | None, font: int) -> State:
        """Give what holds after a word that changes how characters look; `font` is that of plain ones.

        Of such words only those count that hide or strike characters, or tell who wrote them.
        """
        on, state = number != 0, self
        if word == "plain":
            state = self._replace(font=font, hidden=False, inserted=False, deleted=False, struck=0)
        elif word == "v":
            state = self._replace(hidden=on)
        elif word in STRIKES:
            kind = STRIKES[word]
            state = self._replace(struck=self.struck | kind if on else self.struck & ~kind)
        elif word == "revised":
            state = self._replace(inserted=on)
        elif word == "deleted":
            state = self._replace(deleted=on)
        elif word in ("revauth", "revauthdel"):
            state = self._replace(author=number or 0)
        elif word in ("revdttm", "revdttmdel"):
            state = self._replace(time=number or 0)
        return state
