"""A closed month beside an open one: what moves, ends or comes later counts once and is shown as it was."""

from datetime import date, datetime

from answers.changes import changes_since
from answers.choice import Choice
from answers.overview import overview
from answers.reach import reach
from answers.targets import targets
from charts.model import Answer, Table
from intake import close_month
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

SCOPE = Scope()
TODAY = date(2024, 12, 2)
OCTOBER, NOVEMBER = Choice(date(2024, 10, 1), date(2024, 10, 31)), Choice(date(2024, 11, 1), date(2024, 11, 30))
TWO_MONTHS = Choice(OCTOBER.first, NOVEMBER.last)
CLOSED, LATE = datetime(2024, 11, 10, 9), datetime(2024, 11, 20, 8)
OPD = "dinas-kesehatan"


def counts(store: Store, choice: Choice) -> list[float | None]:
    return [number.value for number in overview(store, SCOPE, choice, TODAY).numbers[:2]]


def table(answer: Answer, name: str) -> Table:
    return next(one for one in (*answer.tables, *(chart.table for chart in answer.charts)) if one.name == name)


def test_a_post_that_leaves_a_closed_month_later_is_counted_once(office: Store) -> None:
    fill(office, posts=[post("e1", OPD, "facebook", "2024-10-31T20:00", "e1")])
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    before = counts(office, OCTOBER), counts(office, NOVEMBER), counts(office, TWO_MONTHS)
    moved = {"published_at": datetime(2024, 11, 1, 10), "day": NOVEMBER.first, "content_day": NOVEMBER.first}
    with office.write() as writer:
        writer.update("posts", moved, {"post_key": "e1"})
    assert before == ([6, 8], [None, None], [6, 8])
    assert (counts(office, OCTOBER), counts(office, NOVEMBER), counts(office, TWO_MONTHS)) == ([6, 8], [0, 0], [6, 8])


def test_a_konten_that_begins_later_after_the_closing_is_counted_once(office: Store) -> None:
    posts = [
        post("e1", OPD, "facebook", "2024-10-31T20:00", "e1"),
        post("e2", OPD, "instagram", "2024-11-01T09:00", "e1", "2024-10-31"),
    ]
    fill(office, posts=posts, coverage=[row("coverage", agency_id=OPD, last_day=NOVEMBER.last)])
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    before = counts(office, NOVEMBER), counts(office, TWO_MONTHS)
    with office.write() as writer:  # the first post is taken back: what is left began in November
        writer.delete("posts", {"post_key": "e1"})
        writer.update("posts", {"content_key": "e2", "content_day": NOVEMBER.first}, {"post_key": "e2"})
    assert before == ([0, 1], [6, 9])
    assert (counts(office, NOVEMBER), counts(office, TWO_MONTHS)) == before


def test_the_sheet_of_one_opd_lists_a_konten_over_two_months_once(office: Store) -> None:
    posts = [
        post("e1", OPD, "facebook", "2024-10-31T20:00", "e1"),
        post("e2", OPD, "instagram", "2024-11-01T09:00", "e1", "2024-10-31"),
    ]
    fill(office, posts=posts)
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    choice = Choice(OCTOBER.first, OCTOBER.last, agencies=(OPD,))
    rows = table(targets(office, SCOPE, choice, TODAY), "rincian-unggahan").rows
    assert [(line[0], line[2], line[3]) for line in rows][-2:] == [
        ("2024-10-31", "2024-10-31", "Facebook"),
        ("2024-10-31", "2024-11-01", "Instagram"),
    ]


def test_the_trend_of_targets_keeps_an_opd_that_ended_after_a_closed_month(office: Store) -> None:
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    with office.write() as writer:
        writer.update("agencies", {"to_day": OCTOBER.last}, {"agency_id": OPD})
    trend = table(targets(office, SCOPE, NOVEMBER, TODAY), "capaian-tren")
    assert ("Dinas", "Oktober 2024", 46, 23) in [line[:4] for line in trend.rows]


def test_figures_of_a_closed_month_count_to_the_export_that_told_them(office: Store) -> None:
    export = [
        row("uploads", upload_id="m1", as_of=date(2024, 11, 2)),
        row("uploads", upload_id="m2", as_of=date(2024, 11, 19), uploaded_at=LATE),
    ]
    told = [
        row("records", record_id="m1", upload_id="m1", post_key="k2i", views=100),
        row("records", record_id="m2", upload_id="m2", post_key="k2i", views=900),
    ]
    fill(office, uploads=export, records=told[:1])
    with office.write() as writer:
        writer.update("posts", {"views": 100}, {"post_key": "k2i"})
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    fill(office, records=told[1:])
    with office.write() as writer:
        writer.update("posts", {"views": 900}, {"post_key": "k2i"})
    top = table(reach(office, SCOPE, OCTOBER, TODAY), "jangkauan-teratas-tayangan")
    assert [(line[2], line[7]) for line in top.rows] == [(100, "2024-11-02")]


def close_then_move(office: Store) -> None:
    """October is closed with a post of its last day, which then turns out to be of 1 November."""
    fill(office, posts=[post("e1", OPD, "facebook", "2024-10-31T20:00", "e1")])
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    moved = {"published_at": datetime(2024, 11, 1, 10), "day": NOVEMBER.first, "content_day": NOVEMBER.first}
    with office.write() as writer:
        writer.update("posts", moved, {"post_key": "e1"})


def test_a_post_that_one_closed_month_counts_is_not_kept_by_the_next(office: Store) -> None:
    close_then_move(office)
    close_month(office, SCOPE, NOVEMBER.first, "Ani", "", datetime(2024, 12, 1, 9))
    assert (counts(office, OCTOBER), counts(office, TWO_MONTHS)) == ([6, 8], [6, 8])
    assert changes_since(office, SCOPE, NOVEMBER.first) == ()


def told(store: Store) -> list[tuple[str, str]]:
    return [(each.opd, each.what) for each in changes_since(store, SCOPE, OCTOBER.first)]


def test_a_post_whose_day_moved_out_of_a_closed_month_is_said_to_have_moved(office: Store) -> None:
    close_then_move(office)
    words = "Tanggal unggahan menjadi 1 November 2024; tetap dihitung pada bulan yang ditutup"
    assert told(office) == [("Dinas Kesehatan", words)]


def test_dates_of_an_opd_and_of_its_accounts_that_changed_are_told(office: Store) -> None:
    close_month(office, SCOPE, OCTOBER.first, "Ani", "", CLOSED)
    with office.write() as writer:
        writer.update("agencies", {"to_day": date(2024, 10, 15)}, {"agency_id": "dinas-pupr"})
        writer.update("accounts", {"to_day": date(2024, 10, 20)}, {"agency_id": OPD, "platform": "facebook"})
        writer.update("accounts", {"from_day": date(2024, 12, 1)}, {"agency_id": "kecamatan-belitang"})
    assert told(office) == [
        ("Dinas Kesehatan", "Tanggal akun Facebook berubah"),
        ("Dinas Pekerjaan Umum", "Daftar OPD: tanggal berakhir berubah"),
        ("Kecamatan Belitang", "Tanggal akun Facebook berubah"),
    ]
