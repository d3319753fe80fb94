"""Officials and candidates: stored and read back, refused with their row, lost roles told, read from a workbook."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest

from intake import Options, RefusedError
from intake.people import (
    Holding,
    as_people,
    holding_words,
    lost_roles,
    people_notes,
    people_of,
    people_problems,
    people_versions,
    read_people,
    save_people,
)
from intake.people_book import people_in
from intake.preview import preview, reading_now
from rules import Person, Role
from store import Scope, Store
from tests.intake.made import NOW, post, rows_of, take

DAY = dt.date
BUPATI = Holding("Surya Contoh", "bupati", DAY(2021, 2, 26), DAY(2024, 9, 24), "Bupati", "Pak Surya; Surya", "H.")
CALON = Holding("Surya Contoh", "paslon", DAY(2024, 9, 22), DAY(2024, 12, 16), "Calon Bupati")
CAMAT = Holding("Ratna Rekaan", "camat", DAY(2023, 1, 2))
TODAY = DAY(2024, 11, 5)


def test_roles_may_overlap_and_come_back_as_they_went_in(store: Store) -> None:
    save_people(store, Scope(), [BUPATI, CALON, CAMAT], 0, "Dewi", NOW)
    told = read_people(store, Scope())
    assert told == (
        CAMAT,
        BUPATI,
        Holding(
            "Surya Contoh", "paslon", DAY(2024, 9, 22), DAY(2024, 12, 16), "Calon Bupati", "Pak Surya; Surya", "H."
        ),
    )
    assert read_people(store, Scope(sample=True)) == ()
    assert as_people(told)[1] == Person(
        "Surya Contoh", ("Pak Surya", "Surya"), ("H.",),
        (Role("bupati", DAY(2021, 2, 26), DAY(2024, 9, 24), "Bupati"),
         Role("paslon", DAY(2024, 9, 22), DAY(2024, 12, 16), "Calon Bupati")),
    )  # fmt: skip
    assert reading_now(store, Scope()).context.people == as_people(told)


def test_every_change_is_a_version_and_stands_in_the_audit(store: Store) -> None:
    save_people(store, Scope(), [BUPATI], 0, "Dewi", NOW)
    save_people(store, Scope(), [], 1, "Eka", NOW + dt.timedelta(hours=1))
    assert read_people(store, Scope()) == ()
    assert [(each.number, each.who, people_of(each.value)) for each in people_versions(store)] == [
        (2, "Eka", ()), (1, "Dewi", (BUPATI,)),
    ]  # fmt: skip
    told = sorted((row["who"], row["subject"], row["detail"]) for row in rows_of(store, "audit"))
    assert told == [
        ("Dewi", "pejabat", "versi 1: 1 orang, 1 jabatan"),
        ("Eka", "pejabat", "versi 2: 0 orang, 0 jabatan"),
    ]
    with pytest.raises(RefusedError, match="sudah diubah oleh Eka setelah halaman ini dibuka"):
        save_people(store, Scope(), [CAMAT], 1, "Fitri", NOW)


def test_invented_people_of_the_sample_leave_no_trace_in_history(store: Store) -> None:
    save_people(store, Scope(sample=True), [CAMAT], 0, "Dewi", NOW)
    assert read_people(store, Scope(sample=True)) == (CAMAT,)
    assert (rows_of(store, "settings"), rows_of(store, "audit"), read_people(store, Scope())) == ([], [], ())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Holding("", "camat", DAY(2023, 1, 2)), "Baris 1: nama kosong."),
        (Holding("A.", "camat", DAY(2023, 1, 2)), "Baris 1 (A.): nama terlalu pendek untuk dicari di dalam teks."),
        (Holding("Ratna", "camat", None), "Baris 1 (Ratna): tanggal mulai kosong atau tidak terbaca."),
        (Holding("Ratna", "camat", DAY(2023, 1, 2), DAY(2022, 1, 1)),
         "Baris 1 (Ratna): tanggal mulai 2 Januari 2023 sesudah tanggal selesai 1 Januari 2022."),
        (Holding("Ratna", "raja", DAY(2023, 1, 2)),
         "Baris 1 (Ratna): jabatan “raja” tidak dikenal. Pilihan: Bupati, Wakil Bupati, Penjabat Bupati, Penjabat "
         "Sementara Bupati, Pelaksana Tugas Bupati, Sekretaris Daerah, Gubernur, Wakil Gubernur, Penjabat Gubernur, "
         "Kepala OPD, Sekretaris OPD, Camat, Direktur rumah sakit, Calon kepala daerah."),
        (Holding("Ratna 197001012000", "camat", DAY(2023, 1, 2)),
         "Baris 1 (Ratna 197001012000): nomor induk (NIK, NIP) tidak disimpan. Mohon dihapus."),
        (Holding("Ratna", "camat", DAY(2023, 1, 2), label="Istri Bupati"),
         "Baris 1 (Ratna): hubungan keluarga (“Istri”) tidak disimpan. Mohon dihapus."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_stored_is_named(row: Holding, words: str) -> None:
    assert people_problems([row]) == (words,)


def test_the_same_role_from_the_same_day_twice_is_refused_and_nothing_changes(store: Store) -> None:
    words = "Baris 2 (ratna rekaan): jabatan yang sama dengan tanggal mulai yang sama sudah ada pada baris 1."
    again = Holding("ratna rekaan", "camat", DAY(2023, 1, 2))
    assert people_problems([CAMAT, again]) == (words,)
    with pytest.raises(RefusedError, match="Tidak ada yang berubah"):
        save_people(store, Scope(), [CAMAT, again], 0, "Dewi", NOW)
    assert read_people(store, Scope()) == ()


def test_a_nickname_of_two_persons_is_told() -> None:
    other = Holding("Surya Lain", "camat", DAY(2023, 1, 2), nicknames="Surya")
    assert people_notes([BUPATI, other]) == (
        "Panggilan “surya” dipakai oleh Surya Contoh, Surya Lain: dalam teks keduanya tidak dapat dibedakan.",
    )
    assert people_notes([BUPATI, CAMAT]) == ()


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        ([CAMAT], []),
        ([], [CAMAT]),
        ([Holding("Ratna Rekaan", "camat", DAY(2023, 1, 2), DAY(2024, 11, 5))], []),
        ([Holding("Ratna Rekaan", "camat", DAY(2023, 1, 2), DAY(2024, 11, 3))], [CAMAT]),
        ([Holding("Ratna Rekaan", "camat", DAY(2023, 1, 3))], [CAMAT]),
        ([Holding("Ratna Rekaan", "kepala_opd", DAY(2023, 1, 2))], [CAMAT]),
    ],
)
def test_ending_a_role_loses_nothing_and_taking_it_away_does(after: list[Holding], lost: list[Holding]) -> None:
    assert list(lost_roles([CAMAT], after, TODAY)) == lost
    assert holding_words(CAMAT) == "Ratna Rekaan: Camat, 2 Januari 2023–sekarang"


def test_a_new_leader_is_previewed_by_the_days_of_the_office(duckdb_store: Store) -> None:
    take(duckdb_store, post(1, caption="Surya Contoh membuka rapat"), post(2, caption="Antrean loket dibuka"))
    now = reading_now(duckdb_store, Scope())
    seen = []
    for last in (DAY(2024, 12, 31), DAY(2024, 9, 30)):
        people = as_people([Holding("Surya Contoh", "bupati", DAY(2021, 2, 26), last)])
        found = preview(duckdb_store, Scope(), now, type(now)(now.lists, type(now.context)(people)))
        seen.append([(each.field, each.after) for each in found.examples])
    assert seen == [[("subject_detail", "pimpinan_daerah")], []]


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


OPTIONS = Options("Asia/Jakarta", TODAY, "pejabat.xlsx")
HEAD = ["Nama", "Jabatan", "Mulai", "Selesai", "Panggilan"]


def test_a_workbook_is_read_with_its_titles_days_and_words() -> None:
    content = workbook(
        ["DAFTAR PEJABAT"],
        HEAD,
        ["Surya Contoh", "Bupati", dt.datetime(2021, 2, 26), "24 September 2024", "Surya"],
        ["Ratna Rekaan", "camat", "02/01/2023", None, None],
    )
    assert people_in(content, OPTIONS) == (
        Holding("Surya Contoh", "bupati", DAY(2021, 2, 26), DAY(2024, 9, 24), nicknames="Surya"),
        Holding("Ratna Rekaan", "camat", DAY(2023, 1, 2)),
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([HEAD, ["Ratna", "Raja", "2023-01-02"]], r"^Berkas “pejabat\.xlsx”, baris 2: jabatan “Raja” tidak dikenal\."),
        ([HEAD, ["Ratna", "Camat", "kemarin"]],
         r"^Berkas “pejabat\.xlsx”, baris 2, kolom Mulai: tanggal “kemarin” tidak terbaca\.$"),
        ([["Siapa", "Apa"], ["Ratna", "Camat"]],
         r"bukan daftar pejabat\. Kolom yang dicari: Nama, Jabatan, Mulai, Selesai, Sebutan di layar, Panggilan"),
    ],
)  # fmt: skip
def test_a_workbook_that_cannot_be_read_is_refused_with_its_row(rows: list[list[object]], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        people_in(workbook(*rows), OPTIONS)
