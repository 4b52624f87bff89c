"""What comes back from a reader finds its places: tracked, silent, commented; in the text as it is by now."""

from assistant.anchors import Anchor, locate
from assistant.reading import Comment, Reading, Revision, Said
from assistant.review import accepting, returned
from assistant.review.returned import Handed
from assistant.rounds import Verdict
from assistant.text import apply

TEXT = """存在的问题
（一）带头固本培元方面
1.自学常为事务性工作让路。原计划每周自学两个半天，10月和11月一共只有五次，事后也没有补上。
2.开展批评放不开。上半年支部会上，我给同志提的意见多是“希望今后再细一点”。但总体上没有影响工作。
（二）带头敬畏人民方面
1.听取意见还不够主动。全年下小区十四次，其中十一次是事先打过招呼的。"""


def reading(changes, text=TEXT, comments=()):
    """Make what a reader gives of tracked changes, each an old and a new wording that stand once in the text."""
    revisions, comments_ = [], []
    for old, new in changes:
        at = text.index(old)
        if old:
            revisions.append((at, at + len(old), old, new))
    final, shift, found = text, 0, []
    for start, end, old, new in sorted(revisions):
        at = start + shift
        kept = 0
        while kept < min(len(old), len(new)) and old[kept] == new[kept]:
            kept += 1
        final = final[: at + kept] + new[kept:] + final[at + len(old) :]
        if old[kept:]:
            found.append(Revision(at + kept, at + kept, "deleted", "周明达", "2027-01-11T09:00:00", old[kept:]))
        if new[kept:]:
            found.append(Revision(at + kept, at + len(new), "inserted", "周明达", "2027-01-11T09:00:00", new[kept:]))
        shift += len(new) - (end - start)
    for quoted, body in comments:
        at = final.index(quoted)
        comments_.append(Comment(at, at + len(quoted), Said("周明达", "2027-01-11T10:26:00", body)))
    return Reading(final, revisions=tuple(found), comments=tuple(comments_))


def settle(round_, text, verdict):
    decided = accepting.decide(round_, range(len(round_.changes)), verdict, text)
    return apply(text, decided.edits), decided


CHANGES = [("10月和11月", "四季度"), ("再细一点”。", "再细一点”，说明当时没有真改。"), ("但总体上没有影响工作。", "")]


def test_tracked_changes_are_accepted_or_rejected_whole():
    read = reading(CHANGES)
    round_ = returned.compared(read, Handed("送审稿", TEXT), TEXT)
    assert [(each.parts[0].old, each.parts[0].new) for each in round_.changes] == [
        ("10月和11月", "四季度"),
        ("。但总体上没有影响工作。", "，说明当时没有真改。"),  # nothing parts them
    ]
    assert all(each.tracked and each.author == "周明达" for each in round_.changes)
    assert returned.before(read).text == TEXT
    accepted, decided = settle(round_, TEXT, Verdict.ACCEPTED)
    assert accepted == read.text
    assert not decided.lost
    back, _ = settle(decided.round, accepted, Verdict.REJECTED)
    assert back == TEXT


def test_each_change_is_decided_alone_and_the_others_keep_their_places():
    read = reading([("自学两个", "自学三个"), ("半天，10月", "半日，10月"), ("只有五次", "只有四次")])
    round_ = returned.compared(read, Handed("", TEXT), TEXT)
    text = TEXT
    for number in (1, 0, 2):  # the one in the middle first: its neighbours lose what stood beside them
        decided = accepting.decide(round_, [number], Verdict.ACCEPTED, text)
        text, round_ = apply(text, decided.edits), decided.round
        assert decided.lost == 0
    assert text == read.text


def test_what_was_changed_without_a_trace_is_found_beside_what_was_tracked():
    silent = TEXT.replace("但总体上没有影响工作。", "").replace("十四次", "十五次")
    read = reading([("10月和11月", "四季度")], silent)
    round_ = returned.compared(read, Handed("", TEXT), TEXT)
    assert [(each.parts[0].old, each.parts[0].new, each.tracked) for each in round_.changes] == [
        ("10月和11月", "四季度", True),
        ("但总体上没有影响工作。", "", False),
        ("四", "五", False),
    ]
    assert settle(round_, TEXT, Verdict.ACCEPTED)[0] == read.text


def test_paragraphs_added_taken_out_and_moved():
    lines = TEXT.split("\n")
    lines[2], lines[3] = lines[3], lines[2]
    moved = "\n".join(lines)
    round_ = returned.compared(Reading(moved), Handed("", TEXT), TEXT)
    assert len(round_.changes) == 1
    assert len(round_.changes[0].parts) == 2
    assert settle(round_, TEXT, Verdict.ACCEPTED)[0] == moved
    added = TEXT.replace("\n（二）", "\n3.遇到难事绕着走。\n（二）")
    round_ = returned.compared(Reading(added), Handed("", TEXT), TEXT)
    assert settle(round_, TEXT, Verdict.ACCEPTED)[0] == added


