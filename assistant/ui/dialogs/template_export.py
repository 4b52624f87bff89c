"""Writing a template (本次要求) to a file of its own, for a colleague or for another year."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from assistant.files import kinds
from assistant.files.disk import replace_file
from assistant.files.trouble import Unwritable
from assistant.ui import asking, choosing

KIND = f"本次要求 (*{kinds.TEMPLATE_SUFFIX} *.toml)"


def write(parent: QWidget, title: str, name: str, source: str) -> None:
    """Ask where to write a template's source and write it there; what is there is replaced only if the writer says so."""

    def complete(path: Path, _kind: str) -> Path:
        return path if path.suffix else path.with_name(path.name + kinds.TEMPLATE_SUFFIX)

    target = choosing.file_to_write(
        parent,
        title,
        Path.home() / name,
        KIND,
        complete=complete,
        may_replace=lambda asked: asking.ask(
            parent, title, f"“{asked.name}”已经存在，是否替换？原来的内容不能恢复。", go_on="替换", stay="不替换"
        ),
    )
    if target:
        try:
            replace_file(target, source.encode("utf-8"))
        except Unwritable as error:
            asking.tell(parent, title, str(error))
            return
        message = f"已导出：{target.name}。对方双击打开，或拖进窗口，即可使用。"
        asking.tell(parent, title, message, f"存放位置：{target.parent}")
