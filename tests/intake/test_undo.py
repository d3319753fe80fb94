"""An upload that is undone leaves the posts as if it had never come, whatever came before and after it."""

import datetime as dt
import importlib
from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake import RefusedError, undo
from store import Scope, Store
from tests.intake.made import NOW, draft_of, everything, post, posts_in, rows_of, take, wipe
from tests.intake.test_content import contents
from tests.intake.test_rebuild import log_rows, plain_rows, rebuild_all
from tests.intake.test_same_post import DECEMBER, LINK, META, NOVEMBER, OWN

LATER = NOW + dt.timedelta(days=1)
SHARE = "https://www.facebook.com/share/p/abcdef1/"
FILES: dict[str, tuple[dt.date, list[dict[str, Any]]]] = {
    "export": (
        NOVEMBER,
        [
            post(link=LINK, **META),
            post(8, "facebook", post_id="111111111", hour=7, caption="Rapat kerja", likes=3),
            post(8, "facebook", post_id="222222222", hour=9, caption="Rapat kerja", likes=5),
        ],
    ),
    "own list": (
        DECEMBER,
        [
            post(**OWN),
            post(8, "facebook", link=SHARE, caption="Rapat kerja"),
            post(10, "instagram", caption="Rapat kerja"),
            post(6, "x", caption="Rapat kerja"),
        ],
    ),
    "links": (
        NOVEMBER,
        [
            post(link=LINK, caption="Antrean daring ditutup", likes=50),
            post(8, "facebook", link=SHARE, post_id="222222222", caption="Rapat kerja"),
            post(9, "tiktok", caption="Rapat kerja", topic_said="Seremonial"),
        ],
    ),
}
"""Three files that overlap by link, id and text, with a record that brings two posts together and konten that move."""

ORDERS = tuple(permutations(FILES))


@pytest.fixture(autouse=True)
def _ids_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """An upload is named by its minute alone, so that the same upload has the same name in another history."""
    monkeypatch.setattr(importlib.import_module("intake.commit").secrets, "token_hex", lambda size: "0" * size)


