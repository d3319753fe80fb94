"""The calendar: working days, holidays, cuti bersama, and nothing after today."""

from datetime import date

from answers.calendar import Day, day_table, days
from store import Store


def test_working_days_of_the_months_of_the_sample() -> None:
    october = days(date(2024, 10, 1), date(2024, 10, 31), date(2026, 11, 22))
    november = days(date(2024, 11, 1), date(2024, 11, 30), date(2026, 11, 22))
    assert sum(day.working for day in october) == 23
    assert sum(day.working for day in november) == 20


def test_election_day_is_off_by_its_name() -> None:
    assert days(date(2024, 11, 27), date(2024, 11, 27), date(2026, 1, 1)) == (
        Day(date(2024, 11, 27), False, "Hari Pemilihan Kepala Daerah"),
    )


def test_cuti_bersama_is_off() -> None:
    assert days(date(2024, 12, 26), date(2024, 12, 26), date(2026, 1, 1))[0].day_off == "Cuti Bersama Hari Raya Natal"


def test_weekend_and_working_day() -> None:
    friday, saturday = days(date(2024, 10, 4), date(2024, 10, 5), date(2026, 1, 1))
    assert (friday.working, friday.day_off) == (True, "")
    assert (saturday.working, saturday.day_off) == (False, "Akhir pekan")


def test_future_days_are_left_out() -> None:
    shown = days(date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 22))
    assert [shown[0].day, shown[-1].day, len(shown)] == [date(2026, 11, 1), date(2026, 11, 22), 22]
    assert days(date(2026, 12, 1), date(2026, 12, 31), date(2026, 11, 22)) == ()


def test_days_as_a_table(store: Store) -> None:
    chosen = days(date(2024, 10, 4), date(2024, 10, 7), date(2026, 1, 1))
    assert sorted(store.run(day_table(chosen)).to_pylist(), key=lambda row: row["day"]) == [
        {"day": date(2024, 10, 4), "working": True},
        {"day": date(2024, 10, 5), "working": False},
        {"day": date(2024, 10, 6), "working": False},
        {"day": date(2024, 10, 7), "working": True},
    ]
    assert store.run(day_table(chosen[:1])).num_rows == 1
    assert store.run(day_table(())).num_rows == 0
