"""Cek Naskah on a phone: paste, read, nothing kept, no verdict."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import Watched, settled

pytestmark = pytest.mark.browser
SCAM = "Bantuan BLT cair! Klik https://blt-kemensos.online isi NIK 1608014507850002, sebarkan ke 10 grup <b>ya</b>"


def check(page: Page, text: str) -> None:
    page.get_by_label("Naskah unggahan").fill(text)
    page.get_by_role("button", name="Periksa naskah").click()
    expect(page.get_by_role("heading", name="Yang dapat ditambahkan atau diperiksa")).to_be_visible()
    settled(page)


def test_a_draft_is_read_in_three_boxes_on_a_phone(phone: Watched) -> None:
    page = phone.open("/draft")
    check(page, SCAM)
    for box in ("Konten", "Sumber", "Kebenaran"):
        expect(page.get_by_role("heading", name=box, exact=True)).to_be_visible()
    marks = page.locator("mark")
    expect(marks.first).to_be_visible()
    expect(page.locator("mark", has_text="••02")).to_be_visible()
    expect(page.get_by_text("Tuliskan tempatnya.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.long
def test_the_page_gives_no_verdict_and_shows_the_text_as_it_stands(phone: Watched) -> None:
    page = phone.open("/draft")
    check(page, SCAM)
    shown = page.get_by_test_id("stMain").inner_text()
    assert re.findall(r"\b(lolos|netral|aman|skor|nilai)\b", shown, re.IGNORECASE) == []
    assert "1608014507850002" not in shown
    assert "<b>ya</b>" in shown


@pytest.mark.long
def test_a_quiet_draft_is_not_called_good(phone: Watched) -> None:
    page = phone.open("/draft")
    check(page, "Selamat Hari Santri")
    expect(
        page.get_by_text("Tidak ada kata yang ditandai. Kebenaran isi tetap diperiksa oleh Bapak/Ibu.")
    ).to_be_visible()


def test_nothing_of_a_draft_stays_behind(phone: Watched) -> None:
    page = phone.open("/draft")
    check(page, SCAM)
    page = phone.open("/draft")
    expect(page.get_by_label("Naskah unggahan")).to_have_value("")
