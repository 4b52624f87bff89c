"""Sentences, statements and clauses end at their own marks, and every line break ends all three."""

from assistant.language.sentences import (
    CLAUSE,
    SENTENCE,
    STATEMENT,
    WHOLE_SENTENCE,
    clause_at,
    closed_sentences,
    piece_start,
    sentence_at,
)

TEXT = "一是学得少，用得慢；二是“走过场。”三是：没有想过\n四"


def cut(pattern):
    return [match[0] for match in pattern.finditer(TEXT)]


def test_what_ends_where():
    assert cut(SENTENCE) == ["一是学得少，用得慢；二是“走过场", "”三是：没有想过", "四"]
    assert cut(STATEMENT) == ["一是学得少，用得慢", "二是“走过场", "”三是：没有想过", "四"]
    assert cut(CLAUSE) == ["一是学得少", "用得慢", "二是“走过场", "”三是", "没有想过", "四"]
    assert [span.of(TEXT) for span in closed_sentences(TEXT, 0, len(TEXT))] == ["一是学得少，用得慢；二是“走过场。"]
    assert list(closed_sentences(TEXT, 0, TEXT.index("。"))) == []
    assert cut(WHOLE_SENTENCE) == ["一是学得少，用得慢；二是“走过场。”", "三是：没有想过", "四"]


def test_sentence_goes_from_stop_to_stop():
    text = "第一句。第二句，后半！\n第三句"

    assert sentence_at(text, 6).of(text) == "第二句，后半！"
    assert sentence_at(text, len(text)).of(text) == "第三句"


def test_clause_goes_from_mark_to_mark():
    text = "第一句。走访5户，办结3件；还有;，两件"

    for at, clause in ((0, "第一句"), (6, "走访5户"), (11, "办结3件"), (15, "还有"), (len(text), "两件")):
        assert clause_at(text, at).of(text) == clause


def test_a_piece_begins_behind_the_last_of_its_marks():
    text = "学了三次，没有记。帮扶4户；走访少"
    assert text[piece_start(text, len(text), "，。；") :] == "走访少"
    assert text[piece_start(text, text.index("记"), "。；") :].startswith("学了")
    assert piece_start(text, text.index("户"), "；，", since=10) == 10
    assert piece_start(text, text.index("。"), "。") == 0  # the mark at the position is behind it
