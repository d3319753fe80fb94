"""The running server: it answers, guards its answers, believes no client about who it is, opens any page first."""

import urllib.request
from http.client import HTTPMessage

import pytest

from tests.browser.steps import Watched
from tests.running import Dashboard
from tests.wire import Session
from ui.places import DEFAULT, PLACES

pytestmark = pytest.mark.browser


def headers_of(url: str) -> HTTPMessage:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310
        assert answer.status == 200
        return answer.headers


@pytest.mark.parametrize("path", ["/_stcore/health", "/", "/activity"])
def test_every_answer_bears_the_security_headers(dashboard: Dashboard, path: str) -> None:
    headers = headers_of(dashboard.url + path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_a_claimed_identity_changes_nothing(dashboard: Dashboard) -> None:
    """Were the client believed, it would hold no role and read the refusal."""
    with Session(dashboard.url, {"x-app-user": "bupati", "x-app-roles": "tamu"}) as session:
        sent = session.open("roster").texts()
    assert "Daftar OPD" in sent
    assert "belum memiliki hak" not in sent


def open_first(dashboard: Dashboard, watched: Watched, name: str) -> None:
    dashboard.restart()
    title = {place.name: place.title for place in PLACES}[name]
    page = watched.open("/" if name == DEFAULT else f"/{name}")
    assert page.locator("h1").first.inner_text() == title
    links = page.get_by_test_id("stSidebarNavLink").all_inner_texts()
    assert [link.split("\n")[-1] for link in links] == [place.title for place in PLACES]
    current = page.locator("[data-testid=stSidebarNavLink][aria-current=page]")
    assert [text.split("\n")[-1] for text in current.all_inner_texts()] == [title]


@pytest.mark.long
def test_a_deep_link_is_the_first_request_after_a_restart(dashboard: Dashboard, watched: Watched) -> None:
    open_first(dashboard, watched, "activity")


@pytest.mark.long
@pytest.mark.parametrize("name", [place.name for place in PLACES])
def test_any_page_may_be_the_first_request(dashboard: Dashboard, watched: Watched, name: str) -> None:
    open_first(dashboard, watched, name)
