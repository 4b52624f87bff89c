import random

import pytest

from assistant import text as module
from assistant.text import (
    Edit,
    apply,
    canonical,
    difference,
    from_utf16,
    length,
    origins,
    paragraphs,
    smallest,
    strange_characters,
    utf16,
    utf16_of,
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("一\r\n二\r三\u2028四\u2029五\v六\f七", "一\n二\n三\n四\n五\n六\n七"),
        ("\u00a0\u00a0 　　缩进\u00a0尾 \t\n\n　　", "缩进 尾\n\n"),
        ("空\x00字\ud800符\ufdd0与\u200b零宽\ufeff", "空字符与零宽"),
        ("\u2f00、⺠主⽣活会，提⾼，⼾⻘，⻓期", "一、民主生活会，提高，户青，长期"),
        ("四个意识\ufe0f不牢，习总\u200d书记，民\u200c主", "四个意识不牢，习总书记，民主"),
        ("\uf06c 学习不深\n\ue5e5\ue5e5\uf0b2自学\n是\uf0fe否\uf0a3，\uf0b15%", "学习不深\n自学\n是☑否□，±5%"),
        ("︵一︶㈠①℃Ⅲ﹐％｡", "（一）㈠①℃Ⅲ﹐％｡"),
        ("中间  两个空格\t和制表", "中间  两个空格\t和制表"),
        ("", ""),
    ],
)
def test_canonical_text_has_one_form(raw, expected):
    assert canonical(raw) == expected


def test_what_has_no_other_form_is_no_look_alike():
    assert canonical("﨎﨏") == "﨎﨏"
    assert strange_characters("﨎﨏，⼊") == (1, 0)


def test_every_character_is_found_again_in_the_raw_text():
    chooser = random.Random(7)
    alphabet = "字a \t\u3000\u00a0\n\r\v\u2028\u200b\ufeff\x07😀。⼀⺠\uf06c\ue5e5"
    for _ in range(500):
        raw = "".join(chooser.choices(alphabet, k=40))
        text, places = canonical(raw), origins(raw)
        assert len(places) == len(text) + 1
        assert places == sorted(places)
        assert (
            "".join(
                canonical(f"字{raw[at]}字")[1] if text[n] not in " \t\u3000\n" else text[n]
                for n, at in enumerate(places[:-1])
            )
            == text
        )


def test_canonical_is_idempotent_on_anything():
    chooser = random.Random(7)
    alphabet = "一。\n\r\t \u00a0\u3000\u2028\v\x00\ud800\ufdd0\u200b𠮷aX"
    for _ in range(500):
        once = canonical("".join(chooser.choices(alphabet, k=30)))

        assert canonical(once) == once


def test_paragraphs_know_where_they_start():
    text = "甲\n\n乙丙"

    assert [(start, text[start : start + len(line)]) for start, line in paragraphs(text)] == [
        (0, "甲"),
        (2, ""),
        (3, "乙丙"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对照检查", 4),
        ("“两个确立”，", 7),
        ("2021年XX次", 4),  # Word counts 2021 and XX as one each
        ("PPT 和 3.5 万元", 5),
        ("……——", 4),
        ("　\n \t", 0),
    ],
)
def test_length_is_what_word_calls_zishu(text, expected):
    assert length(text) == expected


def test_positions_convert_to_utf16_and_back():
    text = "姓𠮷名𠀀。"

    assert [utf16(text, at) for at in range(len(text) + 1)] == [0, 1, 3, 4, 6, 7]
    assert [*map(utf16_of(text), range(len(text) + 2))] == [0, 1, 3, 4, 6, 7, 7]
    assert [*map(utf16_of("甲乙"), range(4))] == [0, 1, 2, 2]
    assert [from_utf16(text, utf16(text, at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


def test_difference_turns_one_text_into_the_other():
    chooser = random.Random(3)
    for _ in range(2000):
        old, new = ("".join(chooser.choices("甲乙", k=chooser.randrange(9))) for _ in range(2))
        edit = difference(old, new)

        assert (apply(old, [edit]) if edit else old) == new


def test_the_smallest_edit_does_the_same():
    chooser = random.Random(5)
    for _ in range(500):
        text, put = ("".join(chooser.choices("甲乙", k=chooser.randrange(1, 9))) for _ in range(2))
        edit = Edit(0, chooser.randrange(len(text)), put)
        least = smallest(text, edit)

        assert apply(text, [least]) == apply(text, [edit])
        assert least.end - least.start <= edit.end - edit.start


def test_edits_are_applied_in_positions_of_the_old_text():
    assert apply("一二三四", [Edit(0, 1, "壹"), Edit(2, 2, "又"), Edit(3, 4, "")]) == "壹二又三"


def test_what_is_changed_unseen_is_counted():
    assert strange_characters("⼀、⺠主习总\u200d书记，学习") == (2, 1)
    assert strange_characters("一、民主 abc\u200b def") == (0, 0)


def test_long_texts_come_out_as_short_ones_do(monkeypatch):
    raw = "\u3000\u3000一、⼾籍\r\n\u200b不深\u200b。 \r学习\n\n\n末尾\u3000"
    whole, strange = canonical(raw), strange_characters(raw)
    for piece in range(1, len(raw)):
        monkeypatch.setattr(module, "_PIECE", piece)
        assert canonical(raw) == whole
        assert strange_characters(raw) == strange
