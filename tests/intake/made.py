"""Reports made in memory for the tests of intake: posts as a reader returns them, a draft of them, the answers."""

import datetime as dt
import functools
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

import posts as post_table
from intake import Decisions, Draft, Receipt, commit
from intake.draft import Group
from intake.names import Match
from loaders import Loaded, Rejection
from rules import Lists, seed_lists
from store import Scope, Store

NOW = dt.datetime(2024, 11, 5, 9)
OCTOBER = (dt.date(2024, 10, 1), dt.date(2024, 10, 31))
TABLES = ("posts", "records", "uploads", "coverage", "rejections", "agencies", "units", "accounts", "targets")
TABLES_OF_ALL = ("settings", "audit")


@functools.cache
def lists() -> Lists:
    """The word lists that are shipped."""
    return seed_lists()


def post(day: int = 7, platform: str = "instagram", opd: str = "Dinas A", **changes: Any) -> dict[str, Any]:
    """A row of a log: a post of a day of October 2024 (32 is 1 November) without hour, as a loader returns it."""
    at = dt.datetime(2024, 10, 1) + dt.timedelta(days=day - 1, hours=changes.pop("hour", 0))
    strange = set(changes) - set(post_table.COLUMNS)
    assert not strange, strange
    return {"published_at": at, "platform": platform, "opd": opd, "has_time": at.hour > 0, **changes}


def draft_of(rows: Sequence[Mapping[str, Any]], name: str = "log.xlsx", rejections: Sequence[Rejection] = ()) -> Draft:
    """A draft of these rows, numbered from 2 unless they bear a row; each OPD is a group of its own."""
    numbered = [{"row": number, **row} for number, row in enumerate(rows, 2)]
    posts = post_table.conform(pd.DataFrame(numbered)) if rows else post_table.empty()
    content = f"{name} {numbered}".encode()
    groups = tuple(
        Group(str(key), str(key), tuple(sorted(set(own["platform"]))), len(own), Match(None))
        for key, own in posts.groupby("opd")
    )
    loaded = Loaded("hand_log", posts, list(rejections), "Asia/Jakarta", "jam tidak tertulis")
    sha256 = hashlib.sha256(content).hexdigest()
    return Draft(content, name, sha256, loaded, posts.assign(group=posts["opd"]), groups, None, None)


def answers(made: Draft, **changes: Any) -> Decisions:
    """The sender's answers: "Dinas A" is `dinas-a`, nothing is complete, October, exported on 5 November."""
    agencies = {group.key: group.key.lower().replace(" ", "-") or None for group in made.groups}
    given = {"agencies": agencies, "complete": {}, "period": OCTOBER, "as_of": dt.date(2024, 11, 5), "who": "Ani"}
    return Decisions(**(given | changes))


def take(store: Store, *rows: Mapping[str, Any], name: str = "log.xlsx", at: int = 0, **changes: Any) -> Receipt:
    """Commit these rows as one file, `at` minutes after NOW; `changes` are answers."""
    made = draft_of(rows, name)
    return commit(store, made, answers(made, **changes), lists(), NOW + dt.timedelta(minutes=at))


def rows_of(store: Store, table: str, sample: bool = False) -> list[dict[str, Any]]:
    """All rows of a table, in a settled order."""
    found = store.run(getattr(store.read(Scope(sample=sample)), table)).to_pylist()
    return sorted(found, key=repr)


def posts_in(store: Store, *columns: str, sample: bool = False) -> list[Any]:
    """These columns of the stored posts: tuples (a single column: its values), sorted."""
    found = [tuple(row[column] for column in columns) for row in rows_of(store, "posts", sample)]
    ordered = sorted(found, key=lambda row: [(value is None, value) for value in row])
    return [row[0] for row in ordered] if len(columns) == 1 else list(ordered)


def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that a scope shows, and the files of the uploads."""
    kept = {f"{name} {sample}": rows_of(store, name, sample) for name in TABLES for sample in (False, True)}
    kept |= {name: rows_of(store, name) for name in TABLES_OF_ALL}
    with store.write(quiet=True) as writer:
        kept["files"] = sorted(writer.fetch("files", {}).to_pylist(), key=repr)
    return kept


def wipe(store: Store) -> None:
    """Empty the tables that uploads fill."""
    with store.write() as writer:
        for name in ("posts", "records", "uploads", "coverage", "rejections"):
            writer.delete(name, {"sample": [True, False]})
        writer.delete("files", {"sha256": writer.fetch("files", {})["sha256"]})
