"""Read captions and posts: topic and subject, the words that decided, and the version of the rules that read them."""

from collections.abc import Sequence

import pandas as pd

from rules.context import Context
from rules.lists import Lists
from rules.said import said_subject, said_topic
from rules.subjects import read_subject
from rules.topics import UNCLASSIFIED, read_topic
from rules.words import split_words

_TEXT_COLUMNS = ("topic", "topics", "topic_evidence", "subject", "subject_evidence")

_PARTS = {
    "subject_detail": "belum_jelas",
    "bidang": "",
    "bidang_evidence": "",
    "neutrality": "none",
    "neutrality_evidence": "",
    "caution": "none",
    "caution_evidence": "",
    "findings": "[]",
    "weight": 0,
    "is_repost": False,
}


def read(captions: Sequence[str], lists: Lists) -> pd.DataFrame:
    """Read each caption, the same caption once.

    Columns (str): topic, topics (";"-joined by score), topic_evidence and subject_evidence (the words as they stand in
    the text, "; "-joined, "" if none), subject, rules_version. One row a caption, in order.
    """
    texts = list(captions)
    known = {text: _read_one(text, lists) for text in dict.fromkeys(texts)}
    rows = [known[text] for text in texts]
    readings = pd.DataFrame(rows, columns=list(_TEXT_COLUMNS), dtype="str")
    readings["rules_version"] = pd.Series([lists.version] * len(rows), dtype="str")
    return readings


def read_posts(posts: pd.DataFrame, lists: Lists, context: Context | None = None) -> pd.DataFrame:
    """Read the posts of a log: what the log itself says wins, the rules read the rest.

    With a `context` the columns subject_detail, bidang, bidang_evidence, neutrality, neutrality_evidence, caution,
    caution_evidence (str), findings (str, JSON: rules.context.findings_json), weight (int64, sum of the findings') and
    is_repost (bool: the log's own, or told by the text) follow those named below; `posts` then has published_at,
    is_repost and, if known, agency_id.

    `posts` has caption, topic_said, subject_said, bidang_said. Columns: those of `read`, and topic_source and
    subject_source ("log" or "aturan"); the index is that of `posts`. A column for topics that names a subject
    ("Kegiatan Pimpinan") settles the subject. A log that names a bidang settles the subject where the caption shows no
    leader.
    """
    readings = read(posts["caption"].tolist(), lists)
    columns = ("topic_said", "subject_said", "bidang_said")
    said = zip(*(posts[column].tolist() for column in columns), strict=True)
    read_rows = readings[list(_TEXT_COLUMNS)].itertuples(index=False, name=None)
    rows = [
        (*_topic_of(topic_said, row, lists), *_subject_of(topic_said, subject_said, bidang_said, row, lists))
        for (topic_said, subject_said, bidang_said), row in zip(said, read_rows, strict=True)
    ]
    names = ["topic", "topics", "topic_source", "topic_evidence", "subject", "subject_source", "subject_evidence"]
    settled = pd.DataFrame(rows, columns=names, index=posts.index, dtype="str")
    settled["rules_version"] = pd.Series([lists.version] * len(rows), index=posts.index, dtype="str")
    if context is not None:
        for name, empty in _PARTS.items():
            settled[name] = empty
    return settled


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
) -> tuple[str, str, str]:
    """subject, subject_source and subject_evidence of a post."""
    for said in (subject_said, topic_said if said_topic(topic_said, lists) is None else ""):
        code = said_subject(said, lists) if said else None
        if code:
            return code, "log", said.strip()
    subject, evidence = row[3], row[4]
    if bidang_said.strip() and subject in ("perangkat", "tidak_jelas"):
        return "perangkat", "log", bidang_said.strip()
    return subject, "aturan", evidence


def _read_one(text: str, lists: Lists) -> tuple[str, str, str, str, str]:
    """One caption's topic, topics, topic_evidence, subject, subject_evidence."""
    words = split_words(text, int(lists.weights["head"]))
    topic = read_topic(words, lists)
    subject = read_subject(words, topic, lists)
    return (
        topic.ranked[0],
        ";".join(topic.ranked),
        _evidence(text, topic.places),
        subject.subject,
        _evidence(text, subject.places),
    )


def _evidence(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The words at these places as they stand in the text, each once."""
    return "; ".join(dict.fromkeys(text[start:end] for start, end in places))
