"""The main job in a real browser: load the roster, hand in an export and a hand-made log, see what the OPD did."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.made_files import facebook_export, hand_made_log, instagram_export, shortcode
from tests.browser.steps import Watched, answer, choose, drop, serving
from tests.running import Dashboard

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard of this module's own, without a roster: the first test loads it."""
    with serving(tmp_path_factory.mktemp("own")) as running:
        yield running


def test_roster_export_and_log_become_the_pages(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/roster")
    page.get_by_role("button", name="Muat daftar 54 OPD").click()
    expect(page.get_by_text("54 OPD tercatat")).to_be_visible()

    page = visitor.open("/upload")
    drop(page, instagram_export(tmp_path / "ig-okt.csv"))
    expect(page.get_by_text("waktu berkas: Pasifik (AS) → WIB, dibuktikan oleh 3 dari 3 unggahan")).to_be_visible()
    choose(page, "“dinkes.okutimur” (3 unggahan) milik OPD mana?", "Dinas Kesehatan")
    answer(page)
    expect(page.get_by_text("tersimpan: 3 unggahan baru")).to_be_visible()

    drop(page, hand_made_log(tmp_path / "Laporan Okt 2024.xlsx"))
    expect(page.get_by_text("DINAS SOSIAL → Dinas Sosial")).to_be_visible()
    expect(page.get_by_text("Baris bermasalah (1)")).to_be_visible()
    answer(page)
    expect(page.get_by_text("tersimpan: 4 unggahan baru")).to_be_visible()

    page = visitor.open("/?periode=2024-10")
    expect(
        page.get_by_role("heading", name=re.compile("2 dari 54 OPD melapor .* 5 konten melalui 7 unggahan"))
    ).to_be_visible()
    page = visitor.open("/posts?dari=2024-10-23&sampai=2024-10-23")
    expect(page.get_by_role("heading", name=re.compile("^6 unggahan"))).to_be_visible()


def test_two_files_at_once_one_with_a_clock_set_by_hand(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/upload")
    log = hand_made_log(tmp_path / "Laporan lagi Okt 2024.xlsx")
    book = openpyxl.load_workbook(log)
    book.active["C5"] = "Penyaluran bantuan lain"
    book.save(log)
    export = facebook_export(tmp_path / "Oct-01-2024_Oct-31-2024_1.csv")
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files([str(log), str(export)])
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    page.get_by_text("Oct-01-2024_Oct-31-2024_1.csv · Meta").click()
    expect(page.get_by_text("Unggahan “Bedah rumah” tayang 23 Oktober 2024, 08.05 WIB?")).to_be_visible()
    choose(page, "Unggahan “Bedah rumah” tayang", "WIB")
    expect(page.get_by_text("WIB → WIB, ditetapkan oleh pengunggah")).to_be_visible()
    choose(page, "“Disperkim OKUT” (1 unggahan) milik OPD mana?", "Dinas Perumahan")
    page.get_by_text("Ya, semua unggahan pada masa itu ada di berkas").click()
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").fill("Ani (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").press("Enter")
    page.get_by_role("button", name="Simpan 2 laporan").click()
    expect(page.get_by_text("tersimpan: 3 unggahan baru, 1 baris berulang")).to_be_visible()
    expect(page.get_by_text("tersimpan: 1 unggahan baru, 0 baris berulang")).to_be_visible()
    page = visitor.open("/posts?dari=2024-10-22&sampai=2024-10-22&cari=bedah")
    expect(page.get_by_role("heading", name=re.compile("^1 unggahan"))).to_be_visible()


def test_a_pasted_recap_goes_the_way_of_a_file(visitor: Watched) -> None:
    page = visitor.open("/upload")
    page.get_by_text("Tempel teks rekap atau percakapan WhatsApp").click()
    link = f"https://www.instagram.com/p/{shortcode(dt.datetime(2024, 10, 25, 2, 0))}/"
    page.get_by_label("Tempel teks rekap").fill(
        f"Rekap medsos Dinas Perhubungan, Jum'at, 25 Oktober 2024\nUji KIR\n{link}"
    )
    page.get_by_role("button", name="Baca teks").click()
    expect(page.get_by_text("Dinas Perhubungan → Dinas Perhubungan")).to_be_visible()
    answer(page)
    expect(page.get_by_text("tersimpan: 1 unggahan baru")).to_be_visible()


def test_the_same_file_again_and_what_is_no_log_change_nothing(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/upload")
    drop(page, instagram_export(tmp_path / "ig-okt.csv"))
    expect(page.get_by_text("Berkas yang sama persis sudah diunggah")).to_be_visible()
    expect(page.get_by_role("button", name="Simpan laporan")).to_have_count(0)

    page = visitor.open("/upload")
    totals = tmp_path / "Totals.csv"
    totals.write_text("Date,Views\n2024-10-01,5\n2024-10-02,7\n")
    drop(page, totals)
    expect(page.get_by_text("berisi angka rekap (Date, Views), bukan daftar unggahan")).to_be_visible()
    expect(page.get_by_text("Tidak ada data tersimpan yang berubah")).to_be_visible()
