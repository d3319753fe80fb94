"""Dates as an office writes them."""

import datetime as dt

import pytest

from indonesia import show_days


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2024, 10, 23), dt.date(2024, 10, 23), "23 Oktober 2024"),
        (dt.date(2024, 10, 1), dt.date(2024, 10, 31), "1–31 Oktober 2024"),
        (dt.date(2024, 10, 28), dt.date(2024, 11, 3), "28 Oktober – 3 November 2024"),
        (dt.date(2024, 12, 30), dt.date(2025, 1, 2), "30 Desember 2024 – 2 Januari 2025"),
        (dt.date(2024, 10, 5), dt.date(2025, 10, 6), "5 Oktober 2024 – 6 Oktober 2025"),
    ],
)
def test_days_from_to(first: dt.date, last: dt.date, words: str) -> None:
    assert show_days(first, last) == words
