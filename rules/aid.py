"""What a post about aid tells, part by part with its place, and whether a text names a source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rules.codes import ListError
from rules.cues import parse_cues, spots_of
from rules.links import LinkWords, links_in
from rules.matching import Entry, Matcher
from rules.split import split_texts

OWN_EVENT = "kegiatan sendiri: tanggal dan tempat disebut"
"""What stands for the source of an own event."""
_MADE = ("tanggal", "telepon", "tautan_resmi")
_DATE = re.compile(
    r"\b\d{1,2}\s?(?:[-–]\s?\d{1,2}\s)?(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des)[a-z]*\b"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:pukul|pkl|jam)\.?\s?\d{1,2}\b|\b\d{1,2}[.:]\d{2}\s?(?:wib|wita|wit)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d.])(?:\+62|62|0)8\d{1,3}(?:[ -]?\d{3,4}){2,3}(?!\d)|\(?0\d{2,3}\)?[ -]\d{5,8}(?!\d)|\b1[15]\d\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that a post about aid should hold: its label and what to ask for; `place` its letters, None if missing."""

    name: str
    label: str
    ask: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class AidList:
    """The words of the parts and of sources; `parts` maps a name to its label, its request and its cues."""

    entries: tuple[Entry, ...]
    parts: Mapping[str, tuple[str, str, tuple[str, ...]]]

    @cached_property
    def matcher(self) -> Matcher:
        """The words made ready."""
        return Matcher((self.entries,))


def parse_aid(text: str) -> AidList:
    """Read the list of aid posts; raises ListError with a sentence in Indonesian."""
    cues, more = parse_cues("bantuan", text, _MADE)
    parts = more.pop("parts", {})
    if more or not isinstance(parts, dict):
        raise ListError("Daftar bantuan: hanya boleh memuat cues, parts, lookalikes.")
    known = {entry.label for entry in cues.entries} | {*_MADE}
    return AidList(cues.entries, {name: _part(name, found, known) for name, found in parts.items()})


def _part(name: str, found: Any, known: set[str]) -> tuple[str, str, tuple[str, ...]]:
    """One part of the list, checked."""
    if not isinstance(found, dict) or set(found) != {"label", "ask", "cues"}:
        raise ListError(f"Daftar bantuan: bagian “{name}” harus memuat label, ask, cues.")
    strangers = set(found["cues"]) - known
    if strangers:
        raise ListError(f"Daftar bantuan: bagian “{name}” menyebut isyarat “{min(strangers)}” yang tidak ada.")
    return str(found["label"]), str(found["ask"]), tuple(found["cues"])


def read_aid(text: str, lists: AidList, links: LinkWords) -> tuple[Part, ...]:
    """The parts in the order of the list, each with the place of its words (its first cue speaks), None if missing.

    Parts (domain rule): programme, who, when, where, requirements, contact, official link.
    """
    places = _places(text, lists, links)
    parts = []
    for name, (label, ask, cues) in lists.parts.items():
        found = next((places[cue] for cue in cues if cue in places), None)
        parts.append(Part(name, label, ask, min(found) if found else None))
    return tuple(parts)


def read_source(text: str, lists: AidList, links: LinkWords) -> tuple[str, bool]:
    """The words by which the text names a source ("" if it does not), and whether it holds a claim that needs one.

    Domain rule: a source is named by "Sumber:", a document, an office such as BMKG, a quoted official, an official link
    or a contact. An own event with date and place is its own source.
    """
    places = _places(text, lists, links)
    found = sorted(place for cue in ("sumber", "ucapan", "tautan_resmi", "telepon") for place in places.get(cue, ()))
    words = text[slice(*found[0])] if found else OWN_EVENT if "tanggal" in places and "tempat" in places else ""
    return words, "perlu_sumber" in places


def _places(text: str, lists: AidList, links: LinkWords) -> dict[str, list[tuple[int, int]]]:
    """The places of each cue, those that the program makes among them."""
    texts = split_texts([text], 0)
    hits = lists.matcher.by_text(lists.matcher.hits(texts)[0], texts, [0])
    spots = spots_of(texts.words(0), hits[0])
    places = {cue: [(one.start, one.end) for one in found] for cue, found in spots.items()}
    for cue, pattern in (("tanggal", _DATE), ("telepon", _PHONE)):
        found = [one.span() for one in pattern.finditer(text)]
        if found:
            places[cue] = found
    official = [(place.start, place.end) for place in links_in(text, links) if place.kind == "tautan_resmi"]
    return {**places, "tautan_resmi": official} if official else places
