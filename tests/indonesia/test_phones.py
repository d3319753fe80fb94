"""Mobile numbers as contacts are typed, brought into the form that a wa.me address takes, or none."""

import pytest

from indonesia import mobile_number, without_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Ibu Sari, 0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890 (Sari)", "6281234567890"),
        ("6281234567890", "6281234567890"),
        ("WA 0852.1234.567", "628521234567"),
        ("81234567890", "6281234567890"),
        ("(0735) 123456", None),
        ("Sari, 0735-320123 / 0813 6666 7777", "6281366667777"),
        ("0812-345", None),
        ("0812-3456-7890-1234", None),
        ("NIP 198012312005011001", None),
        ("sari@contoh.go.id", None),
        ("", None),
    ],
)
def test_mobile_number(typed: str, number: str | None) -> None:
    assert mobile_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "rest"),
    [("Ibu Sari, 0812-3456-7890", "Ibu Sari"), ("0812-3456-7890", ""), ("Sari (+62 812 3456 7890)", "Sari")],
)
def test_the_name_beside_the_number(typed: str, rest: str) -> None:
    assert without_number(typed) == rest
