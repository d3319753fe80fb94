"""The calls of Ibis that we rely on, on both engines: the proof of the pins of duckdb and sqlglot."""

import atexit
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import ibis
import ibis.expr.types as ir
import pandas as pd
import psycopg
import pyarrow as pa
import pytest
from ibis import _

from store import Scope, Store
from tests.store.rows import row

POSTS = (
    ("a", datetime(2024, 10, 1, 7, 30), "c1", 10, "instagram"),
    ("a", datetime(2024, 10, 1, 19, 0), "c1", None, "facebook"),
    ("a", datetime(2024, 10, 6, 8, 15), "c2", 5, "instagram"),
    ("b", datetime(2024, 11, 30, 23, 59), "c3", 3_000_000_000, "x"),
)
"""agency_id, published_at, content_key, likes, platform; 2024-10-01 is a Tuesday, 2024-10-06 a Sunday."""


@pytest.fixture
def posts(store: Store) -> ir.Table:
    with store.write() as writer:
        writer.append(
            "posts",
            [
                row("posts", agency_id=agency, published_at=at, day=at.date(), content_key=key, likes=likes, platform=p)
                for agency, at, key, likes, p in POSTS
            ],
        )
        writer.append("agencies", [row("agencies", agency_id=name, name=f"Dinas {name}") for name in "abc"])
    return store.read(Scope()).posts


def tuples(store: Store, expression: ir.Table) -> list[tuple[Any, ...]]:
    return [tuple(line.values()) for line in store.run(expression).to_pylist()]


