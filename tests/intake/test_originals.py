"""Originals are given out with a line in the audit, and kept as long as the office says."""

import datetime as dt

import pytest

from intake import RefusedError, delete_old, keep_refusal, retention, set_retention, take_original, undo
from store import Scope, Store
from tests.intake.made import NOW, post, rows_of, take

LATER = NOW + dt.timedelta(days=100)


def sha256_of(store: Store, name: str) -> str:
    return next(row["sha256"] for row in rows_of(store, "uploads") if row["file_name"] == name)


def files(store: Store) -> set[str]:
    names = {row["sha256"]: row["file_name"] for row in rows_of(store, "uploads") + rows_of(store, "refusals")}
    return {names[row["sha256"]] for row in rows_of(store, "files")}


def test_who_takes_an_original_is_written_down(store: Store) -> None:
    take(store, post(4, caption="x"), name="a.csv")
    version, sha256 = store.data_version(), sha256_of(store, "a.csv")
    content = take_original(store, Scope(), sha256, "a.csv", "Citra", LATER)
    assert content.startswith(b"a.csv [")
    lines = [row for row in rows_of(store, "audit") if row["action"] == "download"]
    assert lines == [{"at": LATER, "who": "Citra", "action": "download", "subject": sha256, "detail": "a.csv"}]
    assert store.data_version() == version


def test_an_undone_upload_still_gives_its_original(store: Store) -> None:
    upload = take(store, post(4, caption="x"), name="a.csv").upload_id
    undo(store, Scope(), upload, "Budi", NOW)
    assert take_original(store, Scope(), sha256_of(store, "a.csv"), "a.csv", "Citra", LATER)


@pytest.mark.parametrize("scope", [Scope(sample=True), Scope(frozenset({"dinas-b"}))], ids=["sample", "another agency"])
def test_what_the_scope_may_not_see_is_not_given_out(store: Store, scope: Scope) -> None:
    take(store, post(4, caption="x"), name="a.csv")
    with pytest.raises(RefusedError, match=r"“a\.csv” tidak lagi disimpan"):
        take_original(store, scope, sha256_of(store, "a.csv"), "a.csv", "Citra", LATER)
    assert [row["action"] for row in rows_of(store, "audit")] == ["upload"]


def test_originals_are_kept_unless_the_office_says_otherwise(store: Store) -> None:
    take(store, post(4, caption="x"), name="a.csv")
    assert retention(store) is None
    assert delete_old(store, NOW + dt.timedelta(days=9999)) == 0
    assert files(store) == {"a.csv"}


def test_what_is_older_than_the_setting_goes_and_its_posts_stay(store: Store) -> None:
    take(store, post(4, caption="x"), name="lama.csv")
    keep_refusal(store, Scope(), b"%PDF-1.7", "rekap.pdf", "Tidak terbaca.", NOW)
    take(store, post(5, caption="y"), name="baru.csv", at=20 * 24 * 60)
    assert set_retention(store, 90, "Dewi", LATER) == 2
    assert (retention(store), files(store)) == (90, {"baru.csv"})
    assert len(rows_of(store, "posts")) == 2
    assert len(rows_of(store, "refusals")) == 1
    assert delete_old(store, LATER + dt.timedelta(days=9)) == 0
    assert delete_old(store, LATER + dt.timedelta(days=11)) == 1
    assert files(store) == set()
    told = sorted((row["who"], row["detail"]) for row in rows_of(store, "audit") if row["action"] == "retention")
    assert told == [
        ("dasbor", "1 berkas asli yang lebih tua dari 90 hari dihapus"),
        ("dasbor", "2 berkas asli yang lebih tua dari 90 hari dihapus"),
    ]


def test_the_same_bytes_age_from_their_last_coming(store: Store) -> None:
    upload = take(store, post(4, caption="x"), name="a.csv").upload_id
    undo(store, Scope(), upload, "Budi", NOW)
    take(store, post(4, caption="x"), name="a.csv", at=20 * 24 * 60)
    assert set_retention(store, 90, "Dewi", LATER) == 0


def test_each_setting_is_a_version_and_the_newest_counts(store: Store) -> None:
    set_retention(store, 90, "Dewi", NOW)
    set_retention(store, None, "Eka", LATER)
    assert retention(store) is None
    rows = sorted((row["version"], row["value"], row["changed_by"]) for row in rows_of(store, "settings"))
    assert rows == [(1, "90", "Dewi"), (2, "disimpan", "Eka")]
    assert [(row["who"], row["action"]) for row in rows_of(store, "audit")] == [("Dewi", "setting"), ("Eka", "setting")]
