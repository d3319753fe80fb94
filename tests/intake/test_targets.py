"""Targets: set from a day on, refused with row and column, told before they apply, unchanged by a workbook."""

import datetime as dt
from typing import Any

import pytest

from exports.workbook import table_workbook
from intake import Options, RefusedError
from intake.agency_names import AgencyNames
from intake.books import rows_in_book
from intake.registers import change_lines, change_sentence, changes_between, checked, read_register, save_register
from intake.targets import target_on, targets_register
from store import Scope, Store
from tests.intake.made import NOW, rows_of
from ui.grid import book_table

DAY = dt.date
NAMES = AgencyNames({"dinas-a": "Dinas A", "dinas-b": "Dinas B", "kec-c": "Kecamatan C"},
                    {"dinas-a": "dinas", "dinas-b": "dinas", "kec-c": "kecamatan"})  # fmt: skip
TARGETS = targets_register(NAMES)
FIRST = {"agency_id": "", "kind": "", "from_day": DAY(2024, 10, 23), "number": 3, "counts": "konten",
         "days": "hari_kerja", "basis": "", "without_reposts": False, "without_greetings": False}  # fmt: skip


def target(**changes: Any) -> dict[str, Any]:
    return {**FIRST, "from_day": DAY(2024, 11, 1), "number": 1, "basis": "SE 1/2024", **changes}


def test_the_first_target_stands_in_a_new_store_as_an_assumption(store: Store) -> None:
    assert read_register(store, Scope(), TARGETS) == (FIRST,)
    assert TARGETS.words(FIRST) == "semua OPD, sejak 23 Oktober 2024: 3 konten per hari kerja; tanpa dasar (asumsi)"


def test_a_target_from_a_day_on_is_added_beside_the_old_one_and_told_in_the_audit(store: Store) -> None:
    rows = (FIRST, target(kind="dinas", without_reposts=True))
    save_register(store, Scope(), TARGETS, rows, (FIRST,), " Dewi ", NOW)
    assert read_register(store, Scope(), TARGETS) == rows
    assert [row["target_id"] for row in rows_of(store, "targets") if row["kind"] is None] == ["awal"]
    assert [(line["who"], line["subject"], line["detail"]) for line in rows_of(store, "audit")] == [
        ("Dewi", "targets",
         "baru: semua Dinas, sejak 1 November 2024: 1 konten per hari kerja, tanpa repost; dasar SE 1/2024"),
    ]  # fmt: skip
    assert read_register(store, Scope(sample=True), TARGETS) == (FIRST,)


def test_a_changed_and_a_removed_row_stand_in_the_audit_with_what_they_said(store: Store) -> None:
    rows = (FIRST, target(agency_id="dinas-a"))
    save_register(store, Scope(), TARGETS, rows, (FIRST,), "Dewi", NOW)
    later = NOW + dt.timedelta(hours=1)
    save_register(store, Scope(), TARGETS, (target(agency_id="dinas-a", number=2),), rows, "Eka", later)
    assert [line["detail"] for line in rows_of(store, "audit") if line["who"] == "Eka"] == [
        "dihapus: semua OPD, sejak 23 Oktober 2024: 3 konten per hari kerja; tanpa dasar (asumsi)",
        "diubah: Dinas A, sejak 1 November 2024: 1 konten per hari kerja; dasar SE 1/2024 menjadi Dinas A, sejak 1 "
        "November 2024: 2 konten per hari kerja; dasar SE 1/2024",
    ]
    assert [row["number"] for row in rows_of(store, "targets")] == [2]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([{"number": 1}], ["Baris 1, kolom “Berlaku mulai”: kosong. Mohon diisi."]),
        ([{"from_day": "1/11/2024", "number": None, "agency_id": "Dinas A"}],
         ["Baris 1 (Dinas A), kolom “Jumlah per hari”: kosong. Mohon diisi."]),
        ([{}, {"from_day": "1/11/2024", "number": 51, "agency_id": "Dinas A"}],
         ["Baris 2 (Dinas A), kolom “Jumlah per hari”: 51 di luar 0–50."]),
        ([{"from_day": "1/11/2024", "number": 1.5, "kind": "dinas"}],
         ["Baris 1 (Dinas), kolom “Jumlah per hari”: 1,5 bukan bilangan bulat."]),
        ([{"from_day": "kapan saja", "number": "dua", "kind": "Dinas"}],
         ["Baris 1 (Dinas), kolom “Berlaku mulai”: tanggal “kapan saja” tidak terbaca. Mohon ditulis seperti "
          "31/12/2024.", "Baris 1 (Dinas), kolom “Jumlah per hari”: “dua” bukan angka."]),
        ([{"from_day": "1/11/2024", "number": 1, "agency_id": "Dinas Z"}],
         ["Baris 1, kolom “OPD”: “Dinas Z” tidak dikenal. Pilihan: Dinas A, Dinas B, Kecamatan C."]),
        ([{"from_day": "1/11/2024", "number": 1, "agency_id": "dinas a", "kind": "Dinas"}],
         ["Baris 1, kolom “Jenis OPD”: kosongkan bila kolom OPD diisi: satu baris berlaku bagi satu OPD atau satu "
          "jenis OPD."]),
        ([{"from_day": "1/11/2024", "number": 1, "kind": "dinas"}, {"from_day": "2024-11-01", "number": 2,
          "kind": "Dinas"}],
         ["Baris 2 (Dinas), kolom “Berlaku mulai”: sudah ada pada baris 1 dengan isi pengenal yang sama."]),
        ([{"from_day": "1/11/2024", "number": 1, "basis": "SE 1607012345678901"}],
         ["Baris 1, kolom “Dasar”: nomor induk (NIK) tidak disimpan. Mohon dihapus."]),
    ],
)  # fmt: skip
def test_what_is_wrong_names_row_and_column_and_nothing_is_stored(
    duckdb_store: Store, cells: list[dict[str, Any]], told: list[str]
) -> None:
    whole = [{"counts": "Konten", "days": "Hari kerja", **row} if row else row for row in cells]
    assert [problem.sentence for problem in checked(TARGETS, whole)[1]] == told
    with pytest.raises(RefusedError, match="Tidak ada yang berubah"):
        save_register(duckdb_store, Scope(), TARGETS, whole, (FIRST,), "Dewi", NOW)
    assert read_register(duckdb_store, Scope(), TARGETS) == (FIRST,)
    assert rows_of(duckdb_store, "audit") == []


