"""Read captions: what they say, the words that decided, and the version of the rules that read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import repeat

import pandas as pd

from rules.caution import concerns_caution, read_caution
from rules.context import QUIET, Context, Moment, Person, Unit, Verdict, findings_json, phase_on
from rules.lists import Lists
from rules.matching import Entry, Hit, Hits, Matcher
from rules.neutrality import OUTSIDE, SIGNS, concerns_neutrality, read_neutrality
from rules.people import Mention, entries_of, mentions, named
from rules.reposts import says_repost
from rules.split import split_texts
from rules.subjects import UNCLEAR, SubjectReading, SubjectTable, read_departments, read_subject, subject_table
from rules.topics import Places, TopicReading, TopicTable, read_topics, topic_table
from rules.units import UnitIndex, UnitReading, read_units, unit_index
from rules.words import Texts, Words

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

_PARTS = (
    *("topics", "subjects", "people", "units"),
    *("neutrality", "neutrality_late", "signs", "caution", "caution_late"),
)
"""The word lists of a reading."""

Row = tuple[str | int | bool, ...]
Key = tuple[str, date | None, str | None]
"""What a reading depends on: caption, day and agency_id of a post."""

_LETTERS = 300_000
"""Letters of the captions that are read at once, all tables of numbers about them kept in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """Word lists, people and units made ready for reading."""

    matcher: Matcher
    topics: TopicTable
    subjects: SubjectTable
    units: UnitIndex


@lru_cache(maxsize=4)
def _ready(lists: Lists, people: tuple[Person, ...], units: tuple[Unit, ...]) -> _Ready:
    index = unit_index(units, lists.marks, lists.common)
    entries: dict[str, Sequence[Entry]] = {
        "topics": lists.topics,
        "subjects": lists.subjects,
        "neutrality": lists.neutrality.entries,
        "neutrality_late": lists.neutrality.late,
        "signs": SIGNS,
        "caution": lists.caution.entries,
        "caution_late": lists.caution.late,
        "people": entries_of(people, lists.titles),
        "units": index.entries,
    }
    matcher = Matcher(entries[part] for part in _PARTS)
    return _Ready(matcher, topic_table(matcher.entries, lists), subject_table(matcher.entries), index)


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
    known: dict[Key, Row] = {}
    for some in _some_at_once(list(dict.fromkeys(keys))):
        known.update(zip(some, _read_some(some, lists, given, ready), strict=True))
    return _frame([known[key] for key in keys], lists.version)


