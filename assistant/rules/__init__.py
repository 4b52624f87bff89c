"""All rules, in the order of the panel. A new rule is one file here and one line in `GROUPS`."""

from collections.abc import Mapping
from types import MappingProxyType

from assistant.rule import Rule
from assistant.rules import (
    comma_after_number,
    comma_between_quotes,
    count_mismatch,
    declaration_among_problems,
    doubled_punctuation,
    ellipsis_or_dash,
    empty_section,
    full_width_character,
    half_width_bracket,
    half_width_punctuation,
    heading_full_stop,
    heading_mark,
    leftover_placeholder,
    length_out_of_range,
    markdown_residue,
    misplaced_punctuation,
    missing_full_stop,
    missing_part,
    numbering_gap,
    other_unit,
    page_number,
    part_out_of_order,
    private_number,
    quote_inside_quote,
    sample_title,
    secrecy_mark,
    source_note,
    straight_quote,
    stray_space,
    unpaired_bracket,
    unpaired_quote,
    web_residue,
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
        "残留": (
            leftover_placeholder.RULE,
            web_residue.RULE,
            markdown_residue.RULE,
            sample_title.RULE,
            source_note.RULE,
            page_number.RULE,
            other_unit.RULE,
            private_number.RULE,
            secrecy_mark.RULE,
        ),
        "标点版面": (
            straight_quote.RULE,
            quote_inside_quote.RULE,
            unpaired_quote.RULE,
            unpaired_bracket.RULE,
            half_width_bracket.RULE,
            half_width_punctuation.RULE,
            doubled_punctuation.RULE,
            misplaced_punctuation.RULE,
            ellipsis_or_dash.RULE,
            heading_mark.RULE,
            comma_after_number.RULE,
            comma_between_quotes.RULE,
            heading_full_stop.RULE,
            missing_full_stop.RULE,
            stray_space.RULE,
            full_width_character.RULE,
        ),
    }
)
RULES: tuple[Rule, ...] = tuple(rule for group in GROUPS.values() for rule in group)
