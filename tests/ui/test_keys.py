"""Keys stand in one table: no two commands share one, and no other file of the window writes one out."""

import ast
from pathlib import Path

from assistant.ui import keys

WINDOW = Path(keys.__file__).parent
TABLE = {name: value for name, value in vars(keys).items() if name.isupper() and isinstance(value, str)}
ELSEWHERE = WINDOW / "dialogs" / "keys_page.py"  # also lists what Qt itself answers


def literals(path):
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in told)


def test_no_two_commands_share_a_key():
    single = [key for value in TABLE.values() for key in keys.every(value)]

    assert sorted(single) == sorted(set(single))


def test_keys_are_written_out_in_the_table_alone():
    single = sorted((key for value in TABLE.values() for key in keys.every(value)), key=len, reverse=True)
    named = {
        f"{path.name}: {text}"
        for path in WINDOW.rglob("*.py")
        if path not in (Path(keys.__file__), ELSEWHERE)
        for text in literals(path)
        if isinstance(text, str) and any(key in text for key in single)
    }

    assert not named


def test_texts_name_the_first_key_of_a_command():
    assert keys.with_key("另存为…", keys.SAVE_AS) == "另存为（F12）"
    assert keys.spoken(keys.ENLARGE) == "Ctrl+="
    assert keys.spoken(keys.NEXT_CHANGE) == "Alt+↓"
    assert keys.spoken("Ctrl++") == "Ctrl+＋"