def bring(store: Store, order: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Take in those of the files that are in `names`, each at the minute of its place in `order`: name → upload_id."""
    return {
        name: take(store, *FILES[name][1], name=name, at=minute, as_of=FILES[name][0]).upload_id
        for minute, name in enumerate(order)
        if name in names
    }


def counted(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All that numbers are made of: posts with every column, coverage, and the live records with their post."""
    live = {row["upload_id"] for row in rows_of(store, "uploads") if row["undone_at"] is None}
    records = [row for row in rows_of(store, "records") if row["upload_id"] in live]
    return {"posts": rows_of(store, "posts"), "coverage": rows_of(store, "coverage"), "records": records}


def assert_posts_equal_full_rebuild(store: Store) -> None:
    posts = rebuild_all(store)[1]
    stored = store.run(store.read(Scope()).posts).to_pandas(date_as_object=True)
    columns = sorted(posts.columns)
    assert set(columns) == set(stored.columns)
    numbers = dict.fromkeys(("likes", "comments", "shares", "saves", "views", "reach", "impressions"), "float")
    assert plain_rows(stored.astype(numbers), columns) == plain_rows(posts.astype(numbers), columns)


def undo_all(store: Store, order: Sequence[str], undone: Sequence[str]) -> None:
    """Take in three files in this order, undo them in that, and compare after each with never having uploaded it."""
    uploads = bring(store, order, order)
    left = []
    for number, name in enumerate(undone):
        undo(store, Scope(), uploads[name], "Budi", LATER)
        assert_posts_equal_full_rebuild(store)
        left.append((undone[number + 1 :], counted(store)))
    for remaining, found in left:
        wipe(store)
        bring(store, order, remaining)
        assert found == counted(store)


@pytest.mark.long
def test_three_uploads_undone_on_each_engine(store: Store) -> None:
    undo_all(store, ("export", "own list", "links"), ("own list", "export", "links"))


@pytest.mark.long
def test_three_uploads_undone_in_the_order_in_which_they_came(duckdb_store: Store) -> None:
    undo_all(duckdb_store, ("links", "own list", "export"), ("links", "own list", "export"))


@pytest.mark.long
@pytest.mark.parametrize("undone", ORDERS, ids=[" - ".join(order) for order in ORDERS])
@pytest.mark.parametrize("order", ORDERS, ids=[" + ".join(order) for order in ORDERS])
def test_every_order_of_three_uploads_undone_in_every_order(
    duckdb_store: Store, order: Sequence[str], undone: Sequence[str]
) -> None:
    undo_all(duckdb_store, order, undone)


histories = st.lists(
    st.tuples(st.integers(1, 3), st.lists(log_rows(), min_size=1, max_size=5), st.sampled_from([None, None, 0, 1, 2])),
    min_size=2,
    max_size=4,
)
"""Uploads (day of export, rows), each followed by the undoing of the upload of that number, if it stands."""


def play(store: Store, history: list[tuple[int, list[dict[str, Any]], int | None]]) -> None:
    wipe(store)
    standing: dict[int, str] = {}
    known: dict[str, int] = {}
    for number, (day, rows, undone) in enumerate(history):
        sha256 = draft_of(rows).sha256
        if known.get(sha256) not in standing:
            known[sha256] = number
            standing[number] = take(store, *rows, at=number, as_of=dt.date(2024, 11, day)).upload_id
        if undone in standing:
            undo(store, Scope(), standing.pop(undone), "Budi", LATER)
    assert_posts_equal_full_rebuild(store)
    found = counted(store)
    wipe(store)
    for number in standing:
        take(store, *history[number][1], at=number, as_of=dt.date(2024, 11, history[number][0]))
    assert found == counted(store)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_undoing_in_between_equals_never_having_uploaded(
    duckdb_store: Store, history: list[tuple[int, list[dict[str, Any]], int | None]]
) -> None:
    play(duckdb_store, history)


@pytest.mark.long
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_undoing_in_between_equals_never_having_uploaded_in_many_cases(
    duckdb_store: Store, history: list[tuple[int, list[dict[str, Any]], int | None]]
) -> None:
    play(duckdb_store, history)


def test_figures_and_text_of_before_come_back(store: Store) -> None:
    take(store, post(link=LINK, hour=9, caption="Antrean dibuka", likes=10), name="a", as_of=NOVEMBER)
    newer = take(store, post(link=LINK, hour=9, caption="Antrean ditutup", likes=30), name="b", at=1, as_of=DECEMBER)
    take(store, post(link=LINK, bidang_said="Umum"), name="c", at=2, as_of=NOVEMBER)
    columns = ("caption", "likes", "bidang_said", "records")
    assert posts_in(store, *columns) == [("Antrean ditutup", 30, "Umum", 3)]
    undone = undo(store, Scope(), newer.upload_id, "Budi", LATER)
    assert (undone.file_name, undone.posts) == ("b", 0)
    assert posts_in(store, *columns) == [("Antrean dibuka", 10, "Umum", 2)]


def test_post_gets_its_former_name_back(store: Store) -> None:
    take(store, post(**OWN), name="a")
    before = posts_in(store, "post_key", "content_key")
    export = take(store, post(link=LINK, **META), name="b", at=1)
    assert posts_in(store, "post_key") == ["instagram:DAbCdEfGhIj"]
    undo(store, Scope(), export.upload_id, "Budi", LATER)
    assert posts_in(store, "post_key", "content_key") == before


def test_posts_that_a_record_brought_together_part_again(store: Store) -> None:
    take(store, post(link=LINK, caption="Satu"), post(post_id="17900000000000001", caption="Dua"), name="a")
    joining = take(store, post(link=LINK, post_id="17900000000000001", caption="Tiga"), name="b", at=1)
    assert posts_in(store, "caption") == ["Tiga"]
    assert undo(store, Scope(), joining.upload_id, "Budi", LATER).posts == -1
    assert posts_in(store, "caption", "records") == [("Dua", 1), ("Satu", 1)]


def test_konten_are_grouped_as_before(store: Store) -> None:
    take(store, post(6, "instagram", caption="Rapat"), post(7, "tiktok", caption="Rapat"), name="a")
    late = take(store, post(3, "facebook", caption="Rapat"), name="b", at=1)
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 6", 3, 0), ("tiktok 7", 7, 1)]
    assert undo(store, Scope(), late.upload_id, "Budi", LATER).posts == 1
    assert contents(store) == [("instagram 6", 6, 0), ("tiktok 7", 6, 0)]


def test_what_it_covered_counts_no_more_and_what_it_said_stays_as_evidence(store: Store) -> None:
    kept = take(store, post(4, caption="x"), name="a")
    gone = take(store, post(9, caption="y"), name="b", at=1, complete={("dinas-a", "instagram"): True})
    undo(store, Scope(), gone.upload_id, "Budi", LATER)
    assert [row["upload_id"] for row in rows_of(store, "coverage")] == [kept.upload_id]
    assert sorted(row["caption"] for row in rows_of(store, "records")) == ["x", "y"]
    told = {row["file_name"]: (row["undone_by"], row["undone_at"]) for row in rows_of(store, "uploads")}
    assert told == {"a": (None, None), "b": ("Budi", LATER)}
    lines = [(row["who"], row["action"], row["subject"], row["detail"]) for row in rows_of(store, "audit")]
    assert ("Budi", "undo", gone.upload_id, "b: 1 unggahan dikeluarkan") in lines


def test_same_file_may_come_again(store: Store) -> None:
    first = take(store, post(4, caption="x"), name="a")
    before = posts_in(store, "caption", "day", "records", "content_day")
    undo(store, Scope(), first.upload_id, "Budi", LATER)
    again = take(store, post(4, caption="x"), name="a", at=1)
    assert (again.accepted, again.repeated) == (1, 0)
    assert posts_in(store, "caption", "day", "records", "content_day") == before
    with pytest.raises(RefusedError, match="sudah pernah diunggah"):
        take(store, post(4, caption="x"), name="a", at=2)


@pytest.mark.parametrize("case", ["twice", "unknown", "of the sample", "of another agency"])
def test_what_cannot_be_undone_is_refused_and_changes_nothing(store: Store, case: str) -> None:
    upload = take(store, post(4, caption="x"), name="a").upload_id
    invented = take(store, post(4, caption="x"), name="b", at=1, sample=True).upload_id
    if case == "twice":
        undo(store, Scope(), upload, "Budi", LATER)
    before, version = everything(store), store.data_version()
    scope = Scope(frozenset({"dinas-b"})) if case == "of another agency" else Scope()
    asked = {"unknown": "tidak-ada", "of the sample": invented}.get(case, upload)
    words = r"“a” sudah dibatalkan oleh Budi\." if case == "twice" else "tidak ditemukan"
    with pytest.raises(RefusedError, match=words):
        undo(store, scope, asked, "Citra", LATER)
    assert (everything(store), store.data_version()) == (before, version)


def test_sample_and_real_do_not_mix(store: Store) -> None:
    own = take(store, post(link=LINK, caption="x"), name="a").upload_id
    invented = take(store, post(link=LINK, caption="x"), name="a", at=1, sample=True).upload_id
    audit = rows_of(store, "audit")
    undo(store, Scope(sample=True), invented, "Budi", LATER)
    assert (posts_in(store, "upload_id"), posts_in(store, "upload_id", sample=True)) == ([own], [])
    assert rows_of(store, "audit") == audit


def test_failure_in_the_middle_leaves_everything(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = take(store, post(4, caption="x"), name="a").upload_id
    before = everything(store)
    module = importlib.import_module("intake.undo")
    whole = module.withdraw_posts

    def fail(*given: Any) -> None:
        whole(*given)
        raise OSError("disk full")

    monkeypatch.setattr(module, "withdraw_posts", fail)
    with pytest.raises(OSError, match="disk full"):
        undo(store, Scope(), upload, "Budi", LATER)
    assert everything(store) == before
