"""SQL that is written once: equal questions share it, and nothing of one question reaches the answer of another."""

import datetime as dt
from pathlib import Path

import ibis
import pyarrow as pa

from store import Scope, Store, open_store
from store.statements import _statement

SETTING = {"value": "x", "version": 1, "changed_by": "Ani", "changed_at": dt.datetime(2024, 11, 5, 9)}
ROWS: dict[str, list[object]] = {"key": ["a", "b"], "number": [1, 2]}


def total(rows: dict[str, list[object]], least: int = 0) -> ibis.Table:
    """The sum of the numbers of at least `least`, in rows given."""
    table = ibis.memtable(pa.table(rows))
    return table.filter(table.number >= least).aggregate(total=table.number.sum())


def test_the_rows_given_are_those_of_this_question(store: Store) -> None:
    _statement.cache_clear()
    assert store.run(total(ROWS)).to_pylist() == [{"total": 3}]
    assert store.run(total({"key": ["c"], "number": [40]})).to_pylist() == [{"total": 40}]
    assert _statement.cache_info().misses == 1


def test_another_value_is_another_question(store: Store) -> None:
    assert store.run(total(ROWS, least=2)).to_pylist() == [{"total": 2}]
    assert store.run(total(ROWS, least=1)).to_pylist() == [{"total": 3}]


def test_other_columns_are_another_question(store: Store) -> None:
    assert store.run(total(ROWS)).to_pylist() == [{"total": 3}]
    assert store.run(total({"key": ["a"], "number": [2.5]})).to_pylist() == [{"total": 2.5}]


def test_two_tables_given_at_once_are_not_exchanged(store: Store) -> None:
    for here, there in ((1, 20), (300, 4000)):
        mine, theirs = (ibis.memtable(pa.table({"key": ["a"], "number": [number]})) for number in (here, there))
        joined = mine.join(theirs, "key").select(first=mine.number, second=theirs.number)
        assert store.run(joined).to_pylist() == [{"first": here, "second": there}]
        assert store.run(mine.union(mine).count()).as_py() == 2


def test_two_stores_share_what_is_written_and_keep_their_rows(tmp_path: Path) -> None:
    _statement.cache_clear()
    for name in ("one", "two"):
        store = open_store(f"duckdb://{tmp_path}/{name}.duckdb")
        with store.write() as writer:
            writer.append("settings", [{**SETTING, "name": name}])
        assert store.run(store.read(Scope()).settings.select("name")).to_pylist() == [{"name": name}]
        store.close()
    assert _statement.cache_info().misses == 1
