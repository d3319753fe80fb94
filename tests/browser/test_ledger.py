"""The ledger in a real browser: hand in a report, see it there, take the original, undo it; the numbers are back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from store import Scope, Store
from tests.browser.made_files import hand_made_log
from tests.browser.steps import Watched, answer, drop, kept_by, look_at_file, settled
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]
FILE = "Laporan Okt 2024.xlsx"


def heading(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_role("heading", name=re.compile(words))).to_be_visible()


def open_entry(visitor: Watched) -> Page:
    """The upload in full, with a name typed."""
    page = visitor.open("/ledger")
    look_at_file(page, FILE)
    expect(page.get_by_role("button", name="Batalkan unggahan ini")).to_be_disabled()
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill("Budi (uji)")
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="Batalkan unggahan ini")).to_be_enabled()
    return page


def hand_in(visitor: Watched, log: Path, refused: Path) -> None:
    """Drop a file that is refused, then one that is stored."""
    page = visitor.open("/ledger")
    expect(page.get_by_text("Belum ada berkas yang diterima")).to_be_visible()
    refused.write_text("Date,Views\n2024-10-01,5\n2024-10-02,7\n")
    page = visitor.open("/upload")
    drop(page, refused)
    expect(page.get_by_text("berisi angka rekap").first).to_be_visible()
    page = visitor.open("/upload")
    drop(page, log)
    expect(page.get_by_text("DINAS SOSIAL → Dinas Sosial")).to_be_visible()
    answer(page)
    expect(page.get_by_text("tersimpan: 4 unggahan baru")).to_be_visible()
    page = visitor.open("/?periode=2024-10")
    heading(page, "1 dari 54 OPD melapor .* 2 konten melalui 4 unggahan")
    page = visitor.open("/ledger")
    heading(page, "2 berkas: 1 berlaku; 1 diterima, belum terbaca")


def take_original(visitor: Watched, log: Path) -> None:
    """The file comes back as it went in, and its posts are found."""
    page = open_entry(visitor)
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh berkas asli").click()
    assert Path(download.value.path()).read_bytes() == log.read_bytes()
    assert re.fullmatch(r"laporan-okt-2024_[0-9a-f]{8}\.xlsx", download.value.suggested_filename)
    page.get_by_role("link", name="Lihat 4 unggahan yang disebut berkas ini").click()
    heading(page, "^4 unggahan dan 2 konten")


def test_upload_undo_and_the_numbers_are_back(visitor: Watched, own: Dashboard, tmp_path: Path) -> None:
    log = hand_made_log(tmp_path / FILE)
    hand_in(visitor, log, tmp_path / "Totals.csv")
    take_original(visitor, log)
    page = open_entry(visitor)
    page.get_by_role("button", name="Batalkan unggahan ini").click()
    expect(page.get_by_text("4 unggahan yang hanya berasal dari berkas ini keluar dari semua angka")).to_be_visible()
    page.get_by_role("button", name="Ya, batalkan").click()
    expect(page.get_by_text(re.compile(f"Unggahan {FILE} dibatalkan"))).to_be_visible()
    heading(page, "2 berkas: 1 dibatalkan; 1 diterima, belum terbaca")
    expect(page.get_by_text("Dibatalkan oleh Budi")).to_be_visible()

    page = visitor.open("/?periode=2024-10")
    expect(page.get_by_text("Saat ini belum ada laporan yang tersimpan")).to_be_visible()
    page = visitor.open("/upload")
    drop(page, log)
    expect(page.get_by_text("DINAS SOSIAL → Dinas Sosial")).to_be_visible()
    expect(page.get_by_text("sudah diunggah")).to_have_count(0)
    with kept_by(visitor, own) as store:
        audit_tells(store)


def audit_tells(store: Store) -> None:
    """Who handed in, took and undid stands in the audit."""
    lines = store.run(store.read(Scope()).audit.order_by("at")).to_pylist()
    assert [(line["who"], line["action"]) for line in lines] == [
        ("Ani", "roster"),
        ("Ani (uji)", "upload"),
        ("Budi (uji)", "download"),
        ("Budi (uji)", "undo"),
    ]
