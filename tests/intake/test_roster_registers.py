"""OPDs, bidang and accounts as tables: renamed and ended without losing old months, refused with row and column."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from answers.choice import Choice
from answers.selection import select
from exports.workbook import table_workbook
from intake import SHIPPED, Options, RefusedError, parse_roster, save_roster
from intake.agencies import agencies_register
from intake.agency_names import agency_names
from intake.bidang import units_register
from intake.books import rows_in_book
from intake.official_accounts import accounts_register
from intake.registers import Register, change_sentence, changes_between, checked, read_register, save_register
from store import Scope, Store
from tests.intake.made import NOW, post, rows_of, take
from ui.grid import book_table

DAY = dt.date
PLATFORMS = {name: name.title() for name in ("facebook", "instagram", "tiktok", "x", "youtube")}
ROSTER = (
    b"kode,nama,jenis,bidang,akun\ndinas-a,Dinas A,dinas,Umum,facebook=dinas.a; x=dinasa\nkec-b,Kec B,kecamatan,,\n"
)


def registers(store: Store) -> tuple[Register, Register, Register]:
    names = agency_names(store, Scope())
    return (agencies_register(store, Scope(), names), units_register(store, Scope(), names),
            accounts_register(names, PLATFORMS))  # fmt: skip


def changed(store: Store, register: Register, place: int, **cells: Any) -> str:
    """Change cells of a stored row; the sentence about it."""
    before = read_register(store, Scope(), register)
    rows = [{**row, **cells} if at == place else row for at, row in enumerate(before)]
    return change_sentence(register, save_register(store, Scope(), register, rows, before, "Dewi", NOW))


@pytest.fixture
def office(duckdb_store: Store) -> Store:
    """Two OPDs, a bidang and two accounts."""
    save_roster(duckdb_store, parse_roster(ROSTER, "opd.csv"), False, "Ani", NOW)
    return duckdb_store


def details(store: Store) -> list[str]:
    return sorted(line["detail"] for line in rows_of(store, "audit") if line["action"] == "setting")


def test_a_renamed_opd_keeps_its_old_name_as_alias_and_nobody_is_judged_otherwise(office: Store) -> None:
    agencies, *_ = registers(office)
    assert changed(office, agencies, 0, name="Dinas Alfa") == "1 OPD diubah; penilaian tidak berubah."
    assert [(row["name"], row["aliases"]) for row in rows_of(office, "agencies")] == [
        ("Dinas Alfa", "Dinas A"), ("Kec B", ""),
    ]  # fmt: skip
    assert details(office) == ["diubah: Dinas A (dinas-a, Dinas) menjadi Dinas Alfa (dinas-a, Dinas)"]


def test_an_opd_that_ended_is_expected_in_its_old_months_only(office: Store) -> None:
    agencies, *_ = registers(office)
    told = changed(office, agencies, 1, to_day=DAY(2024, 10, 15))
    assert told == "1 OPD diakhiri; memengaruhi 1 OPD sejak 16 Oktober 2024."
    assert details(office) == [
        "diubah: Kec B (kec-b, Kecamatan) menjadi Kec B (kec-b, Kecamatan, sampai 15 Oktober 2024)"
    ]
    for month, expected in ((10, ["dinas-a", "kec-b"]), (11, ["dinas-a"])):
        choice = Choice(DAY(2024, month, 1), DAY(2024, month, 30))
        chosen = select(office, Scope(), choice, DAY(2024, 12, 1))
        assert [opd.agency_id for opd in chosen.opds] == expected
    october = select(office, Scope(), Choice(DAY(2024, 10, 15), DAY(2024, 10, 16)), DAY(2024, 12, 1))
    states = {(row["agency_id"], row["day"].day): row["state"] for row in october.rows(october.daily)}
    assert states == {
        ("dinas-a", 15): "belum_melapor", ("dinas-a", 16): "belum_melapor",
        ("kec-b", 15): "belum_melapor", ("kec-b", 16): "di_luar_data",
    }  # fmt: skip


def test_an_opd_or_bidang_of_which_something_is_stored_can_only_end(office: Store) -> None:
    agencies, units, _ = registers(office)
    take(office, post(7))
    for register, told in ((agencies, "masih memiliki unggahan"), (units, "disebut oleh unggahan")):
        before = read_register(office, Scope(), register)
        with office.write() as writer:
            writer.update("posts", {"bidang": "dinas-a/umum"}, {"agency_id": "dinas-a"})
        with pytest.raises(RefusedError, match=told):
            save_register(office, Scope(), register, before[1:], before, "Dewi", NOW)
        assert read_register(office, Scope(), register) == before


def test_an_ended_account_is_no_longer_expected_and_the_day_after_is_told(office: Store) -> None:
    *_, accounts = registers(office)
    told = changed(office, accounts, 1, to_day=DAY(2024, 10, 15))
    assert told == "1 akun diakhiri; memengaruhi 1 OPD sejak 16 Oktober 2024."
    assert details(office) == ["diubah: dinasa di X, Dinas A menjadi dinasa di X, Dinas A, sampai 15 Oktober 2024"]
    chosen = select(office, Scope(), Choice(DAY(2024, 10, 15), DAY(2024, 10, 17)), DAY(2024, 12, 1))
    assert chosen.segments[0].ended == (("dinas-a", "x", DAY(2024, 10, 16)), ("dinas-a", "x", DAY(2024, 10, 17)))


def test_a_new_bidang_gets_a_code_and_a_renamed_one_keeps_its_own(office: Store) -> None:
    _, units, _ = registers(office)
    (umum,) = read_register(office, Scope(), units)
    new = {**umum, "name": "Tata Usaha", "kind": "seksi", "unit_id": "", "from_day": DAY(2025, 1, 1)}
    save_register(office, Scope(), units, [{**umum, "name": "Umum dan Aset"}, new], [umum], "Dewi", NOW)
    assert sorted((row["unit_id"], row["name"]) for row in rows_of(office, "units")) == [
        ("dinas-a/tata-usaha", "Tata Usaha"), ("dinas-a/umum", "Umum dan Aset"),
    ]  # fmt: skip
    assert "baru: Seksi Tata Usaha, Dinas A, sejak 1 Januari 2025" in details(office)


@pytest.mark.parametrize(
    ("which", "cells", "told"),
    [
        (0, {"agency_id": "Dinas A"},
         "Baris 1 (Dinas A), kolom “Kode”: hanya boleh memuat huruf kecil, angka, dan tanda hubung."),
        (0, {"parent_id": "dinas-a"}, "Baris 1 (Dinas A), kolom “Induk”: bukan OPD lain pada daftar ini."),
        (0, {"from_day": DAY(2024, 2, 1), "to_day": DAY(2024, 1, 1)},
         "Baris 1 (Dinas A), kolom “Ada sampai”: lebih awal daripada tanggal mulainya."),
        (1, {"name": ""}, "Baris 1 (Dinas A), kolom “Nama bidang”: kosong. Mohon diisi."),
        (2, {"agency_id": "Dinas Z"},
         "Baris 1 (Facebook), kolom “OPD”: “Dinas Z” tidak dikenal. Pilihan: Dinas A, Kec B."),
    ],
)  # fmt: skip
def test_what_is_wrong_names_row_and_column(office: Store, which: int, cells: dict[str, Any], told: str) -> None:
    register = registers(office)[which]
    rows = read_register(office, Scope(), register)
    problems = checked(register, [{**rows[0], **cells}, *rows[1:]])[1]
    assert [problem.sentence for problem in problems] == [told]


def test_the_shipped_roster_goes_out_as_workbooks_and_comes_back_as_no_change(duckdb_store: Store) -> None:
    save_roster(duckdb_store, parse_roster(SHIPPED.read_bytes(), SHIPPED.name), False, "Ani", NOW)
    for register in registers(duckdb_store):
        rows = read_register(duckdb_store, Scope(), register)
        content = table_workbook(book_table(register.title, register.fields, rows), "", ())
        back = rows_in_book(content, Options("Asia/Jakarta", NOW.date(), "a.xlsx"), register.fields, register.title)
        assert len(rows) == len(back)
        assert changes_between(register, rows, back).empty
        assert checked(register, back)[1] == ()


def test_what_must_be_kept_is_looked_up_while_nobody_else_can_write(office: Store) -> None:
    units = registers(office)[1]
    before = read_register(office, Scope(), units)

    def guard(rows: object) -> None:
        with office.write():
            pass

    with pytest.raises(RuntimeError, match="holds the lock already"):
        save_register(office, Scope(), replace(units, guard=guard), before[1:], before, "Dewi", NOW)
    assert read_register(office, Scope(), units) == before
