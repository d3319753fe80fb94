"""Whom the konten show: shares per OPD, OPDs without konten in the list."""

from metrics.content import contents
from metrics.coverage import agency_subjects, subject_totals
from tests.metrics.tables import Run, agencies, post, posts

SUBJECTS = ("pimpinan", "perangkat", "tidak_jelas")
THREE = (
    post("a", "x", 1, "k1", subject="pimpinan"),
    post("a", "x", 2, "k2", subject="perangkat"),
    post("a", "facebook", 2, "k2", subject="perangkat"),
    post("a", "x", 3, "k3", subject="pimpinan"),
    post("a", "x", 4, "k4", subject="pimpinan"),
)


def test_shares_of_konten_per_agency(run: Run) -> None:
    rows = run(agency_subjects(contents(posts(*THREE)), agencies("a", "b"), SUBJECTS))
    assert {(r["agency_id"], r["subject"]): (r["konten"], r["whole"], r["share"]) for r in rows} == {
        ("a", "pimpinan"): (3, 4, 0.75),
        ("a", "perangkat"): (1, 4, 0.25),
        ("a", "tidak_jelas"): (0, 4, 0.0),
        ("b", "pimpinan"): (0, 0, None),
        ("b", "perangkat"): (0, 0, None),
        ("b", "tidak_jelas"): (0, 0, None),
    }


def test_totals_over_all_agencies(run: Run) -> None:
    rows = run(subject_totals(agency_subjects(contents(posts(*THREE)), agencies("a", "b"), SUBJECTS)))
    assert {r["subject"]: (r["konten"], r["share"]) for r in rows} == {
        "pimpinan": (3, 0.75),
        "perangkat": (1, 0.25),
        "tidak_jelas": (0, 0.0),
    }
