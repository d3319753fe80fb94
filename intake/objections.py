"""Sanggahan: an OPD objects to how a closed month was judged; the office decides, and both sides are kept.

What an accepted objection grants are new copies of the OPD's rows (store/closed.py) under its own id: the month is
judged by them from then on, and by the old ones it can still be seen how it was judged before.
"""

import datetime as dt
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from indonesia import month_of, show_date, show_month
from intake.closing import keep, note_in_audit, other_closings
from intake.rulings import OFFICE
from loaders import RefusedError
from store import Scope, Store, Writer
from store.closed import grants, kept_rows, moved_days, overlapping, posts_of_month, revised_of

GRANTS = {
    "dispensasi": "Hari dihitung sebagai dispensasi",
    "hari_lain": "Unggahan dihitung pada hari lain",
    "laporan_susulan": "Laporan susulan diterima",
}
"""What the office may grant: code and words."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Objection:
    """What an OPD objects to: a closed month, or one day of it. links: one a line. own: the person's own OPD."""

    closing_id: str
    agency_id: str
    day: dt.date | None
    claim: str
    links: str
    who: str
    own: str


@dataclass(frozen=True)
class Grant:
    """A key of GRANTS, "" for none: days first to last excused; a post on another day; the reports of today taken."""

    kind: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    post_key: str = ""
    day: dt.date | None = None

    def detail(self) -> str:
        """What is granted, as it is stored."""
        told = {"first": self.first, "last": self.last, "post_key": self.post_key, "day": self.day}
        return json.dumps({name: str(value) for name, value in told.items() if value})


@dataclass(frozen=True)
class Verdict:
    """The office's answer to an objection."""

    objection_id: str
    accepted: bool
    grant: Grant
    reason: str
    who: str
    own: str


def object_to(store: Store, scope: Scope, objection: Objection, now: dt.datetime) -> str:
    """Store an objection; its objection_id.

    Raises RefusedError, in Indonesian: nothing said, not the own OPD, not closed, a day elsewhere, or too late.
    """
    if not objection.who.strip() or not objection.own or not objection.claim.strip():
        raise RefusedError("Mohon Bapak/Ibu mengisi nama, instansi, dan isi sanggahan lebih dahulu.")
    if objection.own != objection.agency_id or (scope.agencies is not None and objection.own not in scope.agencies):
        raise RefusedError("Sanggahan hanya dapat diajukan oleh OPD yang bersangkutan.")
    objection_id = f"s-{now:%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
    with store.write() as writer:
        closing = _closing(writer, scope, objection.closing_id)
        first, last = month_of(closing["month"])
        if objection.day is not None and not first <= objection.day <= last:
            raise RefusedError(f"Tanggal yang disanggah tidak berada dalam {show_month(first)}.")
        if now.date() > closing["objections_until"]:
            raise RefusedError(
                f"Masa sanggah {show_month(first)} berakhir pada {show_date(closing['objections_until'])}."
            )
        row: dict[str, Any] = {
            "objection_id": objection_id,
            "closing_id": objection.closing_id,
            "agency_id": objection.agency_id,
        }
        row |= {"day": objection.day, "claim": objection.claim.strip(), "links": objection.links.strip()}
        row |= {"objected_by": objection.who.strip(), "own": objection.own, "objected_at": now, "sample": scope.sample}
        writer.append("objections", [row])
        note_in_audit(writer, scope, now, objection.who, "objection", first, f"{objection.agency_id}: {row['claim']}")
    return objection_id


def settle(store: Store, scope: Scope, verdict: Verdict, now: dt.datetime) -> None:
    """Store the office's answer; what it grants counts at once.

    Raises RefusedError, in Indonesian: not the office, no reason, decided already, or a grant that cannot be.
    """
    if verdict.own != OFFICE or scope.agencies is not None:
        raise RefusedError("Sanggahan diputuskan oleh kantor pengelola, bukan oleh OPD.")
    if not verdict.who.strip() or not verdict.reason.strip():
        raise RefusedError("Mohon kantor pengelola mengisi nama dan alasan keputusan.")
    if verdict.accepted and verdict.grant.kind not in GRANTS:
        raise RefusedError("Mohon dipilih apa yang dikabulkan.")
    with store.write() as writer:
        objection = _waiting(writer, scope, verdict.objection_id)
        closing = _closing(writer, scope, objection["closing_id"])
        granted = verdict.grant if verdict.accepted else Grant()
        row: dict[str, Any] = {
            "objection_id": verdict.objection_id,
            "agency_id": objection["agency_id"],
            "granted": granted.kind,
        }
        row |= {"outcome": "diterima" if verdict.accepted else "ditolak", "detail": granted.detail()}
        row |= {"reason": verdict.reason.strip(), "decided_by": verdict.who.strip(), "decided_at": now}
        if granted.kind:
            _renew(store, writer, scope, closing, objection, verdict, now)
        writer.append("objection_outcomes", [{**row, "sample": scope.sample}])
        told = f"{objection['agency_id']}: {row['outcome']} {granted.kind} {verdict.reason.strip()}"
        note_in_audit(writer, scope, now, verdict.who, "objection_outcome", closing["month"], told)


