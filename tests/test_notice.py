"""Notices, invented: cases/notice/*.txt hold a text, a line of dashes, and what must be read from it.

What must be read is one line for each value; 「无」 is a text that asks for nothing, with the reason. The two real
notices of the samples are read in every form that copying may give them.
"""

from pathlib import Path

import pytest

from assistant import notice
from assistant.text import canonical

CASES = sorted((Path(__file__).parent / "cases" / "notice").glob("*.txt"))


def drawn(text):
    """Write down what was read, a line for each value."""
    read = notice.read(canonical(text))
    if not read.asked:
        assert len(read.told) == 1
        return [f"无 {read.told[0]}"]
    lines = []
    for asked in read.asked:
        lines.append(" ".join(["会议", asked.meeting.value, *(subject.value for subject in asked.subjects)]))
        singles = (("年度", asked.year), ("名称", asked.name), ("主题", asked.theme))
        lines += [f"{what} {found.value}" for what, found in singles if found]
        lines += [f"方面 {aspect.text}" + (f" ｜ {aspect.focus}" if aspect.focus else "") for aspect in asked.aspects]
        lines += [f"部分 {part.kind.value} {part.heading}" for part in asked.parts]
        ranges = [*asked.lengths.items(), *asked.part_lengths.items()]
        lines += [f"字数 {whose.value} {found.value.least}-{found.value.most}" for whose, found in ranges]
        if asked.share:
            share = asked.share.value
            lines.append(f"占比 {'+'.join(kind.value for kind in share.kinds)} {share.least}")
        singles = (
            ("每方面", asked.problems_per_aspect),
            ("共", asked.problems_total),
            ("事例", asked.with_instances),
            ("交稿", asked.hand_in),
            ("开会", asked.meets),
        )
        lines += [f"{what} {found.value}" for what, found in singles if found]
    lines += [f"告 {line}" for line in read.told if "：读到" not in line and "未见" not in line]
    return lines


def found_in(asked):
    """Yield every value of a requirement that stands beside the words that say it."""
    yield from asked.aspects
    yield from asked.parts
    for mapping in (asked.lengths, asked.part_lengths):
        yield from mapping.values()
    singles = [getattr(asked, name) for name in ("year", "name", "theme", "share", "hand_in", "meets")]
    singles += [asked.problems_per_aspect, asked.problems_total, asked.with_instances]
    yield from (each for each in singles if each is not None)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path):
    text, _, expected = path.read_text("utf-8").partition("\n-----\n")

    assert drawn(text) == expected.rstrip("\n").split("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_is_said_in_the_notice(path):
    text = canonical(path.read_text("utf-8").partition("\n-----\n")[0])

    for asked in notice.read(text).asked:
        for found in found_in(asked):
            assert found.said
            assert found.said == text[found.span.start : found.span.end]
