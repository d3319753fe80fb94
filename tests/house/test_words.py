"""The words on screen: respectful, formal, and never those that judge (docs/design.md sections 2 and 3)."""

import ast
import re
from pathlib import Path

from tests.house.house import room_of, sources, tree

JUDGING = ("terburuk", "pelanggaran", "bersalah", "diam", "rapor", "utang")
INFORMAL = ("kamu", "anda", "kalian", "nggak", "gak")
SCREEN_ROOMS = {"ui", "pages", "answers", "charts", "exports", "intake", "loaders", "dashboard.py", "access", "store"}


def strings(path: Path) -> list[str]:
    """The texts of a file that are not docstrings."""
    module = tree(path)
    holders = [node for node in ast.walk(module) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    notes = {id(holder.value) for holder in holders}
    constants = [node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in notes]
    return [node.value for node in constants if isinstance(node.value, str)]


def test_words_on_screen_neither_judge_nor_address_informally() -> None:
    pattern = re.compile(rf"\b({'|'.join(JUDGING + INFORMAL)})\b", re.IGNORECASE)
    shown = [path for path in sources() if room_of(path) in SCREEN_ROOMS]
    assert [(str(path), text) for path in shown for text in strings(path) if pattern.search(text)] == []


def test_strings_leave_docstrings_out() -> None:
    found = strings(Path("ui/empty.py"))
    assert "DATA CONTOH – REKAAN" in found
    assert tree(Path("ui/empty.py")).body[0].value.value not in found
