"""An export that was changed, silently and with tracked changes, and commented in LibreOffice comes back whole."""

import libre_office
import pytest

from assistant import paths
from assistant.anchors import locate
from assistant.files import layouts, opening
from assistant.files.writers import docx
from assistant.review import accepting, returned
from assistant.review.returned import Handed
from assistant.rounds import Verdict
from assistant.text import apply, canonical

SAMPLE = paths.resources() / "samples" / "2025-democratic-individual.txt"


@pytest.mark.skipif(not libre_office.found(), reason="没有LibreOffice，跳过由它修改、批注的检查")
def test_what_was_changed_in_libre_office_comes_back_whole(tmp_path):
    title = "某某市住房和城乡建设局关于2025年度民主生活会的个人对照检查材料及上年度整改落实情况的说明"
    text = canonical(title + SAMPLE.read_text("utf-8").removeprefix("2025年度民主生活会个人对照检查材料"))
    lines = [line for line in text.split("\n") if len(line) > 60]
    silent = [(lines[1][20:32], "另有一处")]
    tracked = [(lines[0][30:40], "今年"), (lines[2][30:42], "")]
    comments = [(lines[4][12:30], "能不能写到具体哪一次？"), (lines[0][12:24], "这一句可以")]
    assert all(text.count(old) == 1 for old, _ in [*silent, *tracked, *comments])
    data = docx.write(text, layouts.named("gb9704"))  # the title is in several lines, which LibreOffice keeps
    assert opening.read_bytes(data).text == text
    back = libre_office.reviewed(data, tmp_path, silent=silent, tracked=tracked, comments=comments)
    read = opening.read_bytes(back)
    round_ = returned.compared(read, Handed("送审稿", text), text)

    assert [(each.said.text, locate(each.anchor, text).of(text)) for each in round_.comments] == [
        ("这一句可以", comments[1][0]),
        ("能不能写到具体哪一次？", comments[0][0]),
    ]
    assert {each.said.author for each in round_.comments} == {"周明达"}
    assert all(each.said.date for each in round_.comments)
    assert sum(each.tracked for each in round_.changes) == 2
    assert sum(not each.tracked for each in round_.changes) >= 1
    decided = accepting.decide(round_, range(len(round_.changes)), Verdict.ACCEPTED, text)
    expected = text
    for old, new in [*silent, *tracked]:
        expected = expected.replace(old, new, 1)
    assert apply(text, decided.edits) == expected == read.text
    only_tracked = [number for number, each in enumerate(round_.changes) if each.tracked]
    decided = accepting.decide(round_, only_tracked, Verdict.ACCEPTED, text)
    assert apply(text, decided.edits) == expected.replace(silent[0][1], silent[0][0], 1)
