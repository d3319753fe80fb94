"""What an office writes is read back as the same; nothing that a cell may hold makes the readers fail."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from indonesia import (
    plain,
    read_date,
    read_dates,
    read_numbers,
    read_period,
    read_time,
    show_date,
    show_day,
    show_month,
    show_number,
    show_share,
    show_time,
)

QUICK = settings(max_examples=150, deadline=None)
DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2099, 12, 31))
CELLS = st.one_of(
    st.text(max_size=60),
    st.text("0123456789-/., :okttbresdigumnjaplwh±+'%", max_size=24),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@QUICK
@given(DAYS)
def test_written_days_are_read_back(day: dt.date) -> None:
    assert read_date(show_date(day)).at == dt.datetime.combine(day, dt.time())
    assert read_date(show_day(day)).at == dt.datetime.combine(day, dt.time())
    assert read_period(show_month(day)) is not None
    assert read_period(show_month(day))[0] == day.replace(day=1)  # type: ignore[index]


@QUICK
@given(st.datetimes(dt.datetime(2004, 1, 1), dt.datetime(2099, 12, 31)))
def test_written_times_are_read_back(at: dt.datetime) -> None:
    moment = read_date(show_time(at))
    assert (moment.at, moment.has_time) == (at.replace(second=0, microsecond=0), True)


@QUICK
@given(st.lists(st.integers(0, 10**12), max_size=5))
def test_written_numbers_are_read_back(counts: list[int]) -> None:
    assert read_numbers([show_number(count) for count in counts]) == (counts, [""] * len(counts))


@QUICK
@given(st.lists(CELLS, max_size=6), st.sampled_from(["day", "month"]))
def test_no_cell_makes_a_reader_fail(cells: list[object], default: str) -> None:
    dates = read_dates(cells, default=default)
    assert len(dates.moments) == len(cells)
    assert all((moment.at is None) == bool(moment.reason) for moment in dates.moments)
    counts, reasons = read_numbers(cells)
    assert len(counts) == len(reasons) == len(cells)
    assert all(count is None or (count >= 0 and not reason) for count, reason in zip(counts, reasons, strict=True))
    for cell in cells:
        read_time(cell)
        read_date(cell, default, 2024)
        read_period(str(cell))
        assert plain(plain(cell)) == plain(cell)


def test_words_of_the_office() -> None:
    day = dt.date(2024, 10, 23)
    assert show_day(day) == "Rabu, 23 Oktober 2024"
    assert show_date(day) == "23 Oktober 2024"
    assert show_month(day) == "Oktober 2024"
    assert show_time(dt.datetime(2024, 10, 23, 14, 0)) == "23 Oktober 2024, 14.00"
    assert [show_number(n) for n in (0, 1234, 1234.5, 1234.56, 0.04)] == ["0", "1.234", "1.234,5", "1.234,6", "0"]
    assert [show_share(s) for s in (0.125, 1, 0)] == ["12,5%", "100%", "0%"]
