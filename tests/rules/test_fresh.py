"""Captions in the way of offices and leaders, written before their words were listed (both parts were seen since)."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rules import read, seed_lists

CASES = list(csv.DictReader((Path(__file__).parent / "fresh.csv").open(encoding="utf-8")))
EMPTY = (
    "Senja di atas jembatan tua, ada yang kenal tempat ini?",
    "Jl. Ahmad Yani, pukul sebelas malam, sepi sekali.",
    "Bahagia itu sederhana, cukup secangkir teh dan buku bekas.",
    "Satu pelabuhan, seribu cerita.",
    "Mobil siapa ini parkir di depan rumah saya? Tolong geser ya.",
    "Langit pagi ini dari rooftop kantor. Warnanya seperti sirup.",
)
"""Texts that speak of no work of an office, though a street, a bridge or a harbour is named."""


@pytest.fixture(scope="module")
def readings() -> pd.DataFrame:
    days = [date.fromisoformat(case["at"]) for case in CASES]
    return read([case["caption"] for case in CASES], seed_lists(), days=days)


@pytest.mark.parametrize("column, least", [("topic", 0.9), ("subject", 0.92)])
def test_most_captions_are_read_as_a_fair_reader_would(column: str, least: float, readings: pd.DataFrame) -> None:
    accepted = [case[f"{column}s_accepted"].split(";") for case in CASES]
    right = sum(code in codes for code, codes in zip(readings[column], accepted, strict=True))
    assert right / len(CASES) >= least


def test_few_captions_come_out_unclassified(readings: pd.DataFrame) -> None:
    spoken = ["lainnya" not in case["topics_accepted"].split(";") for case in CASES]
    missed = [case["caption"] for case, on in zip(CASES, spoken, strict=True) if on]
    unclassified = readings["topic"][spoken].eq("lainnya").sum()
    assert unclassified / len(missed) <= 0.05


@pytest.mark.parametrize("caption", EMPTY)
def test_a_text_that_speaks_of_nothing_stays_unclassified(caption: str) -> None:
    assert read([caption], seed_lists())["topic"].tolist() == ["lainnya"]
