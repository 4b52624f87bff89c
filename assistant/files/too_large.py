"""How large a file and how long a text may be, and what is said of those that are more."""

from __future__ import annotations

LARGEST = 64 * 1024 * 1024
"""Bytes beyond which no self-examination material goes; larger files are refused instead of filling the memory."""

MOST_READ = 4_000_000
"""Characters of a file beyond which a text is no material, nor a folder's materials in one file."""

MOST_CHARACTERS = 200_000
"""Beyond this looking at the text keeps the window waiting for a second or more; forty materials have as many."""

_ASKED = "似不是对照检查材料。请确认所选的文件是否正确。"
FILE_TOO_LARGE = f"文件超过{LARGEST >> 20}兆，{_ASKED}"
CONTENT_TOO_LARGE = f"文件的内容太多，{_ASKED}"
PASTED_TOO_LONG = f"没有粘贴：粘贴后全文超过{MOST_CHARACTERS // 10_000}万字，超出一份材料的篇幅。请只复制要用的部分。"


def text_too_long(characters: int) -> str:
    """Say of a file that was read that its text is longer than the window takes, and what can be done."""
    return (
        f"文件有约{characters // 10_000}万字，窗口里一次最多打开{MOST_CHARACTERS // 10_000}万字。"
        "请在Word或WPS里把要写的那一份另存为一个文件，再打开；"
        "要检查许多人的材料，请一人一份存在一个文件夹里，再用“检查—检查一批文件”。"
    )
