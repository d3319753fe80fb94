"""An upload counts the known posts that tell something else since; what only repeats changes nothing."""

import datetime as dt
from typing import Any

import pytest

from store import Store
from tests.intake.made import post, rows_of, take

LINK = "https://www.facebook.com/dinas.a/posts/1111111"
NEWER = {"as_of": dt.date(2024, 11, 9)}


def again(store: Store, *rows: dict[str, Any], **changes: Any) -> tuple[int, int, int]:
    receipt = take(store, *rows, name="b", at=1, **changes)
    return receipt.accepted, receipt.repeated, receipt.changed


@pytest.mark.parametrize(
    ("first", "then", "changed"),
    [
        ({"caption": "x", "likes": 5}, {"caption": "x", "likes": 5}, 0),
        ({"caption": "x", "likes": 5}, {"caption": "x", "likes": 7}, 1),
        ({"caption": "x", "likes": 5}, {"caption": "x"}, 0),
        ({"caption": "x"}, {"caption": "x", "views": 0}, 1),
        ({"caption": "x", "link": LINK}, {"caption": "y", "link": LINK}, 1),
        ({"caption": "x"}, {"caption": "x", "link": LINK}, 1),
        ({"caption": "x", "link": LINK}, {"caption": "x", "link": LINK, "hour": 8}, 1),
        ({"caption": "x", "link": LINK}, {"caption": "x", "link": LINK, "topic_said": "Seremonial"}, 0),
    ],
)
def test_what_counts_as_changed(store: Store, first: dict[str, Any], then: dict[str, Any], changed: int) -> None:
    take(store, post(4, "facebook", **first), name="a")
    assert again(store, post(4, "facebook", **then), **NEWER) == (0, 1, changed)
    assert sorted(row["changed"] for row in rows_of(store, "uploads")) == sorted([0, changed])


def test_new_posts_are_not_changed_and_each_changed_post_counts_once(store: Store) -> None:
    take(store, post(4, caption="x", likes=1), post(5, caption="y", likes=1), name="a")
    rows = [post(4, caption="x", likes=2), post(4, caption="x", likes=2), post(6, caption="z", likes=3)]
    assert again(store, *rows, **NEWER) == (1, 2, 1)


def test_an_older_export_changes_nothing(store: Store) -> None:
    take(store, post(4, caption="x", likes=9), name="a", **NEWER)
    assert again(store, post(4, caption="x", likes=2)) == (0, 1, 0)


def test_the_audit_tells_the_four_counts(store: Store) -> None:
    take(store, post(4, caption="x", likes=1), name="a")
    again(store, post(4, caption="x", likes=2), **NEWER)
    told = sorted(row["detail"] for row in rows_of(store, "audit"))
    assert told == ["a: 1 baru, 0 berulang, 0 berubah, 0 ditolak", "b: 0 baru, 1 berulang, 1 berubah, 0 ditolak"]
