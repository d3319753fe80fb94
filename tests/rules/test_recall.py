"""Texts written before the rules: scams and tier-A support are found, innocent look-alikes stay quiet."""

from datetime import date

import pytest

from benchmarks.rules_measures import TEXTS, Measure, measure_recall, rows_of

IN_CAMPAIGN = date(2024, 10, 20)


def shares(half: str | None, day: date | None) -> dict[str, Measure]:
    return {one.name: one for one in measure_recall(half, day)}


def test_there_are_enough_texts_and_half_were_put_aside() -> None:
    rows = rows_of(TEXTS)
    halves = ("terbuka", "disisihkan")
    counts = {
        group: [sum(row["group"] == group and row["half"] == half for row in rows) for half in halves]
        for group in ("penipuan", "dukungan", "biasa")
    }
    assert counts == {"penipuan": [30, 30], "dukungan": [20, 20], "biasa": [35, 34]}


@pytest.mark.parametrize("half", ["terbuka", "disisihkan"])
@pytest.mark.parametrize("group", ["penipuan", "dukungan"])
def test_at_least_four_of_five_are_found(half: str, group: str) -> None:
    found = shares(half, None)[group]
    assert found.share >= 0.8, found.misses


@pytest.mark.parametrize("half", ["terbuka", "disisihkan"])
@pytest.mark.parametrize("day", [None, IN_CAMPAIGN])
def test_at_most_one_in_twenty_innocent_texts_is_flagged(half: str, day: date | None) -> None:
    quiet = shares(half, day)["biasa"]
    assert quiet.share >= 0.95, quiet.misses
