"""What a choice selects from the store: the OPDs, the days up to today, and the tables cut down to them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.calendar import Day, Entry, changed_days, day_table, days
from answers.choice import KINDS, Choice
from charts.basis import Opd
from metrics.activity import daily_activity
from metrics.covered import covered_days
from store import Scope, Store, Tables

_CODES = {word: code for code, word in KINDS.items()}
_CHANGES = {"agency_id": "string", "day": "date", "working": "boolean"}


@dataclass(frozen=True)
class Selection:
    """`opds` by kind and name; `days` of the period, none after today; `last_upload` None if nothing was uploaded.

    `entries`: the calendar of the office's own; `no_account`: OPDs of which the roster says that they have none.
    """

    store: Store
    scope: Scope
    choice: Choice
    tables: Tables
    opds: tuple[Opd, ...]
    days: tuple[Day, ...]
    last_upload: datetime | None
    entries: tuple[Entry, ...] = ()
    no_account: frozenset[str] = frozenset()

    @property
    def first(self) -> date:
        """The first day of the period."""
        return self.choice.first

    @property
    def last(self) -> date:
        """The last day of the period that has come."""
        return self.days[-1].day

    @cached_property
    def roster(self) -> ir.Table:
        """The chosen OPDs: agency_id, kind, no_account."""
        rows = [
            {
                "agency_id": opd.agency_id,
                "kind": _CODES.get(opd.kind, opd.kind),
                "no_account": opd.agency_id in self.no_account,
            }
            for opd in self.opds
        ]
        return ibis.memtable(rows, schema={"agency_id": "string", "kind": "string", "no_account": "boolean"})

    @cached_property
    def posts(self) -> ir.Table:
        """Posts of the chosen OPDs and platforms, of all days: konten and last posts look beyond the period."""
        posts = self.tables.posts
        posts = posts.filter(posts.agency_id.isin(self.roster.agency_id))
        platforms = self.choice.platforms
        return posts.filter(posts.platform.isin(platforms)) if platforms else posts

    @cached_property
    def daily(self) -> ir.Table:
        """Counts and state of each day of each OPD (metrics.activity.daily_activity), not executed yet."""
        tables, platforms = self.tables, self.choice.platforms
        changes = changed_days(self.days, self.opds, _CODES, self.entries)
        covered = covered_days(
            tables.coverage, tables.posts, tables.accounts, self.roster, day_table(self.days), platforms=platforms,
            changes=ibis.memtable(list(changes), schema=_CHANGES) if changes else None,
            dispensations=tables.dispensations, refusals=tables.refusal_agencies,
        )  # fmt: skip
        return daily_activity(self.posts, covered)

    @cached_property
    def counted(self) -> ir.Table:
        """`daily`, executed once: several numbers of an answer come from it."""
        return self.kept(self.daily)

    def kept(self, expression: ir.Table) -> ir.Table:
        """The rows of an expression as a table to go on with: putting it into SQL takes longer than running it."""
        return ibis.memtable(self.store.run(expression))

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The rows of an expression."""
        return list(self.store.run(expression).to_pylist())

    def by_agency(self, expression: ir.Table) -> dict[str, dict[str, Any]]:
        """The rows of an expression that has one row an OPD, by agency_id."""
        return {row["agency_id"]: row for row in self.rows(expression)}

    def moved(self, first: date, last: date, today: date) -> "Selection":
        """The same selection on other days."""
        return replace(
            self, choice=replace(self.choice, first=first, last=last), days=days(first, last, today, self.entries)
        )


def select(store: Store, scope: Scope, choice: Choice, today: date) -> Selection:
    """Read what the choice selects. OPDs that are no longer active stay in the periods in which they were reported."""
    tables = store.read(scope)
    entries = _entries(store, tables)
    period = days(choice.first, choice.last, today, entries)
    uploads = tables.uploads.filter(tables.uploads.undone_at.isnull())
    newest = store.run(uploads.aggregate(newest=uploads.uploaded_at.max()))["newest"][0].as_py()
    opds, no_account = _opds(store, tables, choice)
    return Selection(store, scope, choice, tables, opds, period, newest, entries, no_account)


def _entries(store: Store, tables: Tables) -> tuple[Entry, ...]:
    """The office's own calendar, in the order in which it was entered."""
    rows = tables.calendar_days.order_by("entered_at", "entry_id")
    return tuple(
        Entry(row["day"], row["name"], row["kind"], row["agency_id"] or "", row["agency_kind"] or "")
        for row in store.run(rows).to_pylist()
    )


def _opds(store: Store, tables: Tables, choice: Choice) -> tuple[tuple[Opd, ...], frozenset[str]]:
    """The chosen OPDs in the order of every list, by kind as KINDS has them, then by name; those without account."""
    agencies = tables.agencies
    if choice.agencies:
        agencies = agencies.filter(agencies.agency_id.isin(choice.agencies))
    if choice.kinds:
        agencies = agencies.filter(agencies.kind.isin(choice.kinds))
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = store.run(agencies.select("agency_id", "name", "kind", "active", "no_account")).to_pylist()
    if not all(row["active"] for row in rows):
        seen = _seen(store, tables, choice)
        rows = [row for row in rows if row["active"] or row["agency_id"] in seen]
    rows.sort(key=lambda row: (order.get(row["kind"], len(order)), row["name"].casefold(), row["agency_id"]))
    opds = tuple(Opd(row["agency_id"], row["name"], KINDS.get(row["kind"], row["kind"])) for row in rows)
    return opds, frozenset(row["agency_id"] for row in rows if row["no_account"])


def _seen(store: Store, tables: Tables, choice: Choice) -> set[str]:
    """OPDs with a post or a report in the period."""
    posts, coverage = tables.posts, tables.coverage
    posted = posts.filter(posts.day.between(choice.first, choice.last)).select("agency_id")
    told = coverage.filter((coverage.first_day <= choice.last) & (coverage.last_day >= choice.first))
    return set(store.run(ibis.union(posted, told.select("agency_id"), distinct=True))["agency_id"].to_pylist())
