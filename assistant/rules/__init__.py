"""All rules, in the order of the panel. A new rule is one file here and one line in `GROUPS`."""

from collections.abc import Mapping
from types import MappingProxyType

from assistant.rule import Rule
from assistant.rules import (
    count_mismatch,
    dated_term,
    declaration_among_problems,
    empty_section,
    fixed_wording,
    form_of_address,
    leftover_placeholder,
    length_out_of_range,
    missing_part,
    mistaken_word,
    numbering_gap,
    other_year,
    part_out_of_order,
    structural_particle,
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
        "残留": (leftover_placeholder.RULE, other_year.RULE, dated_term.RULE),
        "用语": (form_of_address.RULE, fixed_wording.RULE, mistaken_word.RULE, structural_particle.RULE),
    }
)
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
