"""Texts in the ways in which scams, hoaxes, incitement and support circulate are found; ordinary ones stay quiet."""

import csv
from datetime import date
from pathlib import Path

import pytest

from rules import Context, read, seed_lists
from rules.inputs import seed_phases

TEXTS = list(csv.DictReader((Path(__file__).parent / "found_ways.csv").open(encoding="utf-8")))
IN_CAMPAIGN = date(2024, 10, 20)


def missed(group: str, half: str, day: date | None = None) -> list[str]:
    """The texts of a group and half that are not read as they should be."""
    captions = [row["caption"] for row in TEXTS if row["group"] == group and row["half"] == half]
    readings = read(captions, seed_lists(), Context(phases=seed_phases()), [day] * len(captions))
    flagged = {
        "penipuan": readings["caution"] == "review",
        "dukungan": readings["neutrality"] == "review",
        "biasa": (readings["caution"] != "review") & (readings["neutrality"] == "none"),
    }[group]
    return [caption for caption, right in zip(captions, flagged, strict=True) if not right]


def test_there_are_enough_texts_and_half_were_put_aside() -> None:
    counts = {
        group: [
            sum(row["group"] == group and row["half"] == half for row in TEXTS) for half in ("terbuka", "disisihkan")
        ]
        for group in ("penipuan", "dukungan", "biasa")
    }
    assert counts == {"penipuan": [22, 22], "dukungan": [9, 9], "biasa": [13, 13]}


@pytest.mark.parametrize("half", ["terbuka", "disisihkan"])
def test_at_most_two_of_twenty_two_scams_and_rumours_are_missed(half: str) -> None:
    misses = missed("penipuan", half)
    assert len(misses) <= 2, misses


@pytest.mark.parametrize("half", ["terbuka", "disisihkan"])
@pytest.mark.parametrize("day", [None, IN_CAMPAIGN])
def test_at_most_one_of_nine_texts_of_support_is_missed(half: str, day: date | None) -> None:
    misses = missed("dukungan", half, day)
    assert len(misses) <= 1, misses


@pytest.mark.parametrize("half", ["terbuka", "disisihkan"])
@pytest.mark.parametrize("day", [None, IN_CAMPAIGN])
def test_no_ordinary_message_is_flagged(half: str, day: date | None) -> None:
    assert missed("biasa", half, day) == []
