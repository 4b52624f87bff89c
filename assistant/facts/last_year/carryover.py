"""Last year's material → this year's draft (在去年的材料上改), with nothing lost.

Every piece stands under this year's part that it answers, in the order it had, counted anew; what has no place is kept
at the end under its old heading. Title, year, name lines and the headings of parts and aspects are this year's. The
text is all there is: what is still last year's in it is computed again and again (last_year.untouched).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.decisions import NOBODY, Profile
from assistant.facts import insertion
from assistant.facts.last_year.earlier_material import LastYear
from assistant.facts.last_year.placement import Piece, Role
from assistant.language import years
from assistant.language.numbering import Style, han, rewrite, write
from assistant.patterns import compiled_later
from assistant.structure import closing
from assistant.structure.head_notes import is_salutation
from assistant.structure.outline import MaterialOutline
from assistant.templates.template import PartKind, Template

UNPLACED = "以往材料中未移入的内容"
_UNPLACED_NOTE = "【以下内容请移到合适位置，或删去】"  # brackets: to be seen to before it is handed in
_ANOTHER = "【以下是另一份材料，不需要的请删去】"

_OPENING = " 。：；:;，、\n"  # what is left of a heading's end before the text that ran on
_MARKUP = compiled_later(r"\n(?:##?#?#?|\*+|[-+>•·])?[ \n]*$")  # of the Markdown heading that followed
_GENRE = compiled_later("对照检查|检视剖析|剖析材料|检查材料")
_YEAR = compiled_later("20[0-9]{2}(?=年)")
_DATE = compiled_later(
    "20[0-9]{2}年(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九元])月(?:[0-9]{1,2}日|[一二三四五六七八九十]{1,3}日)?"
)


@dataclass(frozen=True, slots=True)
class Carried:
    """This year's draft and how it came about. `unplaced` are the pieces at its end, `replaced` old headings and new ones."""

    text: str
    pieces: tuple[Piece, ...]
    unplaced: tuple[Piece, ...]
    replaced: tuple[tuple[str, str], ...]


def revise(last: LastYear, new: Template, profile: Profile = NOBODY, previous: Sequence[str] = ()) -> Carried:
    """Make this year's draft of last year's text.

    `previous` are the paragraphs that this year's 上年度整改 begins with (previous_section.paragraphs). Of several materials
    in one file the one that speaks for the same is carried over; the others follow it as they are.
    """
    main = last.main(new)
    pieces = last.placed(new)
    own = tuple(piece for piece in pieces if main.start <= piece.span.start < main.end)
    draft = _Draft(last, new, main, own)
    others = (m for m in last.outline.materials if m is not main)
    blocks = [draft.head(profile), *draft.parts(previous), *draft.unplaced(), draft.closing()]
    blocks += [f"{_ANOTHER}\n{last.text[each.start : each.end].strip()}" for each in others]
    text = "\n".join(block for block in blocks if block) + "\n"
    return Carried(text, pieces, tuple(piece for piece in own if piece.part is None), tuple(draft.replaced))


def begin(new: Template, profile: Profile = NOBODY, previous: Sequence[str] = (), last: LastYear | None = None) -> str:
    """Write the empty skeleton that one writes anew against last year's text (对照去年的材料新写), under its title made this year's."""
    fresh = insertion.fresh(new, insertion.byline(new, profile))
    if last:
        fresh = title(last, last.main(new), new) + fresh[len(new.title) :]
    part = next((part for part in new.parts if part.kind is PartKind.PREVIOUS_RECTIFICATION), None)
    if part is None or not previous:
        return fresh
    heading = re.compile(rf"^.{{1,4}}、{re.escape(part.heading)}\n", re.MULTILINE)
    return heading.sub(lambda found: found[0] + "\n".join(previous) + "\n", fresh, count=1)


