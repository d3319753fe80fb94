"""Sums of money in one word."""

import pytest

from rules.split import split_texts
from rules.sums import sums_in


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("modal 45jt saja", ["45jt"]),
        ("modal 5Juta dan 20rb", ["5Juta", "20rb"]),
        ("bayar Rp350.000 dulu", ["Rp350"]),
        ("bayar rp5000", ["rp5000"]),
        ("anggaran Rp2 miliar", []),
        ("anggaran Rp2,5 M", []),
        ("beli kopi Rp2 di warung, kata dinas anggarannya Rp5 T", ["Rp2"]),
        ("sinyal 5G di km12, kelas 4b", []),
        ("bayar 45 jt, Rp 5.000", []),
        ("#45jt", []),
        ("https://contoh.id/45jt", []),
        ("dp 50\u200bjt, tf 5\ufe0f\u20e30\ufe0f\u20e3rb", ["50\u200bjt", "5\ufe0f\u20e30\ufe0f\u20e3rb"]),
        ("a1.com", []),
        ("", []),
    ],
)
def test_sums_are_found_and_budgets_are_none(text: str, sums: list[str]) -> None:
    found = sums_in(split_texts(["lain a1.com", text, "50jt"], 0))
    assert [text[place.start : place.end] for place in found.get(1, [])] == sums
    assert (0 in found, len(found[2])) == (False, 1)
