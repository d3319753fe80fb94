"""A report is stored whole or not at all: what is covered, what is refused, and that nothing is left half done."""

import datetime as dt
import importlib
from typing import Any

import pytest

from intake import RefusedError, commit, parse_roster, save_roster
from loaders import Rejection
from store import Scope, Store
from tests.intake.made import NOW, answers, draft_of, everything, lists, post, posts_in, rows_of, take

JANUARY = (dt.date(2024, 1, 1), dt.date(2024, 1, 31))
LINK = "https://www.instagram.com/p/DAbCdEfGhIj/"


def covered(store: Store) -> list[tuple[Any, ...]]:
    rows = rows_of(store, "coverage")
    return sorted((r["agency_id"], r["platform"], r["first_day"].day, r["last_day"].day, r["complete"]) for r in rows)


def test_complete_covers_the_period_and_incomplete_its_days(store: Store) -> None:
    rows = [post(day, platform, caption=f"{day}") for platform in ("facebook", "instagram") for day in (9, 4)]
    other = [post(20, "instagram", "Dinas B", caption="x")]
    complete = {("dinas-a", "facebook"): True, ("dinas-a", "instagram"): False, ("dinas-b", "tiktok"): True}
    take(store, *rows, *other, complete=complete)
    assert covered(store) == [
        ("dinas-a", "facebook", 1, 31, True),
        ("dinas-a", "instagram", 4, 9, False),
        ("dinas-b", "instagram", 20, 20, False),
    ]


def test_repeated_rows_still_cover(store: Store) -> None:
    take(store, post(4, caption="x"), name="a")
    take(store, post(4, caption="x"), name="b", at=1, complete={("dinas-a", "instagram"): True})
    assert covered(store) == [("dinas-a", "instagram", 1, 31, True), ("dinas-a", "instagram", 4, 4, False)]


def test_rows_of_an_unknown_opd_are_rejected_and_told(store: Store) -> None:
    read = Rejection("Okt", 9, "Tanggal", "32/10", "tanggal tidak ada")
    made = draft_of([post(caption="a"), post(opd="Dinas Zzz", caption="b", sheet="Okt")], rejections=[read])
    decisions = answers(made, agencies={"Dinas A": "dinas-a", "Dinas Zzz": None})
    receipt = commit(store, made, decisions, lists(), NOW)
    assert (receipt.accepted, receipt.repeated, receipt.rejected) == (1, 0, 2)
    assert posts_in(store, "agency_id") == ["dinas-a"]
    told = [
        tuple(r[c] for c in ("sheet", "row_number", "column_name", "cell_value", "reason"))
        for r in rows_of(store, "rejections")
    ]
    assert told == [
        ("Okt", 3, "Nama OPD", "Dinas Zzz", "OPD tidak dipilih"),
        ("Okt", 9, "Tanggal", "32/10", "tanggal tidak ada"),
    ]


def test_days_far_from_the_period_are_rejected(store: Store) -> None:
    receipt = take(store, *(post(day, caption=f"{day}") for day in (-31, -30, 62, 63)))
    assert (receipt.accepted, receipt.rejected) == (2, 2)
    assert posts_in(store, "day") == [dt.date(2024, 8, 31), dt.date(2024, 12, 1)]
    assert sorted((r["cell_value"], r["reason"]) for r in rows_of(store, "rejections")) == [
        ("02/12/2024", "di luar masa laporan 01/10/2024–31/10/2024"),
        ("30/08/2024", "di luar masa laporan 01/10/2024–31/10/2024"),
    ]


def test_upload_tells_its_story(store: Store) -> None:
    take(store, post(4, caption="x"), post(9, caption="y"), post(9, caption="y", row=8), name="Laporan.xlsx")
    (upload,) = rows_of(store, "uploads")
    told = ("file_name", "source", "as_of", "first_day", "last_day", "accepted", "repeated", "uploaded_by", "undone_at")
    day = dt.date(2024, 10, 1).replace
    as_of = dt.date(2024, 11, 5)
    assert tuple(upload[c] for c in told) == (
        "Laporan.xlsx",
        "hand_log",
        as_of,
        day(day=4),
        day(day=9),
        2,
        1,
        "Ani",
        None,
    )
    assert [(r["who"], r["action"], r["subject"], r["detail"]) for r in rows_of(store, "audit")] == [
        ("Ani", "upload", upload["upload_id"], "Laporan.xlsx: 2 baru, 1 berulang, 0 berubah, 0 ditolak")
    ]
    content = store.file_bytes(upload["sha256"], Scope())
    assert content is not None and content.startswith(b"Laporan.xlsx")