def _frame(rows: Sequence[Row], version: str) -> pd.DataFrame:
    """Rows as a table of COLUMNS and rules_version."""
    columns = dict(zip(COLUMNS, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(COLUMNS, ())
    kinds = {"weight": "int64", "is_repost": "bool"}
    table = {name: pd.Series(list(values), dtype=kinds.get(name, "str")) for name, values in columns.items()}
    return pd.DataFrame({**table, "rules_version": pd.Series([version] * len(rows), dtype="str")})


def _some_at_once(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """Keys in pieces of so many letters as memory and processor handle well."""
    letters = first = 0
    for number, key in enumerate(keys):
        if letters > _LETTERS:
            yield keys[first:number]
            letters, first = 0, number
        letters += len(key[0])
    yield keys[first:]


def _read_some(keys: Sequence[Key], lists: Lists, given: Context, ready: _Ready) -> list[Row]:
    """The values of COLUMNS of some captions."""
    raws = [key[0] for key in keys]
    texts = split_texts(raws, int(lists.weights["head"]))
    found = _Found(texts, ready.matcher, dict(zip(_PARTS, ready.matcher.hits(texts), strict=True)))
    every = texts.words(found.all)
    topics = read_topics(texts, found.hits["topics"], ready.topics)
    by_day = {day: Moment(day, phase_on(day, given.phases), bool(given.people)) for day in {key[1] for key in keys}}
    moments = [by_day[key[1]] for key in keys]
    mentioned = [
        mentions(words, hits, given.people, moment.day) if hits else []
        for words, hits, moment in zip(every, found.of("people"), moments, strict=True)
    ]
    subjects = _subjects(found, every, topics, mentioned, lists, ready.subjects)
    units = map(read_units, every, found.of("units"), repeat(ready.units), [key[2] for key in keys])
    moments = [
        replace(moment, named=named(words, found)) if found else moment
        for words, found, moment in zip(every, mentioned, moments, strict=True)
    ]
    neutrality, caution = _neutrality(found, every, moments, lists), _caution(found, every, lists)
    return list(map(_row, raws, topics, subjects, units, neutrality, caution))


def _subjects(
    found: "_Found", every: Sequence[Words], topics: Sequence[TopicReading], mentioned: Sequence[Sequence[Mention]],
    lists: Lists, table: SubjectTable,
) -> list[SubjectReading]:  # fmt: skip
    """The subject of each text; one by one only those in which somebody is named, speaks or acts."""
    known = read_departments(found.texts, found.hits["subjects"], topics, table, lists)
    wanted = [number for number, reading in enumerate(known) if reading is None or mentioned[number]]
    for number, hits in zip(wanted, found.of("subjects", wanted), strict=True):
        known[number] = read_subject(every[number], hits, topics[number], lists, mentioned[number])
    return [reading or UNCLEAR for reading in known]


def _row(
    raw: str, topic: TopicReading, subject: SubjectReading, units: UnitReading, neutrality: Verdict, caution: Verdict
) -> Row:
    """One caption's values of COLUMNS."""
    findings = neutrality.findings + caution.findings
    return (
        topic.ranked[0],
        ";".join(topic.ranked),
        _evidence(raw, topic.places) if topic.places else "",
        subject.subject,
        subject.detail,
        _evidence(raw, subject.places) if subject.places else "",
        ";".join(units.units),
        _evidence(raw, units.places) if units.places else "",
        neutrality.code,
        neutrality.evidence,
        caution.code,
        caution.evidence,
        findings_json(findings),
        sum(finding.weight for finding in findings) if findings else 0,
        says_repost(raw),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What the matcher found in some texts, by part (_PARTS)."""

    texts: Texts
    matcher: Matcher
    hits: Mapping[str, Hits]

    @property
    def all(self) -> range:
        """The numbers of the texts."""
        return range(len(self.texts.raws))

    def of(self, part: str, wanted: Sequence[int] | None = None) -> list[list[Hit]]:
        """The hits of a part in each wanted text, or in each."""
        return self.matcher.by_text(self.hits[part], self.texts, self.all if wanted is None else wanted)


def _neutrality(found: _Found, every: Sequence[Words], moments: Sequence[Moment], lists: Lists) -> list[Verdict]:
    """The neutrality of each text; only those that hold a sign of it are read."""
    verdicts = [OUTSIDE if moment.day is not None and moment.phase is None else QUIET for moment in moments]
    hits, signs = found.of("neutrality"), found.of("signs")
    looked = [
        number
        for number, verdict in enumerate(verdicts)
        if verdict is QUIET and concerns_neutrality(every[number], hits[number], signs[number], moments[number])
    ]
    for number, late in zip(looked, found.of("neutrality_late", looked), strict=True):
        verdicts[number] = read_neutrality(every[number], hits[number], late, lists.neutrality, moments[number])
    return verdicts


def _caution(found: _Found, every: Sequence[Words], lists: Lists) -> list[Verdict]:
    """The caution of each text; only those that hold a sign of it are read."""
    verdicts = [QUIET] * len(every)
    hits = found.of("caution")
    looked = [number for number, words in enumerate(every) if concerns_caution(words, hits[number], lists.caution)]
    for number, late in zip(looked, found.of("caution_late", looked), strict=True):
        verdicts[number] = read_caution(every[number], hits[number], late, lists.caution)
    return verdicts


def _evidence(text: str, places: Places) -> str:
    """The words at these places as they stand in the text, each once."""
    if len(places) == 1:
        return text[places[0][0] : places[0][1]]
    return "; ".join(dict.fromkeys([text[start:end] for start, end in places]))
