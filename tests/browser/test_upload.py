"""The main job in a real browser: load the roster, hand in an export and a hand-made log, see what the OPD did."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.running import Dashboard

pytestmark = pytest.mark.browser
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard of this module's own, for these tests change what it holds."""
    folder = tmp_path_factory.mktemp("own")
    running = Dashboard(str(folder / "dasbor.duckdb"), folder / "server.log")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def visitor(browser: Browser, own: Dashboard) -> Iterator[Watched]:
    context = browser.new_context(locale="id-ID", viewport={"width": 1440, "height": 1200})
    context.set_default_timeout(45_000)
    watching = Watched(context.new_page(), own.url)
    yield watching
    context.close()
    assert watching.outside == []
    assert watching.errors == []


def shortcode(at: dt.datetime) -> str:
    """The Instagram shortcode of a post made at this moment (UTC)."""
    number = (round(at.replace(tzinfo=dt.UTC).timestamp() * 1000) - 1314220021721) << 23
    code = ""
    while number:
        number, letter = divmod(number, 64)
        code = LETTERS[letter] + code
    return code.rjust(11, "A")


def instagram_export(path: Path) -> Path:
    """Three posts of 23 and 24 October 2024, local time, as Meta writes them: in Pacific time."""
    header = (
        "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    )
    lines = ["\ufeff" + header + "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"]
    for number, (day, hour) in enumerate([(23, 8), (23, 16), (24, 7)]):
        local = dt.datetime(2024, 10, day, hour, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
        utc = local.astimezone(dt.UTC).replace(tzinfo=None)
        pacific = local.astimezone(ZoneInfo("America/Los_Angeles"))
        link = f"https://www.instagram.com/p/{shortcode(utc)}/"
        lines.append(
            f"1805213999620265{number},178414,dinkes.okutimur,Dinas Kesehatan,Jadwal posyandu nomor {number},0,"
            f"{pacific:%m/%d/%Y %H:%M},{link},IG image,,Lifetime,120,100,{10 + number},0,0,1,0"
        )
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def hand_made_log(path: Path) -> Path:
    """The list of an OPD: titles, a filled-down date, three platforms in a cell, a bad date, a signature."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["LAPORAN MEDIA SOSIAL DINAS SOSIAL KABUPATEN OKU TIMUR"],
        ["BULAN OKTOBER 2024"],
        [],
        ["No", "Hari/Tanggal", "Judul", "Platform", "Tautan"],
        [1, "Rabu, 23 Oktober 2024", "Penyaluran bantuan sosial beras", "IG, FB, TikTok", ""],
        [2, "", "Kunjungan ke panti asuhan", "Facebook", ""],
        [3, "32 Oktober 2024", "Rapat", "Facebook", ""],
        ["", "", "", "", "Mengetahui, Kepala Dinas Sosial"],
    ):
        sheet.append(row)
    book.save(path)
    return path


def drop(page: Page, path: Path) -> None:
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(str(path))


def settled(page: Page) -> None:
    """Wait until the page's script has come to rest: a run in between would close a list that is just opened."""
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a select box by the beginning of its words; a list closes when the page scrolls under it."""
    settled(page)
    page.get_by_label(label).evaluate("field => field.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.get_by_label(label).click()
    page.get_by_role("option", name=re.compile(f"^{option}")).click()
    settled(page)


def answer(page: Page) -> None:
    """Say that the report is complete and who one is, and confirm."""
    page.get_by_text("Ya, semua unggahan pada masa itu ada di berkas").click()
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").fill("Ani (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").press("Enter")
    page.get_by_role("button", name="Simpan laporan").click()


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


def facebook_export(path: Path) -> Path:
    """One post of Facebook at 18:05 Pacific time on 22 October 2024, its link without a time; and a row of an error."""
    header = (
        "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date"
    )
    row = "1122,100,Disperkim OKUT,Bedah rumah,,0,10/22/2024 18:05,https://www.facebook.com/reel/532077102689293/,Reels,,Lifetime"
    error = ",,,,,,,,,An error occurred,-,"
    path.write_text(f"\ufeff{header},Reactions\r\n{row},7\r\n{error}\r\n", encoding="utf-8")
    return path


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
