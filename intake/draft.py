"""What a file holds before anything is stored, the names in it that must be brought to an OPD, the sender's answers."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from indonesia import month_of, read_date
from intake.clocks import with_confirmed
from intake.mappings import Remembered, read_with_mapping
from intake.names import Match, Matcher, Suggestion
from intake.roster import read_roster
from loaders import Loaded, Options, TableMapping, UnknownTable
from loaders.pasted import name_kept
from loaders.result import Silence
from posts import PLATFORMS
from store import Scope, Store

NAMELESS = "OPD tidak tertulis pada berkas"
"""What the screen calls the posts of a file that names no OPD."""


@dataclass(frozen=True)
class Group:
    """Posts of a file under one name: the OPD as the log wrote it, else the account, with the OPD that it means.

    Without any post it is an OPD that says in the file that it published nothing on these platforms.
    """

    key: str
    label: str
    platforms: tuple[str, ...]
    posts: int
    match: Match


@dataclass(frozen=True)
class Draft:
    """A file read and not yet stored. `posts` are the accepted rows with `group`, the key of their Group.

    `seen_before` is the moment when the same bytes were already taken in, None if they never were; `seen_for` names the
    OPDs that they were taken in for. `options` are those that it was read with. Of a mapped file `unknown` is its
    table, `remembered` the mapping that was applied unasked.
    """

    content: bytes
    file_name: str
    sha256: str
    loaded: Loaded
    posts: pd.DataFrame
    groups: tuple[Group, ...]
    period: tuple[dt.date, dt.date] | None
    seen_before: dt.datetime | None
    options: Options | None = None
    unknown: UnknownTable | None = None
    remembered: Remembered | None = None
    seen_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decisions:
    """What the sender answered.

    `agencies`: group key → agency_id, None to leave the group out. `complete`: (agency_id, platform) → whether the
    report is complete for `period` (first, last day). `as_of` is the day of the export.
    """

    agencies: Mapping[str, str | None]
    complete: Mapping[tuple[str, str], bool]
    period: tuple[dt.date, dt.date]
    as_of: dt.date
    who: str
    sample: bool = False


@dataclass(frozen=True)
class Receipt:
    """What was stored: posts that are new, rows of posts already known, rows not stored.

    `changed` counts the posts already known that since tell another time, text, link or figure: those of which the
    upload is the newer word. Rows that only repeat what is known change nothing.
    """

    upload_id: str
    accepted: int
    repeated: int
    rejected: int
    changed: int = 0


def matcher_of(store: Store, scope: Scope) -> Matcher:
    """The names and accounts of the stored roster, and the accounts that a sender has brought to an OPD before."""
    roster = read_roster(store, scope)
    posts = store.read(scope).posts.select("agency_id", "platform", "account")
    known = store.run(posts.filter(posts.account != "").distinct().rename(handle="account")).to_pylist()
    return Matcher(roster.agencies, [*roster.accounts, *known])


def prepare(
    store: Store,
    scope: Scope,
    content: bytes,
    options: Options,
    matcher: Matcher | None = None,
    mappings: Mapping[str, TableMapping] | None = None,
) -> Draft:
    """Read a file in the child process and match its names. Stores nothing. Raises RefusedError in Indonesian.

    `matcher` spares the reading of the roster to one who takes in many files. `mappings` (by fingerprint) are what the
    sender said of headers that no source knows; UnknownTableError is raised for headers of which nobody ever said it.
    Of a pasted recap or a chat the draft holds the table of its links in place of the bytes: names and numbers of
    people are never stored.
    """
    options = replace(options, file_name=name_kept(options.file_name))
    reading = read_with_mapping(store, content, options, mappings)
    loaded, options = reading.loaded, reading.options
    if not scope.sample:
        loaded, options = with_confirmed(store, content, loaded, options)
    content = loaded.cleaned.encode() if loaded.cleaned else content
    matcher = matcher or matcher_of(store, scope)
    posts = loaded.posts.assign(group=_group_keys(loaded.posts))
    sha256 = hashlib.sha256(content).hexdigest()
    seen_before, seen_for = _seen(store, scope, sha256)
    return Draft(
        content=content,
        file_name=options.file_name,
        sha256=sha256,
        loaded=loaded,
        posts=posts,
        groups=_groups(posts, loaded.silences, matcher, options.file_name),
        period=loaded.period or named_period(options.file_name) or _months(loaded, options.today),
        seen_before=seen_before,
        options=options,
        unknown=reading.unknown,
        remembered=reading.remembered,
        seen_for=seen_for,
    )


def _groups(posts: pd.DataFrame, silences: Sequence[Silence], matcher: Matcher, file_name: str) -> tuple[Group, ...]:
    """The groups of a file: those of its posts by key, then those that tell of none."""
    groups = [_group(key, rows, matcher, file_name) for key, rows in posts.groupby("group", sort=True)]
    return (*groups, *(_silent(told, matcher, file_name) for told in silences))


def _group_keys(posts: pd.DataFrame) -> list[str]:
    """The OPD as the log wrote it, else platform and account."""
    rows = zip(posts["opd"], posts["platform"], posts["account"], strict=True)
    return [opd or (f"@{platform}:{account}" if account else "") for opd, platform, account in rows]


def _group(key: str, rows: pd.DataFrame, matcher: Matcher, file_name: str) -> Group:
    platforms = tuple(sorted(rows["platform"].unique()))
    opd, platform, account = rows[["opd", "platform", "account"]].iloc[0]
    if opd:
        return Group(key, opd, platforms, len(rows), matcher.of_name(opd))
    if account:
        return Group(key, account, platforms, len(rows), matcher.of_account(platform, account))
    return Group(key, NAMELESS, platforms, len(rows), _by_file_name(matcher, file_name))


def _silent(told: Silence, matcher: Matcher, file_name: str) -> Group:
    """The group of an OPD that says that it published nothing."""
    match = matcher.of_name(told.opd) if told.opd else _by_file_name(matcher, file_name)
    return Group(told.opd, told.opd or NAMELESS, told.platforms or tuple(PLATFORMS), 0, match)


def _by_file_name(matcher: Matcher, file_name: str) -> Match:
    """A file that names no OPD may bear its name; that is a suggestion, never a match."""
    named = matcher.of_name(_stem(file_name))
    return Match(None, (Suggestion(named.agency_id, 100),) if named.agency_id else named.suggestions)


def _stem(file_name: str) -> str:
    return file_name.rpartition(".")[0].replace("_", " ")


_META_NAME = re.compile(r"([A-Z][a-z]{2})-(\d{2})-(\d{4})_([A-Z][a-z]{2})-(\d{2})-(\d{4})")
_OUR_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})_(\d{4})-(\d{2})-(\d{2})(?!\d)")


def named_period(file_name: str) -> tuple[dt.date, dt.date] | None:
    """The period in the name of a file: Oct-01-2024_Oct-31-2024 as Meta writes it, 2024-10-01_2024-10-31 as we do."""
    meta, ours = _META_NAME.search(file_name), _OUR_NAME.search(file_name)
    if meta:
        written = [f"{meta[at + 1]} {meta[at]} {meta[at + 2]}" for at in (1, 4)]
    elif ours:
        written = [f"{ours[at]}-{ours[at + 1]}-{ours[at + 2]}" for at in (1, 4)]
    else:
        return None
    first, last = (read_date(day).at for day in written)
    return (first.date(), last.date()) if first and last and first <= last else None


def _months(loaded: Loaded, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The months that hold the posts, or the days without any that the file tells of, to their end or to today."""
    days = [day for told in loaded.silences for day in (told.first, told.last) if day]
    if not loaded.posts.empty:
        days += [loaded.posts["published_at"].min().date(), loaded.posts["published_at"].max().date()]
    if not days:
        return None
    first, last = min(days), max(days)
    return month_of(first)[0], max(last, min(month_of(last)[1], today))


def _seen(store: Store, scope: Scope, sha256: str) -> tuple[dt.datetime | None, tuple[str, ...]]:
    """When the same bytes were first taken in, and the names of the OPDs that they were taken in for."""
    tables = store.read(scope)
    uploads = tables.uploads
    same = uploads.filter((uploads.sha256 == sha256) & uploads.undone_at.isnull()).select("upload_id", "uploaded_at")
    found = store.run(same).to_pylist()
    if not found:
        return None, ()
    covered = tables.coverage.filter(tables.coverage.upload_id.isin([row["upload_id"] for row in found]))
    ids = set(store.run(covered.select("agency_id").distinct())["agency_id"].to_pylist())
    agencies = tables.agencies.filter(tables.agencies.agency_id.isin(sorted(ids))).select("agency_id", "name")
    names = {row["agency_id"]: row["name"] for row in store.run(agencies).to_pylist()}
    return min(row["uploaded_at"] for row in found), tuple(sorted(names.get(key, key) for key in ids))
