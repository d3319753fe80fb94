"""Bidang that konten name: one konten once a bidang, on whichever of its posts it names it."""

from datetime import date

from metrics.coverage_units import days_since, last_mentions, naming, step_states, stepped_units, unit_contents
from tests.metrics.tables import Run, agencies, at, table

POSTS = table(
    {"agency_id": "string", "content_key": "string", "caption": "string", "bidang": "string"},
    [
        ("a", "k1", "Kabid PSP meninjau", "a/psp"),
        ("a", "k1", "Kabid PSP meninjau", "a/psp"),
        ("a", "k2", "PSP dan Hortikultura", "a/psp;a/horti"),
        ("a", "k3", "Tanpa bidang", ""),
        ("a", "k4", " ", ""),
        ("a", "k5", "", "Bidang Baru"),
        ("b", "k6", "Tanpa bidang", ""),
    ],
)


def test_konten_per_bidang(run: Run) -> None:
    rows = run(unit_contents(POSTS))
    assert {(row["agency_id"], row["unit"]): row["konten"] for row in rows} == {
        ("a", "a/psp"): 2,
        ("a", "a/horti"): 1,
        ("a", "Bidang Baru"): 1,
    }


def test_how_many_konten_name_none(run: Run) -> None:
    rows = run(naming(POSTS, agencies("a", "b", "c")))
    assert {row["agency_id"]: (row["konten"], row["named"], row["none"], row["share"]) for row in rows} == {
        "a": (4, 3, 1, 0.25),
        "b": (1, 0, 1, 1.0),
        "c": (0, 0, 0, None),
    }


NAMED = table(
    {"agency_id": "string", "content_key": "string", "content_day": "date", "day": "date", "bidang": "string"},
    [
        ("a", "k1", at(1), at(1), "a/psp"),
        ("a", "k1", at(1), at(2), "a/psp"),  # the same konten a day later elsewhere
        ("a", "k2", at(4), at(4), "a/psp; a/horti"),
        ("a", "k3", at(8), at(8), "a/horti"),
        ("b", "k4", at(9), at(9), ""),
    ],
)


def test_konten_per_bidang_and_week(run: Run) -> None:
    rows = run(stepped_units(NAMED, "week"))
    assert {(row["unit"], row["start"]): row["konten"] for row in rows} == {
        ("a/psp", date(2024, 9, 30)): 2,
        ("a/horti", date(2024, 9, 30)): 1,
        ("a/horti", date(2024, 10, 7)): 1,
    }


def test_last_mentions_are_days_of_posts(run: Run) -> None:
    rows = run(last_mentions(NAMED))
    assert {row["unit"]: row["last_day"] for row in rows} == {"a/psp": at(4), "a/horti": at(8)}


COVERED = {"agency_id": "string", "day": "date", "working": "boolean", "covered": "string"}


def test_working_days_since_the_last_mention_are_those_of_the_opd(run: Run) -> None:
    """Friday the 4th to Thursday the 10th: a works from Monday to Friday, c on all seven days."""
    days = [*range(4, 11)]
    told = {7: "sebagian", 10: "belum_melapor"}
    covered = table(
        COVERED,
        [(a, at(d), a == "c" or d not in (5, 6), told.get(d, "lengkap")) for a in ("a", "c") for d in days],
    )
    mentions = table(
        {"agency_id": "string", "unit": "string", "last_day": "date"},
        [("a", "a/psp", at(4)), ("c", "c/igd", at(4)), ("a", "a/horti", at(10))],
    )
    rows = run(days_since(mentions, covered))
    assert {row["unit"]: (row["last_day"], row["working_days"], row["reported_days"]) for row in rows} == {
        "a/psp": (at(4), 4, 2),  # 7, 8, 9, 10; of these 8 and 9 completely reported
        "c/igd": (at(4), 6, 4),
        "a/horti": (at(10), 0, 0),
    }


def test_a_step_says_nought_only_where_every_day_is_reported(run: Run) -> None:
    daily = table(
        {**COVERED, "excused": "boolean", "konten": "int64", "unggahan": "int64", "state": "string"},
        [
            ("a", at(1), True, "lengkap", False, 2, 2, "ada"),
            ("a", at(2), True, "lengkap", False, 0, 0, "nihil"),
            ("b", at(1), True, "lengkap", False, 2, 2, "ada"),
            ("b", at(2), True, "sebagian", False, 0, 0, "belum_lengkap"),
            ("c", at(1), True, "lengkap", False, 0, 0, "nihil"),
            ("c", at(2), True, "lengkap", False, 0, 0, "nihil"),
            ("d", at(1), True, "lengkap", False, 1, 1, "ada"),
            ("d", at(2), True, "dispensasi", True, 0, 0, "dispensasi"),
            ("e", at(1), True, "belum_melapor", False, 0, 0, "belum_melapor"),
            ("e", at(2), True, "belum_melapor", False, 0, 0, "belum_melapor"),
        ],
    )
    rows = run(step_states(daily, "month"))
    assert {row["agency_id"]: row["state"] for row in rows} == {
        "a": "", "b": "belum_lengkap", "c": "nihil", "d": "", "e": "belum_melapor",
    }  # fmt: skip
    assert {row["start"] for row in rows} == {date(2024, 10, 1)}
