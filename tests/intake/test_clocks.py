"""The clock of a Facebook account is asked once and remembered; what links prove is believed before it."""

import csv
import datetime as dt
import io

from intake import Draft, Options, is_asked, mended_of_draft, prepare, remember_clock
from store import Scope, Store
from tests.intake.made import NOW, rows_of
from tests.intake.returned import FB, ZONE, opened
from tests.loaders.made import INSTAGRAM, code

HEADER = ("Post ID", "Page name", "Description", "Publish time", "Permalink", "Post type")
PACIFIC, JAKARTA = "America/Los_Angeles", "Asia/Jakarta"


def export(*times: str, page: str = "Dinas A", links: str = FB) -> bytes:
    out = io.StringIO()
    rows = [
        (f"12210000000000{n}", page, f"Kabar {n}", at, f"{links}12210000000000{n}" if links == FB else links, "Photos")
        for n, at in enumerate(times, 1000)
    ]
    csv.writer(out).writerows([HEADER, *rows])
    return out.getvalue().encode()


def read(store: Store, content: bytes, clock: str = "", sample: bool = False) -> Draft:
    scope = Scope(sample=sample)
    return prepare(store, scope, content, Options(ZONE, NOW.date(), "Oct-01-2024_Oct-31-2024_1.csv", clock=clock))


def first_time(draft: Draft) -> dt.datetime:
    return draft.posts["published_at"].min().to_pydatetime()


def test_an_account_is_asked_once_and_then_told_who_confirmed_it(store: Store) -> None:
    draft = read(store, export("10/22/2024 18:00"))
    assert (is_asked(draft.loaded), first_time(draft)) == (True, dt.datetime(2024, 10, 23, 8))
    assert remember_clock(store, draft.loaded, "Ani", NOW) == 1
    again = read(store, export("10/24/2024 18:00"))
    assert not is_asked(again.loaded)
    assert again.loaded.clock_proof == "waktu berkas: Pasifik (AS), dikonfirmasi oleh Ani pada 5 November 2024, 09.00"
    assert (draft.loaded.clock_state, again.loaded.clock_state) == ("assumed", "confirmed")
    assert first_time(again) == dt.datetime(2024, 10, 25, 8)
    assert is_asked(read(store, export("10/24/2024 18:00", page="Dinas B")).loaded)


def test_another_clock_that_a_person_set_is_applied_to_the_next_export(store: Store) -> None:
    remember_clock(store, read(store, export("10/23/2024 08:00"), clock=JAKARTA).loaded, "Ani", NOW)
    again = read(store, export("10/24/2024 09:10"))
    assert (first_time(again), again.loaded.clock) == (dt.datetime(2024, 10, 24, 9, 10), JAKARTA)
    assert again.loaded.clock_proof == "waktu berkas: WIB, dikonfirmasi oleh Ani pada 5 November 2024, 09.00"
    by_hand = read(store, export("10/24/2024 09:10"), clock="UTC")
    assert first_time(by_hand) == dt.datetime(2024, 10, 24, 16, 10)


def test_who_confirmed_is_audited_and_the_same_answer_is_no_news(store: Store) -> None:
    loaded = read(store, export("10/22/2024 18:00")).loaded
    assert remember_clock(store, loaded, "Ani", NOW) == 1
    assert remember_clock(store, loaded, "Budi", NOW) == 0
    other = read(store, export("10/22/2024 18:00"), clock=JAKARTA).loaded
    assert remember_clock(store, other, "Citra", NOW + dt.timedelta(days=1)) == 1
    kept = sorted((row["version"], row["name"], row["value"], row["changed_by"]) for row in rows_of(store, "settings"))
    assert kept == [(1, "jam:facebook:dinas a", PACIFIC, "Ani"), (2, "jam:facebook:dinas a", JAKARTA, "Citra")]
    told = sorted((row["who"], row["action"], row["subject"], row["detail"]) for row in rows_of(store, "audit"))
    assert told == [("Ani", "clock", "facebook:dinas a", "Pasifik (AS)"), ("Citra", "clock", "facebook:dinas a", "WIB")]


def test_links_that_prove_another_clock_win_and_it_is_said(store: Store) -> None:
    remember_clock(store, read(store, export("10/23/2024 08:00"), clock=JAKARTA).loaded, "Ani", NOW)
    made = code(dt.datetime(2024, 10, 23, 1, 0))
    again = read(store, export("10/22/2024 18:00", links=f"{INSTAGRAM}{made}/"))
    assert (again.loaded.clock, first_time(again)) == (PACIFIC, dt.datetime(2024, 10, 23, 8))
    assert "dibuktikan oleh 1 dari 1" in again.loaded.clock_proof
    assert again.loaded.clock_state == "proven"
    assert again.loaded.warnings[-1] == (
        "Jam yang diingat untuk akun ini (WIB, dikonfirmasi oleh Ani pada 5 November 2024, 09.00) berbeda dari bukti "
        "pada tautan; bukti yang dipakai."
    )


def test_the_sample_asks_nothing_of_what_the_office_confirmed(store: Store) -> None:
    remember_clock(store, read(store, export("10/23/2024 08:00"), clock=JAKARTA).loaded, "Ani", NOW)
    assert read(store, export("10/22/2024 18:00"), sample=True).loaded.clock == PACIFIC


def test_the_remembered_clock_goes_with_the_rows_to_be_mended(store: Store) -> None:
    remember_clock(store, read(store, export("10/23/2024 08:00"), clock=JAKARTA).loaded, "Ani", NOW)
    draft = read(store, export("10/24/2024 09:10", "entah"))
    assert ("Jam berkas", JAKARTA) in opened(mended_of_draft(draft))["Petunjuk"]
