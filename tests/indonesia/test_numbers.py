"""Counts as admins and exports write them: one meaning of dot and comma a column, and missing is never 0."""

import pytest

from indonesia import read_numbers


def _counts(*cells: object) -> list[int | None]:
    counts, reasons = read_numbers(cells)
    assert reasons == [""] * len(cells)
    return counts


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("1,945", 1945),
        ("12,400", 12400),
        ("1 234", 1234),
        ("0", 0),
        ("1938.0", 1938),
        ("69,2388", 69),
        ("1,2 rb", 1200),
        ("1.2 rb", 1200),
        ("1,2rb", 1200),
        ("12 ribu", 12000),
        ("3,4 jt", 3400000),
        ("3.4M", 3400000),
        ("1.2K", 1200),
        ("12 rb+", 12000),
        ("100+", 100),
        ("±100", 100),
        ("25 suka", 25),
        ("120 kali", 120),
        (12, 12),
        (12.0, 12),
        (1.234, 1234),
        (12.4, 12400),
        ("-", None),
        ("–", None),
        ("", None),
        (None, None),
        (float("nan"), None),
        ("NaN", None),
        ("nihil", None),
        ("Tidak ada", None),
        ("N/A", None),
        ("undefined", None),
    ],
    ids=repr,
)
def test_one_cell(cell: object, count: int | None) -> None:
    assert _counts(cell) == [count]


def test_the_column_decides_what_a_dot_means() -> None:
    assert _counts("1.234", "56") == [1234, 56]
    assert _counts("1.234", "1938.0") == [1, 1938]
    assert _counts("1.234,50", "2.000") == [1234, 2000]
    assert _counts("1,234.50", "2,000") == [1234, 2000]
    assert _counts("1,2 rb", "1.234") == [1200, 1234]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("banyak", "bukan angka"),
        ("1,5%", "bukan angka"),
        ("12/30", "bukan angka"),
        ("-5", "bukan angka"),
        (-5, "angka di bawah nol"),
        (True, "bukan angka"),
        ("1.234,5 rb", "bukan angka"),
        ("1.2.3 rb", "bukan angka"),
        ("9" * 40, "bukan angka"),
        ("9" * 400, "bukan angka"),
        (1e300, "bukan angka"),
        (float("inf"), "bukan angka"),
        (0.5, "bukan bilangan bulat"),
        ("999999999999999 jt", "bukan angka"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_count_says_why(cell: object, reason: str) -> None:
    assert read_numbers([cell]) == ([None], [reason])


def test_one_wrong_cell_costs_one_cell() -> None:
    assert read_numbers(["12", "banyak", "30"]) == ([12, None, 30], ["", "bukan angka", ""])
