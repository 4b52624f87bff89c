"""A copy to be handed on holds nothing private: every field there is, one by one."""

import json

from files.test_draft import FULL

from assistant.decisions import NO_DECISIONS, Decisions
from assistant.files import copy_for_others, versions
from assistant.files.draft import Draft, Source, TemplateChoice, encode
from assistant.files.versions import Version
from assistant.rounds import Opinion, Round

# A field that is new has to be named here: what goes along is decided, it does not happen.
GOES_ALONG = {"text", "template"}
STAYS = {"exported", "extra", "source", "references", "decisions"}  # of the decisions but these:
DECISIONS_GO = {"headings", "answered", "stage"}
DECISIONS_STAY = {
    "ignored", "not_applicable", "notes", "profile", "ignored_alike", "unit_words", "rules_off", "rules_on", "links",
    "rounds", "opinions",
}  # fmt: skip

SECRET = "不外传"


def private():
    """A draft that has something private in every place, each with the same word in it."""
    extra = versions.added({}, Version("1", SECRET, 1000.0, f"{SECRET}的一稿"))
    extra |= {"colour": SECRET}
    extra["decisions"] = {"mood": SECRET, "profile": {"phone": SECRET}}
    extra["template"] = {"seen": SECRET}
    decisions = FULL.decisions._replace(
        notes={"loyalty/plenum": SECRET},
        answered={"previous": SECRET},
        headings={"前言": 1, SECRET: 2},
        unit_words=frozenset({SECRET}),
        rounds=(Round(f"{SECRET}.docx", "", "", "", extra={"to": SECRET}),),
        opinions=(Opinion(SECRET),),
        ignored_alike=frozenset({("rule", SECRET)}),
        ignored=tuple(each._replace(text=SECRET) for each in FULL.decisions.ignored),
        profile=FULL.decisions.profile._replace(name=SECRET),
    )
    return FULL._replace(
        text="前言\n正文。",
        template=TemplateChoice("2025-democratic-individual", 2025, "六个是否", "own"),
        decisions=decisions,
        extra=extra,
        source=Source(f"{SECRET}.docx", "3" * 64),
        references=tuple(each._replace(name=SECRET) for each in FULL.references),
    )


def test_every_field_is_decided():
    assert set(Draft._fields) == GOES_ALONG | STAYS
    assert set(Decisions._fields) == DECISIONS_GO | DECISIONS_STAY


def test_nothing_private_is_in_the_copy():
    draft = private()
    copy = copy_for_others.copy(draft)
    written = encode(copy).decode()

    assert SECRET in encode(draft).decode()
    assert SECRET not in written
    assert all(getattr(copy, field) == getattr(draft, field) for field in GOES_ALONG)
    assert all(getattr(copy, field) == Draft("")._asdict()[field] for field in STAYS - {"decisions"})
    assert all(getattr(copy.decisions, field) == getattr(NO_DECISIONS, field) for field in DECISIONS_STAY)
    assert copy.decisions.headings == {"前言": 1}  # of those that the text still has
    assert copy.decisions.answered == {"previous": "已在别处说明"}
    assert set(json.loads(written)) == {
        "format", "text", "template", "decisions", "exported", "references", "versions", "rounds", "opinions",
    }  # fmt: skip
    assert json.loads(written)["versions"] == json.loads(written)["references"] == []
