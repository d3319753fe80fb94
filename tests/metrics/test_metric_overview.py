"""The totals of a period."""

from datetime import date

from metrics.overview import platform_counts, totals
from tests.metrics.tables import Run, days, post, posts

PUBLISHED = (
    post("a", "instagram", date(2024, 9, 30), "k1"),
    post("a", "facebook", 1, "k1", begun=date(2024, 9, 30)),
    post("a", "facebook", 2, "k2"),
    post("b", "x", 2, "k3"),
    post("b", "facebook", 3, "k3", begun=2),
    post("b", "facebook", 9, "k4"),
)


def test_konten_by_first_day_and_unggahan_by_own_day(run: Run) -> None:
    assert run(totals(posts(*PUBLISHED), days(1, 5))) == [{"konten": 2, "unggahan": 4}]


def test_platforms_of_the_period(run: Run) -> None:
    rows = run(platform_counts(posts(*PUBLISHED), days(1, 5)))
    assert sorted((r["platform"], r["unggahan"], r["agencies"]) for r in rows) == [("facebook", 3, 2), ("x", 1, 1)]


def test_nothing_published(run: Run) -> None:
    assert run(totals(posts(), days(1, 5))) == [{"konten": 0, "unggahan": 0}]
    assert run(platform_counts(posts(), days(1, 5))) == []
