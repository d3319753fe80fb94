"""A closed month on every page: the same numbers whatever comes later, the words, and the list of what came."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from answers.activity import activity
from answers.changes import changes_since
from answers.choice import Choice
from answers.closed import closed_since
from answers.coverage import coverage
from answers.overview import overview
from answers.posts import posts
from answers.targets import targets
from answers.topics import topics
from charts.model import Answer
from intake import close_month, reopen_month
from intake.threshold import set_threshold, threshold_on, thresholds
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

SCOPE = Scope()
TODAY = date(2024, 12, 2)
OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))
TWO_MONTHS = Choice(date(2024, 10, 1), date(2024, 11, 30))
CLOSED = datetime(2024, 11, 10, 9)
LATE = datetime(2024, 11, 20, 8)
QUESTIONS: tuple[Callable[..., Answer], ...] = (overview, activity, topics, coverage, targets, posts)


def numbers(answer: Answer) -> list[tuple[str, float | None]]:
    return [(number.label, number.value) for number in answer.numbers]


def drawn(answer: Answer) -> list[object]:
    return [(chart.categories, chart.series, chart.states, chart.table.rows) for chart in answer.charts]


@pytest.fixture
def closed(office: Store) -> str:
    return close_month(office, SCOPE, OCTOBER.first, "Ani", "rapat evaluasi", CLOSED)


def come_late(office: Store) -> None:
    """A late report of the OPD that was silent, another that was undone, a new target, a corrected topic."""
    fill(
        office,
        uploads=[
            row("uploads", upload_id="u9", file_name="susulan.xlsx", uploaded_by="Budi", uploaded_at=LATE, sha256="s9")
        ],
        coverage=[row("coverage", upload_id="u9", agency_id="kecamatan-belitang", platform="facebook")],
        posts=[
            post("l1", "kecamatan-belitang", "facebook", "2024-10-03T08:00", "l1", upload_id="u9"),
            post("l2", "kecamatan-belitang", "facebook", "2024-10-04T08:00", "l2", upload_id="u9"),
        ],
        targets=[row("targets", target_id="t9", number=9)],
    )
    with office.write() as writer:
        writer.update("posts", {"topic": "ekonomi", "likes": 99}, {"post_key": "k2i"})
        writer.delete("posts", {"post_key": "p1i"})


def test_no_number_of_a_closed_month_changes_on_any_page(office: Store, closed: str) -> None:
    before = [question(office, SCOPE, OCTOBER, TODAY) for question in QUESTIONS]
    come_late(office)
    after = [question(office, SCOPE, OCTOBER, TODAY) for question in QUESTIONS]
    for one, other in zip(before, after, strict=True):
        assert numbers(one) == numbers(other), one.name
        assert drawn(one) == drawn(other), one.name
        assert one.sentence == other.sentence
        assert one.reporting == other.reporting


def test_the_sheet_of_one_opd_holds_a_post_whose_konten_began_a_month_before(office: Store, closed: str) -> None:
    choice = Choice(OCTOBER.first, OCTOBER.last, agencies=("dinas-kesehatan",))
    tables = {table.name: table for table in targets(office, SCOPE, choice, TODAY).tables}
    assert [row[:3] for row in tables["rincian-unggahan"].rows][:2] == [
        ("2024-09-30", 1, "2024-10-01"),
        ("2024-10-01", 2, "2024-10-01"),
    ]
    september = Choice(date(2024, 9, 1), date(2024, 9, 30), agencies=("dinas-kesehatan",))
    assert numbers(overview(office, SCOPE, september, TODAY))[:2] == [("Konten", 1), ("Unggahan", 1)]


def test_settings_of_a_closed_month_are_those_of_its_closing(office: Store, closed: str) -> None:
    assert closed_since(office, SCOPE, OCTOBER, TODAY) == CLOSED
    assert closed_since(office, SCOPE, TWO_MONTHS, TODAY) is None
    set_threshold(office, 40, OCTOBER.first, "SK 9", 0, "Ani", LATE)
    assert threshold_on(thresholds(office), OCTOBER.first) is not None
    assert threshold_on(thresholds(office, CLOSED), OCTOBER.first) is None


def test_a_closed_month_says_so_and_an_open_one_says_sementara(office: Store, closed: str) -> None:
    answer = overview(office, SCOPE, OCTOBER, TODAY)
    assert answer.reporting == "Ditutup 10 November 2024: 3 dari 4 OPD melapor; 1 belum melapor"
    assert answer.cut_off == "Data per 10 November 2024, 09.00, saat bulan ditutup"
    both = overview(office, SCOPE, TWO_MONTHS, TODAY)
    assert both.reporting == "Sementara (Oktober 2024 sudah ditutup), 3 dari 4 OPD melapor; 1 belum melapor"
    assert all("Ditutup 10 November 2024" in chart.note for chart in answer.charts)


def test_what_changes_later_is_listed_with_whose_when_and_how_many(office: Store, closed: str) -> None:
    assert changes_since(office, SCOPE, OCTOBER.first) == ()
    come_late(office)
    told = [
        (each.opd, each.what, each.unggahan, each.konten, each.who, each.source)
        for each in changes_since(office, SCOPE, OCTOBER.first)
    ]
    assert told == [
        ("Kecamatan Belitang", "Laporan lengkap diterima setelah penutupan", 2, 2, "Budi", "susulan.xlsx"),
        ("Dinas Kesehatan", "Isi, pembacaan, atau angka berubah", 1, 1, "", "log oktober.xlsx"),
        ("Dinas Pekerjaan Umum", "Tidak lagi tercatat", 1, 1, "", "log oktober.xlsx"),
        ("Semua OPD", "Target berubah", None, None, "", ""),
    ]


@pytest.mark.long
def test_every_page_of_the_month_carries_the_list(office: Store, closed: str) -> None:
    come_late(office)
    for question in QUESTIONS:
        table = question(office, SCOPE, OCTOBER, TODAY).tables[-1]
        assert table.name == "perubahan-setelah-penutupan"
        assert table.title == "Perubahan setelah penutupan Oktober 2024 (4)"
        assert table.rows[0] == (
            "2024-11-20T08:00:00", "Kecamatan Belitang", "Laporan lengkap diterima setelah penutupan", 2, 2, "Budi",
            "susulan.xlsx",
        )  # fmt: skip


def test_a_reopened_month_has_the_numbers_of_today(office: Store, closed: str) -> None:
    come_late(office)
    assert numbers(overview(office, SCOPE, OCTOBER, TODAY))[1] == ("Unggahan", 7.0)
    reopen_month(office, SCOPE, closed, "Ani", "laporan susulan diterima", LATE)
    answer = overview(office, SCOPE, OCTOBER, TODAY)
    assert numbers(answer)[1] == ("Unggahan", 8.0)
    assert answer.reporting == "Sementara, 4 dari 4 OPD melapor"
    actions = office.run(office.read(SCOPE).audit.order_by("at").select("action", "who", "detail")).to_pylist()
    assert [tuple(line.values()) for line in actions] == [
        ("closing", "Ani", "rapat evaluasi"),
        ("reopening", "Ani", "laporan susulan diterima"),
    ]
