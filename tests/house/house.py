"""What the tests of the house read: the source files, and the import table of docs/design.md."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREES = ("tests", "benchmarks", "sample_data")
"""Folders that may import anything of ours: they prove, measure and fill the house."""


@cache
def sources() -> tuple[Path, ...]:
    """Every Python file of the project, relative to its root."""
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
    return tuple(sorted(path for path in found if not any(part.startswith(".") for part in path.parts)))


def room_of(path: Path) -> str:
    """The room that a file stands in: its folder at the root, or the file itself."""
    return path.parts[0] if len(path.parts) > 1 else path.name


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The first name of every module that a file imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.ImportFrom):
            yield room_of(path)


@cache
def table() -> dict[str, frozenset[str]]:
    """Section 1 of the design: room → the rooms that it may import, all by their bare names (posts, ui, dashboard)."""
    section = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("## 1. The house")[1].split("\n## ")[0]
    rules = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        names = re.findall(r"`([\w.]+)/?`", cells[0])
        if not line.startswith("|") or not names or len(cells) < 3:
            continue
        allowed = frozenset(re.findall(r"\w+", cells[2].replace("–", "")))
        rules |= {name.removesuffix(".py"): allowed for name in names}
    return rules
