"""All rules, in the order of the panel. A new rule is one file here and one line in `RULES`."""

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

RULES: tuple[Rule, ...] = (
    missing_part.RULE,
    empty_section.RULE,
    leftover_placeholder.RULE,
    count_mismatch.RULE,
    part_out_of_order.RULE,
    declaration_among_problems.RULE,
    numbering_gap.RULE,
    length_out_of_range.RULE,
)
