"""Tutup Bulan: a closed month keeps copies of the rows by which it is judged; what comes later leaves them alone.

Rule: docs/design.md, section 2. answers/closed.py reads the copies in place of the live rows.
"""

import datetime as dt
import json
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from indonesia import month_of, show_month
from intake.kept import newest
from loaders import RefusedError
from store import Scope, Store, Tables, Writer
from store.closed import (
    REVISED,
    SPANS,
    WHOLE,
    Revised,
    expected_accounts,
    grants,
    moved_days,
    overlapping,
    posts_of_month,
    revised_of,
)

OBJECTION_DAYS, SHIPPED_DAYS = "masa_sanggah", 7
"""The setting for how many days after the closing an OPD may object, and its value until somebody sets another."""


def close_month(store: Store, scope: Scope, month: dt.date, who: str, note: str, now: dt.datetime) -> str:
    """Close the month of a day; the closing_id.

    Raises RefusedError, in Indonesian: no name, a month that is not over or closed already, a scope that does not see
    every OPD. The audit tells who did it (of the sample nobody).
    """
    first, last = month_of(month)
    if not who.strip() or scope.agencies is not None:
        raise RefusedError("Mohon kantor pengelola mengisi nama lebih dahulu. Tidak ada bulan yang ditutup.")
    if last >= now.date():
        raise RefusedError(f"{show_month(first)} belum berakhir, sehingga belum dapat ditutup.")
    closing_id = f"{now:%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
    with store.write() as writer:
        _refuse_closed(writer, first, scope.sample)
        tables = store.read(scope)  # nobody else writes while this thread holds the lock
        accepted = store.run(grants(tables)).to_pylist()
        posts = store.run(posts_of_month(tables, first, last, other_closings(store, tables, accepted, first)))
        granted = [row for row in accepted if row["month"] == first]
        if any(row["granted"] == "hari_lain" for row in granted):  # what was granted outlives a reopening
            posts = pa.Table.from_pylist(moved_days(posts.to_pylist(), granted), schema=posts.schema)
        readings = Counter(posts["rules_version"].to_pylist())
        keep(writer, {"posts": posts}, closing_id)
        keep(writer, {name: store.run(overlapping(getattr(tables, name), first, last)) for name in SPANS}, closing_id)
        keep(writer, {name: store.run(getattr(tables, name)) for name in WHOLE}, closing_id)
        keep(writer, {"accounts": store.run(expected_accounts(tables, scope.sample))}, closing_id)
        until = now.date() + dt.timedelta(days=objection_days(store))
        row = {
            "closing_id": closing_id,
            "month": first,
            "closed_at": now,
            "closed_by": who.strip(),
            "sample": scope.sample,
        }
        row |= {"note": note.strip(), "rules": json.dumps(dict(sorted(readings.items()))), "objections_until": until}
        writer.append("closings", [row])
        note_in_audit(writer, scope, now, who, "closing", first, note.strip() or f"{posts.num_rows} unggahan disimpan")
    return closing_id


def reopen_month(store: Store, scope: Scope, closing_id: str, who: str, reason: str, now: dt.datetime) -> None:
    """Open a closed month again: its numbers are the live ones from now on. What it kept stays as evidence.

    Raises RefusedError, in Indonesian, without a name and a reason, or for a month that is not closed.
    """
    if not who.strip() or not reason.strip() or scope.agencies is not None:
        raise RefusedError("Mohon kantor pengelola mengisi nama dan alasan pembukaan kembali. Tidak ada yang berubah.")
    with store.write() as writer:
        which = {"closing_id": closing_id, "sample": scope.sample}
        found = writer.fetch("closings", which).to_pylist()
        if not found or found[0]["reopened_at"] is not None:
            raise RefusedError("Bulan ini tidak sedang ditutup. Tidak ada yang berubah.")
        change = {"reopened_at": now, "reopened_by": who.strip(), "reopen_reason": reason.strip()}
        writer.update("closings", change, which)
        note_in_audit(writer, scope, now, who, "reopening", found[0]["month"], reason.strip())


def objection_days(store: Store) -> int:
    """For how many days after the closing of a month an OPD may object."""
    kept = newest(store, OBJECTION_DAYS).get(OBJECTION_DAYS)
    return int(kept.value) if kept and kept.value.isdigit() else SHIPPED_DAYS


def other_closings(
    store: Store, tables: Tables, granted: Sequence[Mapping[str, Any]], month: dt.date
) -> dict[str, Revised]:
    """The closed months but this one, as store.closed.kept_rows takes them. `granted`: rows of store.closed.grants."""
    standing = tables.closings.filter(tables.closings.reopened_at.isnull(), tables.closings.month != month)
    ids = store.run(standing.select("closing_id"))["closing_id"].to_pylist()
    return {closing_id: revised_of(granted, closing_id) for closing_id in ids}


def keep(writer: Writer, copies: dict[str, pa.Table], closing_id: str, objection_id: str = "") -> None:
    """Add rows of live tables (name → rows) to the copies of a closing; those of an accepted objection under its id."""
    for name, rows in copies.items():
        named = {"closing_id": closing_id}
        if name in REVISED:
            named["objection_id"] = objection_id
        marked = rows
        for column, value in named.items():
            marked = marked.append_column(column, pa.array([value] * rows.num_rows, pa.string()))
        writer.append(f"closed_{name}", marked)


def _refuse_closed(writer: Writer, first: dt.date, sample: bool) -> None:
    standing = writer.fetch("closings", {"month": first, "sample": sample, "reopened_at": None}).to_pylist()
    if standing:
        raise RefusedError(
            f"{show_month(first)} sudah ditutup oleh {standing[0]['closed_by']} pada "
            f"{standing[0]['closed_at']:%d/%m/%Y}. Tidak ada yang berubah."
        )


def note_in_audit(
    writer: Writer, scope: Scope, now: dt.datetime, who: str, action: str, month: dt.date, detail: str
) -> None:
    """A line in the audit about a month; of the sample none."""
    if not scope.sample:
        told = {"action": action, "subject": f"{month:%Y-%m}", "detail": detail}
        writer.append("audit", [{"at": now, "who": who.strip(), **told}])
