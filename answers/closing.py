"""Tutup Bulan: which months are closed, how final the month looked at is, and what came since it was closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answers.changes import Change, changes_of
from answers.choice import Choice
from answers.closed import Closing, standing_closings
from answers.frame import frame
from answers.selection import select
from charts.model import Column, Table
from indonesia import month_of, show_month, show_time
from store import Scope, Store

NAME, TITLE = "closing", "Tutup Bulan"
OPEN, CLOSED, REOPENED = "Terbuka (sementara)", "Ditutup", "Pernah ditutup, dibuka kembali"

COLUMNS = (
    Column("bulan", "Bulan"),
    Column("keadaan", "Keadaan"),
    Column("ditutup", "Ditutup pada", "datetime"),
    Column("oleh", "Oleh"),
    Column("catatan", "Catatan"),
    Column("sanggahan", "Sanggahan sampai", "date", "hari terakhir OPD dapat mengajukan sanggahan"),
    Column("dibuka", "Pembukaan kembali", "text", "kapan, oleh siapa, dan alasannya"),
)


@dataclass(frozen=True)
class MonthState:
    """A month: `closing` if it is closed; `reporting` as every page says it; `changes` since the closing, none if open.

    `over`: whether its last day has passed, so that it may be closed.
    """

    first: date
    last: date
    over: bool
    closing: Closing | None
    reporting: str
    changes: tuple[Change, ...]


def month_state(store: Store, scope: Scope, choice: Choice, today: date, month: date) -> MonthState:
    """How final a month is. The choice is not used: a month is closed for all OPDs."""
    first, last = month_of(month)
    selection = select(store, scope, Choice(first, last), today)
    closing = selection.closed[0] if selection.closed else None
    told = frame(selection).reporting if selection.opds and selection.days else ""
    changes = changes_of(store, selection.live, closing) if closing else ()
    return MonthState(first, last, last < today, closing, told, changes)


def closings_table(store: Store, scope: Scope, choice: Choice, today: date, months: tuple[date, ...]) -> Table:
    """Every month that holds posts or was ever closed, newest first; a reopened closing keeps its row."""
    tables = store.read(scope)
    rows: list[Mapping[str, Any]] = store.run(tables.closings).to_pylist()
    closed = {closing.first for closing in standing_closings(store, tables)}
    told = [(row["month"], row["closed_at"], _row(row)) for row in rows]
    told += [(month, datetime.min, _open(month)) for month in months if month not in closed]
    told.sort(key=lambda each: (each[0], each[1]), reverse=True)
    return Table("tutup-bulan", "Bulan", COLUMNS, tuple(cells for _, _, cells in told))


def _row(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    again = row["reopened_at"]
    told = f"{show_time(again)}, {row['reopened_by']}: {row['reopen_reason']}" if again else None
    return (
        show_month(row["month"]), REOPENED if again else CLOSED, row["closed_at"].isoformat(), row["closed_by"],
        row["note"] or None, row["objections_until"].isoformat(), told,
    )  # fmt: skip


def _open(month: date) -> tuple[str | None, ...]:
    return (show_month(month), OPEN, *[None] * (len(COLUMNS) - 2))
