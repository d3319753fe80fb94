"""Reads history again after lists, people, phases or units changed; what persons decided is never touched.

A batch of posts is read first and then stored in one transaction of its own. A run that is cut off leaves whole batches
behind; the next one goes on with what bears another version still. Two runs at once do the same thing twice, no harm.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from intake.readings import READING, context_of, read_rows, reading_version
from intake.rulings import rebuild_posts
from intake.slices import from_arrow, to_arrow
from intake.standing import DECIDED
from rules import Lists
from rules.context import Context
from store import Scope, Store, Writer

BATCH = 500
"""Posts a transaction: uploads of others wait for the write lock that long."""

Progress = Callable[[int, int], bool]
"""Told (posts done, posts in all) after each batch; False stops the run."""


@dataclass(frozen=True)
class Versions:
    """Which version read what: version → posts (unggahan), the version in force, and posts that another one read."""

    posts: dict[str, int]
    current: str
    behind: int


def versions(store: Store, scope: Scope, lists: Lists) -> Versions:
    """Count the posts of the scope by the version that read them."""
    posts = store.read(scope).posts
    rows = store.run(posts.group_by("rules_version").aggregate(number=posts.count())).to_pylist()
    counted = {row["rules_version"]: row["number"] for row in rows}
    current = reading_version(lists, context_of(store, scope))
    return Versions(counted, current, sum(number for version, number in counted.items() if version != current))


def would_change(store: Store, scope: Scope, lists: Lists) -> int:
    """How many posts reading again would change in any column but the version; what persons decided does not change.
    Nothing is stored."""
    context = context_of(store, scope)
    changed: set[str] = set()
    keys = _behind(store, scope, reading_version(lists, context))
    for first in range(0, len(keys), BATCH):
        records = _records(store, scope, keys[first : first + BATCH])
        fresh = _read(records, lists, context)
        columns = [name for name in READING if name != "rules_version"]
        other = fresh[columns].astype("str") != records[columns].astype("str")
        for kind, decided in _decided(store, scope, keys[first : first + BATCH]).items():
            own = [name for name in columns if name.startswith(kind)]
            other.loc[records["post_key"].isin(decided), own] = False
        changed.update(records.loc[other.any(axis=1), "post_key"])
    return len(changed)


def _decided(store: Store, scope: Scope, keys: list[str]) -> dict[str, list[str]]:
    """topic, subject, bidang → those of these posts in which a person decided it."""
    posts = store.read(scope).posts
    rows = store.run(posts.filter(posts.post_key.isin(keys))).to_pylist()
    kinds = ("topic", "subject", "bidang")
    return {kind: [row["post_key"] for row in rows if row[f"{kind}_source"] == DECIDED] for kind in kinds}


def reread(store: Store, scope: Scope, lists: Lists, who: str, now: dt.datetime, progress: Progress) -> int:
    """Read again what another version read; the number of posts. Closed months keep their readings (intake/closing.py):
    their pages tell of this one among what changed since."""
    context = context_of(store, scope)
    keys = _behind(store, scope, reading_version(lists, context))
    done = 0
    for first in range(0, len(keys), BATCH):
        batch = keys[first : first + BATCH]
        records = _records(store, scope, batch)
        fresh = records.assign(**dict(_read(records, lists, context).items()))
        with store.write() as writer:
            _store(writer, fresh, scope.sample)
        done += len(batch)
        if not progress(done, len(keys)):
            break
    if done and not scope.sample:
        detail = f"{done} dari {len(keys)} unggahan dibaca ulang, {reading_version(lists, context)}"
        with store.write(quiet=True) as writer:
            writer.append("audit", [{"at": now, "who": who, "action": "reread", "subject": "posts", "detail": detail}])
    return done


def _behind(store: Store, scope: Scope, version: str) -> list[str]:
    """The posts of which a standing record was read by another version."""
    tables = store.read(scope)
    standing = tables.uploads.filter(tables.uploads.undone_at.isnull())
    records = tables.records.filter(tables.records.rules_version != version)
    records = records.filter(records.upload_id.isin(standing.upload_id))
    rows = store.run(records.select("post_key").distinct().order_by("post_key"))
    return [str(key) for key in rows["post_key"].to_pylist()]


def _records(store: Store, scope: Scope, keys: list[str]) -> pd.DataFrame:
    """The standing records of these posts."""
    tables = store.read(scope)
    standing = tables.uploads.filter(tables.uploads.undone_at.isnull())
    records = tables.records.filter(tables.records.post_key.isin(keys))
    return from_arrow(store.run(records.filter(records.upload_id.isin(standing.upload_id))))


def _read(records: pd.DataFrame, lists: Lists, context: Context) -> pd.DataFrame:
    """The readings of stored records, from what their logs said."""
    said = records["repost_said"].astype("boolean").fillna(records["is_repost"].astype("boolean"))
    return read_rows(records.assign(is_repost=said.astype("bool")), lists, context)


def _store(writer: Writer, fresh: pd.DataFrame, sample: bool) -> None:
    """Put the new readings in place of the old ones, of records that are still there, and rebuild their posts."""
    ids = fresh["record_id"].tolist()
    stored = from_arrow(writer.fetch("records", {"record_id": ids, "sample": sample}))
    readings = fresh.set_index("record_id")[list(READING)].reindex(stored["record_id"]).reset_index(drop=True)
    rows = stored.assign(**{name: readings[name] for name in READING})
    writer.delete("records", {"record_id": ids, "sample": sample})
    writer.append("records", to_arrow(rows))
    rebuild_posts(writer, set(rows["post_key"]), sample)
