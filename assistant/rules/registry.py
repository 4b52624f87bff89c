"""All rules: every file in the folders beside this one. The folder is the group; nobody keeps a second list of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from assistant import rules
from assistant.finding import Finding, Severity
from assistant.rules.rule import About, Group, Rule

_ORDER = list(Severity)


def _of_group(group: Group) -> Iterator[Rule]:
    folders = [f"{place}/{group.value}" for place in rules.__path__]
    for found in pkgutil.iter_modules(folders):
        yield importlib.import_module(f"{rules.__name__}.{group.value}.{found.name}").RULE


def _sorted(found: Iterator[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(found, key=lambda rule: (_ORDER.index(rule.severity), rule.name)))


# In the order of the panel: the groups as they stand in Group, in each the gravest first.
GROUPS: Mapping[Group, tuple[Rule, ...]] = MappingProxyType({group: _sorted(_of_group(group)) for group in Group})
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
_BY_NAME: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in RULES})


def named(name: str) -> Rule | None:
    """Find a rule by its name; a draft of a later program may name one that is unknown here."""
    return _BY_NAME.get(name)


def about(finding: Finding) -> About:
    """Tell what a finding is about."""
    rule = _BY_NAME.get(finding.rule)
    return rule.about if rule else About.TEXT
