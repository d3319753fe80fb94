"""Tinjauan in a browser: one asks, the OPD answers, the file comes again, the decision stands; nobody closes own."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from intake import undo
from store import Scope, open_store
from tests.browser.steps import Watched, serving, settled, watching
from tests.intake.made import post, take
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]
APPEAL = "Ayo coblos nomor urut 1, menangkan paslon nomor urut 1 <b>27 November</b>"
PLAIN = "Antrean KTP dibuka pukul delapan"
LINKS = [f"https://www.instagram.com/p/AAAAAAAAAA{number}/" for number in (1, 2)]


def take_in(database: str, at: int, name: str) -> None:
    """The OPD's file: a post with an appeal in the campaign, and one that is about a service."""
    store = open_store(f"duckdb:///{database}")
    rows = [
        post(28, caption=text, link=link, opd="dinas-sosial") for text, link in zip((APPEAL, PLAIN), LINKS, strict=True)
    ]
    take(store, *rows, name=name, at=at, agencies={"dinas-sosial": "dinas-sosial"})
    store.close()


def undo_all(database: str) -> None:
    store = open_store(f"duckdb:///{database}")
    for upload in store.run(store.read(Scope()).uploads).to_pylist():
        undo(store, Scope(), upload["upload_id"], "Ani", dt.datetime(2024, 12, 1))
    store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Dashboard]:
    """A dashboard with the roster and one file of Dinas Sosial."""
    with serving(tmp_path, roster=True) as running:
        running.stop()
        take_in(running.database, 0, "Laporan Okt.xlsx")
        running.start()
        yield running


def sign(page: Page, name: str, own: str) -> None:
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill(name)
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    settled(page)
    page.get_by_label("Instansi Bapak/Ibu").last.click()
    page.keyboard.type(own)  # the list is long, and only what is in sight of it is there
    page.get_by_role("option", name=own, exact=True).click()
    settled(page)
    expect(page.get_by_text("identitas tidak diverifikasi").first).to_be_visible()


def queue(visitor: Watched, name: str, own: str) -> Page:
    """The open doubts of October 2024, as seen by this person."""
    page = visitor.open("/review?periode=2024-10")
    expect(page.get_by_text("Ayo coblos nomor urut 1")).to_be_visible()
    sign(page, name, own)
    return page


def test_one_asks_the_opd_answers_and_the_decision_outlives_the_file(browser: Browser, office: Dashboard) -> None:
    with watching(browser, office.url) as first:
        page = queue(first, "Ani (uji)", "Kantor pengelola dasbor (bukan OPD)")
        expect(page.locator("mark").first).to_be_visible()
        expect(page.locator(".naskah")).to_contain_text("<b>")
        expect(page.locator(".naskah b")).to_have_count(0)
        expect(page.get_by_text("Yang tidak terlihat dari laporan")).to_be_visible()
        page.get_by_label("Catatan (alasan)").fill("Mohon dijelaskan")
        page.get_by_role("button", name="Mohon penjelasan OPD").click()
        expect(page.get_by_text("dicatat atas nama Ani")).to_be_visible()
        expect(page.get_by_text("Menunggu penjelasan OPD").first).to_be_visible()
    with watching(browser, office.url) as second:
        page = queue(second, "Citra (uji)", "Dinas Sosial")
        expect(page.get_by_role("button", name="Tidak ada catatan")).to_have_count(0)
        expect(page.get_by_text("Ini unggahan instansi Bapak/Ibu sendiri")).to_be_visible()
        page.get_by_label("Penjelasan OPD").fill("Akun sempat dipakai orang lain")
        page.get_by_role("button", name="Kirim penjelasan OPD").click()
        expect(page.get_by_text("Akun sempat dipakai orang lain").first).to_be_visible()
        expect(page.get_by_text("Sudah dijelaskan OPD").first).to_be_visible()
    with watching(browser, office.url) as third:
        page = queue(third, "Ani (uji)", "Kantor pengelola dasbor (bukan OPD)")
        page.get_by_role("button", name="Perlu tindak lanjut").click()
        expect(page.get_by_text("Tidak ada unggahan yang perlu dilihat")).to_be_visible()
    office.stop()
    undo_all(office.database)
    take_in(office.database, 5, "Laporan Okt REVISI.xlsx")
    office.start()
    with watching(browser, office.url) as last:
        page = last.open("/review?periode=2024-10")
        expect(page.get_by_text("Tidak ada unggahan yang perlu dilihat")).to_be_visible()
        page.get_by_label("Keadaan").click()
        page.get_by_role("option", name="Sudah selesai", exact=True).click()
        expect(page.get_by_text("Akun sempat dipakai orang lain")).to_be_visible()
        expect(page.get_by_text("Selesai: perlu tindak lanjut").first).to_be_visible()
