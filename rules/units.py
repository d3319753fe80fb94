"""Bidang of a caption: the units of the agency that posts, by "Kabid X" first, else by their names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from posts import normal_text
from rules.context import Unit
from rules.matching import Entry, Hit, Hits
from rules.split import split_words
from rules.topics import Places
from rules.words import Texts, Truths, Words

MARK = "="
"""Label of the words that say that a unit follows (Kabid, Bidang, Seksi …)."""

_NEAR = 3
"""Words between a mark and the unit that it announces ("Kabid Dinas X, Bina Marga")."""
_NAME_WORDS = 4
_SHORT = 3


class UnitReading(NamedTuple):
    """The units of one caption (ids, or names where the roster knows none) and where they stand."""

    units: tuple[str, ...] = ()
    places: Places = ()


NO_UNIT = UnitReading()


@dataclass(frozen=True)
class UnitIndex:
    """Units by agency and name: agency → written name → unit_id; `entries` find the names in a text."""

    by_agency: Mapping[str, Mapping[str, str]]
    entries: tuple[Entry, ...]
    kinds: frozenset[str]
    common: frozenset[str]

    @cached_property
    def agencies(self) -> Mapping[str, int]:
        """The numbers of the agencies, from 1."""
        return {agency_id: number for number, agency_id in enumerate(self.by_agency, 1)}


def unit_index(units: Iterable[Unit], marks: Sequence[str], common: Iterable[str]) -> UnitIndex:
    """Make the units of a roster ready: names, aliases, and names without their kind ("Bagian Hukum": "Hukum")."""
    by_agency: dict[str, dict[str, str]] = {}
    kinds = _kinds(marks)
    entries = [Entry(mark, MARK, exact=True) for mark in marks]
    seen: set[str] = set()
    for unit in units:
        for name in _names(unit, kinds):
            by_agency.setdefault(unit.agency_id, {}).setdefault(name, unit.unit_id)
            if name not in seen:
                seen.add(name)
                entries.append(Entry(name, name, exact=True))
    return UnitIndex(by_agency, tuple(entries), kinds, frozenset(common))


def unit_table(entries: Sequence[Entry], index: UnitIndex) -> Truths:
    """By number of an agency (0: unknown) and of an entry, as a Matcher numbers them, whether it names a unit; where
    no agency has units in the roster, whether it is a mark."""
    found = np.zeros((len(index.by_agency) + 1, len(entries)), bool)
    for agency_id, names in index.by_agency.items():
        found[index.agencies[agency_id]] = [entry.label in names for entry in entries]
    if not index.by_agency:
        found[0] = [entry.label == MARK for entry in entries]
    return found


def naming_units(
    texts: Texts, hits: Hits, table: Truths, index: UnitIndex, agencies: Iterable[str | None]
) -> list[int]:
    """The texts that hold a name of a unit of the agency that posts: most hold none. agencies: that of each text."""
    numbers = np.array([index.agencies.get(agency_id or "", 0) for agency_id in agencies], np.int64)
    owner = texts.owner[hits.firsts]
    named: list[int] = np.unique(owner[table[numbers[owner], hits.numbers]]).tolist()
    return named


def read_units(words: Words, hits: Sequence[Hit], index: UnitIndex, agency_id: str | None) -> UnitReading:
    """The units that a caption names.

    Units announced by a mark come first and stand alone; without one, names that are no everyday words count (domain
    rule: "SD", "KB", "Aset" only near a mark). An agency without units in the roster is read by the words behind a
    mark that are written with capitals.
    """
    own = index.by_agency.get(agency_id or "")
    marks = [hit for hit in hits if hit.entry.label == MARK]
    if own is None:
        return _by_capitals(words, marks) if marks and not index.by_agency else NO_UNIT
    known = [hit for hit in hits if hit.entry.label in own]
    marked = [hit for hit in known if _mark_before(hit, marks) or _holds_mark(hit, index.kinds)]
    chosen = marked or [hit for hit in known if _speaks_alone(hit, words, index.common)]
    if not chosen:
        return NO_UNIT
    ids = tuple(dict.fromkeys(own[hit.entry.label] for hit in chosen))
    return UnitReading(ids, tuple(_place(words, hit, _mark_before(hit, marks)) for hit in chosen))


def said_unit(text: str, units: Iterable[Unit], marks: Iterable[str]) -> str | None:
    """The unit_id that a log's cell names ("Bidang Bina Marga", "Kabid. PSP"), among the units of its agency.

    The whole cell first, then the cell without its kind; None if none or more than one fits.
    """
    kinds = _kinds(marks)
    tokens = [token.casefold() for token in split_words(normal_text(text), 0).tokens]
    bare = [token for token in tokens if token not in kinds]
    for wanted in (" ".join(tokens), " ".join(bare)):
        fitting = {unit.unit_id for unit in units if wanted and wanted in _names(unit, kinds)}
        if len(fitting) == 1:
            return fitting.pop()
    return None


def _kinds(marks: Iterable[str]) -> frozenset[str]:
    """The words of the marks, which are no part of a name."""
    return frozenset(word for mark in marks for word in mark.split()) | {"kepala", "dan", "serta"}


def _names(unit: Unit, kinds: frozenset[str]) -> list[str]:
    """Name and aliases as compared words, each also without the kind that it begins with."""
    found: list[str] = []
    for written in (unit.name, *unit.aliases):
        words = [token.casefold() for token in split_words(written, 0).tokens]
        found += [" ".join(words), " ".join(word for word in words if word != "dan")]
        while len(words) > 1 and words[0] in kinds - {"irban"}:
            words = words[1:]
        found += [" ".join(words), " ".join(word for word in words if word != "dan")]
    return [name for name in dict.fromkeys(found) if name and name not in kinds]


def _mark_before(hit: Hit, marks: Sequence[Hit]) -> Hit | None:
    """The mark that announces a unit."""
    return next((mark for mark in marks if 0 <= hit.first - mark.behind < _NEAR), None)


def _holds_mark(hit: Hit, kinds: frozenset[str]) -> bool:
    """Whether the name itself begins with its kind ("irban ii")."""
    return hit.entry.label.split(" ", 1)[0] in kinds


def _speaks_alone(hit: Hit, words: Words, common: frozenset[str]) -> bool:
    """Whether a name names its unit without a mark: several words, or a rare word, or an abbreviation in capitals."""
    name = hit.entry.label
    if name in common or hit.first in words.tags:
        return False
    return " " in name or len(name) > _SHORT + 1 or (len(name) >= _SHORT and words.tokens[hit.first].isupper())


def _place(words: Words, hit: Hit, mark: Hit | None) -> tuple[int, int]:
    """From the mark, or the name, to the end of the name."""
    return words.starts[mark.first if mark else hit.first], words.end(hit.behind - 1)


_GAP = re.compile(r"[^\w]*[.,;:!?()\n]")


def _by_capitals(words: Words, marks: Sequence[Hit]) -> UnitReading:
    """The words with capitals behind each mark, up to four and within the sentence: names, for there is no roster."""
    found: dict[str, tuple[int, int]] = {}
    for mark in marks:
        last = mark.behind
        while last < min(mark.behind + _NAME_WORDS, len(words.tokens)):
            token = words.tokens[last]
            cut = _GAP.match(words.text, words.end(last - 1), words.starts[last])
            if cut or not (token[0].isupper() or (token in ("dan", "&") and last > mark.behind)):
                break
            last += 1
        while last > mark.behind and words.tokens[last - 1] == "dan":
            last -= 1
        if last > mark.behind and words.tokens[mark.first][0].isupper():
            start, end = words.starts[mark.behind], words.end(last - 1)
            found.setdefault(words.text[start:end], (words.starts[mark.first], end))
    return UnitReading(tuple(found), tuple(found.values())) if found else NO_UNIT
