"""Targets: who is judged, from when, and what is never held against an OPD."""

import ibis.expr.types as ir

from metrics.activity import daily_activity
from metrics.covered import covered_days
from metrics.targets import target_days, target_sums
from tests.metrics.tables import Run, accounts, agencies, coverage, days, post, posts, targets

THREE = ("umum", None, None, 1, 3, "konten", "hari_kerja", None)


def judged(published: ir.Table, reports: ir.Table, aims: ir.Table, period: ir.Table, *names: str) -> ir.Table:
    roster = agencies(*names)
    covered = covered_days(reports, published, accounts(), roster, period)
    return target_days(daily_activity(published, covered), roster, aims)


def verdicts(run: Run, table: ir.Table) -> dict[tuple[str, int], tuple[int | None, int, str]]:
    return {(r["agency_id"], r["day"].day): (r["number"], r["count"], r["verdict"]) for r in run(table)}


def many(agency: str, day: int, count: int) -> list[tuple]:
    return [post(agency, "x", day, f"{agency}{day}-{i}") for i in range(count)]


def test_met_unmet_unknown_and_day_off(run: Run) -> None:
    published = posts(*many("a", 3, 3), *many("a", 4, 2), *many("b", 3, 3), *many("b", 4, 2))
    reports = coverage(("a", "x", 3, 5, True), ("b", "x", 3, 5, False))
    assert verdicts(run, judged(published, reports, targets(THREE), days(3, 5), "a", "b", "c")) == {
        ("a", 3): (3, 3, "met"),
        ("a", 4): (3, 2, "unmet"),
        ("a", 5): (3, 0, "none"),
        ("b", 3): (3, 3, "met"),
        ("b", 4): (3, 2, "unknown"),
        ("b", 5): (3, 0, "none"),
        ("c", 3): (3, 0, "unknown"),
        ("c", 4): (3, 0, "unknown"),
        ("c", 5): (3, 0, "none"),
    }


def test_a_surplus_never_cancels_the_gap_of_another_day(run: Run) -> None:
    published = posts(*many("a", 1, 9), *many("a", 2, 1))
    reports = coverage(("a", "x", 1, 3, True))
    rows = run(target_sums(judged(published, reports, targets(THREE), days(1, 3), "a")))
    assert rows == [
        {"agency_id": "a", "due": 3, "met": 1, "unmet": 2, "unknown": 0, "expected": 9, "counted": 10, "gap": 5,
         "assumed": 3}
    ]  # fmt: skip


def test_days_before_the_target_are_not_judged(run: Run) -> None:
    aim = targets(("umum", None, None, 3, 1, "konten", "hari_kalender", "SE 1/2024"))
    reports = coverage(("a", "x", 1, 4, True))
    rows = judged(posts(), reports, aim, days(1, 4), "a")
    assert verdicts(run, rows) == {
        ("a", 1): (None, 0, "none"),
        ("a", 2): (None, 0, "none"),
        ("a", 3): (1, 0, "unmet"),
        ("a", 4): (1, 0, "unmet"),
    }
    assert run(target_sums(rows)) == [
        {"agency_id": "a", "due": 2, "met": 0, "unmet": 2, "unknown": 0, "expected": 2, "counted": 0, "gap": 2,
         "assumed": 0}
    ]  # fmt: skip


def test_hari_kalender_counts_days_off(run: Run) -> None:
    aim = targets(("umum", None, None, 1, 1, "konten", "hari_kalender", None))
    assert verdicts(run, judged(posts(), coverage(("a", "x", 5, 5, True)), aim, days(5, 5), "a")) == {
        ("a", 5): (1, 0, "unmet")
    }


def test_the_most_specific_newest_target_holds(run: Run) -> None:
    aims = targets(
        THREE,
        ("dinas", None, "dinas", 1, 2, "konten", "hari_kerja", None),
        ("dinas-baru", None, "dinas", 2, 4, "konten", "hari_kerja", None),
        ("badan", None, "badan", 1, 7, "konten", "hari_kerja", None),
        ("khusus", "b", "", 2, 1, "konten", "hari_kerja", None),
    )
    rows = verdicts(run, judged(posts(), coverage(), aims, days(1, 2), "a", "b"))
    assert {key: number for key, (number, _, _) in rows.items()} == {
        ("a", 1): 2,
        ("a", 2): 4,
        ("b", 1): 2,
        ("b", 2): 1,
    }


def test_the_target_says_what_it_counts(run: Run) -> None:
    one_on_three = posts(*[post("a", platform, 1, "k1") for platform in ("x", "facebook", "instagram")])
    for counts, count, verdict in (("konten", 1, "unknown"), ("unggahan", 3, "met")):
        aim = targets(("umum", None, None, 1, 3, counts, "hari_kerja", None))
        rows = verdicts(run, judged(one_on_three, coverage(), aim, days(1, 1), "a"))
        assert rows == {("a", 1): (3, count, verdict)}


def test_without_targets_nothing_is_judged(run: Run) -> None:
    rows = judged(posts(), coverage(("a", "x", 1, 1, True)), targets(), days(1, 1), "a")
    assert verdicts(run, rows) == {("a", 1): (None, 0, "none")}
    assert run(target_sums(rows)) == [
        {"agency_id": "a", "due": 0, "met": 0, "unmet": 0, "unknown": 0, "expected": 0, "counted": 0, "gap": 0,
         "assumed": 0}
    ]  # fmt: skip
