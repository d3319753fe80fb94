"""Good files with bytes changed, lost, doubled or swapped end in posts or in a sentence, whatever comes of them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import Loaded, Options, RefusedError
from loaders.child import read_apart
from tests.safety.crafted import ROWS, good, text_csv
from tests.safety.packing import SHEET, SHEET_END, XML, workbook

Change = tuple[float, int, bytes]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=6
)  # where, how many bytes go, which come
SHEET_XML = XML + SHEET + ROWS + SHEET_END


def changed(content: bytes, changes: list[Change]) -> bytes:
    """The content after these changes, each at its share of the length."""
    for where, gone, come in changes:
        at = int(where * len(content))
        content = content[:at] + come + content[at + gone :]
    return content


def ends_well(content: bytes, name: str) -> None:
    try:
        loaded = read_apart(content, Options("Asia/Jakarta", dt.date(2025, 1, 15), name))
    except RefusedError as refusal:
        assert f"“{name}”" in str(refusal)
        assert "Mohon " in str(refusal) or "mohon " in str(refusal)
        # A limit may end the child, an error of ours may not.
        assert "Traceback" not in str(refusal.__cause__) or "MemoryError" in str(refusal.__cause__)
        return
    assert isinstance(loaded, Loaded)
    loaded.keyed()


@settings(max_examples=40, deadline=None)
@given(CHANGES)
def test_changed_workbook(changes: list[Change]) -> None:
    ends_well(changed(good(), changes), "log.xlsx")


@settings(max_examples=40, deadline=None)
@given(CHANGES)
def test_changed_sheet_in_a_sound_workbook(changes: list[Change]) -> None:
    ends_well(workbook(sheet=changed(SHEET_XML, changes)), "log.xlsx")


@settings(max_examples=40, deadline=None)
@given(CHANGES)
def test_changed_csv(changes: list[Change]) -> None:
    ends_well(changed(text_csv(), changes), "log.csv")


@pytest.mark.long
@settings(max_examples=600, deadline=None)
@given(CHANGES, st.sampled_from(["book", "sheet", "csv"]))
def test_many_changes(changes: list[Change], kind: str) -> None:
    content = {"book": good(), "sheet": SHEET_XML, "csv": text_csv()}[kind]
    content = changed(content, changes)
    ends_well(workbook(sheet=content) if kind == "sheet" else content, "log.csv" if kind == "csv" else "log.xlsx")
