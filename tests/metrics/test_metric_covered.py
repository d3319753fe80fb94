"""Covered days: complete, partial and missing reports never look alike."""

from datetime import date

import ibis.expr.types as ir

from metrics.covered import covered_days, expected_platforms, reporting
from tests.metrics.tables import Run, accounts, agencies, coverage, days, post, posts


def states(run: Run, covered: ir.Table) -> dict[tuple[str, int], str]:
    return {(row["agency_id"], row["day"].day): row["covered"] for row in run(covered)}


def test_expected_platforms_come_from_accounts_reports_and_posts(run: Run) -> None:
    expected = expected_platforms(
        coverage(("a", "facebook", 1, 31, True)),
        posts(post("a", "x", 2, "k1")),
        accounts(("a", "instagram"), ("a", "x")),
    )
    assert sorted((row["agency_id"], row["platform"]) for row in run(expected)) == [
        ("a", "facebook"),
        ("a", "instagram"),
        ("a", "x"),
    ]


def test_complete_partial_and_missing(run: Run) -> None:
    covered = covered_days(
        coverage(("lengkap", "facebook", 1, 2, True), ("sebagian", "facebook", 1, 1, False)),
        posts(),
        accounts(("lengkap", "facebook"), ("sebagian", "facebook"), ("belum", "facebook")),
        agencies("lengkap", "sebagian", "belum", "tak-dikenal"),
        days(1, 2),
    )
    assert states(run, covered) == {
        ("lengkap", 1): "lengkap",
        ("lengkap", 2): "lengkap",
        ("sebagian", 1): "sebagian",
        ("sebagian", 2): "belum_melapor",
        ("belum", 1): "belum_melapor",
        ("belum", 2): "belum_melapor",
        ("tak-dikenal", 1): "belum_melapor",
        ("tak-dikenal", 2): "belum_melapor",
    }


def test_one_platform_complete_and_another_not_reported_is_partial(run: Run) -> None:
    covered = covered_days(
        coverage(("a", "facebook", 1, 31, True)),
        posts(),
        accounts(("a", "facebook"), ("a", "instagram")),
        agencies("a"),
        days(1, 1),
    )
    assert states(run, covered) == {("a", 1): "sebagian"}


def test_two_complete_reports_of_one_platform_do_not_stand_for_another(run: Run) -> None:
    covered = covered_days(
        coverage(("a", "facebook", 1, 31, True), ("a", "facebook", 1, 10, True)),
        posts(),
        accounts(("a", "facebook"), ("a", "instagram")),
        agencies("a"),
        days(1, 1),
    )
    assert states(run, covered) == {("a", 1): "sebagian"}


def test_a_complete_report_beats_an_incomplete_one_of_the_same_day(run: Run) -> None:
    covered = covered_days(
        coverage(("a", "facebook", 1, 5, False), ("a", "facebook", 1, 5, True)),
        posts(),
        accounts(),
        agencies("a"),
        days(1, 1),
    )
    assert states(run, covered) == {("a", 1): "lengkap"}


def test_a_day_with_a_known_post_is_at_least_partial(run: Run) -> None:
    covered = covered_days(coverage(), posts(post("a", "facebook", 2, "k1")), accounts(), agencies("a"), days(1, 2))
    assert states(run, covered) == {("a", 1): "belum_melapor", ("a", 2): "sebagian"}


def test_choosing_a_platform_asks_only_for_that_platform(run: Run) -> None:
    reports = coverage(("a", "facebook", 1, 31, True))
    known = accounts(("a", "facebook"), ("a", "instagram"), ("b", "facebook"))
    chosen = {
        platform: states(
            run, covered_days(reports, posts(), known, agencies("a", "b"), days(1, 1), platforms=(platform,))
        )
        for platform in ("facebook", "instagram")
    }
    assert chosen["facebook"] == {("a", 1): "lengkap", ("b", 1): "belum_melapor"}
    assert chosen["instagram"] == {("a", 1): "belum_melapor", ("b", 1): "tanpa_akun"}


def test_reporting_over_a_period(run: Run) -> None:
    covered = covered_days(
        coverage(("lengkap", "x", 1, 4, True), ("sebagian", "x", 1, 1, True), ("terbuka", "x", 2, 3, False)),
        posts(),
        accounts(("lama", "x")),
        agencies("lengkap", "sebagian", "terbuka", "lama"),
        days(1, 4),
    )
    found = {
        row["agency_id"]: (
            row["days"],
            row["days_complete"],
            row["days_partial"],
            row["days_missing"],
            row["reporting"],
        )
        for row in run(reporting(covered))
    }
    assert found == {
        "lengkap": (4, 4, 0, 0, "melapor_lengkap"),
        "sebagian": (4, 1, 0, 3, "melapor_sebagian"),
        "terbuka": (4, 0, 2, 2, "melapor_sebagian"),
        "lama": (4, 0, 0, 4, "belum_melapor"),
    }


def test_an_empty_store_leaves_every_agency_in_the_list(run: Run) -> None:
    covered = covered_days(coverage(), posts(), accounts(), agencies("a"), days(1, 1))
    assert run(covered) == [
        {"agency_id": "a", "day": date(2024, 10, 1), "working": True, "covered": "belum_melapor", "excused": False}
    ]
