"""How the code reads: lengths, first lines, where the clock is read, and that nothing pins a registry."""

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.house.house import ROOT, TREES, imports, room_of, sources, tree
from ui.places import DEFAULT, PLACES, Place

CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
ENTRY_POINTS = {"dashboard.py", "ui/state.py"}
HOUSE = [path for path in sources() if room_of(path) not in TREES]


def found_in(paths: Iterable[Path], look: Callable[[Path], Any]) -> dict[str, Any]:
    """What a look finds in each file, for the files in which it finds anything: one test a rule, for thousands of tests
    of one file each took longer to hand out than to run."""
    return {str(path): found for path in paths if (found := look(path))}


def lines_too_many(path: Path) -> int:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    return lines if lines > (80 if room_of(path) == "pages" else 300) else 0


def test_files_are_short() -> None:
    assert found_in(sources(), lines_too_many) == {}


def long_functions(path: Path) -> dict[str, int]:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    return {name: lines for name, lines in lengths.items() if lines > 40}


def test_functions_are_short() -> None:
    assert found_in(sources(), long_functions) == {}


def test_first_line_says_what_the_file_is_for() -> None:
    assert found_in(sources(), lambda path: len((ast.get_docstring(tree(path)) or "").split("\n")[0]) <= 10) == {}


def undocumented(path: Path) -> list[str]:
    public = [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    return [node.name for node in public if not ast.get_docstring(node)]


def test_public_functions_have_a_docstring() -> None:
    assert found_in(HOUSE, undocumented) == {}


def clock_reads(path: Path) -> set[tuple[str, str]]:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    reads = {
        (call.value.id, call.attr)
        for call in calls
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)
    }
    return reads & CLOCK


def test_clock_is_read_at_entry_points_only() -> None:
    others = [
        path
        for path in HOUSE
        if path.as_posix() not in ENTRY_POINTS and room_of(path) != "pages" and path.name != "__main__.py"
    ]
    assert found_in(others, clock_reads) == {}
    assert clock_reads(Path("ui/state.py")) == {("datetime", "now")}


def broad_handlers(path: Path) -> list[int]:
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    return [h.lineno for h in handlers if h.type is None or (isinstance(h.type, ast.Name) and h.type.id == "Exception")]


def test_errors_are_named() -> None:
    assert found_in(sources(), broad_handlers) == {}


def test_no_plotly_express() -> None:
    """It costs ten times a plain dict (design.md section 1: charts/screen.py makes dicts)."""
    assert found_in(HOUSE, lambda path: "plotly.express" in (ROOT / path).read_text(encoding="utf-8")) == {}
    elsewhere = [path for path in HOUSE if room_of(path) not in {"charts", "ui", "exports"}]
    assert found_in(elsewhere, lambda path: "plotly" in set(imports(path))) == {}


def test_every_page_is_in_the_menu() -> None:
    files = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert files == {place.name for place in PLACES}
    assert DEFAULT in files


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_page_asks_for_its_role_first(place: Place) -> None:
    """The menu only routes; a page calls enter() with its own name before anything else is shown."""
    calls = [node for node in ast.walk(tree(Path(f"pages/{place.name}.py"))) if isinstance(node, ast.Call)]
    first = min((call for call in calls), key=lambda call: (call.lineno, call.col_offset))
    assert ast.unparse(first.func).endswith("enter")
    assert [ast.literal_eval(argument) for argument in first.args] == [place.name]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements.in", "requirements-dev.in"])
def test_requirements_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?://|--index-url|--extra-index-url|--find-links", text) == []
