"""Meeting packs as they were made: kept, listed, given out again; and the name of the regency that stands on them."""

import datetime as dt
import uuid
from dataclasses import dataclass

import ibis

from intake.kept import add_version, versions_of
from loaders import RefusedError
from store import Scope, Store

REGENCY = "nama_daerah"
"""Name of the setting."""
LONGEST = 120
MOST = 30
"""Packs that are kept, of the sample and of the office's own each; the oldest beyond them go."""


@dataclass(frozen=True)
class KeptPack:
    """A pack that can be fetched again. `chapters`: names of its answers; byte_size: of the zip of all its files."""

    pack_id: str
    made_at: dt.datetime
    made_by: str
    stem: str
    period: str
    filters: str
    chapters: tuple[str, ...]
    byte_size: int


def keep_pack(store: Store, scope: Scope, made: KeptPack, content: bytes, version: int) -> None:
    """Keep a pack (its own pack_id and byte_size are not used) made at that data version, with a line in the audit.

    A quiet write: no answer changes. Of the sample the audit tells nothing.
    """
    row = {
        "pack_id": uuid.uuid4().hex,
        "made_at": made.made_at,
        "made_by": made.made_by,
        "stem": made.stem,
        "period": made.period,
        "filters": made.filters,
        "chapters": ",".join(made.chapters),
        "data_version": version,
        "byte_size": len(content),
        "content": content,
        "agencies": "" if scope.agencies is None else ",".join(sorted(scope.agencies)),
        "sample": scope.sample,
    }
    old = [pack.pack_id for pack in kept_packs(store, scope)[MOST - 1 :]]
    with store.write(quiet=True) as writer:
        writer.append("packs", [row])
        if old:
            writer.delete("packs", {"pack_id": old})
        if not scope.sample:
            told = {"action": "pack", "subject": row["pack_id"], "detail": f"{made.stem}: {made.filters}"}
            writer.append("audit", [{"at": made.made_at, "who": made.made_by, **told}])


def kept_packs(store: Store, scope: Scope) -> tuple[KeptPack, ...]:
    """The packs that the scope may fetch, the newest first."""
    packs = store.read(scope).packs.order_by(ibis.desc("made_at"), "pack_id")
    return tuple(
        KeptPack(
            row["pack_id"],
            row["made_at"],
            row["made_by"],
            row["stem"],
            row["period"],
            row["filters"],
            tuple(filter(None, row["chapters"].split(","))),
            row["byte_size"],
        )
        for row in store.run(packs).to_pylist()
    )


def take_pack(store: Store, scope: Scope, pack_id: str) -> bytes:
    """The zip of a pack. Raises RefusedError, in Indonesian, if it is not kept or not for this scope."""
    content = store.pack_bytes(pack_id, scope)
    if content is None:
        raise RefusedError("Bahan rapat ini tidak lagi disimpan.")
    return content


def regency(store: Store) -> tuple[str, int]:
    """The name that the office set, "" if none, and the version of the setting (0: never set)."""
    versions = versions_of(store, REGENCY)
    return (versions[0].value, versions[0].number) if versions else ("", 0)


def set_regency(store: Store, name: str, seen: int, who: str, now: dt.datetime) -> int:
    """Set the name, "" to print none; the number of the version. Raises RefusedError as add_version does."""
    value = " ".join(name.split())[:LONGEST]
    with store.write() as writer:
        return add_version(writer, REGENCY, value, seen, who, now, value or "tanpa nama")
