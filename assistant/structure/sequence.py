"""Where the numbers of neighbouring headings and items do not follow each other: told once for each row of siblings.

A row is judged as a whole, so that one mistake of the hand is told once, whatever it looks like: a number left out, one
written twice, or one written in another style than its neighbours (「（一）（二）三、」).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from assistant.language.numbering import Style, renumber, rewrite, write
from assistant.patterns import compiled_later
from assistant.structure.outline import MaterialOutline, Section
from assistant.text import Edit, Span

_SPOKEN = (Style.IS, Style.ORDINAL)
_VALUE = compiled_later("[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[①-⑳]")
_REFERRED = compiled_later(
    "第 ?[（(]?[一二三四五六七八九十0-9]{1,3}[）)]? ?(?:条|点|项|部分|个问题|个方面|节|款)"
    "|(?:问题|措施|原因|上述|前述|见|按照)[（(]?(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})[）)、，。]"
)


class Kind(Enum):
    """How a number fails to follow."""

    GAP = "gap"
    REPEAT = "repeat"
    STYLE = "style"  # right in value, in another style than its siblings
    COUSIN = "cousin"  # a row in another style than the rows under the headings beside its own


class Misnumbering(NamedTuple):
    """One such place: at which section, after which, what number was due, and the edits that mend it, if any do.

    `settled`: after the edits nothing is left to mend in the row.
    """

    kind: Kind
    section: Section
    before: Section | None
    due: str
    edits: tuple[Edit, ...]
    settled: bool = False

    @property
    def span(self) -> Span:
        return Span(self.section.start, self.section.start + len(self.section.number.rstrip()))


def misnumberings(outline: MaterialOutline) -> Iterator[Misnumbering]:
    """Find where the numbers of a material do not follow, at most one in a row of siblings."""
    seen: set[int] = set()
    groups = [outline.sections, *(section.children for section in outline.walk() if section.children)]
    firsts = {start: due for siblings in groups for start, due in _counted_through(siblings).items()}
    for siblings in groups:
        yield from _among(siblings, seen, firsts)
    yield from _cousins(outline)


def is_referred_to(text: str) -> bool:
    """Tell whether a text speaks of its own numbers (「措施第二条」), so that counting anew could change what it says."""
    return _REFERRED.search(text) is not None


def _counted_through(siblings: Sequence[Section]) -> dict[int, int]:
    """Give where a row under a heading begins, and with what number, if the rows of these headings are one count.

    （一）1. 2. （二）3. 4. 5. （三）6.: where more rows go on than begin with 1. A row that begins beyond the number due
    is one of them where others show that they are counted through.
    """
    going_on: dict[int, int] = {}
    beyond: dict[int, int] = {}
    anew, last = 0, None
    for section in siblings:
        rows = _rows(section.children) if section.children else ()
        if not rows:
            continue
        row = rows[0]
        if last and row[0].style is last.style:
            due = last.value + 1
            if row[0].value == due:
                going_on[row[0].start] = due
            elif row[0].value > due:
                beyond[row[0].start] = due
            else:
                anew += 1
        last = row[-1]
    if len(going_on) <= anew:
        return {}
    return going_on | beyond if len(going_on) > 1 else going_on


def _among(siblings: Sequence[Section], seen: set[int], firsts: Mapping[int, int]) -> Iterator[Misnumbering]:
    """Look at the sections under one heading; `seen` are the strays that were found from their true level.

    `firsts` has the number that is due for the first of a row, by its start, where that is not 1.
    """
    first = firsts.get(siblings[0].start, 1) if siblings else 1
    in_order = all(each.value == due and each.style is siblings[0].style for due, each in enumerate(siblings, first))
    if in_order and not (siblings and _fallen(siblings, len(siblings) - 1, firsts)):
        return
    indexes = range(len(siblings))
    strays = [stray for index in indexes if (stray := _fallen(siblings, index, firsts))]
    strays = strays or [stray for index in indexes if (stray := _risen(siblings, index))]
    if not strays and not any(section.start in seen for section in siblings) and (mixed := _mixed(siblings)):
        strays = [mixed]
    if strays:
        seen.update(stray.section.start for stray in strays)
        yield from strays
        return
    for whole in _rows(siblings):
        row = list(takewhile(lambda section: section.start not in seen, whole))
        if found := _misnumbered(row, firsts.get(whole[0].start, 1)):
            yield found


def _fallen(siblings: Sequence[Section], index: int, firsts: Mapping[int, int]) -> Misnumbering | None:
    """Find a number that fell to a lower level for its style: 「3.」 after 「二、」 and before 「四、」."""
    section = siblings[index]
    if not section.children:
        return None
    later = siblings[index + 1] if index + 1 < len(siblings) else None
    if section.style is None or (later is not None and later.value == section.value + 1):
        return None
    candidates: list[Misnumbering] = []
    for parent in section.walk():
        for row in _rows(parent.children):
            for place, child in enumerate(row):
                if child.value != section.value + 1 or not _may_have_fallen(section, child):
                    continue
                goes_on = later is not None and later.value == (row[-1].value if parent is section else child.value) + 1
                last = later is None and (parent is section or _ends_there(section, parent, child))
                heads = parent is section and _heads(row, place, parent)
                astray = child.value != (row[place - 1].value + 1 if place else 1)
                found = _restyled(child, section, row[place:] if parent is section else [child])
                through = place == 0 and firsts.get(child.start) == child.value
                if astray and (goes_on or (last and not through and (place == 0 or heads))):
                    return found
                if goes_on and heads:
                    candidates.append(found)
    return candidates[0] if candidates else None


def _ends_there(section: Section, parent: Section, child: Section) -> bool:
    """Tell whether a number does not go on from its parent's, or new rows begin right after it."""
    return parent.value + 1 != child.value or any(c.start == parent.end and c.value == 1 for c in section.children)


