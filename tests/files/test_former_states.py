"""Former states of a draft: how many stay, in what order, and what they replace."""

import itertools

import pytest

from assistant.files import former_states
from assistant.files.draft import Draft, DraftFile, encode
from assistant.files.former_states import keep_state, saved_states, thin
from assistant.files.trouble import Unwritable


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands where it is put."""

    class Clock:
        now = 1_800_000_000.0

    monkeypatch.setattr(former_states.time, "time", lambda: Clock.now)
    return Clock


def texts(path):
    return [state.load().text for state in saved_states(path)]


def save(path, text):
    keep_state(path, Draft(text))
    thin(path)


def test_the_last_five_stay_and_nothing_is_kept_twice(tmp_path, clock):
    path = tmp_path / "稿.duizhao"
    for text in ("一", "二", "二", "三", "四", "五"):
        save(path, text)

    assert texts(path) == ["五", "四", "三", "二", "一"]


def test_hasty_saves_push_out_nothing_that_was_written_with_care(tmp_path, clock):
    path = tmp_path / "稿.duizhao"
    save(path, "开头")
    clock.now += 600
    save(path, "写了很久的正文" * 50)
    clock.now += 1200
    for number in range(12):
        clock.now += 0.1
        save(path, f"误删{number}")

    assert texts(path)[:5] == [f"误删{number}" for number in (11, 10, 9, 8, 7)]
    assert texts(path)[-2:] == ["写了很久的正文" * 50, "开头"]
    assert len(texts(path)) <= 9


def test_what_stood_longest_stays_though_it_is_shorter(tmp_path, clock):
    path = tmp_path / "稿.duizhao"
    for number in range(8):
        clock.now += 1
        save(path, f"粘贴了一大段{number}" * 9)
    clock.now += 60
    save(path, "删好的")
    clock.now += 1800
    for number in range(8):
        clock.now += 1
        save(path, f"又粘贴了一大段{number}" * 9)

    assert "删好的" in texts(path)


def test_weeks_of_saving_leave_fifty_from_all_of_them(tmp_path, clock):
    path = tmp_path / "稿.duizhao"
    for day, hour in itertools.product(range(26), range(4)):
        clock.now = 1_800_000_000.0 + day * 86400 + hour * 3600
        save(path, f"第{day}天{hour}时")

    kept = texts(path)
    assert len(kept) == former_states.MOST
    assert kept[0] == "第25天3时"
    assert {text.partition("天")[0] for text in kept} >= {f"第{day}" for day in range(8, 26)}


def test_no_more_room_is_taken_than_allowed(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(former_states, "MOST_BYTES", 20_000)
    path = tmp_path / "稿.duizhao"
    for number in range(12):
        clock.now += 4000
        save(path, str(number) * 4000)

    sizes = [state.path.stat().st_size for state in saved_states(path)]
    assert sum(sizes) <= 20_000
    assert texts(path)[0] == "11" * 4000


def test_the_order_is_that_of_saving_when_the_clock_is_set_back(tmp_path, clock):
    path = tmp_path / "稿.duizhao"
    save(path, "一")
    clock.now -= 30 * 86400
    save(path, "二")
    clock.now += 5
    save(path, "三")

    assert texts(path) == ["三", "二", "一"]
    for number in range(9):
        save(path, f"四{number}")
    assert texts(path)[:2] == ["四8", "四7"]


def test_states_of_an_earlier_version_come_before_new_ones(tmp_path):
    path = tmp_path / "稿.duizhao"
    folder = former_states.folder_of(path)
    folder.mkdir(parents=True)
    (folder / "1790000000000000000.duizhao").write_bytes(encode(Draft("从前")))
    save(path, "现在")

    assert texts(path) == ["现在", "从前"]
    assert saved_states(path)[1].time == 1_790_000_000.0


def test_what_a_save_replaces_is_kept_before_it_is_replaced(tmp_path):
    path = tmp_path / "同事给的.duizhao"
    path.write_bytes(encode(Draft("同事写的")))
    file, draft = DraftFile.load(path)
    keep_state(path, draft._replace(text="改过的"), file)
    assert texts(path) == ["改过的", "同事写的"]
    file = file.save(Draft("改过的", exported="记号"))  # as a Word file beside it is noted
    keep_state(path, Draft("再改的"), file)
    assert texts(path) == ["再改的", "改过的", "同事写的"]


def test_a_save_that_fails_again_and_again_keeps_each_text_once(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft("存过"))
    former_states.keep_state(path, Draft("存过"))
    for text in ("改", "改", "改了", "改了", "改好"):
        former_states.keep_state(path, Draft(text), file)
    assert [each.load().text for each in former_states.saved_states(path)] == ["改好", "改了", "改", "存过"]


def test_what_is_no_draft_is_not_kept(tmp_path):
    path = tmp_path / "稿.duizhao"
    path.write_bytes(b"broken")
    keep_state(path, Draft("新的"), DraftFile.now(path))

    assert texts(path) == ["新的"]


def test_a_state_that_cannot_be_kept_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(former_states.paths, "home", lambda: tmp_path / "file")
    path = tmp_path / "稿.duizhao"

    with pytest.raises(Unwritable):
        keep_state(path, Draft("一稿"))
    thin(path)
    assert saved_states(path) == []


def test_an_unreadable_newest_state_does_not_stop_keeping(tmp_path):
    path = tmp_path / "稿.duizhao"
    save(path, "一稿")
    newest = saved_states(path)[0].path
    newest.unlink()
    newest.mkdir()
    save(path, "二稿")

    assert saved_states(path)[0].load().text == "二稿"


@pytest.mark.parametrize("name", ["9" * 55, "1-" + "9" * 40, "²", "0", "x-5", "1-2-3"])
def test_odd_names_hide_nothing(tmp_path, name):
    path = tmp_path / "稿.duizhao"
    save(path, "一稿")
    (former_states.folder_of(path) / f"{name}.duizhao").write_bytes(encode(Draft("别的")))

    assert "一稿" in texts(path)
    assert all(state.time < 1e11 for state in saved_states(path))


def test_the_draft_of_a_folder_is_known(tmp_path):
    path = tmp_path / "稿.duizhao"
    save(path, "一稿")

    assert former_states.draft_of(former_states.folder_of(path)) == path
