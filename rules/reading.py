"""Read captions and posts: what they say, the words that decided, and the version of the rules that read them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pandas as pd

from rules.caution import read_caution
from rules.context import Context, Moment, Person, Unit, findings_json, phase_on
from rules.lists import Lists
from rules.matching import Matcher
from rules.neutrality import read_neutrality
from rules.people import entries_of, mentions, named
from rules.reposts import says_repost
from rules.said import said_bidang, said_detail, said_subject, said_topic
from rules.subjects import read_subject
from rules.topics import UNCLASSIFIED, Places, read_topic
from rules.units import UnitIndex, read_units, unit_index
from rules.words import split_words

COLUMNS = (
    "topic",
    "topics",
    "topic_evidence",
    "subject",
    "subject_detail",
    "subject_evidence",
    "bidang",
    "bidang_evidence",
    "neutrality",
    "neutrality_evidence",
    "caution",
    "caution_evidence",
    "findings",
    "weight",
    "is_repost",
)
"""Columns of a reading beside rules_version: all str but weight (int64) and is_repost (bool)."""

Row = tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """Word lists, people and units made ready for reading."""

    matcher: Matcher
    units: UnitIndex


@lru_cache(maxsize=4)
def _ready(lists: Lists, people: tuple[Person, ...], units: tuple[Unit, ...]) -> _Ready:
    index = unit_index(units, lists.marks, lists.common)
    parts = (lists.topics, lists.subjects, lists.neutrality.entries, lists.caution.entries)
    return _Ready(Matcher((*parts, entries_of(people, lists.titles), index.entries)), index)


def read(
    captions: Sequence[str],
    lists: Lists,
    context: Context | None = None,
    days: Sequence[date | None] | None = None,
    agencies: Sequence[str | None] | None = None,
) -> pd.DataFrame:
    """Read each caption, the same caption of the same agency and day once.

    `days` and `agencies` (agency_ids) go with the captions; without them days are unknown: no phase holds, and a person
    counts in every role ever held. Columns: COLUMNS and rules_version; topics joined by ";" in the order of their
    score, bidang by ";", evidence ("" if none) is the words as they stand in the text, joined by "; "; findings is JSON
    (rules.context.findings_json). One row a caption, in order.
    """
    given = context or Context()
    ready = _ready(lists, given.people, given.units)
    nothing: list[None] = [None] * len(captions)
    keys = list(zip(captions, days or nothing, agencies or nothing, strict=True))
    moments = {day: Moment(day, phase_on(day, given.phases), bool(given.people)) for day in {key[1] for key in keys}}
    known = {key: _read_one(key[0], key[2], moments[key[1]], lists, given.people, ready) for key in dict.fromkeys(keys)}
    return _frame([known[key] for key in keys], lists.version)


def _frame(rows: Sequence[Row], version: str) -> pd.DataFrame:
    """Rows as a table of COLUMNS and rules_version."""
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(COLUMNS, ())
    kinds = {"weight": "int64", "is_repost": "bool"}
    table = {name: pd.Series(list(values), dtype=kinds.get(name, "str")) for name, values in columns.items()}
    return pd.DataFrame({**table, "rules_version": pd.Series([version] * len(rows), dtype="str")})


def _read_one(
    text: str, agency_id: str | None, moment: Moment, lists: Lists, people: tuple[Person, ...], ready: _Ready
) -> Row:
    """One caption's values of COLUMNS."""
    words = split_words(text, int(lists.weights["head"]))
    topic_hits, subject_hits, neutrality_hits, caution_hits, person_hits, unit_hits = ready.matcher.hits(words)
    topic = read_topic(words, topic_hits, lists)
    mentioned = mentions(words, person_hits, people, moment.day) if person_hits else []
    subject = read_subject(words, subject_hits, topic, lists, mentioned)
    units = read_units(words, unit_hits, ready.units, agency_id)
    if mentioned:
        moment = replace(moment, named=named(words, mentioned))
    neutrality = read_neutrality(words, neutrality_hits, lists.neutrality, moment)
    caution = read_caution(words, caution_hits, lists.caution, moment)
    findings = (*neutrality.findings, *caution.findings)
    return (
        topic.ranked[0],
        ";".join(topic.ranked),
        _evidence(text, topic.places),
        subject.subject,
        subject.detail,
        _evidence(text, subject.places),
        ";".join(units.units),
        _evidence(text, units.places),
        neutrality.code,
        neutrality.evidence,
        caution.code,
        caution.evidence,
        findings_json(findings),
        sum(finding.weight for finding in findings) if findings else 0,
        says_repost(text),
    )


