"""While one person drops every crafted file, another's pages answer and the server does not grow."""

import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.running import Dashboard
from tests.safety.crafted import FILES, Crafted
from tests.wire import Session

pytestmark = [pytest.mark.browser, pytest.mark.long]
PATIENCE = 120_000
ANSWERS_WITHIN = 10.0
"""Seconds for a page of the second session. Two cores are shared with the child, the first session and Chromium."""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Dashboard]:
    """A dashboard of this test's own."""
    running = Dashboard(str(tmp_path / "dasbor.duckdb"), tmp_path / "server.log")
    running.start()
    yield running
    running.stop()


class SecondPerson(threading.Thread):
    """Asks for the first page again and again; the seconds of each answer."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.seconds, self.texts, self.leave = url, list[float](), set[str](), threading.Event()

    def run(self) -> None:
        with Session(self.url) as session:
            while not self.leave.wait(0.2):
                run = session.open("")
                self.seconds.append(run.seconds)
                self.texts.add(run.texts())


def drop(page: Page, url: str, file: Crafted, folder: Path) -> None:
    """Hand in one file on a fresh page and wait for what its sender sees."""
    path = folder / file.name
    path.write_bytes(file.make())
    page.goto(f"{url}/upload")
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(str(path))
    seen = "Mohon dilengkapi" if isinstance(file.seen, int) else file.seen
    expect(page.get_by_text(seen).first).to_be_visible(timeout=PATIENCE)
    path.unlink()


def test_second_session_is_answered_throughout(browser: Browser, own: Dashboard, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{own.url}/roster")
    page.get_by_role("button", name="Muat daftar 54 OPD").click()
    expect(page.get_by_text("54 OPD tercatat")).to_be_visible(timeout=PATIENCE)
    second, server = SecondPerson(own.url), psutil.Process(own.pid)
    before = server.memory_info().rss
    second.start()
    try:
        for file in FILES:
            answered = len(second.seconds)
            drop(page, own.url, file, tmp_path)
            if file.slow:
                assert len(second.seconds) > answered
    finally:
        second.leave.set()
        second.join(60)
        page.close()
    assert max(second.seconds) < ANSWERS_WITHIN
    assert len(second.seconds) > len(FILES)
    assert all("Ringkasan" in text for text in second.texts)
    assert server.memory_info().rss - before < 300 << 20
    assert [one for one in server.children() if one.status() == psutil.STATUS_ZOMBIE] == []
