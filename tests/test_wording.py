"""Every text for the user speaks with one voice: the glossary's words, “ ”, units, no name of a leader in a wrong form."""

import re
from pathlib import Path

import pytest
import tomli
import user_texts

from assistant.review.explanation import explanations

GLOSSARY = tomli.loads((Path(__file__).parent / "cases" / "glossary.toml").read_text("utf-8"))["word"]
# Here the corner mark itself is spoken of.
OF_CORNER_QUOTES = {"assistant/rules/typography/corner_quote.py"}
LEADER = re.compile("习总书记|习总[^书]|总书计|(?<!习)近平|(?<!学)学习近平|以习近平总书记为核心|习近平新时代特色")


def test_the_reader_finds_what_is_said_and_leaves_what_is_looked_for():
    texts = {text.text for text in user_texts.all_texts()}
    files = {text.file.split("/")[1] for text in user_texts.all_texts() if text.kind == "code"}

    assert {"ui", "rules", "commands", "files", "review", "templates", "facts", "language"} <= files
    assert "已忽略的提示" in texts  # a window
    assert "文件是空的，里面没有内容。请确认所选的文件是否正确。" in texts  # a constant that is raised
    assert "批注未带入" in texts  # a table of labels
    assert "材料收悉，请按下列意见补充、修改后重新报送：" in texts  # a constant that is put together elsewhere
    assert "疑为心得或文章" in texts  # beside the pattern that it tells of
    assert {"docs/guide.md", "docs/install.md", "packaging/windows/duizhao.nsi"} <= {
        text.file for text in user_texts.all_texts()
    }
    assert not any("(?" in text.text for text in user_texts.all_texts() if text.kind == "code")  # a pattern
    assert len(user_texts.all_texts()) > 4000


@pytest.mark.parametrize("entry", GLOSSARY, ids=lambda entry: entry["chosen"])
def test_one_word_for_one_thing(entry):
    said = []
    for text in user_texts.all_texts():
        if text.kind not in entry.get("kinds", (text.kind,)):
            continue
        left = text.text
        for longer in entry.get("within", ()):
            left = left.replace(longer, "")
        said += [f"{variant}: {text}" for variant in entry["not"] if variant in left]

    assert not said, f"{entry['chosen']} ({entry['why']}):\n" + "\n".join(said)


def test_each_entry_says_what_is_chosen_and_why():
    chosen = [variant for entry in GLOSSARY for variant in entry["not"]]

    assert all(entry["chosen"] and entry["why"] and entry["not"] for entry in GLOSSARY)
    assert len(chosen) == len(set(chosen))


def test_quotation_marks_are_the_usual_ones():
    assert not [str(text) for text in user_texts.all_texts() if re.search("[「」『』]", text.text) and text.file not in OF_CORNER_QUOTES
                and "直角引号" not in text.text and "「」" not in text.text]  # fmt: skip


def test_numbers_have_their_units_beside_them():
    assert not [
        str(text)
        for text in user_texts.all_texts()
        if text.kind == "code" and re.search(r"\} (字|处|项|份|个|天|条)", text.text)
    ]


def test_no_number_is_cut_into_thousands():
    """2396字, as official documents write it, not 2,396字."""
    modules = sorted((user_texts.ROOT / "assistant").rglob("*.py"))

    assert not [path.name for path in modules if re.search(r"\{[^{}\n]*:[<>=0-9]*,[df]?\}", path.read_text("utf-8"))]
    assert not [str(text) for text in user_texts.all_texts() if re.search("[0-9],[0-9]{3}(字|至)", text.text)]


def test_no_lines_or_names_of_the_program_are_told():
    assert not [
        str(text)
        for text in user_texts.all_texts()
        if re.search(r"第\{[^}]*\}行|\.__name__", text.text) and "self_check" not in text.file
    ]


def test_no_wrong_form_of_a_leaders_name_or_the_guiding_thought_is_shown():
    shown = [example.marked for each in explanations() for example in (*each.wrong, *each.right)]
    shown += [text.text for text in user_texts.all_texts() if text.kind in ("help", "docs")]

    assert not [text for text in shown if LEADER.search(re.sub("[学实]习总[结书要]", "", text))]


def test_nobody_is_shouted_at():
    assert not [
        str(text)
        for text in user_texts.all_texts()
        if "！" in re.sub("？！|“[^”]*”", "", text.text) and text.kind in ("code", "help")
    ]
