"""Tinjauan for a meeting: counts of doubts, nothing that names a post or an OPD; and the files behind a period."""

import datetime as dt

from answers.choice import Choice
from answers.review_counts import review_counts
from answers.sources import sources
from intake import close_month
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill
from tests.answers.test_answer_review import doubtful
from tests.store.rows import row

OCTOBER = Choice(dt.date(2024, 10, 1), dt.date(2024, 10, 31))
TODAY = dt.date(2026, 11, 22)


def test_counts_of_doubts_by_how_far_they_are(duckdb_store: Store) -> None:
    posts = [
        doubtful("a", "2024-10-01", caution="terbuka"),
        doubtful("b", "2024-10-02", neutrality="menunggu", caution="selesai"),
        doubtful("d", "2024-09-03", neutrality="terbuka"),
    ]
    told = review_counts(fill(duckdb_store, agencies=AGENCIES, posts=posts), Scope(), OCTOBER, TODAY)
    assert told.sentence == "2 dari 3 catatan pada unggahan belum selesai ditinjau."
    counted = {number.label: number.value for number in told.numbers}
    assert (counted["Perlu ditinjau"], counted["Menunggu penjelasan OPD"]) == (1, 1)
    assert counted["Selesai: tidak ada catatan"] == 1
    assert (told.charts, told.tables) == ((), ())
    assert {number.posts for number in told.numbers} == {None}


def test_nothing_to_review_is_said(duckdb_store: Store) -> None:
    reported = [row("coverage", agency_id="dinas-kesehatan", platform="facebook")]
    told = review_counts(fill(duckdb_store, agencies=AGENCIES, coverage=reported), Scope(), OCTOBER, TODAY)
    assert told.sentence == "Tidak ada catatan yang perlu ditinjau."


def test_where_nobody_reported_nothing_is_said_to_be_free_of_doubts(duckdb_store: Store) -> None:
    told = review_counts(fill(duckdb_store, agencies=AGENCIES), Scope(), OCTOBER, TODAY)
    assert told.sentence == "Belum ada OPD yang melapor untuk Oktober 2024; belum ada yang dapat ditinjau."


def test_counts_of_a_closed_month_are_those_of_today_and_say_so(duckdb_store: Store) -> None:
    store = fill(duckdb_store, agencies=AGENCIES, posts=[doubtful("a", "2024-10-01", caution="terbuka")])
    close_month(store, Scope(), OCTOBER.first, "Ani", "", dt.datetime(2024, 11, 10))
    assert review_counts(store, Scope(), OCTOBER, TODAY).reporting.startswith("Sementara, 1 dari 4 OPD melapor")


def test_sources_are_the_files_that_cover_the_period_and_count(duckdb_store: Store) -> None:
    uploads = [
        row("uploads", file_name="b.xlsx"),
        row("uploads", upload_id="u2", file_name="a.csv"),
        row("uploads", upload_id="u3", file_name="september.csv"),
        row("uploads", upload_id="u4", file_name="batal.csv", undone_at=dt.datetime(2024, 11, 2), undone_by="ani"),
        row("uploads", upload_id="u5", file_name="lain.csv"),
    ]
    months = {"first_day": dt.date(2024, 9, 1), "last_day": dt.date(2024, 9, 30)}
    coverage = [
        row("coverage", agency_id="dinas-kesehatan"),
        row("coverage", agency_id="dinas-kesehatan", upload_id="u2"),
        row("coverage", agency_id="dinas-kesehatan", upload_id="u3", **months),
        row("coverage", agency_id="dinas-kesehatan", upload_id="u4"),
        row("coverage", agency_id="tidak-ada", upload_id="u5"),
    ]
    store = fill(duckdb_store, agencies=AGENCIES, uploads=uploads, coverage=coverage)
    assert sources(store, Scope(), OCTOBER, TODAY) == ("a.csv", "b.xlsx")
