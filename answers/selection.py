"""What a choice selects from the store: the OPDs, the days up to today, and the tables cut down to them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import ibis.expr.types as ir

from answers.calendar import Day, day_table, days
from answers.choice import KINDS, Choice
from charts.basis import Opd
from metrics.activity import daily_activity
from metrics.covered import covered_days
from store import Scope, Store, Tables


@dataclass(frozen=True)
class Selection:
    """`opds` by kind and name; `days` of the period, none after today; `last_upload` None if nothing was uploaded."""

    store: Store
    scope: Scope
    choice: Choice
    tables: Tables
    opds: tuple[Opd, ...]
    days: tuple[Day, ...]
    last_upload: datetime | None

    @property
    def roster(self) -> ir.Table:
        """The chosen OPDs: agency_id, kind."""
        agencies = self.tables.agencies.select("agency_id", "kind")
        return agencies.filter(agencies.agency_id.isin([opd.agency_id for opd in self.opds]))

    @property
    def day_table(self) -> ir.Table:
        """The days of the period: day, working."""
        return day_table(self.days)

    @property
    def posts(self) -> ir.Table:
        """Posts of the chosen OPDs and platforms, of all days: konten and last posts look beyond the period."""
        posts = self.tables.posts.filter(self.tables.posts.agency_id.isin([opd.agency_id for opd in self.opds]))
        platforms = self.choice.platforms
        return posts.filter(posts.platform.isin(platforms)) if platforms else posts

    @property
    def covered(self) -> ir.Table:
        """How well each day of each OPD is reported (metrics.covered.covered_days)."""
        tables = self.tables
        return covered_days(
            tables.coverage, tables.posts, tables.accounts, self.roster, self.day_table, platforms=self.choice.platforms
        )

    @property
    def daily(self) -> ir.Table:
        """Counts and state of each day of each OPD (metrics.activity.daily_activity)."""
        return daily_activity(self.posts, self.covered, self.day_table)

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The rows of an expression."""
        return list(self.store.run(expression).to_pylist())

    def by_agency(self, expression: ir.Table) -> dict[str, dict[str, Any]]:
        """The rows of an expression that has one row an OPD, by agency_id."""
        return {row["agency_id"]: row for row in self.rows(expression)}

    def moved(self, first: date, last: date, today: date) -> "Selection":
        """The same selection on other days."""
        return replace(self, choice=replace(self.choice, first=first, last=last), days=days(first, last, today))


def select(store: Store, scope: Scope, choice: Choice, today: date) -> Selection:
    """Read what the choice selects. OPDs that are no longer active stay in the periods in which they were reported."""
    tables = store.read(scope)
    period = days(choice.first, choice.last, today)
    uploads = tables.uploads.filter(tables.uploads.undone_at.isnull())
    newest = store.run(uploads.aggregate(newest=uploads.uploaded_at.max()))["newest"][0].as_py()
    return Selection(store, scope, choice, tables, _opds(store, tables, choice), period, newest)


def _opds(store: Store, tables: Tables, choice: Choice) -> tuple[Opd, ...]:
    """The chosen OPDs in the order of every list: by kind as KINDS has them, then by name."""
    agencies, posts, coverage = tables.agencies, tables.posts, tables.coverage
    seen = posts.filter((posts.day >= choice.first) & (posts.day <= choice.last)).agency_id
    told = coverage.filter((coverage.first_day <= choice.last) & (coverage.last_day >= choice.first)).agency_id
    agencies = agencies.filter(agencies.active | agencies.agency_id.isin(seen) | agencies.agency_id.isin(told))
    if choice.agencies:
        agencies = agencies.filter(agencies.agency_id.isin(choice.agencies))
    if choice.kinds:
        agencies = agencies.filter(agencies.kind.isin(choice.kinds))
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = store.run(agencies.select("agency_id", "name", "kind")).to_pylist()
    rows.sort(key=lambda row: (order.get(row["kind"], len(order)), row["name"].casefold(), row["agency_id"]))
    return tuple(Opd(row["agency_id"], row["name"], KINDS.get(row["kind"], row["kind"])) for row in rows)
