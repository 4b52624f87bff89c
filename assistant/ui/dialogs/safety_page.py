"""本机安全: what is where, who can read it, how to clear it, and that no network code is inside."""

from __future__ import annotations

import os
import sys
from html import escape
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from assistant import paths
from assistant.files import former_states, housekeeping, journals, kept_views
from assistant.ui import screens
from assistant.ui.dialogs.clearing import amount

_NETWORK = ("socket", "ssl", "http.client", "urllib.request", "ftplib", "smtplib", "asyncio", "PySide6.QtNetwork")
_FORMER_STATES = (
    f"每次保存时留一份，供“文件—找回以前保存的版本”使用；最近{former_states.LAST}份都保留，较早的按小时、按天择要保留，"
    f"每份草稿至多{former_states.MOST}份、{former_states.MOST_BYTES // 1_000_000}兆"
)
_PLACES = (
    ("以前保存的版本", "backups", _FORMER_STATES),
    (
        "断电备份",
        "journals",
        f"没有保存的草稿、批评意见、本次要求每{journals.BEAT:g}秒备份一次，保存或正常关闭后即删除",
    ),
    ("导入和填写的本次要求", "requirements", "“要求—全部要求”里本人导入、填写的各份"),
    (
        "去年的材料",
        "references",
        "新建材料时所选去年材料和整改清单的文字，供对照使用；草稿里只写它的名称和核对用的编号",
    ),
    (
        "文件夹的收交记录",
        "folders",
        "记下哪个文件夹里谁的材料已退回、已收、已报书记，还有修改过的退回意见；原文件夹不改动",
    ),
    (
        "上次的检查结果",
        "views",
        f"关闭草稿时的提纲和光标处的检查结果，下次打开这份草稿时先显示，随即重新检查；只留本机保存过的草稿，至多{kept_views.MOST}份",
    ),
    ("设置", "settings.json", "窗口大小、最近的文件、填过的单位、职务、姓名"),
    ("原文件的位置", "origins.json", "草稿是从哪个文件打开修改的；草稿里只写那个文件的名称和核对用的编号"),
)


class SafetyPage(QDialog):
    """The page; all that it says of this machine is looked up when it is opened."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("本机安全")
        screens.open_at(self, 720, 600)
        self._page = QTextBrowser()
        self._page.setOpenLinks(False)
        self._page.setHtml(page())
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page, 1)
        layout.addWidget(buttons)

    def told(self) -> str:
        """Give the page as plain text."""
        return self._page.toPlainText()


def page() -> str:
    """Write the page, as HTML."""
    home = paths.home()
    rows = "".join(
        f"<li><b>{name}</b>（{_size(home / where)}）：{escape(str(home / where))}<br>{what}。</li>"
        for name, where, what in _PLACES
    )
    return f"""
<h3>涉密内容请勿在本机起草</h3>
<p>本程序离线运行，但不能防范电脑本身的病毒、远程控制和他人用同一账户登录。</p>
<h3>写的内容在哪里</h3>
<p>草稿（.duizhao）和Word文件在保存时选的文件夹里。草稿里有正文、随记、忽略过的提示、另存和导出时留下的各稿等；
导出的Word里没有这些。要把草稿交给他人，请用“文件—另存一份可传阅的草稿”，里面只有正文和本次要求。
此外，程序在本人账户的文件夹里留存：</p>
<ul>{rows}</ul>
<h3>谁能看到</h3>
<p>{_readers()}草稿不设密码，以免忘记密码后无法打开。不希望他人看到的，请设置系统登录密码，或者存在加密的U盘里随身保管。</p>
<h3>怎样清除</h3>
<ul>
<li>“文件—清理本机留存的内容…”：列出各项内容的数量和大小，勾选后清除。草稿已经删除的，它以前保存的版本也列在其中。</li>
<li>“文件—公用电脑：关闭后清除副本”：不记最近的文件，关闭窗口后清除以上各项（本次要求除外）；草稿本身不受影响。</li>
<li>删除的草稿可能还在系统的回收站里，清空回收站即可。</li>
</ul>
<h3>不联网</h3>
<p>程序里没有联网的代码，不登录、不上传、不自动更新。可以这样核实：</p>
<ul>
<li>此刻程序装入的模块里，{_loaded()}。</li>
<li>程序本身的代码只使用下列组件，每次改动程序都逐一核对，用到其他组件的不予发布：{escape("、".join(housekeeping.components()))}。</li>
<li>{_files()}</li>
</ul>
"""


def _size(path: Path) -> str:
    size = housekeeping.size_of(path)
    return amount(size) if size else "没有"


def _readers() -> str:
    if os.name == "posix":
        return "这些文件夹只有本人的账户可以进入。里面的文件，以及新保存的草稿和新导出、打印成的文件，只有本人可以读写，存到U盘和与他人共用的文件夹里的除外。管理员可以看到。"
    return "这些内容都在本人Windows账户的文件夹里，同一台电脑上的其他普通账户不能读取，管理员可以看到。"


def _loaded() -> str:
    found = [name for name in _NETWORK if name in sys.modules]
    names = "、".join(_NETWORK)
    return f"有{'、'.join(found)}（由系统组件带入，程序没有使用）" if found else f"没有用于联网的（{names}）"


def _files() -> str:
    if getattr(sys, "frozen", False):
        return f"随程序安装的全部文件都在{escape(str(Path(sys.executable).parent))}，里面没有联网用的库（如QtNetwork、libssl）。"
    return "安装包里的每一个文件都在清单上（packaging/contents.toml），其中没有联网用的库。"
