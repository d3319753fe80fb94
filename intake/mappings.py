"""Mappings that are remembered: what a person said of the columns of a set of headers, as a setting with versions."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from loaders import Loaded, Options, RefusedError, TableMapping, UnknownTable, UnknownTableError
from loaders.child import read_apart
from store import Scope, Store, Writer

T = TypeVar("T")
PREFIX = "pemetaan:"
"""How the name of such a setting begins; the fingerprint of the headers follows."""


@dataclass(frozen=True)
class Remembered:
    """The newest mapping of a set of headers, with who said it and when."""

    mapping: TableMapping
    who: str
    at: dt.datetime


@dataclass(frozen=True)
class Reading:
    """A file that was read: with which options, and, if its headers are of no known source, its table.

    `remembered` is the mapping of an earlier upload if that was applied without asking.
    """

    loaded: Loaded
    options: Options
    unknown: UnknownTable | None = None
    remembered: Remembered | None = None


def read_with_mapping(
    store: Store, content: bytes, options: Options, chosen: Mapping[str, TableMapping] | None = None
) -> Reading:
    """Read a file in the child process, by `chosen` (fingerprint → mapping), else by what is remembered.

    Raises UnknownTableError while nobody has said what the columns are, or said what nothing can be read by;
    RefusedError for what cannot be read however it is mapped.
    """
    try:
        return Reading(read_apart(content, options), options)
    except UnknownTableError as error:
        mark, unknown = error.table.fingerprint, error.table
        known = None if chosen and mark in chosen else remembered(store, mark)
        mapping = (chosen or {}).get(mark) or (known.mapping if known else None)
        if mapping is None:
            raise
    options = replace(options, mapping=mapping)
    try:
        return Reading(read_apart(content, options), options, unknown, known)
    except RefusedError as error:
        raise UnknownTableError(str(error), unknown) from error


def with_remembered(store: Store, options: Options, act: Callable[[Options], T]) -> T:
    """What `act` gives for the options, and for those with the remembered mapping where the headers ask for one."""
    try:
        return act(options)
    except UnknownTableError as error:
        known = remembered(store, error.table.fingerprint)
        if known is None:
            raise
        return act(replace(options, mapping=known.mapping))


def remembered(store: Store, fingerprint: str) -> Remembered | None:
    """The newest mapping of a set of headers, None if there is none or it is of another shape than today's."""
    settings = store.read(Scope()).settings
    rows = store.run(settings.filter(settings.name == PREFIX + fingerprint)).to_pylist()
    newest = max(rows, key=lambda row: row["version"], default=None)
    if newest is None:
        return None
    try:
        told = json.loads(newest["value"])
        roles = tuple((str(key), str(role)) for key, role in told.pop("roles"))
        return Remembered(TableMapping(**told, roles=roles), newest["changed_by"], newest["changed_at"])
    except (ValueError, TypeError, KeyError):
        return None


def remember(writer: Writer, mapping: TableMapping, loaded: Loaded, who: str, now: dt.datetime) -> None:
    """Write a mapping as the newest version of its setting, unless the newest says the same.

    The order of dates and the zone that this file showed are taken along, for a later file that does not tell.
    """
    zone = loaded.clock if mapping.rows == "export" else ""
    mapping = replace(mapping, order=loaded.guesses.order or mapping.order, zone=zone)
    value = json.dumps(asdict(mapping), ensure_ascii=False, sort_keys=True)
    rows = writer.fetch("settings", {"name": PREFIX + mapping.fingerprint}).to_pylist()
    newest = max(rows, key=lambda row: row["version"], default=None)
    if newest and newest["value"] == value:
        return
    version = newest["version"] + 1 if newest else 1
    told = {"name": PREFIX + mapping.fingerprint, "value": value, "version": version}
    writer.append("settings", [{**told, "changed_by": who, "changed_at": now}])
