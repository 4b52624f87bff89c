"""For the bench alone: Wine's locking() fails without saying why where that of Windows says that access is denied."""

import errno
import msvcrt

_of_wine = msvcrt.locking


def _locking(descriptor: int, mode: int, count: int) -> None:
    try:
        _of_wine(descriptor, mode, count)
    except OSError as error:
        if error.errno == 0:
            raise PermissionError(errno.EACCES, "Permission denied") from None
        raise


msvcrt.locking = _locking
