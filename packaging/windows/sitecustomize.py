"""For the bench alone, mend what differs from Windows.

Wine's locking() fails without saying why where that of Windows says that access is denied; Qt's offscreen platform
reads no collections, which is all the fonts there are, and Wine hands on no QT_* variables.
"""

import errno
import msvcrt
import os
import sys

os.environ.setdefault("QT_QPA_FONTDIR", rf"{sys.prefix}\fonts")

_of_wine = msvcrt.locking


def _locking(descriptor: int, mode: int, count: int) -> None:
    try:
        _of_wine(descriptor, mode, count)
    except OSError as error:
        if error.errno == 0:
            raise PermissionError(errno.EACCES, "Permission denied") from None
        raise


msvcrt.locking = _locking
