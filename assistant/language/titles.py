"""Titles of rules, laws and books in 《》: those that differ by a character or two from one that there is.

A rule of the Party whose name is in disorder in several places is told by the words that only one rule has in its name:
《中国共产党廉政自律条例》; of a longer name, given in full, more of its words must agree. Of titles with one shape for many
matters (中国共产党宣传工作条例, …组织工作条例) only that they are known counts: what differs from them by two characters may be
another rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assistant import paths, strict_toml
from assistant.patterns import compiled_later
from assistant.strict_toml import DataError
from assistant.text import Span
from assistant.text_memory import remembered

_TITLE = compiled_later("[《〈]([^《》〈〉\n]{6,40})[》〉]")  # 《〈…的建议〉辅导读本》 too
_BRACKETS = compiled_later("[（(](?:试行|暂行|修订版?|修正版?|20[0-9]{2}年?(?:修订|修正|版)?|征求意见稿|草案)[）)]$")
_AUTHORS = compiled_later("^(?:中国共产党|中华人民共和国|中共中央(?:国务院)?|中共中央、国务院|关于)")
_LOOSE = compiled_later('[、，,\\s·“”"（）()]')  # written in one way or another
_ISSUER = compiled_later(
    "中共中央国务院|中共中央办公厅国务院办公厅|中共中央办公厅|中共中央政治局|中共中央|国务院办公厅|国务院"
)
_LEAST = 6  # characters a short form must have to be judged
_INSERTED = compiled_later("党内(?=[纪巡廉])|党员(?=纪)|党的(?=[纪问巡])|党风(?=廉洁自律)|的(?=纪律)")
_KINDS = ("法", "条例", "准则", "规定", "办法", "规则", "细则")
_KIND = compiled_later(f"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})$")
_OF_THE_PARTY = compiled_later("^(?:中国共产党|党内)|^(?:党员|党的).*(?:条例|准则)$")  # units have 办法 of their own
_NOT_ITS_OWN = compiled_later(
    "中国共产党员?|党员|党内|党的|党|工作|管理|若干|基层|组织|机关|干部|条例|准则|规定|办法|规则|细则|[、，（）()《》]"
)
_SHARED = 0.5  # of the characters of its own that a name in disorder must have of the one that is meant
_MOST_OF_ITS_OWN = 6  # characters, in which no more than one rule is spoken of
_SHARED_BY_LONG = 0.7  # of a longer one, whose name is then given in full
_LONG_OF_THE_PARTY = compiled_later("^中国共产党|^关于.*党内")
_TO_CARRY_OUT = compiled_later("实施|贯彻|落实")  # rules of a place to carry out the one that it resembles
_MOST = 2  # characters that may differ, in a row; one in a short title
_LONG = 10  # characters of a long one
_VOLUME = compiled_later("第?[一二三四五六七八九十]+[卷版]$|20[0-9]{2}年版$")


@dataclass(frozen=True, slots=True)
class TitleFile:
    """`names` are held against what is written, `alike` are known only; of `laws` only what kind of rules they are.

    `national_laws`: all laws of the state, without whose they are, so that what differs from one by a character or two and
    is none of them is written wrongly.
    """

    format: int
    source: str
    names: tuple[str, ...]
    alike: tuple[str, ...]
    laws: tuple[str, ...] = ()
    national_laws: str = ""


class Misnamed(NamedTuple):
    """A title as it is written, without its marks, and the one it nearly is."""

    span: Span
    right: str

    def by_few(self, paragraph: str) -> bool:
        """Tell whether it differs by few characters, all in one place."""
        return _differing(self.span.of(paragraph), self.right) <= _MOST


_WRONG_TRIAL = compiled_later(
    "[（(](?:实行|施行|试用|实施)[）)]$"
)  # of a rule of which is written in brackets that it is on trial


def parse(source: str, name: str) -> TitleFile:
    """Read the titles; `name` is how messages call the file. Raises DataError."""
    file = strict_toml.load(TitleFile, source, name)
    if twice := set(file.names) & set(file.alike):
        raise DataError(f"{name}：{'、'.join(sorted(twice))} 在 names 和 alike 里都有")
    return file


@cache
def shipped() -> TitleFile:
    """Read the shipped titles, when they are first wanted. Raises DataError."""
    (path,) = paths.shipped("sets", "titles.toml")
    return parse(path.read_text("utf-8"), path.name)


@cache
def _known() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Give all that is known, in every short form, and the forms that are held against, with the title in full."""
    file = shipped()
    forms = [(form, name) for name in file.names for form in _forms(name)]
    return frozenset([*(form for form, _ in forms), *(f for name in file.alike for f in _forms(name))]), tuple(forms)


@cache
def _national() -> frozenset[str]:
    return frozenset(shipped().national_laws.split())


_OF_THE_STATE = "中华人民共和国"
_LAW = compiled_later(f"《({_OF_THE_STATE})?([一-龥]{{3,24}}法)》")
_LEAST_OF_A_LAW = 5  # characters, without whose it is
_LONG_LAW = 7  # characters from which two may differ


def _laws(paragraph: str) -> Iterator[Misnamed]:
    """Find the laws that differ by a character or two from the one law that there is."""
    for match in _LAW.finditer(paragraph):
        name = match[2]
        if name in _national() or len(name) < _LEAST_OF_A_LAW:
            continue
        most = _MOST if len(name) >= _LONG_LAW else 1
        near = [each for each in _national() if len(each) >= _LEAST_OF_A_LAW - 1 and _differing(name, each) <= most]
        least = min((_differing(name, each) for each in near), default=0)
        right = [each for each in near if _differing(name, each) == least]
        if len(right) == 1:
            yield Misnamed(Span(*match.span(2)), right[0])