def test_the_text_was_written_on_since_it_was_handed_out():
    now = TEXT.replace("听取意见还不够主动。", "听取群众意见还不够主动，下去少。").replace("\n1.自学", "\n1.全年自学")
    read = reading([("10月和11月", "四季度"), ("意见还不够", "意见很不够")], comments=[("十一次", "再核实")])
    round_ = returned.compared(read, Handed("", TEXT), now)
    accepted, decided = settle(round_, now, Verdict.ACCEPTED)
    assert "四季度一共" in accepted
    assert "1.全年自学" in accepted
    assert (decided.lost, len(decided.round.changes)) == (0, 2)
    assert locate(round_.comments[0].anchor, now).of(now) == "十一次"


def test_a_comment_is_at_its_sentence_and_keeps_it_through_changes():
    read = reading(CHANGES, comments=[("希望今后再细一点", "能不能写到具体哪一次？"), ("存在的问题", "题目可以")])
    round_ = returned.compared(read, Handed("", TEXT), TEXT)
    places = [locate(each.anchor, TEXT).of(TEXT) for each in round_.comments]
    assert places == ["希望今后再细一点", "存在的问题"]
    text, decided = settle(round_, TEXT, Verdict.ACCEPTED)
    assert [locate(each.anchor, text).of(text) for each in decided.round.comments] == places
    point = read.text.index("上半年")
    pointed = Reading(TEXT, comments=(Comment(point - 30, point - 30, Said("周", "", "空")),))
    assert locate(returned.compared(pointed, Handed("", TEXT), TEXT).comments[0].anchor, TEXT)


def test_what_has_lost_its_place_is_listed_and_cannot_be_accepted():
    read = reading([("10月和11月", "四季度")])
    now = TEXT.replace("10月和11月一共只有五次", "全年一共只学了九次")
    round_ = returned.compared(read, Handed("", TEXT), now)
    decided = accepting.decide(round_, [0], Verdict.ACCEPTED, now)
    assert (len(round_.changes), decided.lost, decided.edits) == (1, 1, ())
    assert accepting.decide(round_, [0], Verdict.REJECTED, now).round.changes[0].verdict is Verdict.REJECTED


def test_the_text_most_like_it_was_handed_out():
    former = TEXT.replace("十四次", "十三次")
    assert returned.nearest(former, [Handed("现在", TEXT), Handed("送审稿", former)])[0].name == "送审稿"
    assert returned.nearest("完全不同的另一份通知，请各单位按时报送。", [Handed("现在", TEXT)])[1] < 50


def test_places_are_found_again_by_text_and_surroundings():
    text = "一样的话。甲。一样的话。乙。"
    second = Anchor.of(text, 7, 11)
    assert locate(second, text) == (7, 11)
    assert locate(second, f"前面加了。{text}") == (12, 16)
    assert locate(Anchor("没有的话", "", ""), text) is None
    assert locate(Anchor.of(text, 5, 5), text) == (5, 5)


SENTENCE = "我给同志提的意见多是“希望今后再细一点”"
REWORDED = "对同志我只提了今后要再细一些的意见"


def changed(text, tracked_by=None):
    """List what is to be decided of a text that came back so, each as it was and as it is to be."""
    read = reading([(SENTENCE, text)]) if tracked_by else Reading(TEXT.replace(SENTENCE, text))
    return returned.compared(read, Handed("", TEXT), TEXT).changes


def test_a_sentence_that_was_reworded_is_one_change():
    (silent,) = changed(REWORDED)
    assert (silent.parts[0].old, silent.parts[0].new) == (SENTENCE, REWORDED)
    pieces = [("我给", "对"), ("提的意见多是", "我只提了"), ("“希望", ""), ("再细一点”", "要再细一些的意见")]
    read = reading(pieces)
    (tracked,) = returned.compared(read, Handed("", TEXT), TEXT).changes
    assert (tracked.author, tracked.parts[0].old) == ("周明达", SENTENCE)
    assert settle(returned.compared(read, Handed("", TEXT), TEXT), TEXT, Verdict.ACCEPTED)[0] == read.text


def test_corrections_of_one_sentence_stay_apart_and_so_do_sentences():
    digits = Reading(TEXT.replace("全年下小区十四次，其中十一次", "全年下小区十五次，其中十二次"))
    assert [
        (each.parts[0].old, each.parts[0].new) for each in returned.compared(digits, Handed("", TEXT), TEXT).changes
    ] == [("四", "五"), ("一", "二")]
    two = Reading(TEXT.replace("自学常为", "学习常为").replace("原计划", "本打算"))
    assert len(returned.compared(two, Handed("", TEXT), TEXT).changes) == 2


def test_two_hands_in_one_sentence_are_two_changes():
    read = reading([("我给同志提的意见", "我提给同志的批评"), ("希望今后再细一点", "以后要更加细致一些")])
    last = max(read.revisions, key=lambda each: each.start)
    others = tuple(each._replace(author="另一位") if each.start >= last.start else each for each in read.revisions)
    authors = [
        each.author for each in returned.compared(read._replace(revisions=others), Handed("", TEXT), TEXT).changes
    ]
    assert sorted(set(authors)) == sorted({"周明达", "另一位"})


def test_where_the_sentence_has_been_changed_meanwhile_its_pieces_keep_their_places():
    now = TEXT.replace("同志提的", "大家提的")
    changes = returned.compared(Reading(TEXT.replace(SENTENCE, REWORDED)), Handed("", TEXT), now).changes
    assert len(changes) > 1
    assert any(locate(each.parts[0].anchor, now) for each in changes)
