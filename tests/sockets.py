"""A day's work under strace: which sockets does the program open? `python3 dev.py sockets`.

The window is led through the whole job: a material begun from a notice, written, checked and mended, exported to Word
and PDF, printed, saved, opened again; a folder checked by worker processes; two texts compared; a file that came back.
What is connected to a screen, to its own processes and to the system's list of printers (CUPS) is AF_UNIX; any AF_INET,
AF_INET6 or other socket is a fault, as is one that the system was asked for and refused. Needs strace; with Xvfb there is a real screen, else none.
"""

from __future__ import annotations

import argparse
import ctypes
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

MARKER = "DUIZHAO_TRACED"
ALLOWED = frozenset({"AF_UNIX"})
_CALL = re.compile(r"\b(socket|socketpair)\((AF_\w+|PF_\w+|0x\w+|\d+)")
_SPLIT = re.compile(r"<\.\.\. (socket|socketpair) resumed>")
_PEER = re.compile(r"\b(connect|bind)\(\d+(?:<[^>]*>)?, \{sa_family=(\w+)(?:, sun_path=@?\"([^\"]*)\")?")
_NOTICE = (
    "关于开好2025年度民主生活会的通知\n各单位：\n请班子成员对照“五个带头”撰写个人对照检查材料，字数3000字左右：\n"
    "（一）带头固本培元、增强党性方面；\n（二）带头担当作为、干事创业方面。\n材料于1月15日前报送。\n"
)


def main() -> int:
    """Trace the work, and tell which sockets there were."""
    parser = argparse.ArgumentParser(description="用strace查一天的工作里打开过哪些套接字")
    parser.add_argument("--files", type=int, default=30, help="批量检查多少份；24份起用多个进程")
    options = parser.parse_args()
    if os.environ.get(MARKER):
        try:
            return work(Path(os.environ["HOME"]), options.files)
        except BaseException:  # the window would catch it, and ask
            traceback.print_exc()
            os._exit(1)
    if not shutil.which("strace"):
        print("没有strace，未能检查。")
        return 2
    with tempfile.TemporaryDirectory() as name:
        home, log = Path(name), Path(name, "trace")
        screen = real_screen()
        command = [*screen, "strace", "-f", "-qq", "-e", "trace=socket,socketpair,connect,bind", "-o", str(log)]
        done = subprocess.run(
            [*command, sys.executable, str(Path(__file__).resolve()), "--files", str(options.files)],
            check=False,
            env={
                **os.environ,
                MARKER: "1",
                "HOME": name,
                "DUIZHAO_HOME": str(home / "home"),
                "QT_QPA_PLATFORM": "xcb" if screen else "offscreen",
                # where there is none, Qt's platform would start a message bus, which outlives it and is not ours
                "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home / 'bus'}",
            },
        )
        lines = log.read_text("utf-8", "replace").splitlines()
    opened = families(lines)
    told = "、".join(f"{family} {count}个" for family, count in sorted(opened.items())) or "没有"
    print(f"打开的套接字：{told}")
    for peer, count in sorted(peers(lines).items()):
        print(f"  {peer}（{count}次）")
    strange = sorted(set(opened) - ALLOWED)
    if strange:
        print(f"不该有的：{'、'.join(strange)}")
    unseen = bool(screen) and not opened  # a screen is reached by a socket
    return 1 if done.returncode or strange or unseen else 0


