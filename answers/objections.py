"""Sanggahan: every objection to a closed month, its outcome, and how the OPD stood before and after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answers.choice import Choice
from answers.closed import Closing, closing_of
from answers.selection import select
from answers.targets import judged_days
from metrics.targets import target_sums
from store import Scope, Store
from store.closed import grants

NAME, TITLE = "objections", "Sanggahan"
WAITING = "menunggu"
STATES = {WAITING: "Menunggu keputusan", "diterima": "Diterima", "ditolak": "Ditolak"}
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """An objection. `before` and `after`: columns of metrics.targets.target_sums over the month, without and with what
    it was granted; `after` is None while it waits. `own`: the instansi that the person named, not verified.

    `days`: the days that were judged otherwise after it, before and after (columns of metrics.targets.target_days).
    `simulated`: whether a target of the month has no dasar, so that nothing may be called fulfilled.
    """

    objection_id: str
    closing_id: str
    month: date
    agency_id: str
    opd: str
    day: date | None
    claim: str
    links: tuple[str, ...]
    who: str
    at: datetime
    state: str
    granted: str
    detail: str
    reason: str
    decided_by: str
    decided_at: datetime | None
    before: Row
    after: Row | None
    days: tuple[tuple[Row, Row], ...]
    simulated: bool


def objections(store: Store, scope: Scope, choice: Choice | None, today: date) -> tuple[Told, ...]:
    """Every objection, the newest first, those of reopened closings too. The choice is not used."""
    tables = store.read(scope)
    rows = store.run(tables.objections).to_pylist()
    if not rows:
        return ()
    closings = {row["closing_id"]: row for row in store.run(tables.closings).to_pylist()}
    outcomes = {row["objection_id"]: row for row in store.run(tables.objection_outcomes).to_pylist()}
    granted = store.run(grants(tables)).to_pylist()
    names = {row["agency_id"]: row["name"] for row in store.run(tables.closed_agencies).to_pylist()}
    rows.sort(key=lambda row: (row["objected_at"], row["objection_id"]), reverse=True)
    found = []
    for row in rows:
        outcome = outcomes.get(row["objection_id"])
        sides = _sides(granted, row, outcome)
        judged = [_judged(store, scope, closing_of(closings[row["closing_id"]], side), row, today) for side in sides]
        found.append(_told(row, outcome, closings[row["closing_id"]], names, judged))
    return tuple(found)


def _sides(granted: Sequence[Row], row: Row, outcome: Row | None) -> list[list[Row]]:
    """What was granted before this objection, and with it if it is decided."""
    places = [place for place, one in enumerate(granted) if one["objection_id"] == row["objection_id"]]
    if places:
        return [list(granted[: places[0]]), list(granted[: places[0] + 1])]
    if outcome:
        earlier = [one for one in granted if one["decided_at"] <= outcome["decided_at"]]
        return [earlier, earlier]
    return [list(granted)]


def _judged(store: Store, scope: Scope, closing: Closing, row: Row, today: date) -> tuple[Row, dict[date, Row]]:
    """The sums of the OPD over the month, and its days."""
    choice = Choice(closing.first, closing.last, agencies=(row["agency_id"],))
    selection = select(store, scope, choice, max(today, closing.last), (closing,))
    days = judged_days(selection)
    sums = selection.by_agency(target_sums(days)).get(row["agency_id"], {})
    return sums, {each["day"]: each for each in selection.rows(days)}


def _told(
    row: Row,
    outcome: Row | None,
    closing: Row,
    names: Mapping[str, str],
    judged: Sequence[tuple[Row, dict[date, Row]]],
) -> Told:
    (before, old), (after, new) = judged[0], judged[-1]
    return Told(
        objection_id=row["objection_id"],
        closing_id=row["closing_id"],
        month=closing["month"],
        agency_id=row["agency_id"],
        opd=names.get(row["agency_id"], row["agency_id"]),
        day=row["day"],
        claim=row["claim"],
        links=tuple(line.strip() for line in row["links"].splitlines() if line.strip()),
        who=row["objected_by"],
        at=row["objected_at"],
        state=outcome["outcome"] if outcome else WAITING,
        granted=outcome["granted"] if outcome else "",
        detail=outcome["detail"] if outcome else "",
        reason=outcome["reason"] if outcome else "",
        decided_by=outcome["decided_by"] if outcome else "",
        decided_at=outcome["decided_at"] if outcome else None,
        before=before,
        after=after if outcome else None,
        days=tuple((old[day], new[day]) for day in sorted(old) if day in new and old[day] != new[day]),
        simulated=any(day["number"] and not day["basis"] for day in (*old.values(), *new.values())),
    )
