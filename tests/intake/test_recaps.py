"""A sheet of counts alone: kept as a recap without evidence, seen in the ledger, in no number; a list stays a list."""

from datetime import date, datetime
from pathlib import Path

import pytest

from answers.choice import Choice
from answers.coverage import coverage
from answers.ledger import RECAP, ledger
from answers.overview import overview
from answers.targets import targets
from intake import Options, RecapOnlyError, keep_refusal, prepare
from loaders import read
from store import Scope, Store
from tests.answers.conftest import fill
from tests.intake.made import NOW
from tests.loaders.made import TODAY, load_rows
from tests.store.rows import row

REKAP = b"Rekap Oktober 2024\nNo,Nama OPD,Facebook,Instagram,Jumlah\n1,Dinas A,3,5,8\n2,Dinas B,0,2,2\n,Jumlah,3,7,10\n"
OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))


def recap_of(store: Store) -> RecapOnlyError:
    with pytest.raises(RecapOnlyError, match="rekap tanpa bukti") as found:
        prepare(store, Scope(), REKAP, Options("Asia/Jakarta", date(2024, 11, 5), "rekap.csv"))
    return found.value


def test_counts_come_through_the_child_without_the_sums(store: Store) -> None:
    recap = recap_of(store)
    told = [(count.opd, count.platform, count.number) for count in recap.counts]
    assert told == [
        ("Dinas A", "facebook", 3), ("Dinas A", "instagram", 5), ("Dinas B", "facebook", 0),
        ("Dinas B", "instagram", 2),
    ]  # fmt: skip
    assert recap.month == "2024-10"


def test_a_recap_stands_in_the_ledger_and_changes_no_number(store: Store) -> None:
    fill(
        store,
        agencies=[row("agencies", agency_id="a", name="Dinas A"), row("agencies", agency_id="b", name="Dinas B")],
        accounts=[row("accounts", agency_id="a", platform="instagram")],
        uploads=[row("uploads")],
        coverage=[row("coverage", agency_id="a", platform="instagram")],
        posts=[row("posts", agency_id="a", platform="instagram")],
    )
    today = date(2024, 11, 5)
    before = [question(store, Scope(), OCTOBER, today) for question in (overview, targets, coverage)]
    recap = recap_of(store)
    keep_refusal(store, Scope(), REKAP, "rekap.csv", str(recap), NOW, recap)
    keep_refusal(store, Scope(), REKAP, "rekap.csv", str(recap), NOW, recap)
    assert [question(store, Scope(), OCTOBER, today) for question in (overview, targets, coverage)] == before
    (entry,) = [entry for entry in ledger(store, Scope()) if entry.refused]
    assert (entry.state, entry.first, entry.last) == (RECAP, date(2024, 10, 1), date(2024, 10, 31))
    assert entry.notes[1] == "Tertulis pada rekap, tanpa bukti: Dinas A 8; Dinas B 2."
    assert store.run(store.read(Scope(frozenset({"a"}))).recaps).num_rows == 0


def test_a_list_with_ticks_or_titles_is_no_recap(tmp_path: Path) -> None:
    ticks = load_rows(tmp_path, ["Tanggal", "Judul", "Facebook", "Instagram"], ["1/10/2024", "Apel pagi", 1, 1])
    assert len(ticks.posts) == 2


def test_a_month_with_its_count_is_a_recap(tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(b"Bulan,Platform,Jumlah Posting\nOktober,Facebook,12\n")
    with pytest.raises(RecapOnlyError) as found:
        read(tmp_path / "upload", Options("Asia/Jakarta", TODAY, "Rekap Okt 2024.csv"))
    assert [(count.platform, count.number) for count in found.value.counts] == [("facebook", 12)]
    assert datetime(2024, 10, 1).strftime("%Y-%m") == found.value.month
