"""Reads posts with what the store knows beside their words: units of the roster, people with dated roles, phases."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from rules import Lists, read_posts
from rules.context import Context, Person, Phase, Role, Unit
from store import Scope, Store

READING = (
    "topic", "topics", "topic_source", "topic_evidence", "subject", "subject_source", "subject_evidence",
    "subject_detail", "bidang", "bidang_evidence", "neutrality", "neutrality_evidence", "caution", "caution_evidence",
    "findings", "weight", "is_repost", "rules_version",
)  # fmt: skip
"""Columns of a record that a reading gives."""

SAID = ("caption", "topic_said", "subject_said", "bidang_said", "agency_id", "published_at", "is_repost")
"""Columns of a record that a reading takes."""


def context_of(store: Store, scope: Scope) -> Context:
    """People, phases and units as they stand in the store, of the office or of the sample, in a settled order."""
    tables = store.read(scope)
    units = store.run(tables.units.drop("sample").order_by("agency_id", "unit_id")).to_pylist()
    phases = store.run(tables.election_phases.drop("sample").order_by("first_day", "code")).to_pylist()
    people = store.run(tables.people.drop("sample").order_by("name", "person_id")).to_pylist()
    roles = store.run(tables.people_roles.drop("sample").order_by("from_day", "role", "label")).to_pylist()
    return context_from(people, roles, phases, units)


def context_from(
    people: Sequence[Mapping[str, Any]],
    roles: Sequence[Mapping[str, Any]],
    phases: Sequence[Mapping[str, Any]],
    units: Sequence[Mapping[str, Any]],
) -> Context:
    """A context from rows of the tables people, people_roles, election_phases and units."""
    held: dict[str, list[Role]] = {}
    for row in roles:
        held.setdefault(row["person_id"], []).append(Role(row["role"], row["from_day"], row["to_day"], row["label"]))
    return Context(
        tuple(
            Person(row["name"], _parts(row["nicknames"]), _parts(row["titles"]), tuple(held.get(row["person_id"], ())))
            for row in people
        ),
        tuple(Phase(row["code"], row["first_day"], row["last_day"], row["label"]) for row in phases),
        tuple(Unit(r["unit_id"], r["agency_id"], r["name"], r["kind"], _parts(r["aliases"])) for r in units),
    )


def reading_version(lists: Lists, context: Context) -> str:
    """The version of the rules and a fingerprint of people, phases and units: "1-ab12cd34-5e6f"."""
    return f"{lists.version}-{hashlib.blake2b(repr(context).encode(), digest_size=2).hexdigest()}"


def read_rows(rows: pd.DataFrame, lists: Lists, context: Context) -> pd.DataFrame:
    """The readings (columns READING, index of `rows`) of rows that have the columns SAID."""
    readings = read_posts(rows[list(SAID)], lists, context)
    version = reading_version(lists, context)
    return readings.assign(is_repost=readings["is_repost"] | rows["is_repost"], rules_version=version)[list(READING)]


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (one.strip() for one in text.split(";")) if part)
