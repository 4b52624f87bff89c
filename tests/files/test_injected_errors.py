"""Every step that saving takes on the disk fails once, or from then on: nothing is broken, and what went wrong is said."""

import errno
import itertools
import os
import random
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from assistant import paths
from assistant.files import draft, draft_and_word, former_states, housekeeping, journals, layouts, opening, settings
from assistant.files.disk import replace_file
from assistant.files.draft import Draft, DraftFile, Source
from assistant.files.journals import Journal
from assistant.files.known_file import ChangedOnDisk
from assistant.files.trouble import Unwritable, WriteProtected
from assistant.reading import Unreadable

ERRORS = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOLCK, errno.EIO, errno.EDQUOT, errno.ESTALE)
STEPS = ("open", "os.rename", "os.chmod", "os.remove", "os.mkdir", "os.listdir", "os.scandir", "fcntl.flock")
OLD, NEW = "一、问题\n旧的一稿。", "一、问题\n新的一稿。"


class Disk:
    """Lets the disk fail: Python tells of each step before it is taken (audit hooks), and an error raised then is the step's."""

    def __init__(self):
        self.folder, self.on, self.count = "", False, 0
        self.fails = lambda _number: False
        self.error = errno.EIO
        self.failed = []
        sys.addaudithook(self._step)

    def _step(self, event, arguments):
        if self.on and event in STEPS:
            if isinstance(arguments[0], (str, bytes, os.PathLike)) and not os.fsdecode(arguments[0]).startswith(
                self.folder
            ):
                return
            self.take(event)

    def take(self, event):
        self.count += 1
        if self.fails(self.count):
            self.failed.append(event)
            raise OSError(self.error, os.strerror(self.error))

    def begin(self, folder, fails, error):
        self.folder, self.fails, self.error = str(folder), fails, error
        self.count, self.failed, self.on = 0, [], True


@pytest.fixture(scope="module")
def hook():
    return Disk()  # it cannot be taken away again, only be silent


@pytest.fixture
def disk(hook, monkeypatch):
    really = os.fsync

    def fsync(handle):
        if hook.on:
            hook.take("fsync")
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    yield hook
    hook.on = False


class Round:
    """A draft that was saved once, is written on, and is saved again."""

    def __init__(self, folder, home, monkeypatch, *, word):
        monkeypatch.setenv("DUIZHAO_HOME", str(home))
        folder.mkdir()
        self.path, self.folder = folder / "稿.duizhao", folder
        source = folder / "去年.txt"
        source.write_text("去年的", "utf-8")
        self.layout = layouts.named("gb9704") if word else None
        self.content = Draft(NEW, source=Source(source.name, path=source))
        first = draft_and_word.save_as(self.content._replace(text=OLD), self.path, None, self.layout)
        first.lock.release()
        self.file, self.exported = first.file, first.exported
        self.journal, self.kept = Journal(), False

    def go(self):
        """Keep the journal and save; give what the writer is told, "" where all is well."""
        told = []
        with suppress(Unwritable):
            self.journal.keep(self.content, self.file)
            self.kept = True
        try:
            content = self.content._replace(exported=self.exported)
            self.file = draft_and_word.save(content, self.file, self.layout).file
            told.append("")
        except (Unwritable, ChangedOnDisk) as error:
            told.append(str(error))
        settings.save(settings.Settings(name="林知远"))
        return told[0]

    def _journals(self):
        return [*(paths.home() / "journals").glob("*.journal"), *self.folder.glob(".*.journal")]

    def _read(self, path):
        return draft.decode(path.read_bytes().partition(b"\n")[2]).text

    def check(self, told, failed):
        """See that the draft is one of the two, and that it goes on as if nothing had been."""
        if self.kept:
            assert NEW in [self._read(each) for each in self._journals()]
        kept = DraftFile.load(self.path)[1].text
        assert kept in ((OLD, NEW) if told else (NEW,))
        with suppress(Unreadable):
            assert opening.read(self.path.with_suffix(".docx")).text in (OLD, NEW)
        for state in former_states.saved_states(self.path):
            assert state.load().text in (OLD, NEW)
        if "os.remove" not in failed:
            left = [each for folder in (self.folder, paths.home()) for each in folder.rglob("*.tmp")]
            assert left == []
        draft_and_word.save(self.content, DraftFile.now(self.path), None)
        assert DraftFile.load(self.path)[1].text == NEW
        assert NEW in [state.load().text for state in former_states.saved_states(self.path)]
        self.journal.close()
        housekeeping.tidy([self.folder])


def steps(disk, tmp_path, monkeypatch, *, word):
    whole = Round(tmp_path / "数", tmp_path / "家数", monkeypatch, word=word)
    disk.begin(tmp_path, lambda _: False, 0)
    assert whole.go() == ""
    disk.on = False
    whole.check("", [])
    return disk.count


