from assistant import paths
from assistant.files import settings
from assistant.files.settings import AnalysisSettings, Settings


def test_settings_read_back():
    changed = Settings(zoom=120, name="林知远").with_recent("甲").with_recent("乙").with_recent("甲")
    settings.save(changed)

    assert settings.load() == changed
    assert settings.load().recent == ("甲", "乙")


def test_what_the_file_has_already_is_not_written_again():
    settings.save(settings.Settings(zoom=130))
    file = paths.home() / "settings.json"
    before = file.stat()
    settings.save(settings.Settings(zoom=130))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    settings.save(settings.Settings(zoom=140))
    assert settings.load().zoom == 140


def test_broken_settings_are_the_defaults():
    for content in ("", "[]", "{", '{"zoom": "big", "recent": 3, "refresh_word": 1}'):
        path = paths.home() / "settings.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)

        assert settings.load() == Settings()


def test_what_the_analysis_is_told_are_settings_and_their_values():
    set_ = Settings(quiet=True, layout="fixed28")

    assert set_.analysis._asdict() == {field: getattr(set_, field) for field in AnalysisSettings._fields}
    assert set_.analysis == set_._replace(zoom=70, recent=("甲",)).analysis != Settings().analysis


def test_two_windows_keep_each_others_recent_files():
    mine = settings.load()
    settings.save(Settings().with_recent("别的窗口"))

    assert settings.with_others(mine).with_recent("我的").recent == ("我的", "别的窗口")


def test_places_are_kept_for_recent_drafts_only():
    settings.save(Settings().with_recent("甲").with_recent("乙").with_caret("甲", 7).with_caret("乙", 9))
    known = settings.load()
    assert known.carets == {"甲": 7, "乙": 9}
    assert known._replace(recent=("乙",)).with_caret("丙", 1).carets == {"乙": 9, "丙": 1}
    (paths.home() / "settings.json").write_text('{"carets": {"甲": "x", "乙": -1, "丙": 3}}', "utf-8")
    assert settings.load().carets == {"丙": 3}
