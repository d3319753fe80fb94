"""Activity: both counts of every day, the state of a day without a post, trend, hours, silence."""

from datetime import date

import ibis.expr.types as ir

from metrics.activity import (
    activity_trend,
    daily_activity,
    last_posts,
    posting_hours,
    silences,
    stepped_activity,
)
from metrics.covered import covered_days
from tests.metrics.tables import Run, accounts, agencies, at, coverage, days, post, posts


def daily(published: ir.Table, reports: ir.Table, names: tuple[str, ...], period: ir.Table) -> ir.Table:
    covered = covered_days(reports, published, accounts(), agencies(*names), period)
    return daily_activity(published, covered)


def test_states_of_days_without_a_post(run: Run) -> None:
    reports = coverage(("a", "x", 3, 6, True), ("b", "x", 3, 6, False))
    rows = run(daily(posts(post("a", "x", 3, "k1")), reports, ("a", "b", "c"), days(3, 5)))
    found = {(row["agency_id"], row["day"].day): (row["unggahan"], row["state"]) for row in rows}
    assert found == {
        ("a", 3): (1, "ada"),
        ("a", 4): (0, "nihil"),
        ("a", 5): (0, "libur"),
        ("b", 3): (0, "belum_lengkap"),
        ("b", 4): (0, "belum_lengkap"),
        ("b", 5): (0, "belum_lengkap"),
        ("c", 3): (0, "belum_melapor"),
        ("c", 4): (0, "belum_melapor"),
        ("c", 5): (0, "belum_melapor"),
    }


def test_a_post_on_a_day_off_is_seen(run: Run) -> None:
    rows = run(daily(posts(post("a", "x", 5, "k1")), coverage(("a", "x", 5, 5, True)), ("a",), days(5, 5)))
    assert [(row["state"], row["konten"], row["working"]) for row in rows] == [("ada", 1, False)]


def test_a_konten_on_three_platforms_counts_once_on_its_first_day(run: Run) -> None:
    published = posts(
        post("a", "instagram", 1, "k1"), post("a", "facebook", 1, "k1"), post("a", "tiktok", 3, "k1", begun=1)
    )
    rows = run(daily(published, coverage(), ("a",), days(1, 3)))
    assert sorted((row["day"].day, row["konten"], row["unggahan"], row["state"]) for row in rows) == [
        (1, 1, 2, "ada"),
        (2, 0, 0, "belum_melapor"),
        (3, 0, 1, "ada"),
    ]


def test_a_konten_over_the_border_of_a_month_counts_in_the_month_it_began(run: Run) -> None:
    published = posts(
        post("a", "instagram", date(2024, 9, 30), "k1"), post("a", "facebook", 1, "k1", begun=date(2024, 9, 30))
    )
    rows = run(daily(published, coverage(), ("a",), days(1, 1)))
    assert [(row["konten"], row["unggahan"]) for row in rows] == [(0, 1)]


def test_weeks_begin_on_monday_and_keep_states_apart(run: Run) -> None:
    reports = coverage(("a", "x", 1, 31, True), ("b", "x", 1, 7, True))
    published = posts(post("a", "x", 6, "k1"), post("a", "x", 8, "k2"), post("a", "x", 9, "k3"))
    rows = run(stepped_activity(daily(published, reports, ("a", "b", "c"), days(1, 13)), "week"))
    found = {(row["agency_id"], row["start"]): (row["konten"], row["state"]) for row in rows}
    assert found == {
        ("a", date(2024, 9, 30)): (1, "ada"),
        ("a", date(2024, 10, 7)): (2, "ada"),
        ("b", date(2024, 9, 30)): (0, "nihil"),
        ("b", date(2024, 10, 7)): (0, "belum_lengkap"),
        ("c", date(2024, 9, 30)): (0, "belum_melapor"),
        ("c", date(2024, 10, 7)): (0, "belum_melapor"),
    }


def test_trend_says_how_many_reported(run: Run) -> None:
    reports = coverage(("a", "x", 1, 2, True))
    published = posts(post("a", "x", 1, "k1"), post("a", "facebook", 1, "k1"), post("b", "x", 1, "k2"))
    rows = run(activity_trend(daily(published, reports, ("a", "b"), days(1, 3)), "day"))
    assert sorted((r["start"].day, r["konten"], r["unggahan"], r["reporting"], r["agencies"]) for r in rows) == [
        (1, 2, 3, 2, 2),
        (2, 0, 0, 1, 2),
        (3, 0, 0, 0, 2),
    ]


def test_hours_keep_posts_without_one_apart(run: Run) -> None:
    published = posts(
        post("a", "x", 1, "k1", hour=9), post("a", "facebook", 8, "k2", hour=9), post("a", "x", 6, "k3", hour=0),
        post("a", "x", 6, "k4"),
    )  # fmt: skip
    rows = run(posting_hours(published))
    assert {(r["weekday"], r["hour"]): r["unggahan"] for r in rows} == {(1, 9): 2, (6, 0): 1, (6, None): 1}


def test_last_post_of_every_agency(run: Run) -> None:
    published = posts(post("a", "x", 1, "k1"), post("a", "x", 9, "k2"))
    rows = run(last_posts(published, agencies("a", "b")))
    assert {row["agency_id"]: row["last_post"] for row in rows} == {"a": at(9), "b": None}


def test_longest_silence_is_broken_by_days_that_are_not_known(run: Run) -> None:
    reports = coverage(("a", "x", 1, 4, True), ("a", "x", 6, 8, True))
    published = posts(post("a", "x", 2, "k1"))
    rows = run(silences(daily(published, reports, ("a", "b"), days(1, 9))))
    found = {row.pop("agency_id"): row for row in rows}
    assert found == {
        "a": {
            "active_days": 1, "unknown_days": 2, "silent_days": 3, "silent_from": at(6), "silent_to": at(8),
        },
        "b": {"active_days": 0, "unknown_days": 9, "silent_days": 0, "silent_from": None, "silent_to": None},
    }  # fmt: skip


def test_of_two_equal_silences_the_earlier_is_named(run: Run) -> None:
    reports = coverage(("a", "x", 1, 5, True))
    rows = run(silences(daily(posts(post("a", "x", 3, "k1")), reports, ("a",), days(1, 5))))
    assert [(row["silent_days"], row["silent_from"]) for row in rows] == [(2, at(1))]
