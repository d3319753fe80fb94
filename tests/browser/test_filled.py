"""Pages with posts on them: each draws and bears the sample's stamp; the posts are searched and taken home."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import Watched
from ui.places import DEFAULT, PLACES, Place

pytestmark = [pytest.mark.browser, pytest.mark.long]
FILTERED = [place for place in PLACES if place.filtered]


@pytest.mark.parametrize("place", FILTERED, ids=lambda place: place.name)
def test_page_draws_and_says_that_it_is_invented(watched_filled: Watched, place: Place) -> None:
    page = watched_filled.open("/" if place.name == DEFAULT else f"/{place.name}")
    assert page.locator("h1").all_inner_texts() == [place.title]
    expect(page.get_by_test_id("stMain").get_by_text("DATA CONTOH – REKAAN").first).to_be_visible()
    expect(page.get_by_test_id("stSidebar").get_by_text("DATA CONTOH – REKAAN")).to_be_visible()
    expect(page.get_by_text("nomor rujukan")).to_have_count(0)
    expect(page.get_by_test_id("stMain").get_by_text("Oktober 2024").first).to_be_visible()
    if place.name not in ("posts", "review", "agency", "pack"):  # lists, without a chart
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()


def sentence(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_role("heading", name=re.compile(words))).to_be_visible()


def test_posts_are_searched_paged_and_found_by_address(watched_filled: Watched) -> None:
    page = watched_filled.open("/posts")
    sentence(page, "60 unggahan .* nomor 1 sampai 50")
    page.get_by_test_id("stPagination").get_by_role("button", name="2").click()
    sentence(page, "60 unggahan .* nomor 51 sampai 60")
    page.get_by_label("Cari").fill("nomor 07")
    page.get_by_label("Cari").press("Enter")
    sentence(page, "1 unggahan .* nomor 1 sampai 1")
    page.wait_for_url(re.compile(r"/posts\?.*cari=nomor\+07"))


def test_a_mark_of_a_chart_leads_to_its_posts(watched_filled: Watched) -> None:
    page = watched_filled.open("/posts?dari=2024-10-01&sampai=2024-10-10&topik=seremonial&subjek=tidak-ada")
    sentence(page, "2 unggahan dan 2 konten")
    expect(page.get_by_label("Topik")).to_have_value("Seremonial dan Ucapan")
    expect(page.get_by_label("Subjek")).to_have_value("Semua subjek")


def test_the_whole_selection_is_taken_home(watched_filled: Watched) -> None:
    page = watched_filled.open("/posts?topik=seremonial")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh semua (CSV)").click()
    assert re.fullmatch(r"unggahan_2024-10_.*_[0-9a-f]{8}\.csv", download.value.suggested_filename)
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Teks"] for row in rows] == [f"Antrean nomor {number}" for number in (60, 50, 40, 30, 20, 10)]
    assert rows[0]["Tautan"] == "https://x.com/contoh/status/1060"
    assert (rows[0]["Berkas"], rows[0]["Baris"]) == ("log.csv", "60")


def test_the_profile_of_an_opd_prints_on_one_a4_without_the_menu(watched_filled: Watched) -> None:
    page = watched_filled.open("/agency?periode=2024-10")
    page.get_by_test_id("stMain").get_by_role("button", name="Dinas A").click()
    page.wait_for_url(re.compile(r"/agency\?.*opd=a"))
    sheet = page.locator(".profil")
    expect(
        sheet.get_by_text("Bahan pembinaan; bukan dasar pengurangan TPP atau hukuman disiplin.").first
    ).to_be_visible()
    expect(sheet.get_by_text("60 konten melalui 60 unggahan").first).to_be_visible()
    assert len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()


def test_an_opd_that_did_not_report_is_not_judged_on_its_profile(watched_filled: Watched) -> None:
    page = watched_filled.open("/agency?periode=2024-10&opd=b")
    sheet = page.locator(".profil")
    expect(sheet.get_by_text("belum melapor; profil ini tidak menilai apa pun")).to_be_visible()
    expect(sheet.get_by_role("heading", name="Catatan pembinaan")).to_have_count(0)
