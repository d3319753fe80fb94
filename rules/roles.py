"""Where the words of one list stand in many texts, as columns, and which of them stand near each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from rules.matching import Entry, Hits
from rules.words import Numbers, Texts, Truths

_GAP = 64
"""Added to the numbers of words from text to text: no word is near one of another text, as long as what counts as near
stays below this."""


@dataclass(frozen=True, slots=True, eq=False)
class RoleTable:
    """What entries are, by the numbers that a Matcher gives them: the number of their label, whether they are weak, and
    the number of what is written."""

    label: Numbers
    weak: Truths
    written: Numbers


def role_table(entries: Sequence[Entry], labels: Sequence[str]) -> RoleTable:
    """The table for entries numbered as given; those of other labels get the number behind the last."""
    numbers = {label: number for number, label in enumerate(labels)}
    written = {text: number for number, text in enumerate(dict.fromkeys(entry.written for entry in entries))}
    return RoleTable(
        np.array([numbers.get(entry.label, len(labels)) for entry in entries], np.int64),
        np.array([entry.strength == "weak" for entry in entries], bool),
        np.array([written[entry.written] for entry in entries], np.int64),
    )


class Roles(NamedTuple):
    """Words found, in the order of their places.

    owner: the text; label, weak, written: as in RoleTable; firsts, behinds: numbers of the first token and of the one
    behind the last; starts: where each begins in its text; tagged: whether in a hashtag.
    """

    owner: Numbers
    label: Numbers
    weak: Truths
    written: Numbers
    firsts: Numbers
    behinds: Numbers
    starts: Numbers
    tagged: Truths

    def of(self, chosen: Truths | Numbers) -> "Roles":
        """Some of them."""
        rows = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        return Roles._make([column[rows] for column in self])

    def begins(self) -> Numbers:
        """The numbers of the first words, those of two texts far apart."""
        return self.firsts + self.owner * _GAP

    def stops(self) -> Numbers:
        """The numbers of the words behind the last, those of two texts far apart."""
        return self.behinds + self.owner * _GAP


def roles_of(texts: Texts, hits: Hits, table: RoleTable) -> Roles:
    """The places of hits."""
    numbers, firsts, behinds = hits
    return _placed(texts, table.label[numbers], table.weak[numbers], table.written[numbers], firsts, behinds)


def plain_roles(texts: Texts, label: Numbers, firsts: Numbers, behinds: Numbers) -> Roles:
    """Places that are of no entry, none of them weak."""
    return _placed(texts, label, np.zeros(len(firsts), bool), np.full(len(firsts), -1), firsts, behinds)


def joined(*some: Roles) -> Roles:
    """Several of them in the order of their places."""
    columns = Roles._make([np.concatenate(column) for column in zip(*some, strict=True)])
    return columns.of(np.lexsort((columns.behinds, columns.firsts)))


def _placed(texts: Texts, label: Numbers, weak: Truths, written: Numbers, firsts: Numbers, behinds: Numbers) -> Roles:
    tagged = texts.tag_first[firsts] >= 0
    return Roles(texts.owner[firsts], label, weak, written, firsts, behinds, texts.starts[firsts], tagged)


def near(points: Numbers, low: Numbers, high: Numbers) -> Truths:
    """For each range low..high, both included, whether any of the points lies in it."""
    ordered = np.sort(points)
    found: Truths = np.searchsorted(ordered, low) < np.searchsorted(ordered, high, side="right")
    return found
