"""Setting findings aside: here, alike, as a word of the unit, the whole check; what is set aside, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from assistant.decisions import Decisions, Ignored, text_of
from assistant.finding import Finding
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.review import checklist
from assistant.review.material import Material
from assistant.rules.registry import RULES, named
from assistant.templates.template import Template

_LONGEST_SHOWN = 24  # characters of a text in the list
_LONGEST_SAME = 40  # characters up to which a text is likely to come again
_WORD = compiled_later(r"(?=.*[^\W\d_].*[^\W\d_])[\w·-]{2,20}")


class Way(Enum):
    """How a finding is set aside."""

    HERE = "here"
    ALIKE = "alike"
    WORD = "word"
    RULE = "rule"

    @property
    def label(self) -> str:
        return {
            "here": "忽略这一处",
            "alike": "本材料不再提示同样的词句",
            "word": "加入本单位用语",
            "rule": "不再检查这一项",
        }[self.value]


# What the list is divided into, by the field of the decisions.
KINDS = {
    "ignored": "只忽略一处的提示",
    "ignored_alike": "本材料不再提示的词句",
    "unit_words": "本单位用语",
    "rules_off": "不再检查的项目",
    "answered": "已在别处说明的部分",
    "not_applicable": "标为不适用的提问",
}


def offer(way: Way, rule: str) -> str:
    """Name a way for a menu; that a whole check is switched off is said with the check's name."""
    return f"本材料不再检查{quoted(title_of(rule))}" if way is Way.RULE else way.label


def title_of(rule: str) -> str:
    """Give the title of a rule; of one that is unknown here, its name."""
    known = named(rule)
    return known.title if known else rule


def ways(finding: Finding, alike: Sequence[Finding], material: Material) -> tuple[Way, ...]:
    """List how a finding can be set aside; `alike` are its repeats, itself among them.

    A word of the unit is made only of what can be one: never of a mark, a number or a placeholder, which would silence
    half the text.
    """
    text = finding.span.of(material.text)
    again = len(alike) > 1 or len(text) <= _LONGEST_SAME
    known = named(finding.rule)
    word = known is not None and known.group.judges_words and bool(_WORD.fullmatch(text))
    word = word and not any(span.overlaps(finding.span) for span in material.facts.placeholders)
    offered = {Way.HERE: True, Way.ALIKE: again, Way.WORD: word, Way.RULE: True}
    return tuple(way for way, fits in offered.items() if fits)


def set_aside(decisions: Decisions, way: Way, finding: Finding, alike: Sequence[Finding], text: str) -> Decisions:
    """Set a finding aside in one of the ways; those alike go with it where that is what the way says."""
    if way is Way.HERE:
        return decisions._replace(ignored=(*decisions.ignored, Ignored.of(finding, text)))
    if way is Way.ALIKE:
        pairs = {(each.rule, text_of(each, text)) for each in alike}
        return decisions._replace(ignored_alike=decisions.ignored_alike | pairs)
    if way is Way.WORD:
        return decisions._replace(unit_words=decisions.unit_words | {finding.span.of(text)})
    known = named(finding.rule)
    return known.switched(decisions, on=False) if known else decisions


class Entry(NamedTuple):
    """One thing set aside. `field` and `value` say where it is kept; the rest is shown."""

    field: str
    value: Ignored | tuple[str, str] | str
    title: str
    told: str = ""


def entries(decisions: Decisions, template: Template | None) -> tuple[Entry, ...]:
    """List all that is set aside, kind by kind."""
    return tuple(_entries(decisions, template))


def _entries(decisions: Decisions, template: Template | None) -> Iterator[Entry]:
    parts = {part.id: part for part, _ in template.all_parts()} if template else {}
    questions = {checklist.key(part, each): each.ask for part in parts.values() for each in part.questions}
    for ignored in decisions.ignored:
        shown = f"…{ignored.before[-6:]}▸{_short(ignored.text)}◂{ignored.after[:6]}…".replace("\n", " ")
        yield Entry("ignored", ignored, shown, title_of(ignored.rule))
    for rule, text in sorted(decisions.ignored_alike):
        yield Entry("ignored_alike", (rule, text), _short(text), title_of(rule))
    for word in sorted(decisions.unit_words):
        yield Entry("unit_words", word, word, "凡涉及这个词的，不再提示")
    order = [rule.name for rule in RULES]
    for rule in sorted(decisions.rules_off, key=lambda name: (order.index(name) if name in order else -1, name)):
        yield Entry("rules_off", rule, title_of(rule), known.group.label if (known := named(rule)) else "")
    for part, where in sorted(decisions.answered.items()):
        yield Entry("answered", part, parts[part].short if part in parts else part, where)
    for key in sorted(decisions.not_applicable):
        yield Entry("not_applicable", key, questions.get(key, key))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def taken_back(decisions: Decisions, entry: Entry) -> Decisions:
    """Take one thing back; of two places ignored alike only one."""
    kept: Any = getattr(decisions, entry.field)
    if isinstance(kept, tuple):
        at = kept.index(entry.value)
        rest: Any = kept[:at] + kept[at + 1 :]
    elif isinstance(kept, frozenset):
        rest = kept - {entry.value}
    else:
        rest = {key: value for key, value in kept.items() if key != entry.value}
    changes: dict[str, Any] = {entry.field: rest}
    return decisions._replace(**changes)


def all_taken_back(decisions: Decisions) -> Decisions:
    """Take back all that is listed."""
    return decisions._replace(
        ignored=(),
        ignored_alike=frozenset(),
        unit_words=frozenset(),
        rules_off=frozenset(),
        answered={},
        not_applicable=frozenset(),
    )
