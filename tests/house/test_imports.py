"""Who may import whom: the table of docs/design.md section 1 against every file."""

import sys
from importlib.metadata import packages_distributions

from tests.house.house import ROOT, TREES, imports, room_of, sources, table

STREAMLIT_ROOMS = {"dashboard.py", "pages", "ui", "tests", "benchmarks"}


def test_table_was_read() -> None:
    assert table()["loaders"] == {"posts", "indonesia"}
    assert table()["metrics"] == set()
    assert table()["dashboard"] == {"access", "ui", "settings"}


def test_every_room_stands_in_the_table() -> None:
    rooms = {room_of(path).removesuffix(".py") for path in sources()}
    assert rooms - set(table()) == set()


def test_imports_only_what_the_table_allows() -> None:
    allowed, rooms = table(), set(table()) | set(TREES)
    for path in sources():
        room = room_of(path).removesuffix(".py")
        if room not in TREES:
            assert (str(path), set(imports(path)) & rooms - allowed[room] - {room}) == (str(path), set())


def test_streamlit_stays_in_its_rooms() -> None:
    others = [path for path in sources() if room_of(path) not in STREAMLIT_ROOMS]
    assert [str(path) for path in others if "streamlit" in set(imports(path))] == []


def test_no_file_of_ui_hides_a_room_or_a_library() -> None:
    """`streamlit run` puts ui/ first on sys.path, so ui/store.py would be imported for the room `store`."""
    names = {path.stem for path in (ROOT / "ui").glob("*.py")} - {"__init__"}
    taken = set(table()) | set(TREES) | set(packages_distributions()) | set(sys.stdlib_module_names)
    assert names & taken == set()


def test_nobody_imports_the_script_itself() -> None:
    """ui/menu.py runs on import; it is Streamlit's to run."""
    text = {path: (ROOT / path).read_text(encoding="utf-8") for path in sources() if room_of(path) != "tests"}
    assert [str(path) for path, source in text.items() if "ui.menu" in source or "from ui import menu" in source] == []
