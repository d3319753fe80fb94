"""The files as they were handed in: given out with a note of who took them, and kept as long as the office says."""

import datetime as dt

import ibis

from loaders import RefusedError
from store import Scope, Store

SETTING, KEPT = "berkas_asli", "disimpan"
"""Name of the setting, and its value as long as nobody says otherwise; another value is a number of days."""
SWEEPER = "dasbor"
"""Who deletes what the setting no longer keeps: nobody in person."""


def retention(store: Store) -> int | None:
    """For how many days originals are kept after they last came in; None: they are kept."""
    settings = store.read(Scope()).settings
    newest = settings.filter(settings.name == SETTING).order_by(ibis.desc("version")).limit(1)
    value = store.run(newest.select("value"))["value"].to_pylist()
    return int(value[0]) if value and value[0].isdigit() else None


def set_retention(store: Store, days: int | None, who: str, now: dt.datetime) -> int:
    """Set for how many days originals are kept (None: without end) and delete what is older; the number deleted."""
    value = KEPT if days is None else str(days)
    with store.write() as writer:
        versions = writer.fetch("settings", {"name": SETTING})["version"].to_pylist()
        change = {"value": value, "version": max(versions, default=0) + 1, "changed_by": who, "changed_at": now}
        writer.append("settings", [{"name": SETTING, **change}])
        told = {"action": "setting", "subject": SETTING, "detail": value}
        writer.append("audit", [{"at": now, "who": who, **told}])
    return delete_old(store, now)


def delete_old(store: Store, now: dt.datetime) -> int:
    """Delete the originals that the setting no longer keeps; their uploads, rows and posts stay. Their number, which
    the audit tells too."""
    days = retention(store)
    if days is None:
        return 0
    newest: dict[str, dt.datetime] = {}
    kept: set[str] = set()
    for scope in (Scope(), Scope(sample=True)):
        tables = store.read(scope)
        kept |= set(store.run(tables.files.select("sha256"))["sha256"].to_pylist())
        came = tables.uploads.select("sha256", at="uploaded_at")
        came = came.union(tables.refusals.select("sha256", at="refused_at"))
        for row in store.run(came).to_pylist():
            newest[row["sha256"]] = max(row["at"], newest.get(row["sha256"], row["at"]))
    old = sorted(sha256 for sha256 in kept if newest[sha256] < now - dt.timedelta(days=days))
    if old:
        with store.write() as writer:
            writer.delete("files", {"sha256": old})
            detail = f"{len(old)} berkas asli yang lebih tua dari {days} hari dihapus"
            told = {"action": "retention", "subject": SETTING, "detail": detail}
            writer.append("audit", [{"at": now, "who": SWEEPER, **told}])
    return len(old)


def take_original(store: Store, scope: Scope, sha256: str, file_name: str, who: str, now: dt.datetime) -> bytes:
    """The bytes of a file, with a line in the audit of who took it and when (of the sample none).

    Raises RefusedError, in Indonesian, if the file is not kept or holds what the scope may not see.
    """
    content = store.file_bytes(sha256, scope)
    if content is None:
        raise RefusedError(f"Berkas asli “{file_name}” tidak lagi disimpan.")
    if not scope.sample:
        told = {"action": "download", "subject": sha256, "detail": file_name}
        with store.write(quiet=True) as writer:
            writer.append("audit", [{"at": now, "who": who, **told}])
    return content