@pytest.mark.parametrize(
    ("rows", "changes", "told"),
    [
        ([post(caption="x")], {"agencies": {"Dinas A": None}}, "kolom Nama OPD “Dinas A”: OPD tidak dipilih"),
        ([post(caption="x")], {"agencies": {}}, "Dinas A"),
        ([post(caption="x", row=7, sheet="Jan")], {"period": JANUARY}, "lembar “Jan”, baris 7, kolom Tanggal"),
        ([], {}, "Tidak ada baris"),
    ],
    ids=["left out", "not answered", "another month", "empty"],
)  # fmt: skip
def test_report_without_one_row_to_keep_is_refused(store: Store, rows: list[Any], changes: Any, told: str) -> None:
    take(store, post(caption="Sudah ada"), name="a")
    before, version = everything(store), store.data_version()
    made = draft_of(rows, "b.xlsx")
    with pytest.raises(RefusedError) as refusal:
        commit(store, made, answers(made, **changes), lists(), NOW)
    assert told in str(refusal.value)
    assert "b.xlsx" in str(refusal.value)
    assert (everything(store), store.data_version()) == (before, version)


def test_same_file_twice_is_refused(store: Store) -> None:
    """Also when both drafts were made before the first was stored, as by a second click."""
    made = draft_of([post(caption="x")])
    commit(store, made, answers(made), lists(), NOW)
    before, version = everything(store), store.data_version()
    with pytest.raises(RefusedError, match="sudah pernah diunggah"):
        commit(store, made, answers(made), lists(), NOW + dt.timedelta(minutes=1))
    assert (everything(store), store.data_version()) == (before, version)


def test_same_file_may_be_real_and_sample(store: Store) -> None:
    take(store, post(caption="x"))
    take(store, post(caption="x"), sample=True)
    assert (len(rows_of(store, "posts")), len(rows_of(store, "posts", sample=True))) == (1, 1)
    assert len(everything(store)["files"]) == 1


@pytest.mark.parametrize("written", [True, False], ids=["after the ledger", "before the ledger"])
def test_failure_in_the_middle_leaves_everything(store: Store, monkeypatch: pytest.MonkeyPatch, written: bool) -> None:
    take(store, post(caption="Rapat"), post(8, caption="Apel"), name="a")
    before, version = everything(store), store.data_version()
    module = importlib.import_module("intake.commit")  # the package shows the function under this name
    whole = module.write_upload

    def fail(*given: Any) -> None:
        if written:
            whole(*given)
        raise OSError("disk full")

    monkeypatch.setattr(module, "write_upload", fail)
    with pytest.raises(OSError, match="disk full"):
        take(store, post(caption="Rapat", link=LINK, hour=9), post(9, caption="Baru"), name="b", at=1)
    assert (everything(store), store.data_version()) == (before, version)
    monkeypatch.undo()
    take(store, post(caption="Rapat", link=LINK, hour=9), post(9, caption="Baru"), name="b", at=1)
    assert posts_in(store, "caption") == ["Apel", "Baru", "Rapat"]


def test_an_opd_that_the_roster_does_not_hold_is_refused(store: Store) -> None:
    save_roster(store, parse_roster(b"kode,nama,jenis\ndinas-b,Dinas B,dinas\n", "r.csv"), False, "Ani", NOW)
    before = everything(store)
    with pytest.raises(RefusedError, match=r"tidak ada pada Daftar OPD: dinas-a\. .*Tidak ada data yang berubah"):
        take(store, post(4, caption="x"))
    assert everything(store) == before
    assert take(store, post(4, opd="Dinas B", caption="x")).accepted == 1
