"""Settings with their history: every change is a version with who and when; the newest counts."""

import datetime as dt
from dataclasses import dataclass

import ibis

from loaders import RefusedError
from store import Scope, Store, Writer


@dataclass(frozen=True)
class Version:
    """One version of a setting, counted from 1."""

    name: str
    number: int
    value: str
    who: str
    at: dt.datetime


def versions_of(store: Store, name: str) -> tuple[Version, ...]:
    """All versions of a setting, the newest first."""
    settings = store.read(Scope()).settings
    rows = store.run(settings.filter(settings.name == name).order_by(ibis.desc("version"))).to_pylist()
    return tuple(_version(row) for row in rows)


def newest(store: Store, prefix: str, until: dt.datetime | None = None) -> dict[str, Version]:
    """The newest version of every setting whose name begins with `prefix`, by name; with `until` as it was then."""
    settings = store.read(Scope()).settings
    named = settings.filter(settings.name.startswith(prefix))
    rows = store.run(named if until is None else named.filter(named.changed_at <= until)).to_pylist()
    found: dict[str, Version] = {}
    for row in rows:
        if row["name"] not in found or row["version"] > found[row["name"]].number:
            found[row["name"]] = _version(row)
    return found


def add_version(writer: Writer, name: str, value: str, seen: int, who: str, now: dt.datetime, detail: str) -> int:
    """Write the next version and a line in the audit; its number.

    `seen` is the version that the change was made from (0: none). Raises RefusedError, in Indonesian, if somebody else
    changed it since, and without a name.
    """
    if not who.strip():
        raise RefusedError("Mohon Bapak/Ibu mengisi nama lebih dahulu. Tidak ada yang berubah.")
    stored = writer.fetch("settings", {"name": name}).to_pylist()
    last = max((row["version"] for row in stored), default=0)
    if last != seen:
        by = next(row["changed_by"] for row in stored if row["version"] == last)
        raise RefusedError(
            f"Pengaturan ini sudah diubah oleh {by} setelah halaman ini dibuka. Mohon muat ulang halaman lalu ulangi "
            "perubahannya. Tidak ada yang berubah."
        )
    change = {"value": value, "version": last + 1, "changed_by": who.strip(), "changed_at": now}
    writer.append("settings", [{"name": name, **change}])
    told = {"action": "setting", "subject": name, "detail": f"versi {last + 1}: {detail}"}
    writer.append("audit", [{"at": now, "who": who.strip(), **told}])
    return last + 1


def _version(row: dict) -> Version:
    return Version(row["name"], row["version"], row["value"], row["changed_by"], row["changed_at"])
