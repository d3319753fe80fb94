"""Closed months that judge by the same roster, targets, calendar and accounts, read as one: a year costs one query.

Only whole months in a row are joined, and none in which an objection renewed rows: each such month is read alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import ibis

from answers.choice import Choice, is_expected
from answers.closed import Closing, world_of
from store import Store, Tables
from store.closed import REVISED, SPANS

Block = tuple[date, date, Closing | None]
Joined = tuple[date, date, tuple[Closing, ...]]
"""First and last day, and the closed months in between; none of an open stretch."""
_JUDGING = ("agencies", "targets", "calendar_days", "accounts")


def joined(store: Store, live: Tables, cut: Sequence[Block]) -> tuple[Joined, ...]:
    """The blocks, those in a row joined that judge alike. `live`: the tables as they are, with the copies."""
    whole = [one for first, last, one in cut if one and not one.revised and (first, last) == (one.first, one.last)]
    worlds = _worlds(store, live, whole) if len(whole) > 1 else {}
    found: list[Joined] = []
    for _, held in groupby(cut, key=lambda block: _mark(block, worlds)):
        row = list(held)
        found.append((row[0][0], row[-1][1], tuple(closing for _, _, closing in row if closing)))
    return tuple(found)


def _mark(block: Block, worlds: dict[str, Any]) -> Any:
    """Equal for blocks that may be joined; a block that may not is equal to itself alone."""
    closing = block[2]
    return worlds.get(closing.closing_id, block) if closing else block


def _worlds(store: Store, live: Tables, closings: Sequence[Closing]) -> dict[str, Any]:
    """closing_id → what judges its month, and which OPDs stand in it: one that is not expected in the months in which
    it published or reported."""
    months = {closing.closing_id: Choice(closing.first, closing.last) for closing in closings}
    ids = list(months)
    held: dict[str, list[Any]] = {one: [] for one in ids}
    for name in _JUDGING:
        copies = getattr(live, f"closed_{name}")
        for row in store.run(copies.filter(copies.closing_id.isin(ids))).to_pylist():
            whose = row.pop("closing_id")
            held[whose].append((name, *((key, repr(value)) for key, value in sorted(row.items()))))
            if name == "agencies" and is_expected(row, months[whose]):
                held[whose].append(("there", row["agency_id"]))
    posts, coverage = live.closed_posts, live.closed_coverage
    told = [
        table.filter(table.closing_id.isin(ids)).select("closing_id", "agency_id")
        for table in (posts.filter(posts.day.notnull()), coverage)
    ]
    for row in store.run(ibis.union(*told, distinct=True)).to_pylist():
        held[row["closing_id"]].append(("there", row["agency_id"]))
    return {one: frozenset(rows) for one, rows in held.items()}


def world_between(live: Tables, closings: Sequence[Closing]) -> Tables:
    """`live` as these closings keep it. Of several every dated row is cut to the month whose closing kept it, so that
    a report that came between two closings says nothing of the earlier month."""
    newest = world_of(live, closings[-1])
    if len(closings) == 1:
        return newest
    rows = [{"whose": one.closing_id, "begin": one.first, "end": one.last} for one in closings]
    months = ibis.memtable(rows, schema={"whose": "string", "begin": "date", "end": "date"})
    tables = {}
    for name in (*SPANS, "posts"):
        copies = getattr(live, f"closed_{name}")
        copies = copies.filter(copies.objection_id == "") if name in REVISED else copies
        kept = copies.inner_join(months, [copies.closing_id == months.whose])
        if name in SPANS:
            kept = kept.mutate(
                first_day=ibis.greatest(kept.first_day, kept.begin), last_day=ibis.least(kept.last_day, kept.end)
            )
        tables[name] = kept.select(*getattr(live, name).columns)
    return replace(newest, **tables)