def _may_have_fallen(section: Section, child: Section) -> bool:
    both_spoken = child.style in _SPOKEN and section.style in _SPOKEN
    return child.style is not section.style and child.value > 1 and (both_spoken or (child.leading and section.leading))


def _heads(row: Sequence[Section], place: int, parent: Section) -> bool:
    """Tell whether a number that would follow in its row begins another one: 1. 2. 「3.」 1. 2."""
    after = parent.children[parent.children.index(row[place]) + 1 :]
    own = row[place].children and not any(section.children for section in row[:place])
    return bool(own) or (bool(after) and after[0].value == 1)


def _risen(siblings: Sequence[Section], index: int) -> Misnumbering | None:
    """Find a number that rose a level for its style: 「三、」 after 「（二）」, where the chapters go on with 「二、」."""
    section, before = siblings[index], siblings[index - 1] if index else None
    last = before.children[-1] if before and before.children else None
    if before is None or last is None or last.style in (None, section.style, *_SPOKEN) or not last.leading:
        return None
    later = siblings[index + 1] if index + 1 < len(siblings) else None
    due = before.value + 1
    out_of_place = section.value != due or (later is not None and later.value == due)
    goes_on = later is None or later.value == due
    has_own = any(child.style is last.style for child in section.children)
    if section.style is not before.style or not section.leading or section.value != last.value + 1 or has_own:
        return None
    return _restyled(section, last, [section]) if out_of_place and goes_on else None


def _restyled(section: Section, model: Section, wrong: Sequence[Section]) -> Misnumbering:
    """Make one whose edits write the wrong numbers as the model's is written."""
    style = model.style or Style.DIGIT
    edits = [Edit(w.start, w.start + len(w.number), rewrite(model.number, style, w.value)) for w in wrong]
    return Misnumbering(Kind.STYLE, section, model, rewrite(model.number, style, section.value), tuple(edits))


def _mixed(siblings: Sequence[Section]) -> Misnumbering | None:
    """Find the first of siblings that count on in another style than most: 一是…第二，…三是…."""
    first = siblings[0].style if siblings else None
    if first is None or all(section.style is first for section in siblings):
        return None
    if any(section.style is None for section in siblings):
        return None
    if [section.value for section in siblings] != list(range(1, len(siblings) + 1)):
        return None
    usual, count = Counter(section.style for section in siblings).most_common(1)[0]
    if usual is None or (count == 1 and len(siblings) > 2):
        return None
    if count * 2 == len(siblings):
        usual = siblings[0].style
    assert usual
    model = next(section for section in siblings if section.style is usual)
    wrong = [section for section in siblings if section.style is not usual]
    return _restyled(wrong[0], model, wrong)._replace(before=_before(siblings, wrong[0]))


