"""Closed months that judge alike are read as one: a report between two closings still says nothing of the first."""

from datetime import date, datetime

from answers.choice import Choice
from answers.selection import select
from answers.targets import judged_days, targets
from intake import OFFICE, Grant, Objection, Verdict, close_month, object_to, settle
from metrics.target_trend import monthly_days
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

SCOPE, TODAY = Scope(), date(2025, 1, 20)
DECEMBER = Choice(date(2024, 12, 1), date(2024, 12, 31))
YEAR = (date(2024, 9, 1), date(2024, 12, 31))


def year(store: Store) -> Store:
    """Dinas A with a target of one konten a working day from September on; a post on the first working day of each
    month; September's report is missing until after its closing and then covers both months."""
    days = {9: 2, 10: 1, 11: 1, 12: 2}
    with store.write() as writer:
        writer.delete("targets", {"sample": [True, False]})
    fill(
        store,
        False,
        agencies=[row("agencies", name="Dinas A", kind="dinas")],
        accounts=[row("accounts", platform="facebook")],
        uploads=[row("uploads")],
        coverage=[row("coverage", platform="facebook", first_day=date(2024, 11, 1), last_day=date(2024, 12, 31))],
        posts=[post(f"p{month}", "a", "facebook", f"2024-{month:02}-{day:02}", f"p{month}", upload_id="u1")
               for month, day in days.items() if month > 9],
        targets=[row("targets", from_day=date(2024, 9, 1), number=1, basis="SE 1/2024")],
    )  # fmt: skip
    close_month(store, SCOPE, date(2024, 9, 1), "Ani", "", datetime(2024, 10, 10))
    fill(
        store,
        uploads=[row("uploads", upload_id="u2", sha256="s2")],
        coverage=[row("coverage", upload_id="u2", platform="facebook", first_day=date(2024, 9, 1),
                      last_day=date(2024, 10, 31))],
        posts=[post("p9", "a", "facebook", "2024-09-02", "p9", upload_id="u2")],
    )  # fmt: skip
    return store


def months(store: Store) -> list[tuple[date, int, int, int]]:
    """Of each month of the year: target days, those completely reported, and met of these."""
    chosen = select(store, SCOPE, DECEMBER, TODAY).moved(*YEAR, TODAY)
    rows = chosen.rows(monthly_days(judged_days(chosen), chosen.whole_roster))
    return sorted((row["start"], row["due"], row["reported"], row["met"]) for row in rows)


def parts(store: Store) -> list[tuple[date, date]]:
    chosen = select(store, SCOPE, DECEMBER, TODAY).moved(*YEAR, TODAY)
    return [(segment.days[0].day, segment.days[-1].day) for segment in chosen.segments]


def close(store: Store, *closed: int) -> None:
    for month in closed:
        close_month(store, SCOPE, date(2024, month, 1), "Ani", "", datetime(2025, 1, 10, month))


def test_months_that_judge_alike_are_one_part_and_each_stays_as_closed(store: Store) -> None:
    close(year(store), 10, 11, 12)
    assert parts(store) == [YEAR]
    # Working days: 20 (16 September was a holiday), 23, 20 (27 November: election day) and 20 (25 and 26 December).
    assert months(store) == [
        (date(2024, 9, 1), 20, 0, 0),
        (date(2024, 10, 1), 23, 23, 1),
        (date(2024, 11, 1), 20, 20, 1),
        (date(2024, 12, 1), 20, 20, 1),
    ]
    trend = {chart.name: chart for chart in targets(store, SCOPE, DECEMBER, TODAY).charts}["capaian-tren"]
    assert trend.series[0].values == (None, 1 / 23, 1 / 20, 1 / 20)


def test_another_target_or_an_opd_that_is_not_there_parts_them(store: Store) -> None:
    year(store)
    close(store, 10)
    fill(store, targets=[row("targets", target_id="t2", from_day=date(2024, 9, 1), number=2, basis="SE 2/2024")])
    close(store, 11)
    with store.write() as writer:
        writer.update("agencies", {"to_day": date(2024, 11, 30)}, {"agency_id": "a"})
    fill(store, agencies=[row("agencies", agency_id="b", name="Dinas B")])
    close(store, 12)
    assert parts(store) == [
        (date(2024, 9, 1), date(2024, 10, 31)),
        (date(2024, 11, 1), date(2024, 11, 30)),
        (date(2024, 12, 1), date(2024, 12, 31)),
    ]


def test_a_month_in_which_an_objection_was_granted_is_read_alone(store: Store) -> None:
    year(store)
    october = close_month(store, SCOPE, date(2024, 10, 1), "Ani", "", datetime(2025, 1, 10, 10))
    close(store, 11, 12)
    one = object_to(
        store,
        SCOPE,
        Objection(october, "a", date(2024, 10, 2), "Akun diretas.", "https://contoh.go.id/surat", "Rini", "a"),
        datetime(2025, 1, 11),
    )
    grant = Grant("dispensasi", first=date(2024, 10, 2), last=date(2024, 10, 2))
    settle(store, SCOPE, Verdict(one, True, grant, "Surat terlampir.", "Ani", OFFICE), datetime(2025, 1, 12))
    assert parts(store) == [
        (date(2024, 9, 1), date(2024, 9, 30)),
        (date(2024, 10, 1), date(2024, 10, 31)),
        (date(2024, 11, 1), date(2024, 12, 31)),
    ]
    assert months(store)[1] == (date(2024, 10, 1), 22, 22, 1)
