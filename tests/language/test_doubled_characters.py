import pytest

from assistant.language import doubled_characters, slips


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("表态跟着前面的同志志走。", "志志"),
        ("落实监管责责任不够。", "责责"),
        ("深入基层调查查研究不够。", "查查"),
        ("学习了了有关文件。", "了了"),
        ("总结工作亮亮点不够。", "亮亮"),
    ],
)
def test_a_character_too_many(text, written):
    (slip,) = (each for each in slips.shipped().find(text) if each.span.end - each.span.start == 2)

    assert (slip.span.of(text), slip.word) == (written, written[0])


@pytest.mark.parametrize(
    "text",
    [
        "认认真真查摆，条条框框多，来去匆匆，人人有责。",
        "任免疫规划科科长，兼监督处处长，不再任养护股股长。",
        "听了宣讲讲座，吊销销售许可证，指导督促促进就业。",
        "天天见面，想想看，走走停停。",
        "从报到到取药用了2小时。应付工作绰绰有余，脸上火辣辣的，场院里乱糟糟。",
        "没有下车掀掀盖板，本想亮亮家底，东抄抄、西摘摘。",
    ],
)
def test_what_is_rightly_doubled(text):
    assert slips.shipped().find(text) == ()


def test_a_plain_slip_is_told_from_one_that_the_counts_must_speak_for():
    words = frozenset(("同志", "组织"))
    plain, other = doubled_characters.find("同志志走，查查看", words.__contains__)

    assert plain.is_plain
    assert plain.span == (1, 3)
    assert not other.is_plain