def _before(siblings: Sequence[Section], section: Section) -> Section | None:
    index = siblings.index(section)
    return siblings[index - 1] if index else None


def _rows(siblings: Sequence[Section]) -> list[list[Section]]:
    """Split siblings into rows of one style; a number 1 begins anew, unless it follows at once on a lone 1."""
    rows: list[list[Section]] = []
    open_: dict[Style, list[Section]] = {}
    for section in siblings:
        if section.style is None:
            continue
        row = open_.get(section.style, [])
        doubled = len(row) == 1 and row[0].end == section.start and row[0].leading and section.leading
        if not row or (section.value == 1 and not (doubled and row[0].value == 1)):
            row = open_[section.style] = []
            rows.append(row)
        row.append(section)
    return rows


def _misnumbered(row: Sequence[Section], first: int) -> Misnumbering | None:
    """Find the first number of a row that is not the one due, where it begins with `first`."""
    for index, section in enumerate(row):
        due = index + first
        if section.value == due:
            continue
        before = row[index - 1] if index else None
        assert section.style
        number = (
            rewrite(section.number, section.style, due) if section.style is Style.PART else write(section.style, due)
        )
        number = number.rstrip("，")
        if section.value > due:
            return Misnumbering(Kind.GAP, section, before, number, _closed(row, index, due))
        wanted = _counted_on(row, index, due)
        after = [
            *range(first, due),
            *(value for _, value in wanted),
            *(each.value for each in row[index + len(wanted) :]),
        ]
        settled = after == list(range(first, first + len(row))) and len(set(_shapes(row))) == 1
        return Misnumbering(Kind.REPEAT, section, before, number, _renumbered(wanted), settled)
    return None


def _closed(row: Sequence[Section], index: int, due: int) -> tuple[Edit, ...]:
    """Close a gap; what follows keeps its distance, so a doubled number stays to be seen."""
    shift, end = row[index].value - due, index + 1
    while end < len(row) and row[end].value >= row[end - 1].value:
        end += 1
    # numbers that fall again are out of order; unless one alone was wrong, what they should be only the writer knows
    fits = end == len(row) or (index > 0 and row[end].value == row[end - 1].value - shift + 1)
    return _renumbered([(later, later.value - shift) for later in row[index:end]]) if fits else ()


def _counted_on(row: Sequence[Section], index: int, due: int) -> list[tuple[Section, int]]:
    """Count on from a number written twice, until the numbers are right again; nothing where they fall once more."""
    wanted: list[tuple[Section, int]] = []
    for section in row[index:]:
        if wanted and section.value == due:
            break
        if wanted and section.value != wanted[-1][0].value + 1:
            return []
        wanted.append((section, due))
        due += 1
    return wanted


def _shapes(row: Sequence[Section]) -> list[str]:
    """Give the marks of the numbers alone; where they differ, typography mends the same places."""
    return [_VALUE.sub("", section.number.replace(" ", "").replace("．", ".")) for section in row]


def _renumbered(wanted: Sequence[tuple[Section, int]]) -> tuple[Edit, ...]:
    return renumber([(each.start, each.number, each.style, value) for each, value in wanted if each.style])


def _cousins(outline: MaterialOutline) -> Iterator[Misnumbering]:
    """Find a row of items in another style than the rows under the headings beside its own."""
    for section in outline.sections:
        parents = [child for child in section.children if len(child.children) > 1 and child.children[0].leading]
        styles = Counter([parent.children[0].style for parent in parents] if len(parents) > 2 else ())
        if len(styles) != 2:
            continue
        (usual, count), (_, few) = styles.most_common(2)
        odd = next(parent for parent in parents if parent.children[0].style is not usual)
        if few != 1 or count < 2 or usual is None or {child.leading for child in odd.children} != {True}:
            continue
        model = next(parent for parent in parents if parent.children[0].style is usual).children[0]
        yield _restyled(odd.children[0], model, odd.children)._replace(kind=Kind.COUSIN)
