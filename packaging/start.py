"""Where the packaged program starts; PyInstaller wants a script, not a package."""

import sys

from assistant.__main__ import main

sys.exit(main())
