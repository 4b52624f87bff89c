"""Versions of a draft (另存一稿): named, listed, taken away, and never in the way of reading the draft."""

import json

import pytest

from assistant.files import former_states, housekeeping, versions
from assistant.files.draft import Draft, DraftFile, decode, encode
from assistant.files.versions import MOST_AUTOMATIC, Version


def kept(*names, automatic=False):
    keys = {}
    for number, name in enumerate(names):
        keys = versions.added(keys, Version(versions.next_id(keys), name, 1000.0 + number, f"{name}的字", automatic))
    return keys


def names(keys):
    return [each.name for each in versions.of(keys)]


def test_versions_survive_saving_and_reading(tmp_path):
    keys = versions.added(kept("初稿", "送审稿"), Version("9", "又一份", 5000.0, "初稿的字"))
    path = tmp_path / "稿.duizhao"
    DraftFile(path).save(Draft("现在的字", extra=keys))
    _, again = DraftFile.load(path)

    assert [(each.name, each.time, each.text) for each in versions.of(again.extra)] == [
        ("又一份", 5000.0, "初稿的字"),
        ("送审稿", 1001.0, "送审稿的字"),
        ("初稿", 1000.0, "初稿的字"),
    ]
    assert len(json.loads(path.read_bytes())["texts"]) == 2  # a text stands once
    assert versions.of(decode(encode(again)).extra) == versions.of(again.extra)


def test_clearing_this_machine_leaves_the_versions_in_the_draft(tmp_path):
    path = tmp_path / "稿.duizhao"
    draft = Draft("现在的字", extra=kept("初稿"))
    former_states.keep_state(path, draft)
    DraftFile(path).save(draft)
    housekeeping.clear_all()

    assert former_states.saved_states(path) == []
    assert names(DraftFile.load(path)[1].extra) == ["初稿"]


def test_removing_takes_away_the_text_that_nothing_else_has():
    keys = versions.added(kept("初稿", "送审稿"), Version("9", "又一份", 5000.0, "初稿的字"))
    without = versions.removed(keys, ["1"])

    assert names(without) == ["又一份", "送审稿"]
    assert set(without["texts"].values()) == {"初稿的字", "送审稿的字"}
    assert list(versions.removed(without, ["9"])["texts"].values()) == ["送审稿的字"]
    assert versions.removed(without, ["77"]) == without


def test_a_name_makes_an_automatic_version_the_writers_own():
    (before,) = versions.of(kept("导出Word", automatic=True))
    (after,) = versions.of(versions.renamed(kept("导出Word", automatic=True), before.id, "送审稿"))

    assert before.automatic
    assert after == before._replace(name="送审稿", automatic=False)


def test_the_oldest_automatic_versions_go_and_the_named_ones_stay():
    keys = kept("初稿")
    for number in range(MOST_AUTOMATIC + 5):
        keys = versions.added(
            keys, Version(versions.next_id(keys), f"导出{number}", 2000.0 + number, f"{number}", True)
        )

    assert names(keys) == [f"导出{number}" for number in reversed(range(5, MOST_AUTOMATIC + 5))] + ["初稿"]
    assert len(keys["texts"]) == MOST_AUTOMATIC + 1
    assert names(versions.added(keys, Version("77", "定稿", 9000.0, "定")))[0] == "定稿"
    assert len(names(versions.added(keys, Version("77", "定稿", 9000.0, "定")))) == MOST_AUTOMATIC + 2


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {"id": 1, "name": "甲", "time": 1, "sha256": "aa"},
        {"id": "1", "name": "甲", "time": True, "sha256": "aa"},
        {"id": "1", "name": "甲", "time": 1e300, "sha256": "aa"},
        {"id": "1", "name": "甲", "time": 1, "sha256": "bb"},
        {"id": "1", "name": "甲", "time": 1, "sha256": []},
    ],
)
def test_what_is_not_understood_is_kept_and_not_shown(entry):
    content = json.loads(encode(Draft("字", extra=kept("初稿"))))
    content["versions"].append(entry)
    content["texts"] |= {"aa": "甲", "cc": 5}
    again = decode(json.dumps(content).encode())
    more = versions.added(again.extra, Version("3", "送审稿", 9000.0, "送"))

    assert names(again.extra) == ["初稿"]
    assert names(more) == ["送审稿", "初稿"]
    assert entry in json.loads(encode(again._replace(extra=more)))["versions"]
    assert versions.of({"versions": {}, "texts": []}) == ()
