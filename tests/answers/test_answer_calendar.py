"""The calendar: working days, holidays, cuti bersama, and nothing after today."""

from datetime import date

import holidays

from answers.calendar import Day, Entry, changed_days, day_table, days
from charts.basis import Opd
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


def test_the_dated_table_is_what_the_package_said_when_it_was_kept() -> None:
    said = holidays.country_holidays("ID", years=range(2023, 2027), categories=("public", "government"), language="id")
    kept = {
        day.day for day in days(date(2023, 1, 1), date(2026, 12, 31), date(2027, 1, 1)) if day.day_off != "Akhir pekan"
    }
    off = {day for day in kept if not days(day, day, date(2027, 1, 1))[0].working}
    assert off == set(said)


def test_working_days_that_the_facts_name() -> None:
    counted = {
        (year, month): sum(day.working for day in days(date(year, month, 1), date(year, month, last), date(2027, 1, 1)))
        for year, month, last in (
            (2024, 9, 30),
            (2024, 12, 31),
            (2025, 3, 31),
            (2025, 4, 30),
            (2026, 3, 31),
            (2026, 12, 31),
        )
    }
    assert counted == {(2024, 9): 20, (2024, 12): 20, (2025, 3): 19, (2025, 4): 16, (2026, 3): 17, (2026, 12): 21}


def test_an_entry_for_the_day_beats_the_week_and_the_own_one_beats_the_kinds() -> None:
    opds = (Opd("a", "A", "Dinas"), Opd("b", "B", "Dinas"), Opd("c", "C", "Badan"))
    saturday = days(date(2024, 10, 5), date(2024, 10, 5), date(2026, 1, 1))
    entries = (
        Entry(date(2024, 1, 1), "tujuh hari", "tujuh_hari", agency_kind="dinas"),
        Entry(date(2024, 10, 5), "kerja bakti", "libur", agency_id="b"),
    )
    assert changed_days(saturday, opds, {"Dinas": "dinas"}, entries) == (("a", date(2024, 10, 5), True),)


def test_an_entry_for_all_is_a_day_of_the_office() -> None:
    thursday = date(2024, 10, 3)
    assert days(thursday, thursday, date(2026, 1, 1), (Entry(thursday, "Hari jadi", "libur"),)) == (
        Day(thursday, False, "Hari jadi"),
    )
