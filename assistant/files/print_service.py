"""Where the list of printers is asked for: on Linux at the socket of this machine's CUPS.

Where that socket is not there, its library would try the machine itself over TCP, a dozen times; a program that says it
has no connection opens none. Whoever administers the machine may have named a print server: that is left as it is.
Source: client.conf(5) and cups(1) of OpenPrinting CUPS.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = "CUPS_SERVER"
_SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
_SETTINGS = (Path("/etc/cups/client.conf"), Path(".cups/client.conf"))  # the second below the home
_TOLD = re.compile(rb"^\s*ServerName\s+\S", re.IGNORECASE | re.MULTILINE)


@contextmanager
def of_this_machine() -> Iterator[None]:
    """Let printers be asked for at this machine's own service alone; programs that are begun later know nothing of it."""
    if not sys.platform.startswith("linux") or _is_told():
        yield
        return
    os.environ[_NAME] = str(next((each for each in _SOCKETS if each.exists()), _SOCKETS[0]))
    try:
        yield
    finally:
        os.environ.pop(_NAME, None)


def _is_told() -> bool:
    """Tell whether the machine or its user has named the print server."""
    if os.environ.get(_NAME):
        return True
    for each in _SETTINGS:
        with suppress(OSError, RuntimeError):
            if _TOLD.search((Path.home() / each).read_bytes()):
                return True
    return False
