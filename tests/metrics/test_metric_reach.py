"""What the public saw and answered: medians with the number of posts that have the figure, tops, and rates."""

from datetime import date, datetime
from typing import Any

import ibis
import pytest

from metrics.reach import figured, kind_medians, medians, top_posts
from tests.metrics.tables import Run, at, table

FIGURES = ("likes", "comments", "shares", "saves", "views", "reach", "impressions")
POST = {"post_key": "string", "agency_id": "string", "platform": "string", "day": "date", "published_at": "timestamp"}
NUMBERS = dict.fromkeys(FIGURES, "int64")
RECORDS = table({"post_key": "string", "upload_id": "string", **NUMBERS}, [
    ("a1", "early", 9, 5, 5, None, 300, 200, None),
    ("a1", "late", 10, 5, 5, None, 400, 200, None),
    ("a1", "latest", None, None, None, None, None, None, None),
    ("a1", "undone", 10, 5, 5, None, 400, 200, None),
    ("a2", "early", 10, None, 5, None, 400, 200, None),
    ("a2", "late", 11, None, 5, None, 400, 200, None),
    ("a3", "undone", 1, 1, 0, None, None, 0, None),
    ("a4", "late", 1, 1, 1, None, None, None, None),
    ("a1", "late", 1, 1, 1, None, 100, None, None),
    ("a2", "early", None, None, None, None, 300, None, None),
])  # fmt: skip
UPLOADS = table({"upload_id": "string", "as_of": "date", "undone_at": "timestamp"}, [
    ("early", date(2024, 11, 1), None), ("late", date(2024, 11, 5), None), ("latest", date(2024, 11, 9), None),
    ("undone", date(2024, 12, 1), datetime(2024, 12, 2)),
])  # fmt: skip


def posts(*rows: tuple[Any, ...]) -> Any:
    """Rows: key, agency, platform, day, then likes, comments, shares, views, reach; the other figures are not known."""
    return table(POST | NUMBERS, [
        (key, agency, platform, at(day), datetime(2024, 10, day), likes, comments, shares, None, views, reach, None)
        for key, agency, platform, day, likes, comments, shares, views, reach in rows
    ])  # fmt: skip


def test_a_post_lacks_interactions_and_rates_where_a_part_of_them_is_not_known(run: Run) -> None:
    published = posts(
        ("a1", "a", "facebook", 1, 10, 5, 5, 400, 200),
        ("a2", "a", "facebook", 2, 10, None, 5, 400, 200),
        ("a3", "a", "facebook", 3, 1, 1, 0, None, 0),
        ("a4", "a", "facebook", 4, None, None, None, None, None),
    )
    rows = {row["post_key"]: row for row in run(figured(published, RECORDS, UPLOADS))}
    told = {key: tuple(row[m] for m in ("interactions", "by_reach", "by_views")) for key, row in rows.items()}
    empty = (None, None, None)
    assert told == {"a1": (20, 0.1, 0.05), "a2": empty, "a3": (2, None, None), "a4": empty}
    assert {key: row["as_of"] for key, row in rows.items()} == {
        "a1": date(2024, 11, 5), "a2": date(2024, 11, 1), "a3": date(2024, 12, 1), "a4": None,
    }  # fmt: skip


def test_the_median_says_how_many_posts_have_the_figure(run: Run) -> None:
    published = posts(
        ("a1", "a", "facebook", 1, 1, 1, 1, 100, None),
        ("a2", "a", "facebook", 2, None, None, None, 300, None),
        ("a4", "a", "facebook", 3, None, None, None, None, None),
        ("a5", "a", "x", 3, 0, 0, 0, None, None),
        ("b1", "b", "facebook", 1, None, None, None, 9, 5),
    )
    rows = run(medians(figured(published, RECORDS, UPLOADS), "agency_id", "platform"))
    told = {(row["agency_id"], row["platform"]): row for row in rows}
    assert {key: (row["unggahan"], row["views_n"], row["views_median"]) for key, row in told.items()} == {
        ("a", "facebook"): (3, 2, 200.0), ("a", "x"): (1, 0, None), ("b", "facebook"): (1, 1, 9.0),
    }  # fmt: skip
    assert (told["a", "facebook"]["interactions_n"], told["a", "facebook"]["interactions_median"]) == (1, 3.0)
    assert (told["a", "x"]["interactions_n"], told["a", "x"]["interactions_median"]) == (1, 0.0)
    assert (told["b", "facebook"]["reach_median"], told["b", "facebook"]["by_reach_n"]) == (5.0, 0)
    assert (told["a", "facebook"]["first_as_of"], told["a", "facebook"]["last_as_of"]) == (
        date(2024, 11, 1), date(2024, 11, 5),
    )  # fmt: skip
    assert told["a", "facebook"]["known"] == 2
    overall = {row["platform"]: row["views_median"] for row in run(medians(figured(published, RECORDS, UPLOADS),
                                                                           "platform"))}  # fmt: skip
    assert overall == {"facebook": 100.0, "x": None}


def test_those_of_a_kind_are_compared_from_enough_posts_on(run: Run) -> None:
    by_agency = ibis.memtable([
        {"agency_id": agency, "platform": "facebook", "views_n": n, "views_median": median}
        for agency, n, median in (("a", 10, 100.0), ("b", 12, 300.0), ("c", 9, 9000.0), ("d", 10, 50.0))
    ], schema={"agency_id": "string", "platform": "string", "views_n": "int64", "views_median": "float64"})  # fmt: skip
    kinds = {"a": "dinas", "b": "dinas", "c": "dinas", "d": "kecamatan"}
    roster = table({"agency_id": "string", "kind": "string"}, list(kinds.items()))
    rows = run(kind_medians(by_agency, roster, ("views",), least=10))
    assert {row["kind"]: (row["views_opds"], row["views_median"]) for row in rows} == {
        "dinas": (2, 200.0), "kecamatan": (1, 50.0),
    }  # fmt: skip


@pytest.mark.parametrize("measure", ["views", "interactions"])
def test_the_top_posts_stand_per_platform_and_hold_no_missing_and_no_nought(run: Run, measure: str) -> None:
    published = posts(
        ("a1", "a", "facebook", 1, 1, 0, 0, 10, None),
        ("a2", "b", "facebook", 2, 2, 0, 0, 20, None),
        ("a3", "b", "facebook", 3, 2, 0, 0, 20, None),
        ("a4", "a", "facebook", 3, 0, 0, 0, 0, None),
        ("a5", "a", "facebook", 3, None, None, None, None, None),
        ("a6", "a", "tiktok", 3, 4, 0, 0, 5, None),
    )
    rows = run(top_posts(figured(published, RECORDS, UPLOADS), measure, 2))
    assert sorted((row["platform"], row["place"], row["post_key"]) for row in rows) == [
        ("facebook", 1, "a2"), ("facebook", 2, "a3"), ("tiktok", 1, "a6"),
    ]  # fmt: skip
