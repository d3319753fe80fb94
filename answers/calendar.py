"""Days of a period: which are working days, and the name of the day off (weekend, national holiday, cuti bersama)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import holidays
import ibis
import ibis.expr.types as ir

WEEKEND = "Akhir pekan"
SATURDAY = 5
"""The first day of the weekend, counted from Monday as 0."""


@dataclass(frozen=True)
class Day:
    """One day; `day_off` is the name of the holiday, "Akhir pekan", or "" on a working day."""

    day: date
    working: bool
    day_off: str


def days(first: date, last: date, today: date) -> tuple[Day, ...]:
    """The days from `first` to `last` that are not after `today`, in order.

    Days off: Saturday and Sunday (Perpres 21/2023: five working days), national holidays and cuti bersama as the
    package `holidays` lists them (categories public and government).
    """
    end = min(last, today)
    if end < first:
        return ()
    off = holidays.country_holidays(
        "ID", years=range(first.year, end.year + 1), categories=("public", "government"), language="id"
    )
    result = []
    for offset in range((end - first).days + 1):
        day = first + timedelta(days=offset)
        name = off.get(day) or (WEEKEND if day.weekday() >= SATURDAY else "")
        result.append(Day(day, not name, name))
    return tuple(result)


def day_table(chosen: Sequence[Day]) -> ir.Table:
    """The days that `days` gave, as an Ibis table for the metrics: day (date), working (boolean)."""
    start = datetime.combine(chosen[0].day if chosen else date.max, time())
    end = start + timedelta(days=len(chosen))
    moments = ibis.range(ibis.timestamp(start), ibis.timestamp(end), ibis.interval(days=1))
    table = moments.unnest().cast("date").name("day").as_table()
    workdays = table.day.day_of_week.index() < SATURDAY
    off = [day.day for day in chosen if day.day_off not in ("", WEEKEND)]
    return table.mutate(working=workdays & ~table.day.isin(off) if off else workdays)
