"""What the browser tests share: a dashboard to visit, a page that is watched, and the steps that a person takes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect

from intake import SHIPPED, parse_roster, save_roster
from store import Store, open_store
from tests.running import Dashboard

DESK: ViewportSize = {"width": 1440, "height": 1200}
PHONE: ViewportSize = {"width": 390, "height": 844}


@contextmanager
def serving(folder: Path, roster: bool = False) -> Iterator[Dashboard]:
    """A running dashboard on a database of its own, with the roster of 54 OPD on request."""
    if roster:
        store = open_store(f"duckdb:///{folder / 'dasbor.duckdb'}")
        save_roster(store, parse_roster(SHIPPED.read_bytes(), SHIPPED.name), False, "Ani", datetime(2024, 11, 1))
        store.close()
    running = Dashboard(str(folder / "dasbor.duckdb"), folder / "server.log")
    running.start()
    try:
        yield running
    finally:
        running.stop()


@contextmanager
def kept_by(watched: "Watched", running: Dashboard) -> Iterator[Store]:
    """What a dashboard stored, once it has ended: a DuckDB file belongs to one process at a time."""
    watched.page.goto("about:blank")
    running.stop()
    store = open_store(f"duckdb:///{running.database}")
    yield store
    store.close()


class Watched:
    """A page in the browser, with the requests that left the machine and the errors that it met."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self._note_request(request.url))
        page.on("response", lambda response: self._note_status(response.status, response.url))
        page.on("console", lambda message: self._note_console(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str) -> Page:
        """Go to a path of the dashboard and wait for the page's heading."""
        self.page.goto(self.home + path)
        self.page.locator("h1").first.wait_for()
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")
        return self.page

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.home + "/", self.home.replace("http", "ws", 1) + "/", "data:", "blob:")):
            self.outside.append(url)

    def _note_status(self, status: int, url: str) -> None:
        # On a deep link Streamlit first tries whether it is served below that path; those two answers are no errors.
        if status >= 400 and not url.endswith(("/_stcore/health", "/_stcore/host-config")):
            self.errors.append(f"{status} {url}")

    def _note_console(self, kind: str, text: str) -> None:
        if kind == "error" and "status of 404" not in text:
            self.errors.append(text)


@contextmanager
def watching(browser: Browser, url: str, size: ViewportSize = DESK) -> Iterator[Watched]:
    """A fresh page on a dashboard; at the end nothing may have left the machine or gone wrong."""
    context = browser.new_context(locale="id-ID", viewport=size, has_touch=size == PHONE, accept_downloads=True)
    context.set_default_timeout(45_000)
    watched = Watched(context.new_page(), url)
    yield watched
    context.close()
    assert watched.outside == []
    assert watched.errors == []


def settled(page: Page) -> None:
    """Wait until the page's script has come to rest: a run in between would close a list that is just opened."""
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")


def drop(page: Page, path: Path) -> None:
    """Drop a file once the page is at rest: after a report was stored the field is a new one."""
    settled(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(str(path))


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a select box by the beginning of its words: typed, for a long list shows only some at a time.

    A list closes when the page scrolls under it.
    """
    settled(page)
    page.get_by_label(label).evaluate("field => field.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    page.get_by_label(label).click()
    page.get_by_label(label).fill(option)
    page.get_by_role("option", name=re.compile(f"^{option}")).click()
    settled(page)


def look_at_file(page: Page, name: str) -> None:
    """Open one file of the ledger by a part of its words."""
    settled(page)
    page.get_by_label("Lihat satu berkas").click()
    page.get_by_role("option", name=re.compile(name)).click()


def type_into(page: Page, right: int, text: str) -> None:
    """Type into a cell of the first row of the first table, so many columns right of the first."""
    settled(page)
    table = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert table
    page.mouse.click(table["x"] + 120, table["y"] + 52)
    for key in ("ArrowRight",) * right:
        page.wait_for_timeout(200)
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")
    page.locator("#portal textarea, #portal input").first.fill(text)
    page.keyboard.press("Enter")


def put_in_force(page: Page, past: bool = True) -> None:
    """Check what a table of the settings holds; say that days gone by are meant, give the name, apply."""
    settled(page)
    page.get_by_role("button", name="Periksa").click()
    expect(page.get_by_text("Akan berubah:")).to_be_visible()
    settled(page)
    if past:
        page.get_by_text("Ya, penilaian hari yang sudah lewat itu memang diubah").click()
        settled(page)
    page.get_by_label("Nama Bapak/Ibu yang mengubah").fill("Dewi (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengubah").press("Enter")
    settled(page)
    page.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_text("Tersimpan:")).to_be_visible()


def answer(page: Page) -> None:
    """Say that the report is complete and who one is, and confirm."""
    page.get_by_text("Ya, semua unggahan pada masa itu ada di berkas").click()
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").fill("Ani (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengunggah").press("Enter")
    page.get_by_role("button", name="Simpan laporan").click()
