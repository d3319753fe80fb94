"""The tables of the settings in a real browser: each edited once, and what is stored with who changed what."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from store import Scope, Store
from tests.browser.steps import Watched, drop, kept_by, put_in_force, settled, type_into
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]


def section(visitor: Watched, name: str) -> Page:
    page = visitor.open(f"/settings?bagian={name}")
    settled(page)
    return page


def bring_in(page: Page, book: Path, *rows: list[object]) -> None:
    """Load these rows, the first of them headings, from a workbook into the table."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.save(book)
    page.get_by_text("Unduh atau muat dari Excel").click()
    drop(page, book)
    page.get_by_role("button", name="Muat ke tabel").click()
    expect(page.get_by_role("button", name="Batalkan suntingan")).to_be_visible()


def stored(page: Page, sentence: str) -> None:
    """What was done is said, and the history has a line."""
    expect(page.get_by_text(f"Tersimpan: {sentence}")).to_be_visible()
    # While a page is drawn anew the old heading may stand beside the new one for a moment.
    expect(page.get_by_text("Riwayat perubahan").first).to_be_visible()


def test_each_table_is_edited_and_tells_who_changed_what(visitor: Watched, own: Dashboard, tmp_path: Path) -> None:
    page = section(visitor, "kalender")
    expect(page.get_by_role("radio", name="Kalender")).to_be_checked()
    local = [dt.date(2024, 10, 17), "Hari jadi kabupaten", "Libur (satu hari)"]
    bring_in(page, tmp_path / "kalender.xlsx", ["Tanggal", "Keterangan", "Ketentuan"], local)
    put_in_force(page)
    stored(page, "1 hari baru; memengaruhi 54 OPD sejak 17 Oktober 2024.")

    page = section(visitor, "dispensasi")
    excused = ["Dinas Kesehatan", dt.date(2024, 10, 1), dt.date(2024, 10, 4), "akun diretas", "Kepala Diskominfo"]
    bring_in(page, tmp_path / "d.xlsx", ["OPD", "Sejak", "Sampai", "Alasan", "Disetujui oleh"], excused)
    put_in_force(page)
    stored(page, "1 dispensasi baru; memengaruhi 1 OPD sejak 1 Oktober 2024.")

    page = section(visitor, "akun")
    bring_in(page, tmp_path / "akun.xlsx", ["OPD", "Platform", "Nama akun"], ["Dinas Kesehatan", "Facebook", "Dinkes"])
    put_in_force(page)
    stored(page, "1 akun baru; memengaruhi 1 OPD pada semua hari.")
    type_into(page, 2, "Dinkes Baru")
    put_in_force(page)
    stored(page, "1 akun baru, 1 dihapus; memengaruhi 1 OPD pada semua hari.")

    page = section(visitor, "opd")
    type_into(page, 5, "Ibu Contoh")
    put_in_force(page, past=False)
    stored(page, "1 OPD diubah; penilaian tidak berubah.")

    page = section(visitor, "bidang")
    type_into(page, 3, "Prokopim; Bagian Uji")
    put_in_force(page, past=False)
    stored(page, "1 bidang diubah; penilaian tidak berubah.")

    with kept_by(visitor, own) as store:
        rows_tell(store)
        audit_tells(store)


def rows_tell(store: Store) -> None:
    """The changed rows as they are stored."""
    tables = store.read(Scope())

    def rows(name: str) -> list[dict[str, object]]:
        return store.run({"hari": tables.calendar_days, "dispensasi": tables.dispensations}[name]).to_pylist()

    assert [(row["day"], row["name"], row["kind"]) for row in rows("hari")] == [
        (dt.date(2024, 10, 17), "Hari jadi kabupaten", "libur")
    ]
    assert [(row["agency_id"], row["last_day"], row["entered_by"]) for row in rows("dispensasi")] == [
        ("dinas-kesehatan", dt.date(2024, 10, 4), "Dewi (uji)")
    ]
    accounts = store.run(tables.accounts).to_pylist()
    assert [(row["agency_id"], row["platform"], row["handle"]) for row in accounts] == [
        ("dinas-kesehatan", "facebook", "Dinkes Baru")
    ]
    offices = store.run(tables.agencies.filter(tables.agencies.contact == "Ibu Contoh")).to_pylist()
    assert [row["agency_id"] for row in offices] == ["sekretariat-daerah"]
    units = store.run(tables.units.filter(tables.units.aliases == "Prokopim; Bagian Uji")).to_pylist()
    assert [row["agency_id"] for row in units] == ["sekretariat-daerah"]


def audit_tells(store: Store) -> None:
    """Each change with its table, its person, and what it said before."""
    audit = store.read(Scope()).audit
    lines = store.run(audit.filter(audit.action == "setting").order_by("at", "detail")).to_pylist()
    assert {line["who"] for line in lines} == {"Dewi (uji)"}
    assert [(line["subject"], line["detail"].split(":")[0]) for line in lines] == [
        ("calendar_days", "baru"), ("dispensations", "baru"), ("accounts", "baru"), ("accounts", "baru"),
        ("accounts", "dihapus"), ("agencies", "diubah"), ("units", "diubah"),
    ]  # fmt: skip
    assert lines[0]["detail"] == "baru: libur (satu hari) 17 Oktober 2024 bagi semua OPD (Hari jadi kabupaten)"
    assert "Bagian Uji" not in lines[-1]["detail"].split(" menjadi ")[0]
    assert "Bagian Uji" in lines[-1]["detail"].split(" menjadi ")[1]
