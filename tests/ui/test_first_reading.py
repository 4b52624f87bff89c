"""What is read beside the start is what the window shows by itself; whatever becomes of that, nothing of it is left."""

import os
import select
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from ui.conftest import Answers
from ui.watched_start import script_of_start

from assistant.decisions import AT_THE_BEGINNING, NO_DECISIONS, Ignored, Stage
from assistant.files import kept_views, own_shelf, references, settings, shipped_shelf
from assistant.files.draft import MATERIAL, Draft, Reference, TemplateChoice, encode
from assistant.files.known_file import fingerprint
from assistant.templates import own_template
from assistant.templates.template import Subject
from assistant.ui import first_reading, view_values

TEMPLATE = TemplateChoice("2025-democratic-individual")
CASES = sorted(Path(__file__).parents[1].glob("cases/*/*.txt"))
GROUPS = 7  # of the texts; without --long one of each is tried
TEXTS = [path for path in CASES if path.parent.name in ("clean", "outline", "checklist")]


def write(path, text, template=TEMPLATE, **fields):
    path.write_bytes(encode(Draft(text, template, **fields)))
    return path


@pytest.fixture
def draft(tmp_path, finished_sample):
    return write(tmp_path / "稿.duizhao", finished_sample.replace("，", "，，", 2) + "\n还有XX处")


def made(path):
    """Give the view that the process beside would hand over, and what it is about; None where there is none."""
    handed = b"".join(first_reading._view_of(path)).removeprefix(first_reading._LOADED)
    return lambda about: (found := kept_views.unsealed(about, handed)) and view_values.decoded(found)


def shows_the_same(window, path, at=0):
    """Open a draft with the caret at a place; tell whether what is shown is what would have been handed over."""
    window.files.change_settings(carets={str(path): at}, recent=(str(path),))
    before = made(path)
    assert window.open_file(str(path))
    last = window.wiring._last
    shown = before(last._about(last.place))
    assert shown
    window.files.editor.go_to(at)
    return shown == window.wiring.feed.view()


