"""The copies of closed months bear every column of the table that they copy, on both engines."""

import pytest

from store import Scope, Store
from store.closed import REVISED, SPANS, WHOLE


@pytest.mark.parametrize("name", sorted({*SPANS, *WHOLE, *REVISED, "accounts"}))
def test_a_copy_has_the_columns_of_its_table(store: Store, name: str) -> None:
    tables = store.read(Scope())
    own = {"closing_id", "objection_id"} if name in REVISED else {"closing_id"}
    copied = dict(getattr(tables, f"closed_{name}").schema().items())
    assert set(copied) - own == set(getattr(tables, name).columns)
    assert {column: copied[column] for column in getattr(tables, name).columns} == dict(
        getattr(tables, name).schema().items()
    )
