"""What a choice selects from the store: the OPDs, the days up to today, and the tables cut down to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from answers.calendar import Day
from answers.choice import Choice
from answers.closed import Closing, standing_closings, with_closed
from answers.segments import Segment, covered, in_order, of_choice, roster_of, segments_of
from charts.basis import Opd
from metrics.activity import daily_activity
from store import Scope, Store, Tables
from store.closed import WHOLE


@dataclass(frozen=True)
class Selection:
    """`opds` by kind and name; `days` of the period, none after today; `last_upload` None if nothing was uploaded.

    `tables` show of closed months what these keep; tables without dates are those of the period's last day. `segments`:
    the period cut where closed months begin and end, each with the tables by which its days are judged. `present`: the
    OPDs of the roster of today, whichever month is looked at.
    """

    store: Store
    scope: Scope
    choice: Choice
    tables: Tables
    opds: tuple[Opd, ...]
    days: tuple[Day, ...]
    last_upload: datetime | None
    segments: tuple[Segment, ...]
    closings: tuple[Closing, ...]
    live: Tables
    present: tuple[Opd, ...]

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
        return roster_of(self.opds)

    @cached_property
    def whole_roster(self) -> ir.Table:
        """`roster`, and of every closed month the OPDs that are not there any more: whose days `daily` holds."""
        return roster_of(in_order(chain(self.opds, *(segment.opds for segment in reversed(self.segments)))))

    @property
    def closed(self) -> tuple[Closing, ...]:
        """The closed months that the period touches."""
        return tuple(segment.closing for segment in self.segments if segment.closing)

    @cached_property
    def posts(self) -> ir.Table:
        """Posts of the chosen OPDs and platforms, of all days: konten and last posts look beyond the period."""
        return self._posts(self.tables.posts, self.roster)

    def posts_on(self, segment: Segment) -> ir.Table:
        """Posts that tell of the days of a segment: of a closed month its copies alone, for no other row, kept or live,
        has a day in it (answers/closed.py); reading all closed months for each of them took seconds."""
        return self._posts((segment.tables if segment.closing else self.tables).posts, segment.roster)

    def _posts(self, posts: ir.Table, roster: ir.Table) -> ir.Table:
        posts = posts.filter(posts.agency_id.isin(roster.agency_id))
        platforms = self.choice.platforms
        return posts.filter(posts.platform.isin(platforms)) if platforms else posts

    @cached_property
    def daily(self) -> ir.Table:
        """Counts and state of each day of each OPD (metrics.activity.daily_activity), not executed yet if all days are
        judged by the same tables. Days of a closed month are those of the OPDs of its roster."""
        if len(self.segments) == 1:
            return self._daily(self.segments[0])
        return ibis.memtable(pa.concat_tables(self._run))

    @cached_property
    def _run(self) -> list[pa.Table]:
        return [self.store.run(self._daily(segment)) for segment in self.segments]

    @property
    def parts(self) -> tuple[tuple[Segment, ir.Table], ...]:
        """Each segment with its rows of `daily`, executed."""
        if len(self.segments) == 1:
            return ((self.segments[0], self.counted),)
        return tuple(zip(self.segments, map(ibis.memtable, self._run), strict=True))

    def _daily(self, segment: Segment) -> ir.Table:
        return daily_activity(self.posts_on(segment), covered(segment, self.choice.platforms))

    @cached_property
    def counted(self) -> ir.Table:
        """`daily`, executed once: several numbers of an answer come from it."""
        return self.kept(self.daily) if len(self.segments) == 1 else self.daily

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
        """The same selection on other days: the same OPDs, of closed months those that these keep."""
        choice = replace(self.choice, first=first, last=last)
        cut = segments_of(self.store, self.live, self.closings, choice, today, self.present, together=True)
        return replace(self, choice=choice, segments=cut, days=_days(cut))


def select(
    store: Store, scope: Scope, choice: Choice, today: date, closings: tuple[Closing, ...] | None = None
) -> Selection:
    """Read what the choice selects. OPDs that are no longer active stay in the periods in which they were reported.

    `closings`: the closed months, those that stand if None; () as if none were, to work on the posts themselves.
    """
    tables = store.read(scope)
    closings = standing_closings(store, tables) if closings is None else closings
    present = of_choice(store, tables, choice)
    cut = segments_of(store, tables, closings, choice, today, present)
    uploads = tables.uploads.filter(tables.uploads.undone_at.isnull())
    newest = store.run(uploads.aggregate(newest=uploads.uploaded_at.max()))["newest"][0].as_py()
    opds = in_order(opd for segment in reversed(cut) for opd in segment.opds) if cut else present
    shown = with_closed(tables, closings)
    if cut and cut[-1].closing:
        undated = (*WHOLE, "accounts", "settings")
        shown = replace(shown, **{name: getattr(cut[-1].tables, name) for name in undated})
    return Selection(store, scope, choice, shown, opds, _days(cut), newest, cut, closings, tables, present)


def _days(cut: Sequence[Segment]) -> tuple[Day, ...]:
    return tuple(day for segment in cut for day in segment.days)
