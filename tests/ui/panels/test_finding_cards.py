"""What a finding's card says, and what it offers: that of something missing is another than that of a fault."""

import pytest

from assistant.decisions import NO_DECISIONS, Stage
from assistant.facts.insertion import fresh
from assistant.review.material import analyse
from assistant.ui.panels.finding_cards import Deed, Repeated, card, deed_of, label_of, way_of


def cards_of(text, template, stage=Stage.DRAFT):
    material = analyse(text, template, decisions=NO_DECISIONS._replace(stage=stage))
    return {finding.rule: card("1", Repeated((finding,)), material) for finding in material.findings}


def offered(shown):
    return [link.name for link in shown.links]


def test_a_missing_part_is_grey_while_drafting_and_may_be_answered_elsewhere(finished_sample, individual_2025):
    start, end = finished_sample.index("（二）带头固本培元"), finished_sample.index("（三）带头敬畏")
    cut = finished_sample[:start] + finished_sample[end:]
    drafted, last = (cards_of(cut, individual_2025, each)["missing_part"] for each in (Stage.DRAFT, Stage.FINAL))

    assert (drafted.sign, drafted.label, drafted.role) == ("✚", "缺", "faint")
    assert last.role == "error"
    assert offered(drafted) == ["fix", "go", "elsewhere", "aside", "why"]


@pytest.mark.parametrize("stage", Stage)
def test_an_empty_section_has_its_own_sign_and_no_quote(individual_2025, stage):
    shown = cards_of(fresh(individual_2025), individual_2025, stage)["empty_section"]

    assert (shown.sign, shown.label, shown.quote) == ("○", "未写", None)
    assert "elsewhere" not in offered(shown)


def test_a_fault_is_called_by_its_severity_and_quoted(finished_sample, individual_2025):
    material = analyse(finished_sample.replace("7次", "XX次"), individual_2025)
    finding = next(each for each in material.findings if each.rule == "leftover_placeholder")

    assert label_of(finding) == "必改"
    assert card("1", Repeated((finding,)), material).quote[1] == "XX"


def test_each_button_is_a_known_deed_and_the_card_itself_leads_there(finished_sample, individual_2025):
    material = analyse(finished_sample.replace("7次", "XX次").replace("，", "，，", 2), individual_2025)
    alike = [each for each in material.findings if each.rule == material.findings[0].rule]
    shown = card("1", Repeated(tuple(alike)), material)

    assert [deed_of(link.name) for link in shown.links][-2:] == [Deed.ASIDE, Deed.WHY]
    assert all(way_of(way.name) for link in shown.links for way in link.choices)
    assert deed_of("") is Deed.GO
    with pytest.raises(ValueError, match="somewhere"):
        deed_of("somewhere")
