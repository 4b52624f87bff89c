"""A wording list as a file: `resources/phrases/*.toml`, strictly checked."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from assistant import strict_toml
from assistant.certainty import Certainty
from assistant.finding import Severity
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError

_LINE = compiled_later("[^ ]+(?: [^ ]+)+")
_ODD = ("  ", " \n", "\n ", "\n\n")  # in no lines of words with one blank between each two


class Free(enum.Enum):
    """On which side a wrong form must not make a word with its neighbour: 「创建没有」 holds no 「建没」."""

    ANY = ""
    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"
    BOTH = "both"

    def allows(self, before: bool, after: bool) -> bool:
        """Tell whether these sides, each free or not, are enough."""
        return {
            Free.ANY: True, Free.BEFORE: before, Free.AFTER: after, Free.EITHER: before or after, Free.BOTH: before and after,
        }[self]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Words written in a wrong way, a line for each: wrong forms, then the right one, blanks between. Of one source.

    `least_gain`: how much likelier, as a logarithm, the text must be with the right form (language/slips), asked of forms
    of two or three characters: what is less likely is one word's end and the next one's beginning. 0: not asked.
    `as_said`: people speak so, and where another's words are given it is at most a hint.
    """

    source: str
    certainty: Certainty
    severity: Severity
    why: str
    pairs: str
    safe: bool = False
    free: Free = Free.ANY
    least_gain: int = 0
    as_said: bool = False

    def each(self) -> Iterable[tuple[str, str]]:
        """Give each wrong form with the right one."""
        lines = self.pairs.splitlines()
        if self.pairs.count(" ") == len(lines):  # one form in each, as there are thousands of
            words = " ".join(lines).split(" ")
            return zip(words[::2], words[1::2], strict=True)
        return ((form, right) for line in lines for *wrong, right in [line.split(" ")] for form in wrong)

    def right_of(self, form: str) -> str:
        """Give the right one of a wrong form, looked up in the lines: of thousands few are ever asked for."""
        lines = f"\n{self.pairs}\n"
        at = max(lines.find(f"{before}{form} ") for before in "\n ")
        return lines[at : lines.index("\n", at + 1)].rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wrong form as a regular expression, looked for where one of `cues` occurs.

    “ and ” in it stand for any quotation mark, 、 also for a comma. Groups `at…` say what is underlined, `to` what it is
    to become (groups as in re.sub). `unquoted`: not inside quotation marks. `as_said` as of words. `says`, `why` and `advice` speak to the user; `advice` stands for the
    list's own, where there is something else that may be ignored.
    """

    right: str
    cues: tuple[str, ...]
    find: str
    severity: Severity
    certainty: Certainty
    why: str
    to: str | None = None
    safe: bool = False
    says: str = ""
    source: str = ""
    advice: str = ""
    unquoted: bool = False
    as_said: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """Things that are named in a fixed order; `least` of them must stand together to be judged."""

    items: tuple[str, ...]
    severity: Severity
    certainty: Certainty
    why: str
    least: int = 2
    source: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term that was current in some periods only: 「2020-02/2022-12-26」, an open end for 「until now」."""

    severity: Severity
    certainty: Certainty
    periods: tuple[str, ...]
    why: str
    words: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    find: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PhraseFile:
    """A list. `correct` are longer words that hold or touch a wrong form by chance: 「公布署名」 is not 「布署」.

    `of_language`: words and grammar, where it tells nothing how many documents say the same.
    `before` and `after`: lines of a character and those that stand before or after it in common words, for `Words.free`.
    """

    format: int
    rule: str
    source: str
    says: str
    advice: str
    of_language: bool = False
    words: tuple[Words, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    orders: tuple[Order, ...] = ()
    terms: tuple[Term, ...] = ()
    quoted: tuple[Words, ...] = ()
    correct: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def parse(source: str, name: str) -> PhraseFile:
    """Read a list; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(PhraseFile, source, name)
    entries: Iterable[Words | Pattern | Order | Term] = chain(
        file.words, file.quoted, file.patterns, file.orders, file.terms
    )
    for entry in entries:
        bold = entry.severity is Severity.ERROR and not entry.certainty.sourced_twice
        if bold or (entry.certainty is Certainty.MEMORY and entry.severity is not Severity.HINT):
            raise DataError(f"{name}：仅凭记忆的只能提示，必改须有两处来源：{entry.why}")
    for group in (*file.words, *file.quoted):
        if not _are_pairs(group.pairs):
            line = next((line for line in group.pairs.splitlines() if not _LINE.fullmatch(line)), "")
            raise DataError(f"{name}：pairs 每行应为“误写 空格 通行写法”，现为 {line}")
    return file


def _are_pairs(lines: str) -> bool:
    """Tell whether each of some lines is two words or more; to match each of thousands would take ten times as long."""
    whole = f"\n{lines.removesuffix(chr(10))}\n"
    return not any(odd in whole for odd in _ODD) and all(" " in line for line in lines.splitlines())