@pytest.mark.skipif(sys.platform == "win32", reason="the steps are those of POSIX")
@pytest.mark.parametrize("word", [False, True])
def test_each_step_of_saving_may_fail(disk, tmp_path, monkeypatch, long, word):
    count = steps(disk, tmp_path, monkeypatch, word=word)
    assert count > 30
    cases = list(itertools.product(range(1, count + 1), ERRORS, (False, True)))
    if not long:
        cases = random.Random(5).sample(cases, 12 if word else 48)
    for number, (step, error, lasting) in enumerate(cases):
        case = Round(tmp_path / f"{number}", tmp_path / f"家{number}", monkeypatch, word=word)
        disk.begin(tmp_path, (lambda at, s=step: at >= s) if lasting else (lambda at, s=step: at == s), error)
        try:
            told = case.go()
        except OSError as raised:
            pytest.fail(f"step {step} ({disk.failed}), {error}: {raised!r}")
        finally:
            disk.on = False
        assert told == "" or any("\u4e00" <= letter <= "\u9fff" for letter in told)
        case.check(told, disk.failed + (["os.remove"] if lasting else []))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_read_only_draft_is_not_written_unless_the_writer_insists(tmp_path):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft(OLD))
    path.chmod(0o444)
    with pytest.raises(WriteProtected, match="是只读文件"):
        draft_and_word.save(Draft(NEW), file, None)
    assert DraftFile.load(path)[1].text == OLD

    saved = draft_and_word.save(Draft(NEW), file, None, insisting=True)
    assert DraftFile.load(path)[1].text == NEW
    assert saved.file.known == path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o444


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_by_both_doors(tmp_path):
    (tmp_path / "真").mkdir()
    real, link = tmp_path / "真" / "稿.duizhao", tmp_path / "快捷.duizhao"
    link.symlink_to(real)  # to what is not there yet
    file = DraftFile(link).save(Draft(OLD))
    assert DraftFile.load(link)[1].text == OLD
    file.save(Draft(NEW))
    replace_file(tmp_path / "真" / "稿.docx", b"old")
    (tmp_path / "快捷.docx").symlink_to(tmp_path / "真" / "稿.docx")
    replace_file(tmp_path / "快捷.docx", b"new")

    assert link.is_symlink()
    assert (tmp_path / "快捷.docx").is_symlink()
    assert DraftFile.load(real)[1].text == NEW
    assert (tmp_path / "真" / "稿.docx").read_bytes() == b"new"
    loop = tmp_path / "圈.duizhao"
    loop.symlink_to(loop)
    with pytest.raises(Unwritable, match=r"“圈\.duizhao”是一个指向自身的链接.*没有保存"):
        DraftFile(loop).save(Draft(NEW))
    with pytest.raises(Unreadable, match="指向自身的链接"):
        opening.open_file(loop)


def test_where_nothing_can_take_a_files_place_it_is_written_and_that_is_told(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft(OLD))

    def refuse(*_):
        raise PermissionError(errno.EPERM, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    saved = file.save(Draft(NEW))
    assert (DraftFile.load(path)[1].text, saved.whole) == (NEW, False)
    assert list(tmp_path.glob(".*.tmp")) == []


def test_a_refused_change_of_permissions_fails_no_save(tmp_path, monkeypatch):
    path = tmp_path / "稿.duizhao"
    file = DraftFile(path).save(Draft(OLD))

    def refuse(*_, **__):
        raise PermissionError(errno.EPERM, "refused")

    monkeypatch.setattr(os, "chmod", refuse)
    file.save(Draft(NEW))
    assert DraftFile.load(path)[1].text == NEW


@pytest.mark.parametrize("name", ["~$材料.docx", ".~lock.材料.docx#"])
def test_what_an_office_program_keeps_of_an_open_file_is_called_so(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x05user" + bytes(157))
    with pytest.raises(Unreadable, match="临时文件，里面没有正文"):
        opening.open_file(tmp_path / name)
    (tmp_path / "~$真的.txt").write_text("一、问题\n" + "学得不深。" * 300, "utf-8")
    assert opening.read(tmp_path / "~$真的.txt").text.startswith("一、问题")


@pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-16 elsewhere")
def test_a_name_that_is_no_utf8_is_opened_kept_and_saved(tmp_path):
    path = tmp_path / os.fsdecode("材料.duizhao".encode("gbk"))
    file = DraftFile(path).save(Draft(OLD))
    assert opening.open_file(path).draft.text == OLD
    journal = Journal()
    assert journal.keep(Draft(NEW), file) == ""
    journal.kept.release()
    (found,) = journals.abandoned()
    assert (found.path, found.name) == (path, "材料")
    draft_and_word.save(Draft(NEW), file, layouts.named("gb9704"))
    assert opening.read(path.with_suffix(".docx")).text == NEW


def test_a_clock_set_back_loses_nothing(tmp_path, monkeypatch):
    path, clock = tmp_path / "稿.duizhao", itertools.count(1.8e9, -86_400.0)
    monkeypatch.setattr(time, "time", lambda: next(clock))
    file = DraftFile(path).save(Draft("零"))
    for text in "一二三四":
        file = draft_and_word.save(Draft(text), file, None).file
    journal = Journal()
    journal.keep(Draft("五"), file)
    journal.kept.release()

    assert [each.draft.text for each in journals.abandoned()] == ["五"]
    assert [state.load().text for state in former_states.saved_states(path)][:4] == list("四三二一")


def test_a_place_whose_paths_the_system_does_not_resolve_is_written_all_the_same(tmp_path, monkeypatch):
    """As Wine, and a network drive that is gone, for paths of more than 260 characters."""
    path = tmp_path / "稿.duizhao"
    file = draft_and_word.save(Draft(OLD), DraftFile(path), layouts.named("gb9704")).file

    def refuse(self, strict=False):
        raise OSError(234, "More data is available")

    monkeypatch.setattr(Path, "resolve", refuse)
    saved = draft_and_word.save(Draft(NEW), file, None)
    assert draft.decode(path.read_bytes()).text == NEW
    draft_and_word.export(Draft(NEW), tmp_path / "稿二.docx", layouts.named("gb9704"), saved.file)
    assert opening.read(tmp_path / "稿二.docx").text == NEW
    with pytest.raises(Unwritable, match="草稿文件"):
        draft_and_word.export(Draft(NEW), path, layouts.named("gb9704"), saved.file)