@pytest.mark.parametrize("group", range(GROUPS))
def test_it_is_what_the_window_shows(window, tmp_path, group, long):
    texts = TEXTS[group * len(TEXTS) // GROUPS : (group + 1) * len(TEXTS) // GROUPS]
    for source in texts if long else texts[:1]:
        _is_what_the_window_shows(window, tmp_path, source)


def _is_what_the_window_shows(window, tmp_path, source):
    text = source.read_text("utf-8").partition("\n-----\n")[0].strip()
    name = source.stem.replace("-2-", "-") if source.parent.name == "clean" else TEMPLATE.id
    for template in (TemplateChoice(name), None):
        for at in (0, len(text) // 2, len(text)):
            path = write(tmp_path / f"{source.stem}{at}{bool(template)}.duizhao", text, template)
            assert shows_the_same(window, path, at)


DECIDED = NO_DECISIONS._replace(
    stage=Stage.FINAL,
    ignored=(Ignored("leftover_placeholder", "XX", "还有", "处"),),
    notes={"x": "记"},
    headings={"还有XX处": 1},
    rules_off=frozenset({"comma_after_number"}),
)


@pytest.mark.parametrize("known", [settings.Settings(layout="fixed28"), settings.Settings(quiet=True)])
@pytest.mark.parametrize("decisions", [AT_THE_BEGINNING, DECIDED], ids=["first", "decided"])
def test_so_it_is_whatever_is_set_and_decided(make_window, draft, finished_sample, known, decisions):
    settings.save(known)
    references.keep(finished_sample)
    last = Reference("a", "去年.docx", MATERIAL, TEMPLATE, fingerprint(finished_sample.encode()))
    write(draft, finished_sample + "\n还有XX处，，", decisions=decisions, references=(last,))
    window = make_window(Answers())
    assert shows_the_same(window, draft, 900)
    assert window.session.last


def test_a_caret_behind_the_end_is_at_the_end(window, draft):
    write(draft, "标题\n一、存在的问题")
    assert shows_the_same(window, draft, 99)


def test_where_other_paper_is_asked_for_there_is_none(draft, finished_sample):
    file = replace(own_template.copy(shipped_shelf.read("2025-democratic")), id="2026-notice", layout="fixed28")
    kept = own_shelf.keep(replace(file, year=2026, name="2026年度某会"))
    identifier = next(each.id for each in kept.templates if each.subject is Subject.INDIVIDUAL)
    write(draft, finished_sample, TemplateChoice(identifier))
    assert list(first_reading._view_of(draft)) == []
    settings.save(settings.Settings(layout="fixed28"))
    assert len(list(first_reading._view_of(draft))) == 2


def test_what_is_too_long_or_was_kept_is_not_read(window, draft, finished_sample):
    assert shows_the_same(window, draft)
    last = window.wiring._last
    kept_views.keep(draft, last._about(0), b"kept")
    assert list(first_reading._view_of(draft)) == []
    write(draft, finished_sample * 40)
    assert list(first_reading._view_of(draft)) == []


def test_a_process_with_threads_or_with_qt_is_not_divided(draft, monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("divided"), raising=False)
    first_reading.begin(str(draft))  # Qt is loaded
    monkeypatch.delitem(sys.modules, "PySide6")
    waits = threading.Event()
    other = threading.Thread(target=waits.wait)
    other.start()
    first_reading.begin(str(draft))
    waits.set()
    other.join()


@pytest.mark.parametrize(
    ("name", "platform", "processors"),
    [
        ("稿.duizhao", "darwin", {0, 1}),
        ("稿.duizhao", "linux", {0}),
        ("稿.docx", "linux", {0, 1}),
        ("", "linux", {0, 1}),
    ],
)
def test_nor_where_there_is_nothing_to_gain_or_to_read(monkeypatch, name, platform, processors):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("divided"), raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: processors, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delitem(sys.modules, "PySide6")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    first_reading.begin(name)


SCRIPT = """
    import os, sys, time
    from pathlib import Path
    from assistant.files import settings
    from assistant.ui import first_reading
    path = sys.argv[1]
    def nothing_is_left():
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return True
            time.sleep(0.01)
    def wait():
        os.waitid(os.P_PID, first_reading._beside.process, os.WEXITED | os.WNOWAIT)
"""
JOINED = """
    seen()
    rooms = ("assistant.facts.", "assistant.rules.", "assistant.structure.", "assistant.review.material")
    told.append(any(name.startswith(rooms) for name in sys.modules))
    told.append(len(window.wiring.outline.rows()))
    told.append(window.wiring.side.titles()[1])
"""
LEFT = """
    assert told[1:] == [len(window.wiring.outline.rows()), window.wiring.side.titles()[1]] and told[1] > 9
    print("itself" if told[0] else "beside", painted.frames, nothing_is_left())
    window.close()
"""
WINDOW = script_of_start("path", JOINED, LEFT)


def run(draft, *code):
    """Start the window in a process of its own; give what it says."""
    whole = "".join(textwrap.dedent(each) for each in (SCRIPT, *code))
    done = subprocess.run([sys.executable, "-c", whole, str(draft)], capture_output=True, text=True, check=False)
    left = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line and "中文字体" not in line]
    assert (done.returncode, left) == (0, [])
    return done.stdout.split()


BEGIN = "first_reading.begin(path)\n"
only_where_it_is_divided = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="不是Linux，或只有一个处理器"
)


@only_where_it_is_divided
@pytest.mark.parametrize("public", [False, True])
def test_the_window_shows_at_once_what_was_read_beside_it(draft, public, long):
    if public and not long:
        pytest.skip("公用电脑上的用 dev.py test --long")
    settings.save(settings.Settings(public=public))
    assert run(draft, BEGIN, "wait()\n", WINDOW) == ["beside", "0", "True"]
    assert kept_views.kept() == []


