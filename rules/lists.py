"""Word lists as data: read from TOML text, checked, and made ready once."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from rules.caution import CautionList, parse_caution
from rules.codes import TOPICS, ListError
from rules.matching import Entry, Matcher, Strength
from rules.neutrality import NeutralityList, parse_neutrality
from rules.split import split_texts

__all__ = ["ENGINE", "SEED_NAMES", "ListError", "Lists", "parse_lists", "seed_lists", "seed_texts"]

ENGINE = 6
"""Number of the reading code: raised when the same lists would read a caption differently."""

WEIGHTS: Mapping[str, float] = {
    "title": 2.0,
    "body": 1.0,
    "tag": 0.5,
    "strong": 2.0,
    "sure": 1.0,
    "weak": 0.5,
    "weak_sum": 2.0,
    "head": 120.0,
}
"""A hit counts place (title, body, hashtag) times strength; weak words decide together from `weak_sum` on; `head`:
letters of the title. A list of topics may set others under [weights]."""

SEED_NAMES = ("topics", "subjects", "said", "names", "neutrality", "caution")
"""The lists that ship with the software: files of rules/lists, each one setting."""

SEEDS = Path(__file__).parent / "lists"
_SUBJECT_ROLES = ("leader", "head", "act", "quote", "voice", "chief", "folk", "crew", "department")
_VERBS = ("act", "quote")
_SUBJECT_OTHERS = ("lookalikes", "service_topics", "department_topics")
_TOPIC_KEYS = {"strong", "words", "weak", "capitals", "exact", "unless"}


@dataclass(frozen=True, eq=False)
class Lists:
    """The word lists of one reading; codes of topics stand in the order that breaks a tie.

    topics, subjects: entries whose label is a topic code, a role (leader, head, act …) or "".
    service_topics: with a leader they make a post `campuran`; department_topics: without one, `perangkat`.
    said_topics, said_subjects: what a log says in small letters → code. weights: as WEIGHTS.
    marks, common, titles: words around names (rules/lists/names.toml). neutrality, caution: the lists of those parts;
    cues_digest: their fingerprint.
    """

    topics: tuple[Entry, ...]
    subjects: tuple[Entry, ...]
    order: tuple[str, ...]
    service_topics: frozenset[str]
    department_topics: frozenset[str]
    said_topics: Mapping[str, str]
    said_subjects: Mapping[str, str]
    weights: Mapping[str, float]
    marks: tuple[str, ...]
    common: tuple[str, ...]
    titles: tuple[str, ...]
    neutrality: NeutralityList
    caution: CautionList
    cues_digest: str

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each topic among those that tie."""
        return {code: place for place, code in enumerate(self.order)}

    @cached_property
    def worth(self) -> Mapping[str, Mapping[str, float]]:
        """What a hit counts: place (title, body, tag) → strength → points."""
        return {
            place: {strength: self.weights[strength] * self.weights[place] for strength in ("strong", "sure", "weak")}
            for place in ("title", "body", "tag")
        }

    @cached_property
    def hidden(self) -> Mapping[Entry, float]:
        """For a phrase what the words of its own topic inside it count beyond the phrase itself (in the text, not the
        title): a phrase hides them, and adding one must not make its topic weaker.
        """
        singles = Matcher(([entry for entry in self.topics if entry.label and " " not in entry.written],))
        phrases = [entry for entry in self.topics if entry.label and " " in entry.written]
        texts = split_texts([entry.written for entry in phrases], 0)
        hits = singles.by_text(singles.hits(texts)[0], texts, range(len(phrases)))
        found = {}
        for entry, own in zip(phrases, hits, strict=True):
            inside = {hit.entry for hit in own if hit.entry.label == entry.label}
            worth = sum(self.weights[one.strength] for one in inside)
            if worth > self.weights[entry.strength]:
                found[entry] = worth - self.weights[entry.strength]
        return found

    @cached_property
    def version(self) -> str:
        """Engine number and a fingerprint of the content, e.g. "1-ab12cd34"."""
        content = [
            sorted(_plain(entry) for entry in self.topics),
            sorted(_plain(entry) for entry in self.subjects),
            list(self.order),
            sorted(self.service_topics),
            sorted(self.department_topics),
            sorted(self.said_topics.items()),
            sorted(self.said_subjects.items()),
            sorted(self.weights.items()),
            [sorted(self.marks), sorted(self.common), sorted(self.titles)],
            self.cues_digest,
        ]
        return f"{ENGINE}-{_digest(content)}"


