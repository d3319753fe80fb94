"""A period cut where closed months begin and end: each part with its own OPDs, calendar and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import ibis
import ibis.expr.types as ir

from answers.calendar import Day, Entry, changed_days, day_table, days
from answers.choice import KINDS, Choice
from answers.closed import Closing, blocks, world_of
from charts.basis import Opd
from metrics.covered import covered_days
from store import Store, Tables

_CODES = {word: code for code, word in KINDS.items()}
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
_CHANGES = {"agency_id": "string", "day": "date", "working": "boolean"}
_ROSTER = {"agency_id": "string", "kind": "string", "no_account": "boolean"}


@dataclass(frozen=True)
class Segment:
    """Days that are judged by the same tables: those of `closing`, or the live ones (None)."""

    tables: Tables
    opds: tuple[Opd, ...]
    days: tuple[Day, ...]
    entries: tuple[Entry, ...]
    closing: Closing | None

    @cached_property
    def roster(self) -> ir.Table:
        """The OPDs: agency_id, kind, no_account."""
        return roster_of(self.opds)


def segments_of(
    store: Store, live: Tables, closings: Sequence[Closing], choice: Choice, today: date, present: tuple[Opd, ...]
) -> tuple[Segment, ...]:
    """The parts of the choice's period up to today. `present`: the chosen OPDs of the live roster."""
    found = []
    for first, last, closing in blocks(closings, choice.first, min(choice.last, today)):
        tables = world_of(live, closing) if closing else live
        opds = of_choice(store, tables, replace(choice, first=first, last=last)) if closing else present
        entries = _entries(store, tables)
        found.append(Segment(tables, opds, days(first, last, today, entries), entries, closing))
    return tuple(found)


def covered(segment: Segment, platforms: tuple[str, ...]) -> ir.Table:
    """How well each day of each OPD is reported (metrics.covered.covered_days)."""
    tables = segment.tables
    changes = changed_days(segment.days, segment.opds, _CODES, segment.entries)
    return covered_days(
        tables.coverage, tables.posts, tables.accounts, segment.roster, day_table(segment.days), platforms=platforms,
        changes=ibis.memtable(list(changes), schema=_CHANGES) if changes else None,
        dispensations=tables.dispensations, refusals=tables.refusal_agencies,
    )  # fmt: skip


def roster_of(opds: Iterable[Opd]) -> ir.Table:
    """OPDs as a table: agency_id, kind, no_account."""
    rows = [
        {"agency_id": opd.agency_id, "kind": _CODES.get(opd.kind, opd.kind), "no_account": opd.no_account}
        for opd in opds
    ]
    return ibis.memtable(rows, schema=_ROSTER)


def of_choice(store: Store, tables: Tables, choice: Choice) -> tuple[Opd, ...]:
    """The chosen OPDs of the tables, in the order of every list."""
    agencies = tables.agencies
    if choice.agencies:
        agencies = agencies.filter(agencies.agency_id.isin(choice.agencies))
    if choice.kinds:
        agencies = agencies.filter(agencies.kind.isin(choice.kinds))
    rows = store.run(agencies.select("agency_id", "name", "kind", "active", "no_account")).to_pylist()
    if not all(row["active"] for row in rows):
        seen = _seen(store, tables, choice)
        rows = [row for row in rows if row["active"] or row["agency_id"] in seen]
    return in_order(
        Opd(row["agency_id"], row["name"], KINDS.get(row["kind"], row["kind"]), bool(row["no_account"])) for row in rows
    )


def in_order(opds: Iterable[Opd]) -> tuple[Opd, ...]:
    """Each OPD once, as it is named first; by kind as KINDS has them, then by name."""
    found: dict[str, Opd] = {}
    for opd in opds:
        found.setdefault(opd.agency_id, opd)

    def place(opd: Opd) -> tuple[int, str, str]:
        return _ORDER.get(_CODES.get(opd.kind, opd.kind), len(_ORDER)), opd.name.casefold(), opd.agency_id

    return tuple(sorted(found.values(), key=place))


def _entries(store: Store, tables: Tables) -> tuple[Entry, ...]:
    """The office's own calendar, in the order in which it was entered."""
    rows = tables.calendar_days.order_by("entered_at", "entry_id")
    return tuple(
        Entry(row["day"], row["name"], row["kind"], row["agency_id"] or "", row["agency_kind"] or "")
        for row in store.run(rows).to_pylist()
    )


def _seen(store: Store, tables: Tables, choice: Choice) -> set[str]:
    """OPDs with a post or a report in the period."""
    posts, coverage = tables.posts, tables.coverage
    posted = posts.filter(posts.day.between(choice.first, choice.last)).select("agency_id")
    told = coverage.filter((coverage.first_day <= choice.last) & (coverage.last_day >= choice.first))
    return set(store.run(ibis.union(posted, told.select("agency_id"), distinct=True))["agency_id"].to_pylist())
