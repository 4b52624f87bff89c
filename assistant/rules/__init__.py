"""All rules, in the order of the panel. A new rule is one file here and one line in `GROUPS`."""

from collections.abc import Mapping
from types import MappingProxyType

from assistant.rule import Rule
from assistant.rules import (
    count_mismatch,
    declaration_among_problems,
    empty_section,
    leftover_placeholder,
    length_out_of_range,
    missing_part,
    numbering_gap,
    part_out_of_order,
)

# What the writer sees as one kind of check, with its rules.
GROUPS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "结构": (
            missing_part.RULE,
            empty_section.RULE,
            count_mismatch.RULE,
            part_out_of_order.RULE,
            declaration_among_problems.RULE,
            numbering_gap.RULE,
        ),
        "内容": (length_out_of_range.RULE,),
        "残留": (leftover_placeholder.RULE,),
    }
)
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
GROUP_OF: Mapping[str, str] = MappingProxyType({rule.name: name for name, group in GROUPS.items() for rule in group})
# Rules whose findings say that a text is of another year: what a file of last year is told of when it is opened.
DATED = frozenset({"dated_term", "other_year"}) & GROUP_OF.keys()
# Kinds of checks that judge words, so that a finding may lie in a word of the unit's own.
OF_WORDS = frozenset({"残留", "用语"})
