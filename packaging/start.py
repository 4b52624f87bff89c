"""Where the packaged program starts; PyInstaller wants a script, not a package."""

import multiprocessing
import sys

from assistant.__main__ import main

multiprocessing.freeze_support()  # checking a folder starts this program again as its workers
sys.exit(main())
