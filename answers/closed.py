"""Closed months: which there are, and the tables with the rows that they keep in place of the live ones.

A post counts twice in a period: as unggahan on its day, and its konten on the day on which that began. Each of the two
is told by the copies of the closing whose month that day lies in, else by the live post; what a copy counts is not
counted again where the live post has moved to (docs/design.md, section 2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.choice import Choice
from indonesia import month_of
from store import Scope, Store, Tables
from store.closed import SPANS, WHOLE, grants, kept_rows, revised_of, uncounted


@dataclass(frozen=True)
class Closing:
    """A month that is closed. `revised`: (agency_id, objection_id) of OPDs whose rows an objection renewed, newest."""

    closing_id: str
    first: date
    last: date
    closed_at: datetime
    closed_by: str
    note: str
    until: date
    revised: tuple[tuple[str, str], ...] = ()


def standing_closings(store: Store, tables: Tables) -> tuple[Closing, ...]:
    """The closed months, oldest first, without those that were reopened."""
    rows = store.run(tables.closings.filter(tables.closings.reopened_at.isnull()).order_by("month")).to_pylist()
    granted = store.run(grants(tables)).to_pylist() if rows else []
    return tuple(closing_of(row, granted) for row in rows)


def closing_of(row: Mapping[str, Any], granted: Sequence[Mapping[str, Any]]) -> Closing:
    """A row of closings with what objections renewed in it. `granted`: rows of store.closed.grants."""
    return Closing(
        row["closing_id"], *month_of(row["month"]), row["closed_at"], row["closed_by"], row["note"],
        row["objections_until"], tuple(revised_of(granted, row["closing_id"]).items()),
    )  # fmt: skip


def closed_since(store: Store, scope: Scope, choice: Choice, today: date) -> datetime | None:
    """When the month was closed in which the period ends: settings count as they were then; None if it is open."""
    last = min(choice.last, today)
    closings = standing_closings(store, store.read(scope))
    return next((closing.closed_at for closing in closings if closing.first <= last <= closing.last), None)


def with_closed(tables: Tables, closings: Sequence[Closing]) -> Tables:
    """`tables` with posts and dated rows as they count on every day: of closed months what these keep."""
    if not closings:
        return tables
    months = _months(closings)
    spans = {name: _spans(tables, name, closings, months) for name in SPANS}
    return replace(tables, posts=_posts(tables, closings), **spans)


def world_of(tables: Tables, closing: Closing) -> Tables:
    """`tables` as this closing keeps them: whatever judges the month, and settings as they were when it was closed.

    accounts are the platforms that were expected of each OPD. What is append-only (records, uploads) stays as it is.
    """
    settings = tables.settings.filter(tables.settings.changed_at <= closing.closed_at)
    names = (*SPANS, *WHOLE, "posts", "accounts")
    return replace(tables, settings=settings, **{name: _kept(tables, name, [closing]) for name in names})


def blocks(closings: Sequence[Closing], first: date, last: date) -> tuple[tuple[date, date, Closing | None], ...]:
    """The days from first to last cut where closed months begin and end: (first, last, closing or None if open)."""
    found: list[tuple[date, date, Closing | None]] = []
    start = first
    for closing in sorted(closings, key=lambda one: one.first):
        if closing.last < start or closing.first > last:
            continue
        if start < closing.first:
            found.append((start, closing.first - timedelta(days=1), None))
        found.append((max(start, closing.first), min(last, closing.last), closing))
        start = closing.last + timedelta(days=1)
    if start <= last:
        found.append((start, last, None))
    return tuple(found)


def _kept(tables: Tables, name: str, closings: Sequence[Closing]) -> ir.Table:
    return kept_rows(tables, name, {closing.closing_id: dict(closing.revised) for closing in closings})


def _posts(tables: Tables, closings: Sequence[Closing]) -> ir.Table:
    kept = _kept(tables, "posts", closings)
    live = uncounted(tables.posts, kept)
    open_day, open_begin = (
        ~reduce(or_, [column.between(closing.first, closing.last) for closing in closings])
        for column in (live.day, live.content_day)
    )
    live = live.filter(open_day | open_begin).mutate(
        day=ibis.ifelse(open_day, live.day, None), content_day=ibis.ifelse(open_begin, live.content_day, None)
    )
    return ibis.union(live.select(*tables.posts.columns), kept)


def _months(closings: Sequence[Closing]) -> ir.Table:
    """Every stretch of days and whose it is: from_day, to_day, whose (a closing_id, "" for open days)."""
    cut = blocks(closings, date(1, 1, 1), date(9999, 12, 31))
    rows = [{"from_day": first, "to_day": last, "whose": one.closing_id if one else ""} for first, last, one in cut]
    return ibis.memtable(rows, schema={"from_day": "date", "to_day": "date", "whose": "string"})


def _spans(tables: Tables, name: str, closings: Sequence[Closing], months: ir.Table) -> ir.Table:
    """Dated rows cut to the stretches in which they count: live ones to open days, kept ones to their month."""
    live = getattr(tables, name)
    parts = [_cut(live, months.filter(months.whose == ""))]
    parts += [_cut(_kept(tables, name, [one]), months.filter(months.whose == one.closing_id)) for one in closings]
    return ibis.union(*(part.select(*live.columns) for part in parts))


def _cut(rows: ir.Table, stretches: ir.Table) -> ir.Table:
    joined = rows.inner_join(stretches, [rows.first_day <= stretches.to_day, rows.last_day >= stretches.from_day])
    return joined.mutate(
        first_day=ibis.greatest(joined.first_day, joined.from_day), last_day=ibis.least(joined.last_day, joined.to_day)
    )
