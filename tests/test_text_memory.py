"""What was remembered of a text is asked for once, and is gone when told to."""

from assistant import text_memory


def test_a_function_is_asked_once_until_the_text_goes():
    asked = []

    @text_memory.remembered(8)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("学习"), length("学习")] == [2, 2]
    assert asked == ["学习"]

    text_memory.forget()

    assert length("学习") == 2
    assert asked == ["学习", "学习"]


def test_no_more_is_remembered_than_that():
    asked = []

    @text_memory.remembered(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in ("一", "二", "三", "一"):
        length(text)

    assert asked == ["一", "二", "三", "一"]