def parse_lists(texts: Mapping[str, str]) -> Lists:
    """Read the lists from TOML text by name (SEED_NAMES; form: the comments at the top of rules/lists/*.toml).

    A list that is not given is the one that ships with the software. Raises ListError with a sentence in Indonesian
    that names the list and the line or entry.
    """
    given = {**seed_texts(), **texts}
    topics, subjects = _toml("topik", given["topics"]), _toml("subjek", given["subjects"])
    said, names = _toml("isian log", given["said"]), _toml("nama", given["names"])
    weights = {**WEIGHTS, **topics.pop("weights", {})}
    alike = topics.pop("lookalikes", [])
    entries = [entry for code, group in topics.items() for entry in _topic_entries(code, group)]
    entries += [Entry(written, "") for written in _texts("topik", "lookalikes", alike)]
    return Lists(
        tuple(entries),
        tuple(_subject_entries(subjects)),
        tuple(topics),
        _codes(subjects, "service_topics"),
        _codes(subjects, "department_topics"),
        _said(said.get("topic", {})),
        _said(said.get("subject", {})),
        weights,
        tuple(_texts("nama", "marks", names.get("marks", []))),
        tuple(_texts("nama", "common", names.get("common", []))),
        tuple(_texts("nama", "titles", names.get("titles", []))),
        parse_neutrality(given["neutrality"]),
        parse_caution(given["caution"]),
        _digest([tomllib.loads(given["neutrality"]), tomllib.loads(given["caution"])]),
    )


def _digest(content: Any) -> str:
    """A short fingerprint of plain data."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


@cache
def seed_texts() -> Mapping[str, str]:
    """The lists that ship with the software as TOML text, by name."""
    return {name: (SEEDS / f"{name}.toml").read_text("utf-8") for name in SEED_NAMES}


@cache
def seed_lists() -> Lists:
    """The lists that ship with the software, read once."""
    return parse_lists({})


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"Daftar kata {name} tidak dapat dibaca: {error}.") from error


def _topic_entries(code: str, group: Any) -> list[Entry]:
    """The entries of one topic."""
    if code not in TOPICS:
        raise ListError(f"Daftar kata topik: topik “{code}” tidak dikenal.")
    if not isinstance(group, dict) or set(group) - _TOPIC_KEYS:
        raise ListError(f"Daftar kata topik: bagian “{code}” hanya boleh memuat {', '.join(sorted(_TOPIC_KEYS))}.")
    unless = {word: frozenset(_texts("topik", word, bans)) for word, bans in group.get("unless", {}).items()}
    capitals = set(_texts("topik", code, group.get("capitals", [])))
    exact = set(_texts("topik", code, group.get("exact", [])))
    found = []
    strengths: dict[str, Strength] = {"strong": "strong", "words": "sure", "weak": "weak"}
    for key, strength in strengths.items():
        for written in _texts("topik", code, group.get(key, [])):
            bans = unless.get(written, frozenset())
            found.append(Entry(written, code, strength, written in capitals, written in exact, bans))
    strangers = (capitals | exact | set(unless)) - {entry.written for entry in found}
    if strangers:
        raise ListError(
            f"Daftar kata topik: “{sorted(strangers)[0]}” pada “{code}” tidak ada dalam strong, words, atau weak."
        )
    return found


def _subject_entries(data: Mapping[str, Any]) -> list[Entry]:
    """The entries of all roles."""
    strangers = set(data) - {*_SUBJECT_ROLES, *(f"{role}_weak" for role in _SUBJECT_ROLES), *_SUBJECT_OTHERS}
    if strangers:
        raise ListError(f"Daftar kata subjek: bagian “{sorted(strangers)[0]}” tidak dikenal.")
    found = [
        Entry(written, role, "weak" if ending else "sure", exact=role not in _VERBS)
        for role in _SUBJECT_ROLES
        for ending in ("", "_weak")
        for written in _texts("subjek", role, data.get(role + ending, []))
    ]
    return found + [Entry(written, "") for written in _texts("subjek", "lookalikes", data.get("lookalikes", []))]


def _codes(data: Mapping[str, Any], name: str) -> frozenset[str]:
    """A list of topic codes."""
    return frozenset(_texts("subjek", name, data.get(name, [])))


def _said(groups: Mapping[str, Any]) -> dict[str, str]:
    """What a log says → code; a text under two codes is an error."""
    found: dict[str, str] = {}
    for code, texts in groups.items():
        for text in _texts("isian log", code, texts):
            if found.setdefault(text.casefold(), code) != code:
                raise ListError(f"Daftar kata isian log: “{text}” tercantum untuk dua kode.")
    return found


def _texts(name: str, place: str, value: Any) -> list[str]:
    """A list of non-empty texts, or the error that says where it is not."""
    if not isinstance(value, list) or not all(isinstance(text, str) and any(map(str.isalnum, text)) for text in value):
        raise ListError(f"Daftar kata {name}: “{place}” harus berupa daftar teks yang tidak kosong.")
    return value


def _plain(entry: Entry) -> list[Any]:
    """An entry as plain data."""
    return [entry.written, entry.label, entry.strength, entry.capitals, entry.exact, sorted(entry.unless)]
