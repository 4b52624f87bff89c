"""Wording lists: which words and formulations are worth a look, how they should read, by which source.

The lists are TOML files in `resources/phrases`, one or more for each rule that speaks of them. All are looked for at
once: fixed words directly; a regular expression only where one of its cues occurs, and it is compiled only then. What
stands inside 《》 is a title and is not judged.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from assistant import paths
from assistant.finding import Fix
from assistant.language.multi_pattern import MultiPattern
from assistant.language.phrase_file import Free, Order, Pattern, PhraseFile, Term, Words, parse
from assistant.language.phrase_hits import Hit, Period, kept
from assistant.language.punctuation import changed_to, quoted
from assistant.language.years import days_in
from assistant.patterns import compiled_later
from assistant.text import Edit, Span

_CHANCE = 3  # characters that may stand together by chance
_MARK = "[“”‘’\"'＂「」『』]"  # one the wrong way round is still a quotation mark
_CLASS_OR_MARK = compiled_later(r"\[[^\]]*\]|[“”、]")
_ANY = {"“": _MARK, "”": _MARK, "、": "[、，,､]"}  # outside a character class
_STRAIGHT = str.maketrans("“”", '""')
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("&ldquo;", "&rdquo;"))


class Phrases:
    """All lists together."""

    def __init__(self, files: Iterable[PhraseFile]) -> None:
        self._words: dict[str, tuple[PhraseFile, Words | Term]] = {}
        self._cues: dict[str, tuple[_Search, ...]] = {}
        self._correct: dict[str, tuple[str, ...]] = {}  # with the rules for which they count
        self._before: dict[str, str] = {}
        self._after: dict[str, str] = {}
        for file in files:
            self._before.update((line[0], line[1:]) for line in file.before.splitlines())
            self._after.update((line[0], line[1:]) for line in file.after.splitlines())
            alone = (file.rule,)  # one for all of them
            for word in _in_all_quotes(file.correct):
                told = self._correct.setdefault(word, alone)
                if file.rule not in told:
                    self._correct[word] = (*told, file.rule)
            for group in file.words:
                self._words.update(dict.fromkeys([wrong for wrong, _ in group.each()], (file, group)))
            for term in file.terms:
                self._words.update(dict.fromkeys(_in_all_quotes(term.words), (file, term)))
            for search in _searches(file):
                one = (search,)  # for all of its cues, as most have no other
                for cue in search.cues:
                    told_by = self._cues.setdefault(cue, one)
                    if told_by is not one:
                        self._cues[cue] = (*told_by, search)
        self._multi_pattern = MultiPattern(chain(self._words, self._cues, self._correct))

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find what stands in a paragraph, in order; where two would overlap, a word goes before a pattern."""
        places = self._multi_pattern.find(text)
        words, cues = self._words, self._cues
        found: list[Hit] = []
        wanted: dict[str, _Search] = {}
        for start, word in places:
            if word in words and self._is_free(text, start, word) and self._is_likely(text, start, word):
                found.append(self._hit(start, word))
            if word in cues:
                for search in cues[word]:
                    wanted[search.find] = search
        for search in wanted.values():
            found += search.hits(text)
        if not found:
            return ()
        correct = [
            (rule, Span(start, start + len(word)))
            for start, word in places
            if word in self._correct
            for rule in self._correct[word]
        ]
        return tuple(sorted(kept(found, correct, text), key=lambda hit: hit.span))

    def _is_free(self, text: str, start: int, word: str) -> bool:
        """Tell whether a word stands by itself as its list asks, not across the end of one word and the next."""
        group = self._words[word][1]
        if isinstance(group, Term) or group.free is Free.ANY:
            return True
        end = start + len(word)
        before = start == 0 or text[start - 1] not in self._before.get(word[0], "")
        after = end == len(text) or text[end] not in self._after.get(word[-1], "")
        return group.free.allows(before, after)

    def _is_likely(self, text: str, start: int, word: str) -> bool:
        """Tell whether the text is so much likelier with the right form as its list asks."""
        group = self._words[word][1]
        if isinstance(group, Term) or not group.least_gain or len(word) > _CHANCE:
            return True
        from assistant.language import slips  # noqa: PLC0415  # few texts have such a word

        return slips.shipped().gain(text, Span(start, start + len(word)), group.right_of(word)) > group.least_gain

    def _hit(self, start: int, word: str) -> Hit:
        file, entry = self._words[word]
        right = entry.right_of(word) if isinstance(entry, Words) else ""
        to = right if isinstance(entry, Words) else None
        return _hit(file, entry, Span(start, start + len(word)), word, right=right, to=to)


