"""Read captions: what they say, the words that decided, and the version of the rules that read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from rules.caution import caution_gate, looked_caution, read_caution
from rules.context import (
    NO_FINDINGS,
    QUIET,
    Context,
    Moment,
    Person,
    Unit,
    Verdict,
    findings_json,
    phase_on,
)
from rules.gates import Gate
from rules.lists import Lists
from rules.matching import Entry, Hit, Hits, Matcher
from rules.neutrality import OUTSIDE, SIGNS, concern_neutrality, neutrality_gate, read_neutrality
from rules.people import entries_of, mentions, named
from rules.reposts import says_repost
from rules.roles import RoleTable
from rules.split import split_texts
from rules.subjects import read_subjects, subject_table
from rules.topics import Places, TopicTable, read_topics, topic_table
from rules.units import NO_UNIT, UnitIndex, naming_units, read_units, unit_index, unit_table
from rules.words import Texts, Truths, Words

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

Key = tuple[str, date | None, str | None]
"""What a reading depends on: caption, day and agency_id of a post."""

_LETTERS = 300_000
"""Letters of the captions that are read at once, all tables of numbers about them kept in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """Word lists, people and units made ready for reading."""

    matcher: Matcher
    topics: TopicTable
    subjects: RoleTable
    units: UnitIndex
    unit_names: Truths
    neutrality: Gate
    caution: Gate


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
    known = matcher.entries
    gates = neutrality_gate(lists.neutrality, known), caution_gate(lists.caution, known)
    return _Ready(matcher, topic_table(known, lists), subject_table(known), index, unit_table(known, index), *gates)


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
    known = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    columns: list[list[str | int | bool]] = [[] for _ in COLUMNS]
    for some in _some_at_once(list(known)):
        for column, values in zip(columns, _read_some(some, lists, given, ready), strict=True):
            column.extend(values)
    readings = _frame(columns, lists.version)
    return readings if len(known) == len(keys) else readings.take([known[key] for key in keys]).reset_index(drop=True)


def _frame(columns: Sequence[Sequence[str | int | bool]], version: str) -> pd.DataFrame:
    """The values of COLUMNS as a table, with rules_version."""
    kinds = {"weight": "int64", "is_repost": "bool"}
    table = {
        name: pd.Series(values, dtype=kinds.get(name, "str")) for name, values in zip(COLUMNS, columns, strict=True)
    }
    return pd.DataFrame({**table, "rules_version": pd.Series([version] * len(columns[0]), dtype="str")})


