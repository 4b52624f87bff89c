"""Files → canonical text. What a file is, is told by its bytes; its name may lie.

`read` either returns text or raises `Unreadable`, whose Chinese message says what is wrong and what to do. The file is
only ever read.
"""

from __future__ import annotations

from pathlib import Path

from assistant.reading import LARGEST, Reading, Unreadable


def read(path: Path) -> Reading:
    """Read a Word, text or Markdown file. Raises Unreadable."""
    data = load_bytes(path)
    if data.startswith(b"PK\x03\x04"):
        from assistant.files.readers import docx

        return docx.read(data)
    for magic, message in _REFUSED:
        if data.lstrip()[: len(magic)].lower() == magic and (magic not in _DOUBTFUL or b"\0" in data[:4096]):
            raise Unreadable(message)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in data else _OLD_WORD)
    from assistant.files.readers import plain

    return plain.read(data)


def load_bytes(path: Path) -> bytes:
    """Read a file's bytes. Raises Unreadable with the reason in Chinese."""
    try:
        if path.is_dir():
            raise Unreadable("这是一个文件夹，请选择其中的文件。")
        if path.stat().st_size > LARGEST:
            raise Unreadable("文件超过64兆，不像是一份对照检查材料。请确认选的是不是这个文件。")
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("没有找到这个文件，可能已被移走或改名。请重新选择。") from None
    except PermissionError:
        raise Unreadable(
            "没有读取这个文件的权限，或它正被别的程序独占。请关闭占用它的程序，或复制到「文档」后再打开。"
        ) from None
    except OSError as error:
        raise Unreadable(
            f"读取文件时出错（{error.strerror or error}）。请检查U盘或网络盘是否还连着，然后再试。"
        ) from None
    if not data.strip(_NOTHING):
        raise Unreadable("文件是空的，里面没有内容。请确认选的是不是这个文件。")
    return data


_NOTHING = b"\x00\xef\xbb\xbf\xff\xfe"  # zeros and byte order marks
_DOUBTFUL = (b"bm6", b"mz", b"\xdb\xa5", b"\x31\xbe")  # text may begin so too; only with zero bytes it is no text
_SAVE_AS = "请用WPS或Word打开它，「另存为」选「Word 文档（.docx）」，再打开新存的文件。"
_ENCRYPTED = "文件设了打开密码。请先用WPS或Word凭密码打开，去掉密码后另存一份，再打开新存的文件。"
_OLD_WORD = f"这是旧格式的文件（.doc、.wps等），暂不能直接读。{_SAVE_AS}"
_PICTURE = "这是图片。请用能识别文字的软件转成Word，或照着录入。"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\", f"这是RTF格式的文件，暂不能直接读。{_SAVE_AS}"),
    (b"%pdf", "这是PDF文件，暂不能直接读。请用WPS的「PDF转Word」转成.docx，核对文字后再打开。"),
    (b"\x89png", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"gif8", _PICTURE),
    (b"bm6", _PICTURE),
    (b"ii*\x00", _PICTURE),
    (b"rar!", "这是压缩包。请先解压，再打开里面的文件。"),
    (b"7z\xbc\xaf", "这是压缩包。请先解压，再打开里面的文件。"),
    (b"\x1f\x8b", "这是压缩包。请先解压，再打开里面的文件。"),
    (b"\xdb\xa5", _OLD_WORD),
    (b"\x31\xbe", _OLD_WORD),
    (b"<!doctype html", "这是网页文件。请用浏览器打开，复制正文后粘贴到程序里。"),
    (b"<html", "这是网页文件。请用浏览器打开，复制正文后粘贴到程序里。"),
    (b"<?xml", f"这是XML文件，不能直接读。{_SAVE_AS}"),
    (b"mz", "这是程序文件，不是文档。请重新选择。"),
    (b"\x7felf", "这是程序文件，不是文档。请重新选择。"),
)