class _Draft:
    """Puts the pieces of one material together anew."""

    def __init__(self, last: LastYear, new: Template, material: MaterialOutline, pieces: Sequence[Piece]) -> None:
        self._last, self._text, self._new, self._material = last, last.text, new, material
        self._of_part: dict[str | None, list[Piece]] = {}
        for piece in pieces:
            self._of_part.setdefault(piece.part, []).append(piece)
        self._kept = {p.section.start for p in pieces if p.section and p.role is Role.HEADING and p.keeps_heading}
        self._aspects = {aspect.id: aspect for frame in new.frames for aspect in frame.aspects}
        self._parts = 0  # how many are written
        self.replaced: list[tuple[str, str]] = []

    def head(self, profile: Profile) -> str:
        """Write title, name lines and preface; a date becomes one of this year's that is still to be filled in.

        Of what stands above the title, a salutation is kept; a draft's marks and notes of handling are last year's.
        """
        above = self._text[self._material.start : self._material.title_span.start].split("\n")
        greetings = [line.strip() for line in above if self._material.title and is_salutation(line.strip())]
        byline = insertion.byline(self._new, profile) or self._dated(self._material.byline_span.of(self._text))
        preface = "\n".join(
            self._plain(piece)
            for each in self._new.parts
            if each.kind is PartKind.PREFACE
            for piece in self._of_part.get(each.id, ())
        )
        if not any(part.kind is PartKind.PREFACE for part in self._new.parts):
            preface = "\n".join(self._plain(p) for p in self._of_part.get(None, ()) if p.role is Role.PREFACE)
        lines = (*greetings, title(self._last, self._material, self._new), byline, preface)
        return "\n".join(line for line in lines if line)

    def parts(self, previous: Sequence[str]) -> Iterator[str]:
        """Write this year's parts in their order, each with what answers it."""
        value = 0
        for part in self._new.parts:
            if part.kind is PartKind.PREFACE:
                continue
            value += 1
            yield self._headed(Style.HAN, value, part.id, part.heading)
            if part.kind is PartKind.PREVIOUS_RECTIFICATION:
                yield "\n".join(previous)
            yield self._joined(self._of_part.get(part.id, ()))
            for number, aspect in enumerate(self._frame() if part.kind is PartKind.PROBLEMS else (), 1):
                yield self._headed(Style.HAN_PAREN, number, aspect, self._aspects[aspect].heading)
                yield self._joined(self._of_part.get(aspect, ()), items=True)
        self._parts = value

    def unplaced(self) -> Iterator[str]:
        """Write what has no place, a chapter for each, with its old heading as a line of its own.

        As a heading it would answer a part of this year again; the note keeps it from being handed in.
        """
        pieces = [piece for piece in self._of_part.get(None, ()) if piece.section]
        for number, piece in enumerate(pieces, 1):
            which = f"之{han(number)}" if len(pieces) > 1 else ""
            yield f"{write(Style.HAN, self._parts + number)}{UNPLACED}{which}\n{_UNPLACED_NOTE}\n{self._bare(piece)}"

    def closing(self) -> str:
        """Write what closed last year's material, 附件 and 落款; its date becomes one of this year's as that of the name lines."""
        lines = self._text[self._material.body_end : self._material.end].rstrip().split("\n")
        for each in self._material.closing:
            if each.role is closing.Role.DATE:
                at = each.number - self._material.closing[0].number
                lines[at] = self._dated(lines[at])
        return "\n".join(lines)

    def _frame(self) -> list[str]:
        """List the aspects that the problems were sorted by, or that a fresh text would have; none where they stay as they are."""
        used = {piece.part for pieces in self._of_part.values() for piece in pieces}
        for frame in self._new.frames:
            ids = [aspect.id for aspect in frame.aspects]
            if used & set(ids):
                return ids
        whole = next(part.id for part in self._new.parts if part.kind is PartKind.PROBLEMS)
        asked = bool(self._new.frames) and not any(piece.problem for piece in self._of_part.get(whole, ()))
        return [aspect.id for aspect in self._new.aspects] if asked else []

    def _headed(self, style: Style, value: int, part: str, heading: str) -> str:
        for piece in self._of_part.get(part, ()):
            alone = piece.role is Role.HEADING or piece.role is Role.WHOLE
            if alone and piece.section and not piece.keeps_heading:
                self.replaced.append((piece.section.heading, heading))
        return write(style, value) + heading

    def _joined(self, pieces: Sequence[Piece], *, items: bool = False) -> str:
        """Join pieces to paragraphs: what ran on in one paragraph still does, where nothing came between."""
        written = ""
        counted = _Counting(pieces, items=items)
        before: Piece | None = None
        for piece in pieces:
            own = self._words(piece, counted)
            if not own:
                continue
            runs_on = (
                before is not None and before.span.end == piece.span.start and self._text[piece.span.start - 1] != "\n"
            )
            written += own if runs_on or not written else f"\n{own}"
            before = piece
        return written

    def _words(self, piece: Piece, counted: _Counting) -> str:
        section = piece.section
        if section is None or piece.role is Role.PREFACE:
            return self._plain(piece)
        if piece.role is Role.HEADING:
            return self._bare(piece) if piece.keeps_heading and section.heading_end == section.own_end else ""
        if piece.role is Role.LEAD:
            if section.start in self._kept:
                return self._text[section.start + len(section.number) : section.own_end].strip()
            return _MARKUP.sub("", self._text[piece.span.start : piece.span.end]).lstrip(_OPENING).rstrip()
        if not piece.keeps_heading:
            return _MARKUP.sub("", self._text[section.heading_end : piece.span.end]).lstrip(_OPENING).rstrip()
        return counted.number(piece) + self._bare(piece)

    def _bare(self, piece: Piece) -> str:
        """Give a piece without its number."""
        number = piece.section.number if piece.section else ""
        return _MARKUP.sub("", self._text[piece.span.start + len(number) : piece.span.end]).strip()

    def _plain(self, piece: Piece) -> str:
        return _MARKUP.sub("", piece.span.of(self._text)).strip()

    def _dated(self, lines: str) -> str:
        year = self._new.year
        return _DATE.sub(f"{year + 1}年X月", years.plain(lines)).strip() if year else lines.strip()


