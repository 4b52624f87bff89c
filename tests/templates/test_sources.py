"""Every source of the shipped templates is classed, and nothing is surer than its sources."""

import pytest

from assistant import paths
from assistant.certainty import Certainty
from assistant.files import shipped_shelf, template_shelf
from assistant.templates.sources import SourceKind, kind_of, told

FILES = [shipped_shelf.read(path.stem) for path in paths.shipped("templates", "*.toml")]
MEETINGS = [file for file in FILES if file.subjects]  # not the bases


def test_every_source_is_classed():
    found = {source: kind_of(source) for file in FILES for source in file.sources}

    assert len(found) > 70
    assert [source for source, kind in found.items() if kind is None] == []
    assert set(found.values()) == set(SourceKind)
    assert kind_of("http://unknown.example/1.html") is None
    assert kind_of("https://notgov.cn/1.html") is None


@pytest.mark.parametrize("file", MEETINGS, ids=lambda file: file.id)
def test_what_stands_only_on_copies_and_sample_sites_is_called_usual_practice(file):
    reliable = sum((kind := kind_of(source)) is not None and kind.reliable for source in file.sources)
    aspects = [*file.aspects, *(aspect for frame in file.frames for aspect in frame.aspects)]
    certain = [each.certainty for each in (file.theme, *aspects) if each]

    assert certain
    if reliable < 2:
        assert Certainty.TWO_SOURCES not in certain
    if reliable < 1:
        assert set(certain) == {Certainty.MEMORY}


def test_sources_are_told_by_number_and_kind():
    government, school = "http://www.lpzx.gov.cn/1.asp", "https://da.nua.edu.cn/2.htm"
    press, copy, samples = "http://hn.people.com.cn/3.html", "http://wakesea.com/4.html", "https://dawenge.com/5.html"

    assert told((government, copy, school)) == "来源：公开报道3处（其中政府、高校网站2处）"
    assert told((press, copy, samples)) == "来源：公开报道2处（其中媒体网站1处）"
    assert told((copy, samples)) == "来源：网上转载的材料2处"
    assert told(("《若干规定》", samples)) == "来源：《若干规定》；网上转载的材料1处"
    assert told(("《若干规定》", "本单位通知")) == "来源：《若干规定》；本单位通知"
    assert told(()) == ""


def test_no_address_is_told():
    for entry in template_shelf.entries():
        line = told(entry.load().sources)
        assert line.startswith("来源："), entry.id
        assert "http" not in line, entry.id
