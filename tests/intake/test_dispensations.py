"""Dispensations: with days, reason and approver or not at all; refused with row and column, unchanged by a workbook."""

import datetime as dt
from typing import Any

import pytest

from exports.workbook import table_workbook
from intake import Options
from intake.agency_names import AgencyNames
from intake.books import rows_in_book
from intake.dispensations import dispensations_register
from intake.registers import change_sentence, changes_between, checked, read_register, save_register
from store import Scope, Store
from tests.intake.made import NOW, rows_of
from ui.grid import book_table

DAY = dt.date
NAMES = AgencyNames({"dinas-a": "Dinas A", "kec-b": "Kecamatan B"}, {"dinas-a": "dinas", "kec-b": "kecamatan"})
DISPENSATIONS = dispensations_register(NAMES, {"facebook": "Facebook", "tiktok": "TikTok"})
HACKED = {"agency_id": "dinas-a", "platform": "facebook", "first_day": DAY(2024, 10, 3), "last_day": DAY(2024, 10, 9),
          "reason": "akun diretas", "approver": "Sekretaris Daerah"}  # fmt: skip
WHOLE = {"agency_id": "kec-b", "platform": "", "first_day": DAY(2024, 10, 7), "last_day": DAY(2024, 10, 7),
         "reason": "pergantian admin", "approver": "Camat"}  # fmt: skip


def test_dispensations_are_stored_with_who_and_an_earlier_end_is_told(store: Store) -> None:
    save_register(store, Scope(), DISPENSATIONS, (HACKED, WHOLE), (), "Dewi", NOW)
    assert read_register(store, Scope(), DISPENSATIONS) == (HACKED, WHOLE)
    shorter = {**HACKED, "last_day": DAY(2024, 10, 4)}
    save_register(
        store, Scope(), DISPENSATIONS, (shorter, WHOLE), (HACKED, WHOLE), "Eka", NOW + dt.timedelta(minutes=1)
    )
    assert [line["detail"] for line in rows_of(store, "audit")] == [
        "baru: Dinas A, Facebook, 3–9 Oktober 2024: akun diretas (disetujui Sekretaris Daerah)",
        "baru: Kecamatan B, semua platform, 7 Oktober 2024: pergantian admin (disetujui Camat)",
        "diubah: Dinas A, Facebook, 3–9 Oktober 2024: akun diretas (disetujui Sekretaris Daerah) menjadi Dinas A, "
        "Facebook, 3–4 Oktober 2024: akun diretas (disetujui Sekretaris Daerah)",
    ]
    entered = {row["agency_id"]: row["entered_by"] for row in rows_of(store, "dispensations")}
    assert entered == {"dinas-a": "Eka", "kec-b": "Dewi"}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"reason": ""}, "Baris 1 (Dinas A), kolom “Alasan”: kosong. Mohon diisi."),
        ({"approver": None}, "Baris 1 (Dinas A), kolom “Disetujui oleh”: kosong. Mohon diisi."),
        ({"last_day": DAY(2024, 10, 2)}, "Baris 1 (Dinas A), kolom “Sampai”: lebih awal daripada kolom Sejak."),
        ({"last_day": DAY(2026, 10, 9)}, "Baris 1 (Dinas A), kolom “Sampai”: lebih dari 366 hari sesudah kolom Sejak."),
        ({"platform": "Friendster"},
         "Baris 1 (Dinas A), kolom “Platform”: “Friendster” tidak dikenal. Pilihan: Facebook, TikTok."),
    ],
)  # fmt: skip
def test_what_is_wrong_names_row_and_column(cells: dict[str, Any], told: str) -> None:
    assert [problem.sentence for problem in checked(DISPENSATIONS, [{**HACKED, **cells}])[1]] == [told]


def test_the_sentence_before_a_change_names_the_first_day() -> None:
    shorter = {**HACKED, "last_day": DAY(2024, 10, 4)}
    for after, sentence in (
        ((HACKED, WHOLE), "1 dispensasi baru; memengaruhi 1 OPD sejak 7 Oktober 2024."),
        ((shorter,), "1 dispensasi diakhiri; memengaruhi 1 OPD sejak 3 Oktober 2024."),
        ((), "1 dispensasi dihapus; memengaruhi 1 OPD sejak 3 Oktober 2024."),
    ):
        assert change_sentence(DISPENSATIONS, changes_between(DISPENSATIONS, (HACKED,), after)) == sentence


def test_a_workbook_given_out_comes_back_as_no_change() -> None:
    content = table_workbook(book_table(DISPENSATIONS.title, DISPENSATIONS.fields, (HACKED, WHOLE)), "", ())
    options = Options("Asia/Jakarta", NOW.date(), "dispensasi.xlsx")
    assert rows_in_book(content, options, DISPENSATIONS.fields, DISPENSATIONS.title) == (HACKED, WHOLE)
