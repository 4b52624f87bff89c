"""Whether a built program is whole: every resource loads, every rule holds on its examples, the window opens."""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from assistant.commands import checking, folder_check, folder_owners, folder_table
from assistant.facts import insertion
from assistant.files import layouts, template_shelf
from assistant.files.disk import replace_file
from assistant.files.opening import read
from assistant.files.trouble import Unwritable
from assistant.files.writers import docx
from assistant.files.writers import report as report_writer
from assistant.finding import Severity
from assistant.language import slips
from assistant.language.words import Words
from assistant.reading import Unreadable
from assistant.review import report
from assistant.review.material import analyse
from assistant.rules.registry import RULES
from assistant.strict_toml import DataError
from assistant.ui import app as program
from assistant.ui import plain_imports, theme


def run() -> int:
    """Run all checks and say how they went; 0 if all is well."""
    failed = 0
    for check in (_resources, _rules, _words, _word, _results, _window):
        try:
            result = check()
        except Exception as error:  # whatever it is, it must be said and counted
            failed += 1
            result = f"没有通过：{_told(error)}"
        print(f"{_LABELS[check]}：{result}", file=sys.stdout, flush=True)
    return 1 if failed else 0


def _told(error: Exception) -> str:
    """Say what a check has found, or what went wrong in it, for whoever is asked about it."""
    if isinstance(error, (AssertionError, DataError, Unreadable, Unwritable)):
        return str(error)
    return f"程序出了故障，请把“{type(error).__name__}：{error}”告诉维护人员"


def _resources() -> str:
    templates, known = template_shelf.shipped(), layouts.every()
    theme.load().style_sheet()
    for template in templates:
        assert insertion.fresh(template), f"“{template.label}”列不出提纲"
    return f"{len(templates)}份要求、{len(known)}种版式"


def _rules() -> str:
    for rule in RULES:
        assert rule.title, f"{rule.name} 没有说明"
        assert rule.help, f"{rule.name} 没有说明"
        for example in rule.examples:
            found = analyse(
                example.text,
                example.template,
                decisions=rule.switched(example.decisions, on=True),
                rules=[rule],
                last=example.last,
                find_slips=slips.shipped().find,
            ).findings
            spans = [finding.span for finding in found]
            assert spans == list(example.spans), f"{rule.name} 与它的例子不符"
    return f"{len(RULES)}条检查与例子相符"


def _words() -> str:
    words = Words()
    words.load()
    assert [len(span.of("领导班子理论学习")) for span in words.segment("领导班子理论学习")] == [4, 2, 2], "词表没有读全"
    return "词表可用"


def _word() -> str:
    text = insertion.fresh(template_shelf.shipped()[0])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "材料.docx"
        replace_file(path, docx.write(text, layouts.every()[0]))
        assert read(path).text == text, "写出的Word读回后与原文不同"
    return "写出的Word读回一致"


def _results() -> str:
    """Check a folder of enough files to want other processes, and write all that tells what was found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(30):
            (folder / f"{number}.txt").write_text("一、存在的问题\n下乡XX次。\n", "utf-8")
        outcomes = list(folder_check.run(folder, folder_check.files_in(folder)))
        right = sum(outcome.count(Severity.ERROR) > 0 for outcome in outcomes)
        assert len(outcomes) == right == 30, f"30份文件检查了{len(outcomes)}份，其中{right}份结果正确"
        folder_table.save(folder_owners.of(outcomes, ()), folder / "结果.xlsx")
        made = report.of(checking.check_file(folder / "0.txt").material, "0.txt", datetime.date(2026, 1, 1))
        assert all(report_writer.form_of(Path(name))(made) for name in ("报告.html", "报告.docx")), "检查报告是空的"
    return f"一批{len(outcomes)}份检查正常，报告和表格可以写出"


def _window() -> str:
    assert plain_imports.IS_FIRST, "界面库没有按程序的方式载入，窗口会打开得慢"
    app = program.application()
    window = program.make_window(app)
    window.files.open_sample()
    window.show()
    app.processEvents()
    rows = len(window.join().outline.rows())
    assert rows, "提纲是空的"
    window.close()
    app.processEvents()
    return f"窗口可以打开和关闭，样例有{rows}行提纲"


_LABELS: dict[Callable[[], str], str] = {
    _resources: "资源",
    _rules: "检查",
    _words: "分词",
    _word: "Word",
    _results: "结果",
    _window: "窗口",
}
