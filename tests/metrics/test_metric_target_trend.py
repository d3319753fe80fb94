"""Days met by month: only days that are completely reported, and nothing where there is none."""

from datetime import date

from metrics.activity import daily_activity
from metrics.covered import covered_days
from metrics.target_trend import kind_sums, monthly_days
from metrics.targets import target_days, target_sums
from tests.metrics.tables import AGENCIES, DAYS, Run, accounts, coverage, post, posts, table, targets

ONE = ("umum", None, None, date(2024, 9, 30), 1, "konten", "hari_kerja", None)
DAYS_OF = table(DAYS, [(date(2024, 9, 27), True), (date(2024, 9, 30), True), *(
    (date(2024, 10, day), day != 5) for day in range(1, 6)), (date(2024, 11, 1), True)])  # fmt: skip
ROSTER = table(AGENCIES, [("a", "dinas"), ("b", "dinas"), ("c", "kecamatan")])


def test_an_open_day_counts_neither_way_and_a_month_without_report_has_no_share(run: Run) -> None:
    published = posts(post("a", "x", 1, "k1"), post("a", "x", 2, "k2"), post("b", "x", 1, "k3"),
                      post("b", "x", 4, "k4"), post("c", "x", 2, "k5"))  # fmt: skip
    reports = coverage(("a", "x", 1, 5, True), ("b", "x", 1, 1, True), ("b", "x", 4, 4, False), ("c", "x", 2, 2, False))
    daily = daily_activity(published, covered_days(reports, published, accounts(), ROSTER, DAYS_OF))
    rows = run(monthly_days(target_days(daily, ROSTER, targets(ONE)), ROSTER))
    assert {(row.pop("kind"), row.pop("start")): row for row in rows} == {
        ("dinas", date(2024, 9, 1)): {"due": 2, "reported": 0, "met": 0, "share": None},
        ("dinas", date(2024, 10, 1)): {"due": 8, "reported": 5, "met": 3, "share": 0.6},
        ("dinas", date(2024, 11, 1)): {"due": 2, "reported": 0, "met": 0, "share": None},
        ("kecamatan", date(2024, 9, 1)): {"due": 1, "reported": 0, "met": 0, "share": None},
        ("kecamatan", date(2024, 10, 1)): {"due": 4, "reported": 0, "met": 0, "share": None},
        ("kecamatan", date(2024, 11, 1)): {"due": 1, "reported": 0, "met": 0, "share": None},
    }


def test_days_of_a_kind_add_up_and_only_judged_days_have_a_share(run: Run) -> None:
    published = posts(post("a", "x", 1, "k1"), post("b", "x", 1, "k2"), post("c", "x", 2, "k3"))
    reports = coverage(("a", "x", 1, 2, True), ("b", "x", 1, 1, True))
    daily = daily_activity(published, covered_days(reports, published, accounts(), ROSTER, DAYS_OF))
    rows = run(kind_sums(target_sums(target_days(daily, ROSTER, targets(ONE))), ROSTER))
    assert {row.pop("kind"): row for row in rows} == {
        "dinas": {"opds": 2, "due": 12, "met": 2, "unmet": 1, "unknown": 9, "share": 2 / 3},
        "kecamatan": {"opds": 1, "due": 6, "met": 1, "unmet": 0, "unknown": 5, "share": 1.0},
    }
