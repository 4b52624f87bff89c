"""送审登记 in the draft: with the versions, through damage, and beside what came back."""

import datetime

import pytest

from assistant.anchors import Anchor
from assistant.files import copy_for_others, draft, sendings, versions
from assistant.files.draft import Draft
from assistant.files.sendings import Sending
from assistant.files.versions import Version
from assistant.reading import Said
from assistant.rounds import Change, KeptComment, Part, Reply, Round

DAY = datetime.date(2026, 12, 3)
PLACE = Anchor("学得少", "", "")


@pytest.fixture
def kept():
    held = versions.added({"own": 1}, Version("1", "送审稿", 1.8e9, "甲"))
    return versions.added(held, Version("2", "12月4日导出的", 1.81e9, "乙", automatic=True))


def test_it_is_recorded_corrected_and_taken_back(kept):
    first = Sending("1", "送审稿", "周书记", DAY)
    once = sendings.recorded(kept, first)
    both = sendings.recorded(once, Sending("2", "", "组织部", DAY + datetime.timedelta(1), "口头说了两条"))

    assert [(each.name, each.to, each.back) for each in sendings.of(both)] == [
        ("12月4日导出的", "组织部", "口头说了两条"),
        ("送审稿", "周书记", ""),
    ]
    known = sendings.of(both)[1]
    changed = sendings.recorded(both, known._replace(to="周明达"))
    assert [each.to for each in sendings.of(changed)] == ["组织部", "周明达"]
    assert sendings.of(sendings.removed(sendings.removed(changed, known), sendings.of(both)[0])) == ()
    assert versions.of(sendings.removed(once, known)) == versions.of(kept)
    assert changed["own"] == 1


def test_what_was_sent_does_not_go_by_itself(kept):
    sent = sendings.recorded(kept, Sending("2", "", "组织部", DAY))
    for number in range(3, 30):
        sent = versions.added(sent, Version(str(number), "导出", 1.82e9 + number, f"{number}", automatic=True))
    assert [each.to for each in sendings.of(sent)] == ["组织部"]


def test_it_goes_with_the_draft_and_not_with_a_copy_to_pass_on(kept):
    held = Draft("甲", extra=sendings.recorded(kept, Sending("1", "", "周书记", DAY)))
    again = draft.decode(draft.encode(held))
    assert [each.to for each in sendings.of(again.extra)] == ["周书记"]
    assert sendings.of(draft.decode(draft.encode(copy_for_others.copy(again))).extra) == ()


@pytest.mark.parametrize(
    "damage", [None, 3, "x", [3], [{}], [{"to": 3, "date": "2026-12-03"}], [{"to": "周", "date": "昨天"}], {"to": "周"}]
)
def test_what_is_none_is_passed_over_and_kept(kept, damage):
    kept["versions"][0]["sent"] = damage
    assert sendings.of(kept) == ()
    more = sendings.recorded(kept, Sending("1", "", "周书记", DAY))
    assert [each.to for each in sendings.of(more)] == ["周书记"]
    if isinstance(damage, list):
        assert more["versions"][0]["sent"][:-1] == damage
    assert sendings.recorded({}, Sending("1", "", "周书记", DAY)) == {"versions": []}


def test_what_came_back_stands_beside_what_was_sent(kept):
    kept = sendings.recorded(kept, Sending("1", "", "周明达书记", DAY))
    kept = sendings.recorded(kept, Sending("1", "", "组织部", DAY))
    remark = KeptComment(PLACE, Said("周明达", "", "写具体"), Reply.DONE)
    change = Change((Part(PLACE, "少", "不多"),), tracked=True)
    his = Round("周.docx", "a", "2026-12-05T09:00:00+08:00", "送审稿", (remark,), (change,))
    whose = Round("批.docx", "b", "2026-12-06T09:00:00+08:00", "送审稿", (), (change,))
    other = Round("别的.docx", "c", "2026-12-06T09:00:00+08:00", "现在的材料", (), (change,))
    sent = sendings.of(kept)
    told = sendings.answers(sent, (his, whose, other))
    assert [each.sending and each.sending.to for each in told] == ["周明达书记", None, None]
    assert [len(each.candidates) for each in told] == [2, 2, 0]
    before = Round("先回来的.docx", "d", "2026-12-01T09:00:00+08:00", "打开时的材料", (), (change,), handed="送审的字")
    assert len(sendings.answers(sent, (before,), {"1": "送审的字"})[0].candidates) == 2
    renamed = before._replace(version="送审稿")  # another text of the same name
    assert sendings.answers(sent, (renamed,), {"1": "别的字"}) == ((renamed, (), None),)
    assert sendings.told(Round("空.docx", "d", "", "", (), ()), "12月5日 ") == "12月5日 “空.docx”：没有批注和修订"
    assert sendings.told(his, "12月5日 ") == "12月5日 “周.docx”：批注1处、修订1处，未处理1处"


@pytest.mark.parametrize(
    ("sent", "author", "returned", "answered"),
    [
        (("周明达 3", "组织部 3"), "周明达", 5, "周明达 3"),
        (("周明达 3", "组织部 3"), "", 5, None),
        (("周明达 3", "组织部 6"), "", 5, "周明达 3"),  # before it was sent to the other
        (("周明达 3", "周明达 6"), "周明达", 8, "周明达 6"),
        (("周明达 3", "周明达 6"), "周明达", 5, "周明达 3"),
        (("周明达 3", "陈启文 3", "周明达 4"), "陈启文", 5, "陈启文 3"),
        (("周明达和陈启文 3", "陈启文 3"), "陈启文", 5, None),
        (("周明达 9",), "陈启文", 5, "周明达 9"),
    ],
)
def test_a_file_answers_one_sending_or_it_is_asked_which(kept, sent, author, returned, answered):
    for each in sent:
        to, day = each.split()
        kept = sendings.recorded(kept, Sending("1", "送审稿", to, DAY.replace(day=int(day))))
    change = Change((Part(PLACE, "少", "不多"),), tracked=True, author=author)
    came = Round("回来的.docx", "a", f"2026-12-{returned:02}T09:00:00+08:00", "送审稿", (), (change,))
    (told,) = sendings.answers(sendings.of(kept), (came,))
    assert (told.sending and f"{told.sending.to} {told.sending.date.day}") == answered

    for wanted in sendings.of(kept):  # what the writer says wins, and is kept through changes
        kept = sendings.tied(kept, "a", wanted)
        kept = sendings.recorded(kept, next(one for one in sendings.of(kept) if one.files)._replace(back="改了"))
        credited = [one for one in sendings.of(kept) if "a" in one.files]
        assert sendings.answers(sendings.of(kept), (came,))[0].sending == credited[0]
        assert [(one.version, one.number) for one in credited] == [(wanted.version, wanted.number)]
