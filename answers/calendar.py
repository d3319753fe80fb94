"""Days of a period: which are working days, and the name of the day off (weekend, national holiday, cuti bersama).

days_off.csv holds the national days of 2023 to 2027 as they were known on 22 November 2026: what is judged by it stays
as judged when the package `holidays` learns better. Other years come from the package.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import holidays
import ibis
import ibis.expr.types as ir

from charts.basis import Opd

WEEKEND = "Akhir pekan"
SATURDAY = 5
"""The first day of the weekend, counted from Monday as 0."""

FIRST_KEPT, LAST_KEPT = 2023, 2027
"""The years of days_off.csv."""

OFF, ON, SEVEN, FIVE = "libur", "hari_kerja", "tujuh_hari", "lima_hari"
"""Kinds of local entries: one day off, one working day, and the week of seven or five working days from a day on."""


@dataclass(frozen=True)
class Day:
    """One day; `day_off` is the name of the holiday, "Akhir pekan", or "" on a working day."""

    day: date
    working: bool
    day_off: str


@dataclass(frozen=True)
class Entry:
    """A row of the table calendar_days: for one OPD, one kind of OPD (agencies.kind), or for all where both are ""."""

    day: date
    name: str
    kind: str
    agency_id: str = ""
    agency_kind: str = ""

    @property
    def reach(self) -> int:
        """How special an entry is: 2 for one OPD, 1 for a kind, 0 for all."""
        return 2 if self.agency_id else 1 if self.agency_kind else 0


def days(first: date, last: date, today: date, entries: Sequence[Entry] = ()) -> tuple[Day, ...]:
    """The days from `first` to `last` that are not after `today`, in order, as they are for the whole office.

    Days off: Saturday and Sunday (Perpres 21/2023: five working days), national holidays and cuti bersama, and what
    `entries` for all say.
    """
    end = min(last, today)
    count = (end - first).days + 1
    common = [entry for entry in entries if entry.reach == 0]
    return tuple(_day(first + timedelta(days=offset), common) for offset in range(count))


def changed_days(
    shown: Sequence[Day], opds: Sequence[Opd], kinds: Mapping[str, str], entries: Sequence[Entry]
) -> tuple[tuple[str, date, bool], ...]:
    """(agency_id, day, working) wherever a day is another for an OPD than for the office. `kinds`: word → code.

    The entry for the OPD stands before that for its kind, and that before the one for all; of equals the latest.
    """
    found: list[tuple[str, date, bool]] = []
    for opd in opds:
        kind = kinds.get(opd.kind, opd.kind)
        own = [entry for entry in entries if entry.agency_id == opd.agency_id or _of_kind(entry, kind)]
        if not any(entry.reach for entry in own):
            continue
        for day in shown:
            working = _day(day.day, own).working
            if working != day.working:
                found.append((opd.agency_id, day.day, working))
    return tuple(found)


def _of_kind(entry: Entry, kind: str) -> bool:
    return not entry.agency_id and entry.agency_kind in ("", kind)


def _day(day: date, entries: Iterable[Entry]) -> Day:
    """A day under these entries. One for the day itself beats the week's pattern; national days stay off in both."""
    ordered = sorted(entries, key=lambda entry: (entry.reach, entry.day))
    dated = [entry for entry in ordered if entry.day == day and entry.kind in (OFF, ON)]
    if dated:
        return Day(day, dated[-1].kind == ON, "" if dated[-1].kind == ON else dated[-1].name)
    weeks = [entry.kind for entry in ordered if entry.day <= day and entry.kind in (SEVEN, FIVE)]
    weekend = day.weekday() >= SATURDAY and not (weeks and weeks[-1] == SEVEN)
    name = _national(day) or (WEEKEND if weekend else "")
    return Day(day, not name, name)


def _national(day: date) -> str:
    """The name of a national holiday or cuti bersama, "" on any other day."""
    return (_table() if FIRST_KEPT <= day.year <= LAST_KEPT else _package(day.year)).get(day, "")


@cache
def _table() -> dict[date, str]:
    with Path(__file__).with_name("days_off.csv").open(encoding="utf-8", newline="") as file:
        return {date.fromisoformat(row["day"]): row["name"] for row in csv.DictReader(file)}


@cache
def _package(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("ID", years=year, categories=("public", "government"), language="id"))


def day_table(chosen: Sequence[Day]) -> ir.Table:
    """The days that `days` gave, as an Ibis table for the metrics: day (date), working (boolean)."""
    start = datetime.combine(chosen[0].day if chosen else date.max, time())
    end = start + timedelta(days=len(chosen))
    moments = ibis.range(ibis.timestamp(start), ibis.timestamp(end), ibis.interval(days=1))
    table = moments.unnest().cast("date").name("day").as_table()
    workdays = table.day.day_of_week.index() < SATURDAY
    off = [day.day for day in chosen if not day.working and day.day.weekday() < SATURDAY]
    on = [day.day for day in chosen if day.working and day.day.weekday() >= SATURDAY]
    workdays = workdays & ~table.day.isin(off) if off else workdays
    return table.mutate(working=workdays | table.day.isin(on) if on else workdays)
