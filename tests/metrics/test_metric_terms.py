"""Accounts and OPDs that ended or began later: what is not there is not expected, what was there stays judged."""

import ibis.expr.types as ir

from metrics.activity import daily_activity, stepped_activity
from metrics.covered import covered_days, reporting
from metrics.targets import target_days, target_sums
from tests.metrics.tables import Run, accounts, agencies, at, coverage, days, post, posts, table, targets

POSTS = posts(
    post("muncul", "facebook", 3, "k1"), post("bubar", "facebook", 1, "k2"), post("bubar", "facebook", 4, "k3")
)


def covered() -> ir.Table:
    """Facebook of three OPDs ended on the 2nd; the OPD "bubar" itself did, "baru" begins on the 4th."""
    names = ("dua", "satu", "muncul", "bubar", "baru")
    ended = [(name, "facebook", at(day)) for name in ("dua", "satu", "muncul") for day in (3, 4)]
    outside = [("bubar", at(3)), ("bubar", at(4)), ("baru", at(1)), ("baru", at(2)), ("baru", at(3))]
    reports = [(name, "facebook", 1, 2, True) for name in ("dua", "satu", "muncul")]
    return covered_days(
        coverage(*reports, ("dua", "instagram", 1, 4, True), ("bubar", "facebook", 1, 4, True)),
        POSTS,
        accounts(*((name, "facebook") for name in names), ("dua", "instagram")),
        agencies(*names),
        days(1, 4, off=()),
        ended=table({"agency_id": "string", "platform": "string", "day": "date"}, ended),
        outside=table({"agency_id": "string", "day": "date"}, outside),
    )


def test_an_ended_account_is_not_expected_and_an_ended_opd_has_no_days(run: Run) -> None:
    found: dict[str, list[str]] = {}
    for row in sorted(run(covered()), key=lambda row: row["day"]):
        found.setdefault(row["agency_id"], []).append(row["covered"])
    assert found == {
        "dua": ["lengkap", "lengkap", "lengkap", "lengkap"],
        "satu": ["lengkap", "lengkap", "tanpa_akun", "tanpa_akun"],
        "muncul": ["lengkap", "lengkap", "sebagian", "tanpa_akun"],
        "bubar": ["lengkap", "lengkap", "di_luar_data", "di_luar_data"],
        "baru": ["di_luar_data", "di_luar_data", "di_luar_data", "belum_melapor"],
    }


def test_days_outside_are_no_part_of_how_an_opd_reported(run: Run) -> None:
    told = {row["agency_id"]: (row["days"], row["reporting"]) for row in run(reporting(covered()))}
    assert told == {
        "dua": (4, "melapor_lengkap"),
        "satu": (4, "melapor_lengkap"),
        "muncul": (4, "melapor_sebagian"),
        "bubar": (2, "melapor_lengkap"),
        "baru": (1, "belum_melapor"),
    }
    early = covered().filter(lambda row: (row.agency_id == "baru") & (row.day < at(4)))
    assert [row["reporting"] for row in run(reporting(early))] == ["di_luar_data"]


def test_nothing_is_asked_outside_and_a_post_there_is_still_seen(run: Run) -> None:
    daily = daily_activity(POSTS, covered())
    rule = targets(("t", None, None, 1, 1, "konten", "hari_kalender", "SE 1/2024"))
    judged = target_days(daily, agencies("dua", "satu", "muncul", "bubar", "baru"), rule)
    days_of = {(row["agency_id"], row["day"].day): (row["state"], row["verdict"]) for row in run(judged)}
    assert [days_of["bubar", day] for day in (1, 2, 3, 4)] == [
        ("ada", "met"), ("nihil", "unmet"), ("di_luar_data", "none"), ("di_luar_data", "none"),
    ]  # fmt: skip
    assert [days_of["satu", day] for day in (2, 3)] == [("nihil", "unmet"), ("tanpa_akun", "none")]
    assert days_of["baru", 4] == ("belum_melapor", "unknown")
    due = {row["agency_id"]: (row["due"], row["met"], row["gap"]) for row in run(target_sums(judged))}
    assert due == {"dua": (4, 0, 4), "satu": (2, 0, 2), "muncul": (3, 1, 2), "bubar": (2, 1, 1), "baru": (1, 0, 0)}
    seen = {(row["agency_id"], row["day"].day): row["state"] for row in run(daily)}
    assert (seen["bubar", 3], seen["bubar", 4]) == ("di_luar_data", "ada")


def test_a_week_is_silent_by_the_days_that_an_opd_and_its_account_were_there(run: Run) -> None:
    told = {row["agency_id"]: row["state"] for row in run(stepped_activity(daily_activity(posts(), covered()), "week"))}
    assert told == {
        "dua": "nihil", "satu": "nihil", "muncul": "belum_lengkap", "bubar": "nihil", "baru": "belum_melapor",
    }  # fmt: skip
