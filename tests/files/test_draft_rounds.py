"""审改稿 and 意见 are kept in the draft; states of a later version are open here; a copy for others holds none."""

import json

from assistant.anchors import Anchor
from assistant.decisions import Decisions
from assistant.files import copy_for_others
from assistant.files.draft import Draft, decode, encode
from assistant.reading import Said
from assistant.rounds import Answer, Change, KeptComment, Opinion, Part, Reply, Round, Verdict

PLACE = Anchor("甲", "前", "后")
ROUND = Round(
    "书记审后.docx",
    "ab",
    "2027-01-12T10:26:00",
    "送审稿",
    (KeptComment(PLACE, Said("周明达", "2027-01-11T09:00:00", "写具体"), Reply.IN_PERSON),),
    (Change((Part(PLACE, "甲", "乙"), Part(PLACE, "", "丙")), True, "周明达", "", Verdict.REJECTED),),
    {"to": "书记"},
)
OPINIONS = (Opinion("下去少", "群众", Answer.WRITTEN, PLACE, {"later": 1}), Opinion("回话慢"))


def test_they_come_back_as_they_were():
    draft = Draft("甲", decisions=Decisions(rounds=(ROUND,), opinions=OPINIONS))
    assert decode(encode(draft)).decisions == draft.decisions
    assert json.loads(encode(draft))["rounds"][0]["comments"][0]["state"] == "in_person"


def test_a_state_of_a_later_version_is_open():
    content = json.loads(encode(Draft("甲", decisions=Decisions(rounds=(ROUND,), opinions=OPINIONS))))
    content["opinions"][0]["state"] = content["rounds"][0]["changes"][0]["state"] = "of later"
    found = decode(json.dumps(content).encode()).decisions
    assert found.opinions[0].answer is Answer.OPEN
    assert found.rounds[0].changes[0].verdict is Verdict.OPEN


def test_what_a_later_version_says_of_a_comment_or_a_change_survives():
    content = json.loads(encode(Draft("甲", decisions=Decisions(rounds=(ROUND,)))))
    (kept,) = content["rounds"]
    assert kept["comments"][0].keys() == {"anchor", "author", "date", "body", "state"}
    kept["comments"][0]["resolved"] = kept["changes"][0]["resolved"] = [1]
    again = json.loads(encode(decode(json.dumps(content).encode())))
    assert again["rounds"] == content["rounds"]


def test_a_copy_for_others_holds_neither():
    copied = copy_for_others.copy(Draft("甲", decisions=Decisions(rounds=(ROUND,), opinions=OPINIONS)))
    assert (copied.decisions.rounds, copied.decisions.opinions) == ((), ())
