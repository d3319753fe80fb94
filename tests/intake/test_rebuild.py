"""What uploads leave in the posts, step by step, is what all records give at once."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.placing import decided_in
from intake.rebuild import posts_of, with_contents, with_post_keys
from intake.slices import from_arrow
from intake.standing import settle, with_decisions
from store import Scope, Store
from tests.intake.made import draft_of, post, rows_of, take, wipe

LINKS = {
    "instagram": [
        "",
        "https://www.instagram.com/p/AAAAAAAAAA1/",
        "https://www.instagram.com/dinas.a/",
        "instagr.am/p/B",
    ],
    "facebook": [
        "",
        "https://www.facebook.com/dinas.a/posts/1111111",
        "https://www.facebook.com/dinas.a/posts/2222222",
        "https://www.facebook.com/share/p/aaaaaa1/",
        "https://www.facebook.com/share/p/bbbbbb2/",
    ],
}
Upload = tuple[int, list[dict[str, Any]]]


def rebuild_all(store: Store, sample: bool = False) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Records with their post_key and the posts, from all stored records at once, by the functions that intake uses."""
    tables = store.read(Scope(sample=sample))
    records = from_arrow(store.run(tables.records)).drop(columns="post_key")
    uploads = from_arrow(store.run(tables.uploads.filter(tables.uploads.undone_at.isnull())))
    told = records.merge(uploads[["upload_id", "as_of", "uploaded_at"]], on="upload_id")
    keyed = with_post_keys(told)
    with store.write(quiet=True) as writer:
        decided = decided_in(writer, sample)
    return keyed, with_contents(with_decisions(posts_of(keyed), decided, settle(decided, keyed)))


def plain_rows(posts: pd.DataFrame, columns: list[str]) -> list[tuple[Any, ...]]:
    """Rows as plain values in these columns, sorted; missing is None."""
    rows = posts[columns].astype(object).where(posts[columns].notna(), None)
    return sorted(map(tuple, rows.to_numpy().tolist()), key=repr)


def assert_equal_to_full_rebuild(store: Store) -> None:
    tables = store.read(Scope())
    stored, records = from_arrow(store.run(tables.posts)), from_arrow(store.run(tables.records))
    keyed, posts = rebuild_all(store)
    assert plain_rows(records, ["record_id", "post_key"]) == plain_rows(keyed, ["record_id", "post_key"])
    columns = sorted(stored.columns)
    assert set(columns) == set(posts.columns)
    assert plain_rows(stored, columns) == plain_rows(posts, columns)


@st.composite
def log_rows(draw: st.DrawFn) -> dict[str, Any]:
    platform = draw(st.sampled_from(sorted(LINKS)))
    return post(
        draw(st.integers(1, 6)),
        platform,
        draw(st.sampled_from(["Dinas A", "Dinas A", "Dinas B"])),
        hour=draw(st.sampled_from([0, 0, 8])),
        link=draw(st.sampled_from(LINKS[platform])),
        post_id=draw(st.sampled_from(["", "", "", "1111111", "333"])),
        caption=draw(st.sampled_from(["", "Rapat kerja", "Rapat kerja", "Gotong royong"])),
        likes=draw(st.sampled_from([None, 1, 2])),
        topic_said=draw(st.sampled_from(["", "", "Seremonial"])),
        bidang_said=draw(st.sampled_from(["", "", "Umum"])),
    )


uploads_of_any_kind = st.lists(
    st.tuples(st.integers(1, 3), st.lists(log_rows(), min_size=1, max_size=6)), min_size=2, max_size=4
)


def play(store: Store, uploads: list[Upload]) -> None:
    """Take the uploads in one after the other (a file of the same bytes once) and compare after the last."""
    wipe(store)
    known: set[str] = set()
    for number, (day, rows) in enumerate(uploads):
        if (sha256 := draft_of(rows).sha256) not in known:
            known.add(sha256)
            take(store, *rows, at=number, as_of=dt.date(2024, 11, day))
    assert_equal_to_full_rebuild(store)


FACEBOOK = LINKS["facebook"]
TWO_PLAIN_TWO_SHORT = [
    (1, [post(1, "facebook", link=link, caption="Rapat kerja") for link in FACEBOOK[1:]]),
    (
        1,
        [
            post(1, "facebook", link=FACEBOOK[2], caption="Gotong royong"),
            post(1, "facebook", link=FACEBOOK[4], caption="Senam pagi"),
        ],
    ),
]
"""The second file touches the second post and the second short link by address, but not the text of the first file."""


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(uploads_of_any_kind)
def test_posts_equal_the_full_rebuild(store: Store, uploads: list[Upload]) -> None:
    play(store, uploads)


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(uploads_of_any_kind)
def test_posts_equal_the_full_rebuild_in_many_cases(duckdb_store: Store, uploads: list[Upload]) -> None:
    play(duckdb_store, uploads)


def test_text_that_two_posts_share_goes_to_the_first_still(store: Store) -> None:
    play(store, TWO_PLAIN_TWO_SHORT)
    assert len(rows_of(store, "posts")) == 3


def test_records_without_any_name_are_posts_of_their_own(store: Store) -> None:
    """An address of an account and no text: nothing says that two such rows are one post."""
    front = LINKS["instagram"][2]
    rows = [post(1, link=front, row=2), post(1, link=front, row=3), post(2, "facebook", link=front, row=3)]
    play(store, [(1, rows), (1, [post(9, link=front)])])
    assert len(rows_of(store, "posts")) == 4
