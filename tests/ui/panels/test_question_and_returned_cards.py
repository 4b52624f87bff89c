"""What the cards of 想一想 and of 审改稿 offer: each button is known to whoever does it, and an unknown one is an error."""

import pytest

from assistant.anchors import Anchor
from assistant.decisions import NO_DECISIONS
from assistant.reading import Said
from assistant.review import progress
from assistant.review.material import analyse
from assistant.rounds import AT_MEETING, SOURCES, Answer, Change, KeptComment, Opinion, Part, Reply, Verdict
from assistant.text import Span
from assistant.ui.panels import question_cards, returned_cards
from assistant.ui.panels.question_cards import Deed

TEXT = "学习抓得不紧。"
ANCHOR = Anchor.of(TEXT, 0, 2)


def deeds(card, leading=Deed.GO):
    return [question_cards.deed_of(link.name, leading) for link in card.links]


def items(material):
    return [item for fact in material.parts for item in material.items(fact)]


def test_the_card_of_a_question_leads_to_where_the_text_speaks_to_it_else_to_its_note(finished_sample, individual_2025):
    found = items(analyse(finished_sample, individual_2025))
    told, silent = (next(each for each in found if bool(each.mention) is mentioned) for mentioned in (True, False))

    assert deeds(question_cards.question("q", told, finished_sample)) == [Deed.NOTE, Deed.GO, Deed.NOT_APPLICABLE]
    assert deeds(question_cards.question("q", silent, finished_sample)) == [Deed.NOTE, Deed.NOT_APPLICABLE]
    assert question_cards.deed_of("", question_cards.leading_of(told)) is Deed.GO
    assert question_cards.deed_of("", question_cards.leading_of(silent)) is Deed.NOTE
    put_by = NO_DECISIONS._replace(not_applicable=frozenset({silent.key}))
    again = next(
        each for each in items(analyse(finished_sample, individual_2025, decisions=put_by)) if each.not_applicable
    )
    assert deeds(question_cards.question("q", again, finished_sample)) == [Deed.NOT_APPLICABLE]


def test_what_the_whole_still_lacks_leads_there_or_to_the_choice_of_what_is_asked(individual_2025):
    left = progress.unfinished(analyse("标题", individual_2025))
    lacking = [card for card in question_cards.lacking(left, asked=True) if not card.heading]
    choose = [card for card in question_cards.lacking((), asked=False) if not card.heading]

    assert {each for card in lacking for each in deeds(card)} == {Deed.GO}
    assert [deeds(card) for card in choose] == [[Deed.CHOOSE]]
    with pytest.raises(ValueError, match="gone"):
        question_cards.deed_of("gone", Deed.GO)


def answering(card):
    """List the links that are neither the way to the place nor a menu nor 删除."""
    others = {returned_cards.Deed.GO.value, returned_cards.Deed.SOURCE.value, returned_cards.Deed.REMOVE.value}
    return [link.name for link in card.links if link.name not in others]


@pytest.mark.parametrize("reply", Reply)
def test_a_comment_offers_every_other_reply(reply):
    card = returned_cards.comment("c:0:0", 1, KeptComment(ANCHOR, Said("请核对"), reply), TEXT, Span(0, 2))

    assert {returned_cards.reply_of(name) for name in answering(card)} == set(Reply) - {reply}
    assert returned_cards.goes(card.links[-1].name)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_change_offers_every_other_verdict(verdict):
    change = Change((Part(ANCHOR, "学习", "自学"),), tracked=True, verdict=verdict)
    card = returned_cards.change("r:0:0", change, TEXT, Span(0, 2), "初稿")

    assert {returned_cards.verdict_of(name) for name in answering(card)} == set(Verdict) - {verdict, Verdict.OPEN}


@pytest.mark.parametrize("answer", Answer)
def test_an_opinion_offers_every_other_answer_and_all_sources(answer):
    card = returned_cards.opinion("o:0", 1, Opinion("下基层少", answer=answer), "学习")
    (menu,) = (link for link in card.links if link.choices)

    assert {returned_cards.answer_of(name) for name in answering(card)} == set(Answer) - {answer}
    assert [returned_cards.source_of(each.name) for each in menu.choices] == [*SOURCES, AT_MEETING]
    assert card.links[-1].name == returned_cards.Deed.REMOVE.value
    assert returned_cards.source_of("written") is None


@pytest.mark.parametrize(
    ("told", "link"),
    [
        (returned_cards.reply_of, "accepted"),
        (returned_cards.verdict_of, "done"),
        (returned_cards.verdict_of, "accept"),
        (returned_cards.answer_of, "explained"),
        (returned_cards.source_of, "source:别处"),
    ],
)
def test_a_link_that_no_such_card_has_is_an_error(told, link):
    with pytest.raises(ValueError, match=link.partition(":")[0]):
        told(link)
