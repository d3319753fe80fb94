"""Read the posts of a log: what the log itself says wins, the rules read the rest."""

from collections.abc import Sequence

import pandas as pd

from rules.context import Context, Unit
from rules.lists import Lists
from rules.reading import read
from rules.said import said_bidang, said_detail, said_subject, said_topic
from rules.topics import UNCLASSIFIED

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
