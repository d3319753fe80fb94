"""The totals of a period."""

from datetime import date

import ibis.expr.types as ir

from metrics.activity import daily_activity
from metrics.covered import covered_days
from metrics.overview import agency_totals, platform_counts, totals
from tests.metrics.tables import Run, accounts, agencies, coverage, days, post, posts

PUBLISHED = (
    post("a", "instagram", date(2024, 9, 30), "k1"),
    post("a", "facebook", 1, "k1", begun=date(2024, 9, 30)),
    post("a", "facebook", 2, "k2"),
    post("b", "x", 2, "k3"),
    post("b", "facebook", 3, "k3", begun=2),
    post("b", "facebook", 9, "k4"),
)


def daily(published: ir.Table) -> ir.Table:
    covered = covered_days(coverage(), published, accounts(), agencies("a", "b", "c"), days(1, 5))
    return daily_activity(published, covered)


def test_konten_by_first_day_and_unggahan_by_own_day(run: Run) -> None:
    assert run(totals(daily(posts(*PUBLISHED)))) == [{"konten": 2, "unggahan": 4, "reporting": 2}]


def test_every_agency_has_its_totals(run: Run) -> None:
    rows = run(agency_totals(daily(posts(*PUBLISHED))))
    assert {r["agency_id"]: (r["konten"], r["unggahan"]) for r in rows} == {"a": (1, 2), "b": (1, 2), "c": (0, 0)}


def test_posts_per_platform(run: Run) -> None:
    rows = run(platform_counts(posts(*PUBLISHED)))
    assert sorted((r["platform"], r["unggahan"], r["agencies"]) for r in rows) == [
        ("facebook", 4, 2),
        ("instagram", 1, 1),
        ("x", 1, 1),
    ]


def test_nothing_published(run: Run) -> None:
    assert run(totals(daily(posts()))) == [{"konten": 0, "unggahan": 0, "reporting": 0}]
    assert run(platform_counts(posts())) == []
