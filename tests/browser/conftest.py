"""One dashboard and one Chromium for all browser tests of a run; each test takes a page of its own."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pyarrow as pa
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from store import Store, open_store
from tests.programs import require_program
from tests.running import Dashboard
from tests.store.rows import row

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = (
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# A busy machine is slow, not wrong: what should appear may take its time.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A running dashboard on an empty database."""
    folder = tmp_path_factory.mktemp("dashboard")
    running = Dashboard(str(folder / "dasbor.duckdb"), folder / "server.log")
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A running dashboard with one OPD of the sample, its 60 posts of October 2024, and one OPD that did not report."""
    folder = tmp_path_factory.mktemp("filled")
    store = open_store(f"duckdb:///{folder / 'dasbor.duckdb'}")
    agencies = [row("agencies", sample=True), row("agencies", agency_id="b", name="Kecamatan B", sample=True)]
    fill(store, "agencies", agencies)
    fill(store, "uploads", [row("uploads", sample=True)])
    fill(store, "coverage", [row("coverage", sample=True)])
    fill(store, "posts", [post(number) for number in range(1, 61)])
    store.close()
    running = Dashboard(str(folder / "dasbor.duckdb"), folder / "server.log")
    running.start()
    yield running
    running.stop()


def fill(store: Store, name: str, rows: list[dict[str, Any]]) -> None:
    """Write rows as they are."""
    with store.write() as writer:
        writer.append(name, pa.Table.from_pylist(rows))


def post(number: int) -> dict[str, Any]:
    """The numbered post: two a day in October 2024, every tenth about a ceremony."""
    at = datetime(2024, 10, (number + 1) // 2, 9, number % 2)
    topic = "seremonial" if number % 10 == 0 else "layanan"
    names = {"post_key": f"p{number}", "record_id": f"r{number}", "content_key": f"c{number}", "row_number": number}
    link = f"https://x.com/contoh/status/{1000 + number}"
    moment = {"published_at": at, "day": at.date(), "content_day": at.date()}
    return row("posts", caption=f"Antrean nomor {number:02}", topic=topic, link=link, sample=True, **names, **moment)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    program = require_program("chromium", *CHROMIUM)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS), headless=True)
        yield started
        started.close()


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


@pytest.fixture
def watched(browser: Browser, dashboard: Dashboard) -> Iterator[Watched]:
    """A fresh page as wide as an office screen; at the end, nothing may have left the machine or gone wrong."""
    context = browser.new_context(locale="id-ID", viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(45_000)
    watching = Watched(context.new_page(), dashboard.url)
    yield watching
    context.close()
    assert watching.outside == []
    assert watching.errors == []


@pytest.fixture
def watched_filled(browser: Browser, filled: Dashboard) -> Iterator[Watched]:
    """Like `watched`, on the dashboard that holds posts."""
    context = browser.new_context(locale="id-ID", viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    context.set_default_timeout(45_000)
    watching = Watched(context.new_page(), filled.url)
    yield watching
    context.close()
    assert watching.outside == []
    assert watching.errors == []


@pytest.fixture
def phone(browser: Browser, dashboard: Dashboard) -> Iterator[Watched]:
    """A fresh page as narrow as a phone."""
    context = browser.new_context(locale="id-ID", viewport={"width": 390, "height": 844}, has_touch=True)
    context.set_default_timeout(45_000)
    yield Watched(context.new_page(), dashboard.url)
    context.close()