def test_a_change_made_from_an_older_state_or_without_a_name_is_refused(duckdb_store: Store) -> None:
    save_register(duckdb_store, Scope(), TARGETS, (FIRST, target()), (FIRST,), "Dewi", NOW)
    with pytest.raises(RefusedError, match="sudah diubah orang lain"):
        save_register(duckdb_store, Scope(), TARGETS, (), (FIRST,), "Eka", NOW)
    with pytest.raises(RefusedError, match="mengisi nama"):
        save_register(duckdb_store, Scope(), TARGETS, (), (FIRST, target()), " ", NOW)
    assert read_register(duckdb_store, Scope(), TARGETS) == (FIRST, target())


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ((FIRST, target()), "1 target baru; memengaruhi 3 OPD sejak 1 November 2024."),
        ((FIRST, target(kind="dinas"), target(agency_id="dinas-a"), target(kind="kecamatan", number=0)),
         "2 target baru, 1 diakhiri; memengaruhi 3 OPD sejak 1 November 2024."),
        ((FIRST, target(kind="dinas"), target(agency_id="dinas-a", from_day=DAY(2024, 11, 4), number=0)),
         "1 target baru, 1 diakhiri; memengaruhi 2 OPD sejak 1 November 2024."),
        (({**FIRST, "basis": "SE 2/2024"},), "1 target diubah; memengaruhi 3 OPD sejak 23 Oktober 2024."),
        ((), "1 target dihapus; memengaruhi 3 OPD sejak 23 Oktober 2024."),
        ((FIRST, target(number=0, from_day=DAY(2024, 10, 1))), "1 target diakhiri; penilaian tidak berubah."),
        ((FIRST,), "Tidak ada perubahan pada daftar target."),
    ],
)  # fmt: skip
def test_the_sentence_before_a_change_counts_rows_and_opds_and_says_since_when(after: Any, sentence: str) -> None:
    assert change_sentence(TARGETS, changes_between(TARGETS, (FIRST,), after)) == sentence


def test_the_target_of_a_day_is_the_most_special_and_newest() -> None:
    rows = [FIRST, target(kind="dinas", number=2), target(agency_id="dinas-a", number=1),
            target(number=5, from_day=DAY(2024, 11, 5))]  # fmt: skip
    for agency, kind, day, number in (
        ("dinas-a", "dinas", DAY(2024, 11, 6), 1),
        ("dinas-b", "dinas", DAY(2024, 11, 6), 2),
        ("kec-c", "kecamatan", DAY(2024, 11, 6), 5),
        ("dinas-a", "dinas", DAY(2024, 10, 31), 3),
    ):
        found = target_on(rows, agency, kind, day)
        assert found and found["number"] == number
    assert target_on(rows, "dinas-a", "dinas", DAY(2024, 10, 22)) is None


def test_a_workbook_given_out_comes_back_as_no_change() -> None:
    rows = (FIRST, target(agency_id="dinas-a", without_greetings=True), target(kind="kecamatan", number=0))
    content = table_workbook(book_table(TARGETS.title, TARGETS.fields, rows), "", ())
    back = rows_in_book(content, Options("Asia/Jakarta", NOW.date(), "target.xlsx"), TARGETS.fields, TARGETS.title)
    assert back == rows
    assert changes_between(TARGETS, rows, back).empty
    assert change_lines(TARGETS, changes_between(TARGETS, rows, back)) == ()
