"""Leaders alone against the office's threshold: hand-made cases around the margin and the smallest number judged."""

from metrics.coverage_verdict import leader_verdicts, monthly_parts
from tests.metrics.tables import Run, at, table

LEADERS = ("pimpinan_daerah", "pimpinan_opd", "pimpinan")
PARTS = {"agency_id": "string", "subject": "string", "konten": "int64"}


def parts(**agencies: dict[str, int]) -> list[tuple[str, str, int]]:
    return [(agency, subject, konten) for agency, own in agencies.items() for subject, konten in own.items()]


def test_verdicts_against_forty_percent(run: Run) -> None:
    cells = parts(
        above={"pimpinan": 11, "perangkat": 9},  # 55%
        ten_over={"pimpinan": 10, "perangkat": 10},  # 50%, exactly ten points over
        below={"pimpinan": 5, "perangkat": 15},  # 25%
        ten_under={"pimpinan": 6, "perangkat": 14},  # 30%, exactly ten points under
        unclear={"pimpinan": 3, "perangkat": 14, "tidak_jelas": 3},  # 15%, or 30% if the unclear are leaders too
        clear={"pimpinan": 3, "perangkat": 15, "tidak_jelas": 2},  # 15%, or 25%
        few={"pimpinan": 19},  # 100% of 19
        nothing={"pimpinan": 0, "perangkat": 0},
        finer={"pimpinan_daerah": 5, "pimpinan_opd": 4, "pimpinan": 2, "perangkat": 9},  # 55%
        mixed={"pimpinan": 2, "campuran": 12, "perangkat": 6},  # leaders with service content are not leaders alone
    )
    rows = run(leader_verdicts(table(PARTS, cells), LEADERS, 40, margin=10, fewest=20))
    assert {row["agency_id"]: (row["leaders"], row["whole"], row["verdict"]) for row in rows} == {
        "above": (11, 20, "above"),
        "ten_over": (10, 20, "open"),
        "below": (5, 20, "below"),
        "ten_under": (6, 20, "open"),
        "unclear": (3, 20, "open"),
        "clear": (3, 20, "below"),
        "few": (19, 19, "few"),
        "nothing": (0, 0, "none"),
        "finer": (11, 20, "above"),
        "mixed": (2, 20, "below"),
    }
    assert {row["agency_id"]: row["share"] for row in rows}["above"] == 0.55
    assert {row["agency_id"]: row["share"] for row in rows}["nothing"] is None


def test_without_a_threshold_nobody_is_judged(run: Run) -> None:
    cells = parts(a={"pimpinan": 20}, b={"pimpinan": 3})
    rows = run(leader_verdicts(table(PARTS, cells), LEADERS, None, margin=10, fewest=20))
    assert {row["agency_id"]: (row["share"], row["verdict"]) for row in rows} == {
        "a": (1.0, "none"),
        "b": (1.0, "none"),
    }


def test_parts_of_each_month_that_holds_konten(run: Run) -> None:
    konten = table(
        {"agency_id": "string", "content_day": "date", "subject": "string"},
        [
            ("a", at(1), "pimpinan"), ("a", at(31), "perangkat"), ("b", at(31), "perangkat"),
            ("b", at(5).replace(month=11), "pimpinan"),
        ],
    )  # fmt: skip
    rows = run(monthly_parts(konten))
    assert {(f"{row['start']:%Y-%m}", row["subject"]): (row["konten"], row["whole"]) for row in rows} == {
        ("2024-10", "pimpinan"): (1, 3),
        ("2024-10", "perangkat"): (2, 3),
        ("2024-11", "pimpinan"): (1, 1),
    }
    assert {(f"{row['start']:%m}", row["subject"]): row["share"] for row in rows}["11", "pimpinan"] == 1.0
