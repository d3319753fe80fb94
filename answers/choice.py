"""What a person chose to look at: the period, the OPDs, their kinds and the platforms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from indonesia import AGENCY_KINDS, month_of, show_days, show_month
from posts import PLATFORMS

TREND_MONTHS = 12
"""Months that a trend shows at the most."""


@dataclass(frozen=True)
class Choice:
    """The days from `first` to `last`, both included; an empty tuple chooses every OPD, kind or platform."""

    first: date
    last: date
    agencies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Previous:
    """The choice to compare with, its period in words, and a warning ("" if both periods are equally long)."""

    choice: Choice
    label: str
    warning: str


def trend_start(last: date) -> date:
    """The first day of a trend by month that ends on `last`: TREND_MONTHS months, the last one counted."""
    months = last.year * 12 + last.month - TREND_MONTHS
    return date(months // 12, months % 12 + 1, 1)


def is_whole_month(choice: Choice) -> bool:
    """Whether the period is one calendar month from its first to its last day."""
    return (choice.first, choice.last) == month_of(choice.first)


def period_words(choice: Choice) -> str:
    """The period as a subtitle says it: "Oktober 2024" for a whole month, else its days as show_days writes them."""
    if is_whole_month(choice):
        return show_month(choice.first)
    return show_days(choice.first, choice.last)


def filter_words(choice: Choice, names: Mapping[str, str] | None = None) -> str:
    """The filters in words; `names` gives the name of an agency_id. Without any filter: "Semua OPD, semua platform"."""
    named = names or {}
    parts = []
    if choice.agencies:
        shown = [named.get(agency, agency) for agency in choice.agencies]
        parts.append(", ".join(shown) if len(shown) <= 3 else f"{len(shown)} OPD pilihan")
    elif not choice.kinds:
        parts.append("Semua OPD")
    if choice.kinds:
        parts.append("Jenis OPD: " + ", ".join(AGENCY_KINDS.get(kind, kind) for kind in choice.kinds))
    if choice.platforms:
        parts.append("Platform: " + ", ".join(PLATFORMS.get(p, p) for p in choice.platforms))
    else:
        parts.append("semua platform")
    return ", ".join(parts) if len(parts) == 2 and not choice.kinds else "; ".join(parts)


def previous(choice: Choice) -> Previous:
    """The month before if the period is a whole month, else the days of equal number just before it."""
    last = choice.first - timedelta(days=1)
    if is_whole_month(choice):
        earlier = replace(choice, first=last.replace(day=1), last=last)
    else:
        earlier = replace(choice, first=last - (choice.last - choice.first), last=last)
    lengths = [(period.last - period.first).days + 1 for period in (choice, earlier)]
    warning = ""
    if lengths[0] != lengths[1]:
        warning = (
            f"{period_words(choice)} memiliki {lengths[0]} hari, {period_words(earlier)} memiliki {lengths[1]} hari; "
            "perbandingan jumlah perlu dibaca dengan hati-hati."
        )
    return Previous(earlier, period_words(earlier), warning)


def is_expected(row: Mapping[str, Any], choice: Choice) -> bool:
    """Whether an OPD (a row of agencies) is there on some day of the period: one that ended before it or begins after
    it is not."""
    begun = row["from_day"] is None or row["from_day"] <= choice.last
    return bool(row["active"] and begun and (row["to_day"] is None or row["to_day"] >= choice.first))
