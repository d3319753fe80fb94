"""Whose a refused file is and for which days: received and not yet readable is not silence."""

import datetime as dt
from dataclasses import dataclass

from loaders import RefusedError
from store import Scope, Store


@dataclass(frozen=True)
class Told:
    """Of which OPD a refused file is and for which days, as a person said, who and when."""

    agency_id: str
    first_day: dt.date
    last_day: dt.date
    who: str
    at: dt.datetime


def whose(store: Store, scope: Scope, sha256: str) -> tuple[Told, ...]:
    """What was said of a refused file, in the order of saying."""
    rows = store.read(scope).refusal_agencies
    found = store.run(rows.filter(rows.sha256 == sha256).order_by("said_at", "agency_id")).to_pylist()
    return tuple(
        Told(row["agency_id"], row["first_day"], row["last_day"], row["said_by"], row["said_at"]) for row in found
    )


def say_whose(
    store: Store,
    scope: Scope,
    sha256: str,
    agency_id: str,
    period: tuple[dt.date, dt.date],
    who: str,
    now: dt.datetime,
) -> None:
    """Write down that a refused file is of an OPD, from first to last day; said again, the new days hold.

    Days of which a report could be read do not change by it. The audit tells who said it (of the sample nobody). Raises
    RefusedError, in Indonesian, without a name, for a file that was not refused or an OPD that is not in the roster.
    """
    first, last = period
    _named(who)
    with store.write() as writer:
        file = {"sha256": sha256, "sample": scope.sample}
        agency = {"agency_id": agency_id, "sample": scope.sample}
        if not writer.fetch("refusals", file).num_rows or not writer.fetch("agencies", agency).num_rows or first > last:
            raise RefusedError("Berkas, OPD, atau masa laporan ini tidak ditemukan. Tidak ada data yang berubah.")
        writer.delete("refusal_agencies", {**file, "agency_id": agency_id})
        days = {"first_day": first, "last_day": last}
        writer.append("refusal_agencies", [{**file, **agency, **days, "said_by": who.strip(), "said_at": now}])
        if not scope.sample:
            told = {"subject": sha256, "detail": f"{agency_id}, {first:%d/%m/%Y}–{last:%d/%m/%Y}"}
            writer.append("audit", [{"at": now, "who": who.strip(), "action": "refusal", **told}])


def unsay_whose(store: Store, scope: Scope, sha256: str, agency_id: str, who: str, now: dt.datetime) -> None:
    """Take back that a refused file is of an OPD; the audit keeps which days had been said.

    Raises RefusedError, in Indonesian, without a name or if nothing was said.
    """
    _named(who)
    with store.write() as writer:
        where = {"sha256": sha256, "agency_id": agency_id, "sample": scope.sample}
        rows = writer.fetch("refusal_agencies", where).to_pylist()
        if not rows:
            raise RefusedError("Catatan pemilik berkas ini tidak ditemukan. Tidak ada data yang berubah.")
        writer.delete("refusal_agencies", where)
        if not scope.sample:
            days = ", ".join(f"{row['first_day']:%d/%m/%Y}–{row['last_day']:%d/%m/%Y}" for row in rows)
            told = {"subject": sha256, "detail": f"ditarik kembali: {agency_id}, {days}"}
            writer.append("audit", [{"at": now, "who": who.strip(), "action": "refusal", **told}])


def _named(who: str) -> None:
    if not who.strip():
        raise RefusedError("Mohon Bapak/Ibu mengisi nama lebih dahulu. Tidak ada data yang berubah.")
