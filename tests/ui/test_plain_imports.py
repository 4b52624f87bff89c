"""Qt without what the program never uses of its binding, which is there all the same when it is asked."""

import subprocess
import sys
import textwrap


def test_what_only_tells_of_wrong_calls_is_loaded_by_a_wrong_call():
    script = """
        import builtins, sys
        plain = builtins.__import__
        from assistant.ui import plain_imports
        assert builtins.__import__ is plain
        from PySide6.QtCore import QPoint
        names = [f"shibokensupport.signature.{name}" for name in ("parser", "layout", "lib.pyi_generator")]
        print([type(sys.modules[name]).__name__ for name in names], "logging" in sys.modules)
        try:
            QPoint("a")
        except TypeError as error:
            print(error)
        print([type(sys.modules[name]).__name__ for name in names])
        from PySide6.support.signature import get_signature, parser
        print(get_signature(QPoint.x), sys.modules["PySide6.support.signature.parser"] is parser)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    assert lines[0] == "['_Later', '_Later', '_Later'] False"
    assert lines[1:4] == [
        "'PySide6.QtCore.QPoint.__init__' called with wrong argument types:",
        "  PySide6.QtCore.QPoint.__init__(str)",
        "Supported signatures:",
    ]
    assert len(lines[4:-2]) == 3  # their order and what they name differ between versions
    assert all(line.startswith("  PySide6.QtCore.QPoint.__init__(") for line in lines[4:-2])
    assert lines[-2] == "['module', 'module', '_Later']"
    assert lines[-1].startswith("(self")
    assert lines[-1].endswith(") -> int True")
