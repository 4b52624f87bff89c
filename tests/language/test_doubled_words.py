import pytest

from assistant.language import doubled_words


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("围绕围绕中心任务想得少。", "围绕"),
        ("刀刃向内向内的劲头不足。", "向内"),
        ("敢于碰硬碰硬的劲头不足。", "碰硬"),
        ("办结率不高不高，群众有意见。", "不高"),
        ("抓落实抓落实的力度不够。", "抓落实"),
    ],
)
def test_a_word_written_twice(text, doubled):
    (span,) = doubled_words.find(text)
    assert (span.of(text), text[: span.start].endswith(doubled)) == (doubled, True)


@pytest.mark.parametrize(
    "text",
    [
        "运用信用信息不够，支持企业创业创新不多。",
        "合伙人一人一票，坚持同权同价。",
        "要求别人见人见事见思想。",
        "会上研究研究再定，大队大队长在场。",
        "造型工段工段长没有说，看着看着，规矩就软了。",
    ],
)
def test_words_that_meet(text):
    assert list(doubled_words.find(text)) == []