def _evidence(text: str, places: Places) -> str:
    """The words at these places as they stand in the text, each once."""
    if not places:
        return ""
    if len(places) == 1:
        return text[places[0][0] : places[0][1]]
    return "; ".join(dict.fromkeys([text[start:end] for start, end in places]))


def read_posts(posts: pd.DataFrame, lists: Lists, context: Context | None = None) -> pd.DataFrame:
    """Read the posts of a log: what the log itself says wins, the rules read the rest.

    `posts` has caption, topic_said, subject_said, bidang_said; with a `context` also published_at, is_repost and, if
    known, agency_id. Columns: those of `read`, and topic_source and subject_source ("log" or "aturan"); the index is
    that of `posts`. Without a context only topic, topics, subject with their evidence and source, and rules_version.
    A column for topics that names a subject ("Kegiatan Pimpinan") settles the subject. A log that names a bidang
    settles the subject where the caption shows no leader, and the bidang: as unit_id if the roster knows it, else as
    written. is_repost: the log says so or the text does.
    """
    given = context or Context()
    days = list(posts["published_at"].dt.date) if context and len(posts) else None
    agencies = posts["agency_id"].tolist() if "agency_id" in posts else None
    readings = read(posts["caption"].tolist(), lists, given, days, agencies).set_index(posts.index)
    _settle(readings, posts, lists)
    if context is None:
        return readings[list(_FIRST_COLUMNS)]
    own = _units_by_agency(context.units)
    readings["bidang"] = [
        (said_bidang(said, own.get(agency or "", ()), lists) or said.strip()) if said.strip() else found
        for said, found, agency in zip(
            posts["bidang_said"], readings["bidang"], agencies or [None] * len(posts), strict=True
        )
    ]
    told = posts["bidang_said"].str.strip()
    readings["bidang_evidence"] = told.where(told != "", readings["bidang_evidence"])
    readings["is_repost"] |= posts["is_repost"].astype("bool")
    return readings


_FIRST_COLUMNS = (
    "topic",
    "topics",
    "topic_source",
    "topic_evidence",
    "subject",
    "subject_source",
    "subject_evidence",
    "rules_version",
)


_SUBJECT_COLUMNS = ("subject", "subject_detail", "subject_source", "subject_evidence")


def _units_by_agency(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """Units by agency_id."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.agency_id, []).append(unit)
    return found


def _settle(readings: pd.DataFrame, posts: pd.DataFrame, lists: Lists) -> None:
    """Let the log's own words win in topic and subject, and add their sources."""
    columns = ("topic_said", "subject_said", "bidang_said")
    said = zip(*(posts[column].tolist() for column in columns), strict=True)
    wanted = ["topic", "topics", "topic_evidence", "subject", "subject_detail", "subject_evidence"]
    rows = [
        (*_topic_of(topic_said, row, lists), *_subject_of(topic_said, subject_said, bidang_said, row, lists))
        for (topic_said, subject_said, bidang_said), row in zip(
            said, readings[wanted].itertuples(index=False, name=None), strict=True
        )
    ]
    names = (*("topic", "topics", "topic_source", "topic_evidence"), *_SUBJECT_COLUMNS)
    for name, values in zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True):
        readings[name] = pd.Series(list(values), index=readings.index, dtype="str")


def _topic_of(said: str, row: Sequence[str], lists: Lists) -> tuple[str, str, str, str]:
    """topic, topics, topic_source and topic_evidence of a post; what the log says stands first."""
    topic, topics, evidence = row[0], row[1], row[2]
    code = said_topic(said, lists) if said else None
    if code is None:
        return topic, topics, "aturan", evidence
    others = [other for other in topics.split(";") if other not in (code, UNCLASSIFIED)]
    return code, ";".join((code, *others)), "log", said.strip()


def _subject_of(
    topic_said: str, subject_said: str, bidang_said: str, row: Sequence[str], lists: Lists
) -> tuple[str, str, str, str]:
    """subject, subject_detail, subject_source and subject_evidence of a post."""
    subject, detail, evidence = row[3], row[4], row[5]
    for said in (subject_said, topic_said if said_topic(topic_said, lists) is None else ""):
        code = said_subject(said, lists) if said else None
        if code:
            return code, said_detail(said, code, detail), "log", said.strip()
    if bidang_said.strip() and subject in ("perangkat", "tidak_jelas"):
        return "perangkat", "bidang", "log", bidang_said.strip()
    return subject, detail, "aturan", evidence