def _closing(writer: Writer, scope: Scope, closing_id: str) -> dict[str, Any]:
    which = {"closing_id": closing_id, "sample": scope.sample, "reopened_at": None}
    found: list[dict[str, Any]] = writer.fetch("closings", which).to_pylist()
    if not found:
        raise RefusedError("Bulan ini tidak sedang ditutup. Tidak ada yang berubah.")
    return found[0]


def _waiting(writer: Writer, scope: Scope, objection_id: str) -> dict[str, Any]:
    which = {"objection_id": objection_id, "sample": scope.sample}
    found: list[dict[str, Any]] = writer.fetch("objections", which).to_pylist()
    decided = writer.fetch("objection_outcomes", which).to_pylist()
    if not found:
        raise RefusedError("Sanggahan ini tidak ditemukan. Tidak ada yang berubah.")
    if decided:
        raise RefusedError(f"Sanggahan ini sudah diputuskan oleh {decided[0]['decided_by']}. Tidak ada yang berubah.")
    return found[0]


def _renew(
    store: Store, writer: Writer, scope: Scope, closing: Row, objection: Row, verdict: Verdict, now: dt.datetime
) -> None:
    """Copy the OPD's rows anew with what is granted; an excused day also goes to the dispensations of today."""
    grant, agency, (first, last) = verdict.grant, objection["agency_id"], month_of(closing["month"])
    tables = store.read(scope)
    granted = store.run(grants(tables)).to_pylist()
    whole = {closing["closing_id"]: revised_of(granted, closing["closing_id"])}

    def own(rows: ir.Table) -> pa.Table:
        return store.run(rows.filter(rows.agency_id == agency))

    kept = {name: own(kept_rows(tables, name, whole)) for name in ("posts", "coverage", "dispensations")}
    if grant.kind == "laporan_susulan":
        kept["coverage"] = own(overlapping(tables.coverage, first, last))
        posts = own(posts_of_month(tables, first, last, other_closings(store, tables, granted, closing["month"])))
        earlier = [row for row in granted if row["month"] == closing["month"]]
        kept["posts"] = pa.Table.from_pylist(moved_days(posts.to_pylist(), earlier), schema=posts.schema)
    elif grant.kind == "hari_lain":
        kept["posts"] = _moved(kept["posts"], grant, first, last)
    else:
        row = _dispensation(grant, agency, verdict, first, last, now) | {"sample": scope.sample}
        writer.append("dispensations", [row])
        new = pa.Table.from_pylist([row], schema=kept["dispensations"].schema)
        kept["dispensations"] = pa.concat_tables([kept["dispensations"], new])
    keep(writer, kept, closing["closing_id"], objection["objection_id"])


def _moved(posts: pa.Table, grant: Grant, first: dt.date, last: dt.date) -> pa.Table:
    rows = posts.to_pylist()
    if not any(row["post_key"] == grant.post_key and row["day"] for row in rows):
        raise RefusedError("Unggahan itu bukan milik OPD ini pada bulan yang disanggah.")
    if grant.day is None or not first <= grant.day <= last:
        raise RefusedError("Hari yang dikabulkan di luar bulan yang disanggah.")
    told = {"granted": "hari_lain", "detail": grant.detail()}
    return pa.Table.from_pylist(moved_days(rows, [told]), schema=posts.schema)


def _dispensation(
    grant: Grant, agency: str, verdict: Verdict, first: dt.date, last: dt.date, now: dt.datetime
) -> dict[str, Any]:
    if grant.first is None or grant.last is None or not first <= grant.first <= grant.last <= last:
        raise RefusedError("Hari yang dikabulkan di luar bulan yang disanggah.")
    row: dict[str, Any] = {
        "dispensation_id": f"sanggahan-{secrets.token_hex(6)}",
        "agency_id": agency,
        "platform": None,
    }
    row |= {"platform": None, "first_day": grant.first, "last_day": grant.last, "approver": verdict.who.strip()}
    return row | {"reason": verdict.reason.strip(), "entered_by": verdict.who.strip(), "entered_at": now}
