"""One dashboard for all browser tests of a run; each test takes a page of its own."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pyarrow as pa
import pytest
from playwright.sync_api import Browser, expect

from store import Store, open_store
from tests.browser.steps import PHONE, Watched, serving, watching
from tests.running import Dashboard
from tests.store.rows import row

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
    moment = {"published_at": at, "day": at.date(), "content_day": at.date(), "views": 100 + number}
    return row("posts", caption=f"Antrean nomor {number:02}", topic=topic, link=link, sample=True, **names, **moment)


@pytest.fixture
def watched(browser: Browser, dashboard: Dashboard) -> Iterator[Watched]:
    """A fresh page as wide as an office screen."""
    with watching(browser, dashboard.url) as watched:
        yield watched


@pytest.fixture
def watched_filled(browser: Browser, filled: Dashboard) -> Iterator[Watched]:
    """Like `watched`, on the dashboard that holds posts."""
    with watching(browser, filled.url) as watched:
        yield watched


@pytest.fixture
def phone(browser: Browser, dashboard: Dashboard) -> Iterator[Watched]:
    """A fresh page as narrow as a phone."""
    with watching(browser, dashboard.url, PHONE) as watched:
        yield watched


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard with the roster, of the module's own: its tests change what it holds."""
    with serving(tmp_path_factory.mktemp("own"), roster=True) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, own: Dashboard) -> Iterator[Watched]:
    """A fresh page on the module's own dashboard."""
    with watching(browser, own.url) as watched:
        yield watched
