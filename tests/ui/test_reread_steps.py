"""Reading again in the background: posts are read, the bar's numbers follow, and an error has its reference number."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from access.roles import Person
from intake.word_lists import save_list
from store import Scope
from tests.intake.made import NOW, post, posts_in, rows_of, take
from ui import address, reread_steps, state

SECONDS = 10
TOPICS = '[bantuan]\nwords = ["glorbin"]\n'


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[state.Office]:
    state.start(f"duckdb://{tmp_path}/dasbor.duckdb", "Asia/Jakarta")
    monkeypatch.setattr(reread_steps, "_RUN", reread_steps.Run())
    take(state.office().store, post(1, caption="Glorbin hari ini"), post(2, caption="Rapat besok"))
    save_list(state.office().store, "topics", TOPICS, 0, "Dewi", NOW)
    yield state.office()
    assert reread_steps._RUN.over.wait(SECONDS)
    state.stop()


def section() -> None:
    """The section alone, as a script of its own."""
    from tests.ui.test_reread_steps import visit
    from ui.reread_steps import reread_section

    reread_section(visit())


def visit() -> state.Visit:
    return state.visit_of(
        Person("dasbor", frozenset()),
        lambda own, all_: False,
        lambda known, day: address.choice_of(address.read({}, known.months, (), day), day),
    )


def pressed() -> AppTest:
    """The page after somebody gave a name and pressed the button, when the run has ended."""
    page = AppTest.from_function(section, default_timeout=SECONDS).run()
    assert page.info[0].value == "2 unggahan dibaca dengan versi lain."
    page.text_input(key="reread_who").set_value("Ani").run()
    page.button(key="reread_start").click().run()
    assert reread_steps._RUN.over.wait(SECONDS)
    return page.run()


def test_a_run_in_the_background_reads_again_and_says_so(office: state.Office) -> None:
    page = pressed()
    assert not page.exception
    assert [each.value for each in page.success] == ["2 unggahan selesai dibaca ulang."]
    assert (list(page.error), list(page.info)) == ([], [])
    assert posts_in(office.store, "topic") == ["bantuan", "lainnya"]
    assert [row["who"] for row in rows_of(office.store, "audit") if row["action"] == "reread"] == ["Ani"]


def test_a_run_that_fails_shows_the_number_under_which_the_log_tells_why(
    office: state.Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def dies(*given: object) -> None:
        raise OSError("rahasia dalam data")

    monkeypatch.setattr("ui.reread_steps.reread", dies)
    with caplog.at_level(logging.ERROR):
        page = pressed()
    (words,) = [each.value for each in page.error]
    (reference,) = re.findall(r"nomor rujukan \*\*([0-9A-F]{8})\*\*", words)
    assert "rahasia" not in words
    assert f"reference {reference}" in caplog.messages
    assert "rahasia dalam data" in caplog.text
    assert list(page.success) == []
    assert posts_in(office.store, "topic") == ["internal", "lainnya"]
    assert reread_steps.start(office.store, Scope(), "Ani")


def test_only_one_run_at_a_time(office: state.Office, monkeypatch: pytest.MonkeyPatch) -> None:
    go = Event()
    monkeypatch.setattr("ui.reread_steps.reread", lambda *given: go.wait(SECONDS))
    assert reread_steps.start(office.store, Scope(), "Ani")
    assert not reread_steps.start(office.store, Scope(), "Budi")
    go.set()
    assert reread_steps._RUN.over.wait(SECONDS)
    assert reread_steps.start(office.store, Scope(), "Budi")


def test_a_run_ends_behind_its_batch_when_the_server_ends(
    office: state.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, batches = Event(), list[int]()

    def endless(*given: object) -> None:
        progress = given[-1]
        assert callable(progress)
        began.set()
        while progress(len(batches), 1000):
            batches.append(1)

    monkeypatch.setattr("ui.reread_steps.reread", endless)
    assert reread_steps.start(office.store, Scope(), "Ani")
    assert began.wait(SECONDS)
    reread_steps.finish(SECONDS)
    assert not reread_steps._RUN.going
