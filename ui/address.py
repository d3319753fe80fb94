"""The shared filters as words of the address, in and out: periode, dari, sampai, opd, jenis, platform.

Plain functions without widgets. A value that the address holds wrongly falls back to its default; nothing raises.
"""

import calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answers.choice import Choice
from indonesia import AGENCY_KINDS, show_month
from posts import PLATFORMS

KEYS = ("periode", "dari", "sampai", "opd", "jenis", "platform")
THIS_MONTH, LAST_MONTH, RANGE = "bulan-ini", "bulan-lalu", "rentang"


@dataclass(frozen=True)
class Selected:
    """The filters as codes: `period` is bulan-ini, bulan-lalu, YYYY-MM or rentang; `first` and `last` serve rentang."""

    period: str
    first: date
    last: date
    agencies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()


def default_period(months: Sequence[date], today: date) -> str:
    """The newest month with data that is over, else the newest with data, else last month.

    `months` are first days of the months that hold posts.
    """
    over = [month for month in months if last_day(month) < today]
    newest = max(over or months, default=None)
    return LAST_MONTH if newest is None else month_code(newest)


def periods(months: Sequence[date], today: date, chosen: str) -> dict[str, str]:
    """The periods to choose from, code → words: shortcuts, months with data and the chosen one, a range."""
    last_month = today.replace(day=1) - timedelta(days=1)
    asked = _month(chosen)
    offered = {*months, asked} if asked else set(months)
    return {
        THIS_MONTH: f"Bulan ini ({show_month(today)})",
        LAST_MONTH: f"Bulan lalu ({show_month(last_month)})",
        **{month_code(month): show_month(month) for month in sorted(offered, reverse=True)},
        RANGE: "Rentang tanggal",
    }


def read(
    address: Mapping[str, Sequence[str]], months: Sequence[date], agencies: Collection[str], today: date
) -> Selected:
    """The filters that an address asks for (name → values; several values repeated or separated by commas)."""
    first, last = _day(address.get("dari")), _day(address.get("sampai"))
    fallback = default_period(months, today)
    asked = next(iter(address.get("periode", ())), "")
    if not asked and first and last:
        asked = RANGE
    if asked == RANGE and not (first and last):
        asked = ""
    period = asked if asked in (THIS_MONTH, LAST_MONTH, RANGE) or _month(asked) else fallback
    shown = days_of(period, first or today, last or today, today) if period != RANGE else _ordered(first, last, today)
    return Selected(
        period,
        *shown,
        agencies=_known(address.get("opd"), agencies),
        kinds=_known(address.get("jenis"), AGENCY_KINDS),
        platforms=_known(address.get("platform"), PLATFORMS),
    )


def write(selected: Selected) -> dict[str, str]:
    """The address of the filters. The period is always named, so that a link shows the same month next year."""
    address = {"periode": selected.period}
    if selected.period == RANGE:
        address |= {"dari": selected.first.isoformat(), "sampai": selected.last.isoformat()}
    lists = {"opd": selected.agencies, "jenis": selected.kinds, "platform": selected.platforms}
    return address | {name: ",".join(values) for name, values in lists.items() if values}


def days_of(period: str, first: date, last: date, today: date) -> tuple[date, date]:
    """First and last day of a period code; `first` and `last` are those of a range."""
    if period == RANGE:
        return _ordered(first, last, today)
    if period == LAST_MONTH:
        month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    else:
        month = _month(period) or today.replace(day=1)
    return month, last_day(month)


def choice_of(selected: Selected, today: date) -> Choice:
    """The choice that answers take."""
    first, last = days_of(selected.period, selected.first, selected.last, today)
    return Choice(first, last, selected.agencies, selected.kinds, selected.platforms)


def last_day(month: date) -> date:
    """The last day of the month."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def month_code(month: date) -> str:
    """A month as the address writes it: 2024-10."""
    return f"{month:%Y-%m}"


def _ordered(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    days = sorted((first or today, last or today))
    return days[0], days[1]


def _day(values: Sequence[str] | None) -> date | None:
    try:
        day = date.fromisoformat(values[0]) if values else None
    except ValueError:
        return None
    return day if day and 2000 <= day.year <= 2100 else None


def _month(code: str) -> date | None:
    return _day([f"{code}-01"]) if len(code) == 7 else None


def _known(values: Sequence[str] | None, allowed: Collection[str]) -> tuple[str, ...]:
    """The values that exist, each once, in the order given."""
    parts = [part.strip() for value in values or () for part in value.split(",")]
    return tuple(dict.fromkeys(part for part in parts if part in allowed))