CASES: dict[str, tuple[Callable[[ir.Table], ir.Table], list[tuple[Any, ...]]]] = {
    "counts of rows and of distinct keys": (
        lambda t: t.group_by("agency_id").agg(n=_.count(), k=_.content_key.nunique()).order_by("agency_id"),
        [("a", 3, 2), ("b", 1, 1)],
    ),
    "count with a condition": (
        lambda t: t.agg(n=_.count(where=_.platform == "instagram"), k=_.content_key.nunique(where=_.agency_id == "a")),
        [(2, 2)],
    ),
    "sum, least, greatest of figures that may be missing": (
        lambda t: t.group_by("agency_id").agg(
            s=_.likes.sum(), least=_.likes.min(), most=_.day.max()
        ).order_by("agency_id"),
        [("a", 15, 5, date(2024, 10, 6)), ("b", 3_000_000_000, 3_000_000_000, date(2024, 11, 30))],
    ),
    "sum of nothing is missing, not nought": (
        lambda t: t.filter(_.platform == "facebook").agg(s=_.likes.sum()),
        [(None,)],
    ),
    "share of integers as a fraction": (
        lambda t: t.agg(s=_.count(where=_.agency_id == "a").cast("float64") / _.count().cast("float64")),
        [(0.75,)],
    ),
    "mean and median of figures as fractions": (
        lambda t: t.filter(_.agency_id == "a").agg(
            a=_.likes.cast("float64").mean(), m=_.likes.cast("float64").median()
        ),
        [(7.5, 7.5)],
    ),
    "division by nought is missing": (
        lambda t: t.agg(s=_.count().cast("float64") / _.count(where=_.agency_id == "z").nullif(0).cast("float64")),
        [(None,)],
    ),
    "cases": (
        lambda t: t.select(
            s=ibis.cases((_.likes.isnull(), "tidak ada"), (_.likes > 9, "banyak"), else_="sedikit"), k="content_key"
        ).order_by("k", "s"),
        [("banyak", "c1"), ("tidak ada", "c1"), ("sedikit", "c2"), ("banyak", "c3")],
    ),
    "ifelse, coalesce and fill_null": (
        lambda t: t.select(
            a=(_.likes > 9).ifelse(1, 0), b=ibis.coalesce(_.likes, 0), c=_.likes.fill_null(-1)
        ).order_by("c"),
        [(0, 0, -1), (0, 5, 5), (1, 10, 10), (1, 3_000_000_000, 3_000_000_000)],
    ),
    "month of a day": (
        lambda t: t.group_by(month=_.day.truncate("M")).agg(n=_.count()).order_by("month"),
        [(date(2024, 10, 1), 3), (date(2024, 11, 1), 1)],
    ),
    "week of a day begins on Monday": (
        lambda t: t.select(week=_.day.truncate("W")).distinct().order_by("week"),
        [(date(2024, 9, 30),), (date(2024, 11, 25),)],
    ),
    "weekday from 0 for Monday, and hour": (
        lambda t: t.select(w=_.day.day_of_week.index(), h=_.published_at.hour()).order_by(
            "w", "h"
        ),
        [(1, 7), (1, 19), (5, 23), (6, 8)],
    ),
    "parts of a date and the day of a time": (
        lambda t: t.filter(_.agency_id == "b").select(
            y=_.day.year(), m=_.day.month(), d=_.day.day(),
            whole=_.published_at.date(),
        ),
        [(2024, 11, 30, date(2024, 11, 30))],
    ),
    "days between": (
        lambda t: t.agg(d=_.day.max().delta(ibis.date(2024, 10, 1), unit="day")),
        [(60,)],
    ),
    "a range of days": (
        lambda t: t.filter(_.day.between(date(2024, 10, 2), date(2024, 11, 30))).agg(n=_.count()),
        [(2,)],
    ),
    "the row before in time": (
        lambda t: t.filter(_.agency_id == "a").mutate(
            before=_.day.lag().over(group_by="agency_id", order_by="published_at")
        ).select("day", "before").order_by("day", _.before.asc(nulls_first=True)),
        [
            (date(2024, 10, 1), None),
            (date(2024, 10, 1), date(2024, 10, 1)),
            (date(2024, 10, 6), date(2024, 10, 1)),
        ],
    ),
    "row numbers and ranks": (
        lambda t: t.mutate(
            r=ibis.row_number().over(group_by="agency_id", order_by=ibis.desc("published_at"))
        ).filter(_.r == 0).select("agency_id", "content_key").order_by("agency_id"),
        [("a", "c2"), ("b", "c3")],
    ),
    "share of a whole by window": (
        lambda t: t.group_by("agency_id").agg(n=_.count()).mutate(
            of_all=_.n.cast("float64") / _.n.sum().over(ibis.window()).cast("float64")
        ).order_by("agency_id"),
        [("a", 3, 0.75), ("b", 1, 0.25)],
    ),
    "membership and its opposite": (
        lambda t: t.filter(_.platform.isin(["x", "facebook"]), ~_.agency_id.isin(["a"])).select("content_key"),
        [("c3",)],
    ),
    "membership in nothing": (lambda t: t.filter(_.platform.isin([])).select("content_key"), []),
    "search in text whatever its case": (
        lambda t: t.filter(_.caption.lower().contains("antrean"), _.caption.ilike("%DARING%")).agg(n=_.count()),
        [(4,)],
    ),
    "length and joining of text": (
        lambda t: t.filter(_.agency_id == "b").select(
            n=_.caption.length(), s=_.agency_id + "-" + _.platform
        ),
        [(21, "b-x")],
    ),
    "union of two tables": (
        lambda t: ibis.union(t.select("platform"), t.select("platform"), distinct=True).order_by("platform"),
        [("facebook",), ("instagram",), ("x",)],
    ),
    "limit with an offset": (lambda t: t.order_by("published_at").limit(1, offset=3).select("content_key"), [("c3",)]),
    "texts of a group in one": (
        lambda t: t.filter(_.agency_id == "a").group_by("agency_id").agg(
            s=_.platform.group_concat(sep=";", order_by=_.published_at)
        ),
        [("a", "instagram;facebook;instagram")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_expressions_mean_the_same_on_both_engines(store: Store, posts: ir.Table, case: str) -> None:
    build, expected = CASES[case]
    assert tuples(store, build(posts)) == expected


def test_silent_days_count_by_joins_with_tables_in_memory(store: Store, posts: ir.Table) -> None:
    days = ibis.memtable(pd.DataFrame({"day": [date(2024, 10, 5), date(2024, 10, 6)]}), schema={"day": "date"})
    agencies = store.read(Scope()).agencies.select("agency_id", "name")
    counts = posts.group_by("agency_id", "day").agg(unggahan=_.count())
    grid = agencies.cross_join(days).left_join(counts, ["agency_id", "day"])
    tidy = grid.select("name", "day", unggahan=_.unggahan.fill_null(0)).filter(_.name != "Dinas b")
    assert tuples(store, tidy.order_by("name", "day")) == [
        ("Dinas a", date(2024, 10, 5), 0),
        ("Dinas a", date(2024, 10, 6), 1),
        ("Dinas c", date(2024, 10, 5), 0),
        ("Dinas c", date(2024, 10, 6), 0),
    ]


def test_days_can_be_made_in_the_database(store: Store) -> None:
    days = (
        ibis.range(ibis.timestamp("2024-10-30"), ibis.timestamp("2024-11-02"), ibis.interval(days=1))
        .unnest()
        .name("day")
    )
    assert store.run(days.as_table().mutate(day=_.day.cast("date")).order_by("day"))["day"].to_pylist() == [
        date(2024, 10, 30),
        date(2024, 10, 31),
        date(2024, 11, 1),
    ]


def test_an_empty_table_in_memory_keeps_its_types(store: Store, posts: ir.Table) -> None:
    nobody = ibis.memtable([], schema={"agency_id": "string", "since": "date"})
    joined = store.run(posts.left_join(nobody, "agency_id").select("agency_id", "since"))
    assert joined.schema == pa.schema([("agency_id", pa.string()), ("since", pa.date32())])
    assert joined.num_rows == 4


def test_a_table_in_memory_can_be_used_again_and_leaves_nothing_behind(store: Store, posts: ir.Table) -> None:
    names = ibis.memtable({"agency_id": ["a"]})
    waiting = atexit._ncallbacks()
    for _round in range(3):
        assert store.run(posts.join(names, "agency_id").count()).as_py() == 3
    assert atexit._ncallbacks() == waiting
    tables = store._engine.rows("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'ibis%'")
    assert tables == []


def test_tables_columns_and_single_values_come_as_arrow(store: Store, posts: ir.Table) -> None:
    table = store.run(posts.select("day", "likes", "published_at", "is_repost"))
    types = [pa.date32(), pa.int64(), pa.timestamp("us"), pa.bool_()]
    assert [field.type for field in table.schema] == types
    assert sorted(store.run(posts.platform).to_pylist()) == ["facebook", "instagram", "instagram", "x"]
    assert store.run(posts.count()).as_py() == 4
    assert store.run(posts.filter(_.agency_id == "none").likes.max()).as_py() is None
    assert store.run(posts.likes.sum()).as_py() == 3_000_000_015


def test_ibis_lists_and_describes_the_tables_of_both_engines(store: Store, engine: str, store_columns: dict) -> None:
    assert store_columns["targets"] == {
        "target_id": "string", "agency_id": "string", "kind": "string", "from_day": "date", "number": "int32",
        "counts": "string", "days": "string", "basis": "string", "sample": "boolean",
        "without_reposts": "boolean", "without_greetings": "boolean",
    }  # fmt: skip
    assert {name: str(kind) for name, kind in store.read(Scope()).targets.schema().items()} == store_columns["targets"]


@pytest.fixture
def store_columns(store: Store, engine: str) -> dict[str, dict[str, str]]:
    """Table → column → type without its "not null" sign, as Ibis itself reads them."""
    if engine == "duckdb":
        backend = ibis.duckdb.from_connection(store._engine.cursor())
    else:
        backend = ibis.postgres.from_connection(psycopg.connect(store._engine._url, autocommit=True))
    names = backend.list_tables()
    schemas = {name: backend.table(name).schema() for name in names}
    backend.disconnect()
    return {name: {c: str(kind).lstrip("!") for c, kind in schema.items()} for name, schema in schemas.items()}
