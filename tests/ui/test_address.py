"""The filters as words of the address: what is read, what falls back, what is written."""

from datetime import date

import pytest

from ui import address
from ui.address import Selected

TODAY = date(2024, 12, 5)
MONTHS = (date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1))
AGENCIES = ("dinas-a", "dinas-b")
NOVEMBER = Selected("2024-11", date(2024, 11, 1), date(2024, 11, 30))


def read(**asked: str) -> Selected:
    return address.read({key: [value] for key, value in asked.items()}, MONTHS, AGENCIES, TODAY)


def test_opens_on_the_last_month_that_is_over() -> None:
    assert read() == NOVEMBER


@pytest.mark.parametrize(
    ("months", "today", "expected"),
    [
        ((), date(2024, 12, 5), "bulan-lalu"),
        ((date(2024, 12, 1),), date(2024, 12, 5), "2024-12"),
        ((date(2024, 11, 1),), date(2024, 11, 30), "2024-11"),
        ((date(2024, 10, 1), date(2024, 11, 1)), date(2024, 11, 30), "2024-10"),
        ((date(2024, 10, 1), date(2024, 11, 1)), date(2024, 12, 1), "2024-11"),
    ],
)
def test_default_period(months: tuple[date, ...], today: date, expected: str) -> None:
    assert address.default_period(months, today) == expected


def test_reads_every_filter() -> None:
    selected = read(periode="2024-10", opd="dinas-b,dinas-a", jenis="dinas", platform="x,instagram")
    expected = Selected(
        "2024-10", date(2024, 10, 1), date(2024, 10, 31), ("dinas-b", "dinas-a"), ("dinas",), ("x", "instagram")
    )
    assert selected == expected


def test_shortcuts_follow_the_day() -> None:
    assert read(periode="bulan-ini").first == date(2024, 12, 1)
    assert (read(periode="bulan-lalu").first, read(periode="bulan-lalu").last) == (
        date(2024, 11, 1),
        date(2024, 11, 30),
    )


def test_days_without_a_period_are_a_range() -> None:
    selected = read(dari="2024-10-05", sampai="2024-10-09")
    assert (selected.period, selected.first, selected.last) == ("rentang", date(2024, 10, 5), date(2024, 10, 9))


def test_swapped_days_are_put_in_order() -> None:
    selected = read(dari="2024-10-09", sampai="2024-10-05")
    assert (selected.first, selected.last) == (date(2024, 10, 5), date(2024, 10, 9))


@pytest.mark.parametrize(
    "asked",
    [
        {"periode": "2024-13"},
        {"periode": "kapan"},
        {"periode": ""},
        {"periode": "rentang"},
        {"periode": "rentang", "dari": "05/10/2024", "sampai": "2024-10-09"},
        {"dari": "2024-10-05"},
        {"dari": "0001-01-01", "sampai": "2024-10-09"},
        {"opd": "<script>"},
        {"jenis": "desa"},
        {"platform": "friendster,"},
    ],
    ids=str,
)
def test_a_wrong_value_falls_back(asked: dict[str, str]) -> None:
    assert read(**asked) == NOVEMBER


def test_unknown_values_beside_known_ones_are_dropped_and_repeats_counted_once() -> None:
    several = address.read({"opd": ["dinas-a,nobody", "dinas-a", "dinas-b"]}, MONTHS, AGENCIES, TODAY)
    assert several.agencies == ("dinas-a", "dinas-b")


def test_written_address_reads_back_the_same() -> None:
    chosen = Selected("rentang", date(2024, 10, 5), date(2024, 10, 9), ("dinas-a",), ("dinas",), ("x",))
    words = address.write(chosen)
    assert words == {
        "periode": "rentang",
        "dari": "2024-10-05",
        "sampai": "2024-10-09",
        "opd": "dinas-a",
        "jenis": "dinas",
        "platform": "x",
    }
    assert read(**words) == chosen


def test_default_month_is_named_so_that_a_link_keeps_its_month() -> None:
    assert address.write(NOVEMBER) == {"periode": "2024-11"}


def test_periods_offered_newest_month_first_with_the_chosen_one() -> None:
    assert address.periods(MONTHS[:2], TODAY, "2023-02") == {
        "bulan-ini": "Bulan ini (Desember 2024)",
        "bulan-lalu": "Bulan lalu (November 2024)",
        "2024-11": "November 2024",
        "2024-10": "Oktober 2024",
        "2023-02": "Februari 2023",
        "rentang": "Rentang tanggal",
    }
