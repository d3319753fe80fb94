"""Runs of target days: what is not asked for does not break them, what is not known does."""

from metrics.activity import daily_activity
from metrics.covered import covered_days
from metrics.streaks import streaks
from metrics.targets import target_days
from tests.metrics.tables import Run, accounts, agencies, at, coverage, days, post, posts, targets

ONE = ("umum", None, None, 1, 1, "konten", "hari_kerja", None)


def test_a_weekend_does_not_break_a_run_and_an_open_day_does(run: Run) -> None:
    roster, period = agencies("a", "b"), days(1, 9)
    published = posts(*[post("a", "x", day, f"k{day}") for day in (1, 4, 7, 8)])
    reports = coverage(("a", "x", 1, 8, True), ("b", "x", 1, 2, True), ("b", "x", 4, 8, True))
    daily = daily_activity(published, covered_days(reports, published, accounts(), roster, period))
    found = {row.pop("agency_id"): row for row in run(streaks(target_days(daily, roster, targets(ONE))))}
    assert found == {
        "a": {
            "met_days": 3, "met_from": at(4), "met_to": at(8), "unmet_days": 2, "unmet_from": at(2), "unmet_to": at(3),
        },
        "b": {
            "met_days": 0, "met_from": None, "met_to": None, "unmet_days": 3, "unmet_from": at(4), "unmet_to": at(8),
        },
    }  # fmt: skip
