"""A period cut where closed months begin and end: each part with its own OPDs, calendar and tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.calendar import Day, Entry, changed_days, day_table, days
from answers.choice import Choice, is_expected
from answers.closed import Closing, blocks
from answers.joined import joined, world_between
from charts.basis import Opd
from indonesia import AGENCY_KINDS, office_place
from metrics.covered import covered_days
from store import Store, Tables

_CODES = {word: code for code, word in AGENCY_KINDS.items()}
_CHANGES = {"agency_id": "string", "day": "date", "working": "boolean"}
_OUTSIDE = {"agency_id": "string", "day": "date"}
_ENDED = {"agency_id": "string", "platform": "string", "day": "date"}
_ROSTER = {"agency_id": "string", "kind": "string", "no_account": "boolean"}


@dataclass(frozen=True)
class Segment:
    """Days that are judged by the same tables: those of `closing`, or the live ones (None).

    `ended`: agency_id, platform and day without any account of that platform, where one is there on other days.
    """

    tables: Tables
    opds: tuple[Opd, ...]
    days: tuple[Day, ...]
    entries: tuple[Entry, ...]
    closing: Closing | None
    ended: tuple[tuple[str, str, date], ...] = ()

    @cached_property
    def roster(self) -> ir.Table:
        """The OPDs: agency_id, kind, no_account."""
        return roster_of(self.opds)


def segments_of(
    store: Store, live: Tables, closings: Sequence[Closing], choice: Choice, today: date, present: tuple[Opd, ...],
    together: bool = False,
) -> tuple[Segment, ...]:  # fmt: skip
    """The parts of the choice's period up to today. `present`: the chosen OPDs of the live roster. `together`: closed
    months in a row that judge alike are one part, whose `closing` is the last of them."""
    found = []
    cut = blocks(closings, choice.first, min(choice.last, today))
    each = joined(store, live, cut) if together else [(first, last, (one,) if one else ()) for first, last, one in cut]
    for first, last, held in each:
        closing = held[-1] if held else None
        tables = world_between(live, held) if held else live
        opds = of_choice(store, tables, replace(choice, first=first, last=last)) if closing else present
        entries = _entries(store, tables)
        shown = days(first, last, today, entries)
        found.append(Segment(tables, opds, shown, entries, closing, ended_accounts(_accounts(store, tables), shown)))
    return tuple(found)


def covered(segment: Segment, platforms: tuple[str, ...]) -> ir.Table:
    """How well each day of each OPD is reported (metrics.covered.covered_days)."""
    tables = segment.tables
    changes = changed_days(segment.days, segment.opds, _CODES, segment.entries)
    outside = [(opd.agency_id, day.day) for opd in segment.opds for day in segment.days if not opd.there(day.day)]
    return covered_days(
        tables.coverage, tables.posts, tables.accounts, segment.roster, day_table(segment.days), platforms=platforms,
        changes=ibis.memtable(list(changes), schema=_CHANGES) if changes else None,
        dispensations=tables.dispensations, refusals=tables.refusal_agencies,
        ended=ibis.memtable(list(segment.ended), schema=_ENDED) if segment.ended else None,
        outside=ibis.memtable(outside, schema=_OUTSIDE) if outside else None,
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
    columns = ("agency_id", "name", "kind", "active", "no_account", "from_day", "to_day")
    rows = store.run(agencies.select(*columns)).to_pylist()
    if not all(is_expected(row, choice) for row in rows):
        seen = _seen(store, tables, choice)
        rows = [row for row in rows if is_expected(row, choice) or row["agency_id"] in seen]
    return in_order(
        Opd(
            row["agency_id"], row["name"], AGENCY_KINDS.get(row["kind"], row["kind"]), bool(row["no_account"]),
            row["from_day"], row["to_day"],
        )
        for row in rows
    )  # fmt: skip


def ended_accounts(accounts: Iterable[Mapping[str, Any]], shown: Sequence[Day]) -> tuple[tuple[str, str, date], ...]:
    """agency_id, platform and day on which none of the OPD's accounts there was open; for platforms with dates only.

    `accounts`: agency_id, platform, from_day, to_day.
    """
    own: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for account in accounts:
        own.setdefault((account["agency_id"], account["platform"]), []).append(account)

    def is_open(account: Mapping[str, Any], day: date) -> bool:
        begun = account["from_day"] is None or account["from_day"] <= day
        return begun and (account["to_day"] is None or day <= account["to_day"])

    return tuple(
        (agency_id, platform, day.day)
        for (agency_id, platform), held in own.items()
        if any(account["from_day"] or account["to_day"] for account in held)
        for day in shown
        if not any(is_open(account, day.day) for account in held)
    )


def _accounts(store: Store, tables: Tables) -> list[dict[str, Any]]:
    return list(store.run(tables.accounts.select("agency_id", "platform", "from_day", "to_day")).to_pylist())


def in_order(opds: Iterable[Opd]) -> tuple[Opd, ...]:
    """Each OPD once, as it is named first; by kind as AGENCY_KINDS has them, then by name.

    Where two bear one name, each bears its code too: tables and charts tell OPDs apart by their names.
    """
    found: dict[str, Opd] = {}
    for opd in opds:
        found.setdefault(opd.agency_id, opd)
    borne = Counter(opd.name.casefold() for opd in found.values())
    told = (
        opd if borne[opd.name.casefold()] == 1 else replace(opd, name=f"{opd.name} ({opd.agency_id})")
        for opd in found.values()
    )
    return tuple(sorted(told, key=lambda opd: (*office_place(opd.kind, opd.name), opd.agency_id)))


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