def real_screen() -> list[str]:
    """Give what starts a screen; nothing where there is none, or a library is missing by which Qt reaches one."""
    from PySide6.QtCore import QLibraryInfo

    try:
        ctypes.CDLL(str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms", "libqxcb.so")))
    except OSError:
        return []
    return ["xvfb-run", "-a"] if shutil.which("xvfb-run") else []


def families(lines: list[str]) -> Counter[str]:
    """Count the sockets that were asked for, by family."""
    return Counter(match[2] for line in lines for match in _CALL.finditer(line) if not _SPLIT.search(line))


def peers(lines: list[str]) -> Counter[str]:
    """Count whom they were connected or bound to."""
    found = (match for line in lines for match in _PEER.finditer(line))
    return Counter(f"{match[1]} {match[2]} {re.sub('[0-9]+', 'N', match[3] or '')}".rstrip() for match in found)


def work(home: Path, files: int) -> int:
    """Do the whole job in one window, as a writer does."""
    sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).parent)]
    from PySide6.QtTest import QTest
    from ui.conftest import Answers, wish

    from assistant.ui import app as program

    app = program.application()
    window = program.begin(app, None)
    window.open_up()
    QTest.qWait(1500)  # what waits until the hands rest: the list of words, tidying, the search for slips
    answers = window.files._prompts = Answers()

    def until(ready, what: str) -> None:
        for _ in range(6000):
            if ready():
                return
            QTest.qWait(10)
        raise SystemExit(f"没有做完：{what}")

    answers.wish = wish()
    assert window.files.new(notice=_NOTICE)
    editor = window.editor
    editor.go_to(len(editor.text))
    QTest.keyClicks(editor, "1.2.3. (test)")
    editor.insertPlainText("\n学习不够深入，，下基层XX次。带头固本培元方面，抓的不紧。")
    QTest.qWait(1300)
    window.wiring.on_page.step(1)
    window.wiring.on_page.mend_all()
    answers.export_path = home / "送审.docx"
    window.files.export()
    until(answers.export_path.exists, "导出Word")
    answers.result_path = home / "送审.pdf"
    window.opens.export_pdf(window.wiring.analyser.up_to_date)
    assert answers.result_path.read_bytes().startswith(b"%PDF")
    _print(window, home)
    answers.save_path = home / "稿.duizhao"
    window.files.save()
    until(lambda: not (window.files.saving or window.files.modified), "保存")
    written = editor.text
    window.files.open_sample()
    assert window.files.open_path(answers.save_path)
    assert editor.text == written

    _check_folder(window, answers, home, files, until)
    _compare(window, answers, home, until)
    window.history.setClean()
    window.close()
    app.processEvents()
    print("一天的工作做完", flush=True)
    os._exit(0)  # a program that is tested has windows that nobody waits for


def _print(window, home: Path) -> None:
    """Print through the dialog of printers, into a file: as far as a machine without a printer goes."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    from assistant.ui import asking
    from assistant.ui.page import printing, table_printing

    material, layout = window.wiring.analyser.up_to_date(), window.files.layout
    accept, tell, prepared = QPrintDialog.exec, asking.tell, []

    def agree(dialog):
        """Ask for the printers as the dialog does, choose a file instead, and press 打印."""
        print("打印机：" + ("、".join(QPrinterInfo.availablePrinterNames()) or "没有"), flush=True)
        dialog.show()
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(home / f"打印{len(prepared)}.pdf"))
        prepared.append(printer.outputFileName())
        return 1

    QPrintDialog.exec, asking.tell = agree, lambda *_: None
    try:
        printing.print_text(window, material, layout, "送审")
        table_printing.print_table(window, "批评意见", ("姓名", "意见"), [("王明远", "盯落实不够。")])
    finally:
        QPrintDialog.exec, asking.tell = accept, tell
    assert [Path(each).read_bytes()[:4] for each in prepared] == [b"%PDF", b"%PDF"]
    print("打印好了", flush=True)


def _check_folder(window, answers, home: Path, files: int, until) -> None:
    from assistant.commands import folder_check

    folder = home / "收到的"
    folder.mkdir()
    for number in range(files):
        (folder / f"{number}.txt").write_text(window.editor.text, "utf-8")
    folder_check.os.cpu_count = lambda: 2  # two workers on any machine
    answers.folder = folder
    window.opens.check_folder()
    until((folder / "检查结果.xlsx").exists, "检查一批文件")
    until(lambda: any(each.startswith("检查完毕") for each in window.bars.messages()), "检查结果")


def _compare(window, answers, home: Path, until) -> None:
    from assistant.files.writers import tracked
    from assistant.review.comparison import compare

    page, editor = window.wiring.compare, window.editor
    answers.name = "初稿"
    page.versions.save_version()
    editor.insertPlainText("又写一句。")
    page.toggle(on=True)
    page.view.versions.choose(page.work.list_others()[0].key)
    until(page.work.entries, "对比")
    page.leave()
    changed = compare(editor.text, editor.text.replace("学习不够深入", "学习不够"))
    answers.earlier = home / "领导改过.docx"
    answers.earlier.write_bytes(
        tracked.write(changed, window.files.layout, "周明达", datetime.datetime.now(datetime.timezone.utc))
    )
    window.wiring.tabs.returned.open_file()
    until(lambda: window.wiring.side.returned.view.cards, "审改稿")


if __name__ == "__main__":
    sys.exit(main())
