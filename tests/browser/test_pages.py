"""Every page in a browser on an empty database: it opens, says what to do, calls nobody, keeps the filters."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import Watched
from ui.places import DEFAULT, PLACES, Place

pytestmark = pytest.mark.browser
FILTERED = [place for place in PLACES if place.filtered]


@pytest.mark.parametrize(
    "place",
    [pytest.param(place, id=place.name, marks=() if place.name == DEFAULT else pytest.mark.long) for place in FILTERED],
)
def test_an_empty_page_says_what_to_do(watched: Watched, place: Place) -> None:
    page = watched.open("/" if place.name == DEFAULT else f"/{place.name}")
    assert page.locator("h1").all_inner_texts() == [place.title]
    main = page.get_by_test_id("stMain")
    for words in ("Buka Daftar OPD", "Buka Unggah Laporan", "Muat data contoh"):
        expect(main.get_by_role("link", name=words)).to_be_visible()


def test_the_way_out_of_the_empty_page_leads_to_the_upload(watched: Watched) -> None:
    page = watched.open("/")
    page.get_by_test_id("stMain").get_by_role("link", name="Buka Unggah Laporan").click()
    expect(page.locator("h1").first).to_have_text("Unggah Laporan")


def choose_period(page: Page, words: str) -> None:
    page.get_by_test_id("stSidebar").get_by_label("Periode").first.click()
    page.get_by_role("option", name=words).click()


def test_filters_survive_a_change_of_page_and_travel_in_the_address(watched: Watched) -> None:
    page = watched.open("/?periode=2024-10&platform=instagram")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Ragam Topik").click()
    page.wait_for_url(re.compile(r"/topics\?periode=2024-10&platform=instagram$"))
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Unggah Laporan").click()
    expect(page.locator("h1").first).to_have_text("Unggah Laporan")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Aktivitas").click()
    page.wait_for_url(re.compile(r"/activity\?periode=2024-10&platform=instagram$"))
    choose_period(page, "Bulan ini")
    page.wait_for_url(re.compile(r"/activity\?periode=bulan-ini&platform=instagram$"))
    page.go_back()
    expect(page.get_by_test_id("stSidebar").get_by_label("Periode").first).to_have_value("Oktober 2024")


def test_wrong_filters_fall_back_without_an_error(watched: Watched) -> None:
    page = watched.open("/activity?periode=2024-99&opd=tidak-ada&jenis=x&platform=y&dari=z&lain=1")
    page.wait_for_url(re.compile(r"/activity\?lain=1&periode=bulan-lalu$"))
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_on_a_phone_the_page_comes_before_the_filters(phone: Watched) -> None:
    page = phone.open("/activity")
    expect(page.locator("h1").first).to_be_in_viewport()
    expect(page.get_by_test_id("stSidebar").get_by_label("Periode").first).not_to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
