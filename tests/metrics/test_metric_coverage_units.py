"""Bidang that konten name: one konten once a bidang, on whichever of its posts it names it."""

from metrics.coverage_units import naming, unit_contents
from tests.metrics.tables import Run, agencies, table

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
