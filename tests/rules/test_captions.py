"""Captions of our own, written before the lists were tuned, against the whole reading that was expected of them."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rules import Context, read, seed_lists
from tests.rules.rosters import UNITS

CASES = list(csv.DictReader((Path(__file__).parent / "captions.csv").open(encoding="utf-8")))
PARTS = ("topic", "subject", "subject_detail", "bidang", "neutrality", "caution")


@pytest.fixture(scope="module")
def readings() -> pd.DataFrame:
    return read(
        [case["caption"] for case in CASES],
        seed_lists(),
        Context(units=UNITS),
        [date.fromisoformat(case["at"]) if case["at"] else None for case in CASES],
        [case["agency"] for case in CASES],
    )


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["caption"][:50] for case in CASES])
def test_a_caption_is_read_as_expected(number: int, readings: pd.DataFrame) -> None:
    """Every part but those that the table names as not read yet (column `miss`)."""
    case, reading = CASES[number], readings.iloc[number]
    wrong = [part for part in PARTS if reading[part] not in case[part].split("|")]
    assert set(wrong) <= set(case["miss"].split(";")), reading.to_dict()


def test_evidence_stands_in_the_caption(readings: pd.DataFrame) -> None:
    for case, reading in zip(CASES, readings.to_dict("records"), strict=True):
        for column in ("topic_evidence", "subject_evidence", "bidang_evidence"):
            assert all(words in case["caption"] for words in reading[column].split("; ")), column


def test_the_table_is_large_and_half_of_it_was_put_aside() -> None:
    assert len(CASES) >= 150
    assert sum(case["miss"] != "" for case in CASES) <= len(CASES) // 20
    aside = [case for case in CASES if case["part"] != "bangun"]
    assert len(aside) >= len(CASES) // 2