def _some_at_once(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """Keys in pieces of so many letters as memory and processor handle well."""
    letters = first = 0
    for number, key in enumerate(keys):
        if letters > _LETTERS:
            yield keys[first:number]
            letters, first = 0, number
        letters += len(key[0])
    yield keys[first:]


def _read_some(keys: Sequence[Key], lists: Lists, given: Context, ready: _Ready) -> list[Sequence[str | int | bool]]:
    """The values of COLUMNS of some captions, column by column."""
    raws = [key[0] for key in keys]
    texts = split_texts(raws, int(lists.weights["head"]))
    found = _Found(texts, ready.matcher, dict(zip(_PARTS, ready.matcher.hits(texts), strict=True)))
    topics = read_topics(texts, found.hits["topics"], ready.topics)
    by_day = {day: Moment(day, phase_on(day, given.phases), bool(given.people)) for day in {key[1] for key in keys}}
    moments = [by_day[key[1]] for key in keys]
    mentioned = {
        text: mentions(found.words(text), hits, given.people, moments[text].day) for text, hits in found.of("people")
    }
    subjects = read_subjects(texts, found.hits["subjects"], topics, ready.subjects, lists, mentioned)
    units = [NO_UNIT] * len(keys)
    agencies = [key[2] for key in keys]
    named_units = naming_units(texts, found.hits["units"], ready.unit_names, ready.units, agencies)
    for text, hits in found.of("units", named_units):
        units[text] = read_units(found.words(text), hits, ready.units, keys[text][2])
    for text, people in mentioned.items():
        moments[text] = replace(moments[text], named=named(found.words(text), people))
    neutrality, caution = _neutrality(found, moments, lists, ready.neutrality), _caution(found, lists, ready.caution)
    return [
        *(topics.primary, topics.joined, _evidence(raws, topics.places)),
        *(subjects.codes, subjects.details, _evidence(raws, subjects.places)),
        *([";".join(one.units) if one.units else "" for one in units], _evidence(raws, [one.places for one in units])),
        *([one.code for one in neutrality], [one.evidence for one in neutrality]),
        *([one.code for one in caution], [one.evidence for one in caution]),
        *_findings(neutrality, caution),
        list(map(says_repost, raws)),
    ]


def _findings(neutrality: Sequence[Verdict], caution: Sequence[Verdict]) -> tuple[list[str], list[int]]:
    """What was found in each text, as JSON, and its weight."""
    texts, weights = [NO_FINDINGS] * len(caution), [0] * len(caution)
    for number, pair in enumerate(zip(neutrality, caution, strict=True)):
        if pair[0].findings or pair[1].findings:
            findings = pair[0].findings + pair[1].findings
            texts[number], weights[number] = findings_json(findings), sum(finding.weight for finding in findings)
    return texts, weights


def _neutrality(found: "_Found", moments: Sequence[Moment], lists: Lists, gate: Gate) -> list[Verdict]:
    """The neutrality of each text; only those that hold a sign of it are read."""
    verdicts = [OUTSIDE if moment.day is not None and moment.phase is None else QUIET for moment in moments]
    entries, rest, signs = (found.hits[part] for part in ("neutrality", "neutrality_late", "signs"))
    concern = concern_neutrality(found.texts, entries, rest, signs, gate).tolist()
    looked = [
        text for text, moment in enumerate(moments) if (concern[text] or moment.named) and verdicts[text] is QUIET
    ]
    own, late = found.of("neutrality", looked), found.of("neutrality_late", looked)
    for (text, hits), (_, more) in zip(own, late, strict=True):
        verdicts[text] = read_neutrality(found.words(text), hits, more, lists.neutrality, moments[text])
    return verdicts


def _caution(found: "_Found", lists: Lists, gate: Gate) -> list[Verdict]:
    """The caution of each text; only those that a rule may speak of are read."""
    verdicts = [QUIET] * len(found.all)
    looked = looked_caution(found.texts, found.hits["caution"], found.hits["caution_late"], gate, lists.caution)
    own, late = found.of("caution", list(looked)), found.of("caution_late", list(looked))
    for (text, hits), (_, more) in zip(own, late, strict=True):
        verdicts[text] = read_caution(found.words(text), hits, more, looked[text])
    return verdicts


def _evidence(raws: Sequence[str], places: Sequence[Places]) -> list[str]:
    """The words at the places of each text as they stand there, each once."""
    found = []
    for raw, own in zip(raws, places, strict=True):
        if len(own) == 1:
            found.append(raw[own[0][0] : own[0][1]])
        elif own:
            found.append("; ".join(dict.fromkeys([raw[start:end] for start, end in own])))
        else:
            found.append("")
    return found


@dataclass(frozen=True, eq=False)
class _Found:
    """What the matcher found in some texts, by part (_PARTS)."""

    texts: Texts
    matcher: Matcher
    hits: Mapping[str, Hits]

    @property
    def all(self) -> range:
        """The numbers of the texts."""
        return range(len(self.texts.raws))

    @cached_property
    def _words(self) -> dict[int, Words]:
        """The words of the texts that were asked for."""
        return {}

    def words(self, text: int) -> Words:
        """The words of a text."""
        if text not in self._words:
            self._words[text] = self.texts.words(text)
        return self._words[text]

    def of(self, part: str, wanted: Sequence[int] | None = None) -> list[tuple[int, list[Hit]]]:
        """The hits of a part in each wanted text, or in each that holds any."""
        hits = self.hits[part]
        asked = np.unique(self.texts.owner[hits.firsts]).tolist() if wanted is None else wanted
        return list(zip(asked, self.matcher.by_text(hits, self.texts, asked), strict=True))