MEANWHILE = {
    "killed": (BEGIN, "os.kill(first_reading._beside.process, 9)"),
    "slow": ("first_reading._view_of = lambda path: time.sleep(60)", BEGIN),
    "slow in the middle": ("first_reading._view_of = lambda path: (time.sleep(60 * n) or b'.' for n in (0, 1))", BEGIN),
    "out of memory": ("def fail(path): raise MemoryError", "first_reading._view_of = fail", BEGIN, "wait()"),
    "leaving": ("first_reading._view_of = lambda path: sys.exit(3)", BEGIN, "wait()"),
    "talking": ("first_reading._view_of = lambda path: (print('talk', flush=True), os.write(2, b'talk'))", BEGIN, "wait()"),
    "the text changed": (BEGIN, "wait()", "Path(path).write_text(Path(path).read_text().replace('还有', '另有'))"),
    "the settings changed": (BEGIN, "wait()", "settings.save(settings.Settings(quiet=True))"),
    "the caret moved": (BEGIN, "wait()", "settings.save(settings.Settings(carets={path: 9}))"),
    "no process to have": ("def fail(): raise OSError", "os.fork = fail", BEGIN, "assert not first_reading._beside"),
    "looked after by the system": ("import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)", BEGIN, "os.kill(first_reading._beside.process, 9)"),
}  # fmt: skip


@only_where_it_is_divided
@pytest.mark.parametrize("what", MEANWHILE)
def test_whatever_becomes_of_it_the_window_reads_by_itself(draft, what, long):
    """`dev.py test --long` tries all of it."""
    if not long and list(MEANWHILE).index(what) % 6:
        pytest.skip("长的一轮用 dev.py test --long")
    assert run(draft, *(f"{line}\n" for line in MEANWHILE[what]), WINDOW) == ["itself", "0", "True"]


@only_where_it_is_divided
def test_a_window_that_opens_otherwise_lets_go_of_it(draft):
    script = """
        from assistant.ui import app as program
        app = program.application()
        window = program.begin(app, None)
        window.files.change_settings(fonts_told=True)
        window.show()
        while first_reading._beside:
            app.processEvents()
        print(nothing_is_left())
        window.close()
    """
    assert run(draft, BEGIN, script) == ["True"]


@only_where_it_is_divided
def test_a_view_longer_than_a_pipe_is_handed_over_whole(draft, finished_sample):
    write(draft, "\n".join(f"{n}、{line}，，" for n in range(9) for line in finished_sample.split("\n"))[:45_000])
    script = """
        import select
        first_reading._WAITS = 60
        select.select([first_reading._beside.pipe], [], [])
        from assistant.ui import view_values
        data = Path(path).read_bytes()
        print(len(first_reading.taken(view_values.about(settings.load().analysis, 0, data))), nothing_is_left())
    """
    size, gone = run(draft, BEGIN, script)
    assert int(size) > 1 << 16
    assert gone == "True"


@only_where_it_is_divided
@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"PK\3\4", b"[" * 100_000])
def test_of_a_damaged_draft_nothing_comes(draft, data):
    draft.write_bytes(data)
    assert run(draft, BEGIN, "wait()\nprint(first_reading.taken(b''), nothing_is_left())\n") == ["None", "True"]


@only_where_it_is_divided
def test_it_ends_where_the_window_has_died(draft, finished_sample):
    """Though what it has to say does not fit into the pipe."""
    script = "first_reading._view_of = lambda path: iter([b'.' * 999_999])\nfirst_reading.begin(path)\nprint(first_reading._beside.process)\n"
    (process,) = run(draft, script)
    gone = select.poll()
    try:
        gone.register(os.pidfd_open(int(process)), select.POLLIN)
    except ProcessLookupError:
        return
    assert gone.poll(10_000)


def test_the_entrance_begins_it_before_qt_and_no_command_does(draft):
    script = """
        import types
        from assistant import __main__ as entrance
        app = types.ModuleType("assistant.ui.app")
        app.run = lambda path: 0
        begun = []
        first_reading.begin = lambda path: begun.append((path == sys.argv[1], "PySide6" in sys.modules))
        sys.modules["assistant.ui.app"] = app
        import assistant.ui
        assistant.ui.app = app
        assert entrance.main() == 0
        sys.argv[1:] = []
        assert entrance.main() == 0
        sys.argv[1:] = ["text", path]
        del sys.modules["assistant.ui.first_reading"]
        sys.stdout, out = open(os.devnull, "w"), sys.stdout
        entrance.main()
        sys.stdout.close()
        sys.stdout = out
        print(begun, "assistant.ui.first_reading" in sys.modules)
    """
    assert " ".join(run(draft, script)) == "[(True, False)] False"
