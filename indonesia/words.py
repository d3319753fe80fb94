"""Dates and numbers as an office writes them."""

import datetime as dt

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent


def show_day(day: dt.date) -> str:
    """Rabu, 23 Oktober 2024."""
    return format_date(day, "EEEE, d MMMM y", locale="id")


def show_date(day: dt.date) -> str:
    """23 Oktober 2024."""
    return format_date(day, "d MMMM y", locale="id")


def show_days(first: dt.date, last: dt.date) -> str:
    """23 Oktober 2024; 1–31 Oktober 2024; 28 Oktober – 3 November 2024; 30 Desember 2024 – 2 Januari 2025."""
    if first == last:
        return show_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{show_date(last)}"
    if first.year == last.year:
        return f"{format_date(first, 'd MMMM', locale='id')} – {show_date(last)}"
    return f"{show_date(first)} – {show_date(last)}"


def show_month(day: dt.date) -> str:
    """Oktober 2024."""
    return format_date(day, "MMMM y", locale="id")


def show_time(at: dt.datetime) -> str:
    """23 Oktober 2024, 14.00."""
    return format_datetime(at, "d MMMM y, HH.mm", locale="id")


def show_number(number: float, decimals: int = 1) -> str:
    """1.234 and 1.234,5."""
    return str(format_decimal(round(number, decimals), "#,##0." + "#" * decimals, locale="id"))


def show_share(share: float) -> str:
    """A share of 0.125 as 12,5%."""
    return str(format_percent(share, "#,##0.#%", locale="id"))
