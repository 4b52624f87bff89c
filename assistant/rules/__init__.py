"""All rules, in the order of the panel. A new rule is one file here and one line in `GROUPS`."""

from collections.abc import Mapping
from types import MappingProxyType

from assistant.rule import Rule
from assistant.rules import (
    aspect_heading_differs,
    aspect_without_instance,
    aspect_without_problem,
    causes_only_external,
    count_mismatch,
    declaration_among_problems,
    empty_section,
    fewer_problems_than_asked,
    heavy_judgement,
    leftover_placeholder,
    length_out_of_range,
    level_jump,
    measures_without_deadline,
    missing_part,
    numbering_gap,
    numbering_mixed,
    numbering_repeated,
    others_for_oneself,
    part_out_of_order,
    praise_first,
    repeated_heading,
    repeated_passage,
    self_reference_changes,
    several_materials,
    share_below_requirement,
    stock_phrases,
    writer_in_leadership_text,
)

# What the writer sees as one kind of check, with its rules.
GROUPS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "结构": (
            missing_part.RULE,
            empty_section.RULE,
            count_mismatch.RULE,
            part_out_of_order.RULE,
            aspect_heading_differs.RULE,
            declaration_among_problems.RULE,
            numbering_gap.RULE,
            numbering_repeated.RULE,
            numbering_mixed.RULE,
            level_jump.RULE,
            repeated_heading.RULE,
            repeated_passage.RULE,
            several_materials.RULE,
        ),
        "内容": (
            length_out_of_range.RULE,
            share_below_requirement.RULE,
            fewer_problems_than_asked.RULE,
            aspect_without_problem.RULE,
            praise_first.RULE,
            aspect_without_instance.RULE,
            causes_only_external.RULE,
            measures_without_deadline.RULE,
            heavy_judgement.RULE,
            stock_phrases.RULE,
        ),
        "口径": (
            others_for_oneself.RULE,
            writer_in_leadership_text.RULE,
            self_reference_changes.RULE,
        ),
        "残留": (leftover_placeholder.RULE,),
    }
)
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
