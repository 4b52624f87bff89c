"""Tracked changes: accepting all gives the new text, rejecting all the old one, to the letter."""

import datetime
import io
import random
import re
import zipfile

import libre_office
import pytest
from lxml import etree

from assistant.files import layouts
from assistant.files.readers import docx as reader
from assistant.files.writers import tracked
from assistant.review.comparison import compare

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHEN = datetime.datetime(2026, 11, 29, 9, 30, tzinfo=datetime.timezone.utc)


def settled(data, *, accept):
    """Accept or reject all changes as Word does, and read the file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    tree = etree.fromstring(archive.read("word/document.xml"))
    gone, kept = (f"{W}del", f"{W}ins") if accept else (f"{W}ins", f"{W}del")
    body = tree.find(f"{W}body")
    for paragraph in list(body.iter(f"{W}p")):
        for element in list(paragraph.findall(gone)):
            paragraph.remove(element)
        for element in list(paragraph.findall(kept)):
            at = paragraph.index(element)
            for offset, run in enumerate(list(element)):
                paragraph.insert(at + offset, run)
            paragraph.remove(element)
    for element in tree.iter(f"{W}delText"):
        element.tag = f"{W}t"
    for paragraph in reversed(list(body.iter(f"{W}p"))):  # a paragraph without its mark runs into the next one
        mark = paragraph.find(f"{W}pPr/{W}rPr/{gone}")
        if mark is not None:
            following = paragraph.getnext()
            runs = [run for run in paragraph if run.tag != f"{W}pPr"]
            place = 1 if following.find(f"{W}pPr") is not None else 0
            for offset, run in enumerate(runs):
                following.insert(place + offset, run)
            body.remove(paragraph)
    for mark in list(tree.iter(f"{W}ins", f"{W}del")):
        mark.getparent().remove(mark)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for name in archive.namelist():
            out.writestr(name, etree.tostring(tree) if name == "word/document.xml" else archive.read(name))
    return reader.read(stream.getvalue()).text


def written(old, new, author="张三"):
    return tracked.write(compare(old, new), layouts.named("gb9704"), author, WHEN)


PAIRS = [
    (
        "题目\n\n林知远\n\n\n一、问题\n\n甲乙丙丁戊己庚辛。\n\n\n二、措施\n\n每月一次。",
        "题目\n\n林知远\n\n\n一、问题\n\n甲乙丙丁戊己壬辛。\n\n\n二、措施\n\n每月两次。\n\n",
    ),
    ("一、问题\n甲乙丙丁戊己庚辛。\n二、措施\n每月一次。", "一、问题\n甲乙丙丁戊己壬辛。\n二、措施\n每月两次。"),
    ("开头。\n结尾要去掉。", "开头。"),
    ("开头。", "开头。\n结尾是新的。"),
    ("开头。\n旧的一段话在这里。", "开头。\n完全是另外写的别的内容，没有一样。"),
    ("开头。\n旧一。\n旧二。", "开头。\n全新。"),
    ("旧一整段话全删去了。", ""),
    ("", "新的一整段话。"),
    ("甲。\n\n乙。", "甲。\n乙。\n"),
    ("第一段放在前面的话。\n第二段放在后面的话。\n末段。", "第二段放在后面的话。\n第一段放在前面的话。\n末段。"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_accepting_gives_the_new_text_and_rejecting_the_old(old, new):
    data = written(old, new)

    assert settled(data, accept=True) == new
    assert settled(data, accept=False) == old


def changed_at_random(text, chooser):
    """Move, reword and take out lines of a text."""
    changed = text.split("\n")
    for _ in range(chooser.randrange(1, 7)):
        at = chooser.randrange(len(changed))
        if chooser.random() < 0.4 and len(changed) > 1:
            changed.insert(chooser.randrange(len(changed)), changed.pop(at))
        elif chooser.random() < 0.5:
            changed[at] = changed[at][: len(changed[at]) // 2] + "改过" + changed[at][len(changed[at]) // 2 + 3 :]
        elif len(changed) > 1:
            del changed[at]
    return "\n".join(changed)


def test_the_same_of_many_random_changes(finished_sample):
    chooser = random.Random(3)
    for _ in range(25):
        changed = changed_at_random(finished_sample, chooser)
        data = written(finished_sample, changed)
        assert settled(data, accept=True) == changed
        assert settled(data, accept=False) == finished_sample


@pytest.mark.skipif(not libre_office.found(), reason="没有LibreOffice，跳过由它接受、拒绝修订的检查")
def test_libreoffice_accepts_and_rejects_to_the_same_texts(finished_sample, tmp_path):
    chooser = random.Random(7)
    pairs = [*PAIRS, *((finished_sample, changed_at_random(finished_sample, chooser)) for _ in range(12))]
    found = libre_office.settled([written(*pair) for pair in pairs], tmp_path)

    def seen(text):
        return [line for line in text.split("\n") if line]  # blank lines take no room on the page

    wrong = [
        (pair, left)
        for pair, left in zip(pairs, found, strict=True)
        if [seen(pair[1]), seen(pair[0])] != [seen(text) for text in left]
    ]
    assert wrong == []


def test_where_nobody_is_named_the_program_has_compared():
    made = zipfile.ZipFile(io.BytesIO(written(*PAIRS[0], author=""))).read("word/document.xml")
    assert set(re.findall('w:author="([^"]*)"', made.decode())) == {"各稿对比"}


def test_every_change_says_who_and_when():
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(written(*PAIRS[0]))).read("word/document.xml"))
    changes = list(tree.iter(f"{W}ins", f"{W}del"))

    assert changes
    assert {each.get(f"{W}author") for each in changes} == {"张三"}
    assert {each.get(f"{W}date") for each in changes} == {"2026-11-29T09:30:00Z"}
    assert len({each.get(f"{W}id") for each in changes}) == len(changes)


def test_blank_lines_of_both_texts_take_no_room():
    """As where a text is written alone: only the one below title and name lines is shown."""
    text = "题目\n\n林知远\n\n一、问题\n\n甲乙丙丁戊己庚辛。\n\n\n二、措施\n\n每月一次。"
    data = written(text, text.replace("庚", "壬"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")

    said = ["".join(each.itertext()) for each in body.findall(f"{W}p")]
    assert said.count("") <= 2
    assert settled(data, accept=True) == text.replace("庚", "壬")
    assert settled(data, accept=False) == text
