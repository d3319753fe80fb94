"""A morning in the office, in a browser: ten files at once, an unknown one mapped, a recap, a mended row, an undo."""

import datetime as dt
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.made_files import facebook_export, instagram_export, shortcode
from tests.browser.steps import Watched, answer, choose, drop, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]

SURE = (
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Dinas Lingkungan Hidup",
    "Dinas Ketahanan Pangan",
    "Kecamatan Belitang",
    "Kecamatan Martapura",
    "Inspektorat Daerah",
)


def log_of(folder: Path, agency: str) -> Path:
    """Two posts of an OPD in October 2024; the log of Dinas Sosial has a third row with an impossible date."""
    rows = [f"21/10/2024;Facebook;Kegiatan {agency};", f"22/10/2024;Instagram;Layanan {agency};"]
    rows += ["32/10/2024;Facebook;Penyaluran bantuan;"] if agency == "Dinas Sosial" else []
    lines = [f"LAPORAN MEDIA SOSIAL {agency.upper()}", "", "Tanggal;Platform;Judul;Tautan", *rows]
    path = folder / f"{agency}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def planner(path: Path) -> Path:
    """One post as a planning tool exports it, under headers that no source knows."""
    link = f"https://www.instagram.com/p/{shortcode(dt.datetime(2024, 10, 24, 1, 15))}/"
    header = "Date;Hour;Content;Type;Url;Tayangan;Likes"
    path.write_text(f"{header}\n24/10/2024;08:15;Jadwal posyandu;IMAGE;{link};1.200;7\n", encoding="utf-8")
    return path


def drop_ten(page: Page, folder: Path) -> None:
    files = [log_of(folder, agency) for agency in SURE]
    files += [instagram_export(folder / "ig-okt.csv"), facebook_export(folder / "Oct-01-2024_Oct-31-2024_1.csv")]
    files += [planner(folder / "alat.csv")]
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files([str(path) for path in files])


def map_and_store(page: Page) -> None:
    """Map the unknown file, say whose the three nameless ones are, confirm all ten."""
    expect(page.get_by_role("heading", name="Judul kolom belum dikenali")).to_be_visible()
    page.get_by_role("button", name="Baca dengan pemetaan ini").click()
    choose(page, "“OPD tidak tertulis pada berkas” pada alat.csv (1 unggahan) milik OPD mana?", "Dinas Pertanian")
    choose(page, "“dinkes.okutimur” (3 unggahan) milik OPD mana?", "Dinas Kesehatan")
    choose(page, "“Disperkim OKUT” (1 unggahan) milik OPD mana?", "Dinas Perumahan")
    expect(page.get_by_text(re.compile("milik OPD mana"))).to_have_count(3)
    page.get_by_text("Ya, semua unggahan pada masa itu ada di berkas").click()
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").fill("Ani (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").press("Enter")
    page.get_by_role("button", name="Simpan 10 laporan").click()
    expect(page.get_by_text(re.compile("tersimpan: 2 unggahan baru"))).to_have_count(7)
    expect(page.get_by_text(re.compile("tersimpan: 3 unggahan baru"))).to_have_count(1)
    expect(page.get_by_text(re.compile("tersimpan: 1 unggahan baru"))).to_have_count(2)


def mend(page: Page, folder: Path) -> None:
    """Take the rejected row as a workbook, mend its date, hand it in: one post is new, none is doubled."""
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Unduh berkas perbaikan")).first.click()
    mended = folder / download.value.suggested_filename
    download.value.save_as(mended)
    book = openpyxl.load_workbook(mended)
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value == "32/10/2024"]
    assert len(cells) == 1
    cells[0].value = "23/10/2024"
    book.save(mended)
    drop(page, mended)
    expect(page.get_by_text(re.compile("DINAS SOSIAL → Dinas Sosial"))).to_be_visible()
    answer(page)
    told = re.compile(f"{re.escape(mended.name)} tersimpan: 1 unggahan baru, 0 baris berulang")
    expect(page.get_by_text(told)).to_be_visible()


def paste(page: Page) -> None:
    page.get_by_text("Tempel teks rekap atau percakapan WhatsApp").click()
    link = f"https://www.instagram.com/p/{shortcode(dt.datetime(2024, 10, 25, 2, 0))}/"
    page.get_by_label("Tempel teks rekap").fill(
        f"Rekap medsos Dinas Kesehatan, Jumat, 25 Oktober 2024\nPosyandu\n{link}"
    )
    page.get_by_role("button", name="Baca teks").click()
    expect(page.get_by_text("Dinas Kesehatan → Dinas Kesehatan")).to_be_visible()
    answer(page)
    expect(page.get_by_text("tersimpan: 1 unggahan baru")).to_be_visible()


def october(visitor: Watched, opds: int, contents: int, posts: int) -> None:
    page = visitor.open("/?periode=2024-10")
    found = re.compile(f"{opds} dari 54 OPD melapor .* {contents} konten melalui {posts} unggahan")
    expect(page.get_by_role("heading", name=found)).to_be_visible()


def test_ten_files_a_recap_a_mended_row_and_an_undo(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/upload")
    drop_ten(page, tmp_path)
    map_and_store(page)
    settled(page)
    mend(page, tmp_path)
    october(visitor, 10, 20, 20)
    page = visitor.open("/upload")
    paste(page)
    october(visitor, 10, 21, 21)

    page = visitor.open("/ledger")
    settled(page)
    page.get_by_label("Lihat satu berkas").click()
    page.get_by_role("option", name=re.compile("Kecamatan Belitang.csv")).click()
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill("Budi (uji)")
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    settled(page)
    page.get_by_role("button", name="Batalkan unggahan ini").click()
    page.get_by_role("button", name="Ya, batalkan").click()
    expect(page.get_by_text(re.compile("Unggahan Kecamatan Belitang.csv dibatalkan"))).to_be_visible()
    october(visitor, 9, 19, 19)
