"""All rules: every file in the folders beside this one. The folder is the group; nobody keeps a second list of them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from assistant import rules
from assistant.finding import Finding, Severity
from assistant.rules.rule import About, Group, Rule

_ORDER = list(Severity)


def _of_group(group: Group) -> Iterator[Rule]:
    for place in rules.__path__:
        for name in _modules_in(f"{place}/{group.value}"):
            yield importlib.import_module(f"{rules.__name__}.{group.value}.{name}").RULE


def _modules_in(folder: str) -> Iterable[str]:
    """Name the modules in a folder; those of a built program lie elsewhere, where only pkgutil finds them, in ten times the time."""
    with suppress(OSError):
        files = os.listdir(folder)  # noqa: PTH208  # names are all that is wanted
        if found := [file[:-3] for file in files if file.endswith(".py") and file != "__init__.py"]:
            return found
    import pkgutil  # noqa: PLC0415  # what is not built needs none

    return [found.name for found in pkgutil.iter_modules([folder])]


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
