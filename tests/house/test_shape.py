"""How the code reads: lengths, first lines, where the clock is read, and that nothing pins a registry."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.house import ROOT, TREES, imports, room_of, sources, tree
from ui.places import DEFAULT, PLACES, Place

CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
ENTRY_POINTS = {"dashboard.py", "ui/state.py"}
HOUSE = [path for path in sources() if room_of(path) not in TREES]


@pytest.mark.parametrize("path", sources(), ids=str)
def test_file_is_short(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    assert lines <= (80 if room_of(path) == "pages" else 300)


@pytest.mark.parametrize("path", sources(), ids=str)
def test_functions_are_short(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


@pytest.mark.parametrize("path", sources(), ids=str)
def test_first_line_says_what_the_file_is_for(path: Path) -> None:
    assert len((ast.get_docstring(tree(path)) or "").split("\n")[0]) > 10


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_public_functions_have_a_docstring(path: Path) -> None:
    public = [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_clock_is_read_at_entry_points_only(path: Path) -> None:
    if path.as_posix() in ENTRY_POINTS or room_of(path) == "pages" or path.name == "__main__.py":
        return
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    reads = [
        (call.value.id, call.attr)
        for call in calls
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)
    ]
    assert set(reads) & CLOCK == set()


@pytest.mark.parametrize("path", sources(), ids=str)
def test_errors_are_named(path: Path) -> None:
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    broad = [
        h.lineno for h in handlers if h.type is None or (isinstance(h.type, ast.Name) and h.type.id == "Exception")
    ]
    assert broad == []


@pytest.mark.parametrize("path", HOUSE, ids=str)
def test_no_plotly_express(path: Path) -> None:
    """It costs ten times a plain dict (design.md section 1: charts/screen.py makes dicts)."""
    assert "plotly.express" not in (ROOT / path).read_text(encoding="utf-8")
    assert room_of(path) in {"charts", "ui", "exports"} or "plotly" not in set(imports(path))


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