def _forms(name: str) -> Iterator[str]:
    """Yield a title in full and in the short forms that leave out whose it is."""
    form = _LOOSE.sub("", name)
    yield form
    while _AUTHORS.match(form):
        form = _AUTHORS.sub("", form, count=1)
        if len(form) >= _LEAST:
            yield form


def find(paragraph: str) -> Iterator[Misnamed]:
    """Find the titles that are nearly, but not quite, those there are."""
    if "《" not in paragraph and "〈" not in paragraph:
        return
    laws = list(_laws(paragraph))
    yield from laws
    for match in _TITLE.finditer(paragraph):
        if any(each.span.end == match.end(1) for each in laws):
            continue
        written = _BRACKETS.sub("", match[1])
        if _WRONG_TRIAL.search(match[1]) and _LOOSE.sub("", _WRONG_TRIAL.sub("", match[1])) in _known()[0]:
            yield Misnamed(Span(*match.span(1)), _WRONG_TRIAL.sub("（试行）", match[1]))
            continue
        right = _nearest(_VOLUME.sub("", written))
        if right:
            yield Misnamed(Span(match.start(1), match.start(1) + len(written)), right)


@remembered(256)  # as somebody writes, each stage of a title is another
def _nearest(written: str) -> str:
    """Give the title that a written one nearly is; "" where it is one, or far from all."""
    known, forms = _known()
    plain = _LOOSE.sub("", written)
    if other := _of_another_issuer(plain):
        return other
    if plain in known or len(plain) < _LEAST:
        return ""
    if _INSERTED.sub("", plain) in known:
        plain = _INSERTED.sub("", plain)
        return next((_in_full(form, name) for form, name in forms if form == plain), "")
    if named := _of_another_kind(plain):
        return named
    found = [(_differing(plain, form), form, name) for form, name in forms]
    distance, form, name = min(found, key=lambda each: (each[0], -len(each[1])))
    if alike := next(
        (name for name in shipped().alike if len(name) == len(plain) and _differing(plain, name) == 1), ""
    ):
        return alike
    most = _MOST if min(len(plain), len(form)) >= _LONG else 1
    return _in_full(form, name) if distance <= most else _in_disorder(plain)


def _of_another_issuer(plain: str) -> str:
    """Give the title that is known in full where only who issued it is another: 中共中央、国务院关于… for 中共中央关于…."""
    issuer = _ISSUER.match(plain)
    if issuer is None:
        return ""
    for name in shipped().names:
        full = _LOOSE.sub("", name)
        known = _ISSUER.match(full)
        if known and known[0] != issuer[0] and full[known.end() :] == plain[issuer.end() :]:
            return name
    return ""


def _in_disorder(plain: str) -> str:
    """Give the rule of the Party whose own words a name has in disorder, with another word for what kind of rules it is."""
    own = _NOT_ITS_OWN.sub("", plain)
    long = len(own) > _MOST_OF_ITS_OWN
    shape = _LONG_OF_THE_PARTY if long else _OF_THE_PARTY
    if not shape.match(plain) or not _KIND.search(plain) or len(own) < 2 or (long and _TO_CARRY_OUT.search(own)):
        return ""
    alike = [(_alike(own, _NOT_ITS_OWN.sub("", name)), name) for name in shipped().names if shape.match(name)]
    best, name = max(alike)
    least = _SHARED_BY_LONG if long else _SHARED
    return name if best >= least and sum(likeness == best for likeness, _ in alike) == 1 else ""


def _alike(one: str, other: str) -> float:
    """Tell which part of the longer of two names stands in the other too, in order."""
    if len(other) < 2:
        return 0.0
    rows = [0] * (len(other) + 1)
    for a in one:
        before = 0
        for at, b in enumerate(other, 1):
            before, rows[at] = rows[at], before + 1 if a == b else max(rows[at], rows[at - 1])
    return rows[-1] / max(len(one), len(other))


def _of_another_kind(plain: str) -> str:
    """Give the title that is known where only the last word, what kind of rules it is, is another: …处罚条例 for …处罚法.

    Without whose rules they are a title may be a place's own: 《安全生产条例》.
    """
    kind = _KIND.search(plain)
    if kind is None or not _AUTHORS.match(plain):
        return ""
    file = shipped()
    stem = plain[: kind.start()]
    others = {stem + other for other in _KINDS} - {plain}
    right = [name for name in (*file.names, *file.alike, *file.laws) if _LOOSE.sub("", name) in others]
    return right[0] if len(right) == 1 else ""


def _differing(one: str, other: str) -> int:
    """Count the characters of the one stretch in which two titles differ; all that differs must lie there."""
    if abs(len(one) - len(other)) > _MOST:
        return _MOST + 1
    begin = _common(one, other)
    end = min(_common(one[::-1], other[::-1]), min(len(one), len(other)) - begin)
    return max(len(one), len(other)) - begin - end


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the characters that two titles begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _in_full(form: str, name: str) -> str:
    """Give a title as far as the written one gives it: a short form stays short."""
    for start in range(len(name)):
        if _LOOSE.sub("", name[start:]) == form:
            return name[start:]
    return name