def title(last: LastYear, material: MaterialOutline, new: Template) -> str:
    """Make last year's title this year's, with the unit's name if it has one; else write the one that is asked for."""
    old, former = material.title or "", last.former(material)
    if former and former.name in old:
        made = old.replace(former.name, new.name)
    elif new.year and _YEAR.search(years.plain(old)) and new.name.startswith(f"{new.year}年度") and "年度" in old:
        made = _YEAR.sub(str(new.year), years.plain(old))
    else:
        return new.title
    return made if _GENRE.search(made) and _named_alike(made, new) else new.title


def _named_alike(title: str, new: Template) -> bool:
    """Tell whether a title speaks of the right meeting and for the right one."""
    meeting = "组织生活会" if "组织生活会" in new.name else "民主生活会"
    return (
        meeting in title
        and not (new.subject.of_one and "班子" in title)
        and not (not new.subject.of_one and "个人" in title)
    )


class _Counting:
    """Counts the items of a part anew, in the style of the first."""

    def __init__(self, pieces: Sequence[Piece], *, items: bool) -> None:
        self._items = items
        counted = [
            p.section for p in pieces if p.role is Role.WHOLE and p.keeps_heading and p.section and p.section.style
        ]
        parents = {piece.group.start if piece.group else -1 for piece in pieces if piece.role is Role.WHOLE}
        openings = sum(piece.role is Role.HEADING for piece in pieces)
        in_order = [s.value for s in counted] == list(range(1, len(counted) + 1))
        self._anew = items or openings > 1 or len(parents) > 1 or not in_order
        lower = [s.style for s in counted if s.style and (not items or s.style.level > 2)]
        self._style = lower[0] if lower else (Style.DIGIT if items else counted[0].style if counted else None)
        self._value = 0

    def number(self, piece: Piece) -> str:
        """Give a piece's number as it is to be."""
        section = piece.section
        assert section is not None
        if section.style is None and not self._items:
            return ""
        if not self._anew or self._style is None:
            return section.number
        self._value += 1
        if section.style is self._style:
            return rewrite(section.number, self._style, self._value)
        return write(self._style, self._value)
