"""The office's own calendar: entered with its reach, refused with row and column, unchanged by a workbook."""

import datetime as dt
from typing import Any

import pytest

from exports.workbook import table_workbook
from intake import Options
from intake.agency_names import AgencyNames
from intake.books import rows_in_book
from intake.local_days import calendar_register
from intake.registers import change_sentence, changes_between, checked, read_register, save_register
from store import Scope, Store
from tests.intake.made import NOW, rows_of
from ui.grid import book_table

DAY = dt.date
NAMES = AgencyNames({"dinas-a": "Dinas A", "rs-b": "RSUD B"}, {"dinas-a": "dinas", "rs-b": "rumah_sakit"})
CALENDAR = calendar_register(NAMES)
BIRTHDAY = {"day": DAY(2025, 1, 17), "name": "Hari jadi kabupaten", "kind": "libur", "agency_id": "", "agency_kind": ""}
SEVEN = {
    "day": DAY(2024, 1, 1),
    "name": "Pelayanan",
    "kind": "tujuh_hari",
    "agency_id": "",
    "agency_kind": "rumah_sakit",
}


def test_days_are_stored_with_who_and_told_in_the_audit(store: Store) -> None:
    save_register(store, Scope(), CALENDAR, (SEVEN, BIRTHDAY), (), "Dewi", NOW)
    assert read_register(store, Scope(), CALENDAR) == (SEVEN, BIRTHDAY)
    assert read_register(store, Scope(sample=True), CALENDAR) == ()
    assert {(row["name"], row["entered_by"], row["entered_at"]) for row in rows_of(store, "calendar_days")} == {
        ("Hari jadi kabupaten", "Dewi", NOW), ("Pelayanan", "Dewi", NOW),
    }  # fmt: skip
    save_register(store, Scope(), CALENDAR, (SEVEN,), (SEVEN, BIRTHDAY), "Eka", NOW + dt.timedelta(minutes=1))
    assert [line["detail"] for line in rows_of(store, "audit")] == [
        "baru: libur (satu hari) 17 Januari 2025 bagi semua OPD (Hari jadi kabupaten)",
        "baru: tujuh hari kerja per minggu sejak 1 Januari 2024 bagi semua Rumah Sakit (Pelayanan)",
        "dihapus: libur (satu hari) 17 Januari 2025 bagi semua OPD (Hari jadi kabupaten)",
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"day": "17/1/2025"}, "Baris 1, kolom “Keterangan”: kosong. Mohon diisi."),
        ({"day": "17/1/1925", "name": "Hari jadi"},
         "Baris 1 (Hari jadi), kolom “Tanggal”: tahun 1925 di luar 2000–2100."),
        ({"day": "17/1/2025", "name": "Hari jadi", "kind": "cuti"},
         "Baris 1 (Hari jadi), kolom “Ketentuan”: “cuti” tidak dikenal. Pilihan: Libur (satu hari), Hari kerja (satu "
         "hari), Tujuh hari kerja per minggu sejak, Lima hari kerja per minggu sejak."),
        ({"day": "17/1/2025", "name": "Hari jadi", "agency_id": "RSUD B", "agency_kind": "Dinas"},
         "Baris 1, kolom “Jenis OPD”: kosongkan bila kolom OPD diisi: satu baris berlaku bagi satu OPD atau satu jenis "
         "OPD."),
    ],
)  # fmt: skip
def test_what_is_wrong_names_row_and_column(cells: dict[str, Any], told: str) -> None:
    assert [problem.sentence for problem in checked(CALENDAR, [{"kind": "libur", **cells}])[1]] == [told]


def test_the_sentence_before_a_change_counts_those_whom_the_day_reaches() -> None:
    for after, sentence in (
        ((SEVEN, BIRTHDAY), "1 hari baru; memengaruhi 2 OPD sejak 17 Januari 2025."),
        ((), "1 hari dihapus; memengaruhi 1 OPD sejak 1 Januari 2024."),
        (({**SEVEN, "kind": "lima_hari"},), "1 hari diubah; memengaruhi 1 OPD sejak 1 Januari 2024."),
    ):
        assert change_sentence(CALENDAR, changes_between(CALENDAR, (SEVEN,), after)) == sentence


def test_a_workbook_given_out_comes_back_as_no_change() -> None:
    rows = (SEVEN, BIRTHDAY, {**BIRTHDAY, "agency_id": "rs-b", "kind": "hari_kerja"})
    content = table_workbook(book_table(CALENDAR.title, CALENDAR.fields, rows), "", ())
    options = Options("Asia/Jakarta", NOW.date(), "kalender.xlsx")
    assert rows_in_book(content, options, CALENDAR.fields, CALENDAR.title) == rows