@dataclass(frozen=True, slots=True)
class _Search:
    """A pattern ready to be looked for."""

    file: PhraseFile
    entry: Pattern | Term | Order
    cues: tuple[str, ...]
    find: str

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield where the pattern stands."""
        entry = self.entry
        for match in _compiled(self.find).finditer(text):
            groups = (name for name, value in match.groupdict().items() if value and name.startswith("at"))
            span = Span(*match.span(next(groups, 0)))
            if isinstance(entry, Order):
                found = re.findall("|".join(map(re.escape, entry.items)), match[0])
                right = sorted(set(found), key=entry.items.index)
                if found != right and len(found) == len(right) >= entry.least:
                    right_order = "、".join(entry.items)
                    yield _hit(self.file, entry, span, match[0], right=right_order, to=_reordered(match[0], entry))
            elif isinstance(entry, Term):
                yield _hit(self.file, entry, span, span.of(text))
            elif not (entry.unquoted and _is_quoted(text, span.start)):
                to = None if entry.to is None else _filled(entry.to, match)
                yield _hit(self.file, entry, span, span.of(text), right=_filled(entry.right, match), to=to)


def _filled(template: str, match: re.Match[str]) -> str:
    """Fill in groups as `re.sub` does; most have none, and Python reads a template anew each time."""
    return match.expand(template) if "\\" in template else template


def _in_all_quotes(words: Iterable[str]) -> Iterator[str]:
    """Yield words, those with quotation marks also with straight ones."""
    for word in words:
        yield word
        if "“" in word:
            yield word.translate(_STRAIGHT)


def _searches(file: PhraseFile) -> Iterator[_Search]:
    for entry in file.patterns:
        yield _Search(file, entry, entry.cues, entry.find)
    for term in file.terms:
        if term.find:
            yield _Search(file, term, term.cues, term.find)
    for order in file.orders:
        items = "|".join(sorted(order.items, key=len, reverse=True))
        find = f"(?:{items})(?:”?、?[和与及]?“?(?:{items})){{{order.least - 1},}}"
        yield _Search(file, order, order.items[1:], find)
    for group in file.quoted:
        for word, right in group.each():
            entry = Pattern(
                right, (word,), f"(?<!“)(?<!;){word}(?!”)(?!&)", group.severity, group.certainty, group.why, right, unquoted=True,
                safe=group.safe, says="“{written}”没有加引号。",
            )  # fmt: skip
            yield _Search(file, entry, entry.cues, entry.find)


@cache
def _compiled(find: str) -> re.Pattern[str]:
    """Compile a pattern when it is first wanted; all at once would take longer than all else here."""
    return compiled_later(_CLASS_OR_MARK.sub(lambda match: _ANY.get(match[0], match[0]), find))


def _hit(
    file: PhraseFile,
    entry: Words | Pattern | Order | Term,
    span: Span,
    written: str,
    *,
    right: str = "",
    to: str | None = None,
) -> Hit:
    """Put into words what is seen."""
    says = entry.says if isinstance(entry, Pattern) and entry.says else file.says
    source = entry.source or file.source
    advice = (entry.advice if isinstance(entry, Pattern) else "") or file.advice
    safe = isinstance(entry, Words | Pattern) and entry.safe
    fix = None if to is None or to == written else Fix(changed_to(to), (Edit(span.start, span.end, to),), safe)
    periods = _periods(entry.periods) if isinstance(entry, Term) else ()
    message = _told(says, written=written, right=right)
    ungraded = file.of_language or isinstance(entry, Words)
    basis = source if ungraded else entry.certainty.basis(source)
    as_said = isinstance(entry, Words | Pattern) and entry.as_said
    return Hit(file.rule, span, entry.severity, message, f"{entry.why}{advice}", basis, fix, periods, as_said)


def _told(says: str, **words: str) -> str:
    """Fill in the words that are spoken of; marks of their own become the inner ones, as the marks around them ask."""
    for name in words:
        says = says.replace(f"“{{{name}}}”", f"{{{name}_quoted}}")
    return says.format(**words, **{f"{name}_quoted": quoted(word) for name, word in words.items()})


def _is_quoted(text: str, position: int) -> bool:
    opened = any(text.rfind(begin, 0, position) > text.rfind(end, 0, position) for begin, end in _PAIRS)
    return opened or any(text.count(mark, 0, position) % 2 for mark in '"＂')


def _reordered(written: str, entry: Order) -> str:
    """Put the items into their order and leave what stands between them."""
    pattern = "|".join(map(re.escape, entry.items))
    items = iter(sorted(re.findall(pattern, written), key=entry.items.index))
    return re.sub(pattern, lambda _: next(items), written)


@cache
def _periods(written: tuple[str, ...]) -> tuple[Period, ...]:
    """Read periods; a month or a year alone means its first day as a beginning and its last as an end."""
    found: list[Period] = []
    for period in written:
        begin, _, end = period.partition("/")
        found.append(Period(_day(begin) or datetime.date.min, _day(end, last=True) or datetime.date.max))
    return tuple(found)


def _day(written: str, *, last: bool = False) -> datetime.date | None:
    if not written:
        return None
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 3 or not last:
        return datetime.date(*[*parts, 1, 1][:3])
    month = parts[1] if len(parts) > 1 else 12
    return datetime.date(parts[0], month, days_in(parts[0], month))


@cache
def shipped() -> Phrases:
    """Read the shipped lists, when they are first wanted. Raises DataError."""
    return Phrases(parse(path.read_text("utf-8"), path.name) for path in paths.shipped("phrases", "*.toml"))
