"""Targets in a real browser: with a dasar the page judges; a later target leaves the month before as it was."""

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from store import Scope, Store
from tests.browser.steps import Watched, answer, choose, drop, kept_by, put_in_force, settled, type_into
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]

OPD = "Dinas Kesehatan"


def report(path: Path, month: str, days: tuple[int, ...]) -> Path:
    """A list of one post on each of these days of a month ("2024-10")."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Tanggal", "Judul", "Platform"])
        rows.writerows([f"{month}-{day:02}", f"Jadwal posyandu nomor {day}", "Facebook"] for day in days)
    return path


def hand_in(visitor: Watched, file: Path) -> None:
    """Drop a report, say whose it is and that it is complete."""
    page = visitor.open("/upload")
    drop(page, file)
    choose(page, "milik OPD mana?", OPD)
    answer(page)
    expect(page.get_by_text("tersimpan: 2 unggahan baru")).to_be_visible()


def judged(visitor: Watched, month: str) -> Page:
    """The page of targets of the one OPD that reported, in a month."""
    page = visitor.open(f"/targets?periode={month}&opd=dinas-kesehatan")
    settled(page)
    return page


def gap(page: Page, number: str) -> None:
    expect(page.get_by_test_id("stMetric").filter(has_text="Kekurangan")).to_contain_text(number)


def give_the_first_target_a_basis(visitor: Watched) -> None:
    """One konten a day, with a letter, typed into the only row of the table."""
    page = visitor.open("/settings?bagian=target")
    settled(page)
    expect(page.get_by_text("1 target tanpa dasar berlaku sebagai asumsi")).to_be_visible()
    type_into(page, 3, "1")
    type_into(page, 4, "SE 100/2024, 1 Oktober 2024")
    put_in_force(page)
    expect(page.get_by_text("Tersimpan: 1 target diubah; memengaruhi 54 OPD sejak 23 Oktober 2024.")).to_be_visible()
    expect(page.get_by_text("target tanpa dasar")).to_have_count(0)


def bring_in_a_later_target(visitor: Watched, book: Path) -> None:
    """Take the list as a workbook, add a target from November on, bring it back; a wrong row is refused."""
    page = visitor.open("/settings?bagian=target")
    settled(page)
    page.get_by_text("Unduh atau muat dari Excel").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Unduh daftar (Excel)").click()
    taken.value.save_as(book)
    made = openpyxl.load_workbook(book)
    sheet = made["Data"]
    sheet.cell(7, 3).value = dt.date(2024, 11, 1)
    sheet.cell(7, 4).value = 77
    sheet.cell(7, 6).value, sheet.cell(7, 7).value = "Konten", "Hari kerja"
    made.save(book)
    drop(page, book)
    page.get_by_role("button", name="Muat ke tabel").click()
    expect(page.get_by_text("Baris 7, kolom “Jumlah per hari”: 77 di luar 0–50.")).to_be_visible()
    sheet.cell(7, 4).value, sheet.cell(7, 5).value = 2, "SE 110/2024, 30 Oktober 2024"
    mended = book.with_name("daftar-target-2.xlsx")
    made.save(mended)
    drop(page, mended)
    expect(page.get_by_text("Baris 7, kolom")).to_have_count(0)
    settled(page)
    page.get_by_role("button", name="Muat ke tabel").click()
    put_in_force(page)
    expect(page.get_by_text("Tersimpan: 1 target baru; memengaruhi 54 OPD sejak 1 November 2024.")).to_be_visible()


def test_a_target_with_dasar_judges_and_a_later_one_leaves_the_month_before(
    visitor: Watched, own: Dashboard, tmp_path: Path
) -> None:
    hand_in(visitor, report(tmp_path / "Laporan Okt 2024.csv", "2024-10", (23, 24)))
    hand_in(visitor, report(tmp_path / "Laporan Nov 2024.csv", "2024-11", (1, 4)))
    # 23 to 31 October 2024 has seven working days: 3 konten each less the two that were made.
    page = judged(visitor, "2024-10")
    expect(page.get_by_text("Simulasi dengan asumsi 3 konten per hari kerja – belum ada dasar").first).to_be_visible()
    gap(page, "19")
    give_the_first_target_a_basis(visitor)
    page = judged(visitor, "2024-10")
    expect(page.get_by_text("Simulasi dengan asumsi")).to_have_count(0)
    expect(page.get_by_text("0 dari 1 OPD yang melapor memenuhi target").first).to_be_visible()
    gap(page, "5")
    # November 2024 has 20 working days (the 27th was the day of the election, a national day off).
    gap(judged(visitor, "2024-11"), "18")
    bring_in_a_later_target(visitor, tmp_path / "daftar-target.xlsx")
    gap(judged(visitor, "2024-11"), "38")
    gap(judged(visitor, "2024-10"), "5")
    with kept_by(visitor, own) as store:
        told(store)


def told(store: Store) -> None:
    """Who changed what stands in the audit with what it said before."""
    audit = store.read(Scope()).audit
    lines = store.run(audit.filter(audit.subject == "targets").order_by("at")).to_pylist()
    assert [(line["who"], line["detail"]) for line in lines] == [
        ("Dewi (uji)",
         "diubah: semua OPD, sejak 23 Oktober 2024: 3 konten per hari kerja; tanpa dasar (asumsi) menjadi semua OPD, "
         "sejak 23 Oktober 2024: 1 konten per hari kerja; dasar SE 100/2024, 1 Oktober 2024"),
        ("Dewi (uji)",
         "baru: semua OPD, sejak 1 November 2024: 2 konten per hari kerja; dasar SE 110/2024, 30 Oktober 2024"),
    ]  # fmt: skip
