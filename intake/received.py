"""Whose a refused file is and for which days: received and not yet readable is not silence."""

import datetime as dt

from loaders import RefusedError
from store import Scope, Store


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
    RefusedError, in Indonesian, for a file that was not refused or an OPD that is not in the roster.
    """
    first, last = period
    with store.write() as writer:
        file = {"sha256": sha256, "sample": scope.sample}
        agency = {"agency_id": agency_id, "sample": scope.sample}
        if not writer.fetch("refusals", file).num_rows or not writer.fetch("agencies", agency).num_rows or first > last:
            raise RefusedError("Berkas, OPD, atau masa laporan ini tidak ditemukan. Tidak ada data yang berubah.")
        writer.delete("refusal_agencies", {**file, "agency_id": agency_id})
        days = {"first_day": first, "last_day": last}
        writer.append("refusal_agencies", [{**file, **agency, **days, "said_by": who, "said_at": now}])
        if not scope.sample:
            told = {"subject": sha256, "detail": f"{agency_id}, {first:%d/%m/%Y}–{last:%d/%m/%Y}"}
            writer.append("audit", [{"at": now, "who": who, "action": "refusal", **told}])
